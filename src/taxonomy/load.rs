//! Files to a taxonomy: the built-in ones first, the user's on top, every mistake with its place.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::build::build;
use super::file::File;
use super::model::Taxonomy;
use crate::text::LineIndex;

/// The files that every build carries, in the order in which they are laid on top of each other.
const BUILTIN: &[(&str, &str)] = &[
    ("builtin/grammar.toml", include_str!("builtin/grammar.toml")),
    ("builtin/predicates.toml", include_str!("builtin/predicates.toml")),
    ("builtin/energy.toml", include_str!("builtin/energy.toml")),
    ("builtin/silicon.toml", include_str!("builtin/silicon.toml")),
    ("builtin/open-weights.toml", include_str!("builtin/open-weights.toml")),
    ("builtin/compute-resale.toml", include_str!("builtin/compute-resale.toml")),
    ("builtin/companies.toml", include_str!("builtin/companies.toml")),
];

/// A taxonomy file with its text, for messages that point into it.
pub(super) struct Source {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) file: File,
}

impl Source {
    /// `name:line:column` of the byte at `offset`.
    pub(super) fn place(&self, offset: usize) -> String {
        let at = LineIndex::new(&self.text).line_column(&self.text, offset);
        format!("{}:{}:{}", self.name, at.line, at.column)
    }
}

impl Taxonomy {
    /// The built-in taxonomy, extended and overridden by `files` in their order.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, is not TOML of the right shape, or names a company, axis, position, predicate or thing
    /// that does not exist; the message gives file, line and column.
    pub fn load(files: &[PathBuf]) -> Result<Self> {
        let mut sources = Vec::with_capacity(BUILTIN.len() + files.len());
        for (name, text) in BUILTIN {
            sources.push(parse(name, (*text).to_owned())?);
        }
        for path in files {
            let text = fs::read_to_string(path).with_context(|| {
                format!("cannot read taxonomy file `{}`; give the path of a TOML file", path.display())
            })?;
            sources.push(parse(&path.display().to_string(), text)?);
        }
        build(&sources)
    }
}

fn parse(name: &str, text: String) -> Result<Source> {
    match toml::from_str(&text) {
        Ok(file) => Ok(Source { name: name.to_owned(), text, file }),
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            let at = LineIndex::new(&text).line_column(&text, offset);
            bail!("{name}:{}:{}: {}", at.line, at.column, error.message())
        }
    }
}
