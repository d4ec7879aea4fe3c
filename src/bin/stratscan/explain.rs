//! `stratscan explain`: why a sentence has its tags, and what nearly gave others.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use stratscan::analyze::{Analyzer, Sentence};
use stratscan::corpus::{self, Document};
use stratscan::report::{self, ExplainFormat};

use crate::args::{CorpusArgs, ListFormat, OUTPUT, OutputArgs};
use crate::input::{self, Input};
use crate::output::{self, Outcome, Sink};
use crate::session::Session;

#[derive(Args)]
#[command(after_help = "\
Examples:
  stratscan explain articles/power.md:12
  stratscan explain 1f0c2a9be6d37745 --corpus articles/ --format json")]
pub(crate) struct ExplainArgs {
    #[expect(clippy::doc_markdown, reason = "a help text, shown as it stands")]
    /// FILE:LINE (-:LINE for standard input), or the id of a sentence as `claims --format ndjson` prints it
    #[arg(value_name = "FILE:LINE|ID", allow_hyphen_values = true)]
    target: String,
    #[command(flatten)]
    corpus: CorpusArgs,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table, help_heading = OUTPUT)]
    format: ListFormat,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &ExplainArgs, session: &Session) -> Result<Outcome> {
    let analyzer = Analyzer::new(&session.taxonomy);
    let (document, explained) = match Target::parse(&args.target)? {
        Target::Line(path, line) => {
            let (document, _) = if path == Path::new("-") {
                input::read_stdin(&args.corpus.stdin_filename)?
            } else {
                corpus::read(&path)?
            };
            let explained = analyzer.explain(&document, |sentence| covers(&document, sentence, line));
            if explained.is_empty() {
                bail!(
                    "no sentence stands on line {line} of `{}`; `stratscan sentences` lists them with their lines",
                    document.path
                );
            }
            (document, explained)
        }
        Target::Id(id) => {
            let path = path_of(&id, args, session)?;
            let (document, _) = corpus::read(&path)?;
            let explained = analyzer.explain(&document, |sentence| sentence.id == id);
            (document, explained)
        }
    };
    let format = match args.format {
        ListFormat::Table => ExplainFormat::Table(output::look(&args.output, session.colour)),
        ListFormat::Json => ExplainFormat::Json,
    };
    let mut out = Sink::open(&args.output)?;
    out.put(&report::explain(&document.path, &explained, format, session.stamp()))?;
    out.finish()?;
    Ok(Outcome::Clean)
}

/// What is to be explained.
#[derive(Debug, PartialEq)]
enum Target {
    Line(PathBuf, usize),
    Id(String),
}

impl Target {
    fn parse(text: &str) -> Result<Self> {
        if text.starts_with('-') && !text.starts_with("-:") {
            bail!("`{text}` is no option of `stratscan explain`; see `stratscan explain --help`");
        }
        if let Some((path, line)) = text.rsplit_once(':') {
            if let Some(line) = line.parse().ok().filter(|&line| line > 0) {
                return Ok(Self::Line(PathBuf::from(path), line));
            }
            // A place as compilers write it ends in a column.
            let column = line.is_empty() || line.bytes().all(|byte| byte.is_ascii_digit());
            if !path.is_empty() && column {
                bail!("`{text}` names no line; write FILE:LINE, as in articles/power.md:12");
            }
        }
        if text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Self::Id(text.to_ascii_lowercase()));
        }
        bail!(
            "`{text}` is neither FILE:LINE nor the id of a sentence; \
             `stratscan claims --format ndjson` prints both"
        );
    }
}

/// True where some of the sentence stands on `line`.
fn covers(document: &Document, sentence: &Sentence, line: usize) -> bool {
    let last = document.lines.line(sentence.span.end.saturating_sub(1).max(sentence.span.start));
    (sentence.line..=last).contains(&line)
}

/// The file of the corpus that holds the sentence with this id.
fn path_of(id: &str, args: &ExplainArgs, session: &Session) -> Result<PathBuf> {
    let input = Input::find(&[], &args.corpus, session.notes)?;
    let mut found: Option<String> = None;
    input.each(
        &session.taxonomy,
        |analysis| analysis.sentences.iter().any(|sentence| sentence.id == id).then_some(analysis.path),
        |path| {
            found = found.take().or(path);
            Ok(())
        },
    )?;
    match found {
        Some(path) => Ok(Path::new(&path).to_owned()),
        None => bail!(
            "no sentence of these documents has the id {id}; ids depend on the path as given: \
             name the same --corpus as when it was printed"
        ),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, reason = "a target that is not read has failed the test")]

    use super::*;

    #[test]
    fn places_and_ids_are_told_apart() {
        let line = Target::parse("a:b.md:12").expect("a place");
        assert_eq!(line, Target::Line(PathBuf::from("a:b.md"), 12));
        assert_eq!(Target::parse("-:3").expect("a place"), Target::Line(PathBuf::from("-"), 3));
        let id = Target::parse("00FF00ff00ff00ff").expect("an id");
        assert_eq!(id, Target::Id("00ff00ff00ff00ff".to_owned()));
        for wrong in ["a.md", "a.md:0", "a.md:", "12", "--table", "-:0"] {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}
