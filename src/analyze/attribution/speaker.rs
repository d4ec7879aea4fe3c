//! The noun phrase that names a speaker, before or after a verb.

use std::sync::LazyLock;

use crate::analyze::wording::{Class, Wording};
use crate::text::Dictionary;

/// A speaker before a verb.
#[derive(Debug)]
pub(super) struct Speaker {
    /// As written, without article; a group that opens the sentence in lower case.
    pub(super) text: String,
    /// Named by a noun for those who only speak, not by a name.
    pub(super) is_group: bool,
}

/// The subject of the verb at `verb`.
pub(super) fn before(wording: &Wording<'_>, verb: usize) -> Option<Speaker> {
    let end = skip_auxiliaries(wording, verb);
    let start = phrase_start(wording, end);
    let speaker = named(wording, start, end);
    let Some(before) = start.checked_sub(1).filter(|&at| wording.class(at).has(Class::PREPOSITION)) else {
        return speaker.or_else(|| opening_group(wording, end));
    };
    if !matches!(wording.lower(before), "of" | "at" | "from" | "with") {
        return None;
    }
    let owner = named(wording, phrase_start(wording, before), before);
    owner
        .filter(|owner| !owner.is_group)
        .or_else(|| opening_group(wording, end))
        .or_else(|| speaker.filter(|speaker| speaker.is_group && wording.lower(before) == "with"))
}

/// Back over "has", "also", "recently".
fn skip_auxiliaries(wording: &Wording<'_>, verb: usize) -> usize {
    let skipped = |at: usize| {
        wording.class(at).has(Class::ADVERB)
            || matches!(wording.lower(at), "has" | "have" | "had" | "himself" | "herself")
    };
    let mut end = verb;
    while end > 0 && skipped(end - 1) {
        end -= 1;
    }
    end
}

/// The first token of the noun phrase that ends before `end`.
fn phrase_start(wording: &Wording<'_>, end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start < LONGEST && belongs(wording, start - 1) {
        start -= 1;
    }
    start
}

fn belongs(wording: &Wording<'_>, at: usize) -> bool {
    if wording.is_mark(at) {
        return matches!(wording.word(at), "-" | "'" | "’" | "@" | "&" | ".");
    }
    let class = wording.class(at);
    let stops = Class::DETERMINER | Class::PREPOSITION | Class::SUBJECT | Class::FINITE;
    let joins = matches!(
        wording.lower(at),
        "and" | "but" | "or" | "while" | "because" | "if" | "when" | "where" | "so"
    );
    let stops = joins || class.any(stops) && !class.has(Class::CONTRACTED);
    let verb = class.has(Class::PAST) && !wording.is_capital(at);
    !stops && !verb
}

/// The speaker that the phrase `start..end` names: a group by its last word, or the name that ends it. Who is spoken of
/// inside a quotation does not speak here.
fn named(wording: &Wording<'_>, start: usize, end: usize) -> Option<Speaker> {
    let last = end.checked_sub(1).filter(|&last| last >= start)?;
    if start.checked_sub(1).is_some_and(|before| matches!(wording.word(before), "\"" | "“")) {
        return None;
    }
    if is_group(wording, last) {
        let first = (start..end).find(|&at| !wording.is_mark(at))?;
        let text = slice(wording, first, end);
        let opens = first == last && (first == 0 || wording.is_mark(first - 1));
        return Some(Speaker {
            text: if opens { text.to_lowercase() } else { text.to_owned() },
            is_group: true,
        });
    }
    if !wording.is_capital(last) && wording.word(last.saturating_sub(1)) != "@" {
        return None;
    }
    let name_part = |at: &usize| {
        wording.is_capital(*at) || wording.is_mark(*at) || wording.class(*at).has(Class::CONTRACTED)
    };
    let run = (start..end).rev().take_while(name_part).last()?;
    let after_title = (run..last).rev().find(|&at| is_title(wording, at)).map_or(run, |title| title + 1);
    let first = (after_title..end).find(|&at| !wording.is_mark(at) && wording.lower(at) != "s")?;
    let handle = first.checked_sub(1).filter(|&at| wording.word(at) == "@");
    Some(Speaker { text: slice(wording, handle.unwrap_or(first), end).to_owned(), is_group: false })
}

/// "A large audit of 21 models … found": a group near the start of the sentence, before its first preposition.
fn opening_group(wording: &Wording<'_>, end: usize) -> Option<Speaker> {
    let first = wording.label_end().map_or(0, |colon| colon + 1);
    let at = (first..end.min(first + OPENING)).find(|&at| is_group(wording, at))?;
    let follows = wording.class(at + 1).has(Class::PREPOSITION);
    let own = (first..at).all(|before| !wording.is_mark(before));
    (follows && own).then(|| Speaker { text: wording.lower(at).to_owned(), is_group: true })
}

/// The phrase after "according to".
pub(super) fn after(wording: &Wording<'_>, at: usize) -> Option<String> {
    let start = if wording.class(at).has(Class::DETERMINER) { at + 1 } else { at };
    let stops = |at: usize| {
        wording.is_mark(at) && !matches!(wording.word(at), "-" | "'" | "’" | "@" | "&")
            || wording.class(at).has(Class::FINITE)
            || matches!(wording.lower(at), "and" | "but" | "which" | "who")
    };
    let end = (start..wording.len().min(start + LONGEST)).find(|&at| stops(at));
    let end = end.unwrap_or_else(|| wording.len().min(start + LONGEST));
    let pronoun = end == start + 1 && wording.class(start).any(Class::SUBJECT | Class::OBJECT);
    (start < end && !pronoun).then(|| slice(wording, start, end).to_owned())
}

/// A name directly after a verb.
pub(super) fn name_after(wording: &Wording<'_>, at: usize) -> Option<String> {
    let end = (at..at + LONGEST).take_while(|&at| wording.is_capital(at)).last()? + 1;
    Some(slice(wording, at, end).to_owned())
}

/// The group after the next "by".
pub(super) fn group_after(wording: &Wording<'_>, at: usize) -> Option<String> {
    let by = (at..wording.len().min(at + FAR)).find(|&at| wording.lower(at) == "by")?;
    let group = (by + 1..by + OPENING).find(|&at| is_group(wording, at))?;
    let plain = (by + 1..group).all(|at| !wording.is_mark(at));
    plain.then(|| slice(wording, by + 1, group + 1).to_owned())
}

fn slice<'t>(wording: &Wording<'t>, start: usize, end: usize) -> &'t str {
    wording.text.get(wording.span(start).start..wording.span(end.saturating_sub(1)).end).unwrap_or("")
}

fn is_title(wording: &Wording<'_>, at: usize) -> bool {
    matches!(
        wording.lower(at),
        "ceo"
            | "cto"
            | "cfo"
            | "coo"
            | "chief"
            | "president"
            | "chairman"
            | "founder"
            | "cofounder"
            | "director"
            | "analyst"
            | "secretary"
            | "s"
            | "head"
            | "officer"
    )
}

/// Nouns for those who only speak: people, papers, the press.
fn is_group(wording: &Wording<'_>, at: usize) -> bool {
    wording.known(&GROUPS, at).is_some()
}

static GROUPS: LazyLock<Dictionary<()>> = LazyLock::new(|| {
    Dictionary::of(
        "advocates analysis analyst analysts article audit author authors bankers blog brokers commentators commenter \
        commenters critics developers economist economists engineers essay executives experts filing filings \
        industry insiders investors lawmakers memo newsletter newspaper observers officials opponents paper people \
        piece pundits regulators report reporters researchers reviewers rumors scientists skeptics sources \
        spokesperson study supporters survey thread user users voices"
            .split_whitespace(),
    )
});

/// Tokens of the longest phrase that names a speaker.
const LONGEST: usize = 8;

/// A group that opens a sentence stands among this many tokens.
const OPENING: usize = 6;

/// "By" is looked for this many tokens after its participle.
const FAR: usize = 12;
