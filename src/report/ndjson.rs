//! One JSON object a line: every line says its schema and stands on its own.

use serde::Serialize;

use super::claim::ClaimRow;
use super::view::{DisputeView, FigureView, LineView, PairView, SentenceView};
use super::{Kept, Stamp};
use crate::analyze::Analysis;
use crate::study::Conflicts;

pub(super) fn rows(kept: &Kept, analysis: &Analysis, stamp: Stamp) -> String {
    objects(kept, analysis, stamp, "\n", "\n")
}

pub(super) fn conflicts(conflicts: &Conflicts, all: bool, stamp: Stamp) -> String {
    let mut out = String::new();
    for pair in conflicts.shown_figures(all) {
        push(&mut out, &LineView::new("figure", PairView::new(pair), stamp), "\n");
    }
    for dispute in conflicts.shown_positions(all) {
        push(&mut out, &LineView::new("position", DisputeView::new(dispute), stamp), "\n");
    }
    out
}

/// The objects of a listing, each followed by `between`, the last by `end`.
pub(super) fn objects(kept: &Kept, analysis: &Analysis, stamp: Stamp, between: &str, end: &str) -> String {
    let mut out = String::with_capacity(size(kept));
    match kept {
        Kept::Claims(claims) => {
            let mut row = ClaimRow::new(analysis, stamp);
            for claim in claims {
                row.write(claim, &mut out);
                out.push_str(between);
            }
        }
        Kept::Sentences(sentences) => {
            for sentence in sentences {
                push(&mut out, &SentenceView::new(analysis, sentence, stamp), between);
            }
        }
        Kept::Figures(figures) => {
            for one in figures {
                push(&mut out, &FigureView::new(analysis, one, stamp), between);
            }
        }
    }
    if !out.is_empty() {
        out.truncate(out.len() - between.len());
        out.push_str(end);
    }
    out
}

/// A row seldom says more of a sentence than eight hundred bytes and its text.
fn size(kept: &Kept) -> usize {
    match kept {
        Kept::Claims(rows) | Kept::Sentences(rows) => rows.iter().map(|row| 800 + row.text.len()).sum(),
        Kept::Figures(rows) => rows.iter().map(|row| 800 + row.sentence.text.len()).sum(),
    }
}

fn push<T: Serialize>(out: &mut String, view: &T, between: &str) {
    // Writing rows to memory fails for no input; a row that did fail would be left out whole, never cut.
    if let Ok(row) = serde_json::to_string(view) {
        out.push_str(&row);
        out.push_str(between);
    }
}
