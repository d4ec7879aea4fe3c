//! Articles to measure on: paragraphs of the sample articles, shuffled by a fixed rule, so that every run and every machine
//! measures the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

/// An article in memory.
pub(crate) struct Article {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Bytes of a middling article.
const LENGTH: usize = 9_000;

/// At least `bytes` bytes of articles.
pub(crate) fn articles(bytes: usize) -> Vec<Article> {
    let paragraphs = paragraphs();
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let (mut made, mut articles) = (0, Vec::new());
    while made < bytes {
        let text = article(&paragraphs, articles.len(), &mut chance);
        made += text.len();
        articles.push(Article { name: format!("articles/{:05}.md", articles.len()), text });
    }
    articles
}

/// The Markdown files of `folder`, again and again until there are `bytes` bytes.
pub(crate) fn of_folder(folder: &Path, bytes: usize) -> Vec<Article> {
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = String::from_utf8_lossy(&fs::read(path).expect("an article can be read")).into_owned();
        Article { name: path.display().to_string(), text }
    };
    let (mut made, mut articles) = (0, Vec::new());
    loop {
        for article in paths.iter().map(read).filter(|article| !article.text.is_empty()) {
            made += article.text.len();
            articles.push(article);
            if made >= bytes {
                return articles;
            }
        }
        assert!(made > 0, "{} holds no article", folder.display());
    }
}

fn article(paragraphs: &[String], number: usize, chance: &mut Chance) -> String {
    let length = LENGTH / 2 + chance.below(LENGTH);
    let (month, day) = (1 + number % 12, 1 + number % 28);
    let mut text = format!("---\ntitle: \"Note {number}\"\ndate: 2025-{month:02}-{day:02}\n---\n\n");
    while text.len() < length {
        text.push_str(&paragraphs[chance.below(paragraphs.len())]);
        text.push_str("\n\n");
    }
    text
}

/// The paragraphs, headings, lists and tables of the sample articles, in the order of files.
fn paragraphs() -> Vec<String> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let entries = fs::read_dir(seeds).expect("the sample articles are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.sort();
    let mut paragraphs = Vec::new();
    for path in paths {
        let text = fs::read_to_string(path).expect("sample articles are UTF-8");
        let body = text.splitn(3, "---\n").last().unwrap_or(&text);
        paragraphs
            .extend(body.split("\n\n").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()));
    }
    paragraphs
}

/// Xorshift: the same numbers everywhere.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = limit.max(1) as u64;
        usize::try_from((self.0 >> 11) % limit).unwrap_or(0)
    }
}
