//! What a number counts: the noun phrase behind it.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::line::Line;

/// Between a number and its noun stand at most this many words.
const MOST_MODIFIERS: usize = 4;

/// The things counted.
#[derive(Clone, Debug)]
pub(super) struct ThingsAt {
    /// Singular, lower case.
    pub(super) name: String,
    /// First token of the phrase and one past its last.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The plural noun phrase at `at` ("NVIDIA GPUs", "graphics processing units (GPUs)"), or the singular one that a hyphen
/// joins to the number ("8-GPU").
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<ThingsAt> {
    if line.hyphen(at) {
        return joined(line, at + 1);
    }
    if matches!(line.mark(at), Some('×' | '✕')) || line.word(at) == "x" && line.glued(at) {
        return pieces(line, at + 1);
    }
    let head = plural_head(line, at);
    if head.is_none_or(|head| head > at + 1)
        && let Some(things) = attributive(line, at)
    {
        return Some(things);
    }
    let head = head?;
    let (name, to) = match abbreviation(line, at, head + 1) {
        Some(short) => (short, head + 4),
        None => (name(line, at, head), head + 1),
    };
    Some(ThingsAt { name, from: at, to })
}

/// The last of the plurals that end the noun phrase at `at`.
fn plural_head(line: &Line<'_>, at: usize) -> Option<usize> {
    let mut head = at;
    while !is_plural(line, head) {
        if head - at >= MOST_MODIFIERS || !is_modifier(line, head) {
            return None;
        }
        head += 1;
        // "high-end servers"
        if line.hyphen(head) && is_modifier(line, head + 1) {
            head += 1;
        }
    }
    while is_plural(line, head + 1) {
        head += 1;
    }
    Some(head)
}

/// "a 100,000 GPU cluster", "128K token context": the singular of what is often counted before another noun.
fn attributive(line: &Line<'_>, at: usize) -> Option<ThingsAt> {
    let countable = matches!(
        line.word(at),
        "gpu"
            | "tpu"
            | "cpu"
            | "chip"
            | "token"
            | "parameter"
            | "qubit"
            | "satellite"
            | "seat"
            | "employee"
            | "device"
            | "user"
    );
    countable.then(|| ThingsAt { name: line.word(at).to_owned(), from: at, to: at + 1 })
}

/// True where `at` holds a plural of something.
pub(super) fn is_plural(line: &Line<'_>, at: usize) -> bool {
    let raw = line.raw(at);
    if matches!(line.word(at), "people" | "men" | "women" | "children" | "staff" | "personnel") {
        return true;
    }
    let Some(stem) = raw.strip_suffix('s') else { return false };
    if stem.len() < 2 || stem.bytes().any(|byte| byte.is_ascii_digit()) {
        return is_model(stem);
    }
    if stem.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return true;
    }
    !stem.ends_with(['s', 'u', '\''])
        && !stem.ends_with("ic")
        && !stops(line.word(at))
        && !stem.ends_with(|c: char| c.is_uppercase())
}

/// True for words that end a noun phrase or cannot stand in one.
pub(super) fn stops(word: &str) -> bool {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| STOPS.split_whitespace().collect());
    SET.contains(word)
}

const STOPS: &str = "a an the this that these those its his her their our your my \
    of in on at to for from by with without per as than into over under above below across through during between within \
    via vs versus about after before since until against among behind beyond onto \
    and or but nor so yet while when where because if though although \
    is are was were be been being has have had will would can could may might should must shall does do did \
    it they he she we you i us them who which what whose how not also then now just says said plus minus rue always \
    perhaps ago yes appears seems beats outperforms performs remains becomes gets goes takes makes gives keeps";

fn is_modifier(line: &Line<'_>, at: usize) -> bool {
    let raw = line.raw(at);
    !raw.is_empty() && !stops(line.word(at))
}

/// The word that a hyphen joins to the number: "5,400-satellite network", "8-GPU server".
fn joined(line: &Line<'_>, at: usize) -> Option<ThingsAt> {
    let raw = line.raw(at);
    let word = raw.bytes().all(|byte| byte.is_ascii_lowercase()) && raw.len() > 2
        || matches!(raw, "GPU" | "CPU" | "TPU");
    (word && !stops(line.word(at))).then(|| ThingsAt { name: singular(raw), from: at, to: at + 1 })
}

/// "8× H100": pieces of a chip by its model number; "8× AMD MI300X".
fn pieces(line: &Line<'_>, at: usize) -> Option<ThingsAt> {
    super::units::makes_pieces(line, at).then(|| {
        let last = if line.raw(at).bytes().any(|byte| byte.is_ascii_digit()) { at } else { at + 1 };
        ThingsAt { name: "chip".to_owned(), from: at, to: last + 1 }
    })
}

/// True for model numbers of chips: "A100", "GB300".
fn is_model(word: &str) -> bool {
    word.len() >= 3
        && word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// The head in the singular; with the word before it where the head alone says little ("data center", "GPU-hour").
fn name(line: &Line<'_>, from: usize, head: usize) -> String {
    if line.raw(head).bytes().any(|byte| byte.is_ascii_digit()) {
        return "chip".to_owned();
    }
    let noun = singular(line.raw(head));
    match noun.as_str() {
        "hour" | "year" | "month" | "day" if head > from => {
            format!("{}-{noun}", singular(line.raw(head - 1)))
        }
        "center" | "centre" | "round" | "state" | "unit" | "point" if head > from => {
            format!("{} {noun}", singular(line.raw(head - 1)))
        }
        _ => noun,
    }
}

/// "(GPUs)" behind the words from `from` to before `at` whose initials it is made of, in the singular.
fn abbreviation(line: &Line<'_>, from: usize, at: usize) -> Option<String> {
    let inner = line.raw(at + 1);
    let letters = inner.strip_suffix('s').unwrap_or(inner).as_bytes();
    let first = at.checked_sub(letters.len()).filter(|&first| first >= from && letters.len() >= 2)?;
    let initials = (first..at).zip(letters).all(|(word, letter)| {
        line.raw(word).as_bytes().first().is_some_and(|initial| initial.eq_ignore_ascii_case(letter))
    });
    (initials && line.mark(at) == Some('(') && line.mark(at + 2) == Some(')')).then(|| singular(inner))
}

/// The singular in lower case, as far as English spelling tells it.
pub(super) fn singular(word: &str) -> String {
    // "GPUs", whose "us" is no ending
    let stem = word
        .strip_suffix('s')
        .filter(|stem| stem.len() > 1 && stem.bytes().all(|byte| byte.is_ascii_uppercase()));
    let lower = stem.unwrap_or(word).to_lowercase();
    if stem.is_some() {
        return lower;
    }
    match lower.as_str() {
        "params" | "param" => return "parameter".to_owned(),
        "people" => return "person".to_owned(),
        "men" => return "man".to_owned(),
        "women" => return "woman".to_owned(),
        "children" => return "child".to_owned(),
        _ => {}
    }
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes"] {
        if lower.ends_with(ending) {
            return lower[..lower.len() - 2].to_owned();
        }
    }
    if lower.ends_with("ss") || lower.ends_with("us") || lower.ends_with("is") {
        return lower;
    }
    lower.strip_suffix('s').unwrap_or(&lower).to_owned()
}
