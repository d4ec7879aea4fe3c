//! The articles to check and those to compare them with, read and analyzed in parallel.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use stratscan::analyze::Analyzer;
use stratscan::check::Article;
use stratscan::corpus::{self, Document, Notice, NoticeKind};
use stratscan::taxonomy::Taxonomy;

use super::CheckArgs;
use super::entries::is_taxonomy;
use crate::config::Project;

/// What was read.
pub(super) struct Gathered {
    /// In the order of paths.
    pub(super) articles: Vec<Article>,
    /// Files that could not be read.
    pub(super) failures: Vec<Notice>,
}

pub(super) fn gather(args: &CheckArgs, project: &Project, taxonomy: &Taxonomy) -> Result<Gathered> {
    let corpus = if args.corpus.is_empty() { &project.corpus } else { &args.corpus };
    let (entries, paths): (Vec<PathBuf>, Vec<PathBuf>) =
        args.paths.iter().cloned().partition(|path| is_taxonomy(path));
    let asked = match &project.check.paths {
        _ if !args.paths.is_empty() => &paths,
        Some(paths) if args.corpus.is_empty() => paths,
        Some(_) | None => corpus,
    };
    if asked.is_empty() && entries.is_empty() {
        bail!(project.nothing("PATH"));
    }
    let (stdin, named): (Vec<PathBuf>, Vec<PathBuf>) =
        asked.iter().cloned().partition(|path| path.as_os_str() == "-");
    let (files, mut failures) = corpus::discover(&tidy(&named));
    let files = tidy(&files);
    // Those to compare with come last: a file that is both is reported.
    let all: Vec<PathBuf> = files.iter().cloned().chain(tidy(corpus)).collect();
    let (all, unread) = corpus::discover(&all);
    let all = tidy(&all);
    failures.extend(unread.into_iter().filter(|notice| !failures.contains(notice)).collect::<Vec<_>>());
    let reported = files.len();
    if reported == 0 && entries.is_empty() && stdin.is_empty() && failures.is_empty() {
        let named: Vec<String> = named.iter().map(|path| format!("`{}`", path.display())).collect();
        bail!("there is no article (*.md, *.markdown, *.txt) in {}", named.join(", "));
    }
    let analyzer = Analyzer::new(taxonomy);
    let read = |(at, path): (usize, &PathBuf)| {
        let read = corpus::read(path).map_err(|error| failure(path, &error))?;
        Ok(article(read, at < reported, &analyzer))
    };
    let results: Vec<Result<Article, Notice>> = all.par_iter().enumerate().map(read).collect();
    let mut articles = Vec::with_capacity(results.len() + 1);
    for result in results {
        match result {
            Ok(article) => articles.push(article),
            Err(notice) => failures.push(notice),
        }
    }
    if !stdin.is_empty() {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
        articles.push(article(corpus::parse(&args.stdin_filename, &bytes), true, &analyzer));
    }
    articles.sort_by(|a, b| a.document.path.cmp(&b.document.path));
    Ok(Gathered { articles, failures })
}

fn article((document, notices): (Document, Vec<Notice>), reported: bool, analyzer: &Analyzer<'_>) -> Article {
    let analysis = analyzer.analyze(&document);
    Article { document, analysis, notices, reported }
}

fn failure(path: &Path, error: &anyhow::Error) -> Notice {
    let cause = error.root_cause();
    let message = format!("cannot be read: {cause}; check the path and its permissions");
    let path = path.to_string_lossy().replace('\\', "/");
    Notice { path, kind: NoticeKind::Unreadable, line: None, message }
}

/// Paths below the working directory are named relative to it, however they were given, so that fingerprints and the
/// paths of reports are the same for everybody.
pub(super) fn tidy(paths: &[PathBuf]) -> Vec<PathBuf> {
    let here = std::env::current_dir().unwrap_or_default();
    let tidy = |path: &PathBuf| {
        let path = path.strip_prefix(&here).unwrap_or(path);
        let path: PathBuf = path.components().filter(|part| part.as_os_str() != ".").collect();
        if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
    };
    paths.iter().map(tidy).collect()
}
