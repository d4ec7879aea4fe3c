//! Where sentences end.

use super::Span;

/// The sentences of one block's visible text as spans of it, in order, trimmed of white space, never empty.
pub fn sentences(text: &str) -> Vec<Span> {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    if start < end { vec![Span::new(start, end)] } else { Vec::new() }
}
