//! Every company × every axis, at a glance: where each stands and on how many claims. Quotes one claim a cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::evidence::{Evidence, evidence};
use super::tally::{Count, Read, Tally};
use crate::analyze::{Analysis, Status};
use crate::taxonomy::{Name, Taxonomy};

/// What is looked over.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Companies; none asks for all, and for the industry at large.
    pub companies: Vec<Name>,
    /// Axes; none asks for all.
    pub axes: Vec<Name>,
    /// Claims of other statuses are left out; none asks for all.
    pub statuses: Vec<Status>,
}

/// What an overview needs of one document, or of several.
#[derive(Clone, Debug, Default)]
pub struct Glance {
    read: Read,
    sightings: BTreeMap<(Option<Name>, Name), Sighting>,
}

/// Where one company stands on one axis.
#[derive(Clone, Debug)]
pub struct Sighting {
    /// Positions given, most claims first; filled in when all documents are seen.
    pub positions: Vec<Count>,
    /// How much stands behind it.
    pub tally: Tally,
    /// The best claim.
    pub best: Evidence,
}

/// What an overview needs of `analysis`.
pub fn glance(survey: &Survey, analysis: &Analysis) -> Glance {
    let mut sightings: BTreeMap<(Option<Name>, Name), Sighting> = BTreeMap::new();
    let wanted = evidence(analysis, |claim, tag| {
        (survey.companies.is_empty() || tag.company.as_ref().is_some_and(|c| survey.companies.contains(c)))
            && (survey.axes.is_empty() || survey.axes.contains(&tag.axis))
            && (survey.statuses.is_empty() || survey.statuses.contains(&claim.status))
    });
    for one in wanted {
        let mut tally = Tally::default();
        tally.count(&one);
        let key = (one.company.clone(), Arc::clone(&one.axis));
        merge(&mut sightings, key, Sighting { positions: Vec::new(), tally, best: one });
    }
    Glance { read: Read::of(analysis), sightings }
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Ids and labels of the axes, in the order asked, else of the taxonomy.
    pub axes: Vec<(Name, String)>,
    /// Companies with evidence: those with most claims first, then by id; the industry at large last.
    pub rows: Vec<OverviewRow>,
    /// What was read.
    pub read: Read,
}

/// One company.
#[derive(Clone, Debug)]
pub struct OverviewRow {
    /// `None` for the industry at large.
    pub company: Option<Name>,
    /// As printed.
    pub name: String,
    /// One for each axis; `None` where there is no evidence.
    pub cells: Vec<Option<Sighting>>,
}

impl Glance {
    /// Takes in what was seen of another document.
    pub fn add(&mut self, other: Self) {
        self.read.add(other.read);
        for (key, sighting) in other.sightings {
            merge(&mut self.sightings, key, sighting);
        }
    }
}

/// The answer to `survey` from what was seen of all documents.
pub fn overview(survey: &Survey, taxonomy: &Taxonomy, seen: Glance) -> Overview {
    let axes: Vec<_> = if survey.axes.is_empty() {
        taxonomy.axes.iter().collect()
    } else {
        survey.axes.iter().filter_map(|id| taxonomy.axis(id)).collect()
    };
    let mut rows: BTreeMap<Option<Name>, Vec<Option<Sighting>>> = BTreeMap::new();
    for ((company, axis), mut sighting) in seen.sightings {
        if let Some(at) = axes.iter().position(|one| one.id == axis) {
            sighting.positions = sighting.tally.positions(axes[at]);
            rows.entry(company).or_insert_with(|| vec![None; axes.len()])[at] = Some(sighting);
        }
    }
    let mut rows: Vec<OverviewRow> = rows
        .into_iter()
        .map(|(company, cells)| OverviewRow { name: name(company.as_ref(), taxonomy), company, cells })
        .collect();
    rows.sort_by_key(|row| (row.company.is_none(), std::cmp::Reverse(row.claims())));
    Overview {
        axes: axes.into_iter().map(|axis| (Arc::clone(&axis.id), axis.label.clone())).collect(),
        rows,
        read: seen.read,
    }
}

impl OverviewRow {
    /// Claims of all cells together.
    pub fn claims(&self) -> usize {
        self.cells.iter().flatten().map(|sighting| sighting.tally.claims).sum()
    }
}

fn merge(all: &mut BTreeMap<(Option<Name>, Name), Sighting>, key: (Option<Name>, Name), one: Sighting) {
    use std::collections::btree_map::Entry;
    match all.entry(key) {
        Entry::Vacant(place) => {
            place.insert(one);
        }
        Entry::Occupied(mut place) => {
            let place = place.get_mut();
            place.tally.add(one.tally);
            if one.best.rank() < place.best.rank() {
                place.best = one.best;
            }
        }
    }
}

fn name(company: Option<&Name>, taxonomy: &Taxonomy) -> String {
    match company {
        Some(id) => taxonomy.company(id).map_or_else(|| id.to_string(), |company| company.name.clone()),
        None => "industry".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{document, tagged, taxonomy};
    use super::*;

    #[test]
    fn companies_with_most_claims_come_first_and_the_industry_last() {
        let documents = [
            document("a.md", vec![tagged("Power is scarce.", "", "buys"), tagged("It is so.", "", "")]),
            document("b.md", vec![tagged("Alpha buys.", "alpha", "buys")]),
            document(
                "c.md",
                vec![tagged("Beta buys.", "beta", "buys"), tagged("Beta sells.", "beta", "sells")],
            ),
        ];
        let survey = Survey::default();
        let mut seen = Glance::default();
        for document in &documents {
            seen.add(glance(&survey, document));
        }
        let overview = overview(&survey, &taxonomy(), seen);
        let rows: Vec<_> = overview.rows.iter().map(|row| (row.name.as_str(), row.claims())).collect();
        assert_eq!(rows, [("BETA", 2), ("ALPHA", 1), ("industry", 2)]);
        assert!(overview.rows[0].cells[0].as_ref().is_some_and(|cell| cell.positions.len() == 2));
    }
}
