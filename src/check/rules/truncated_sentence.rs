//! Sentences that the publisher cut off, reported at the word where they break.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::analyze::SentenceKind;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "truncated-sentence",
    level: Level::Warning,
    summary: "a sentence that was cut off",
    page: include_str!("../../../docs/rules/truncated-sentence.md"),
    run: Run::Article(check),
};

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let source = &article.document.source;
    let cut = article.analysis.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Truncated);
    cut.map(|sentence| {
        let text = sentence.span.of(source);
        let start = text
            .trim_end()
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
        let last = Span::new(sentence.span.start + start, sentence.span.end);
        Draft::at(last, &sentence.text, "the sentence breaks off here")
            .help("complete it from the source, or delete it where the text says it again in full")
    })
    .collect()
}
