//! Which word leads from which node to which: asked for every word behind one that may begin a phrase, and mostly in vain.

use serde::{Deserialize, Serialize};

/// A table of steps, each of which stands in the first free place from its own on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Steps {
    /// A power of two, at least half of them free.
    places: Vec<Step>,
    count: usize,
}

/// From a node by a word to the next; a free place leads to 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) node: u32,
    pub(super) word: u32,
    pub(super) next: u32,
}

/// Places of an empty table.
const FEWEST: usize = 8;

impl Default for Steps {
    fn default() -> Self {
        Self { places: vec![Step::default(); FEWEST], count: 0 }
    }
}

impl Steps {
    /// The node after `word` at `node`; 0 where there is none.
    pub(super) fn get(&self, node: u32, word: u32) -> u32 {
        self.places[self.place(node, word)].next
    }

    /// Adds a step that is not there yet.
    pub(super) fn add(&mut self, step: Step) {
        let at = self.place(step.node, step.word);
        self.places[at] = step;
        self.count += 1;
        if self.count * 2 > self.places.len() {
            self.grow();
        }
    }

    /// All of them, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Step> + '_ {
        self.places.iter().copied().filter(|step| step.next != 0)
    }

    /// The place of this step, or the free one where it would stand.
    fn place(&self, node: u32, word: u32) -> usize {
        let mask = self.places.len() - 1;
        let key = u64::from(node) << 32 | u64::from(word);
        // the upper bits of the product stand for all bits of the key
        let mut at = (key.wrapping_mul(MULTIPLIER) >> 32) as usize & mask;
        loop {
            let step = &self.places[at];
            if step.next == 0 || (step.node == node && step.word == word) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let places = vec![Step::default(); self.places.len() * 2];
        let old = std::mem::replace(&mut self.places, places);
        for step in old.into_iter().filter(|step| step.next != 0) {
            let at = self.place(step.node, step.word);
            self.places[at] = step;
        }
    }
}

const MULTIPLIER: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_and_no_other() {
        let mut steps = Steps::default();
        for at in 1..=100 {
            steps.add(Step { node: at % 7, word: at, next: at * 2 });
        }
        assert!((1..=100).all(|at| steps.get(at % 7, at) == at * 2));
        assert!((1..=100).all(|at| steps.get(at % 7 + 1, at) == 0));
        assert_eq!(steps.iter().count(), 100);
    }
}
