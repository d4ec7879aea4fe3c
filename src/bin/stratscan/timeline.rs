//! `stratscan timeline`.

use anyhow::Result;

use stratscan::report;
use stratscan::study::{self, Course, Step};

use crate::args::TimelineArgs;
use crate::input::Input;
use crate::names;
use crate::output::{self, Outcome, Sink};
use crate::overview::grid_format;
use crate::session::Session;

pub(crate) fn run(args: &TimelineArgs, session: &Session) -> Result<Outcome> {
    let taxonomy = &session.taxonomy;
    let course = Course {
        companies: names::companies(&args.companies, taxonomy)?,
        axes: names::axes(&args.axis, taxonomy)?,
        step: if args.quarters { Step::Quarter } else { Step::Month },
    };
    let input = Input::find(&[], &args.corpus, session.notes)?;
    let mut out = Sink::open(&args.output)?;
    let mut gleaned = Vec::new();
    let outcome = input.each(
        taxonomy,
        |analysis| course.glean(&analysis),
        |own| {
            gleaned.push(own);
            Ok(())
        },
    )?;
    let timeline = study::timeline(&course, taxonomy, gleaned);
    let format = grid_format(args.format, output::look(&args.output, session.colour));
    out.put(&report::timeline(&timeline, format, session.stamp()))?;
    out.finish()?;
    Ok(outcome)
}
