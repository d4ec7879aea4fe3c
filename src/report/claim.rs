//! A row of `claims` as JSON, field by field. There is one for each claim of a corpus, and nearly all of it is keys and
//! short strings without a character to escape, which are copied whole here; other rows are few and go through `view`.

use std::sync::Arc;

use serde::Serialize;

use super::Stamp;
use super::view::{bound, kind, role, status, unit, whole};
use crate::analyze::{Analysis, Figure, Mention, Period, Sentence, SentenceKind, Tag};
use crate::corpus::Date;
use crate::text::Span;

/// The name of a field as it is written, with what parts it from the field before.
macro_rules! key {
    ($name:literal) => {
        concat!(",\"", $name, "\":")
    };
}

/// The same for the first field of an object, which it opens.
macro_rules! first {
    ($name:literal) => {
        concat!("{\"", $name, "\":")
    };
}

/// The same for a field that is a text, whose quotation mark it opens.
macro_rules! quote {
    ($name:literal) => {
        concat!(",\"", $name, "\":\"")
    };
}

/// What the claims of one document have in common, written once, and how each is written.
pub(super) struct ClaimRow<'a> {
    /// An object's beginning, up to its id.
    head: String,
    /// From the path to the line.
    place: String,
    /// The headings of the claim written last: claims of a section share them.
    headings: Option<&'a Arc<[String]>>,
    /// These headings as they are written, with title and date behind them.
    under: String,
    /// Title and date.
    about: String,
}

impl<'a> ClaimRow<'a> {
    pub(super) fn new(analysis: &Analysis, stamp: Stamp) -> Self {
        let part = |write: &dyn Fn(&mut Object)| {
            let mut out = String::new();
            write(&mut Object { out: &mut out });
            out
        };
        let head = part(&|object| {
            object.plain("{\"schema\":\"", "stratscan.claims/1");
            object.text(key!("version"), stamp.version);
            object.text(key!("taxonomy"), stamp.taxonomy);
        });
        let place = part(&|object| {
            object.text(key!("path"), &analysis.path);
            if let Some(encoding) = analysis.encoding {
                object.text(key!("encoding"), encoding);
            }
        });
        let about = part(&|object| {
            object.maybe(key!("title"), analysis.title.as_deref());
            object.maybe(key!("date"), analysis.date.map(|date| date.to_string()).as_deref());
        });
        Self { head, place, headings: None, under: String::new(), about }
    }

    /// Adds the object of `claim`.
    pub(super) fn write(&mut self, claim: &'a Sentence, out: &mut String) {
        self.go_under(&claim.headings);
        out.push_str(&self.head);
        let mut row = Object { out };
        row.plain(quote!("id"), &claim.id);
        row.out.push_str(&self.place);
        row.number(key!("line"), claim.line);
        row.span(key!("start"), claim.span);
        row.text(key!("text"), &claim.text);
        row.plain(quote!("kind"), kind(claim.kind));
        row.truth(key!("claim"), claim.kind == SentenceKind::Claim);
        row.truth(key!("duplicate"), claim.duplicate);
        row.out.push_str(&self.under);
        row.objects(key!("companies"), &claim.companies, mention);
        row.objects(key!("tags"), &claim.tags, tag);
        row.plain(quote!("status"), status(claim.status));
        row.maybe(key!("attributed_to"), claim.attributed_to.as_deref());
        row.objects(key!("figures"), &claim.figures, figure);
        row.objects(key!("periods"), &claim.periods, period);
        row.out.push('}');
    }

    fn go_under(&mut self, headings: &'a Arc<[String]>) {
        if !self.headings.is_some_and(|last| Arc::ptr_eq(last, headings)) {
            self.under.clear();
            let mut under = Object { out: &mut self.under };
            under.list(key!("headings"), headings, |list, heading| list.quoted(heading));
            self.under.push_str(&self.about);
            self.headings = Some(headings);
        }
    }
}

fn mention(object: &mut Object, mention: &Mention) {
    object.plain("{\"id\":\"", &mention.company);
    object.plain(quote!("role"), role(mention.role));
    object.span(key!("start"), mention.span);
    object.truth(key!("inferred"), mention.inferred);
}

fn tag(object: &mut Object, tag: &Tag) {
    match &tag.company {
        Some(company) => object.plain("{\"company\":\"", company),
        None => object.key("{\"company\":null"),
    }
    object.plain(quote!("axis"), &tag.axis);
    match &tag.position {
        Some(position) => object.plain(quote!("position"), position),
        None => object.key(concat!(key!("position"), "null")),
    }
    object.text(key!("rule"), &tag.rule);
    object.truth(key!("inferred"), tag.inferred);
    object.objects(key!("evidence"), &tag.evidence, |object, &span| object.span(first!("start"), span));
}

fn figure(object: &mut Object, figure: &Figure) {
    object.text(first!("text"), &figure.text);
    object.span(key!("start"), figure.span);
    for (key, value) in [(key!("low"), figure.low), (key!("high"), figure.high)] {
        match whole(value) {
            Some(whole) => object.number(key, whole),
            None => object.written(key, &value),
        }
    }
    object.text(key!("unit"), unit(&figure.unit));
    object.maybe(key!("bound"), figure.bound.map(bound));
    object.maybe(key!("rate"), figure.rate.as_deref());
}

fn period(object: &mut Object, period: &Period) {
    object.text(first!("text"), &period.text);
    object.span(key!("start"), period.span);
    object.date(quote!("first"), period.first);
    object.date(quote!("last"), period.last);
}

/// An object or a list on its way out. What is written to memory fails for no input.
struct Object<'o> {
    out: &'o mut String,
}

impl Object<'_> {
    #[inline]
    fn key(&mut self, key: &str) {
        self.out.push_str(key);
    }

    #[inline]
    fn number(&mut self, key: &str, number: impl itoa::Integer) {
        self.key(key);
        self.out.push_str(itoa::Buffer::new().format(number));
    }

    #[inline]
    fn truth(&mut self, key: &str, truth: bool) {
        self.key(key);
        // each of a known length, so that neither is a call
        if truth {
            self.out.push_str("true");
        } else {
            self.out.push_str("false");
        }
    }

    #[inline]
    fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        self.quoted(text);
    }

    /// A text with nothing to escape: one that we wrote ourselves, or an id, which is made of letters, digits and hyphens.
    /// `key` opens its quotation mark.
    #[inline]
    fn plain(&mut self, key: &str, text: &str) {
        self.key(key);
        self.out.push_str(text);
        self.out.push('"');
    }

    #[inline]
    fn date(&mut self, key: &str, date: Date) {
        self.key(key);
        let _ = date.write_to(self.out);
        self.out.push('"');
    }

    #[inline]
    fn maybe(&mut self, key: &str, text: Option<&str>) {
        self.key(key);
        match text {
            Some(text) => self.quoted(text),
            None => self.out.push_str("null"),
        }
    }

    /// Where something starts and ends, as two fields; `start` is the name of the first.
    #[inline]
    fn span(&mut self, start: &str, span: Span) {
        self.number(start, span.start);
        self.number(key!("end"), span.end);
    }

    fn quoted(&mut self, text: &str) {
        // no early end, so that many bytes are looked at together
        let escapes = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
        if text.bytes().fold(false, |any, byte| any | escapes(byte)) {
            self.written("", text);
            return;
        }
        self.plain("\"", text);
    }

    /// What takes more than copying.
    fn written<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        self.key(key);
        self.out.push_str(&serde_json::to_string(value).unwrap_or_default());
    }

    fn list<T>(&mut self, key: &str, elements: &[T], mut write: impl FnMut(&mut Object, &T)) {
        self.key(key);
        self.out.push('[');
        for (nth, element) in elements.iter().enumerate() {
            if nth > 0 {
                self.out.push(',');
            }
            write(self, element);
        }
        self.out.push(']');
    }

    /// A list of objects; `write` opens each with its first field.
    fn objects<T>(&mut self, key: &str, elements: &[T], mut write: impl FnMut(&mut Object, &T)) {
        self.list(key, elements, |list, element| {
            write(list, element);
            list.out.push('}');
        });
    }
}
