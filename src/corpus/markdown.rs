//! Markdown to blocks: the common kind with tables, footnotes, strikethrough, task lists, wiki links, callouts, and the HTML
//! in between. Says what a block is by its place only; whether it asserts anything is for later stages.

mod html_blocks;
mod nesting;
mod table;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use self::html_blocks::HtmlState;
use self::table::RowState;
use super::outline::{Outline, Trail};
use super::visible::Visible;
use super::{Block, BlockKind};
use crate::text::{MappedText, Span};

/// The blocks of `source` from byte `body` on, and what a reader should know, with its place. Total, and linear in the
/// length of `source`.
pub(super) fn blocks(source: &str, body: usize) -> (Vec<Block>, Option<(usize, String)>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS;
    let (capped, too_deep) = nesting::cap(source, body);
    let mut reader = Reader::new(&capped);
    for (event, range) in Parser::new_ext(&capped[body..], options).into_offset_iter() {
        reader.event(event, range.start + body..range.end + body);
    }
    reader.close();
    let notice = too_deep.map(|at| {
        (
            at,
            "nests quotations or lists more than a hundred deep; the deeper marks are passed over".to_owned(),
        )
    });
    (reader.outline.into_blocks(), notice)
}

/// What surrounds the text that is read.
#[derive(Debug)]
enum Container {
    Quote {
        /// Headings within a quotation say nothing of what follows it.
        trail: Trail,
        /// Nothing of it was read yet: a callout's title can stand here.
        fresh: bool,
    },
    List {
        lead_in: Option<usize>,
    },
    Item {
        lead_in: Option<usize>,
        /// The item's own block, once it is read.
        index: Option<usize>,
    },
    Footnote,
}

struct Reader<'s> {
    source: &'s str,
    outline: Outline,
    containers: Vec<Container>,
    /// What the open block is; `None` between blocks.
    open: Option<BlockKind>,
    visible: Visible,
    /// The open block is the title line of a callout.
    callout: bool,
    /// The paragraph directly above, in the same container.
    above: Option<usize>,
    /// Images that are open; their text goes to `caption`.
    images: usize,
    caption: Visible,
    /// Captions found within the open block.
    captions: Vec<(MappedText, Span)>,
    row: Option<RowState>,
    header: Option<usize>,
    html: HtmlState,
    /// One past the last byte of text. The parser's ranges go back in one odd case, an image across the end of a wiki link;
    /// what was passed is not read again.
    passed: usize,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            outline: Outline::default(),
            containers: Vec::new(),
            open: None,
            visible: Visible::default(),
            callout: false,
            above: None,
            images: 0,
            caption: Visible::default(),
            captions: Vec::new(),
            row: None,
            header: None,
            html: HtmlState::default(),
            passed: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        let span = Span::new(range.start, range.end);
        match event {
            Event::Start(tag) => return self.start(&tag, span),
            Event::End(tag) => return self.end(tag, span),
            _ if span.start < self.passed => return,
            Event::Text(text) => self.text(&text, span),
            Event::Code(text) => self.code(&text, span),
            Event::SoftBreak | Event::HardBreak => self.line_break(span),
            Event::Html(_) | Event::InlineHtml(_) => self.html(span),
            Event::Rule => {
                self.close();
                self.above = None;
            }
            // Marks that are no text; mathematics is not switched on.
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
        self.passed = span.end;
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Paragraph => self.start_paragraph(span),
            Tag::Heading { level, .. } => {
                self.close();
                self.open = Some(BlockKind::Heading(depth(*level)));
            }
            Tag::CodeBlock(_) => {
                self.close();
                self.open = Some(BlockKind::Code);
            }
            Tag::BlockQuote(_) => {
                let trail = self.outline.trail();
                self.enter(Container::Quote { trail, fresh: true });
            }
            Tag::List(_) => {
                self.close();
                let lead_in = match self.containers.last() {
                    Some(Container::Item { lead_in, index }) => index.or(*lead_in),
                    _ => self.above,
                };
                self.enter(Container::List { lead_in });
            }
            Tag::Item => {
                let lead_in = match self.containers.last() {
                    Some(Container::List { lead_in }) => *lead_in,
                    _ => None,
                };
                self.enter(Container::Item { lead_in, index: None });
            }
            Tag::FootnoteDefinition(_) => self.enter(Container::Footnote),
            Tag::Image { .. } => self.images += 1,
            Tag::HtmlBlock => self.start_html(),
            Tag::Table(_) => {
                self.close();
                self.header = None;
            }
            Tag::TableHead => self.start_row(BlockKind::HeaderRow, Some(span)),
            Tag::TableRow => self.start_row(BlockKind::Row, Some(span)),
            Tag::TableCell => self.start_cell(span.start),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock => self.close(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.leave();
            }
            TagEnd::Image => self.end_image(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::Table => self.above = None,
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(),
            TagEnd::TableCell => self.end_cell(span.end),
            _ => {}
        }
    }

    fn enter(&mut self, container: Container) {
        self.close();
        if let Some(Container::Quote { fresh, .. }) = self.containers.last_mut() {
            *fresh = false;
        }
        self.above = None;
        self.containers.push(container);
    }

    fn leave(&mut self) {
        self.close();
        self.above = None;
        if let Some(Container::Quote { trail, .. }) = self.containers.pop() {
            self.outline.restore(trail);
        }
    }

    fn start_paragraph(&mut self, span: Span) {
        self.close();
        self.open = Some(self.plain_kind());
        if let Some(Container::Quote { fresh, .. }) = self.containers.last_mut()
            && std::mem::take(fresh)
            && is_callout(span.of(self.source))
        {
            self.callout = true;
            self.open = Some(BlockKind::Heading(6));
        }
    }

    /// What running text is here.
    fn plain_kind(&self) -> BlockKind {
        match self.containers.last() {
            Some(Container::Quote { .. }) => BlockKind::Quote,
            Some(Container::Item { index: None, .. }) => BlockKind::Item,
            Some(Container::Item { .. } | Container::List { .. } | Container::Footnote) | None => {
                BlockKind::Paragraph
            }
        }
    }

    /// Where text goes: to the caption of an open image or to the open block, which is opened where there is none
    /// (the text of tight items comes without a paragraph).
    fn target(&mut self) -> Option<&mut Visible> {
        if self.html.drops() {
            return None;
        }
        if self.images > 0 {
            return Some(&mut self.caption);
        }
        if self.open.is_none() {
            self.open = Some(self.html.kind().unwrap_or_else(|| self.plain_kind()));
        }
        Some(&mut self.visible)
    }

    fn text(&mut self, text: &str, span: Span) {
        let slice = span.of(self.source);
        // Mostly it is the very slice; only where it is not are the bytes compared.
        let stands =
            slice.len() == text.len() && (std::ptr::eq(slice.as_ptr(), text.as_ptr()) || slice == text);
        let Some(target) = self.target() else { return };
        if stands {
            target.push(text, span.start);
        } else {
            target.push_decoded(text, span);
        }
    }

    /// Inline code: its range has the backticks.
    fn code(&mut self, text: &str, span: Span) {
        let slice = span.of(self.source);
        let ticks = slice.bytes().take_while(|&byte| byte == b'`').count();
        let inner = slice.get(ticks..slice.len() - ticks.min(slice.len() / 2)).unwrap_or("");
        // A space is taken off on either side where both have one.
        let at = [0, 1].into_iter().find(|&at| inner.get(at..at + text.len()) == Some(text));
        let Some(target) = self.target() else { return };
        match at {
            Some(at) => target.push(text, span.start + ticks + at),
            None => target
                .push_decoded(text, Span::new(span.start + ticks, span.end - ticks.min(slice.len() / 2))),
        }
    }

    fn line_break(&mut self, span: Span) {
        if self.callout && self.images == 0 {
            self.close();
            self.open = Some(BlockKind::Quote);
        } else if let Some(target) = self.target() {
            target.gap(span);
        }
    }

    fn end_image(&mut self) {
        self.images = self.images.saturating_sub(1);
        if self.images == 0
            && let Some(caption) = self.caption.take()
        {
            self.captions.push(caption);
        }
    }

    /// Ends the open block, if there is one, and adds it with its captions in the order of the source.
    fn close(&mut self) {
        let kind = self.open.take();
        self.callout = false;
        self.html.end_paragraph();
        if let (Some(kind), Some(block)) = (kind, self.visible.take()) {
            self.add_captions(block.1.start);
            self.add(kind, block);
        }
        self.add_captions(usize::MAX);
    }

    /// Adds the captions that were found and start before `end`.
    fn add_captions(&mut self, end: usize) {
        if self.captions.is_empty() {
            return;
        }
        let count = self.captions.partition_point(|(_, span)| span.start < end);
        for caption in self.captions.drain(..count) {
            let kind = self.html.within(BlockKind::Caption);
            self.outline.push(kind, caption, None, Vec::new());
        }
    }

    fn add(&mut self, kind: BlockKind, block: (MappedText, Span)) {
        let kind = self.html.within(kind);
        let lead_in = match (kind, self.containers.last()) {
            (BlockKind::Item, Some(Container::Item { lead_in, .. })) => *lead_in,
            (BlockKind::Item, _) => self.html.lead_in(),
            _ => None,
        };
        let index = self.outline.push(kind, block, lead_in, Vec::new());
        if let (BlockKind::Item, Some(Container::Item { index: own, .. })) =
            (kind, self.containers.last_mut())
        {
            own.get_or_insert(index);
        }
        self.above =
            matches!(kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item).then_some(index);
    }
}

fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// True for the first line of a callout, `[!warning] Title`.
fn is_callout(paragraph: &str) -> bool {
    let Some(rest) = paragraph.strip_prefix("[!") else { return false };
    let word = rest.bytes().take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'-').count();
    word > 0 && rest[word..].starts_with(']')
}

#[cfg(test)]
mod tests;
