//! Front matter as authors write it, right and wrong.

use crate::corpus::{Document, Notice, parse};

fn read(text: &str) -> (Document, Vec<Notice>) {
    parse("a.md", text.as_bytes())
}

#[track_caller]
fn clean(text: &str) -> Document {
    let (document, notices) = read(text);
    assert_eq!(notices, []);
    document
}

#[test]
fn yaml_gives_the_five_keys_and_keeps_the_others() {
    let document = clean(
        "---\ntitle: \"Power: a plan\"\ndate: 2026-05-24\nsource: https://example.org/a\nauthor: [Ann, Bo]\ntags:\n  - energy\n  - chips\nweight: 18\ndraft: false\nfaq:\n- question: Why?\n  answer: Because.\nempty:\n---\nText.\n",
    );
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("Power: a plan"));
    assert_eq!(front.date.map(|date| date.to_string()).as_deref(), Some("2026-05-24"));
    assert_eq!(front.source.as_deref(), Some("https://example.org/a"));
    assert_eq!(front.author.as_deref(), Some("Ann, Bo"));
    assert_eq!(front.tags, ["energy", "chips"]);
    let other: Vec<_> = front.other.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!(other, [("draft", "false"), ("faq", "question: Why?, answer: Because."), ("weight", "18")]);
    assert_eq!(document.blocks.len(), 1);
    assert_eq!(document.blocks[0].span.of(&document.source), "Text.");
}

#[test]
fn toml_is_read_too_and_a_mark_and_windows_lines_do_not_matter() {
    let document = clean(
        "\u{FEFF}+++\r\ntitle = 'Chips'\r\ndate = 2025-03-04T10:00:00Z\r\ntags = ['a']\r\n+++\r\nText.",
    );
    assert_eq!(document.front_matter.title.as_deref(), Some("Chips"));
    assert_eq!(document.front_matter.date.map(|date| date.to_string()).as_deref(), Some("2025-03-04"));
    assert_eq!(document.front_matter.tags, ["a"]);
    assert_eq!(document.blocks[0].text.as_str(), "Text.");
}

#[test]
fn broken_yaml_is_said_with_its_line_and_simple_keys_are_saved() {
    let (document, notices) = read("---\ndate: 2025-03\ntitle: Power: the plan\n---\nText.\n");
    assert_eq!(document.front_matter.title.as_deref(), Some("Power: the plan"));
    assert_eq!(document.front_matter.date.map(|date| date.to_string()).as_deref(), Some("2025-03"));
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].line, Some(3));
    assert!(notices[0].message.starts_with("front matter is not valid YAML: "), "{}", notices[0].message);
    assert_eq!(document.blocks.len(), 1);
}

#[test]
fn broken_toml_is_said_with_its_line() {
    let (_, notices) = read("+++\ntitle = 'a'\ndate = soon\n+++\n");
    assert_eq!(notices[0].line, Some(3));
    assert!(notices[0].message.contains("TOML"), "{}", notices[0].message);
}

#[test]
fn an_impossible_date_is_said_and_not_used() {
    let (document, notices) = read("---\ntitle: a\ndate: 2025-02-30\n---\nText.\n");
    assert_eq!(document.front_matter.date, None);
    assert_eq!(notices[0].line, Some(3));
    assert_eq!(notices[0].message, "`2025-02-30` is no date; write YYYY-MM-DD, YYYY-MM or YYYY");
}

#[test]
fn rules_around_text_are_no_front_matter() {
    let document = clean("---\n\nIt sells.\n\n---\n\nIt buys.\n");
    assert_eq!(document.blocks.len(), 2);
    assert_eq!(clean("---\nIt sells.\n").blocks.len(), 1);
}

#[test]
fn the_date_in_a_file_name_stands_in_for_a_missing_one() {
    let date = |name: &str, text: &str| {
        parse(name, text.as_bytes()).0.front_matter.date.map(|date| date.to_string())
    };
    assert_eq!(date("2020-01-01/2025-03-04-power.md", "Text.").as_deref(), Some("2025-03-04"));
    assert_eq!(date("2025-03-04-power.md", "---\ndate: 2024\n---\n").as_deref(), Some("2024"));
    assert_eq!(date("2020-01-01/power.md", "Text."), None);
}

#[test]
fn hostile_nesting_is_an_error_and_no_overflow() {
    for open in ["[", "{a: ", "- "] {
        let (_, notices) = read(&format!("---\ntitle: a\nx: {}\n---\nText.\n", open.repeat(10_000)));
        assert_eq!(notices.len(), 1, "{open}");
    }
    let (_, notices) = read(&format!("+++\nx = {}\n+++\nText.\n", "[".repeat(10_000)));
    assert_eq!(notices.len(), 1);
}
