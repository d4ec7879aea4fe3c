//! Names and anaphors of a sentence as mentions, each with its part: subject, other party, yardstick.

use crate::taxonomy::{Cue, Entry, NameKind, Taxonomy};

use super::super::model::{Mention, Role, Tag};
use super::clauses::Clauses;
use super::discourse::{Discourse, Inherited};
use super::scan::{Hit, TokenKind, View};
use super::{Place, is_fragment};

/// Words that stand for one or more companies.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Indices of companies, ascending; more than one for "the pair".
    pub(super) companies: Vec<u16>,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) inferred: bool,
    /// "Meta's", "its": what follows is owned.
    pub(super) owner: bool,
    pub(super) role: Role,
    /// The number of the preposition that governs it ("to rival Anthropic").
    pub(super) preposition: Option<u32>,
    /// Mentions joined by commas and "and" share a group.
    pub(super) group: usize,
    /// Stands in brackets.
    pub(super) aside: bool,
}

impl Found {
    /// Can be the subject of what follows.
    pub(super) fn is_free(&self) -> bool {
        self.preposition.is_none() && self.role != Role::Reference && !self.aside
    }
}

/// The mentions of a sentence in order; roles are not yet given.
pub(super) fn mentions(taxonomy: &Taxonomy, view: &View<'_>, discourse: &Discourse) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if let Some(pointer) = opening_pointer(view, discourse) {
        found.push(pointer);
    }
    for (at, hit) in view.hits.iter().enumerate() {
        match hit.entry {
            Entry::Name { company, kind } => {
                if let Some(company) = meant(taxonomy, view, discourse, at, company, kind) {
                    push_name(&mut found, view, *hit, company);
                }
            }
            Entry::Grammar(cue) => push_anaphor(&mut found, view, discourse, *hit, cue),
            Entry::Reject
            | Entry::Hint { .. }
            | Entry::Thing { .. }
            | Entry::Exclusion
            | Entry::Attribute(_)
            | Entry::Predicate { .. } => {}
        }
    }
    part_commas(&mut found, view);
    found
}

/// A comma alone joins no two companies ("rents from X, Y builds"): a list has its "and", or stands in brackets or
/// behind a colon.
fn part_commas(found: &mut [Found], view: &View<'_>) {
    let is_list = |from: usize, to: usize| {
        view.tokens[from.min(to)..to]
            .iter()
            .any(|token| matches!(token.span.of(view.text), "and" | "or" | "&" | "/" | "plus" | "("))
    };
    let mut at = 0;
    while at < found.len() {
        let group = found[at].group;
        let end = found[at..]
            .iter()
            .position(|mention| mention.group != group)
            .map_or(found.len(), |more| at + more);
        let opened = found[at].from.checked_sub(1).is_some_and(|before| {
            matches!(view.tokens[before].span.of(view.text), ":" | "(" | "[" | "|" | "—" | "–")
        });
        let whole =
            found[at].aside || opened || found[at].owner || is_list(found[at].to, found[end - 1].from);
        if end - at > 1 && !whole {
            let offset = found.len() * at + found.len();
            for (step, mention) in found[at..end].iter_mut().enumerate() {
                mention.group = offset + step;
            }
        }
        at = end;
    }
}

/// "This follows …", "These bets …": a sentence that opens by pointing back speaks of the last subject.
fn opening_pointer(view: &View<'_>, discourse: &Discourse) -> Option<Found> {
    let companies = match view.tokens.first()?.span.of(view.text) {
        _ if points_at_an_occasion(view) => return None,
        "This" => discourse.pointed_at(),
        "That" if !is_followed_by_noun(view) => discourse.pointed_at(),
        "These" | "Those" | "Such" => discourse.pointed_at_many(),
        _ => return None,
    };
    (!companies.is_empty()).then_some(Found {
        companies,
        from: 0,
        to: 1,
        inferred: true,
        owner: false,
        role: Role::Actor,
        preposition: None,
        group: 0,
        aside: false,
    })
}

/// "This week", "that same year": points at no company.
fn points_at_an_occasion(view: &View<'_>) -> bool {
    view.hits.iter().any(|hit| hit.from == 1 && matches!(hit.entry, Entry::Grammar(Cue::Occasion)))
}

fn is_followed_by_noun(view: &View<'_>) -> bool {
    view.tokens.get(1).is_some_and(|token| token.kind == TokenKind::Word)
        && !view.hits.iter().any(|hit| {
            hit.from == 1
                && matches!(hit.entry, Entry::Grammar(Cue::Be | Cue::Verb) | Entry::Predicate { .. })
        })
}

/// The company that the name at `hits[at]` means here, if any.
fn meant(
    taxonomy: &Taxonomy,
    view: &View<'_>,
    discourse: &Discourse,
    at: usize,
    company: u16,
    kind: NameKind,
) -> Option<u16> {
    match kind {
        NameKind::Clear | NameKind::Description => Some(company),
        NameKind::Ambiguous => {
            let hinted = view.hits.iter().any(|hit| hit.entry == Entry::Hint { company });
            (hinted || discourse.knows(company)).then_some(company)
        }
        NameKind::Person => {
            let heads: Vec<u16> =
                view.hits.iter().filter(|hit| hit.from == view.hits[at].from).filter_map(name_of).collect();
            let after = named_from(view, view.hits[at].to);
            (discourse.headed_by(taxonomy, &heads, after) == Some(company)).then_some(company)
        }
    }
}

fn name_of(hit: &Hit) -> Option<u16> {
    match hit.entry {
        Entry::Name { company, .. } => Some(company),
        _ => None,
    }
}

/// Companies named beyond doubt from the token at `from` on, then those before it.
fn named_from<'v>(view: &'v View<'_>, from: usize) -> impl Iterator<Item = u16> + 'v {
    let clear = |hit: &Hit| match hit.entry {
        Entry::Name { company, kind: NameKind::Clear } => Some(company),
        _ => None,
    };
    let after = view.hits.iter().filter(move |hit| hit.from >= from).filter_map(clear);
    after.chain(view.hits.iter().filter(move |hit| hit.from < from).filter_map(clear))
}

fn push_name(found: &mut Vec<Found>, view: &View<'_>, hit: Hit, company: u16) {
    if found.last().is_some_and(|last| last.from == hit.from && !last.inferred) {
        return;
    }
    let possessive = view.tokens.get(hit.to).is_some_and(|token| token.kind == TokenKind::Apostrophe)
        && view
            .tokens
            .get(hit.to)
            .zip(view.tokens.get(hit.to - 1))
            .is_some_and(|(mark, name)| mark.span.start == name.span.end);
    let group = next_group(found, view, hit.from, &[company]);
    found.push(Found {
        companies: vec![company],
        from: hit.from,
        to: hit.to,
        inferred: false,
        owner: possessive,
        role: Role::Actor,
        preposition: None,
        group,
        aside: view.in_brackets(hit.from),
    });
}

fn push_anaphor(found: &mut Vec<Found>, view: &View<'_>, discourse: &Discourse, hit: Hit, cue: Cue) {
    let owner = matches!(cue, Cue::SingularOwner | Cue::PluralOwner);
    if found.is_empty() && looks_ahead(view) {
        return;
    }
    if (cue == Cue::Bargain && !is_subject(view, hit))
        || (matches!(cue, Cue::Singular | Cue::Plural) && is_object(view, hit))
    {
        return;
    }
    let companies = match cue {
        Cue::Singular | Cue::SingularOwner => {
            if is_expletive(view, hit) {
                return;
            }
            let bare = nearest(view, found, is_bare);
            bare.or_else(|| Some(discourse.singular()).filter(|companies| !companies.is_empty()))
                .or_else(|| nearest(view, found, |view, mention| !is_compared(view, mention)))
                .unwrap_or_default()
        }
        Cue::Plural | Cue::PluralOwner => match nearest_many(view, found) {
            Some(companies) => companies,
            None => discourse.plural(),
        },
        Cue::Matter => discourse.singular(),
        Cue::Matters => discourse.plural(),
        Cue::Bargain => discourse.parties(),
        Cue::Negation
        | Cue::Aside
        | Cue::Contrast
        | Cue::Yardstick
        | Cue::YardstickAfter
        | Cue::Rival
        | Cue::Suffix
        | Cue::Trade
        | Cue::Occasion
        | Cue::Saying
        | Cue::Preposition
        | Cue::Be
        | Cue::Example
        | Cue::Generic
        | Cue::Verb
        | Cue::Determiner
        | Cue::TakerLabel
        | Cue::GiverLabel => return,
    };
    if companies.is_empty() || found.last().is_some_and(|last| last.to > hit.from) {
        return;
    }
    let group = next_group(found, view, hit.from, &companies);
    found.push(Found {
        companies,
        from: hit.from,
        to: hit.to,
        inferred: true,
        owner,
        role: Role::Actor,
        preposition: None,
        group,
        aside: view.in_brackets(hit.from),
    });
}

/// "The deal is …", not "the deal terms": a verb or a preposition follows.
fn is_subject(view: &View<'_>, hit: Hit) -> bool {
    hit.to == view.tokens.len()
        || view.hits.iter().any(|other| {
            other.from == hit.to
                && matches!(
                    other.entry,
                    Entry::Grammar(Cue::Be | Cue::Verb | Cue::Preposition | Cue::Negation | Cue::Contrast)
                        | Entry::Predicate { .. }
                )
        })
        || view
            .tokens
            .get(hit.to)
            .is_some_and(|token| token.span.of(view.text).ends_with('s') || token.kind == TokenKind::Comma)
}

/// "renting it out", "tested it.": the object of a verb is more often a thing than a company.
fn is_object(view: &View<'_>, hit: Hit) -> bool {
    let lone = hit.to - hit.from == 1 && matches!(view.tokens[hit.from].span.of(view.text), "it" | "them");
    lone && hit.from > 0
        && view.tokens.get(hit.to).is_none_or(|token| {
            let word = token.span.of(view.text);
            token.kind != TokenKind::Word && token.kind != TokenKind::Apostrophe
                || matches!(
                    word,
                    "out"
                        | "to"
                        | "in"
                        | "on"
                        | "at"
                        | "from"
                        | "with"
                        | "for"
                        | "as"
                        | "into"
                        | "up"
                        | "down"
                        | "by"
                )
        })
}

/// "By renting its site, X …": a pronoun in an opening phrase means the subject that follows.
fn looks_ahead(view: &View<'_>) -> bool {
    const OPENINGS: [&str; 10] =
        ["By", "With", "Through", "In", "After", "Despite", "Instead", "Without", "Besides", "Rather"];
    let opens = view.tokens.first().is_some_and(|token| OPENINGS.contains(&token.span.of(view.text)));
    let comma = view.tokens.iter().position(|token| token.kind == TokenKind::Comma).unwrap_or(usize::MAX);
    opens && view.hits.iter().any(|hit| hit.from > comma && matches!(hit.entry, Entry::Name { .. }))
}

/// "It is clear that", "it will be interesting to": stands for nothing.
fn is_expletive(view: &View<'_>, hit: Hit) -> bool {
    let window = &view.tokens[hit.to..view.tokens.len().min(hit.to + 7)];
    let word = |at: usize| window.get(at).map_or("", |token| token.span.of(view.text));
    let single =
        hit.to - hit.from == 1 && view.tokens[hit.from].span.of(view.text).eq_ignore_ascii_case("it");
    let be = ["is", "was", "will", "would", "isn", "remains", "becomes", "may", "seems", "appears"]
        .contains(&word(0));
    let clause = (1..window.len()).any(|at| ["that", "to", "how", "whether", "when"].contains(&word(at)));
    let acts = view.hits.iter().any(|other| {
        other.from >= hit.to
            && other.from < hit.to + 4
            && matches!(other.entry, Entry::Predicate { .. } | Entry::Attribute(_) | Entry::Name { .. })
    });
    single && be && clause && !acts
}

/// Whom a pronoun means in a sentence that names companies before it: the first that `fits`.
fn nearest(view: &View<'_>, found: &[Found], fits: impl Fn(&View<'_>, &Found) -> bool) -> Option<Vec<u16>> {
    let first = found.iter().find(|mention| mention.companies.len() == 1 && fits(view, mention));
    first.map(|mention| mention.companies.clone())
}

fn nearest_many(view: &View<'_>, found: &[Found]) -> Option<Vec<u16>> {
    let last = found.iter().rev().find(|mention| is_bare(view, mention))?;
    let mut companies: Vec<u16> = found
        .iter()
        .filter(|mention| mention.group == last.group)
        .flat_map(|mention| mention.companies.iter().copied())
        .collect();
    companies.sort_unstable();
    companies.dedup();
    Some(companies)
}

/// Neither in brackets nor right behind a preposition or a yardstick.
fn is_bare(view: &View<'_>, mention: &Found) -> bool {
    !mention.aside
        && !view.hits.iter().any(|hit| {
            hit.to == mention.from && matches!(hit.entry, Entry::Grammar(Cue::Preposition | Cue::Yardstick))
        })
}

fn is_compared(view: &View<'_>, mention: &Found) -> bool {
    mention.aside
        || view
            .hits
            .iter()
            .any(|hit| hit.to == mention.from && matches!(hit.entry, Entry::Grammar(Cue::Yardstick)))
}

/// The group of a mention that begins at `from`: that of the last one where only commas, "and" and the like stand
/// between, or where the last one owns it ("NVIDIA's Jensen Huang").
fn next_group(found: &[Found], view: &View<'_>, from: usize, companies: &[u16]) -> usize {
    let Some(last) = found.last() else { return 0 };
    let between = &view.tokens[last.to.min(from)..from];
    let joins =
        |word: &str| matches!(word, "," | "and" | "or" | "&" | "/" | "plus" | "-" | "–" | "the" | "its");
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '.');
    let listed = !last.owner
        && (1..=6).contains(&between.len())
        && between.iter().any(|token| joins(token.span.of(view.text)))
        && between.iter().all(|token| joins(token.span.of(view.text)) || named(token.span.of(view.text)));
    let apposed = between.len() == 1 && between[0].span.of(view.text) == "(";
    let owned = last.owner && between.len() <= 2 && last.companies == companies;
    if listed || owned || apposed { last.group } else { last.group + 1 }
}

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
            let yardstick = yardstick || (found[at].aside && compares(view, clauses, &found[at]));
            if yardstick && told_of(view, &found[at]) {
                found[at].aside = true;
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
    for hit in view.hits.iter().rev().filter(|hit| hit.to <= mention.from && hit.from >= floor) {
        let gap = &view.tokens[hit.to..mention.from];
        if gap.iter().any(|token| matches!(token.kind, TokenKind::Semicolon | TokenKind::Bar)) {
            break;
        }
        let comma = gap.iter().any(|token| token.kind == TokenKind::Comma);
        match hit.entry {
            Entry::Grammar(Cue::Example) if gap.len() <= 1 && follows_noun(view, hit) => {}
            Entry::Grammar(Cue::Rival) if gap.len() <= 4 => soft = true,
            Entry::Grammar(Cue::Yardstick) if gap.len() <= 4 && !comma => {
                let example = view.hits.iter().any(|other| {
                    other.from == hit.from
                        && matches!(other.entry, Entry::Grammar(Cue::Example))
                        && follows_noun(view, other)
                });
                if !example {
                    return (None, true);
                }
            }
            Entry::Grammar(Cue::Preposition) if preposition.is_none() && !comma && gap.len() <= 6 => {
                preposition = Some(view.tokens[hit.from].word);
            }
            Entry::Predicate { .. } | Entry::Grammar(Cue::Be | Cue::Verb) => break,
            _ => {}
        }
    }
    (preposition, soft && preposition.is_none())
}

/// "companies like X", not "Like X, …": a word stands right before.
fn follows_noun(view: &View<'_>, hit: &Hit) -> bool {
    hit.from
        .checked_sub(1)
        .and_then(|at| view.tokens.get(at))
        .is_some_and(|token| token.kind == TokenKind::Word)
        && !view.hits.iter().any(|other| {
            other.to == hit.from
                && matches!(other.entry, Entry::Grammar(Cue::Be | Cue::Verb | Cue::Preposition))
        })
}

/// "… , with X managing the design": the company acts, whatever stands before it.
fn acts_at_once(view: &View<'_>, mention: &Found) -> bool {
    view.tokens.get(mention.to).is_some_and(|token| {
        let word = token.span.of(view.text);
        word.len() > 4 && word.ends_with("ing") && word.chars().next().is_some_and(char::is_lowercase)
    }) && mention.from.checked_sub(1).is_some_and(|at| view.tokens[at].span.of(view.text) == "with")
}

/// A clause that begins with a yardstick has yardsticks in its brackets too ("Unlike those who own sites (X, Y), …").
fn compares(view: &View<'_>, clauses: &Clauses, mention: &Found) -> bool {
    let start = clauses.start(clauses.of(mention.from));
    view.hits.iter().any(|hit| {
        hit.from >= start && hit.to <= mention.from && matches!(hit.entry, Entry::Grammar(Cue::Yardstick))
    })
}

/// A bank, a newspaper, an institute that says or estimates something.
fn observes(place: Place<'_>, view: &View<'_>, mention: &Found) -> bool {
    let observer = mention.companies.iter().all(|&company| {
        let sectors = place.sectors(company);
        sectors.iter().any(|sector| {
            place.taxonomy.lexicon.observers.iter().any(|known| known.as_str() == sector.as_ref())
        })
    });
    observer
        && view.hits.iter().any(|hit| {
            matches!(hit.entry, Entry::Grammar(Cue::Saying))
                && ((hit.from >= mention.to && hit.from - mention.to <= 2)
                    || (hit.to <= mention.from && mention.from - hit.to <= 1))
        })
}

/// "Unlike X, which relies on …": a yardstick of which something is told all the same.
fn told_of(view: &View<'_>, mention: &Found) -> bool {
    view.tokens[mention.to..]
        .iter()
        .take(2)
        .any(|token| matches!(token.span.of(view.text), "which" | "who" | "whose"))
}

fn yardstick_follows(view: &View<'_>, mention: &Found) -> bool {
    view.hits.iter().any(|hit| {
        hit.from == mention.to && !mention.owner && matches!(hit.entry, Entry::Grammar(Cue::YardstickAfter))
    })
}

/// One entry for each company of the sentence, in the order of first mention; the strongest role wins.
pub(super) fn companies(
    place: Place<'_>,
    view: &View<'_>,
    found: &[Found],
    inherited: &Inherited,
    tags: &[Tag],
) -> Vec<Mention> {
    let mut companies: Vec<Mention> = Vec::new();
    for mention in found {
        for &company in &mention.companies {
            let id = place.id(company);
            match companies.iter_mut().find(|known| known.company == *id) {
                Some(known) => known.role = known.role.min(mention.role),
                None => companies.push(Mention {
                    company: id.clone(),
                    role: mention.role,
                    span: view.span(mention.from, mention.to),
                    inferred: mention.inferred,
                }),
            }
        }
    }
    for &company in &inherited.companies {
        let id = place.id(company);
        match companies.iter_mut().find(|known| known.company == *id) {
            Some(known) if is_fragment(place.document.blocks[place.block].kind) => known.role = Role::Actor,
            Some(_) => {}
            None => companies.push(Mention {
                company: id.clone(),
                role: Role::Actor,
                span: place.sentence,
                inferred: true,
            }),
        }
    }
    for tag in tags {
        let Some(id) = &tag.company else { continue };
        match companies.iter_mut().find(|known| known.company == *id) {
            Some(known) => known.role = known.role.min(Role::Counterparty),
            None => companies.push(Mention {
                company: id.clone(),
                role: Role::Counterparty,
                span: tag.evidence.last().copied().unwrap_or(place.sentence),
                inferred: true,
            }),
        }
    }
    companies
}
