//! One JSON document an answer, for programs that read the whole; `docs/json.md` is its contract.

use super::{Listing, Stamp, ndjson};
use crate::analyze::{Analysis, Sentence};

pub(super) fn head(listing: Listing, stamp: Stamp) -> String {
    let name = match listing {
        Listing::Claims => "claims",
        Listing::Sentences => "sentences",
        Listing::Figures => "figures",
    };
    format!(
        "{{\"schema\":\"stratscan.{name}/1\",\"version\":\"{}\",\"taxonomy\":\"{}\",\"{name}\":[\n",
        stamp.version, stamp.taxonomy
    )
}

pub(super) fn rows(listing: Listing, analysis: &Analysis, keep: &[&Sentence], stamp: Stamp) -> String {
    ndjson::objects(listing, analysis, keep, stamp, ",\n", "")
}
