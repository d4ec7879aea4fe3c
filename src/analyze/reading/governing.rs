//! Which acts govern a thing: near enough, in its clause, on the right side of it.

use smallvec::SmallVec;

use crate::taxonomy::{Cue, Entry, Form, Row};

use super::frames::Act;
use super::scan::{Hit, TokenKind};
use super::tags::{Tagger, thing_of};

/// Tokens between a predicate and the thing it is said of, at most.
const REACH: usize = 10;
/// Tokens from a thing to a predicate behind it ("chips sold to", "chip sales").
const REACH_BACK: usize = 5;
/// The same for what the thing itself does ("chips now power").
const REACH_BY_THING: usize = 3;
/// The same for a verb that is no participle ("capacity to sell").
const REACH_AT_ONCE: usize = 1;
/// Tokens from "to" to what something goes to, at most ("to its data centers").
const TAKER: usize = 4;

/// Acts that govern a thing, each with its distance and the rows that it has for the thing; nearly always few.
type Governing<'a> = SmallVec<[(usize, Act, &'a [Row]); 4]>;

impl<'a> Tagger<'a, '_> {
    /// The predicates of the thing's clause that have rows for it, the nearest first; before a noun ("the supply of") the
    /// verb whose object it is.
    pub(super) fn governing(&self, hit: Hit, thing: u16) -> Governing<'a> {
        let (view, clause) = (self.context.view, self.context.clauses.of(hit.from));
        let mut near = Governing::new();
        // pushed one by one: a list without allocation is quicker to push to than to collect
        for (act, rows) in self.acts_on(thing, |act| act.clause == clause) {
            if let Some(distance) = self.distance(act, hit) {
                near.push((distance, *act, rows));
            }
        }
        near.sort_by_key(|(distance, act, _)| (*distance, act.from));
        let nearest = near.first().map(|(_, act, _)| *act);
        let of = |act: &Act| act.form == Form::Noun && view.tokens[act.to - 1].is(any_of!("of"));
        if let Some(noun) = nearest.filter(of) {
            let mut verbs = self.acts_on(thing, |verb| {
                verb.form != Form::Noun && verb.to <= noun.from && noun.from - verb.to <= 3
            });
            if let Some((verb, rows)) = verbs.next_back() {
                near.insert(0, (0, *verb, rows));
            }
        }
        near
    }

    /// "chips that X sells", "capacity it rents": the act of the clause that hangs on the thing.
    pub(super) fn relative_act(&self, hit: Hit, thing: u16) -> Option<(Act, &'a [Row])> {
        let view = self.context.view;
        let pronoun = view.tokens.get(hit.to).is_some_and(|token| token.is(any_of!("that", "which")));
        let from = hit.to + usize::from(pronoun);
        let subject = self.found.iter().find(|mention| mention.from >= from)?;
        if subject.from > from + 1 || subject.owner {
            return None;
        }
        let mut acts = self.acts_on(thing, |act| {
            matches!(act.form, Form::Present | Form::Past | Form::Base | Form::Ing)
                && act.from >= subject.to
                && act.from - subject.to <= 2
                && view.tokens[subject.to..act.from].iter().all(|token| token.kind == TokenKind::Word)
        });
        acts.next().map(|(act, rows)| (*act, rows))
    }

    /// Words between act and thing where they can belong together, with a surcharge for an act behind its thing.
    fn distance(&self, act: &Act, hit: Hit) -> Option<usize> {
        let view = self.context.view;
        let takes_up = view.tokens[act.from..act.to].iter().any(|token| token.is(any_of!("it", "them")));
        let by_thing = self.context.place.taxonomy.lexicon.predicates[act.predicate as usize].by_thing;
        let (from, to, reach, cost) = if act.to <= hit.from {
            if by_thing {
                return None;
            }
            (act.to, hit.from, REACH, 1)
        } else if hit.to <= act.from && takes_up {
            return (act.from - hit.to <= REACH).then_some(0);
        } else if act.form == Form::Noun && act.to - act.from > 1 && matches!(hit.entry, Entry::Name { .. }) {
            return None;
        } else if hit.to <= act.from {
            let infinitive = view.tokens[act.from - 1].is(any_of!("to"));
            let reach = match act.form {
                Form::Base | Form::Present | Form::Past if by_thing => REACH_BY_THING,
                Form::Past | Form::Noun => REACH_BACK,
                Form::Base if infinitive => REACH_AT_ONCE,
                Form::Base | Form::Present | Form::Ing => return None,
            };
            let compound = act.form == Form::Noun && act.from == hit.to;
            (hit.to, act.from, reach, if compound { 0 } else { 3 })
        } else {
            let overlaps = act.from < hit.to && hit.from < act.to;
            return (overlaps && act.form == Form::Noun).then_some(0);
        };
        let denied = || {
            view.has(Cue::Negation)
                && view.tokens[act.to..hit.from]
                    .iter()
                    .any(|token| token.is(any_of!("not", "isn", "aren", "wasn", "weren")))
        };
        if act.to <= hit.from && (self.is_recipient(act, hit) || act.form == Form::Noun && denied()) {
            return None;
        }
        let between = &view.tokens[from..to];
        // "| H100 | $2.00/hr |": a rate is said of the row
        let by_row = act.form == Form::Noun && view.tokens[act.from].kind != TokenKind::Word;
        let closed = between.iter().any(|token| {
            token.kind == TokenKind::Semicolon
                || (token.kind == TokenKind::Bar && !by_row)
                || (by_thing && token.kind == TokenKind::Comma)
        });
        let words = between.iter().filter(|token| token.kind == TokenKind::Word).count();
        let taken = || self.has_next_verb(from, to) || self.has_next_thing(act, from, to);
        (words <= reach && !closed && !taken()).then_some(words + cost)
    }

    /// "supplies its data centers with power": what is given stands behind.
    fn is_recipient(&self, act: &Act, hit: Hit) -> bool {
        let view = self.context.view;
        let verb = view.tokens[act.from].span.of(view.text);
        let gives = ["suppl", "provid", "furnish"].iter().any(|stem| verb.starts_with(stem));
        gives
            && act.form != Form::Noun
            && view.tokens.get(hit.to).is_some_and(|token| token.is(any_of!("with")))
    }

    /// "sells chips for the data centers of …": another thing stands between, and what follows says what it is for.
    fn has_next_thing(&self, act: &Act, from: usize, to: usize) -> bool {
        let view = self.context.view;
        let takers = &self.context.place.taxonomy.lexicon.predicates[act.predicate as usize].other;
        let leads = |at: usize| {
            let token = view.tokens[at];
            token.is(any_of!("for", "in", "inside", "near", "beside"))
                || token.is(any_of!("to"))
                    && takers.contains(&token.word)
                    && to - at <= TAKER
                    && self.is_noun_phrase(at + 1)
        };
        let purpose = (from..to).rev().find(|&at| leads(at));
        purpose.is_some_and(|purpose| {
            view.hits_from(from, purpose).iter().any(|hit| hit.to <= purpose && thing_of(hit).is_some())
        })
    }

    /// "its data centers", "X's campus", not "increase".
    fn is_noun_phrase(&self, at: usize) -> bool {
        self.context.view.tokens.get(at).is_some_and(|token| {
            token.is(any_of!("the", "a", "an", "its", "their", "those", "all", "data", "AI"))
        }) || self.found.iter().any(|mention| mention.from == at)
    }

    /// "buys capacity and leaves the power to …": a second verb takes over what follows.
    fn has_next_verb(&self, from: usize, to: usize) -> bool {
        let view = self.context.view;
        (from..to.saturating_sub(2)).any(|at| {
            let verb = || view.tokens[at + 1].span.of(view.text);
            view.tokens[at].is(any_of!("and", "but"))
                && view.tokens[at + 2].is(any_of!("the", "a", "an", "its", "their", "it", "them"))
                && (verb().ends_with('s') || verb().ends_with("ed"))
        })
    }

    /// The acts that stand right and have rows for the thing.
    fn acts_on(
        &self,
        thing: u16,
        stands_right: impl Fn(&Act) -> bool,
    ) -> impl DoubleEndedIterator<Item = (&Act, &'a [Row])> {
        let lexicon = &self.context.place.taxonomy.lexicon;
        let class = lexicon.things[thing as usize].class;
        self.acts
            .iter()
            .filter(move |act| stands_right(act))
            .map(move |act| (act, lexicon.rows.get(act.predicate, class)))
            .filter(|(_, rows)| !rows.is_empty())
    }
}
