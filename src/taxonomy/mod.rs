//! What to look for: companies, axes with their positions, and the lexicon. All of it is data (`builtin/*.toml`), which a
//! user's file extends or overrides.

mod build;
mod checks;
mod examples;
mod file;
mod inflect;
mod load;
mod metrics;
mod model;
mod patterns;
mod places;
mod show;
mod steps;
mod written;

pub use examples::{Asked, Example, TagPattern, Want};
#[cfg(test)]
pub(crate) use load::{BUILTIN, BUILTIN_EXAMPLES};
pub(crate) use metrics::{Measure, ScopeCue};
pub use metrics::{Metric, MetricKind};
pub(crate) use model::{Attribute, Cue, Entry, Form, Kind, Lexicon, NameKind, Row, Thing};
pub use model::{Axis, Company, Name, Position, Taxonomy};
pub(crate) use patterns::{Ending, Patterns, is_joint, lower, plain};
pub use places::Place;
pub use show::Entered;
pub(crate) use written::WordList;
pub use written::{Written, WrittenFile};

/// A taxonomy file that works and teaches: a company, an alias, and an axis of its own with things, an act, rows and
/// examples.
pub const STARTER: &str = include_str!("starter.toml");
