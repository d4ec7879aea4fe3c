//! Files that are no clean text, or nest too deep to be read as they are. Files that cannot be opened at all are reported under this rule by the runner.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::corpus::NoticeKind;

pub(in crate::check) const RULE: Rule = Rule {
    name: "unreadable",
    level: Level::Error,
    summary: "a file that cannot be read, or is not clean UTF-8",
    page: include_str!("../../../docs/rules/unreadable.md"),
    run: Run::Article(check),
};

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let draft = |(span, message): (Option<_>, &str)| match span {
        Some(span) => Draft::at(span, "encoding", message),
        None => Draft::file("encoding", message),
    };
    article.said(NoticeKind::Encoding).chain(article.said(NoticeKind::Nesting)).map(draft).collect()
}
