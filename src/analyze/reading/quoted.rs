//! What a quotation says of "us": the company of whoever is quoted in the same sentence speaks there for itself.
//!
//! What it leaves out: quotations whose speaker only another sentence names.

use crate::taxonomy::{Cue, Entry};

use super::super::model::Role;
use super::mentions::{Found, Standing};
use super::scan::{TokenKind, View};

/// Adds a mention for each "we", "us" and "our" inside the quotation, and sets the speaker aside: who says it does nothing else.
pub(super) fn push_speaker(found: &mut Vec<Found>, view: &View<'_>) {
    if !view.has(Cue::Saying) || !view.holds(TokenKind::Quote) {
        return;
    }
    let Some(quoted) = quoted(view) else { return };
    let Some(speaker) = speaker(found, view, &quoted) else { return };
    let words: Vec<usize> = quoted.iter().copied().filter(|&at| is_first_person(view, at)).collect();
    if words.is_empty() {
        return;
    }
    let companies = found[speaker].companies.clone();
    for mention in found.iter_mut().filter(|mention| mention.companies == companies) {
        if quoted.binary_search(&mention.from).is_err() {
            mention.standing = Standing::Aside;
        }
    }
    let last = found.iter().map(|mention| mention.group).max().unwrap_or(0);
    for (from, group) in words.into_iter().zip(last + 1..) {
        found.push(Found {
            companies: companies.clone(),
            from,
            to: from + 1,
            inferred: true,
            owner: view.tokens[from].is_in_any_case(any_of!("our")),
            role: Role::Actor,
            preposition: None,
            group,
            standing: Standing::Free,
        });
    }
    found.sort_by_key(|mention| mention.from);
}

/// The tokens between quotation marks, ascending; nothing where there are none.
fn quoted(view: &View<'_>) -> Option<Vec<usize>> {
    let mut inside = false;
    let mut quoted = Vec::new();
    for (at, token) in view.tokens.iter().enumerate() {
        if token.kind == TokenKind::Quote {
            inside = token.is(any_of!("“")) || !inside && !token.is(any_of!("”"));
        } else if inside {
            quoted.push(at);
        }
    }
    (!quoted.is_empty()).then_some(quoted)
}

/// The only company that is named beside a verb of saying outside of the quotation.
fn speaker(found: &[Found], view: &View<'_>, quoted: &[usize]) -> Option<usize> {
    let outside = |at: usize| quoted.binary_search(&at).is_err();
    let says = view.hits.iter().any(|hit| hit.entry == Entry::Grammar(Cue::Saying) && outside(hit.from));
    let mut named = (0..found.len())
        .filter(|&at| outside(found[at].from) && !found[at].inferred && !found[at].is_product());
    let first = named.next().filter(|_| says)?;
    named.all(|at| found[at].companies == found[first].companies).then_some(first)
}

fn is_first_person(view: &View<'_>, at: usize) -> bool {
    let token = view.tokens[at];
    token.is(any_of!("we", "We", "us", "our", "Our", "ours")) || token.span.of(view.text) == "ourselves"
}
