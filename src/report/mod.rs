//! Answers to text: one file a format. Returns strings or writes to a given writer; never prints.

mod csv;
mod json;
mod ndjson;
mod table;
mod view;

use crate::analyze::{Analysis, Sentence};

/// What every machine-readable answer says of its own making.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// The tool's version.
    pub version: &'a str,
    /// The taxonomy's hash.
    pub taxonomy: &'a str,
}

/// The answers that are lists: one row after the other, in the order of paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    /// Claims, and other sentences where asked for.
    Claims,
    /// Sentences.
    Sentences,
    /// Quantities of every sentence.
    Figures,
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFormat {
    /// For people at a terminal.
    Table,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// Comma-separated values with a header line.
    Csv,
}

/// What stands above the rows.
pub fn head(listing: Listing, format: RowFormat, stamp: Stamp) -> String {
    match format {
        RowFormat::Table | RowFormat::Ndjson => String::new(),
        RowFormat::Json => json::head(listing, stamp),
        RowFormat::Csv => csv::head(listing),
    }
}

/// The rows of one document: the sentences of `analysis` that `keep` names. What two documents give is joined by
/// [`separator`], unless one of them gave nothing.
pub fn rows(
    listing: Listing,
    format: RowFormat,
    analysis: &Analysis,
    keep: &[&Sentence],
    stamp: Stamp,
) -> String {
    match format {
        RowFormat::Table => table::rows(listing, analysis, keep),
        RowFormat::Json => json::rows(listing, analysis, keep, stamp),
        RowFormat::Ndjson => ndjson::rows(listing, analysis, keep, stamp),
        RowFormat::Csv => csv::rows(listing, analysis, keep),
    }
}

/// What stands between the rows of two documents.
pub fn separator(format: RowFormat) -> &'static str {
    match format {
        RowFormat::Table | RowFormat::Ndjson | RowFormat::Csv => "",
        RowFormat::Json => ",\n",
    }
}

/// What stands below the rows.
pub fn tail(format: RowFormat) -> &'static str {
    match format {
        RowFormat::Table | RowFormat::Ndjson | RowFormat::Csv => "",
        RowFormat::Json => "\n]}\n",
    }
}
