//! Things that no act governs to tags: whose they are decides.

use smallvec::{SmallVec, smallvec};

use crate::taxonomy::{Cue, Entry, Thing};

use super::super::explain::Why;
use super::super::model::{Role, Tag};
use super::Companies;
use super::frames::is_denied;
use super::mentions::Found;
use super::owners::Owner;
use super::scan::{Hit, Token, TokenKind};
use super::tags::{Context, Decision, Tagger, overlap, thing_of};

/// Tokens of an item that only adds a detail of a deal, at most.
const DETAIL: usize = 10;

impl Tagger<'_, '_> {
    /// What a thing makes of whose it is, or of its maker; of the industry where it is nobody's.
    pub(super) fn place_alone(&mut self, hit: Hit, thing: u16, maker: Option<u16>) {
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        if entry.weak && self.acts.iter().any(|act| act.from == hit.from) {
            return;
        }
        if entry.weak || self.is_yardstick(hit) {
            self.miss(hit, &entry.rule, if entry.weak { Why::Weak } else { Why::Yardstick });
            return;
        }
        let evidence = smallvec![self.context.view.span(hit.from, hit.to)];
        let decision = Decision { axis: entry.axis, rule: &entry.rule, evidence };
        let makers = self.makers(hit, maker);
        let mut owner = self.owner_or_maker(hit, entry, maker, &makers);
        if overlap(&makers, &owner.companies) {
            owner.companies.retain(|company| makers.contains(company) || !self.is_product_only(*company));
        }
        if owner.companies.iter().any(|&company| self.context.place.is_among(company, &entry.not_of)) {
            self.miss(hit, &entry.rule, Why::NoCompany);
            return;
        }
        let made = overlap(&makers, &owner.companies);
        let takes = |company: &u16| !makers.contains(company) && !self.sells_things(entry, *company);
        let shared = made && owner.companies.iter().any(takes);
        let shown = |company: u16| self.context.discourse.makes(entry.class, company);
        let designs = owner.companies.iter().any(|&company| shown(company));
        let negated = is_denied(self.context.view, hit.from);
        let position_of = |company: Option<u16>| {
            if negated {
                return entry.denied;
            }
            if company.is_some_and(|company| self.sells_things(entry, company)) {
                return entry.sold.or(entry.alone);
            }
            if company.is_some_and(|company| makers.contains(&company)) {
                return entry.sold.filter(|_| shared).or(entry.own).or(entry.alone);
            }
            let own = company.is_some_and(shown) || (makers.is_empty() && self.is_owned(hit));
            entry.owned.filter(|_| own && !made).or(entry.alone)
        };
        let position = position_of(owner.companies.first().copied());
        let positions: SmallVec<[_; 8]> =
            owner.companies.iter().map(|&company| position_of(Some(company))).collect();
        let known = owner.told || self.context.inherited.leads;
        let faint = (position.is_none() || entry.sold.is_some()) && !known && !designs;
        let vague =
            entry.sold.is_some() && !owner.told && maker.is_none() && !designs && !self.is_counted(hit);
        if owner.companies.is_empty() || faint || vague || (entry.explicit && !known) {
            self.miss(hit, &entry.rule, Why::NoCompany);
            self.push_industry(position.filter(|_| entry.sold.is_none()), &decision);
            return;
        }
        let told_maker = maker.is_some() || makers.iter().all(|&company| self.sells_things(entry, company));
        if !made && told_maker && self.names_one_of(&makers) {
            self.push(&makers, entry.sold, &decision, false);
        }
        if made && entry.own.is_some() {
            self.tagged.makers.extend(owner.companies.iter().map(|&company| (entry.class, company)));
        }
        if position.is_some() {
            self.note_owners(&owner.companies, entry.class, hit);
        }
        for (&company, position) in owner.companies.iter().zip(positions) {
            self.push(&[company], position, &decision, owner.inferred);
        }
    }

    /// Whose the thing is; its maker's where nobody claims it, unless he makes it for others and is not named.
    fn owner_or_maker(&self, hit: Hit, entry: &Thing, maker: Option<u16>, makers: &[u16]) -> Owner {
        let owner = self.owner(hit, Some(entry.class).filter(|_| !entry.common), maker, false);
        let for_others = maker.is_some_and(|maker| self.sells_things(entry, maker));
        let leads = self.opens(hit);
        let by_maker = !for_others || leads || self.names_one_of(makers);
        let unclaimed = owner.companies.is_empty() || (!owner.told && !self.context.inherited.leads);
        if maker.is_some() && unclaimed && by_maker {
            return Owner { companies: Companies::from_slice(makers), inferred: false, told: true };
        }
        owner
    }

    /// "Every B200 needs …", "| B200 | 8 weeks |": the sentence or row tells of the thing itself.
    fn opens(&self, hit: Hit) -> bool {
        let words = &self.context.view.tokens[..hit.from];
        let determines = |token: &Token| {
            token.is_in_any_case(any_of!("every", "each", "the", "a", "one")) || token.is(any_of!("single"))
        };
        let things = &self.context.place.taxonomy.lexicon.things;
        let axis = |hit: &Hit| thing_of(hit).map(|(thing, _)| things[thing as usize].axis);
        let is_other = |other: &Hit| axis(other).is_some() && axis(other) != axis(&hit);
        (words.is_empty() && !self.is_row())
            || words.len() <= 2
                && words.iter().all(determines)
                && !self.context.view.hits.iter().any(is_other)
    }

    /// "TPUs and Trainium": the sentence names the company by what it makes alone.
    fn is_product_only(&self, company: u16) -> bool {
        let mut named = self.found.iter().filter(|mention| mention.companies.contains(&company)).peekable();
        named.peek().is_some() && named.all(Found::is_product)
    }

    /// "100,000 H100s", "600K GPUs": numbers are of somebody's.
    fn is_counted(&self, hit: Hit) -> bool {
        let view = self.context.view;
        view.tokens[hit.from.saturating_sub(3)..hit.from].iter().any(|token| {
            token.kind == TokenKind::Number || token.span.of(view.text).ends_with(['K', 'M', 'k'])
        })
    }

    /// A fragment under the name of a thing tells of that thing: "Pods of 4,096" under "TPU v4".
    pub(super) fn place_by_heading(&mut self) {
        let Some((thing, maker)) = self.context.discourse.heading_thing() else { return };
        let inherited = self.context.inherited;
        let led = inherited.leads && inherited.companies.contains(&maker);
        let goes_on = self
            .found
            .first()
            .is_some_and(|first| first.from <= 1 && first.inferred && *first.companies == [maker]);
        if !self.tagged.tags.is_empty() || !(led || goes_on) {
            return;
        }
        let entry = &self.context.place.taxonomy.lexicon.things[thing as usize];
        let position = entry.sold.filter(|_| self.sells_things(entry, maker)).or(entry.own);
        let evidence = smallvec![self.context.place.sentence];
        let decision = Decision { axis: entry.axis, rule: &entry.rule, evidence };
        self.push(&[maker], position, &decision, true);
    }

    /// "NVIDIA sells the cards and also invests in the people buying them": a claim of one axis alone is about that axis for
    /// whoever acts in it and is in a line of business that the axis touches, though no words place him.
    pub(super) fn touch_others(&mut self) {
        let Context { place, view, .. } = self.context;
        let Some(first) = self.tagged.tags.first() else { return };
        let same = |tag: &Tag| tag.axis == first.axis;
        let mut numbered = (0..).zip(&place.taxonomy.axes);
        let Some((number, axis)) = numbered.find(|(_, axis)| axis.id == first.axis) else { return };
        if axis.touches.is_empty() || !self.tagged.tags.iter().all(same) {
            return;
        }
        for at in 0..self.found.len() {
            let mention = &self.found[at];
            let aside = |hit: &Hit| hit.entry == Entry::Grammar(Cue::Aside);
            let set_aside = view.hits_before(mention.from).any(aside);
            if mention.inferred || mention.role != Role::Actor || set_aside || self.is_ground(mention) {
                continue;
            }
            let evidence = smallvec![view.span(mention.from, mention.to)];
            let decision = Decision { axis: number, rule: &axis.rule, evidence };
            let mut touched = mention.companies.clone();
            touched.retain(|&mut company| place.main_is_among(company, &axis.touches));
            self.push(&touched, None, &decision, false);
        }
    }

    /// "It runs on Hugging Face": where something stands, not who has a part in it.
    pub(super) fn is_ground(&self, mention: &Found) -> bool {
        let tokens = &self.context.view.tokens[..mention.from];
        let governor = tokens.iter().rev().find(|token| mention.preposition == Some(token.word));
        !mention.owner
            && governor.is_some_and(|token| token.is(any_of!("on", "onto", "from", "through", "via")))
    }

    /// "Timeline: 2028" goes on about the deal that an item of the same list told of.
    pub(super) fn place_by_list(&mut self) {
        let labelled = self.context.view.tokens.iter().take(4).any(|token| token.kind == TokenKind::Colon)
            && self.context.view.tokens.len() <= DETAIL
            && !self.found.iter().any(|mention| mention.from == 0 && !mention.inferred);
        if !self.tagged.tags.is_empty() || !self.context.inherited.leads || !labelled {
            return;
        }
        let place = self.context.place;
        for tag in self.context.discourse.list_tags() {
            let tag = Tag { evidence: vec![place.sentence], inferred: true, ..tag.clone() };
            self.tagged.tags.push(tag);
        }
    }
}
