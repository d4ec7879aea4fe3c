//! All words that mean something, those of the language and those of the taxonomy's phrases, so that a word of a text is
//! looked up once: what it can be, what can begin with it, and which word of the phrases it is.

use std::sync::LazyLock;

use super::lexicon::{self, Class};
use crate::analyze::{attribution, dates, figures, kind, status};
use crate::taxonomy::{Lexicon, lower};
use crate::text::{Dictionary, Fold, Word, WordKind};

/// What a word can be, and what can begin with it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::analyze) struct Known {
    pub(in crate::analyze) class: Class,
    /// The bits of [`Opening`].
    pub(super) openings: u16,
    /// Starts with a capital.
    pub(in crate::analyze) capital: bool,
    /// Starts with a digit.
    pub(in crate::analyze) number: bool,
    /// Which word of the taxonomy's phrases it is; see [`crate::taxonomy::Patterns::words`].
    pub(in crate::analyze) word: u32,
}

/// What can begin with a word: nearly every word begins nothing of the kind, and costs no more than this one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::analyze) enum Opening {
    /// A cue of a claim's status that is one word.
    Cue,
    /// A longer one; see [`Opening::CueSecond`].
    LongCue,
    /// The rest of a longer cue: a third of all words begin one, and few of them go on with it.
    CueSecond,
    /// A phrase of navigation and the like.
    Boilerplate,
    /// The naming of a speaker.
    Saying,
    /// A figure without a digit.
    Figure,
    /// A period without a digit.
    Period,
    /// A figure or a period in a sentence that may hold one.
    Measure,
    /// A form of "be" or "remain".
    Copula,
    /// A command, or what may stand before one, base forms of verbs aside.
    Command,
    /// The label of a byline.
    Label,
}

impl Known {
    /// Of a word in lower case that is in no class of the language.
    fn of_ending(word: &str) -> Self {
        Self { class: lexicon::by_ending(word.as_bytes()), ..Self::default() }
    }

    pub(in crate::analyze) fn opens(self, opening: Opening) -> bool {
        self.openings & opening.bit() != 0
    }
}

impl Opening {
    /// Of [`Known::openings`].
    pub(super) fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// The words, in lower case.
#[derive(Clone, Debug)]
pub(in crate::analyze) struct Vocabulary(Dictionary<Known>);

impl Vocabulary {
    /// The words of the language and of the phrases in `lexicon`.
    pub(in crate::analyze) fn new(lexicon: &Lexicon) -> Self {
        let mut all = Self::of_language().0.clone();
        for (word, number) in lexicon.patterns.words() {
            all.get_or_insert(word, || Known::of_ending(word)).word = number;
        }
        for (word, known) in all.iter_mut().filter(|(word, _)| !word.is_ascii()) {
            known.word = lexicon.patterns.word(word, Fold::of(word));
        }
        Self(all)
    }

    /// The words of the language, for what is read without a taxonomy.
    pub(in crate::analyze) fn of_language() -> &'static Self {
        &LANGUAGE
    }

    /// What is known of the `words` of `text`, which is `lower` in lower case.
    pub(super) fn all_known(&self, text: &str, lower: &str, words: &[Word]) -> Vec<Known> {
        words.iter().map(|word| self.known(text, lower, word)).collect()
    }

    fn known(&self, text: &str, lower: &str, word: &Word) -> Known {
        let letters = word.span.bytes(text);
        let listed = self.0.get(letters, word.fold).copied();
        let listed = listed.unwrap_or_else(|| self.unlisted(word, text, lower));
        let first = letters.first().copied().unwrap_or_default();
        let capital = first.is_ascii_uppercase() || first >= 0x80 && is_wide_capital(word.span.of(text));
        Known { capital, number: first.is_ascii_digit(), ..listed }
    }

    /// Of a word that is not listed just so. (Apart, so that all others pay nothing for it.)
    #[inline(never)]
    fn unlisted(&self, word: &Word, text: &str, lowered: &str) -> Known {
        let letters = word.span.bytes(lowered);
        let class = if word.kind == WordKind::Letters { lexicon::by_ending(letters) } else { Class::NONE };
        let word = if letters.is_ascii() {
            unit(word.span.of(lowered)).and_then(|unit| self.0.get(unit.as_bytes(), Fold::of(unit)))
        } else {
            // phrases are written with plain marks and in lower case
            let plain = lower(word.span.of(text));
            self.0.get(plain.as_bytes(), Fold::of(&plain))
        };
        Known { class, word: word.map_or(0, |known| known.word), ..Known::default() }
    }
}

/// The unit of a number that is written without a space: "gw" of "300gw".
fn unit(word: &str) -> Option<&str> {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    (unit.len() < word.len() && unit.len() > 1).then_some(unit)
}

#[inline(never)]
fn is_wide_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Marks that most articles have.
const MARKS: [&str; 9] = ["’", "‘", "“", "”", "—", "–", "…", "•", "·"];

static LANGUAGE: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut words = Dictionary::default();
    lexicon::each_listed(|word, class| {
        let known: &mut Known = words.get_or_insert(word, Known::default);
        known.class = known.class | class;
    });
    let mut open = |opening: Opening, openers: &mut dyn Iterator<Item = &'static str>| {
        for word in openers {
            words.get_or_insert(word, || Known::of_ending(word)).openings |= opening.bit();
        }
    };
    open(Opening::Cue, &mut status::CUES.alone());
    open(Opening::LongCue, &mut status::CUES.firsts_of_longer());
    open(Opening::CueSecond, &mut status::CUES.seconds());
    open(Opening::Boilerplate, &mut kind::boilerplate_openers());
    open(Opening::Saying, &mut attribution::openers());
    open(Opening::Figure, &mut figures::openers());
    open(Opening::Period, &mut dates::openers());
    open(Opening::Measure, &mut figures::first_words().chain(dates::first_words()));
    open(Opening::Copula, &mut status::COPULAS.into_iter());
    open(Opening::Command, &mut kind::command_openers());
    open(Opening::Label, &mut kind::byline_openers());
    for mark in MARKS {
        words.get_or_insert(mark, Known::default);
    }
    Vocabulary(words)
});
