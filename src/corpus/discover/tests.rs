//! Folders as they lie on a disk, links and ignored files included.

use std::fs;
use std::path::{Path, PathBuf};

use super::discover;

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn with(test: &str, files: &[(&str, &str)]) -> Self {
        let folder = Self(std::env::temp_dir().join(format!("stratscan-{test}-{}", std::process::id())));
        let _ = fs::remove_dir_all(&folder.0);
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
            fs::write(path, text).expect("file");
        }
        folder
    }

    fn join(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// The paths found below the folder, without its own.
    fn found(&self, paths: &[&str]) -> Vec<String> {
        let paths: Vec<PathBuf> = paths.iter().map(|path| self.join(path)).collect();
        let (files, notices) = discover(&paths);
        assert_eq!(notices, []);
        files.iter().map(|file| self.name(file)).collect()
    }

    fn name(&self, file: &Path) -> String {
        file.strip_prefix(&self.0).expect("below the folder").display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn folders_give_their_articles_sorted_and_git_ignored_ones_left_out() {
    let files = [
        ("b.md", ""),
        ("a/z.TXT", ""),
        ("a/y.markdown", ""),
        ("a.md", ""),
        ("notes.rst", ""),
        (".hidden/c.md", ""),
        ("drafts/d.md", ""),
        ("a/old.md", ""),
        (".gitignore", "drafts/\n"),
        ("a/.gitignore", "old*\n"),
    ];
    let folder = Folder::with("folders", &files);
    assert_eq!(folder.found(&["."]).len(), 4);
    assert_eq!(folder.found(&[""]), ["a.md", "a/y.markdown", "a/z.TXT", "b.md"]);
}

#[test]
fn a_file_that_is_given_is_read_whatever_its_name_and_only_once() {
    let folder =
        Folder::with("given", &[("notes.rst", ""), ("a.md", ""), ("b.md", ""), (".gitignore", "*.rst\n")]);
    assert_eq!(folder.found(&["notes.rst", "b.md", "", "./notes.rst"]), ["notes.rst", "b.md", "a.md"]);
}

#[test]
fn a_missing_path_is_named_and_the_others_are_found() {
    let folder = Folder::with("missing", &[("a.md", "")]);
    let (files, notices) = discover(&[folder.join("nowhere.md"), folder.join("a.md")]);
    assert_eq!(files, [folder.join("a.md")]);
    assert_eq!(notices.len(), 1);
    assert!(notices[0].path.ends_with("nowhere.md"));
    assert!(notices[0].message.contains("check the path"), "{}", notices[0].message);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_nothing_behind_them_is_read_twice() {
    use std::os::unix::fs::symlink;

    let folder = Folder::with(
        "links",
        &[("in/z.md", ""), ("in/sub/s.md", ""), ("out/o.md", ""), ("out/deep/p.txt", "")],
    );
    let link = |to: &str, at: &str| symlink(folder.join(to), folder.join(at)).expect("link");
    link("in/z.md", "in/a-link.md");
    link("in", "in/sub/circle");
    link("out", "in/first");
    link("out", "in/second");
    link("in", "out/deep/back");
    assert_eq!(folder.found(&["in"]), ["in/first/deep/p.txt", "in/first/o.md", "in/sub/s.md", "in/z.md"]);
    link("nowhere", "in/broken.md");
    let (files, notices) = discover(&[folder.join("in")]);
    assert_eq!(files.len(), 4);
    assert!(notices[0].path.ends_with("in/broken.md"), "{notices:?}");
}
