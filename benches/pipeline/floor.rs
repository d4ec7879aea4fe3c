//! What the work costs at the very least: reading the bytes, parsing Markdown, looking for the phrases; and the least program
//! that prints a line for each sentence in the form of `claims --format ndjson`, which knows nothing of what it prints.

use std::io::Write as _;

use aho_corasick::{AhoCorasick, MatchKind};
use pulldown_cmark::{Event, Options, Parser, TagEnd};
use stratscan::taxonomy::Taxonomy;

use crate::articles::Article;

/// The phrases of the taxonomy as one automaton over bytes.
pub(crate) struct Floor {
    phrases: AhoCorasick,
    taxonomy: String,
}

/// Copies every byte once.
pub(crate) fn copy(articles: &[Article]) -> usize {
    articles.iter().map(|article| std::hint::black_box(article.text.as_bytes().to_vec()).len()).sum()
}

/// Parses every article.
pub(crate) fn markdown(articles: &[Article]) -> usize {
    articles.iter().flat_map(|article| parser(&article.text)).map(|(_, range)| range.end).max().unwrap_or(0)
}

impl Floor {
    /// Builds the automaton, which no run counts.
    pub(crate) fn new(taxonomy: &Taxonomy) -> Self {
        let phrases = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(taxonomy.phrases().iter().map(|phrase| phrase.replace(" ' ", "'")))
            .expect("the phrases fit an automaton");
        Self { phrases, taxonomy: taxonomy.hash.clone() }
    }

    /// Looks for every phrase in the text as it stands.
    pub(crate) fn automaton(&self, articles: &[Article]) -> usize {
        articles.iter().map(|article| self.phrases.find_iter(&article.text).count()).sum()
    }

    /// Parses, cuts at full stops, looks for phrases, and prints a line for each sentence with all fields empty.
    pub(crate) fn least(&self, articles: &[Article]) -> usize {
        let mut written = 0;
        for article in articles {
            let mut out = Vec::new();
            let mut text = String::new();
            let mut start = 0;
            for (event, range) in parser(&article.text) {
                match event {
                    Event::Text(shown) | Event::Code(shown) => {
                        if text.is_empty() {
                            start = range.start;
                        }
                        text.push_str(&shown);
                    }
                    Event::SoftBreak | Event::HardBreak => text.push(' '),
                    Event::End(
                        TagEnd::Paragraph
                        | TagEnd::Heading(_)
                        | TagEnd::Item
                        | TagEnd::TableRow
                        | TagEnd::TableHead,
                    ) => {
                        self.print(&text, start, article, &mut out);
                        text.clear();
                    }
                    _ => {}
                }
            }
            written += out.len();
        }
        written
    }

    fn print(&self, text: &str, mut start: usize, article: &Article, out: &mut Vec<u8>) {
        for sentence in text.split_inclusive(". ").filter(|sentence| !sentence.trim().is_empty()) {
            let end = start + sentence.len();
            let found = self.phrases.find_iter(sentence).count();
            let _ = write!(
                out,
                "{{\"schema\":\"stratscan.claims/1\",\"version\":\"0\",\"taxonomy\":\"{}\",\
                 \"id\":\"{found:016x}\",\"path\":\"{}\",\"line\":1,\"start\":{start},\"end\":{end},\"text\":",
                self.taxonomy, article.name
            );
            let _ = serde_json::to_writer(&mut *out, sentence.trim());
            out.extend_from_slice(
                b",\"kind\":\"claim\",\"claim\":true,\"duplicate\":false,\"headings\":[],\"title\":null,\
                  \"date\":null,\"companies\":[],\"tags\":[],\"status\":\"actual\",\"attributed_to\":null,\
                  \"figures\":[],\"periods\":[]}\n",
            );
            start = end;
        }
    }
}

fn parser(text: &str) -> impl Iterator<Item = (Event<'_>, std::ops::Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS;
    Parser::new_ext(text, options).into_offset_iter()
}
