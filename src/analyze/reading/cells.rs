//! The cells of a row: what stands in one is said of a company that it names, of the one that the row or the column is about,
//! and not of those in other cells.
//!
//! Rows and columns that are about no company are read as one sentence; so is the first cell, which tells what the others
//! are about.

use std::ops::Range;

use smallvec::SmallVec;

use crate::corpus::BlockKind;

use super::super::model::Role;
use super::discourse::{Discourse, Inherited};
use super::mentions::Found;
use super::scan::{TokenKind, View};
use super::{Companies, Place};

/// The cells that a sentence of a row spans; none for other sentences.
#[derive(Debug, Default)]
pub(super) struct Cells {
    cells: SmallVec<[Cell; 2]>,
}

/// A cell that is about companies.
#[derive(Debug)]
struct Cell {
    tokens: Range<usize>,
    about: Inherited,
    /// The sentence itself names them.
    told: bool,
}

impl Cells {
    pub(super) fn of(place: Place<'_>, view: &View<'_>, found: &[Found], discourse: &Discourse) -> Self {
        let block = &place.document.blocks[place.block];
        if block.kind != BlockKind::Row {
            return Self::default();
        }
        let label = match label(place, view, found) {
            Some(named) => (named, true),
            None => (discourse.row_label(place.block), false),
        };
        let above = |number: usize| discourse.column(block.lead_in?, number);
        let header = |number: usize| {
            let above = above(number).filter(|above| above.alone || label.0.is_empty())?;
            Some((above.companies.clone(), false))
        };
        let ranges = ranges(place, view);
        let others = ranges.iter().filter(|(number, _)| *number > 0);
        if others.clone().any(|(number, tokens)| above(*number).is_none() && is_party(view, found, tokens)) {
            return Self::default();
        }
        let cells = others.cloned().filter_map(|(number, tokens)| {
            let (companies, told) = header(number).unwrap_or_else(|| label.clone());
            let about = Inherited { leads: true, companies };
            (!about.companies.is_empty()).then_some(Cell { tokens, about, told })
        });
        Self { cells: cells.collect() }
    }

    /// The tokens of the cell around the one at `at`, where it is about companies.
    pub(super) fn around(&self, at: usize) -> Option<Range<usize>> {
        self.cell(at).map(|cell| cell.tokens.clone())
    }

    /// Whom that cell is about, and whether the sentence names them.
    pub(super) fn about(&self, at: usize) -> Option<(&Inherited, bool)> {
        self.cell(at).map(|cell| (&cell.about, cell.told))
    }

    fn cell(&self, at: usize) -> Option<&Cell> {
        let behind = self.cells.partition_point(|cell| cell.tokens.end <= at);
        self.cells.get(behind).filter(|cell| cell.tokens.contains(&at))
    }
}

/// "| Meta | Vistra | 2 GW |": a cell that is a company's name and nothing else makes the row speak of both.
fn is_party(view: &View<'_>, found: &[Found], tokens: &Range<usize>) -> bool {
    let here = || found.iter().filter(|mention| tokens.contains(&mention.from));
    let ends = |at: usize| at >= tokens.end || view.tokens[at].kind == TokenKind::Bar;
    let ticker = |at: usize| !ends(at) && view.tokens[at].kind == TokenKind::Bracket && ends(at + 3);
    here().next().is_some_and(|first| first.from == tokens.start)
        && here().all(|mention| !mention.inferred && !mention.owner && !mention.is_product())
        && here().next_back().is_some_and(|last| ends(last.to) || ticker(last.to))
}

/// The companies that the first cell names; nothing where the sentence begins behind it.
pub(super) fn label(place: Place<'_>, view: &View<'_>, found: &[Found]) -> Option<Companies> {
    let (number, tokens) = ranges(place, view).into_iter().next()?;
    let names = |mention: &&Found| {
        let rates = |&company: &u16| place.observes(company);
        tokens.contains(&mention.from)
            && !mention.inferred
            && mention.role != Role::Reference
            && (mention.from == 0 || !mention.companies.iter().all(rates))
    };
    (number == 0).then(|| companies(found.iter().filter(names)))
}

/// A cell of a header.
#[derive(Clone, Debug)]
pub(super) struct Above {
    pub(super) companies: Companies,
    /// It says nothing else.
    alone: bool,
}

/// For each cell of a header the companies that it names.
pub(super) fn header(place: Place<'_>, view: &View<'_>, found: &[Found]) -> Vec<(usize, Above)> {
    let named = ranges(place, view).into_iter().map(|(number, tokens)| {
        let here = || found.iter().filter(|mention| tokens.contains(&mention.from) && !mention.inferred);
        let behind = here().next_back().and_then(|last| view.tokens.get(last.to));
        let ends = |kind| matches!(kind, TokenKind::Bar | TokenKind::Bracket);
        let alone = here().next().is_some_and(|first| first.from == tokens.start)
            && behind.is_none_or(|next| ends(next.kind));
        (number, Above { companies: companies(here()), alone })
    });
    named.filter(|(_, above)| !above.companies.is_empty()).collect()
}

/// The tokens of each cell in the sentence, with the number of the cell; its bar goes with the cell before.
fn ranges(place: Place<'_>, view: &View<'_>) -> SmallVec<[(usize, Range<usize>); 8]> {
    let cells = &place.document.blocks[place.block].cells;
    let token = |byte: usize| view.tokens.partition_point(|token| token.span.start < byte);
    let first = cells.partition_point(|cell| cell.start <= place.sentence.start).saturating_sub(1);
    let cut = cells.iter().enumerate().skip(first).take_while(|(_, cell)| cell.start < place.sentence.end);
    let end = |number: usize| cells.get(number + 1).map_or(view.tokens.len(), |next| token(next.start));
    cut.map(|(number, cell)| (number, token(cell.start)..end(number))).collect()
}

fn companies<'m>(mentions: impl Iterator<Item = &'m Found>) -> Companies {
    let mut companies: Companies = mentions.flat_map(|mention| mention.companies.iter().copied()).collect();
    companies.sort_unstable();
    companies.dedup();
    companies
}
