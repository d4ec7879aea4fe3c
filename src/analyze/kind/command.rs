//! Commands to the reader. Forecasts worded as commands ("Expect …", "Watch for …") are claims.

use std::sync::LazyLock;

use super::Spot;
use crate::analyze::wording::{Class, Opening, Wording};
use crate::corpus::BlockKind;
use crate::text::Dictionary;

/// True for a sentence whose main verb is a command.
pub(super) fn is_command(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    let may_command = |at: usize| wording.opens(at, Opening::Command) || wording.class(at).has(Class::BASE);
    wording.first_word().is_some_and(may_command)
        && head(wording).is_some_and(|at| commands(spot, wording, at))
        && !wording.text.contains('→')
}

/// The words that commands begin with, and those that may stand before them; base forms of verbs beside them.
pub(in crate::analyze) fn openers() -> impl Iterator<Item = &'static str> {
    let listed = OPENERS.iter().chain(TO_READER.iter()).map(|(word, ())| word);
    listed.chain(["hey", "please", "let", "don", "do"])
}

fn commands(spot: Spot<'_>, wording: &Wording<'_>, at: usize) -> bool {
    let (verb, next) = (wording.lower(at), wording.lower(at + 1));
    if matches!(verb, "hey" | "please") {
        return true;
    }
    // forecasts
    if matches!((verb, next), ("expect", _) | ("watch" | "look", "for" | "out") | ("keep", "in")) {
        return false;
    }
    if matches!((verb, next), ("let", "me" | "us" | "'" | "’") | ("don" | "do", "'" | "’" | "not")) {
        return true;
    }
    if to_reader(wording, at) {
        return true;
    }
    let words = || {
        wording.class(at + 1).any(Class::DETERMINER | Class::OBJECT)
            || matches!(next, "you" | "yourself" | "it")
    };
    spot.block().kind != BlockKind::Item
        && wording.class(at).has(Class::BASE)
        && words()
        && !noun_use(wording, at)
}

/// A verb with which writers turn to their readers, in a place where it is no noun.
fn to_reader(wording: &Wording<'_>, at: usize) -> bool {
    if wording.known(&TO_READER, at).is_none() {
        return false;
    }
    let verb = wording.lower(at);
    if verb == "take" {
        return matches!(wording.lower(at + 1), "care" | "note" | "heart");
    }
    if verb == "be" {
        return !wording.lower(at + 1).is_empty() && !wording.word(at + 1).ends_with("ing");
    }
    let after = wording.lower(at + 1);
    let noun = wording.class(at + 1) == Class::NONE || wording.is_capital(at + 1);
    let acts = || !wording.is_finite_verb(at + 1) && wording.is_finite_verb(at + 2);
    let compound = || noun && (wording.class(at + 2).has(Class::PAST) || acts());
    !matches!(after, "of" | "is" | "was" | "are" | "has" | "will" | ":" | "-" | "s") && !compound()
}

/// "Access the …" is a command, "Power the … needs" is not: a finite verb follows a noun.
fn noun_use(wording: &Wording<'_>, at: usize) -> bool {
    wording.class(at).has(Class::NOUN) && wording.finite_verb_from(at + 1).is_some()
}

/// The token of the first word after "Now", "So", "Instead," and the like.
fn head(wording: &Wording<'_>) -> Option<usize> {
    let mut at = wording.first_word()?;
    for _ in 0..2 {
        if wording.known(&OPENERS, at).is_none() {
            break;
        }
        at += 1;
        if wording.word(at) == "," {
            at += 1;
        }
    }
    (at < wording.len()).then_some(at)
}

/// Words that may stand before a command.
static OPENERS: LazyLock<Dictionary<()>> = LazyLock::new(|| {
    Dictionary::of("now so and but instead then first next finally also just ok okay".split_whitespace())
});

/// Verbs of commands to readers.
static TO_READER: LazyLock<Dictionary<()>> = LazyLock::new(|| {
    Dictionary::of(
        "ask be browse check click compare consider dig download enjoy explore follow forget imagine join keep listen \
        look note notice picture read recall remember scroll see share stay subscribe suppose take tell think try \
        visit watch"
            .split_whitespace(),
    )
});
