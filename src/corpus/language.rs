//! Whether a text is plainly not English. A guess at no other language: what is short or mixed counts as English.

use std::sync::LazyLock;

use super::{Block, BlockKind};
use crate::text::{Dictionary, Fold, WordKind, words};

/// Words looked at, at most.
const MOST: usize = 2000;
/// Fewer words, or letters of another script, say little: see [`Count::says_another`].
const ENOUGH: usize = 40;
/// Fewer words, or letters of another script, say nothing.
const FEWEST: usize = 6;
/// English prose has a share of common words of a quarter, terse lists one of a tenth, tables of figures next to none;
/// other languages, where some of the words are words too, have hardly one in thirty.
const LEAST_SHARE: f64 = 0.05;
/// Little English is another language only where that language shows: in this share of its own common words, …
const OTHER_SHARE: f64 = 0.06;
/// … or of letters with accents, for the languages whose words are not listed.
const ACCENTS: f64 = 0.02;
/// In a few words another language shows only in this share of its common words.
const OTHER_SHARE_OF_FEW: f64 = 0.08;
/// Another script shows in this share of the letters; names keep the Latin one.
const OTHER_SCRIPT: f64 = 0.2;
/// After every so many words a share of English this high leaves no doubt, and the rest need not be read.
const SURE: (usize, f64) = (64, 0.1);

/// False where the blocks' text is plainly in another language.
pub(super) fn is_english(blocks: &[Block]) -> bool {
    let mut count = Count::default();
    for block in blocks.iter().filter(|block| block.kind != BlockKind::Code) {
        let text = block.text.as_str();
        for word in words(text).filter(|word| word.kind == WordKind::Letters) {
            count.add(word.span.of(text), word.fold);
            if count.words == MOST || count.words % SURE.0 == 0 && count.share() >= SURE.1 {
                return count.says_english();
            }
        }
    }
    count.says_english()
}

/// Words and letters so far.
#[derive(Default)]
struct Count {
    words: usize,
    english: usize,
    other: usize,
    letters: usize,
    /// Letters of the Latin alphabet, with accents and without.
    latin: usize,
    accented: usize,
}

impl Count {
    fn add(&mut self, word: &str, fold: Fold) {
        self.words += 1;
        match LISTED.get(word.as_bytes(), fold) {
            Some(Listed::English) => self.english += 1,
            // "El Paso" and "Las Vegas" are names.
            Some(Listed::Other) => self.other += usize::from(word.starts_with(char::is_lowercase)),
            None => {}
        }
        if word.is_ascii() {
            self.letters += word.len();
            self.latin += word.len();
            return;
        }
        for character in word.chars().filter(|character| character.is_alphabetic()) {
            self.letters += 1;
            self.latin += usize::from(character < '\u{250}');
            self.accented += usize::from(!character.is_ascii() && character < '\u{250}');
        }
    }

    fn share(&self) -> f64 {
        self.english as f64 / self.words.max(1) as f64
    }

    fn says_english(&self) -> bool {
        // Chinese and Japanese have no spaces, so few words: their letters decide.
        if self.letters >= ENOUGH && self.latin * 2 < self.letters {
            return false;
        }
        if self.words < ENOUGH {
            return !self.says_another();
        }
        let other = self.other as f64 >= self.words as f64 * OTHER_SHARE
            || self.accented as f64 >= self.letters as f64 * ACCENTS;
        self.share() >= LEAST_SHARE || !other
    }

    /// True where a few words are plainly of another language: hardly any is common in English, and the script, or the common
    /// words and the accents, are another's.
    fn says_another(&self) -> bool {
        let foreign = self.letters - self.latin;
        let script = foreign >= FEWEST && foreign as f64 >= self.letters as f64 * OTHER_SCRIPT;
        let common = self.other >= 2 && self.other as f64 >= self.words as f64 * OTHER_SHARE_OF_FEW;
        let accents =
            self.other + self.accented >= 3 && self.accented as f64 >= self.letters as f64 * ACCENTS;
        let shows = script || self.words >= FEWEST && (common || accents);
        shows && self.share() < LEAST_SHARE
    }
}

enum Listed {
    English,
    Other,
}

static LISTED: LazyLock<Dictionary<Listed>> = LazyLock::new(|| {
    let mut listed = Dictionary::default();
    for word in ENGLISH {
        listed.get_or_insert(word, || Listed::English);
    }
    for word in OTHERS {
        listed.get_or_insert(word, || Listed::Other);
    }
    listed
});

/// Common English words that are rare or no words in the languages written with the same letters: "of" and "is" are
/// Dutch, "at" is Danish, "in" and "a" are nearly everybody's.
const ENGLISH: [&str; 29] = [
    "the", "and", "to", "that", "with", "for", "are", "by", "from", "this", "it", "its", "which", "have",
    "has", "be", "not", "but", "they", "their", "or", "more", "will", "you", "than", "what", "were", "been",
    "as",
];

/// The commonest words of German, Dutch, French, Spanish, Portuguese, Italian, Polish, Swedish, Danish and Norwegian that are
/// no English words.
const OTHERS: [&str; 84] = [
    "der", "das", "und", "nicht", "ist", "mit", "den", "ein", "eine", "het", "een", "van", "niet", "voor",
    "en", "le", "la", "les", "des", "une", "et", "est", "dans", "pour", "que", "qui", "du", "el", "los",
    "las", "una", "del", "con", "por", "para", "se", "os", "uma", "com", "il", "di", "che", "della", "nie",
    "jest", "na", "się", "och", "att", "det", "som", "og", "ikke", "er", "von", "wird", "im", "auf", "sich",
    "dem", "auch", "bei", "nach", "aus", "wie", "zu", "für", "sie", "sind", "oder", "de", "au", "aux", "sur",
    "par", "ses", "ce", "sont", "su", "más", "gli", "nel", "zijn", "til",
];

#[cfg(test)]
mod tests {
    use crate::corpus::parse;

    #[track_caller]
    fn english(text: &str) -> bool {
        parse("a.md", text.repeat(6).as_bytes()).0.english
    }

    #[test]
    fn other_languages_are_told_from_english() {
        assert!(english("The company sells the capacity that it does not need to its rivals. "));
        assert!(english(
            "- 1 GW site in Texas for OpenAI, 2027\n- TPU deal with Google: $6B\n- Nuclear PPA signed by Meta\n"
        ));
        assert!(!english(
            "Das Unternehmen verkauft die Kapazität, die es nicht braucht, an seine Rivalen in den USA. "
        ));
        assert!(!english(
            "L’entreprise vend la capacité dont elle n’a pas besoin à ses rivaux, et elle en loue aussi. "
        ));
        assert!(!english(
            "De onderneming verkoopt de capaciteit die het niet nodig heeft of verhuurt die, zo is het plan. "
        ));
        assert!(!english("这家公司把自己不需要的算力卖给竞争对手。"));
    }

    #[test]
    fn tables_of_names_and_figures_are_no_other_language() {
        assert!(english("| Acme Inc | ACM | +2.1% | Nasdaq |\n| Bolt Corp | BLT | -0.4% | NYSE Arca |\n"));
        assert!(!english(
            "- Firma sprzedaje moc, której nie potrzebuje\n- Nie ma takiej strategii na lata\n"
        ));
    }

    #[test]
    fn a_few_sentences_say_enough_and_a_few_words_nothing() {
        let english = |text: &str| parse("a.md", text.as_bytes()).0.english;
        for text in [
            "Acme kauft Strom aus Kernkraft von Widget. Die Firma wird mehr Chips kaufen, als sie braucht.",
            "Acme achète de l'énergie à Widget, et loue des serveurs. Les puces sont produites par Acme.",
            "Acme покупает энергию у Widget. Widget арендует мощности у Acme Cloud.",
            "Acme 购买核电。Widget 租用 Acme 的算力。",
            "Acme compra energía de Widget y alquila sus servidores en la nube.",
        ] {
            assert!(!english(text), "{text}");
        }
        for text in [
            "Das Unternehmen verkauft Kapazität.",
            "Acme buys power. Widget rents servers to Acme, and Beta supplies chips.",
            "- El Paso\n- Las Vegas\n- Los Angeles\n- Acme campus, Ohio\n- Nestlé\n",
            "Acme rents servers from 阿里巴巴集团.",
        ] {
            assert!(english(text), "{text}");
        }
    }
}
