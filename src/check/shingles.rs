//! Which documents share most of their wording: exact shares of runs of five words. Time grows with the number of words,
//! not of pairs, because a run is compared with the first documents that have it only.

use rayon::prelude::*;

use crate::analyze::{OFFSET, fnv};
use crate::corpus::{BlockKind, Document};
use crate::text::{WordKind, words};

use rustc_hash::FxHashMap;

/// Words in a run.
const RUN: usize = 5;
/// Documents of fewer runs are too short to tell copies from chance.
const LEAST: usize = 20;
/// Of the documents that share a run, this many are compared with the others: a run that more of them have is a phrase
/// of the house, and copies share other runs.
const HOLDERS: usize = 8;

/// Two documents that share most of their wording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Alike {
    pub(super) earlier: usize,
    pub(super) later: usize,
    /// Of all runs that either has, those that both have: 0 to 1.
    pub(super) share: f64,
}

/// The pairs of `documents` whose share is at least `least`, by the later document, the most alike first.
pub(super) fn alike(documents: &[&Document], least: f64) -> Vec<Alike> {
    let runs: Vec<Vec<u64>> = documents.par_iter().map(|document| runs(document)).collect();
    let mut holders: Vec<(u64, usize)> =
        runs.iter().enumerate().flat_map(|(at, runs)| runs.iter().map(move |&run| (run, at))).collect();
    holders.par_sort_unstable();
    let mut shared: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for same in holders.chunk_by(|a, b| a.0 == b.0) {
        for (nth, &(_, later)) in same.iter().enumerate().skip(1) {
            for &(_, earlier) in &same[..nth.min(HOLDERS)] {
                *shared.entry((earlier, later)).or_insert(0) += 1;
            }
        }
    }
    let share = |((earlier, later), both): ((usize, usize), usize)| {
        let either = runs[earlier].len() + runs[later].len() - both;
        Alike { earlier, later, share: both as f64 / either as f64 }
    };
    let mut alike: Vec<Alike> = shared.into_iter().map(share).filter(|pair| pair.share >= least).collect();
    alike.sort_by(|a, b| {
        a.later.cmp(&b.later).then(b.share.total_cmp(&a.share)).then(a.earlier.cmp(&b.earlier))
    });
    alike
}

/// The hashes of the runs of a document, each once; none where it is too short.
fn runs(document: &Document) -> Vec<u64> {
    let mut hashes: Vec<u64> = Vec::new();
    let mut last = [0_u64; RUN];
    let mut count = 0;
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
        let text = block.text.as_str();
        for word in words(text).filter(|word| word.kind != WordKind::Mark) {
            last.rotate_left(1);
            last[RUN - 1] = folded(word.span.of(text));
            count += 1;
            if count >= RUN {
                hashes.push(
                    last.iter().fold(OFFSET, |hash, word| (hash ^ word).wrapping_mul(MIX).rotate_left(29)),
                );
            }
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    if hashes.len() < LEAST { Vec::new() } else { hashes }
}

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The hash of a word in any case.
fn folded(word: &str) -> u64 {
    word.bytes().fold(OFFSET, |hash, byte| fnv(hash, &[byte.to_ascii_lowercase()]))
}
