//! Examples whose sentence does not say what it should, or says what it should not.

use std::collections::BTreeSet;

use super::Finding;
use crate::analyze::{Analysis, Mention, Role, Tag, analyze};
use crate::corpus;
use crate::taxonomy::{Example, Name, Taxonomy, Want};

/// What came of trying examples.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    /// Those that failed, in the order of the examples.
    pub findings: Vec<Finding>,
    /// How many examples there were.
    pub examples: usize,
    /// Rules that gave a tag in some example that asks for one.
    pub(super) rules: BTreeSet<Name>,
    /// Companies that some example asks to be mentioned, and that were.
    pub(super) companies: BTreeSet<Name>,
}

/// Reads every example as an article of its own and compares.
pub fn example_fails(taxonomy: &Taxonomy, examples: &[Example]) -> Tried {
    let mut tried = Tried { examples: examples.len(), ..Tried::default() };
    for example in examples {
        let (mut document, _) = corpus::parse("example.md", example.text.as_bytes());
        // A few words are too few to tell a language by.
        document.english = true;
        let said = Said::new(&analyze(&document, taxonomy));
        let unmet: Vec<&Want> = example.wants.iter().filter(|want| !said.meets(want)).collect();
        if example.wants.iter().any(|want| matches!(want, Want::Tag(_))) {
            tried.rules.extend(said.tags.iter().map(|tag| tag.rule.clone()));
        }
        if example.wants.iter().any(|want| !matches!(want, Want::NoMention(_))) {
            tried.companies.extend(said.companies.iter().map(|mention| mention.company.clone()));
        }
        if !unmet.is_empty() {
            tried.findings.push(finding(example, &unmet, &said));
        }
    }
    tried
}

/// What a text says, all sentences together.
struct Said {
    companies: Vec<Mention>,
    tags: Vec<Tag>,
}

impl Said {
    fn new(analysis: &Analysis) -> Self {
        Self {
            companies: analysis.sentences.iter().flat_map(|row| row.companies.iter().cloned()).collect(),
            tags: analysis.sentences.iter().flat_map(|row| row.tags.iter().cloned()).collect(),
        }
    }

    fn meets(&self, want: &Want) -> bool {
        let mentioned = |id: &str, role: Option<&str>| {
            self.companies.iter().any(|mention| {
                mention.company.as_ref() == id && role.is_none_or(|role| role == role_word(mention.role))
            })
        };
        let tagged = |pattern: &crate::taxonomy::TagPattern| {
            self.tags
                .iter()
                .any(|tag| pattern.fits(tag.company.as_deref(), &tag.axis, tag.position.as_deref()))
        };
        match want {
            Want::Mention(company, role) => mentioned(company, role.as_deref()),
            Want::NoMention(company) => !mentioned(company, None),
            Want::Tag(pattern) => tagged(pattern),
            Want::NoTag(pattern) => !tagged(pattern),
        }
    }
}

fn finding(example: &Example, unmet: &[&Want], said: &Said) -> Finding {
    let mut notes: Vec<(&'static str, String)> = unmet
        .iter()
        .map(|want| match want {
            Want::Mention(company, role) => {
                ("expected", format!("{company} {}", role.as_deref().unwrap_or("mentioned")))
            }
            Want::NoMention(company) => ("expected", format!("no mention of {company}")),
            Want::Tag(pattern) => ("expected", pattern.to_string()),
            Want::NoTag(pattern) => ("expected", format!("no tag {pattern}")),
        })
        .collect();
    let about_tags = unmet.iter().any(|want| matches!(want, Want::Tag(_) | Want::NoTag(_)));
    let got: Vec<String> = if about_tags {
        said.tags.iter().map(tag_line).collect()
    } else {
        said.companies.iter().map(|it| format!("{} {}", it.company, role_word(it.role))).collect()
    };
    if got.is_empty() {
        notes.push(("got", if about_tags { "no tag" } else { "no company" }.to_owned()));
    }
    notes.extend(got.into_iter().map(|line| ("got", line)));
    Finding {
        rule: "example-fails",
        place: example.place.clone(),
        message: "the example does not hold".to_owned(),
        text: Some(example.text.clone()),
        notes,
    }
}

fn tag_line(tag: &Tag) -> String {
    let company = tag.company.as_deref().unwrap_or("-");
    format!("{company} {} {}  by {}", tag.axis, tag.position.as_deref().unwrap_or("-"), tag.rule)
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Actor => "actor",
        Role::Counterparty => "counterparty",
        Role::Reference => "reference",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a taxonomy that does not load has failed the test")]

    use super::*;
    use crate::check::entries::entry_untested;
    use crate::report;
    use crate::taxonomy::BUILTIN_EXAMPLES;

    fn taxonomy() -> Taxonomy {
        Taxonomy::load(&[]).expect("the built-in taxonomy loads")
    }

    fn builtin(taxonomy: &Taxonomy) -> Vec<Example> {
        let read = |(name, text): &(&str, &str)| taxonomy.examples_of(name, (*text).to_owned());
        let files: Result<Vec<_>, _> = BUILTIN_EXAMPLES.iter().map(read).collect();
        files.expect("the examples are well-formed").into_iter().flatten().collect()
    }

    #[test]
    fn every_example_of_the_taxonomy_holds() {
        let taxonomy = taxonomy();
        let tried = example_fails(&taxonomy, &builtin(&taxonomy));
        assert!(tried.examples > 500);
        assert!(tried.findings.is_empty(), "\n{}", report::findings(&tried.findings, report::Look::PLAIN));
    }

    #[test]
    fn every_entry_of_the_taxonomy_has_an_example() {
        let taxonomy = taxonomy();
        let tried = example_fails(&taxonomy, &builtin(&taxonomy));
        let findings = entry_untested(&taxonomy, &tried, |_| true);
        assert!(findings.is_empty(), "\n{}", report::findings(&findings, report::Look::PLAIN));
    }

    #[test]
    fn the_starter_file_holds_what_it_teaches() {
        let file =
            std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src/taxonomy/starter.toml"));
        let files = [file];
        let taxonomy = Taxonomy::load(&files).expect("the starter file loads");
        let tried = example_fails(&taxonomy, &taxonomy.examples(&files).expect("well-formed"));
        let untested = entry_untested(&taxonomy, &tried, |place| place.file.ends_with("starter.toml"));
        let findings: Vec<_> = tried.findings.iter().chain(&untested).cloned().collect();
        assert!(findings.is_empty(), "\n{}", report::findings(&findings, report::Look::PLAIN));
    }

    #[test]
    fn a_failure_says_what_was_expected_and_what_came() {
        let taxonomy = taxonomy();
        let file = "[[example]]\ntext = \"Meta designs its own chips.\"\ntags = [\"meta silicon buys\"]\n";
        let examples = taxonomy.examples_of("mine.toml", file.to_owned()).expect("well-formed");
        let tried = example_fails(&taxonomy, &examples);
        let shown = report::findings(&tried.findings, report::Look::PLAIN);
        for part in
            ["mine.toml:2:8", "Meta designs its own chips.", "meta silicon buys", "meta silicon designs"]
        {
            assert!(shown.contains(part), "`{part}` is missing from\n{shown}");
        }
    }
}
