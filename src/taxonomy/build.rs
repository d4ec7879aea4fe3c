//! Parsed files to the tables the analyzer matches with: references are resolved, words inflected, phrases numbered.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::hash::Hasher;
use std::sync::Arc;

use anyhow::{Result, bail};
use toml::Spanned;

use super::checks;
use super::file::{AttributeEntry, AxisEntry, CompanyEntry, Irregular, PredicateEntry, RowEntry, ThingEntry};
use super::inflect::{noun_forms, verb_forms};
use super::load::{Source, located};
use super::metrics::{add_denial, add_metric, add_scope};
use super::model::{
    Attribute, Axis, Company, Cue, Entry, Form, Kind, Name, NameKind, Position, Predicate, Row, Rows,
    Taxonomy, Thing,
};
use super::patterns::pieces;
use super::places::Place;
use crate::text::{self, Fold, words};

/// One taxonomy out of all `sources`, later ones on top.
pub(super) fn build(sources: &[Source]) -> Result<Taxonomy> {
    let mut builder = Builder::default();
    for source in sources {
        for (verb, forms) in &source.file.irregular {
            builder.irregular.insert(verb.clone(), forms.clone());
        }
        builder.axes(source)?;
    }
    for source in sources {
        builder.grammar(source)?;
        builder.taxonomy.lexicon.observers.extend(source.file.observers.iter().cloned());
        builder.kinds(source);
        builder.predicates(source);
        builder.things(source)?;
    }
    builder.others_things(sources)?;
    for source in sources {
        builder.rows(source)?;
        builder.attributes(source)?;
        builder.exclusions(source);
        builder.measures(source)?;
    }
    builder.check_kin(sources)?;
    checks::check(sources)?;
    builder.companies(sources)?;
    builder.taxonomy.measures.patterns.settle(|_| 0);
    let lexicon = &mut builder.taxonomy.lexicon;
    lexicon.patterns.settle(Entry::layer);
    lexicon.rows = Rows::of(builder.rows);
    let most = [lexicon.things.len(), lexicon.attributes.len(), builder.taxonomy.companies.len()];
    if most.iter().any(|&count| count >= usize::from(u16::MAX)) {
        bail!("the taxonomy has more than {} entries of one kind; split it into several", u16::MAX);
    }
    builder.taxonomy.hash = hash(sources);
    Ok(builder.taxonomy)
}

/// FNV-1a over names and texts: the same on every machine.
fn hash(sources: &[Source]) -> String {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    for source in sources {
        hasher.write(source.text.as_bytes());
        hasher.write(&[0]);
    }
    format!("{:016x}", hasher.finish())
}

struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[derive(Default)]
struct Builder {
    taxonomy: Taxonomy,
    irregular: BTreeMap<String, Irregular>,
    classes: BTreeMap<String, u16>,
    /// The thing entry that names made by a company join, for each class.
    class_things: BTreeMap<String, u16>,
    predicates: BTreeMap<String, u16>,
    /// By predicate and class.
    rows: BTreeMap<(u16, u16), Vec<Row>>,
}

impl Builder {
    fn axes(&mut self, source: &Source) -> Result<()> {
        for entry in &source.file.axis {
            let id = entry.id.get_ref();
            check_id(source, &entry.id)?;
            let axis = Axis {
                id: Arc::from(id.as_str()),
                label: entry.label.clone().unwrap_or_else(|| id.clone()),
                definition: entry.definition.clone(),
                positions: entry
                    .position
                    .iter()
                    .map(|position| Position {
                        id: Arc::from(position.id.as_str()),
                        label: position.label.clone().unwrap_or_else(|| position.id.clone()),
                        definition: position.definition.clone(),
                    })
                    .collect(),
                touches: entry.touches.clone().unwrap_or_default(),
                rule: rule(&["axis", id]),
            };
            if entry.touches.as_ref().is_some_and(|touches| !touches.is_empty()) {
                self.rule_at(&axis.rule, source.spot(entry.id.span().start));
            }
            match self.taxonomy.axes.iter_mut().find(|known| known.id.as_ref() == id) {
                Some(known) => extend_axis(known, axis, entry),
                None => self.taxonomy.axes.push(axis),
            }
        }
        Ok(())
    }

    fn grammar(&mut self, source: &Source) -> Result<()> {
        for (key, phrases) in &source.file.grammar {
            let Some(&(_, cue)) = Cue::ALL.iter().find(|(name, _)| name == key.get_ref()) else {
                let known = Cue::ALL.iter().map(|(name, _)| *name);
                bail!(unknown(source, key, "word class", known));
            };
            for phrase in phrases {
                self.taxonomy.lexicon.patterns.add(phrase, false, Entry::Grammar(cue));
            }
        }
        Ok(())
    }

    fn kinds(&mut self, source: &Source) {
        let lexicon = &mut self.taxonomy.lexicon;
        for entry in &source.file.kind {
            let kind = Kind::new(&entry.main, &entry.beside, &entry.never);
            for noun in &entry.nouns {
                lexicon.patterns.add(&format!("the {noun}"), false, Entry::Grammar(Cue::Singular));
                lexicon.patterns.add(&format!("the {noun}'s"), false, Entry::Grammar(Cue::SingularOwner));
                lexicon.kinds.insert(pieces(noun).join(" ").to_lowercase(), kind.clone());
            }
        }
    }

    fn predicates(&mut self, source: &Source) {
        for entry in &source.file.predicate {
            let index = self.predicate_index(source, entry);
            for verb in &entry.verbs {
                for (form, kind) in verb_forms(verb, &self.irregular) {
                    self.add_predicate(&form, index, kind);
                }
            }
            for noun in entry.nouns.iter().flat_map(|noun| noun_forms(noun)) {
                self.add_predicate(&noun, index, Form::Noun);
            }
            for phrase in &entry.phrases {
                self.add_predicate(phrase, index, Form::Present);
            }
        }
    }

    fn predicate_index(&mut self, source: &Source, entry: &PredicateEntry) -> u16 {
        let id = entry.id.get_ref();
        let fresh = small(self.taxonomy.lexicon.predicates.len());
        let index = *self.predicates.entry(id.clone()).or_insert(fresh);
        if index == fresh {
            self.taxonomy.lexicon.predicates.push(Predicate::default());
            self.taxonomy.places.predicates.push((Arc::from(id.as_str()), Vec::new()));
        }
        self.taxonomy.places.predicates[index as usize].1.push(source.spot(entry.id.span().start));
        let other = self.prepositions(&entry.other);
        let swap = self.prepositions(&entry.swap);
        let predicate = &mut self.taxonomy.lexicon.predicates[index as usize];
        predicate.other.extend(other);
        predicate.swap.extend(swap);
        predicate.mutual |= entry.mutual;
        predicate.by_thing |= entry.by_thing;
        index
    }

    fn prepositions(&mut self, entries: &[String]) -> Vec<u32> {
        let patterns = &mut self.taxonomy.lexicon.patterns;
        entries
            .iter()
            .map(|word| {
                patterns.add(word, false, Entry::Grammar(Cue::Preposition));
                patterns.word(word, Fold::of(word))
            })
            .collect()
    }

    fn add_predicate(&mut self, phrase: &str, predicate: u16, form: Form) {
        self.taxonomy.lexicon.patterns.add(phrase, false, Entry::Predicate { predicate, form });
    }

    fn things(&mut self, source: &Source) -> Result<()> {
        for entry in &source.file.thing {
            let thing = self.thing(source, entry)?;
            let index = small(self.taxonomy.lexicon.things.len());
            let first = self.class_things.entry(entry.class.get_ref().clone()).or_insert(index);
            if !entry.weak
                && self.taxonomy.lexicon.things.get(*first as usize).is_some_and(|thing| thing.weak)
            {
                *first = index;
            }
            let place = source.spot(entry.class.span().start);
            if !entry.weak {
                self.rule_at(&thing.rule, place.clone());
            }
            self.taxonomy.places.things.push(place);
            self.taxonomy.lexicon.things.push(thing);
            let phrases =
                entry.nouns.iter().flat_map(|noun| noun_forms(noun)).chain(entry.phrases.iter().cloned());
            for phrase in phrases {
                self.taxonomy.lexicon.patterns.add(
                    &phrase,
                    false,
                    Entry::Thing { thing: index, maker: None },
                );
            }
        }
        Ok(())
    }

    fn thing(&mut self, source: &Source, entry: &ThingEntry) -> Result<Thing> {
        check_id(source, &entry.class)?;
        let axis = self.axis(source, &entry.axis)?;
        let class = entry.class.get_ref();
        let fresh = small(self.classes.len());
        let index = *self.classes.entry(class.clone()).or_insert(fresh);
        if index == fresh {
            self.taxonomy.places.classes.push(Arc::from(class.as_str()));
        }
        Ok(Thing {
            class: index,
            axis,
            alone: self.position(source, axis, entry.alone.as_ref())?,
            own: self.position(source, axis, entry.own.as_ref())?,
            sold: self.position(source, axis, entry.sold.as_ref())?,
            sold_by: entry.sold_by.clone(),
            not_of: entry.not_of.clone(),
            another: None,
            owned: self.position(source, axis, entry.owned.as_ref())?,
            denied: self.position(source, axis, entry.denied.as_ref())?,
            explicit: entry.explicit,
            common: entry.common,
            firms: entry.firms.clone(),
            behind: entry.behind.clone(),
            weak: entry.weak,
            rule: rule(&["thing", entry.axis.get_ref(), class]),
        })
    }

    /// Finds the things that words name where they are another company's; entries are numbered in their order.
    fn others_things(&mut self, sources: &[Source]) -> Result<()> {
        let entries =
            sources.iter().flat_map(|source| source.file.thing.iter().map(move |entry| (source, entry)));
        for ((source, entry), thing) in entries.zip(&mut self.taxonomy.lexicon.things) {
            let Some(class) = &entry.another else { continue };
            let Some(&another) = self.class_things.get(class.get_ref()) else {
                bail!(unknown(source, class, "thing", self.class_things.keys().map(String::as_str)));
            };
            thing.another = Some(another);
        }
        Ok(())
    }

    fn rows(&mut self, source: &Source) -> Result<()> {
        for entry in &source.file.row {
            for predicate in &entry.predicates {
                let Some(&predicate_index) = self.predicates.get(predicate.get_ref()) else {
                    bail!(unknown(
                        source,
                        predicate,
                        "predicate",
                        self.predicates.keys().map(String::as_str)
                    ));
                };
                for thing in &entry.things {
                    let Some(&class) = self.classes.get(thing.get_ref()) else {
                        bail!(unknown(source, thing, "thing", self.classes.keys().map(String::as_str)));
                    };
                    let row = self.row(source, entry, predicate.get_ref(), thing.get_ref())?;
                    self.rule_at(&row.rule, source.spot(entry.axis.span().start));
                    add_row(self.rows.entry((predicate_index, class)).or_default(), row);
                }
            }
        }
        Ok(())
    }

    fn row(&self, source: &Source, entry: &RowEntry, predicate: &str, thing: &str) -> Result<Row> {
        let axis = self.axis(source, &entry.axis)?;
        Ok(Row {
            axis,
            subject: self.position(source, axis, entry.subject.as_ref())?,
            other: self.position(source, axis, entry.other.as_ref())?,
            negated: self.position(source, axis, entry.negated.as_ref())?,
            own: self.position(source, axis, entry.own.as_ref())?,
            sides: entry.sides.clone(),
            both: entry.both,
            maker_is_other: entry.maker_is_other,
            other_only: entry.other_only,
            subject_in: entry.subject_in.clone(),
            other_in: entry.other_in.clone(),
            rule: row_rule(entry, predicate, thing),
        })
    }

    fn attributes(&mut self, source: &Source) -> Result<()> {
        for entry in &source.file.attribute {
            let attribute = self.attribute(source, entry)?;
            let index = small(self.taxonomy.lexicon.attributes.len());
            let place = source.spot(entry.axis.span().start);
            self.rule_at(&attribute.rule, place.clone());
            self.taxonomy.places.attributes.push(place);
            self.taxonomy.lexicon.attributes.push(attribute);
            for phrase in self.all_forms(&entry.nouns, &entry.verbs, &entry.phrases) {
                self.taxonomy.lexicon.patterns.add(&phrase, false, Entry::Attribute(index));
            }
        }
        Ok(())
    }

    fn attribute(&self, source: &Source, entry: &AttributeEntry) -> Result<Attribute> {
        let axis = self.axis(source, &entry.axis)?;
        let position = self.position(source, axis, entry.position.as_ref())?;
        let label = entry.position.as_ref().map_or("touched", |position| position.get_ref().as_str());
        Ok(Attribute {
            axis,
            position,
            other: self.position(source, axis, entry.other.as_ref())?,
            each: entry.each,
            of: entry.of.clone(),
            not_of: entry.not_of.clone(),
            rule: if entry.of.is_empty() {
                rule(&["attribute", entry.axis.get_ref(), label])
            } else {
                rule(&["attribute", entry.axis.get_ref(), label, &entry.of.join("/")])
            },
        })
    }

    fn exclusions(&mut self, source: &Source) {
        for entry in &source.file.exclusion {
            let place = source.spot(entry.span().start);
            let entry = entry.get_ref();
            for phrase in self.all_forms(&entry.nouns, &entry.verbs, &entry.phrases) {
                self.taxonomy.lexicon.patterns.add(&phrase, false, Entry::Exclusion);
                self.taxonomy.places.exclusions.insert(phrase, place.clone());
            }
        }
    }

    fn rule_at(&mut self, rule: &Name, place: Place) {
        self.taxonomy.places.rules.entry(rule.clone()).or_default().push(place);
    }

    fn measures(&mut self, source: &Source) -> Result<()> {
        for entry in &source.file.metric {
            check_id(source, &entry.id)?;
            let taxonomy = &mut self.taxonomy;
            add_metric(&mut taxonomy.metrics, &mut taxonomy.measures, entry, &self.irregular);
        }
        add_scope(&mut self.taxonomy.measures, &source.file.scope);
        for entry in &source.file.opposite {
            let axis = self.axis(source, &entry.axis)?;
            for position in &entry.positions {
                self.position(source, axis, Some(position))?;
            }
            let [one, other] = &entry.positions;
            let names = [&entry.axis, one, other].map(|name| Arc::from(name.get_ref().as_str()));
            self.taxonomy.measures.opposites.push(names);
        }
        for entry in &source.file.denial {
            let axis = self.axis(source, &entry.axis)?;
            self.position(source, axis, Some(&entry.position))?;
            add_denial(&mut self.taxonomy.measures, entry);
        }
        Ok(())
    }

    /// Metrics may name one of a later file as their kin: checked when all are read.
    fn check_kin(&self, sources: &[Source]) -> Result<()> {
        for source in sources {
            for kin in source.file.metric.iter().flat_map(|entry| entry.kin.iter().chain(&entry.yields_to)) {
                if self.taxonomy.metric(kin.get_ref()).is_none() {
                    let known = self.taxonomy.metrics.iter().map(|metric| metric.id.as_ref());
                    bail!(unknown(source, kin, "metric", known));
                }
            }
        }
        Ok(())
    }

    fn all_forms(&self, nouns: &[String], verbs: &[String], phrases: &[String]) -> Vec<String> {
        let verbs = verbs.iter().flat_map(|verb| verb_forms(verb, &self.irregular)).map(|(form, _)| form);
        nouns.iter().flat_map(|noun| noun_forms(noun)).chain(verbs).chain(phrases.iter().cloned()).collect()
    }

    /// Companies of all sources; an entry of a later one adds to the earlier one of its id.
    fn companies(&mut self, sources: &[Source]) -> Result<()> {
        let mut merged: BTreeMap<&str, Cow<CompanyEntry>> = BTreeMap::new();
        for source in sources {
            for (id, entry) in &source.file.company {
                check_id(source, id)?;
                match merged.get_mut(id.get_ref().as_str()) {
                    Some(known) => extend_company(known.to_mut(), entry.clone()),
                    None => {
                        merged.insert(id.get_ref(), Cow::Borrowed(entry));
                    }
                }
            }
        }
        for (index, (id, entry)) in merged.iter().enumerate() {
            self.company(sources, id, entry, small(index))?;
        }
        self.taxonomy.places.companies = merged.keys().map(|id| company_places(sources, id)).collect();
        Ok(())
    }

    fn company(&mut self, sources: &[Source], id: &str, entry: &CompanyEntry, index: u16) -> Result<()> {
        let name = entry.name.as_ref().map_or_else(|| id.to_owned(), |name| name.get_ref().clone());
        let clear = std::iter::once(&name).chain(&entry.aliases).chain(&entry.products);
        for alias in clear {
            let kind = if is_ambiguous(entry, alias) { NameKind::Ambiguous } else { NameKind::Clear };
            self.taxonomy.lexicon.patterns.add(alias, true, Entry::Name { company: index, kind });
        }
        for person in &entry.people {
            self.taxonomy.lexicon.patterns.add(
                person,
                true,
                Entry::Name { company: index, kind: NameKind::Person },
            );
        }
        for description in &entry.descriptions {
            let kind = NameKind::Description;
            self.taxonomy.lexicon.patterns.add(description, false, Entry::Name { company: index, kind });
        }
        for phrase in &entry.reject {
            self.taxonomy.lexicon.patterns.add(phrase, false, Entry::Reject);
        }
        for word in &entry.requires {
            self.taxonomy.lexicon.patterns.add(word, false, Entry::Hint { company: index });
        }
        for (class, names) in &entry.makes {
            let Some(&thing) = self.class_things.get(class.get_ref()) else {
                let source = sources
                    .iter()
                    .find(|source| source.file.company.iter().any(|(known, _)| known.get_ref() == id));
                match source {
                    Some(source) => {
                        bail!(unknown(source, class, "thing", self.class_things.keys().map(String::as_str)))
                    }
                    None => bail!("company `{id}` makes an unknown thing `{}`", class.get_ref()),
                }
            };
            for name in names {
                let entry = Entry::Thing { thing, maker: Some(index) };
                self.taxonomy.lexicon.patterns.add(name, true, entry);
            }
        }
        let main = entry.sector.first().map(Spanned::get_ref);
        let is_firm = |thing: &Thing| main.is_some_and(|main| thing.firms.contains(main));
        let things = (0..).zip(&self.taxonomy.lexicon.things);
        self.taxonomy.companies.push(Company {
            id: Arc::from(id),
            firms: things.filter(|(_, thing)| is_firm(thing)).map(|(at, _)| at).collect(),
            aliases: [&entry.aliases, &entry.products, &entry.people]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            name,
            sectors: entry.sector.iter().map(|sector| Arc::from(sector.get_ref().as_str())).collect(),
            parent: entry.parent.as_ref().map(|parent| Arc::from(parent.get_ref().as_str())),
            default_person: entry.default_person,
        });
        Ok(())
    }

    fn axis(&self, source: &Source, id: &Spanned<String>) -> Result<u16> {
        match self.taxonomy.axes.iter().position(|axis| axis.id.as_ref() == id.get_ref()) {
            Some(at) => Ok(small(at)),
            None => {
                bail!(unknown(source, id, "axis", self.taxonomy.axes.iter().map(|axis| axis.id.as_ref())))
            }
        }
    }

    fn position(&self, source: &Source, axis: u16, id: Option<&Spanned<String>>) -> Result<Option<u16>> {
        let Some(id) = id else { return Ok(None) };
        let positions = &self.taxonomy.axes[axis as usize].positions;
        match positions.iter().position(|position| position.id.as_ref() == id.get_ref()) {
            Some(at) => Ok(Some(small(at))),
            None => {
                bail!(unknown(source, id, "position", positions.iter().map(|position| position.id.as_ref())))
            }
        }
    }
}

/// Entries are numbered in sixteen bits; `build` refuses more of one kind than that.
fn small(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

fn rule(parts: &[&str]) -> Name {
    Arc::from(parts.join("/"))
}

/// The rule of a row; lines of business tell narrow rows of one predicate and thing apart.
fn row_rule(entry: &RowEntry, predicate: &str, thing: &str) -> Name {
    let mut parts = vec!["row", entry.axis.get_ref(), predicate, thing];
    parts.extend(entry.subject_in.iter().chain(&entry.other_in).map(String::as_str));
    rule(&parts)
}

/// Adds a row before those that ask for less of the parties; one that asks for the same gives way to it.
fn add_row(rows: &mut Vec<Row>, row: Row) {
    rows.retain(|known| known.conditions() != row.conditions());
    rows.push(row);
    rows.sort_by_key(|row| std::cmp::Reverse(row.narrowness()));
}

fn is_ambiguous(entry: &CompanyEntry, name: &str) -> bool {
    match &entry.ambiguous {
        Some(names) => names.iter().any(|known| known == name),
        None => !entry.requires.is_empty() && words(name).count() == 1,
    }
}

fn extend_axis(known: &mut Axis, more: Axis, entry: &AxisEntry) {
    if entry.label.is_some() {
        known.label = more.label;
    }
    if !more.definition.is_empty() {
        known.definition = more.definition;
    }
    if entry.touches.is_some() {
        known.touches = more.touches;
    }
    for position in more.positions {
        match known.positions.iter_mut().find(|old| old.id == position.id) {
            Some(old) => *old = position,
            None => known.positions.push(position),
        }
    }
}

fn extend_company(known: &mut CompanyEntry, more: CompanyEntry) {
    known.name = more.name.or(known.name.take());
    known.parent = more.parent.or(known.parent.take());
    known.aliases.extend(more.aliases);
    known.products.extend(more.products);
    known.people.extend(more.people);
    known.descriptions.extend(more.descriptions);
    known.reject.extend(more.reject);
    known.requires.extend(more.requires);
    known.sector.extend(more.sector);
    known.default_person |= more.default_person;
    for (class, names) in more.makes {
        known.makes.entry(class).or_default().extend(names);
    }
    if let Some(names) = more.ambiguous {
        known.ambiguous.get_or_insert_default().extend(names);
    }
}

fn company_places(sources: &[Source], id: &str) -> Vec<Place> {
    let entry = |source: &Source| {
        let (key, _) = source.file.company.get_key_value(id)?;
        Some(source.spot(key.span().start))
    };
    sources.iter().filter_map(entry).collect()
}

fn check_id(source: &Source, id: &Spanned<String>) -> Result<()> {
    let text = id.get_ref();
    let kebab =
        !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if kebab {
        return Ok(());
    }
    bail!(
        "{}: `{text}` is no id; write it in lower case with hyphens, as in `compute-resale`",
        source.place(id.span().start)
    )
}

/// An unknown id with its place and the nearest known one.
fn unknown<'k>(
    source: &Source,
    id: &Spanned<String>,
    what: &str,
    known: impl Iterator<Item = &'k str>,
) -> String {
    located(source, id, &text::unknown(what, id.get_ref(), known))
}
