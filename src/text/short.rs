//! Short words as numbers: asked of each word of a sentence, "is it one of these?" is a comparison of numbers, not of
//! letters.

use super::Span;

/// The bytes of a word of at most eight, letter case and all, as one number; equal to another only where the words are
/// equal. All longer words are [`Short::LONG`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Short(u64);

impl Short {
    /// Bytes of the longest short word.
    const MOST: usize = 8;

    /// Any longer word. (No word has such bytes: they are not UTF-8.)
    pub(crate) const LONG: Self = Self(u64::MAX);

    /// Of `word`, which is short: a longer one is a mistake of the program, seen when it is built.
    pub(crate) const fn of(word: &str) -> Self {
        assert!(word.len() <= Self::MOST, "a word of more than eight bytes has no number of its own");
        let mut number = 0;
        let mut at = word.len();
        while at > 0 {
            at -= 1;
            number = (number << 8) | word.as_bytes()[at] as u64;
        }
        Self(number)
    }

    /// Of the word of `text` at `span`.
    pub(crate) fn at(text: &str, span: Span) -> Self {
        let length = span.len();
        if length == 0 || length > Self::MOST {
            return Self::LONG;
        }
        match text.as_bytes().get(span.start..).and_then(<[u8]>::first_chunk) {
            Some(bytes) => Self(u64::from_le_bytes(*bytes) & (u64::MAX >> (8 * (Self::MOST - length)))),
            None => Self::of(span.of(text)),
        }
    }

    /// With the letters of ASCII in lower case.
    pub(crate) fn lower(self) -> Self {
        Self(u64::from_le_bytes(self.0.to_le_bytes().map(|byte| byte.to_ascii_lowercase())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_are_told_apart_by_every_letter() {
        let text = "it It its sunlight sunlights é";
        let words: Vec<Short> = super::super::words(text).map(|word| Short::at(text, word.span)).collect();
        let short = ["it", "It", "its", "sunlight"].map(Short::of);
        assert_eq!(words, [short[0], short[1], short[2], short[3], Short::LONG, Short::of("é")]);
        assert_eq!(words[1].lower(), words[0]);
        assert_eq!(Short::LONG.lower(), Short::LONG);
    }
}
