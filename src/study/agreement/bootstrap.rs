//! How far F1 would move had other documents or sentences been labelled: samples redrawn with replacement from those that
//! were. The draws are the same on every run and machine.

use super::labels::Kind;
use super::score::{Count, RowScore};

/// What a sample is redrawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resample {
    /// Whole documents: sentences of one document resemble each other, so this is the honest choice where there are enough.
    Documents,
    /// Sentences.
    Sentences,
}

impl Resample {
    /// Fewer documents than this vary too little among themselves.
    const FEW: usize = 5;

    pub(super) fn fitting(documents: usize) -> Self {
        if documents < Self::FEW { Self::Sentences } else { Self::Documents }
    }
}

/// Samples drawn.
const DRAWS: usize = 1000;
/// Draws left out at either end.
const TAIL: usize = DRAWS / 40;

/// The middle 95 of 100 values of F1, for each kind.
pub(super) fn intervals(
    rows: &[RowScore],
    documents: usize,
    resample: Resample,
) -> [(f64, f64); Kind::ALL.len()] {
    let units: Vec<[Count; Kind::ALL.len()]> = match resample {
        Resample::Sentences => rows.iter().map(|row| row.counts).collect(),
        Resample::Documents => {
            let mut sums = vec![[Count::default(); Kind::ALL.len()]; documents];
            for row in rows {
                add(&mut sums[row.document], &row.counts);
            }
            sums
        }
    };
    let mut random = Random(0x5EED);
    let mut values = [const { Vec::new() }; Kind::ALL.len()];
    for _ in 0..DRAWS {
        let mut sum = [Count::default(); Kind::ALL.len()];
        for _ in 0..units.len() {
            add(&mut sum, &units[random.below(units.len())]);
        }
        for (values, count) in values.iter_mut().zip(sum) {
            values.push(count.f1());
        }
    }
    values.map(|mut values| {
        values.sort_by(f64::total_cmp);
        (values[TAIL], values[DRAWS - 1 - TAIL])
    })
}

fn add(sum: &mut [Count; Kind::ALL.len()], more: &[Count; Kind::ALL.len()]) {
    for (sum, &more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

/// The generator that is known as `SplitMix64`.
struct Random(u64);

impl Random {
    /// Below `bound`, which is not 0.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let wide = u128::from(mixed) * bound as u128;
        usize::try_from(wide >> 64).unwrap_or(0)
    }
}
