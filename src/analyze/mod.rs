//! A document to its sentences, each with its companies, tags, status and figures. Pure: the same document and taxonomy
//! give the same sentences.

mod attribution;
mod figures;
mod id;
mod kind;
mod model;
mod status;

pub use model::{Analysis, Bound, Figure, Mention, Role, Sentence, SentenceKind, Status, Tag, Unit};

use std::collections::HashSet;
use std::sync::Arc;

use crate::corpus::Document;
use crate::taxonomy::Taxonomy;
use crate::text::{Span, sentences};

/// Every sentence of `document` in the order of the source, claims and others.
pub fn analyze(document: &Document, taxonomy: &Taxonomy) -> Analysis {
    let _ = taxonomy;
    let mut rows = Vec::new();
    for at in 0..document.blocks.len() {
        rows.extend(read_block(document, at));
    }
    mark_duplicates(&mut rows);
    id::assign(&document.path, &mut rows);
    Analysis {
        path: document.path.clone(),
        title: document.front_matter.title.clone(),
        date: document.front_matter.date,
        source: document.front_matter.source.clone(),
        sentences: rows,
    }
}

fn read_block(document: &Document, at: usize) -> Vec<Sentence> {
    let block = &document.blocks[at];
    let text = block.text.as_str();
    let headings: Arc<[String]> =
        block.headings.iter().map(|&heading| document.blocks[heading].text.as_str().to_owned()).collect();
    let spans = sentences(text);
    let mut rows = Vec::with_capacity(spans.len());
    for (ordinal, &span) in spans.iter().enumerate() {
        let kind = kind::kind(document, at, &spans, ordinal);
        rows.push(Sentence {
            id: String::new(),
            span: source_span(block, span),
            line: document.lines.line(block.text.to_source(span).start),
            text: span.of(text).to_owned(),
            kind,
            block: block.kind,
            headings: Arc::clone(&headings),
            duplicate: false,
            companies: Vec::new(),
            tags: Vec::new(),
            status: status::status(span.of(text)),
            attributed_to: attribution::attributed_to(span.of(text)),
            figures: figures::figures(text, span)
                .into_iter()
                .map(|figure| Figure { span: block.text.to_source(figure.span), ..figure })
                .collect(),
        });
    }
    rows
}

/// Rows are quoted with their pipes: the only sentence of a row spans the block.
fn source_span(block: &crate::corpus::Block, span: Span) -> Span {
    if block.cells.is_empty() { block.text.to_source(span) } else { block.span }
}

fn mark_duplicates(rows: &mut [Sentence]) {
    let mut seen = HashSet::new();
    for row in rows.iter_mut().filter(|row| row.kind == SentenceKind::Claim) {
        row.duplicate = !seen.insert(row.text.clone());
    }
}
