//! The part each mention plays: whether a preposition governs it, and whether it is only a yardstick.

use crate::taxonomy::{Cue, Entry};

use super::super::model::Role;
use super::Place;
use super::clauses::Clauses;
use super::mentions::{Found, Standing};
use super::scan::{FINITE_OR_BASE, Hit, TokenKind, View};

/// Finds the preposition before each mention and what is only a yardstick.
pub(super) fn assign_roles(place: Place<'_>, found: &mut [Found], view: &View<'_>, clauses: &Clauses) {
    for at in 0..found.len() {
        let leader = (0..at).rev().take_while(|&other| found[other].group == found[at].group).last();
        if let Some(leader) = leader {
            found[at].preposition = found[leader].preposition;
            if found[leader].role == Role::Reference {
                found[at].role = Role::Reference;
            }
        } else {
            let (preposition, yardstick) = governor(view, clauses, found, at);
            found[at].preposition = preposition.filter(|_| !acts_at_once(view, &found[at]));
            let yardstick = yardstick || (found[at].is_aside() && compares(view, clauses, &found[at]));
            if yardstick && told_of(view, &found[at]) {
                found[at].standing = Standing::Aside;
            } else if yardstick {
                found[at].role = Role::Reference;
            }
        }
        if !found[at].inferred && (yardstick_follows(view, &found[at]) || observes(place, view, &found[at])) {
            found[at].role = Role::Reference;
        }
    }
}

/// Looks back from a mention over the words of its noun phrase for what governs it: a preposition, a yardstick, or both
/// ("to rivals like X" makes X a party, "apart from X" a yardstick).
fn governor(view: &View<'_>, clauses: &Clauses, found: &[Found], at: usize) -> (Option<u32>, bool) {
    let mention = &found[at];
    let clause = clauses.of(mention.from);
    let before = found[..at].last().map_or(0, |before| before.to);
    let floor = clauses.start(clause).max(mention.from.saturating_sub(8)).max(before);
    let mut soft = false;
    let mut preposition = None;
    let last = |ends: fn(&View<'_>, usize) -> bool| (floor..mention.from).rev().find(|&at| ends(view, at));
    let (end, comma) = (last(closes), last(|view, at| view.tokens[at].kind == TokenKind::Comma));
    for hit in view.hits_from(floor, mention.from).iter().rev().filter(|hit| hit.to <= mention.from) {
        let gap = &view.tokens[hit.to..mention.from];
        if end.is_some_and(|end| end >= hit.to) {
            break;
        }
        let comma = comma.is_some_and(|comma| comma >= hit.to);
        match hit.entry {
            Entry::Grammar(Cue::Example) if gap.len() <= 1 && follows_noun(view, hit) => {}
            Entry::Grammar(Cue::Negation) if gap.is_empty() && is_bare_not(view, hit) => return (None, true),
            Entry::Grammar(Cue::Rival)
                if gap.len() <= 4 && !(comma && view.has_verb_at(mention.to, &FINITE_OR_BASE)) =>
            {
                soft = true;
            }
            Entry::Grammar(Cue::Yardstick) if gap.len() <= 4 && !comma => {
                let example = view
                    .hits_at(hit.from)
                    .any(|other| other.entry == Entry::Grammar(Cue::Example) && follows_noun(view, other));
                if !example {
                    return (None, true);
                }
            }
            Entry::Grammar(Cue::Preposition)
                if preposition.is_none() && !comma && gap.len() <= 6 && !is_bound(view, hit) =>
            {
                preposition = Some(view.tokens[hit.from].word);
            }
            Entry::Predicate { .. } | Entry::Grammar(Cue::Be | Cue::Verb) => break,
            _ => {}
        }
    }
    (preposition, soft && preposition.is_none())
}

/// What stands before it governs nothing behind it.
fn closes(view: &View<'_>, at: usize) -> bool {
    let token = view.tokens[at];
    match token.kind {
        TokenKind::Semicolon | TokenKind::Bar => true,
        TokenKind::Word if token.is(any_of!("as")) => at == 0 || !view.tokens[at - 1].is(any_of!("such")),
        TokenKind::Word => {
            token.is(any_of!("that", "which", "who", "when", "where", "because", "if", "once", "until"))
        }
        TokenKind::Number
        | TokenKind::Comma
        | TokenKind::Colon
        | TokenKind::Dash
        | TokenKind::Bracket
        | TokenKind::Quote
        | TokenKind::Apostrophe
        | TokenKind::Mark => false,
    }
}

/// "X, not Y, released": the other one did.
fn is_bare_not(view: &View<'_>, hit: &Hit) -> bool {
    view.tokens[hit.from].is(any_of!("not"))
}

/// "up to 5 GW": belongs to the figure.
fn is_bound(view: &View<'_>, hit: &Hit) -> bool {
    hit.from.checked_sub(1).is_some_and(|before| view.tokens[before].is_in_any_case(any_of!("up")))
}

/// "companies like X", not "Like X, …": a word stands right before.
fn follows_noun(view: &View<'_>, hit: &Hit) -> bool {
    hit.from
        .checked_sub(1)
        .and_then(|at| view.tokens.get(at))
        .is_some_and(|token| token.kind == TokenKind::Word)
        && !view
            .hits_before(hit.from)
            .any(|other| matches!(other.entry, Entry::Grammar(Cue::Be | Cue::Verb | Cue::Preposition)))
}

/// "… , with X managing the design": the company acts, whatever stands before it.
fn acts_at_once(view: &View<'_>, mention: &Found) -> bool {
    view.tokens.get(mention.to).is_some_and(|token| {
        let word = token.span.of(view.text);
        word.len() > 4 && word.ends_with("ing") && word.chars().next().is_some_and(char::is_lowercase)
    }) && mention.from.checked_sub(1).is_some_and(|at| view.tokens[at].is(any_of!("with")))
}

/// A clause that begins with a yardstick has yardsticks in its brackets too ("Unlike those who own sites (X, Y), …").
fn compares(view: &View<'_>, clauses: &Clauses, mention: &Found) -> bool {
    let start = clauses.start(clauses.of(mention.from));
    let yardstick = Entry::Grammar(Cue::Yardstick);
    view.hits_from(start, mention.from).iter().any(|hit| hit.to <= mention.from && hit.entry == yardstick)
}

/// A bank, a newspaper, an institute that says or estimates something.
fn observes(place: Place<'_>, view: &View<'_>, mention: &Found) -> bool {
    let observer = |&company: &u16| place.is_among(company, &place.taxonomy.lexicon.observers);
    view.has(Cue::Saying)
        && mention.companies.iter().all(observer)
        && view.hits.iter().any(|hit| {
            matches!(hit.entry, Entry::Grammar(Cue::Saying))
                && ((hit.from >= mention.to && hit.from - mention.to <= 2)
                    || (hit.to <= mention.from && mention.from - hit.to <= 1))
        })
}

/// "Unlike X, which relies on …": a yardstick of which something is told all the same.
fn told_of(view: &View<'_>, mention: &Found) -> bool {
    view.tokens[mention.to..].iter().take(2).any(|token| token.is(any_of!("which", "who", "whose")))
}

fn yardstick_follows(view: &View<'_>, mention: &Found) -> bool {
    view.has(Cue::YardstickAfter)
        && !mention.owner
        && view.hits_at(mention.to).any(|hit| hit.entry == Entry::Grammar(Cue::YardstickAfter))
}
