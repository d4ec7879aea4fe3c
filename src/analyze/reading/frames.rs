//! Predicates and their slots: who acts, and who is on the other side.

use crate::taxonomy::{Cue, Entry, Form, Lexicon};

use super::super::model::Role;
use super::Mentions;
use super::clauses::Clauses;
use super::mentions::Found;
use super::scan::{Hit, TokenKind, View};

/// A predicate of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Act {
    pub(super) predicate: u16,
    pub(super) form: Form,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) negated: bool,
    /// Which of the sentence's acts it is.
    pub(super) nth: usize,
    /// The clause in which it begins.
    pub(super) clause: usize,
}

/// Who stands in the slots of a predicate, as indices of mentions.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    pub(super) subject: Mentions,
    pub(super) other: Mentions,
    /// Words say which side is which.
    pub(super) sure: bool,
}

/// Tokens back from a predicate in which a negation counts.
const NEGATION_REACH: usize = 4;

/// Tokens from an owner to the noun that tells of an act ("X's five-year, $300 billion contract").
const OWNED: usize = 9;
/// Tokens from a name to the relative pronoun behind its apposition ("X, the largest maker of its kind, which …").
const APPOSITION: usize = 14;

/// Tokens between getting an order and the word ("won a $10 billion order").
const WON: usize = 7;

/// The predicates of a sentence in order.
pub(super) fn acts(view: &View<'_>, clauses: &Clauses) -> Vec<Act> {
    let mut nth = 0;
    view.telling()
        .filter_map(|(_, hit)| match hit.entry {
            Entry::Predicate { predicate, form }
                if !is_part_of_thing(view, hit, form)
                    && !is_adjective(view, hit, form)
                    && !is_auxiliary(view, hit) =>
            {
                let negated = is_negated(view, hit.from) && !is_too_little(view, hit);
                let clause = clauses.of(hit.from);
                nth += 1;
                Some(Act { predicate, form, from: hit.from, to: hit.to, negated, nth: nth - 1, clause })
            }
            _ => None,
        })
        .collect()
}

/// "power supply", "data center build": a verb's form inside the name of a thing is no act, and neither is a noun in words of
/// another field ("orders of magnitude").
fn is_part_of_thing(view: &View<'_>, act: &Hit, form: Form) -> bool {
    let verb = matches!(form, Form::Base | Form::Present | Form::Ing);
    let is_thing = |other: &Hit| {
        let thing = |hit: &Hit| hit.to == other.to && matches!(hit.entry, Entry::Thing { .. });
        view.hits_at(other.from).any(thing)
    };
    let inside = |hit: &Hit| {
        if verb {
            matches!(hit.entry, Entry::Thing { .. } | Entry::Exclusion | Entry::Attribute(_))
        } else {
            form == Form::Noun && hit.entry == Entry::Exclusion && !is_thing(hit)
        }
    };
    view.hits_over(act.from, act.to).any(|hit| hit.to - hit.from > act.to - act.from && inside(hit))
}

/// "has built": the verb behind it is the act.
fn is_auxiliary(view: &View<'_>, act: &Hit) -> bool {
    act.to - act.from == 1
        && view.tokens[act.from].is(any_of!("have", "has", "had", "having"))
        && (act.to..view.tokens.len().min(act.to + 2)).any(|at| {
            let token = view.tokens[at];
            token.is(any_of!("been"))
                || token.span.of(view.text).ends_with("ed")
                || view.hits_at(at).any(|hit| matches!(hit.entry, Entry::Predicate { form: Form::Past, .. }))
        })
}

/// "its own chips", "a contract for", "open-source models": behind a possessive or an article stands no verb, nor where a
/// thing has the same name ("Power costs fell"), unless what leads to verbs stands before.
fn is_adjective(view: &View<'_>, act: &Hit, form: Form) -> bool {
    let before = |words| act.from.checked_sub(1).is_some_and(|before| view.tokens[before].is(words));
    let is_thing = || {
        view.hits_over(act.from, act.to)
            .any(|hit| (hit.from, hit.to) == (act.from, act.to) && matches!(hit.entry, Entry::Thing { .. }))
    };
    let led = || {
        before(any_of!(
            "to", "will", "would", "can", "could", "may", "might", "should", "must", "not", "t", "and", "or",
            "we", "they", "you", "also", "then", "never", "fully"
        ))
    };
    let opens = || {
        act.from.checked_sub(1).is_none_or(|before| {
            view.tokens[before].kind != TokenKind::Word
                || view.hits_at(before).any(|hit| hit.entry == Entry::Grammar(Cue::Preposition))
        })
    };
    let told = || before(any_of!("they", "They", "we", "We", "you", "You", "I", "who"));
    let alike = || {
        let word = view.tokens[act.from].span.of(view.text);
        act.to - act.from == 1 && !word.ends_with('s')
    };
    // "Use: a GPU cloud"
    let labels =
        || act.from == 0 && view.tokens.get(act.to).is_some_and(|next| next.kind == TokenKind::Colon);
    // "the PIF-owned lab": whose it is
    let glued = || view.tokens[act.from].is(any_of!("owned")) && is_glued(view, act.from);
    says_how(view, act, form)
        || glued()
        || form == Form::Base && labels()
        || form == Form::Noun && alike() && told()
        || form == Form::Base
            && (before(any_of!(
                "its", "their", "his", "her", "our", "your", "s", "a", "an", "the", "The", "A"
            )) || is_thing() && !led() && (act.to - act.from > 1 || opens()))
}

/// "requiring secure storage", "with limited capital": it only says what a noun is that is no thing.
fn says_how(view: &View<'_>, act: &Hit, form: Form) -> bool {
    let Some(before) = act.from.checked_sub(1).map(|before| view.tokens[before]) else { return false };
    match form {
        Form::Base => {
            view.tokens[act.from].is(any_of!("secure", "own", "open"))
                && before.span.of(view.text).ends_with("ing")
        }
        Form::Past => {
            let another = view.tokens.get(act.to).is_some_and(|next| {
                next.kind == TokenKind::Word
                    && next.span.of(view.text).len() > 3
                    && !view.hits_at(act.to).any(|hit| hit.entry == Entry::Grammar(Cue::Preposition))
            });
            let thing = || {
                view.hits_from(act.to, act.to + 2)
                    .iter()
                    .any(|hit| matches!(hit.entry, Entry::Thing { .. } | Entry::Name { .. }))
            };
            act.to - act.from == 1 && before.is(any_of!("with", "a", "an", "of")) && another && !thing()
        }
        Form::Present | Form::Ing | Form::Noun => false,
    }
}

/// "relies on rented servers": a participle that only says what the thing is.
fn is_quality(view: &View<'_>, act: &Act) -> bool {
    let before = act.from.checked_sub(1);
    let led = before.is_none_or(|before| {
        view.hits_at(before).any(|hit| {
            matches!(
                hit.entry,
                Entry::Grammar(Cue::Preposition | Cue::Determiner | Cue::SingularOwner | Cue::PluralOwner)
            )
        }) || view.tokens[before].span.of(view.text).ends_with("ing")
    });
    act.form == Form::Past
        && led
        && view.hits_at(act.to).any(|hit| matches!(hit.entry, Entry::Thing { .. } | Entry::Name { .. }))
}

/// "cannot make enough": it is done all the same.
fn is_too_little(view: &View<'_>, act: &Hit) -> bool {
    view.tokens[act.to..].iter().take(2).any(|token| token.is(any_of!("enough")))
}

/// True where a negation stands up to three words before the act at `at`, with no comma between.
pub(super) fn is_negated(view: &View<'_>, at: usize) -> bool {
    view.has(Cue::Negation) && negations(view, at).next().is_some()
}

/// The same for words at `at` of which no act is told: "doesn't disclose its GPU counts" denies another act.
pub(super) fn is_denied(view: &View<'_>, at: usize) -> bool {
    let of_an_act = |hit: &Hit| {
        let be = view.tokens[hit.from].is_in_any_case(any_of!("isn", "aren", "wasn", "weren", "ain"));
        view.tokens[hit.to - 1].is(any_of!("t")) && !be
    };
    view.has(Cue::Negation) && negations(view, at).any(|hit| hit.to == at || !of_an_act(hit))
}

fn negations<'v>(view: &'v View<'_>, at: usize) -> impl Iterator<Item = &'v Hit> {
    view.hits_ending((at + 1).saturating_sub(NEGATION_REACH), at).filter(move |hit| {
        let stops = any_of!("and", "but", "whether", "because", "if");
        let mut between = view.tokens[hit.to..at].iter();
        hit.entry == Entry::Grammar(Cue::Negation)
            && between.all(|token| token.kind == TokenKind::Word && !token.is(stops))
            && !followed_by_just(view, hit)
            && !is_joined(view, hit)
    })
}

/// "high-end", "no-frills": a hyphen joins the word to another.
fn is_joined(view: &View<'_>, hit: &Hit) -> bool {
    let behind = || {
        view.tokens
            .get(hit.to)
            .is_some_and(|next| view.text[view.tokens[hit.to - 1].span.end..next.span.start] == *"-")
    };
    is_glued(view, hit.from) || behind()
}

/// "PIF-owned": a hyphen stands before the word.
fn is_glued(view: &View<'_>, at: usize) -> bool {
    at > 0 && view.text[view.tokens[at - 1].span.end..view.tokens[at].span.start] == *"-"
}

/// "Not just", "not only" deny nothing.
fn followed_by_just(view: &View<'_>, hit: &Hit) -> bool {
    view.tokens.get(hit.to).is_some_and(|token| {
        token.is(any_of!("just", "only", "merely", "simply", "mutually"))
            || token.span.of(view.text) == "necessarily"
    })
}

/// Fills the slots of `act` from the mentions of its clause; `clauses` before it lend a subject where it has none.
pub(super) fn slots(
    lexicon: &Lexicon,
    view: &View<'_>,
    clauses: &Clauses,
    found: &[Found],
    act: &Act,
) -> Slots {
    let predicate = &lexicon.predicates[act.predicate as usize];
    let clause = act.clause;
    let (start, end) = clauses.reach(clause, act.from);
    let after = |words: &[u32]| governed(found, words, act.to, end);
    let other = after(&predicate.other);
    if let Some(agent) = agent(view, found, act, end) {
        let mut subject = group(found, agent);
        subject.sort_unstable();
        let done_to = || {
            let free = before(found, start, act.from);
            if free.is_empty() { owner_before(found, start, act.from) } else { free }
        };
        return Slots { subject, other: if other.is_empty() { done_to() } else { other }, sure: true };
    }
    if let Some((helped, helper)) = helped(view, found, act, start) {
        return Slots { subject: helped, other: helper, sure: true };
    }
    if let Some((payer, paid)) = paid(view, found, act, start) {
        return Slots { subject: payer, other: paid, sure: true };
    }
    if let Some((refused, refuser)) = refused(view, found, act, start) {
        return Slots { subject: refused, other: refuser, sure: true };
    }
    let swapped = after(&predicate.swap);
    if !predicate.swap.is_empty() && is_quality(view, act) {
        let taker = subject(view, clauses, found, clause, act.from, act.to);
        return Slots { subject: swapped, other: taker, sure: true };
    }
    let owner = found.iter().rposition(|mention| {
        act.form == Form::Noun
            && mention.owner
            && mention.to <= act.from
            && act.from - mention.to <= OWNED
            && mention.from >= start
    });
    let subject = if let Some(at) = owner.or_else(|| owner_behind(view, found, act)) {
        group(found, at)
    } else {
        subject(view, clauses, found, clause, act.from, act.to)
    };
    let subject = if subject.is_empty() && act.form == Form::Past && is_passive(view, act) {
        owner_before(found, start, act.from)
    } else {
        subject
    };
    if !swapped.is_empty() {
        return Slots { subject: swapped, other: subject, sure: true };
    }
    if is_won(view, act) {
        return Slots { subject: other, other: subject, sure: true };
    }
    let other = if other.is_empty() { indirect_object(view, found, act, &subject) } else { other };
    let other = if other.is_empty() { listed(view, found, act, end) } else { other };
    let other =
        if other.is_empty() && predicate.mutual { partner(found, start, end, &subject) } else { other };
    let goes_out = view.tokens[act.from..act.to].iter().any(|token| token.is(any_of!("out")));
    let either_way = !predicate.swap.is_empty() && other.is_empty() && act.form != Form::Ing && !goes_out;
    if either_way {
        let side = view.tokens[act.to..end]
            .iter()
            .map(|token| token.word)
            .find(|word| predicate.other.contains(word) || predicate.swap.contains(word));
        if side.is_some_and(|word| predicate.swap.contains(&word)) {
            return Slots { subject: Mentions::new(), other: subject, sure: true };
        }
        return Slots { subject, other, sure: side.is_some() };
    }
    let jointly = other.iter().any(|&at| {
        found[at]
            .from
            .checked_sub(1)
            .map(|before| view.tokens[before])
            .is_some_and(|token| token.is(any_of!("with")) || token.span.of(view.text) == "alongside")
    });
    Slots { subject, other, sure: act.form != Form::Noun && !predicate.mutual && !jointly }
}

/// "X won a large order for": whoever gets an order gives what is ordered.
fn is_won(view: &View<'_>, act: &Act) -> bool {
    let gets = |at: usize| {
        let token = view.tokens[at];
        token.is(any_of!(
            "win", "wins", "won", "winning", "land", "lands", "landed", "landing", "receive", "receives",
            "received"
        )) || token.span.of(view.text) == "receiving"
    };
    act.form == Form::Noun
        && view.tokens[act.from].is(any_of!("order", "orders"))
        && (act.from.saturating_sub(WON)..act.from).any(gets)
}

/// The company that a thing, an attribute or a predicate at `from..to` is said of.
pub(super) fn subject(
    view: &View<'_>,
    clauses: &Clauses,
    found: &[Found],
    clause: usize,
    from: usize,
    to: usize,
) -> Mentions {
    let (start, end) = clauses.reach(clause, from);
    if let Some(subject) = relative(view, found, start, from) {
        return subject;
    }
    if is_others(view, found, from) {
        return Mentions::new();
    }
    let before = before(found, start, from);
    if !before.is_empty() {
        return before;
    }
    let free_after =
        found.iter().position(|mention| mention.from >= to && mention.to <= end && mention.is_free());
    if let Some(at) = free_after {
        return group(found, at);
    }
    if clauses.cells.around(from).is_some() {
        return Mentions::new();
    }
    (0..clause)
        .rev()
        .map(|earlier| first_free(found, clauses.start(earlier), clauses.end(earlier)))
        .find(|mentions| !mentions.is_empty())
        .unwrap_or_default()
}

/// "X's approach, which emphasizes …": the mention before the relative pronoun, or nobody where that is a group.
pub(super) fn relative(view: &View<'_>, found: &[Found], start: usize, from: usize) -> Option<Mentions> {
    let pronoun = (start..from).rev().find(|&at| view.tokens[at].is(any_of!("which", "who", "whose")))?;
    let group_before = has_groups(view)
        && view.hits.iter().any(|hit| {
            matches!(hit.entry, Entry::Grammar(Cue::Generic | Cue::Rival))
                && hit.to <= pronoun
                && pronoun - hit.to <= 1
        });
    if group_before {
        return Some(Mentions::new());
    }
    let comma = |at: usize| view.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Comma);
    let near = |mention: &Found| {
        let apposed = comma(mention.to) && comma(pronoun - 1) && pronoun - mention.to <= APPOSITION;
        mention.to <= pronoun && (pronoun - mention.to <= 5 || apposed)
    };
    let last = found.iter().rposition(|mention| mention.to <= pronoun && near(mention))?;
    let later = found.iter().any(|mention| mention.from > pronoun && mention.to <= from && mention.is_free());
    (!later && found[last].from >= start).then(|| group(found, last))
}

/// "a competitor launches", "developers run": a group acts, no company.
fn is_others(view: &View<'_>, found: &[Found], from: usize) -> bool {
    has_groups(view)
        && view.hits.iter().any(|hit| {
            matches!(hit.entry, Entry::Grammar(Cue::Generic | Cue::Rival))
                && hit.to <= from
                && from - hit.to <= 1
                && !found.iter().any(|mention| mention.from == hit.from)
                && view.tokens[hit.to..from].iter().all(|token| {
                    !token.is(any_of!("to", ",", "like", "by", "on", "of", "in", "with", "from", "at"))
                })
        })
}

fn has_groups(view: &View<'_>) -> bool {
    view.has(Cue::Generic) || view.has(Cue::Rival)
}

/// The last free mention that begins in `start..from`, with its group.
pub(super) fn before(found: &[Found], start: usize, from: usize) -> Mentions {
    let last =
        found.iter().rposition(|mention| mention.from >= start && mention.to <= from && mention.is_free());
    last.map_or_else(Mentions::new, |at| group(found, at))
}

fn first_free(found: &[Found], start: usize, end: usize) -> Mentions {
    let first =
        found.iter().position(|mention| mention.from >= start && mention.to <= end && mention.is_free());
    first.map_or_else(Mentions::new, |at| group(found, at))
}

/// Mentions governed by one of `prepositions` that begin in `from..end`, with their group.
fn governed(found: &[Found], prepositions: &[u32], from: usize, end: usize) -> Mentions {
    let first = found.iter().position(|mention| {
        mention.from >= from
            && mention.to <= end
            && mention.role != Role::Reference
            && !mention.is_product()
            && mention.preposition.is_some_and(|word| prepositions.contains(&word))
    });
    first.map_or_else(Mentions::new, |at| group(found, at))
}

/// "the fleet of X": the company behind the noun owns it, where it does not only say what the thing is ("of X chips").
fn owner_behind(view: &View<'_>, found: &[Found], act: &Act) -> Option<usize> {
    let of = act.form == Form::Noun && view.tokens[act.to - 1].is(any_of!("of"));
    found.iter().position(|mention| {
        let names_a_thing = || view.hits_at(mention.to).any(|hit| matches!(hit.entry, Entry::Thing { .. }));
        of && mention.from == act.to && !mention.owner && !mention.is_product() && !names_a_thing()
    })
}

/// "X's chip will be made by": whose it is.
fn owner_before(found: &[Found], start: usize, from: usize) -> Mentions {
    let owner = found.iter().rposition(|mention| {
        mention.owner && mention.from >= start && mention.to <= from && from - mention.to <= 6
    });
    owner.map_or_else(Mentions::new, |at| group(found, at))
}

/// "are released", "was not sold".
fn is_passive(view: &View<'_>, act: &Act) -> bool {
    (act.from.saturating_sub(2)..act.from)
        .any(|at| view.hits_at(at).any(|hit| matches!(hit.entry, Entry::Grammar(Cue::Be))))
}

/// "… is leased by X": the mention after "by" of a participle.
fn agent(view: &View<'_>, found: &[Found], act: &Act, end: usize) -> Option<usize> {
    if act.form != Form::Past {
        return None;
    }
    found.iter().position(|mention| {
        mention.from > act.to
            && mention.to <= end
            && mention.from - act.to <= 6
            && mention.preposition.is_some()
            && view.tokens[act.to..mention.from].iter().rev().take(4).any(|token| token.is(any_of!("by")))
    })
}

/// "X helped Y design", "X gave Y access to": Y acts, and X is the other side.
fn helped(view: &View<'_>, found: &[Found], act: &Act, start: usize) -> Option<(Mentions, Mentions)> {
    let at = found.iter().rposition(|mention| mention.to <= act.from && act.from - mention.to <= 1)?;
    let first = found.iter().find(|mention| mention.group == found[at].group)?;
    let at_help = first.from.checked_sub(1)?;
    let help = view.tokens[at_help];
    let gives = || act.form == Form::Noun && view.tokens[act.from].is(any_of!("access"));
    let helps = help.is(any_of!("help", "helps", "helped", "helping"))
        || help.is(any_of!(
            "give", "gives", "gave", "giving", "given", "grants", "granted", "granting", "promised"
        )) && gives();
    let helper = before(found, start, at_help);
    (helps && !helper.is_empty()).then(|| (group(found, at), helper))
}

/// "X refused Y a connection": Y goes without, as if it had been refused.
fn refused(view: &View<'_>, found: &[Found], act: &Act, start: usize) -> Option<(Mentions, Mentions)> {
    let refuses = view.tokens[act.to - 1]
        .is(any_of!("refuse", "refuses", "refused", "refusing", "deny", "denies", "denied", "denying"));
    let at = found.iter().position(|mention| mention.from == act.to && !mention.owner)?;
    (refuses && !found[at].is_product()).then(|| (group(found, at), before(found, start, act.from)))
}

/// "X pays Y a billion for access to": of two who stand before it, the first has what the second gives.
fn paid(view: &View<'_>, found: &[Found], act: &Act, start: usize) -> Option<(Mentions, Mentions)> {
    if !view.tokens[act.from].is(any_of!("for")) {
        return None;
    }
    let (payer, paid) = (first_free(found, start, act.from), before(found, start, act.from));
    (payer != paid).then_some((payer, paid))
}

/// "sell Anthropic capacity", "serve companies like Anthropic": a mention right behind the verb.
fn indirect_object(view: &View<'_>, found: &[Found], act: &Act, subject: &[usize]) -> Mentions {
    let example = |mention: &Found| {
        mention.from - act.to <= 4
            && view
                .hits_before(mention.from)
                .any(|hit| hit.from > act.to && hit.entry == Entry::Grammar(Cue::Example))
    };
    let next = found.iter().position(|mention| {
        mention.from >= act.to
            && (mention.from - act.to <= 1 || example(mention))
            && !mention.owner
            && !mention.is_product()
            && mention.role != Role::Reference
    });
    match next {
        Some(at) if !subject.contains(&at) => group(found, at),
        _ => Mentions::new(),
    }
}

/// "rented it out — X at $1 billion a month, Y at less": parties in a list behind a mark, each with its share.
fn listed(view: &View<'_>, found: &[Found], act: &Act, end: usize) -> Mentions {
    let opens =
        |at: &usize| matches!(view.tokens[*at].kind, TokenKind::Dash | TokenKind::Colon | TokenKind::Bracket);
    let Some(mark) = (act.to..end.min(act.to + 7)).find(opens) else { return Mentions::new() };
    let has_share = |mention: &Found| {
        view.tokens
            .get(mention.to)
            .is_some_and(|token| token.is(any_of!("at", "for", "$", "(")) || token.kind == TokenKind::Number)
    };
    let first = found.iter().position(|mention| mention.from == mark + 1 && has_share(mention));
    let Some(first) = first else { return Mentions::new() };
    (first..found.len()).take_while(|&at| found[at].to <= end).filter(|&at| has_share(&found[at])).collect()
}

/// The other side of a deal that names no preposition: whoever else takes part in the clause.
fn partner(found: &[Found], start: usize, end: usize, subject: &[usize]) -> Mentions {
    let next = (0..found.len()).find(|&at| {
        let mention = &found[at];
        mention.from >= start
            && mention.to <= end
            && mention.role != Role::Reference
            && !mention.is_product()
            && !subject.contains(&at)
    });
    next.map_or_else(Mentions::new, |at| group(found, at))
}

/// All mentions of the group of `at`.
pub(super) fn group(found: &[Found], at: usize) -> Mentions {
    (0..found.len()).filter(|&other| found[other].group == found[at].group).collect()
}
