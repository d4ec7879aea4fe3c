//! Periods that only the day of writing gives a meaning: "last week", "later this year", "two years ago", "in March".

use super::Named;
use super::absolute;
use super::calendar::{self, Reference, Unit};
use crate::analyze::figures::line::Line;
use crate::analyze::figures::number;

/// The period at `at`, seen from `reference`.
pub(super) fn read(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    if line.word(at).is_empty() {
        return ago(line, at, reference);
    }
    today(line, at, reference)
        .or_else(|| part_of_this(line, at, reference))
        .or_else(|| stretch(line, at, reference))
        .or_else(|| ago(line, at, reference))
        .or_else(|| weekday(line, at, reference))
        .or_else(|| month(line, at, reference))
        .or_else(|| quarter(line, at, reference))
        .or_else(|| whole(line, at, reference).filter(|_| is_pointed_at(line.word(at))))
}

/// "this year", "last month", "next summer"; or "year" alone, as in "the end of the year".
pub(super) fn whole(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let (steps, next) = match line.word(at) {
        "this" | "current" => (0, at + 1),
        "last" | "previous" => (-1, at + 1),
        "next" => (1, at + 1),
        _ => (0, at),
    };
    let word = line.word(next);
    let interval = if let Some(first) = absolute::season_month(word).filter(|_| next > at) {
        absolute::season_of(reference.year().checked_add(i16::try_from(steps).ok()?)?, first)?
    } else {
        let unit = calendar::unit_named(word).filter(|_| !word.ends_with('s') && word != "day")?;
        reference.unit(unit, steps)?
    };
    // "next year-end" is not the year
    (!line.hyphen(next + 1)).then_some(Named { interval, end: next + 1 })
}

fn is_pointed_at(word: &str) -> bool {
    matches!(word, "this" | "last" | "next" | "previous")
}

fn today(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let steps = match line.word(at) {
        "today" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    // "today's models" are those of the present
    let possessive = matches!(line.mark(at + 1), Some('\'' | '’')) && line.glued(at + 1);
    (!possessive)
        .then(|| reference.unit(Unit::Day, steps).map(|interval| Named { interval, end: at + 1 }))
        .flatten()
}

/// "earlier this year", "later this month".
fn part_of_this(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let later = match line.word(at) {
        "earlier" => false,
        "later" => true,
        _ => return None,
    };
    let unit = calendar::unit_named(line.word(at + 2)).filter(|_| line.word(at + 1) == "this")?;
    Some(Named { interval: reference.part(unit, later)?, end: at + 3 })
}

/// "the past three years", "next five years", "the coming decade".
fn stretch(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let sign = match line.word(at) {
        "past" | "last" | "previous" => -1,
        "next" | "coming" | "following" => 1,
        _ => return None,
    };
    if let Some((count, next)) = count(line, at + 1) {
        let unit = calendar::unit_named(line.word(next))?;
        return Some(Named { interval: reference.stretch(unit, sign * count)?, end: next + 1 });
    }
    let unit = calendar::unit_named(line.word(at + 1))?;
    let trailing = matches!(line.word(at), "past" | "coming") || unit == Unit::Decade;
    (trailing && !line.word(at + 1).ends_with('s'))
        .then(|| reference.stretch(unit, sign).map(|interval| Named { interval, end: at + 2 }))
        .flatten()
}

/// "two years ago", "a week ago", "three months from now": the whole unit that lies so far away.
fn ago(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let (count, next) = match line.word(at) {
        "a" | "an" => (1, at + 1),
        _ => count(line, at)?,
    };
    let unit = calendar::unit_named(line.word(next))?;
    let (steps, end) = match (line.word(next + 1), line.word(next + 2)) {
        ("ago" | "earlier", _) if line.word(next + 1) == "ago" => (-count, next + 2),
        ("from", "now") => (count, next + 3),
        (_, _) => return None,
    };
    Some(Named { interval: reference.unit(unit, steps)?, end })
}

/// A whole number of units, in digits or words, and the token behind it.
fn count(line: &Line<'_>, at: usize) -> Option<(i64, usize)> {
    let number = number::read(line, at, false)?;
    let value = number.mantissa * number.magnitude;
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of at most four digits")]
    let whole = value as i64;
    (value.fract() == 0.0 && (1.0..1000.0).contains(&value)).then_some((whole, number.end))
}

/// "on Tuesday", "last Friday", "next Monday".
fn weekday(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let (at, next) = match line.word(at) {
        "last" | "this" => (at + 1, false),
        "next" => (at + 1, true),
        _ if line.word_before(at, 1) == "on" => (at, false),
        _ => return None,
    };
    let weekday = match line.word(at) {
        "monday" => 1,
        "tuesday" => 2,
        "wednesday" => 3,
        "thursday" => 4,
        "friday" => 5,
        "saturday" => 6,
        "sunday" => 7,
        _ => return None,
    };
    Some(Named { interval: reference.weekday(weekday, next)?, end: at + 1 })
}

/// "in March", "last January", "on March 14": the nearest one, or the one before or after the day of writing.
fn month(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let now = reference.month()?;
    let (word_at, pointed) = if is_pointed_at(line.word(at)) { (at + 1, line.word(at)) } else { (at, "") };
    let (month, next) = absolute::month(line, word_at)?;
    let day = absolute::day_number(line, next);
    let said = !pointed.is_empty() || day.is_some() || is_introduced(line.word_before(at, 1));
    // "April of the following year" is not seen from the day of writing
    if !said || line.word(next) == "of" {
        return None;
    }
    let years = match pointed {
        "last" | "previous" if month >= now => -1,
        "next" if month <= now => 1,
        "" if month - now > 6 => -1,
        "" if now - month > 6 => 1,
        _ => 0,
    };
    let year = reference.year().checked_add(years)?;
    if let Some((day, end)) = day {
        return Some(Named { interval: calendar::day(year, month, day)?, end });
    }
    Some(Named { interval: calendar::month(year, month)?, end: next })
}

/// "may" and "march" are verbs too: without a day or a year, a preposition must say that a month is meant.
fn is_introduced(word: &str) -> bool {
    matches!(
        word,
        "in" | "by"
            | "since"
            | "until"
            | "till"
            | "through"
            | "before"
            | "after"
            | "during"
            | "of"
            | "from"
            | "early"
            | "late"
            | "mid"
            | "for"
    )
}

/// "in Q1", "the fourth quarter", "the second quarter of last year": of the year of writing where no other is said.
fn quarter(line: &Line<'_>, at: usize, reference: Reference) -> Option<Named> {
    let (quarter, end) = absolute::quarter_number(line, at)?;
    if line.word(end) == "of" {
        let the = usize::from(line.word(end + 1) == "the");
        let year =
            whole(line, end + 1 + the, reference).filter(|named| line.word(named.end - 1) == "year")?;
        let interval = calendar::quarter(year.interval.first().year, quarter)?;
        return Some(Named { interval, end: year.end });
    }
    let spelled = end > at + 1;
    let introduced = line.word_before(at, 1) == "the" || is_introduced(line.word_before(at, 1));
    if spelled && !introduced {
        return None;
    }
    Some(Named { interval: calendar::quarter(reference.year(), quarter)?, end })
}
