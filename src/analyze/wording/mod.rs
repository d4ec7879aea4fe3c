//! One sentence, read once: its words, what each can be, and whether they make a statement. Everything later asks this
//! instead of the text. Knows forms of words, not their meaning; companies and axes are the taxonomy's.

mod cut;
mod finite;
mod lexicon;
mod phrases;
mod vocabulary;

pub(super) use cut::Cut;
pub(super) use lexicon::Class;
pub(super) use phrases::Phrases;
pub(super) use vocabulary::{Known, Opening, Vocabulary};

use crate::text::{Dictionary, Fold, Span, Word, WordKind};

/// Tokens of the longest label, its colon included.
const LONGEST_LABEL: usize = 14;

/// A sentence: a stretch of a text that was cut. Tokens are counted within it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wording<'t> {
    /// As rendered.
    pub(super) text: &'t str,
    /// The same with the letters of ASCII in lower case.
    pub(super) lower: &'t str,
    /// Where it begins in the text that was cut.
    start: usize,
    /// Some character is a digit of ASCII.
    pub(super) digits: bool,
    /// In order; spans index the text that was cut.
    pub(super) words: &'t [Word],
    known: &'t [Known],
    /// What its words open, all together: most sentences have no word of most kinds.
    opened: u16,
    /// The first finite verb.
    pub(super) verb: Option<usize>,
}

impl<'t> Wording<'t> {
    /// How many words and marks it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Where the token stands in `text`; empty past the end.
    pub(super) fn span(&self, at: usize) -> Span {
        self.words.get(at).map_or(Span::new(0, 0), |word| self.within(word))
    }

    /// Where `word`, one of its own, stands in `text`.
    pub(super) fn within(&self, word: &Word) -> Span {
        Span { start: word.span.start - self.start, end: word.span.end - self.start }
    }

    /// The token's text in lower case; empty past the end.
    pub(super) fn lower(&self, at: usize) -> &'t str {
        self.span(at).of(self.lower)
    }

    /// The token's text as written; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.span(at).of(self.text)
    }

    /// What `dictionary` says of the token.
    pub(super) fn known<'d, V>(&self, dictionary: &'d Dictionary<V>, at: usize) -> Option<&'d V> {
        let word = self.words.get(at)?;
        dictionary.get(self.within(word).bytes(self.text), word.fold)
    }

    /// True where the token is this word in lower case, of which the fold is given; a curly apostrophe stands for a straight
    /// one.
    fn is(&self, at: usize, (word, fold): (&str, Fold)) -> bool {
        self.words.get(at).is_some_and(|known| {
            known.fold == fold && self.lower(at) == word || word == "'" && self.word(at) == "’"
        })
    }

    /// What the token can be; nothing past the end.
    pub(super) fn class(&self, at: usize) -> Class {
        self.known.get(at).map_or(Class::NONE, |known| known.class)
    }

    /// The tokens with which something of the kind can begin; hardly any where nothing does.
    pub(super) fn openings(&self, opening: Opening) -> impl Iterator<Item = usize> + '_ {
        let known = if self.opened & opening.bit() == 0 { &[] } else { self.known };
        known.iter().enumerate().filter(move |(_, known)| known.opens(opening)).map(|(at, _)| at)
    }

    /// The tokens with which one of `cues`, those of a claim's status, can begin.
    pub(super) fn cue_openings<V: Copy>(&self, cues: &Phrases<V>) -> impl Iterator<Item = usize> {
        let known = self.known;
        let any = Opening::Cue.bit() | Opening::LongCue.bit();
        let goes_on = |at: usize| self.opens(at + 1, Opening::CueSecond) && cues.may_go_on(self, at);
        (0..known.len()).filter(move |&at| {
            known[at].openings & any != 0 && (known[at].opens(Opening::Cue) || goes_on(at))
        })
    }

    /// True where something of the kind can begin with the token.
    pub(super) fn opens(&self, at: usize, opening: Opening) -> bool {
        self.known.get(at).is_some_and(|known| known.opens(opening))
    }

    /// Each token and what it can be, in order.
    pub(super) fn tokens(&self) -> impl Iterator<Item = (&'t Word, Known)> {
        self.words.iter().zip(self.known.iter().copied())
    }

    /// What each token can be, in order.
    pub(super) fn each_known(&self) -> impl Iterator<Item = (usize, Known)> + '_ {
        self.known.iter().copied().enumerate()
    }

    /// True for a word that starts with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.known.get(at).is_some_and(|known| known.capital)
    }

    /// True for a word of digits or one that starts with a digit.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.known.get(at).is_some_and(|known| known.number)
    }

    /// True for anything but a word.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.kind == WordKind::Mark)
    }

    /// Words and numbers, marks left out.
    pub(super) fn word_count(&self) -> usize {
        self.words.iter().filter(|word| word.kind != WordKind::Mark).count()
    }

    /// The first token that is a word or number.
    pub(super) fn first_word(&self) -> Option<usize> {
        self.words.iter().position(|word| word.kind != WordKind::Mark)
    }

    /// The last token that is a word or number.
    pub(super) fn last_word(&self) -> Option<usize> {
        self.words.iter().rposition(|word| word.kind != WordKind::Mark)
    }

    /// The colon after a label that opens the sentence, as in "Nuclear: 10–15 years"; something follows it.
    pub(super) fn label_end(&self) -> Option<usize> {
        let colon =
            (0..self.len().min(LONGEST_LABEL)).find(|&at| self.is_mark(at) && self.word(at) == ":")?;
        let spaced = self.text[self.span(colon).end..].starts_with(char::is_whitespace);
        (spaced && colon > 0 && self.last_word()? > colon).then_some(colon)
    }

    /// True where some verb of the sentence is finite: has a subject and a tense.
    pub(super) fn has_finite_verb(&self) -> bool {
        self.verb.is_some()
    }

    /// True where a name stands before a word that can be a verb and this before what it can be done to: "Acme rents halls",
    /// "Acme fabs Widget's parts". For lines of a few words, where nothing else tells verbs from nouns.
    pub(super) fn tells_of_a_name(&self) -> bool {
        (1..self.len()).any(|at| finite::takes_object(self, at))
    }

    /// True where the token is a finite verb.
    pub(super) fn is_finite_verb(&self, at: usize) -> bool {
        finite::is_finite(self, at)
    }

    /// The first finite verb at or after token `from`.
    pub(super) fn finite_verb_from(&self, from: usize) -> Option<usize> {
        (from..self.len()).find(|&at| self.is_finite_verb(at))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analyze::{attribution, status};
    use crate::corpus::BlockKind;

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "[ -~“”’…—éß]{0,60}|(said|by|is|according to|\"|,|Acme|the|: ){0,20}|\\PC{0,40}") {
            let cut = Cut::of_language(&text);
            let wording = cut.whole();
            let _ = (wording.has_finite_verb(), wording.label_end(), attribution::attributed_to(&wording));
            let setting = status::Setting { block: BlockKind::Row, header: Some(&text), year: None };
            let _ = status::status(&wording, setting);
        }
    }
}
