//! The list of blocks as it grows, and the trail of headings above the next one. Knows nothing of formats.

use super::{Block, BlockKind};
use crate::text::{MappedText, Span};

/// Blocks in the order of the source, each with the headings above it.
#[derive(Debug, Default)]
pub(super) struct Outline {
    blocks: Vec<Block>,
    /// Headings in force, outermost first: their level and index.
    trail: Trail,
}

/// Headings in force, outermost first, levels ascending: at most six.
pub(super) type Trail = Vec<(u8, usize)>;

impl Outline {
    /// Adds a block and gives its index.
    pub(super) fn push(
        &mut self,
        kind: BlockKind,
        (text, span): (MappedText, Span),
        lead_in: Option<usize>,
        cells: Vec<Span>,
    ) -> usize {
        let index = self.blocks.len();
        if let BlockKind::Heading(level) = kind {
            self.trail.retain(|&(above, _)| above < level);
        }
        let headings = self.trail.iter().map(|&(_, heading)| heading).collect();
        if let BlockKind::Heading(level) = kind {
            self.trail.push((level, index));
        }
        self.blocks.push(Block { kind, span, text, headings, lead_in, cells });
        index
    }

    /// The headings in force, to be given back to [`Self::restore`].
    pub(super) fn trail(&self) -> Trail {
        self.trail.clone()
    }

    /// Puts the headings back that were in force before a quotation.
    pub(super) fn restore(&mut self, trail: Trail) {
        self.trail = trail;
    }

    /// The blocks, all of them.
    pub(super) fn into_blocks(self) -> Vec<Block> {
        self.blocks
    }
}
