//! Organisations that the corpus names often and the taxonomy does not know. A name counts as an organisation's where the
//! words beside it say so at least once ("the startup X", "X, a maker of chips", "X CEO").

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::ordinary::ORDINARY;
use super::{Article, Corpus, Draft, Level, Rule, Run};
use crate::analyze::{Sentence, SentenceKind};
use crate::taxonomy::Taxonomy;
use crate::text::{Span, Word, WordKind, words};

pub(super) const RULE: Rule = Rule {
    name: "unlisted-organisation",
    level: Level::Note,
    summary: "an organisation named often that the taxonomy does not know",
    page: include_str!("../../../docs/rules/unlisted-organisation.md"),
    run: Run::Corpus(check),
};

/// Longer runs of words written large are titles.
const LONGEST: usize = 3;
/// How far an apposition is looked into, in words.
const APPOSITION: usize = 6;

/// Kinds of organisation, after "X, a" and before "X".
const KINDS: &[&str] = &[
    "startup",
    "startups",
    "company",
    "firm",
    "maker",
    "manufacturer",
    "operator",
    "utility",
    "chipmaker",
    "neocloud",
    "hyperscaler",
    "foundry",
    "vendor",
    "supplier",
    "unicorn",
    "automaker",
    "carmaker",
    "retailer",
    "nonprofit",
];
/// Words behind a name that only organisations have.
const BEHIND: &[&str] = &["CEO", "CTO", "CFO", "cofounder", "co-founder", "shares", "shareholders"];
/// Last words of an organisation's name.
const ENDS: &[&str] =
    &["Inc", "Corp", "Ltd", "LLC", "GmbH", "Labs", "Technologies", "Semiconductor", "Robotics", "Ventures"];
fn check(corpus: &Corpus) -> Vec<(usize, Draft)> {
    let known = Known::new(corpus.taxonomy);
    let seen: Vec<Seen> = corpus.articles.par_iter().map(|article| seen(article, &known)).collect();
    let mut total: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
    for (name, sight) in seen.iter().flatten() {
        let entry = total.entry(name).or_insert((0, false));
        entry.0 += sight.times;
        entry.1 |= sight.told;
    }
    let mut told: FxHashSet<&str> = FxHashSet::default();
    let mut drafts = Vec::new();
    for (at, names) in seen.iter().enumerate().filter(|&(at, _)| corpus.articles[at].reported) {
        for (name, sight) in names {
            let (times, organisation) = total[name.as_str()];
            if organisation && times >= corpus.settings.unlisted_organisation && told.insert(name) {
                drafts.push((at, draft(name, times, sight.first)));
            }
        }
    }
    drafts
}

fn draft(name: &str, times: usize, span: Span) -> Draft {
    let id: Vec<String> = words(name)
        .filter(|word| word.kind != WordKind::Mark)
        .map(|word| word.span.of(name).to_lowercase())
        .collect();
    let entry = format!("[company.{}]\nname = \"{name}\"", id.join("-"));
    Draft::at(span, name, format!("`{name}` is named {times} times and is not in the taxonomy"))
        .help(format!("add it to a taxonomy file:\n{entry}"))
}

/// Names that need no entry.
struct Known {
    names: FxHashSet<String>,
}

impl Known {
    fn new(taxonomy: &Taxonomy) -> Self {
        let names = taxonomy.companies.iter().flat_map(|company| {
            std::iter::once(&company.name).chain(&company.aliases).map(|name| name.to_lowercase())
        });
        Self { names: names.chain(ORDINARY.iter().map(|word| word.to_lowercase())).collect() }
    }

    fn has(&self, name: &str) -> bool {
        self.names.contains(&name.to_lowercase())
            || name.split(' ').any(|word| self.names.contains(&word.to_lowercase()))
    }
}

struct Sight {
    times: usize,
    /// The words beside it say that it is an organisation.
    told: bool,
    first: Span,
}

/// By first appearance.
type Seen = Vec<(String, Sight)>;

fn seen(article: &Article, known: &Known) -> Seen {
    let mut seen: Seen = Vec::new();
    let mut places: FxHashMap<&str, Option<usize>> = FxHashMap::default();
    for sentence in article.analysis.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Claim)
    {
        let source = sentence.span.of(&article.document.source);
        for (span, told) in names(source) {
            let name = span.of(source);
            let place = *places.entry(name).or_insert_with(|| {
                (!known.has(name)).then(|| {
                    seen.push((name.to_owned(), Sight { times: 0, told: false, first: at(sentence, span) }));
                    seen.len() - 1
                })
            });
            if let Some((_, sight)) = place.and_then(|place| seen.get_mut(place)) {
                sight.times += 1;
                sight.told |= told;
            }
        }
    }
    seen
}

fn at(sentence: &Sentence, span: Span) -> Span {
    Span::new(sentence.span.start + span.start, sentence.span.start + span.end)
}

/// Runs of words written large behind the first word, and whether the words beside say that it is an organisation.
fn names(text: &str) -> Vec<(Span, bool)> {
    let all: Vec<Word> = words(text).collect();
    let word = |at: usize| all.get(at).map_or("", |word| word.span.of(text));
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let start = at;
        while at < all.len()
            && is_large(all[at], text)
            && (at == start || is_next(text, all[at - 1], all[at]))
        {
            at += 1;
        }
        let count = at - start;
        if count == 0 {
            at += 1;
            continue;
        }
        let named = count <= LONGEST && (start > 0 || count > 1);
        if named {
            let span = Span::new(all[start].span.start, all[at - 1].span.end);
            let kind_before = start > 0 && KINDS.contains(&word(start - 1));
            let behind = BEHIND.contains(&word(at))
                || word(at) == "’" && word(at + 1) == "s" && BEHIND.contains(&word(at + 2));
            let end = count > 1 && ENDS.contains(&word(at - 1));
            found.push((span, kind_before || behind || end || apposition(&word, at)));
        }
    }
    found
}

/// ", a … startup" at word `at`.
fn apposition<'t>(word: &impl Fn(usize) -> &'t str, at: usize) -> bool {
    word(at) == ","
        && matches!(word(at + 1), "a" | "an" | "the")
        && (at + 2..at + 2 + APPOSITION)
            .take_while(|&at| !matches!(word(at), "," | "." | "of" | ""))
            .any(|at| KINDS.contains(&word(at)))
}

fn is_large(word: Word, text: &str) -> bool {
    word.kind == WordKind::Letters
        && word.span.of(text).starts_with(char::is_uppercase)
        && word.span.len() > 1
}

fn is_next(text: &str, before: Word, word: Word) -> bool {
    Span::new(before.span.end, word.span.start).of(text) == " "
}
