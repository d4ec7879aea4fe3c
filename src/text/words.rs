//! Words and marks, the smallest pieces that every later stage looks at.

use serde::{Deserialize, Serialize};

use super::Span;

/// A word or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text that was cut.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
    /// Its letters as one number.
    pub fold: Fold,
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

/// The bytes of a word as one number, ASCII letters in lower case: the same for equal words; for two short words of one
/// length the same only if they are equal, for others only by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fold(u64);

impl Fold {
    /// Bytes of the longest short word: it is its bytes. Longer ones are hashed from there on.
    pub(super) const SHORT: usize = 8;

    const EMPTY: Self = Self(0);
    const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

    /// Of `word`.
    pub fn of(word: &str) -> Self {
        let bytes = word.bytes().enumerate();
        bytes.fold(Self::EMPTY, |fold, (at, byte)| fold.and(byte.to_ascii_lowercase(), at))
    }

    /// Of the first `length` of `bytes`, one or more letters and digits of ASCII: those of a short word all at once.
    fn of_ascii(bytes: &[u8], length: usize) -> Self {
        let head = length.min(Self::SHORT);
        let fold = match bytes.first_chunk() {
            Some(bytes) => {
                let lower = u64::from_be_bytes(*bytes) | u64::from_be_bytes([SMALL; Self::SHORT]);
                Self(lower >> (8 * (Self::SHORT - head)))
            }
            None => (0..head).fold(Self::EMPTY, |fold, at| fold.and(bytes[at] | SMALL, at)),
        };
        (head..length).fold(fold, |fold, at| fold.and(bytes[at] | SMALL, at))
    }

    /// With one more byte behind `length` others.
    fn and(self, byte: u8, length: usize) -> Self {
        let byte = u64::from(byte);
        if length < Self::SHORT {
            Self(self.0 << 8 | byte)
        } else {
            Self((self.0.rotate_left(5) ^ byte).wrapping_mul(Self::MULTIPLIER))
        }
    }

    /// One bit of 64, the same for equal words: sets of words are told apart by it, as far as that goes.
    pub(crate) fn bit(self) -> u64 {
        1 << (self.0.wrapping_mul(Self::MULTIPLIER) >> (u64::BITS - 6))
    }

    /// Where to begin looking in a table of so many places, fewer than 2³². The upper bits of the product stand for all bits
    /// of the word: they choose.
    pub(super) fn place(self, places: usize) -> usize {
        let upper = self.0.wrapping_mul(Self::MULTIPLIER) >> 32;
        ((upper * places as u64) >> 32) as usize
    }
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
            Some(byte) if byte.is_ascii_graphic() => return Some(self.mark(start, 1)),
            Some(_) | None => {}
        }
        let mut chars = self.text[start..].char_indices().skip_while(|(_, c)| c.is_whitespace());
        let (offset, first) = chars.next()?;
        start += offset;
        Some(if first.is_alphanumeric() { self.word(start) } else { self.mark(start, first.len_utf8()) })
    }
}

impl Words<'_> {
    /// The mark of `length` bytes at `start`.
    fn mark(&mut self, start: usize, length: usize) -> Word {
        self.at = start + length;
        let span = Span::new(start, self.at);
        let bytes = &self.text.as_bytes()[start..self.at];
        let fold = bytes.iter().zip(0..).fold(Fold::EMPTY, |fold, (&byte, at)| fold.and(byte, at));
        Word { span, kind: WordKind::Mark, fold }
    }

    /// The run of letters and digits that starts at `start`.
    fn word(&mut self, start: usize) -> Word {
        let bytes = &self.text.as_bytes()[start..];
        let (mut seen, mut length) = (0, 0);
        let run = bytes.iter().map(|&byte| FOLDED[byte as usize]);
        for folded in run.take_while(|&folded| folded > WIDE) {
            seen |= folded;
            length += 1;
        }
        if bytes.get(length).is_some_and(|&byte| byte >= 0x80) {
            return self.wide_word(start);
        }
        self.at = start + length;
        Word { span: Span::new(start, self.at), kind: kind(seen), fold: Fold::of_ascii(bytes, length) }
    }

    /// The same where a character outside ASCII is part of it or stands behind.
    fn wide_word(&mut self, start: usize) -> Word {
        let bytes = &self.text.as_bytes()[start..];
        let (mut fold, mut seen, mut length) = (Fold::EMPTY, 0, 0);
        loop {
            let run = bytes[length..].iter().map(|&byte| FOLDED[byte as usize]);
            for folded in run.take_while(|&folded| folded > WIDE) {
                seen |= folded;
                fold = fold.and(folded, length);
                length += 1;
            }
            let wide = bytes.get(length).is_some_and(|&byte| byte >= 0x80);
            let next = if wide { self.text[start + length..].chars().next() } else { None };
            let Some(c) = next.filter(|c| c.is_alphanumeric()) else { break };
            seen |= LETTER;
            for _ in 0..c.len_utf8() {
                fold = fold.and(bytes[length], length);
                length += 1;
            }
        }
        self.at = start + length;
        Word { span: Span::new(start, self.at), kind: kind(seen), fold }
    }
}

/// Of a word that has all the bits of `seen` among its bytes.
fn kind(seen: u8) -> WordKind {
    if seen & LETTER == 0 { WordKind::Digits } else { WordKind::Letters }
}

/// For each byte the letter in lower case, or the digit; else what it is.
static FOLDED: [u8; 256] = {
    let mut table = [BREAK; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = match byte {
            0x80.. => WIDE,
            _ if byte.is_ascii_alphanumeric() => byte.to_ascii_lowercase(),
            _ => BREAK,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

/// The bit that makes a small letter of a capital; small letters and digits have it.
const SMALL: u8 = 0x20;
/// The bit that every letter in lower case has and no digit.
const LETTER: u8 = 0x40;
/// ASCII that ends a word.
const BREAK: u8 = 0;
/// Part of a character outside ASCII.
const WIDE: u8 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_dots_and_apostrophes_are_marks_of_their_own() {
        let text = "Meta’s 1.25B open-source é…";
        let cut: Vec<&str> = words(text).map(|word| word.span.of(text)).collect();
        assert_eq!(cut, ["Meta", "’", "s", "1", ".", "25B", "open", "-", "source", "é", "…"]);
    }

    #[test]
    fn words_fold_alike_in_any_case() {
        let text = "Straße STRASSE straße – 8, R2D2 SevenUps EightEach NineLetters 0123456789 a";
        for word in words(text) {
            assert_eq!(word.fold, Fold::of(word.span.of(text)), "{}", word.span.of(text));
        }
        let folds: Vec<Fold> = words(text).map(|word| word.fold).collect();
        assert!(folds[0] == folds[2] && folds[0] != folds[1]);
    }
}
