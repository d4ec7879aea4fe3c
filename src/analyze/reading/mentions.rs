//! Names of a sentence as mentions, grouped as the sentence lists them. Anaphors are found beside them (`anaphors`); the
//! part each plays comes after (`roles`).

use smallvec::smallvec;

use crate::taxonomy::{Entry, NameKind, Taxonomy};

use super::super::model::{Mention, Role, Tag};
use super::anaphors::{is_anaphor, opening_pointer, push_anaphor};
use super::discourse::{Discourse, Inherited};
use super::quoted::push_speaker;
use super::scan::{Hit, Token, TokenKind, View};
use super::{Companies, Place, is_fragment};

/// Words that stand for one or more companies.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Indices of companies, ascending; more than one for "the pair".
    pub(super) companies: Companies,
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
    pub(super) standing: Standing,
}

impl Found {
    pub(super) fn is_aside(&self) -> bool {
        self.standing == Standing::Aside
    }

    pub(super) fn is_product(&self) -> bool {
        self.standing == Standing::Product
    }

    /// Can be the subject of what follows.
    pub(super) fn is_free(&self) -> bool {
        self.preposition.is_none() && self.role != Role::Reference && self.standing == Standing::Free
    }
}

/// Whether a mention can act in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Free,
    /// In brackets.
    Aside,
    /// Names what the company makes: it is spoken of, and acts only as the maker of the thing.
    Product,
}

impl Standing {
    pub(super) fn of(view: &View<'_>, at: usize) -> Self {
        if view.in_brackets(at) { Self::Aside } else { Self::Free }
    }
}

/// The mentions of a sentence in order; roles are not yet given.
pub(super) fn mentions(taxonomy: &Taxonomy, view: &View<'_>, discourse: &Discourse) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if let Some(pointer) = opening_pointer(view, discourse) {
        found.push(pointer);
    }
    for (at, hit) in view.telling() {
        match hit.entry {
            Entry::Name { company, kind } => {
                let listed = kind == NameKind::Ambiguous && is_listed(&found, view, *hit);
                let kind = if listed { NameKind::Clear } else { kind };
                if let Some(company) = meant(taxonomy, view, discourse, at, company, kind) {
                    push_name(&mut found, view, *hit, company);
                }
            }
            Entry::Grammar(cue) if is_anaphor(cue) => {
                push_anaphor(&mut found, taxonomy, view, discourse, *hit, cue);
            }
            Entry::Thing { thing, maker: Some(company) }
                if stands_for_maker(taxonomy, thing, company) && !is_judged_as_name(view, hit) =>
            {
                let known = found.len();
                push_name(&mut found, view, *hit, company);
                found[known..].iter_mut().for_each(|mention| mention.standing = Standing::Product);
            }
            Entry::Grammar(_)
            | Entry::Reject
            | Entry::Hint { .. }
            | Entry::Thing { .. }
            | Entry::Exclusion
            | Entry::Attribute(_)
            | Entry::Predicate { .. } => {}
        }
    }
    part_commas(&mut found, view);
    push_speaker(&mut found, view);
    found
}

/// A product stands for whoever makes it for itself; what is made for everybody ("H100") for nobody.
fn stands_for_maker(taxonomy: &Taxonomy, thing: u16, maker: u16) -> bool {
    let sellers = &taxonomy.lexicon.things[thing as usize].sold_by;
    let main = taxonomy.companies.get(maker as usize).and_then(|company| company.sectors.first());
    main.is_none_or(|main| !sellers.iter().any(|seller| seller.as_str() == main.as_ref()))
}

/// A product whose name is listed as a name is weighed as one.
fn is_judged_as_name(view: &View<'_>, thing: &Hit) -> bool {
    view.hits_over(thing.from, thing.to).any(|hit| matches!(hit.entry, Entry::Name { .. } | Entry::Reject))
}

/// A comma alone joins no two companies ("rents from X, Y builds"): a list has its "and", or stands in brackets or
/// behind a colon.
fn part_commas(found: &mut [Found], view: &View<'_>) {
    let is_list = |from: usize, to: usize| {
        view.tokens[from.min(to)..to]
            .iter()
            .any(|token| token.is(any_of!("and", "or", "&", "/", "plus", "(")))
    };
    let mut at = 0;
    while at < found.len() {
        let group = found[at].group;
        let end = found[at..]
            .iter()
            .position(|mention| mention.group != group)
            .map_or(found.len(), |more| at + more);
        let opened = || {
            found[at]
                .from
                .checked_sub(1)
                .is_some_and(|before| view.tokens[before].is(any_of!(":", "(", "[", "|", "—", "–")))
        };
        let whole = || {
            found[at].is_aside() || found[at].owner || opened() || is_list(found[at].to, found[end - 1].from)
        };
        if end - at > 1 && !whole() {
            let offset = found.len() * at + found.len();
            for (step, mention) in found[at..end].iter_mut().enumerate() {
                mention.group = offset + step;
            }
        }
        at = end;
    }
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
            (discourse.knows(company) || is_hinted(taxonomy, view, company)).then_some(company)
        }
        NameKind::Person => {
            let heads: Companies = view.hits_at(view.hits[at].from).filter_map(name_of).collect();
            let after = named_from(view, view.hits[at].to);
            (discourse.headed_by(taxonomy, &heads, after) == Some(company)).then_some(company)
        }
    }
}

/// True where the sentence holds one of the words that settle the company's ambiguous names.
fn is_hinted(taxonomy: &Taxonomy, view: &View<'_>, company: u16) -> bool {
    let patterns = &taxonomy.lexicon.patterns;
    let words = |from: usize| view.tokens[from..].iter().map(|token| token.word);
    (0..view.tokens.len()).any(|from| {
        let mut nodes = patterns.walk(words(from));
        nodes.any(|node| patterns.ends(node).any(|ending| ending.payload == Entry::Hint { company }))
    })
}

/// "Notion and Harvey", "Uber, Harvey and Notion": a list of companies settles a name that could be a word.
fn is_listed(found: &[Found], view: &View<'_>, hit: Hit) -> bool {
    let joint = |at: usize| view.tokens.get(at).is_some_and(|token| token.is(any_of!(",", "and", "or", "&")));
    let before = found.last().filter(|last| !last.inferred && !last.owner && last.to < hit.from);
    let follows = before.is_some_and(|last| (last.to..hit.from).all(joint));
    let ends = hit.from > 0 && view.tokens[hit.from - 1].kind == TokenKind::Word;
    let next = hit.to + (hit.to..view.tokens.len()).take_while(|&at| joint(at)).count();
    let clear = |hit: &Hit| matches!(hit.entry, Entry::Name { kind: NameKind::Clear, .. });
    let precedes = next > hit.to && view.hits_at(next).any(clear);
    precedes || (follows && ends)
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
        companies: smallvec![company],
        from: hit.from,
        to: hit.to,
        inferred: false,
        owner: possessive,
        role: Role::Actor,
        preposition: None,
        group,
        standing: Standing::of(view, hit.from),
    });
}

/// The group of a mention that begins at `from`: that of the last one where only commas, "and" and the like stand
/// between, or where the last one owns it ("NVIDIA's Jensen Huang").
fn next_group(found: &[Found], view: &View<'_>, from: usize, companies: &[u16]) -> usize {
    let Some(last) = found.last() else { return 0 };
    let between = &view.tokens[last.to.min(from)..from];
    let joins = |token: &Token| token.is(any_of!(",", "and", "or", "&", "/", "plus", "-", "–", "the", "its"));
    let named = |token: &Token| {
        token.span.of(view.text).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '.')
    };
    let listed = !last.owner
        && (1..=6).contains(&between.len())
        && between.iter().any(joins)
        && between.iter().all(|token| joins(token) || named(token));
    let apposed = between.len() == 1 && between[0].is(any_of!("("));
    let near = between.len() <= 2
        && between.iter().all(|token| token.kind == TokenKind::Word || token.kind == TokenKind::Apostrophe);
    let owned = last.owner && near && *last.companies == *companies;
    if (listed && !is_closed(found, view, from)) || owned || apposed { last.group } else { last.group + 1 }
}

/// "Like A and B, C …": a list that has had its "and" takes no more behind a comma alone.
fn is_closed(found: &[Found], view: &View<'_>, from: usize) -> bool {
    let Some(last) = found.last() else { return false };
    let first = found.iter().find(|mention| mention.group == last.group).unwrap_or(last);
    let comma = from - last.to.min(from) == 1 && view.tokens[last.to].is(any_of!(","));
    comma && (first.to..last.from).any(|at| view.tokens[at].is(any_of!("and", "or", "&")))
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
