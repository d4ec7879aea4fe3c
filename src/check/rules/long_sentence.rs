//! Sentences too long to be read as one: most are two whose end mark was lost. Rows of tables have no sentences.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::analyze::SentenceKind;
use crate::corpus::BlockKind;

pub(super) const RULE: Rule = Rule {
    name: "long-sentence",
    level: Level::Warning,
    summary: "a sentence of very many words",
    page: include_str!("../../../docs/rules/long-sentence.md"),
    run: Run::Article(check),
};

fn check(article: &Article, settings: &Settings) -> Vec<Draft> {
    let prose = |block: BlockKind| matches!(block, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote);
    let sentences = article.analysis.sentences.iter();
    let claims = sentences.filter(|sentence| sentence.kind == SentenceKind::Claim && prose(sentence.block));
    claims
        .filter_map(|claim| {
            // A word has a byte and a space.
            let words = (claim.text.len() > 2 * settings.long_sentence)
                .then(|| claim.text.split_whitespace().count())
                .filter(|&words| words > settings.long_sentence)?;
            let message = format!("a sentence of {words} words could not be split");
            let help = format!(
                "end sentences with a full stop; more than {} words are hard to quote",
                settings.long_sentence
            );
            Some(Draft::at(claim.span, &claim.text, message).help(help))
        })
        .collect()
}
