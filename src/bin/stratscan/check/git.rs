//! What git knows of the files: which lines changed, where files moved. Asks the `git` program; paths are relative to the
//! working directory, as everywhere.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::process::Command;

use anyhow::{Context, Result, bail};

use stratscan::check::Finding;

/// The lines of the working tree that differ from a revision.
pub(super) struct Changes {
    /// Ascending; a file that is new as a whole has one range over everything.
    files: BTreeMap<String, Vec<RangeInclusive<usize>>>,
}

impl Changes {
    /// True where `finding` stands on a changed line, or is about a whole file that changed.
    pub(super) fn touch(&self, finding: &Finding) -> bool {
        let Some(lines) = self.files.get(&finding.path) else { return false };
        finding.span.is_none()
            || lines
                .iter()
                .any(|lines| *lines.start() <= finding.end.line && finding.start.line <= *lines.end())
    }
}

/// What changed since `revision` and where it parted from the present branch: commits, and what is not committed.
pub(super) fn changes(revision: &str) -> Result<Changes> {
    let commit = format!("{revision}^{{commit}}");
    let Some(commit) = ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])? else {
        bail!("git knows no revision `{revision}` here; fetch it, or name another");
    };
    let commit = commit.trim();
    let base = ask(&["merge-base", commit, "HEAD"])?;
    let base = base.as_deref().map_or(commit, str::trim);
    let diff =
        ["-c", "core.quotePath=off", "diff", "--relative", "--unified=0", "--no-color", "--no-ext-diff"];
    let options = ["--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "-M", base, "--"];
    let asked: Vec<&str> = diff.into_iter().chain(options).collect();
    let Some(diff) = ask(&asked)? else { bail!("git cannot tell what changed since `{revision}`") };
    let mut files = changed_lines(&diff);
    let new = ask(&["-c", "core.quotePath=off", "ls-files", "-z", "--others", "--exclude-standard"])?;
    for path in new.unwrap_or_default().split('\0').filter(|path| !path.is_empty()) {
        files.insert(path.to_owned(), std::iter::once(1..=usize::MAX).collect());
    }
    Ok(Changes { files })
}

/// The commit that is checked out; `None` outside a repository.
pub(super) fn head() -> Option<String> {
    let head = ask(&["rev-parse", "--verify", "--quiet", "HEAD"]).ok()??;
    Some(head.trim().to_owned())
}

/// Where files of `revision` are now, old paths to new ones. Empty where git cannot tell.
pub(super) fn renames(revision: &str) -> BTreeMap<String, String> {
    // A baseline comes from anywhere: only the name of a commit is handed on.
    if revision.len() < 7 || !revision.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return BTreeMap::new();
    }
    let asked = ["diff", "--relative", "--name-status", "-z", "-M", "--diff-filter=R", revision, "--"];
    let told = ask(&asked).ok().flatten().unwrap_or_default();
    let mut fields = told.split('\0');
    let mut renames = BTreeMap::new();
    while let (Some(_), Some(old), Some(new)) = (fields.next(), fields.next(), fields.next()) {
        renames.insert(old.to_owned(), new.to_owned());
    }
    renames
}

/// The answer of git; `None` where it refuses.
fn ask(arguments: &[&str]) -> Result<Option<String>> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .context("cannot start git, which is asked what changed; install it or leave the option out")?;
    Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// Reads a diff without context: the lines of each file that are new. A removal counts for the line above it.
fn changed_lines(diff: &str) -> BTreeMap<String, Vec<RangeInclusive<usize>>> {
    let mut files: BTreeMap<String, Vec<RangeInclusive<usize>>> = BTreeMap::new();
    let mut path: Option<String> = None;
    let (mut old_left, mut new_left) = (0_usize, 0_usize);
    for line in diff.lines() {
        // Lines of a hunk are text, whatever they look like.
        if old_left > 0 && line.starts_with('-') {
            old_left -= 1;
        } else if new_left > 0 && line.starts_with('+') {
            new_left -= 1;
        } else if let Some(name) = line.strip_prefix("+++ ") {
            let name = name.trim_end_matches('\t');
            let name = name.strip_prefix('"').and_then(|name| name.strip_suffix('"')).unwrap_or(name);
            path = name.strip_prefix("b/").map(str::to_owned);
        } else if let Some(hunk) = line.strip_prefix("@@ ")
            && let Some((old, new)) = ranges(hunk)
        {
            (old_left, new_left) = (old.1, new.1);
            if let Some(path) = &path {
                let last = (new.0 + new.1).saturating_sub(1).max(new.0);
                files.entry(path.clone()).or_default().push(new.0..=last);
            }
        }
    }
    files
}

/// Start and length of both sides of `-3,2 +4,0 @@`.
fn ranges(hunk: &str) -> Option<((usize, usize), (usize, usize))> {
    let mut sides = hunk.split(' ');
    let mut side = |mark: char| {
        let text = sides.next()?.strip_prefix(mark)?;
        let (start, length) = text.split_once(',').unwrap_or((text, "1"));
        Some((start.parse().ok()?, length.parse().ok()?))
    };
    Some((side('-')?, side('+')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_lines_are_those_of_the_new_side_whatever_they_say() {
        let diff = "diff --git a/x.md b/x.md\n--- a/x.md\n+++ b/x.md\n@@ -2 +2,2 @@\n-a\n+++ b/y.md\n+c\n@@ -9,2 +8,0 @@\n-d\n-e\n";
        let files = changed_lines(diff);
        assert_eq!(files.get("x.md"), Some(&vec![2..=3, 8..=8]));
        assert_eq!(files.len(), 1);
    }
}
