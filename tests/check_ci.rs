//! `stratscan check` where code is checked: baselines and comments that survive edits, findings of a change alone, SARIF
//! against its schema, and the shell of the GitHub action. Needs git; skips aloud what needs a program that is not there.
#![allow(clippy::expect_used, reason = "a test that cannot start its program has failed")]
#![allow(clippy::print_stderr, reason = "what is skipped is said aloud")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const POWER: &str = "---\ntitle: Power\ndate: 2025-03-04\n---\n\nSkip to main content\n\n\
                     Meta signed a contract for 200 MW of nuclear power.\n\nSubscribe to our free newsletter.\n";

#[test]
fn a_baseline_knows_its_findings_after_a_shift_a_move_and_a_rename_and_no_new_one() {
    let repository = repository("baseline");
    write(&repository, "power.md", POWER);
    commit(&repository);
    let made = check(&repository, &["power.md", "--write-baseline", "known.json"]);
    assert_eq!(made.status.code(), Some(0));
    let known = |file: &str| check(&repository, &[file, "--baseline", "known.json", "--format", "ndjson"]);
    assert_eq!(lines(&known("power.md")), Vec::<Value>::new());

    let shifted = POWER.replace("Skip to", "A line above names Google as a buyer of chips.\n\nSkip to");
    write(&repository, "power.md", &shifted);
    assert_eq!(rules(&known("power.md")), Vec::<String>::new(), "a line inserted above");
    let moved = POWER.replace("Skip to main content\n\n", "") + "\nSkip to main content\n";
    write(&repository, "power.md", &moved);
    assert_eq!(rules(&known("power.md")), Vec::<String>::new(), "a paragraph moved");

    write(&repository, "power.md", POWER);
    git(&repository, &["mv", "power.md", "energy.md"]);
    assert_eq!(rules(&known("energy.md")), Vec::<String>::new(), "a file renamed");
    write(&repository, "energy.md", &(POWER.to_owned() + "\nLog in to read more.\n"));
    assert_eq!(rules(&known("energy.md")), ["boilerplate"], "a new finding is shown");
}

#[test]
fn of_a_change_only_its_lines_are_reported() {
    let repository = repository("changed");
    write(&repository, "power.md", POWER);
    commit(&repository);
    write(&repository, "power.md", &(POWER.to_owned() + "\nLog in to read more.\n"));
    write(&repository, "new.md", "---\ntitle: New\n---\n\nGoogle designs its own chips.\n");
    let found = lines(&check(&repository, &["--changed-since", "HEAD", "--format", "ndjson"]));
    let places: Vec<String> =
        found.iter().map(|row| format!("{}:{}:{}", row["path"], row["line"], row["rule"])).collect();
    let missing = "\"new.md\":1:\"missing-field\"";
    assert_eq!(places, [missing, missing, "\"power.md\":12:\"boilerplate\""]);
    let unknown = check(&repository, &["--changed-since", "nowhere"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn a_new_file_is_compared_with_the_whole_corpus() {
    let repository = repository("corpus");
    let article = |title: &str| {
        format!(
            "---\ntitle: {title}\ndate: 2025-03-04\nsource: https://example.com/power\n---\n\n\
             Meta signed a contract for 200 MW of nuclear power.\n"
        )
    };
    write(&repository, "stratscan.toml", "corpus = \".\"\n");
    write(&repository, "a.md", &article("A"));
    write(&repository, "b.md", &article("B"));
    let found = check(&repository, &["a.md", "--format", "ndjson"]);
    assert_eq!(rules(&found), ["duplicate-source"]);
}

#[test]
fn sarif_is_valid_against_its_schema_and_names_every_rule() {
    let repository = repository("sarif");
    write(&repository, "power and light.md", POWER);
    let done = check(&repository, &["--format", "sarif=out.sarif"]);
    assert_eq!((done.status.code(), done.stdout), (Some(1), Vec::new()));
    let log: Value = serde_json::from_str(&read(&repository.join("out.sarif"))).expect("SARIF is JSON");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("there are rules");
    assert_eq!(rules.len(), stratscan::check::RULES.len());
    let result = &run["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "power%20and%20light.md");
    assert!(place["region"]["startLine"].as_u64() >= Some(1));
    assert!(result["partialFingerprints"]["stratscan/v1"].is_string());
    let named =
        result["ruleIndex"].as_u64().and_then(|at| usize::try_from(at).ok()).and_then(|at| rules.get(at));
    assert_eq!(named.map(|rule| &rule["id"]), Some(&result["ruleId"]));

    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sarif-schema-2.1.0.json");
    let script = "import json, sys, jsonschema\n\
                  jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))";
    let there = Command::new("python3").args(["-c", "import jsonschema"]).output();
    if !there.is_ok_and(|output| output.status.success()) {
        eprintln!("SKIPPED: python3 with jsonschema is not here; SARIF was not held against its schema");
        return;
    }
    let mut python = Command::new("python3");
    python.args(["-c", script]).arg(repository.join("out.sarif")).arg(schema);
    let verdict = python.output().expect("python3 starts");
    assert!(verdict.status.success(), "{}", String::from_utf8_lossy(&verdict.stderr));
}

#[test]
fn annotations_are_ten_a_level_with_a_summary_and_the_job_gets_the_table() {
    let repository = repository("github");
    for n in 0..14 {
        write(
            &repository,
            &format!("{n}.md"),
            "---\ntitle: a\nsource: b\n---\n\nGoogle designs its own chips.\n",
        );
    }
    let summary = repository.join("summary.md");
    let mut run = stratscan(&repository);
    let done = run.args(["check", ".", "--format", "github"]).env("GITHUB_STEP_SUMMARY", &summary).output();
    let text = String::from_utf8(done.expect("stratscan starts").stdout).expect("text is UTF-8");
    assert_eq!(text.matches("::warning ").count(), 10);
    assert_eq!(text.matches("::notice ").count(), 1, "one notice tells of the four left out");
    assert!(text.contains("::4 more findings"), "{text}");
    assert_eq!(read(&summary).matches("| warning |").count(), 14);
}

#[cfg(unix)]
#[test]
fn the_shell_of_the_action_runs_with_the_variables_of_github() {
    let repository = repository("action");
    write(&repository, "power.md", POWER);
    let action = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml"));
    let (_, step) = action.split_once("      run: |\n").expect("the action has a script");
    let script: String = step.lines().map(|line| line.trim_start().to_owned() + "\n").collect();
    // Where the action builds to, its program stands.
    let release = repository.join("target/release");
    fs::create_dir_all(&release).expect("folders can be made");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_stratscan"), release.join("stratscan"))
        .expect("links can be made");
    let run = |fail_on: &str| {
        let mut shell = Command::new("bash");
        shell.args(["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", &script]).current_dir(&repository);
        shell.env_remove("CARGO_TARGET_DIR").env("GITHUB_ACTION_PATH", &repository);
        shell
            .env("GITHUB_OUTPUT", repository.join("output"))
            .env("GITHUB_STEP_SUMMARY", repository.join("summary"));
        shell.envs([("PATHS", "power.md"), ("CHANGED_SINCE", ""), ("BASELINE", ""), ("SARIF", "out.sarif")]);
        shell.env("FAIL_ON", fail_on).output().expect("bash starts")
    };
    let failed = run("warning");
    assert_eq!(failed.status.code(), Some(1), "{}", String::from_utf8_lossy(&failed.stderr));
    assert!(String::from_utf8_lossy(&failed.stdout).contains("::warning file=power.md,line=6"));
    assert_eq!(run("never").status.code(), Some(0));
    assert!(read(&repository.join("output")).contains("sarif=out.sarif"));
    assert!(read(&repository.join("summary")).contains("| Level | Where |"));
    assert!(repository.join("out.sarif").exists());
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut run = stratscan(folder);
    run.arg("check").args(["--today", "2026-01-01"]);
    let paths = arguments.first().is_some_and(|first| !first.starts_with('-'));
    run.args(if paths { &[][..] } else { &["."][..] }).args(arguments).output().expect("stratscan starts")
}

fn stratscan(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    command.current_dir(folder).stdin(Stdio::null()).env_remove("GITHUB_STEP_SUMMARY");
    command
}

fn rules(output: &Output) -> Vec<String> {
    lines(output).iter().map(|row| row["rule"].as_str().unwrap_or_default().to_owned()).collect()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}

/// An empty repository for the test `name`, with settings of its own.
fn repository(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("check-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of an earlier run can go");
    }
    fs::create_dir_all(&folder).expect("folders can be made");
    git(&folder, &["init", "--quiet"]);
    let levels = "[check]\nrequired = [\"title\", \"date\"]\n";
    write(&folder, "stratscan.toml", levels);
    if name == "changed" {
        write(&folder, "stratscan.toml", "[check]\nrequired = [\"title\", \"date\", \"source\"]\n");
    }
    folder
}

fn commit(folder: &Path) {
    git(folder, &["add", "."]);
    git(folder, &["commit", "--quiet", "--no-verify", "--message", "Begin"]);
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let done =
        Command::new("git").current_dir(folder).args(who).args(arguments).output().expect("git starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn write(folder: &Path, file: &str, text: &str) {
    fs::write(folder.join(file), text).expect("files can be written");
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("the file is there")
}
