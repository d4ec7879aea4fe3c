//! Lists written into one line: "1) chips 2) power", "• chips • power". A line that opens with a marker is cut before
//! each marker that carries the count on.

/// Where the later items of a list start, ascending; empty where `text` is not such a list.
pub(super) fn cuts(text: &str) -> Vec<usize> {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].chars().next().unwrap_or(' ');
    if is_bullet(first) {
        return bullets(text, start, first);
    }
    if first.is_ascii_digit() || first.is_ascii_lowercase() {
        return counts(text, start);
    }
    Vec::new()
}

/// A mark that opens an item of a list and nothing else.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '◦' | '▪' | '‣' | '⁃')
}

fn bullets(text: &str, start: usize, bullet: char) -> Vec<usize> {
    let after = start + bullet.len_utf8();
    let found = text[after..].match_indices(bullet).map(|(at, _)| after + at);
    found.filter(|&at| text[..at].ends_with(char::is_whitespace)).collect()
}

fn counts(text: &str, start: usize) -> Vec<usize> {
    let mut cuts = Vec::new();
    let Some((mut value, style)) = marker(&text[start..]) else { return cuts };
    let mut before = start;
    for (at, _) in text[start..].match_indices(' ').map(|(at, gap)| (start + at + 1, gap)) {
        if at > before
            && let Some((next, same)) = marker(&text[at..])
            && next == value.saturating_add(1)
            && same == style
        {
            cuts.push(at);
            (value, before) = (next, at);
        }
    }
    cuts
}

/// What closes a marker, and whether it counts in letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style {
    letters: bool,
    closing: &'static str,
}

/// The marker that `rest` opens with, if a capital follows: its count and style.
fn marker(rest: &str) -> Option<(u32, Style)> {
    let bytes = rest.as_bytes();
    let digits = bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    let (length, value) = match (digits, bytes.first()?) {
        (1.., _) => (digits, rest[..digits].parse().ok()?),
        (0, byte) if byte.is_ascii_lowercase() => (1, u32::from(*byte)),
        (0, _) => return None,
    };
    let closing = [".) ", ". ", ") "].into_iter().find(|closing| rest[length..].starts_with(closing))?;
    let capital = rest[length + closing.len()..].starts_with(char::is_uppercase);
    capital.then_some((value, Style { letters: digits == 0, closing }))
}
