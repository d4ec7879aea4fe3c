//! A first look at a word: by three letters and its length nearly every word that is not in a list is told apart.

const LETTERS: u8 = 26;
const PAIRS: usize = LETTERS as usize * LETTERS as usize;
const BITS: usize = u64::BITS as usize;

/// For the first two letters, a bit for the third and the length of each word that begins with them; some share one.
#[derive(Clone, Debug)]
pub(in crate::analyze) struct Gate([u64; PAIRS]);

impl Gate {
    /// That lets `words` pass: in lower case, of two letters at least.
    pub(in crate::analyze) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut gate = Self([0; PAIRS]);
        for (pair, bit) in words.filter_map(place) {
            gate.0[pair] |= bit;
        }
        gate
    }

    /// False where the word in lower case cannot be one of those; true for them and for a few others.
    pub(in crate::analyze) fn passes(&self, word: &str) -> bool {
        place(word).is_some_and(|(pair, bit)| self.0[pair] & bit != 0)
    }
}

/// The index of the word's first two letters, and the bit of the rest.
fn place(word: &str) -> Option<(usize, u64)> {
    let bytes = word.as_bytes();
    let [first, second] =
        bytes.first_chunk().map(|pair: &[u8; 2]| pair.map(|byte| byte.wrapping_sub(b'a')))?;
    let third = bytes.get(2).copied().unwrap_or(0);
    let pair = usize::from(first) * usize::from(LETTERS) + usize::from(second);
    let bit = (usize::from(third) * 7 + word.len()) % BITS;
    (first < LETTERS && second < LETTERS).then(|| (pair, 1 << bit))
}
