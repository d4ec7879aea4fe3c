//! Taxonomy files as they are written, for those who judge their entries: the text, the examples, and the words that an
//! entry lists, each with its place. What the entries mean is the business of others.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::Result;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::examples::{self, Example};
use super::file::Irregular;
use super::inflect::{noun_forms, verb_forms};
use super::load::{BUILTIN, Source, read, sources};
use super::model::{Name, Taxonomy};
use super::patterns::{Patterns, pieces};
use super::places::Place;
use crate::text::{Fold, LineIndex};

/// Taxonomy files and the examples beside them.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Each file once; those of examples behind the file they stand beside.
    pub files: Vec<WrittenFile>,
    /// In the order of the files.
    pub examples: Vec<Example>,
    pub(crate) lists: Vec<WordList>,
    /// Every form of every word of the lists, with the number of its list and of the word in it.
    patterns: Patterns<(u32, u32)>,
}

/// The text of a file.
#[derive(Clone, Debug)]
pub struct WrittenFile {
    /// As given; built-in ones begin with `builtin/`.
    pub path: Name,
    /// As read.
    pub text: String,
    /// Line starts of the text.
    pub lines: LineIndex,
}

/// The words that one key of an entry lists.
#[derive(Clone, Debug)]
pub(crate) struct WordList {
    /// `company`, `thing`, `predicate`, `attribute` or `exclusion`.
    pub(crate) kind: &'static str,
    /// The entry's id; empty where its kind has none.
    pub(crate) id: String,
    /// Which of its keys.
    pub(crate) key: String,
    /// As written, with their places.
    pub(crate) words: Vec<(String, Place)>,
}

impl Taxonomy {
    /// What `files` hold, which this taxonomy was made with; a `*.examples.toml` gives its examples alone. Without files,
    /// what is built in, whose examples are not carried along.
    ///
    /// # Errors
    ///
    /// A file that cannot be read or has not the right shape, and an example that names a company, axis, position or role that
    /// this taxonomy does not know; the message gives file, line and column.
    pub fn written(&self, files: &[PathBuf]) -> Result<Written> {
        let (own, only_examples): (Vec<PathBuf>, Vec<PathBuf>) =
            files.iter().cloned().partition(|file| !examples::is_examples(file));
        let all = sources(&own)?;
        let irregular: BTreeMap<String, Irregular> =
            all.iter().flat_map(|source| source.file.irregular.clone()).collect();
        let asked = if files.is_empty() { all } else { all.into_iter().skip(BUILTIN.len()).collect() };
        let mut written = Written::default();
        for (at, source) in asked.into_iter().enumerate() {
            written.add_words(&source, &irregular);
            written.examples.extend(self.examples_in(&source)?);
            written.add_file(source.name, source.text);
            let beside = own.get(at).map(|path| path.with_extension("examples.toml"));
            if let Some(beside) = beside.filter(|file| file.is_file() && !only_examples.contains(file)) {
                written.add_examples(self, &beside.display().to_string(), &read(&beside)?)?;
            }
        }
        for file in &only_examples {
            written.add_examples(self, &file.display().to_string(), &read(file)?)?;
        }
        written.patterns.settle(|_| 0);
        Ok(written)
    }
}

impl Written {
    /// True where no file of anybody's own is among them.
    pub(crate) fn is_built_in(&self) -> bool {
        self.files.iter().all(|file| file.path.starts_with("builtin/"))
    }

    /// True where `place` lies in one of the files.
    pub(crate) fn holds(&self, place: &Place) -> bool {
        self.files.iter().any(|file| file.path == place.file)
    }

    /// Calls `found` with the numbers of list and word for every word of the lists that stands in `text`.
    pub(crate) fn each_word(&self, text: &str, mut found: impl FnMut((u32, u32))) {
        if self.lists.is_empty() {
            return;
        }
        let pieces: Vec<&str> = pieces(text);
        let words: Vec<u32> = pieces.iter().map(|piece| self.patterns.word(piece, Fold::of(piece))).collect();
        for start in 0..words.len() {
            for (node, next) in self.patterns.walk(words[start..].iter().copied()).zip(start + 1..) {
                for ending in self.patterns.ends(node) {
                    if ending.is_written(&pieces[start..next]) {
                        found(ending.payload);
                    }
                }
            }
        }
    }

    /// Adds the examples of one `*.examples.toml`.
    pub(crate) fn add_examples(&mut self, taxonomy: &Taxonomy, name: &str, text: &str) -> Result<()> {
        self.examples.extend(taxonomy.examples_of(name, text.to_owned())?);
        self.add_file(name.into(), text.to_owned());
        Ok(())
    }

    fn add_file(&mut self, path: Name, text: String) {
        self.files.push(WrittenFile { path, lines: LineIndex::new(&text), text });
    }

    fn add_words(&mut self, source: &Source, irregular: &BTreeMap<String, Irregular>) {
        // The file was read before: it parses.
        let Ok(root) = DeTable::parse(&source.text) else { return };
        for (kind, entries) in root.get_ref() {
            let Some(kind) = KINDS.into_iter().find(|known| *known == kind.get_ref()) else { continue };
            match entries.get_ref() {
                DeValue::Table(entries) => {
                    for (id, entry) in entries {
                        self.add_entry(source, kind, id.get_ref(), entry.get_ref(), irregular);
                    }
                }
                DeValue::Array(entries) => {
                    for entry in entries {
                        self.add_entry(source, kind, &described(entry.get_ref()), entry.get_ref(), irregular);
                    }
                }
                _ => {}
            }
        }
    }

    fn add_entry(
        &mut self,
        source: &Source,
        kind: &'static str,
        id: &str,
        entry: &DeValue,
        irregular: &BTreeMap<String, Irregular>,
    ) {
        for (key, value) in entry.as_table().into_iter().flatten() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("makes", DeValue::Table(classes)) => {
                    for (class, words) in classes {
                        let key = format!("makes.{}", class.get_ref());
                        self.add_list(source, (kind, id, &key), words, irregular);
                    }
                }
                (key, _) if KEYS.contains(&key) => self.add_list(source, (kind, id, key), value, irregular),
                _ => {}
            }
        }
    }

    fn add_list(
        &mut self,
        source: &Source,
        (kind, id, key): (&'static str, &str, &str),
        words: &Spanned<DeValue>,
        irregular: &BTreeMap<String, Irregular>,
    ) {
        let Some(words) = words.get_ref().as_array() else { return };
        let written = |word: &Spanned<DeValue>| {
            Some((word.get_ref().as_str()?.to_owned(), source.spot(word.span().start)))
        };
        let words: Vec<(String, Place)> = words.iter().filter_map(written).collect();
        let list = small(self.lists.len());
        for (nth, (word, _)) in words.iter().enumerate() {
            let forms = match key {
                "verbs" => verb_forms(word, irregular).into_iter().map(|(form, _)| form).collect(),
                "nouns" => noun_forms(word),
                _ => vec![word.clone()],
            };
            let exact = kind == "company" && key != "descriptions";
            for form in forms {
                self.patterns.add(&form, exact, (list, small(nth)));
            }
        }
        self.lists.push(WordList { kind, id: id.to_owned(), key: key.to_owned(), words });
    }
}

/// Entries that list words.
const KINDS: [&str; 5] = ["company", "thing", "predicate", "attribute", "exclusion"];
/// The keys under which they do.
const KEYS: [&str; 7] = ["aliases", "products", "people", "descriptions", "nouns", "phrases", "verbs"];

/// What tells an entry of a list from others: its id or class, else its axis and position.
fn described(entry: &DeValue) -> String {
    let word = |key: &str| entry.get(key).and_then(|value| value.get_ref().as_str());
    let parts = [word("id").or(word("class")), word("axis"), word("position")];
    let own = parts[0].is_some();
    parts.into_iter().take(if own { 1 } else { 3 }).flatten().collect::<Vec<_>>().join(" ")
}

/// No file that fits in memory has more lists or words.
fn small(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
