//! Claims, sentences and figures, one after the other.

use std::fmt::Write as _;

use super::super::view::{bound, kind, parties, status, unit};
use super::super::{Listing, Look};
use super::grid::{GAP, Ink, Paragraph, beside, safe};
use crate::analyze::{Analysis, Figure, Sentence, SentenceKind, Tag};

pub(in super::super) fn rows(
    listing: Listing,
    analysis: &Analysis,
    keep: &[&Sentence],
    look: Look,
) -> String {
    let mut out = String::new();
    for sentence in keep {
        let place = safe(&format!("{}:{}", analysis.path, sentence.line));
        // Writing to a string does not fail.
        match listing {
            Listing::Claims => claim(&mut out, &place, sentence, look),
            Listing::Sentences => {
                let _ = writeln!(out, "{place}: {} {}", kind(sentence.kind), safe(&sentence.text));
            }
            Listing::Figures => {
                for figure in &sentence.figures {
                    let _ = writeln!(out, "{place}: {}{}", safe(&value(figure)), whose(sentence));
                }
            }
        }
    }
    out
}

fn claim(out: &mut String, place: &str, sentence: &Sentence, look: Look) {
    let width = look.width;
    let state = if sentence.kind == SentenceKind::Claim {
        let repeat = if sentence.duplicate { ", repeated" } else { "" };
        format!("{}{repeat}", status(sentence.status))
    } else {
        format!("no claim: {}", kind(sentence.kind))
    };
    beside(out, 0, &[vec![Paragraph::new(Ink::Place, format!("{place} · {state}"))]], &[width], look);
    let mut body = vec![Paragraph::new(Ink::Plain, &*sentence.text)];
    let facts = facts(sentence);
    if !facts.is_empty() {
        body.push(Paragraph::new(Ink::Faint, facts));
    }
    beside(out, GAP, &[body], &[width.saturating_sub(GAP).max(20)], look);
}

/// `energy: meta secures, openai (inferred) · 6.6 GW · per critics`.
fn facts(sentence: &Sentence) -> String {
    let mut facts: Vec<String> = sentence.tags.chunk_by(|a, b| a.axis == b.axis).map(on_axis).collect();
    facts.extend(sentence.figures.iter().map(|figure| figure.text.clone()));
    facts.extend(sentence.attributed_to.iter().map(|who| format!("per {who}")));
    facts.join(" · ")
}

fn on_axis(tags: &[Tag]) -> String {
    let stands: Vec<String> = tags
        .iter()
        .map(|tag| {
            let company = tag.company.as_deref().unwrap_or("industry");
            let position = tag.position.as_deref().map(|position| format!(" {position}")).unwrap_or_default();
            format!("{company}{position}{}", if tag.inferred { " (inferred)" } else { "" })
        })
        .collect();
    format!("{}: {}", tags[0].axis, stands.join(", "))
}

/// `$60 billion … $65 billion = 60000000000 to 65000000000 USD`.
fn value(figure: &Figure) -> String {
    let range = if figure.low.to_bits() == figure.high.to_bits() {
        figure.low.to_string()
    } else {
        format!("{} to {}", figure.low, figure.high)
    };
    let bound = figure.bound.map(|b| format!("{} ", bound(b))).unwrap_or_default();
    let rate = figure.rate.as_deref().map(|rate| format!(" a {rate}")).unwrap_or_default();
    format!("{} = {bound}{range} {}{rate}", figure.text, unit(&figure.unit))
}

fn whose(sentence: &Sentence) -> String {
    let parties: Vec<&str> = parties(sentence).collect();
    if parties.is_empty() { String::new() } else { format!("  ({})", parties.join(", ")) }
}
