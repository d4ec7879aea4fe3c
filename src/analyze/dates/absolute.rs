//! Periods that are named with their year: "2025", "January 15, 2025", "Q1 2026", "FY2025", "summer 2026", "the 2030s".

use std::ops::Range;

use super::Named;
use super::calendar::{self, Interval};
use crate::analyze::figures::line::Line;
use crate::analyze::figures::units_follow;
use crate::text::month_named;

/// The period at `at`.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Named> {
    if !line.word(at).is_empty() {
        month_first(line, at)
            .or_else(|| quarter(line, at))
            .or_else(|| half(line, at))
            .or_else(|| season(line, at))
            .or_else(|| year(line, at))
    } else if let Some(digits) = line.digits(at) {
        if digits.value < 100.0 {
            day_first(line, at)
        } else if YEARS.contains(&digits.value) {
            quarter(line, at).or_else(|| decade(line, at)).or_else(|| years(line, at))
        } else {
            None
        }
    } else if line.mark(at).is_some() {
        quarter(line, at)
    } else {
        iso(line, at).or_else(|| short_range(line, at))
    }
}

/// A year, calendar or fiscal, at `at`: "2025", "FY25", "fiscal 2025", "'25". A fiscal one is taken as the calendar year, since
/// no article says when another one starts.
pub(super) fn year(line: &Line<'_>, at: usize) -> Option<Named> {
    let (year, end) = year_number(line, at)?;
    Some(Named { interval: calendar::year(year)?, end })
}

/// The number of the year at `at`, and the token behind it.
fn year_number(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    if let Some(year) = four_digits(line, at) {
        return Some((year, at + 1));
    }
    let apostrophe = matches!(line.mark(at), Some('\'' | '’')) && line.glued(at + 1);
    if apostrophe && line.slice(at + 1, at + 2).len() == 2 {
        return Some((2000 + small(line, at + 1)?, at + 2));
    }
    let word = line.word(at);
    if matches!(word, "fiscal" | "fy" | "cy") {
        let next = if line.word(at + 1) == "year" { at + 2 } else { at + 1 };
        return four_digits(line, next).map(|year| (year, next + 1));
    }
    let digits = word.strip_prefix("fy").or_else(|| word.strip_prefix("cy"))?;
    let year = digits.parse::<i16>().ok()?;
    let year = if digits.len() == 2 { 2000 + year } else { year };
    plausible(year).then_some((year, at + 1))
}

/// The plain number at `at`, where it is a year that articles speak of.
fn four_digits(line: &Line<'_>, at: usize) -> Option<i16> {
    line.digits(at).filter(|digits| digits.plain && YEARS.contains(&digits.value))?;
    let written = line.slice(at, at + 1);
    let year = written.parse::<i16>().ok().filter(|&year| plausible(year))?;
    let joined = line.glued(at + 1) && !line.raw(at + 1).is_empty();
    (!joined).then_some(year)
}

/// Years that articles speak of.
const YEARS: Range<f64> = 1900.0..2100.0;

fn plausible(year: i16) -> bool {
    (1900..2100).contains(&year)
}

/// A number of one or two digits.
fn small(line: &Line<'_>, at: usize) -> Option<i16> {
    let digits = line.digits(at).filter(|digits| digits.plain)?;
    (digits.value > 0.0 && digits.value < 100.0).then(|| line.slice(at, at + 1).parse().ok()).flatten()
}

/// "2025-01-15".
fn iso(line: &Line<'_>, at: usize) -> Option<Named> {
    let mut parts = line.slice(at, at + 1).split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let sized = year.len() == 4 && month.len() == 2 && day.len() == 2 && parts.next().is_none();
    let interval = calendar::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    sized.then_some(Named { interval, end: at + 1 })
}

/// "January 15, 2025", "Jan. 2025", "March to May 2026".
fn month_first(line: &Line<'_>, at: usize) -> Option<Named> {
    let (month, next) = month(line, at)?;
    if let Some((year, end)) = year_number(line, after_comma(line, next)) {
        return Some(Named { interval: calendar::month(year, month)?, end });
    }
    if let Some((day, after)) = day_number(line, next) {
        let (year, end) = year_number(line, after_comma(line, after))?;
        return Some(Named { interval: calendar::day(year, month, day)?, end });
    }
    let joined = matches!(line.word(next), "to" | "through" | "and" | "until")
        || matches!(line.mark(next), Some('-' | '–'));
    let (last, after) = month_at(line, next + 1).filter(|_| joined)?;
    let (year, end) = year_number(line, after_comma(line, after))?;
    let interval = calendar::month(year, month)?.through(calendar::month(year, last)?)?;
    Some(Named { interval, end })
}

/// "15 January 2025", "15th of January 2025".
fn day_first(line: &Line<'_>, at: usize) -> Option<Named> {
    let (day, next) = day_number(line, at)?;
    let next = if line.word(next) == "of" { next + 1 } else { next };
    let (month, after) = month_at(line, next)?;
    let (year, end) = year_number(line, after_comma(line, after))?;
    Some(Named { interval: calendar::day(year, month, day)?, end })
}

/// The capitalised month at `at`, with the point of its abbreviation.
pub(super) fn month(line: &Line<'_>, at: usize) -> Option<(i8, usize)> {
    month_at(line, at)
}

fn month_at(line: &Line<'_>, at: usize) -> Option<(i8, usize)> {
    if !line.raw(at).starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let month = month_named(line.word(at))?;
    let point = line.mark(at + 1) == Some('.') && line.glued(at + 1) && line.word(at).len() <= 4;
    Some((month, at + 1 + usize::from(point)))
}

/// A day of a month, "15" or "15th", and the token behind it.
pub(super) fn day_number(line: &Line<'_>, at: usize) -> Option<(i8, usize)> {
    let day = i8::try_from(small(line, at)?).ok().filter(|day| (1..=31).contains(day))?;
    let ordinal = line.glued(at + 1) && matches!(line.word(at + 1), "st" | "nd" | "rd" | "th");
    let joined = line.glued(at + 1) && !line.raw(at + 1).is_empty() && !ordinal;
    (!joined).then_some((day, at + 1 + usize::from(ordinal)))
}

fn after_comma(line: &Line<'_>, at: usize) -> usize {
    if line.mark(at) == Some(',') || line.word(at) == "of" { at + 1 } else { at }
}

/// "Q1 2026", "the third quarter of 2026", "third-quarter 2026", "2026 Q1".
fn quarter(line: &Line<'_>, at: usize) -> Option<Named> {
    if let Some((year, next)) = year_number(line, at)
        && let Some((quarter, end)) = quarter_number(line, next)
    {
        return Some(Named { interval: calendar::quarter(year, quarter)?, end });
    }
    let (quarter, next) = quarter_number(line, at)?;
    let (year, end) = year_number(line, after_comma(line, next))?;
    Some(Named { interval: calendar::quarter(year, quarter)?, end })
}

/// "Q3" or "third quarter", and the token behind it.
pub(super) fn quarter_number(line: &Line<'_>, at: usize) -> Option<(i8, usize)> {
    let short = match line.word(at) {
        "q1" => 1,
        "q2" => 2,
        "q3" => 3,
        "q4" => 4,
        _ => 0,
    };
    if short > 0 {
        return Some((short, at + 1));
    }
    let quarter = match line.word(at) {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" | "final" => 4,
        _ => return None,
    };
    let noun = if line.hyphen(at + 1) { at + 2 } else { at + 1 };
    (line.word(noun) == "quarter").then_some((quarter, noun + 1))
}

/// "H1 2026".
fn half(line: &Line<'_>, at: usize) -> Option<Named> {
    let part = match line.word(at) {
        "h1" => Interval::first_half,
        "h2" => Interval::second_half,
        _ => return None,
    };
    let whole = year(line, after_comma(line, at + 1))?;
    Some(Named { interval: part(whole.interval)?, ..whole })
}

/// "summer 2026", by the seasons of the northern half of the Earth; winters lie in two years and are left out.
fn season(line: &Line<'_>, at: usize) -> Option<Named> {
    let first = season_month(line.word(at))?;
    let (year, end) = year_number(line, after_comma(line, at + 1))?;
    Some(Named { interval: season_of(year, first)?, end })
}

/// The first month of the season.
pub(super) fn season_month(word: &str) -> Option<i8> {
    match word {
        "spring" => Some(3),
        "summer" => Some(6),
        "autumn" | "fall" => Some(9),
        _ => None,
    }
}

/// The three months from `first` on.
pub(super) fn season_of(year: i16, first: i8) -> Option<Interval> {
    calendar::month(year, first)?.through(calendar::month(year, first.checked_add(2)?)?)
}

/// "2025", "2024–2026", "between 2024 and 2026".
fn years(line: &Line<'_>, at: usize) -> Option<Named> {
    let first = four_digits(line, at).filter(|_| !is_part_of_something(line, at))?;
    let between = line.word_before(at, 1) == "between" && line.word(at + 1) == "and";
    let joined = between
        || matches!(line.word(at + 1), "to" | "through" | "until")
        || matches!(line.mark(at + 1), Some('-' | '–' | '/')) && line.glued(at + 1) && line.glued(at + 2);
    let last = four_digits(line, at + 2).filter(|&last| joined && last > first);
    let interval = calendar::year(first)?.through(calendar::year(last.unwrap_or(first))?)?;
    Some(Named { interval, end: if last.is_some() { at + 3 } else { at + 1 } })
}

/// "2025-26".
fn short_range(line: &Line<'_>, at: usize) -> Option<Named> {
    let written = line.slice(at, at + 1).split_once('-');
    let (first, last) = written.filter(|(first, last)| first.len() == 4 && last.len() == 2)?;
    let first = first.parse::<i16>().ok().filter(|&first| plausible(first))?;
    let last = first / 100 * 100 + last.parse::<i16>().ok()?;
    let interval = calendar::year(first)?.through(calendar::year(last)?)?;
    (last > first).then_some(Named { interval, end: at + 1 })
}

/// "the 2030s".
fn decade(line: &Line<'_>, at: usize) -> Option<Named> {
    let digits = line.digits(at).filter(|digits| digits.plain && digits.value % 10.0 == 0.0)?;
    let first = line.slice(at, at + 1).parse::<i16>().ok().filter(|&first| plausible(first))?;
    let plural = line.raw(at + 1) == "s" && line.glued(at + 1) && digits.value > 0.0;
    plural.then(|| calendar::decade(first).map(|interval| Named { interval, end: at + 2 })).flatten()
}

/// True where the four digits are a sum of money, a quantity, a product or a number of something else: "$2025", "2000 MW",
/// "ISO 1990:2", "v2-2024".
fn is_part_of_something(line: &Line<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let sign = matches!(line.mark(before), Some('$' | '€' | '£' | '¥' | '#' | '₹'));
    let joined = line.glued(at)
        && matches!(line.mark(before), Some('-' | '.' | '@'))
        && !line.raw(before.wrapping_sub(1)).is_empty()
        && !matches!(line.word(before.wrapping_sub(1)), "mid" | "early" | "late" | "pre" | "post");
    let named = matches!(line.word(before), "rtx" | "iso" | "no" | "page" | "section" | "article" | "model");
    sign || joined || named || units_follow(line, at)
}
