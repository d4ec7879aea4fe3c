//! For people at a terminal.

use std::fmt::Write as _;

use super::Listing;
use super::view::{kind, status, unit};
use crate::analyze::{Analysis, Sentence, SentenceKind};

pub(super) fn rows(listing: Listing, analysis: &Analysis, keep: &[&Sentence]) -> String {
    let mut out = String::new();
    for sentence in keep {
        let place = format!("{}:{}", analysis.path, sentence.line);
        // Writing to a string does not fail.
        let _ = match listing {
            Listing::Claims => writeln!(out, "{place}: {}{}", sentence.text, facts(sentence)),
            Listing::Sentences => writeln!(out, "{place}: [{}] {}", kind(sentence.kind), sentence.text),
            Listing::Figures => sentence.figures.iter().try_for_each(|figure| {
                writeln!(
                    out,
                    "{place}: {} = {}–{} {}",
                    figure.text,
                    figure.low,
                    figure.high,
                    unit(&figure.unit)
                )
            }),
        };
    }
    out
}

fn facts(sentence: &Sentence) -> String {
    if sentence.kind != SentenceKind::Claim {
        return format!("\n    not a claim: {}", kind(sentence.kind));
    }
    let mut facts = format!("\n    {}", status(sentence.status));
    for tag in &sentence.tags {
        let company = tag.company.as_deref().unwrap_or("industry");
        let _ = write!(facts, " · {company} {} {}", tag.axis, tag.position.as_deref().unwrap_or("–"));
    }
    facts
}
