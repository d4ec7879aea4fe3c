//! Pairs of articles by hand, and the first reason that `conflicts` gives for the difference of their figures.
#![allow(clippy::expect_used, reason = "a test that cannot read its cases has failed")]

use serde::Deserialize;
use stratscan::analyze::Analyzer;
use stratscan::corpus::parse;
use stratscan::study::{Hunt, Reason, conflicts};
use stratscan::taxonomy::Taxonomy;

#[derive(Deserialize)]
struct Cases {
    pair: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    dates: Option<[String; 2]>,
    texts: [String; 2],
    reason: String,
}

#[test]
fn the_reasons_of_pairs_are_those_a_reader_would_give() {
    let cases: Cases = toml::from_str(include_str!("data/conflicts.toml")).expect("the cases are TOML");
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    let mut wrong = Vec::new();
    for case in &cases.pair {
        let found = reasons(case, &taxonomy);
        let told = found.first().map_or("none", |reason| name(*reason));
        if told != case.reason {
            wrong.push(format!("{}: {found:?}, not {}", case.name, case.reason));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.pair.len(), wrong.join("\n"));
}

fn reasons(case: &Case, taxonomy: &Taxonomy) -> Vec<Reason> {
    let (hunt, analyzer) = (Hunt::default(), Analyzer::new(taxonomy));
    let finds = case.texts.iter().enumerate().map(|(at, text)| {
        let date = case.dates.as_ref().map(|dates| format!("---\ndate: {}\n---\n\n", dates[at]));
        let article = date.unwrap_or_default() + text + "\n";
        let (document, _) = parse(&format!("{at}.md"), article.as_bytes());
        hunt.glean(&analyzer.analyze(&document), taxonomy)
    });
    let finds = finds.collect();
    conflicts(taxonomy, finds).figures.iter().map(|pair| pair.reason).collect()
}

fn name(reason: Reason) -> &'static str {
    match reason {
        Reason::Conflict => "conflict",
        Reason::Revision => "revision",
        Reason::OtherPeriod => "other-period",
        Reason::OtherScope => "other-scope",
        Reason::Overlap => "overlap",
        Reason::Rounding => "rounding",
        Reason::Same => "same",
    }
}
