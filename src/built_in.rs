//! The taxonomy that every build carries, as `build.rs` left it. With files of a user everything is made out of its text
//! again: words and entries of all files are numbered together.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::taxonomy::Taxonomy;

impl Taxonomy {
    /// The built-in taxonomy, extended and overridden by `files` in their order.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is not TOML of the right shape, or names a company, axis, position, predicate or thing
    /// that does not exist; the message gives file, line and column.
    pub fn load(files: &[PathBuf]) -> Result<Self> {
        if !files.is_empty() {
            return Self::of_texts(files);
        }
        postcard::from_bytes(BUILT_IN)
            .context("this build of stratscan carries no sound taxonomy; build it again")
    }
}

const BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/taxonomy"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_carried_is_what_the_files_say() {
        let carried = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
        let made = Taxonomy::of_texts(&[]).expect("the built-in files make a taxonomy");
        let seen = |taxonomy: &Taxonomy| {
            let Taxonomy { companies, axes, metrics, places, hash, .. } = taxonomy;
            format!("{companies:?} {axes:?} {metrics:?} {places:?} {hash}")
        };
        assert!(seen(&carried) == seen(&made));
        assert_eq!(carried.phrases(), made.phrases());
        let rows = |taxonomy: &Taxonomy| taxonomy.lexicon.rows.iter().count();
        assert_eq!(rows(&carried), rows(&made));
    }
}
