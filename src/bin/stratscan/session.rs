//! What every command has: the taxonomy, and how to talk to people.

use std::path::PathBuf;

use anyhow::{Context, Result};

use stratscan::report::Stamp;
use stratscan::taxonomy::Taxonomy;

use crate::args::{Colour, SharedArgs};
use crate::notes::Notes;

/// What every command has.
pub(crate) struct Session {
    pub(crate) taxonomy: Taxonomy,
    pub(crate) notes: Notes,
    pub(crate) colour: Colour,
}

impl Session {
    /// Loads the taxonomy and sets the number of threads.
    pub(crate) fn open(args: &SharedArgs) -> Result<Self> {
        Self::open_with(args, &args.taxonomy)
    }

    /// The same with these taxonomy files instead of those of the options.
    pub(crate) fn open_with(args: &SharedArgs, files: &[PathBuf]) -> Result<Self> {
        if let Some(threads) = args.threads {
            rayon::ThreadPoolBuilder::new()
                .num_threads(threads.get())
                .build_global()
                .with_context(|| format!("cannot start {threads} threads"))?;
        }
        let taxonomy = Taxonomy::load(files)?;
        Ok(Self { taxonomy, notes: Notes { quiet: args.quiet }, colour: args.color })
    }

    pub(crate) fn stamp(&self) -> Stamp<'_> {
        Stamp { version: env!("CARGO_PKG_VERSION"), taxonomy: &self.taxonomy.hash }
    }
}
