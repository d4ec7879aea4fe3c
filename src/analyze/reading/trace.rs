//! What a reading is asked to remember when a sentence is explained: marks, filled frames and near misses. Nothing here is
//! run or kept otherwise.

use std::cell::RefCell;

use crate::taxonomy::{Cue, Entry, Name, NameKind, Place as Entered, Thing};
use crate::text::Span;

use super::super::explain::{Frame, Mark, NearMiss, Sense, Why};
use super::super::model::Tag;
use super::Place;
use super::frames::is_negated;
use super::mentions::Found;
use super::scan::{Hit, View};

/// All that is remembered of one sentence; spans index its text.
#[derive(Debug, Default)]
pub(in super::super) struct Trace {
    pub(in super::super) marks: Vec<Mark>,
    pub(in super::super) frames: Vec<Frame>,
    pub(in super::super) near: Vec<NearMiss>,
    pub(in super::super) tags: Vec<Tag>,
}

/// What the tagger tells while it works; spans index the block's text.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) frames: RefCell<Vec<Frame>>,
    pub(super) near: RefCell<Vec<NearMiss>>,
}

impl Sink {
    pub(super) fn miss(&self, span: Span, rule: &Name, why: Why) {
        self.near.borrow_mut().push(NearMiss { span, rule: rule.clone(), why, place: None });
    }
}

/// Puts together what was found in a sentence; spans index the block's text.
pub(super) fn trace(place: Place<'_>, view: &View<'_>, found: &[Found], tags: &[Tag], sink: Sink) -> Trace {
    let mut marks: Vec<Mark> = found.iter().map(|mention| mention_mark(place, view, mention)).collect();
    marks.extend(view.hits.iter().filter_map(|hit| lexicon_mark(place, view, hit)));
    let mut near = sink.near.into_inner();
    near.extend(names_not_meant(place, view, found));
    near.extend(view.hits.iter().flat_map(|hit| things_excluded(place, view, hit)));
    for miss in &mut near {
        let rule = place.taxonomy.places.rule(&miss.rule);
        miss.place = rule.or_else(|| company_place(place, &miss.rule));
    }
    let by = |span: Span| (span.start, std::cmp::Reverse(span.end));
    marks.sort_by_key(|mark| by(mark.span));
    marks.dedup();
    near.sort_by_key(|miss| by(miss.span));
    near.dedup();
    let mut frames = sink.frames.into_inner();
    frames.dedup();
    Trace { marks, frames, near, tags: tags.to_vec() }
}

impl Trace {
    /// Adds what a later part of the sentence gave.
    pub(super) fn extend(&mut self, part: Self) {
        self.marks.extend(part.marks);
        self.frames.extend(part.frames);
        self.near.extend(part.near);
        self.tags.extend(part.tags);
    }

    /// From spans of the block to spans of the sentence.
    pub(super) fn shift(&mut self, start: usize) {
        let shift = |span: &mut Span| {
            *span = Span::new(span.start.saturating_sub(start), span.end.saturating_sub(start));
        };
        self.marks.iter_mut().for_each(|mark| shift(&mut mark.span));
        for frame in &mut self.frames {
            shift(&mut frame.predicate);
            shift(&mut frame.thing);
        }
        for miss in &mut self.near {
            shift(&mut miss.span);
            match &mut miss.why {
                Why::Excluded(span)
                | Why::Far(span)
                | Why::Apart(span)
                | Why::Negated(span)
                | Why::OneSided(span)
                | Why::Rejected(span) => shift(span),
                Why::Weak
                | Why::Yardstick
                | Why::Object
                | Why::NoCompany
                | Why::Unsettled
                | Why::OtherCompany => {}
            }
        }
        self.tags.iter_mut().flat_map(|tag| &mut tag.evidence).for_each(shift);
    }
}

fn mention_mark(place: Place<'_>, view: &View<'_>, mention: &Found) -> Mark {
    let names: Vec<Name> = mention.companies.iter().map(|&company| place.id(company).clone()).collect();
    let places = &place.taxonomy.places.companies;
    let entered =
        mention.companies.iter().filter_map(|&company| places.get(company as usize)?.last().cloned());
    Mark {
        span: view.span(mention.from, mention.to),
        places: if mention.inferred { Vec::new() } else { entered.collect() },
        sense: Sense::Mention { companies: names, role: mention.role, inferred: mention.inferred },
    }
}

fn lexicon_mark(place: Place<'_>, view: &View<'_>, hit: &Hit) -> Option<Mark> {
    let (lexicon, places) = (&place.taxonomy.lexicon, &place.taxonomy.places);
    let span = view.span(hit.from, hit.to);
    let (sense, entered): (Sense, Vec<Entered>) = match hit.entry {
        Entry::Thing { thing, .. } => {
            let entry = &lexicon.things[thing as usize];
            (sense(place, entry), places.things.get(thing as usize).cloned().into_iter().collect())
        }
        Entry::Predicate { predicate, .. } => {
            let (id, entered) = places.predicates.get(predicate as usize)?;
            (Sense::Predicate { id: id.clone(), negated: is_negated(view, hit.from) }, entered.clone())
        }
        Entry::Attribute(attribute) => {
            let rule = lexicon.attributes[attribute as usize].rule.clone();
            let entered = places.attributes.get(attribute as usize).cloned();
            (Sense::Attribute { rule }, entered.into_iter().collect())
        }
        Entry::Exclusion => {
            let words = span.of(view.text).to_lowercase();
            let known = places.exclusions.iter().find(|(phrase, _)| phrase.to_lowercase() == words);
            (Sense::Exclusion, known.map(|(_, entered)| entered.clone()).into_iter().collect())
        }
        Entry::Name { .. } | Entry::Reject | Entry::Hint { .. } | Entry::Grammar(_) => return None,
    };
    Some(Mark { span, sense, places: entered })
}

fn sense(place: Place<'_>, thing: &Thing) -> Sense {
    Sense::Thing {
        class: place.taxonomy.places.classes[thing.class as usize].clone(),
        axis: place.taxonomy.axes[thing.axis as usize].id.clone(),
    }
}

fn company_place(place: Place<'_>, id: &str) -> Option<Entered> {
    let at = place.taxonomy.companies.iter().position(|company| company.id.as_ref() == id)?;
    place.taxonomy.places.companies.get(at)?.last().cloned()
}

/// Names that became no mention.
fn names_not_meant(place: Place<'_>, view: &View<'_>, found: &[Found]) -> Vec<NearMiss> {
    let mut near = Vec::new();
    for hit in &view.hits {
        match hit.entry {
            Entry::Name { company, kind } => {
                let meant = found.iter().any(|mention| mention.from <= hit.from && hit.to <= mention.to);
                let why = match kind {
                    NameKind::Ambiguous => Why::Unsettled,
                    NameKind::Person => Why::OtherCompany,
                    NameKind::Clear | NameKind::Description => continue,
                };
                if !meant {
                    near.push(miss(view, hit.from, hit.to, place.id(company), why));
                }
            }
            Entry::Reject => {
                let whole = view.span(hit.from, hit.to);
                for (from, to, entry) in phrases_inside(place, view, hit) {
                    if let Entry::Name { company, .. } = entry {
                        near.push(miss(view, from, to, place.id(company), Why::Rejected(whole)));
                    }
                }
            }
            Entry::Hint { .. }
            | Entry::Thing { .. }
            | Entry::Exclusion
            | Entry::Attribute(_)
            | Entry::Predicate { .. }
            | Entry::Grammar(_) => {}
        }
    }
    near
}

/// Things inside words in which none is meant.
fn things_excluded(place: Place<'_>, view: &View<'_>, hit: &Hit) -> Vec<NearMiss> {
    if hit.entry != Entry::Exclusion {
        return Vec::new();
    }
    let whole = view.span(hit.from, hit.to);
    let things = &place.taxonomy.lexicon.things;
    let found = |from: usize, to: usize, entry: Entry| {
        view.hits.iter().any(|hit| (hit.from, hit.to) == (from, to) && hit.entry == entry)
    };
    phrases_inside(place, view, hit)
        .into_iter()
        .filter(|&(from, to, entry)| !found(from, to, entry))
        .filter_map(|(from, to, entry)| match entry {
            Entry::Thing { thing, .. } => {
                Some(miss(view, from, to, &things[thing as usize].rule, Why::Excluded(whole)))
            }
            _ => None,
        })
        .collect()
}

fn miss(view: &View<'_>, from: usize, to: usize, rule: &Name, why: Why) -> NearMiss {
    NearMiss { span: view.span(from, to), rule: rule.clone(), why, place: None }
}

/// Phrases of the lexicon within the words of `hit`, whatever their letter case.
fn phrases_inside(place: Place<'_>, view: &View<'_>, hit: &Hit) -> Vec<(usize, usize, Entry)> {
    let patterns = &place.taxonomy.lexicon.patterns;
    let mut inside = Vec::new();
    for from in hit.from..hit.to {
        let words = view.tokens[from..hit.to].iter().map(|token| token.word);
        for (node, to) in patterns.walk(words).zip(from + 1..) {
            inside.extend(patterns.ends(node).map(|ending| (from, to, ending.payload)));
        }
    }
    inside.retain(|(_, _, entry)| !matches!(entry, Entry::Grammar(Cue::Preposition)));
    inside
}
