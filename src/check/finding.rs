//! What a rule says of a place.

use crate::text::{LineColumn, Span};

/// How much a finding matters; orders upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing.
    Note,
    /// To be looked at.
    Warning,
    /// The article cannot be used as it is.
    Error,
}

impl Level {
    /// As people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// What a rule says of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: &'static str,
    /// As the settings have it.
    pub level: Level,
    /// As given, `/`-separated.
    pub path: String,
    /// Bytes of the source; `None` where the finding is about the whole file.
    pub span: Option<Span>,
    /// Of the first character; line 1, column 1 for the whole file.
    pub start: LineColumn,
    /// Of the place one past the last character.
    pub end: LineColumn,
    /// What is wrong, without an end mark.
    pub message: String,
    /// What to do about it; may span lines.
    pub help: Option<String>,
    /// Another place that has to do with it.
    pub related: Option<Related>,
    /// The line it stands on, for people; `None` for the whole file.
    pub excerpt: Option<Excerpt>,
    /// Sixteen hexadecimal digits made of rule, path and text, not of line numbers.
    pub fingerprint: String,
    /// The same without the path: a file that moves keeps it.
    pub text_print: String,
}

/// Another place that has to do with a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// As given, `/`-separated.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// What is there.
    pub message: String,
}

/// The line on which a finding starts, or the part of a long one that stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// No line end in it.
    pub text: String,
    /// The finding's bytes in `text`.
    pub span: Span,
}

/// A finding before it has a place and a level.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) span: Option<Span>,
    /// What makes the fingerprint beside rule and path: the text it stands on, nothing that moves with lines.
    pub(super) key: String,
    pub(super) message: String,
    pub(super) help: Option<String>,
    pub(super) related: Option<Related>,
}

impl Draft {
    /// About a place; `key` is the text that it stands on.
    pub(super) fn at(span: Span, key: &str, message: impl Into<String>) -> Self {
        Self { span: Some(span), ..Self::file(key, message) }
    }

    /// About the whole file; `key` tells it from others of its rule.
    pub(super) fn file(key: &str, message: impl Into<String>) -> Self {
        Self { span: None, key: key.to_owned(), message: message.into(), help: None, related: None }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    pub(super) fn related(self, path: &str, line: usize, message: &str) -> Self {
        let related = Related { path: path.to_owned(), line, message: message.to_owned() };
        Self { related: Some(related), ..self }
    }
}
