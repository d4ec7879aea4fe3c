//! Whether a word is a finite verb where it stands, judged from its form and its two neighbours.

use super::{Class, Wording};

/// True where the token at `at` is a finite verb there. Most words are no verb.
#[inline]
pub(super) fn is_finite(wording: &Wording<'_>, at: usize) -> bool {
    wording.class(at).any(VERBAL) && is_finite_there(wording, at)
}

fn is_finite_there(wording: &Wording<'_>, at: usize) -> bool {
    let class = wording.class(at);
    if class.has(Class::CONTRACTED) {
        return contracted(wording, at);
    }
    if glued(wording, at) {
        return false;
    }
    if class.has(Class::FINITE) {
        return !(wording.word(at) == "May" && wording.is_number(at + 1));
    }
    if wording.is_capital(at) && at > 0 && wording.is_capital(at - 1) {
        return false;
    }
    third(wording, at) || past(wording, at) || base(wording, at)
}

/// What a word has to be of to be finite anywhere.
const VERBAL: Class = Class::FINITE.or(Class::CONTRACTED).or(Class::THIRD).or(Class::PAST).or(Class::BASE);

/// True for a word in -s, a noun or a verb by its form, between a name and an object: a known verb before any word that is no
/// preposition, a word in no list before a name or a plural.
pub(super) fn takes_object(wording: &Wording<'_>, at: usize) -> bool {
    let (word, class) = (wording.lower(at), wording.class(at));
    let ends_in_s = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !wording.is_capital(at);
    if !ends_in_s || at == 0 || !wording.is_capital(at - 1) || glued(wording, at) {
        return false;
    }
    let object = |at: usize| !wording.lower(at).is_empty() && !wording.is_mark(at) && !linking(wording, at);
    let plural = |at: usize| wording.lower(at).ends_with('s') && !wording.is_mark(at);
    let named = wording.is_capital(at + 1) || plural(at + 1) || plural(at + 2);
    object(at + 1) && (class.has(Class::THIRD) || class == Class::NONE && named)
}

/// A word that joins a noun to what follows.
fn linking(wording: &Wording<'_>, at: usize) -> bool {
    wording.class(at).any(Class::PREPOSITION | Class::ADVERB)
        || matches!(wording.lower(at), "and" | "or" | "today")
}

/// The second half of "it's", "they've", "isn't".
fn contracted(wording: &Wording<'_>, at: usize) -> bool {
    let apostrophe = at.checked_sub(1).is_some_and(|before| matches!(wording.word(before), "'" | "’"));
    if !apostrophe {
        return false;
    }
    let owner = at.checked_sub(2).map_or(Class::NONE, |owner| wording.class(owner));
    wording.lower(at) != "s" || owner.has(Class::SUBJECT)
}

/// Part of a hyphenated word: "self-funded", "follow-up".
fn glued(wording: &Wording<'_>, at: usize) -> bool {
    let hyphen = |at: usize| wording.is_mark(at) && matches!(wording.word(at), "-" | "‑" | "/");
    let touches = |left: usize, right: usize| {
        wording.words.get(left).zip(wording.words.get(right)).is_some_and(|(a, b)| a.span.end == b.span.start)
    };
    at > 0 && hyphen(at - 1) && touches(at - 1, at) || hyphen(at + 1) && touches(at, at + 1)
}

fn third(wording: &Wording<'_>, at: usize) -> bool {
    let class = wording.class(at);
    if !class.has(Class::THIRD) {
        return false;
    }
    !class.has(Class::NOUN)
        || !noun_before(wording, at) && (object_after(wording, at + 1) || short_subject(wording, at))
}

/// "The company trades higher …": article, noun, and a word that could be an object after the verb.
fn short_subject(wording: &Wording<'_>, at: usize) -> bool {
    let article =
        at >= 2 && wording.class(at - 2).has(Class::DETERMINER) && (at == 2 || wording.is_mark(at - 3));
    let after = wording.class(at + 1);
    article && !wording.lower(at + 1).is_empty() && !wording.is_mark(at + 1) && !after.has(Class::PREPOSITION)
}

fn past(wording: &Wording<'_>, at: usize) -> bool {
    let class = wording.class(at);
    if class.has(Class::PAST) && !class.has(Class::PARTICIPLE) {
        return true;
    }
    let Some(before) = before(wording, at).filter(|_| class.has(Class::PAST)) else { return false };
    if wording.word(at + 1) == ":" {
        return false;
    }
    let name = wording.is_capital(before) || wording.class(before).any(Class::SUBJECT | Class::ADVERB);
    let noun = !wording.class(before).any(Class::DETERMINER | Class::PREPOSITION) && !wording.is_mark(before);
    let passive = wording.lower(at + 1) == "by";
    let trailing = matches!(wording.lower(at + 1), "in" | "on" | "to");
    !passive && (name || noun && !trailing)
}

/// A base form counts after a subject in the plural.
fn base(wording: &Wording<'_>, at: usize) -> bool {
    let class = wording.class(at);
    let Some(before) = before(wording, at).filter(|_| class.has(Class::BASE)) else { return false };
    let (word, before) = (wording.lower(before), wording.class(before));
    if before.has(Class::PLURAL_SUBJECT) {
        return true;
    }
    let plural =
        word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !before.has(Class::DETERMINER);
    plural && (!class.has(Class::NOUN) || object_after(wording, at + 1))
}

/// The token before `at`, a parenthesis skipped.
fn before(wording: &Wording<'_>, at: usize) -> Option<usize> {
    let last = at.checked_sub(1)?;
    if wording.word(last) != ")" {
        return Some(last);
    }
    let first = last.saturating_sub(LONGEST_ASIDE);
    (first..last).rev().find(|&open| wording.word(open) == "(")?.checked_sub(1)
}

/// Tokens of the longest parenthesis that is skipped.
const LONGEST_ASIDE: usize = 12;

/// What stands before a noun and not before a verb.
fn noun_before(wording: &Wording<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    wording.class(before).any(Class::DETERMINER | Class::PREPOSITION)
        || matches!(wording.lower(before), "and" | "or" | "," | "new" | "s" | "-" | "/")
}

/// What stands after a verb and not after a noun.
fn object_after(wording: &Wording<'_>, at: usize) -> bool {
    wording.class(at).any(Class::DETERMINER | Class::OBJECT | Class::ADVERB)
        || wording.is_number(at)
        || matches!(wording.lower(at), "$" | "€" | "£" | "~" | "to" | "up" | "on" | "as")
}

#[cfg(test)]
mod tests {
    use super::super::Cut;

    #[track_caller]
    fn assert_finite(sentences: &[&str], want: bool) {
        for sentence in sentences {
            assert_eq!(Cut::of_language(sentence).whole().has_finite_verb(), want, "{sentence}");
        }
    }

    #[test]
    fn tense_and_modals_make_a_sentence() {
        assert_finite(
            &[
                "Acme is late.",
                "It’s late",
                "They don't pay",
                "Acme may pay",
                "Adoption exploded.",
                "Many declined.",
                "Acme took two sites",
                "Critics argue otherwise",
                "Acme plans a site",
                "Nobody knows",
                "Requires more power",
                "Acme quietly signed",
                "Acme laid off welders",
                "Acme quit",
                "Acme stumbles",
            ],
            true,
        );
    }

    #[test]
    fn a_name_a_verb_and_an_object_tell_something() {
        for sentence in
            ["Acme rents halls.", "Acme fabs Widget's parts.", "Acme zaps rivals.", "Acme courts old mines."]
        {
            assert!(Cut::of_language(sentence).whole().tells_of_a_name(), "{sentence}");
        }
        for sentence in
            ["Gas turbines.", "Acme plans for spring.", "Acme earnings call.", "Power plans today."]
        {
            assert!(!Cut::of_language(sentence).whole().tells_of_a_name(), "{sentence}");
        }
    }

    #[test]
    fn noun_phrases_and_participles_do_not() {
        assert_finite(
            &[
                "The fleet in numbers",
                "Power plans and costs",
                "Acme’s new site",
                "A self-funded project",
                "Seven years followed by silence",
                "Open models, security tooling, and the incident",
                "Labor shortages in electrical trades",
                "May 2025",
                "Building data centers",
            ],
            false,
        );
    }
}
