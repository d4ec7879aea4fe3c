//! Noun phrases, lead-ins and pointers that state nothing. A verbless item, row or longer sentence that stands for a
//! statement is a claim.

use super::Spot;
use crate::analyze::wording::{Class, Cut, Wording};
use crate::corpus::BlockKind;
use crate::text::WordKind;

/// True for a sentence that asserts nothing by itself.
pub(super) fn is_fragment(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    if wording.text.starts_with("[!") || wording.first_word().is_some_and(|at| is_pointer(wording, at)) {
        return true;
    }
    if wording.text.ends_with(':') {
        return is_lead_in(wording);
    }
    if spot.block().kind == BlockKind::Item {
        return is_bare_item(spot, wording);
    }
    spot.is_alone() && is_bold_line(spot) && !ends(wording.text) || is_bare_line(spot, wording)
}

/// "Here's the recap": points at what follows.
fn is_pointer(wording: &Wording<'_>, at: usize) -> bool {
    let is = || matches!(wording.lower(at + 1), "is" | "are") || matches!(wording.word(at + 1), "'" | "’");
    wording.lower(at) == "here" && is() && wording.word_count() <= 6
}

/// A line that ends in a colon is a claim where it has a subject, a verb and something said with it.
fn is_lead_in(wording: &Wording<'_>) -> bool {
    let Some(verb) = wording.verb else { return true };
    let words = wording.word_count();
    let hangs = wording.last_word().is_some_and(|last| {
        last == verb
            || wording.class(last).any(Class::PREPOSITION)
            || matches!(wording.lower(last), "are" | "is")
    });
    verb == 0 || hangs && words <= HANGING
}

/// A sole sentence in bold from end to end stands for a heading. Blocks may or may not have the marks in their span.
fn is_bold_line(spot: Spot<'_>) -> bool {
    let (source, span) = (spot.document.source.as_str(), spot.block().span);
    let bold = |mark: &str| {
        let outside = source.get(..span.start).is_some_and(|before| before.ends_with(mark))
            && source.get(span.end..).is_some_and(|after| after.starts_with(mark));
        let within = span.of(source).strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
        let inner = within.or_else(|| outside.then(|| span.of(source)));
        inner.is_some_and(|inner| !inner.contains(mark))
    };
    bold("**") || bold("__")
}

/// An item is a claim unless it is a name or a heading: every word of weight with a capital, nothing said with it.
fn is_bare_item(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    let bare = || is_title(wording) || is_name(wording);
    spot.is_alone() && !ends(wording.text) && bare() && !is_introduced(spot)
}

/// "Training time": a word or two without verb or number.
fn is_name(wording: &Wording<'_>) -> bool {
    let number = (0..wording.len()).any(|at| wording.is_number(at));
    wording.word_count() <= NAME && !number && !wording.has_finite_verb()
}

/// The list's lead-in is a sentence that its items complete: "Buyers are:".
fn is_introduced(spot: Spot<'_>) -> bool {
    let lead_in = spot.block().lead_in.and_then(|at| spot.document.blocks.get(at));
    lead_in.map(|block| block.text.as_str()).is_some_and(|text| {
        text.len() <= LONGEST_LEAD_IN
            && text.ends_with(':')
            && Cut::of_language(text).whole().has_finite_verb()
    })
}

/// A paragraph without a verb is a claim where it ends as a sentence and is more than an exclamation.
fn is_bare_line(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    if !ends(wording.text) && spot.is_alone() {
        return !wording.has_finite_verb() && !has_label(wording) || is_title(wording);
    }
    let words = || if is_bare_thing(wording) { THING } else { EXCLAMATION };
    let short = || wording.text.split_whitespace().nth(words()).is_none();
    !wording.has_finite_verb() && short() && !wording.text.contains('→') && !wording.tells_of_a_name()
}

/// "A closer look at the costs": an article opens it, and there is no number in it, no mark before its end and no word that
/// could be a verb behind what could be its subject.
fn is_bare_thing(wording: &Wording<'_>) -> bool {
    let article = matches!(wording.lower(0), "a" | "an" | "the");
    let last = wording.last_word().unwrap_or(0);
    article && !(1..last).any(|at| wording.is_number(at) || wording.is_mark(at) || may_tell(wording, at))
}

/// True for a form of a verb that no article and no preposition makes a noun.
fn may_tell(wording: &Wording<'_>, at: usize) -> bool {
    let (class, before) = (wording.class(at), wording.class(at - 1));
    let noun = before.any(Class::DETERMINER | Class::PREPOSITION);
    !noun && (class.any(Class::THIRD | Class::PAST) || class.has(Class::BASE) && !class.has(Class::NOUN))
}

/// "Lead buyer: Acme", "Effect: more power": a label and what is said of it, one of them in the case of a sentence or with
/// a number.
fn has_label(wording: &Wording<'_>) -> bool {
    wording.label_end().is_some_and(|colon| {
        let number = (colon + 1..wording.len()).any(|at| wording.is_number(at));
        let small = |at: usize| wording.word(at).starts_with(char::is_lowercase);
        number
            || (1..colon).any(small)
            || (colon + 1..wording.len()).any(|at| small(at) && wording.word(at).len() > 3)
    })
}

/// Every word of more than three letters has a capital, and there is no number.
fn is_title(wording: &Wording<'_>) -> bool {
    let weighty = (0..wording.len()).filter(|&at| {
        wording.words[at].kind == WordKind::Letters
            && wording.words[at].span.len() > 3
            && !wording.class(at).any(Class::PREPOSITION | Class::DETERMINER)
    });
    let numbers = wording.words.iter().any(|word| word.kind == WordKind::Digits);
    let colon = wording.text.contains(": ");
    let mut count = 0;
    let all = weighty.inspect(|_| count += 1).all(|at| wording.is_capital(at) || wording.is_number(at));
    all && count > 0 && !numbers && !colon
}

fn ends(text: &str) -> bool {
    text.trim_end_matches(['"', '\'', '”', '’', ')', ']']).ends_with(['.', '!', '?', '…'])
}

/// A lead-in of at most this many words that ends in mid-phrase says nothing yet.
const HANGING: usize = 4;

/// Words of the longest item that only names something.
const NAME: usize = 2;

/// Bytes of the longest lead-in that is looked at: items share it, and each looks again.
const LONGEST_LEAD_IN: usize = 300;

/// Verbless sentences of at most this many words are exclamations.
const EXCLAMATION: usize = 4;

/// Verbless things of at most this many words only name what they are about.
const THING: usize = 8;
