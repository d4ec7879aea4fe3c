//! Markdown as articles have it: what becomes of each construct, and what hostile input costs.

use std::time::{Duration, Instant};

use crate::corpus::BlockKind::{Boilerplate, Caption, Code, HeaderRow, Heading, Item, Paragraph, Quote, Row};
use crate::corpus::{BlockKind, Document, parse};
use crate::text::Span;

#[track_caller]
fn read(text: &str) -> Document {
    let (document, notices) = parse("a.md", text.as_bytes());
    assert_eq!(notices, []);
    document
}

#[track_caller]
fn shown(text: &str) -> Vec<(BlockKind, String)> {
    let document = read(text);
    document.blocks.iter().map(|block| (block.kind, block.text.as_str().to_owned())).collect()
}

#[track_caller]
fn assert_shown(text: &str, expected: &[(BlockKind, &str)]) {
    let expected: Vec<_> = expected.iter().map(|&(kind, text)| (kind, text.to_owned())).collect();
    assert_eq!(shown(text), expected);
}

/// The source behind the first block that has `words`, at these words.
#[track_caller]
fn behind(document: &Document, words: &str) -> String {
    let found = document.blocks.iter().find_map(|block| Some((block, block.text.as_str().find(words)?)));
    let (block, at) = found.expect("the words are shown");
    block.text.to_source(Span::new(at, at + words.len())).of(&document.source).to_owned()
}

#[test]
fn emphasis_links_and_code_are_text_and_their_marks_are_not() {
    let text = "It **sells** ~~some~~ [its `GPU` time](https://example.org/a), see <https://example.org/b>.";
    assert_shown(text, &[(Paragraph, "It sells some its GPU time, see https://example.org/b.")]);
    let document = read(text);
    assert_eq!(behind(&document, "sells"), "sells");
    assert_eq!(behind(&document, "its GPU time"), "its `GPU` time");
    assert_eq!(document.blocks[0].span.of(text), text);
}

#[test]
fn a_block_spans_from_its_first_to_its_last_visible_byte() {
    let document = read("## **Power** ##\n\n  *Two* `gigawatts`  \n");
    assert_eq!(document.blocks[0].span.of(&document.source), "Power");
    assert_eq!(document.blocks[1].span.of(&document.source), "Two* `gigawatts");
}

#[test]
fn entities_and_escapes_are_decoded_and_followed_back() {
    let document = read("R&amp;D costs \\$5&nbsp;billion &mdash; half.");
    assert_eq!(document.blocks[0].text.as_str(), "R&D costs $5 billion — half.");
    assert_eq!(behind(&document, "R&D"), "R&amp;D");
    assert_eq!(behind(&document, "$5 billion"), "$5&nbsp;billion");
    assert_eq!(behind(&document, "half"), "half");
}

#[test]
fn line_breaks_are_one_space_in_quotes_too() {
    let document = read("> It sells\n> what is\\\n> left.\r\n");
    assert_eq!(document.blocks[0].kind, Quote);
    assert_eq!(document.blocks[0].text.as_str(), "It sells what is left.");
    assert_eq!(behind(&document, "sells what"), "sells\n> what");
}

#[test]
fn footnote_marks_are_no_text_and_footnotes_are_paragraphs() {
    assert_shown(
        "It pays more[^1] than others.\n\n[^1]: So says its *filing*.\n",
        &[(Paragraph, "It pays more than others."), (Paragraph, "So says its filing.")],
    );
}

#[test]
fn wiki_links_show_their_text() {
    assert_shown(
        "See [[Power deals]] and [[Chips 2025|its chips]].",
        &[(Paragraph, "See Power deals and its chips.")],
    );
}

#[test]
fn headings_make_a_trail_and_a_higher_one_ends_lower_ones() {
    let document = read("# A\n\n## B\n\none\n\n### C\n\ntwo\n\n## D\n\nthree\n\nE\n=\n\nfour");
    let trails: Vec<_> = document
        .blocks
        .iter()
        .filter(|block| block.kind == Paragraph)
        .map(|block| {
            block.headings.iter().map(|&at| document.blocks[at].text.as_str()).collect::<Vec<_>>().join("/")
        })
        .collect();
    assert_eq!(trails, ["A/B", "A/B/C", "A/D", "E"]);
    assert_eq!(document.blocks[1].headings, [0]);
}

#[test]
fn items_know_what_introduces_their_list() {
    let document = read(
        "**It does three things:**\n- sells\n- buys\n  - power\n  - chips\n- waits\n\nNo list.\n\n## Deals\n\n1. one\n",
    );
    let found: Vec<_> =
        document.blocks.iter().map(|block| (block.text.as_str(), block.kind, block.lead_in)).collect();
    assert_eq!(
        found,
        [
            ("It does three things:", Paragraph, None),
            ("sells", Item, Some(0)),
            ("buys", Item, Some(0)),
            ("power", Item, Some(2)),
            ("chips", Item, Some(2)),
            ("waits", Item, Some(0)),
            ("No list.", Paragraph, None),
            ("Deals", Heading(2), None),
            ("one", Item, None),
        ]
    );
}

#[test]
fn a_tight_item_is_one_block_and_a_loose_one_has_paragraphs() {
    assert_shown("- It sells\n  what is left.\n", &[(Item, "It sells what is left.")]);
    assert_shown(
        "- It sells.\n\n  It also buys.\n\n- [x] Done.\n",
        &[(Item, "It sells."), (Paragraph, "It also buys."), (Item, "Done.")],
    );
}

#[test]
fn rows_know_their_cells_and_their_header() {
    let document = read("| Firm | Power |\n|:--|--:|\n| **Acme** | ~2 GW |\n|  | a \\| b |\nBolt | 1 GW\n");
    let blocks = &document.blocks;
    let kinds: Vec<_> = blocks.iter().map(|block| (block.kind, block.lead_in)).collect();
    assert_eq!(kinds, [(HeaderRow, None), (Row, Some(0)), (Row, Some(0)), (Row, Some(0))]);
    let texts: Vec<_> = blocks.iter().map(|block| block.text.as_str()).collect();
    assert_eq!(texts, ["Firm | Power", "Acme | ~2 GW", "| a | b", "Bolt | 1 GW"]);
    let spans: Vec<_> = blocks.iter().map(|block| block.span.of(&document.source)).collect();
    assert_eq!(spans, ["| Firm | Power |", "| **Acme** | ~2 GW |", "|  | a \\| b |", "Bolt | 1 GW"]);
    let cells = |at: usize| -> Vec<&str> {
        blocks[at].cells.iter().map(|cell| cell.of(blocks[at].text.as_str())).collect()
    };
    assert_eq!(cells(1), ["Acme", "~2 GW"]);
    assert_eq!(cells(2), ["", "a | b"]);
    assert_eq!(behind(&document, "~2 GW"), "~2 GW");
}

#[test]
fn alternative_text_is_a_caption_of_its_own() {
    assert_shown(
        "![A *solar* field](a.png) It buys ![one](b.png) power.\n",
        &[(Caption, "A solar field"), (Paragraph, "It buys power."), (Caption, "one")],
    );
    assert_shown("[![Logo](a.png)](https://example.org)\n", &[(Caption, "Logo")]);
}

#[test]
fn a_callout_has_a_title_that_ends_with_it() {
    let document =
        read("# A\n\n> [!warning] One Client\n> It has one client.\n>\n> - and one site\n\nMore.\n");
    let found: Vec<_> =
        document.blocks.iter().map(|block| (block.kind, block.text.as_str(), &block.headings[..])).collect();
    assert_eq!(
        found,
        [
            (Heading(1), "A", &[][..]),
            (Heading(6), "[!warning] One Client", &[0][..]),
            (Quote, "It has one client.", &[0, 1][..]),
            (Item, "and one site", &[0, 1][..]),
            (Paragraph, "More.", &[0][..]),
        ]
    );
}

#[test]
fn what_overlaps_is_read_once() {
    assert_shown("[[**| ![a [\n|t]]b](x)> c", &[(Caption, "a [ |t"), (Paragraph, "> c")]);
}

#[test]
fn code_is_code() {
    assert_shown(
        "```rust\nlet a = 1;\nlet b = 2;\n```\n\n    indented\n",
        &[(Code, "let a = 1; let b = 2;"), (Code, "indented")],
    );
}

#[test]
fn inline_html_goes_and_its_text_stays() {
    assert_shown(
        "It <b>sells</b> capacity<br>to its <a href=\"x\">rivals</a><!-- no --><script>no()</script>.\n\n- a <p>b\n",
        &[(Paragraph, "It sells capacity to its rivals."), (Item, "a"), (Paragraph, "b")],
    );
}

#[test]
fn html_blocks_are_read_by_their_elements() {
    let text = "<h2>Power &amp; chips</h2>\n<p>It <em>sells</em>\ncapacity.</p><p>It buys\npower.</p>\n<ul><li>one<li>two</ul>\n<figure><img src=a.png alt=\"A &quot;field&quot;\"><figcaption>In Texas</figcaption></figure>\n\nMore.\n";
    assert_shown(
        text,
        &[
            (Heading(2), "Power & chips"),
            (Paragraph, "It sells capacity."),
            (Paragraph, "It buys power."),
            (Item, "one"),
            (Item, "two"),
            (Caption, "A \"field\""),
            (Caption, "In Texas"),
            (Paragraph, "More."),
        ],
    );
}

#[test]
fn html_tables_are_rows() {
    let document = read(
        "<table>\n<tr><th>Firm</th><th>Power</th></tr>\n<tr><td>Acme</td>\n<td>2 GW</td></tr>\n</table>\n",
    );
    let found: Vec<_> =
        document.blocks.iter().map(|block| (block.kind, block.text.as_str(), block.lead_in)).collect();
    assert_eq!(found, [(HeaderRow, "Firm | Power", None), (Row, "Acme | 2 GW", Some(0))]);
    assert_eq!(document.blocks[1].span.of(&document.source), "Acme</td>\n<td>2 GW");
}

#[test]
fn navigation_is_boilerplate_where_it_ends() {
    assert_shown(
        "<nav>\n\n- [Home](/)\n\n</nav>\n\nIt sells.\n\n<aside>\n\nIt buys.\n",
        &[(Boilerplate, "Home"), (Paragraph, "It sells."), (Paragraph, "It buys.")],
    );
    assert_shown(
        "<style>p { }</style>\n<script>\n\nno()\n</script>\n\nIt sells.\n",
        &[(Paragraph, "It sells.")],
    );
}

#[test]
fn nul_bytes_are_replaced_and_offsets_hold() {
    let (document, notices) = parse("a.md", b"It s\0lls **power**.");
    assert_eq!(document.blocks[0].text.as_str(), "It s\u{FFFD}lls power.");
    assert_eq!(behind(&document, "power"), "power");
    assert_eq!(notices.len(), 1);
}

#[test]
fn a_byte_order_mark_stays_in_the_source_and_is_no_text() {
    let document = read("\u{FEFF}# Power\n");
    assert_eq!(document.blocks[0].kind, Heading(1));
    assert_eq!(document.blocks[0].span, Span::new(5, 10));
}

#[test]
fn an_empty_file_is_a_document_with_a_notice() {
    let (document, notices) = parse("a.md", b"");
    assert!(document.blocks.is_empty());
    assert_eq!(notices[0].message, "has no text to read");
}

#[test]
fn what_nests_too_deep_is_read_and_said() {
    let text = format!("It sells.\n\n{}It *buys*.\n", "> ".repeat(10_000));
    let (document, notices) = parse("a.md", text.as_bytes());
    assert_eq!(document.blocks[1].kind, Quote);
    assert_eq!(document.blocks[1].text.as_str(), "It buys.");
    assert_eq!(behind(&document, "buys"), "buys");
    assert_eq!((notices.len(), notices[0].line), (1, Some(3)));
}

#[test]
fn hostile_input_takes_linear_time() {
    let started = Instant::now();
    let deep = 10_000;
    for part in [
        "> ", ">", "[", "![", "(", "*", "_", "- ", "`a", "<", "<a ", "</p", "&", "[[", "**a", "~~", "<p>",
        "<!--", "|", "[^", "\\", "<td>", "<nav>",
    ] {
        parse("a.md", part.repeat(deep).as_bytes());
        parse("a.md", format!("{}x", part.repeat(deep)).as_bytes());
        parse("a.md", format!("<div>\n{}", part.repeat(deep)).as_bytes());
        parse("a.md", format!("{part}\n").repeat(deep).as_bytes());
        parse("a.txt", format!("{part}\n").repeat(deep).as_bytes());
        parse("a.md", format!("{}a\n{}", part.repeat(deep), "a\n".repeat(deep)).as_bytes());
    }
    let line = "It sells what it does not need. ".repeat(10 * 1024 * 1024 / 32);
    assert_eq!(read(&line).blocks.len(), 1);
    assert_eq!(parse("a.txt", line.as_bytes()).0.blocks.len(), 1);
    assert!(started.elapsed() < Duration::from_mins(1), "{:?}", started.elapsed());
}
