//! The overview: one line a company where it fits, axes as columns.

use super::super::Look;
use super::super::words::{position_words, read_words};
use super::grid::{GAP, Ink, Paragraph, beside, paint, rule, wrap};
use crate::study::Overview;

pub(in super::super) fn overview(overview: &Overview, look: Look) -> String {
    let longest = overview.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
    let name = longest.clamp(7, 18);
    let columns = overview.axes.len().max(1);
    let width = (look.width.saturating_sub(name + columns * GAP) / columns).clamp(8, 34);
    let mut widths = vec![width; overview.axes.len() + 1];
    widths[0] = name;
    let mut out = String::new();
    let mut header = vec![Vec::new()];
    header.extend(overview.axes.iter().map(|(_, label)| vec![Paragraph::new(Ink::Strong, &**label)]));
    beside(&mut out, 0, &header, &widths, look);
    rule(&mut out, look);
    for row in &overview.rows {
        let mut cells = vec![vec![Paragraph::new(Ink::Strong, &*row.name)]];
        cells.extend(row.cells.iter().map(|cell| match cell {
            Some(sighting) => vec![Paragraph::new(
                Ink::Plain,
                format!("{} ({})", position_words(&sighting.positions), sighting.tally.claims),
            )],
            None => vec![Paragraph::new(Ink::Faint, "–")],
        }));
        beside(&mut out, 0, &cells, &widths, look);
    }
    rule(&mut out, look);
    let companies = overview.rows.iter().filter(|row| row.company.is_some()).count();
    let companies = if companies == 1 { "1 company".to_owned() } else { format!("{companies} companies") };
    let note = format!(
        "{} {companies} with evidence; in brackets the number of claims, – for no evidence.",
        read_words(overview.read)
    );
    for line in wrap(&note, look.width) {
        paint(&mut out, Ink::Faint, &line, look);
        out.push('\n');
    }
    out
}
