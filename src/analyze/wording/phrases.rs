//! Lists of phrases, each with a value, found by their first word.

use super::Wording;
use crate::text::{Dictionary, Fold, words};

/// Phrases in lower case, cut into words and marks as sentences are.
#[derive(Debug)]
pub(in crate::analyze) struct Phrases<V> {
    by_first: Dictionary<Opened<V>>,
    /// The bits, [`Fold::bit`], of phrases of one word.
    alone: u64,
    /// For the bit of a first word, those of the second words behind it.
    pairs: [u64; 64],
}

/// The phrases that begin with one word.
#[derive(Debug)]
struct Opened<V> {
    /// The value of the word alone.
    alone: Option<V>,
    /// Those of more than one word, in the order of rows, the longest of a row first.
    longer: Vec<Phrase<V>>,
}

#[derive(Debug)]
struct Phrase<V> {
    /// Of the second word, see [`row`]: most phrases are told apart by it.
    row: usize,
    /// The second word, as one of the ways in which it is written.
    second: Fold,
    /// Behind the first word.
    rest: Vec<(&'static str, Fold)>,
    value: V,
}

impl<V: Copy> Phrases<V> {
    /// Of `entries`; a phrase given twice keeps its first value.
    pub(in crate::analyze) fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut by_first = Dictionary::default();
        let (mut alone, mut pairs) = (0, [0; 64]);
        for (phrase, value) in entries {
            let mut cut = words(phrase).map(|word| (word.span.of(phrase), word.fold));
            if let Some((first, fold)) = cut.next() {
                let opened = by_first.get_or_insert(first, || Opened { alone: None, longer: Vec::new() });
                opened.add(&cut.collect::<Vec<_>>(), value);
                alone |= opened.alone.map_or(0, |_| fold.bit());
                pairs[row(fold)] |= opened.longer.iter().fold(0, |all, phrase| all | phrase.second.bit());
            }
        }
        Self { by_first, alone, pairs }
    }

    /// True where a phrase of more than one word may start at token `at`; false for nearly all where none does.
    pub(in crate::analyze) fn may_go_on(&self, wording: &Wording<'_>, at: usize) -> bool {
        let fold = |at: usize| wording.words.get(at).map(|word| word.fold);
        fold(at).zip(fold(at + 1)).is_some_and(|(first, next)| self.pairs[row(first)] & next.bit() != 0)
    }

    /// The longest phrase that starts at token `at`: its length in tokens and its value.
    pub(in crate::analyze) fn at(&self, wording: &Wording<'_>, at: usize) -> Option<(usize, V)> {
        let is_alone = wording.words.get(at).is_some_and(|word| self.alone & word.fold.bit() != 0);
        if !is_alone && !self.may_go_on(wording, at) {
            return None;
        }
        let opened = wording.known(&self.by_first, at)?;
        let longer = wording.words.get(at + 1).and_then(|next| {
            let goes_on = |phrase: &&Phrase<V>| {
                phrase.second == next.fold
                    && (at + 1..).zip(&phrase.rest).all(|(at, &word)| wording.is(at, word))
            };
            opened.going_on(next.fold).find(goes_on)
        });
        let longer = longer.map(|phrase| (phrase.rest.len() + 1, phrase.value));
        longer.or_else(|| opened.alone.map(|value| (1, value)))
    }

    /// The first words of all phrases.
    pub(in crate::analyze) fn openers(&self) -> impl Iterator<Item = &str> {
        self.by_first.iter().map(|(word, _)| word)
    }

    /// The phrases that are one word.
    pub(in crate::analyze) fn alone(&self) -> impl Iterator<Item = &str> {
        self.by_first.iter().filter(|(_, opened)| opened.alone.is_some()).map(|(word, _)| word)
    }

    /// The first words of the other phrases.
    pub(in crate::analyze) fn firsts_of_longer(&self) -> impl Iterator<Item = &str> {
        self.by_first.iter().filter(|(_, opened)| !opened.longer.is_empty()).map(|(word, _)| word)
    }

    /// Their second words.
    pub(in crate::analyze) fn seconds(&self) -> impl Iterator<Item = &str> {
        let second = |phrase: &Phrase<V>| phrase.rest.first().map(|&(word, _)| word);
        let words = self.by_first.iter().flat_map(move |(_, opened)| opened.longer.iter().filter_map(second));
        words.flat_map(|word| if word == "'" { ["'", "’"] } else { [word, word] })
    }

    /// The phrases of the sentence from left to right, none overlapping: token, length in tokens, value. `openings` are the
    /// tokens that they can begin with, in order.
    pub(in crate::analyze) fn all(
        &self,
        wording: &Wording<'_>,
        openings: impl Iterator<Item = usize>,
    ) -> impl Iterator<Item = (usize, usize, V)> {
        let mut free = 0;
        openings.filter_map(move |at| {
            let (length, value) = if at < free { None } else { self.at(wording, at) }?;
            free = at + length;
            Some((at, length, value))
        })
    }
}

/// One of 64, the same for equal words.
fn row(word: Fold) -> usize {
    word.bit().trailing_zeros() as usize
}

impl<V: Copy> Opened<V> {
    fn add(&mut self, rest: &[(&'static str, Fold)], value: V) {
        let Some(&(word, fold)) = rest.first() else {
            self.alone.get_or_insert(value);
            return;
        };
        // an apostrophe is written in two ways
        let curly = (word == "'").then(|| Fold::of("’"));
        for second in curly.into_iter().chain([fold]) {
            let row = row(second);
            let before =
                |known: &Phrase<V>| known.row < row || known.row == row && known.rest.len() >= rest.len();
            let at = self.longer.partition_point(before);
            self.longer.insert(at, Phrase { row, second, rest: rest.to_vec(), value });
        }
    }

    /// The phrases of which the second word is in the row of `second`.
    fn going_on(&self, second: Fold) -> impl Iterator<Item = &Phrase<V>> {
        let row = row(second);
        let from = self.longer.partition_point(|phrase| phrase.row < row);
        self.longer[from..].iter().take_while(move |phrase| phrase.row == row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cut;
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_none_overlap() {
        let phrases = Phrases::new([("in talks", 1), ("in talks with", 2), ("we'd", 3)]);
        let cut = Cut::of_language("We’d in talks with Acme, in talks.");
        let wording = cut.whole();
        let found: Vec<_> = phrases.all(&wording, 0..wording.len()).collect();
        assert_eq!(found, [(0, 3, 3), (3, 3, 2), (8, 2, 1)]);
    }
}
