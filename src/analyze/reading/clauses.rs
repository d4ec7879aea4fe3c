//! Where a sentence falls into clauses, so that each side of a contrast keeps its own company.

use smallvec::{SmallVec, smallvec};

use crate::taxonomy::{Cue, Entry};

use super::cells::Cells;
use super::mentions::Found;
use super::scan::{FINITE_OR_BASE, OPENINGS, TokenKind, View};

/// The clauses of a sentence by the tokens at which they start, ascending; the first starts at 0.
pub(super) struct Clauses {
    starts: SmallVec<[usize; 8]>,
    len: usize,
    /// For rows: no clause goes beyond its cell.
    pub(super) cells: Cells,
}

impl Clauses {
    /// The tokens of `clause` that stand in one cell with the one at `at`.
    pub(super) fn reach(&self, clause: usize, at: usize) -> (usize, usize) {
        let (start, end) = (self.start(clause), self.end(clause));
        self.cells.around(at).map_or((start, end), |cell| (start.max(cell.start), end.min(cell.end)))
    }

    /// The clause of the token at `at`.
    pub(super) fn of(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at).saturating_sub(1)
    }

    /// The token at which `clause` starts.
    pub(super) fn start(&self, clause: usize) -> usize {
        self.starts.get(clause).copied().unwrap_or(0)
    }

    /// One past the last token of `clause`.
    pub(super) fn end(&self, clause: usize) -> usize {
        self.starts.get(clause + 1).copied().unwrap_or(self.len)
    }
}

/// Cuts at semicolons, and at contrast words and dashes that have a company or a verb on both sides.
pub(super) fn clauses(view: &View<'_>, mentions: &[Found]) -> Clauses {
    let mut starts = smallvec![0];
    let subordinate = opens_subordinate(view);
    let by_comma = view.holds(TokenKind::Comma) && (mentions.len() > 1 || subordinate);
    if !view.has(Cue::Contrast) && !view.holds(TokenKind::Semicolon) && !by_comma {
        return Clauses { starts, len: view.tokens.len(), cells: Cells::default() };
    }
    let weighs = |from: usize, to: usize| {
        mentions.iter().any(|mention| mention.from >= from && mention.to <= to)
            || view.hits_from(from, to).iter().any(|hit| {
                hit.to <= to
                    && matches!(hit.entry, Entry::Predicate { .. } | Entry::Grammar(Cue::Be | Cue::Verb))
            })
    };
    let mut contrasts =
        view.hits.iter().filter(|hit| matches!(hit.entry, Entry::Grammar(Cue::Contrast))).peekable();
    for at in 1..view.tokens.len() {
        while contrasts.peek().is_some_and(|hit| hit.from < at) {
            contrasts.next();
        }
        let contrast = contrasts.peek().is_some_and(|hit| hit.from == at);
        let last = *starts.last().unwrap_or(&0);
        let cut = match view.tokens[at - 1].kind {
            TokenKind::Semicolon => true,
            TokenKind::Comma => {
                opens_main_clause(view, mentions, last, at)
                    || opens_next_clause(view, mentions, last, at)
                    || (subordinate && last == 0 && ends_subordinate(view, mentions, at))
            }
            TokenKind::Word
            | TokenKind::Number
            | TokenKind::Colon
            | TokenKind::Dash
            | TokenKind::Bracket
            | TokenKind::Quote
            | TokenKind::Apostrophe
            | TokenKind::Bar
            | TokenKind::Mark => contrast && weighs(last, at),
        };
        let cut = cut || (contrast && weighs(last, at));
        if cut && weighs(at, view.tokens.len()) {
            starts.push(at);
        }
    }
    Clauses { starts, len: view.tokens.len(), cells: Cells::default() }
}

/// "While X does this, Y does that": the comma before Y ends the clause that the contrast word began.
fn opens_main_clause(view: &View<'_>, mentions: &[Found], clause: usize, at: usize) -> bool {
    let begins_with_contrast = view.hits_at(clause).any(|hit| hit.entry == Entry::Grammar(Cue::Contrast));
    let subject_follows = mentions.iter().any(|mention| mention.from >= at && mention.from <= at + 2);
    let subject_before = mentions.iter().any(|mention| mention.from >= clause && mention.to <= at);
    begins_with_contrast && subject_follows && subject_before && verb_follows(view, mentions, at)
}

fn opens_subordinate(view: &View<'_>) -> bool {
    view.tokens.first().is_some_and(|first| {
        first.is(any_of!(
            "Because", "Since", "As", "If", "When", "Once", "Although", "Though", "Until", "Unless"
        ))
    })
}

/// "Because the grid is full, X turns to …": what the first clause says of others is not said of X.
fn ends_subordinate(view: &View<'_>, mentions: &[Found], at: usize) -> bool {
    let subject_follows = mentions.iter().any(|mention| mention.from >= at && mention.from <= at + 1);
    let named_before = mentions.iter().any(|mention| mention.from < at);
    let verb_before = (1..at).any(|before| view.has_verb_at(before, &FINITE_OR_BASE));
    subject_follows && !named_before && verb_before && verb_follows(view, mentions, at)
}

/// "X signed with A, Y with B; Z built …": behind a comma a company with a verb of its own opens a clause, where the clause
/// before has both, too.
fn opens_next_clause(view: &View<'_>, mentions: &[Found], clause: usize, at: usize) -> bool {
    let joined = view.tokens.get(at).is_some_and(|token| token.is(any_of!("and", "so")));
    let from = at + usize::from(joined);
    let subject = mentions.iter().find(|mention| mention.from >= from);
    let Some(subject) =
        subject.filter(|subject| subject.from == from && !subject.owner && !subject.is_aside())
    else {
        return false;
    };
    let verb = view.has_verb_at(subject.to, &FINITE_OR_BASE);
    let first = view.tokens[clause];
    let opening = first.is(OPENINGS) || first.is(any_of!("Like", "Unlike"));
    let before = mentions.iter().find(|mention| mention.from >= clause && mention.to < at);
    let told = before.is_some_and(|mention| (mention.to..at).any(|at| view.has_verb_at(at, &FINITE_OR_BASE)));
    verb && told && !opening
}

fn verb_follows(view: &View<'_>, mentions: &[Found], at: usize) -> bool {
    let Some(subject) = mentions.iter().find(|mention| mention.from >= at) else { return false };
    view.hits_from(subject.to, subject.to + 6)
        .iter()
        .any(|hit| matches!(hit.entry, Entry::Predicate { .. } | Entry::Grammar(Cue::Be | Cue::Verb)))
}
