//! Sentences cut off by the publisher: teasers that the text repeats in full, and ends in mid-phrase.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use super::Spot;
use crate::analyze::wording::{Class, Wording};
use crate::corpus::{BlockKind, Document};
use crate::text::{Span, sentences};

/// The sentences of a document and how they begin, to find those that repeat another in full.
#[derive(Debug, Default)]
pub(in crate::analyze) struct Outline {
    cut: Vec<Vec<Span>>,
    /// The longest sentence for each beginning: its block and span.
    longest: FxHashMap<u64, (usize, Span)>,
    /// At least half of the other paragraphs end as sentences do: one that does not stands out.
    closes: bool,
}

impl Outline {
    /// Cuts every block of `document`.
    pub(in crate::analyze) fn new(document: &Document) -> Self {
        let cut: Vec<Vec<Span>> =
            document.blocks.iter().map(|block| sentences(block.text.as_str())).collect();
        let sentences = cut.iter().map(Vec::len).sum();
        let mut longest = FxHashMap::with_capacity_and_hasher(sentences, FxBuildHasher);
        for (block, spans) in cut.iter().enumerate() {
            for &span in spans {
                let Some(key) = opening(span.of(document.blocks[block].text.as_str())) else { continue };
                let entry = longest.entry(key).or_insert((block, span));
                if span.len() > entry.1.len() {
                    *entry = (block, span);
                }
            }
        }
        let paragraphs = || document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        let closed = paragraphs().filter(|block| closes(block.text.as_str())).count();
        Self { cut, longest, closes: 2 * closed + 1 >= paragraphs().count() }
    }

    /// The sentences of a block as spans of its text.
    pub(in crate::analyze) fn sentences(&self, block: usize) -> &[Span] {
        self.cut.get(block).map_or(&[], Vec::as_slice)
    }

    /// What the longest sentence that says all of `text` says after it.
    fn rest<'d>(&self, document: &'d Document, text: &str) -> Option<&'d str> {
        let stem = text.trim_end_matches(['…', '.', ' ']);
        let &(block, span) = self.longest.get(&opening(text)?)?;
        let full = span.of(document.blocks[block].text.as_str());
        full.strip_prefix(stem).filter(|_| full.len() > text.len())
    }
}

/// True for a sentence that was cut off.
pub(super) fn is_truncated(spot: Spot<'_>, outline: &Outline, wording: &Wording<'_>) -> bool {
    let text = wording.text;
    let dots = text.ends_with('…') || text.ends_with("...");
    if !spot.is_last() || !dots && closes(text) {
        return false;
    }
    if text.ends_with("[…]") || text.ends_with("[...]") {
        return true;
    }
    let paragraph = spot.block().kind == BlockKind::Paragraph;
    if let Some(rest) = outline.rest(spot.document, text) {
        let in_mid_word = !dots && rest.starts_with(char::is_alphanumeric);
        return dots || in_mid_word || paragraph && wording.label_end().is_none();
    }
    let hangs = wording.last_word().is_some_and(|at| {
        wording.class(at).any(Class::DETERMINER | Class::PREPOSITION)
            && !wording.class(at).has(Class::SUBJECT)
            || matches!(wording.lower(at), "and" | "or" | "but")
    });
    let breaks =
        outline.closes && text.len() >= LONG && text.ends_with(char::is_lowercase) && !text.contains('•');
    let statement = || wording.label_end().is_none() && wording.has_finite_verb();
    hangs && dots || !dots && paragraph && (hangs || breaks) && statement()
}

/// A paragraph of this many bytes that ends without an end mark, among others that have one, was cut off.
const LONG: usize = 120;

/// Bytes by which beginnings are compared.
const BEGINNING: usize = 40;

fn opening(text: &str) -> Option<u64> {
    let mut hasher = FxHasher::default();
    text.as_bytes().get(..BEGINNING)?.hash(&mut hasher);
    Some(hasher.finish())
}

/// Ends as sentences, quotations and lead-ins do.
fn closes(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '*']).ends_with(['.', '!', '?', ':', ';'])
}
