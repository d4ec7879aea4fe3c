//! How fast the pipeline is, against floors measured in the same run. `cargo bench` prints, in this order:
//!
//! - the whole of `claims --format ndjson` on one thread, each of its stages, and the floors, in MB/s of the same articles;
//! - the ratio of the whole to the least program that could answer at all, which must stay at or below 4;
//! - the program as people run it: `compare` on the sample articles, threads, memory;
//! - `check` over 1,000 articles, rule by rule and as people run it;
//! - criterion's figures for each stage on a smaller corpus, to compare two builds.
//!
//! `cargo bench --bench pipeline -- ratio FOLDER` takes the articles of a folder instead of the made ones.
//!
//! docs/benchmarks.md has the figures of one machine and how to read them.

mod articles;
mod check;
mod clock;
mod floor;
mod process;
mod stages;

use std::path::PathBuf;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use stratscan::taxonomy::Taxonomy;

use articles::Article;

/// The one of the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Bytes of the corpus that the ratio is measured on.
const CORPUS: usize = 25_000_000;

/// Bytes of the corpus that criterion repeats.
const SMALL: usize = 1_000_000;

/// Of these many runs the fastest counts: whatever else the machine does only slows a run down.
const RUNS: usize = 2;

/// The most that the whole may cost, in runs of the least program.
const BAR: f64 = 4.0;

fn main() {
    let asked: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let folder = asked.iter().map(PathBuf::from).find(|path| path.is_dir());
    let wants = |part: &str| asked.is_empty() || asked.iter().any(|name| name == part);
    let taxonomy = Taxonomy::load(&[]).expect("the built-in taxonomy loads");
    if wants("ratio") {
        let articles = match folder {
            Some(folder) => articles::of_folder(&folder, CORPUS),
            None => articles::articles(CORPUS),
        };
        ratio(&articles, &taxonomy);
    }
    if wants("process") {
        process::measure();
    }
    if wants("check") {
        check::measure(&taxonomy);
    }
    if wants("stages") {
        repeat(&articles::articles(SMALL), &taxonomy);
    }
}

/// One pass over all articles.
type Run = fn(&[Article], &Taxonomy, &floor::Floor) -> usize;

/// Floors and stages over the whole corpus, in turns, so that all of them see the same machine.
fn ratio(articles: &[Article], taxonomy: &Taxonomy) {
    let floor = floor::Floor::new(taxonomy);
    let rows: [(&str, Run); 9] = [
        ("floor: bytes, copied", |articles, _, _| floor::copy(articles)),
        ("floor: Markdown with offsets", |articles, _, _| floor::markdown(articles)),
        ("floor: automaton over raw text", |articles, _, floor| floor.automaton(articles)),
        ("floor: least program", |articles, _, floor| floor.least(articles)),
        ("stage: parse", |articles, _, _| stages::parse(articles)),
        ("stage: parse + sentences", |articles, _, _| stages::sentences(articles)),
        ("stage: parse + sentences + figures", |articles, _, _| stages::figures(articles)),
        ("stage: parse + analyze", |articles, taxonomy, _| stages::analyze(articles, taxonomy)),
        ("whole: parse + analyze + ndjson", |articles, taxonomy, _| stages::whole(articles, taxonomy)),
    ];
    let mut best = [Duration::MAX; 9];
    for _ in 0..RUNS {
        for (best, (_, run)) in best.iter_mut().zip(rows) {
            let start = clock::Clock::start();
            std::hint::black_box(run(articles, taxonomy, &floor));
            *best = start.elapsed().min(*best);
        }
    }
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    println!("{} articles, {:.1} MB, one thread, best of {RUNS}", articles.len(), bytes as f64 / 1e6);
    for (best, (name, _)) in best.iter().zip(rows) {
        let seconds = best.as_secs_f64();
        println!("{name:36} {:8.1} ms {:8.1} MB/s", seconds * 1e3, bytes as f64 / 1e6 / seconds);
    }
    let ratio = best[8].as_secs_f64() / best[3].as_secs_f64();
    let verdict = if ratio <= BAR { "within" } else { "ABOVE" };
    println!("ratio whole / least program: {ratio:.2}, {verdict} the bar of {BAR}\n");
}

fn repeat(articles: &[Article], taxonomy: &Taxonomy) {
    let mut criterion = Criterion::default().sample_size(10);
    let mut group = criterion.benchmark_group("stages");
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("parse", |bencher| bencher.iter(|| stages::parse(articles)));
    group.bench_function("sentences", |bencher| bencher.iter(|| stages::sentences(articles)));
    group.bench_function("analyze", |bencher| bencher.iter(|| stages::analyze(articles, taxonomy)));
    group.bench_function("whole", |bencher| bencher.iter(|| stages::whole(articles, taxonomy)));
    group.finish();
    criterion.bench_function("taxonomy", |bencher| bencher.iter(|| Taxonomy::load(&[])));
    criterion.final_summary();
}
