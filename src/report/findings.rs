//! Findings as compilers show them: rule and message, place, the text, what was expected and what came.

use super::Look;
use super::table::{Ink, paint, safe, wrap};
use crate::check::entries::Finding;

const MARGIN: &str = "   ";
const BAR: &str = " | ";
const NOTE: &str = " = ";

pub(super) fn findings(findings: &[Finding], look: Look) -> String {
    let mut out = String::new();
    for finding in findings {
        paint(&mut out, Ink::Strong, &format!("{}: {}", finding.rule, safe(&finding.message)), look);
        out.push('\n');
        out.push_str("  ");
        paint(&mut out, Ink::Faint, "-->", look);
        out.push(' ');
        paint(&mut out, Ink::Place, &safe(&finding.place.to_string()), look);
        out.push('\n');
        if let Some(text) = &finding.text {
            block(&mut out, BAR, text, look);
        }
        let label = finding.notes.iter().map(|(label, _)| label.len()).max().unwrap_or(0);
        for (name, note) in &finding.notes {
            block(
                &mut out,
                NOTE,
                &format!("{name:\u{a0}<label$}\u{a0}\u{a0}{}", note.replace("  ", "\u{a0}\u{a0}")),
                look,
            );
        }
        out.push('\n');
    }
    out
}

/// `text` wrapped behind a mark; no-break spaces of ours become spaces.
fn block(out: &mut String, mark: &str, text: &str, look: Look) {
    for line in wrap(text, look.width.saturating_sub(MARGIN.len() + mark.len()).max(20)) {
        out.push_str(MARGIN);
        paint(out, Ink::Faint, mark, look);
        out.push_str(&line.replace('\u{a0}', " "));
        out.push('\n');
    }
}
