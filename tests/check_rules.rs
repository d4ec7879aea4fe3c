//! Every rule of `stratscan check` has a page whose example raises exactly that rule and whose repair raises nothing.
#![allow(clippy::expect_used, reason = "a test that cannot start its program has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use stratscan::check::{RULES, Rule};

#[test]
fn every_example_raises_its_rule_and_nothing_else() {
    for rule in RULES {
        let found = raised(rule, "## An example that raises it", "example");
        assert!(!found.is_empty(), "the example of {} raises nothing", rule.name);
        assert!(found.iter().all(|name| name == rule.name), "the example of {} raises {found:?}", rule.name);
    }
}

#[test]
fn every_repair_raises_nothing() {
    for rule in RULES {
        assert_eq!(raised(rule, "## The repair", "repair"), Vec::<String>::new(), "{}", rule.name);
    }
}

#[test]
fn the_list_of_pages_names_every_rule_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let list = fs::read_to_string(folder.join("README.md")).expect("there is a list of rules");
    for rule in RULES {
        let row = format!("| [{}]({}.md) | {} | {} |", rule.name, rule.name, rule.level.name(), rule.summary);
        assert!(list.contains(&row), "docs/rules/README.md lacks the row {row}");
    }
    let pages = fs::read_dir(folder).expect("there are pages").count();
    assert_eq!(pages, RULES.len() + 1, "a page belongs to no rule");
}

/// The rules that the files under `heading` of the rule's page raise.
fn raised(rule: &Rule, heading: &str, name: &str) -> Vec<String> {
    let folder = folder(&format!("rule-{}-{name}", rule.name));
    let page = rule.page;
    let (before, rest) = page.split_once(heading).expect("the page has the heading");
    let section = rest.split("\n## ").next().unwrap_or(rest);
    for (info, text) in blocks(before).into_iter().chain(blocks(section)) {
        let file = info.split(' ').nth(1).expect("a block names its file");
        let bytes = if info.ends_with(" latin-1") {
            text.chars().map(|c| u8::try_from(u32::from(c)).expect("the text is Latin-1")).collect()
        } else {
            text.into_bytes()
        };
        fs::write(folder.join(file), bytes).expect("files can be written");
    }
    let mut run = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    run.args(["check", ".", "--format", "ndjson", "--today", "2026-01-01"]);
    if !folder.join("stratscan.toml").exists() {
        fs::write(folder.join("stratscan.toml"), "").expect("files can be written");
    }
    let output = run.current_dir(&folder).stdin(Stdio::null()).output().expect("stratscan starts");
    assert!(output.stderr.is_empty(), "{}: {}", rule.name, String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    let rule_of = |line: &str| {
        let row: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        row["rule"].as_str().unwrap_or_default().to_owned()
    };
    lines.lines().map(rule_of).collect()
}

/// Fenced blocks with their info strings.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut parts = text.split("\n````");
    let mut found = Vec::new();
    parts.next();
    while let (Some(block), Some(_)) = (parts.next(), parts.next()) {
        let (info, text) = block.split_once('\n').expect("a block has a first line");
        found.push((info.to_owned(), format!("{text}\n")));
    }
    found
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of an earlier run can go");
    }
    fs::create_dir_all(&folder).expect("folders can be made");
    folder
}
