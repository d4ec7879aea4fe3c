//! The phrases of a cell of a comparison, the same in every format for people: its figures in the magnitude of its row, and
//! where sources disagree.

use std::cmp::Ordering;

use super::amount::Scale;
use super::sides::{between_words, period_words};
use super::words::counted;
use crate::analyze::{Figure, Unit};
use crate::study::{Cell, Comparison, Dispute, KeyFigure, Pair, Reason};
use crate::taxonomy::Name;

/// So many figures a cell shows, and so many disagreements.
const FIGURES: usize = 4;
const DISAGREEMENTS: usize = 2;

/// What a reader must know of the marks, where there are any.
pub(super) const LEGEND: &str =
    "≠ sources disagree, → a later source gives another value: `stratscan conflicts` shows both.";

/// The magnitudes of a row.
pub(super) fn scale(cells: &[Cell]) -> Scale {
    let figures = cells.iter().flat_map(shown).map(|key| &key.figure);
    let sides = cells.iter().flat_map(disputed).flat_map(|pair| [&pair.earlier.figure, &pair.later.figure]);
    Scale::of(figures.chain(sides))
}

/// True where a cell has a mark.
pub(super) fn is_marked(comparison: &Comparison) -> bool {
    let mut cells = comparison.rows.iter().flat_map(|row| &row.cells);
    cells.any(|cell| !cell.disputed.is_empty() || !cell.disputes.is_empty())
}

/// The figures a cell shows, money first, then power, then the rest; larger before smaller.
pub(super) fn figure_words(cell: &Cell, scale: &Scale) -> Vec<String> {
    let mut figures: Vec<&Figure> = shown(cell).map(|key| &key.figure).collect();
    figures.sort_by(|a, b| family(a).cmp(&family(b)).then_with(|| larger(a, b)));
    figures.into_iter().map(|figure| scale.amount(figure)).collect()
}

/// `newest 2025-11-21`.
pub(super) fn newest_words(cell: &Cell) -> String {
    cell.tally.newest.map_or_else(|| "undated".to_owned(), |date| format!("newest {date}"))
}

/// A line for each of the first disagreements, and how many there are besides.
pub(super) fn disagreement_words(cell: &Cell, company: &Name, scale: &Scale) -> Vec<String> {
    let positions = cell.disputes.iter().map(dispute_words);
    let figures = disputed(cell).map(|pair| pair_words(pair, company, scale));
    let mut words: Vec<String> = positions.chain(figures).collect();
    words.dedup();
    let more = words.len().saturating_sub(DISAGREEMENTS);
    words.truncate(DISAGREEMENTS);
    if more > 0 {
        words.push(format!("and {} more", counted(more, "disagreement")));
    }
    words
}

/// The figures a cell shows: a few of those beside the words that decided the axis; others may be about something else.
fn shown(cell: &Cell) -> impl Iterator<Item = &KeyFigure> {
    cell.figures.iter().filter(|key| key.beside && !is_detail(&key.figure.unit)).take(FIGURES)
}

/// Memory, the size of structures and times below a year describe a product or a story, not a strategy.
fn is_detail(unit: &Unit) -> bool {
    const DETAILS: [&str; 13] = [
        "KB",
        "MB",
        "GB",
        "TB",
        "PB",
        "nm",
        "millisecond",
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
    ];
    match unit {
        Unit::Count(unit) => DETAILS.contains(&unit.as_ref()),
        Unit::Currency(_) | Unit::Watt | Unit::WattHour | Unit::Ratio => false,
    }
}

/// Conflicts before revisions, as they come.
fn disputed(cell: &Cell) -> impl Iterator<Item = &Pair> {
    cell.disputed.iter()
}

fn family(figure: &Figure) -> u8 {
    match figure.unit {
        Unit::Currency(_) => 0,
        Unit::Watt | Unit::WattHour => 1,
        Unit::Count(_) => 2,
        Unit::Ratio => 3,
    }
}

fn larger(a: &Figure, b: &Figure) -> Ordering {
    let same_unit = a.unit == b.unit;
    if same_unit { b.high.total_cmp(&a.high) } else { Ordering::Equal }
}

fn dispute_words(dispute: &Dispute) -> String {
    let mark = if dispute.reason == Reason::Revision { "→" } else { "≠" };
    format!("{mark} {}", between_words(dispute))
}

/// `≠ capital expenditure for 2025: $60–65B or $130B`.
fn pair_words(pair: &Pair, company: &Name, scale: &Scale) -> String {
    let others: Vec<&str> =
        pair.parties.iter().filter(|party| *party != company).map(AsRef::as_ref).collect();
    let with = if others.is_empty() { String::new() } else { format!(" with {}", others.join(", ")) };
    let period = match (pair.earlier.period, pair.later.period) {
        (Some(one), Some(other)) if one == other => format!(" for {}", period_words(one.0, one.1)),
        (Some(_) | None, Some(_) | None) => String::new(),
    };
    let (one, other) = (scale.amount(&pair.earlier.figure), scale.amount(&pair.later.figure));
    let (mark, joint) = if pair.reason == Reason::Revision { ("→", ", later") } else { ("≠", " or") };
    format!("{mark} {}{with}{period}: {one}{joint} {other}", pair.label)
}
