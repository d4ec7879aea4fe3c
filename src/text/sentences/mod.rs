//! Where sentences end: every end mark is found by a scan over bytes and then judged by the word before it and the word
//! after it. Knows English abbreviations; leaves out line breaks, which the corpus stage has cut or folded already.

mod abbreviations;
mod enumeration;
mod scan;

use super::Span;
use abbreviations::{Abbreviation, abbreviation, opens_sentence};
use scan::{Mark, Next, next_after, read_mark};

/// A parenthesis longer than this many bytes is taken for a stray bracket.
const LONGEST_ASIDE: usize = 400;

/// Bytes of a sentence; seldom fewer on average.
const BYTES_A_SENTENCE: usize = 80;

/// Bytes of the longest list marker, its bullet included.
const LONGEST_MARKER: usize = 12;

/// The sentences of one block's visible text as spans of it, in order, trimmed of white space, never empty. Together
/// they hold every character that is not white space.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::with_capacity(text.len() / BYTES_A_SENTENCE + 1);
    let mut from = 0;
    for cut in enumeration::cuts(text) {
        cut_piece(text, Span::new(from, cut), &mut spans);
        from = cut;
    }
    cut_piece(text, Span::new(from, text.len()), &mut spans);
    spans
}

fn cut_piece(text: &str, piece: Span, spans: &mut Vec<Span>) {
    let mut cutter = Cutter { text: &text[..piece.end], start: piece.start, aside: Aside::default() };
    let mut at = piece.start;
    cutter.skip_space();
    while let Some(found) = scan::find_stop(cutter.text, at) {
        match cutter.text.as_bytes()[found] {
            b'(' => {
                cutter.aside.open(found);
                at = found + 1;
            }
            b')' => {
                cutter.aside.close();
                at = found + 1;
            }
            _ => {
                let mark = read_mark(cutter.text, found);
                at = mark.end.max(found + 1);
                if let Some(end) = cutter.judge(&mark) {
                    spans.push(Span::new(cutter.start, end));
                    cutter.start = end;
                    cutter.skip_space();
                    cutter.aside = Aside::default();
                    at = at.max(end);
                }
            }
        }
    }
    let end = cutter.text.trim_end().len();
    if cutter.start < end {
        spans.push(Span::new(cutter.start, end));
    }
}

/// The parenthesis that the scan is in.
#[derive(Clone, Copy, Debug, Default)]
struct Aside {
    depth: usize,
    opened: usize,
    /// The next `)` after the last one asked for: kept so that each byte is looked at once.
    closing: Option<usize>,
}

impl Aside {
    fn open(&mut self, at: usize) {
        if self.depth == 0 {
            self.opened = at;
        }
        self.depth += 1;
    }

    fn close(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

struct Cutter<'t> {
    /// Ends where the piece ends; starts where the block starts.
    text: &'t str,
    start: usize,
    aside: Aside,
}

impl Cutter<'_> {
    fn skip_space(&mut self) {
        let rest = &self.text[self.start..];
        self.start += rest.len() - rest.trim_start().len();
    }

    /// The end of the sentence where the mark ends one.
    fn judge(&mut self, mark: &Mark) -> Option<usize> {
        let next = next_after(self.text, mark.end)?;
        if self.in_aside(mark.end) || matches!(next, Next::Mark) || (self.marker_only(mark) && !mark.loud) {
            return None;
        }
        if let Next::Word { aside: Some(open), .. } = next
            && self.aside_belongs_before(open)
        {
            return None;
        }
        if mark.loud {
            return self.after_loud(mark, next).then_some(mark.end);
        }
        if mark.dots > 1 {
            return after_ellipsis(self.text, mark, next);
        }
        self.after_dot(mark, next).then_some(mark.end)
    }

    /// Inside a parenthesis that the sentence opened after its first word and that closes again.
    fn in_aside(&mut self, at: usize) -> bool {
        if self.aside.depth == 0 || self.aside.opened <= self.start {
            return false;
        }
        let closes = self.closing(at).is_some_and(|close| close - self.aside.opened <= LONGEST_ASIDE);
        if !closes {
            self.aside.depth = 0;
        }
        closes
    }

    fn closing(&mut self, at: usize) -> Option<usize> {
        if self.aside.closing.is_none_or(|close| close < at) {
            let window = &self.text.as_bytes()[at..self.text.len().min(at + LONGEST_ASIDE)];
            self.aside.closing = window.iter().position(|&byte| byte == b')').map(|offset| at + offset);
        }
        self.aside.closing
    }

    /// A parenthesis after the end mark goes with what stands before it where the sentence goes on after it:
    /// `"It works." (Smith 55).`
    fn aside_belongs_before(&mut self, open: usize) -> bool {
        let Some(close) = self.closing(open) else { return false };
        let mut after = self.text[close + 1..].chars();
        after.next().is_some_and(|c| matches!(c, '.' | ',' | ':' | ';'))
    }

    /// Nothing but a list marker stands before the mark: `1.`, `a.)`, `iv.`.
    fn marker_only(&self, mark: &Mark) -> bool {
        if mark.start - self.start > LONGEST_MARKER {
            return false;
        }
        let before =
            self.text[self.start..mark.start].trim_start_matches(enumeration::is_bullet).trim_start();
        let digits = before.len() <= 3 && before.bytes().all(|byte| byte.is_ascii_digit());
        digits || before.len() == 1 && before.as_bytes()[0].is_ascii_lowercase()
    }

    fn after_loud(&self, mark: &Mark, next: Next<'_>) -> bool {
        match next {
            Next::End | Next::Symbol => true,
            Next::Lower | Next::Mark => false,
            Next::Word { word, .. } => {
                !abbreviations::is_loud_name(self.word_before(mark.start)) || opens_sentence(word)
            }
        }
    }

    fn after_dot(&self, mark: &Mark, next: Next<'_>) -> bool {
        let (word, digit) = match next {
            Next::End => return true,
            Next::Lower | Next::Mark => return false,
            Next::Symbol => ("", true),
            Next::Word { word, .. } => (word, word.starts_with(|c: char| c.is_ascii_digit())),
        };
        match abbreviation(self.word_before(mark.start)) {
            None => true,
            Some(Abbreviation::Never) => false,
            Some(Abbreviation::BeforeNumber) => !digit,
            Some(Abbreviation::Initial | Abbreviation::Name) => opens_sentence(word),
            Some(Abbreviation::Month) => !digit && opens_sentence(word),
            Some(Abbreviation::Clock) => !digit && !self.opens_with_time(mark.start),
        }
    }

    /// "At 5 a.m." as the beginning of a sentence: a preposition and its time, nothing that could be a sentence.
    fn opens_with_time(&self, end: usize) -> bool {
        let mut words = self.text[self.start..end].split_whitespace();
        let first = words.next().unwrap_or("");
        matches!(first, "After" | "Around" | "At" | "Before" | "By" | "From" | "Until")
            && words.nth(2).is_none()
    }

    /// The run without white space before `end`, opening marks taken off, the part after a slash only.
    fn word_before(&self, end: usize) -> &str {
        let before = &self.text[self.start..end];
        let start = before
            .rfind(|c: char| c.is_whitespace() || matches!(c, '/' | '—' | '–' | '-'))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        before[start..].trim_start_matches(|c: char| !c.is_alphanumeric())
    }
}

/// An ellipsis ends a sentence only where the next one plainly begins; of a full stop followed by a spaced ellipsis the
/// full stop ends it.
fn after_ellipsis(text: &str, mark: &Mark, next: Next<'_>) -> Option<usize> {
    let word = match next {
        Next::End => return Some(mark.end),
        Next::Lower | Next::Mark => return None,
        Next::Symbol => "",
        Next::Word { word, .. } => word,
    };
    if mark.spaced {
        return match (mark.attached, mark.dots) {
            (true, 4..) => Some(mark.start + text[mark.start..].chars().next().map_or(1, char::len_utf8)),
            (true, _) | (false, 4..) => Some(mark.end),
            (false, _) => None,
        };
    }
    (mark.dots >= 4 || mark.attached && word != "I" || opens_sentence(word) && word != "I")
        .then_some(mark.end)
}

#[cfg(test)]
mod tests;
