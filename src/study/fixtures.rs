//! Analyses made by hand, for the tests of the answers.

use std::sync::Arc;

use crate::analyze::{Analysis, Figure, Mention, Role, Sentence, SentenceKind, Status, Tag, Unit};
use crate::corpus::BlockKind;
use crate::taxonomy::{Axis, Company, Position, Taxonomy};
use crate::text::Span;

/// Companies alpha, beta and beta's subsidiary gamma; the axis power with the positions buys, sells and saves.
pub(super) fn taxonomy() -> Taxonomy {
    let company = |id: &str, parent: Option<&str>| Company {
        id: Arc::from(id),
        name: id.to_uppercase(),
        parent: parent.map(Arc::from),
        aliases: Vec::new(),
        sectors: Vec::new(),
        firms: Vec::new(),
        default_person: false,
    };
    let position = |id: &str| Position { id: Arc::from(id), label: id.to_owned(), definition: String::new() };
    Taxonomy {
        companies: vec![company("alpha", None), company("beta", None), company("gamma", Some("beta"))],
        axes: vec![Axis {
            id: Arc::from("power"),
            label: "Power".to_owned(),
            definition: String::new(),
            touches: Vec::new(),
            rule: Arc::from("axis/energy"),
            positions: vec![position("buys"), position("sells"), position("saves")],
        }],
        ..Taxonomy::default()
    }
}

/// A document of these sentences, in this order.
pub(super) fn document(path: &str, sentences: Vec<Sentence>) -> Analysis {
    Analysis { path: path.to_owned(), encoding: None, title: None, date: None, source: None, sentences }
}

/// A claim without tags.
pub(super) fn claim(text: &str) -> Sentence {
    Sentence {
        id: text.to_owned(),
        span: Span::new(0, text.len()),
        line: 1,
        text: text.to_owned(),
        kind: SentenceKind::Claim,
        block: BlockKind::Paragraph,
        headings: Arc::from(Vec::new()),
        duplicate: false,
        companies: Vec::new(),
        tags: Vec::new(),
        status: Status::Actual,
        attributed_to: None,
        figures: Vec::new(),
        facts: Vec::new(),
        periods: Vec::new(),
    }
}

/// A figure that stands at the start of its claim.
pub(super) fn figure(low: f64, high: f64, unit: Unit) -> Figure {
    let span = Span::new(0, 1);
    Figure {
        text: String::new(),
        span,
        number: span,
        unit_span: None,
        low,
        high,
        unit,
        bound: None,
        rate: None,
    }
}

/// A claim that says of `company` (none: the industry) that it is on `power` with `position`.
pub(super) fn tagged(text: &str, company: &str, position: &str) -> Sentence {
    let mut claim = claim(text);
    if !company.is_empty() {
        claim.companies.push(Mention {
            company: Arc::from(company),
            role: Role::Actor,
            span: Span::new(0, 1),
            inferred: false,
        });
    }
    claim.tags.push(Tag {
        company: (!company.is_empty()).then(|| Arc::from(company)),
        axis: Arc::from("power"),
        position: (!position.is_empty()).then(|| Arc::from(position)),
        rule: Arc::from("by-hand"),
        evidence: vec![Span::new(0, 1)],
        inferred: false,
    });
    claim
}
