//! What earlier sentences leave standing: whom "it", "the pair" and a sentence without a company mean.

use smallvec::smallvec;

use crate::corpus::{BlockKind, Document};
use crate::taxonomy::{Cue, Entry, NameKind, Taxonomy};

use super::super::model::{Role, Tag};
use super::anaphors::points_at_an_occasion;
use super::mentions::Found;
use super::scan::{FINITE_OR_BASE, Scan, TokenKind, View};
use super::tags::{Tagged, thing_of};
use super::{Companies, Place, is_fragment};

/// Sentences without a company of their own after which the last subject fades.
const MEMORY: u32 = 3;

/// Blocks in which a document may say what it is about: tags and a byline may come first.
const OPENING: usize = 3;

/// Words among which a company must be named once, where nothing but the number of its names makes it the topic.
const SELDOM: u32 = 500;

/// Percent of a document's names from which on its topic is beyond doubt.
const PLAIN: u32 = 60;

/// The companies in view, carried from sentence to sentence of one document.
#[derive(Debug, Default)]
pub(crate) struct Discourse {
    /// How often each company is named beyond doubt, by its index.
    named: Vec<u32>,
    /// The company that the document is about, where one stands out.
    topic: Option<u16>,
    /// The document's title names the topic.
    profile: bool,
    /// The topic is beyond doubt: most names are its own, or the title names it.
    plain: bool,
    /// The two companies that the document opens with: whom "both" means at the head of a section.
    opening: Companies,
    /// The company of the nearest heading that names one.
    heading: Companies,
    /// The thing of the nearest heading that names one with its maker, and that maker.
    headed: Option<(u16, u16)>,
    /// The nearest heading tells what is required of the reader ("Hardware requirements").
    asks: bool,
    /// Subject of the last claim that had one.
    focus: Companies,
    /// Claims since.
    age: u32,
    /// Whom the person stands for that the last claims named, with the claims since.
    person: Option<(u16, u32)>,
    /// The last two or more companies that were subjects together, of one sentence or of one block.
    group: Companies,
    /// The companies of the last sentence that named two, in its order.
    pair: Companies,
    /// The parties of the last deal.
    deal: Companies,
    /// Subjects of the block so far.
    told: Companies,
    /// What each block so far was about, for lead-ins.
    blocks: Vec<Companies>,
    /// The block of the last claim.
    block: usize,
    /// What the items of the list so far said of whom it is about.
    list: Vec<Tag>,
    /// Of each class of things, who made the one that was named last.
    made: Vec<(u16, u16)>,
    /// The things of the last claim with their makers.
    things: Vec<(u16, Option<u16>)>,
    /// Who was placed by a class of things so far; each pair once.
    owners: Vec<Owned>,
    /// Who was shown to make things of a class so far; each pair once.
    makers: Vec<(u16, u16)>,
}

/// A thing that placed a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owned {
    pub(super) class: u16,
    pub(super) company: u16,
    /// Number of its first word.
    pub(super) word: u32,
}

/// Companies a sentence takes from its context.
#[derive(Clone, Debug, Default)]
pub(super) struct Inherited {
    pub(super) companies: Companies,
    /// The sentence is a fragment of a list or table that is about these companies, whoever else it names.
    pub(super) leads: bool,
}

impl Discourse {
    /// Before the first sentence: counts names over the whole document, of which `title` is that of the front matter.
    pub(in super::super) fn new(document: &Document, title: &Scan, scans: &[Scan], companies: usize) -> Self {
        let mut named = vec![0_u32; companies];
        let mut weight = vec![0_u32; companies];
        let mut titled = Companies::new();
        let kinds = document.blocks.iter().map(|block| block.kind);
        for (kind, scan) in kinds.zip(scans).chain([(BlockKind::Heading(1), title)]) {
            let times = match kind {
                BlockKind::Heading(1) => 6,
                BlockKind::Heading(_) => 2,
                _ => 1,
            };
            for company in scan.clear_names() {
                named[company as usize] += 1;
                weight[company as usize] += times;
                if times == 6 {
                    titled.push(company);
                }
            }
        }
        if titled.is_empty() {
            titled.extend(opened_by(document, scans));
        }
        titled.sort_unstable();
        titled.dedup();
        let words = scans.iter().map(|scan| scan.tokens().len()).sum::<usize>();
        let often = |company: &u16| u64::from(named[*company as usize]) * u64::from(SELDOM) >= words as u64;
        let topic = titled_topic(&titled, &named).or_else(|| topic(&weight).filter(often));
        let profile = topic.is_some_and(|company| titled.contains(&company));
        let total: u32 = weight.iter().sum();
        let plain = profile || topic.is_some_and(|company| weight[company as usize] * 100 >= total * PLAIN);
        Self {
            topic,
            profile,
            plain,
            named,
            blocks: vec![Companies::new(); document.blocks.len()],
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
        let here: Companies = named_here.filter(|company| heads.contains(company)).collect();
        if let Some(&company) = here.first() {
            return Some(company);
        }
        if let Some(&company) = self.focus.iter().find(|company| heads.contains(company)) {
            return Some(company);
        }
        let most = heads.iter().copied().max_by_key(|&company| {
            (
                self.named.get(company as usize).copied().unwrap_or(0),
                taxonomy.companies.get(company as usize).is_some_and(|company| company.default_person),
            )
        });
        most.filter(|&company| self.knows(company)).or_else(|| {
            heads.iter().copied().find(|&company| {
                taxonomy.companies.get(company as usize).is_some_and(|company| company.default_person)
            })
        })
    }

    /// At the first sentence of a block: where the document has a topic, it is in view again.
    pub(super) fn enter(&mut self, block: usize) {
        if block != self.block
            && let Some(topic) = self.topic
        {
            self.focus = smallvec![topic];
            self.age = 0;
        }
    }

    /// Whom "it" means.
    pub(super) fn singular(&self) -> Companies {
        let headed = self.heading.len() == 1 && self.heading != self.focus;
        let memory = if self.topic.is_some() || headed { 0 } else { MEMORY };
        if self.focus.len() == 1 && self.age <= memory {
            return self.focus.clone();
        }
        if self.heading.len() == 1 && !self.profile {
            return self.heading.clone();
        }
        self.topic.into_iter().collect()
    }

    /// Whom "he" means: the company of a person named just before.
    pub(super) fn personal(&self) -> Companies {
        self.person.filter(|&(_, age)| age <= 1).map(|(company, _)| company).into_iter().collect()
    }

    /// The company of the document's title that the document is about.
    pub(super) fn profiled(&self) -> Option<u16> {
        self.topic.filter(|_| self.profile)
    }

    /// Whom "this" at the head of a sentence points at: the subject of the sentence before, else the topic.
    pub(super) fn pointed_at(&self) -> Companies {
        match (self.age, self.topic) {
            (0, _) if !self.focus.is_empty() => self.focus.clone(),
            (_, Some(topic)) => smallvec![topic],
            (_, None) => Companies::new(),
        }
    }

    /// Whom "these" at the head of a sentence points at.
    pub(super) fn pointed_at_many(&self) -> Companies {
        if self.age <= 1 || self.topic.is_some() { self.plural() } else { Companies::new() }
    }

    /// Whom "they" means.
    pub(super) fn plural(&self) -> Companies {
        let memory = if self.topic.is_some() { 0 } else { MEMORY };
        let together = self.focus.len() != 1 || self.group.len() == 2;
        if self.group.len() > 1 && self.age <= memory && together {
            self.group.clone()
        } else {
            self.singular()
        }
    }

    /// The companies of the last sentence that named two, in its order.
    pub(super) fn pair(&self) -> &[u16] {
        &self.pair
    }

    /// The thing and its maker that the nearest heading names.
    pub(super) fn heading_thing(&self) -> Option<(u16, u16)> {
        self.headed
    }

    /// Who made the thing of the class that was named last.
    pub(super) fn made(&self, class: u16) -> Option<u16> {
        self.made.iter().find(|(known, _)| *known == class).map(|&(_, maker)| maker)
    }

    /// The tags that an earlier item gave of the list under a heading that names the parties of a deal.
    pub(super) fn list_tags(&self) -> &[Tag] {
        &self.list
    }

    /// The things that the last claim named, with their makers.
    pub(super) fn things(&self) -> &[(u16, Option<u16>)] {
        &self.things
    }

    /// True where the company was shown to make things of the class.
    pub(super) fn makes(&self, class: u16, company: u16) -> bool {
        self.makers.contains(&(class, company))
    }

    /// The only company that a class of things placed so far; with `word`, that things beginning so did.
    pub(super) fn owner_of(&self, class: u16, word: Option<u32>) -> Option<u16> {
        let mut owners = self
            .owners
            .iter()
            .filter(|owned| owned.class == class && word.is_none_or(|word| owned.word == word));
        let first = owners.next()?.company;
        owners.all(|owned| owned.company == first).then_some(first)
    }

    /// Whom a sentence speaks of beside its own mentions.
    pub(super) fn inherit(&self, place: Place<'_>, view: &View<'_>, mentions: &[Found]) -> Inherited {
        let block = &place.document.blocks[place.block];
        if is_fragment(block.kind) && !(is_sentence(view) && block.kind == BlockKind::Item) {
            return self.context(place, view, mentions, block.lead_in);
        }
        let own_subject = mentions.iter().any(Found::is_free);
        let companies = if own_subject || starts_generic(view) {
            Companies::new()
        } else {
            self.carry(place, view, mentions)
        };
        Inherited { companies, leads: false }
    }

    /// Items and rows go on about their lead-in, heading or topic, unless they begin with a company of their own.
    fn context(
        &self,
        place: Place<'_>,
        view: &View<'_>,
        mentions: &[Found],
        lead_in: Option<usize>,
    ) -> Inherited {
        let lead_in = lead_in.and_then(|at| self.blocks.get(at)).filter(|companies| companies.len() == 1);
        let several = self.heading.len() > 1;
        let heading =
            Some(&self.heading).filter(|companies| several || (companies.len() == 1 && !self.profile));
        let topic: Companies = self.topic.filter(|_| !self.asks).into_iter().collect();
        let companies = lead_in.or(heading).unwrap_or(&topic).clone();
        let first_is_named = mentions.first().is_some_and(|mention| mention.from == 0);
        let labelled =
            mentions.first().is_some_and(|mention| mention.from == 0 && mention.owner && !mention.inferred);
        let row = place.document.blocks[place.block].kind == BlockKind::Row;
        let own_subject = mentions.iter().any(Found::is_free);
        let last_named = mentions
            .first()
            .and_then(|first| mentions.iter().rev().find(|mention| mention.group == first.group));
        if last_named.is_some_and(|mention| first_is_named && acts(view, mention)) {
            return Inherited::default();
        }
        let label = last_named.filter(|mention| first_is_named && is_label(view, mention));
        let is_peer =
            |&company: &u16| place.is_peer(company, &companies) || several && self.heading.contains(&company);
        if let Some(label) = label.filter(|label| label.companies.iter().any(is_peer)) {
            return Inherited { leads: true, companies: label.companies.clone() };
        }
        if own_subject && (row || labelled || (first_is_named && lead_in.is_none() && !self.profile)) {
            return Inherited::default();
        }
        Inherited { leads: !companies.is_empty(), companies }
    }

    /// A full sentence without a company goes on about the topic, or where it points back, about the last subject.
    fn carry(&self, place: Place<'_>, view: &View<'_>, mentions: &[Found]) -> Companies {
        let points_back = view.tokens.first().is_some_and(|token| {
            token.is(any_of!("This", "That", "These", "Those", "Such"))
                || token.is(any_of!("The", "Both"))
                    && if self.plain { view.has_thing } else { names_a_thing_at_once(view) }
        });
        let points_back = points_back && !points_at_an_occasion(view);
        if let Some(topic) = self.topic.filter(|_| points_back) {
            return if self.age == 0 && self.focus.len() > 1 { self.focus.clone() } else { smallvec![topic] };
        }
        let near = self.age == 0 && self.block == place.block;
        if points_back && near && mentions.is_empty() { self.singular() } else { Companies::new() }
    }

    /// Whom "the deal" means: its parties, else the last subject.
    pub(super) fn parties(&self) -> Companies {
        if self.deal.len() > 1 { self.deal.clone() } else { self.singular() }
    }

    /// Remembers the parties of a deal, and who was placed by which class of things.
    pub(super) fn remember(&mut self, tagged: &Tagged) {
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
            if !self.owners.contains(owner) {
                self.owners.push(*owner);
            }
        }
    }

    /// Leaves what the sentence was about for the next.
    pub(super) fn note(
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
        let named = in_order(mentions);
        if named.len() == 2 {
            self.pair = named;
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
        let about = if subjects.is_empty() { inherited.companies.clone() } else { subjects };
        self.note_subjects(place, about);
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

/// "X — the cloud built on gas": the company that a document without a title opens with, as its heading would name it.
fn opened_by(document: &Document, scans: &[Scan]) -> Option<u16> {
    let text = document.blocks.iter().zip(scans).filter(|(block, _)| block.kind == BlockKind::Paragraph);
    text.take(OPENING).find_map(|(_, scan)| {
        let (company, to) = scan.hits().iter().find_map(|hit| match hit.entry {
            Entry::Name { company, kind: NameKind::Clear } if hit.from == 0 => Some((company, hit.to)),
            _ => None,
        })?;
        matches!(scan.tokens().get(to)?.kind, TokenKind::Dash | TokenKind::Colon).then_some(company)
    })
}

/// The only company of the title, where the text goes on to speak of it.
fn titled_topic(titled: &[u16], named: &[u32]) -> Option<u16> {
    let &[company] = titled else { return None };
    let total: u32 = named.iter().sum();
    (named[company as usize] * 100 >= total * 20).then_some(company)
}

/// The company with most of the document's weight, where that is plain.
fn topic(weight: &[u32]) -> Option<u16> {
    let total: u32 = weight.iter().sum();
    let (company, &most) = weight.iter().enumerate().rev().max_by_key(|&(_, times)| times)?;
    (most >= 3 && most * 100 >= total * 45).then(|| u16::try_from(company).ok())?
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

/// A finite verb stands right behind the name.
fn acts(view: &View<'_>, mention: &Found) -> bool {
    let apposed = view.tokens.get(mention.to).is_some_and(|token| token.is(any_of!("(")));
    let closed =
        (mention.to..view.tokens.len().min(mention.to + 6)).find(|&at| view.tokens[at].is(any_of!(")")));
    let end = closed.filter(|_| apposed).map_or(mention.to, |at| at + 1);
    !mention.inferred && !mention.owner && view.has_verb_at(end, &FINITE_OR_BASE)
}

/// "Meta: …": a colon right behind the name.
pub(super) fn is_label(view: &View<'_>, mention: &Found) -> bool {
    view.tokens.get(mention.to).is_some_and(|token| token.kind == TokenKind::Colon)
}

/// True for the name of a person.
pub(super) fn is_person(view: &View<'_>, mention: &Found) -> bool {
    view.hits_at(mention.from).any(|hit| matches!(hit.entry, Entry::Name { kind: NameKind::Person, .. }))
}

/// The companies that a sentence names, once each, in its order.
pub(super) fn in_order(mentions: &[Found]) -> Companies {
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

/// A sentence rather than a fragment: has its end mark, and words enough for a subject and a verb.
fn is_sentence(view: &View<'_>) -> bool {
    let ended = view.tokens.last().is_some_and(|token| token.is(any_of!(".", "!", "”", "\"", ")")));
    ended && (view.has(Cue::Be) || view.has(Cue::Verb))
}

/// "The site", "The Texas campus", not "The market is wary of chips".
fn names_a_thing_at_once(view: &View<'_>) -> bool {
    view.has_thing && view.hits_from(0, 4).iter().any(|hit| thing_of(hit).is_some())
}

/// "Developers can …", "For enterprises, the …": a subject of its own that is no company.
fn starts_generic(view: &View<'_>) -> bool {
    if view.tokens.first().is_some_and(|token| token.is(any_of!("For"))) {
        return true;
    }
    if !view.has(Cue::Generic) {
        return false;
    }
    let head = view.tokens.iter().take(12).position(|token| token.kind == TokenKind::Comma).unwrap_or(0);
    view.hits.iter().any(|hit| {
        matches!(hit.entry, Entry::Grammar(Cue::Generic))
            && (hit.from <= 1 || (head > 0 && hit.from == head + 1))
    })
}
