//! What earlier sentences leave standing: whom "it", "the pair" and a sentence without a company mean.

use crate::corpus::{BlockKind, Document};
use crate::taxonomy::{Cue, Entry, Taxonomy};

use super::super::model::Role;
use super::mentions::Found;
use super::scan::{Scan, TokenKind, View};
use super::{Place, is_fragment};

/// Sentences without a company of their own after which the last subject fades.
const MEMORY: u32 = 3;

/// The companies in view, carried from sentence to sentence of one document.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// How often each company is named beyond doubt, by its index.
    named: Vec<u32>,
    /// The company that the document is about, where one stands out.
    topic: Option<u16>,
    /// The company of the nearest heading that names one.
    heading: Vec<u16>,
    /// Subject of the last claim that had one.
    focus: Vec<u16>,
    /// Claims since.
    age: u32,
    /// The last two or more companies told of together.
    group: Vec<u16>,
    /// What each block so far was about, for lead-ins.
    blocks: Vec<Vec<u16>>,
    block: usize,
}

/// Companies a sentence takes from its context.
#[derive(Clone, Debug, Default)]
pub(super) struct Inherited {
    pub(super) companies: Vec<u16>,
}

impl Discourse {
    /// Before the first sentence: counts names over the whole document.
    pub(in super::super) fn new(document: &Document, taxonomy: &Taxonomy, scans: &[Scan]) -> Self {
        let mut named = vec![0_u32; taxonomy.companies.len()];
        let mut weight = vec![0_u32; taxonomy.companies.len()];
        for (block, scan) in document.blocks.iter().zip(scans) {
            let times = match block.kind {
                BlockKind::Heading(1) => 6,
                BlockKind::Heading(_) => 2,
                _ => 1,
            };
            for company in scan.clear_names() {
                named[company as usize] += 1;
                weight[company as usize] += times;
            }
        }
        Self {
            topic: topic(&weight),
            named,
            blocks: vec![Vec::new(); document.blocks.len()],
            ..Self::default()
        }
    }

    /// True where the document names the company beyond doubt somewhere.
    pub(super) fn knows(&self, company: u16) -> bool {
        self.named.get(company as usize).is_some_and(|&times| times > 0)
    }

    /// Which of the companies that a person heads is meant.
    pub(super) fn headed_by(
        &self,
        taxonomy: &Taxonomy,
        heads: &[u16],
        named_here: impl Iterator<Item = u16>,
    ) -> Option<u16> {
        if heads.len() < 2 {
            return heads.first().copied();
        }
        let here: Vec<u16> = named_here.filter(|company| heads.contains(company)).collect();
        if let Some(&company) = here.first() {
            return Some(company);
        }
        if let Some(&company) = self.focus.iter().find(|company| heads.contains(company)) {
            return Some(company);
        }
        let most = heads.iter().copied().max_by_key(|&company| {
            (
                self.named.get(company as usize).copied().unwrap_or(0),
                taxonomy.companies[company as usize].default_person,
            )
        });
        most.filter(|&company| self.knows(company)).or_else(|| {
            heads.iter().copied().find(|&company| taxonomy.companies[company as usize].default_person)
        })
    }

    /// Whom "it" means.
    pub(super) fn singular(&self) -> Vec<u16> {
        if self.focus.len() == 1 && self.age <= MEMORY {
            return self.focus.clone();
        }
        if self.heading.len() == 1 {
            return self.heading.clone();
        }
        if !self.focus.is_empty() && self.age <= MEMORY {
            return self.focus.clone();
        }
        self.topic.into_iter().collect()
    }

    /// Whom "they" means.
    pub(super) fn plural(&self) -> Vec<u16> {
        if self.group.len() > 1 { self.group.clone() } else { self.singular() }
    }

    /// Whom a sentence speaks of beside its own mentions.
    pub(super) fn inherit(&self, place: Place<'_>, view: &View<'_>, mentions: &[Found]) -> Inherited {
        let block = &place.document.blocks[place.block];
        let own_subject = mentions.iter().any(Found::is_free);
        let companies = if is_fragment(block.kind) {
            let lead_in = block.lead_in.and_then(|at| self.blocks.get(at)).cloned().unwrap_or_default();
            if own_subject && (has_verb(view) || !self.topic_wins(&lead_in)) {
                Vec::new()
            } else {
                self.context(lead_in)
            }
        } else if own_subject || starts_generic(view) {
            Vec::new()
        } else if mentions.is_empty() || !own_subject {
            self.carry(view)
        } else {
            Vec::new()
        };
        Inherited { companies }
    }

    fn topic_wins(&self, lead_in: &[u16]) -> bool {
        !lead_in.is_empty() || !self.heading.is_empty() || self.topic.is_some()
    }

    fn context(&self, lead_in: Vec<u16>) -> Vec<u16> {
        if !lead_in.is_empty() {
            return lead_in;
        }
        if !self.heading.is_empty() {
            return self.heading.clone();
        }
        self.topic.into_iter().collect()
    }

    /// A full sentence without a company goes on about the last one where it begins with a definite phrase.
    fn carry(&self, view: &View<'_>) -> Vec<u16> {
        let definite = view
            .hits
            .first()
            .is_some_and(|hit| hit.from == 0 && matches!(hit.entry, Entry::Grammar(Cue::Determiner)));
        if self.topic.is_some() || (definite && self.age <= 1) { self.singular() } else { Vec::new() }
    }

    /// Leaves what the sentence was about for the next.
    pub(super) fn note(&mut self, place: Place<'_>, mentions: &[Found], inherited: &Inherited) {
        let block = &place.document.blocks[place.block];
        let subjects = subjects(mentions);
        if let BlockKind::Heading(_) = block.kind {
            let named: Vec<u16> = all(mentions.iter().filter(|mention| !mention.inferred));
            self.heading = named.clone();
            if named.is_empty() {
                self.age = self.age.max(1);
            } else {
                self.focus = named;
                self.age = 0;
            }
            return;
        }
        if place.block != self.block {
            self.block = place.block;
        }
        let about = if subjects.is_empty() { inherited.companies.clone() } else { subjects };
        if let Some(slot) = self.blocks.get_mut(place.block)
            && !about.is_empty()
        {
            slot.clone_from(&about);
        }
        let everyone = all(mentions.iter().filter(|mention| mention.role != Role::Reference));
        if everyone.len() > 1 {
            self.group = if about.len() > 1 { about.clone() } else { everyone };
        }
        if about.is_empty() {
            self.age += 1;
        } else if !is_fragment(block.kind) {
            self.focus = about;
            self.age = 0;
        }
    }
}

/// The company with most of the document's weight, where that is plain.
fn topic(weight: &[u32]) -> Option<u16> {
    let total: u32 = weight.iter().sum();
    let (company, &most) = weight.iter().enumerate().rev().max_by_key(|&(_, times)| times)?;
    (most >= 3 && most * 100 >= total * 45).then(|| u16::try_from(company).ok())?
}

/// The companies of the first free group; else of the first mention that is more than a yardstick.
fn subjects(mentions: &[Found]) -> Vec<u16> {
    let first = mentions
        .iter()
        .find(|mention| mention.is_free())
        .or_else(|| mentions.iter().find(|mention| mention.role != Role::Reference));
    let Some(first) = first else { return Vec::new() };
    all(mentions.iter().filter(|mention| mention.group == first.group))
}

fn all<'m>(mentions: impl Iterator<Item = &'m Found>) -> Vec<u16> {
    let mut companies: Vec<u16> = mentions.flat_map(|mention| mention.companies.iter().copied()).collect();
    companies.sort_unstable();
    companies.dedup();
    companies
}

fn has_verb(view: &View<'_>) -> bool {
    view.hits.iter().any(|hit| matches!(hit.entry, Entry::Grammar(Cue::Be | Cue::Verb)))
}

/// "Developers can …", "For enterprises, the …": a subject of its own that is no company.
fn starts_generic(view: &View<'_>) -> bool {
    let head = view.tokens.iter().take(12).position(|token| token.kind == TokenKind::Comma).unwrap_or(0);
    view.hits.iter().any(|hit| {
        matches!(hit.entry, Entry::Grammar(Cue::Generic))
            && (hit.from <= 1 || (head > 0 && hit.from == head + 1))
    })
}
