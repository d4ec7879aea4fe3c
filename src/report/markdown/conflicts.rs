//! Disagreements in a document: a heading for each, and both quotes with their places.

use std::fmt::Write as _;

use super::super::sides::{dispute_words, pair_words, place_words, side_words, stance_words};
use super::super::table::conflicts_note;
use super::escaped;
use crate::study::{Conflicts, Quote};

pub(in super::super) fn conflicts(conflicts: &Conflicts, all: bool) -> String {
    let mut out = String::new();
    for pair in conflicts.shown_figures(all) {
        let sides = [&pair.earlier, &pair.later].map(|side| (side_words(side), &*side.quote));
        entry(&mut out, &pair_words(pair), sides);
    }
    for dispute in conflicts.shown_positions(all) {
        let sides = [&dispute.earlier, &dispute.later].map(|side| (stance_words(side), &*side.quote));
        entry(&mut out, &dispute_words(dispute), sides);
    }
    let _ = writeln!(out, "{}", conflicts_note(conflicts, all));
    out
}

fn entry(out: &mut String, title: &str, sides: [(String, &Quote); 2]) {
    // Writing to a string does not fail.
    let _ = writeln!(out, "**{}**\n", escaped(title));
    for (words, quote) in sides {
        let (text, place) = (escaped(&quote.text), escaped(&place_words(quote)));
        let _ = writeln!(out, "- {}: “{text}” ({place})", escaped(&words));
    }
    out.push('\n');
}
