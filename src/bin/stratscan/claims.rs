//! `stratscan claims`.

use anyhow::Result;

use stratscan::analyze::SentenceKind;
use stratscan::report::Listing;
use stratscan::study::Filter;

use crate::args::ClaimsArgs;
use crate::output::Outcome;
use crate::session::Session;
use crate::{listing, names};

pub(crate) fn run(args: ClaimsArgs, session: &Session) -> Result<Outcome> {
    let axes = names::axes(&args.about.axis, &session.taxonomy)?;
    let filter = Filter {
        companies: names::companies(&args.company, &session.taxonomy)?,
        positions: names::positions(&args.position, &axes, &session.taxonomy)?,
        axes,
        statuses: args.about.status.iter().map(|status| status.0).collect(),
        roles: args.role.iter().map(|role| role.0).collect(),
        text: args.grep,
        heading: args.heading,
    };
    listing::run(Listing::Claims, &args.list, session, |sentence| {
        (args.all || sentence.kind == SentenceKind::Claim) && filter.keeps(sentence)
    })
}
