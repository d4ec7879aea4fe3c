//! Things under predicates, things alone and attributes to tags.

use crate::taxonomy::{Entry, Name, Row, Taxonomy};
use crate::text::Span;

use super::super::model::{Role, Tag};
use super::clauses::Clauses;
use super::discourse::Inherited;
use super::frames::{Act, acts, is_negated, slots, subject};
use super::mentions::Found;
use super::scan::{Hit, TokenKind, View};

/// Tokens between a predicate and the thing it is said of, at most.
const REACH: usize = 10;
/// Tokens from a thing to a predicate behind it ("chips sold to", "chip sales").
const REACH_BACK: usize = 5;

/// The tags of one sentence; may turn mentions into counterparties.
pub(super) fn tags(
    taxonomy: &Taxonomy,
    view: &View<'_>,
    clauses: &Clauses,
    found: &mut [Found],
    inherited: &Inherited,
) -> Vec<Tag> {
    let mut tagger = Tagger { taxonomy, view, clauses, acts: acts(view), found, inherited, tags: Vec::new() };
    let hits = &view.hits;
    let mut at = 0;
    while at < hits.len() {
        let same = hits[at..].iter().take_while(|hit| hit.from == hits[at].from).count();
        tagger.place(&hits[at..at + same]);
        at += same;
    }
    tagger.finish()
}

struct Tagger<'a, 'f> {
    taxonomy: &'a Taxonomy,
    view: &'a View<'a>,
    clauses: &'a Clauses,
    acts: Vec<Act>,
    found: &'f mut [Found],
    inherited: &'a Inherited,
    tags: Vec<Tag>,
}

/// A position with the words that gave it.
struct Decision<'a> {
    axis: u16,
    rule: &'a Name,
    evidence: Vec<Span>,
}

impl Tagger<'_, '_> {
    /// All that hits over one phrase say: rows first; the thing alone where no row fits.
    fn place(&mut self, hits: &[Hit]) {
        let mut placed = false;
        for hit in hits {
            if let Entry::Thing { thing, maker } = hit.entry {
                placed |= self.place_under_predicate(*hit, thing, maker);
            }
        }
        for hit in hits {
            match hit.entry {
                Entry::Thing { thing, maker } if !placed => self.place_alone(*hit, thing, maker),
                Entry::Attribute(attribute) => self.place_attribute(*hit, attribute),
                Entry::Thing { .. }
                | Entry::Exclusion
                | Entry::Predicate { .. }
                | Entry::Name { .. }
                | Entry::Reject
                | Entry::Hint { .. }
                | Entry::Grammar(_) => {}
            }
        }
    }

    fn place_under_predicate(&mut self, hit: Hit, thing: u16, maker: Option<u16>) -> bool {
        let lexicon = &self.taxonomy.lexicon;
        let class = lexicon.things[thing as usize].class;
        let clause = self.clauses.of(hit.from);
        let best = self
            .acts
            .iter()
            .filter(|act| self.clauses.of(act.from) == clause)
            .filter_map(|act| lexicon.rows.get(&(act.predicate, class)).map(|row| (act, row)))
            .filter_map(|(act, row)| self.distance(act, hit).map(|distance| (distance, act, row)))
            .min_by_key(|(distance, act, _)| (*distance, act.from));
        let Some((_, &act, row)) = best else { return false };
        let found_slots = slots(lexicon, self.view, self.clauses, self.found, &act);
        let mut subjects = self.companies(&found_slots.subject);
        let mut others = self.companies(&found_slots.other);
        let mut inferred = found_slots.subject.iter().any(|&at| self.found[at].inferred);
        if subjects.is_empty() {
            subjects.clone_from(&self.inherited.companies);
            inferred = true;
        }
        let makers = self.makers(hit, maker);
        self.mark(&found_slots.other, Role::Counterparty);
        if others.is_empty() {
            others.clone_from(&makers);
        }
        self.by_sector(row, &mut subjects, &mut others);
        let evidence = vec![self.view.span(act.from, act.to), self.view.span(hit.from, hit.to)];
        let decision = Decision { axis: row.axis, rule: &row.rule, evidence };
        let own = row.own.filter(|_| makers.iter().any(|company| subjects.contains(company)));
        let position = if act.negated { row.negated } else { own.or(row.subject) };
        others.retain(|company| !subjects.contains(company));
        self.push(&subjects, position, &decision, inferred);
        if !others.is_empty() && row.other.is_some() && !act.negated {
            self.push(&others, row.other, &decision, false);
        }
        if subjects.is_empty() && others.is_empty() {
            self.push_industry(if act.negated { row.negated } else { row.subject }, &decision);
        }
        true
    }

    /// Tokens between act and thing where they can belong together.
    fn distance(&self, act: &Act, hit: Hit) -> Option<usize> {
        let overlaps = act.from < hit.to && hit.from < act.to;
        let (from, to, reach, cost) = if act.to <= hit.from {
            (act.to, hit.from, REACH, 0)
        } else if hit.to <= act.from {
            (hit.to, act.from, REACH_BACK, 2)
        } else {
            return overlaps.then_some(0);
        };
        let between = &self.view.tokens[from..to];
        let closed = between.iter().any(|token| matches!(token.kind, TokenKind::Semicolon | TokenKind::Bar));
        (between.len() <= reach && !closed).then_some(between.len() + cost)
    }

    /// Companies of a listed sector take the other side, whatever their slot.
    fn by_sector(&self, row: &Row, subjects: &mut Vec<u16>, others: &mut Vec<u16>) {
        if row.other_sectors.is_empty() || subjects.is_empty() || others.is_empty() {
            return;
        }
        let sells = |company: &u16| {
            let sectors = &self.taxonomy.companies[*company as usize].sectors;
            sectors.iter().any(|sector| row.other_sectors.contains(sector))
        };
        if subjects.iter().any(sells) && !others.iter().any(sells) {
            std::mem::swap(subjects, others);
        }
    }

    /// The makers of a thing: of its name, or of the company named right before it ("NVIDIA GPUs").
    fn makers(&mut self, hit: Hit, maker: Option<u16>) -> Vec<u16> {
        let before = self.found.iter().position(|mention| {
            !mention.owner && !mention.inferred && mention.to <= hit.from && hit.from - mention.to <= 1
        });
        match before {
            Some(at) => self.found[at].companies.clone(),
            None => maker.into_iter().collect(),
        }
    }

    fn place_alone(&mut self, hit: Hit, thing: u16, maker: Option<u16>) {
        let entry = &self.taxonomy.lexicon.things[thing as usize];
        if entry.weak {
            return;
        }
        let decision = Decision {
            axis: entry.axis,
            rule: &entry.rule,
            evidence: vec![self.view.span(hit.from, hit.to)],
        };
        let negated = is_negated(self.view, hit.from);
        let (mut companies, mut inferred) = self.owner(hit);
        let makers = self.makers(hit, maker);
        if companies.is_empty() && !makers.is_empty() {
            companies.clone_from(&makers);
            inferred = false;
        }
        let made = makers.iter().any(|company| companies.contains(company));
        let position = if negated {
            None
        } else if made {
            entry.own.or(entry.alone)
        } else {
            entry.alone
        };
        if companies.is_empty() {
            self.push_industry(position, &decision);
        } else {
            self.push(&companies, position, &decision, inferred);
        }
    }

    fn place_attribute(&mut self, hit: Hit, attribute: u16) {
        let entry = &self.taxonomy.lexicon.attributes[attribute as usize];
        let decision = Decision {
            axis: entry.axis,
            rule: &entry.rule,
            evidence: vec![self.view.span(hit.from, hit.to)],
        };
        let (companies, inferred) = self.owner(hit);
        let position = entry.position.filter(|_| !is_negated(self.view, hit.from));
        if companies.is_empty() {
            self.push_industry(position, &decision);
        } else {
            self.push(&companies, position, &decision, inferred);
        }
        if let Some(other) = entry.other {
            let behind = self.found.iter().position(|mention| {
                mention.from >= hit.to && mention.preposition.is_some() && mention.role != Role::Reference
            });
            if let Some(at) = behind {
                let parties = self.companies(&super::frames::group(self.found, at));
                self.push(&parties, Some(other), &decision, false);
            }
        }
    }

    /// Whose a thing is: its owner, its maker behind "from" or "like", the subject, the context.
    fn owner(&self, hit: Hit) -> (Vec<u16>, bool) {
        let owns = self.found.iter().rposition(|mention| {
            mention.owner
                && mention.to <= hit.from
                && hit.from - mention.to <= 5
                && mention.role != Role::Reference
        });
        let from = self.found.iter().position(|mention| {
            mention.from >= hit.to
                && mention.from - hit.to <= 3
                && mention.preposition.is_some()
                && self.view.tokens[hit.to..mention.from]
                    .iter()
                    .any(|token| matches!(token.span.of(self.view.text), "from" | "by" | "like" | "of"))
        });
        let mentions = match (owns, from) {
            (Some(at), _) | (None, Some(at)) => super::frames::group(self.found, at),
            (None, None) => subject(self.clauses, self.found, self.clauses.of(hit.from), hit.from, hit.to),
        };
        if mentions.is_empty() {
            return (self.inherited.companies.clone(), true);
        }
        (self.companies(&mentions), mentions.iter().any(|&at| self.found[at].inferred))
    }

    fn companies(&self, mentions: &[usize]) -> Vec<u16> {
        let mut companies: Vec<u16> =
            mentions.iter().flat_map(|&at| self.found[at].companies.iter().copied()).collect();
        companies.sort_unstable();
        companies.dedup();
        companies
    }

    fn mark(&mut self, mentions: &[usize], role: Role) {
        for &at in mentions {
            if self.found[at].role == Role::Actor {
                self.found[at].role = role;
            }
        }
    }

    fn push(&mut self, companies: &[u16], position: Option<u16>, decision: &Decision<'_>, inferred: bool) {
        for &company in companies {
            let company = Some(self.taxonomy.companies[company as usize].id.clone());
            self.push_tag(company, position, decision, inferred);
        }
    }

    fn push_industry(&mut self, position: Option<u16>, decision: &Decision<'_>) {
        self.push_tag(None, position, decision, false);
    }

    fn push_tag(
        &mut self,
        company: Option<Name>,
        position: Option<u16>,
        decision: &Decision<'_>,
        inferred: bool,
    ) {
        let axis = &self.taxonomy.axes[decision.axis as usize];
        let position = position.map(|at| axis.positions[at as usize].id.clone());
        let known = self
            .tags
            .iter()
            .any(|tag| tag.company == company && tag.axis == axis.id && tag.position == position);
        if !known {
            self.tags.push(Tag {
                company,
                axis: axis.id.clone(),
                position,
                rule: decision.rule.clone(),
                evidence: decision.evidence.clone(),
                inferred,
            });
        }
    }

    /// A company's tag without a position gives way to one with; the industry's to any company's on the axis.
    fn finish(self) -> Vec<Tag> {
        let all = self.tags;
        let mut tags: Vec<Tag> = all
            .iter()
            .filter(|tag| {
                let placed = tag.position.is_some()
                    || !all.iter().any(|other| {
                        other.company == tag.company && other.axis == tag.axis && other.position.is_some()
                    });
                let own = tag.company.is_some()
                    || !all.iter().any(|other| other.company.is_some() && other.axis == tag.axis);
                placed && own
            })
            .cloned()
            .collect();
        let order = |tag: &Tag| self.taxonomy.axes.iter().position(|axis| axis.id == tag.axis);
        tags.sort_by(|a, b| (order(a), &a.company, &a.position).cmp(&(order(b), &b.company, &b.position)));
        tags
    }
}
