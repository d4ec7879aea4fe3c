//! What HTML does to the blocks: which tags part them, which name them, and where boilerplate begins and ends.

use super::Reader;
use crate::corpus::BlockKind;
use crate::corpus::html::{self, Piece, Scan, Tag};
use crate::text::Span;

/// The HTML that is open.
#[derive(Debug, Default)]
pub(super) struct HtmlState {
    scan: Scan,
    /// In an HTML block, not in a paragraph with tags.
    block: bool,
    /// What the open element makes of its text.
    kind: Option<BlockKind>,
    /// The paragraph above the last list that was opened.
    lead_in: Option<usize>,
    /// Open elements of boilerplate.
    boilerplate: usize,
    /// The last end tag of each boilerplate element, once looked up.
    last_ends: [Option<usize>; BOILERPLATE.len()],
}

/// Elements that hold no article text. One that is never closed counts for nothing: the article would be lost.
const BOILERPLATE: [&str; 4] = ["nav", "footer", "aside", "form"];

impl HtmlState {
    /// True within scripts and the like, whose content is no text.
    pub(super) fn drops(&self) -> bool {
        matches!(self.scan, Scan::Dropped(_))
    }

    /// What the open element makes of text.
    pub(super) fn kind(&self) -> Option<BlockKind> {
        self.kind
    }

    /// What introduces the list that is open.
    pub(super) fn lead_in(&self) -> Option<usize> {
        self.lead_in
    }

    /// Forgets a script that a paragraph opened and did not close.
    pub(super) fn end_paragraph(&mut self) {
        if !self.block {
            self.scan = Scan::Text;
        }
    }

    /// `kind`, unless it stands in boilerplate.
    pub(super) fn within(&self, kind: BlockKind) -> BlockKind {
        if self.boilerplate > 0 { BlockKind::Boilerplate } else { kind }
    }
}

impl Reader<'_> {
    pub(super) fn start_html(&mut self) {
        self.close();
        self.html.scan = Scan::Text;
        self.html.block = true;
    }

    pub(super) fn end_html(&mut self) {
        self.end_row();
        self.close();
        self.html.scan = Scan::Text;
        self.html.kind = None;
        self.html.lead_in = None;
        self.html.block = false;
    }

    /// Reads a stretch of HTML: a line of an HTML block, or a tag within a paragraph.
    pub(super) fn html(&mut self, span: Span) {
        let source = self.source;
        let mut state = self.html.scan;
        // Text is only given between tags, when nothing is dropped; `drops` is asked by Markdown text later.
        self.html.scan = Scan::Text;
        html::scan(source, span, &mut state, |piece| match piece {
            Piece::Text(text) if self.open.is_none() && text.of(source).trim().is_empty() => {}
            Piece::Text(text) => {
                if let Some(target) = self.target() {
                    target.push(text.of(source), text.start);
                }
            }
            Piece::Entity(character, at) => {
                if let Some(target) = self.target() {
                    target.push_decoded(character.encode_utf8(&mut [0; 4]), at);
                }
            }
            Piece::Tag(at) => self.tag(html::read(at.of(source)), at),
        });
        self.html.scan = state;
    }

    fn tag(&mut self, tag: Tag<'_>, at: Span) {
        let Some(name) = tag.name else { return };
        let mut lower = [0; 10];
        let Some(lower) = lower.get_mut(..name.len()) else { return };
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        let name = std::str::from_utf8(lower).unwrap_or("");
        match name {
            "br" => self.gap(at),
            "img" if !tag.closing => self.image(tag, at),
            "tr" | "td" | "th" if self.html.block => self.table_tag(name, tag.closing, at),
            _ if !parts(name) => {}
            _ if self.row.is_some() || (self.in_heading() && !self.html.block) => self.gap(at),
            _ => self.part(name, tag.closing, at),
        }
    }

    fn in_heading(&self) -> bool {
        matches!(self.open, Some(BlockKind::Heading(_)))
    }

    fn gap(&mut self, at: Span) {
        if self.open.is_some()
            && let Some(target) = self.target()
        {
            target.gap(at);
        }
    }

    /// A tag between blocks.
    fn part(&mut self, name: &str, closing: bool, at: Span) {
        self.close();
        if matches!(name, "ul" | "ol" | "dl") {
            self.html.lead_in = if closing { None } else { self.above };
        }
        if let Some(which) = BOILERPLATE.iter().position(|&known| known == name) {
            if closing {
                self.html.boilerplate = self.html.boilerplate.saturating_sub(1);
            } else if at.start < self.last_end(which) {
                self.html.boilerplate += 1;
            }
        }
        if self.html.block
            && let Some(kind) = names(name)
        {
            self.html.kind = (!closing).then_some(kind);
        }
    }

    /// Where the last end tag of this boilerplate element starts; 0 where there is none.
    fn last_end(&mut self, which: usize) -> usize {
        let source = self.source.as_bytes();
        *self.html.last_ends[which].get_or_insert_with(|| {
            let name = BOILERPLATE[which].as_bytes();
            source
                .windows(name.len() + 2)
                .rposition(|window| window.starts_with(b"</") && window[2..].eq_ignore_ascii_case(name))
                .unwrap_or(0)
        })
    }

    fn image(&mut self, tag: Tag<'_>, at: Span) {
        if let Some(alt) = html::attribute(tag.attributes, "alt") {
            let offset = at.end - tag.attributes.len();
            let value = Span::new(offset + alt.start, (offset + alt.end).min(at.end));
            self.caption_text(value);
            if let Some(caption) = self.caption.take() {
                self.captions.push(caption);
            }
        }
        self.gap(at);
    }

    /// Reads an attribute's value, entities decoded, into the caption.
    fn caption_text(&mut self, value: Span) {
        let source = self.source;
        html::scan(source, value, &mut Scan::default(), |piece| match piece {
            Piece::Text(text) | Piece::Tag(text) => self.caption.push(text.of(source), text.start),
            Piece::Entity(character, at) => {
                self.caption.push_decoded(character.encode_utf8(&mut [0; 4]), at);
            }
        });
    }

    fn table_tag(&mut self, name: &str, closing: bool, at: Span) {
        self.end_cell(at.start);
        match (name, closing) {
            ("tr", false) => {
                self.end_row();
                self.start_row(BlockKind::HeaderRow, None);
            }
            ("tr", true) => self.end_row(),
            (_, true) => {}
            (cell, false) => {
                if cell == "td"
                    && let Some(row) = self.row.as_mut()
                {
                    row.set_kind(BlockKind::Row);
                }
                self.start_cell(at.end);
            }
        }
    }
}

/// True for the tags between which blocks stand.
fn parts(name: &str) -> bool {
    names(name).is_some()
        || BOILERPLATE.contains(&name)
        || matches!(
            name,
            "p" | "div"
                | "section"
                | "article"
                | "main"
                | "header"
                | "ul"
                | "ol"
                | "dl"
                | "table"
                | "thead"
                | "tbody"
                | "tfoot"
                | "figure"
                | "hr"
                | "details"
                | "center"
                | "address"
                | "body"
                | "html"
        )
}

/// What an element makes of its text, where its name says so.
fn names(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" => BlockKind::Heading(1),
        "h2" => BlockKind::Heading(2),
        "h3" => BlockKind::Heading(3),
        "h4" => BlockKind::Heading(4),
        "h5" => BlockKind::Heading(5),
        "h6" => BlockKind::Heading(6),
        "li" | "dt" | "dd" => BlockKind::Item,
        "figcaption" | "caption" => BlockKind::Caption,
        "blockquote" => BlockKind::Quote,
        "pre" => BlockKind::Code,
        "summary" => BlockKind::Paragraph,
        _ => return None,
    })
}
