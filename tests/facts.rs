//! What the words around figures tell of them, in claims by hand.
#![allow(clippy::expect_used, reason = "a test that cannot read its cases has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use stratscan::analyze::{Analyzer, Extent, Fact, Sentence, Standing};
use stratscan::corpus::parse;
use stratscan::taxonomy::Taxonomy;

#[test]
fn the_words_around_figures_tell_whose_they_are_and_of_what() {
    let data: toml::Table = include_str!("data/facts.toml").parse().expect("tests/data/facts.toml is TOML");
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    let analyzer = Analyzer::new(&taxonomy);
    let (mut wrong, mut cases) = (String::new(), 0);
    for (section, sentences) in &data {
        for (text, expected) in sentences.as_table().expect("a table of sentences") {
            let expected: Vec<&str> =
                expected.as_array().expect("a list").iter().filter_map(toml::Value::as_str).collect();
            let article = format!("---\ndate: 2025-01-29\n---\n\n{text}\n");
            let (document, _) = parse("a.md", article.as_bytes());
            let analysis = analyzer.analyze(&document);
            let told: Vec<String> = analysis
                .sentences
                .iter()
                .flat_map(|sentence| sentence.facts.iter().map(|fact| written(sentence, fact)))
                .collect();
            cases += 1;
            if told != expected {
                let _ =
                    writeln!(wrong, "[{section}] {text}\n    expected {expected:?}\n    got      {told:?}");
            }
        }
    }
    assert!(cases >= 35, "only {cases} claims");
    assert!(wrong.is_empty(), "{wrong}");
}

fn written(sentence: &Sentence, fact: &Fact) -> String {
    let mut parties: BTreeSet<&str> = fact.others.iter().map(AsRef::as_ref).collect();
    parties.insert(&fact.company);
    let parties: Vec<&str> = parties.into_iter().collect();
    let mut words =
        format!("{} = {} of {}", sentence.figures[fact.figure].text, fact.metric, parties.join(", "));
    if let Some((first, last)) = fact.period {
        let _ = write!(words, " for {first}..{last}");
    }
    let listed = |all: &BTreeSet<String>| all.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    if !fact.scope.places.is_empty() {
        let _ = write!(words, " in {}", listed(&fact.scope.places));
    }
    if !fact.scope.about.is_empty() {
        let _ = write!(words, " about {}", listed(&fact.scope.about));
    }
    match &fact.scope.extent {
        Some(Extent::Per(rate)) => {
            let _ = write!(words, "; per {rate}");
        }
        Some(Extent::Total) => words.push_str("; total"),
        None => {}
    }
    match fact.scope.standing {
        Some(Standing::Done) => words.push_str("; done"),
        Some(Standing::Promised) => words.push_str("; promised"),
        None => {}
    }
    words
}
