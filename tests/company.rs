//! Whose each sentence is: what is said of whom in articles of a few sentences by hand.
#![allow(clippy::expect_used, reason = "a test that cannot read its cases has failed")]

use std::fmt::Write as _;

use stratscan::analyze::{Analyzer, Tag};
use stratscan::corpus::parse;
use stratscan::taxonomy::Taxonomy;

#[test]
fn the_last_sentence_is_said_of_whom_the_article_means() {
    let data: toml::Table =
        include_str!("data/company.toml").parse().expect("tests/data/company.toml is TOML");
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    let analyzer = Analyzer::new(&taxonomy);
    let (mut wrong, mut cases) = (String::new(), 0);
    for (section, articles) in &data {
        for (text, expected) in articles.as_table().expect("a table of articles") {
            let expected: Vec<&str> =
                expected.as_array().expect("a list").iter().filter_map(toml::Value::as_str).collect();
            let (document, _) = parse("a.md", text.as_bytes());
            let analysis = analyzer.analyze(&document);
            let last = analysis.sentences.last().expect("an article has a sentence");
            let told: Vec<String> = last.tags.iter().map(written).collect();
            cases += 1;
            if told != expected {
                let _ =
                    writeln!(wrong, "[{section}] {text:?}\n    expected {expected:?}\n    got      {told:?}");
            }
        }
    }
    assert!(cases >= 10, "only {cases} articles");
    assert!(wrong.is_empty(), "{wrong}");
}

fn written(tag: &Tag) -> String {
    let or = |name: &Option<std::sync::Arc<str>>, none: &'static str| {
        name.as_deref().map_or_else(|| none.to_owned(), str::to_owned)
    };
    format!("{} {} {}", or(&tag.company, "*"), tag.axis, or(&tag.position, "-"))
}
