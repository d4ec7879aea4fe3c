//! Text in another language, which the taxonomy cannot read.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::corpus::NoticeKind;

pub(super) const RULE: Rule = Rule {
    name: "not-english",
    level: Level::Warning,
    summary: "an article that is not in English",
    page: include_str!("../../../docs/rules/not-english.md"),
    run: Run::Article(check),
};

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let said = article.said(NoticeKind::Language);
    said.map(|_| {
        Draft::file("", "the article is not in English: nothing in it is tagged").help("add a translation")
    })
    .collect()
}
