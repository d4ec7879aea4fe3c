//! What a diff must not see: lines that moved, files with other names, white space. And what it reads from git.
#![allow(clippy::expect_used, reason = "a test that cannot start its program has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use proptest::prelude::*;
use stratscan::analyze::Analyzer;
use stratscan::corpus::parse;
use stratscan::study::diff::{Change, Diff, Scope, Sheet, diff};
use stratscan::taxonomy::Taxonomy;

static TAXONOMY: LazyLock<Taxonomy> =
    LazyLock::new(|| Taxonomy::load(&[]).expect("the built-in taxonomy loads"));

/// The sample articles: name and text.
static SAMPLES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let mut samples: Vec<(String, String)> =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds"))
            .expect("there are samples")
            .map(|entry| entry.expect("samples can be listed").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
            .map(|path| {
                let name = path.file_name().expect("samples have names").to_string_lossy().into_owned();
                (name, fs::read_to_string(path).expect("samples can be read"))
            })
            .collect();
    samples.sort();
    samples
});

/// What a diff needs of each.
static SHEETS: LazyLock<Vec<Sheet>> = LazyLock::new(|| SAMPLES.iter().map(sheet).collect());

fn sheet((name, text): &(String, String)) -> Sheet {
    let (document, _) = parse(name, text.as_bytes());
    Sheet::new(name, &Analyzer::new(&TAXONOMY).analyze(&document))
}

/// What changed from the samples to `new`.
fn compared(new: Vec<Sheet>) -> Diff {
    diff(&Scope::default(), &TAXONOMY, &SHEETS, new)
}

/// What is done to an article that changes nothing of what it says.
#[derive(Clone, Debug)]
struct Shuffle {
    name: Option<u32>,
    seed: u64,
    crlf: bool,
    wide: bool,
}

fn shuffles() -> impl Strategy<Value = Vec<Shuffle>> {
    let one = (proptest::option::of(0..1000_u32), any::<u64>(), any::<bool>(), any::<bool>())
        .prop_map(|(name, seed, crlf, wide)| Shuffle { name, seed, crlf, wide });
    proptest::collection::vec(one, SAMPLES.len())
}

impl Shuffle {
    fn of(&self, at: usize, (name, text): &(String, String)) -> (String, String) {
        let name = self.name.map_or_else(|| name.clone(), |number| format!("{number}-{at}.md"));
        let body = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
        let (front, body) =
            body.map_or(("", text.as_str()), |(_, body)| (&text[..text.len() - body.len()], body));
        // A block is what stands between blank lines; lists and tables stay whole.
        let mut blocks: Vec<String> = body
            .split("\n\n")
            .map(|block| block.trim_matches('\n').to_owned())
            .filter(|block| !block.is_empty())
            .collect();
        let mut dice = self.seed | 1;
        let mut roll = |sides: usize| {
            dice ^= dice << 13;
            dice ^= dice >> 7;
            dice ^= dice << 17;
            usize::try_from(dice >> 33).expect("31 bits fit") % sides
        };
        for at in (1..blocks.len()).rev() {
            blocks.swap(at, roll(at + 1));
        }
        let mut out = front.to_owned();
        for block in &blocks {
            let prose = block.starts_with(|c: char| c.is_ascii_alphabetic() || c == '“' || c == '"');
            let mut words = block.split(' ').peekable();
            while let Some(word) = words.next() {
                let _ = write!(out, "{word}");
                // A line break before a letter is a blank in Markdown.
                let letter =
                    words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_alphabetic()));
                match (words.peek(), prose && letter) {
                    (None, _) => {}
                    (Some(_), true) if self.wide && roll(4) == 0 => out.push_str("   "),
                    (Some(_), true) if roll(6) == 0 => out.push('\n'),
                    (Some(_), _) => out.push(' '),
                }
            }
            out.push_str(if self.wide { "\n\n\n\n" } else { "\n\n" });
        }
        (name, if self.crlf { out.replace('\n', "\r\n") } else { out })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn moved_lines_other_names_and_white_space_are_no_change(shuffles in shuffles()) {
        let mut new: Vec<(String, String)> =
            SAMPLES.iter().zip(&shuffles).enumerate().map(|(at, (sample, how))| how.of(at, sample)).collect();
        new.sort();
        let found = compared(new.iter().map(sheet).collect());
        let texts: Vec<&str> =
            found.claims.iter().flat_map(Change::sides).map(|side| side.quote.text.as_str()).collect();
        prop_assert!(found.is_empty(), "{texts:#?} {:?} {:?}", found.added, found.removed);
        let renamed = shuffles.iter().filter(|shuffle| shuffle.name.is_some()).count();
        prop_assert_eq!(found.renamed.len(), renamed);
    }

    #[test]
    fn a_word_that_changed_is_found_and_nothing_else(sample in 0..12_usize, at in any::<prop::sample::Index>()) {
        let (name, mut text) = SAMPLES[sample].clone();
        let places: Vec<usize> = text.match_indices(" the ").map(|(place, _)| place).collect();
        prop_assume!(!places.is_empty());
        let place = places[at.index(places.len())];
        text.replace_range(place..place + 5, " yonder ");
        let mut new = SHEETS.clone();
        new[sample] = sheet(&(name, text));
        let found = compared(new);
        // What is no claim does not count; a word may open another claim's reading, but none comes or goes.
        let other = |change: &&Change| !matches!(change, Change::Reworded(..) | Change::Reread(..));
        prop_assert!(found.claims.iter().filter(other).count() <= 1, "{:#?}", found.claims);
        prop_assert!(found.added.is_empty() && found.removed.is_empty() && found.renamed.is_empty());
    }
}

#[test]
fn revisions_are_read_through_git_and_the_working_tree_beside_them() {
    let place = repository("revisions");
    let run = |args: &[&str]| stratscan(&place, args);
    fs::write(place.join("articles/power.md"), "Google signed a contract for 700 MW of nuclear power.\n")
        .expect("files can be written");
    git(&place, &["add", "."]);
    git(&place, &["commit", "--quiet", "--message", "Change"]);
    let told = run(&["diff", "HEAD~1", "HEAD", "--corpus", "articles"]);
    assert_eq!(told.status.code(), Some(0));
    assert!(text(&told).contains("[-500-] {+700+} MW"), "{}", text(&told));
    assert!(text(&told).contains("articles/power.md:1"), "{}", text(&told));

    let same = run(&["diff", "HEAD", "articles", "--exit-code"]);
    assert_eq!(same.status.code(), Some(0), "{}", text(&same));
    fs::write(place.join("articles/new.md"), "NVIDIA supplies chips to OpenAI.\n")
        .expect("files can be written");
    fs::write(place.join("articles/notes.rst"), "Not an article.\n").expect("files can be written");
    let other = run(&["diff", "HEAD", "articles", "--exit-code"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(text(&other).contains("+ articles/new.md"), "{}", text(&other));

    git(&place, &["mv", "articles/power.md", "articles/electricity.md"]);
    git(&place, &["commit", "--quiet", "--message", "Rename"]);
    let renamed = run(&["diff", "HEAD~1", "HEAD", "--corpus", "articles", "--exit-code"]);
    assert_eq!(renamed.status.code(), Some(0), "{}", text(&renamed));
    assert!(text(&renamed).contains("renamed: articles/power.md → articles/electricity.md"));

    let one = run(&["diff", "HEAD~2", "HEAD", "--corpus", "articles/power.md"]);
    assert!(text(&one).contains("- articles/power.md"), "{}", text(&one));
}

#[test]
fn what_cannot_be_compared_says_why() {
    let place = repository("wrong");
    let said = |args: &[&str]| {
        let end = stratscan(&place, args);
        assert_eq!(end.status.code(), Some(2), "{args:?}");
        String::from_utf8_lossy(&end.stderr).into_owned()
    };
    assert!(
        said(&["diff", "HEAD", "nowhere", "--corpus", "articles"])
            .contains("neither a folder or file nor a revision")
    );
    assert!(said(&["diff", "HEAD", "HEAD"]).contains("where its articles lie is not known"));
    assert!(said(&["diff", "--corpus", "articles", "--", "HEAD", "--output=x"]).contains("nor a revision"));
    assert!(said(&["diff", "HEAD", "HEAD", "--corpus", "bare"]).contains("neither side has an article"));

    let outside = std::env::temp_dir().join(format!("stratscan-diff-{}", std::process::id()));
    fs::create_dir_all(&outside).expect("folders can be made");
    let end = stratscan(&outside, &["diff", "main", "next"]);
    fs::remove_dir(&outside).expect("nothing was written there");
    assert!(String::from_utf8_lossy(&end.stderr).contains("no git repository"), "{end:?}");

    let mut lost = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    lost.current_dir(&place).args(["diff", "HEAD", "articles"]).env("PATH", "");
    let end = lost.output().expect("stratscan starts");
    assert_eq!(end.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&end.stderr).contains("cannot start git"), "{end:?}");
}

#[test]
fn the_same_commit_twice_is_no_change_but_noted() {
    let place = repository("same");
    let end = stratscan(&place, &["diff", "HEAD", "main", "--corpus", "articles", "--exit-code"]);
    assert_eq!(end.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&end.stderr).contains("are the same commit"));
}

/// A repository with one commit: an article, and a folder without one.
fn repository(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-{name}"));
    if place.exists() {
        fs::remove_dir_all(&place).expect("the folder of an earlier run can go");
    }
    fs::create_dir_all(place.join("articles/.hidden")).expect("folders can be made");
    fs::create_dir_all(place.join("bare")).expect("folders can be made");
    for (path, text) in [
        ("articles/power.md", "Google signed a contract for 500 MW of nuclear power.\n"),
        ("articles/.hidden/draft.md", "Meta buys everything.\n"),
        ("bare/notes.rst", "Nothing.\n"),
    ] {
        fs::write(place.join(path), text).expect("files can be written");
    }
    git(&place, &["init", "--quiet", "--initial-branch", "main"]);
    git(&place, &["add", "."]);
    git(&place, &["commit", "--quiet", "--message", "Begin"]);
    place
}

fn git(folder: &Path, arguments: &[&str]) {
    let who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "core.hooksPath=/dev/null"];
    let end = Command::new("git").current_dir(folder).args(who).args(arguments).output().expect("git starts");
    assert!(end.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&end.stderr));
}

fn stratscan(folder: &Path, args: &[&str]) -> Output {
    let mut run = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    run.current_dir(folder).args(args).env("COLUMNS", "100").output().expect("stratscan starts")
}

fn text(end: &Output) -> String {
    String::from_utf8_lossy(&end.stdout).into_owned()
}
