//! What a sentence leaves for the next: its companies, things and deals.

use crate::corpus::BlockKind;
use crate::taxonomy::{Entry, NameKind};

use super::super::super::model::Role;
use super::super::cells::{header, label};
use super::super::mentions::Found;
use super::super::scan::View;
use super::super::tags::{Tagged, thing_of};
use super::super::{Companies, Place, is_fragment};
use super::{Discourse, Inherited, OPENING};

/// Companies of a section that stay in view, at most.
const HERE: usize = 16;

impl Discourse {
    /// Remembers the parties of a deal, and who was placed by which class of things.
    pub(in super::super) fn remember(&mut self, tagged: &Tagged) {
        let Tagged { tags, parties, owners, makers } = tagged;
        if self.heading.len() > 1 && !tags.is_empty() {
            self.list.clone_from(tags);
        }
        self.makers
            .extend(makers.iter().filter(|maker| !self.makers.contains(maker)).copied().collect::<Vec<_>>());
        if parties.len() > 1 {
            self.deal.clone_from(parties);
            if self.topic.is_none() {
                self.group.clone_from(parties);
            }
        }
        for owner in owners {
            match self.owners.iter_mut().find(|(known, _)| known == owner) {
                Some((_, last)) => *last = self.clock,
                None => self.owners.push((*owner, self.clock)),
            }
        }
    }

    /// Leaves what the sentence was about for the next.
    pub(in super::super) fn note(
        &mut self,
        place: Place<'_>,
        view: &View<'_>,
        mentions: &[Found],
        inherited: &Inherited,
    ) {
        let block = &place.document.blocks[place.block];
        let person = mentions.iter().rev().find(|mention| is_person(view, mention));
        self.person = match person.and_then(|mention| mention.companies.first()) {
            Some(&company) => Some((company, 0)),
            None => self.person.map(|(company, age)| (company, age + 1)),
        };
        self.note_cells(place, view, mentions);
        self.clock += u32::from(place.claim);
        let named = in_order(mentions);
        if self.topic.is_some_and(|topic| named.contains(&topic)) {
            self.topic_named = self.clock;
        }
        if let BlockKind::Heading(level) = block.kind {
            self.enter_section(level, named.clone());
        } else {
            self.note_named(&named);
        }
        if named.len() == 2 {
            self.pair.clone_from(&named);
        }
        let mut subjects = subjects(mentions, self.topic.is_none());
        subjects.retain(|company| !place.observes(*company));
        if !is_fragment(block.kind) {
            self.list.clear();
        }
        if let BlockKind::Heading(_) = block.kind {
            self.note_heading(view, mentions);
            return;
        }
        self.note_things(place, view);
        let on_topic = self.topic.is_none_or(|topic| named.contains(&topic));
        if !place.claim && named.len() == 2 && on_topic && tells_of_deal(place, view) {
            self.deal.clone_from(&named);
            self.leads_on = Some(place.block);
            subjects = named;
        }
        let about = if subjects.is_empty() { inherited.companies.clone() } else { subjects };
        self.note_subjects(place, about);
    }

    /// Forgets whom other sections named; a heading's companies stay in view as far as its section goes.
    fn enter_section(&mut self, level: u8, named: Companies) {
        self.outer.retain(|&(outer, _)| outer < level);
        self.outer.push((level, named));
        self.here = self.outer.iter().flat_map(|(_, named)| named.iter().copied()).collect();
    }

    /// Puts the companies behind those that the section named before.
    fn note_named(&mut self, named: &[u16]) {
        self.here.retain(|company| !named.contains(company));
        self.here.extend_from_slice(named);
        self.here.drain(..self.here.len().saturating_sub(HERE));
    }

    /// Leaves whom a header names above its columns, and a row in front of its cells.
    fn note_cells(&mut self, place: Place<'_>, view: &View<'_>, mentions: &[Found]) {
        match place.document.blocks[place.block].kind {
            BlockKind::HeaderRow => {
                let named = header(place, view, mentions);
                if self.header.0 != place.block {
                    self.header = (place.block, Vec::new());
                }
                self.header.1.extend(named);
            }
            BlockKind::Row => {
                if let Some(named) = label(place, view, mentions) {
                    self.label = (place.block, named);
                }
            }
            BlockKind::Paragraph
            | BlockKind::Item
            | BlockKind::Quote
            | BlockKind::Heading(_)
            | BlockKind::Caption
            | BlockKind::Code
            | BlockKind::Boilerplate => {}
        }
    }

    /// Leaves what a heading names.
    fn note_heading(&mut self, view: &View<'_>, mentions: &[Found]) {
        let told = |mention: &&Found| {
            let known = mention.companies.iter().all(|&company| self.named[company as usize] >= 2);
            !mention.inferred && !mention.is_aside() && (known || mention.from <= 2)
        };
        let named: Companies = all(mentions.iter().filter(told));
        self.heading = named.clone();
        self.asks = view.tokens.iter().any(|token| {
            let word = token.span.of(view.text);
            word.eq_ignore_ascii_case("requirements") || word.eq_ignore_ascii_case("prerequisites")
        });
        let made = view.hits.iter().find_map(|hit| match hit.entry {
            Entry::Thing { thing, maker: Some(maker) } => Some((thing, maker)),
            _ => None,
        });
        self.headed = made.filter(|(_, maker)| named.iter().all(|company| company == maker));
        if named.is_empty() {
            self.age = self.age.max(1);
            if !self.opening.is_empty() {
                self.group.clone_from(&self.opening);
            }
        } else {
            self.focus = named;
            self.age = 1;
        }
    }

    /// Leaves the things that the sentence names, and who makes them.
    fn note_things(&mut self, place: Place<'_>, view: &View<'_>) {
        self.things.clear();
        if view.has_thing {
            self.things.extend(view.telling().filter_map(|(_, hit)| thing_of(hit)));
        }
        for &(thing, maker) in &self.things {
            let Some(maker) = maker else { continue };
            let class = place.taxonomy.lexicon.things[thing as usize].class;
            self.made.retain(|(known, _)| *known != class);
            self.made.push((class, maker));
        }
    }

    /// Leaves the companies that the sentence was about.
    fn note_subjects(&mut self, place: Place<'_>, about: Companies) {
        if self.block != place.block {
            self.block = place.block;
            self.told.clear();
        }
        if let Some(slot) = self.blocks.get_mut(place.block)
            && !about.is_empty()
        {
            slot.clone_from(&about);
        }
        for &company in &about {
            if !self.told.contains(&company) {
                self.told.push(company);
            }
        }
        if about.len() == 2 && place.block < OPENING && self.opening.is_empty() {
            self.opening.clone_from(&about);
        }
        if about.len() > 1 {
            self.group.clone_from(&about);
        } else if self.topic.is_some() {
            self.group.clear();
        } else if self.told.len() > 1 {
            self.group.clone_from(&self.told);
        }
        if about.is_empty() {
            self.age += 1;
        } else if !is_fragment(place.document.blocks[place.block].kind) {
            self.focus = about;
            self.age = 0;
        }
    }
}

/// The companies of the first free group; where `any` is asked for, else of the first mention that is no yardstick.
fn subjects(mentions: &[Found], any: bool) -> Companies {
    let first = mentions.iter().find(|mention| mention.is_free()).or_else(|| {
        mentions.iter().find(|mention| {
            mention.role != Role::Reference
                && !mention.is_aside()
                && !mention.is_product()
                && (any || mention.from <= 5)
        })
    });
    let Some(first) = first else { return Companies::new() };
    all(mentions.iter().filter(|mention| mention.group == first.group))
}

/// "The X-Y deal:": words for what two have agreed on.
fn tells_of_deal(place: Place<'_>, view: &View<'_>) -> bool {
    let predicates = &place.taxonomy.lexicon.predicates;
    view.hits.iter().any(|hit| {
        matches!(hit.entry, Entry::Predicate { predicate, .. } if predicates[predicate as usize].mutual)
    })
}

/// True for the name of a person.
pub(in super::super) fn is_person(view: &View<'_>, mention: &Found) -> bool {
    view.hits_at(mention.from).any(|hit| matches!(hit.entry, Entry::Name { kind: NameKind::Person, .. }))
}

/// The companies that a sentence names, once each, in its order.
pub(in super::super) fn in_order(mentions: &[Found]) -> Companies {
    let mut named = Companies::new();
    for &company in mentions.iter().filter(|mention| !mention.inferred).flat_map(|mention| &mention.companies)
    {
        if !named.contains(&company) {
            named.push(company);
        }
    }
    named
}

fn all<'m>(mentions: impl Iterator<Item = &'m Found>) -> Companies {
    let mut companies: Companies = mentions.flat_map(|mention| mention.companies.iter().copied()).collect();
    companies.sort_unstable();
    companies.dedup();
    companies
}
