//! Claim or not.

use super::SentenceKind;
use crate::corpus::{BlockKind, Document};
use crate::text::Span;

/// What the sentence `sentences[ordinal]` of block `at` is; `sentences` are all spans of that block's text.
pub(super) fn kind(document: &Document, at: usize, sentences: &[Span], ordinal: usize) -> SentenceKind {
    let _ = (sentences, ordinal);
    match document.blocks[at].kind {
        BlockKind::Heading(_) => SentenceKind::Heading,
        BlockKind::Caption => SentenceKind::Caption,
        BlockKind::Code => SentenceKind::Code,
        BlockKind::Boilerplate => SentenceKind::Boilerplate,
        BlockKind::HeaderRow => SentenceKind::Fragment,
        BlockKind::Paragraph | BlockKind::Item | BlockKind::Row | BlockKind::Quote => SentenceKind::Claim,
    }
}
