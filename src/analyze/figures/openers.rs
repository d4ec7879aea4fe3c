//! Which words can begin a figure: a gate so cheap that the many sentences and words without figures cost next to nothing.

use std::sync::LazyLock;

use super::gate::Gate;
use crate::analyze::wording::{Opening, Wording};

const OPENERS: [&str; 77] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "dozen",
    "hundred",
    "thousand",
    "million",
    "billion",
    "trillion",
    "quadrillion",
    "lakh",
    "crore",
    "half",
    "quarter",
    "quarters",
    "third",
    "thirds",
    "twice",
    "thrice",
    "double",
    "doubles",
    "doubled",
    "doubling",
    "triple",
    "triples",
    "tripled",
    "tripling",
    "quadruple",
    "quadruples",
    "quadrupled",
    "quadrupling",
    "quintuple",
    "quintupled",
    "halve",
    "halved",
    "halving",
    "twofold",
    "threefold",
    "fourfold",
    "fivefold",
    "sixfold",
    "sevenfold",
    "eightfold",
    "ninefold",
    "tenfold",
    "hundredfold",
    "watt",
    "kilowatt",
    "megawatt",
    "gigawatt",
    "terawatt",
    "petawatt",
];

/// Words of two letters or more that can begin a figure where another word or digits go on: a sign, currencies; and plurals,
/// which an article can stand before.
const LEADERS: [&str; 15] = [
    "minus",
    "dollar",
    "usd",
    "eur",
    "gbp",
    "jpy",
    "cny",
    "rmb",
    "rs",
    "watts",
    "kilowatts",
    "megawatts",
    "gigawatts",
    "terawatts",
    "petawatts",
];

static GATE: LazyLock<Gate> = LazyLock::new(|| Gate::of(leaders()));

/// The words that a figure can begin with, signs of a few capitals left out.
pub(in crate::analyze) fn first_words() -> impl Iterator<Item = &'static str> {
    leaders().chain(["a", "an"])
}

fn leaders() -> impl Iterator<Item = &'static str> {
    OPENERS.into_iter().chain(LEADERS)
}

/// The words without which a sentence that has no digit has no figure.
pub(in crate::analyze) fn openers() -> impl Iterator<Item = &'static str> {
    OPENERS.into_iter()
}

/// True where a sentence can hold a figure; nearly all that hold none lack a digit and any word of one.
pub(in crate::analyze) fn may_hold(wording: &Wording<'_>) -> bool {
    wording.digits || wording.openings(Opening::Figure).next().is_some()
}

/// True where the word in lower case can be the first of a figure; false for nearly all that cannot. Articles and signs of a few
/// capitals, such as "HK$", are not looked at here.
pub(super) fn leads(word: &str) -> bool {
    GATE.passes(word)
}

/// True where a figure can begin with an article that `next` stands behind: half, a magnitude or a unit, "tenth"; or no word,
/// but a sign, as in "A$5" and "a-third".
pub(super) fn follows_article(next: &str) -> bool {
    next.is_empty() || leads(next) || next.ends_with("th")
}

/// True where a figure can begin with a few capitals that `next` stands behind: a number in words; or no word, but digits or a
/// sign, as in "HK$5".
pub(super) fn follows_code(next: &str) -> bool {
    next.is_empty() || leads(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::wording::Cut;

    #[test]
    fn openers_open_in_any_case_and_other_words_do_not() {
        let may_hold = |word: &str| may_hold(&Cut::of_language(word).whole());
        assert!(may_hold("million") && may_hold("Twice") && may_hold("GIGAWATT") && may_hold("B2"));
        assert!(!may_hold("capacity") && !may_hold("the") && !may_hold("é") && !may_hold(""));
        assert!(leads("usd") && leads("rmb") && !leads("capacity"));
        assert!(follows_article("half") && follows_article("tenth") && !follows_article("plan"));
    }
}
