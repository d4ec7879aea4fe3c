//! Words and marks, the smallest pieces that every later stage looks at.

use super::Span;

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text that was cut.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
}

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Letters and digits, at least one letter.
    Letters,
    /// Digits only.
    Digits,
    /// One character that is neither letter, digit nor white space.
    Mark,
}

/// Cuts `text` into runs of letters and digits and single marks, in order; white space is left out. Hyphens, dots and
/// apostrophes are marks: "open-source" is three, "Meta's" is three.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// The iterator behind [`words`].
#[derive(Clone, Debug)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while bytes.get(start).is_some_and(u8::is_ascii_whitespace) {
            start += 1;
        }
        match bytes.get(start) {
            Some(byte) if byte.is_ascii_alphanumeric() => return Some(self.word(start)),
            Some(byte) if byte.is_ascii_graphic() => {
                self.at = start + 1;
                return Some(Word { span: Span::new(start, self.at), kind: WordKind::Mark });
            }
            Some(_) | None => {}
        }
        let mut chars = self.text[start..].char_indices().skip_while(|(_, c)| c.is_whitespace());
        let (offset, first) = chars.next()?;
        start += offset;
        if !first.is_alphanumeric() {
            self.at = start + first.len_utf8();
            return Some(Word { span: Span::new(start, self.at), kind: WordKind::Mark });
        }
        Some(self.word(start))
    }
}

impl Words<'_> {
    /// The run of letters and digits that starts at `start`.
    fn word(&mut self, start: usize) -> Word {
        let (end, digits) = run(self.text, start);
        self.at = end;
        Word { span: Span::new(start, end), kind: if digits { WordKind::Digits } else { WordKind::Letters } }
    }
}

/// The end of the run of letters and digits that starts at `start`, and whether it has digits only.
fn run(text: &str, start: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let (mut at, mut digits) = (start, true);
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            digits &= byte.is_ascii_digit();
            at += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            match text[at..].chars().next() {
                Some(c) if c.is_alphanumeric() => {
                    digits = false;
                    at += c.len_utf8();
                }
                _ => break,
            }
        }
    }
    (at, digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_dots_and_apostrophes_are_marks_of_their_own() {
        let text = "Meta’s 1.25B open-source é…";
        let cut: Vec<&str> = words(text).map(|word| word.span.of(text)).collect();
        assert_eq!(cut, ["Meta", "’", "s", "1", ".", "25B", "open", "-", "source", "é", "…"]);
    }
}
