//! Each rule with a sentence it catches and one it must leave a claim.

use super::{Outline, Spot, kind};
use crate::analyze::SentenceKind;
use crate::analyze::wording::Cut;
use crate::corpus::{Block, BlockKind, Document, FrontMatter};
use crate::text::{LineIndex, MappedText, Span};

/// A document of blocks that stand under one another, each with its markup written out; `[text](target)` and `**` are
/// taken off to get the visible text. An item is led in by the block before its list.
fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let source: String = blocks.iter().flat_map(|(_, text)| [*text, "\n\n"]).collect();
    let mut made: Vec<Block> = Vec::new();
    let mut at = 0;
    for &(kind, raw) in blocks {
        let mut text = MappedText::default();
        text.push_replaced(&visible(raw), Span::new(at, at + raw.len()));
        let headings = (0..made.len()).rev().find(|&above| matches!(made[above].kind, BlockKind::Heading(_)));
        let lead_in = match made.last() {
            Some(last) if kind == BlockKind::Item && last.kind == BlockKind::Item => last.lead_in,
            Some(_) if kind == BlockKind::Item => Some(made.len() - 1),
            Some(_) | None => None,
        };
        let span = Span::new(at, at + raw.len());
        made.push(Block {
            kind,
            span,
            text,
            headings: headings.into_iter().collect(),
            lead_in,
            cells: cells(kind, raw),
        });
        at += raw.len() + 2;
    }
    Document {
        path: "a.md".to_owned(),
        lines: LineIndex::new(&source),
        source,
        encoding: None,
        front_matter: FrontMatter::default(),
        blocks: made,
        english: true,
    }
}

fn visible(raw: &str) -> String {
    let plain = raw.replace("**", "");
    match plain.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        Some((text, _)) => text.to_owned(),
        None => plain,
    }
}

fn cells(kind: BlockKind, raw: &str) -> Vec<Span> {
    if kind != BlockKind::Row {
        return Vec::new();
    }
    let starts = std::iter::once(0).chain(raw.match_indices('|').map(|(at, _)| at + 1));
    starts
        .map(|start| Span::new(start, raw[start..].find('|').map_or(raw.len(), |end| start + end)))
        .collect()
}

/// The kinds of the sentences of the last block.
fn kinds_of_last(blocks: &[(BlockKind, &str)]) -> Vec<SentenceKind> {
    let document = document(blocks);
    let outline = Outline::new(&document);
    let block = document.blocks.len() - 1;
    let sentences = outline.sentences(block);
    let of = |ordinal: usize| {
        let cut = Cut::of_language(sentences[ordinal].of(document.blocks[block].text.as_str()));
        let wording = cut.whole();
        kind(Spot { document: &document, block, sentences, ordinal }, &outline, &wording)
    };
    (0..sentences.len()).map(of).collect()
}

#[track_caller]
fn assert_paragraphs(want: SentenceKind, texts: &[&str]) {
    for text in texts {
        assert_eq!(kinds_of_last(&[(BlockKind::Paragraph, text)]), [want], "{text}");
    }
}

#[track_caller]
fn assert_items(want: SentenceKind, lead_in: &str, texts: &[&str]) {
    for text in texts {
        let blocks = [(BlockKind::Paragraph, lead_in), (BlockKind::Item, text)];
        assert_eq!(kinds_of_last(&blocks), [want], "{text}");
    }
}

#[test]
fn statements_are_claims() {
    assert_paragraphs(
        SentenceKind::Claim,
        &[
            "Acme sells a third of its fleet.",
            "Demand collapsed.",
            "The deal has one weak side:",
            "Expect a second site by spring.",
            "Watch for a shortage of turbines.",
            "Forty buyers in a single week.",
            "The biggest order that the foundry ever took from one buyer in a year.",
            "It keeps asking who pays, and nobody answers.",
            "They rented it, resold it, mothballed it…",
            "Acme rents servers.",
            "Widget restarts old reactors.",
            "Widget quit.",
            "A shortage of copper limits Acme.",
            "The two differ on money too.",
        ],
    );
}

#[test]
fn questions_and_commands_are_not() {
    assert_paragraphs(SentenceKind::Question, &["Who pays for the grid?", "“Is it worth it?”"]);
    assert_paragraphs(
        SentenceKind::Command,
        &[
            "Think about your own power bill.",
            "Let me start with the turbines.",
            "Now imagine ten such sites.",
            "Instead, let's call it a landlord.",
            "Take care.",
            "Please mind the gap.",
            "Build the cheapest site first.",
        ],
    );
    assert_paragraphs(
        SentenceKind::Claim,
        &[
            "Build costs rose.",
            "Power the sites need is scarce.",
            "Watch makers sued.",
            "Check Pointers is late.",
        ],
    );
}

#[test]
fn words_of_the_page_about_itself_are_boilerplate() {
    assert_paragraphs(
        SentenceKind::Boilerplate,
        &[
            "Skip to main content",
            "Subscribe to our channel",
            "We read every filing and send you the best five.",
            "You can opt out of these mails.",
            "Welcome to the Tuesday edition.",
            "That's a wrap for this week.",
        ],
    );
    assert_paragraphs(
        SentenceKind::Claim,
        &[
            "The channel has two million subscribers.",
            "Copyright suits multiply.",
            "Acme will welcome new tenants.",
        ],
    );
}

#[test]
fn lines_on_author_date_and_source_are_bylines() {
    assert_paragraphs(
        SentenceKind::Byline,
        &[
            "By Jane Roe",
            "Photo by John Doe",
            "Last updated: 3 May 2026",
            "May 3, 2026",
            "Published May 3, 2026",
        ],
    );
    assert_paragraphs(
        SentenceKind::Claim,
        &["Release date: 3 May 2026", "By May the site had paid for itself."],
    );
}

#[test]
fn entries_of_a_source_list_are_links_and_linked_statements_are_claims() {
    let link = "[Acme sells a site to Widget](https://a.example/1)";
    assert_items(SentenceKind::Link, "**Sources:**", &[link]);
    assert_items(SentenceKind::Claim, "In spring:", &[link]);
    assert_items(SentenceKind::Link, "In short", &["[Power](#power)"]);
    assert_paragraphs(
        SentenceKind::Link,
        &[
            "https://a.example/1",
            "Acme filings: https://a.example/1",
            "[The Acme filing](https://a.example/1)",
        ],
    );
    assert_paragraphs(SentenceKind::Claim, &["[Acme sold a site](https://a.example/1) in May."]);
}

#[test]
fn bare_noun_phrases_and_lead_ins_are_fragments() {
    assert_paragraphs(
        SentenceKind::Fragment,
        &[
            "Key findings:",
            "This clashed sharply with:",
            "Here's the recap:",
            "**Open models, tooling, and the outage**",
            "Ten billion dollars.",
            "Gas turbines.",
            "A closer look at costs.",
            "Power and Chips",
        ],
    );
    assert_paragraphs(
        SentenceKind::Claim,
        &["Lead buyer: Acme", "Sites under way: 3", "Effect: more power for less money"],
    );
}

#[test]
fn items_state_something_unless_they_are_titles() {
    assert_items(
        SentenceKind::Claim,
        "Key points:",
        &[
            "Shortage of skilled welders",
            "Gas: 3–5 years",
            "**$5 million in debt**",
            "Sells to its own rivals",
        ],
    );
    assert_items(SentenceKind::Claim, "The buyers are:", &["Widget Works"]);
    assert_items(
        SentenceKind::Fragment,
        "Key Points",
        &["The Landlord Gambit", "**Grid and Market Power**", "Build time"],
    );
}

#[test]
fn rows_with_two_filled_cells_are_claims() {
    assert_eq!(kinds_of_last(&[(BlockKind::Row, "Acme | $7B")]), [SentenceKind::Claim]);
    assert_eq!(kinds_of_last(&[(BlockKind::Row, "Acme | -")]), [SentenceKind::Fragment]);
}

#[test]
fn captions_in_running_text_are_known_by_their_head() {
    assert_paragraphs(
        SentenceKind::Caption,
        &["Dark illustration of a turbine with a face.", "Abstract scene depicting a server hall at night."],
    );
    assert_paragraphs(
        SentenceKind::Claim,
        &["The image of the company suffered.", "A dim view of the deal, at best, from all."],
    );
}

#[test]
fn a_teaser_that_the_text_repeats_in_full_is_truncated() {
    let teaser = "Acme rents out half of its new site because its own models cannot fil";
    let full = "Acme rents out half of its new site because its own models cannot fill it. That pays.";
    assert_eq!(
        kinds_of_last(&[(BlockKind::Paragraph, full), (BlockKind::Paragraph, teaser)]),
        [SentenceKind::Truncated]
    );
    let item = [
        (BlockKind::Item, full),
        (BlockKind::Item, "Acme rents out half of its new site because its own models"),
    ];
    assert_eq!(kinds_of_last(&item), [SentenceKind::Claim]);
    assert_paragraphs(SentenceKind::Truncated, &["Acme rents out half of the…", "Acme rents out a site […]"]);
}

#[test]
fn a_long_paragraph_without_end_mark_is_truncated_where_the_others_have_one() {
    let long = "Acme rents out half of its new site to three of its rivals because the models that were to run there \
                are late and the power is paid for whether it is used or not, says its chie";
    let (closed, open) = (
        (BlockKind::Paragraph, "Power is paid for month by month."),
        (BlockKind::Paragraph, "Power is paid for month by month"),
    );
    assert_eq!(kinds_of_last(&[closed, (BlockKind::Paragraph, long)]), [SentenceKind::Truncated]);
    assert_eq!(kinds_of_last(&[open, open, (BlockKind::Paragraph, long)]), [SentenceKind::Claim]);
    assert_eq!(kinds_of_last(&[closed, (BlockKind::Item, long)]), [SentenceKind::Claim]);
}

#[test]
fn the_kind_of_the_block_decides_first() {
    assert_eq!(kinds_of_last(&[(BlockKind::Heading(2), "Acme sells chips")]), [SentenceKind::Heading]);
    assert_eq!(kinds_of_last(&[(BlockKind::HeaderRow, "Firm | Sold")]), [SentenceKind::Fragment]);
    assert_eq!(kinds_of_last(&[(BlockKind::Code, "let x = 1;")]), [SentenceKind::Code]);
}
