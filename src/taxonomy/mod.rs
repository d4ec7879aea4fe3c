//! What to look for: companies, axes with their positions, and the lexicon. All of it is data (`builtin/*.toml`), which a
//! user's file extends or overrides.

mod build;
mod file;
mod inflect;
mod load;
mod model;
mod patterns;

pub use model::{Axis, Company, Name, Position, Taxonomy};
pub(crate) use model::{Cue, Entry, Form, Lexicon, NameKind, Row, Thing};
pub(crate) use patterns::{UNKNOWN, is_joint, plain};
