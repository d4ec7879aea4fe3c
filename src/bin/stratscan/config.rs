//! `stratscan.toml`: what a project says once so that nobody types it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;

const FILE: &str = "stratscan.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    corpus: Option<Corpus>,
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
        let folder = file.parent().unwrap_or(Path::new("")).to_owned();
        let paths = match read(&file)?.corpus {
            Some(Corpus::One(path)) => vec![path],
            Some(Corpus::Many(paths)) => paths,
            None => bail!("{} has no `corpus`; add a line such as corpus = \"articles\"", file.display()),
        };
        if paths.is_empty() {
            bail!("`corpus` in {} is empty; name a folder of articles", file.display());
        }
        return Ok(paths.into_iter().map(|path| folder.join(path)).collect());
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

fn read(file: &Path) -> Result<Config> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    toml::from_str(&text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start).min(text.len());
        let before = text.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        anyhow!("{}:{line}:{column}: {}", file.display(), error.message().trim_end())
    })
}
