//! A document to its sentences, each with its companies, tags, status and figures. Pure: the same document and taxonomy
//! give the same sentences.

mod attribution;
mod dates;
mod explain;
mod facts;
mod figures;
mod id;
mod kind;
mod model;
mod reading;
mod status;
mod wording;

pub use dates::periods;
pub use explain::{Explanation, Frame, Mark, NearMiss, Reason, Sense, Why};
pub use facts::{Extent, Fact, Scope, Standing};
pub use figures::figures;
pub use model::{Analysis, Bound, Figure, Mention, Period, Role, Sentence, SentenceKind, Status, Tag, Unit};

pub(crate) use id::{OFFSET, fnv};

use figures::line::Line;
use kind::{Outline, Spot};
use reading::{Discourse, Place, Scan, Trace, find_aliases, find_unlisted, scan};
use status::Setting;
use wording::{Cut, Vocabulary};

use std::sync::Arc;

use crate::corpus::{Block, BlockKind, Document};
use crate::taxonomy::{Name, Taxonomy};

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// All but facts, which are left empty: a list of claims prints none.
    Claims,
    /// Everything.
    Facts,
}

/// A taxonomy made ready to read documents by. Making one costs as much as reading a short article.
#[derive(Debug)]
pub struct Analyzer<'t> {
    taxonomy: &'t Taxonomy,
    vocabulary: Vocabulary,
}

impl<'t> Analyzer<'t> {
    /// Reads by `taxonomy`.
    pub fn new(taxonomy: &'t Taxonomy) -> Self {
        Self { taxonomy, vocabulary: Vocabulary::new(&taxonomy.lexicon) }
    }

    /// Every sentence of `document` in the order of the source, claims and others.
    pub fn analyze(&self, document: &Document) -> Analysis {
        self.analyze_to(Depth::Facts, document)
    }

    /// The same down to `depth`.
    pub fn analyze_to(&self, depth: Depth, document: &Document) -> Analysis {
        read(self, document, depth, None)
    }
}

/// With `traces`, one is added for each sentence.
fn read(
    &Analyzer { taxonomy, ref vocabulary }: &Analyzer<'_>,
    document: &Document,
    depth: Depth,
    mut traces: Option<&mut Vec<Trace>>,
) -> Analysis {
    let texts = document.blocks.iter().map(|block| block.text.as_str());
    let cuts: Vec<Cut<'_>> = texts.map(|text| Cut::new(text, vocabulary)).collect();
    let mut scans: Vec<Scan> = cuts.iter().map(|cut| scan(cut, &taxonomy.lexicon)).collect();
    let listed = taxonomy.companies.len();
    find_aliases(document, &mut scans);
    let unlisted = find_unlisted(document, &mut scans, &taxonomy.companies);
    let title = document.front_matter.title.as_deref().unwrap_or_default();
    let title = scan(&Cut::new(title, vocabulary), &taxonomy.lexicon);
    let mut discourse = Discourse::new(document, &title, &scans, listed + unlisted.len());
    let outline = Outline::new(document);
    let headings = headings(document);
    let whole =
        Whole { document, taxonomy, depth, unlisted: &unlisted, outline: &outline, headings: &headings };
    let sentences = (0..document.blocks.len()).map(|at| outline.sentences(at).len()).sum();
    let mut rows = Vec::with_capacity(sentences);
    for (at, (scan, cut)) in scans.iter().zip(&cuts).enumerate() {
        read_block(whole, at, (scan, cut), &mut discourse, &mut rows, traces.as_deref_mut());
    }
    id::assign(&document.path, &mut rows);
    Analysis {
        path: document.path.clone(),
        encoding: document.encoding,
        title: document.front_matter.title.clone(),
        date: document.front_matter.date,
        source: document.front_matter.source.clone(),
        sentences: rows,
    }
}

/// What every block of a document is read with.
#[derive(Clone, Copy)]
struct Whole<'a> {
    document: &'a Document,
    taxonomy: &'a Taxonomy,
    depth: Depth,
    unlisted: &'a [Name],
    outline: &'a Outline,
    /// The texts of the headings above each block.
    headings: &'a [Arc<[String]>],
}

/// The texts of the headings above each block; blocks next to each other share them where they stand under the same.
fn headings(document: &Document) -> Vec<Arc<[String]>> {
    let mut all: Vec<Arc<[String]>> = Vec::with_capacity(document.blocks.len());
    let mut before: &[usize] = &[];
    for block in &document.blocks {
        let same = all.last().filter(|_| block.headings == before).cloned();
        let text = |&heading: &usize| document.blocks[heading].text.as_str().to_owned();
        all.push(same.unwrap_or_else(|| block.headings.iter().map(text).collect()));
        before = &block.headings;
    }
    all
}

fn read_block(
    whole: Whole<'_>,
    at: usize,
    (scan, cut): (&Scan, &Cut<'_>),
    discourse: &mut Discourse,
    rows: &mut Vec<Sentence>,
    mut traces: Option<&mut Vec<Trace>>,
) {
    let Whole { document, taxonomy, depth, unlisted, outline, headings } = whole;
    let block = &document.blocks[at];
    let text = block.text.as_str();
    let setting = Setting::of(document, at);
    for (ordinal, &span) in outline.sentences(at).iter().enumerate() {
        let wording = cut.sentence(span);
        let spot = Spot { document, block: at, sentences: outline.sentences(at), ordinal };
        let kind = kind::kind(spot, outline, &wording);
        let claim = kind == SentenceKind::Claim;
        let place = Place { document, taxonomy, unlisted, block: at, sentence: span, claim };
        let read = reading::read(place, scan, discourse, traces.as_deref_mut());
        let status = status::status(&wording, setting);
        let line = figures::may_hold(&wording).then(|| Line::cut(text, span, &wording));
        let mut figures = line.as_ref().map_or_else(Vec::new, figures::in_line);
        let mut periods = if claim && dates::may_hold(&wording) {
            let line = line.unwrap_or_else(|| Line::cut(text, span, &wording));
            dates::in_line(&line, document.front_matter.date)
        } else {
            Vec::new()
        };
        let facts = if depth == Depth::Facts && claim && !figures.is_empty() {
            facts::facts(facts::Spot {
                text,
                sentence: span,
                words: wording.words,
                row: block.kind == BlockKind::Row,
                columns: &facts::Column::of_row(document, at),
                companies: &read.companies,
                figures: &figures,
                periods: &periods,
                status,
                taxonomy,
            })
        } else {
            Vec::new()
        };
        for figure in &mut figures {
            figure_to_source(block, figure);
        }
        for period in &mut periods {
            period.span = block.text.to_source(period.span);
        }
        let source = block.text.to_source(span);
        rows.push(Sentence {
            id: String::new(),
            // rows are quoted with their pipes: the only sentence of a row spans the block
            span: if block.cells.is_empty() { source } else { block.span },
            line: document.lines.line(source.start),
            text: span.of(text).to_owned(),
            kind,
            block: block.kind,
            headings: Arc::clone(&headings[at]),
            duplicate: false,
            companies: in_source(block, read.companies),
            tags: tags_in_source(block, read.tags),
            status,
            attributed_to: attribution::attributed_to(&wording),
            figures,
            facts,
            periods,
        });
    }
}

fn in_source(block: &Block, mut mentions: Vec<Mention>) -> Vec<Mention> {
    for mention in &mut mentions {
        mention.span = block.text.to_source(mention.span);
    }
    mentions
}

fn tags_in_source(block: &Block, mut tags: Vec<Tag>) -> Vec<Tag> {
    for tag in &mut tags {
        for span in &mut tag.evidence {
            *span = block.text.to_source(*span);
        }
        tag.evidence.sort_unstable();
    }
    tags
}

fn figure_to_source(block: &Block, figure: &mut Figure) {
    figure.span = block.text.to_source(figure.span);
    figure.number = block.text.to_source(figure.number);
    figure.unit_span = figure.unit_span.map(|unit| block.text.to_source(unit));
}
