//! What a figure is said per: "a month", "/hr", "per MW", "per million tokens".

use super::line::Line;
use super::number;

/// The rate of a figure.
#[derive(Clone, Debug)]
pub(super) struct RateAt {
    /// Singular: `month`, `hour`, `MW`, `1M token`.
    pub(super) per: String,
    /// One past its last token.
    pub(super) end: usize,
    /// Joined by a slash: it belongs to the figure's own words.
    pub(super) slash: bool,
}

/// The rate behind the token before `at`; sums of `money` are also said per share, chip or number of tokens.
pub(super) fn read(line: &Line<'_>, at: usize, money: bool) -> Option<RateAt> {
    if line.mark(at) == Some('/') {
        if !line.glued(at) {
            return None;
        }
        let (per, end) = whole(line, at + 1, money)?;
        return Some(RateAt { per, end, slash: true });
    }
    let rate = |(per, end)| Some(RateAt { per, end, slash: false });
    match line.word(at) {
        "per" => rate(whole(line, at + 1, true)?),
        "a" | "an" | "each" | "every" => {
            let next = line.word(at + 1);
            let known = period(next) || money && priced(next);
            if known { rate(whole(line, at + 1, false)?) } else { None }
        }
        "annually" | "yearly" => rate(("year".to_owned(), at + 1)),
        "monthly" => rate(("month".to_owned(), at + 1)),
        "weekly" => rate(("week".to_owned(), at + 1)),
        "daily" => rate(("day".to_owned(), at + 1)),
        "hourly" => rate(("hour".to_owned(), at + 1)),
        _ => None,
    }
}

/// "hour", "MW-day", "GPU/hr", "GPU per hour", "1M input tokens", "million tokens".
fn whole(line: &Line<'_>, at: usize, counted: bool) -> Option<(String, usize)> {
    if counted
        && let Some(number) =
            number::read(line, at, false).filter(|number| number.magnitude > 1.0 || number.mantissa > 1.0)
    {
        return quantity(line, at, number.end);
    }
    if counted && number::magnitude(line.word(at)).is_some() {
        return quantity(line, at, at + 1);
    }
    let mut per = unit(line.raw(at))?;
    let mut end = at + 1;
    let joint = line.hyphen(end) || line.mark(end) == Some('/') && line.glued(end) && line.glued(end + 1);
    let again = line.word(end) == "per" && period(line.word(end + 1));
    let beside = matches!(line.word(end), "hour" | "hours") && !period(line.word(at));
    let next = if beside { end } else { end + 1 };
    if (joint || again || beside)
        && let Some(second) = unit(line.raw(next))
    {
        per = format!("{per}-{second}");
        end = next + 1;
    }
    Some((per, end))
}

/// A number of things: "1M input tokens".
fn quantity(line: &Line<'_>, from: usize, number_end: usize) -> Option<(String, usize)> {
    let mut end = number_end;
    while end < number_end + 3 && !super::counts::is_plural(line, end) {
        end += 1;
    }
    super::counts::is_plural(line, end).then(|| {
        let words = line.slice(from, end);
        (format!("{words} {}", super::counts::singular(line.raw(end))).trim().to_owned(), end + 1)
    })
}

/// The unit as it is written, in the singular; periods in full.
fn unit(raw: &str) -> Option<String> {
    let full = match raw {
        "" => return None,
        "yr" | "yrs" | "y" => "year",
        "mo" | "mos" => "month",
        "wk" => "week",
        "d" => "day",
        "hr" | "hrs" | "h" => "hour",
        "min" => "minute",
        "s" | "sec" => "second",
        "tok" => "token",
        "qtr" => "quarter",
        _ => {
            let stem = raw.strip_suffix('s').unwrap_or(raw);
            let symbol = stem.bytes().any(|byte| byte.is_ascii_uppercase());
            return Some(if symbol && stem != "GPU" && stem != "TPU" {
                raw.to_owned()
            } else {
                super::counts::singular(raw)
            });
        }
    };
    Some(full.to_owned())
}

fn period(word: &str) -> bool {
    matches!(
        word,
        "second"
            | "minute"
            | "hour"
            | "day"
            | "night"
            | "week"
            | "month"
            | "quarter"
            | "year"
            | "decade"
            | "annum"
            | "hr"
            | "yr"
    )
}

/// What prices are said for with an article.
fn priced(word: &str) -> bool {
    matches!(
        word,
        "share"
            | "barrel"
            | "ton"
            | "tonne"
            | "token"
            | "gpu"
            | "chip"
            | "unit"
            | "piece"
            | "head"
            | "watt"
            | "kilowatt"
            | "megawatt"
            | "gigawatt"
            | "seat"
            | "user"
            | "gallon"
            | "pound"
    )
}
