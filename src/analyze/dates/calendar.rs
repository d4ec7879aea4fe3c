//! Years, quarters, months, weeks and days as intervals, and the day they are counted from. The calendar is jiff's; its
//! types stay in this file and its neighbours.

use jiff::ToSpan;
use jiff::civil;

use crate::corpus::Date;

/// From a first to a last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    first: civil::Date,
    last: civil::Date,
}

/// A unit of the calendar, finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
}

/// The day of writing, and how exactly it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    day: civil::Date,
    known: Unit,
}

impl Reference {
    /// `None` where the date is not in the calendar.
    pub(super) fn new(date: Date) -> Option<Self> {
        let month = date.month.unwrap_or(1).try_into().ok()?;
        let day = date.day.unwrap_or(1).try_into().ok()?;
        let known = match (date.month, date.day) {
            (Some(_), Some(_)) => Unit::Day,
            (Some(_), None) => Unit::Month,
            (None, _) => Unit::Year,
        };
        Some(Self { day: civil::Date::new(date.year, month, day).ok()?, known })
    }

    pub(super) fn year(self) -> i16 {
        self.day.year()
    }

    /// The month, 1 to 12, where it is known.
    pub(super) fn month(self) -> Option<i8> {
        self.knows(Unit::Month).then(|| self.day.month())
    }

    /// True where the day of writing is known as exactly as `unit` is long.
    pub(super) fn knows(self, unit: Unit) -> bool {
        self.known <= unit
    }

    /// The day itself.
    pub(super) fn day(self) -> Option<Interval> {
        self.knows(Unit::Day).then_some(Interval { first: self.day, last: self.day })
    }

    /// The whole unit that lies `steps` units after the one of the day of writing.
    pub(super) fn unit(self, unit: Unit, steps: i64) -> Option<Interval> {
        if !self.knows(unit) {
            return None;
        }
        around(shifted(self.day, unit, steps)?, unit)
    }

    /// From the day of writing over so many units; back where `steps` is negative.
    pub(super) fn stretch(self, unit: Unit, steps: i64) -> Option<Interval> {
        if !self.knows(unit) {
            return None;
        }
        let other = shifted(self.day, unit, steps)?;
        Some(Interval { first: self.day.min(other), last: self.day.max(other) })
    }

    /// From the start of the unit to the day of writing, or on to its end where `later`.
    pub(super) fn part(self, unit: Unit, later: bool) -> Option<Interval> {
        let whole = self.day().and_then(|_| self.unit(unit, 0))?;
        Some(if later { Interval { first: self.day, ..whole } } else { Interval { last: self.day, ..whole } })
    }

    /// The nearest day that is the `weekday`th of its week (Monday is 1): the last one, today included, or the next one.
    pub(super) fn weekday(self, weekday: i8, next: bool) -> Option<Interval> {
        self.day()?;
        let back = i64::from((self.day.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
        let day = shifted(self.day, Unit::Day, if next { 7 - back } else { -back })?;
        Some(Interval { first: day, last: day })
    }
}

impl Interval {
    /// The first day.
    pub(super) fn first(self) -> Date {
        date(self.first)
    }

    /// The last day.
    pub(super) fn last(self) -> Date {
        date(self.last)
    }

    /// From the first day of `self` to the last of `end`, where they ascend.
    pub(super) fn through(self, end: Self) -> Option<Self> {
        (self.first <= end.last).then_some(Self { first: self.first, last: end.last })
    }

    pub(super) fn early(self) -> Option<Self> {
        self.third(0)
    }

    pub(super) fn middle(self) -> Option<Self> {
        self.third(1)
    }

    pub(super) fn late(self) -> Option<Self> {
        self.third(2)
    }

    pub(super) fn first_half(self) -> Option<Self> {
        self.piece(0, 2)
    }

    pub(super) fn second_half(self) -> Option<Self> {
        self.piece(1, 2)
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of the parts that a period can have")]
    pub(super) fn start(self) -> Option<Self> {
        Some(Self { last: self.first, ..self })
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of the parts that a period can have")]
    pub(super) fn end(self) -> Option<Self> {
        Some(Self { first: self.last, ..self })
    }

    /// The third of that number, from 0.
    fn third(self, number: i64) -> Option<Self> {
        self.piece(number, 3)
    }

    /// One of `of` equal pieces: whole months where the interval has enough of them, else days.
    fn piece(self, number: i64, of: i64) -> Option<Self> {
        let after = shifted(self.last, Unit::Day, 1)?;
        let months = (i64::from(after.year()) - i64::from(self.first.year())) * 12 + i64::from(after.month())
            - i64::from(self.first.month());
        let (unit, length) = if months >= of {
            (Unit::Month, months)
        } else {
            (Unit::Day, i64::from(self.first.until(after).ok()?.get_days()))
        };
        let first = shifted(self.first, unit, number * length / of)?;
        let next = shifted(self.first, unit, (number + 1) * length / of)?;
        let last = shifted(next, Unit::Day, -1)?;
        (first <= last).then_some(Self { first, last })
    }
}

/// The calendar year.
pub(super) fn year(year: i16) -> Option<Interval> {
    let first = civil::Date::new(year, 1, 1).ok()?;
    Some(Interval { first, last: first.last_of_year() })
}

/// The month, 1 to 12.
pub(super) fn month(year: i16, month: i8) -> Option<Interval> {
    let first = civil::Date::new(year, month, 1).ok()?;
    Some(Interval { first, last: first.last_of_month() })
}

/// The quarter, 1 to 4.
pub(super) fn quarter(year: i16, quarter: i8) -> Option<Interval> {
    around(civil::Date::new(year, quarter.checked_mul(3)? - 2, 1).ok()?, Unit::Quarter)
}

/// The day, where the calendar has it.
pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Interval> {
    let day = civil::Date::new(year, month, day).ok()?;
    Some(Interval { first: day, last: day })
}

/// The ten years from `first` on.
pub(super) fn decade(first: i16) -> Option<Interval> {
    year(first)?.through(year(first.checked_add(9)?)?)
}

/// The unit that a word names.
pub(super) fn unit_named(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" => Unit::Day,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" => Unit::Year,
        "decade" | "decades" => Unit::Decade,
        _ => return None,
    })
}

/// The whole unit that holds the day.
fn around(day: civil::Date, unit: Unit) -> Option<Interval> {
    let first = match unit {
        Unit::Day => day,
        Unit::Week => shifted(day, Unit::Day, -i64::from(day.weekday().to_monday_zero_offset()))?,
        Unit::Month => day.first_of_month(),
        Unit::Quarter => civil::Date::new(day.year(), (day.month() - 1) / 3 * 3 + 1, 1).ok()?,
        Unit::Year => day.first_of_year(),
        Unit::Decade => civil::Date::new(day.year().div_euclid(10) * 10, 1, 1).ok()?,
    };
    Some(Interval { first, last: shifted(shifted(first, unit, 1)?, Unit::Day, -1)? })
}

fn shifted(day: civil::Date, unit: Unit, steps: i64) -> Option<civil::Date> {
    // more steps than this leave the calendar
    if !(-5_000_000..=5_000_000).contains(&steps) {
        return None;
    }
    let span = match unit {
        Unit::Day => 0.days().try_days(steps),
        Unit::Week => 0.days().try_weeks(steps),
        Unit::Month => 0.days().try_months(steps),
        Unit::Quarter => 0.days().try_months(steps * 3),
        Unit::Year => 0.days().try_years(steps),
        Unit::Decade => 0.days().try_years(steps * 10),
    };
    day.checked_add(span.ok()?).ok()
}

fn date(day: civil::Date) -> Date {
    Date { year: day.year(), month: u8::try_from(day.month()).ok(), day: u8::try_from(day.day()).ok() }
}
