//! Findings that are known: kept in a file, keyed on rule, path and text. Knows the text of that file, not the disk.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Finding;

/// Findings that are known.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Always `stratscan.baseline/1`.
    schema: String,
    /// The commit at which it was written, from which renamed files are followed; null outside a repository.
    pub revision: Option<String>,
    /// In the order of paths, then of rules.
    findings: Vec<Entry>,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The path as it was.
    pub path: String,
    /// Name of the rule.
    pub rule: String,
    /// [`Finding::text_print`].
    pub text: String,
}

impl Entry {
    fn of(finding: &Finding) -> Self {
        Self { path: finding.path.clone(), rule: finding.rule.to_owned(), text: finding.text_print.clone() }
    }
}

const SCHEMA: &str = "stratscan.baseline/1";

impl Baseline {
    /// The baseline that knows all of `findings`.
    pub fn of(findings: &[Finding], revision: Option<String>) -> Self {
        let mut findings: Vec<Entry> = findings.iter().map(Entry::of).collect();
        findings.sort();
        Self { schema: SCHEMA.to_owned(), revision, findings }
    }

    /// Reads what [`Baseline::text`] wrote; the error says what is wrong with it.
    ///
    /// # Errors
    ///
    /// Where `text` is no baseline.
    pub fn parse(text: &str) -> Result<Self, String> {
        let baseline: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if baseline.schema == SCHEMA { Ok(baseline) } else { Err(format!("its schema is not `{SCHEMA}`")) }
    }

    /// As JSON, one finding a line so that changes merge.
    pub fn text(&self) -> String {
        let rows: Vec<String> = self.findings.iter().map(|entry| format!("  {}", json(entry))).collect();
        format!(
            "{{\"schema\": {}, \"revision\": {}, \"findings\": [\n{}\n]}}\n",
            json(&self.schema),
            json(&self.revision),
            rows.join(",\n")
        )
    }

    /// Takes what is known out of `findings`; gives the number taken and the number of entries that nothing answers to
    /// any more. `renamed` maps the paths of files that moved since to their new ones.
    pub fn take(&self, findings: &mut Vec<Finding>, renamed: &BTreeMap<String, String>) -> (usize, usize) {
        let mut known: BTreeMap<Entry, usize> = BTreeMap::new();
        for entry in &self.findings {
            let path = renamed.get(&entry.path).unwrap_or(&entry.path);
            *known.entry(Entry { path: path.clone(), ..entry.clone() }).or_insert(0) += 1;
        }
        let before = findings.len();
        findings.retain(|finding| match known.get_mut(&Entry::of(finding)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            Some(_) | None => true,
        });
        (before - findings.len(), known.values().sum())
    }
}

/// Strings are written to memory: that fails for no input.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
