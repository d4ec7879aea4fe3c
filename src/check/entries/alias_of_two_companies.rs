//! Names that stand for two companies: which one is meant would be left to the order of their ids. People may head
//! several companies, and a company may share a name with its parent.

use std::collections::BTreeMap;

use super::Finding;
use crate::taxonomy::{Company, Entry, NameKind, Place, Taxonomy};

/// A finding for each name that two companies claim, where `asked` is true of the place of one of them; in the order of
/// names.
pub fn alias_of_two_companies(taxonomy: &Taxonomy, asked: impl Fn(&Place) -> bool) -> Vec<Finding> {
    let mut claims: BTreeMap<&str, Vec<u16>> = BTreeMap::new();
    for company in &taxonomy.companies {
        for name in std::iter::once(&company.name).chain(&company.aliases) {
            claims.entry(name).or_insert_with(|| claimants(taxonomy, name));
        }
    }
    let mut findings = Vec::new();
    for (name, companies) in claims.into_iter().filter(|(_, companies)| companies.len() > 1) {
        let known: Vec<&Company> =
            companies.iter().map(|&index| &taxonomy.companies[usize::from(index)]).collect();
        let last = |index: &u16| taxonomy.places.companies[usize::from(*index)].last();
        if related(&known) {
            continue;
        }
        let Some(place) = companies.iter().rev().filter_map(last).find(|place| asked(place)) else {
            continue;
        };
        let ids: Vec<&str> = known.iter().map(|company| company.id.as_ref()).collect();
        findings.push(Finding {
            rule: "alias-of-two-companies",
            place: place.clone(),
            message: format!("`{name}` stands for {}", ids.join(" and ")),
            text: None,
            notes: vec![("help", "take it from all but one, or write a longer name".to_owned())],
        });
    }
    findings
}

/// The companies for which `name` stands, written just so, as anything but a person.
fn claimants(taxonomy: &Taxonomy, name: &str) -> Vec<u16> {
    let mut companies: Vec<u16> = taxonomy
        .lexicon
        .patterns
        .of(name)
        .filter_map(|entry| match entry {
            Entry::Name { company, kind } => (kind != NameKind::Person).then_some(company),
            Entry::Reject
            | Entry::Hint { .. }
            | Entry::Thing { .. }
            | Entry::Exclusion
            | Entry::Attribute(_)
            | Entry::Predicate { .. }
            | Entry::Grammar(_) => None,
        })
        .collect();
    companies.sort_unstable();
    companies.dedup();
    companies
}

fn related(companies: &[&Company]) -> bool {
    companies.iter().all(|company| {
        companies.iter().any(|other| {
            company.parent.as_ref() == Some(&other.id) || other.parent.as_ref() == Some(&company.id)
        })
    })
}
