//! One JSON object a line: every line says its schema and stands on its own.

use serde::Serialize;

use super::view::{ClaimView, DisputeView, FigureView, LineView, PairView, SentenceView};
use super::{Listing, Stamp};
use crate::analyze::{Analysis, Sentence};
use crate::study::Conflicts;

pub(super) fn rows(listing: Listing, analysis: &Analysis, keep: &[&Sentence], stamp: Stamp) -> String {
    objects(listing, analysis, keep, stamp, "\n", "\n")
}

pub(super) fn conflicts(conflicts: &Conflicts, all: bool, stamp: Stamp) -> String {
    let mut out = Vec::new();
    for pair in conflicts.shown_figures(all) {
        push(&mut out, &LineView::new("figure", PairView::new(pair), stamp), "\n");
    }
    for dispute in conflicts.shown_positions(all) {
        push(&mut out, &LineView::new("position", DisputeView::new(dispute), stamp), "\n");
    }
    String::from_utf8(out).unwrap_or_default()
}

/// The objects of a listing, each followed by `between`, the last by `end`.
pub(super) fn objects(
    listing: Listing,
    analysis: &Analysis,
    keep: &[&Sentence],
    stamp: Stamp,
    between: &str,
    end: &str,
) -> String {
    // A row says little more of a sentence than four hundred bytes and its text.
    let mut out = Vec::with_capacity(keep.iter().map(|sentence| 600 + sentence.text.len()).sum());
    for sentence in keep {
        match listing {
            Listing::Claims => push(&mut out, &ClaimView::new(analysis, sentence, stamp), between),
            Listing::Sentences => push(&mut out, &SentenceView::new(analysis, sentence, stamp), between),
            Listing::Figures => {
                for figure in &sentence.figures {
                    push(&mut out, &FigureView::new(analysis, sentence, figure, stamp), between);
                }
            }
        }
    }
    if !out.is_empty() {
        out.truncate(out.len() - between.len());
        out.extend_from_slice(end.as_bytes());
    }
    String::from_utf8(out).unwrap_or_default()
}

fn push<T: Serialize>(out: &mut Vec<u8>, view: &T, between: &str) {
    let before = out.len();
    // Writing plain structs to memory fails for no input; a row that did fail would be left out whole, never cut.
    if serde_json::to_writer(&mut *out, view).is_err() {
        out.truncate(before);
        return;
    }
    out.extend_from_slice(between.as_bytes());
}
