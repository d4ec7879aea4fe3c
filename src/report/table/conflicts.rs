//! Disagreements: one after the other, both quotes with their places.

use super::super::Look;
use super::super::quote::shorten;
use super::super::sides::{dispute_words, pair_words, place_words, side_words, stance_words};
use super::super::words::{counted, read_words};
use super::grid::{GAP, Ink, Paragraph, beside, paint, rule, wrap};
use crate::study::{Conflicts, Quote, Reason};

/// Characters of a quote.
const QUOTE: usize = 220;

pub(in super::super) fn conflicts(conflicts: &Conflicts, all: bool, look: Look) -> String {
    let mut out = String::new();
    for pair in conflicts.shown_figures(all) {
        let sides = [&pair.earlier, &pair.later]
            .map(|side| (side_words(side), &*side.quote, side.figure.text.as_str()));
        entry(&mut out, &pair_words(pair), sides, look);
    }
    for dispute in conflicts.shown_positions(all) {
        let sides = [&dispute.earlier, &dispute.later].map(|side| (stance_words(side), &*side.quote, ""));
        entry(&mut out, &dispute_words(dispute), sides, look);
    }
    for line in wrap(&note(conflicts, all), look.width) {
        paint(&mut out, Ink::Faint, &line, look);
        out.push('\n');
    }
    out
}

fn entry(out: &mut String, title: &str, sides: [(String, &Quote, &str); 2], look: Look) {
    beside(out, 0, &[vec![Paragraph::new(Ink::Strong, title)]], &[look.width], look);
    let width = look.width.saturating_sub(GAP).max(20);
    for (words, quote, figure) in sides {
        let focus = quote.text.find(figure).unwrap_or(0);
        let lines = vec![
            Paragraph::new(Ink::Plain, words),
            Paragraph::new(Ink::Plain, format!("“{}”", shorten(&quote.text, focus, QUOTE))),
            Paragraph::new(Ink::Place, place_words(quote)),
        ];
        beside(out, GAP, &[lines], &[width], look);
    }
    rule(out, look);
}

/// What was compared, and what is not shown.
pub(in super::super) fn note(conflicts: &Conflicts, all: bool) -> String {
    let mut note =
        format!("{} Compared {}.", read_words(conflicts.read), counted(conflicts.compared, "figure"));
    let shown = conflicts.shown_figures(all).count() + conflicts.shown_positions(all).count();
    if shown == 0 {
        note.push_str(" Nothing disagrees.");
    }
    let hidden = |reason: Reason| {
        conflicts.figures.iter().filter(|pair| pair.reason == reason).count()
            + conflicts.positions.iter().filter(|dispute| dispute.reason == reason).count()
    };
    let words = [
        (Reason::OtherPeriod, "of other periods"),
        (Reason::OtherScope, "of other scope"),
        (Reason::Overlap, "that overlap"),
        (Reason::Rounding, "alike when rounded"),
        (Reason::Same, "alike"),
    ];
    let hidden: Vec<String> = words
        .into_iter()
        .map(|(reason, words)| (hidden(reason), words))
        .filter(|&(count, _)| count > 0 && !all)
        .map(|(count, words)| format!("{count} {words}"))
        .collect();
    if !hidden.is_empty() {
        note = format!("{note} Pairs left out (--all shows them): {}.", hidden.join(", "));
    }
    note
}
