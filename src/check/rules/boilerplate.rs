//! What a page said around its article: navigation, subscription lines, captions that lost their picture. What the
//! markup itself calls a caption is no leftover. Sentences in a row on one line are
//! one finding.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::analyze::{Sentence, SentenceKind};
use crate::corpus::BlockKind;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "boilerplate",
    level: Level::Warning,
    summary: "navigation, subscription lines or captions left in the text",
    page: include_str!("../../../docs/rules/boilerplate.md"),
    run: Run::Article(check),
};

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let same_line = |span: Span, sentence: &Sentence| {
        !Span::new(span.end, sentence.span.start).of(&article.document.source).contains('\n')
    };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut last: Option<Leftover> = None;
    for sentence in &article.analysis.sentences {
        let this = leftover(sentence);
        if let (Some(now), Some(before), Some(draft)) = (this, last, drafts.last_mut())
            && now == before
            && draft.span.is_some_and(|span| same_line(span, sentence))
        {
            draft.span = draft.span.map(|span| Span::new(span.start, sentence.span.end));
            draft.key.push(' ');
            draft.key.push_str(&sentence.text);
        } else if let Some(now) = this {
            let (message, help) = now.words();
            drafts.push(Draft::at(sentence.span, &sentence.text, message).help(help));
        }
        last = this;
    }
    drafts
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Leftover {
    Page,
    Caption,
}

impl Leftover {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Page => ("the page speaks of itself here, not the article", "delete it"),
            Self::Caption => (
                "the caption of a picture stands in the text",
                "delete it, or write it as the alternative text of an image: ![caption](picture)",
            ),
        }
    }
}

fn leftover(sentence: &Sentence) -> Option<Leftover> {
    match (sentence.kind, sentence.block) {
        (SentenceKind::Boilerplate, _) => Some(Leftover::Page),
        (SentenceKind::Caption, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item) => {
            Some(Leftover::Caption)
        }
        (
            SentenceKind::Caption
            | SentenceKind::Claim
            | SentenceKind::Heading
            | SentenceKind::Byline
            | SentenceKind::Link
            | SentenceKind::Code
            | SentenceKind::Question
            | SentenceKind::Command
            | SentenceKind::Truncated
            | SentenceKind::Fragment,
            _,
        ) => None,
    }
}
