//! Whose each sentence is and which axis it speaks to: words are looked up, names become mentions, mentions get their
//! part, things and predicates become tags. One sentence after another, with what the earlier ones left standing.
//!
//! What it leaves out: where sentences end, whether they are claims, their status and figures.

/// Short words as numbers, which a token is compared with: `token.is(any_of!("it", "them"))`.
macro_rules! any_of {
    ($($word:literal),+ $(,)?) => { const { &[$($crate::text::Short::of($word)),+] } };
}

mod aliases;
mod alone;
mod anaphors;
mod attributes;
mod cells;
mod clauses;
mod discourse;
mod frames;
mod governed;
mod governing;
mod kinds;
mod listed;
mod mentions;
mod owners;
mod quoted;
mod roles;
mod scan;
mod sides;
mod tags;
mod trace;
mod unlisted;

pub(super) use aliases::find as find_aliases;
pub(super) use discourse::Discourse;
pub(super) use scan::{Scan, scan};
pub(super) use trace::Trace;
pub(super) use unlisted::find as find_unlisted;

use std::ops::Range;

use smallvec::SmallVec;

use crate::corpus::{BlockKind, Document};
use crate::taxonomy::{Name, Taxonomy};
use crate::text::Span;

use super::model::{Mention, Tag};
use cells::Cells;
use tags::{Context, Tagged};

/// Indices of companies: nearly always so few that they take no room of their own.
type Companies = SmallVec<[u16; 8]>;

/// Indices of mentions of a sentence: the same.
type Mentions = SmallVec<[usize; 4]>;

/// What a sentence says of companies and axes; spans index the visible text of its block.
pub(super) struct Reading {
    pub(super) companies: Vec<Mention>,
    pub(super) tags: Vec<Tag>,
}

/// A sentence to be read, with where it stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) document: &'a Document,
    pub(super) taxonomy: &'a Taxonomy,
    /// Organisations that only the document shows; their indices go on from the taxonomy's.
    pub(super) unlisted: &'a [Name],
    /// Index of its block.
    pub(super) block: usize,
    pub(super) sentence: Span,
    /// True for claims: others leave no trace in the discourse but headings and lead-ins.
    pub(super) claim: bool,
}

impl<'a> Place<'a> {
    /// The id of the company at this index.
    fn id(&self, company: u16) -> &'a Name {
        let at = company as usize;
        match self.taxonomy.companies.get(at) {
            Some(company) => &company.id,
            None => &self.unlisted[at - self.taxonomy.companies.len()],
        }
    }

    /// True for whoever writes about others: a paper, an institute, a bank, an authority.
    fn observes(&self, company: u16) -> bool {
        self.main_is_among(company, &self.taxonomy.lexicon.observers)
    }

    /// True where the company's main line of business is one of `sectors`.
    fn main_is_among(&self, company: u16, sectors: &[String]) -> bool {
        let main = self.sectors(company).first();
        main.is_some_and(|main| sectors.iter().any(|sector| sector.as_str() == main.as_ref()))
    }

    /// True where the company's main line of business is one of the first two of another's.
    fn is_peer(&self, company: u16, others: &[u16]) -> bool {
        let main = self.sectors(company).first();
        main.is_some_and(|main| {
            others.iter().any(|&other| self.sectors(other).iter().take(2).any(|sector| sector == main))
        })
    }

    /// True where one of the company's lines of business is one of `sectors`.
    fn is_among(&self, company: u16, sectors: &[String]) -> bool {
        let among = |sector: &Name| sectors.iter().any(|known| known.as_str() == sector.as_ref());
        self.sectors(company).iter().any(among)
    }

    /// Its lines of business; none for an unlisted one.
    fn sectors(&self, company: u16) -> &'a [Name] {
        self.taxonomy.companies.get(company as usize).map_or(&[], |company| company.sectors.as_slice())
    }
}

/// Reads one sentence and leaves its companies in `discourse` for the next. What nobody wrote as a sentence (a list without
/// full stops, a row of a thousand cells) is read in parts: each word is weighed against the others, and time would grow
/// with the square of their number.
pub(super) fn read(
    place: Place<'_>,
    scan: &Scan,
    discourse: &mut Discourse,
    traces: Option<&mut Vec<Trace>>,
) -> Reading {
    let mut trace = traces.is_some().then(Trace::default);
    let mut parts = scan.parts(place.sentence, LONGEST);
    let (sentence, tokens) = parts.next().unwrap_or((place.sentence, 0..0));
    let mut whole = read_part(Place { sentence, ..place }, scan, tokens, discourse, trace.as_mut());
    let mut several = false;
    for (sentence, tokens) in parts {
        several = true;
        join(&mut whole, read_part(Place { sentence, ..place }, scan, tokens, discourse, trace.as_mut()));
    }
    if several {
        let order = |tag: &Tag| place.taxonomy.axes.iter().position(|axis| axis.id == tag.axis);
        whole
            .tags
            .sort_by(|a, b| (order(a), &a.company, &a.position).cmp(&(order(b), &b.company, &b.position)));
    }
    if let (Some(traces), Some(mut trace)) = (traces, trace) {
        trace.shift(place.sentence.start);
        traces.push(trace);
    }
    whole
}

/// Tokens that are read together, at most.
const LONGEST: usize = 400;

/// Adds what a later part of the sentence says.
fn join(whole: &mut Reading, part: Reading) {
    for mention in part.companies {
        match whole.companies.iter_mut().find(|known| known.company == mention.company) {
            Some(known) => known.role = known.role.min(mention.role),
            None => whole.companies.push(mention),
        }
    }
    for tag in part.tags {
        let alike = |known: &Tag| {
            (&known.company, &known.axis, &known.position) == (&tag.company, &tag.axis, &tag.position)
        };
        if !whole.tags.iter().any(alike) {
            whole.tags.push(tag);
        }
    }
}

fn read_part(
    place: Place<'_>,
    scan: &Scan,
    tokens: Range<usize>,
    discourse: &mut Discourse,
    whole_trace: Option<&mut Trace>,
) -> Reading {
    let sink = whole_trace.is_some().then(trace::Sink::default);
    let view = scan.sentence(place.document.blocks[place.block].text.as_str(), tokens);
    discourse.enter(place.block);
    let mut mentions = mentions::mentions(place.taxonomy, &view, discourse);
    let mut clauses = clauses::clauses(&view, &mentions);
    roles::assign_roles(place, &mut mentions, &view, &clauses);
    clauses.cells = Cells::of(place, &view, &mentions, discourse);
    let inherited = discourse.inherit(place, &view, &mentions);
    let tagged = if place.claim && place.document.english {
        let context = Context {
            place,
            view: &view,
            clauses: &clauses,
            discourse,
            inherited: &inherited,
            sink: sink.as_ref(),
        };
        tags::tags(context, &mut mentions)
    } else {
        Tagged::default()
    };
    discourse.remember(&tagged);
    discourse.note(place, &view, &mentions, &inherited);
    let companies = mentions::companies(place, &view, &mentions, &inherited, &tagged.tags);
    if let (Some(whole), Some(sink)) = (whole_trace, sink) {
        whole.extend(trace::trace(place, &view, &mentions, &tagged.tags, sink));
    }
    Reading { companies, tags: tagged.tags }
}

/// True for blocks whose text is read with its lead-in, heading or header.
pub(super) fn is_fragment(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Item | BlockKind::Row | BlockKind::HeaderRow => true,
        BlockKind::Paragraph
        | BlockKind::Quote
        | BlockKind::Heading(_)
        | BlockKind::Caption
        | BlockKind::Code
        | BlockKind::Boilerplate => false,
    }
}
