//! Ratios written without a unit: "twice", "doubled", "half the", "two-thirds", "tenfold", "one in four", "1/15th of".

use super::line::Line;
use super::number;

/// A ratio in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct RatioAt {
    pub(super) value: f64,
    /// One past its last token.
    pub(super) end: usize,
}

/// The ratio whose first word stands at `at`.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<RatioAt> {
    let one = |value| Some(RatioAt { value, end: at + 1 });
    match line.word(at) {
        "" => slashed(line, at).or_else(|| share(line, at)),
        "twice" | "thrice" if !is_occasion(line.word(at + 1)) => {
            one(if line.word(at) == "twice" { 2.0 } else { 3.0 })
        }
        "half" if half_of_something(line, at) => one(0.5),
        word => multiplier(word)
            .filter(|_| multiplies(line, at))
            .or_else(|| fold(word))
            .and_then(one)
            .or_else(|| share(line, at))
            .or_else(|| part(line, at)),
    }
}

fn multiplier(word: &str) -> Option<f64> {
    Some(match word {
        "double" | "doubles" | "doubled" | "doubling" => 2.0,
        "triple" | "triples" | "tripled" | "tripling" => 3.0,
        "quadruple" | "quadruples" | "quadrupled" | "quadrupling" => 4.0,
        "quintuple" | "quintupled" => 5.0,
        "halve" | "halved" | "halving" => 0.5,
        _ => return None,
    })
}

/// False in "double-digit", "double down", "a double": nothing is multiplied there.
fn multiplies(line: &Line<'_>, at: usize) -> bool {
    let idiom = matches!(
        line.word(at + 1),
        "event"
            | "events"
            | "down"
            | "downs"
            | "digit"
            | "digits"
            | "check"
            | "checked"
            | "counting"
            | "counted"
            | "whammy"
            | "standard"
            | "standards"
            | "taxation"
            | "edged"
            | "agent"
            | "duty"
            | "bind"
            | "blind"
            | "play"
            | "click"
            | "as"
            | "sided"
            | "bottom"
            | "vision"
    );
    let named = line.raw(at).starts_with(|c: char| c.is_uppercase())
        && line.raw(at + 1).starts_with(|c: char| c.is_uppercase());
    let joined = line.hyphen(at + 1) || at > 0 && line.hyphen(at - 1);
    let article = matches!(line.word_before(at, 1), "a" | "an");
    !(idiom || named || joined || article)
}

/// "twice a year" and "twice in May" count occasions.
fn is_occasion(next: &str) -> bool {
    matches!(
        next,
        "a" | "per"
            | "in"
            | "since"
            | "before"
            | "daily"
            | "weekly"
            | "monthly"
            | "yearly"
            | "each"
            | "every"
            | "on"
            | "about"
    )
}

/// "half the cost", "half of revenue", "more than half", "by half"; not "the first half of 2025".
fn half_of_something(line: &Line<'_>, at: usize) -> bool {
    let before = line.word_before(at, 1);
    if line.hyphen(at + 1) || at > 0 && line.hyphen(at - 1) {
        return false;
    }
    if matches!(
        before,
        "first"
            | "second"
            | "other"
            | "latter"
            | "back"
            | "top"
            | "bottom"
            | "this"
            | "that"
            | "each"
            | "and"
            | "a"
    ) {
        return before == "and" && matches!(line.word(at + 1), "the" | "of");
    }
    let measured = matches!(line.word(at + 1), "the" | "as" | "that" | "its" | "their" | "our" | "of");
    let bounded = matches!(
        before,
        "by" | "in"
            | "than"
            | "over"
            | "under"
            | "nearly"
            | "almost"
            | "about"
            | "roughly"
            | "around"
            | "least"
    );
    measured || bounded && !is_unit_word(line.word(at + 1))
}

/// Words before which "half" is a number of them: "over half a gigawatt".
fn is_unit_word(word: &str) -> bool {
    matches!(word, "a" | "an") || number::magnitude(word).is_some()
}

/// "tenfold", "twofold".
fn fold(word: &str) -> Option<f64> {
    let stem = word.strip_suffix("fold")?;
    number::small(stem).or_else(|| number::magnitude(stem)).filter(|&value| value > 1.0)
}

/// "1/15th of", "2/3 of", "1/6 the cost": a fraction in digits with what it is a part of.
fn slashed(line: &Line<'_>, at: usize) -> Option<RatioAt> {
    let (part, whole) = (line.digits(at)?, line.digits(at + 2)?);
    let joined = line.mark(at + 1) == Some('/') && line.glued(at + 1) && line.glued(at + 2);
    if !joined || !part.plain || !whole.plain || part.value >= whole.value || part.value < 1.0 {
        return None;
    }
    let ordinal = line.glued(at + 3) && matches!(line.word(at + 3), "th" | "ths" | "rd" | "rds" | "nd");
    let end = at + 3 + usize::from(ordinal);
    (ordinal || matches!(line.word(end), "of" | "the" | "as"))
        .then_some(RatioAt { value: rounded(part.value / whole.value), end })
}

/// "one in four", "nine out of ten", "1 in 5".
fn share(line: &Line<'_>, at: usize) -> Option<RatioAt> {
    let count = |at| match line.digits(at) {
        Some(digits) => digits.plain.then_some(digits.value),
        None => number::small(line.word(at)),
    };
    let part = count(at)?;
    let (whole_at, in_words) = match (line.word(at + 1), line.word(at + 2)) {
        ("in", "every") | ("out", "of") => (at + 3, true),
        ("in", _) => (at + 2, part <= 1.0),
        (_, _) => return None,
    };
    let whole = count(whole_at).filter(|&whole| whole > part && whole <= 1000.0)?;
    let unitless = super::units::read(line, whole_at + 1).is_none()
        && number::magnitude(line.word(whole_at + 1)).is_none();
    (in_words && part > 0.0 && unitless)
        .then_some(RatioAt { value: rounded(part / whole), end: whole_at + 1 })
}

/// "a third of", "one-third", "three quarters of", "a tenth the cost".
fn part(line: &Line<'_>, at: usize) -> Option<RatioAt> {
    let (parts, article) = match line.word(at) {
        "a" | "an" => (1.0, true),
        word => (number::small(word)?, false),
    };
    let joined = line.hyphen(at + 1);
    let name = if joined { at + 2 } else { at + 1 };
    let parts_of_one = denominator(line.word(name), parts)?;
    let end = name + 1;
    let of_something =
        matches!(line.word(end), "of" | "the" | "as" | "that" | "less" | "lower" | "cheaper" | "more");
    // quarters are also periods, and "a third" is also an ordinal
    let clear = !article && (joined || !line.word(name).starts_with("quarter"));
    (of_something || clear).then_some(RatioAt { value: rounded(parts / parts_of_one), end })
}

/// Shares are given to four places: a third is 0.3333.
fn rounded(share: f64) -> f64 {
    (share * 1e4).round() / 1e4
}

fn denominator(word: &str, parts: f64) -> Option<f64> {
    let stem = if parts > 1.0 { word.strip_suffix('s')? } else { word };
    Some(match stem {
        "half" | "halve" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "twentieth" => 20.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ => return None,
    })
}
