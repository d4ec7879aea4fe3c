//! Words that stand for a company named before: pronouns, "the company", "this strategy", "the deal", a sentence that opens
//! with "This". Whom they mean is asked of the sentence first, then of the discourse.

use crate::taxonomy::{Cue, Entry, Form, Taxonomy};

use super::super::model::Role;
use super::Companies;
use super::discourse::{Discourse, in_order, is_person};
use super::kinds::{kind_of, meant, stands_alone};
use super::mentions::{Found, Standing};
use super::scan::{FINITE, Hit, OPENINGS, TokenKind, View};
use super::tags::thing_of;

/// "This follows …", "These bets …": a sentence that opens by pointing back speaks of the last subject.
pub(super) fn opening_pointer(view: &View<'_>, discourse: &Discourse) -> Option<Found> {
    let first = view.tokens.first()?;
    let one = first.is(any_of!("This")) || first.is(any_of!("That")) && !is_followed_by_noun(view);
    let several = first.is(any_of!("These", "Those", "Such")) && points_at_acts(view);
    if !(one || several) || points_at_an_occasion(view) {
        return None;
    }
    let companies = if one { discourse.pointed_at() } else { discourse.pointed_at_many() };
    (!companies.is_empty()).then_some(Found {
        companies,
        from: 0,
        to: 1,
        inferred: true,
        owner: false,
        role: Role::Actor,
        preposition: None,
        group: 0,
        standing: Standing::Free,
    })
}

/// "This week", "that same year": points at no company.
pub(super) fn points_at_an_occasion(view: &View<'_>) -> bool {
    view.hits_at(1).any(|hit| hit.entry == Entry::Grammar(Cue::Occasion))
}

/// "These are", "Those moves", "Such deals": what follows is a verb, or what companies do.
fn points_at_acts(view: &View<'_>) -> bool {
    view.hits_from(0, 3).iter().any(|hit| match hit.entry {
        Entry::Predicate { .. } => hit.from >= 1,
        Entry::Grammar(Cue::Be | Cue::Verb) => hit.from == 1,
        Entry::Grammar(cue) => matches!(cue, Cue::Matter | Cue::Matters | Cue::Bargain),
        _ => false,
    })
}

fn is_followed_by_noun(view: &View<'_>) -> bool {
    view.tokens.get(1).is_some_and(|token| token.kind == TokenKind::Word)
        && !view.hits_at(1).any(|hit| match hit.entry {
            Entry::Grammar(cue) => matches!(cue, Cue::Be | Cue::Verb),
            Entry::Predicate { form, .. } => form != Form::Noun,
            _ => false,
        })
}

/// True for words that may stand for a company named before.
pub(super) fn is_anaphor(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::Singular
            | Cue::SingularOwner
            | Cue::Plural
            | Cue::PluralOwner
            | Cue::Matter
            | Cue::Matters
            | Cue::Bargain
            | Cue::Former
            | Cue::Latter
    )
}

pub(super) fn push_anaphor(
    found: &mut Vec<Found>,
    taxonomy: &Taxonomy,
    view: &View<'_>,
    discourse: &Discourse,
    hit: Hit,
    cue: Cue,
) {
    let owner = matches!(cue, Cue::SingularOwner | Cue::PluralOwner);
    let kind = match cue {
        Cue::Singular | Cue::SingularOwner => kind_of(taxonomy, view, hit, cue),
        _ => None,
    };
    if kind.is_some() && !stands_alone(view, hit) {
        return;
    }
    if found.is_empty() && (looks_ahead(view) || (is_pronoun(view, hit) && has_own_subject(view, hit))) {
        return;
    }
    if (cue == Cue::Bargain && !is_subject(view, hit))
        || (matches!(cue, Cue::Singular | Cue::Plural) && is_object(view, hit))
    {
        return;
    }
    let companies = match cue {
        Cue::Singular | Cue::SingularOwner if means_a_person(view, hit) => person(view, found, discourse),
        Cue::Singular | Cue::SingularOwner => {
            if is_expletive(view, hit) {
                return;
            }
            let bare = clause_subject(view, found).or_else(|| nearest(view, found, is_bare));
            let usual = bare
                .or_else(|| Some(discourse.singular()).filter(|companies| !companies.is_empty()))
                .or_else(|| nearest(view, found, |view, mention| !is_compared(view, mention)))
                .unwrap_or_default();
            match kind {
                Some(kind) => meant(taxonomy, discourse, found, &usual, kind),
                None => usual,
            }
        }
        Cue::Plural | Cue::PluralOwner => match nearest_many(view, found) {
            Some(companies) => companies,
            None if is_pronoun(view, hit) && discourse.is_fresh() => discourse.plural(),
            None => Some(discourse.plural()).filter(|companies| companies.len() > 1).unwrap_or_default(),
        },
        Cue::Former => pair(found, discourse).first().copied().into_iter().collect(),
        Cue::Latter => pair(found, discourse).get(1).copied().into_iter().collect(),
        Cue::Matter => discourse.singular(),
        Cue::Matters => discourse.plural(),
        Cue::Bargain => discourse.parties(),
        Cue::Negation
        | Cue::Aside
        | Cue::Contrast
        | Cue::Yardstick
        | Cue::YardstickAfter
        | Cue::Rival
        | Cue::Suffix
        | Cue::NoName
        | Cue::Trade
        | Cue::Occasion
        | Cue::Saying
        | Cue::Post
        | Cue::Preposition
        | Cue::Be
        | Cue::Example
        | Cue::Generic
        | Cue::Verb
        | Cue::Determiner
        | Cue::TakerLabel
        | Cue::GiverLabel
        | Cue::Adverb => return,
    };
    // a description of nobody who was named keeps its place: what follows is not said of the company before it
    if (companies.is_empty() && kind.is_none()) || found.last().is_some_and(|last| last.to > hit.from) {
        return;
    }
    let group = found.last().map_or(0, |last| last.group + 1);
    found.push(Found {
        companies,
        from: hit.from,
        to: hit.to,
        inferred: true,
        owner,
        role: Role::Actor,
        preposition: None,
        group,
        standing: Standing::of(view, hit.from),
    });
}

/// The two companies that "the former" and "the latter" tell apart: of the sentence so far, else of the last that named two.
fn pair(found: &[Found], discourse: &Discourse) -> Companies {
    let here = in_order(found);
    if here.len() == 2 { here } else { Companies::from_slice(discourse.pair()) }
}

/// "The deal is …", not "the deal terms": a verb or a preposition follows.
fn is_subject(view: &View<'_>, hit: Hit) -> bool {
    hit.to == view.tokens.len()
        || view.hits_at(hit.to).any(|other| {
            matches!(
                other.entry,
                Entry::Grammar(Cue::Be | Cue::Verb | Cue::Preposition | Cue::Negation | Cue::Contrast)
                    | Entry::Predicate { .. }
            )
        })
        || view
            .tokens
            .get(hit.to)
            .is_some_and(|token| token.span.of(view.text).ends_with('s') || token.kind == TokenKind::Comma)
}

/// "renting it out", "tested it.": the object of a verb is more often a thing than a company.
fn is_object(view: &View<'_>, hit: Hit) -> bool {
    let lone = hit.to - hit.from == 1 && view.tokens[hit.from].is(any_of!("it", "them"));
    lone && hit.from > 0
        && view.tokens.get(hit.to).is_none_or(|token| {
            token.kind != TokenKind::Word && token.kind != TokenKind::Apostrophe
                || token.is(any_of!(
                    "out", "to", "in", "on", "at", "from", "with", "for", "as", "into", "up", "down", "by"
                ))
        })
}

/// "By renting its site, X …": a pronoun in an opening phrase means the subject that follows.
fn looks_ahead(view: &View<'_>) -> bool {
    let opens = view.tokens.first().is_some_and(|token| token.is(OPENINGS));
    let comma = || view.tokens.iter().position(|token| token.kind == TokenKind::Comma);
    let named = |hit: &Hit| matches!(hit.entry, Entry::Name { .. });
    opens && comma().is_some_and(|comma| view.hits_from(comma + 1, view.tokens.len()).iter().any(named))
}

/// "It is clear that", "it will be interesting to", "why it matters": stands for nothing.
fn is_expletive(view: &View<'_>, hit: Hit) -> bool {
    let window = &view.tokens[hit.to..view.tokens.len().min(hit.to + 7)];
    let single = hit.to - hit.from == 1 && view.tokens[hit.from].is_in_any_case(any_of!("it"));
    if single && window.first().is_some_and(|token| token.is(any_of!("matters"))) {
        return true;
    }
    let be = window.first().is_some_and(|token| {
        token
            .is(any_of!("is", "was", "will", "would", "isn", "remains", "becomes", "may", "seems", "appears"))
    });
    if !(single && be) {
        return false;
    }
    let clause = window[1..].iter().any(|token| token.is(any_of!("that", "to", "how", "whether", "when")));
    let acts = view.hits_from(hit.to, hit.to + 4).iter().any(|other| {
        matches!(other.entry, Entry::Predicate { .. } | Entry::Attribute(_) | Entry::Name { .. })
    });
    let progressive = window.get(1).is_some_and(|token| token.span.of(view.text).ends_with("ing"));
    clause && !acts && !progressive
}

/// "Altman puts his company's …": the person named last, for a pronoun that means a person.
fn person(view: &View<'_>, found: &[Found], discourse: &Discourse) -> Companies {
    match found.iter().rev().find(|mention| is_person(view, mention)) {
        Some(mention) => mention.companies.clone(),
        None => discourse.personal(),
    }
}

fn means_a_person(view: &View<'_>, pronoun: Hit) -> bool {
    view.tokens[pronoun.from].is_in_any_case(any_of!("he", "she", "his", "her", "him"))
}

/// "X has …, and Y has seen its …": whoever opened the clause last, behind a comma and with a verb of its own.
fn clause_subject(view: &View<'_>, found: &[Found]) -> Option<Companies> {
    let opens = |at: usize| {
        let mut before = view.tokens[..at].iter().rev();
        before.next().is_some_and(|token| {
            token.is(any_of!(",", ";", "but", "while", "whereas", "—", "–"))
                || token.is(any_of!("and")) && before.next().is_some_and(|token| token.is(any_of!(",")))
        })
    };
    let last = found.iter().rev().find(|mention| {
        mention.companies.len() <= 1
            && !mention.owner
            && opens(mention.from)
            && view.has_verb_at(mention.to, &FINITE)
    });
    last.map(|mention| mention.companies.clone())
}

fn is_pronoun(view: &View<'_>, hit: Hit) -> bool {
    let token = view.tokens[hit.from];
    hit.to - hit.from == 1
        && (token.is_in_any_case(any_of!("it", "its", "itself", "they", "their", "them"))
            || token.span.of(view.text).eq_ignore_ascii_case("themselves"))
}

/// "A new plant can wait before it connects", "Prices fell from their peak": the sentence has told of something else, which
/// the pronoun takes up; where somebody only says so ("Analysts expect it to …") it has not.
fn has_own_subject(view: &View<'_>, pronoun: Hit) -> bool {
    let owns = pronoun.from > 1 && view.tokens[pronoun.from].is(any_of!("their"));
    let finite = |hit: &Hit| match hit.entry {
        Entry::Grammar(cue) => matches!(cue, Cue::Be | Cue::Verb),
        Entry::Predicate { form, .. } => FINITE.contains(&form),
        _ => false,
    };
    let says = |at: usize| view.hits_at(at).any(|hit| matches!(hit.entry, Entry::Grammar(Cue::Saying)));
    // "The chips exist, they run": what opens the sentence behind its article is taken up.
    let opened = view.hits_at(1).any(|hit| hit.to < pronoun.from && thing_of(hit).is_some());
    owns || opened
        || view
            .hits
            .iter()
            .any(|hit| hit.from > 0 && hit.to <= pronoun.from && finite(hit) && !says(hit.from))
}

/// Whom a pronoun means in a sentence that names companies before it: the first that `fits`; nobody where that is a
/// description of nobody who was named.
fn nearest(view: &View<'_>, found: &[Found], fits: impl Fn(&View<'_>, &Found) -> bool) -> Option<Companies> {
    let first = found.iter().find(|mention| mention.companies.len() <= 1 && fits(view, mention));
    first.map(|mention| mention.companies.clone())
}

fn nearest_many(view: &View<'_>, found: &[Found]) -> Option<Companies> {
    let last = found.iter().rev().find(|mention| is_bare(view, mention))?;
    let mut companies: Companies = found
        .iter()
        .filter(|mention| mention.group == last.group)
        .flat_map(|mention| mention.companies.iter().copied())
        .collect();
    companies.sort_unstable();
    companies.dedup();
    Some(companies)
}

/// Neither in brackets nor right behind a preposition or a yardstick.
fn is_bare(view: &View<'_>, mention: &Found) -> bool {
    !mention.is_aside()
        && !view
            .hits_before(mention.from)
            .any(|hit| matches!(hit.entry, Entry::Grammar(Cue::Preposition | Cue::Yardstick)))
}

fn is_compared(view: &View<'_>, mention: &Found) -> bool {
    mention.is_aside()
        || view.hits_before(mention.from).any(|hit| hit.entry == Entry::Grammar(Cue::Yardstick))
}
