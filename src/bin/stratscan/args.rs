//! What was typed, exactly: no file is touched here.
#![expect(clippy::doc_markdown, reason = "doc comments are help texts here, shown as they stand")]

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};

use stratscan::analyze::{Role, Status};
use stratscan::corpus::Date;
use stratscan::study::agreement::{Kind, Resample};
use stratscan::study::{Dates, Pattern};

/// The groups of options in a command's help.
const READ: &str = "What to read";
const KEEP: &str = "What to keep";
const OUTPUT: &str = "Output";
const GENERAL: &str = "General";

/// Shows, with a citation for every cell, each company's strategy on each axis, from a folder of articles
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "\
Example:
  stratscan compare meta openai --corpus articles/

Without --corpus, articles are read from `corpus` of the nearest stratscan.toml, else from ./seeds.
Exit status: 0 done; 1 findings; 2 could not run, or some file could not be read."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) shared: SharedArgs,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Axes × companies: position, strength, figures and best quotes, each with file:line
    Compare(CompareArgs),
    /// Every company × every axis, at a glance
    Overview(OverviewArgs),
    /// Claims, each with its companies, tags, status and figures
    Claims(ClaimsArgs),
    /// Quantities of every sentence, with value and unit
    #[command(after_help = "Example:\n  stratscan figures articles/ --format csv -o figures.csv")]
    Figures(ListArgs),
    /// Figures and positions that disagree between sources, with both quotes and why
    Conflicts(ConflictsArgs),
    /// How the positions of companies move with the dates of the articles, turns marked
    Timeline(TimelineArgs),
    /// How the text was cut into sentences, and which of them are claims
    #[command(after_help = "Example:\n  stratscan sentences articles/energy.md")]
    Sentences(ListArgs),
    /// Why a sentence has its tags, and what nearly gave others
    Explain(ExplainArgs),
    /// How far hand labels and the analyzer, or two coders, agree
    Eval(EvalArgs),
    /// Hold articles to the rules: for CI, hooks and editors
    Check(CheckArgs),
    /// The companies that the taxonomy knows, with their aliases
    Companies(CompaniesArgs),
    /// The axes that the taxonomy knows, with their positions
    #[command(after_help = "Example:\n  stratscan axes --format json")]
    Axes(AxesArgs),
    /// Begin, show and test a taxonomy of your own
    Taxonomy {
        #[command(subcommand)]
        command: TaxonomyCommand,
    },
    /// A script that completes commands and options in your shell
    #[command(
        after_help = "Example:\n  stratscan completions bash > ~/.local/share/bash-completion/completions/stratscan"
    )]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

#[derive(Subcommand)]
pub(crate) enum TaxonomyCommand {
    /// A starter file that works and teaches: a company, an alias, an axis of its own, and examples
    #[command(after_help = "Example:\n  stratscan taxonomy init -o mine.toml")]
    Init {
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Every entry that is in force and where it comes from
    #[command(after_help = "Example:\n  stratscan taxonomy show --taxonomy mine.toml --format toml")]
    Show {
        /// How the answer is written; toml holds the entries as written
        #[arg(long, value_enum, default_value_t = EntryFormat::Table, help_heading = OUTPUT)]
        format: EntryFormat,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Try the examples of taxonomy files; tell what no example shows, and names of two companies
    #[command(after_help = "\
Examples:
  stratscan taxonomy test mine.toml
  stratscan taxonomy test mine.toml --corpus articles/

With --corpus it also tells which entries never fire there. Exit status: 0 all holds; 1 findings; 2 could not run.")]
    Test(TaxonomyTestArgs),
}

#[derive(Args)]
pub(crate) struct TaxonomyTestArgs {
    /// Taxonomy files, with the examples they hold and those of the *.examples.toml beside them; or files of examples
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
pub(crate) struct SharedArgs {
    /// Add a taxonomy file; it extends and overrides what is built in (repeatable)
    #[arg(long, value_name = "FILE", global = true, help_heading = GENERAL)]
    pub(crate) taxonomy: Vec<PathBuf>,
    /// When to use colour; `auto` follows the terminal and NO_COLOR
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Colour::Auto, global = true, help_heading = OUTPUT)]
    pub(crate) color: Colour,
    /// Keep notes to yourself; errors are still printed
    #[arg(short, long, global = true, help_heading = OUTPUT)]
    pub(crate) quiet: bool,
    /// How many threads read articles [default: one a core]
    #[arg(long, value_name = "N", global = true, help_heading = GENERAL)]
    pub(crate) threads: Option<NonZeroUsize>,
}

#[derive(Args)]
#[command(after_help = "\
Example:
  stratscan compare meta openai --corpus articles/ --axis energy

A cell names the positions that at least a quarter of its claims give, and after “also” the others. Its quotes are the \
best: named before inferred, actual before planned before speculative, the one who acts before the other side, prose \
before rows of tables, with figures before without, shorter before longer; each position named has one before any has two.")]
pub(crate) struct CompareArgs {
    /// One to six companies: ids, names or aliases, in any case
    #[arg(value_name = "COMPANY", required = true)]
    pub(crate) companies: Vec<String>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    #[command(flatten)]
    pub(crate) about: AboutArgs,
    /// How many quotes a cell shows [default: 2, in a table narrower than 100 columns 1]
    #[arg(long, value_name = "N", help_heading = OUTPUT)]
    pub(crate) evidence: Option<usize>,
    /// Count what is said of a subsidiary to its parent
    #[arg(long, help_heading = KEEP)]
    pub(crate) with_subsidiaries: bool,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = GridFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: GridFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
#[command(after_help = "Example:\n  stratscan overview articles/ --status actual,planned")]
pub(crate) struct OverviewArgs {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// Only these companies
    #[arg(long, value_name = "COMPANY", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) company: Vec<String>,
    #[command(flatten)]
    pub(crate) about: AboutArgs,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = GridFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: GridFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// What the claims of a comparison or an overview are about.
#[derive(Args)]
pub(crate) struct AboutArgs {
    /// Only these axes
    #[arg(long, value_name = "AXIS", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) axis: Vec<String>,
    /// Only claims that stand so
    #[arg(long, value_enum, value_name = "STATUS", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) status: Vec<StatusArg>,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  stratscan claims articles/ --company meta --axis energy
  stratscan claims articles/ --grep 'gigawatt|GW' --format ndjson | jq .text")]
pub(crate) struct ClaimsArgs {
    /// Only claims with one of these companies; with --axis or --position, tagged with it
    #[arg(long, value_name = "COMPANY", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) company: Vec<String>,
    #[command(flatten)]
    pub(crate) about: AboutArgs,
    /// Only claims that give one of these positions
    #[arg(long, value_name = "POSITION", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) position: Vec<String>,
    /// Only claims in which a company (one of --company, where given) has this role
    #[arg(long, value_enum, value_name = "ROLE", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) role: Vec<RoleArg>,
    /// Only claims whose text matches this regular expression, in any case
    #[arg(long, value_name = "REGEX", value_parser = Pattern::parse, help_heading = KEEP)]
    pub(crate) grep: Option<Pattern>,
    /// Only claims under a heading that matches this regular expression, in any case
    #[arg(long, value_name = "REGEX", value_parser = Pattern::parse, help_heading = KEEP)]
    pub(crate) heading: Option<Pattern>,
    /// Print the sentences that are no claims, too
    #[arg(long, help_heading = KEEP)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) list: ListArgs,
}

#[derive(Args)]
pub(crate) struct ListArgs {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// How rows are written
    #[arg(long, value_enum, default_value_t = RowFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: RowFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  stratscan explain articles/power.md:12
  stratscan explain 1f0c2a9be6d37745 --corpus articles/ --format json")]
pub(crate) struct ExplainArgs {
    /// FILE:LINE, or the id of a sentence as `claims --format ndjson` prints it
    #[arg(value_name = "FILE:LINE|ID")]
    pub(crate) target: String,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  stratscan eval labels.ndjson articles/ --show positions
  stratscan eval ann.ndjson --against ben.ndjson --format markdown -o agreement.md

docs/eval.md says how a sample is labelled and what the numbers mean.")]
pub(crate) struct EvalArgs {
    /// Labels, one JSON object a line; each names its document by the end of its path
    #[arg(value_name = "GOLD")]
    pub(crate) gold: PathBuf,
    /// Files or folders that hold the labelled documents
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// Compare with these labels of another coder; no document is read
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paths", "corpus"], help_heading = READ)]
    pub(crate) against: Option<PathBuf>,
    /// Ids of companies that count as the same: on each line an id, then its other ids [default: the aliases of the
    /// taxonomy]
    #[arg(long, value_name = "FILE", help_heading = READ)]
    pub(crate) ids: Option<PathBuf>,
    /// What samples are redrawn from for the intervals [default: documents, of fewer than five sentences]
    #[arg(long, value_enum, value_name = "WHAT", help_heading = OUTPUT)]
    pub(crate) resample: Option<ResampleArg>,
    /// List the sentences that differ in these labels, with both
    #[arg(long, value_enum, value_name = "KIND", value_delimiter = ',', help_heading = OUTPUT)]
    pub(crate) show: Vec<KindArg>,
    /// How the answer is written; json lists every difference
    #[arg(long, value_enum, default_value_t = DocumentFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: DocumentFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
#[command(after_help = "\
Examples:
  stratscan check articles/
  stratscan check --changed-since origin/main --format github --format sarif=out.sarif
  stratscan check --explain missing-field

Levels, required fields and thresholds stand in [check] of stratscan.toml. Articles silence a rule with
<!-- stratscan-ignore NAME: reason --> above a block, or # stratscan-ignore NAME: reason in the front matter.
Exit status: 0 nothing at or above --fail-on; 1 findings; 2 some file could not be read.")]
pub(crate) struct CheckArgs {
    /// Files or folders that findings are asked of, or - for standard input [default: the corpus]
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// A file or folder of articles to compare with, as rules across articles do (repeatable) [default: the
    /// configured corpus]
    #[arg(long, value_name = "PATH", help_heading = READ)]
    pub(crate) corpus: Vec<PathBuf>,
    /// What standard input is called; `.txt` at its end makes it plain text, else it is Markdown
    #[arg(long, value_name = "NAME", default_value = "-", help_heading = READ)]
    pub(crate) stdin_filename: String,
    /// Read this file instead of the nearest stratscan.toml
    #[arg(long, value_name = "FILE", help_heading = READ)]
    pub(crate) config: Option<PathBuf>,
    /// Only findings in files or lines changed since this git revision
    #[arg(long, value_name = "REV", help_heading = KEEP)]
    pub(crate) changed_since: Option<String>,
    /// Leave out the findings that this file knows
    #[arg(long, value_name = "FILE", help_heading = KEEP)]
    pub(crate) baseline: Option<PathBuf>,
    /// Write what is found to this file, to be left out later
    #[arg(long, value_name = "FILE", help_heading = OUTPUT, conflicts_with_all = ["baseline", "changed_since"])]
    pub(crate) write_baseline: Option<PathBuf>,
    /// Fail on findings of this level or above
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailOn::Warning, help_heading = OUTPUT)]
    pub(crate) fail_on: FailOn,
    /// How findings are written: human, json, ndjson, sarif, github or markdown; FORMAT=FILE writes to a file
    /// (repeatable)
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = CheckOutput::parse, help_heading = OUTPUT)]
    pub(crate) format: Vec<CheckOutput>,
    /// Judge dates as on this day [default: today]
    #[arg(long, value_name = "DATE", value_parser = date, help_heading = GENERAL)]
    pub(crate) today: Option<Date>,
    /// Print the page of a rule
    #[arg(long, value_name = "NAME", help_heading = GENERAL)]
    pub(crate) explain: Option<String>,
    /// Print the settings that hold here
    #[arg(long, help_heading = GENERAL)]
    pub(crate) show_config: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Note,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Human,
    Json,
    Ndjson,
    Sarif,
    Github,
    Markdown,
}

/// A format, and the file it is written to instead of standard output.
#[derive(Clone)]
pub(crate) struct CheckOutput {
    pub(crate) format: CheckFormat,
    pub(crate) file: Option<PathBuf>,
}

impl CheckOutput {
    fn parse(text: &str) -> Result<Self, String> {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err("name a file behind `=`".to_owned()),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        match CheckFormat::from_str(name, false) {
            Ok(format) => Ok(Self { format, file }),
            Err(_) => Err("formats are human, json, ndjson, sarif, github and markdown".to_owned()),
        }
    }
}

#[derive(Args)]
#[command(after_help = "\
Example:
  stratscan conflicts articles/ --company meta

A conflict is two values for the same company, metric, unit and period that differ by more than rounding and stated \
bounds; a revision is one whose source is later. docs/conflicts.md tells the classes apart.")]
pub(crate) struct ConflictsArgs {
    /// Files, folders, or - for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// Only what these companies are a party to
    #[arg(long, value_name = "COMPANY", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) company: Vec<String>,
    /// Only claims on these axes
    #[arg(long, value_name = "AXIS", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) axis: Vec<String>,
    /// Only figures of these metrics (capex, revenue, deal-value …), no positions
    #[arg(long, value_name = "METRIC", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) metric: Vec<String>,
    /// Show pairs of other periods or scopes, overlaps, roundings and equal values, too
    #[arg(long, help_heading = KEEP)]
    pub(crate) all: bool,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = PairFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: PairFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
#[command(after_help = "Example:\n  stratscan timeline meta openai --corpus articles/ --axis open-weights")]
pub(crate) struct TimelineArgs {
    /// Companies: ids, names or aliases, in any case
    #[arg(value_name = "COMPANY", required = true)]
    pub(crate) companies: Vec<String>,
    #[command(flatten)]
    pub(crate) corpus: CorpusArgs,
    /// Only these axes
    #[arg(long, value_name = "AXIS", value_delimiter = ',', help_heading = KEEP)]
    pub(crate) axis: Vec<String>,
    /// Steps of quarters instead of months
    #[arg(long, help_heading = OUTPUT)]
    pub(crate) quarters: bool,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = GridFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: GridFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
#[command(after_help = "Example:\n  stratscan companies llama")]
pub(crate) struct CompaniesArgs {
    /// Only companies with one of these words in their id, name or aliases
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

#[derive(Args)]
pub(crate) struct AxesArgs {
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = ListFormat::Table, help_heading = OUTPUT)]
    pub(crate) format: ListFormat,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// Which articles are read.
#[derive(Args)]
pub(crate) struct CorpusArgs {
    /// A file or folder of articles, or - for standard input (repeatable)
    #[arg(long, value_name = "PATH", help_heading = READ)]
    pub(crate) corpus: Vec<PathBuf>,
    /// What standard input is called; `.txt` at its end makes it plain text, else it is Markdown
    #[arg(long, value_name = "NAME", default_value = "-", help_heading = READ)]
    pub(crate) stdin_filename: String,
    /// Only articles of this day, month or year (YYYY-MM-DD, YYYY-MM, YYYY) or later
    #[arg(long, value_name = "DATE", value_parser = date, help_heading = READ)]
    since: Option<Date>,
    /// Only articles of this day, month or year or earlier
    #[arg(long, value_name = "DATE", value_parser = date, help_heading = READ)]
    until: Option<Date>,
}

impl CorpusArgs {
    pub(crate) fn dates(&self) -> Dates {
        Dates { since: self.since, until: self.until }
    }
}

#[derive(Args)]
pub(crate) struct OutputArgs {
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE", help_heading = OUTPUT)]
    output: Option<PathBuf>,
}

impl OutputArgs {
    /// This file, else standard output.
    pub(crate) fn to(file: Option<PathBuf>) -> Self {
        Self { output: file }
    }

    /// The file to write; none for standard output, which `-` names, too.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| path.as_os_str() != "-")
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    Table,
    Markdown,
    Json,
    Ndjson,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GridFormat {
    Table,
    Markdown,
    Json,
    Csv,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PairFormat {
    Table,
    Markdown,
    Json,
    Ndjson,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Table,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EntryFormat {
    Table,
    Toml,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DocumentFormat {
    Table,
    Markdown,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResampleArg {
    Documents,
    Sentences,
}

impl From<ResampleArg> for Resample {
    fn from(typed: ResampleArg) -> Self {
        match typed {
            ResampleArg::Documents => Self::Documents,
            ResampleArg::Sentences => Self::Sentences,
        }
    }
}

/// A kind of label as typed.
#[derive(Clone, Copy)]
pub(crate) struct KindArg(pub(crate) Kind);

impl ValueEnum for KindArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(Kind::Claim),
            Self(Kind::Companies),
            Self(Kind::Axes),
            Self(Kind::Cells),
            Self(Kind::Positions),
            Self(Kind::Figures),
            Self(Kind::Status),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

/// A status as typed.
#[derive(Clone, Copy)]
pub(crate) struct StatusArg(pub(crate) Status);

impl ValueEnum for StatusArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Status::Actual), Self(Status::Planned), Self(Status::Speculative)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Status::Actual => "actual",
            Status::Planned => "planned",
            Status::Speculative => "speculative",
        }))
    }
}

/// A role as typed.
#[derive(Clone, Copy)]
pub(crate) struct RoleArg(pub(crate) Role);

impl ValueEnum for RoleArg {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self(Role::Actor), Self(Role::Counterparty), Self(Role::Reference)]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self.0 {
            Role::Actor => "actor",
            Role::Counterparty => "counterparty",
            Role::Reference => "reference",
        }))
    }
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write a date as YYYY-MM-DD, YYYY-MM or YYYY".to_owned())
}
