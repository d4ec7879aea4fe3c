//! Values looked up by word: the one thing that is done to every word of every article, several times over. Words are
//! folded to one number when a text is cut, so that a look-up touches no letters unless it finds something. Letter case of
//! ASCII letters does not count; of others it does.

use serde::{Deserialize, Serialize};

use super::words::Fold;

/// A value for each of many words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Dictionary<V> {
    /// For each place, 0 or one more than the index of an entry: an entry stands in the first free place from its fold on.
    /// A power of two, at least half of them free.
    places: Vec<u32>,
    entries: Vec<Entry<V>>,
    /// The words of all entries, one behind the other.
    letters: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry<V> {
    fold: Fold,
    /// Bytes of `letters`.
    start: u32,
    end: u32,
    value: V,
}

impl<V> Default for Dictionary<V> {
    fn default() -> Self {
        Self { places: vec![0; FEWEST], entries: Vec::new(), letters: String::new() }
    }
}

/// Places of an empty dictionary.
const FEWEST: usize = 8;

impl<V> Dictionary<V> {
    /// The value of the word with these bytes, of which `fold` is the fold.
    pub(crate) fn get(&self, word: &[u8], fold: Fold) -> Option<&V> {
        let mask = self.places.len() - 1;
        let mut at = fold.place(self.places.len());
        loop {
            let entry = self.entries.get((self.places[at] as usize).wrapping_sub(1))?;
            if entry.fold == fold && self.is(entry, word) {
                return Some(&entry.value);
            }
            at = (at + 1) & mask;
        }
    }

    /// The value of `word`, which is added in lower case with `value` where there is none.
    pub(crate) fn get_or_insert(&mut self, word: &str, value: impl FnOnce() -> V) -> &mut V {
        let fold = Fold::of(word);
        let mask = self.places.len() - 1;
        let mut at = fold.place(self.places.len());
        while self.places[at] != 0 {
            let known = self.places[at] as usize - 1;
            let entry = &self.entries[known];
            if entry.fold == fold && self.is(entry, word.as_bytes()) {
                return &mut self.entries[known].value;
            }
            at = (at + 1) & mask;
        }
        let start = self.letters.len();
        self.letters.push_str(word);
        self.letters[start..].make_ascii_lowercase();
        let (start, end) = (number(start), number(self.letters.len()));
        self.entries.push(Entry { fold, start, end, value: value() });
        let fresh = self.entries.len();
        self.places[at] = number(fresh);
        if fresh * 2 > self.places.len() {
            self.grow();
        }
        &mut self.entries[fresh - 1].value
    }

    /// Every word with its value, in the order in which they were added.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &V)> {
        self.entries.iter().map(|entry| (self.spelling(entry), &entry.value))
    }

    /// The same, with values that can be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut V)> {
        let letters = &self.letters;
        self.entries
            .iter_mut()
            .map(|entry| (&letters[entry.start as usize..entry.end as usize], &mut entry.value))
    }

    fn grow(&mut self) {
        let mut places = vec![0; self.places.len() * 2];
        let mask = places.len() - 1;
        for (index, entry) in self.entries.iter().enumerate() {
            let mut at = entry.fold.place(places.len());
            while places[at] != 0 {
                at = (at + 1) & mask;
            }
            places[at] = number(index + 1);
        }
        self.places = places;
    }

    /// True where the entry, which has the fold of `word`, is `word`.
    fn is(&self, entry: &Entry<V>, word: &[u8]) -> bool {
        let same_length = (entry.end - entry.start) as usize == word.len();
        same_length && (word.len() <= Fold::SHORT || self.is_spelt(entry, word))
    }

    /// The same by every letter. (Apart, so that short words pay nothing for it.)
    #[inline(never)]
    fn is_spelt(&self, entry: &Entry<V>, word: &[u8]) -> bool {
        let spelling = self.spelling(entry).as_bytes();
        // most words stand in lower case
        spelling == word || spelling.eq_ignore_ascii_case(word)
    }

    fn spelling(&self, entry: &Entry<V>) -> &str {
        &self.letters[entry.start as usize..entry.end as usize]
    }
}

impl Dictionary<()> {
    /// A set of words.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut set = Self::default();
        for word in words {
            set.get_or_insert(word, || ());
        }
        set
    }
}

/// Entries and their letters are counted in 32 bits; no list of words has more.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_others_are_not() {
        let mut words = Dictionary::default();
        for (value, word) in ["a", "ab", "elevenths", "eightcha", "é", "eightchars"].into_iter().enumerate()
        {
            words.get_or_insert(word, || value);
        }
        let get = |word: &str| words.get(word.as_bytes(), Fold::of(word)).copied();
        assert_eq!(get("ab"), Some(1));
        assert_eq!(get("AB"), Some(1));
        assert_eq!(get("é"), Some(4));
        assert_eq!(get("É"), None);
        assert_eq!(get("EightChars"), Some(5));
        assert_eq!(get("eightcha"), Some(3));
        assert_eq!(get("eightch"), None);
        let all: Vec<&str> = words.iter().map(|(word, _)| word).collect();
        assert_eq!(all, ["a", "ab", "elevenths", "eightcha", "é", "eightchars"]);
    }

    #[test]
    fn a_word_added_twice_keeps_its_first_value() {
        let mut words = Dictionary::default();
        for value in 0..100 {
            words.get_or_insert(&format!("w{}", value % 50), || value);
        }
        assert_eq!(words.iter().count(), 50);
        assert!((0..50).all(|value| {
            let word = format!("W{value}");
            words.get(word.as_bytes(), Fold::of(&word)) == Some(&value)
        }));
    }
}
