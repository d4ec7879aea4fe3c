//! What stands behind a number and says how it is measured: watts, watt-hours, ratios, and the units that keep their
//! value as written (durations, lengths, data, scores). Money has a file of its own, and so have counted things.

use std::sync::LazyLock;

use super::line::Line;
use crate::text::{Dictionary, Fold};

/// What a figure measures.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Measure {
    /// By its ISO 4217 code.
    Currency(&'static str),
    Watt,
    WattHour,
    Ratio,
    /// A unit of time, length, data …, singular, not scaled.
    Plain(&'static str),
    /// What is counted, singular.
    Thing(String),
}

/// A unit in the text.
#[derive(Clone, Debug)]
pub(super) struct UnitAt {
    pub(super) measure: Measure,
    /// Values are multiplied by `times` and divided by `over`: two numbers, so that percents stay exact.
    pub(super) times: f64,
    pub(super) over: f64,
    /// First token and one past the last.
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The unit at `at`, right behind a number or joined to it by a hyphen.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<UnitAt> {
    let from = if line.hyphen(at) { at + 1 } else { at };
    percent(line, from)
        .or_else(|| power(line, from))
        .or_else(|| multiple(line, from))
        .or_else(|| plain(line, from))
}

/// The power unit at `at` spelled as a word ("gigawatt"), which an article can stand before.
pub(super) fn power_word(line: &Line<'_>, at: usize) -> Option<UnitAt> {
    if is_power_word(line.word(at)) { power(line, at) } else { None }
}

/// True for "watt", "gigawatts" and their like.
pub(super) fn is_power_word(word: &str) -> bool {
    watts_in(word.strip_suffix('s').unwrap_or(word)).is_some()
}

fn percent(line: &Line<'_>, at: usize) -> Option<UnitAt> {
    let hundredth = |to| Some(UnitAt { measure: Measure::Ratio, times: 1.0, over: 100.0, from: at, to });
    if line.mark(at) == Some('%') {
        return hundredth(at + 1);
    }
    match line.word(at) {
        "percentage" if matches!(line.word(at + 1), "point" | "points") => hundredth(at + 2),
        "percent" | "percents" | "pct" | "percentage" | "percentages" => hundredth(at + 1),
        "per" if line.word(at + 1) == "cent" => hundredth(at + 2),
        "bps" | "bp" => Some(UnitAt { measure: Measure::Ratio, times: 1.0, over: 1e4, from: at, to: at + 1 }),
        "basis" if matches!(line.word(at + 1), "point" | "points") => {
            Some(UnitAt { measure: Measure::Ratio, times: 1.0, over: 1e4, from: at, to: at + 2 })
        }
        _ => None,
    }
}

/// Watts and watt-hours: symbols in the case they are written in, words in any.
fn power(line: &Line<'_>, at: usize) -> Option<UnitAt> {
    let raw = line.raw(at);
    if !line.word(at).contains('w') {
        return None;
    }
    let symbol = raw.strip_suffix(['s', 'e', 'p', 't']).filter(|stem| stem.ends_with('W')).unwrap_or(raw);
    if let Some(stem) = symbol.strip_suffix("Wh").or_else(|| symbol.strip_suffix("wh")) {
        return prefix(stem).map(|times| UnitAt {
            measure: Measure::WattHour,
            times,
            over: 1.0,
            from: at,
            to: at + 1,
        });
    }
    let by_symbol =
        symbol.strip_suffix('W').or_else(|| symbol.strip_suffix('w').filter(|stem| !stem.is_empty()));
    let word = line.word(at);
    if let Some(times) = by_symbol.and_then(prefix) {
        return Some(watts(line, times, at, at + 1));
    }
    if let Some(stem) = word.strip_suffix("hours").or_else(|| word.strip_suffix("hour")) {
        return watts_in(stem).map(|times| UnitAt {
            measure: Measure::WattHour,
            times,
            over: 1.0,
            from: at,
            to: at + 1,
        });
    }
    watts_in(word.strip_suffix('s').unwrap_or(word)).map(|times| watts(line, times, at, at + 1))
}

/// Watts, or watt-hours where hours follow: "MW-h", "gigawatt hours".
fn watts(line: &Line<'_>, times: f64, from: usize, to: usize) -> UnitAt {
    let next = if line.hyphen(to) { to + 1 } else { to };
    if matches!(line.word(next), "hour" | "hours" | "h" | "hr" | "hrs") {
        return UnitAt { measure: Measure::WattHour, times, over: 1.0, from, to: next + 1 };
    }
    UnitAt { measure: Measure::Watt, times, over: 1.0, from, to }
}

fn prefix(letters: &str) -> Option<f64> {
    Some(match letters {
        "" => 1.0,
        "k" | "K" => 1e3,
        "M" => 1e6,
        "G" | "g" => 1e9,
        "T" | "t" => 1e12,
        "P" => 1e15,
        _ => return None,
    })
}

fn watts_in(word: &str) -> Option<f64> {
    Some(match word {
        "watt" => 1.0,
        "kilowatt" => 1e3,
        "megawatt" => 1e6,
        "gigawatt" => 1e9,
        "terawatt" => 1e12,
        "petawatt" => 1e15,
        _ => return None,
    })
}

/// "10x", "8×", "five times".
fn multiple(line: &Line<'_>, at: usize) -> Option<UnitAt> {
    let ratio = Some(UnitAt { measure: Measure::Ratio, times: 1.0, over: 1.0, from: at, to: at + 1 });
    if matches!(line.mark(at), Some('×' | '✕')) || line.word(at) == "x" && line.glued(at) {
        let sized = line.digits(at + 1).is_some() && !line.glued(at + 1) && power(line, at + 2).is_some();
        // "3x 170 MW turbines"
        let piece = UnitAt { measure: Measure::Plain("piece"), times: 1.0, over: 1.0, from: at, to: at + 1 };
        return if makes_pieces(line, at + 1) {
            None
        } else if sized {
            Some(piece)
        } else {
            ratio
        };
    }
    if line.word(at) == "fold" {
        return ratio;
    }
    if line.word(at) != "times" {
        return None;
    }
    match line.word(at + 1) {
        "since" | "in" | "a" | "per" | "during" | "on" | "before" | "already" | "last" | "this" | "each"
        | "every" | "daily" => {
            Some(UnitAt { measure: Measure::Plain("time"), times: 1.0, over: 1.0, from: at, to: at + 1 })
        }
        _ => ratio,
    }
}

/// True where a model number follows, so that "8×" counts pieces of it: "8× H100", "8× AMD MI300X".
pub(super) fn makes_pieces(line: &Line<'_>, at: usize) -> bool {
    let model = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.len() > 2
            && word.bytes().any(|byte| byte.is_ascii_digit())
    };
    model(line.raw(at)) || line.raw(at).starts_with(char::is_uppercase) && model(line.raw(at + 1))
}

/// True for the names of units of time.
pub(super) fn is_period(unit: &str) -> bool {
    matches!(
        unit,
        "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "decade" | "century"
    )
}

/// Units that are kept as written.
fn plain(line: &Line<'_>, at: usize) -> Option<UnitAt> {
    if line.mark(at) == Some('°') && matches!(line.raw(at + 1), "C" | "F") {
        let name = if line.raw(at + 1) == "C" { "°C" } else { "°F" };
        return Some(UnitAt { measure: Measure::Plain(name), times: 1.0, over: 1.0, from: at, to: at + 2 });
    }
    // "700t/s": tokens
    if line.raw(at) == "t" && line.glued(at) && line.mark(at + 1) == Some('/') {
        return Some(UnitAt {
            measure: Measure::Plain("token"),
            times: 1.0,
            over: 1.0,
            from: at,
            to: at + 1,
        });
    }
    let found =
        |name, to| Some(UnitAt { measure: Measure::Plain(name), times: 1.0, over: 1.0, from: at, to });
    if let Some(name) = symbol(line.raw(at), line.glued(at)) {
        return found(name, at + 1);
    }
    if matches!(line.word(at), "square" | "sq") {
        let noun = at + 1 + usize::from(line.hyphen(at + 1) || line.mark(at + 1) == Some('.'));
        let area = match line.word(noun) {
            "feet" | "foot" | "ft" => "square foot",
            "meter" | "meters" | "metre" | "metres" => "square meter",
            "kilometer" | "kilometers" | "kilometre" | "kilometres" | "km" => "square kilometer",
            "mile" | "miles" => "square mile",
            _ => return None,
        };
        return found(area, noun + 1);
    }
    let word = line.word(at);
    found(SPELLED.get(word.as_bytes(), Fold::of(word))?, at + 1)
}

/// Symbols, in the case they are written in; one-letter ones only where they touch their number.
fn symbol(raw: &str, glued: bool) -> Option<&'static str> {
    Some(match raw {
        "s" if glued => "second",
        "h" if glued => "hour",
        "sec" | "secs" => "second",
        "ms" => "millisecond",
        "µs" | "μs" => "microsecond",
        "ns" => "nanosecond",
        "min" | "mins" => "minute",
        "hr" | "hrs" => "hour",
        "yr" | "yrs" => "year",
        "KB" | "kB" => "KB",
        "MB" => "MB",
        "GB" => "GB",
        "TB" => "TB",
        "PB" => "PB",
        "EB" => "EB",
        "GiB" => "GiB",
        "TiB" => "TiB",
        "Mbps" => "Mbps",
        "Gbps" => "Gbps",
        "Tbps" => "Tbps",
        "Hz" => "Hz",
        "kHz" => "kHz",
        "MHz" => "MHz",
        "GHz" => "GHz",
        "V" if glued => "V",
        "kV" => "kV",
        "kVA" => "kVA",
        "MVA" => "MVA",
        "nm" => "nm",
        "mm" => "mm",
        "cm" => "cm",
        "km" => "km",
        "kg" => "kg",
        "ft" => "foot",
        "TFLOPS" | "TFLOPs" => "teraflop",
        "PFLOPS" | "PFLOPs" => "petaflop",
        "EFLOPS" | "EFLOPs" => "exaflop",
        "FLOPS" | "FLOPs" => "flop",
        "pts" => "point",
        "Elo" | "ELO" => "Elo",
        "tok" => "token",
        "MMBtu" => "MMBtu",
        "Mcf" => "Mcf",
        "MMcf" => "MMcf",
        "Bcf" => "Bcf",
        "Tcf" => "Tcf",
        _ => return None,
    })
}

/// Names of units as they are spelled out, in the singular.
static SPELLED: LazyLock<Dictionary<&str>> = LazyLock::new(|| {
    let mut names = Dictionary::default();
    for (words, name) in UNITS {
        for word in words.split_whitespace() {
            names.get_or_insert(word, || *name);
        }
    }
    names
});

/// What a unit is called, and its singular.
const UNITS: &[(&str, &str)] = &[
    ("second seconds", "second"),
    ("millisecond milliseconds", "millisecond"),
    ("microsecond microseconds", "microsecond"),
    ("nanosecond nanoseconds", "nanosecond"),
    ("minute minutes", "minute"),
    ("hour hours", "hour"),
    ("day days", "day"),
    ("week weeks", "week"),
    ("month months", "month"),
    ("quarter quarters", "quarter"),
    ("year years", "year"),
    ("decade decades", "decade"),
    ("century centuries", "century"),
    ("nanometer nanometers nanometre nanometres", "nanometer"),
    ("millimeter millimeters millimetre millimetres", "millimeter"),
    ("meter meters metre metres", "meter"),
    ("kilometer kilometers kilometre kilometres", "kilometer"),
    ("mile miles", "mile"),
    ("foot feet", "foot"),
    ("inch inches", "inch"),
    ("acre acres", "acre"),
    ("hectare hectares", "hectare"),
    ("ton tons", "ton"),
    ("tonne tonnes", "tonne"),
    ("kilogram kilograms", "kilogram"),
    ("volt volts", "volt"),
    ("kilovolt kilovolts", "kilovolt"),
    ("hertz", "hertz"),
    ("gallon gallons", "gallon"),
    ("liter liters litre litres", "liter"),
    ("barrel barrels", "barrel"),
    ("kilobyte kilobytes", "kilobyte"),
    ("megabyte megabytes", "megabyte"),
    ("gigabyte gigabytes", "gigabyte"),
    ("terabyte terabytes", "terabyte"),
    ("petabyte petabytes", "petabyte"),
    ("exabyte exabytes", "exabyte"),
    ("teraflop teraflops", "teraflop"),
    ("petaflop petaflops", "petaflop"),
    ("exaflop exaflops", "exaflop"),
    ("degrees degree", "degree"),
    ("context", "token"),
];
