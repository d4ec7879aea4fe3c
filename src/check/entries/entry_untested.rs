//! Entries of a taxonomy that no example shows at work.

use super::{Finding, Tried};
use crate::taxonomy::{Place, Taxonomy};

/// A finding for each rule and company that no example fired, where `asked` is true of its place; in the order of places.
pub fn entry_untested(taxonomy: &Taxonomy, tried: &Tried, asked: impl Fn(&Place) -> bool) -> Vec<Finding> {
    let mut findings: Vec<Finding> = taxonomy
        .places
        .rules
        .iter()
        .filter(|(rule, _)| !tried.rules.contains(*rule))
        .filter_map(|(rule, places)| Some((rule, places.iter().rev().find(|place| asked(place))?)))
        .map(|(rule, place)| finding(place, format!("no example shows `{rule}` at work")))
        .collect();
    for (company, places) in taxonomy.companies.iter().zip(&taxonomy.places.companies) {
        let place = places.iter().rev().find(|place| asked(place));
        if let Some(place) = place.filter(|_| !tried.companies.contains(&company.id)) {
            findings.push(finding(place, format!("no example mentions company `{}`", company.id)));
        }
    }
    findings.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    findings
}

fn finding(place: &Place, message: String) -> Finding {
    let help = "add a sentence that does to the examples of the file".to_owned();
    Finding { rule: "entry-untested", place: place.clone(), message, text: None, notes: vec![("help", help)] }
}
