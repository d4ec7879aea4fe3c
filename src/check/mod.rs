//! Articles to findings: what an editor should look at before an article is used. One file a rule, one line in `RULES`
//! to register it. Pure: reads no file, knows neither the clock nor how findings are printed.

mod article;
mod baseline;
pub mod entries;
mod finding;
mod place;
mod rules;
mod settings;
mod shingles;
mod suppress;

use rayon::prelude::*;

pub use article::Article;
pub use baseline::{Baseline, Entry};
pub use finding::{Excerpt, Finding, Level, Related};
pub use rules::{RULES, Rule, rule};
pub use settings::Settings;

use crate::corpus::Notice;
use crate::taxonomy::Taxonomy;
use finding::Draft;
use rules::Run;
use suppress::Suppressions;

/// What a run of the rules found.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// In the order of paths, then of places (those on the whole file first), then of rules.
    pub findings: Vec<Finding>,
    /// How many findings comments in the articles silenced.
    pub suppressed: usize,
    /// How many articles findings were asked of, those that could not be read included.
    pub articles: usize,
}

/// Asks every rule that is not off. `articles` is the whole corpus in the order of paths; only those that are `reported`
/// get findings, but rules that compare articles see all. `failures` are files that could not be read.
pub fn check(articles: &[Article], failures: &[Notice], taxonomy: &Taxonomy, settings: &Settings) -> Checked {
    let corpus = Corpus { articles, taxonomy, settings };
    let mut drafts: Vec<Drafts> = articles.par_iter().map(|article| asked_alone(article, settings)).collect();
    for &rule in RULES {
        if let (Run::Corpus(run), Some(_)) = (rule.run, settings.level(rule)) {
            for (at, draft) in run(&corpus) {
                if articles[at].reported {
                    drafts[at].push((rule, draft));
                }
            }
        }
    }
    let settled: Vec<(Vec<Finding>, usize)> = articles
        .par_iter()
        .zip(drafts)
        .filter(|(article, _)| article.reported)
        .map(|(article, drafts)| settle(article, drafts, settings))
        .collect();
    let mut checked = Checked { articles: settled.len() + failures.len(), ..Checked::default() };
    for (findings, suppressed) in settled {
        checked.findings.extend(findings);
        checked.suppressed += suppressed;
    }
    if let Some(level) = settings.level(&rules::UNREADABLE) {
        checked
            .findings
            .extend(failures.iter().map(|notice| place::failure(&rules::UNREADABLE, level, notice)));
    }
    checked.findings.sort_by(|a, b| a.path.cmp(&b.path));
    checked
}

/// What rules that compare articles are given.
pub(crate) struct Corpus<'a> {
    articles: &'a [Article],
    taxonomy: &'a Taxonomy,
    settings: &'a Settings,
}

type Drafts = Vec<(&'static Rule, Draft)>;

fn asked_alone(article: &Article, settings: &Settings) -> Drafts {
    let mut drafts = Vec::new();
    for &rule in RULES.iter().filter(|_| article.reported) {
        if let (Run::Article(run), Some(_)) = (rule.run, settings.level(rule)) {
            drafts.extend(run(article, settings).into_iter().map(|draft| (rule, draft)));
        }
    }
    drafts
}

/// Drafts to findings: the suppressed go, the others get place and fingerprint.
fn settle(article: &Article, drafts: Drafts, settings: &Settings) -> (Vec<Finding>, usize) {
    let mut suppressions = Suppressions::read(&article.document);
    let all = drafts.len();
    let mut kept: Drafts =
        drafts.into_iter().filter(|(rule, draft)| !suppressions.take(rule.name, draft.span)).collect();
    let suppressed = all - kept.len();
    if settings.level(&rules::SUPPRESSION).is_some() {
        let asked = |name: &str| rule(name).is_none_or(|rule| settings.level(rule).is_some());
        kept.extend(suppressions.complaints(asked).into_iter().map(|draft| (&rules::SUPPRESSION, draft)));
    }
    (place::place(article, kept, settings), suppressed)
}
