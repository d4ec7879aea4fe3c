//! How far two sets of labels agree: one coder with another, or the analyzer with a coder.
//!
//! Rows of the other side are laid on the row of the first side (the gold) that they overlap most, and what several of them
//! say of one row is put together. Gold duplicates are skipped; what lies on no gold row counts as extra; what comes after
//! the last labelled row of a document is not judged.

mod bootstrap;
mod labels;
mod score;

pub use bootstrap::Resample;
pub use labels::{Fact, Ids, Kind, Label, TagLabel};
pub use score::{Count, agreement};

/// The agreement of two sets of labels.
#[derive(Clone, Debug)]
pub struct Agreement {
    /// One for each kind, in the order of [`Kind::ALL`].
    pub kinds: Vec<KindScore>,
    /// Gold claims matched by exactly one row with the same ends, three bytes either way.
    pub exact: usize,
    /// Gold claims.
    pub claims: usize,
    /// In the order of their ids.
    pub axes: Vec<AxisScore>,
    /// Companies with a label on either side, most gold labels first, then in the order of their ids.
    pub companies: Vec<CompanyScore>,
    /// In the order of the gold.
    pub documents: Vec<DocumentScore>,
    /// In the order of the gold; of one sentence, in the order of [`Kind::ALL`].
    pub differences: Vec<Difference>,
    /// What the intervals were drawn from.
    pub resample: Resample,
}

/// The agreement on one kind of label.
#[derive(Clone, Copy, Debug)]
pub struct KindScore {
    /// What is compared.
    pub kind: Kind,
    /// Over all documents.
    pub count: Count,
    /// Mean of the documents' own F1, of those with such a gold label; 1 where there is none.
    pub mean_of_documents: f64,
    /// Of F1, 95 in 100 of the redrawn samples; `low <= high`.
    pub interval: (f64, f64),
}

/// The agreement on one axis.
#[derive(Clone, Debug)]
pub struct AxisScore {
    /// The axis's id.
    pub axis: String,
    /// (sentence, axis).
    pub axes: Count,
    /// (sentence, company, axis).
    pub cells: Count,
    /// (sentence, company, axis, position).
    pub positions: Count,
    /// Cohen's kappa for whether a claim speaks to the axis, over the claims both sides have; `None` where there is none.
    pub kappa: Option<f64>,
}

/// The agreement on one company.
#[derive(Clone, Debug)]
pub struct CompanyScore {
    /// The company's id.
    pub company: String,
    /// (sentence, company).
    pub companies: Count,
    /// (sentence, company, axis).
    pub cells: Count,
    /// (sentence, company, axis, position).
    pub positions: Count,
}

/// The agreement on one document.
#[derive(Clone, Debug)]
pub struct DocumentScore {
    /// As the gold names it.
    pub document: String,
    /// In the order of [`Kind::ALL`].
    pub counts: [Count; Kind::ALL.len()],
}

/// A sentence on which the two sides differ in one kind of label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As the gold names the document.
    pub document: String,
    /// From 1; 0 where the row does not say.
    pub line: usize,
    /// The row's id, where it has one.
    pub id: String,
    /// The sentence.
    pub text: String,
    /// What they differ in.
    pub kind: Kind,
    /// What the gold says, sorted.
    pub gold: Vec<String>,
    /// What the other side says, sorted.
    pub other: Vec<String>,
}

#[cfg(test)]
mod tests;
