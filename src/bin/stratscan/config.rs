//! `stratscan.toml`: what a project says once so that nobody types it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use toml::Spanned;

const FILE: &str = "stratscan.toml";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    corpus: Option<Corpus>,
    #[serde(default)]
    check: Check,
}

/// What `stratscan check` asks of articles; what is left out is as built in.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Check {
    /// Relative to the file.
    pub(crate) paths: Option<Vec<PathBuf>>,
    pub(crate) required: Option<Vec<String>>,
    pub(crate) keys: Option<Vec<String>>,
    pub(crate) long_sentence: Option<usize>,
    pub(crate) near_duplicate: Option<f64>,
    pub(crate) unlisted_organisation: Option<usize>,
    #[serde(default)]
    pub(crate) levels: BTreeMap<Spanned<String>, LevelName>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LevelName {
    Off,
    Note,
    Warning,
    Error,
}

/// The configuration of a project and where it stands.
pub(crate) struct Project {
    /// `None` where there is no file.
    pub(crate) file: Option<PathBuf>,
    text: String,
    /// Relative to the working directory.
    pub(crate) corpus: Vec<PathBuf>,
    pub(crate) check: Check,
}

impl Project {
    /// Reads `file`, or the nearest stratscan.toml upwards from the working directory. Without one, everything is as
    /// built in.
    pub(crate) fn find(file: Option<&Path>) -> Result<Self> {
        let Some(file) = file.map_or_else(nearest_file, |file| Ok(Some(file.to_owned())))? else {
            let corpus = if Path::new("seeds").is_dir() { vec![PathBuf::from("seeds")] } else { Vec::new() };
            return Ok(Self { file: None, text: String::new(), corpus, check: Check::default() });
        };
        let (text, config) = read(&file)?;
        let corpus = match config.corpus {
            Some(Corpus::One(path)) => vec![path],
            Some(Corpus::Many(paths)) => paths,
            None => Vec::new(),
        };
        let mut check = config.check;
        check.paths = check.paths.map(|paths| beside(&file, paths));
        Ok(Self { text, corpus: beside(&file, corpus), check, file: Some(file) })
    }

    /// `file:line:column` of the byte at `offset` of the configuration.
    pub(crate) fn place(&self, offset: usize) -> String {
        place(self.file.as_deref().unwrap_or(Path::new(FILE)), &self.text, offset)
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a path or a list of paths")]
enum Corpus {
    One(PathBuf),
    Many(Vec<PathBuf>),
}

/// The corpus to read where none was named: `corpus` of the nearest stratscan.toml upwards from the working directory,
/// relative to that file, else `seeds`.
pub(crate) fn corpus() -> Result<Vec<PathBuf>> {
    if let Some(file) = nearest_file()? {
        let paths = match read(&file)?.1.corpus {
            Some(Corpus::One(path)) => vec![path],
            Some(Corpus::Many(paths)) => paths,
            None => bail!("{} has no `corpus`; add a line such as corpus = \"articles\"", file.display()),
        };
        if paths.is_empty() {
            bail!("`corpus` in {} is empty; name a folder of articles", file.display());
        }
        return Ok(beside(&file, paths));
    }
    let seeds = PathBuf::from("seeds");
    if seeds.is_dir() {
        return Ok(vec![seeds]);
    }
    bail!(
        "there is nothing to read: no --corpus, no {FILE} here or above, and no folder ./seeds. \
         Name a folder of articles with --corpus PATH, or create {FILE} with the line corpus = \"PATH\""
    )
}

/// Written so that what is read is named relative to the working directory, as people name it.
fn nearest_file() -> Result<Option<PathBuf>> {
    let here = std::env::current_dir().context("cannot tell the working directory")?;
    let mut folder = PathBuf::new();
    for _ in here.ancestors() {
        let file = folder.join(FILE);
        if file.is_file() {
            return Ok(Some(file));
        }
        folder.push("..");
    }
    Ok(None)
}

/// `paths` of `file` as seen from the working directory.
fn beside(file: &Path, paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let folder = file.parent().unwrap_or(Path::new(""));
    paths.into_iter().map(|path| folder.join(path)).collect()
}

fn read(file: &Path) -> Result<(String, Config)> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let config = toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let message = error.message().trim_end();
        anyhow!("{}: {message}{}", place(file, &text, start), suggestion(message))
    })?;
    Ok((text, config))
}

fn place(file: &Path, text: &str, offset: usize) -> String {
    let before = text.get(..offset.min(text.len())).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
    format!("{}:{line}:{column}", file.display())
}

/// "did you mean", where `message` names in backticks what was written and then what could be.
fn suggestion(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    let Some(written) = names.next() else { return String::new() };
    match crate::names::nearest(written, names.map(|name| (name, name))) {
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    }
}
