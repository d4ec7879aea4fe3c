//! `stratscan overview`.

use anyhow::Result;

use stratscan::report::{self, Look};
use stratscan::study::{self, Glance, Survey};

use crate::args::{GridFormat, OverviewArgs};
use crate::input::Input;
use crate::names;
use crate::output::{self, Outcome, Sink};
use crate::session::Session;

pub(crate) fn run(args: &OverviewArgs, session: &Session) -> Result<Outcome> {
    let taxonomy = &session.taxonomy;
    let survey = Survey {
        companies: names::companies(&args.company, taxonomy)?,
        axes: names::axes(&args.about.axis, taxonomy)?,
        statuses: args.about.status.iter().map(|status| status.0).collect(),
    };
    let input = Input::find(&args.paths, &args.corpus, session.notes)?;
    let mut out = Sink::open(&args.output)?;
    let mut seen = Glance::default();
    let outcome = input.each(
        taxonomy,
        |analysis| study::glance(&survey, &analysis),
        |glance| {
            seen.add(glance);
            Ok(())
        },
    )?;
    let overview = study::overview(&survey, taxonomy, seen);
    let format = grid_format(args.format, output::look(&args.output, session.colour));
    out.put(&report::overview(&overview, format, session.stamp()))?;
    out.finish()?;
    Ok(outcome)
}

pub(crate) fn grid_format(format: GridFormat, look: Look) -> report::GridFormat {
    match format {
        GridFormat::Table => report::GridFormat::Table(look),
        GridFormat::Markdown => report::GridFormat::Markdown,
        GridFormat::Json => report::GridFormat::Json,
        GridFormat::Csv => report::GridFormat::Csv,
    }
}
