//! The periods of hand-labelled sentences, and what holds of periods in any text.

use std::fmt::Write as _;

use proptest::prelude::*;
use stratscan::analyze::{Period, periods};
use stratscan::corpus::Date;
use stratscan::text::Span;

const WRITTEN: Date = Date { year: 2025, month: Some(1), day: Some(29) };

#[test]
fn periods_of_labelled_sentences_come_out_exactly() {
    let cases: toml::Table =
        include_str!("data/periods.toml").parse().expect("tests/data/periods.toml is TOML");
    let mut report = String::new();
    for (section, sentences) in &cases {
        let date = (section != "undated").then_some(WRITTEN);
        for (sentence, expected) in sentences.as_table().expect("a table of sentences") {
            let expected: Vec<&str> = expected
                .as_array()
                .expect("a list")
                .iter()
                .map(|period| period.as_str().expect("a string"))
                .collect();
            let got: Vec<String> =
                periods(sentence, Span::new(0, sentence.len()), date).iter().map(written).collect();
            if got != expected {
                writeln!(report, "[{section}] {sentence}\n    expected {expected:?}\n    got      {got:?}")
                    .expect("strings can be written");
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn a_date_known_to_the_year_gives_years_and_no_weeks() {
    let text = "Last year it grew, last week it fell, last month it rested.";
    let date = Date { year: 2024, month: None, day: None };
    let found: Vec<String> =
        periods(text, Span::new(0, text.len()), Some(date)).iter().map(written).collect();
    assert_eq!(found, ["Last year = 2023-01-01..2023-12-31"]);
}

#[test]
fn dates_at_the_ends_of_the_calendar_give_no_period_beyond_them() {
    let text = "Two hundred years ago, in the past 900 years, and the next 900 years, last year, next decade, year-end.";
    for year in [1, 9999] {
        let date = Date { year, month: Some(12), day: Some(31) };
        for period in periods(text, Span::new(0, text.len()), Some(date)) {
            assert!(period.first <= period.last);
        }
    }
}

fn fragments() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "2025",
        "1999",
        "25",
        "0",
        "31",
        "January",
        "Feb.",
        "May",
        "Q1",
        "H2",
        "FY",
        "FY25",
        "first",
        "quarter",
        "half",
        "of",
        "the",
        "end",
        "early",
        "mid",
        "-",
        "–",
        "last",
        "next",
        "this",
        "year",
        "week",
        "decade",
        "years",
        "three",
        "999",
        "ago",
        "from",
        "now",
        "by",
        "since",
        "and",
        "to",
        "between",
        "s",
        "'",
        ",",
        ".",
        "today",
        "Monday",
        "on",
        "in",
        "later",
        "summer",
        "2024-02-30",
        "é",
        "🚀",
        "year-end",
    ]);
    prop::collection::vec((piece, prop::sample::select(vec!["", " ", "\n"])), 0..20)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect())
}

proptest! {
    #[test]
    fn periods_lie_in_order_in_any_text(
        text in prop_oneof![fragments(), any::<String>()],
        year in 1i16..=9999, month in prop::option::of(1u8..=12), day in prop::option::of(1u8..=31),
    ) {
        let mut last = 0;
        for period in periods(&text, Span::new(0, text.len()), Some(Date { year, month, day })) {
            prop_assert!(period.span.start >= last && !period.span.is_empty(), "{period:?}");
            prop_assert_eq!(period.span.of(&text), &period.text);
            prop_assert!(period.first <= period.last && period.first.day.is_some() && period.last.day.is_some(), "{period:?}");
            last = period.span.end;
        }
    }
}

fn written(period: &Period) -> String {
    format!("{} = {}..{}", period.text, period.first, period.last)
}
