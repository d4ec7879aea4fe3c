//! Organisations that the articles name often and the taxonomy does not know: those that the analysis takes for one by the
//! words of the article alone (a corporate suffix, an apposition, acts of a coined name, a place in a list or
//! a column of companies).

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Article, Corpus, Draft, Level, Rule, Run};
use crate::taxonomy::{Name, Taxonomy};
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    name: "unlisted-organisation",
    level: Level::Note,
    summary: "an organisation named often that the taxonomy does not know",
    page: include_str!("../../../docs/rules/unlisted-organisation.md"),
    run: Run::Corpus(check),
};

fn check(corpus: &Corpus) -> Vec<(usize, Draft)> {
    let listed: FxHashSet<&Name> = corpus.taxonomy.companies.iter().map(|company| &company.id).collect();
    let named = |article: &Article| -> Vec<(Name, Span)> {
        let mentions = article.analysis.sentences.iter().flat_map(|sentence| &sentence.companies);
        let named = mentions.filter(|mention| !mention.inferred && !listed.contains(&mention.company));
        named.map(|mention| (mention.company.clone(), mention.span)).collect()
    };
    let seen: Vec<Vec<(Name, Span)>> = corpus.articles.iter().map(named).collect();
    let mut times: FxHashMap<&Name, usize> = FxHashMap::default();
    for (name, _) in seen.iter().flatten() {
        *times.entry(name).or_insert(0) += 1;
    }
    let mut told: FxHashSet<&Name> = FxHashSet::default();
    let mut drafts = Vec::new();
    for (at, article) in corpus.articles.iter().enumerate().filter(|(_, article)| article.reported) {
        for (id, span) in &seen[at] {
            if times[id] >= corpus.settings.unlisted_organisation && told.insert(id) {
                let name = span.of(&article.document.source);
                drafts.push((at, draft(id, name, times[id], *span, corpus.taxonomy)));
            }
        }
    }
    drafts
}

fn draft(id: &str, name: &str, times: usize, span: Span, taxonomy: &Taxonomy) -> Draft {
    let draft =
        Draft::at(span, id, format!("`{name}` is named in {times} sentences and is not in the taxonomy"));
    // "Northlight Energy" may well be Northlight.
    let first = name.split(' ').next().filter(|first| *first != name);
    let kin = first.and_then(|first| {
        taxonomy
            .companies
            .iter()
            .find(|company| company.name == first || company.aliases.iter().any(|it| it == first))
    });
    match kin {
        Some(company) => draft.help(format!(
            "where it is `{}`, add to a taxonomy file:\n[company.{}]\naliases = [{name:?}]",
            company.name, company.id
        )),
        None => draft.help(format!("add it to a taxonomy file:\n[company.{id}]\nname = {name:?}")),
    }
}
