//! Whether a text is plainly not English. A guess at no other language: what is short or mixed counts as English.

use super::{Block, BlockKind};
use crate::text::{WordKind, words};

/// Words looked at.
const WORDS: usize = 2000;
/// Fewer words say nothing.
const ENOUGH: usize = 40;
/// Terse English lists still have one such word in ten, other languages (where some of them are words too) hardly one
/// in thirty.
const LEAST_SHARE: f64 = 0.05;

/// False where the blocks' text is plainly in another language.
pub(super) fn is_english(blocks: &[Block]) -> bool {
    let (mut total, mut english, mut latin, mut letters) = (0_usize, 0_usize, 0_usize, 0_usize);
    for block in blocks.iter().filter(|block| block.kind != BlockKind::Code) {
        let text = block.text.as_str();
        for word in words(text).filter(|word| word.kind == WordKind::Letters) {
            let word = word.span.of(text);
            total += 1;
            english += usize::from(is_common(word));
            for character in word.chars().filter(|character| character.is_alphabetic()) {
                letters += 1;
                latin += usize::from(character < '\u{250}');
            }
            if total == WORDS {
                break;
            }
        }
        if total == WORDS {
            break;
        }
    }
    // Chinese and Japanese have no spaces, so few words: their letters decide.
    if letters >= ENOUGH && latin * 2 < letters {
        return false;
    }
    total < ENOUGH || english as f64 >= total as f64 * LEAST_SHARE
}

fn is_common(word: &str) -> bool {
    let mut lower = [0; 5];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    COMMON.contains(&&*lower)
}

/// Common English words that are rare or no words in the languages written with the same letters: "of" and "is" are
/// Dutch, "at" is Danish, "in" and "a" are nearly everybody's.
const COMMON: [&[u8]; 29] = [
    b"the", b"and", b"to", b"that", b"with", b"for", b"are", b"by", b"from", b"this", b"it", b"its",
    b"which", b"have", b"has", b"be", b"not", b"but", b"they", b"their", b"or", b"more", b"will", b"you",
    b"than", b"what", b"were", b"been", b"as",
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
    fn a_few_words_say_nothing() {
        assert!(parse("a.md", "Das Unternehmen verkauft Kapazität.".as_bytes()).0.english);
    }
}
