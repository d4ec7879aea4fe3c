//! "The lab", "the utility", "the chipmaker": descriptions that say of which line of business a company is. They stand for
//! one named before, in the sentence or the section, that is of that line; where none was, for nobody.

use crate::taxonomy::{Cue, Entry, Kind, Taxonomy};

use super::Companies;
use super::discourse::Discourse;
use super::mentions::Found;
use super::scan::{Hit, TokenKind, View};

/// Words a description may have behind "the".
const LONGEST: usize = 4;

/// What the words say of whom they mean, where they are such a description.
pub(super) fn kind_of<'t>(taxonomy: &'t Taxonomy, view: &View<'_>, hit: Hit, cue: Cue) -> Option<&'t Kind> {
    let owner = if cue == Cue::SingularOwner { 2 } else { 0 };
    let to = hit.to.checked_sub(owner).filter(|&to| to > hit.from + 1 && to - hit.from <= LONGEST + 1)?;
    if !view.tokens[hit.from].is_in_any_case(any_of!("the")) {
        return None;
    }
    let words = view.tokens[hit.from + 1..to].iter().map(|token| token.span.of(view.text).to_lowercase());
    taxonomy.lexicon.kinds.get(&words.collect::<Vec<_>>().join(" "))
}

/// "The lab said", "the lab's", not "the lab Vesper", "the lab results": nothing that the words could belong to follows.
pub(super) fn stands_alone(view: &View<'_>, hit: Hit) -> bool {
    let Some(next) = view.tokens.get(hit.to) else { return true };
    let last = view.tokens[hit.to - 1];
    if next.kind == TokenKind::Word
        && next.span.start == last.span.end + 1
        && view.text.as_bytes()[last.span.end] == b'-'
    {
        return false;
    }
    let goes_on = || {
        view.hits_at(hit.to).any(|other| match other.entry {
            Entry::Grammar(
                Cue::Be
                | Cue::Verb
                | Cue::Preposition
                | Cue::Negation
                | Cue::Contrast
                | Cue::Adverb
                | Cue::Saying
                | Cue::Yardstick,
            )
            | Entry::Predicate { .. } => true,
            Entry::Grammar(_)
            | Entry::Name { .. }
            | Entry::Reject
            | Entry::Hint { .. }
            | Entry::Thing { .. }
            | Entry::Exclusion
            | Entry::Attribute(_) => false,
        })
    };
    let word = next.span.of(view.text);
    last.is(any_of!("s"))
        || next.kind != TokenKind::Word
        || next.is(any_of!("and", "or", "itself", "also", "to", "when", "if", "than"))
        || !next.capital && (word.ends_with('s') || word.ends_with("ed") || word.ends_with("ly") || goes_on())
}

/// Whom a description of the `kind` means behind the mentions `found`, of which `usual` would be meant if it said nothing of
/// the line of business.
pub(super) fn meant(
    taxonomy: &Taxonomy,
    discourse: &Discourse,
    found: &[Found],
    usual: &[u16],
    kind: &Kind,
) -> Companies {
    let sectors = |company: u16| taxonomy.companies.get(company as usize).map(|known| &*known.sectors);
    // of what line an organisation is that only the text shows is not known
    let may_be = |company: &u16| sectors(*company).is_none_or(|sectors| kind.is_of(sectors));
    let plainly = |company: &u16| sectors(*company).is_some_and(|sectors| kind.is_of_main(sectors));
    let perhaps = |company: &u16| sectors(*company).is_some_and(|sectors| kind.is_of(sectors));
    let named =
        || found.iter().rev().filter(|mention| !mention.inferred).flat_map(|mention| &mention.companies);
    let earlier = || discourse.named_here().iter().rev();
    let usual = match usual {
        [company] => Some(*company),
        _ => None,
    };
    // Microsoft may be a lab beside its other business, but not where OpenAI is named with it
    usual
        .filter(plainly)
        .or_else(|| named().find(|company| plainly(company)).copied())
        .or_else(|| earlier().find(|company| plainly(company)).copied())
        .or_else(|| usual.filter(may_be))
        .or_else(|| named().find(|company| perhaps(company)).copied())
        .or_else(|| earlier().find(|company| perhaps(company)).copied())
        .into_iter()
        .collect()
}
