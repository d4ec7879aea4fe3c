//! A sentence cut into numbers, words and marks. Digits that no quantity is written with (dates, clock times, versions,
//! telephone numbers, addresses) come out as one opaque token here, so that the readers never see them.

use super::{amount, money, openers};
use crate::analyze::wording::{Opening, Wording};
use crate::text::{Span, WordKind};

/// Numbers of more digits than this are identifiers.
const LONGEST_NUMBER: usize = 24;

/// Every number of so many digits is a float.
const EXACT: usize = 15;

/// Letters of the longest code of a currency.
const LONGEST_CODE: usize = 3;

/// The tokens of one sentence, in order; spans index the text the sentence stands in.
pub(in crate::analyze) struct Line<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
}

struct Token<'t> {
    span: Span,
    kind: Kind,
    /// A figure or a period may begin here; nearly no other token is looked at.
    opens: bool,
    /// A word with the letters of ASCII in lower case; empty for other tokens. Readers ask for words again and again.
    word: &'t str,
}

enum Kind {
    Number(Digits),
    Word,
    Mark(char),
    Opaque,
}

/// A number written in digits.
#[derive(Clone, Copy)]
pub(in crate::analyze) struct Digits {
    pub(in crate::analyze) value: f64,
    /// Digits only: no comma, no decimal point.
    pub(in crate::analyze) plain: bool,
}

impl<'t> Line<'t> {
    /// The sentence at `sentence` of `text`, of which `wording` is the wording.
    pub(in crate::analyze) fn cut(text: &'t str, sentence: Span, wording: &Wording<'t>) -> Self {
        let slice = sentence.of(text);
        let sentence = Span::new(sentence.start, sentence.start + slice.len());
        let mut line = Self { text, tokens: Vec::with_capacity(wording.len()) };
        let mut at = sentence.start;
        for (word, known) in wording.tokens() {
            let within = wording.within(word);
            let (start, end) = (sentence.start + within.start, sentence.start + within.end);
            if at > start {
                // a part of what was read as one
                at = line.read_to(end, at, sentence, wording.lower);
            } else if word.kind == WordKind::Letters && is_plain_word(text, start, end) {
                let lower = within.of(wording.lower);
                let opens = known.opens(Opening::Measure)
                    || known.capital && lower.len() <= LONGEST_CODE
                    || is_fiscal_year(lower);
                line.tokens.push(Token { span: Span { start, end }, kind: Kind::Word, opens, word: lower });
                at = end;
            } else if let Some(mark) = plain_mark(&text.as_bytes()[start..end]) {
                let (span, kind, opens) = (Span { start, end }, Kind::Mark(mark), is_opener(mark));
                line.tokens.push(Token { span, kind, opens, word: "" });
                at = end;
            } else {
                at = line.read_to(end, start, sentence, wording.lower);
            }
        }
        line
    }

    /// Reads tokens from `at` on up to `end`, or beyond it where one goes on; `lower` is the sentence in lower case.
    fn read_to(&mut self, end: usize, mut at: usize, sentence: Span, lower: &'t str) -> usize {
        while at < end
            && let Some((end, kind)) = next_token(self.text, &mut at, sentence.end)
        {
            let within = Span::new(at - sentence.start, end - sentence.start);
            let word = if matches!(kind, Kind::Word) { within.of(lower) } else { "" };
            let opens = if let Kind::Mark(mark) = kind { is_opener(mark) } else { true };
            self.tokens.push(Token { span: Span::new(at, end), kind, opens, word });
            at = end;
        }
        at
    }

    /// A capital and two letters more at most: codes of currencies are so written.
    fn is_short_capital(&self, span: Span) -> bool {
        span.len() <= LONGEST_CODE && self.text.as_bytes()[span.start].is_ascii_uppercase()
    }

    /// How many tokens there are.
    pub(in crate::analyze) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The first token at or behind `at` with which a figure or a period may begin.
    pub(in crate::analyze) fn opening_from(&self, at: usize) -> Option<usize> {
        self.tokens.get(at..)?.iter().position(|token| token.opens).map(|ahead| at + ahead)
    }

    /// True where a figure can begin with the token at `at`; false for nearly all where none can.
    pub(in crate::analyze) fn may_open(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            Some(Token { kind: Kind::Number(_), .. }) => true,
            Some(Token { kind: Kind::Mark(mark), .. }) => {
                money::symbol(*mark).is_some() || amount::is_sign(self, at)
            }
            Some(Token { kind: Kind::Word, word: "a" | "an", .. }) => {
                openers::follows_article(self.word(at + 1))
            }
            Some(Token { span, kind: Kind::Word, word, .. }) => {
                openers::leads(word)
                    || self.is_short_capital(*span) && openers::follows_code(self.word(at + 1))
            }
            Some(Token { kind: Kind::Opaque, .. }) | None => false,
        }
    }

    /// The word at `at` in lower case; empty where there is no word.
    pub(in crate::analyze) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.word)
    }

    /// The word `back` tokens before `at`, in lower case; empty where there is none.
    pub(in crate::analyze) fn word_before(&self, at: usize, back: usize) -> &'t str {
        at.checked_sub(back).map_or("", |index| self.word(index))
    }

    /// The word at `at` as written, whatever its length; empty where there is no word.
    pub(in crate::analyze) fn raw(&self, at: usize) -> &'t str {
        match self.tokens.get(at) {
            Some(Token { span, kind: Kind::Word, .. }) => span.of(self.text),
            Some(_) | None => "",
        }
    }

    /// The mark at `at`.
    pub(in crate::analyze) fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            Kind::Number(_) | Kind::Word | Kind::Opaque => None,
        }
    }

    /// The number at `at`.
    pub(in crate::analyze) fn digits(&self, at: usize) -> Option<Digits> {
        match self.tokens.get(at)?.kind {
            Kind::Number(digits) => Some(digits),
            Kind::Mark(_) | Kind::Word | Kind::Opaque => None,
        }
    }

    /// True where nothing lies between the token at `at` and the one before it.
    pub(in crate::analyze) fn glued(&self, at: usize) -> bool {
        match (at.checked_sub(1).and_then(|before| self.tokens.get(before)), self.tokens.get(at)) {
            (Some(before), Some(token)) => before.span.end == token.span.start,
            (_, _) => false,
        }
    }

    /// True where a hyphen stands at `at` and joins its neighbours.
    pub(in crate::analyze) fn hyphen(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '\u{2010}' | '\u{2011}')) && self.glued(at) && self.glued(at + 1)
    }

    /// The bytes from the token at `from` to the one before `to`.
    pub(in crate::analyze) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.tokens.get(from).map_or(0, |token| token.span.start);
        let end =
            to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.span.end);
        Span::new(start, end)
    }

    /// The text under the tokens from `from` to the one before `to`.
    pub(in crate::analyze) fn slice(&self, from: usize, to: usize) -> &'t str {
        self.span(from, to).of(self.text)
    }
}

/// True for a mark that a figure or a period may begin with.
fn is_opener(mark: char) -> bool {
    !mark.is_ascii() || matches!(mark, '$' | '-' | '+' | '\'')
}

/// "fy2025", "cy25", perhaps.
fn is_fiscal_year(word: &str) -> bool {
    matches!(word.as_bytes(), [b'f' | b'c', b'y', ..])
}

/// True where the run of letters and digits at `start..end` of `text` is a word here too: no code stands against digits in it, and
/// it does not go on behind a low line, nor with the digits of a version or as an address.
fn is_plain_word(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    bytes[start].is_ascii_alphabetic()
        && !matches!(bytes.get(end), Some(b'_' | b'.' | b':'))
        && (end - start < 4 || !bytes[start + 3].is_ascii_digit())
}

/// The mark that a token of the wording is here too, whatever stands behind it: one of ASCII that opens no decimal, address or
/// word.
fn plain_mark(token: &[u8]) -> Option<char> {
    match *token {
        [mark] if mark.is_ascii_punctuation() && !matches!(mark, b'.' | b'@' | b'_') => {
            Some(char::from(mark))
        }
        _ => None,
    }
}

/// Moves `at` over white space and reads the token that starts there.
fn next_token(text: &str, at: &mut usize, limit: usize) -> Option<(usize, Kind)> {
    let bytes = &text.as_bytes()[..limit];
    while bytes.get(*at).is_some_and(u8::is_ascii_whitespace) {
        *at += 1;
    }
    let start = *at;
    let first = *bytes.get(start)?;
    match first {
        b'0'..=b'9' => return Some(digits(text, start, limit)),
        b'.' if opens_a_decimal(bytes, start) => return Some(digits(text, start, limit)),
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => return Some(word(text, start, limit)),
        b'@' if text.get(start + 1..limit)?.starts_with(|c: char| c.is_alphanumeric()) => {
            return Some((run_of_letters(text, start + 1, limit), Kind::Opaque));
        }
        // the vertical tab is white space too, for all but ASCII's own test
        0..0x80 if first != b'\x0b' => return Some((start + 1, Kind::Mark(char::from(first)))),
        _ => {}
    }
    let first = text.get(start..limit)?.chars().next()?;
    if first.is_alphabetic() {
        return Some(word(text, start, limit));
    }
    let end = start + first.len_utf8();
    if first.is_whitespace() {
        *at = end;
        return next_after_wide_space(text, at, limit);
    }
    Some((end, Kind::Mark(first)))
}

/// The word that starts at `start`, or the code or address that it opens.
fn word(text: &str, start: usize, limit: usize) -> (usize, Kind) {
    let end = money::code_end(text, start).unwrap_or_else(|| word_end(text, start, limit));
    let address = match text.as_bytes()[..limit].get(end) {
        Some(b':') => text[end..limit].starts_with("://"),
        Some(b'.') => &text[start..end] == "www",
        Some(_) | None => false,
    };
    if address { (address_end(text, end, limit), Kind::Opaque) } else { (end, Kind::Word) }
}

/// White space outside ASCII is rare enough to be stepped over here, in a loop of its own.
fn next_after_wide_space(text: &str, at: &mut usize, limit: usize) -> Option<(usize, Kind)> {
    let rest = text.get(*at..limit)?;
    *at = limit - rest.trim_start().len();
    if *at < limit { next_token(text, at, limit) } else { None }
}

fn opens_a_decimal(bytes: &[u8], dot: usize) -> bool {
    let before = dot.checked_sub(1).map_or(b' ', |at| bytes[at]);
    bytes.get(dot + 1).is_some_and(u8::is_ascii_digit)
        && !before.is_ascii_alphanumeric()
        && before.is_ascii()
        && before != b'.'
}

/// The end of a run of letters and digits; "Qwen3.6" and "v1.2.3" are one word.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let bytes = &text.as_bytes()[..limit];
    let mut end = run_of_letters(text, start, limit);
    while end > start && is_digit(bytes, end - 1) && bytes.get(end) == Some(&b'.') && is_digit(bytes, end + 1)
    {
        end = run_of_letters(text, end + 1, limit);
    }
    end
}

fn run_of_letters(text: &str, start: usize, limit: usize) -> usize {
    let bytes = &text.as_bytes()[..limit];
    let mut end = start;
    while let Some(&byte) = bytes.get(end) {
        if IN_WORDS[byte as usize] {
            end += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            match text[end..limit].chars().next() {
                Some(c) if c.is_alphanumeric() => end += c.len_utf8(),
                Some(_) | None => break,
            }
        }
    }
    end
}

/// Letters and digits of ASCII, and the low line.
static IN_WORDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        table[byte as usize] = byte.is_ascii_alphanumeric() || byte == b'_';
        byte += 1;
    }
    table
};

fn address_end(text: &str, start: usize, limit: usize) -> usize {
    text[start..limit]
        .find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']' | '"'))
        .map_or(limit, |length| start + length)
}

/// The number that starts at `start`, or the identifier, date or time that its neighbours make of it.
fn digits(text: &str, start: usize, limit: usize) -> (usize, Kind) {
    let bytes = &text.as_bytes()[..limit];
    let whole = grouped_end(bytes, start);
    let end = if bytes.get(whole) == Some(&b'.') && is_digit(bytes, whole + 1) {
        run_end(bytes, whole + 1, u8::is_ascii_digit)
    } else {
        whole
    };
    if let Some(end) = opaque_end(bytes, start, end) {
        return (end, Kind::Opaque);
    }
    let plain = end == whole && bytes[start..end].iter().all(u8::is_ascii_digit);
    let value = if plain && end - start <= EXACT {
        Some(bytes[start..end].iter().fold(0.0, |value, digit| value * 10.0 + f64::from(digit - b'0')))
    } else {
        decimal(&bytes[start..end])
    };
    (end, value.map_or(Kind::Opaque, |value| Kind::Number(Digits { value, plain })))
}

/// The number written with these digits, commas between them left out; `None` for an identifier.
fn decimal(written: &[u8]) -> Option<f64> {
    let mut buffer = [0; LONGEST_NUMBER];
    let mut length = 0;
    for &byte in written.iter().filter(|&&byte| byte != b',') {
        *buffer.get_mut(length)? = byte;
        length += 1;
    }
    std::str::from_utf8(&buffer[..length]).ok()?.parse().ok()
}

/// The end of a run of digits, with commas between groups of three.
fn grouped_end(bytes: &[u8], start: usize) -> usize {
    let mut end = run_end(bytes, start, u8::is_ascii_digit);
    if end - start > 3 {
        return end;
    }
    while bytes.get(end) == Some(&b',')
        && (1..=3).all(|n| is_digit(bytes, end + n))
        && !is_digit(bytes, end + 4)
    {
        end += 4;
    }
    end
}

/// Where the digits from `start` to `end` belong to a date, a time, a version or the like: the end of that.
fn opaque_end(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    if bytes[start] == b'0' && is_digit(bytes, start + 1) {
        return Some(run_end(bytes, end, u8::is_ascii_alphanumeric));
    }
    let mark = *bytes.get(end)?;
    if !is_digit(bytes, end + 1) {
        return None;
    }
    let next = run_end(bytes, end + 1, u8::is_ascii_digit);
    let again = bytes.get(next) == Some(&mark) && is_digit(bytes, next + 1);
    let (first, second) = (&bytes[start..end], &bytes[end + 1..next]);
    let whole = match mark {
        b'.' | b':' => true,
        b'/' => again || (first == b"24" && second == b"7"),
        b'-' => again || is_year(first) && second.len() == 2 || second.len() == 4 && second[0] == b'0',
        _ => false,
    };
    whole.then(|| run_end(bytes, end, |&byte| byte == mark || byte.is_ascii_digit()))
}

/// True where the digits can be a year of the last or of this century.
pub(in crate::analyze) fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [b'1', b'9', _, _] | [b'2', b'0', _, _])
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

fn run_end(bytes: &[u8], start: usize, keep: impl Fn(&u8) -> bool) -> usize {
    bytes.get(start..).map_or(start, |rest| start + rest.iter().take_while(|byte| keep(byte)).count())
}
