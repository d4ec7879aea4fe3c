//! Entries of a taxonomy that nothing in a corpus fires: misspelt, too narrow, or not needed.

use std::collections::BTreeSet;

use super::Finding;
use crate::analyze::Analysis;
use crate::taxonomy::{Name, Place, Taxonomy};

/// What fired in a corpus so far.
#[derive(Clone, Debug, Default)]
pub struct Fired {
    rules: BTreeSet<Name>,
    companies: BTreeSet<Name>,
}

impl Fired {
    /// Adds what fired in one document.
    pub fn add(&mut self, analysis: &Analysis) {
        for sentence in &analysis.sentences {
            for tag in &sentence.tags {
                if !self.rules.contains(&tag.rule) {
                    self.rules.insert(tag.rule.clone());
                }
            }
            for mention in &sentence.companies {
                if !self.companies.contains(&mention.company) {
                    self.companies.insert(mention.company.clone());
                }
            }
        }
    }
}

/// A finding for each rule and company that never fired, where `asked` is true of its place; in the order of places.
pub fn entry_never_fires(taxonomy: &Taxonomy, fired: &Fired, asked: impl Fn(&Place) -> bool) -> Vec<Finding> {
    let mut findings: Vec<Finding> = taxonomy
        .places
        .rules
        .iter()
        .filter(|(rule, _)| !fired.rules.contains(*rule))
        .filter_map(|(rule, places)| Some((rule, places.iter().rev().find(|place| asked(place))?)))
        .map(|(rule, place)| finding(place, format!("`{rule}` decides no tag in this corpus")))
        .collect();
    for (company, places) in taxonomy.companies.iter().zip(&taxonomy.places.companies) {
        let place = places.iter().rev().find(|place| asked(place));
        if let Some(place) = place.filter(|_| !fired.companies.contains(&company.id)) {
            findings.push(finding(place, format!("company `{}` is not in this corpus", company.id)));
        }
    }
    findings.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    findings
}

fn finding(place: &Place, message: String) -> Finding {
    Finding { rule: "entry-never-fires", place: place.clone(), message, text: None, notes: Vec::new() }
}
