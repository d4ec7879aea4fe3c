//! Quantities: a number with its magnitude and unit, as a value in a base unit, with bound, rate and the words it stands
//! on. A sentence is cut once; then readers for ratios, money, power, other units and counted things look at a bounded
//! stretch of tokens each, so that the time is linear. Dates, names, versions and ranks are no figures, and whose a
//! figure is, or of what year, is not said here.

mod amount;
mod bounds;
mod counts;
mod exclusions;
pub(super) mod gate;
mod joins;
pub(super) mod line;
mod money;
pub(super) mod number;
mod openers;
mod rates;
mod ratios;
mod units;

use self::joins::Quantity;
use self::line::Line;
use self::units::Measure;
use super::wording::Cut;
use super::{Bound, Figure, Unit};

pub(super) use self::openers::{first_words, may_hold, openers};
use crate::text::Span;

/// The figures of the sentence at `sentence` of `text`, in order, not overlapping; their spans index `text`.
pub fn figures(text: &str, sentence: Span) -> Vec<Figure> {
    let cut = Cut::of_language(sentence.of(text));
    let wording = cut.whole();
    if may_hold(&wording) { in_line(&Line::cut(text, sentence, &wording)) } else { Vec::new() }
}

/// The same for a sentence that is cut already.
pub(super) fn in_line(line: &Line<'_>) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = line.opening_from(from) {
        from = if line.may_open(at) { read(line, at, &mut found).max(at + 1) } else { at + 1 };
    }
    found
}

/// True where the number at `at` has a unit or something counted right behind it, so that it is no year.
pub(super) fn units_follow(line: &Line<'_>, at: usize) -> bool {
    amount::read(line, at).is_some_and(|amount| {
        let measured = amount.unit.is_some() || amount.number.is_magnified() || amount.number.plus;
        measured && !exclusions::is_year_of_a_quarter(line, &amount)
            || exclusions::is_round_count(line, &amount)
    })
}

/// Reads what starts at the token `at` into `found`; the token to go on from.
fn read(line: &Line<'_>, at: usize, found: &mut Vec<Figure>) -> usize {
    if let Some(quantity) = joins::ratio(line, at) {
        let (figure, end) = figure(line, quantity);
        found.push(figure);
        return end;
    }
    let Some(amount) = amount::read(line, at) else { return at };
    let label = exclusions::is_label(line, &amount) && !joins::shares_unit_ahead(line, &amount);
    if label || exclusions::is_no_quantity(line, &amount) {
        return amount.end;
    }
    let Some(quantity) = joins::read(line, &amount) else { return amount.end };
    let (figure, end) = figure(line, quantity);
    found.push(figure);
    end
}

/// The figure, and the token behind it and its rate.
fn figure(line: &Line<'_>, quantity: Quantity) -> (Figure, usize) {
    let (from, mut to) = quantity.tokens;
    let duration = matches!(&quantity.measure, Some(Measure::Plain(unit)) if units::is_period(unit));
    let bound = bounds::read(line, from, to, duration).or_else(|| quantity.plus.then_some(Bound::AtLeast));
    let behind = if line.mark(to) == Some('+') && line.glued(to) { to + 1 } else { to };
    let money = matches!(quantity.measure, Some(Measure::Currency(_)));
    let rate = rates::read(line, behind, money);
    let end = rate.as_ref().map_or(behind, |rate| rate.end);
    if let Some(rate) = rate.as_ref().filter(|rate| rate.slash) {
        to = rate.end;
    }
    let figure = Figure {
        text: line.slice(from, to).to_owned(),
        span: line.span(from, to),
        number: line.span(quantity.number.0, quantity.number.1),
        unit_span: quantity.unit.map(|(from, to)| line.span(from, to)),
        low: tidy(quantity.low),
        high: tidy(quantity.high),
        unit: unit(quantity.measure),
        bound,
        rate: rate.map(|rate| rate.per),
    };
    (figure, end)
}

fn unit(measure: Option<Measure>) -> Unit {
    match measure {
        Some(Measure::Currency(code)) => Unit::Currency(code.into()),
        Some(Measure::Watt) => Unit::Watt,
        Some(Measure::WattHour) => Unit::WattHour,
        Some(Measure::Ratio) => Unit::Ratio,
        Some(Measure::Plain(name)) => Unit::Count(name.into()),
        Some(Measure::Thing(name)) => Unit::Count(name.into()),
        None => Unit::Count("unit".into()),
    }
}

/// Twelve digits: 2.32 billion is 2320000000, whatever the last bit of the product says.
fn tidy(value: f64) -> f64 {
    if value.fract() == 0.0 && value.abs() < 1e12 {
        return value;
    }
    format!("{value:.11e}").parse().unwrap_or(value)
}
