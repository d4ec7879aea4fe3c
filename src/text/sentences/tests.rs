//! Boundaries by hand, each rule with what it must leave alone, and what holds of every input.

use super::sentences;
use proptest::prelude::*;

#[track_caller]
fn assert_cut(text: &str, want: &[&str]) {
    let got: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
    assert_eq!(got, want);
}

/// `text` with `|` where it must be cut.
#[track_caller]
fn assert_marked(text: &str) {
    let want: Vec<&str> = text.split('|').map(str::trim).collect();
    assert_cut(&want.join(" "), &want);
}

#[test]
fn end_marks_before_a_capital_end_sentences() {
    assert_marked("Acme sold its fleet. | Who bought it? | Nobody knows! | 30 bidders came.");
    assert_marked("It cost $1.25B in 2024. | Then v2.1 shipped. | xAI followed.");
}

#[test]
fn abbreviations_end_a_sentence_only_where_another_plainly_begins() {
    assert_marked(
        "Acme Inc. Chief Jane Roe left the U.S. Army. | She joined Widget Corp. | The board was glad.",
    );
    assert_marked("Dr. Roe met Prof. Lee vs. No. 5, e.g. Widget et al. 2020, on Oct. 3. | It rained.");
    assert_marked("They left at 4 p.m. | Nobody stayed.");
    assert_marked("By 4 p.m. Roe had left.");
    assert_marked("Plants in the U.K. and the E.U. closed. | The answer was no. | They knew.");
    assert_marked("J. P. Roe chose plan B. | It failed.");
}

#[test]
fn dots_inside_names_and_numbers_end_nothing() {
    assert_marked("Visit widget.ai or mail roe@widget.com today. | The 2.5 GW site is open.");
    assert_marked("Llama.cpp runs at 3.5x. | Good.");
}

#[test]
fn closing_quotes_and_brackets_go_with_the_sentence() {
    assert_marked("He called it “the best model.” | It then failed.");
    assert_marked("\"We sell power.\" | Buyers agreed.");
    assert_marked("“It works,” he said. | (They disagreed.) | So it goes.[3] | Next.");
    assert_marked("“Does it work?” she asked.");
}

#[test]
fn a_parenthesis_in_mid_sentence_keeps_the_sentence_whole() {
    assert_marked("The site (opened in May. Nobody came.) closed again. | Bad luck.");
    assert_marked("An open ( bracket that never closes. | It ends nothing.");
    assert_marked("“Power is cheap.” (Roe 55). | Is it?");
}

#[test]
fn an_ellipsis_ends_a_sentence_before_a_new_beginning_only() {
    assert_marked("They built and built… | Surprisingly, it paid.");
    assert_marked("In Spain, Chile… each with one site.");
    assert_marked("It ended.... | They left.");
    assert_marked("It went on . . . and on.");
    assert_marked("The text breaks off here. | . . . Then it goes on.");
}

#[test]
fn names_that_shout_do_not_end_a_sentence() {
    assert_marked("She works at Yahoo! in sales.");
    assert_marked("Yahoo! Finance said so. | They sold Yahoo! | It hurt.");
}

#[test]
fn arrows_and_dashes_carry_a_sentence_on() {
    assert_marked("“Sell me your shop.” → No.");
    assert_marked("Who wins? — nobody.");
}

#[test]
fn labels_stay_with_their_sentence() {
    assert_marked("TLDR: Acme sells chips. | Summary: It buys power.");
}

#[test]
fn lists_in_one_line_are_cut_before_each_marker_that_counts_on() {
    assert_marked("1. Chips | 2. Power | 3. Weights");
    assert_marked("1) Chips are sold. | 2) Power is not.");
    assert_marked("• Chips | • Power");
    assert_marked("a. Chips | b. Power");
    assert_marked("1. Acme has 5 sites and 3 fabs");
}

#[test]
fn a_dot_behind_an_ellipsis_is_cut_between_characters() {
    assert_cut("It fell… . Prices rose.", &["It fell…", ". Prices rose."]);
}

#[test]
fn empty_text_has_no_sentence() {
    assert_cut("  \u{a0} ", &[]);
    assert_cut("", &[]);
}

#[test]
fn brackets_without_end_take_linear_time() {
    let text = "( A. ".repeat(100_000);
    assert!(!sentences(&text).is_empty());
}

proptest! {
    #[test]
    fn spans_are_ordered_trimmed_and_hold_all_that_is_visible(text in "[ -~\\n\u{a0}…“”’•é.!?()A-C]{0,80}|\\PC{0,60}") {
        let spans = sentences(&text);
        let mut end = 0;
        for span in spans {
            prop_assert!(span.start >= end && span.end > span.start);
            let slice = text.get(span.start..span.end);
            prop_assert!(slice.is_some_and(|slice| slice.trim() == slice));
            prop_assert!(text[end..span.start].trim().is_empty());
            end = span.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
