//! Words of a site or newsletter about itself: navigation, subscription lines, greetings. Knows phrases, not sites.

use std::sync::LazyLock;

use super::Spot;
use crate::analyze::wording::{Opening, Phrases, Wording};

/// True for a sentence that speaks of the page and to its reader instead of saying something.
pub(super) fn is_boilerplate(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    let short = || wording.word_count() <= SHORT;
    let found =
        PHRASES.all(wording, wording.openings(Opening::Boilerplate)).any(|(at, _, weight)| match weight {
            Weight::Always => true,
            Weight::Opening => wording.first_word() == Some(at),
            Weight::InShort => short(),
            Weight::WithReader => short() && speaks_to_reader(wording),
        });
    found || whole(spot, wording)
}

/// The sentence is nothing but a word of navigation.
fn whole(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    spot.is_alone()
        && wording.len() <= 4
        && WHOLE.at(wording, 0).is_some_and(|(length, ())| length >= wording.word_count())
}

/// True for words that are nothing else wherever they stand, headings of a page whose markup was lost included.
pub(super) fn is_navigation(wording: &Wording<'_>) -> bool {
    PHRASES
        .all(wording, wording.openings(Opening::Boilerplate))
        .any(|(_, _, weight)| matches!(weight, Weight::Always))
}

/// The words that such phrases begin with.
pub(in crate::analyze) fn openers() -> impl Iterator<Item = &'static str> {
    PHRASES.openers()
}

fn speaks_to_reader(wording: &Wording<'_>) -> bool {
    (0..wording.len()).any(|at| matches!(wording.lower(at), "you" | "your" | "we" | "our" | "us"))
}

/// More words than this are more than a line of navigation.
const SHORT: usize = 24;

#[derive(Clone, Copy, Debug)]
enum Weight {
    /// Wherever it stands.
    Always,
    /// At the beginning of the sentence.
    Opening,
    /// In a short sentence.
    InShort,
    /// In a short sentence with "you", "we" or "our".
    WithReader,
}

static PHRASES: LazyLock<Phrases<Weight>> = LazyLock::new(|| {
    let lists = [
        (Weight::Always, ALWAYS),
        (Weight::Opening, OPENING),
        (Weight::InShort, IN_SHORT),
        (Weight::WithReader, WITH_READER),
    ];
    Phrases::new(
        lists.into_iter().flat_map(|(weight, list)| list.iter().map(move |phrase| (*phrase, weight))),
    )
});

static WHOLE: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(WORDS.iter().map(|word| (*word, ()))));

const ALWAYS: &[&str] = &[
    "all rights reserved",
    "skip to main content",
    "skip to content",
    "thanks for reading",
    "thank you for reading",
    "terms of service apply",
    "not financial advice",
    "not investment advice",
    "unsubscribe at any time",
    "this post contains affiliate links",
];

const OPENING: &[&str] = &[
    "welcome to",
    "welcome back to",
    "that's the wrap",
    "that's a wrap",
    "that's all for",
    "that is all for",
    "subscribe and listen",
    "subscribe to",
    "subscribe now",
    "subscribe for",
    "subscribe on",
    "listen on",
    "listen to",
    "watch on",
    "follow us",
    "sign up",
    "log in",
    "sign in",
    "click here",
    "read more",
    "read the full",
    "read full",
    "learn more",
    "continue reading",
    "keep reading",
    "share this",
    "back to top",
    "leave a comment",
    "join the conversation",
    "join our",
    "see you next",
    "stay tuned",
    "this newsletter",
    "this article was originally",
    "this post was originally",
    "this episode is sponsored",
    "originally published",
    "reprinted with permission",
    "photo credit",
    "image credit",
    "about the author",
    "as a reminder",
    "copyright ©",
    "copyright (c)",
    "©",
];

const IN_SHORT: &[&str] = &[
    "past issues",
    "back issues",
    "opt in",
    "opt out",
    "email frequencies",
    "your inbox",
    "privacy policy",
    "cookie policy",
    "use cookies",
    "uses cookies",
    "accept cookies",
    "free newsletter",
    "our newsletter",
    "this newsletter",
    "daily newsletter",
    "weekly newsletter",
    "subscribe here",
    "min read",
    "minute read",
];

const WITH_READER: &[&str] = &[
    "send you",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscribers",
    "unsubscribe",
    "podcast feed",
    "subreddits",
    "discords",
    "this issue",
    "next issue",
    "cookies",
];

const WORDS: &[&str] = &[
    "home",
    "menu",
    "search",
    "share",
    "subscribe",
    "advertisement",
    "sponsored",
    "comments",
    "related",
    "login",
    "print",
    "close",
    "next",
    "previous",
    "related articles",
    "related posts",
    "table of contents",
    "contents",
];
