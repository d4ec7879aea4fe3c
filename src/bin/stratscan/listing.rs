//! `claims`, `sentences` and `figures`: rows written as they are found.

use anyhow::Result;

use stratscan::analyze::{Analysis, Sentence, SentenceKind};
use stratscan::report::{self, Listing, Stamp};
use stratscan::taxonomy::Taxonomy;

use crate::args::{ClaimsArgs, ListArgs};
use crate::input;
use crate::output::{self, Outcome};

pub(crate) fn claims(args: &ClaimsArgs) -> Result<Outcome> {
    run(Listing::Claims, &args.list, |sentence| args.all || sentence.kind == SentenceKind::Claim)
}

pub(crate) fn plain(listing: Listing, args: &ListArgs) -> Result<Outcome> {
    run(listing, args, |_| true)
}

fn run(listing: Listing, args: &ListArgs, keeps: impl Fn(&Sentence) -> bool + Sync) -> Result<Outcome> {
    let mut out = output::open(args.output.output.as_deref())?;
    let taxonomy = Taxonomy::load(&[])?;
    let stamp = Stamp { version: env!("CARGO_PKG_VERSION"), taxonomy: &taxonomy.hash };
    let format = args.format.report();
    out.write_all(report::head(listing, format, stamp).as_bytes())?;
    let mut first = true;
    let render = |analysis: Analysis| {
        let keep: Vec<&Sentence> = analysis.sentences.iter().filter(|sentence| keeps(sentence)).collect();
        report::rows(listing, format, &analysis, &keep, stamp)
    };
    let outcome = input::each(&args.paths, &args.corpus, &taxonomy, render, |rows| {
        if !rows.is_empty() {
            if !first {
                out.write_all(report::separator(format).as_bytes())?;
            }
            first = false;
            out.write_all(rows.as_bytes())?;
        }
        Ok(())
    })?;
    out.write_all(report::tail(format).as_bytes())?;
    out.flush()?;
    Ok(outcome)
}
