//! What a taxonomy holds once it is loaded.

use std::sync::Arc;

/// An id of the taxonomy (company, axis, position, rule), kebab-case, shared.
pub type Name = Arc<str>;

/// Companies, axes and lexicon, ready to be matched.
#[derive(Clone, Debug, Default)]
pub struct Taxonomy {
    /// In the order of their ids.
    pub companies: Vec<Company>,
    /// In the order of the file: the order of rows in a comparison.
    pub axes: Vec<Axis>,
    /// Hexadecimal hash of everything that was loaded: the same text gives the same hash on every machine.
    pub hash: String,
}

/// An organisation the taxonomy knows.
#[derive(Clone, Debug)]
pub struct Company {
    /// Kebab-case id.
    pub id: Name,
    /// As people write it.
    pub name: String,
    /// Other names it goes by, products, models, people and sites that stand for it; in the order of the file.
    pub aliases: Vec<String>,
    /// The company it belongs to.
    pub parent: Option<Name>,
}

/// A strategy axis: a row of the comparison.
#[derive(Clone, Debug)]
pub struct Axis {
    /// Kebab-case id.
    pub id: Name,
    /// As printed.
    pub label: String,
    /// One sentence.
    pub definition: String,
    /// In the order of the file.
    pub positions: Vec<Position>,
}

/// Where a company can stand on an axis.
#[derive(Clone, Debug)]
pub struct Position {
    /// Kebab-case id, unique within its axis.
    pub id: Name,
    /// A word or two, as printed in a cell.
    pub label: String,
    /// One sentence.
    pub definition: String,
}

impl Taxonomy {
    /// The company with this id.
    pub fn company(&self, id: &str) -> Option<&Company> {
        self.companies
            .binary_search_by(|company| company.id.as_ref().cmp(id))
            .ok()
            .map(|at| &self.companies[at])
    }

    /// The axis with this id.
    pub fn axis(&self, id: &str) -> Option<&Axis> {
        self.axes.iter().find(|axis| axis.id.as_ref() == id)
    }
}
