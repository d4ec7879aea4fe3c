//! Paragraphs that say again, sentence for sentence, what an earlier one said: a teaser above the article, a block pasted
//! twice. A sentence that is quoted again within a paragraph of other words is none.

use rustc_hash::FxHashMap;

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::analyze::{Sentence, SentenceKind};
use crate::corpus::BlockKind;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "repeated-paragraph",
    level: Level::Warning,
    summary: "a paragraph that repeats an earlier one",
    page: include_str!("../../../docs/rules/repeated-paragraph.md"),
    run: Run::Article(check),
};

/// Fewer words than this are repeated by chance or as a refrain.
const WORDS: usize = 12;

/// A paragraph and its sentences.
struct Paragraph<'a> {
    span: Span,
    sentences: Vec<&'a Sentence>,
    /// Bytes of its sentences.
    length: usize,
}

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let paragraphs = paragraphs(article);
    let mut first: FxHashMap<&str, usize> = FxHashMap::default();
    let mut drafts = Vec::new();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let mut shared: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
        // Links and lines of a list of sources come again by right.
        for sentence in paragraph.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Claim) {
            let earlier = *first.entry(&sentence.text).or_insert(at);
            if earlier < at {
                let (bytes, words) = shared.entry(earlier).or_insert((0, 0));
                *bytes += sentence.text.len();
                *words += sentence.text.split_whitespace().count();
            }
        }
        let most =
            shared.into_iter().max_by_key(|&(earlier, (bytes, _))| (bytes, std::cmp::Reverse(earlier)));
        if let Some((earlier, (bytes, words))) = most
            && words >= WORDS
            && 2 * bytes >= paragraph.length.min(paragraphs[earlier].length)
        {
            drafts.push(draft(article, paragraph, &paragraphs[earlier]));
        }
    }
    drafts
}

fn draft(article: &Article, paragraph: &Paragraph, earlier: &Paragraph) -> Draft {
    let line = article.document.lines.line(earlier.span.start);
    let key: Vec<&str> = paragraph.sentences.iter().map(|sentence| sentence.text.as_str()).collect();
    Draft::at(paragraph.span, &key.join(" "), format!("the paragraph says again what line {line} says"))
        .help("delete one of the two")
        .related(&article.document.path, line, "said here first")
}

/// Blocks of prose, in the order of the source.
fn paragraphs(article: &Article) -> Vec<Paragraph<'_>> {
    let mut sentences = article.analysis.sentences.iter().peekable();
    let mut paragraphs = Vec::new();
    for block in &article.document.blocks {
        let mut own = Vec::new();
        while let Some(sentence) = sentences.next_if(|sentence| sentence.span.start < block.span.end) {
            own.push(sentence);
        }
        let prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote);
        if prose && own.iter().all(|sentence| sentence.kind != SentenceKind::Boilerplate) {
            let length = own.iter().map(|sentence| sentence.text.len()).sum();
            paragraphs.push(Paragraph { span: block.span, sentences: own, length });
        }
    }
    paragraphs
}
