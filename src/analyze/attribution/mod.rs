//! Who is said to say it: the subject of a verb of saying, or what "according to" names. Leaves pronouns alone: whose they
//! are is not in the sentence.

mod speaker;
mod verbs;

use super::wording::{Class, Opening, Wording};
use verbs::{SAYING, Saying};

/// The speakers of one sentence as written, without article, in the order of the sentence and joined by `; `; `None`
/// where the author speaks.
pub(super) fn attributed_to(wording: &Wording<'_>) -> Option<String> {
    let mut speakers: Vec<String> = Vec::new();
    for at in wording.openings(Opening::Saying) {
        if speakers.len() == MOST {
            break;
        }
        if let Some(speaker) = speaker_at(wording, at).filter(|speaker| !speakers.contains(speaker)) {
            speakers.push(speaker);
        }
    }
    (!speakers.is_empty()).then(|| speakers.join("; "))
}

/// The words that name speakers.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    SAYING.iter().map(|(word, _)| word)
}

/// More speakers than this are a list, not a source.
const MOST: usize = 3;

/// The speaker whom the word at `at` introduces.
fn speaker_at(wording: &Wording<'_>, at: usize) -> Option<String> {
    let verb = *wording.known(&SAYING, at)?;
    if verb == Saying::According {
        return if wording.lower(at + 1) == "to" { speaker::after(wording, at + 2) } else { None };
    }
    let form = Class::PAST | Class::PARTICIPLE | Class::THIRD | Class::BASE;
    if !wording.class(at).any(form) && !wording.lower(at).ends_with("ing") {
        return None;
    }
    if wording.class(at).has(Class::NOUN) && !has_object(wording, at + 1) {
        return None;
    }
    if is_quoted_before(wording, at)
        && let Some(name) = speaker::name_after(wording, at + 1)
    {
        return Some(name);
    }
    if passive_by(wording, at) {
        return speaker::group_after(wording, at);
    }
    let found = speaker::before(wording, at)?;
    let enough = match verb {
        Saying::Plain => true,
        Saying::WithThat => says_that(wording, at + 1) || found.is_group,
        Saying::OfGroups | Saying::According => found.is_group,
    };
    enough.then_some(found.text)
}

/// What can follow a verb and not a noun of the same form.
fn has_object(wording: &Wording<'_>, at: usize) -> bool {
    let next = wording.class(at);
    next.any(Class::DETERMINER | Class::SUBJECT | Class::OBJECT)
        || wording.is_number(at)
        || wording.is_capital(at)
        || matches!(wording.lower(at), "~" | "$" | "€" | "£" | "that" | "\"" | "“" | ",")
}

/// The verb has a clause for an object: "revealed that", "noted the", "said: “".
fn says_that(wording: &Wording<'_>, at: usize) -> bool {
    matches!(wording.lower(at), "that" | "how" | "why" | "whether" | ":" | "“" | "\"" | "plans")
}

/// `“…,” said Jane Roe.`
fn is_quoted_before(wording: &Wording<'_>, at: usize) -> bool {
    at >= 1 && matches!(wording.word(at - 1), "”" | "\"" | "," | "’" | "'")
}

/// "described as … by many": a participle without a subject of its own.
fn passive_by(wording: &Wording<'_>, at: usize) -> bool {
    let participle = wording.class(at).has(Class::PARTICIPLE);
    let be = at.checked_sub(1).is_none_or(|before| {
        matches!(
            wording.lower(before),
            "is" | "are" | "was" | "were" | "been" | "being" | "widely" | "often" | ":"
        )
    });
    participle && be
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::wording::Cut;

    #[track_caller]
    fn assert_speaker(sentence: &str, want: Option<&str>) {
        assert_eq!(attributed_to(&Cut::of_language(sentence).whole()).as_deref(), want, "{sentence}");
    }

    #[test]
    fn subjects_of_verbs_of_saying_are_speakers() {
        assert_speaker("Jane Roe said the grid is full.", Some("Jane Roe"));
        assert_speaker("Acme chief Jane Roe has warned that power is short.", Some("Jane Roe"));
        assert_speaker("Widget CEO John Doe revealed that the site is late.", Some("John Doe"));
        assert_speaker("Critics argue that the bet is too large.", Some("critics"));
        assert_speaker(
            "The Power Weekly newsletter argues that coal returns.",
            Some("Power Weekly newsletter"),
        );
        assert_speaker("“It is late,” said Jane Roe, who runs it.", Some("Jane Roe"));
        assert_speaker("Jane Roe of Acme noted that rivals lag.", Some("Jane Roe"));
        assert_speaker("Roe argued for it, while John Doe called it absurd.", Some("Roe; John Doe"));
    }

    #[test]
    fn sources_that_are_named_otherwise_are_speakers_too() {
        assert_speaker("Demand doubled, according to the Grid Agency, in a year.", Some("Grid Agency"));
        assert_speaker(
            "Prices fell, according to people familiar with the matter.",
            Some("people familiar with the matter"),
        );
        assert_speaker("A large study of 40 sites found that most are idle.", Some("study"));
        assert_speaker("It is seen as a turning point by several analysts.", Some("several analysts"));
        assert_speaker("The sale is near, with bankers estimating it at $3 billion.", Some("bankers"));
    }

    #[test]
    fn deeds_nouns_and_pronouns_name_no_speaker() {
        assert_speaker("Acme announced a second site.", None);
        assert_speaker("Acme reported $5 billion in revenue.", None);
        assert_speaker("The reports and estimates of the agency are late.", None);
        assert_speaker("He said that it was late.", None);
        assert_speaker("It was late: “People say so all the time.”", None);
        assert_speaker("Firms like Acme claim a shortage.", None);
        assert_speaker("Acme sells chips.", None);
        assert_speaker("The company was called a landlord.", None);
    }
}
