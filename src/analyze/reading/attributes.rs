//! What is said of a company itself ("a neocloud", "open-sourced everything") to tags.

use smallvec::smallvec;

use crate::taxonomy::Attribute;

use super::super::explain::Why;
use super::super::model::Role;
use super::frames::{group, is_denied};
use super::mentions::Found;
use super::owners::Owner;
use super::scan::{Hit, TokenKind};
use super::tags::{Decision, Tagger};
use super::{Companies, Mentions};

impl Tagger<'_, '_> {
    /// What the words make of whoever they are said of; of the industry where they are said of nobody.
    pub(super) fn place_attribute(&mut self, hit: Hit, attribute: u16) {
        let entry = &self.context.place.taxonomy.lexicon.attributes[attribute as usize];
        let decision = Decision {
            axis: entry.axis,
            rule: &entry.rule,
            evidence: smallvec![self.context.view.span(hit.from, hit.to)],
        };
        if let Some(members) = self.members(hit).filter(|_| entry.of.is_empty() && entry.other.is_none()) {
            self.push(&members, entry.position, &decision, false);
            return;
        }
        let yardstick = self.is_yardstick(hit);
        if yardstick || (entry.other.is_none() && !self.is_owned(hit) && self.is_object(hit)) {
            self.miss(hit, &entry.rule, if yardstick { Why::Yardstick } else { Why::Object });
            return;
        }
        let behind = self.owner_behind(entry, hit).or_else(|| self.named_as(entry, hit));
        let is_behind = behind.is_some();
        let owner = behind.unwrap_or_else(|| self.owner(hit, None, None, entry.other.is_some()));
        let Owner { mut companies, inferred, told } = owner;
        let one_of_many = entry.each && companies.len() == 1 && self.is_plural(hit);
        if one_of_many || (!told && !self.context.inherited.leads && hit.from <= 2 && self.is_plural(hit)) {
            companies.clear();
        }
        let is_known = told || self.context.inherited.leads;
        if !entry.of.is_empty() && entry.other.is_none() && !is_known {
            companies.clear();
        } else if !entry.of.is_empty() && !is_behind {
            companies = self.of_its_kind(entry, companies, hit);
        }
        let known = companies.len();
        let becomes = self.is_made(hit);
        companies.retain(|&mut company| becomes || !self.context.place.is_among(company, &entry.not_of));
        let barred = companies.is_empty() && known > 0;
        if barred || !entry.of.is_empty() && companies.is_empty() {
            self.miss(hit, &entry.rule, Why::NoCompany);
            return;
        }
        let position = entry.position.filter(|_| !is_denied(self.context.view, hit.from));
        if companies.is_empty() {
            self.push_industry(position, &decision);
        } else {
            self.push(&companies, position, &decision, inferred);
        }
        if entry.other.is_some() {
            let mut parties = self.parties(hit);
            let alike =
                |company: u16| !is_behind && !entry.of.is_empty() && self.is_in(&entry.of, &[company]);
            parties.retain(|company| !companies.contains(company) && !alike(*company));
            self.push(&parties, entry.other, &decision, false);
        }
    }

    /// Those of the lines of business that the words ask for; the other party of a relation, or the only one spoken of,
    /// where the owner is of none.
    fn of_its_kind(&self, entry: &Attribute, mut companies: Companies, hit: Hit) -> Companies {
        let is_relation = entry.other.is_some();
        if is_relation && !self.is_in(&entry.of, &companies) {
            companies = self.parties(hit);
        }
        if is_relation && !self.is_in(&entry.of, &companies) {
            companies = self.context.discourse.profiled().into_iter().collect();
        }
        if !is_relation && companies.is_empty() {
            companies = self.context.discourse.singular();
        }
        companies.retain(|company| self.is_in(&entry.of, &[*company]));
        companies
    }

    /// "other neoclouds — X, Y, Z — each": the companies listed right behind the word.
    fn members(&self, hit: Hit) -> Option<Companies> {
        let view = self.context.view;
        let mark = view.tokens.get(hit.to)?;
        let first = self.found.iter().position(|mention| mention.from == hit.to + 1)?;
        let listed = group(self.found, first);
        let opened = matches!(mark.kind, TokenKind::Dash | TokenKind::Bracket);
        (opened && !self.found[first].owner && (listed.len() > 1 || mark.kind == TokenKind::Bracket))
            .then(|| self.companies(&listed))
    }

    /// "a tenant of X": whose the relation is stands right behind.
    fn owner_behind(&self, entry: &Attribute, hit: Hit) -> Option<Owner> {
        let view = self.context.view;
        view.tokens.get(hit.to).filter(|token| token.is(any_of!("of")))?;
        let at = self.found.iter().position(|mention| mention.from == hit.to + 1)?;
        let companies = self.companies(&group(self.found, at));
        let of_a_kind = |&company: &u16| self.context.place.is_among(company, &entry.of);
        let meant = entry.other.is_some() && companies.iter().any(of_a_kind);
        meant.then_some(Owner { companies, inferred: self.found[at].inferred, told: true })
    }

    /// "with X as anchor tenant": whoever stands right before the "as".
    fn named_as(&self, entry: &Attribute, hit: Hit) -> Option<Owner> {
        let view = self.context.view;
        if entry.other.is_none() || !entry.of.is_empty() {
            return None;
        }
        let from = hit.from.saturating_sub(3);
        let at_as = (from..hit.from).rev().find(|&at| view.tokens[at].is(any_of!("as")))?;
        let at = self.found.iter().rposition(|mention| mention.to == at_as && !mention.owner)?;
        Some(self.told(&group(self.found, at)))
    }

    /// Everybody in the sentence who is no yardstick; in a row that is about a company, in the cell.
    fn parties(&self, hit: Hit) -> Companies {
        let cell = self.context.clauses.cells.around(hit.from);
        let takes_part = |mention: &Found| {
            mention.role != Role::Reference
                && (!mention.inferred || mention.owner)
                && cell.as_ref().is_none_or(|cell| cell.contains(&mention.from))
        };
        let parties: Mentions = (0..self.found.len()).filter(|&at| takes_part(&self.found[at])).collect();
        self.companies(&parties)
    }

    /// "relies on cloud providers", "other cloud providers": said of somebody else than the subject.
    fn is_object(&self, hit: Hit) -> bool {
        let view = self.context.view;
        let from = hit.from.saturating_sub(4);
        let words = view.tokens[from..hit.from].iter().rev();
        words
            .take_while(|word| {
                !word.is(any_of!(",", ";", ":", "as", "a", "into", "becoming", "become", "the"))
            })
            .any(|word| {
                word.is(any_of!(
                    "on", "from", "by", "against", "with", "than", "over", "other", "these", "for"
                ))
            })
    }

    /// "makes Google a neocloud", "could become one", "acts as one": what is not so of itself.
    fn is_made(&self, hit: Hit) -> bool {
        let words = &self.context.view.tokens[hit.from.saturating_sub(4)..hit.from];
        words.iter().any(|word| {
            word.is(any_of!(
                "become", "becomes", "became", "becoming", "makes", "make", "made", "turns", "turned", "as"
            ))
        })
    }

    /// "The neoclouds are …": a plural is said of a kind.
    pub(super) fn is_plural(&self, hit: Hit) -> bool {
        let view = self.context.view;
        let word = view.tokens[hit.to - 1].span.of(view.text);
        word.ends_with('s') && !word.ends_with("ss")
    }
}
