//! Articles without a single claim. Not asked of text in another language.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::analyze::SentenceKind;

pub(super) const RULE: Rule = Rule {
    name: "no-claim",
    level: Level::Warning,
    summary: "an article without a claim",
    page: include_str!("../../../docs/rules/no-claim.md"),
    run: Run::Article(check),
};

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let claims = article.analysis.sentences.iter().any(|sentence| sentence.kind == SentenceKind::Claim);
    if claims || !article.document.english {
        return Vec::new();
    }
    let message = if article.document.blocks.is_empty() {
        "the article has no text"
    } else {
        "no sentence of the article is a claim"
    };
    vec![Draft::file("", message).help("add the article's text, or take the file out of the corpus")]
}
