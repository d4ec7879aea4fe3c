//! Axes × companies: the position of each company on each axis, and what stands behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::evidence::{Evidence, claims, evidence};
use super::tally::{Count, Read, Tally};
use crate::analyze::{Analysis, Figure, Status, Unit};
use crate::taxonomy::{Axis, Name, Taxonomy};

/// What is compared.
#[derive(Clone, Debug)]
pub struct Question {
    /// One column each, in this order.
    pub companies: Vec<Name>,
    /// One row each; none asks for all, in the order of the taxonomy.
    pub axes: Vec<Name>,
    /// Claims of other statuses are left out; none asks for all.
    pub statuses: Vec<Status>,
    /// How many quotes a cell shows.
    pub quotes: usize,
    /// For each company that may stand in a claim, the column it counts to.
    columns: BTreeMap<Name, usize>,
    /// Companies below a column that are not counted to it, with the column's company.
    apart: BTreeMap<Name, Name>,
}

impl Question {
    /// A question about `companies`; with `subsidiaries`, what is said of a company's subsidiaries counts to it, unless
    /// the subsidiary has a column of its own.
    pub fn new(companies: Vec<Name>, subsidiaries: bool, taxonomy: &Taxonomy) -> Self {
        let own: BTreeMap<Name, usize> =
            companies.iter().enumerate().map(|(at, company)| (Arc::clone(company), at)).collect();
        let mut columns = own.clone();
        let mut apart = BTreeMap::new();
        for company in taxonomy.companies.iter().filter(|company| !own.contains_key(&company.id)) {
            if let Some((parent, &at)) = nearest_parent(&company.id, taxonomy, &own) {
                if subsidiaries {
                    columns.insert(Arc::clone(&company.id), at);
                } else {
                    apart.insert(Arc::clone(&company.id), Arc::clone(parent));
                }
            }
        }
        Self { companies, axes: Vec::new(), statuses: Vec::new(), quotes: 2, columns, apart }
    }

    /// What the answer needs of one document.
    pub fn glean(&self, analysis: &Analysis) -> Gleaning {
        let mut mentioned = vec![0; self.companies.len()];
        for mention in claims(analysis).flat_map(|claim| &claim.companies) {
            if let Some(&at) = self.columns.get(&mention.company) {
                mentioned[at] += 1;
            }
        }
        let evidence = evidence(analysis, |claim, tag| {
            tag.company.as_ref().is_some_and(|c| self.columns.contains_key(c) || self.apart.contains_key(c))
                && (self.axes.is_empty() || self.axes.contains(&tag.axis))
                && (self.statuses.is_empty() || self.statuses.contains(&claim.status))
        });
        Gleaning { read: Read::of(analysis), mentioned, evidence }
    }
}

fn nearest_parent<'q>(
    company: &Name,
    taxonomy: &Taxonomy,
    own: &'q BTreeMap<Name, usize>,
) -> Option<(&'q Name, &'q usize)> {
    let mut at = taxonomy.company(company)?;
    // No chain is longer than the list of companies: a circle of parents ends, too.
    for _ in 0..taxonomy.companies.len() {
        let parent = at.parent.as_ref()?;
        if let Some(found) = own.get_key_value(parent) {
            return Some(found);
        }
        at = taxonomy.company(parent)?;
    }
    None
}

/// What a comparison needs of one document.
#[derive(Clone, Debug)]
pub struct Gleaning {
    read: Read,
    mentioned: Vec<usize>,
    evidence: Vec<Evidence>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// In the order asked.
    pub columns: Vec<Column>,
    /// In the order asked, else of the taxonomy.
    pub rows: Vec<Row>,
    /// What was read.
    pub read: Read,
    /// Subsidiaries with evidence that was not counted to their parents; by parent, then id.
    pub apart: Vec<Subsidiary>,
}

/// A company that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its id.
    pub id: Name,
    /// As printed.
    pub name: String,
    /// Claims that mention it, whatever they say.
    pub mentioned: usize,
    /// Cells with evidence.
    pub cells: usize,
}

/// An axis that companies are compared on.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub axis: Name,
    /// As printed.
    pub label: String,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// Where one company stands on one axis. Without a claim: no evidence.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Positions given, most claims first.
    pub positions: Vec<Count>,
    /// How much stands behind it.
    pub tally: Tally,
    /// Figures of its claims, no value twice: those beside the words that decided the axis first, then money and power,
    /// then those of more claims, then those of better claims.
    pub figures: Vec<KeyFigure>,
    /// The best evidence, as many as asked for.
    pub quotes: Vec<Evidence>,
}

/// A figure that stands in the claims of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyFigure {
    /// As in the best claim that has it.
    pub figure: Figure,
    /// The id of that claim.
    pub claim: String,
    /// How many claims of the cell have it.
    pub claims: usize,
    /// True where one of them has it beside the words that put the claim on this axis.
    pub beside: bool,
}

/// A subsidiary that has evidence of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subsidiary {
    /// The company asked for.
    pub parent: Name,
    /// The subsidiary's id.
    pub id: Name,
    /// Its claims, one for each axis they speak to.
    pub claims: usize,
}

/// The answer to `question` from what was gleaned, in the order of paths.
pub fn compare(question: &Question, taxonomy: &Taxonomy, gleanings: Vec<Gleaning>) -> Comparison {
    let axes: Vec<&Axis> = if question.axes.is_empty() {
        taxonomy.axes.iter().collect()
    } else {
        question.axes.iter().filter_map(|id| taxonomy.axis(id)).collect()
    };
    let width = question.companies.len();
    let mut read = Read::default();
    let mut mentioned = vec![0; width];
    let mut apart: BTreeMap<(Name, Name), usize> = BTreeMap::new();
    let mut cells: Vec<Vec<Evidence>> = vec![Vec::new(); width * axes.len()];
    for gleaning in gleanings {
        read.add(gleaning.read);
        mentioned.iter_mut().zip(gleaning.mentioned).for_each(|(all, here)| *all += here);
        for evidence in gleaning.evidence {
            let Some(company) = &evidence.company else { continue };
            if let Some(parent) = question.apart.get(company) {
                *apart.entry((Arc::clone(parent), Arc::clone(company))).or_default() += 1;
            } else if let Some(row) = axes.iter().position(|axis| axis.id == evidence.axis)
                && let Some(&column) = question.columns.get(company)
            {
                add(&mut cells[row * width + column], evidence);
            }
        }
    }
    let mut cells = cells.into_iter();
    let rows: Vec<Row> = axes
        .iter()
        .map(|axis| Row {
            axis: Arc::clone(&axis.id),
            label: axis.label.clone(),
            cells: cells.by_ref().take(width).map(|evidence| cell(axis, evidence, question.quotes)).collect(),
        })
        .collect();
    Comparison {
        columns: columns(question, taxonomy, &mentioned, &rows),
        rows,
        read,
        apart: apart.into_iter().map(|((parent, id), claims)| Subsidiary { parent, id, claims }).collect(),
    }
}

/// What one claim says of a company and of its subsidiary is one claim of the cell.
fn add(cell: &mut Vec<Evidence>, evidence: Evidence) {
    match cell.last_mut().filter(|last| Arc::ptr_eq(&last.quote, &evidence.quote)) {
        Some(last) => last.join(evidence),
        None => cell.push(evidence),
    }
}

fn columns(question: &Question, taxonomy: &Taxonomy, mentioned: &[usize], rows: &[Row]) -> Vec<Column> {
    question
        .companies
        .iter()
        .zip(mentioned)
        .enumerate()
        .map(|(at, (id, &mentioned))| Column {
            id: Arc::clone(id),
            name: taxonomy.company(id).map_or_else(|| id.to_string(), |company| company.name.clone()),
            mentioned,
            cells: rows.iter().filter(|row| row.cells[at].tally.claims > 0).count(),
        })
        .collect()
}

fn cell(axis: &Axis, mut evidence: Vec<Evidence>, quotes: usize) -> Cell {
    evidence.sort_by(|a, b| a.rank().cmp(&b.rank()));
    let mut tally = Tally::default();
    for one in &evidence {
        tally.count(one);
    }
    let positions = tally.positions(axis);
    let figures = key_figures(&evidence);
    Cell { quotes: pick(evidence, &positions, quotes), positions, tally, figures }
}

/// The best of each leading position in turn; then the best of what is left, from sources not yet quoted first.
/// `evidence` is in the order of rank.
fn pick(evidence: Vec<Evidence>, positions: &[Count], quotes: usize) -> Vec<Evidence> {
    let quotes = quotes.min(evidence.len());
    let mut picked: Vec<usize> = Vec::with_capacity(quotes);
    let mut left = vec![true; evidence.len()];
    for position in positions.iter().filter(|position| position.leads).take(quotes) {
        let best = (0..evidence.len()).find(|&at| left[at] && evidence[at].gives(Some(&position.position)));
        if let Some(at) = best {
            picked.push(at);
            left[at] = false;
        }
    }
    let mut sources: BTreeSet<Arc<str>> =
        picked.iter().map(|&at| Arc::clone(&evidence[at].quote.source)).collect();
    for fresh in [true, false] {
        for at in 0..evidence.len() {
            if picked.len() < quotes
                && left[at]
                && (!fresh || sources.insert(Arc::clone(&evidence[at].quote.source)))
            {
                picked.push(at);
                left[at] = false;
            }
        }
    }
    let mut evidence: Vec<Option<Evidence>> = evidence.into_iter().map(Some).collect();
    picked.into_iter().filter_map(|at| evidence[at].take()).collect()
}

/// Money and power say more of a strategy than durations and comparisons do.
fn is_measure(unit: &Unit) -> bool {
    match unit {
        Unit::Currency(_) | Unit::Watt | Unit::WattHour => true,
        Unit::Ratio | Unit::Count(_) => false,
    }
}

/// `evidence` is in the order of rank.
fn key_figures(evidence: &[Evidence]) -> Vec<KeyFigure> {
    let mut figures: Vec<KeyFigure> = Vec::new();
    let mut places: BTreeMap<(u64, u64, String), usize> = BTreeMap::new();
    for one in evidence {
        for (at, figure) in one.quote.figures.iter().enumerate() {
            let beside = one.figures.contains(&at);
            let key = (figure.low.to_bits(), figure.high.to_bits(), format!("{:?}", figure.unit));
            if let Some(&at) = places.get(&key) {
                figures[at].claims += usize::from(figures[at].claim != one.quote.id);
                figures[at].beside |= beside;
            } else {
                places.insert(key, figures.len());
                figures.push(KeyFigure {
                    figure: figure.clone(),
                    claim: one.quote.id.clone(),
                    claims: 1,
                    beside,
                });
            }
        }
    }
    figures.sort_by_key(|key| (!key.beside, !is_measure(&key.figure.unit), std::cmp::Reverse(key.claims)));
    figures
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{claim, document, tagged, taxonomy};
    use super::*;
    use crate::analyze::Sentence;
    use crate::text::Span;

    fn ask(companies: &[&str], subsidiaries: bool, documents: &[Analysis]) -> Comparison {
        let taxonomy = taxonomy();
        let companies = companies.iter().map(|&id| Arc::from(id)).collect();
        let question = Question::new(companies, subsidiaries, &taxonomy);
        let gleanings = documents.iter().map(|document| question.glean(document)).collect();
        compare(&question, &taxonomy, gleanings)
    }

    fn quoted(comparison: &Comparison) -> Vec<&str> {
        comparison.rows[0].cells[0].quotes.iter().map(|evidence| evidence.quote.text.as_str()).collect()
    }

    fn of_alpha(text: &str, position: &str, change: impl FnOnce(&mut Sentence)) -> Sentence {
        let mut claim = tagged(text, "alpha", position);
        change(&mut claim);
        claim
    }

    #[test]
    fn a_cell_counts_claims_once_and_sources_apart() {
        let repeat =
            of_alpha("Alpha buys power from the old dam in the north.", "buys", |row| row.duplicate = true);
        let comparison = ask(
            &["alpha", "beta"],
            false,
            &[
                document("a.md", vec![tagged("Alpha buys power from the old dam.", "alpha", "buys"), repeat]),
                document("b.md", vec![tagged("Alpha buys wind.", "alpha", "buys"), claim("It rains.")]),
            ],
        );
        let cell = &comparison.rows[0].cells[0];
        assert_eq!((cell.tally.claims, cell.tally.sources(), cell.tally.actual), (2, 2, 2));
        assert_eq!(comparison.read, Read { documents: 2, claims: 3, tagged: 2 });
        assert_eq!(comparison.rows[0].cells[1].tally.claims, 0, "no evidence of beta");
        assert_eq!((comparison.columns[0].cells, comparison.columns[1].mentioned), (1, 0));
    }

    #[test]
    fn named_beats_inferred_actual_beats_planned_and_short_beats_long() {
        let comparison = ask(
            &["alpha"],
            false,
            &[document(
                "a.md",
                vec![
                    of_alpha("It has been buying power from the coast for years.", "buys", |row| {
                        row.tags[0].inferred = true;
                    }),
                    of_alpha("Alpha wants to buy power from the coast by next year.", "buys", |row| {
                        row.status = Status::Planned;
                    }),
                    of_alpha(
                        "Alpha has bought power from the coast since the plant began to run.",
                        "buys",
                        |_| (),
                    ),
                    of_alpha("Alpha has bought power from the coast for years.", "buys", |_| ()),
                    of_alpha("Alpha buys power.", "buys", |_| ()),
                ],
            )],
        );
        let best = "Alpha has bought power from the coast for years.";
        let next = "Alpha has bought power from the coast since the plant began to run.";
        assert_eq!(quoted(&comparison), [best, next]);
    }

    #[test]
    fn each_position_that_leads_has_a_quote_before_any_has_two() {
        let comparison = ask(
            &["alpha"],
            false,
            &[document(
                "a.md",
                vec![
                    tagged("Alpha buys power from the old dam in the north.", "alpha", "buys"),
                    tagged("Alpha buys power from the new dam in the south.", "alpha", "buys"),
                    tagged("Alpha sells power that it has no use for to the town.", "alpha", "sells"),
                ],
            )],
        );
        let cell = &comparison.rows[0].cells[0];
        let positions: Vec<_> =
            cell.positions.iter().map(|count| (&*count.label, count.claims, count.leads)).collect();
        assert_eq!(positions, [("buys", 2, true), ("sells", 1, true)]);
        assert!(quoted(&comparison)[1].starts_with("Alpha sells"));
    }

    #[test]
    fn a_position_of_fewer_than_a_quarter_of_the_claims_does_not_lead() {
        let mut claims: Vec<Sentence> =
            (0..4).map(|n| tagged(&format!("Alpha buys {n}."), "alpha", "buys")).collect();
        claims.push(tagged("Alpha saves.", "alpha", "saves"));
        let comparison = ask(&["alpha"], false, &[document("a.md", claims)]);
        assert!(!comparison.rows[0].cells[0].positions[1].leads);
    }

    #[test]
    fn subsidiaries_stand_for_themselves_unless_asked_otherwise() {
        let documents = || {
            let mut both = tagged("Gamma, part of Beta, buys power.", "beta", "");
            both.tags.push(tagged("", "gamma", "buys").tags.remove(0));
            [document("a.md", vec![both])]
        };
        let apart = ask(&["beta"], false, &documents());
        assert!(apart.rows[0].cells[0].positions.is_empty());
        assert_eq!(apart.apart.len(), 1);
        assert_eq!((&*apart.apart[0].id, apart.apart[0].claims), ("gamma", 1));

        let together = ask(&["beta"], true, &documents());
        let cell = &together.rows[0].cells[0];
        assert_eq!((cell.tally.claims, &*cell.positions[0].position), (1, "buys"));
        assert!(together.apart.is_empty());

        let own = ask(&["beta", "gamma"], true, &documents());
        assert!(own.rows[0].cells[0].positions.is_empty());
        assert_eq!(own.rows[0].cells[1].tally.claims, 1);
    }

    #[test]
    fn the_industry_is_no_company() {
        let comparison =
            ask(&["alpha"], false, &[document("a.md", vec![tagged("Power is scarce.", "", "buys")])]);
        assert_eq!(comparison.rows[0].cells[0].tally.claims, 0);
        assert_eq!(comparison.read.tagged, 1);
    }

    #[test]
    fn figures_beside_the_words_that_decided_come_first_and_no_value_comes_twice() {
        let figure = |text: &str, low: f64, at: usize| Figure {
            text: text.to_owned(),
            span: Span::new(at, at + text.len()),
            low,
            high: low,
            unit: Unit::Watt,
            bound: None,
            rate: None,
            number: Span::new(at, at + 1),
            unit_span: None,
        };
        let first =
            of_alpha("Alpha buys 3 W, which is a long way from a tenth of the 9 W it had.", "buys", |row| {
                row.figures = vec![figure("9 W", 9.0, 300), figure("3 W", 3.0, 11)];
            });
        let second = of_alpha("Alpha, they say, has bought three watts, or 3.0 W.", "buys", |row| {
            row.figures = vec![figure("3.0 W", 3.0, 40)];
        });
        let comparison = ask(&["alpha"], false, &[document("a.md", vec![first, second])]);
        let figures: Vec<_> = comparison.rows[0].cells[0]
            .figures
            .iter()
            .map(|key| (key.figure.low, key.claims, key.beside))
            .collect();
        assert_eq!(figures, [(3.0, 2, true), (9.0, 1, false)]);
    }
}
