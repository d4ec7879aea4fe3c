//! Amounts that stand together: ranges ("$115-135B", "between 60 and 65 billion dollars"), and lists that name their
//! unit once ("8 and 16 GPUs").

use super::amount::{self, Amount};
use super::line::Line;
use super::number::Form;
use super::units::{Measure, UnitAt};
use super::{counts, exclusions, ratios};

/// How far a bare number looks ahead for the unit that it shares.
const LONGEST_LIST: usize = 6;

/// A figure's value and the tokens it is read from.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    pub(super) low: f64,
    pub(super) high: f64,
    /// `None` where nothing says what is counted.
    pub(super) measure: Option<Measure>,
    /// First token and one past the last, of all.
    pub(super) tokens: (usize, usize),
    /// Of the number or numbers, with their magnitudes.
    pub(super) number: (usize, usize),
    /// Of the unit; it may stand behind a later number that shares it.
    pub(super) unit: Option<(usize, usize)>,
    pub(super) plus: bool,
}

/// The quantity that `first` opens: a range with the amount behind it, or the amount alone.
pub(super) fn read(line: &Line<'_>, first: &Amount) -> Option<Quantity> {
    if let Some((joint, second)) = range_partner(line, first)
        && let Some(range) = range(line, first, &second, joint)
    {
        return Some(range);
    }
    single(line, first)
}

/// The ratio in words or as a fraction at `at`, or the range of two: "1/10th to 1/5th".
pub(super) fn ratio(line: &Line<'_>, at: usize) -> Option<Quantity> {
    let first = ratios::read(line, at)?;
    let second = match line.word(first.end) {
        "to" | "or" => ratios::read(line, first.end + 1).filter(|second| second.value > first.value),
        _ => None,
    };
    let last = second.unwrap_or(first);
    let tokens = (at, last.end);
    Some(Quantity {
        low: first.value,
        high: last.value,
        measure: Some(Measure::Ratio),
        tokens,
        number: tokens,
        unit: None,
        plus: false,
    })
}

/// True where the amount opens a range whose unit stands behind the second number, so that it can be no label.
pub(super) fn shares_unit_ahead(line: &Line<'_>, first: &Amount) -> bool {
    !exclusions::is_bare_year(line, first)
        && range_partner(line, first)
            .is_some_and(|(joint, second)| joint == Joint::Dash && second.unit.is_some())
}

/// How two amounts of a range are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    Word,
}

/// The amount that ends the range, where one stands behind `first`.
fn range_partner(line: &Line<'_>, first: &Amount) -> Option<(Joint, Amount)> {
    let (kind, at) = joint(line, first)?;
    let at = if matches!(line.mark(at), Some('~' | '≈')) { at + 1 } else { at };
    let second = amount::read(line, at)?;
    let taken = exclusions::is_round_plural(line, &second)
        || exclusions::is_bare_year(line, &second) && first.unit.is_some()
        || second.number.form == Form::Words
            && second.unit.is_none()
            && !second.number.is_magnified()
            && !followed_by_things(line, &second)
        || line.glued(second.end) && !line.raw(second.end).is_empty() && line.word(second.end) != "x";
    (!taken).then_some((kind, second))
}

/// What joins the amount to the next one as a range, and the token behind it.
fn joint(line: &Line<'_>, first: &Amount) -> Option<(Joint, usize)> {
    let at = first.end;
    let dash = matches!(line.mark(at), Some('-' | '–' | '−' | '\u{2010}' | '\u{2011}' | '~'));
    if dash && line.hyphen(at) && line.word(at + 1) == "to" && line.hyphen(at + 2) {
        return Some((Joint::Word, at + 3));
    }
    if dash && line.glued(at) == line.glued(at + 1) {
        return Some((Joint::Dash, at + 1));
    }
    match (line.word(at), line.word(at + 1)) {
        ("to", _) if !is_change(line, first) => Some((Joint::Word, at + 1)),
        ("up", "to") => Some((Joint::Word, at + 2)),
        ("and", _) if is_between(line, first) => Some((Joint::Word, at + 1)),
        ("or", _) if is_neighbour(line, first) => Some((Joint::Word, at + 1)),
        (_, _) => None,
    }
}

/// True where "between" opens the pair, perhaps with a word before the number.
fn is_between(line: &Line<'_>, first: &Amount) -> bool {
    line.word_before(first.from, 1) == "between" || line.word_before(first.from, 2) == "between"
}

/// "two or three years": a number and the next.
fn is_neighbour(line: &Line<'_>, first: &Amount) -> bool {
    let next = amount::read(line, first.end + 1);
    first.unit.is_none()
        && next.is_some_and(|next| (next.number.mantissa - first.number.mantissa - 1.0).abs() < 1e-9)
}

/// "rose from 5 to 10 GW": two states of one thing, and no range.
fn is_change(line: &Line<'_>, first: &Amount) -> bool {
    let from = (1..=3).find(|&back| line.word_before(first.from, back) == "from");
    let Some(from) = from.and_then(|back| first.from.checked_sub(back)) else { return false };
    (1..=8).any(|back| changes(line.word_before(from, back))) && !spans(line.word_before(from, 1))
}

fn spans(word: &str) -> bool {
    matches!(
        word,
        "range" | "ranges" | "ranging" | "ranged" | "vary" | "varies" | "varying" | "varied" | "anywhere"
    )
}

fn changes(word: &str) -> bool {
    const STEMS: [&str; 31] = [
        "grow", "grew", "rise", "rising", "rose", "increas", "jump", "climb", "expand", "scal", "drop",
        "fall", "fell", "declin", "reduc", "shrink", "shrank", "shrunk", "improv", "boost", "rais", "surg",
        "soar", "revis", "upgrad", "cutting", "slash", "lower", "mov", "doubl", "tripl",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
        || matches!(
            word,
            "go" | "goes"
                | "going"
                | "went"
                | "gone"
                | "up"
                | "down"
                | "cut"
                | "cuts"
                | "came"
                | "comes"
                | "swung"
                | "ramp"
                | "ramps"
                | "ramping"
        )
}

/// The two amounts as one figure, where they measure the same and ascend.
fn range(line: &Line<'_>, first: &Amount, second: &Amount, joint: Joint) -> Option<Quantity> {
    let things = if second.unit.is_none() { counts::read(line, second.end) } else { None };
    let unit = match (&first.unit, &second.unit) {
        (Some(own), Some(other)) => (own.measure == other.measure).then_some(other)?,
        (None, Some(other)) => other,
        (Some(own), None) => {
            let magnified = second.number.is_magnified();
            let apart = joint == Joint::Word && magnified != first.number.is_magnified() && !magnified;
            if things.is_some() && joint == Joint::Word || apart || has_unit_behind(first) {
                return None;
            }
            own
        }
        (None, None) => return counted_range(line, first, second, things),
    };
    let low_unit = first.unit.as_ref().unwrap_or(unit);
    let low = first.value_in(Some(low_unit), shared_magnitude(first, second));
    let high = second.value_in(Some(unit), second.number.magnitude);
    let unit_tokens = (unit.from, unit.to);
    ordered(low, high).map(|()| Quantity {
        low,
        high,
        measure: Some(unit.measure.clone()),
        tokens: (first.from, second.end.max(first.end)),
        number: (first.digits_at, second.number.end),
        unit: Some(unit_tokens),
        plus: second.number.plus,
    })
}

/// A range of things counted, or of bare numbers behind "between" and the like.
fn counted_range(
    line: &Line<'_>,
    first: &Amount,
    second: &Amount,
    things: Option<counts::ThingsAt>,
) -> Option<Quantity> {
    let (low, high) = (
        first.value_in(None, shared_magnitude(first, second)),
        second.value_in(None, second.number.magnitude),
    );
    ordered(low, high)?;
    let sized =
        matches!(second.number.form, Form::Suffixed | Form::Magnitude) || first.number.form == Form::Suffixed;
    let said = is_between(line, first)
        || line.word_before(first.from, 1) == "from" && spans(line.word_before(first.from, 2));
    if things.is_none() && !sized && !said {
        return None;
    }
    let end = things.as_ref().map_or(second.end, |things| things.to);
    Some(Quantity {
        low,
        high,
        unit: things.as_ref().map(|things| (things.from, things.to)),
        measure: things.map(|things| Measure::Thing(things.name)).or_else(|| parameters(second)),
        tokens: (first.from, end),
        number: (first.digits_at, second.number.end),
        plus: second.number.plus,
    })
}

/// The magnitude of the first number: its own, or that of the second where the pair writes it once.
fn shared_magnitude(first: &Amount, second: &Amount) -> f64 {
    let own = first.number.magnitude;
    let shares = !first.number.is_magnified()
        && first.number.mantissa < 1000.0
        && first.number.mantissa <= second.number.mantissa
        && !has_unit_behind(first);
    if shares { second.number.magnitude } else { own }
}

/// True where a unit closes the amount: no magnitude can follow, and no later number takes it over.
fn has_unit_behind(amount: &Amount) -> bool {
    amount.unit.as_ref().is_some_and(|unit| unit.from > amount.digits_at)
}

fn ordered(low: f64, high: f64) -> Option<()> {
    (low.is_finite() && high.is_finite() && low <= high).then_some(())
}

/// One amount, with its own unit, a unit it shares, or what it counts.
fn single(line: &Line<'_>, amount: &Amount) -> Option<Quantity> {
    let value = |unit: Option<&UnitAt>, magnitude: f64| {
        let value = amount.value_in(unit, magnitude);
        value.is_finite().then_some(value)
    };
    let number = (amount.digits_at, amount.number.end);
    let plus = amount.number.plus;
    let quantity = |low, measure, end, unit| {
        Some(Quantity { low, high: low, measure, tokens: (amount.from, end), number, unit, plus })
    };
    if let Some(unit) = &amount.unit {
        return quantity(
            value(Some(unit), amount.number.magnitude)?,
            Some(unit.measure.clone()),
            amount.end,
            Some((unit.from, unit.to)),
        );
    }
    if let Some(things) = counts::read(line, amount.end)
        .filter(|_| !exclusions::is_bare_word(amount) && !sizes_a_model(line, amount))
    {
        let low = value(None, amount.number.magnitude)?;
        return quantity(low, Some(Measure::Thing(things.name)), things.to, Some((things.from, things.to)));
    }
    if let Some((shared, magnitude)) = shared_unit(line, amount) {
        let unit = (shared.from, shared.to);
        return quantity(value(Some(&shared), magnitude)?, Some(shared.measure), amount.end, Some(unit));
    }
    let own_size = match amount.number.form {
        Form::Suffixed | Form::Magnitude => true,
        Form::Words => amount.number.magnitude >= 1000.0,
        Form::Digits => {
            line.slice(amount.digits_at, amount.digits_at + 1).contains(',') || is_cell(line, amount)
        }
        Form::Plain => is_cell(line, amount),
        Form::LooselySuffixed | Form::Article => false,
    };
    if own_size {
        quantity(value(None, amount.number.magnitude)?, parameters(amount), amount.end, None)
    } else {
        None
    }
}

/// "a 3B model", "the 743B base": a size, and no number of models.
fn sizes_a_model(line: &Line<'_>, amount: &Amount) -> bool {
    amount.number.form == Form::Suffixed
        && amount.number.magnitude >= 1e9
        && matches!(
            line.word(amount.end),
            "model" | "variant" | "base" | "llm" | "version" | "checkpoint" | "dense" | "moe"
        )
}

/// Billions written with a letter and nothing behind them are sizes of models.
fn parameters(amount: &Amount) -> Option<Measure> {
    (amount.number.form == Form::Suffixed && amount.number.magnitude >= 1e9)
        .then(|| Measure::Thing("parameter".to_owned()))
}

/// The unit, and the magnitude, that a bare number takes from a later one of its list: "5, 10 and 15 GW", "9 of 12 benchmarks".
fn shared_unit(line: &Line<'_>, amount: &Amount) -> Option<(UnitAt, f64)> {
    if !matches!(amount.number.form, Form::Plain | Form::Digits | Form::Words) || amount.number.is_magnified()
    {
        return None;
    }
    let mut at = amount.end;
    for _ in 0..LONGEST_LIST {
        // "down to 2.6, 5% dead": only a conjunction closes a list
        let comma = line.mark(at) == Some(',') && !matches!(line.word(at + 1), "and" | "or");
        at = list_link(line, at)?;
        let next = amount::read(line, at)?;
        let magnitude =
            if amount.number.mantissa < 1000.0 && !next.currency { next.number.magnitude } else { 1.0 };
        if exclusions::is_bare_year(line, &next)
            || next.currency && next.unit.as_ref().is_some_and(|unit| unit.from < next.digits_at)
        {
            return None;
        }
        if let Some(unit) = next.unit {
            if comma {
                return None;
            }
            return Some((unit, next.number.magnitude.max(magnitude)));
        }
        if let Some(things) = counts::read(line, next.end).filter(|_| amount.number.form != Form::Words) {
            let unit = UnitAt {
                measure: Measure::Thing(things.name),
                times: 1.0,
                over: 1.0,
                from: things.from,
                to: things.to,
            };
            return Some((unit, magnitude));
        }
        at = next.end;
    }
    None
}

/// The token behind what joins the numbers of a list.
fn list_link(line: &Line<'_>, at: usize) -> Option<usize> {
    match line.word(at) {
        "and" | "or" | "to" | "versus" | "vs" => return Some(at + 1),
        "of" => {
            return Some(
                at + 1 + usize::from(matches!(line.word(at + 1), "the" | "its" | "their" | "our" | "all")),
            );
        }
        "out" if line.word(at + 1) == "of" => return Some(at + 2),
        _ => {}
    }
    match line.mark(at)? {
        ',' if line.word(at + 1) == "and" || line.word(at + 1) == "or" => Some(at + 2),
        ',' if !line.glued(at + 1) => Some(at + 1),
        '/' if !line.glued(at) => Some(at + 1),
        '→' => Some(at + 1),
        _ => None,
    }
}

/// A bare number that fills a cell of a table row, but for the first: that one numbers the row.
fn is_cell(line: &Line<'_>, amount: &Amount) -> bool {
    let before = amount.from.checked_sub(1).and_then(|before| line.mark(before));
    let opens = before == Some('|') && amount.from > 1;
    opens && (amount.end == line.len() || line.mark(amount.end) == Some('|'))
}

fn followed_by_things(line: &Line<'_>, amount: &Amount) -> bool {
    counts::read(line, amount.end).is_some()
}
