//! What to look for: companies, axes with their positions, and the lexicon. All of it is data (`builtin/*.toml`), which a
//! user's file extends or overrides.

mod model;

pub use model::{Axis, Company, Name, Position, Taxonomy};
