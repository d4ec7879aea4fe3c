//! The entries of a taxonomy as they were written, each with its place: what is in force, and who said so.

use std::path::PathBuf;

use anyhow::Result;

use super::load::{Source, sources};
use super::model::Taxonomy;
use super::places::Place;

/// An entry of a taxonomy file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// `company`, `axis`, `thing`, `predicate`, `row`, `attribute`, `exclusion`, `example`, `grammar`, `irregular`.
    pub kind: String,
    /// What it is about, in the words of its keys.
    pub id: String,
    /// Where it begins.
    pub place: Place,
    /// As written, comments included.
    pub text: String,
}

impl Taxonomy {
    /// The entries of the built-in files and of `files`, in the order in which they are laid on top of each other: an entry
    /// adds to an earlier one of the same id, and a row takes the place of an earlier one.
    ///
    /// # Errors
    ///
    /// As [`Taxonomy::load`].
    pub fn entries(files: &[PathBuf]) -> Result<Vec<Entered>> {
        Ok(sources(files)?.iter().flat_map(entries).collect())
    }
}

/// An entry goes from its header to the next; the positions of an axis belong to it, and a comment to what follows it.
fn entries(source: &Source) -> Vec<Entered> {
    let mut starts: Vec<usize> = Vec::new();
    let mut offset = 0;
    for line in source.text.split_inclusive('\n') {
        if line.starts_with('[') && !line.starts_with("[[axis.") {
            starts.push(offset);
        }
        offset += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([source.text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| entry(source, start, &source.text[start..end])).collect()
}

fn entry(source: &Source, start: usize, text: &str) -> Entered {
    let header = text.lines().next().unwrap_or("").trim();
    let name = header.trim_matches(['[', ']']);
    let (kind, id) = name.split_once('.').unwrap_or((name, ""));
    let id = if id.is_empty() { described(kind, text) } else { id.to_owned() };
    // Comments at the end speak of the next entry.
    let mut lines: Vec<&str> = text.lines().collect();
    while lines.last().is_some_and(|line| line.trim().is_empty() || line.starts_with('#')) {
        lines.pop();
    }
    Entered { kind: kind.to_owned(), id, place: source.spot(start), text: lines.join("\n") }
}

/// The keys that tell entries of a kind apart.
fn described(kind: &str, text: &str) -> String {
    let table: toml::Table = toml::from_str(text).unwrap_or_default();
    let Some(entry) = table.get(kind).and_then(|entries| entries.get(0)) else { return String::new() };
    let word = |key: &str| match entry.get(key)? {
        toml::Value::String(word) => Some(word.clone()),
        toml::Value::Array(words) => {
            let words: Vec<&str> = words.iter().filter_map(toml::Value::as_str).collect();
            Some(words.join("+"))
        }
        _ => None,
    };
    let keys = ["id", "axis", "class", "predicates", "things", "position"];
    keys.into_iter().filter_map(word).collect::<Vec<_>>().join(" ")
}
