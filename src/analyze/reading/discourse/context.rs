//! Whom a sentence speaks of beside its own mentions: what items and rows stand under, or the sentence before.

use smallvec::smallvec;

use crate::corpus::BlockKind;
use crate::taxonomy::{Cue, Entry};

use super::super::anaphors::points_at_an_occasion;
use super::super::mentions::Found;
use super::super::scan::{FINITE_OR_BASE, TokenKind, View};
use super::super::tags::thing_of;
use super::super::{Companies, Place, is_fragment};
use super::{Discourse, Inherited};

impl Discourse {
    /// Whom a sentence speaks of beside its own mentions.
    pub(in super::super) fn inherit(
        &self,
        place: Place<'_>,
        view: &View<'_>,
        mentions: &[Found],
    ) -> Inherited {
        let block = &place.document.blocks[place.block];
        if is_fragment(block.kind) && !(is_sentence(view) && block.kind == BlockKind::Item) {
            return self.context(place, view, mentions, block.lead_in);
        }
        let own_subject = mentions.iter().any(Found::is_free);
        let companies = if own_subject || starts_generic(view) {
            Companies::new()
        } else {
            self.carry(place, view, mentions)
        };
        Inherited { companies, leads: false }
    }

    /// Items and rows go on about their lead-in, heading or topic, unless they begin with a company of their own.
    fn context(
        &self,
        place: Place<'_>,
        view: &View<'_>,
        mentions: &[Found],
        lead_in: Option<usize>,
    ) -> Inherited {
        let of_deal = lead_in.is_some() && lead_in == self.leads_on;
        let lead_in =
            lead_in.and_then(|at| self.blocks.get(at)).filter(|companies| companies.len() == 1 || of_deal);
        let several = self.heading.len() > 1;
        let heading =
            Some(&self.heading).filter(|companies| several || (companies.len() == 1 && !self.profile));
        let topic: Companies =
            self.profiled().or_else(|| self.topic_in_view()).filter(|_| !self.asks).into_iter().collect();
        let companies = lead_in.or(heading).unwrap_or(&topic).clone();
        let first_is_named = mentions.first().is_some_and(|mention| mention.from == 0);
        let labelled =
            mentions.first().is_some_and(|mention| mention.from == 0 && mention.owner && !mention.inferred);
        let row = place.document.blocks[place.block].kind == BlockKind::Row;
        let own_subject = mentions.iter().any(Found::is_free);
        let last_named = mentions
            .first()
            .and_then(|first| mentions.iter().rev().find(|mention| mention.group == first.group));
        if last_named.is_some_and(|mention| first_is_named && acts(view, mention)) {
            return Inherited::default();
        }
        let label = last_named.filter(|mention| first_is_named && is_label(view, mention));
        let is_peer =
            |&company: &u16| place.is_peer(company, &companies) || several && self.heading.contains(&company);
        if let Some(label) = label.filter(|label| label.companies.iter().any(is_peer)) {
            return Inherited { leads: true, companies: label.companies.clone() };
        }
        if own_subject && (row || labelled || (first_is_named && lead_in.is_none() && !self.profile)) {
            return Inherited::default();
        }
        Inherited { leads: !companies.is_empty(), companies }
    }

    /// A full sentence without a company goes on about the topic, or where it points back, about the last subject.
    fn carry(&self, place: Place<'_>, view: &View<'_>, mentions: &[Found]) -> Companies {
        let points_back = view.tokens.first().is_some_and(|token| {
            token.is(any_of!("This", "That", "These", "Those", "Such"))
                || token.is(any_of!("The", "Both"))
                    && if self.plain { view.has_thing } else { names_a_thing_at_once(view) }
        });
        let points_back = points_back && !points_at_an_occasion(view);
        if let Some(topic) = self.topic_in_view().filter(|_| points_back) {
            return if self.age == 0 && self.focus.len() > 1 { self.focus.clone() } else { smallvec![topic] };
        }
        let near = self.age == 0 && self.block == place.block;
        if points_back && near && mentions.is_empty() { self.singular() } else { Companies::new() }
    }
}

/// A finite verb stands right behind the name.
fn acts(view: &View<'_>, mention: &Found) -> bool {
    let apposed = view.tokens.get(mention.to).is_some_and(|token| token.is(any_of!("(")));
    let closed =
        (mention.to..view.tokens.len().min(mention.to + 6)).find(|&at| view.tokens[at].is(any_of!(")")));
    let end = closed.filter(|_| apposed).map_or(mention.to, |at| at + 1);
    !mention.inferred && !mention.owner && view.has_verb_at(end, &FINITE_OR_BASE)
}

/// "Meta: …": a colon right behind the name.
pub(in super::super) fn is_label(view: &View<'_>, mention: &Found) -> bool {
    view.tokens.get(mention.to).is_some_and(|token| token.kind == TokenKind::Colon)
}

/// A sentence rather than a fragment: has its end mark, and words enough for a subject and a verb.
fn is_sentence(view: &View<'_>) -> bool {
    let ended = view.tokens.last().is_some_and(|token| token.is(any_of!(".", "!", "”", "\"", ")")));
    ended && (view.has(Cue::Be) || view.has(Cue::Verb))
}

/// "The site", "The Texas campus", not "The market is wary of chips".
fn names_a_thing_at_once(view: &View<'_>) -> bool {
    view.has_thing && view.hits_from(0, 4).iter().any(|hit| thing_of(hit).is_some())
}

/// "Developers can …", "For enterprises, the …": a subject of its own that is no company.
fn starts_generic(view: &View<'_>) -> bool {
    if view.tokens.first().is_some_and(|token| token.is(any_of!("For"))) {
        return true;
    }
    if !view.has(Cue::Generic) {
        return false;
    }
    let head = view.tokens.iter().take(12).position(|token| token.kind == TokenKind::Comma).unwrap_or(0);
    view.hits.iter().any(|hit| {
        matches!(hit.entry, Entry::Grammar(Cue::Generic))
            && (hit.from <= 1 || (head > 0 && hit.from == head + 1))
    })
}
