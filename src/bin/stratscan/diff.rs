//! `stratscan diff`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use rayon::prelude::*;

use stratscan::analyze::Analyzer;
use stratscan::corpus::{self, Blob, Revision};
use stratscan::report::{self, DiffFormat, DiffSides};
use stratscan::study::diff::{Scope, Sheet, diff};

use crate::args::{DocumentFormat, KEEP, OUTPUT, OutputArgs, READ};
use crate::config::Project;
use crate::input::Input;
use crate::names;
use crate::output::{self, Outcome, Sink};
use crate::session::Session;

/// Files of a revision in memory at once.
const CHUNK: usize = 64;

#[derive(Args)]
#[command(after_help = "\
Examples:
  stratscan diff articles-in-may/ articles/
  stratscan diff main HEAD --corpus articles/ --format markdown -o comment.md
  stratscan diff HEAD articles/ --exit-code

Claims are matched by their text: renamed files, moved lines and white space are no change, and a claim of which some words \
changed is one change. Exit status: 0 done; 1 with --exit-code, where something changed; 2 could not run.")]
pub(crate) struct DiffArgs {
    /// A folder or file, or a git revision
    #[arg(value_name = "OLD")]
    old: String,
    /// The same, later
    #[arg(value_name = "NEW")]
    new: String,
    /// Where the articles of a revision lie (repeatable) [default: the other side where it is a folder, else the
    /// configured corpus]
    #[arg(long, value_name = "PATH", help_heading = READ)]
    corpus: Vec<PathBuf>,
    /// Only claims and figures of these companies
    #[arg(long, value_name = "COMPANY", value_delimiter = ',', help_heading = KEEP)]
    company: Vec<String>,
    /// Only claims on these axes
    #[arg(long, value_name = "AXIS", value_delimiter = ',', help_heading = KEEP)]
    axis: Vec<String>,
    /// List claims on no axis and without a figure that is told whose, too
    #[arg(long, help_heading = KEEP)]
    all: bool,
    /// Exit with 1 where something changed
    #[arg(long, help_heading = OUTPUT)]
    exit_code: bool,
    /// How the answer is written; markdown is fit for a comment on a pull request, json lists every claim
    #[arg(long, value_enum, default_value_t = DocumentFormat::Table, help_heading = OUTPUT)]
    format: DocumentFormat,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &DiffArgs, session: &Session) -> Result<Outcome> {
    let scope = Scope {
        companies: names::companies(&args.company, &session.taxonomy)?,
        axes: names::axes(&args.axis, &session.taxonomy)?,
    };
    let old = State::find(&args.old, &args.new, args)?;
    let new = State::find(&args.new, &args.old, args)?;
    tell_alike(&old, &new, args, session);
    let mut out = Sink::open(&args.output)?;
    let (old, before) = old.sheets(session)?;
    let (new, after) = new.sheets(session)?;
    if old.is_empty() && new.is_empty() {
        bail!(
            "neither side has an article (*.md, *.markdown, *.txt); name the folder of the articles with --corpus"
        );
    }
    let found = diff(&scope, &session.taxonomy, &old, new);
    let format = match args.format {
        DocumentFormat::Table => DiffFormat::Table(output::look(&args.output, session.colour)),
        DocumentFormat::Markdown => DiffFormat::Markdown,
        DocumentFormat::Json => DiffFormat::Json,
    };
    let sides = DiffSides { old: &args.old, new: &args.new };
    out.put(&report::diff(&found, sides, args.all, format, session.stamp()))?;
    out.finish()?;
    Ok(match (before, after) {
        (Outcome::Incomplete, _) | (_, Outcome::Incomplete) => Outcome::Incomplete,
        (Outcome::Clean | Outcome::Findings, Outcome::Clean | Outcome::Findings) => {
            if args.exit_code && !found.is_empty() { Outcome::Findings } else { Outcome::Clean }
        }
    })
}

/// One side of a diff.
enum State {
    Folder(PathBuf),
    /// The places of a corpus at a revision.
    Revision(Vec<Revision>),
}

impl State {
    /// What `name` stands for: what is there on the disk, else a revision of what the corpus lies in.
    fn find(name: &str, other: &str, args: &DiffArgs) -> Result<Self> {
        if Path::new(name).exists() {
            return Ok(Self::Folder(PathBuf::from(name)));
        }
        let corpus = if !args.corpus.is_empty() {
            args.corpus.clone()
        } else if Path::new(other).exists() {
            vec![PathBuf::from(other)]
        } else {
            Project::find(None)?.corpus
        };
        let mut places = Vec::new();
        for path in &corpus {
            places.extend(Revision::find(name, path)?);
        }
        if !places.is_empty() {
            return Ok(Self::Revision(places));
        }
        if corpus.is_empty() && Revision::find(name, Path::new("."))?.is_some() {
            bail!(
                "`{name}` is a revision, but where its articles lie is not known; name their folder with --corpus"
            );
        }
        if Revision::find("HEAD", corpus.first().map_or(Path::new("."), PathBuf::as_path))?.is_none() {
            bail!(
                "`{name}` is no folder or file, and there is no git repository that could know it as a revision"
            );
        }
        bail!(
            "`{name}` is neither a folder or file nor a revision that git knows; fetch it, or check the spelling"
        );
    }

    /// What a diff needs of each article, in the order of paths.
    fn sheets(self, session: &Session) -> Result<(Vec<Sheet>, Outcome)> {
        match self {
            Self::Folder(root) => {
                let mut sheets = Vec::new();
                let read = Input::folder(&root, session.notes)?.each(
                    &session.taxonomy,
                    |analysis| Sheet::new(&key(&root, &analysis.path), &analysis),
                    |sheet| {
                        sheets.push(sheet);
                        Ok(())
                    },
                )?;
                Ok((sheets, read))
            }
            Self::Revision(places) => {
                let analyzer = Analyzer::new(&session.taxonomy);
                let mut sheets = Vec::new();
                for place in &places {
                    for blobs in place.articles()?.chunks(CHUNK) {
                        let read = place.read(blobs)?;
                        let read: Vec<(&Blob, Vec<u8>)> = blobs.iter().zip(read).collect();
                        let sheet = |(blob, bytes): (&Blob, Vec<u8>)| {
                            let (document, _) = corpus::parse(&blob.path, &bytes);
                            Sheet::new(&blob.key, &analyzer.analyze(&document))
                        };
                        sheets.par_extend(read.into_par_iter().map(sheet));
                    }
                }
                Ok((sheets, Outcome::Clean))
            }
        }
    }
}

/// The path of an article below `root`; empty where `root` is the article.
fn key(root: &Path, path: &str) -> String {
    Path::new(path)
        .strip_prefix(root)
        .map_or_else(|_| path.to_owned(), |key| key.to_string_lossy().into_owned())
}

/// Says that both names stand for the same state: nothing can have changed.
fn tell_alike(old: &State, new: &State, args: &DiffArgs, session: &Session) {
    match (old, new) {
        (State::Folder(one), State::Folder(other)) => {
            if one.canonicalize().ok() == other.canonicalize().ok() {
                session.notes.note(&format!("`{}` and `{}` are the same folder", args.old, args.new));
            }
        }
        (State::Revision(one), State::Revision(other)) => {
            let commits =
                |all: &[Revision]| -> Vec<String> { all.iter().map(|one| one.commit().to_owned()).collect() };
            if commits(one) == commits(other) {
                session.notes.note(&format!("`{}` and `{}` are the same commit", args.old, args.new));
            }
        }
        (State::Folder(_), State::Revision(_)) | (State::Revision(_), State::Folder(_)) => {}
    }
}
