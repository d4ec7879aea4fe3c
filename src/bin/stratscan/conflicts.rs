//! `stratscan conflicts`.

use anyhow::Result;

use stratscan::report;
use stratscan::study::{self, Hunt};

use crate::args::{ConflictsArgs, PairFormat};
use crate::input::Input;
use crate::names;
use crate::output::{self, Outcome, Sink};
use crate::session::Session;

pub(crate) fn run(args: &ConflictsArgs, session: &Session) -> Result<Outcome> {
    let taxonomy = &session.taxonomy;
    let hunt = Hunt {
        companies: names::companies(&args.company, taxonomy)?,
        axes: names::axes(&args.axis, taxonomy)?,
        metrics: names::metrics(&args.metric, taxonomy)?,
    };
    let input = Input::find(&args.paths, &args.corpus, session.notes)?;
    let mut out = Sink::open(&args.output)?;
    let mut finds = Vec::new();
    let outcome = input.each(
        taxonomy,
        |analysis| hunt.glean(&analysis, taxonomy),
        |find| {
            finds.push(find);
            Ok(())
        },
    )?;
    let conflicts = study::conflicts(taxonomy, finds);
    let format = match args.format {
        PairFormat::Table => report::PairFormat::Table(output::look(&args.output, session.colour)),
        PairFormat::Markdown => report::PairFormat::Markdown,
        PairFormat::Json => report::PairFormat::Json,
        PairFormat::Ndjson => report::PairFormat::Ndjson,
    };
    out.put(&report::conflicts(&conflicts, args.all, format, session.stamp()))?;
    out.finish()?;
    Ok(outcome)
}
