//! What stands above the text: YAML between `---` lines or TOML between `+++` lines. Knows the five keys that the program
//! uses and keeps the others as text.

mod value;

use self::value::Value;
use super::{Date, FrontMatter, NoticeKind, date};
use crate::text::Span;

/// Front matter taken off a document.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) front_matter: FrontMatter,
    /// The byte at which the text starts.
    pub(super) body: usize,
    /// What is wrong, with the byte it is about.
    pub(super) notices: Vec<(usize, NoticeKind, String)>,
}

/// Takes the front matter off `source`; where it has none, the text starts behind the byte order mark.
pub(super) fn take(source: &str) -> Taken {
    let mark = source.len() - source.trim_start_matches('\u{FEFF}').len();
    let none = Taken { body: mark, ..Taken::default() };
    let Some(fence) = Fence::at(source, mark) else { return none };
    let text = fence.inner.of(source);
    let mut taken = Taken { body: fence.end, ..Taken::default() };
    match fence.parse(text) {
        Ok(Some(Value::Map(entries))) => {
            for (key, value) in entries {
                taken.set(&key, &value);
            }
        }
        Ok(_) if text.trim().is_empty() => {}
        Ok(_) => return none,
        // Two rules with text between them are no front matter.
        Err(_) if !text.lines().any(|line| simple_entry(line, fence.equals).is_some()) => return none,
        Err((at, problem)) => {
            let message = format!(
                "front matter is not valid {}: {problem}; correct it or quote the value",
                fence.format
            );
            taken.notices.push((fence.inner.start + at.min(text.len()), NoticeKind::FrontMatter, message));
            for (key, value) in text.lines().filter_map(|line| simple_entry(line, fence.equals)) {
                taken.set(key, &Value::Text(value.to_owned()));
            }
        }
    }
    taken.check_date(source, fence.inner);
    taken
}

impl Taken {
    fn set(&mut self, key: &str, value: &Value) {
        let line = value.line();
        if line.is_empty() {
            return;
        }
        let front_matter = &mut self.front_matter;
        match key.to_ascii_lowercase().as_str() {
            "title" => front_matter.title = Some(line),
            "source" => front_matter.source = Some(line),
            "author" => front_matter.author = Some(line),
            "tags" => front_matter.tags = value.items(),
            "date" => match date::parse(&line) {
                Some(date) => front_matter.date = Some(date),
                None => _ = front_matter.other.insert("date".to_owned(), line),
            },
            _ => _ = front_matter.other.insert(key.to_owned(), line),
        }
    }

    /// A date that is none is kept among the other keys, and said.
    fn check_date(&mut self, source: &str, inner: Span) {
        if let (None, Some(written)) = (self.front_matter.date, self.front_matter.other.get("date")) {
            let line = inner.of(source).split_inclusive('\n').scan(inner.start, |at, line| {
                let start = *at;
                *at += line.len();
                Some((start, line))
            });
            let is_date = |line: &str| line.get(..4).is_some_and(|key| key.eq_ignore_ascii_case("date"));
            let at = line.into_iter().find(|(_, line)| is_date(line)).map_or(inner.start, |(start, _)| start);
            let message = format!("`{written}` is no date; write YYYY-MM-DD, YYYY-MM or YYYY");
            self.notices.push((at, NoticeKind::Date, message));
        }
    }
}

/// The date that a document without one takes: the one in its file's name.
pub(super) fn date_of_name(path: &str) -> Option<Date> {
    date::in_file_name(path.rsplit('/').next().unwrap_or(path))
}

/// Front matter as it stands in the source.
struct Fence {
    format: &'static str,
    /// What parts key and value.
    equals: char,
    inner: Span,
    /// The byte behind the closing line.
    end: usize,
}

impl Fence {
    /// The front matter that opens at byte `start`, if its first line is a fence and another one follows.
    fn at(source: &str, start: usize) -> Option<Self> {
        let first = source[start..].split_inclusive('\n').next()?;
        let (format, equals, closing): (_, _, &[&str]) = match first.trim_end() {
            "---" => ("YAML", ':', &["---", "..."]),
            "+++" => ("TOML", '=', &["+++"]),
            _ => return None,
        };
        let inner = start + first.len();
        let mut at = inner;
        for line in source[inner..].split_inclusive('\n') {
            if closing.contains(&line.trim_end()) {
                return Some(Self { format, equals, inner: Span::new(inner, at), end: at + line.len() });
            }
            at += line.len();
        }
        None
    }

    /// The value, `None` for an empty one; or the byte of `text` where it is wrong, and how.
    fn parse(&self, text: &str) -> Result<Option<Value>, (usize, String)> {
        if self.equals == '=' { value::from_toml(text) } else { value::from_yaml(text) }
    }
}

/// `key: value` on one line, not indented, for front matter that is not valid as a whole.
fn simple_entry(line: &str, equals: char) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(equals)?;
    let key = key.trim_end();
    let is_key =
        !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let value = value.trim();
    let value =
        ['"', '\''].iter().find_map(|&mark| value.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(value);
    is_key.then_some((key, value))
}

#[cfg(test)]
mod tests;
