//! What README.md promises beside its console blocks, which `tests/cli.rs` runs: that its other commands work, that its links
//! lead somewhere, and that a clone needs no more than it says.
#![allow(clippy::expect_used, reason = "a test that cannot read README.md has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The command that runs every test.
const TEST: &str = "cargo test";

#[test]
fn the_set_up_is_two_commands_and_the_checks_run_the_same_tests() {
    let readme = read("README.md");
    let set_up = readme.split("## Set-up").nth(1).and_then(|part| blocks(part, "sh").into_iter().next());
    let set_up = set_up.expect("the section Set-up has a block of commands");
    assert_eq!(set_up, ["cargo run --release -- compare meta openai", TEST]);
    let checks = read(".ci/run");
    let runs = |line: &str| line.starts_with(TEST) && line[TEST.len()..].trim() == "--locked";
    assert!(checks.lines().any(|line| runs(line) || line == TEST), ".ci/run does not run `{TEST}`");
}

#[cfg(unix)]
#[test]
fn the_commands_for_a_shell_work() {
    let folder = workplace();
    let jq = Command::new("jq").arg("--version").stdout(Stdio::null()).status().is_ok();
    let binary = Path::new(env!("CARGO_BIN_EXE_stratscan")).parent().expect("the program is in a folder");
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap_or_default());
    let mut tried = 0;
    for line in blocks(&read("README.md"), "sh").into_iter().flatten() {
        if !line.starts_with("stratscan ") {
            continue;
        }
        let piped = line.split_once(" | jq ").filter(|_| !jq).map_or(line.as_str(), |(ours, _)| ours);
        let mut shell = Command::new("sh");
        shell.args(["-ec", piped]).env("PATH", &path).current_dir(&folder).stdin(Stdio::null());
        let end = shell.output().expect("there is a shell");
        let said = String::from_utf8_lossy(&end.stderr);
        assert!(end.status.success() && said.is_empty(), "{line}\n{said}");
        assert!(piped.contains(" -o ") || !end.stdout.is_empty(), "{line}\nprints nothing");
        tried += 1;
    }
    assert!(tried >= 4, "README.md has commands for scripts");
}

#[cfg(unix)]
#[test]
fn labels_begin_as_the_page_on_evaluation_says() {
    let template = blocks(&read("docs/eval.md"), "sh").swap_remove(0).join("\n");
    // A keyword of older versions of jq, as a key only in quotation marks.
    assert!(template.contains("\"end\": .end") && !template.contains(" end,"), "{template}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("labels");
    fs::create_dir_all(folder.join("sample")).expect("the folder can be made");
    fs::write(folder.join("sample/power.md"), "Meta bought power from Vistra. Google sells chips to Meta.\n")
        .expect("an article can be written");
    let binary = Path::new(env!("CARGO_BIN_EXE_stratscan"));
    let path = format!(
        "{}:{}",
        binary.parent().expect("it is in a folder").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    if Command::new("jq").arg("--version").stdout(Stdio::null()).status().is_err() {
        return;
    }
    let run = |line: &str| {
        let end = Command::new("sh").args(["-ec", line]).env("PATH", &path).current_dir(&folder).output();
        let end = end.expect("there is a shell");
        assert!(end.status.success(), "{line}\n{}", String::from_utf8_lossy(&end.stderr));
        String::from_utf8_lossy(&end.stdout).into_owned()
    };
    run(template.trim());
    run("stratscan eval ann.ndjson sample/");
    run("sed '1s/\"claim\":null/\"claim\":true/' ann.ndjson > begun.ndjson");
    let claims =
        run("stratscan eval begun.ndjson sample/ --format json | jq -c '.kinds[0] | [.kind, .both, .extra]'");
    assert_eq!(claims.trim(), r#"["claim",1,0]"#, "what nobody has labelled yet is left out on both sides");
}

#[test]
fn every_link_leads_to_a_file_of_the_repository() {
    for page in ["README.md", "CONTRIBUTING.md"] {
        for target in read(page).split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or(target);
            let there = target.starts_with("https://") || file.is_empty() || root().join(file).exists();
            assert!(there, "{page} links to `{target}`, which is not there");
        }
    }
}

#[test]
fn every_page_of_the_documentation_is_named_in_the_readme() {
    let readme = read("README.md");
    for entry in fs::read_dir(root().join("docs")).expect("docs/ is there") {
        let name = entry.expect("the entry can be read").file_name().to_string_lossy().into_owned();
        assert!(readme.contains(&format!("docs/{name}")), "README.md does not name docs/{name}");
    }
}

/// The lines of each fenced block of `language`.
fn blocks(page: &str, language: &str) -> Vec<Vec<String>> {
    let opening = format!("```{language}\n");
    page.split(&opening)
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap_or("").lines().map(str::to_owned).collect())
        .collect()
}

/// A folder with the samples, a state of them from before in `last-month`, and both under git as `origin/main` and `HEAD`.
fn workplace() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the folder of an earlier run can go");
    }
    let (seeds, before) = (folder.join("seeds"), folder.join("last-month"));
    for place in [&seeds, &before] {
        fs::create_dir_all(place).expect("folders can be made");
    }
    let mut samples: Vec<PathBuf> = fs::read_dir(root().join("seeds"))
        .expect("seeds/ is there")
        .map(|entry| entry.expect("the entry can be read").path())
        .collect();
    samples.sort();
    let copy = |from: &Path, to: &Path| {
        fs::copy(from, to.join(from.file_name().expect("files have names"))).expect("files can be copied");
    };
    for sample in &samples[1..] {
        copy(sample, &before);
        copy(sample, &seeds);
    }
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message", "Begin"]);
    git(&folder, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    copy(&samples[0], &seeds);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message", "Add an article"]);
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "core.hooksPath=/dev/null"];
    let end = Command::new("git").current_dir(folder).args(who).args(arguments).output().expect("git starts");
    assert!(end.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&end.stderr));
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("the file is there and is UTF-8")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
