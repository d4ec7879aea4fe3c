//! The program as people run it: how long `compare` takes on the sample articles, what a second thread is worth, and that
//! memory does not grow with the corpus.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::articles;

/// Runs of `compare`; the middle one counts.
const COMPARES: usize = 21;

/// The longest that `compare` on the sample articles may take.
const COMPARE_BAR: Duration = Duration::from_millis(30);

pub(crate) fn measure() {
    let mut times: Vec<Duration> =
        (0..COMPARES).map(|_| timed(&["compare", "meta", "openai"], None)).collect();
    times.sort_unstable();
    let middle = times[COMPARES / 2];
    let verdict = if middle <= COMPARE_BAR { "within" } else { "ABOVE" };
    println!(
        "compare meta openai on seeds: {:.1} ms (middle of {COMPARES}), {verdict} the bar of {} ms",
        middle.as_secs_f64() * 1e3,
        COMPARE_BAR.as_millis()
    );
    let (small, large) = (folder("small", 25_000_000), folder("large", 100_000_000));
    for (name, folder) in [("25 MB", &small), ("100 MB", &large)] {
        for threads in ["1", "2"] {
            let arguments = ["claims", "--format", "ndjson", "--threads", threads];
            let time = timed(&arguments, Some(folder));
            let memory = peak(&arguments, folder)
                .map_or_else(|| "not known".to_owned(), |kb| format!("{:.1} MB", kb as f64 / 1e3));
            println!(
                "claims on {name}, {threads} thread(s): {:.2} s, peak memory {memory}",
                time.as_secs_f64()
            );
        }
    }
    println!();
}

fn timed(arguments: &[&str], folder: Option<&Path>) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stratscan"));
    command.args(arguments).args(folder).current_dir(env!("CARGO_MANIFEST_DIR")).stdout(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("stratscan starts");
    assert!(status.success(), "stratscan {arguments:?} failed");
    start.elapsed()
}

/// Kilobytes that were resident at the peak, as `time` of GNU tells it; `None` where there is none.
fn peak(arguments: &[&str], folder: &Path) -> Option<u64> {
    let mut command = Command::new("/usr/bin/time");
    command.args(["-f", "%M", env!("CARGO_BIN_EXE_stratscan"), "--quiet"]).args(arguments).arg(folder);
    let run = command.stdout(Stdio::null()).output().ok()?;
    String::from_utf8_lossy(&run.stderr).lines().last()?.trim().parse().ok()
}

/// A folder with at least `bytes` bytes of articles, made once.
fn folder(name: &str, bytes: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{name}"));
    let done = folder.join("done");
    if !done.exists() {
        fs::create_dir_all(folder.join("articles")).expect("folders can be made");
        for article in articles::articles(bytes) {
            fs::write(folder.join(&article.name), article.text).expect("articles can be written");
        }
        File::create(done).expect("files can be written");
    }
    folder
}
