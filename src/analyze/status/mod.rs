//! How a claim stands: actual, planned or speculative. Cues in the words give points for or against; a claim is actual
//! until the points for another status outweigh that. What the words are about plays no part.

mod cues;

use super::Status;
use super::wording::{Class, Opening, Wording};
use crate::corpus::{BlockKind, Document};
use crate::text::words;
pub(super) use cues::PHRASES as CUES;

/// What a claim's place says of its status.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'d> {
    /// The kind of block it stands in.
    pub(super) block: BlockKind,
    /// The text of the header row above a row.
    pub(super) header: Option<&'d str>,
    /// The document's year, if known: later years are the future.
    pub(super) year: Option<i16>,
}

impl<'d> Setting<'d> {
    /// Of the block at `block`.
    pub(super) fn of(document: &'d Document, block: usize) -> Self {
        let (at, year) = (&document.blocks[block], document.front_matter.date.map(|date| date.year));
        let header =
            at.lead_in.filter(|_| at.kind == BlockKind::Row).and_then(|header| document.blocks.get(header));
        let header = header.map(|header| header.text.as_str()).filter(|text| text.len() <= LONGEST_HEADER);
        Self { block: at.kind, header, year }
    }

    /// More of the header's years lie ahead than behind.
    fn looks_ahead(self) -> bool {
        let year = self.year.unwrap_or(YEAR);
        let header = self.header.unwrap_or("");
        let years = |after| words(header).filter(|word| is_after(word.span.of(header), after)).count();
        let ahead = years(year);
        ahead > 0 && 2 * ahead > years(FIRST_YEAR)
    }
}

/// The status that the words of one sentence give it.
pub(super) fn status(wording: &Wording<'_>, setting: Setting<'_>) -> Status {
    let Setting { block, year, .. } = setting;
    let mut points = BASE;
    let mut hits = [0_u8; cues::COUNT];
    for (_, _, (cue, said)) in CUES.all(wording, wording.cue_openings(&CUES)) {
        if hits[cue] < cues::MOST_HITS {
            hits[cue] += 1;
            points.add(said, 1);
        }
    }
    let mut shape = Shape::of(wording, year.unwrap_or(YEAR));
    shape.future = shape.future || setting.looks_ahead();
    points.add_shape(&shape, block == BlockKind::Row);
    points.add_if(POINTS_BACK, points_back(wording));
    points.add_if(ITEM, block == BlockKind::Item);
    points.add_if(ROW, block == BlockKind::Row);
    points.add_if(ROW_AHEAD, block == BlockKind::Row && shape.future);
    points.verdict()
}

/// What speaks for a status beside its words.
#[derive(Debug, Default)]
struct Shape {
    words: usize,
    capitals: i32,
    numbers: i32,
    /// Says what something is, without a number.
    judges: bool,
    /// Names a year to come.
    future: bool,
    /// "Acme will build", "Acme is to build".
    intends: Option<Points>,
    /// Ends where a quotation does.
    quotes: bool,
    subject: Subject,
}

/// How the first finite verb stands to the word before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Subject {
    /// No finite verb.
    #[default]
    None,
    /// A name did it: "Acme built".
    NameDid,
    /// A name does it: "Acme builds".
    NameDoes,
    /// A name is something: "Acme is".
    NameIs,
    /// Something else, in the past.
    OtherDid,
    /// Something else, now.
    Other,
}

impl Shape {
    fn of(wording: &Wording<'_>, year: i16) -> Self {
        let mut shape = Self { words: wording.word_count(), ..Self::default() };
        for (at, known) in wording.each_known() {
            shape.capitals += i32::from(at > 0 && known.capital);
            if known.number {
                shape.numbers += 1;
                shape.future |= is_after(wording.lower(at), year);
            } else if known.class.has(Class::FINITE) && shape.intends.is_none() {
                shape.intends = intends(wording, at);
            }
        }
        let copula = || wording.openings(Opening::Copula).any(|at| is_copula(wording, at));
        shape.judges = shape.numbers == 0 && copula();
        shape.quotes = wording.text.trim_end().ends_with(['"', '”']);
        shape.subject = wording.verb.map_or(Subject::None, |verb| subject(wording, verb));
        shape
    }
}

fn subject(wording: &Wording<'_>, verb: usize) -> Subject {
    let named = verb.checked_sub(1).is_some_and(|before| is_name(wording, before));
    let past =
        wording.class(verb).has(Class::PAST) || matches!(wording.lower(verb), "was" | "were" | "had" | "did");
    match (named, past) {
        (true, true) => Subject::NameDid,
        (true, false) if is_copula(wording, verb) => Subject::NameIs,
        (true, false) if wording.class(verb).has(Class::THIRD) => Subject::NameDoes,
        (false, true) => Subject::OtherDid,
        (true | false, false) => Subject::Other,
    }
}

/// A word with a capital that does not owe it to its place alone.
fn is_name(wording: &Wording<'_>, at: usize) -> bool {
    wording.is_capital(at) && (at > 0 || wording.class(at) == Class::NONE)
}

/// "Acme will build", "it is to build": somebody does what is to come; its finite verb stands at `at`.
fn intends(wording: &Wording<'_>, at: usize) -> Option<Points> {
    let (will, is) = (wording.lower(at) == "will", matches!(wording.lower(at), "is" | "are"));
    if !will && !is {
        return None;
    }
    let before = at.checked_sub(1)?;
    let somebody = is_name(wording, before)
        || matches!(wording.lower(before), "it" | "they" | "he" | "she" | "company" | "companies" | "lab");
    let is_to = is && wording.lower(at + 1) == "to" && wording.class(at + 2).has(Class::BASE);
    if !somebody {
        None
    } else if is_to {
        Some(IS_TO)
    } else {
        (will && wording.class(at + 1).has(Class::BASE)).then_some(WILL)
    }
}

/// "This …", "Those …": comments on what was said.
fn points_back(wording: &Wording<'_>) -> bool {
    let first = wording.first_word().unwrap_or(0);
    matches!(wording.lower(first), "this" | "these" | "that" | "such" | "those")
}

/// Words that may be a copula.
pub(super) const COPULAS: [&str; 11] =
    ["is", "are", "was", "were", "isn", "aren", "wasn", "weren", "remains", "remain", "s"];

/// A form of "be", one of [`COPULAS`], that says what something is, not what is done.
fn is_copula(wording: &Wording<'_>, at: usize) -> bool {
    if !wording.class(at).any(Class::FINITE | Class::CONTRACTED | Class::BASE | Class::THIRD) {
        return false;
    }
    let word = wording.lower(at);
    let form = word != "s";
    let short = !form
        && at >= 2
        && wording.class(at).has(Class::CONTRACTED)
        && matches!(wording.lower(at - 2), "it" | "that" | "there" | "what" | "here");
    let after = if wording.class(at + 1).has(Class::ADVERB) { at + 2 } else { at + 1 };
    let done = wording.class(after).has(Class::PARTICIPLE) || wording.lower(after).ends_with("ing");
    (form || short) && !done
}

/// A year after `year`, or a coming decade.
fn is_after(word: &str, year: i16) -> bool {
    let digits = word.strip_suffix('s').unwrap_or(word);
    let later = |found: i16| found > year && found <= LAST_YEAR;
    word.starts_with("20") && digits.len() == 4 && digits.parse().is_ok_and(later)
}

/// Points for each status that is not actual, in tenths of the odds' logarithm: a claim is actual where neither is
/// above zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Points {
    speculative: i32,
    planned: i32,
}

impl Points {
    fn add(&mut self, points: Self, times: i32) {
        self.speculative += points.speculative * times;
        self.planned += points.planned * times;
    }

    fn add_if(&mut self, points: Self, holds: bool) {
        self.add(points, i32::from(holds));
    }

    fn add_shape(&mut self, shape: &Shape, row: bool) {
        let capitals = shape.capitals.min(MOST_CAPITALS) / CAPITALS_A_STEP;
        self.add(CAPITALS, capitals);
        self.add(NUMBER, if row { 0 } else { shape.numbers.min(MOST_NUMBERS) });
        self.add_if(JUDGED, shape.judges);
        self.add_if(SHORT, shape.words <= SHORT_CLAIM);
        self.add_if(LONG, shape.words > LONG_CLAIM);
        self.add_if(FUTURE_YEAR, shape.future);
        self.add_if(QUOTED, shape.quotes);
        self.add(shape.intends.unwrap_or_default(), 1);
        let timeless = match shape.subject {
            Subject::None | Subject::OtherDid => false,
            Subject::NameDid => {
                self.add(NAME_DID, 1);
                false
            }
            Subject::NameDoes => {
                self.add(NAME_DOES, 1);
                true
            }
            Subject::NameIs => {
                self.add(NAME_IS, 1);
                true
            }
            Subject::Other => true,
        };
        self.add_if(TIMELESS, timeless && shape.numbers == 0);
    }

    fn verdict(self) -> Status {
        if self.speculative <= 0 && self.planned <= 0 {
            Status::Actual
        } else if self.speculative >= self.planned {
            Status::Speculative
        } else {
            Status::Planned
        }
    }
}

/// Most claims are actual, few are planned.
const BASE: Points = Points { speculative: -10, planned: -25 };
/// "It is a …" without a number.
const JUDGED: Points = Points { speculative: 5, planned: -2 };
/// Few words leave little room for facts.
const SHORT: Points = Points { speculative: 4, planned: 4 };
/// Many words hold many facts.
const LONG: Points = Points { speculative: -8, planned: 2 };
/// A year to come.
const FUTURE_YEAR: Points = Points { speculative: 16, planned: 16 };
/// "This …" comments on what was said.
const POINTS_BACK: Points = Points { speculative: 8, planned: 5 };
/// For every few capitals: names are facts.
const CAPITALS: Points = Points { speculative: -6, planned: -1 };
/// For each number.
const NUMBER: Points = Points { speculative: -3, planned: 0 };
/// An item of a list.
const ITEM: Points = Points { speculative: -4, planned: 1 };
/// A row of a table.
const ROW: Points = Points { speculative: -14, planned: 1 };
/// A row that looks ahead.
const ROW_AHEAD: Points = Points { speculative: 11, planned: 17 };
/// Who is quoted at length has an opinion.
const QUOTED: Points = Points { speculative: 10, planned: -2 };
/// "Acme will build …".
const WILL: Points = Points { speculative: 7, planned: 26 };
/// "Acme is to build …".
const IS_TO: Points = Points { speculative: 3, planned: 36 };
/// "Acme built …".
const NAME_DID: Points = Points { speculative: -5, planned: 6 };
/// "Acme builds …".
const NAME_DOES: Points = Points { speculative: -6, planned: 0 };
/// "Acme is …".
const NAME_IS: Points = Points { speculative: -6, planned: 1 };
/// In the present and without a number: holds at all times, if at all.
const TIMELESS: Points = Points { speculative: 6, planned: 4 };

const CAPITALS_A_STEP: i32 = 4;
const MOST_CAPITALS: i32 = 12;
const MOST_NUMBERS: i32 = 4;
/// Words of the longest short claim.
const SHORT_CLAIM: usize = 8;
/// Words of the longest claim that is not long.
const LONG_CLAIM: usize = 25;
/// Bytes of the longest header row that is read: the rows share it, and each reads it again.
const LONGEST_HEADER: usize = 400;
/// Years up to this one are past where a document has no date.
const YEAR: i16 = 2025;
/// Years after this one are counted.
const FIRST_YEAR: i16 = 1999;
/// Numbers beyond this one are no years that anyone plans for.
const LAST_YEAR: i16 = 2060;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::wording::Cut;

    #[track_caller]
    fn assert_status(want: Status, sentences: &[&str]) {
        for sentence in sentences {
            let setting = Setting { block: BlockKind::Paragraph, header: None, year: Some(2025) };
            assert_eq!(status(&Cut::of_language(sentence).whole(), setting), want, "{sentence}");
        }
    }

    #[test]
    fn what_happened_is_actual() {
        assert_status(
            Status::Actual,
            &[
                "Acme signed a lease with Widget in March 2024.",
                "Acme bought 40,000 chips from Widget (its supplier) for $2 billion.",
                "The site has 12 halls.",
                "The plant was closed by its owner.",
                "Acme sells capacity to Widget.",
                "Acme's model is open source.",
                "Widget is open source.",
                "Widget is available only through an interface of its maker.",
                "Acme rents servers.",
                "Acme is building a hall in Ohio.",
            ],
        );
    }

    #[test]
    fn what_is_intended_is_planned() {
        assert_status(
            Status::Planned,
            &[
                "Acme plans to build three sites in Ohio.",
                "Widget aims to open the plant by 2029.",
                "Acme announced it will invest $4 billion.",
                "Acme is in talks with Widget to sell its plant.",
                "Acme wants more than two million chips running by year-end.",
                "Acme is to invest $90 billion in Widget.",
                "The Gazette reported that Acme plans to rent servers.",
                "Acme will buy power from Widget.",
                "It will sell the spare capacity to others.",
                "Acme has agreed to spend $3 billion on chips.",
            ],
        );
    }

    #[test]
    fn judgements_forecasts_and_conditions_are_speculative() {
        assert_status(
            Status::Speculative,
            &[
                "This could become a serious threat to the grid.",
                "If demand slows, the strategy fails.",
                "It was a disaster.",
                "The move signals a fundamental shift in the industry.",
                "Critics argue that the bet is absurd.",
                "Prices are projected to double.",
                "Power, not land, is the real bottleneck.",
                "The numbers do not add up.",
                "That is why the cheapest power wins.",
                "Nobody knows whether the demand is real.",
                "Acme may rent out its spare halls.",
            ],
        );
    }

    #[test]
    fn years_after_the_document_lie_ahead() {
        let of = |text: &str, header, year| {
            status(
                &Cut::of_language(text).whole(),
                Setting { block: BlockKind::Row, header, year: Some(year) },
            )
        };
        assert_eq!(of("Third hall | 2 GW | 2027", None, 2028), Status::Actual);
        assert_ne!(of("Third hall | 2 GW | 2027", None, 2025), Status::Actual);
        assert_ne!(of("Third hall | 2 GW", Some("Hall | 2027"), 2025), Status::Actual);
    }
}
