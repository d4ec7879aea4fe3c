//! Values of YAML and TOML, everything but lists and maps as text.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A text, or a number or the like as text; empty for null.
    Text(String),
    /// In the order written.
    List(Vec<Value>),
    /// In the order written.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// The value as one line: lists parted by commas, maps as `key: value`.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::List(values) => values.iter().map(Self::line).collect::<Vec<_>>().join(", "),
            Self::Map(entries) => entries
                .iter()
                .map(|(key, value)| format!("{key}: {}", value.line()))
                .collect::<Vec<_>>()
                .join(", "),
        }
    }

    /// The value as a list: its items, or the parts of a text between commas.
    pub(super) fn items(&self) -> Vec<String> {
        match self {
            Self::Text(text) => {
                text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
            }
            Self::List(values) => values.iter().map(Self::line).filter(|line| !line.is_empty()).collect(),
            Self::Map(_) => vec![self.line()],
        }
    }
}

/// Nesting beyond this is no front matter, and would cost stack.
const DEEPEST: usize = 64;

/// Reads YAML; on error, the byte and the problem.
pub(super) fn from_yaml(text: &str) -> Result<Option<Value>, (usize, String)> {
    let options = serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        budget: serde_saphyr::budget! { max_depth: DEEPEST },
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let line = error.location().map_or(1, |location| usize::try_from(location.line()).unwrap_or(1));
        let at = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        (at, error.to_string().lines().next().unwrap_or_default().to_owned())
    })
}

/// Reads TOML; on error, the byte and the problem.
pub(super) fn from_toml(text: &str) -> Result<Option<Value>, (usize, String)> {
    match text.parse::<toml::Table>() {
        Ok(table) => Ok(Some(plain(toml::Value::Table(table)))),
        Err(error) => Err((
            error.span().map_or(0, |span| span.start),
            error.message().lines().next().unwrap_or_default().to_owned(),
        )),
    }
}

fn plain(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::Text(text),
        toml::Value::Integer(number) => Value::Text(number.to_string()),
        toml::Value::Float(number) => Value::Text(number.to_string()),
        toml::Value::Boolean(flag) => Value::Text(flag.to_string()),
        toml::Value::Datetime(date) => Value::Text(date.to_string()),
        toml::Value::Array(values) => Value::List(values.into_iter().map(plain).collect()),
        toml::Value::Table(entries) => {
            Value::Map(entries.into_iter().map(|(key, value)| (key, plain(value))).collect())
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

/// Scalars that are shown as they print.
macro_rules! as_text {
    ($($visit:ident: $scalar:ty),*) => {
        $(fn $visit<E>(self, scalar: $scalar) -> Result<Value, E> {
            Ok(Value::Text(scalar.to_string()))
        })*
    };
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a list or a map")
    }

    as_text!(visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64, visit_u128: u128, visit_f64: f64, visit_str: &str);

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Text(String::new()))
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Text(String::new()))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Deserialize::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some((key, value)) = entries.next_entry::<Value, Value>()? {
            values.push((key.line(), value));
        }
        Ok(Value::Map(values))
    }
}
