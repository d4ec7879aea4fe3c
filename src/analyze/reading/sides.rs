//! Who stands on which side of an act: the slots of its predicate first, then makers, partners and lenders, and where words
//! leave the sides open, lines of business.

use crate::taxonomy::{Form, Row, Thing};

use super::super::model::Role;
use super::frames::{Act, Slots, group};
use super::mentions::Found;
use super::scan::Hit;
use super::tags::{Tagger, overlap, thing_of};
use super::{Companies, Mentions};

/// The parties of an act as its words have them.
#[derive(Debug)]
pub(super) struct Parties<'s> {
    slots: &'s Slots,
    subjects: Companies,
    others: Companies,
    /// The subjects are not named in the sentence itself.
    inferred: bool,
    /// The other party is whom the fragment is about.
    led: bool,
    /// Words say which side is which.
    sure: bool,
    /// Who makes the thing.
    makers: Companies,
}

/// The parties of an act under one row.
pub(super) struct Sides {
    pub(super) subjects: Companies,
    pub(super) others: Companies,
    /// As in [`Parties`].
    pub(super) inferred: bool,
    pub(super) led: bool,
    /// It is known which side is which.
    pub(super) sure: bool,
    /// The subject's position as the maker of the thing.
    pub(super) own: Option<u16>,
    /// The other party's position, as the owner of the thing where it is only named as that.
    pub(super) other: Option<u16>,
}

impl Tagger<'_, '_> {
    /// The parties as words have them, which are in `slots`, whatever row is asked.
    pub(super) fn parties_of<'s>(
        &self,
        slots: &'s Slots,
        act: &Act,
        hit: Hit,
        thing: u16,
        maker: Option<u16>,
    ) -> Parties<'s> {
        let about = self.context.clauses.cells.about(act.from);
        let inherited = about.map_or(self.context.inherited, |(about, _)| about);
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        let mut subjects = self.companies(&slots.subject);
        let mut others = self.companies(&slots.other);
        let mut inferred = slots.subject.iter().any(|&at| self.found[at].inferred);
        let mut sure = slots.sure;
        let makers = self.makers(hit, maker);
        let acts = act.form != Form::Noun && slots.subject.iter().any(|&at| self.found[at].to <= act.from);
        let led = inherited.leads
            && others.is_empty()
            && !overlap(&subjects, &inherited.companies)
            && (!acts || self.can_deal(entry, &subjects, &makers, &inherited.companies));
        // "provided by X" in a list about Y: done by X for Y
        let agent = slots.sure
            && act.form == Form::Past
            && slots.subject.iter().any(|&at| self.found[at].preposition.is_some());
        if led && agent {
            others = Companies::from_slice(&inherited.companies);
        } else if led {
            others = std::mem::take(&mut subjects);
        }
        if subjects.is_empty() {
            subjects = Companies::from_slice(&inherited.companies);
            inferred = about.is_none_or(|(_, told)| !told);
        }
        if subjects.is_empty() && others.is_empty() {
            subjects.extend(self.told_owner(hit, entry.class).filter(|_| !entry.common));
        }
        if slots.other.iter().any(|&at| self.found[at].to == hit.from) {
            if maker.is_some_and(|maker| !others.contains(&maker)) && self.is_product(&slots.other) {
                others.clear();
            } else if others.iter().all(|&company| self.sells_things(entry, company)) {
                others.clear();
                sure = false;
            }
        }
        let in_name = |&at: &usize| hit.from <= self.found[at].from && self.found[at].to <= hit.to;
        if thing_of(&hit).is_some() && slots.other.iter().any(in_name) {
            others.clear();
        }
        if slots.other.iter().any(|&at| self.names_another(&self.found[at], hit)) {
            others.clear();
        }
        let lender = self.lender(act, hit, &subjects);
        if !lender.is_empty() && others.is_empty() {
            others = std::mem::replace(&mut subjects, lender);
        }
        Parties { slots, subjects, others, inferred, led, sure, makers }
    }

    /// "Meta: 600,000 GPUs owned" in a list about Mistral: what neither sells is no deal between them.
    fn can_deal(&self, entry: &Thing, subjects: &[u16], makers: &[u16], led_by: &[u16]) -> bool {
        let sells = |companies: &[u16]| companies.iter().any(|&company| self.sells_things(entry, company));
        entry.sold_by.is_empty() || sells(subjects) || sells(led_by) || overlap(makers, subjects)
    }

    /// "uses Google TPUs and Trainium": the first only says whose the first things are.
    fn names_another(&self, mention: &Found, hit: Hit) -> bool {
        let class = |hit: &Hit| {
            thing_of(hit).map(|(thing, _)| self.context.place.taxonomy.lexicon.things[thing as usize].class)
        };
        let mut things = self.context.view.hits_at(mention.to);
        mention.preposition.is_none()
            && mention.to < hit.from
            && things.any(|other| class(other).is_some() && class(other) == class(&hit))
    }

    /// "on Azure H100s": whose cloud it is, not whose chips they are.
    fn is_product(&self, mentions: &[usize]) -> bool {
        let view = self.context.view;
        let mut starts = mentions.iter().map(|&at| self.found[at].from);
        starts.any(|from| view.hits_at(from).any(|hit| thing_of(hit).is_some()))
    }

    /// The parties as the row sees them; nothing where it does not speak of such parties.
    pub(super) fn sides(
        &self,
        row: &Row,
        parties: &Parties<'_>,
        act: &Act,
        hit: Hit,
        thing: u16,
        maker: Option<u16>,
    ) -> Option<Sides> {
        let &Parties { inferred, led, ref makers, .. } = parties;
        let made_by_subject = overlap(makers, &parties.subjects);
        let by_sector = !row.sides.is_empty();
        if row.maker_is_other && row.own.is_none() && made_by_subject
            || !by_sector && !self.is_in(&row.subject_in, &parties.subjects)
        {
            return None;
        }
        let (mut subjects, mut others) =
            (Companies::from_slice(&parties.subjects), Companies::from_slice(&parties.others));
        let maker_takes_part = (row.maker_is_other && (!by_sector || self.leaning(row, makers) > 0))
            || (row.own.is_some() && maker.is_some());
        if others.is_empty() && maker_takes_part {
            others.clone_from(makers);
        }
        if others.is_empty() && row.other.is_some() {
            others = self.partners(act, parties.slots);
        }
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        let mut other = row.other;
        if others.is_empty() && other.is_some() {
            others = self.owners_of(act, hit);
            let as_taker = row.axis == entry.axis && row.other == entry.alone;
            other = entry.owned.filter(|_| as_taker && !others.is_empty()).or(other);
        }
        let for_others = || subjects.iter().any(|&company| self.sells_things(entry, company));
        let own = row.own.filter(|_| made_by_subject && !for_others());
        others.retain(|company| !subjects.contains(company));
        let mut sure = true;
        if by_sector && (!parties.sure || (led && !others.is_empty())) {
            sure = self.by_sector(row, &mut subjects, &mut others);
        }
        let barred = |&company: &u16| self.context.place.main_is_among(company, &entry.not_of);
        if entry.weak && subjects.iter().chain(&others).any(barred) {
            return None;
        }
        let missing = row.both && (subjects.is_empty() || others.is_empty());
        let meant = self.is_in(&row.subject_in, &subjects) && self.is_in(&row.other_in, &others);
        (meant && !missing).then_some(Sides { subjects, others, inferred, led, sure, own, other })
    }

    /// True where the main line of business of one of the companies is among `sectors`; always where none is asked for.
    pub(super) fn is_in(&self, sectors: &[String], companies: &[u16]) -> bool {
        sectors.is_empty()
            || companies.iter().any(|&company| self.context.place.main_is_among(company, sectors))
    }

    /// "TPUs train X's models", "chips that power X": whoever it is done for, where the thing does it.
    pub(super) fn by_thing(&self, act: &Act, hit: Hit) -> Option<Slots> {
        let predicate = &self.context.place.taxonomy.lexicon.predicates[act.predicate as usize];
        if !predicate.by_thing || act.from < hit.to {
            return None;
        }
        let end = self.context.clauses.end(act.clause);
        let taker = self.found.iter().position(|mention| {
            mention.from >= act.to && mention.to <= end && mention.role != Role::Reference
        });
        let subject = taker.map_or_else(Mentions::new, |at| group(self.found, at));
        Some(Slots { subject, other: Mentions::new(), sure: true })
    }

    /// "a partnership with X to explore …": the partner of a deal in the clause takes part in what the deal is for.
    fn partners(&self, act: &Act, slots: &Slots) -> Companies {
        let lexicon = &self.context.place.taxonomy.lexicon;
        let deal = self.acts.iter().rev().find(|other| {
            other.to <= act.from
                && other.clause == act.clause
                && lexicon.predicates[other.predicate as usize].mutual
        });
        let Some(deal) = deal else { return Companies::new() };
        let words = &lexicon.predicates[deal.predicate as usize].other;
        let at = self.found.iter().position(|mention| {
            mention.from >= deal.to
                && mention.to <= act.from
                && mention.role != Role::Reference
                && mention.preposition.is_some_and(|word| words.contains(&word))
        });
        let partners = at.map_or_else(Mentions::new, |at| group(self.found, at));
        self.companies(&partners.into_iter().filter(|at| !slots.subject.contains(at)).collect::<Mentions>())
    }

    /// "rent Google's chips": who rents what is another's rents it from him.
    fn lender(&self, act: &Act, hit: Hit, subjects: &[u16]) -> Companies {
        let predicate = &self.context.place.taxonomy.lexicon.predicates[act.predicate as usize];
        if predicate.swap.is_empty() || subjects.is_empty() {
            return Companies::new();
        }
        let lenders = self.lenders(act, hit, subjects);
        if overlap(&lenders, subjects) { Companies::new() } else { lenders }
    }

    /// Whose the thing is, or where it is named as a maker's who has no other trade in such, that maker ("Azure capacity").
    fn lenders(&self, act: &Act, hit: Hit, subjects: &[u16]) -> Companies {
        let owners = self.owners_of(act, hit);
        let view = self.context.view;
        let out = view.tokens[act.from..act.to].iter().any(|token| token.is(any_of!("out")));
        let Some((thing, Some(maker))) = thing_of(&hit).filter(|_| owners.is_empty() && !out) else {
            return owners;
        };
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        let companies = &self.context.place.taxonomy.companies;
        let parent = companies.get(maker as usize).and_then(|company| company.parent.as_ref());
        let of_his_house = subjects.iter().any(|&subject| Some(self.context.place.id(subject)) == parent);
        let lends = !of_his_house && !self.sells_things(entry, maker) && act.to <= hit.from;
        lends.then_some(maker).into_iter().collect()
    }

    /// "makes X's chip", "most of X's capacity goes to": whose the thing of the act is.
    fn owners_of(&self, act: &Act, hit: Hit) -> Companies {
        let start = if act.to <= hit.from {
            act.to
        } else {
            self.context.clauses.start(self.context.clauses.of(hit.from))
        };
        let owner = self.found.iter().rposition(|mention| {
            mention.owner
                && !mention.inferred
                && mention.from >= start
                && mention.to <= hit.from
                && hit.from - mention.to <= 4
        });
        owner.map_or_else(Companies::new, |at| self.companies(&group(self.found, at)))
    }

    /// Lines of business may tell who stands on which side where words do not; false where neither does.
    fn by_sector(&self, row: &Row, subjects: &mut Companies, others: &mut Companies) -> bool {
        if others.is_empty() && subjects.len() > 1 {
            let (sellers, takers) =
                subjects.drain(..).partition(|&company| self.leaning(row, &[company]) > 0);
            (*others, *subjects) = (sellers, takers);
        }
        let swap = match (subjects.is_empty(), others.is_empty()) {
            (false, false) => self.leaning(row, subjects) > self.leaning(row, others),
            (false, true) => self.leaning(row, subjects) > 0,
            (true, _) => false,
        };
        if swap {
            std::mem::swap(subjects, others);
        }
        !others.is_empty() || self.leaning(row, subjects) != 0
    }

    /// Above zero where lines of business speak for the other party's side, below for the subject's.
    fn leaning(&self, row: &Row, companies: &[u16]) -> i32 {
        let sectors = companies.iter().flat_map(|&company| self.context.place.sectors(company));
        sectors.filter_map(|sector| row.sides.get(sector.as_ref())).sum()
    }
}
