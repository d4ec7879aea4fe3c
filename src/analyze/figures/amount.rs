//! One number with the currency before it and the unit behind it.

use super::line::Line;
use super::number::{self, Form, Number};
use super::units::{self, Measure, UnitAt};
use super::{counts, money};

/// A number and how it is measured, not yet judged.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// First token: the sign or currency where there is one.
    pub(super) from: usize,
    /// The token of the first digit or number word.
    pub(super) digits_at: usize,
    pub(super) number: Number,
    /// A minus stands before it.
    pub(super) negative: bool,
    /// Its unit, where it has one of its own; what is counted comes later.
    pub(super) unit: Option<UnitAt>,
    /// The unit is a currency.
    pub(super) currency: bool,
    /// One past its last token.
    pub(super) end: usize,
}

impl Amount {
    /// Its value in `unit`.
    pub(super) fn value_in(&self, unit: Option<&UnitAt>, magnitude: f64) -> f64 {
        let sign = if self.negative { -1.0 } else { 1.0 };
        let value = sign * self.number.mantissa * magnitude;
        unit.map_or(value, |unit| value * unit.times / unit.over)
    }
}

/// The amount whose first token is `at`.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Amount> {
    let (mut next, negative) = sign(line, at);
    if let Some(currency) = money::before(line, next) {
        let from = next;
        next = currency.end;
        if matches!(line.mark(next), Some('~' | '-' | '−')) && line.glued(next + 1) {
            next += 1;
        }
        let number = number::read(line, next, true).filter(|number| number.form != Form::Article)?;
        return Some(sum(
            line,
            Amount {
                from: at,
                digits_at: next,
                number,
                negative,
                unit: None,
                currency: true,
                end: number.end,
            },
            currency,
            from,
        ));
    }
    if let Some(number) = number::read(line, next, false) {
        let amount = Amount {
            from: at,
            digits_at: next,
            number,
            negative,
            unit: None,
            currency: false,
            end: number.end,
        };
        return Some(measured(line, amount));
    }
    article(line, at)
}

/// A minus or a plus right before the number, or the word "minus": the token behind it, and whether it is a minus.
fn sign(line: &Line<'_>, at: usize) -> (usize, bool) {
    if line.word(at) == "minus" {
        return (at + 1, true);
    }
    if is_sign(line, at) { (at + 1, line.mark(at) != Some('+')) } else { (at, false) }
}

/// True where a minus or a plus stands at `at` and touches what follows only.
pub(super) fn is_sign(line: &Line<'_>, at: usize) -> bool {
    let touches_left =
        || at > 0 && line.glued(at) && !matches!(line.mark(at - 1), Some('(' | '|' | '"' | '“' | '~'));
    matches!(line.mark(at), Some('-' | '−' | '+')) && line.glued(at + 1) && !touches_left()
}

/// A sum of money with its currency before it; a code behind it says the same once more.
fn sum(line: &Line<'_>, mut amount: Amount, currency: money::CurrencyAt, symbol_at: usize) -> Amount {
    amount.unit = Some(unit(currency.code, 1.0, symbol_at, currency.end));
    if let Some(again) = money::behind(line, amount.end)
        .filter(|again| again.code == currency.code && again.magnitude <= 1.0 && !again.is_coin())
        && line.mark(amount.end).is_none()
    {
        amount.end = again.end;
    }
    amount
}

/// A number with the unit behind it.
fn measured(line: &Line<'_>, mut amount: Amount) -> Amount {
    let at = amount.number.end;
    if let Some(currency) = money::behind(line, at) {
        amount.number.magnitude *= currency.magnitude;
        amount.unit = Some(unit(currency.code, currency.scale, at, currency.end));
        amount.currency = true;
        amount.end = currency.end;
        if !currency.is_coin()
            && let Some((coins, end)) = money::coins(line, currency.end)
        {
            amount.number.mantissa += coins / amount.number.magnitude;
            amount.end = end;
        }
    } else if let Some(unit) = units::read(line, at) {
        amount.end = unit.to;
        amount.unit = Some(unit);
    } else if let Some(unit) = money_in(line, at, amount.number.magnitude) {
        amount.unit = Some(unit);
        amount.currency = true;
    } else if let Some(unit) = measured_before(line, amount.from, amount.number.form) {
        amount.unit = Some(unit);
    }
    if line.mark(amount.end) == Some('+') && line.glued(amount.end) && line.digits(amount.end + 1).is_none() {
        amount.number.plus = true;
        amount.end += 1;
    }
    amount
}

/// "4 trillion in market value": millions of what is only ever money are dollars.
fn money_in(line: &Line<'_>, at: usize, magnitude: f64) -> Option<UnitAt> {
    if magnitude < 1e6 || line.word(at) != "in" {
        return None;
    }
    let money = |word: &str| {
        matches!(
            word,
            "revenue"
                | "revenues"
                | "sales"
                | "funding"
                | "capital"
                | "capitalization"
                | "capex"
                | "debt"
                | "equity"
                | "cash"
                | "profit"
                | "profits"
                | "losses"
                | "spending"
                | "valuation"
                | "market"
                | "financing"
                | "investment"
                | "investments"
        )
    };
    let noun = if money(line.word(at + 1)) { at + 1 } else { at + 2 };
    money(line.word(noun)).then(|| unit("USD", 1.0, noun, noun + 1))
}

/// Units said before their number: "age 34", "scored 8.3", "a PUE of 1.1".
fn measured_before(line: &Line<'_>, from: usize, form: Form) -> Option<UnitAt> {
    if !matches!(form, Form::Plain | Form::Digits) {
        return None;
    }
    let mut at = from.checked_sub(1)?;
    while at > 0
        && (matches!(line.word(at), "of" | "at" | "is" | "was" | "under" | "below" | "about" | "around")
            || matches!(line.mark(at), Some(':' | '~' | '=')))
    {
        at -= 1;
    }
    let linked = at + 1 < from;
    let measure = match line.word(at) {
        "age" | "aged" => Measure::Plain("year"),
        "score" | "scores" if linked => Measure::Plain("point"),
        "scored" | "scoring" => Measure::Plain("point"),
        "pue" => Measure::Ratio,
        _ => return None,
    };
    let counted = counts::read(line, from + 1).is_some();
    (!counted).then_some(UnitAt { measure, times: 1.0, over: 1.0, from: at, to: at + 1 })
}

/// "a gigawatt", "half a megawatt", "a half-gigawatt": a unit of power with no number word of its own.
fn article(line: &Line<'_>, at: usize) -> Option<Amount> {
    let (mantissa, next) = match (line.word(at), line.word(at + 1)) {
        ("half", "a") | ("a" | "an", "half") => (0.5, at + 2),
        ("half", _) => (0.5, at + 1),
        ("a", _) => (1.0, at + 1),
        (_, _) => return None,
    };
    let from = if mantissa < 1.0 && line.hyphen(next) { next + 1 } else { next };
    let unit = units::power_word(line, from)?;
    // "a gigawatt-scale site" names a size class
    if line.hyphen(unit.to) && line.word(at) != "half" {
        return None;
    }
    let number = Number { mantissa, magnitude: 1.0, form: Form::Article, plus: false, end: next };
    Some(Amount {
        from: at,
        digits_at: at,
        number,
        negative: false,
        currency: false,
        end: unit.to,
        unit: Some(unit),
    })
}

fn unit(code: &'static str, scale: f64, from: usize, to: usize) -> UnitAt {
    let over = if scale < 1.0 { 100.0 } else { 1.0 };
    UnitAt { measure: Measure::Currency(code), times: 1.0, over, from, to }
}
