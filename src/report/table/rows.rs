//! Claims, sentences and figures, one after the other.

use std::fmt::Write as _;

use super::super::amount::amount;
use super::super::sides::period_words;
use super::super::view::{kind, parties, status};
use super::super::{Kept, Look};
use super::grid::{GAP, Ink, Paragraph, beside, safe};
use crate::analyze::{Analysis, Sentence, SentenceKind, Tag};
use crate::study::Quantity;

pub(in super::super) fn rows(kept: &Kept, analysis: &Analysis, look: Look) -> String {
    let mut out = String::new();
    let place = |sentence: &Sentence| safe(&format!("{}:{}", analysis.path, sentence.line));
    // Writing to a string does not fail.
    match kept {
        Kept::Claims(claims) => {
            for one in claims {
                claim(&mut out, &place(one), one, look);
            }
        }
        Kept::Sentences(sentences) => {
            for one in sentences {
                let _ = writeln!(out, "{}: {} {}", place(one), kind(one.kind), safe(&one.text));
            }
        }
        Kept::Figures(figures) => {
            for one in figures {
                let _ = writeln!(out, "{}: {}", place(one.sentence), safe(&figure(one)));
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

/// `energy: meta secures, openai – (inferred) · 6.6 GW · per critics`.
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
            let position = tag.position.as_deref().unwrap_or("–");
            format!("{company} {position}{}", if tag.inferred { " (inferred)" } else { "" })
        })
        .collect();
    format!("{}: {}", tags[0].axis, stands.join(", "))
}

/// `60 billion dollars = $60B · capex for 2025 · meta`.
fn figure(one: &Quantity) -> String {
    let mut words = one.figure.text.clone();
    let amount = amount(one.figure);
    if amount != words {
        words = format!("{words} = {amount}");
    }
    if let Some(metric) = one.metric {
        let _ = write!(words, " · {metric}");
    }
    if let Some((first, last)) = one.period {
        let _ = write!(words, " for {}", period_words(first, last));
    }
    let known: Vec<&str> = one.parties.iter().map(AsRef::as_ref).collect();
    let about: Vec<&str> = parties(one.sentence).collect();
    match (known.is_empty(), about.is_empty()) {
        (false, _) => words + " · " + &known.join(", "),
        (true, false) => format!("{words} ({})", about.join(", ")),
        (true, true) => words,
    }
}
