//! What holds for every input of the reading stage: spans lie in the file, blocks are in order, nothing panics.

use proptest::prelude::*;
use stratscan::corpus::{BlockKind, Document, parse};
use stratscan::text::Span;

/// Pieces that Markdown, HTML and front matter are made of, so that most inputs nest some of them.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "    ",
    "\t",
    "> ",
    "- ",
    "* ",
    "1. ",
    "# ",
    "### ",
    "| ",
    "|",
    "|--|--|\n",
    "| a | b |\n",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "](x)",
    "[[",
    "|t]]",
    "]]",
    "![",
    "[^1]",
    "[^1]: ",
    "[!note] ",
    "<",
    ">",
    "<p>",
    "</p>",
    "<br>",
    "<li>",
    "<ul>",
    "<tr>",
    "<td>",
    "<th>",
    "<nav>",
    "</nav>",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "<img alt=\"a &amp; b\">",
    "<img alt='",
    "&amp;",
    "&nbsp;",
    "&#0;",
    "&",
    "\\",
    "---\n",
    "+++\n",
    "title: a\n",
    "date: 2025-02-30\n",
    "a = [\n",
    "word",
    "Two Words",
    "It sells power.",
    "é",
    "“q”",
    "\u{A0}",
    "\u{200B}",
    "\u{FEFF}",
    "\0",
    "中文",
    "🚀",
    "•",
    "  • ",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn check(document: &Document) {
    let source = document.source.as_str();
    let mut last = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let text = block.text.as_str();
        assert!(source.get(block.span.start..block.span.end).is_some(), "{:?} of {source:?}", block.span);
        assert!(block.span.start >= last, "block {at} of {source:?} starts before the one above");
        last = block.span.start;
        assert!(!block.span.is_empty() && !text.trim().is_empty());
        assert!(!text.contains("  ") && text.trim_start() == text, "{text:?}");
        assert!(block.headings.is_sorted() && block.headings.iter().all(|&above| above < at));
        assert!(
            block.headings.iter().all(|&above| matches!(document.blocks[above].kind, BlockKind::Heading(_)))
        );
        assert!(block.lead_in.is_none_or(|above| above < at));
        check_map(source, text, block.span, |span| block.text.to_source(span));
        check_cells(text, &block.cells, block.kind);
    }
}

/// Every stretch of the text leads to a stretch of the block; one character after the other goes forward.
fn check_map(source: &str, text: &str, block: Span, to_source: impl Fn(Span) -> Span) {
    let mut last = 0;
    for (at, character) in text.char_indices() {
        let span = to_source(Span::new(at, at + character.len_utf8()));
        assert!(block.contains(span), "{span:?} of {text:?} lies outside {block:?} of {source:?}");
        assert!(source.get(span.start..span.end).is_some(), "{span:?} of {source:?}");
        assert!(span.start >= last, "{text:?} of {source:?} goes back at {at}");
        last = span.start;
        assert!(block.contains(to_source(Span::new(0, at + character.len_utf8()))));
        assert!(block.contains(to_source(Span::new(at, text.len()))));
    }
}

fn check_cells(text: &str, cells: &[Span], kind: BlockKind) {
    assert_eq!(cells.is_empty(), !matches!(kind, BlockKind::Row | BlockKind::HeaderRow));
    let mut last = 0;
    for cell in cells {
        assert!(cell.start >= last && text.get(cell.start..cell.end).is_some(), "{cells:?} of {text:?}");
        assert_eq!(cell.of(text), cell.of(text).trim());
        last = cell.end;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markdown_soup_gives_blocks_in_order_with_spans_in_the_file(text in soup()) {
        check(&parse("a.md", text.as_bytes()).0);
    }

    #[test]
    fn plain_soup_gives_blocks_in_order_with_spans_in_the_file(text in soup()) {
        check(&parse("a.txt", text.as_bytes()).0);
    }

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&parse("a.md", text.as_bytes()).0);
        check(&parse("a.txt", text.as_bytes()).0);
    }

    #[test]
    fn any_bytes_are_read(bytes in any::<Vec<u8>>(), mark in prop::sample::select(vec![&b""[..], b"\xFF\xFE", b"\xFE\xFF", b"\xEF\xBB\xBF"])) {
        let bytes = [mark, &bytes].concat();
        check(&parse("a.md", &bytes).0);
        check(&parse("a.txt", &bytes).0);
    }
}
