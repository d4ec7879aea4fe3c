//! HTML inside Markdown, cut into text, entities and tags; what lies in comments, scripts and the like is passed over.
//! Builds no tree: which tags part blocks is decided by the reader.

use crate::text::Span;

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it stands at this span of the source.
    Text(Span),
    /// An entity that stands for this character.
    Entity(char, Span),
    /// A tag, from `<` to `>`.
    Tag(Span),
}

/// Where the last scan stopped: HTML comes line by line, and tags and comments may go on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Scan {
    /// Between tags.
    #[default]
    Text,
    /// In a tag that began at this byte, in a value with this quotation mark.
    Tag(usize, Option<u8>),
    /// In a comment.
    Comment,
    /// In an element whose content is no text, up to its end tag.
    Dropped(&'static str),
}

/// Elements whose content nobody reads.
const DROPPED: [&str; 5] = ["script", "style", "svg", "template", "iframe"];

/// Cuts the stretch `span` of `source`, going on from `state`, and hands each piece to `give`. Linear.
pub(super) fn scan(source: &str, span: Span, state: &mut Scan, mut give: impl FnMut(Piece)) {
    let bytes = &source.as_bytes()[..span.end];
    let mut at = span.start;
    while at < span.end {
        match *state {
            Scan::Text => at = scan_text(bytes, at, state, &mut give),
            Scan::Tag(start, quote) => {
                let (next, quote) = scan_tag(bytes, at, quote);
                at = next;
                *state = Scan::Tag(start, quote);
                if quote.is_none() && bytes[at - 1] == b'>' {
                    let tag = Span::new(start, at);
                    *state = Scan::Text;
                    if let Tag { name: Some(name), closing: false, .. } = read(tag.of(source)) {
                        // `<script/>` still opens a script in HTML, but `<svg/>` has no content.
                        if let Some(dropped) =
                            DROPPED.iter().find(|dropped| name.eq_ignore_ascii_case(dropped))
                            && !tag.of(source).ends_with("/>")
                        {
                            *state = Scan::Dropped(dropped);
                        }
                    }
                    give(Piece::Tag(tag));
                }
            }
            Scan::Comment => match find(&bytes[at..], b"-->") {
                Some(found) => {
                    at += found + 3;
                    *state = Scan::Text;
                }
                None => at = span.end,
            },
            Scan::Dropped(name) => match end_tag(&bytes[at..], name) {
                Some(found) => {
                    at += found;
                    *state = Scan::Text;
                }
                None => at = span.end,
            },
        }
    }
}

/// Scans text from `at` to the next markup, which it takes when it is an entity and else only announces in `state`.
fn scan_text(bytes: &[u8], at: usize, state: &mut Scan, give: &mut impl FnMut(Piece)) -> usize {
    let mut next = at;
    let text_to = |end: usize, give: &mut dyn FnMut(Piece)| {
        if end > at {
            give(Piece::Text(Span::new(at, end)));
        }
    };
    while let Some(found) = bytes[next..].iter().position(|&byte| byte == b'<' || byte == b'&') {
        let here = next + found;
        let rest = &bytes[here..];
        if rest[0] == b'&' {
            if let Some((character, len)) = entity(rest) {
                text_to(here, give);
                give(Piece::Entity(character, Span::new(here, here + len)));
                return here + len;
            }
        } else if rest.starts_with(b"<!--") {
            text_to(here, give);
            *state = Scan::Comment;
            return here + 4;
        } else if rest.get(1).is_some_and(|&byte| byte.is_ascii_alphabetic() || b"/!?".contains(&byte)) {
            text_to(here, give);
            *state = Scan::Tag(here, None);
            return here + 1;
        }
        next = here + 1;
    }
    text_to(bytes.len(), give);
    bytes.len()
}

/// The end of the tag behind `at` (past its `>`), or of the bytes, with the quotation mark that is open there.
fn scan_tag(bytes: &[u8], at: usize, mut quote: Option<u8>) -> (usize, Option<u8>) {
    for (offset, &byte) in bytes[at..].iter().enumerate() {
        if let Some(mark) = quote {
            quote = (byte != mark).then_some(mark);
        } else if byte == b'>' {
            return (at + offset + 1, None);
        } else if byte == b'"' || byte == b'\'' {
            quote = Some(byte);
        }
    }
    (bytes.len(), quote)
}

/// A tag as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'s> {
    /// As written; `None` for declarations.
    pub(super) name: Option<&'s str>,
    /// True for `</…>`.
    pub(super) closing: bool,
    /// What follows the name, `>` included.
    pub(super) attributes: &'s str,
}

/// Reads a tag, `<` to `>`.
pub(super) fn read(tag: &str) -> Tag<'_> {
    let inner = tag.strip_prefix('<').unwrap_or(tag);
    let (closing, inner) = match inner.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, inner),
    };
    let end = inner.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let name = inner.starts_with(|first: char| first.is_ascii_alphabetic()).then(|| &inner[..end]);
    Tag { name, closing, attributes: &inner[end..] }
}

/// The value of attribute `name` as a span of `attributes`; `None` where it has none.
pub(super) fn attribute(attributes: &str, name: &str) -> Option<Span> {
    let bytes = attributes.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_whitespace() || b"/>=".contains(&bytes[at]) {
            at += 1;
            continue;
        }
        let start = at;
        at += length(&bytes[at..], |byte| !byte.is_ascii_whitespace() && !b"/>=".contains(&byte)).max(1);
        let this = attributes.get(start..at).is_some_and(|key| key.eq_ignore_ascii_case(name));
        let spaces = length(&bytes[at..], |byte| byte.is_ascii_whitespace());
        if bytes.get(at + spaces) != Some(&b'=') {
            continue;
        }
        at += spaces + 1;
        at += length(&bytes[at..], |byte| byte.is_ascii_whitespace());
        let mark = bytes.get(at).copied().filter(|mark| b"\"'".contains(mark));
        let start = at + usize::from(mark.is_some());
        let ends = |byte: u8| mark.map_or(byte.is_ascii_whitespace() || byte == b'>', |mark| byte == mark);
        let value = Span::new(start, start + length(&bytes[start..], |byte| !ends(byte)));
        at = value.end + usize::from(mark.is_some());
        if this {
            return Some(value);
        }
    }
    None
}

fn length(bytes: &[u8], of: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|&byte| !of(byte)).unwrap_or(bytes.len())
}

/// The entity at the start of `bytes` (which start with `&`) and its length; `None` where it is none that is known.
fn entity(bytes: &[u8]) -> Option<(char, usize)> {
    // No name known and no number that makes sense is longer.
    let end = bytes.iter().take(12).position(|&byte| byte == b';')?;
    let name = std::str::from_utf8(&bytes[1..end]).ok()?;
    let character = if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        char::from_u32(code).filter(|&character| character != '\0').unwrap_or('\u{FFFD}')
    } else {
        let at = ENTITIES.binary_search_by_key(&name, |&(known, _)| known).ok()?;
        ENTITIES[at].1
    };
    Some((character, end + 1))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// The byte past the end tag `</name…>` in `bytes`.
fn end_tag(bytes: &[u8], name: &str) -> Option<usize> {
    let open = bytes
        .windows(name.len() + 2)
        .position(|window| window.starts_with(b"</") && window[2..].eq_ignore_ascii_case(name.as_bytes()))?;
    let close = bytes[open..].iter().position(|&byte| byte == b'>').map_or(bytes.len(), |at| open + at + 1);
    Some(close)
}

/// Entities that articles use, sorted by name.
#[rustfmt::skip]
const ENTITIES: [(&str, char); 62] = [
    ("Auml", 'Ä'), ("Eacute", 'É'), ("Ouml", 'Ö'), ("Uuml", 'Ü'), ("aacute", 'á'), ("agrave", 'à'), ("amp", '&'),
    ("apos", '\''), ("asymp", '≈'), ("auml", 'ä'), ("bull", '•'), ("ccedil", 'ç'), ("cent", '¢'), ("copy", '©'),
    ("darr", '↓'), ("deg", '°'), ("divide", '÷'), ("eacute", 'é'), ("egrave", 'è'), ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'), ("euro", '€'), ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'), ("ge", '≥'), ("gt", '>'),
    ("hellip", '…'), ("iacute", 'í'), ("iuml", 'ï'), ("laquo", '«'), ("larr", '←'), ("ldquo", '“'), ("le", '≤'),
    ("lsquo", '‘'), ("lt", '<'), ("mdash", '—'), ("micro", 'µ'), ("middot", '·'), ("minus", '−'), ("nbsp", '\u{A0}'),
    ("ndash", '–'), ("ne", '≠'), ("ntilde", 'ñ'), ("oacute", 'ó'), ("ouml", 'ö'), ("plusmn", '±'), ("pound", '£'),
    ("quot", '"'), ("raquo", '»'), ("rarr", '→'), ("rdquo", '”'), ("reg", '®'), ("rsquo", '’'), ("shy", '\u{AD}'),
    ("szlig", 'ß'), ("thinsp", '\u{2009}'), ("times", '×'), ("trade", '™'), ("uarr", '↑'), ("uuml", 'ü'), ("yen", '¥'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(source: &str) -> Vec<Piece> {
        let (mut found, mut state) = (Vec::new(), Scan::default());
        scan(source, Span::new(0, source.len()), &mut state, |piece| found.push(piece));
        found
    }

    fn text(source: &str) -> String {
        let show = |piece: &Piece| match *piece {
            Piece::Text(span) => span.of(source).to_owned(),
            Piece::Entity(character, _) => character.to_string(),
            Piece::Tag(_) => String::new(),
        };
        pieces(source).iter().map(show).collect()
    }

    #[test]
    fn tags_go_and_text_and_entities_stay() {
        assert_eq!(
            text("<p title=\"a > b\">R&amp;D &#8211; <b>2 < 3</b> &unknown; AT&T"),
            "R&D – 2 < 3 &unknown; AT&T"
        );
    }

    #[test]
    fn comments_scripts_and_styles_are_passed_over() {
        assert_eq!(text("a<!-- <p>b</p> -->c<SCRIPT>if (a < b) {}</script >d<style>p{}</style>e"), "acde");
    }

    #[test]
    fn a_tag_may_go_on_in_the_next_stretch() {
        let source = "<a\nhref='x'>b</a>";
        let (mut found, mut state) = (Vec::new(), Scan::default());
        for span in [Span::new(0, 3), Span::new(3, source.len())] {
            scan(source, span, &mut state, |piece| found.push(piece));
        }
        assert_eq!(found[0], Piece::Tag(Span::new(0, 12)));
        assert_eq!(found[1], Piece::Text(Span::new(12, 13)));
    }

    #[test]
    fn attributes_are_found_with_or_without_quotes() {
        let attributes = " src=a.png data-alt='no' ALT = \"A solar field\">";
        assert_eq!(attribute(attributes, "alt").map(|span| span.of(attributes)), Some("A solar field"));
        assert_eq!(attribute(attributes, "src").map(|span| span.of(attributes)), Some("a.png"));
        assert_eq!(attribute(" alt>", "alt"), None);
    }

    #[test]
    fn the_table_of_entities_is_sorted() {
        assert!(ENTITIES.is_sorted_by_key(|&(name, _)| name));
    }
}
