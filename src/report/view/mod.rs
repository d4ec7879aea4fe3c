//! The objects of the JSON contract (`docs/json.md`), apart from the types of the other stages so that those can move.
//! Arrays are empty rather than null; null stands where there is no company, position, speaker, date, bound or rate.

mod answers;
mod lists;
mod rows;

pub(super) use answers::{ComparisonView, OverviewView};
pub(super) use lists::{AxesView, CompaniesView};
pub(super) use rows::{
    ClaimView, FigureView, QuantityView, SentenceView, bound, kind, parties, role, status, unit,
};
