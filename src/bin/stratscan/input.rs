//! Paths to analyses: read and analyzed in parallel, handed on in the order of paths, a chunk of files at a time.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rayon::prelude::*;

use stratscan::analyze::{Analysis, analyze};
use stratscan::corpus;
use stratscan::taxonomy::Taxonomy;

use crate::args::CorpusArgs;
use crate::output::Outcome;

/// Files in memory at once.
const CHUNK: usize = 64;

/// A file, or standard input.
enum Input {
    File(PathBuf),
    Stdin(String),
}

impl Input {
    fn name(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().replace('\\', "/"),
            Self::Stdin(name) => name.clone(),
        }
    }
}

/// Analyzes every file that `paths` and `args` name, turns each analysis into what is kept of it with `map`, and hands
/// that to `take` in the order of paths. A file that cannot be read is named on standard error and makes the outcome
/// incomplete.
pub(crate) fn each<T: Send>(
    paths: &[PathBuf],
    args: &CorpusArgs,
    taxonomy: &Taxonomy,
    map: impl Fn(Analysis) -> T + Sync,
    mut take: impl FnMut(T) -> Result<()>,
) -> Result<Outcome> {
    let (inputs, mut outcome) = inputs(paths, args);
    for chunk in inputs.chunks(CHUNK) {
        let results: Vec<Result<T>> = chunk
            .par_iter()
            .map(|input| read(input).map(|bytes| map(analysis(input, &bytes, taxonomy))))
            .collect();
        for result in results {
            match result {
                Ok(kept) => take(kept)?,
                Err(error) => {
                    eprintln!("stratscan: {error:#}");
                    outcome = Outcome::Incomplete;
                }
            }
        }
    }
    Ok(outcome)
}

fn analysis(input: &Input, bytes: &[u8], taxonomy: &Taxonomy) -> Analysis {
    let (document, _) = corpus::parse(&input.name(), bytes);
    analyze(&document, taxonomy)
}

fn read(input: &Input) -> Result<Vec<u8>> {
    match input {
        Input::File(path) => std::fs::read(path).with_context(|| format!("cannot read `{}`", input.name())),
        Input::Stdin(_) => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
            Ok(bytes)
        }
    }
}

fn inputs(paths: &[PathBuf], args: &CorpusArgs) -> (Vec<Input>, Outcome) {
    let mut inputs = Vec::new();
    let mut outcome = Outcome::Clean;
    for path in paths.iter().chain(&args.corpus) {
        if path.as_os_str() == "-" {
            inputs.push(Input::Stdin(args.stdin_filename.clone()));
        } else if path.is_dir() {
            if let Err(error) = walk(path, &mut inputs) {
                eprintln!("stratscan: {error:#}");
                outcome = Outcome::Incomplete;
            }
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    inputs.sort_by_cached_key(Input::name);
    inputs.dedup_by_key(|input| input.name());
    (inputs, outcome)
}

fn walk(folder: &Path, inputs: &mut Vec<Input>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, inputs)?;
        } else if path
            .extension()
            .is_some_and(|ending| ending == "md" || ending == "markdown" || ending == "txt")
        {
            inputs.push(Input::File(path));
        }
    }
    Ok(())
}
