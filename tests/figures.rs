//! The figures of hand-labelled sentences, and what holds of figures in any text.

use std::fmt::Write as _;

use proptest::prelude::*;
use stratscan::analyze::{Bound, Figure, Unit, figures};
use stratscan::text::Span;

#[test]
fn figures_of_labelled_sentences_come_out_exactly() {
    let data: toml::Table =
        include_str!("data/figures.toml").parse().expect("tests/data/figures.toml is TOML");
    let (mut cases, mut wrong, mut report) = (0, 0, String::new());
    for (section, sentences) in &data {
        for (sentence, expected) in sentences.as_table().expect("a table of sentences") {
            let expected: Vec<String> = expected
                .as_array()
                .expect("a list")
                .iter()
                .map(|f| canonical(f.as_str().expect("a string")))
                .collect();
            let got: Vec<String> = figures_of(sentence).iter().map(written).collect();
            cases += 1;
            if got != expected {
                wrong += 1;
                writeln!(report, "[{section}] {sentence}\n    expected {expected:?}\n    got      {got:?}")
                    .expect("strings can be written");
            }
        }
    }
    assert!(cases >= 120, "only {cases} sentences");
    assert!(wrong == 0, "{wrong} of {cases} sentences differ\n{report}");
}

#[test]
fn number_and_unit_have_spans_of_their_own() {
    let text = "Between $115 and $135 billion a year buys 1.3 million graphics processing units (GPUs).";
    let found = figures_of(text);
    let parts: Vec<(&str, &str, &str)> = found
        .iter()
        .map(|figure| {
            (figure.span.of(text), figure.number.of(text), figure.unit_span.map_or("", |unit| unit.of(text)))
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("$115 and $135 billion", "115 and $135 billion", "$"),
            (
                "1.3 million graphics processing units (GPUs)",
                "1.3 million",
                "graphics processing units (GPUs)"
            ),
        ]
    );
}

#[test]
fn only_the_sentence_is_read() {
    let text = "It has 5 GW. It wants 9 GW.";
    let second = figures(text, Span::new(13, text.len()));
    assert_eq!(second.iter().map(written).collect::<Vec<_>>(), ["9e9 W"]);
    assert_eq!(second[0].span.of(text), "9 GW");
}

#[test]
fn long_runs_of_numbers_are_read_in_linear_time() {
    for piece in [
        "1-",
        "1,",
        "1.",
        "$",
        "a million ",
        "5 and ",
        "one hundred and ",
        "between 5 and ",
        "5 / ",
        "3x ",
        "GPT-4 ",
        "5 big ",
        "- ",
    ] {
        let text = piece.repeat(50_000 / piece.len());
        figures(&text, Span::new(0, text.len()));
    }
}

/// Pieces that figures are made of, so that chance puts them together in ways nobody thought of.
fn fragments() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "5", "1,000", "2.5", "2025", "0", ".5", "$", "€", "US$", "US", "RMB", "B", "bn", "million", "GW",
        "MWh", "%", "x", "×", "-", "–", "to", "and", "between", "from", "half", "a", "one", "hundred",
        "twenty", "third", "of", "in", "per", "/", "hour", "years", "GPUs", "(GPUs)", "tokens", "+", "~",
        "|", ":", "é", "\u{a0}", "🚀", "dollars", "cents", "percent", "times", "twice", "doubled", "http://",
        "@", "[12]", ".", ",", " ", "ß", "age",
    ]);
    prop::collection::vec((piece, prop::sample::select(vec!["", " ", "\n"])), 0..24)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, space)| [piece, space]).collect())
}

proptest! {
    #[test]
    fn figures_lie_in_order_in_any_text(text in prop_oneof![fragments(), any::<String>()]) {
        check(&text, Span::new(0, text.len()))?;
    }

    #[test]
    fn figures_lie_in_the_sentence_that_was_asked_for(text in fragments(), start in 0usize..40, end in 0usize..120) {
        check(&text, Span::new(start, end))?;
    }
}

fn check(text: &str, sentence: Span) -> Result<(), TestCaseError> {
    let mut last = sentence.start;
    for figure in figures(text, sentence) {
        prop_assert!(
            figure.span.start >= last && figure.span.end <= sentence.end && !figure.span.is_empty(),
            "{figure:?}"
        );
        prop_assert!(
            figure.low <= figure.high && figure.low.is_finite() && figure.high.is_finite(),
            "{figure:?}"
        );
        prop_assert_eq!(folded(figure.span.of(text)), folded(&figure.text));
        prop_assert!(figure.span.contains(figure.number) && !figure.number.of(text).is_empty(), "{figure:?}");
        prop_assert!(
            figure.unit_span.is_none_or(|unit| sentence.contains(unit) && !unit.of(text).is_empty()),
            "{figure:?}"
        );
        last = figure.span.end;
    }
    Ok(())
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn figures_of(sentence: &str) -> Vec<Figure> {
    figures(sentence, Span::new(0, sentence.len()))
}

/// A label with its numbers in one notation.
fn canonical(label: &str) -> String {
    let (value, rest) = label.split_once(' ').expect("a value and a unit");
    let number = |digits: &str| digits.parse::<f64>().expect("a number");
    let value = match value.split_once("..") {
        Some((low, high)) => format!("{:e}..{:e}", number(low), number(high)),
        None => format!("{:e}", number(value)),
    };
    format!("{value} {rest}")
}

/// A figure as the labels write it.
fn written(figure: &Figure) -> String {
    let unit = match &figure.unit {
        Unit::Currency(code) => code.to_string(),
        Unit::Watt => "W".to_owned(),
        Unit::WattHour => "Wh".to_owned(),
        Unit::Ratio => "ratio".to_owned(),
        Unit::Count(thing) => format!("of {thing}"),
    };
    let bound = match figure.bound {
        Some(Bound::AtLeast) => " >=",
        Some(Bound::AtMost) => " <=",
        Some(Bound::About) => " ~",
        None => "",
    };
    let rate = figure.rate.as_ref().map_or(String::new(), |rate| format!(" /{rate}"));
    let high = if figure.low < figure.high { format!("..{:e}", figure.high) } else { String::new() };
    format!("{:e}{high} {unit}{bound}{rate}", figure.low)
}
