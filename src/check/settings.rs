//! What a project asks of its articles.

use std::collections::BTreeMap;

use super::{Level, Rule};
use crate::corpus::Date;

/// Levels, fields and thresholds; [`Settings::new`] gives those that hold where a project says nothing.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Levels other than a rule's own; `None` turns it off. Keyed by the rule's name.
    pub levels: BTreeMap<&'static str, Option<Level>>,
    /// Keys that front matter must set.
    pub required: Vec<String>,
    /// The only keys that front matter may set beside those the program knows; `None` allows all.
    pub keys: Option<Vec<String>>,
    /// Words beyond which a sentence is too long.
    pub long_sentence: usize,
    /// Share of wording, from 0 to 1, from which two articles are near copies.
    pub near_duplicate: f64,
    /// Times that an organisation must be named in the corpus to be missed in the taxonomy.
    pub unlisted_organisation: usize,
    /// The day on which dates are judged.
    pub today: Date,
}

impl Settings {
    /// The settings that hold where a project says nothing.
    pub fn new(today: Date) -> Self {
        Self {
            levels: BTreeMap::new(),
            required: ["title", "date", "source"].map(str::to_owned).to_vec(),
            keys: None,
            long_sentence: 90,
            near_duplicate: 0.6,
            unlisted_organisation: 3,
            today,
        }
    }

    /// The level of `rule`; `None` where it is off.
    pub fn level(&self, rule: &Rule) -> Option<Level> {
        self.levels.get(rule.name).copied().unwrap_or(Some(rule.level))
    }
}
