//! Numbers in digits or words, with their magnitude. What they are numbers of is for the readers above.

use super::line::Line;

/// A number as read from the tokens; its value is `mantissa * magnitude`.
#[derive(Clone, Copy, Debug)]
pub(in crate::analyze) struct Number {
    pub(in crate::analyze) mantissa: f64,
    /// 1 where no magnitude is written.
    pub(in crate::analyze) magnitude: f64,
    /// How it is written.
    pub(in crate::analyze) form: Form,
    /// A "+" follows the digits or the magnitude.
    pub(in crate::analyze) plus: bool,
    /// One past its last token.
    pub(in crate::analyze) end: usize,
}

impl Number {
    /// True where a magnitude is written.
    pub(in crate::analyze) fn is_magnified(&self) -> bool {
        self.magnitude > 1.0
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analyze) enum Form {
    /// Digits only, with nothing that a name could not hold: "32".
    Plain,
    /// Digits with commas, a decimal point or a plus: "1,300", "1.5".
    Digits,
    /// Digits with a letter for the magnitude: "7B", "600K".
    Suffixed,
    /// Digits with a letter that is a magnitude in sums of money, else a unit or a size: "7b", "5m".
    LooselySuffixed,
    /// Digits and a magnitude word: "1.3 million".
    Magnitude,
    /// Words: "twenty", "one million".
    Words,
    /// An article and a magnitude, "a million", or half or a quarter of one.
    Article,
}

/// The number that starts at `at`; letters for magnitudes may stand apart only in sums of `money`.
pub(in crate::analyze) fn read(line: &Line<'_>, at: usize, money: bool) -> Option<Number> {
    if let Some(digits) = line.digits(at) {
        let form = if digits.plain { Form::Plain } else { Form::Digits };
        let bare = Number { mantissa: digits.value, magnitude: 1.0, form, plus: false, end: at + 1 };
        return Some(magnified(line, bare, money));
    }
    fraction_of_magnitude(line, at).or_else(|| in_words(line, at))
}

/// The value of a magnitude word.
pub(in crate::analyze) fn magnitude(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" => 1e5,
        "million" => 1e6,
        "crore" => 1e7,
        "billion" => 1e9,
        "trillion" => 1e12,
        "quadrillion" => 1e15,
        _ => return None,
    })
}

/// The value of a number word below a hundred.
pub(in crate::analyze) fn small(word: &str) -> Option<f64> {
    Some(match word {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// The magnitude that a letter or two written against the digits stand for, and whether only money is written so.
fn suffix(letters: &str) -> Option<(f64, Form)> {
    Some(match letters {
        "k" | "K" => (1e3, Form::Suffixed),
        "M" | "mn" | "Mn" | "mln" | "MM" => (1e6, Form::Suffixed),
        "B" | "bn" | "Bn" | "BN" | "bln" => (1e9, Form::Suffixed),
        "T" | "tn" | "Tn" | "trn" => (1e12, Form::Suffixed),
        "m" => (1e6, Form::LooselySuffixed),
        "b" => (1e9, Form::LooselySuffixed),
        "t" => (1e12, Form::LooselySuffixed),
        _ => return None,
    })
}

fn magnified(line: &Line<'_>, mut number: Number, money: bool) -> Number {
    step_over_plus(line, &mut number);
    let at = number.end;
    let raw = line.raw(at);
    let apart = !line.glued(at);
    let speed = raw == "t" && line.mark(at + 1) == Some('/');
    if let Some((magnitude, form)) = suffix(raw).filter(|_| !speed)
        && (!apart || money || matches!(raw, "bn" | "mn" | "mln" | "tn"))
    {
        number = Number { magnitude, form, end: at + 1, ..number };
        step_over_plus(line, &mut number);
        return number;
    }
    let word_at = if line.hyphen(at) { at + 1 } else { at };
    let word = line.word(word_at);
    if let Some(magnitude) = magnitude(word.strip_suffix('s').unwrap_or(word)) {
        let mut end = word_at + 1;
        let mut value = magnitude;
        // "5 hundred thousand"
        if let Some(more) = self::magnitude(line.word(end)).filter(|&more| more > magnitude) {
            value *= more;
            end += 1;
        }
        number = Number { magnitude: value, form: Form::Magnitude, end, ..number };
        step_over_plus(line, &mut number);
    }
    number
}

fn step_over_plus(line: &Line<'_>, number: &mut Number) {
    let at = number.end;
    if line.mark(at) == Some('+') && line.glued(at) && !(line.glued(at + 1) && line.digits(at + 1).is_some())
    {
        number.plus = true;
        number.end += 1;
        if number.form == Form::Plain {
            number.form = Form::Digits;
        }
    }
}

/// "a million", "half a billion", "a half million", "quarter million", "three quarters billion".
fn fraction_of_magnitude(line: &Line<'_>, at: usize) -> Option<Number> {
    let (mantissa, mut next) = match line.word(at) {
        "a" | "an" if matches!(line.word(at + 1), "half" | "quarter") => {
            (fraction(line.word(at + 1))?, at + 2)
        }
        "a" | "an" => (1.0, at + 1),
        word @ ("half" | "quarter") => (fraction(word)?, at + 1),
        "three" if line.word(at + 1) == "quarters" => (0.75, at + 2),
        "three" if line.hyphen(at + 1) && line.word(at + 2) == "quarters" => (0.75, at + 3),
        _ => return None,
    };
    if mantissa < 1.0 {
        next += usize::from(line.hyphen(next));
        next += usize::from(line.word(next) == "of");
        next += usize::from(matches!(line.word(next), "a" | "an"));
        next += usize::from(line.hyphen(next));
    }
    let magnitude = magnitude(line.word(next))?;
    // "a million" of what follows; "a hundred thousand"
    let more = self::magnitude(line.word(next + 1)).filter(|&more| more > magnitude);
    let end = next + 1 + usize::from(more.is_some());
    Some(Number {
        mantissa,
        magnitude: magnitude * more.unwrap_or(1.0),
        form: Form::Article,
        plus: false,
        end,
    })
}

fn fraction(word: &str) -> Option<f64> {
    match word {
        "half" => Some(0.5),
        "quarter" => Some(0.25),
        _ => None,
    }
}

/// "forty-five", "two hundred thousand", "one million two hundred", "two and a half".
fn in_words(line: &Line<'_>, at: usize) -> Option<Number> {
    let (mut total, mut current) = (0.0, small(line.word(at))?);
    let mut end = at + 1;
    let mut last = 1.0;
    let mut smallest = f64::INFINITY;
    loop {
        let (word, next) = following_word(line, end);
        if let Some(value) = small(word).filter(|&value| fits_under(current, value)) {
            current += value;
            end = next;
            last = 1.0;
        } else if word == "hundred" && current > 0.0 && current < 100.0 {
            current *= 100.0;
            end = next;
            last = 100.0;
        } else if let Some(value) =
            magnitude(word).filter(|&value| word != "hundred" && value < smallest && current > 0.0)
        {
            total += current * value;
            current = 0.0;
            (end, last, smallest) = (next, value, value);
        } else if line.word(end) == "and" && line.word(end + 1) == "a" && line.word(end + 2) == "half" {
            current += 0.5;
            end += 3;
        } else if line.word(end) == "and"
            && last > 1.0
            && small(line.word(end + 1)).is_some_and(|value| fits_under(current, value))
        {
            end += 1;
        } else {
            break;
        }
    }
    let value = total + current;
    Some(Number { mantissa: value / last, magnitude: last, form: Form::Words, plus: false, end })
}

/// The word at `at`, or behind the hyphen at `at`, and the token after it.
fn following_word<'l>(line: &'l Line<'_>, at: usize) -> (&'l str, usize) {
    if line.hyphen(at) { (line.word(at + 1), at + 2) } else { (line.word(at), at + 1) }
}

/// True where `value` may be added to what was read so far: five to forty, forty-five to two hundred.
fn fits_under(current: f64, value: f64) -> bool {
    let rest = current % 100.0;
    let open = current == 0.0 || current >= 100.0 && rest == 0.0;
    open || rest >= 20.0 && rest % 10.0 == 0.0 && (1.0..10.0).contains(&value)
}
