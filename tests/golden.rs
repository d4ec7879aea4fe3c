//! What the sample articles are tagged with, drawn under their sentences, so that a change of the taxonomy or of the engine
//! shows its effect in review. `UPDATE_GOLDEN=1 cargo test --test golden` writes what is found now into `tests/golden`; read
//! the difference.
#![allow(clippy::expect_used, reason = "a test that cannot read the articles has failed")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use stratscan::analyze::{Analyzer, Sentence, SentenceKind, Tag};
use stratscan::corpus::{self, Document};
use stratscan::taxonomy::Taxonomy;

#[test]
fn every_sample_article_has_the_tags_it_had() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    let mut articles: Vec<PathBuf> = fs::read_dir(root.join("seeds"))
        .expect("there are sample articles")
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    articles.sort();
    assert!(articles.len() >= 8);
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = String::new();
    for article in articles {
        let (document, _) = corpus::read(&article).expect("the article can be read");
        let drawn = draw(&document, &taxonomy);
        let name = article.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let golden = root.join("tests/golden").join(format!("{name}.txt"));
        if update {
            fs::write(&golden, drawn).expect("golden files can be written");
            continue;
        }
        let known = fs::read_to_string(&golden).unwrap_or_default().replace("\r\n", "\n");
        if let Some((at, (now, before))) = difference(&drawn, &known) {
            let _ = writeln!(changed, "tests/golden/{name}.txt:{at}\n  was  {before}\n  now  {now}");
        }
    }
    assert!(
        changed.is_empty(),
        "\n{changed}\nUPDATE_GOLDEN=1 cargo test --test golden accepts all of it; then read the difference"
    );
}

/// The first line that differs, from 1.
fn difference<'t>(now: &'t str, before: &'t str) -> Option<(usize, (&'t str, &'t str))> {
    let lines = now.lines().count().max(before.lines().count());
    let line = |text: &'t str, at: usize| text.lines().nth(at).unwrap_or("(nothing)");
    (0..lines).map(|at| (at + 1, (line(now, at), line(before, at)))).find(|(_, (now, before))| now != before)
}

/// Every claim with its line, the words of its tags marked beneath, and who stands where; `~` marks what is inferred.
fn draw(document: &Document, taxonomy: &Taxonomy) -> String {
    let mut out = String::new();
    for sentence in Analyzer::new(taxonomy).analyze(document).sentences {
        if sentence.kind != SentenceKind::Claim {
            continue;
        }
        let source = sentence.span.of(&document.source).replace(['\n', '\t'], " ");
        let _ = writeln!(out, "{:>3} | {source}", sentence.line);
        let mut tags = sentence.tags.as_slice();
        while let Some(first) = tags.first() {
            let alike = tags.iter().take_while(|tag| tag.evidence == first.evidence).count();
            let stands: Vec<String> = tags[..alike].iter().map(stand).collect();
            let _ = writeln!(out, "    | {}", carets(document, &sentence, first));
            let _ = writeln!(out, "    | = {}", stands.join("; "));
            tags = &tags[alike..];
        }
    }
    out
}

fn stand(tag: &Tag) -> String {
    let company = tag.company.as_deref().unwrap_or("industry");
    let position = tag.position.as_deref().unwrap_or("-");
    format!("{}{company} {} {position}", if tag.inferred { "~" } else { "" }, tag.axis)
}

/// Carets under the words of `tag`, a column a character.
fn carets(document: &Document, sentence: &Sentence, tag: &Tag) -> String {
    let text = sentence.span.of(&document.source);
    let marks: String = text
        .char_indices()
        .map(|(at, _)| {
            let at = sentence.span.start + at;
            let marked = tag.evidence.iter().any(|span| span.start <= at && at < span.end);
            if marked { '^' } else { ' ' }
        })
        .collect();
    marks.trim_end().to_owned()
}
