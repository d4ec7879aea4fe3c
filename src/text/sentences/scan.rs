//! The bytes around an end mark: the run of marks with the quotes and brackets that close after it, and what comes next.

/// A run of end marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// First byte of the first mark.
    pub(super) start: usize,
    /// After the marks, closing quotes, brackets and note numbers.
    pub(super) end: usize,
    /// Dots, an ellipsis character counting as three.
    pub(super) dots: usize,
    /// Holds `!` or `?`.
    pub(super) loud: bool,
    /// Dots with spaces between them.
    pub(super) spaced: bool,
    /// No white space before the first mark.
    pub(super) attached: bool,
}

/// What comes after an end mark.
#[derive(Clone, Copy, Debug)]
pub(super) enum Next<'t> {
    /// The text ends.
    End,
    /// A lower-case word: the sentence goes on.
    Lower,
    /// A mark that carries a sentence on: dash, arrow, comma.
    Mark,
    /// A mark that may open a sentence: currency, `#`, `@`, a bullet, an emoji.
    Symbol,
    /// A word that starts with a capital, a digit or a letter without case.
    Word {
        /// Letters and digits only.
        word: &'t str,
        /// Where a `(` stands directly before the word.
        aside: Option<usize>,
    },
}

/// The first end mark or round bracket from `at` on. Linear; every byte is looked at once.
pub(super) fn find_stop(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut from = at;
    loop {
        let found = from + first_stop(bytes.get(from..)?)?;
        if bytes[found] < 0x80 || text[found..].starts_with('…') {
            return Some(found);
        }
        from = found + 3;
    }
}

/// The first byte that may be a stop. Few are: they are looked through in strides that need no branch.
fn first_stop(bytes: &[u8]) -> Option<usize> {
    let (strides, _) = bytes.as_chunks::<16>();
    let holds_none = |stride: &&[u8; 16]| !stride.iter().fold(false, |any, &byte| any | may_stop(byte));
    let passed = 16 * strides.iter().take_while(holds_none).count();
    bytes[passed..].iter().position(|&byte| may_stop(byte)).map(|ahead| passed + ahead)
}

#[expect(clippy::needless_bitwise_bool, reason = "no branch, so that strides are looked through at once")]
/// `. ! ? ( )` and the first byte of `…`.
fn may_stop(byte: u8) -> bool {
    (byte == b'.') | (byte == b'!') | (byte == b'?') | (byte == b'(') | (byte == b')') | (byte == 0xE2)
}

/// Reads the run of marks that starts at `start`, where an end mark stands.
pub(super) fn read_mark(text: &str, start: usize) -> Mark {
    let attached = start > 0 && !text[..start].ends_with(char::is_whitespace);
    let mut mark = Mark { start, end: start, dots: 0, loud: false, spaced: false, attached };
    while let Some(length) = end_mark(&text[mark.end..], &mut mark) {
        mark.end += length;
    }
    if !mark.loud {
        while is_spaced_dot(&text.as_bytes()[mark.end..]) {
            mark.dots += 1;
            mark.spaced = true;
            mark.end += 2;
        }
    }
    mark.end += closing(&text[mark.end..]);
    mark
}

fn end_mark(rest: &str, mark: &mut Mark) -> Option<usize> {
    match rest.as_bytes().first()? {
        b'.' => mark.dots += 1,
        b'!' | b'?' => mark.loud = true,
        _ if rest.starts_with('…') => {
            mark.dots += 3;
            return Some('…'.len_utf8());
        }
        _ => return None,
    }
    Some(1)
}

/// ` .` with nothing after it that would make it a word: `.NET`, `.5`.
fn is_spaced_dot(rest: &[u8]) -> bool {
    rest.starts_with(b" .") && rest.get(2).is_none_or(|byte| !byte.is_ascii_alphanumeric())
}

/// The length of closing quotes and brackets and of note numbers such as `[12]`.
fn closing(rest: &str) -> usize {
    let mut length = 0;
    for c in rest.chars() {
        match c {
            '"' | '\'' | '”' | '’' | ')' | ']' | '}' | '»' | '\u{FE0F}' => length += c.len_utf8(),
            '[' => return length + note(&rest[length..]),
            _ => break,
        }
    }
    length
}

fn note(rest: &str) -> usize {
    let inner = rest[1..].trim_start_matches('^');
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let closes = digits > 0 && digits <= 4 && inner.as_bytes().get(digits) == Some(&b']');
    if closes { rest.len() - inner.len() + digits + 1 } else { 0 }
}

/// What stands after `at`; `None` where no white space follows, so that nothing ends there.
pub(super) fn next_after(text: &str, at: usize) -> Option<Next<'_>> {
    let rest = &text[at..];
    let trimmed = rest.trim_start();
    if trimmed.is_empty() {
        return Some(Next::End);
    }
    if trimmed.len() == rest.len() {
        return None;
    }
    let mut aside = None;
    let mut start = text.len() - trimmed.len();
    for c in trimmed.chars().take(4) {
        if !matches!(c, '"' | '\'' | '“' | '‘' | '(' | '[' | '{' | '«' | '*' | '_' | '`') {
            break;
        }
        if c == '(' {
            aside = Some(start);
        }
        start += c.len_utf8();
    }
    Some(classify(&text[start..], aside))
}

fn classify(rest: &str, aside: Option<usize>) -> Next<'_> {
    let Some(first) = rest.chars().next() else { return Next::Symbol };
    if first.is_alphanumeric() {
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        return if first.is_lowercase() && !is_mixed(word) {
            Next::Lower
        } else {
            Next::Word { word, aside }
        };
    }
    match first {
        '—' | '–' | '-' | '→' | '←' | ',' | ';' | ':' | '&' | '+' | '=' | '/' | '|' | ')' | ']' | '.'
        | '…' => Next::Mark,
        _ => Next::Symbol,
    }
}

/// A name that starts small: xAI, iPhone.
fn is_mixed(word: &str) -> bool {
    word.chars().take(12).any(char::is_uppercase)
}
