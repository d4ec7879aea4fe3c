//! Claim or not: what the block is, then what the words are. A sentence is a claim unless a rule says what else it is;
//! each rule is a file, asked in a fixed order.

mod boilerplate;
mod byline;
mod caption;
mod command;
mod fragment;
mod link;
mod truncated;

pub(super) use boilerplate::openers as boilerplate_openers;
pub(super) use byline::openers as byline_openers;
pub(super) use command::openers as command_openers;
pub(super) use truncated::Outline;

use super::SentenceKind;
use super::wording::Wording;
use crate::corpus::{Block, BlockKind, Document};
use crate::text::Span;

/// Where a sentence stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'d> {
    /// The document.
    pub(super) document: &'d Document,
    /// The index of the block.
    pub(super) block: usize,
    /// All sentences of the block, spans of its text.
    pub(super) sentences: &'d [Span],
    /// The index of the sentence among them.
    pub(super) ordinal: usize,
}

impl<'d> Spot<'d> {
    fn block(&self) -> &'d Block {
        &self.document.blocks[self.block]
    }

    fn is_alone(&self) -> bool {
        self.sentences.len() == 1
    }

    fn is_first(&self) -> bool {
        self.ordinal == 0
    }

    fn is_last(&self) -> bool {
        self.ordinal + 1 == self.sentences.len()
    }

    /// The text of the block that introduces the list, and of the heading next above.
    fn above(&self) -> impl Iterator<Item = &'d str> {
        let block = self.block();
        let text = |at: &usize| self.document.blocks.get(*at).map(|above| above.text.as_str());
        let (lead_in, heading) =
            (block.lead_in.as_ref().and_then(text), block.headings.last().and_then(text));
        lead_in.into_iter().chain(heading)
    }
}

/// What the sentence at `spot` is; `wording` is its text, `outline` the sentences of the whole document.
pub(super) fn kind(spot: Spot<'_>, outline: &Outline, wording: &Wording<'_>) -> SentenceKind {
    match spot.block().kind {
        BlockKind::Heading(_) if boilerplate::is_navigation(wording) => SentenceKind::Boilerplate,
        BlockKind::Heading(_) => SentenceKind::Heading,
        BlockKind::Caption => SentenceKind::Caption,
        BlockKind::Code => SentenceKind::Code,
        BlockKind::Boilerplate => SentenceKind::Boilerplate,
        BlockKind::HeaderRow => SentenceKind::Fragment,
        BlockKind::Row => row(spot),
        BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote => by_words(spot, outline, wording),
    }
}

/// A row says something where at least two of its cells hold a word.
fn row(spot: Spot<'_>) -> SentenceKind {
    let block = spot.block();
    let holds_word = |cell: &&Span| cell.of(block.text.as_str()).contains(char::is_alphanumeric);
    if block.cells.iter().filter(holds_word).count() >= 2 {
        SentenceKind::Claim
    } else {
        SentenceKind::Fragment
    }
}

fn by_words(spot: Spot<'_>, outline: &Outline, wording: &Wording<'_>) -> SentenceKind {
    if wording.first_word().is_none() {
        SentenceKind::Fragment
    } else if link::is_link(spot, wording) {
        SentenceKind::Link
    } else if boilerplate::is_boilerplate(spot, wording) {
        SentenceKind::Boilerplate
    } else if byline::is_byline(spot, wording) {
        SentenceKind::Byline
    } else if is_question(wording) {
        SentenceKind::Question
    } else if truncated::is_truncated(spot, outline, wording) {
        SentenceKind::Truncated
    } else if caption::is_caption(spot, wording) {
        SentenceKind::Caption
    } else if command::is_command(spot, wording) {
        SentenceKind::Command
    } else if fragment::is_fragment(spot, wording) {
        SentenceKind::Fragment
    } else {
        SentenceKind::Claim
    }
}

/// Ends in a question mark, closing marks aside; a question inside a statement leaves it a claim.
fn is_question(wording: &Wording<'_>) -> bool {
    let text = wording.text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '*', '_', '!']);
    text.ends_with('?')
}

#[cfg(test)]
mod tests;
