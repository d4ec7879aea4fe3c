//! Claims on an axis that begin with "the company" and the like where nothing before says who is meant. Claims about
//! the industry have a subject of their own and are left alone.

use super::{Article, Draft, Level, Rule, Run, Settings};
use crate::analyze::{Sentence, SentenceKind};
use crate::text::{Span, Word, words};

pub(super) const RULE: Rule = Rule {
    name: "claim-without-company",
    level: Level::Warning,
    summary: "a claim on an axis of which nobody can tell whose it is",
    page: include_str!("../../../docs/rules/claim-without-company.md"),
    run: Run::Article(check),
};

/// What stands for a company behind "the" or "this". Pronouns are left alone: most that find nobody stand for a thing.
const NOUNS: &[&str] = &["company", "firm", "startup", "lab", "chipmaker", "hyperscaler", "neocloud"];

fn check(article: &Article, _: &Settings) -> Vec<Draft> {
    let claims = article.analysis.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Claim);
    let nobody = |claim: &&Sentence| {
        claim.companies.is_empty()
            && !claim.tags.is_empty()
            && claim.tags.iter().all(|tag| tag.company.is_none())
    };
    claims.filter(nobody).filter_map(|claim| draft(&article.document.source, claim)).collect()
}

fn draft(source: &str, claim: &Sentence) -> Option<Draft> {
    let subject = subject(&claim.text)?;
    let shown = subject.of(&claim.text);
    let start = claim.span.start;
    let here = Span::new(start, start + subject.end);
    let span = if here.of(source) == shown { here } else { claim.span };
    Some(
        Draft::at(span, &claim.text, format!("nothing says which company `{shown}` is"))
            .help("name the company here or in the sentence before; the claim counts for nobody"),
    )
}

/// The words at the start of `text` that stand for a company.
fn subject(text: &str) -> Option<Span> {
    let first: Vec<Word> = words(text).take(3).collect();
    let lower = |at: usize| first.get(at).map_or(String::new(), |word| word.span.of(text).to_lowercase());
    let named = matches!(lower(0).as_str(), "the" | "this") && NOUNS.contains(&lower(1).as_str());
    // "The company behind it" says more than that.
    let more = matches!(lower(2).as_str(), "behind" | "that" | "which" | "of" | "with");
    (named && !more).then(|| Span::new(0, first[1].span.end))
}
