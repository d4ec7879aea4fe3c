//! A block's text cut into words once, with what each word can be: what every later step of a sentence is read from.

use super::{Known, Vocabulary, Wording};
use crate::text::{Span, Word, words};

/// The words and marks of a text.
#[derive(Clone, Debug)]
pub(in crate::analyze) struct Cut<'t> {
    text: &'t str,
    /// The text with the letters of ASCII in lower case, byte for byte.
    lower: String,
    /// In order; spans index `text`.
    words: Vec<Word>,
    /// What each of `words` can be.
    known: Vec<Known>,
}

/// Bytes of a word or mark with the space behind it; seldom fewer on average.
const BYTES_A_WORD: usize = 4;

impl<'t> Cut<'t> {
    /// Cuts `text` and looks up every word of it.
    pub(in crate::analyze) fn new(text: &'t str, vocabulary: &Vocabulary) -> Self {
        let lower = text.to_ascii_lowercase();
        let mut cut = Vec::with_capacity(text.len() / BYTES_A_WORD + 1);
        cut.extend(words(text));
        let known = vocabulary.all_known(text, &lower, &cut);
        Self { text, lower, words: cut, known }
    }

    /// The same where nothing is asked of a taxonomy.
    pub(in crate::analyze) fn of_language(text: &'t str) -> Self {
        Self::new(text, Vocabulary::of_language())
    }

    pub(in crate::analyze) fn text(&self) -> &'t str {
        self.text
    }

    pub(in crate::analyze) fn words(&self) -> &[Word] {
        &self.words
    }

    /// What each of the words can be.
    pub(in crate::analyze) fn known(&self) -> &[Known] {
        &self.known
    }

    /// The text as one sentence.
    pub(in crate::analyze) fn whole(&self) -> Wording<'_> {
        self.sentence(Span::new(0, self.text.len()))
    }

    /// The sentence at `span` of the text.
    pub(in crate::analyze) fn sentence(&self, span: Span) -> Wording<'_> {
        let from = self.words.partition_point(|word| word.span.start < span.start);
        let to = self.words.partition_point(|word| word.span.start < span.end);
        let text = span.of(self.text);
        // all bytes, so that many are looked at together
        let digits = text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit());
        let known = &self.known[from..to];
        let wording = Wording {
            text,
            lower: span.of(&self.lower),
            start: span.start,
            digits,
            words: &self.words[from..to],
            known,
            opened: known.iter().fold(0, |all, known| all | known.openings),
            verb: None,
        };
        Wording { verb: wording.finite_verb_from(0), ..wording }
    }
}
