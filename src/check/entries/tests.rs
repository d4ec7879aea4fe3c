//! The taxonomies that every build carries do what their examples say.
#![allow(clippy::expect_used, reason = "a taxonomy that does not load has failed the test")]

use std::path::PathBuf;

use super::*;
use crate::check::{Finding, Settings, check_entries};
use crate::corpus::Date;
use crate::taxonomy::{BUILTIN, BUILTIN_EXAMPLES};

fn found(taxonomy: &Taxonomy, written: &Written, rule: &str) -> Vec<String> {
    let settings = Settings::new(Date { year: 2026, month: Some(1), day: Some(1) });
    let shown = |finding: &Finding| format!("{}:{}: {}", finding.path, finding.start.line, finding.message);
    let all = check_entries(taxonomy, written, None, &settings).findings;
    all.iter().filter(|finding| finding.rule == rule).map(shown).collect()
}

/// The built-in taxonomy with its examples.
fn built_in() -> (Taxonomy, Written) {
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    let mut written = taxonomy.written(&[]).expect("the built-in taxonomy can be read again");
    for (name, text) in BUILTIN_EXAMPLES {
        written.add_examples(&taxonomy, name, text).expect("the examples are well-formed");
    }
    (taxonomy, written)
}

#[test]
fn the_built_in_examples_hold_and_show_every_entry() {
    let (taxonomy, written) = built_in();
    assert!(written.examples.len() > 500);
    for rule in ["example-fails", "entry-untested"] {
        assert_eq!(found(&taxonomy, &written, rule), Vec::<String>::new(), "{rule}");
    }
}

/// What one sentence alone shows may have been made for that sentence.
#[test]
fn two_examples_or_more_show_every_built_in_rule() {
    let (taxonomy, written) = built_in();
    let tried = Tried::new(&taxonomy, &written.examples);
    let rare = taxonomy.places.rules.keys().filter(|rule| tried.shows(rule) < 2);
    assert_eq!(rare.collect::<Vec<_>>(), Vec::<&Name>::new());
}

#[test]
fn no_list_of_the_built_in_taxonomy_holds_a_word_twice() {
    fn twice(value: &toml::Value, at: &str, found: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => {
                table.iter().for_each(|(key, value)| twice(value, &format!("{at} {key}"), found));
            }
            toml::Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    let again = value.is_str() && values[..index].contains(value);
                    found.extend(again.then(|| format!("{at}: {value:?}")));
                    twice(value, at, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (name, text) in BUILTIN {
        twice(&toml::from_str(text).expect("the built-in taxonomy is TOML"), name, &mut found);
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_starter_file_holds_what_it_teaches() {
    let file = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/taxonomy/starter.toml"));
    let taxonomy = Taxonomy::load(std::slice::from_ref(&file)).expect("the starter file loads");
    let written = taxonomy.written(&[file]).expect("the starter file is well-formed");
    assert!(written.examples.len() > 5);
    for rule in ["example-fails", "entry-untested", "alias-of-two-companies"] {
        assert_eq!(found(&taxonomy, &written, rule), Vec::<String>::new(), "{rule}");
    }
}

#[test]
fn words_are_heard_in_every_form_and_whole() {
    let file = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/taxonomy/starter.toml"));
    let taxonomy = Taxonomy::load(std::slice::from_ref(&file)).expect("the starter file loads");
    let written = taxonomy.written(&[file]).expect("the starter file is well-formed");
    let heard = |text: &str| {
        let mut heard = BTreeSet::new();
        written.each_word(text, |(list, word)| {
            heard.insert(written.lists[list as usize].words[word as usize].0.clone());
        });
        heard.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(
        heard("It siphoned wastewater from water-recycling plants."),
        ["siphon", "wastewater", "water recycling plant"]
    );
    assert_eq!(heard("Northlight AI"), ["Northlight AI"]);
    assert_eq!(heard("northlight ai and wastewaters"), Vec::<String>::new());
}
