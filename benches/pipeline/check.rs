//! `stratscan check` over 1,000 articles, every tenth a near copy of the one before: what its own part costs beside reading and
//! analyzing, rule by rule, and the whole process on all cores.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rayon::ThreadPoolBuilder;
use stratscan::analyze::Analyzer;
use stratscan::check::{self, Article, RULES, Settings};
use stratscan::corpus::{self, Date};
use stratscan::taxonomy::{Taxonomy, Written};

use crate::{articles, clock};

/// Articles to check.
const COUNT: usize = 1_000;

/// The longest that checking them may take on two cores.
const BAR: Duration = Duration::from_secs(2);

/// Of these many runs the fastest counts.
const RUNS: usize = 5;

pub(crate) fn measure(taxonomy: &Taxonomy) {
    let texts = texts();
    let bytes: usize = texts.iter().map(|article| article.text.len()).sum();
    println!("check: {} articles, {:.1} MB, every tenth a near copy", texts.len(), bytes as f64 / 1e6);
    let one = ThreadPoolBuilder::new().num_threads(1).build().expect("a thread can be started");
    let mut read = Vec::new();
    let reading = fastest(|| one.install(|| timed(|| read = articles_of(&texts, taxonomy))));
    println!("{:36} {:8.1} ms on the processor", "read and analyze", millis(reading));
    let own = |levels: &Settings| {
        fastest(|| one.install(|| timed(|| check::check(&read, &[], taxonomy, &Written::default(), levels))))
    };
    let today = Date { year: 2026, month: Some(1), day: Some(1) };
    println!("{:36} {:8.1} ms on the processor", "check: all rules", millis(own(&Settings::new(today))));
    for rule in RULES {
        let mut only = Settings::new(today);
        only.levels =
            RULES.iter().filter(|other| other.name != rule.name).map(|other| (other.name, None)).collect();
        let time = millis(own(&only));
        if time >= 0.5 {
            println!("{:36} {time:8.1} ms", format!("  {} alone", rule.name));
        }
    }
    let folder = folder(&texts);
    let time = fastest(|| process(&folder));
    let verdict = if time <= BAR { "within" } else { "ABOVE" };
    println!(
        "check, whole process on all cores: {:.2} s (best of {RUNS}), {verdict} the bar of {} s",
        time.as_secs_f64(),
        BAR.as_secs()
    );
    if let Some(spent) = spent(&folder) {
        println!("of which on the processors: {spent:.2} s, all cores together");
    }
    println!();
}

fn articles_of(texts: &[articles::Article], taxonomy: &Taxonomy) -> Vec<Article> {
    let analyzer = Analyzer::new(taxonomy);
    let article = |article: &articles::Article| {
        let (document, notices) = corpus::parse(&article.name, article.text.as_bytes());
        let analysis = analyzer.analyze(&document);
        Article { document, analysis, notices, reported: true }
    };
    texts.iter().map(article).collect()
}

/// A near copy has another title and date, and other words in one paragraph of eight.
fn texts() -> Vec<articles::Article> {
    let mut texts = articles::articles(COUNT * 10_000);
    texts.truncate(COUNT);
    for at in (9..texts.len()).step_by(10) {
        let head: String = texts[at].text.split_inclusive('\n').take(5).collect();
        let body = texts[at - 1].text.splitn(3, "---\n").last().unwrap_or_default().to_owned();
        let paragraphs: Vec<String> = body
            .split("\n\n")
            .enumerate()
            .map(|(nth, part)| if nth % 8 == 7 { part.replace(" the ", " its ") } else { part.to_owned() })
            .collect();
        texts[at].text = head + &paragraphs.join("\n\n");
    }
    texts
}

fn fastest(mut run: impl FnMut() -> Duration) -> Duration {
    (0..RUNS).map(|_| run()).min().unwrap_or_default()
}

fn timed<T>(run: impl FnOnce() -> T) -> Duration {
    let clock = clock::Clock::start();
    std::hint::black_box(run());
    clock.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn process(folder: &Path) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    command.args(["check", "--fail-on", "never", "--format", "ndjson"]).arg(folder).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("stratscan starts");
    assert!(status.success(), "stratscan check failed");
    start.elapsed()
}

/// Seconds on the processors, as `time` of GNU tells them; `None` where there is none.
fn spent(folder: &Path) -> Option<f64> {
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%U %S", env!("CARGO_BIN_EXE_stratscan"), "check", "--fail-on", "never"]).arg(folder);
    let run = command.stdout(Stdio::null()).output().ok()?;
    let told = String::from_utf8_lossy(&run.stderr).lines().last()?.to_owned();
    told.split(' ').map(|part| part.parse::<f64>().ok()).sum()
}

fn folder(texts: &[articles::Article]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-check");
    fs::create_dir_all(folder.join("articles")).expect("folders can be made");
    for article in texts {
        fs::write(folder.join(&article.name), &article.text).expect("articles can be written");
    }
    folder
}
