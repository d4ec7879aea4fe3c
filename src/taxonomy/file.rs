//! A taxonomy file as it is written: TOML tables to plain values, nothing checked yet but their shape.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::metrics::{DenialEntry, MetricEntry, OppositeEntry, ScopeCue};

/// One taxonomy file. Every table may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    #[serde(default)]
    pub(super) company: BTreeMap<Spanned<String>, CompanyEntry>,
    #[serde(default)]
    pub(super) axis: Vec<AxisEntry>,
    #[serde(default)]
    pub(super) thing: Vec<ThingEntry>,
    #[serde(default)]
    pub(super) predicate: Vec<PredicateEntry>,
    #[serde(default)]
    pub(super) row: Vec<RowEntry>,
    #[serde(default)]
    pub(super) attribute: Vec<AttributeEntry>,
    #[serde(default)]
    pub(super) exclusion: Vec<Spanned<ExclusionEntry>>,
    #[serde(default)]
    pub(super) grammar: BTreeMap<Spanned<String>, Vec<String>>,
    /// Sectors whose companies are no actors where they only say or estimate something.
    #[serde(default)]
    pub(super) observers: Vec<String>,
    #[serde(default)]
    pub(super) kind: Vec<KindEntry>,
    #[serde(default)]
    pub(super) irregular: BTreeMap<String, Irregular>,
    /// Sentences that show the entries at work; nothing is matched by them.
    #[serde(default)]
    pub(super) example: Vec<ExampleEntry>,
    #[serde(default)]
    pub(super) metric: Vec<MetricEntry>,
    #[serde(default)]
    pub(super) scope: BTreeMap<ScopeCue, Vec<String>>,
    #[serde(default)]
    pub(super) opposite: Vec<OppositeEntry>,
    #[serde(default)]
    pub(super) denial: Vec<DenialEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CompanyEntry {
    pub(super) name: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    #[serde(default)]
    pub(super) products: Vec<String>,
    /// Things of the lexicon that this company alone makes, by their class: `makes.chips = ["H100"]`.
    #[serde(default)]
    pub(super) makes: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    pub(super) people: Vec<String>,
    #[serde(default)]
    pub(super) descriptions: Vec<String>,
    #[serde(default)]
    pub(super) sector: Vec<Spanned<String>>,
    pub(super) parent: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) reject: Vec<String>,
    #[serde(default)]
    pub(super) requires: Vec<String>,
    pub(super) ambiguous: Option<Vec<String>>,
    #[serde(default)]
    pub(super) default_person: bool,
}

/// Nouns that stand, behind "the", for a company of their line of business.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KindEntry {
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) main: Vec<String>,
    #[serde(default)]
    pub(super) beside: Vec<String>,
    #[serde(default)]
    pub(super) never: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AxisEntry {
    pub(super) id: Spanned<String>,
    pub(super) label: Option<String>,
    #[serde(default)]
    pub(super) definition: String,
    /// Lines of business of companies to which a claim of this axis alone gives it, without a position.
    pub(super) touches: Option<Vec<String>>,
    #[serde(default)]
    pub(super) position: Vec<PositionEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PositionEntry {
    pub(super) id: String,
    pub(super) label: Option<String>,
    #[serde(default)]
    pub(super) definition: String,
}

/// Words for one class of things of an axis.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThingEntry {
    pub(super) class: Spanned<String>,
    pub(super) axis: Spanned<String>,
    /// The position of a company of which no more is said than the thing.
    pub(super) alone: Option<Spanned<String>>,
    /// The position of the maker of whom no more is said than the thing.
    pub(super) own: Option<Spanned<String>>,
    /// The same for a maker of one of the sectors `sold_by`, who makes the thing for others.
    pub(super) sold: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) sold_by: Vec<String>,
    /// Sectors of whose companies the thing alone says nothing.
    #[serde(default)]
    pub(super) not_of: Vec<String>,
    /// The class that the words name where they are another company's ("Google's custom silicon").
    pub(super) another: Option<Spanned<String>>,
    /// The position of a company whose it is ("Meta's chips") and of whom no more is said.
    pub(super) owned: Option<Spanned<String>>,
    /// The position of a company of which it is denied.
    pub(super) denied: Option<Spanned<String>>,
    /// Alone it places only a company that is named as its owner or subject.
    #[serde(default)]
    pub(super) explicit: bool,
    /// Where nobody is named it is said of the industry, not of whoever it was said of before.
    #[serde(default)]
    pub(super) common: bool,
    /// Count nouns: the plural is added.
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    /// Taken as they are.
    #[serde(default)]
    pub(super) phrases: Vec<String>,
    /// Lines of business: the name of a company whose main one is among them is such a thing ("relies on …").
    #[serde(default)]
    pub(super) firms: Vec<String>,
    /// The words count only right behind the name of a company of one of these main lines of business.
    #[serde(default)]
    pub(super) behind: Vec<String>,
    /// The words speak of the axis only under a predicate of its rows.
    #[serde(default)]
    pub(super) weak: bool,
}

/// Verbs and nouns of one kind of act.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PredicateEntry {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) phrases: Vec<String>,
    /// Words that stand before the other party.
    #[serde(default)]
    pub(super) other: Vec<String>,
    /// Words before a party that takes the subject's part, the subject taking the other's ("rents from").
    #[serde(default)]
    pub(super) swap: Vec<String>,
    /// Whoever else takes part in the clause is the other party, with or without a preposition.
    #[serde(default)]
    pub(super) mutual: bool,
    /// The thing itself may do it ("TPUs train its models"): whoever it is done for or to is the subject of the row, the
    /// maker of the thing the other party.
    #[serde(default)]
    pub(super) by_thing: bool,
}

/// What a predicate said of a thing makes of its parties.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowEntry {
    pub(super) axis: Spanned<String>,
    pub(super) predicates: Vec<Spanned<String>>,
    pub(super) things: Vec<Spanned<String>>,
    pub(super) subject: Option<Spanned<String>>,
    pub(super) other: Option<Spanned<String>>,
    /// The subject's position where the predicate is negated.
    pub(super) negated: Option<Spanned<String>>,
    /// The subject's position where it is the maker of the thing.
    pub(super) own: Option<Spanned<String>>,
    /// How much a line of business speaks for the side of `other` (above zero) or of `subject` (below), where words leave
    /// the sides open ("a deal between").
    #[serde(default)]
    pub(super) sides: BTreeMap<String, i32>,
    /// The row speaks only where both parties are known.
    #[serde(default)]
    pub(super) both: bool,
    /// The maker takes the position of `other` even where it is named only before the thing ("NVIDIA chips").
    #[serde(default)]
    pub(super) maker_is_other: bool,
    /// The row says nothing of the subject, not even that it speaks to the axis.
    #[serde(default)]
    pub(super) other_only: bool,
    /// Main lines of business of the subject outside of which the row says nothing.
    #[serde(default)]
    pub(super) subject_in: Vec<String>,
    /// The same of the other party.
    #[serde(default)]
    pub(super) other_in: Vec<String>,
}

/// Words that place the company they are said of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AttributeEntry {
    pub(super) axis: Spanned<String>,
    pub(super) position: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) phrases: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
    /// The other party's position, for words with one ("dependent on", "tenant of").
    pub(super) other: Option<Spanned<String>>,
    /// The words name one company: in the plural they name a kind, and say nothing of a single company.
    #[serde(default)]
    pub(super) each: bool,
    /// Main lines of business of the company it is said of outside of which the words say nothing ("backlog").
    #[serde(default)]
    pub(super) of: Vec<String>,
    /// Lines of business of companies of which the words say nothing.
    #[serde(default)]
    pub(super) not_of: Vec<String>,
}

/// Words in which no thing is meant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExclusionEntry {
    #[serde(default)]
    pub(super) nouns: Vec<String>,
    #[serde(default)]
    pub(super) phrases: Vec<String>,
    #[serde(default)]
    pub(super) verbs: Vec<String>,
}

/// Past tense and past participle of a verb.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Irregular {
    pub(super) past: Vec<String>,
    pub(super) participle: Vec<String>,
}

/// A sentence with what it must and must not say.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleEntry {
    pub(super) text: Spanned<String>,
    /// `COMPANY AXIS POSITION`; `-` is none, `*` any, and what is left out any, too.
    #[serde(default)]
    pub(super) tags: Vec<Spanned<String>>,
    /// Tags it must not have, written the same way.
    #[serde(default)]
    pub(super) not: Vec<Spanned<String>>,
    /// Companies it must mention: `COMPANY` or `COMPANY ROLE`.
    #[serde(default)]
    pub(super) mentions: Vec<Spanned<String>>,
    /// Companies it must not mention.
    #[serde(default)]
    pub(super) ignores: Vec<Spanned<String>>,
}
