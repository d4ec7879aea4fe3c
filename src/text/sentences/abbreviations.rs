//! Words that are written with a full stop, and words that open sentences. Tables are sorted and searched by halving.

/// How a word with a full stop behaves before a capital or a digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Always followed by more of its sentence: Dr., vs., e.g.
    Never,
    /// Only an abbreviation before a number: No., p., Fig.
    BeforeNumber,
    /// May stand last: Inc., U.S., etc.
    Name,
    /// A month or day: Oct., Mon.
    Month,
    /// a.m. and p.m.
    Clock,
    /// One capital letter.
    Initial,
}

/// What `word`, which stands before a full stop, is short for, if anything. `word` may hold dots: `U.S`, `e.g`.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST {
        return None;
    }
    let mut chars = word.chars();
    if let (Some(letter), None) = (chars.next(), chars.next())
        && letter.is_uppercase()
    {
        return Some(Abbreviation::Initial);
    }
    let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    let found = TABLE.binary_search_by(|(short, _)| short.bytes().cmp(lower()));
    found.ok().map(|at| TABLE[at].1).or_else(|| dotted(word))
}

/// True for names that end in an exclamation mark.
pub(super) fn is_loud_name(word: &str) -> bool {
    matches!(word, "Yahoo" | "Jeopardy" | "Yum")
}

/// True for capitalised words that seldom stand inside a name, so that after an abbreviation a sentence begins.
pub(super) fn opens_sentence(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

/// Letters with dots between them: U.S, J.P, Ph.D.
fn dotted(word: &str) -> Option<Abbreviation> {
    let letters = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.count() <= 1
    };
    (word.contains('.') && word.split('.').all(letters)).then_some(Abbreviation::Name)
}

/// Bytes of the longest entry of the table and of dotted letters.
const LONGEST: usize = 9;

const TABLE: &[(&str, Abbreviation)] = &[
    ("a.m", Abbreviation::Clock),
    ("adm", Abbreviation::Never),
    ("al", Abbreviation::Name),
    ("approx", Abbreviation::Never),
    ("apr", Abbreviation::Month),
    ("art", Abbreviation::BeforeNumber),
    ("assn", Abbreviation::Name),
    ("aug", Abbreviation::Month),
    ("ave", Abbreviation::Name),
    ("bros", Abbreviation::Name),
    ("c", Abbreviation::BeforeNumber),
    ("ca", Abbreviation::BeforeNumber),
    ("capt", Abbreviation::Never),
    ("cf", Abbreviation::Never),
    ("ch", Abbreviation::BeforeNumber),
    ("co", Abbreviation::Name),
    ("col", Abbreviation::BeforeNumber),
    ("corp", Abbreviation::Name),
    ("dec", Abbreviation::Month),
    ("dept", Abbreviation::Name),
    ("dr", Abbreviation::Never),
    ("e.g", Abbreviation::Never),
    ("eq", Abbreviation::BeforeNumber),
    ("esp", Abbreviation::Never),
    ("est", Abbreviation::Name),
    ("etc", Abbreviation::Name),
    ("feb", Abbreviation::Month),
    ("fig", Abbreviation::BeforeNumber),
    ("figs", Abbreviation::BeforeNumber),
    ("fri", Abbreviation::Month),
    ("ft", Abbreviation::Name),
    ("gen", Abbreviation::Never),
    ("gov", Abbreviation::Never),
    ("govt", Abbreviation::Name),
    ("hon", Abbreviation::Never),
    ("i.e", Abbreviation::Never),
    ("inc", Abbreviation::Name),
    ("incl", Abbreviation::Never),
    ("jan", Abbreviation::Month),
    ("jr", Abbreviation::Name),
    ("jul", Abbreviation::Month),
    ("jun", Abbreviation::Month),
    ("lt", Abbreviation::Never),
    ("ltd", Abbreviation::Name),
    ("mar", Abbreviation::Month),
    ("max", Abbreviation::BeforeNumber),
    ("messrs", Abbreviation::Never),
    ("min", Abbreviation::BeforeNumber),
    ("mon", Abbreviation::Month),
    ("mr", Abbreviation::Never),
    ("mrs", Abbreviation::Never),
    ("ms", Abbreviation::Never),
    ("mt", Abbreviation::Never),
    ("mx", Abbreviation::Never),
    ("no", Abbreviation::BeforeNumber),
    ("nos", Abbreviation::BeforeNumber),
    ("nov", Abbreviation::Month),
    ("n°", Abbreviation::BeforeNumber),
    ("oct", Abbreviation::Month),
    ("p", Abbreviation::BeforeNumber),
    ("p.m", Abbreviation::Clock),
    ("para", Abbreviation::BeforeNumber),
    ("pp", Abbreviation::BeforeNumber),
    ("pres", Abbreviation::Never),
    ("prof", Abbreviation::Never),
    ("pt", Abbreviation::BeforeNumber),
    ("rep", Abbreviation::Never),
    ("resp", Abbreviation::Never),
    ("rev", Abbreviation::Never),
    ("sec", Abbreviation::BeforeNumber),
    ("sen", Abbreviation::Never),
    ("sep", Abbreviation::Month),
    ("sept", Abbreviation::Month),
    ("sgt", Abbreviation::Never),
    ("sr", Abbreviation::Name),
    ("st", Abbreviation::Never),
    ("thu", Abbreviation::Month),
    ("tue", Abbreviation::Month),
    ("univ", Abbreviation::Name),
    ("v", Abbreviation::Never),
    ("ver", Abbreviation::BeforeNumber),
    ("viz", Abbreviation::Never),
    ("vol", Abbreviation::BeforeNumber),
    ("vs", Abbreviation::Never),
    ("wed", Abbreviation::Month),
];

const OPENERS: &[&str] = &[
    "A",
    "About",
    "According",
    "Additionally",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "Another",
    "Any",
    "Are",
    "As",
    "At",
    "Because",
    "Before",
    "Both",
    "But",
    "By",
    "Can",
    "Consequently",
    "Could",
    "Despite",
    "Did",
    "Do",
    "Does",
    "During",
    "Each",
    "Even",
    "Every",
    "Few",
    "Finally",
    "First",
    "For",
    "From",
    "Furthermore",
    "Had",
    "Has",
    "Have",
    "He",
    "Hence",
    "Her",
    "Here",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "Indeed",
    "Instead",
    "Is",
    "It",
    "Its",
    "Last",
    "Later",
    "Let",
    "Many",
    "Maybe",
    "Meanwhile",
    "Moreover",
    "Most",
    "My",
    "Neither",
    "Nevertheless",
    "Nobody",
    "None",
    "Nor",
    "Not",
    "Nothing",
    "Now",
    "Of",
    "On",
    "Once",
    "One",
    "Only",
    "Or",
    "Other",
    "Others",
    "Our",
    "Over",
    "Perhaps",
    "Rather",
    "Several",
    "She",
    "Should",
    "Since",
    "So",
    "Some",
    "Still",
    "Such",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "Therefore",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "Thus",
    "To",
    "Today",
    "Together",
    "Under",
    "Unlike",
    "Until",
    "Was",
    "We",
    "Were",
    "What",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Why",
    "Will",
    "With",
    "Within",
    "Without",
    "Would",
    "Yes",
    "Yesterday",
    "Yet",
    "You",
    "Your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_hold_nothing_twice() {
        assert!(TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(OPENERS.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(TABLE.iter().all(|(short, _)| short.len() <= LONGEST));
    }

    #[test]
    fn words_with_a_stop_are_told_from_words_before_one() {
        assert_eq!(abbreviation("Dr"), Some(Abbreviation::Never));
        assert_eq!(abbreviation("U.S"), Some(Abbreviation::Name));
        assert_eq!(abbreviation("P.M"), Some(Abbreviation::Clock));
        assert_eq!(abbreviation("Q"), Some(Abbreviation::Initial));
        assert_eq!(abbreviation("chips"), None);
        assert_eq!(abbreviation("example.com"), None);
    }
}
