//! Phrases of words, found from any word on in one walk. Words are numbered when the taxonomy is loaded; a text is then
//! compared number by number, so that word boundaries, hyphens and letter case need no second look. (An automaton over
//! bytes finds "meta" in "metal" and loses "power" in "power planting"; over words neither can happen.)

use std::iter;

use serde::{Deserialize, Serialize};

use super::steps::{Step, Steps};
use crate::text::{Dictionary, Fold, WordKind, words};

/// The number of a word that no phrase holds.
pub(crate) const UNKNOWN: u32 = 0;

/// All phrases of the taxonomy. `P` is what a phrase stands for. Every start of the program reads them: they lie in a few
/// lists, not in one for each phrase.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Patterns<P> {
    /// In lower case.
    words: Dictionary<u32>,
    /// For each word, the node of the phrases that begin with it; 0 where there is none.
    first: Vec<u32>,
    next: Steps,
    nodes: Vec<Node>,
    /// Those of a node stand together once all are settled.
    endings: Vec<Stored<P>>,
    /// The phrases whose letter case matters, one behind the other.
    letters: String,
}

/// Where the words of a phrase lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Node {
    /// A bit for each word that some phrase goes on with; other words may share it.
    goes_on: u64,
    /// Those of `endings` that end there.
    from: u32,
    to: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Stored<P> {
    payload: P,
    /// Bytes of `letters`; none where letter case does not matter.
    exact: (u32, u32),
    node: u32,
    layer: u8,
}

/// A phrase that ends at a node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending<'p, P> {
    pub(crate) payload: P,
    /// The words exactly as they must stand, parted by single spaces, or `None` where letter case does not matter.
    pub(crate) exact: Option<&'p str>,
    /// As [`Patterns::settle`] was told.
    pub(crate) layer: u8,
}

impl<P> Default for Patterns<P> {
    fn default() -> Self {
        Self {
            words: Dictionary::default(),
            first: vec![0],
            next: Steps::default(),
            nodes: vec![Node::default()],
            endings: Vec::new(),
            letters: String::new(),
        }
    }
}

impl<P: Copy + PartialEq> Patterns<P> {
    /// Adds `phrase`; hyphens between words count as spaces. `exact` asks for its letter case. It is found once all are
    /// settled.
    pub(crate) fn add(&mut self, phrase: &str, exact: bool, payload: P) {
        let pieces = pieces(phrase);
        let mut node = 0;
        for piece in &pieces {
            let word = self.number(piece);
            node = self.step_or_add(node, word);
        }
        if node != 0 {
            let exact = if exact { self.keep(&pieces) } else { (0, 0) };
            self.endings.push(Stored { payload, exact, node, layer: 0 });
        }
    }

    /// Puts what ends at one node together, by `layer`, which is kept; of one layer in the order in which it was added, what
    /// was added several times once.
    pub(crate) fn settle(&mut self, layer: impl Fn(P) -> u8) {
        for ending in &mut self.endings {
            ending.layer = layer(ending.payload);
        }
        self.endings.sort_by_key(|ending| (ending.node, ending.layer));
        let all = std::mem::take(&mut self.endings);
        for ending in all {
            let alike = self.endings.iter().rev().take_while(|known| known.node == ending.node);
            let same = |known: &Stored<P>| {
                known.payload == ending.payload && self.exact(known) == self.exact(&ending)
            };
            if !alike.into_iter().any(same) {
                self.endings.push(ending);
            }
        }
        let mut from = 0;
        for alike in self.endings.chunk_by(|a, b| a.node == b.node) {
            let to = from + alike.len();
            let node = &mut self.nodes[alike[0].node as usize];
            (node.from, node.to) = (small(from), small(to));
            from = to;
        }
    }

    /// The number of `word` (compared in lower case), of which `fold` is the fold; or [`UNKNOWN`].
    pub(crate) fn word(&self, word: &str, fold: Fold) -> u32 {
        let number = self.words.get(word.as_bytes(), fold).copied();
        number.or_else(|| self.wide_word(word)).unwrap_or(UNKNOWN)
    }

    /// Every word of the phrases, as [`lower`] has it, with its number, which is above [`UNKNOWN`].
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, u32)> {
        self.words.iter().map(|(word, &number)| (word, number))
    }

    /// [`Self::word`] for words that may be written with other letters than the phrases have.
    fn wide_word(&self, word: &str) -> Option<u32> {
        if word.is_ascii() {
            return None;
        }
        let lower = lower(word);
        self.words.get(lower.as_bytes(), Fold::of(&lower)).copied()
    }

    /// The node of the phrases that begin with `word`; 0 where there is none.
    pub(crate) fn begin(&self, word: u32) -> u32 {
        self.first.get(word as usize).copied().unwrap_or(0)
    }

    /// The node after `word` at `node`; 0 where no phrase goes on so.
    pub(crate) fn step(&self, node: u32, word: u32) -> u32 {
        if word == UNKNOWN || self.nodes.get(node as usize).is_none_or(|node| node.goes_on & bit(word) == 0) {
            return 0;
        }
        self.next.get(node, word)
    }

    /// What ends at `node`, in the order of layers.
    pub(crate) fn ends(&self, node: u32) -> impl Iterator<Item = Ending<'_, P>> {
        let ends = self.nodes.get(node as usize).map_or(0..0, |node| node.from as usize..node.to as usize);
        let stored = self.endings.get(ends).unwrap_or_default();
        stored.iter().map(|ending| Ending {
            payload: ending.payload,
            exact: self.exact(ending),
            layer: ending.layer,
        })
    }

    /// The nodes that `words` lead to, one after another, as far as a phrase goes on.
    pub(crate) fn walk(&self, words: impl IntoIterator<Item = u32>) -> impl Iterator<Item = u32> {
        let mut words = words.into_iter();
        let known = |node: &u32| *node != 0;
        let first = words.next().map(|word| self.begin(word)).filter(known);
        iter::successors(first, move |&node| Some(self.step(node, words.next()?)).filter(known))
    }

    fn exact(&self, ending: &Stored<P>) -> Option<&str> {
        let (start, end) = ending.exact;
        if end == 0 { None } else { self.letters.get(start as usize..end as usize) }
    }

    /// What stands for `phrase` written just so.
    pub(crate) fn of(&self, phrase: &str) -> impl Iterator<Item = P> {
        let pieces = pieces(phrase);
        let words = pieces.iter().map(|piece| self.word(piece, Fold::of(piece)));
        let node = self.walk(words).nth(pieces.len().saturating_sub(1)).unwrap_or(0);
        let found = self.ends(node).filter(move |ending| ending.is_written(&pieces));
        found.map(|ending| ending.payload)
    }

    /// Every phrase in lower case, its pieces joined by single spaces; each once, sorted.
    pub(crate) fn phrases(&self) -> Vec<String> {
        let mut spelling = vec![String::new(); self.first.len()];
        for (word, &number) in self.words.iter() {
            word.clone_into(&mut spelling[number as usize]);
        }
        let mut above = vec![(0, UNKNOWN); self.nodes.len()];
        for (word, &node) in (0..).zip(&self.first) {
            above[node as usize] = (0, word);
        }
        for Step { node, word, next } in self.next.iter() {
            above[next as usize] = (node, word);
        }
        let phrase = |end: usize| {
            let mut pieces = Vec::new();
            let mut node = end;
            while node != 0 {
                let (before, word) = above[node];
                pieces.push(spelling[word as usize].as_str());
                node = before as usize;
            }
            pieces.reverse();
            pieces.join(" ")
        };
        let mut phrases: Vec<String> =
            (1..self.nodes.len()).filter(|&end| self.nodes[end].to != 0).map(phrase).collect();
        phrases.sort_unstable();
        phrases.dedup();
        phrases
    }

    fn number(&mut self, word: &str) -> u32 {
        let fresh = small(self.first.len());
        let number = if word.is_ascii() {
            *self.words.get_or_insert(word, || fresh)
        } else {
            *self.words.get_or_insert(&lower(word), || fresh)
        };
        if number == fresh {
            self.first.push(0);
        }
        number
    }

    fn step_or_add(&mut self, node: u32, word: u32) -> u32 {
        let known = if node == 0 { self.begin(word) } else { self.step(node, word) };
        if known != 0 {
            return known;
        }
        let fresh = small(self.nodes.len());
        self.nodes.push(Node::default());
        if node == 0 {
            self.first[word as usize] = fresh;
        } else {
            self.next.add(Step { node, word, next: fresh });
            self.nodes[node as usize].goes_on |= bit(word);
        }
        fresh
    }

    fn keep(&mut self, pieces: &[&str]) -> (u32, u32) {
        let start = self.letters.len();
        for (at, piece) in pieces.iter().enumerate() {
            self.letters.push_str(if at == 0 { "" } else { " " });
            self.letters.push_str(piece);
        }
        (small(start), small(self.letters.len()))
    }
}

impl<P> Ending<'_, P> {
    /// True where `pieces`, which are the phrase in some letter case, are it in the right one.
    pub(crate) fn is_written(&self, pieces: &[&str]) -> bool {
        self.exact.is_none_or(|exact| exact.split(' ').eq(pieces.iter().copied()))
    }
}

/// The bit of a word among those that a phrase goes on with.
fn bit(word: u32) -> u64 {
    1 << (word % u64::BITS)
}

/// `word` in lower case, with plain marks.
pub(crate) fn lower(word: &str) -> String {
    word.chars().map(plain).flat_map(char::to_lowercase).collect()
}

/// Words and nodes are numbered in 32 bits; no taxonomy that fits in memory has more.
fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Typographic apostrophes and hyphens as their plain ones.
pub(crate) fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '‐' | '‑' => '-',
        other => other,
    }
}

/// The words and marks of a phrase, hyphens between words left out.
pub(super) fn pieces(phrase: &str) -> Vec<&str> {
    let mut pieces = Vec::with_capacity(FEW);
    if !phrase.contains(['-', '‐', '‑']) {
        pieces.extend(words(phrase).map(|word| word.span.of(phrase)));
        return pieces;
    }
    let cut: Vec<_> = words(phrase).collect();
    let kept = (0..cut.len()).filter(|&at| !(cut[at].kind == WordKind::Mark && is_joint(phrase, &cut, at)));
    pieces.extend(kept.map(|at| cut[at].span.of(phrase)));
    pieces
}

/// Most phrases have no more pieces.
const FEW: usize = 4;

/// True where the mark at `at` is a hyphen glued to a word on both sides.
pub(crate) fn is_joint(text: &str, cut: &[crate::text::Word], at: usize) -> bool {
    let hyphen = matches!(cut[at].span.of(text), "-" | "‐" | "‑");
    let before = at.checked_sub(1).and_then(|before| cut.get(before));
    let after = cut.get(at + 1);
    hyphen
        && before.is_some_and(|word| word.kind != WordKind::Mark && word.span.end == cut[at].span.start)
        && after.is_some_and(|word| word.kind != WordKind::Mark && word.span.start == cut[at].span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(patterns: &Patterns<u8>, text: &str) -> Option<u8> {
        let words = pieces(text).into_iter().map(|piece| patterns.word(piece, Fold::of(piece)));
        let node = patterns.walk(words).last()?;
        patterns.ends(node).next().map(|ending| ending.payload)
    }

    #[test]
    fn hyphens_count_as_spaces_and_case_does_not_count() {
        let mut patterns = Patterns::default();
        patterns.add("open-source", false, 1);
        patterns.add("Facebook's parent", false, 2);
        patterns.settle(|_| 0);
        assert_eq!(find(&patterns, "Open Source"), Some(1));
        assert_eq!(find(&patterns, "open‑source"), Some(1));
        assert_eq!(find(&patterns, "facebook’s parent"), Some(2));
        assert_eq!(find(&patterns, "open"), None);
        assert_eq!(patterns.phrases(), ["facebook ' s parent", "open source"]);
    }
}
