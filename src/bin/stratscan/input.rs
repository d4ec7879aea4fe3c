//! Paths to analyses: read and analyzed in parallel, handed on in the order of paths, a chunk of files at a time.

use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::prelude::*;

use stratscan::analyze::{Analysis, Analyzer, Depth};
use stratscan::corpus::{self, Document, Notice};
use stratscan::study::Dates;
use stratscan::taxonomy::Taxonomy;

use crate::args::CorpusArgs;
use crate::config::Project;
use crate::notes::{self, Notes};
use crate::output::Outcome;

/// Files in memory at once.
const CHUNK: usize = 64;

/// The articles a command reads.
pub(crate) struct Input {
    files: Vec<PathBuf>,
    stdin: Option<String>,
    dates: Dates,
    notes: Notes,
    outcome: Outcome,
    depth: Depth,
}

/// What became of one file.
enum Fate<T> {
    Kept(T),
    Undated,
    OutOfTime,
}

impl Input {
    /// The articles that `paths` and `args` name, else those of the configuration. What cannot be found is told on
    /// standard error.
    pub(crate) fn find(paths: &[PathBuf], args: &CorpusArgs, notes: Notes) -> Result<Self> {
        let dates = args.dates();
        if dates.is_empty() {
            bail!("--since is after --until: no day lies between them; exchange the two");
        }
        let mut named: Vec<PathBuf> = paths.iter().chain(&args.corpus).cloned().collect();
        if named.is_empty() {
            named = Project::find(None)?.corpus()?;
        }
        let (stdin, named): (Vec<PathBuf>, Vec<PathBuf>) =
            named.into_iter().partition(|path| path.as_os_str() == "-");
        let stdin = (!stdin.is_empty()).then(|| args.stdin_filename.clone());
        Self::open(&named, stdin, dates, notes)
    }

    /// The articles of a folder, or one article.
    pub(crate) fn folder(path: &Path, notes: Notes) -> Result<Self> {
        Self::open(&[path.to_owned()], None, Dates::default(), notes)
    }

    fn open(named: &[PathBuf], stdin: Option<String>, dates: Dates, notes: Notes) -> Result<Self> {
        let (mut files, failures) = corpus::discover(named);
        files.sort_by(|a, b| a.as_os_str().as_encoded_bytes().cmp(b.as_os_str().as_encoded_bytes()));
        for failure in &failures {
            notes::error(&place(failure));
        }
        if files.is_empty() && stdin.is_none() && !failures.is_empty() {
            bail!("nothing is left to read");
        }
        if files.is_empty() && stdin.is_none() {
            let named: Vec<String> = named.iter().map(|path| format!("`{}`", path.display())).collect();
            bail!("there is no article (*.md, *.markdown, *.txt) in {}", named.join(", "));
        }
        let outcome = if failures.is_empty() { Outcome::Clean } else { Outcome::Incomplete };
        Ok(Self { files, stdin, dates, notes, outcome, depth: Depth::Facts })
    }

    /// The same, read down to `depth` only.
    pub(crate) fn to(self, depth: Depth) -> Self {
        Self { depth, ..self }
    }

    /// Analyzes every article, turns each analysis into what is kept of it with `map` (on any thread), and hands that
    /// to `take` in the order of paths, standard input first.
    pub(crate) fn each<T: Send>(
        self,
        taxonomy: &Taxonomy,
        map: impl Fn(Analysis) -> T + Sync,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<Outcome> {
        let mut outcome = self.outcome;
        let mut undated = 0;
        let mut settle = |result: Result<(Fate<T>, Vec<Notice>)>| -> Result<()> {
            match result {
                Ok((fate, notices)) => {
                    for notice in &notices {
                        self.notes.warn(&place(notice));
                    }
                    match fate {
                        Fate::Kept(kept) => take(kept)?,
                        Fate::Undated => undated += 1,
                        Fate::OutOfTime => {}
                    }
                }
                Err(error) => {
                    notes::error(&format!("{error:#}"));
                    outcome = Outcome::Incomplete;
                }
            }
            Ok(())
        };
        let analyzer = Analyzer::new(taxonomy);
        let fate = |(document, notices): (Document, Vec<Notice>)| {
            let date = document.front_matter.date;
            if self.dates.cover(date) {
                (Fate::Kept(map(analyzer.analyze_to(self.depth, &document))), notices)
            } else {
                (if date.is_none() { Fate::Undated } else { Fate::OutOfTime }, notices)
            }
        };
        if let Some(name) = &self.stdin {
            settle(read_stdin(name).map(fate))?;
        }
        for chunk in self.files.chunks(CHUNK) {
            let results: Vec<_> = chunk.par_iter().map(|path| read(path).map(fate)).collect();
            results.into_iter().try_for_each(&mut settle)?;
        }
        if undated > 0 {
            let documents = if undated == 1 { "document" } else { "documents" };
            self.notes
                .note(&format!("left out {undated} {documents} without a date, as --since or --until asks"));
        }
        Ok(outcome)
    }
}

fn read(path: &Path) -> Result<(Document, Vec<Notice>)> {
    corpus::read(path)
}

/// The article on standard input, under this name.
pub(crate) fn read_stdin(name: &str) -> Result<(Document, Vec<Notice>)> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).context("cannot read standard input")?;
    Ok(corpus::parse(name, &bytes))
}

fn place(notice: &Notice) -> String {
    match notice.line {
        Some(line) => format!("{}:{line}: {}", notice.path, notice.message),
        None => format!("{}: {}", notice.path, notice.message),
    }
}
