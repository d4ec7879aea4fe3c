//! For people in a document: tables with quotes and places, escaped so that an article's marks stay text.

mod conflicts;

use std::fmt::Write as _;

use super::Listing;
use super::quote::shorten;
use super::view::{kind, status};
use super::words::{key_figures, place, position_words, read_words, standing_words, strength_words};
use crate::analyze::{Analysis, Sentence, SentenceKind};
use crate::study::{Cell, Comparison, Overview};

pub(super) use conflicts::conflicts;

/// Characters of a quote.
const QUOTE: usize = 200;

pub(super) fn compare(comparison: &Comparison) -> String {
    let names = comparison.columns.iter().map(|column| escaped(&column.name));
    let mut out = header(std::iter::once("Axis".to_owned()).chain(names));
    for row in &comparison.rows {
        let cells = row.cells.iter().map(cell);
        line(&mut out, std::iter::once(format!("**{}**", escaped(&row.label))).chain(cells));
    }
    let _ = writeln!(out, "\n{}", read_words(comparison.read));
    out
}

pub(super) fn overview(overview: &Overview) -> String {
    let labels = overview.axes.iter().map(|(_, label)| escaped(label));
    let mut out = header(std::iter::once("Company".to_owned()).chain(labels));
    for row in &overview.rows {
        let cells = row.cells.iter().map(|cell| match cell {
            Some(sighting) => {
                format!("{} ({})", escaped(&position_words(&sighting.positions)), sighting.tally.claims)
            }
            None => "–".to_owned(),
        });
        line(&mut out, std::iter::once(format!("**{}**", escaped(&row.name))).chain(cells));
    }
    let _ =
        writeln!(out, "\n{} In brackets the number of claims; – for no evidence.", read_words(overview.read));
    out
}

pub(super) fn rows(listing: Listing, analysis: &Analysis, keep: &[&Sentence]) -> String {
    let mut out = String::new();
    for sentence in keep {
        let place = format!("{}:{}", escaped(&analysis.path), sentence.line);
        let text = escaped(&sentence.text);
        // Writing to a string does not fail.
        let _ = match listing {
            Listing::Claims => writeln!(out, "- {text} ({place}, {})", facts(sentence)),
            Listing::Sentences => writeln!(out, "- {text} ({place}, {})", kind(sentence.kind)),
            Listing::Figures => sentence
                .figures
                .iter()
                .try_for_each(|figure| writeln!(out, "- **{}**: {text} ({place})", escaped(&figure.text))),
        };
    }
    out
}

fn facts(sentence: &Sentence) -> String {
    if sentence.kind != SentenceKind::Claim {
        return format!("no claim: {}", kind(sentence.kind));
    }
    let mut facts = status(sentence.status).to_owned();
    for tag in &sentence.tags {
        let company = tag.company.as_deref().unwrap_or("industry");
        let position = tag.position.as_deref().map(|p| format!("{p} on ")).unwrap_or_default();
        let _ = write!(facts, ", {company} {position}{}", tag.axis);
    }
    facts
}

fn cell(cell: &Cell) -> String {
    if cell.tally.claims == 0 {
        return "no evidence".to_owned();
    }
    let mut lines = vec![
        format!("**{}**", escaped(&position_words(&cell.positions))),
        format!("{}: {}", strength_words(&cell.tally), standing_words(&cell.tally)),
    ];
    let figures: Vec<String> = key_figures(cell).map(|key| escaped(&key.figure.text)).collect();
    if !figures.is_empty() {
        lines.push(figures.join(" · "));
    }
    lines.extend(cell.quotes.iter().map(|evidence| {
        let text = shorten(&evidence.quote.text, evidence.focus, QUOTE);
        format!("“{}” ({})", escaped(&text), escaped(&place(evidence)))
    }));
    lines.join("<br>")
}

fn header(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    let mut out = String::new();
    let columns = names.len();
    line(&mut out, names.into_iter());
    line(&mut out, std::iter::repeat_n("---".to_owned(), columns));
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        let _ = write!(out, " {cell} |");
    }
    out.push('\n');
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '#' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_an_article_stay_text() {
        assert_eq!(escaped("a|b <i>*c*"), "a\\|b &lt;i>\\*c\\*");
    }
}
