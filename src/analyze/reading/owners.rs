//! Whose a thing is and who makes it, where no act says so.

use smallvec::smallvec;

use crate::taxonomy::{Cue, Entry, Thing};
use crate::text::Short;

use super::super::model::Role;
use super::discourse::is_label;
use super::frames::{before, group, relative, subject};
use super::mentions::Found;
use super::scan::{Hit, TokenKind};
use super::tags::{Tagger, thing_of};
use super::{Companies, Mentions};

const POINTERS: &[Short] = any_of!("the", "this", "that", "these", "those", "its", "such", "their");

/// Whose a thing is.
pub(super) struct Owner {
    pub(super) companies: Companies,
    /// Not named in the sentence itself.
    pub(super) inferred: bool,
    /// The sentence names or points at it; otherwise the context alone does.
    pub(super) told: bool,
}

impl Tagger<'_, '_> {
    /// Whose a thing is: its owner, the company behind "from" or "like", the subject, whoever it placed before, the
    /// context. Behind the "of" of a relation stands the other party ("supplier of X").
    pub(super) fn owner(&self, hit: Hit, class: Option<u16>, maker: Option<u16>, relation: bool) -> Owner {
        let (view, clauses) = (self.context.view, self.context.clauses);
        let clause = clauses.of(hit.from);
        if self.is_readers(hit) {
            return self.told(&[]);
        }
        if (self.is_row() || clauses.cells.about(hit.from).is_some())
            && let Some(owner) = self.owner_in_row(hit, maker)
        {
            return owner;
        }
        if self.is_row() && self.observers_only() {
            return self.implied();
        }
        let made_by =
            |mention: &Found| class.is_some() && maker.is_some_and(|maker| *mention.companies == [maker]);
        if let Some(at) = self.possessor(hit, relation, made_by) {
            let mentions = group(self.found, at);
            return self.told(&mentions);
        }
        if self.context.inherited.leads {
            let label = self.found.first().filter(|first| maker.is_some() && !made_by(first));
            return if label.is_some_and(|first| self.is_label(first)) {
                self.told(&[0])
            } else {
                self.implied()
            };
        }
        if let Some(relative) = relative(view, self.found, clauses.start(clause), hit.from) {
            return self.told(&relative);
        }
        let start = clauses.start(clause);
        let user = self.found.iter().rposition(|mention| {
            mention.from >= start && mention.to <= hit.from && mention.is_free() && !made_by(mention)
        });
        if let Some(user) = user.filter(|_| maker.is_some()) {
            let users = group(self.found, user);
            return self.told(&users);
        }
        let before = before(self.found, start, hit.from);
        if !before.is_empty() {
            return self.told(&before);
        }
        if let Some(maker) = self.maker_before(hit, class, start) {
            return Owner { companies: smallvec![maker], inferred: true, told: true };
        }
        if let Some(company) = class.and_then(|class| self.told_owner(hit, class)) {
            return Owner { companies: smallvec![company], inferred: true, told: false };
        }
        let mentions = subject(view, clauses, self.found, clause, hit.from, hit.to);
        if mentions.is_empty() { self.implied() } else { self.told(&mentions) }
    }

    /// Whom a cell is about, and whom it opens with; where it is about nobody, everybody in the row. A maker owns what no
    /// other does.
    fn owner_in_row(&self, hit: Hit, maker: Option<u16>) -> Option<Owner> {
        let cells = &self.context.clauses.cells;
        let cell = cells.around(hit.from).unwrap_or(0..self.context.view.tokens.len());
        let led = cells.about(hit.from).is_some();
        let takes_part = |at: &usize| {
            let mention = &self.found[*at];
            cell.contains(&mention.from)
                && self.takes_a_cell(mention, hit)
                && (!led || mention.from == cell.start && mention.is_free())
        };
        let named: Mentions = (0..self.found.len()).filter(takes_part).collect();
        let mut owner = self.told(&named);
        if let Some((about, told)) = cells.about(hit.from) {
            owner.companies.extend_from_slice(&about.companies);
            owner.companies.sort_unstable();
            owner.companies.dedup();
            owner.inferred |= !told;
            let makers = self.makers(hit, maker);
            if owner.companies.iter().any(|company| !makers.contains(company)) {
                owner.companies.retain(|company| !makers.contains(company));
            }
        }
        (!owner.companies.is_empty()).then_some(owner)
    }

    /// "| 2027 | 84 GW | Goldman Sachs |": the row names none but its source.
    fn observers_only(&self) -> bool {
        let observes = |company: &u16| self.context.place.observes(*company);
        !self.found.is_empty() && self.found.iter().all(|mention| mention.companies.iter().all(observes))
    }

    /// The mention that owns the thing, or stands behind its "from" or "like".
    fn possessor(&self, hit: Hit, relation: bool, made_by: impl Fn(&Found) -> bool) -> Option<usize> {
        let owns = self.found.iter().rposition(|mention| {
            mention.owner
                && !made_by(mention)
                && mention.to <= hit.from
                && hit.from - mention.to <= 6
                && mention.role != Role::Reference
        });
        let behind = || {
            self.found.iter().position(|mention| {
                mention.from >= hit.to
                    && mention.from - hit.to <= 3
                    && self.context.view.tokens[hit.to..mention.from].iter().any(|token| {
                        token.is(any_of!("from", "by", "like", ":")) || !relation && token.is(any_of!("of"))
                    })
            })
        };
        owns.or_else(behind)
    }

    /// "Meta: 3,500 H100s" in a list about another.
    fn is_label(&self, first: &Found) -> bool {
        first.from == 0 && !first.inferred && is_label(self.context.view, first)
    }

    /// The companies of the context.
    fn implied(&self) -> Owner {
        Owner { companies: self.context.inherited.companies.clone(), inferred: true, told: false }
    }

    /// Who makes a thing of another class that stands before this one in the clause, which begins at `start`.
    fn maker_before(&self, hit: Hit, class: Option<u16>, start: usize) -> Option<u16> {
        let things = &self.context.place.taxonomy.lexicon.things;
        self.context.view.hits.iter().find_map(|other| match other.entry {
            Entry::Thing { thing, maker } if start <= other.from && other.to <= hit.from => {
                maker.filter(|_| Some(things[thing as usize].class) != class)
            }
            _ => None,
        })
    }

    /// "the chip": the one spoken of, and so whoever makes it.
    pub(super) fn known_maker(&self, hit: Hit, thing: u16) -> Option<u16> {
        let class = self.context.place.taxonomy.lexicon.things[thing as usize].class;
        let at_once = hit
            .from
            .checked_sub(1)
            .is_some_and(|before| self.context.view.tokens[before].is_in_any_case(any_of!("the", "this")));
        let singular = !self.context.view.tokens[hit.to - 1].span.of(self.context.view.text).ends_with('s');
        self.context.discourse.made(class).filter(|_| at_once && singular)
    }

    /// The only company that things of the class placed so far, where the sentence points back at them ("the site", "these
    /// chips") or calls them what it was called before by three words or more ("space-based solar"; a plural is said of a kind).
    pub(super) fn told_owner(&self, hit: Hit, class: u16) -> Option<u16> {
        let view = self.context.view;
        let points_back = view.tokens[hit.from.saturating_sub(2)..hit.from]
            .iter()
            .any(|token| token.is_in_any_case(POINTERS));
        let rival = view.has(Cue::Rival)
            && view
                .hits
                .iter()
                .any(|cue| cue.to <= hit.from && matches!(cue.entry, Entry::Grammar(Cue::Rival)));
        let discourse = self.context.discourse;
        let called_so = Some(view.tokens[hit.from].word).filter(|_| !points_back);
        let owner = discourse
            .owner_of(class, called_so)
            .filter(|_| points_back || hit.to - hit.from > 2 && !self.is_plural(hit));
        owner.filter(|_| !rival)
    }

    /// Neither a yardstick nor the maker of another thing, nor whoever rates others, unless the row is about it.
    fn takes_a_cell(&self, mention: &Found, hit: Hit) -> bool {
        let rates = |&company: &u16| self.context.place.observes(company);
        let makes = |other: &Hit| {
            other.from != hit.from
                && thing_of(other)
                    .and_then(|(_, maker)| maker)
                    .is_some_and(|maker| *mention.companies == [maker])
        };
        let made = if mention.is_product() { mention.from } else { mention.to };
        mention.role != Role::Reference
            && (mention.from == 0
                || !self.is_ground(mention)
                    && !mention.companies.iter().all(rates)
                    && !self.context.view.hits_at(made).any(makes))
    }

    /// "your GPUs": the reader's.
    fn is_readers(&self, hit: Hit) -> bool {
        let view = self.context.view;
        view.tokens[hit.from.saturating_sub(2)..hit.from]
            .iter()
            .any(|token| token.is_in_any_case(any_of!("your")))
    }

    pub(super) fn told(&self, mentions: &[usize]) -> Owner {
        let inferred = mentions.iter().any(|&at| self.found[at].inferred);
        Owner { companies: self.companies(mentions), inferred, told: true }
    }

    /// The makers of a thing: of its name, or of the company named right before it ("NVIDIA GPUs", not "Crusoe H100s").
    pub(super) fn makers(&self, hit: Hit, maker: Option<u16>) -> Companies {
        let class = |hit: &Hit| {
            let things = &self.context.place.taxonomy.lexicon.things;
            thing_of(hit).map(|(thing, _)| things[thing as usize].class)
        };
        // "Azure GPUs": whose cloud they are in
        let is_another = |from: usize| {
            let mut others = self.context.view.hits_at(from).filter_map(class);
            others.any(|other| Some(other) != class(&hit))
        };
        let before = self.found.iter().position(|mention| {
            !mention.owner && !mention.inferred && mention.to == hit.from && !is_another(mention.from)
        });
        let named = thing_of(&hit).and_then(|(_, maker)| maker);
        let fits = |at: &usize| named.is_none_or(|known| self.found[*at].companies.contains(&known));
        match before.filter(fits) {
            Some(at) => self.found[at].companies.clone(),
            None => maker.into_iter().collect(),
        }
    }

    /// True where the company's line of business is to make such things for others.
    pub(super) fn sells_things(&self, entry: &Thing, company: u16) -> bool {
        self.context.place.is_among(company, &entry.sold_by)
    }

    /// "Apple's newest chip", "its chips".
    pub(super) fn is_owned(&self, hit: Hit) -> bool {
        let last = self.found.iter().rev().find(|mention| mention.to <= hit.from);
        last.is_some_and(|mention| mention.owner && hit.from - mention.to <= 5)
    }

    pub(super) fn is_row(&self) -> bool {
        self.context.view.holds(TokenKind::Bar)
    }
}
