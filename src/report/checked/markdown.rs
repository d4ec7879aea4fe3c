//! All findings as one table, the most severe first.

use std::fmt::Write as _;

use super::words::summary;
use super::{Findings, by_severity};
use crate::report::markdown::escaped;

pub(super) fn table(found: Findings<'_>) -> String {
    let mut out = format!("**stratscan check:** {}\n", summary(found));
    if found.findings.is_empty() {
        return out;
    }
    out.push_str("\n| Level | Where | Rule | Finding |\n| --- | --- | --- | --- |\n");
    for finding in by_severity(found.findings) {
        let help = finding.help.as_ref().map(|help| format!("<br>{}", escaped(help))).unwrap_or_default();
        let place = match finding.span {
            Some(_) => format!("{}:{}:{}", finding.path, finding.start.line, finding.start.column),
            None => finding.path.clone(),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "| {} | {} | {} | {}{help} |",
            finding.level.name(),
            escaped(&place),
            finding.rule,
            escaped(&finding.message)
        );
    }
    out
}
