//! How deep quotations and lists may nest. The parser looks at every open one on every line, so that a file of a few
//! hundred kilobytes could take it minutes; no article nests a tenth as deep.

use std::borrow::Cow;

/// Quotations and lists that one line may open.
const DEEPEST: usize = 100;

/// Stands for a mark that is passed over: white space that does not indent, as long as the mark.
const PASSED_OVER: u8 = 0x0C;

/// The text with the marks taken out that would open more than a hundred quotations or lists on one line, byte for byte as
/// long as `source`; and where the first such line starts.
pub(super) fn cap(source: &str, body: usize) -> (Cow<'_, str>, Option<usize>) {
    let mut capped: Option<Vec<u8>> = None;
    let mut first = None;
    let text = source.as_bytes();
    let ends = memchr::memchr_iter(b'\n', &text[body..]).map(|end| body + end + 1);
    let mut start = body;
    for end in ends.chain([text.len()]) {
        if let Some((from, to)) = excess(&text[start..end]) {
            first = first.or(Some(start));
            let bytes = capped.get_or_insert_with(|| text.to_vec());
            for byte in &mut bytes[start + from..start + to] {
                if !byte.is_ascii_whitespace() {
                    *byte = PASSED_OVER;
                }
            }
        }
        start = end;
    }
    // One ASCII byte took another's place, so this is still text.
    let text = capped.and_then(|bytes| String::from_utf8(bytes).ok());
    (text.map_or(Cow::Borrowed(source), Cow::Owned), first)
}

/// The stretch of the marks at the start of `line` that come after the first hundred.
fn excess(line: &[u8]) -> Option<(usize, usize)> {
    let (mut at, mut marks, mut from) = (0, 0, 0);
    loop {
        at += line[at..].iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
        let Some(width) = mark(&line[at..]) else { break };
        marks += 1;
        if marks == DEEPEST + 1 {
            from = at;
        }
        at += width;
    }
    (marks > DEEPEST).then_some((from, at))
}

/// The length of the mark of a quotation or a list item at the start of `rest`.
fn mark(rest: &[u8]) -> Option<usize> {
    let spaced = |width: usize| rest.get(width).is_none_or(u8::is_ascii_whitespace);
    match rest.first()? {
        b'>' => Some(1),
        b'-' | b'+' | b'*' => spaced(1).then_some(1),
        b'0'..=b'9' => {
            let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
            (matches!(rest.get(digits), Some(b'.' | b')')) && spaced(digits + 1)).then_some(digits + 1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_nesting_is_left_alone() {
        let text = "> > - 1. a\n- - -\n> b\n";
        assert_eq!(cap(text, 0), (Cow::Borrowed(text), None));
    }

    #[test]
    fn the_hundred_and_first_mark_and_what_follows_are_passed_over() {
        let text = format!("a\n{}12) b > c", "> ".repeat(102));
        let (capped, first) = cap(&text, 0);
        assert_eq!(capped, format!("a\n{}\u{C} \u{C} \u{C}\u{C}\u{C} b > c", "> ".repeat(100)));
        assert_eq!(first, Some(2));
    }
}
