//! Things under predicates to tags: what the first fitting row makes of the parties of an act.

use smallvec::smallvec;

use crate::taxonomy::{Entry, Name, NameKind, Row};

use super::super::explain::{Frame, Why};
use super::super::model::Role;
use super::Mentions;
use super::frames::Act;
use super::scan::{Hit, TokenKind};
use super::sides::Sides;
use super::tags::{Decision, Tagger, thing_of};

impl<'a> Tagger<'a, '_> {
    /// What the acts that govern a thing make of their parties; false where none has a row for it.
    pub(super) fn place_under_predicate(&mut self, hit: Hit, thing: u16, maker: Option<u16>) -> bool {
        if self.is_compared(hit) || self.opens_unlike(hit) || self.is_outdone(hit) {
            let rule = &self.context.place.taxonomy.lexicon.things[thing as usize].rule;
            self.miss(hit, rule, Why::Yardstick);
            return true;
        }
        let (mains, clause) = (self.governing(hit, thing), self.relative_act(hit, thing));
        if mains.is_empty() && clause.is_none() {
            self.tell_of_acts(hit, thing);
        }
        let mut placed =
            mains.into_iter().any(|(_, act, rows)| self.place_under(act, rows, hit, thing, maker));
        if let Some((act, rows)) = clause {
            placed |= self.place_under(act, rows, hit, thing, maker);
        }
        placed
    }

    /// What the first fitting row makes of the parties of the act; false where none fits.
    fn place_under(&mut self, act: Act, rows: &'a [Row], hit: Hit, thing: u16, maker: Option<u16>) -> bool {
        let act = Act { negated: act.negated || self.is_none(hit), ..act };
        let by_thing = self.by_thing(&act, hit);
        let slots = by_thing.as_ref().unwrap_or_else(|| self.slots(&act));
        let parties = self.parties_of(slots, &act, hit, thing, maker);
        let nobody = by_thing.as_ref().is_some_and(|slots| slots.subject.is_empty());
        let side = |row| Some((row, self.sides(row, &parties, &act, hit, thing, maker)?));
        let sides = if nobody { None } else { rows.iter().find_map(side) };
        let Some((row, Sides { subjects, others, inferred, led, sure, own, other })) = sides else {
            let Some(row) = rows.last() else { return false };
            self.miss(hit, &row.rule, Why::OneSided(self.context.view.span(act.from, act.to)));
            return false;
        };
        self.tell_of_frame(&act, hit, row, &subjects, &others);
        let governed = |side: &[usize]| side.iter().any(|&at| self.found[at].preposition.is_some());
        let party =
            if governed(&slots.subject) && !governed(&slots.other) { &slots.subject } else { &slots.other };
        let party = Mentions::from_slice(party);
        let others_inferred = led || slots.other.iter().any(|&at| self.found[at].inferred);
        self.mark(&party, Role::Counterparty);
        if !subjects.is_empty() && !others.is_empty() {
            self.tagged.parties = subjects.iter().chain(&others).copied().collect();
        }
        let view = self.context.view;
        let evidence = smallvec![view.span(act.from, act.to), view.span(hit.from, hit.to)];
        let decision = Decision { axis: row.axis, rule: &row.rule, evidence };
        let position = if act.negated { row.negated } else { own.or(row.subject).filter(|_| sure) };
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        let sellers = row.axis == entry.axis
            && others.is_empty()
            && !subjects.is_empty()
            && (position == entry.alone || (row.other == entry.sold && position != entry.own))
            && subjects.iter().all(|&company| self.sells_things(entry, company));
        let position = entry.sold.filter(|_| sellers && position.is_some()).or(position);
        if !row.other_only {
            self.push(&subjects, position, &decision, inferred);
        }
        if position.is_some() {
            self.note_owners(&subjects, entry.class, hit);
        }
        if row.other.is_some() && !act.negated {
            self.push(&others, other, &decision, others_inferred);
        }
        if subjects.is_empty() && others.is_empty() {
            let one_way =
                self.context.place.taxonomy.lexicon.predicates[act.predicate as usize].swap.is_empty();
            self.push_industry(position.filter(|_| one_way), &decision);
        }
        true
    }

    /// "designed it", "rents them out": the thing named last stands under the act.
    pub(super) fn place_pronouns(&mut self) {
        let view = self.context.view;
        for at in 0..self.acts.len() {
            let act = self.acts[at];
            let is_pronoun =
                |at: usize| view.tokens.get(at).is_some_and(|token| token.is(any_of!("it", "them")));
            let inside = (act.from..act.to).find(|&at| is_pronoun(at));
            let Some(pronoun) = inside.or_else(|| is_pronoun(act.to).then_some(act.to)) else { continue };
            let Some((thing, maker)) = self.last_thing(act) else { continue };
            let lexicon = &self.context.place.taxonomy.lexicon;
            let class = lexicon.things[thing as usize].class;
            let rows = lexicon.rows.get(act.predicate, class);
            if rows.is_empty() {
                continue;
            }
            let hit = Hit { from: pronoun, to: pronoun + 1, entry: Entry::Thing { thing, maker } };
            self.place_under(act, rows, hit, thing, maker);
        }
    }

    /// The last thing before the act that it has rows for, of this sentence or the one before.
    fn last_thing(&self, act: Act) -> Option<(u16, Option<u16>)> {
        let lexicon = &self.context.place.taxonomy.lexicon;
        let fits = |&(thing, _): &(u16, Option<u16>)| {
            !lexicon.rows.get(act.predicate, lexicon.things[thing as usize].class).is_empty()
        };
        let here = self.context.view.hits.iter().rev().filter(|hit| hit.to <= act.from);
        here.filter_map(thing_of)
            .find(fits)
            .or_else(|| self.context.discourse.things().iter().rev().copied().find(fits))
    }

    /// Names of companies whose line of business makes them things ("turned to …", "depends on …").
    pub(super) fn place_firms(&mut self) {
        let lexicon = &self.context.place.taxonomy.lexicon;
        let mentions = if self.acts.is_empty() { 0 } else { self.found.len() };
        for at in 0..mentions {
            let mention = &self.found[at];
            if mention.owner || mention.inferred || mention.role == Role::Reference {
                continue;
            }
            let &[company] = mention.companies.as_slice() else { continue };
            let entry = Entry::Name { company, kind: NameKind::Clear };
            let hit = Hit { from: mention.from, to: mention.to, entry };
            let firms =
                self.context.place.taxonomy.companies.get(company as usize).map_or(&[][..], |it| &it.firms);
            for &thing in firms {
                if self.leaves_untagged(company, lexicon.things[thing as usize].axis) {
                    self.place_under_predicate(hit, thing, Some(company));
                }
            }
        }
    }

    /// "published no weights": what is denied is the thing.
    fn is_none(&self, hit: Hit) -> bool {
        let view = self.context.view;
        hit.from.checked_sub(1).is_some_and(|before| view.tokens[before].is_in_any_case(any_of!("no")))
    }

    /// "its answer to X's chips": owned or made by whoever is only a yardstick.
    fn is_compared(&self, hit: Hit) -> bool {
        self.found.iter().any(|mention| {
            mention.role == Role::Reference
                && mention.to <= hit.from
                && hit.from - mention.to <= usize::from(mention.owner) * 3
        })
    }

    /// "cheaper than competing GPUs": no act is said of them.
    fn is_outdone(&self, hit: Hit) -> bool {
        let tokens = &self.context.view.tokens[hit.from.saturating_sub(3)..hit.from];
        let Some(than) = tokens.iter().rposition(|token| token.is(any_of!("than"))) else { return false };
        !tokens.iter().any(|token| token.is(any_of!("rather", "more", "less", "fewer", "other")))
            && tokens[than..].iter().all(|token| token.kind == TokenKind::Word)
    }

    /// "Unlike proprietary models, X …": told of nobody in the main clause.
    fn opens_unlike(&self, hit: Hit) -> bool {
        let view = self.context.view;
        hit.from <= 3
            && view.tokens.first().is_some_and(|first| first.is(any_of!("Unlike")))
            && self.is_yardstick(hit)
    }

    /// True where the company or another that is named has no tag on the axis.
    fn leaves_untagged(&self, company: u16, axis: u16) -> bool {
        let named =
            self.found.iter().filter(|mention| mention.is_free()).flat_map(|mention| &mention.companies);
        !self.is_tagged(company, axis) || named.copied().any(|other| !self.is_tagged(other, axis))
    }

    fn is_tagged(&self, company: u16, axis: u16) -> bool {
        let (id, axis) =
            (self.context.place.id(company), &self.context.place.taxonomy.axes[axis as usize].id);
        self.tagged.tags.iter().any(|tag| tag.company.as_ref() == Some(id) && tag.axis == *axis)
    }

    /// Tells why no act with a row for the thing governs it.
    fn tell_of_acts(&self, hit: Hit, thing: u16) {
        let Some(sink) = self.context.sink else { return };
        let (lexicon, view) = (&self.context.place.taxonomy.lexicon, self.context.view);
        let class = lexicon.things[thing as usize].class;
        for act in &self.acts {
            let Some(row) = lexicon.rows.get(act.predicate, class).last() else { continue };
            let span = view.span(act.from, act.to);
            let together = act.clause == self.context.clauses.of(hit.from);
            let why = if together { Why::Far(span) } else { Why::Apart(span) };
            sink.miss(view.span(hit.from, hit.to), &row.rule, why);
        }
    }

    fn tell_of_frame(&self, act: &Act, hit: Hit, row: &Row, subjects: &[u16], others: &[u16]) {
        let Some(sink) = self.context.sink else { return };
        let view = self.context.view;
        let ids = |companies: &[u16]| -> Vec<Name> {
            companies.iter().map(|&company| self.context.place.id(company).clone()).collect()
        };
        let predicate = view.span(act.from, act.to);
        sink.frames.borrow_mut().push(Frame {
            predicate,
            thing: view.span(hit.from, hit.to),
            subjects: ids(subjects),
            others: ids(others),
            rule: row.rule.clone(),
        });
        if act.negated && row.subject.is_some() && row.negated.is_none() {
            self.miss(hit, &row.rule, Why::Negated(predicate));
        }
    }
}
