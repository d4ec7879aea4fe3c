//! Who wrote it, when, and where it comes from.

use std::sync::LazyLock;

use super::Spot;
use crate::analyze::wording::{Opening, Phrases, Wording};

/// True for a line that gives author, date or source of the text and nothing else.
pub(super) fn is_byline(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    let Some(first) = wording.first_word() else { return false };
    if first > 2 {
        return false;
    }
    if wording.opens(first, Opening::Label)
        && let Some((length, label)) = LABELS.at(wording, first)
        && wording.word(first + length) == ":"
    {
        return label == Label::Always || !wording.has_finite_verb();
    }
    spot.is_first() && !wording.has_finite_verb() && (by_name(wording, first) || dated(wording, first))
}

/// The words that labels begin with.
pub(in crate::analyze) fn openers() -> impl Iterator<Item = &'static str> {
    LABELS.openers()
}

/// "By Jane Roe", "Photo by Jane Roe", "Posted by Jane Roe on 3 May".
fn by_name(wording: &Wording<'_>, first: usize) -> bool {
    let by = match wording.lower(first) {
        "by" => first,
        "photo" | "photograph" | "image" | "illustration" | "written" | "posted" | "published"
        | "reported" | "edited" => first + 1,
        _ => return false,
    };
    let says_by = matches!(wording.lower(by), "by" | "via") || wording.lower(by) == "courtesy";
    says_by && wording.is_capital(by + 1) && wording.is_capital(by + 2) && wording.word_count() <= 12
}

/// "Published 3 May 2026", "May 3, 2026".
fn dated(wording: &Wording<'_>, first: usize) -> bool {
    let opens = matches!(wording.lower(first), "published" | "updated" | "posted");
    if opens {
        return wording.word_count() <= 8 && (first + 1..first + 4).any(|at| is_date_word(wording, at));
    }
    let words = (0..wording.len()).filter(|&at| !wording.is_mark(at));
    let mut marks = (0..wording.len()).filter(|&at| wording.is_mark(at));
    (2..=5).contains(&wording.word_count())
        && marks.all(|at| matches!(wording.word(at), "," | "." | "/" | "-" | "–"))
        && words.clone().any(|at| wording.is_number(at) && wording.word(at).len() == 4)
        && words.clone().all(|at| is_date_word(wording, at))
}

fn is_date_word(wording: &Wording<'_>, at: usize) -> bool {
    let word = wording.lower(at);
    let number = word.len() <= 4 && wording.is_number(at);
    number
        || word.len() >= 3
            && MONTHS_AND_DAYS.split_whitespace().any(|name| name == word || name.get(..3) == Some(word))
}

const MONTHS_AND_DAYS: &str = "january february march april may june july august september october november december \
    monday tuesday wednesday thursday friday saturday sunday";

/// How surely a label makes its line a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    /// Whatever follows.
    Always,
    /// Where no statement follows.
    WithoutVerb,
}

static LABELS: LazyLock<Phrases<Label>> = LazyLock::new(|| {
    let always = ALWAYS.iter().map(|label| (*label, Label::Always));
    Phrases::new(always.chain(WITHOUT_VERB.iter().map(|label| (*label, Label::WithoutVerb))))
});

const ALWAYS: &[&str] = &[
    "link",
    "links",
    "url",
    "via",
    "photo",
    "photo credit",
    "image",
    "image credit",
    "image source",
    "credit",
    "byline",
    "tags",
    "hat tip",
    "disclaimer",
    "disclosure",
    "h/t",
];

const WITHOUT_VERB: &[&str] = &[
    "author",
    "authors",
    "by",
    "written by",
    "reported by",
    "date",
    "research date",
    "report date",
    "publication date",
    "date published",
    "published",
    "posted",
    "updated",
    "last updated",
    "last modified",
    "accessed",
    "retrieved",
    "source",
    "sources",
    "from",
    "category",
    "categories",
    "reading time",
    "word count",
    "version",
    "contact",
];
