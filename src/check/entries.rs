//! What rules on the entries of a taxonomy are given: the files as written, what its examples showed, and what fired in a
//! corpus. Pure.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::{Analysis, Analyzer, Mention, SentenceKind, Tag};
use crate::corpus;
use crate::taxonomy::{Example, Name, Place, Taxonomy, Want, Written};

/// What rules on the entries of a taxonomy are given.
pub(super) struct Entries<'a> {
    pub(super) taxonomy: &'a Taxonomy,
    pub(super) written: &'a Written,
    pub(super) tried: Tried<'a>,
    /// `None` where there is no corpus.
    pub(super) fired: Option<&'a Fired>,
}

impl<'a> Entries<'a> {
    /// Tries every example.
    pub(super) fn new(taxonomy: &'a Taxonomy, written: &'a Written, fired: Option<&'a Fired>) -> Self {
        Self { taxonomy, written, tried: Tried::new(taxonomy, &written.examples), fired }
    }

    /// Of the places that make up an entry, the last in the files that were asked of.
    pub(super) fn asked<'p>(&self, places: &'p [Place]) -> Option<&'p Place> {
        places.iter().rev().find(|place| self.written.holds(place))
    }
}

/// What fired in a corpus.
#[derive(Clone, Debug, Default)]
pub struct Fired {
    pub(super) rules: BTreeSet<Name>,
    pub(super) companies: BTreeSet<Name>,
    /// Words of the files, by the numbers of list and word.
    pub(super) words: BTreeSet<(u32, u32)>,
}

impl Fired {
    /// What fired in one document.
    pub fn of(analysis: &Analysis, written: &Written) -> Self {
        let mut fired = Self::default();
        for sentence in &analysis.sentences {
            fired.rules.extend(sentence.tags.iter().map(|tag| tag.rule.clone()));
            fired.companies.extend(sentence.companies.iter().map(|mention| mention.company.clone()));
            written.each_word(&sentence.text, |word| {
                fired.words.insert(word);
            });
        }
        fired
    }

    /// What fired in either.
    #[must_use]
    pub fn and(mut self, mut other: Self) -> Self {
        self.rules.append(&mut other.rules);
        self.companies.append(&mut other.companies);
        self.words.append(&mut other.words);
        self
    }
}

/// What came of trying examples.
pub(super) struct Tried<'a> {
    /// Those that do not hold: what was not met, and what the text says instead.
    pub(super) failed: Vec<(&'a Example, Vec<&'a Want>, Said)>,
    /// Rules that gave a tag in examples that ask for one, and in how many.
    rules: BTreeMap<Name, usize>,
    /// Classes of things that rows spoke of in such examples, and in how many.
    classes: BTreeMap<String, usize>,
    /// Companies that some example asks to be mentioned, and that were.
    pub(super) companies: BTreeSet<Name>,
}

impl<'a> Tried<'a> {
    /// Reads every example as an article of its own and compares.
    fn new(taxonomy: &Taxonomy, examples: &'a [Example]) -> Self {
        let mut tried = Self {
            failed: Vec::new(),
            rules: BTreeMap::new(),
            classes: BTreeMap::new(),
            companies: BTreeSet::new(),
        };
        let analyzer = Analyzer::new(taxonomy);
        for example in examples {
            let (mut document, _) = corpus::parse("example.md", example.text.as_bytes());
            // A few words are too few to tell a language by.
            document.english = true;
            let said = Said::new(&analyzer.analyze(&document));
            let unmet: Vec<&Want> = example.wants.iter().filter(|want| !said.meets(want)).collect();
            if example.wants.iter().any(|want| matches!(want, Want::Tag(_))) {
                let rules: BTreeSet<Name> = said.tags.iter().map(|tag| tag.rule.clone()).collect();
                let classes: BTreeSet<String> = rules.iter().filter_map(|rule| class_of(rule)).collect();
                for rule in rules {
                    *tried.rules.entry(rule).or_default() += 1;
                }
                for class in classes {
                    *tried.classes.entry(class).or_default() += 1;
                }
            }
            if example.wants.iter().any(|want| !matches!(want, Want::NoMention(_))) {
                tried.companies.extend(said.companies.iter().map(|mention| mention.company.clone()));
            }
            if !unmet.is_empty() {
                tried.failed.push((example, unmet, said));
            }
        }
        tried
    }
}

impl Tried<'_> {
    /// The number of examples that show the rule at work; a thing also works where a row speaks of it.
    pub(super) fn shows(&self, rule: &str) -> usize {
        let class = rule.strip_prefix("thing/").and_then(|rest| rest.split('/').nth(1));
        let spoken_of = class.and_then(|class| self.classes.get(class));
        self.rules.get(rule).max(spoken_of).copied().unwrap_or(0)
    }
}

/// The class of things that a row speaks of.
fn class_of(rule: &str) -> Option<String> {
    rule.strip_prefix("row/").and_then(|rest| rest.split('/').nth(2)).map(str::to_owned)
}

/// What a text says, all sentences together.
pub(super) struct Said {
    /// True where some sentence of it is a claim.
    pub(super) is_claim: bool,
    pub(super) companies: Vec<Mention>,
    pub(super) tags: Vec<Tag>,
}

impl Said {
    fn new(analysis: &Analysis) -> Self {
        Self {
            is_claim: analysis.sentences.iter().any(|row| row.kind == SentenceKind::Claim),
            companies: analysis.sentences.iter().flat_map(|row| row.companies.iter().cloned()).collect(),
            tags: analysis.sentences.iter().flat_map(|row| row.tags.iter().cloned()).collect(),
        }
    }

    fn meets(&self, want: &Want) -> bool {
        let mentioned = |id: &str, role: Option<&str>| {
            self.companies.iter().any(|mention| {
                mention.company.as_ref() == id && role.is_none_or(|role| role == mention.role.name())
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

#[cfg(test)]
mod tests;
