//! Entries of a taxonomy with where they come from.

use serde::Serialize;

use super::table::{Ink, paint, safe, wrap};
use super::{EntriesFormat, Look, Stamp};
use crate::taxonomy::Entered;

pub(super) fn entries(entries: &[Entered], format: EntriesFormat, stamp: Stamp) -> String {
    match format {
        EntriesFormat::Table(look) => table(entries, look),
        EntriesFormat::Toml => {
            let shown: Vec<String> =
                entries.iter().map(|entry| format!("# {}\n{}\n", entry.place, entry.text)).collect();
            shown.join("\n")
        }
        EntriesFormat::Json => {
            let view = View {
                schema: "stratscan.taxonomy/1",
                version: stamp.version,
                taxonomy: stamp.taxonomy,
                entries: entries.iter().map(EntryView::from).collect(),
            };
            serde_json::to_string_pretty(&view).unwrap_or_default() + "\n"
        }
    }
}

fn table(entries: &[Entered], look: Look) -> String {
    let mut out = String::new();
    for entry in entries {
        paint(&mut out, Ink::Strong, &format!("{:<10}", safe(&entry.kind)), look);
        let text = format!("{}  [{}:{}]", entry.id, entry.place.file, entry.place.line);
        for (at, line) in wrap(&text, look.width.saturating_sub(11).max(20)).into_iter().enumerate() {
            if at > 0 {
                out.push_str("          ");
            }
            out.push(' ');
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

#[derive(Serialize)]
struct View<'a> {
    schema: &'static str,
    version: &'a str,
    taxonomy: &'a str,
    entries: Vec<EntryView<'a>>,
}

#[derive(Serialize)]
struct EntryView<'a> {
    kind: &'a str,
    id: &'a str,
    path: &'a str,
    line: usize,
    toml: &'a str,
}

impl<'a> From<&'a Entered> for EntryView<'a> {
    fn from(entry: &'a Entered) -> Self {
        Self {
            kind: &entry.kind,
            id: &entry.id,
            path: &entry.place.file,
            line: entry.place.line,
            toml: &entry.text,
        }
    }
}
