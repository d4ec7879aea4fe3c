//! The same article twice: sources that are the same address, however it is written. Sources that name no page (a
//! publisher, a site's front page) are shared by right.

use std::collections::BTreeMap;

use super::{Corpus, Draft, Level, Rule, Run};

pub(super) const RULE: Rule = Rule {
    name: "duplicate-source",
    level: Level::Warning,
    summary: "a source that another article has, too",
    page: include_str!("../../../docs/rules/duplicate-source.md"),
    run: Run::Corpus(check),
};

fn check(corpus: &Corpus) -> Vec<(usize, Draft)> {
    let mut first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, article) in corpus.articles.iter().enumerate() {
        if let Some(page) = article.document.front_matter.source.as_deref().and_then(page) {
            first.entry(page).or_default().push(at);
        }
    }
    let mut drafts = Vec::new();
    for (page, same) in first.iter().filter(|(_, same)| same.len() > 1) {
        // Of those that are reported, the first is the original unless it is told of beside one that is not.
        let original = same.iter().copied().find(|&at| !corpus.articles[at].reported).unwrap_or(same[0]);
        for &at in same.iter().filter(|&&at| at != original) {
            let other = &corpus.articles[original];
            let line = other.key_line("source").map_or(1, |span| other.document.lines.line(span.start));
            let message = format!("`{}` has the same source", other.document.path);
            let draft = match corpus.articles[at].key_line("source") {
                Some(span) => Draft::at(span, page, message),
                None => Draft::file(page, message),
            };
            let draft = draft.help("keep one of the two, or give the address that this one was taken from");
            drafts.push((at, draft.related(&other.document.path, line, "the other source")));
        }
    }
    drafts
}

/// The address of a page without what does not tell pages apart; `None` where `source` is none.
fn page(source: &str) -> Option<String> {
    let (scheme, rest) = source.trim().split_once("://")?;
    if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") || rest.contains(' ') {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = path.trim_end_matches('/');
    let told = |pair: &&str| !pair.is_empty() && !pair.starts_with("utm_") && !pair.starts_with("ref=");
    let query: Vec<&str> = query.split('&').filter(told).collect();
    (!path.is_empty() || !query.is_empty()).then(|| format!("{host}/{path}?{}", query.join("&")))
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn addresses_are_compared_without_what_does_not_tell_pages_apart() {
        assert_eq!(page("https://www.example.com/a/?utm_source=x#top"), page("http://Example.com/a"));
        assert_ne!(page("https://example.com/a?id=1"), page("https://example.com/a?id=2"));
    }

    #[test]
    fn front_pages_and_publishers_are_no_pages() {
        for source in ["https://example.com/", "Example News", "written for this corpus", "https://"] {
            assert_eq!(page(source), None, "{source}");
        }
    }
}
