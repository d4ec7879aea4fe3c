//! Files to a taxonomy: the built-in ones first, the user's on top, every mistake with its place.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::build::build;
use super::file::File;
use super::model::{Name, Taxonomy};
use super::places::Place;
use crate::text::{self, LineIndex};

/// The files that every build carries, in the order in which they are laid on top of each other.
pub(crate) const BUILTIN: &[(&str, &str)] = &[
    ("builtin/grammar.toml", include_str!("builtin/grammar.toml")),
    ("builtin/predicates.toml", include_str!("builtin/predicates.toml")),
    ("builtin/energy.toml", include_str!("builtin/energy.toml")),
    ("builtin/silicon.toml", include_str!("builtin/silicon.toml")),
    ("builtin/open-weights.toml", include_str!("builtin/open-weights.toml")),
    ("builtin/compute-resale.toml", include_str!("builtin/compute-resale.toml")),
    ("builtin/metrics.toml", include_str!("builtin/metrics.toml")),
    ("builtin/companies.toml", include_str!("builtin/companies.toml")),
];

/// The sentences that show the entries of the built-in files at work; only tests read them.
#[cfg(test)]
pub(crate) const BUILTIN_EXAMPLES: &[(&str, &str)] = &[
    ("builtin/energy.examples.toml", include_str!("builtin/energy.examples.toml")),
    ("builtin/silicon.examples.toml", include_str!("builtin/silicon.examples.toml")),
    ("builtin/open-weights.examples.toml", include_str!("builtin/open-weights.examples.toml")),
    ("builtin/compute-resale.examples.toml", include_str!("builtin/compute-resale.examples.toml")),
    ("builtin/companies.examples.toml", include_str!("builtin/companies.examples.toml")),
];

/// A file with its text, for messages that point into it.
pub(super) struct Source<F = File> {
    pub(super) name: Name,
    pub(super) text: String,
    lines: LineIndex,
    pub(super) file: F,
}

impl<F> Source<F> {
    /// `name:line:column` of the byte at `offset`.
    pub(super) fn place(&self, offset: usize) -> String {
        self.spot(offset).to_string()
    }

    /// The place of the byte at `offset`.
    pub(super) fn spot(&self, offset: usize) -> Place {
        let at = self.lines.line_column(&self.text, offset);
        Place { file: self.name.clone(), line: at.line, column: at.column }
    }
}

/// `message` with the place of what it is about.
pub(super) fn located<F>(source: &Source<F>, what: &Spanned<String>, message: &str) -> String {
    format!("{}: {message}", source.place(what.span().start))
}

impl Taxonomy {
    /// The built-in taxonomy, extended and overridden by `files` in their order, out of the text of all of them.
    pub(crate) fn of_texts(files: &[PathBuf]) -> Result<Self> {
        let sources = sources(files)?;
        let taxonomy = build(&sources)?;
        for source in &sources {
            taxonomy.examples_in(source)?;
        }
        Ok(taxonomy)
    }
}

/// The built-in files, then `files`.
pub(super) fn sources(files: &[PathBuf]) -> Result<Vec<Source>> {
    let mut sources = Vec::with_capacity(BUILTIN.len() + files.len());
    for (name, text) in BUILTIN {
        sources.push(parse(name, (*text).to_owned())?);
    }
    for path in files {
        sources.push(parse(&path.display().to_string(), read(path)?)?);
    }
    Ok(sources)
}

/// The text of a file of a taxonomy or its examples.
pub(super) fn read(path: &Path) -> Result<String> {
    let name = path.display();
    let bytes = fs::read(path)
        .with_context(|| format!("cannot read taxonomy file `{name}`; give the path of a TOML file"))?;
    text::utf_8(bytes)
        .map_err(|at| anyhow!("{name}:{}:{}: is not UTF-8; save it as UTF-8", at.line, at.column))
}

/// `text` as a file of the shape `F`; `name` is for messages.
pub(super) fn parse<F: DeserializeOwned>(name: &str, text: String) -> Result<Source<F>> {
    let lines = LineIndex::new(&text);
    match toml::from_str(&text) {
        Ok(file) => Ok(Source { name: Arc::from(name), lines, text, file }),
        Err(error) => {
            let at = lines.line_column(&text, error.span().map_or(0, |span| span.start));
            let message = error.message().trim_end();
            let hint = text::suggestion(message);
            let message = message.replace("expected a sequence", "expected a list, as in [\"one\", \"two\"]");
            bail!("{name}:{}:{}: {message}{hint}", at.line, at.column)
        }
    }
}
