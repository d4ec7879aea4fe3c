//! Quantities.

use super::Figure;
use crate::text::Span;

/// The figures of the sentence at `sentence` of `text`, in order; their spans index `text`.
pub(super) fn figures(text: &str, sentence: Span) -> Vec<Figure> {
    let _ = (text, sentence);
    Vec::new()
}
