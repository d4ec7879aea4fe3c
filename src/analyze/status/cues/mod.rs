//! The words that speak for a status, in groups; each group has its points. A word is listed once, in the group where it
//! weighs most.

mod judging;
mod telling;

use std::sync::LazyLock;

use super::Points;
use crate::analyze::wording::Phrases;

/// A group of phrases that say the same of a claim.
#[derive(Debug)]
pub(super) struct Cue {
    /// For each hit, up to [`MOST_HITS`].
    pub(super) points: Points,
    phrases: &'static str,
}

/// Hits of one group beyond this many add nothing.
pub(super) const MOST_HITS: u8 = 3;

/// How many groups there are.
pub(super) const COUNT: usize = judging::JUDGING.len() + telling::TELLING.len();

/// Every cue, found by its phrases: which group it is of, and the group's points.
pub(in crate::analyze) static PHRASES: LazyLock<Phrases<(usize, Points)>> = LazyLock::new(|| {
    let phrases = |(index, cue): (usize, &'static Cue)| {
        cue.phrases.split(',').map(move |phrase| (phrase.trim(), (index, cue.points)))
    };
    Phrases::new(cues().enumerate().flat_map(phrases))
});

/// The groups, in an order of no meaning.
fn cues() -> impl Iterator<Item = &'static Cue> {
    judging::JUDGING.iter().chain(telling::TELLING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_listed_once() {
        let mut seen = std::collections::BTreeSet::new();
        for cue in cues() {
            for phrase in cue.phrases.split(',') {
                assert!(seen.insert(phrase.trim()), "{phrase} is listed twice");
            }
        }
    }
}
