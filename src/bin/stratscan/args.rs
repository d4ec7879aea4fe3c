//! What was typed, exactly: no file is touched here.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Shows, with a citation for every cell, each company's strategy on each axis, from a folder of articles.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Claims, each with its companies, tags, status and figures
    Claims(ClaimsArgs),
    /// How the text was cut into sentences
    Sentences(ListArgs),
    /// Quantities of every sentence with value and unit
    Figures(ListArgs),
}

#[derive(Args)]
pub(crate) struct ClaimsArgs {
    #[command(flatten)]
    pub(crate) list: ListArgs,
    /// Print the sentences that are no claims, too
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Args)]
pub(crate) struct ListArgs {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// How rows are written
    #[arg(long, value_enum, default_value_t = RowFormat::Table)]
    pub(crate) format: RowFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
pub(crate) struct CorpusArgs {
    /// A file or folder of articles (repeatable) [default: `corpus` of the nearest stratscan.toml, else ./seeds]
    #[arg(long, value_name = "PATH")]
    pub(crate) corpus: Vec<PathBuf>,
    /// What standard input is called; its ending decides between Markdown and plain text
    #[arg(long, value_name = "NAME", default_value = "-")]
    pub(crate) stdin_filename: String,
}

#[derive(Args)]
pub(crate) struct OutputArgs {
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    Table,
    Json,
    Ndjson,
    Csv,
}

impl RowFormat {
    pub(crate) fn report(self) -> stratscan::report::RowFormat {
        match self {
            Self::Table => stratscan::report::RowFormat::Table,
            Self::Json => stratscan::report::RowFormat::Json,
            Self::Ndjson => stratscan::report::RowFormat::Ndjson,
            Self::Csv => stratscan::report::RowFormat::Csv,
        }
    }
}
