//! Word forms, made once when the taxonomy is loaded, so that nothing is stemmed at run time.

use std::collections::BTreeMap;

use super::file::Irregular;
use super::model::Form;

/// The forms of a verb or verb phrase ("rent out"): its first word is inflected, the rest kept.
pub(super) fn verb_forms(verb: &str, irregular: &BTreeMap<String, Irregular>) -> Vec<(String, Form)> {
    let (head, rest) =
        verb.split_once(' ').map_or((verb, String::new()), |(head, rest)| (head, format!(" {rest}")));
    let mut forms = vec![
        (format!("{head}{rest}"), Form::Base),
        (format!("{}{rest}", third_person(head)), Form::Present),
        (format!("{}{rest}", present_participle(head)), Form::Ing),
    ];
    match irregular.get(head) {
        Some(entry) => {
            forms.extend(entry.past.iter().map(|past| (format!("{past}{rest}"), Form::Past)));
            forms.extend(entry.participle.iter().map(|done| (format!("{done}{rest}"), Form::Past)));
        }
        None => forms.push((format!("{}{rest}", past(head)), Form::Past)),
    }
    forms
}

/// A noun phrase and its plural; one that already ends in `s` stays alone.
pub(super) fn noun_forms(noun: &str) -> Vec<String> {
    let last = noun.rsplit([' ', '-']).next().unwrap_or(noun);
    if last.ends_with('s') && !last.ends_with("ss") {
        return vec![noun.to_owned()];
    }
    vec![noun.to_owned(), plural(noun)]
}

fn plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix('y').filter(|stem| !ends_in_vowel(stem)) {
        return format!("{stem}ies");
    }
    if hisses(noun) { format!("{noun}es") } else { format!("{noun}s") }
}

fn third_person(verb: &str) -> String {
    if verb.ends_with('o') { format!("{verb}es") } else { plural(verb) }
}

fn present_participle(verb: &str) -> String {
    if let Some(stem) = verb.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        return format!("{stem}ing");
    }
    format!("{}ing", doubled(verb))
}

fn past(verb: &str) -> String {
    if verb.ends_with('e') {
        return format!("{verb}d");
    }
    if let Some(stem) = verb.strip_suffix('y').filter(|stem| !ends_in_vowel(stem)) {
        return format!("{stem}ied");
    }
    format!("{}ed", doubled(verb))
}

/// Doubles a final consonant after a single stressed vowel: "ship" becomes "shipp". Verbs of two syllables with the
/// stress on the last ("commit", "permit", "defer") are named; the others keep their consonant.
fn doubled(verb: &str) -> String {
    const STRESSED_LAST: [&str; 8] =
        ["commit", "permit", "admit", "submit", "defer", "refer", "control", "equip"];
    let letters: Vec<char> = verb.chars().collect();
    let vowel = |c: char| "aeiou".contains(c);
    let closes = matches!(letters.as_slice(), [.., a, b, c] if !vowel(*a) && vowel(*b) && !vowel(*c) && !"wxy".contains(*c));
    let syllables = letters.windows(2).filter(|pair| vowel(pair[0]) && !vowel(pair[1])).count();
    if closes && (syllables == 1 || STRESSED_LAST.contains(&verb)) {
        return letters.last().map_or_else(|| verb.to_owned(), |last| format!("{verb}{last}"));
    }
    verb.to_owned()
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

fn hisses(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_forms(verb: &str, expected: &[&str]) {
        let forms: Vec<String> =
            verb_forms(verb, &BTreeMap::new()).into_iter().map(|(form, _)| form).collect();
        assert_eq!(forms, expected);
    }

    #[test]
    fn verbs_inflect_their_first_word() {
        assert_forms("rent out", &["rent out", "rents out", "renting out", "rented out"]);
        assert_forms("supply", &["supply", "supplies", "supplying", "supplied"]);
        assert_forms("ship", &["ship", "ships", "shipping", "shipped"]);
        assert_forms("commit to", &["commit to", "commits to", "committing to", "committed to"]);
        assert_forms("offer", &["offer", "offers", "offering", "offered"]);
        assert_forms("lease", &["lease", "leases", "leasing", "leased"]);
        assert_forms("deploy", &["deploy", "deploys", "deploying", "deployed"]);
    }

    #[test]
    fn nouns_get_their_plural() {
        assert_eq!(noun_forms("data center"), ["data center", "data centers"]);
        assert_eq!(noun_forms("battery"), ["battery", "batteries"]);
        assert_eq!(noun_forms("open weights"), ["open weights"]);
    }
}
