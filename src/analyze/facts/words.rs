//! A claim's words and the phrases of metrics and scope among them, and the stretch of words that belongs to a figure.

use std::ops::Range;

use super::Spot;
use crate::taxonomy::{Measure, ScopeCue, Taxonomy, is_joint};
use crate::text::{Span, Word, WordKind};

/// A phrase over the words `from..to`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) measure: Measure,
}

/// The words of a claim, hyphens inside words left out, with the phrases found among them.
pub(super) struct Reading<'t> {
    text: &'t str,
    words: Vec<Word>,
    hits: Vec<Hit>,
    /// For each word, the classes of scope that cover it, one bit each.
    cues: Vec<u32>,
    row: bool,
}

/// A clause reaches so many words to either side of a figure.
const LONGEST: usize = 60;

/// A stretch of words.
pub(super) type Stretch = (usize, usize);

impl<'t> Reading<'t> {
    /// Looks up the words of the sentence.
    pub(super) fn new(spot: Spot<'t>) -> Self {
        Self { row: spot.row, ..Self::of(spot.text, spot.words, spot.taxonomy) }
    }

    /// The same for other words; `cut` are those of `text`.
    pub(super) fn of(text: &'t str, cut: &[Word], taxonomy: &Taxonomy) -> Self {
        let words: Vec<Word> = (0..cut.len())
            .filter(|&at| !(cut[at].kind == WordKind::Mark && is_joint(text, cut, at)))
            .map(|at| cut[at])
            .collect();
        let patterns = &taxonomy.measures.patterns;
        let numbers: Vec<u32> =
            words.iter().map(|word| patterns.word(word.span.of(text), word.fold)).collect();
        let mut hits = Vec::with_capacity(words.len());
        let mut free = [0; 2];
        for from in 0..numbers.len() {
            // Metrics and words of scope may share words; of each, the longest phrase counts, for all it can mean.
            let mut longest = [(0, 0); 2];
            for (node, to) in patterns.walk(numbers[from..].iter().copied()).zip(from + 1..) {
                for ending in patterns.ends(node) {
                    longest[layer(ending.payload)] = (node, to);
                }
            }
            for (at, (&(node, to), free)) in longest.iter().zip(&mut free).enumerate() {
                if node != 0 && from >= *free {
                    *free = to;
                    let ends = patterns.ends(node).filter(|ending| layer(ending.payload) == at);
                    hits.extend(ends.map(|ending| Hit { from, to, measure: ending.payload }));
                }
            }
        }
        let mut cues = vec![0; words.len()];
        for hit in &hits {
            if let Measure::Scope(cue) = hit.measure {
                cues[hit.from..hit.to].iter_mut().for_each(|word| *word |= bit(cue));
            }
        }
        Self { text, words, hits, cues, row: false }
    }

    /// The words around `figure` up to the next mark or word that ends a clause; in a row of a table, its cell.
    pub(super) fn clause(&self, figure: Span) -> Option<Stretch> {
        let at = self.at(figure)?;
        let mut from = at.start;
        while from > 0 && at.start - from < LONGEST && !self.ends_clause(from - 1) {
            from -= 1;
        }
        let mut to = at.end;
        while to < self.words.len() && to - at.end < LONGEST && !self.ends_clause(to) {
            to += 1;
        }
        Some((from, to))
    }

    fn ends_clause(&self, at: usize) -> bool {
        let mark = self.word(at);
        if self.row {
            return mark == "|";
        }
        matches!(mark, ";" | "—" | "–") && self.is_spaced(at) || self.is(at, ScopeCue::Break)
    }

    /// "60–65" holds no dash that ends a clause.
    fn is_spaced(&self, at: usize) -> bool {
        let digits = |at: Option<&Word>| at.is_some_and(|word| word.kind == WordKind::Digits);
        !(digits(at.checked_sub(1).and_then(|before| self.words.get(before)))
            && digits(self.words.get(at + 1)))
    }

    /// The indices of the words that `span` covers.
    pub(super) fn at(&self, span: Span) -> Option<Range<usize>> {
        let from = self.words.partition_point(|word| word.span.end <= span.start);
        let to = self.words.partition_point(|word| word.span.start < span.end);
        (from < to).then_some(from..to)
    }

    /// The word at `at` as written; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| word.span.of(self.text))
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The bytes of a stretch.
    pub(super) fn span(&self, (from, to): Stretch) -> Span {
        let start = self.words.get(from).map_or(0, |word| word.span.start);
        Span::new(
            start,
            to.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |w| w.span.end),
        )
    }

    /// The phrases inside a stretch.
    pub(super) fn hits(&self, (from, to): Stretch) -> impl Iterator<Item = &Hit> {
        let first = self.hits.partition_point(|hit| hit.from < from);
        self.hits[first..].iter().take_while(move |hit| hit.from < to).filter(move |hit| hit.to <= to)
    }

    /// True where a word of this class stands in the stretch.
    pub(super) fn any(&self, stretch: Stretch, cue: ScopeCue) -> bool {
        self.hits(stretch).any(|hit| hit.measure == Measure::Scope(cue))
    }

    /// True where a word of this class covers the word at `at`.
    pub(super) fn is(&self, at: usize, cue: ScopeCue) -> bool {
        self.cues.get(at).is_some_and(|cues| cues & bit(cue) != 0)
    }

    /// True where the word at `at` stands in brackets.
    pub(super) fn is_bracketed(&self, at: usize) -> bool {
        let bracket = |word: &&Word| matches!(word.span.of(self.text), "(" | ")" | "[" | "]");
        self.words[..at.min(self.words.len())]
            .iter()
            .rev()
            .find(bracket)
            .is_some_and(|word| matches!(word.span.of(self.text), "(" | "["))
    }

    /// True where a noun follows that says what the figure is ("$45B cloud costs"): no other word may.
    pub(super) fn names_its_own(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        at < end
            && word.len() > 2
            && word.chars().all(|c| c.is_ascii_lowercase())
            && !self.is(at, ScopeCue::Plain)
            && !self.is(at, ScopeCue::Follows)
            && !self.is(at, ScopeCue::Annual)
            && !self.is(at, ScopeCue::Total)
            && !self.is(at, ScopeCue::Done)
            && !self.is(at, ScopeCue::Promised)
            && !self.is(at, ScopeCue::Global)
    }

    /// True where an arrow on either side makes the figure a step of a course.
    fn is_step(&self, at: &Range<usize>) -> bool {
        let arrow = |at: usize| matches!(self.word(at), "→" | "➔" | "⇒" | "➜");
        at.start.checked_sub(1).is_some_and(arrow) || arrow(at.end)
    }

    /// True where the words right before say that the figure is the earlier value, a part or a further one.
    pub(super) fn is_another(&self, figure: Span) -> bool {
        let Some(at) = self.at(figure) else { return true };
        if self.is_step(&at) {
            return true;
        }
        let near = (at.start.saturating_sub(6), at.start);
        self.hits(near).any(|hit| hit.measure == Measure::Scope(ScopeCue::Other) && hit.to + 2 > at.start)
    }
}

/// Phrases compete for words within their layer only.
fn layer(measure: Measure) -> usize {
    usize::from(!matches!(measure, Measure::Metric(_)))
}

fn bit(cue: ScopeCue) -> u32 {
    1 << cue as u32
}
