//! Positions that cannot both hold: two that oppose each other on their axis, or one that other words deny. Only claims that
//! name the company and state it as fact or plan count; claims about different models are not held against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::classify::days;
use super::{Hunt, Reason};
use crate::analyze::{Analysis, Role, Sentence, Status};
use crate::corpus::Date;
use crate::study::evidence::{Evidence, Quote, evidence};
use crate::taxonomy::{Measure, Name, Taxonomy};
use crate::text::{WordKind, month_named, words};

/// Days after which one side counts as later than the other.
const LATER: i64 = 31;
/// So many of the best claims of each side are held against each other.
const BEST: usize = 12;

/// Two sides of a company's position on an axis.
#[derive(Clone, Debug)]
pub struct Dispute {
    /// The company.
    pub company: Name,
    /// The axis.
    pub axis: Name,
    /// `Revision` where one side follows the other in time, `OtherScope` where they speak of different models, else
    /// `Conflict`.
    pub reason: Reason,
    /// The side with the earlier claims, else the one that comes first on the axis.
    pub earlier: Stance,
    /// The other.
    pub later: Stance,
}

/// One side.
#[derive(Clone, Debug)]
pub struct Stance {
    /// The position's label, as printed.
    pub label: String,
    /// The position's id.
    pub position: Name,
    /// True where the claims deny the position.
    pub denied: bool,
    /// The claim that is shown.
    pub quote: Arc<Quote>,
    /// How many claims take this side.
    pub claims: usize,
    /// How many documents they stand in.
    pub documents: usize,
    /// The date of its first dated document.
    pub first: Option<Date>,
    /// The date of its last dated document.
    pub last: Option<Date>,
}

/// A claim that takes a side.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    company: Name,
    axis: Name,
    position: Name,
    denied: bool,
    evidence: Evidence,
    models: BTreeSet<String>,
}

/// The claims of a document that take a side on an axis with opposing positions.
pub(super) fn glean(hunt: &Hunt, analysis: &Analysis, taxonomy: &Taxonomy) -> Vec<Sighting> {
    let measures = &taxonomy.measures;
    if !hunt.metrics.is_empty() {
        return Vec::new();
    }
    let opposed = |axis: &Name| measures.opposites.iter().any(|[known, ..]| known == axis);
    let deniable = |axis: &Name| measures.denials.iter().any(|[known, _]| known == axis);
    let wanted = |sentence: &Sentence, axis: &Name, company: Option<&Name>| {
        (opposed(axis) || deniable(axis))
            && sentence.status != Status::Speculative
            && (hunt.axes.is_empty() || hunt.axes.contains(axis))
            && company.is_some_and(|company| hunt.companies.is_empty() || hunt.companies.contains(company))
    };
    let found = evidence(analysis, |sentence, tag| wanted(sentence, &tag.axis, tag.company.as_ref()));
    found.into_iter().filter_map(|evidence| sighting(evidence, taxonomy)).collect()
}

fn sighting(evidence: Evidence, taxonomy: &Taxonomy) -> Option<Sighting> {
    let company = evidence.company.clone()?;
    if evidence.role != Some(Role::Actor) || evidence.is_inferred() {
        return None;
    }
    let axis = Arc::clone(&evidence.axis);
    let denied = denials(&evidence.quote.text, taxonomy).find(|[known, _]| *known == axis);
    // That a thing is named beside the company is too little to hold it against others.
    let stated = evidence.stands.iter().filter(|stand| !stand.rule.starts_with("thing/"));
    let positions: Vec<&Name> = stated.filter_map(|stand| stand.position.as_ref()).collect();
    let (position, denied) = match (denied, &positions[..]) {
        (Some([_, position]), _) => (Arc::clone(position), true),
        (None, [one]) => (Arc::clone(one), false),
        // Both, or none: the claim takes no side.
        (None, _) => return None,
    };
    let models = models(&evidence.quote.text);
    Some(Sighting { company, axis, position, denied, evidence, models })
}

/// Axis and position of each phrase of `text` that denies one.
fn denials<'t>(text: &'t str, taxonomy: &'t Taxonomy) -> impl Iterator<Item = &'t [Name; 2]> {
    let patterns = &taxonomy.measures.patterns;
    let numbers: Vec<u32> = words(text)
        .filter(|word| word.kind != WordKind::Mark || word.span.of(text) != "-")
        .map(|word| patterns.word(word.span.of(text), word.fold))
        .collect();
    let mut found = Vec::new();
    for from in 0..numbers.len() {
        for node in patterns.walk(numbers[from..].iter().copied()) {
            found.extend(patterns.ends(node).filter_map(|ending| match ending.payload {
                Measure::Denial(at) => taxonomy.measures.denials.get(usize::from(at)),
                Measure::Metric(_) | Measure::Scope(_) => None,
            }));
        }
    }
    found.into_iter()
}

/// Names with a number, as models have them: "grok 4", "gpt oss 20b".
fn models(text: &str) -> BTreeSet<String> {
    let cut: Vec<&str> = words(text).map(|word| word.span.of(text)).filter(|word| *word != "-").collect();
    let named = |word: &str| word.chars().next().is_some_and(char::is_alphabetic) && word.len() > 2;
    let numbered = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() < 4;
    cut.windows(2)
        .filter(|pair| named(pair[0]) && numbered(pair[1]) && month_named(pair[0]).is_none())
        .filter(|pair| pair[0].starts_with(char::is_uppercase) || pair[0] == "oss")
        .map(|pair| format!("{} {}", pair[0].to_lowercase(), pair[1].to_lowercase()))
        .collect()
}

/// The disputes in what was gleaned; `stances` come with the number of their document.
pub(super) fn disputes(taxonomy: &Taxonomy, stances: Vec<(usize, Sighting)>) -> Vec<Dispute> {
    type Sides = BTreeMap<(Name, bool), Vec<(usize, Sighting)>>;
    let mut all: BTreeMap<(Name, Name), Sides> = BTreeMap::new();
    for (document, sighting) in stances {
        let key = (Arc::clone(&sighting.company), Arc::clone(&sighting.axis));
        let side = (Arc::clone(&sighting.position), sighting.denied);
        all.entry(key).or_default().entry(side).or_default().push((document, sighting));
    }
    let mut found = Vec::new();
    for ((company, axis), sides) in &all {
        let opposites = taxonomy.measures.opposites.iter().filter(|[known, ..]| known == axis);
        let opposed = opposites.map(|[_, one, other]| ((one, false), (other, false)));
        let denials: BTreeSet<&[Name; 2]> =
            taxonomy.measures.denials.iter().filter(|[known, _]| known == axis).collect();
        let denied = denials.into_iter().map(|[_, position]| ((position, false), (position, true)));
        for ((one, one_denied), (other, other_denied)) in opposed.chain(denied) {
            let side = |position: &Name, denied| sides.get(&(Arc::clone(position), denied));
            if let (Some(a), Some(b)) = (side(one, one_denied), side(other, other_denied)) {
                found.extend(dispute(taxonomy, company, axis, a, b));
            }
        }
    }
    found
}

type Cited<'s> = &'s (usize, Sighting);

fn dispute(
    taxonomy: &Taxonomy,
    company: &Name,
    axis: &Name,
    a: &[(usize, Sighting)],
    b: &[(usize, Sighting)],
) -> Option<Dispute> {
    let (best_a, best_b) = (best(a), best(b));
    let mut chosen: Option<(u8, Cited<'_>, Cited<'_>)> = None;
    for &one in &best_a {
        for &other in &best_b {
            let (x, y) = (&one.1.models, &other.1.models);
            let cost = match (x.is_empty(), y.is_empty()) {
                (true, true) => 0,
                (false, false) if x.intersection(y).next().is_some() => 0,
                (true, false) | (false, true) => 1,
                (false, false) => 2,
            };
            if one.0 != other.0 && chosen.is_none_or(|(least, ..)| cost < least) {
                chosen = Some((cost, one, other));
            }
        }
    }
    let (cost, one, other) = chosen?;
    let (one, other) = (stance(taxonomy, &one.1, a), stance(taxonomy, &other.1, b));
    let after = |early: &Stance, late: &Stance| match (early.last, late.first) {
        (Some(last), Some(first)) => days(first) - days(last) > LATER,
        (Some(_) | None, Some(_) | None) => false,
    };
    let turned = after(&one, &other) || after(&other, &one);
    let reason = match (cost, turned) {
        (2.., _) => Reason::OtherScope,
        (_, true) => Reason::Revision,
        (_, false) => Reason::Conflict,
    };
    let swap = one.first.is_some() && other.first.is_some() && other.first < one.first;
    let (earlier, later) = if swap { (other, one) } else { (one, other) };
    Some(Dispute { company: Arc::clone(company), axis: Arc::clone(axis), reason, earlier, later })
}

fn best(side: &[(usize, Sighting)]) -> Vec<&(usize, Sighting)> {
    let mut best: Vec<&(usize, Sighting)> = side.iter().collect();
    best.sort_by(|a, b| a.1.evidence.rank().cmp(&b.1.evidence.rank()));
    best.truncate(BEST);
    best
}

fn stance(taxonomy: &Taxonomy, shown: &Sighting, all: &[(usize, Sighting)]) -> Stance {
    let known = taxonomy
        .axis(&shown.axis)
        .and_then(|axis| axis.positions.iter().find(|position| position.id == shown.position));
    let label = known.map_or_else(|| shown.position.to_string(), |position| position.label.clone());
    let dates = || all.iter().filter_map(|(_, sighting)| sighting.evidence.quote.date);
    Stance {
        label,
        position: Arc::clone(&shown.position),
        denied: shown.denied,
        quote: Arc::clone(&shown.evidence.quote),
        claims: all.len(),
        documents: all.iter().map(|(document, _)| document).collect::<BTreeSet<_>>().len(),
        first: dates().min(),
        last: dates().max(),
    }
}
