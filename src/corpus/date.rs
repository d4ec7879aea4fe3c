//! Dates as front matter and file names write them, checked against the calendar.

use jiff::civil;

use super::Date;
use crate::text::month_named;

/// Reads a full date (`2025-03-04`, `2025/03/04`, `20250304`, `March 4, 2025`, `4 March 2025`), with or without a time
/// behind it, a month (`2025-03`, `March 2025`) or a year. `None` where it is none of these or not on the calendar.
pub(super) fn parse(text: &str) -> Option<Date> {
    let text = text.trim();
    numbers(text).or_else(|| named_month(text))
}

/// The first full date in a file's name: `2025-03-04`, `2025_03_04` or `20250304`, from 1900 to 2099, no digit beside it.
/// Two-digit years are left alone: `26-07-28` could be read three ways.
pub(super) fn in_file_name(name: &str) -> Option<Date> {
    let bytes = name.as_bytes();
    for (start, _) in name.char_indices() {
        let digit_before = start > 0 && bytes[start - 1].is_ascii_digit();
        let century = bytes[start..].starts_with(b"19") || bytes[start..].starts_with(b"20");
        if digit_before || !century {
            continue;
        }
        let rest = &name[start..];
        for (length, marks) in [(10, "-_."), (8, "")] {
            let Some(found) = rest.get(..length) else { continue };
            let digit_after = rest.as_bytes().get(length).is_some_and(u8::is_ascii_digit);
            let mark = found.as_bytes()[4];
            let marked = marks.is_empty() || marks.as_bytes().contains(&mark) && found.as_bytes()[7] == mark;
            if !digit_after && marked {
                let plain: String = found.chars().filter(char::is_ascii_digit).collect();
                if plain.len() == 8
                    && let Some(date) = eight_digits(&plain)
                {
                    return Some(date);
                }
            }
        }
    }
    None
}

fn numbers(text: &str) -> Option<Date> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '/').unwrap_or(text.len());
    let (date, time) = text.split_at(end);
    if !(time.is_empty() || time.starts_with(['T', 't', ' ', '_'])) {
        return None;
    }
    let parts: Vec<&str> = date.split(['-', '/']).collect();
    if parts[0].len() == 8 && parts.len() == 1 {
        return eight_digits(date);
    }
    if parts[0].len() != 4 || parts[1..].iter().any(|part| part.len() > 2) {
        return None;
    }
    match parts[..] {
        [year, month, day] => checked(year.parse().ok()?, Some(month.parse().ok()?), Some(day.parse().ok()?)),
        [year, month] if time.is_empty() => checked(year.parse().ok()?, Some(month.parse().ok()?), None),
        [year] if time.is_empty() => checked(year.parse().ok()?, None, None),
        _ => None,
    }
}

fn eight_digits(digits: &str) -> Option<Date> {
    let part = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    checked(part(0, 4)?, Some(i8::try_from(part(4, 6)?).ok()?), Some(i8::try_from(part(6, 8)?).ok()?))
}

/// `March 4, 2025`, `4 March 2025`, `Mar 2025`, a weekday, an ordinal's ending or a time behind it allowed, as in the mail's
/// form of a date.
fn named_month(text: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    let words = text.split([' ', ',', '.']).filter(|word| !word.is_empty());
    // a time ends it: "Tue, 4 Mar 2025 21:01:43 +0000"
    for word in words.take_while(|word| !word.contains(':')).take(5) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if digits.is_empty() {
            month = month.or_else(|| month_named(word));
        } else if digits.len() == 4 && digits.len() == word.len() {
            year = year.or(digits.parse().ok());
        } else if digits.len() <= 2 {
            day = day.or(digits.parse().ok());
        } else {
            return None;
        }
    }
    checked(year?, Some(month?), day)
}

fn checked(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Date> {
    let date =
        civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok().filter(|date| date.year() > 0)?;
    Some(Date {
        year,
        month: month.map(|_| date.month().unsigned_abs()),
        day: day.map(|_| date.day().unsigned_abs()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Option<String> {
        parse(text).map(|date| date.to_string())
    }

    #[test]
    fn full_dates_months_and_years_are_read() {
        for text in [
            "2025-03-04",
            "2025/3/4",
            "20250304",
            "2025-03-04T10:00:00Z",
            "2025-03-04 10:00",
            "Tue, March 4th, 2025",
            "4 Mar 2025",
            "Tue, 04 Mar 2025 21:01:43 +0000 (UTC)",
        ] {
            assert_eq!(read(text).as_deref(), Some("2025-03-04"), "{text}");
        }
        assert_eq!(read("2025-03").as_deref(), Some("2025-03"));
        assert_eq!(read("Sept. 2025").as_deref(), Some("2025-09"));
        assert_eq!(read("2025").as_deref(), Some("2025"));
    }

    #[test]
    fn days_that_never_were_are_no_dates() {
        for text in
            ["2025-02-30", "2025-13", "0000", "2025-13-40", "soon", "", "25-03-04", "-", "2025-", "March"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn file_names_give_only_dates_that_can_be_read_one_way() {
        let read = |name| in_file_name(name).map(|date| date.to_string());
        assert_eq!(read("2025-03-04-meta.md").as_deref(), Some("2025-03-04"));
        assert_eq!(read("notes_20250304.md").as_deref(), Some("2025-03-04"));
        assert_eq!(read("26-07-28-not-much.md"), None);
        assert_eq!(read("120250304.md"), None);
        assert_eq!(read("2025-13-04.md"), None);
        assert_eq!(read("é2025_03_04é.md").as_deref(), Some("2025-03-04"));
    }
}
