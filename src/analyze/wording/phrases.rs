//! Lists of phrases, each with a value, found by their first word.

use rustc_hash::FxHashMap;

use super::Wording;
use crate::text::words;

/// Phrases in lower case, cut into words and marks as sentences are.
#[derive(Debug)]
pub(in crate::analyze) struct Phrases<V> {
    by_first: FxHashMap<&'static str, Vec<(Vec<&'static str>, V)>>,
    /// For each length of a first word, a bit for each last byte: most words are turned away here, before they are hashed.
    endings: [u32; LONGEST + 1],
}

/// Bytes of the longest first word that is told by its length.
const LONGEST: usize = 15;

impl<V: Copy> Phrases<V> {
    /// Of `entries`; a phrase given twice keeps its first value.
    pub(in crate::analyze) fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut by_first: FxHashMap<_, Vec<(Vec<&str>, V)>> = FxHashMap::default();
        for (phrase, value) in entries {
            let mut cut = words(phrase).map(|word| word.span.of(phrase));
            if let Some(first) = cut.next() {
                by_first.entry(first).or_default().push((cut.collect(), value));
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        let mut endings = [0; LONGEST + 1];
        for first in by_first.keys() {
            let (length, ending) = ending(first);
            endings[length] |= ending;
        }
        Self { by_first, endings }
    }

    /// The longest phrase that starts at token `at`: its length in tokens and its value.
    pub(in crate::analyze) fn at(&self, wording: &Wording<'_>, at: usize) -> Option<(usize, V)> {
        let first = wording.lower(at);
        let (length, ending) = ending(first);
        if self.endings[length] & ending == 0 {
            return None;
        }
        let phrases = self.by_first.get(first)?;
        let found = phrases.iter().find(|(rest, _)| {
            rest.iter().enumerate().all(|(offset, word)| same(wording.lower(at + 1 + offset), word))
        });
        found.map(|(rest, value)| (rest.len() + 1, *value))
    }

    /// The phrases of the sentence from left to right, none overlapping: token, length in tokens, value.
    pub(in crate::analyze) fn all<'a>(
        &'a self,
        wording: &'a Wording<'_>,
    ) -> impl Iterator<Item = (usize, usize, V)> + 'a {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < wording.tokens.len() {
                if let Some((length, value)) = self.at(wording, at) {
                    let found = (at, length, value);
                    at += length;
                    return Some(found);
                }
                at += 1;
            }
            None
        })
    }
}

/// A word's length, as far as it is told, and the bit of its last byte.
fn ending(word: &str) -> (usize, u32) {
    let last = word.as_bytes().last().map_or(0, |byte| byte & 31);
    (word.len().min(LONGEST), 1 << last)
}

/// Equal, a curly apostrophe standing for a straight one.
fn same(word: &str, phrase: &str) -> bool {
    word == phrase || phrase == "'" && word == "’"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_none_overlap() {
        let phrases = Phrases::new([("in talks", 1), ("in talks with", 2), ("it's", 3)]);
        let wording = Wording::new("It’s in talks with Acme, in talks.");
        let found: Vec<_> = phrases.all(&wording).collect();
        assert_eq!(found, [(0, 3, 3), (3, 3, 2), (8, 2, 1)]);
    }
}
