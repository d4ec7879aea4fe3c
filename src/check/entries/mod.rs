//! What should be looked at in a taxonomy: findings on its entries, one file a rule. A finding is no error: everything was
//! read and judged. Pure, and ignorant of how findings are printed.

mod alias_of_two_companies;
mod entry_never_fires;
mod entry_untested;
mod example_fails;

pub use alias_of_two_companies::alias_of_two_companies;
pub use entry_never_fires::{Fired, entry_never_fires};
pub use entry_untested::entry_untested;
pub use example_fails::{Tried, example_fails};

use crate::taxonomy::Place;

/// Something that should be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it, kebab-case.
    pub rule: &'static str,
    /// Where to look.
    pub place: Place,
    /// What is wrong, one line.
    pub message: String,
    /// The text it is about, where it is about one.
    pub text: Option<String>,
    /// What helps to put it right: a label and what it says, in the order in which they are read.
    pub notes: Vec<(&'static str, String)>,
}
