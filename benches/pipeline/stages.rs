//! The pipeline up to each stage, over all articles on one thread. Each returns a number that depends on all it made, so that
//! nothing is optimised away.

use stratscan::analyze::{self, Analyzer, Depth, SentenceKind};
use stratscan::corpus;
use stratscan::report::{Kept, RowFormat, Stamp, rows};
use stratscan::taxonomy::Taxonomy;
use stratscan::text::sentences as cut;

use crate::articles::Article;

pub(crate) fn parse(articles: &[Article]) -> usize {
    articles.iter().map(|article| document(article).blocks.len()).sum()
}

pub(crate) fn sentences(articles: &[Article]) -> usize {
    articles
        .iter()
        .flat_map(|article| document(article).blocks)
        .map(|block| cut(block.text.as_str()).len())
        .sum()
}

pub(crate) fn figures(articles: &[Article]) -> usize {
    let mut count = 0;
    for block in articles.iter().flat_map(|article| document(article).blocks) {
        let text = block.text.as_str();
        count += cut(text).into_iter().map(|span| analyze::figures(text, span).len()).sum::<usize>();
    }
    count
}

pub(crate) fn analyze(articles: &[Article], taxonomy: &Taxonomy) -> usize {
    let analyzer = Analyzer::new(taxonomy);
    articles.iter().map(|article| analyzer.analyze(&document(article)).sentences.len()).sum()
}

/// What `stratscan claims --format ndjson` does to each article.
pub(crate) fn whole(articles: &[Article], taxonomy: &Taxonomy) -> usize {
    let stamp = Stamp { version: "0", taxonomy: &taxonomy.hash };
    let analyzer = Analyzer::new(taxonomy);
    let mut written = 0;
    for article in articles {
        let analysis = analyzer.analyze_to(Depth::Claims, &document(article));
        let claims: Vec<_> =
            analysis.sentences.iter().filter(|sentence| sentence.kind == SentenceKind::Claim).collect();
        written += rows(&Kept::Claims(claims), RowFormat::Ndjson, &analysis, stamp).len();
    }
    written
}

fn document(article: &Article) -> corpus::Document {
    corpus::parse(&article.name, article.text.as_bytes()).0
}
