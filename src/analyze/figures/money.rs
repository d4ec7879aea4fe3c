//! Currencies before and behind their numbers.

use std::sync::LazyLock;

use super::gate::Gate;
use super::line::Line;
use super::number;

/// A currency in the text: its ISO 4217 code, the part of its unit that is meant, and one past its last token.
#[derive(Clone, Copy, Debug)]
pub(super) struct CurrencyAt {
    pub(super) code: &'static str,
    /// 1, or 0.01 for cents.
    pub(super) scale: f64,
    /// A magnitude that stands in or behind the code: "120 MEUR", "75 USD million".
    pub(super) magnitude: f64,
    pub(super) end: usize,
}

impl CurrencyAt {
    /// True for cents.
    pub(super) fn is_coin(&self) -> bool {
        self.scale < 1.0
    }
}

/// The currency that opens a sum at `at`: "$", "US$", "USD", "dollar 22.5 million".
pub(super) fn before(line: &Line<'_>, at: usize) -> Option<CurrencyAt> {
    let found = |code, end| Some(CurrencyAt { code, scale: 1.0, magnitude: 1.0, end });
    if let Some(mark) = line.mark(at) {
        return found(symbol(mark)?, at + 1);
    }
    if line.word(at).is_empty() {
        return None;
    }
    if let Some(sign) = line.mark(at + 1).filter(|_| line.glued(at + 1))
        && let Some(code) = lettered(line.raw(at), sign)
    {
        return found(code, at + 2);
    }
    let code = code(line.raw(at))
        .or_else(|| (line.word(at) == "dollar" && line.digits(at + 1).is_some()).then_some("USD"))?;
    (line.digits(at + 1).is_some() || number::small(line.word(at + 1)).is_some()).then_some(())?;
    found(code, at + 1)
}

/// The currency behind a number: "dollars", "US dollars", "EUR", "€", "MEUR", "USD million", "cents".
pub(super) fn behind(line: &Line<'_>, at: usize) -> Option<CurrencyAt> {
    let at = if line.hyphen(at) { at + 1 } else { at };
    let found = |code, end| CurrencyAt { code, scale: 1.0, magnitude: 1.0, end };
    if let Some(code) = line.mark(at).and_then(symbol) {
        return (!(line.glued(at + 1) && line.digits(at + 1).is_some())).then(|| found(code, at + 1));
    }
    if let Some(code) = code(line.raw(at)) {
        let million = number::magnitude(line.word(at + 1));
        let end = at + 1 + usize::from(million.is_some());
        return Some(CurrencyAt { magnitude: million.unwrap_or(1.0), ..found(code, end) });
    }
    if let Some((magnitude, code)) = magnitude_code(line.raw(at)) {
        return Some(CurrencyAt { magnitude, ..found(code, at + 1) });
    }
    if line.mark(at) == Some('¢') || matches!(line.word(at), "cent" | "cents") {
        return Some(CurrencyAt { scale: 0.01, ..found("USD", at + 1) });
    }
    named(line, at).map(|(code, end)| found(code, end))
}

/// The end of a code at `start` that is written against its digits: "USD115".
pub(super) fn code_end(text: &str, start: usize) -> Option<usize> {
    let end = start + 3;
    let digits = text.as_bytes().get(end).is_some_and(u8::is_ascii_digit);
    (digits && code(text.get(start..end)?).is_some()).then_some(end)
}

/// The smaller coins behind a sum, as a share of its unit, and one past their last token: "and forty-five cents",
/// "15 dollars 50".
pub(super) fn coins(line: &Line<'_>, at: usize) -> Option<(f64, usize)> {
    let joined = line.word(at) == "and";
    let coins = number::read(line, if joined { at + 1 } else { at }, false)?;
    let value = coins.mantissa * coins.magnitude;
    if !(1.0..100.0).contains(&value) || value.fract() != 0.0 {
        return None;
    }
    if matches!(line.word(coins.end), "cent" | "cents" | "pence") {
        return Some((value / 100.0, coins.end + 1));
    }
    let last = coins.end >= line.len()
        || line.mark(coins.end).is_some_and(|mark| matches!(mark, '.' | ',' | ';' | '!' | '?' | ')'))
        || matches!(line.word(coins.end), "more" | "less" | "each");
    (!joined && value >= 10.0 && last && behind(line, coins.end).is_none())
        .then_some((value / 100.0, coins.end))
}

/// The currency of a sign.
pub(super) fn symbol(mark: char) -> Option<&'static str> {
    Some(match mark {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' | '￥' => "JPY",
        '₹' => "INR",
        '₩' => "KRW",
        '₽' => "RUB",
        '₺' => "TRY",
        '₪' => "ILS",
        _ => return None,
    })
}

/// Letters that say whose dollar or yen it is.
fn lettered(letters: &str, sign: char) -> Option<&'static str> {
    Some(match (letters, sign) {
        ("US" | "USD", '$') => "USD",
        ("C" | "CA" | "CAD", '$') => "CAD",
        ("A" | "AU" | "AUD", '$') => "AUD",
        ("NZ", '$') => "NZD",
        ("HK", '$') => "HKD",
        ("NT", '$') => "TWD",
        ("S" | "SG", '$') => "SGD",
        ("R", '$') => "BRL",
        ("CN" | "RMB", '¥') => "CNY",
        ("JP", '¥') => "JPY",
        _ => return None,
    })
}

/// Codes; the commonest in small letters too.
fn code(raw: &str) -> Option<&'static str> {
    if !(2..=3).contains(&raw.len()) {
        return None;
    }
    Some(match raw {
        "USD" | "usd" | "Usd" => "USD",
        "EUR" | "eur" | "Eur" => "EUR",
        "GBP" | "gbp" | "Gbp" => "GBP",
        "JPY" | "jpy" => "JPY",
        "CNY" | "cny" | "RMB" | "rmb" | "Rmb" => "CNY",
        "INR" | "Rs" => "INR",
        "KRW" => "KRW",
        "TWD" => "TWD",
        "HKD" => "HKD",
        "SGD" => "SGD",
        "AUD" => "AUD",
        "CAD" => "CAD",
        "CHF" => "CHF",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        "AED" => "AED",
        "SAR" => "SAR",
        "BRL" => "BRL",
        _ => return None,
    })
}

/// "MEUR", "mEUR", "bnUSD".
fn magnitude_code(raw: &str) -> Option<(f64, &'static str)> {
    let letters = raw.len().checked_sub(3)?;
    let magnitude = match raw.get(..letters)? {
        "k" | "K" => 1e3,
        "M" | "m" | "mn" => 1e6,
        "B" | "bn" => 1e9,
        _ => return None,
    };
    Some((magnitude, code(raw.get(letters..)?)?))
}

/// Currencies by their names, with the country before them, and one past the last token.
fn named(line: &Line<'_>, at: usize) -> Option<(&'static str, usize)> {
    if !NAMES.passes(line.word(at)) && line.word(at) != "u" {
        return None;
    }
    let (country, noun) = country(line, at);
    let code = match (country, line.word(noun)) {
        ("" | "us", "dollar" | "dollars" | "buck" | "bucks") => "USD",
        ("ca", "dollar" | "dollars") => "CAD",
        ("au", "dollar" | "dollars") => "AUD",
        ("hk", "dollar" | "dollars") => "HKD",
        ("tw", "dollar" | "dollars") => "TWD",
        ("sg", "dollar" | "dollars") => "SGD",
        ("", "euro" | "euros") => "EUR",
        ("gb", "pound" | "pounds") => "GBP",
        ("", "pound" | "pounds") if line.word(noun + 1) == "sterling" => return Some(("GBP", noun + 2)),
        // of steel, of carbon: a weight
        ("", "pound" | "pounds") if line.word(noun + 1) != "of" => "GBP",
        ("" | "jp", "yen") => "JPY",
        ("" | "cn", "yuan" | "renminbi" | "kuai") => "CNY",
        ("" | "in", "rupee" | "rupees") => "INR",
        ("" | "kr", "won") if country == "kr" || line.glued(noun) => "KRW",
        ("ch", "franc" | "francs") => "CHF",
        _ => return None,
    };
    Some((code, noun + 1))
}

/// Lets the first words of names pass, which hardly any word behind a number is; "u" aside, which is too short.
static NAMES: LazyLock<Gate> = LazyLock::new(|| {
    Gate::of(
        "dollar dollars buck bucks euro euros pound pounds yen yuan renminbi kuai rupee rupees won us american canadian \
        australian hong singapore new taiwan british japanese chinese indian korean swiss"
            .split_whitespace(),
    )
});

fn country(line: &Line<'_>, at: usize) -> (&'static str, usize) {
    match line.word(at) {
        "us" | "american" => ("us", at + 1),
        "u" if line.mark(at + 1) == Some('.') && line.word(at + 2) == "s" => {
            ("us", at + 3 + usize::from(line.mark(at + 3) == Some('.')))
        }
        "canadian" => ("ca", at + 1),
        "australian" => ("au", at + 1),
        "hong" if line.word(at + 1) == "kong" => ("hk", at + 2),
        "singapore" => ("sg", at + 1),
        "new" if line.word(at + 1) == "taiwan" => ("tw", at + 2),
        "taiwan" => ("tw", at + 1),
        "british" => ("gb", at + 1),
        "japanese" => ("jp", at + 1),
        "chinese" => ("cn", at + 1),
        "indian" => ("in", at + 1),
        "korean" => ("kr", at + 1),
        "swiss" => ("ch", at + 1),
        _ => ("", at),
    }
}
