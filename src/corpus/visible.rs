//! Visible text as it grows: white space folded to single spaces, none at either end, invisible characters left out,
//! every byte mapped to the source. Knows nothing of markup.

use crate::text::{MappedText, Span};

/// The visible text of one block while it is read. A gap (white space) is held back until something visible follows.
#[derive(Debug, Default)]
pub(super) struct Visible {
    text: MappedText,
    gap: Option<Span>,
}

impl Visible {
    /// Adds a stretch of the source that is shown as it stands: `text` is the slice at `at`.
    pub(super) fn push(&mut self, text: &str, at: usize) {
        let bytes = text.as_bytes();
        let (mut run, mut next) = (0, 0);
        while let Some(found) = special(&bytes[next..]) {
            let here = next + found;
            let Some(character) = text[here..].chars().next() else { break };
            next = here + character.len_utf8();
            let look = look(character);
            if matches!(look, Look::Shown) {
                continue;
            }
            self.plain(&text[run..here], at + run);
            run = next;
            let source = Span::new(at + here, at + next);
            match look {
                Look::Gap => self.gap(source),
                Look::Replaced => self.decoded("\u{FFFD}", source),
                Look::Shown | Look::Hidden => {}
            }
        }
        self.plain(&text[run..], at + run);
    }

    /// Adds text that stands for `source` as a whole, such as a decoded entity.
    pub(super) fn push_decoded(&mut self, text: &str, source: Span) {
        let mut run = 0;
        for (here, character) in text.char_indices() {
            let end = here + character.len_utf8();
            match look(character) {
                Look::Shown | Look::Replaced => continue,
                Look::Gap => {
                    self.decoded(&text[run..here], source);
                    self.gap(source);
                }
                Look::Hidden => self.decoded(&text[run..here], source),
            }
            run = end;
        }
        self.decoded(&text[run..], source);
    }

    /// Adds white space that stands at `source`; it shows as one space if something visible stands on both sides.
    pub(super) fn gap(&mut self, source: Span) {
        // Text ends in a space only behind what parts two cells.
        if !self.text.is_empty() && !self.text.as_str().ends_with(' ') {
            let start = self.gap.map_or(source.start, |gap| gap.start);
            self.gap = Some(Span::new(start, source.end));
        }
    }

    /// Forgets white space that was held back.
    pub(super) fn drop_gap(&mut self) {
        self.gap = None;
    }

    /// Adds text that the source does not have as such, such as what parts two cells.
    pub(super) fn separate(&mut self, text: &str, source: Span) {
        self.gap = None;
        self.text.push_replaced(text, source);
    }

    /// What is visible so far, without white space held back.
    pub(super) fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// One past the last source byte that is visible; `None` before the first.
    pub(super) fn source_end(&self) -> Option<usize> {
        let len = self.text.as_str().len();
        (len > 0).then(|| self.text.to_source(Span::new(len - 1, len)).end)
    }

    /// The text and its span in the source, `None` where nothing is visible; starts afresh.
    pub(super) fn take(&mut self) -> Option<(MappedText, Span)> {
        self.gap = None;
        if self.text.is_empty() {
            return None;
        }
        // A copy of the right size is cheaper than growing a new text each time.
        let text = self.text.clone();
        self.text.clear();
        let span = text.to_source(Span::new(0, text.as_str().len()));
        Some((text, span))
    }

    /// Adds a run in which spaces stand alone.
    fn plain(&mut self, text: &str, at: usize) {
        let inner = text.trim_start_matches(' ');
        let start = at + text.len() - inner.len();
        self.spaces(at, start);
        let inner = inner.trim_end_matches(' ');
        if !inner.is_empty() {
            self.close_gap();
            self.text.push_verbatim(inner, start);
        }
        self.spaces(start + inner.len(), at + text.len());
    }

    fn spaces(&mut self, start: usize, end: usize) {
        if start < end {
            self.gap(Span::new(start, end));
        }
    }

    fn decoded(&mut self, text: &str, source: Span) {
        if !text.is_empty() {
            self.close_gap();
            self.text.push_replaced(text, source);
        }
    }

    fn close_gap(&mut self) {
        match self.gap.take() {
            // One byte for one byte: the run of text goes on, which keeps the map short.
            Some(gap) if gap.len() == 1 => self.text.push_verbatim(" ", gap.start),
            Some(gap) => self.text.push_replaced(" ", gap),
            None => {}
        }
    }
}

/// What becomes of a character.
enum Look {
    Shown,
    Gap,
    Hidden,
    Replaced,
}

fn look(character: char) -> Look {
    match character {
        // soft hyphen, zero-width space, direction marks, word joiner, byte order mark
        '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' => Look::Hidden,
        '\0' => Look::Replaced,
        _ if character.is_whitespace() => Look::Gap,
        _ => Look::Shown,
    }
}

/// The first byte that needs a look: a space before another one, other white space, NUL, or the first byte of white space
/// or of an invisible character. Most text has hardly any, so it is looked through in strides that need no branch.
fn special(bytes: &[u8]) -> Option<usize> {
    let at = stride::<8>(bytes, stride::<32>(bytes, 0));
    let rest = &bytes[at..];
    let found =
        (0..rest.len()).find(|&here| needs_look(rest[here], rest.get(here + 1).copied().unwrap_or(0)));
    found.map(|here| at + here)
}

/// Goes on from `at` by `N` bytes as long as none of them needs a look.
fn stride<const N: usize>(bytes: &[u8], mut at: usize) -> usize {
    while let Some(window) = bytes.get(at..=at + N) {
        let mut any = false;
        for (&byte, &next) in window[..N].iter().zip(&window[1..]) {
            any |= needs_look(byte, next);
        }
        if any {
            break;
        }
        at += N;
    }
    at
}

#[expect(clippy::needless_bitwise_bool, reason = "no branch, so that strides are looked through at once")]
/// True where `byte`, before `next`, may be anything but a plain character or a single space.
fn needs_look(byte: u8, next: u8) -> bool {
    (byte < b' ')
        | ((byte == b' ') & (next == b' '))
        | (byte == 0xC2)
        | (0xE1..=0xE3).contains(&byte)
        | (byte == 0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shown(source: &str) -> (String, String) {
        let mut visible = Visible::default();
        visible.push(source, 0);
        visible
            .take()
            .map_or_else(Default::default, |(text, span)| (text.as_str().into(), span.of(source).into()))
    }

    #[test]
    fn white_space_folds_and_is_gone_at_the_ends() {
        assert_eq!(shown("  a \t b\r\nc  "), ("a b c".into(), "a \t b\r\nc".into()));
        assert_eq!(shown(" \u{A0} "), (String::new(), String::new()));
    }

    #[test]
    fn a_no_break_space_is_a_space_and_a_soft_hyphen_is_nothing() {
        assert_eq!(
            shown("6\u{A0}GW com\u{AD}pute"),
            ("6 GW compute".into(), "6\u{A0}GW com\u{AD}pute".into())
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_text_and_a_nul_is_a_replacement_mark() {
        assert_eq!(shown("\u{FEFF}a\0b"), ("a\u{FFFD}b".into(), "a\0b".into()));
    }

    #[test]
    fn spans_behind_folded_space_point_at_their_own_words() {
        let source = "one  “two”   three";
        let mut visible = Visible::default();
        visible.push(source, 0);
        let (text, _) = visible.take().expect("text");
        let at = text.as_str().find("three").expect("third word");
        assert_eq!(text.to_source(Span::new(at, at + 5)).of(source), "three");
        assert_eq!(text.as_str(), "one “two” three");
    }
}
