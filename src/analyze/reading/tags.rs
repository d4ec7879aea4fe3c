//! The tags of a sentence, thing by thing: under the acts that govern them (`governed`), alone (`alone`), or said of a
//! company itself (`attributes`); where several speak of one axis, the fuller one stays.

use std::cell::OnceCell;

use smallvec::SmallVec;

use crate::taxonomy::{Cue, Entry, Name};
use crate::text::Span;

use super::super::explain::Why;
use super::super::model::{Role, Tag};
use super::clauses::Clauses;
use super::discourse::{Discourse, Inherited, Owned};
use super::frames::{Act, Slots, acts, slots};
use super::mentions::Found;
use super::scan::{Hit, TokenKind, View};
use super::trace::Sink;
use super::{Companies, Place};

/// What a sentence is tagged in.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) place: Place<'a>,
    pub(super) view: &'a View<'a>,
    pub(super) clauses: &'a Clauses,
    pub(super) discourse: &'a Discourse,
    pub(super) inherited: &'a Inherited,
    /// Hears why tags are given or not, where somebody asked.
    pub(super) sink: Option<&'a Sink>,
}

/// The tags of a sentence, and who was placed by which class of things.
#[derive(Debug, Default)]
pub(super) struct Tagged {
    pub(super) tags: Vec<Tag>,
    pub(super) owners: Vec<Owned>,
    /// Who makes the things of which class.
    pub(super) makers: Vec<(u16, u16)>,
    /// The two sides of the last deal.
    pub(super) parties: Companies,
}

/// The tags of one sentence; may turn mentions into counterparties.
pub(super) fn tags(context: Context<'_>, found: &mut [Found]) -> Tagged {
    let view = context.view;
    let acts = acts(view, context.clauses);
    let slots = acts.iter().map(|_| OnceCell::new()).collect();
    let mut tagger = Tagger { context, acts, slots, found, tagged: Tagged::default() };
    let mut from = 0;
    for (_, hit) in view.telling() {
        if hit.from >= from && matches!(hit.entry, Entry::Thing { .. } | Entry::Attribute(_)) {
            from = hit.from + 1;
            tagger.place(view.hits_from(hit.from, from));
        }
    }
    tagger.place_pronouns();
    tagger.place_firms();
    tagger.place_by_heading();
    tagger.place_by_list();
    tagger.touch_others();
    tagger.finish()
}

/// Tags one sentence; whose things are is told in `owners`, who stands on which side of an act in `sides`.
pub(super) struct Tagger<'a, 'f> {
    pub(super) context: Context<'a>,
    pub(super) acts: Vec<Act>,
    /// Of `acts`, as far as they were asked for.
    slots: Vec<OnceCell<Slots>>,
    pub(super) found: &'f mut [Found],
    pub(super) tagged: Tagged,
}

/// Tokens from an owner to what is his, which his "'s" takes up.
const OWNER: usize = 3;

/// Tokens from a yardstick to what is measured by it, with hyphens inside.
const HYPHENATED: usize = 9;

/// A position with the words that gave it.
pub(super) struct Decision<'a> {
    pub(super) axis: u16,
    pub(super) rule: &'a Name,
    pub(super) evidence: SmallVec<[Span; 2]>,
}

impl Tagger<'_, '_> {
    /// All that hits over one phrase say: rows first; the thing alone where no row fits.
    fn place(&mut self, hits: &[Hit]) {
        let mut placed = false;
        if self.goes_on(hits) {
            return;
        }
        let mut things: SmallVec<[(Hit, u16, Option<u16>); 4]> = SmallVec::new();
        for &hit in hits {
            if let Some((thing, maker)) = thing_of(&hit)
                && self.is_meant(hit, thing)
            {
                things.push((hit, thing, maker.or_else(|| self.known_maker(hit, thing))));
            }
        }
        for &(hit, thing, maker) in &things {
            let (thing, maker) = self.of_another(hit, thing).unwrap_or((thing, maker));
            placed |= self.place_under_predicate(hit, thing, maker);
        }
        for &(hit, thing, maker) in things.iter().filter(|_| !placed) {
            self.place_alone(hit, thing, maker);
        }
        for hit in hits {
            if let Entry::Attribute(attribute) = hit.entry {
                self.place_attribute(*hit, attribute);
            }
        }
    }

    /// "Nvidia systems": some words are the thing only behind the name of a company that makes such.
    pub(super) fn is_meant(&self, hit: Hit, thing: u16) -> bool {
        let behind = &self.context.place.taxonomy.lexicon.things[thing as usize].behind;
        behind.is_empty()
            || self.found.iter().any(|mention| {
                mention.to <= hit.from
                    && hit.from - mention.to <= if mention.owner { 3 } else { 0 }
                    && self.is_in(behind, &mention.companies)
            })
    }

    /// "train on Google's custom silicon": to whoever does, they are chips that Google makes.
    fn of_another(&self, hit: Hit, thing: u16) -> Option<(u16, Option<u16>)> {
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        let another = entry.another?;
        let owner =
            self.found.iter().rfind(|mention| mention.to <= hit.from && hit.from - mention.to <= OWNER)?;
        let &[maker] = owner.companies.as_slice() else { return None };
        let chips = &self.context.place.taxonomy.lexicon.things[another as usize];
        let sells = |&company: &u16| self.sells_things(chips, company);
        let other = |mention: &Found| {
            mention.is_free() && !mention.companies.contains(&maker) && !mention.companies.iter().any(sells)
        };
        let strategy = self.context.view.tokens.get(hit.to).is_some_and(|next| {
            next.is(any_of!(
                "strategy", "program", "effort", "bet", "push", "plan", "plans", "roadmap", "team", "unit"
            ))
        });
        let is_his =
            !strategy && owner.owner && !owner.inferred && !sells(&maker) && self.found.iter().any(other);
        is_his.then_some((another, Some(maker)))
    }

    /// "Trainium chips": the second word only says what the first is.
    fn goes_on(&self, hits: &[Hit]) -> bool {
        let things = &self.context.place.taxonomy.lexicon.things;
        let class = |hit: &Hit| thing_of(hit).map(|(thing, _)| things[thing as usize].class);
        hits.iter().any(|hit| {
            class(hit).is_some_and(|own| {
                let mut before = self.context.view.hits_before(hit.from);
                before.any(|before| class(before) == Some(own))
            })
        })
    }

    /// "Beyond open models", "a fraction of the cost of proprietary systems": named only to be set aside or compared.
    pub(super) fn is_yardstick(&self, hit: Hit) -> bool {
        let view = self.context.view;
        let any = view.has(Cue::Yardstick) || view.has(Cue::Aside) || view.has(Cue::Rival);
        // "to state-of-the-art models": what hyphens join is one word
        let joined = |at: usize| {
            at + 1 < hit.from && view.text[view.tokens[at].span.end..view.tokens[at + 1].span.start] == *"-"
        };
        any && view.hits_ending(hit.from.saturating_sub(HYPHENATED), hit.from).any(|cue| {
            matches!(cue.entry, Entry::Grammar(Cue::Yardstick | Cue::Aside | Cue::Rival))
                && view.tokens[cue.to..hit.from].iter().all(|token| token.kind == TokenKind::Word)
                && (cue.to..hit.from).filter(|&at| !joined(at)).count() <= 3
        })
    }

    /// Who stands in the slots of the act, whatever it is said of.
    pub(super) fn slots(&self, act: &Act) -> &Slots {
        let Context { place, view, clauses, .. } = self.context;
        self.slots[act.nth].get_or_init(|| slots(&place.taxonomy.lexicon, view, clauses, self.found, act))
    }

    pub(super) fn names_one_of(&self, companies: &[u16]) -> bool {
        self.found.iter().any(|mention| overlap(&mention.companies, companies))
    }

    pub(super) fn companies(&self, mentions: &[usize]) -> Companies {
        let mut companies = Companies::new();
        for &at in mentions {
            companies.extend_from_slice(&self.found[at].companies);
        }
        if mentions.len() > 1 {
            companies.sort_unstable();
            companies.dedup();
        }
        companies
    }

    pub(super) fn mark(&mut self, mentions: &[usize], role: Role) {
        for &at in mentions {
            if self.found[at].role == Role::Actor {
                self.found[at].role = role;
            }
        }
    }

    pub(super) fn push(
        &mut self,
        companies: &[u16],
        position: Option<u16>,
        decision: &Decision<'_>,
        inferred: bool,
    ) {
        for &company in companies {
            let company = Some(self.context.place.id(company).clone());
            self.push_tag(company, position, decision, inferred);
        }
    }

    pub(super) fn push_industry(&mut self, position: Option<u16>, decision: &Decision<'_>) {
        self.push_tag(None, position, decision, false);
    }

    /// Remembers whom a thing placed.
    pub(super) fn note_owners(&mut self, companies: &[u16], class: u16, hit: Hit) {
        let word = self.context.view.tokens[hit.from].word;
        self.tagged.owners.extend(companies.iter().map(|&company| Owned { class, company, word }));
    }

    fn push_tag(
        &mut self,
        company: Option<Name>,
        position: Option<u16>,
        decision: &Decision<'_>,
        inferred: bool,
    ) {
        let axis = &self.context.place.taxonomy.axes[decision.axis as usize];
        let position = position.map(|at| axis.positions[at as usize].id.clone());
        let known = self
            .tagged
            .tags
            .iter()
            .any(|tag| tag.company == company && tag.axis == axis.id && tag.position == position);
        if !known {
            self.tagged.tags.push(Tag {
                company,
                axis: axis.id.clone(),
                position,
                rule: decision.rule.clone(),
                evidence: decision.evidence.to_vec(),
                inferred,
            });
        }
    }

    pub(super) fn miss(&self, hit: Hit, rule: &Name, why: Why) {
        if let Some(sink) = self.context.sink {
            sink.miss(self.context.view.span(hit.from, hit.to), rule, why);
        }
    }

    /// A company's tag without a position gives way to one with; the industry's to any company's on the axis.
    fn finish(mut self) -> Tagged {
        let mut tags = std::mem::take(&mut self.tagged.tags);
        let stays = |tag: &Tag| {
            let placed = tag.position.is_some()
                || !tags.iter().any(|other| {
                    other.company == tag.company && other.axis == tag.axis && other.position.is_some()
                });
            let own = tag.company.is_some()
                || !tags.iter().any(|other| other.company.is_some() && other.axis == tag.axis);
            placed && own
        };
        let stay: SmallVec<[bool; 16]> = tags.iter().map(stays).collect();
        let mut stay = stay.into_iter();
        tags.retain(|_| stay.next().unwrap_or(true));
        let order = |tag: &Tag| self.context.place.taxonomy.axes.iter().position(|axis| axis.id == tag.axis);
        tags.sort_by(|a, b| (order(a), &a.company, &a.position).cmp(&(order(b), &b.company, &b.position)));
        Tagged { tags, ..self.tagged }
    }
}

pub(super) fn thing_of(hit: &Hit) -> Option<(u16, Option<u16>)> {
    match hit.entry {
        Entry::Thing { thing, maker } => Some((thing, maker)),
        Entry::Name { .. }
        | Entry::Reject
        | Entry::Hint { .. }
        | Entry::Exclusion
        | Entry::Attribute(_)
        | Entry::Predicate { .. }
        | Entry::Grammar(_) => None,
    }
}

pub(super) fn overlap(some: &[u16], others: &[u16]) -> bool {
    some.iter().any(|company| others.contains(company))
}
