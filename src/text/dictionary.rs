//! Values looked up by word: the one thing that is done to every word of every article, several times over. Short words,
//! which are nearly all, are compared as one number. Whether letter case counts is up to who asks.

use rustc_hash::FxHashMap;

/// Bytes of a short word.
const SHORT: usize = 8;

/// A value for each of many words.
#[derive(Clone, Debug)]
pub(crate) struct Dictionary<V> {
    /// Words of up to eight bytes, as numbers.
    short: FxHashMap<u64, V>,
    long: FxHashMap<Box<str>, V>,
}

impl<V> Default for Dictionary<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
    }
}

impl<V> Dictionary<V> {
    /// The value of `word`, letter by letter as it was added.
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        if word.len() <= SHORT { self.short.get(&number(word.bytes())) } else { self.long.get(word) }
    }

    /// The value of a word in ASCII that was added in lower case; `buffer` is for words that are long.
    pub(crate) fn get_ascii(&self, word: &str, buffer: &mut String) -> Option<&V> {
        if word.len() <= SHORT {
            return self.short.get(&number(word.bytes().map(|byte| byte.to_ascii_lowercase())));
        }
        buffer.clear();
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
        self.long.get(buffer.as_str())
    }

    /// The value of `word`, which is added with `value` where there is none.
    pub(crate) fn get_or_insert(&mut self, word: &str, value: impl FnOnce() -> V) -> &mut V {
        if word.len() <= SHORT {
            self.short.entry(number(word.bytes())).or_insert_with(value)
        } else {
            self.long.entry(word.into()).or_insert_with(value)
        }
    }

    /// Every word with its value, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (String, &V)> {
        let short = self.short.iter().map(|(&number, value)| (spelling(number), value));
        short.chain(self.long.iter().map(|(word, value)| (word.as_ref().to_owned(), value)))
    }
}

/// Up to eight bytes, the first lowest. Words have no NUL, so that no two are alike.
fn number(bytes: impl DoubleEndedIterator<Item = u8>) -> u64 {
    bytes.rev().fold(0, |number, byte| number << 8 | u64::from(byte))
}

fn spelling(number: u64) -> String {
    let bytes: Vec<u8> = number.to_le_bytes().into_iter().take_while(|&byte| byte != 0).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_words_are_told_apart() {
        let mut words = Dictionary::default();
        for (value, word) in ["a", "ab", "elevenths", "eightcha", "é", "eightchars"].into_iter().enumerate()
        {
            words.get_or_insert(word, || value);
        }
        let mut buffer = String::new();
        assert_eq!(words.get("ab"), Some(&1));
        assert_eq!(words.get("AB"), None);
        assert_eq!(words.get("é"), Some(&4));
        assert_eq!(words.get_ascii("Ab", &mut buffer), Some(&1));
        assert_eq!(words.get_ascii("EightChars", &mut buffer), Some(&5));
        assert_eq!(words.get_ascii("eightcha", &mut buffer), Some(&3));
        assert_eq!(words.get_ascii("eightch", &mut buffer), None);
        let mut all: Vec<String> = words.iter().map(|(word, _)| word).collect();
        all.sort();
        assert_eq!(all, ["a", "ab", "eightcha", "eightchars", "elevenths", "é"]);
    }
}
