//! What earlier sentences leave standing: whom "it", "the pair" and a sentence without a company mean.

mod context;
mod notes;

pub(super) use context::is_label;
pub(super) use notes::{in_order, is_person};

use smallvec::smallvec;

use crate::corpus::{BlockKind, Document};
use crate::taxonomy::{Entry, NameKind, Taxonomy};

use super::super::model::Tag;
use super::Companies;
use super::cells::Above;
use super::scan::{Scan, TokenKind};

/// Sentences without a company of their own after which the last subject fades.
const MEMORY: u32 = 3;

/// Claims for which it stays known whose a thing is, and what the text is about, where the title does not tell.
const RECENT: u32 = 8;

/// Blocks in which a document may say what it is about: tags and a byline may come first.
const OPENING: usize = 3;

/// Words among which a company must be named once, where nothing but the number of its names makes it the topic.
const SELDOM: u32 = 500;

/// Percent of a document's names below which its topic is only one of its stories.
const FEW: u32 = 30;

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
    /// Claims for which the topic stays in view where none names it.
    lasts: u32,
    /// The topic is beyond doubt: most names are its own, or the title names it.
    plain: bool,
    /// The two companies that the document opens with: whom "both" means at the head of a section.
    opening: Companies,
    /// The company of the nearest heading that names one.
    heading: Companies,
    /// The companies that the headings of the section and the text under them name, the last one last.
    here: Companies,
    /// What headings name that the section stands under, with their levels.
    outer: Vec<(u8, Companies)>,
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
    /// The block of the last lead-in that names a deal of two.
    leads_on: Option<usize>,
    /// Subjects of the block so far.
    told: Companies,
    /// What each block so far was about, for lead-ins.
    blocks: Vec<Companies>,
    /// Whom the first cell of a row names, with the row's block.
    label: (usize, Companies),
    /// Whom the cells of a header name, by their numbers, with the header's block.
    header: (usize, Vec<(usize, Above)>),
    /// The block of the last claim.
    block: usize,
    /// What the items of the list so far said of whom it is about.
    list: Vec<Tag>,
    /// Of each class of things, who made the one that was named last.
    made: Vec<(u16, u16)>,
    /// The things of the last claim with their makers.
    things: Vec<(u16, Option<u16>)>,
    /// Who was placed by a class of things so far, each pair once, with the claims read when it last was.
    owners: Vec<(Owned, u32)>,
    /// Claims read.
    clock: u32,
    /// The same when the topic was last named.
    topic_named: u32,
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
        let count = |company: u16| named[company as usize] * 100;
        let digest = topic.is_some_and(|company| count(company) < named.iter().sum::<u32>() * FEW);
        let plain = profile || topic.is_some_and(|company| weight[company as usize] * 100 >= total * PLAIN);
        Self {
            topic,
            profile,
            lasts: if profile && !digest { u32::MAX } else { RECENT },
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
            && let Some(topic) = self.topic_in_view()
        {
            self.focus = smallvec![topic];
            self.age = 0;
        }
    }

    /// The topic; one that the title does not name, or that is one of many stories, fades where the text leaves it.
    fn topic_in_view(&self) -> Option<u16> {
        self.topic.filter(|_| self.clock - self.topic_named <= self.lasts)
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
        self.topic_in_view().into_iter().collect()
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
        match (self.age, self.topic_in_view()) {
            (0, _) if !self.focus.is_empty() => self.focus.clone(),
            (_, Some(topic)) => smallvec![topic],
            (_, None) => Companies::new(),
        }
    }

    /// Whom "these" at the head of a sentence points at.
    pub(super) fn pointed_at_many(&self) -> Companies {
        if self.age <= 1 || self.topic.is_some() { self.plural() } else { Companies::new() }
    }

    /// The sentence before was about a company, which "they" may mean; later they are more often whoever else was told of.
    pub(super) fn is_fresh(&self) -> bool {
        self.age == 0
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

    /// The companies that the section names so far, its headings included; the one named last comes last.
    pub(super) fn named_here(&self) -> &[u16] {
        &self.here
    }

    /// Whom the first cell of the row that is this block names.
    pub(super) fn row_label(&self, block: usize) -> Companies {
        if self.label.0 == block { self.label.1.clone() } else { Companies::new() }
    }

    /// What the header that is this block names above the cells of this number.
    pub(super) fn column(&self, block: usize, number: usize) -> Option<&Above> {
        let cells = Some(&self.header.1).filter(|_| self.header.0 == block)?;
        cells.binary_search_by_key(&number, |(known, _)| *known).ok().map(|at| &cells[at].1)
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

    /// The only company that a class of things placed so far, where that is not long ago; with `word`, that things beginning
    /// so did, however long ago.
    pub(super) fn owner_of(&self, class: u16, word: Option<u32>) -> Option<u16> {
        let mut owners = self
            .owners
            .iter()
            .filter(|(owned, _)| owned.class == class && word.is_none_or(|word| owned.word == word));
        let &(first, mut last) = owners.next()?;
        let alone = owners.all(|(owned, at)| {
            last = last.max(*at);
            owned.company == first.company
        });
        let lasts = word.is_some() || self.clock - last <= RECENT || self.profiled() == Some(first.company);
        Some(first.company).filter(|_| alone && lasts)
    }

    /// Whom "the deal" means: its parties, else the last subject.
    pub(super) fn parties(&self) -> Companies {
        if self.deal.len() > 1 { self.deal.clone() } else { self.singular() }
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
