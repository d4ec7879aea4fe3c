//! Commands of a GitHub workflow: each annotates a line of the change. A step may give ten annotations of each level; the
//! most severe come first and one notice says how many were left out.

use std::fmt::Write as _;

use super::words::summary;
use super::{Findings, by_severity, count};
use crate::check::{Finding, Level};

/// Annotations of one level that a step may give.
const MOST: usize = 10;

pub(super) fn commands(found: Findings<'_>) -> String {
    let left_out = |level: Level, most: usize| count(found.findings, level).saturating_sub(most);
    let shown_out = left_out(Level::Error, MOST) + left_out(Level::Warning, MOST);
    // The notice about those left out is a notice, too.
    let notices = if shown_out + left_out(Level::Note, MOST) > 0 { MOST - 1 } else { MOST };
    let mut out = String::new();
    let (mut errors, mut warnings, mut notes) = (0, 0, 0);
    for finding in by_severity(found.findings) {
        let (given, most) = match finding.level {
            Level::Error => (&mut errors, MOST),
            Level::Warning => (&mut warnings, MOST),
            Level::Note => (&mut notes, notices),
        };
        *given += 1;
        if *given <= most {
            command(&mut out, finding);
        }
    }
    let left = shown_out + left_out(Level::Note, notices);
    // Writing to a string does not fail.
    let _ = match left {
        0 => Ok(()),
        _ => writeln!(
            out,
            "::notice title=stratscan::{left} more findings are in the log and the summary of the job"
        ),
    };
    let _ = writeln!(out, "stratscan: {}", summary(found));
    out
}

fn command(out: &mut String, finding: &Finding) {
    let name = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut place = format!("file={},line={}", property(&finding.path), finding.start.line);
    if finding.span.is_some() {
        let _ = write!(place, ",endLine={}", finding.end.line);
        // Columns are only read where both lie on one line.
        if finding.start.line == finding.end.line {
            let _ = write!(place, ",col={},endColumn={}", finding.start.column, finding.end.column);
        }
    }
    let help = finding.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let message = data(&format!("{}{help}", finding.message));
    let _ = writeln!(out, "::{name} {place},title={}::{message}", property(finding.rule));
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
