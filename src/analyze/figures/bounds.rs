//! Words and marks around a figure that make its value a bound or an approximation.

use super::line::Line;
use crate::analyze::Bound;

/// The bound said before the token `from` or behind the token before `to`. "$5 billion over four years" says when, and no
/// bound of the `duration`; "for over four years" does.
pub(super) fn read(line: &Line<'_>, from: usize, to: usize, duration: bool) -> Option<Bound> {
    if duration
        && line.word_before(from, 1) == "over"
        && !matches!(
            line.word_before(from, 2),
            "for"
                | "in"
                | "after"
                | "well"
                | "just"
                | "last"
                | "lasts"
                | "lasted"
                | "take"
                | "takes"
                | "took"
        )
    {
        return None;
    }
    before(line, from).or_else(|| behind(line, to))
}

fn before(line: &Line<'_>, from: usize) -> Option<Bound> {
    let at = step_back(line, from);
    if let Some(mark) = at.checked_sub(1).and_then(|index| line.mark(index)) {
        return match mark {
            '~' | '≈' | '∼' => Some(Bound::About),
            '>' | '≥' => Some(Bound::AtLeast),
            '<' | '≤' => Some(Bound::AtMost),
            '-' if line.word_before(at, 2) == "sub" => Some(Bound::AtMost),
            // "about $ ~5" and "approx. 5"
            '.' if matches!(line.word_before(at, 2), "approx" | "ca" | "est") => Some(Bound::About),
            _ => None,
        };
    }
    words_before(line.word_before(at, 3), line.word_before(at, 2), line.word_before(at, 1))
}

/// An article or a word like "reported" may stand between the bound and the number.
fn step_back(line: &Line<'_>, from: usize) -> usize {
    match line.word_before(from, 1) {
        "a" | "an" | "the" | "another" | "additional" | "some"
            if from > 1 && !line.word_before(from, 2).is_empty() =>
        {
            from - 1
        }
        _ => from,
    }
}

fn words_before(third: &str, second: &str, first: &str) -> Option<Bound> {
    let compared = match (second, first) {
        ("more" | "greater" | "higher" | "better" | "larger", "than") => Some(Bound::AtLeast),
        ("less" | "fewer" | "lower" | "smaller", "than") => Some(Bound::AtMost),
        (_, _) => None,
    };
    match compared {
        Some(Bound::AtLeast) if matches!(third, "no" | "not") => Some(Bound::AtMost),
        Some(Bound::AtMost) if matches!(third, "no" | "not") => Some(Bound::AtLeast),
        Some(bound) => Some(bound),
        None => phrase_before(second, first).or_else(|| word_before(first)),
    }
}

fn phrase_before(second: &str, first: &str) -> Option<Bound> {
    Some(match (second, first) {
        ("at", "least")
        | ("little" | "few" | "low", "as")
        | ("excess" | "upwards" | "upward" | "north" | "minimum", "of") => Bound::AtLeast,
        ("up", "to")
        | ("at", "most")
        | ("much" | "many" | "high", "as")
        | ("maximum" | "max" | "south" | "shy" | "short", "of") => Bound::AtMost,
        ("close", "to") | ("order", "of") => Bound::About,
        (_, _) => return None,
    })
}

fn word_before(word: &str) -> Option<Bound> {
    Some(match word {
        "over" | "above" | "exceeding" | "exceeds" | "exceed" | "exceeded" | "topping" | "topped"
        | "beyond" | "surpassing" | "surpassed" => Bound::AtLeast,
        "under" | "below" | "nearly" | "almost" | "approaching" | "within" => Bound::AtMost,
        "about" | "around" | "roughly" | "approximately" | "approx" | "circa" | "some" | "estimated"
        | "near" => Bound::About,
        _ => return None,
    })
}

fn behind(line: &Line<'_>, to: usize) -> Option<Bound> {
    if line.mark(to) == Some('+') && line.glued(to) {
        return Some(Bound::AtLeast);
    }
    match (line.word(to), line.word(to + 1)) {
        ("or", "more" | "above" | "higher") => Some(Bound::AtLeast),
        ("or", "less" | "fewer" | "lower") => Some(Bound::AtMost),
        ("or", "so") => Some(Bound::About),
        (_, _) => None,
    }
}
