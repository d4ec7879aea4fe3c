//! What a file becomes: blocks of visible text with their place and kind.

use std::collections::BTreeMap;
use std::fmt;

use crate::text::{LineIndex, MappedText, Span};

/// One file, read and cut into blocks.
#[derive(Clone, Debug)]
pub struct Document {
    /// The path as given, `/`-separated; `-` or the name given for standard input.
    pub path: String,
    /// The file decoded to UTF-8; spans of blocks index it. A byte order mark stays.
    pub source: String,
    /// The encoding that the file is stored in, where offsets into `source` are not those into the file: `UTF-16LE`,
    /// `UTF-16BE`, `windows-1252`, or `UTF-8` where it is damaged. `None` for a file of clean UTF-8.
    pub encoding: Option<&'static str>,
    /// Line starts of `source`.
    pub lines: LineIndex,
    /// What stands above the text; empty where there is none.
    pub front_matter: FrontMatter,
    /// In the order of the source.
    pub blocks: Vec<Block>,
    /// False where the text is plainly not English: it is then tagged with nothing.
    pub english: bool,
}

/// The keys of a document's front matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<String>,
    /// `date`, where it is a real one; without one, the full date in the file's name, where there is one.
    pub date: Option<Date>,
    /// `source`: where the article comes from.
    pub source: Option<String>,
    /// `author`.
    pub author: Option<String>,
    /// `tags`, in the order written.
    pub tags: Vec<String>,
    /// Every other key, its value rendered as one line.
    pub other: BTreeMap<String, String>,
}

/// A calendar date that may leave out day or month. Orders by its first day; less precise first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: i16,
    /// 1 to 12; `None` where only the year is known.
    pub month: Option<u8>,
    /// 1 to 31; `None` where only the month is known.
    pub day: Option<u8>,
}

impl Date {
    /// Reads a date as people write it: `2025-03-04`, `4 March 2025`, `2025-03`, `March 2025`, `2025`. `None` where it is
    /// none of these or not on the calendar.
    pub fn parse(text: &str) -> Option<Self> {
        super::date::parse(text)
    }

    /// Adds it to `out`, as precise as it is: `2025-03-04`, `2025-03`, `2025`.
    pub(crate) fn write_to(self, out: &mut impl fmt::Write) -> fmt::Result {
        // digit by digit: every period of every claim is written with two dates
        let digit = |number: u16, place: u16| b"0123456789"[usize::from(number / place % 10)];
        let year = self.year.unsigned_abs();
        let [month, day] = [self.month, self.day].map(|part| u16::from(part.unwrap_or(0)));
        let text = [
            digit(year, 1000),
            digit(year, 100),
            digit(year, 10),
            digit(year, 1),
            b'-',
            digit(month, 10),
            digit(month, 1),
            b'-',
            digit(day, 10),
            digit(day, 1),
        ];
        let length = if self.day.is_some() {
            10
        } else if self.month.is_some() {
            7
        } else {
            4
        };
        out.write_str(std::str::from_utf8(&text[..length]).unwrap_or_default())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

/// A stretch of a document that is read as one: its visible text and what it is.
#[derive(Clone, Debug)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// From its first to its last visible byte in the source; a table row from its first `|` to its last.
    pub span: Span,
    /// Visible text, white space folded, mapped to the source. Cells of a row are joined by ` | `.
    pub text: MappedText,
    /// Indices into `Document::blocks` of the headings above, outermost first.
    pub headings: Vec<usize>,
    /// For items: the block that introduces their list, where one stands directly above it; for nested items, the item
    /// above. For rows: the header row.
    pub lead_in: Option<usize>,
    /// For rows (header rows too): the spans of the cells in `text`, left to right, trimmed; else empty.
    pub cells: Vec<Span>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// One entry of a list (its first paragraph; later ones are `Paragraph`).
    Item,
    /// A row of a table.
    Row,
    /// The header row of a table.
    HeaderRow,
    /// A paragraph of a quotation.
    Quote,
    /// A heading of this level, 1 to 6.
    Heading(u8),
    /// An image's alternative text, or a figure's caption.
    Caption,
    /// Code or another literal.
    Code,
    /// Navigation, adverts, subscription lines and the like.
    Boilerplate,
}
