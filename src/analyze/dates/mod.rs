//! The days that a sentence speaks of: years, months, quarters and the like, and words such as "last week" that only the
//! document's date gives a meaning. Which claim or figure a period belongs to is not said here, nor are clock times.

mod absolute;
mod calendar;
mod relative;

use self::calendar::{Interval, Reference};
use std::sync::LazyLock;

use super::Period;
use super::figures;
use super::figures::gate::Gate;
use super::figures::line::Line;
use super::wording::{Cut, Opening, Wording};
use crate::corpus::Date;
use crate::text::Span;

/// The periods of the sentence at `sentence` of `text`, in order, not overlapping; their spans index `text`. Words that
/// are relative to the day of writing give a period only where `document_date` is known as exactly as they need it.
/// "by 2030" and "since 2030" are the period 2030: the limit, and not what lies before or behind it.
pub fn periods(text: &str, sentence: Span, document_date: Option<Date>) -> Vec<Period> {
    let cut = Cut::of_language(sentence.of(text));
    let wording = cut.whole();
    if may_hold(&wording) { in_line(&Line::cut(text, sentence, &wording), document_date) } else { Vec::new() }
}

/// True where the sentence can hold a period; false for most that hold none.
pub(super) fn may_hold(wording: &Wording<'_>) -> bool {
    wording.digits || wording.openings(Opening::Period).next().is_some()
}

/// Words of which a sentence without digits needs one for a period.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    TIME_WORDS.split_whitespace()
}

/// Words that a period can begin with, those of numbers left out.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    openers().chain(OTHER_OPENERS.split_whitespace())
}

/// The same for a sentence that is cut already.
pub(super) fn in_line(line: &Line<'_>, document_date: Option<Date>) -> Vec<Period> {
    let mut found = Vec::new();
    let reference = document_date.and_then(Reference::new);
    let mut next = 0;
    let mut free = 0;
    while let Some(at) = line.opening_from(next) {
        next = at + 1;
        let named = if may_open(line, at) { read(line, at, reference) } else { None };
        if let Some(named) = named {
            let from = with_preposition(line, at).max(free);
            found.push(Period {
                text: line.slice(from, named.end).to_owned(),
                span: line.span(from, named.end),
                first: named.interval.first(),
                last: named.interval.last(),
            });
            (next, free) = (named.end, named.end);
        }
    }
    found
}

/// A period in the text.
#[derive(Clone, Copy, Debug)]
struct Named {
    interval: Interval,
    /// One past its last token; always behind its first.
    end: usize,
}

/// The period whose first word stands at `at`.
fn read(line: &Line<'_>, at: usize, reference: Option<Reference>) -> Option<Named> {
    let relative = || reference.and_then(|reference| relative::read(line, at, reference));
    qualified(line, at, reference).or_else(|| absolute::read(line, at)).or_else(relative)
}

/// True where a period can begin with the token at `at`; false for nearly all where none can.
fn may_open(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    if word.is_empty() {
        return line.mark(at).is_none_or(|mark| matches!(mark, '\'' | '’') && line.digits(at + 1).is_some());
    }
    match word.as_bytes() {
        b"a" | b"an" => calendar::unit_named(line.word(at + 1)).is_some(),
        [b'f' | b'c', b'y', ..] | [b'q' | b'h', b'1'..=b'4'] => true,
        _ => GATE.passes(word),
    }
}

/// A part of a period: "early 2026", "mid-2026", "the end of the year", "the first half of 2026".
fn qualified(line: &Line<'_>, at: usize, reference: Option<Reference>) -> Option<Named> {
    if line.word(at).is_empty() {
        return None;
    }
    let next = if line.hyphen(at + 1) { at + 2 } else { at + 1 };
    let whole = |at: usize| {
        let at = if line.word(at) == "the" { at + 1 } else { at };
        absolute::read(line, at)
            .or_else(|| reference.and_then(|reference| relative::whole(line, at, reference)))
    };
    let part = |named: Named, part: fn(Interval) -> Option<Interval>| {
        part(named.interval).map(|interval| Named { interval, ..named })
    };
    match (line.word(at), line.word(next)) {
        ("early", _) => part(whole(next)?, Interval::early),
        ("mid" | "middle", "of") => part(whole(next + 1)?, Interval::middle),
        ("mid", _) => part(whole(next)?, Interval::middle),
        ("late", _) => part(whole(next)?, Interval::late),
        ("end" | "close", "of") => part(whole(next + 1)?, Interval::end),
        ("start" | "beginning", "of") => part(whole(next + 1)?, Interval::start),
        ("first", "half") => part(whole(after_of(line, next + 1))?, Interval::first_half),
        ("second" | "latter" | "back", "half") => {
            part(whole(after_of(line, next + 1))?, Interval::second_half)
        }
        ("year", "end") => year_end(line, next + 1, reference),
        ("yearend", _) => year_end(line, at + 1, reference),
        (_, _) => None,
    }
}

fn after_of(line: &Line<'_>, at: usize) -> usize {
    if line.word(at) == "of" { at + 1 } else { at }
}

/// "year-end 2026", or the end of the document's year.
fn year_end(line: &Line<'_>, at: usize, reference: Option<Reference>) -> Option<Named> {
    if let Some(named) = absolute::year(line, at) {
        return named.interval.end().map(|interval| Named { interval, ..named });
    }
    let interval = calendar::year(reference?.year())?.end()?;
    Some(Named { interval, end: at })
}

/// The token of the preposition that limits the period at `at`, or `at`.
fn with_preposition(line: &Line<'_>, at: usize) -> usize {
    let before = if line.word_before(at, 1) == "the" { 2 } else { 1 };
    match line.word_before(at, before) {
        "by" | "until" | "till" | "through" | "since" | "before" | "after" => at - before,
        _ => at,
    }
}

/// Lets the words pass that a period can begin with, those of numbers among them.
static GATE: LazyLock<Gate> = LazyLock::new(|| Gate::of(first_words().chain(figures::openers())));

/// Words of time.
const TIME_WORDS: &str = "january february march april may june july august september october november december jan feb \
    mar apr jun jul aug sep sept oct nov dec day days week weeks month months quarter quarters year years decade \
    yearend today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall";

const OTHER_OPENERS: &str = "early mid middle late end close start beginning first second third fourth final latter back \
    q1 q2 q3 q4 h1 h2 fy cy fiscal earlier later past last previous this current next coming following";
