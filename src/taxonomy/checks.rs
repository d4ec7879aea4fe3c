//! What taxonomy files must not say though every word of them can be read: names that are empty, entries given twice, lines
//! of business that nothing knows, companies that belong to themselves. Unknown ids of other kinds are found where they
//! are looked up.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};
use toml::Spanned;

use super::load::{Source, located};
use crate::text;

/// The first mistake of this kind in `sources`, of which all are laid on top of each other.
pub(super) fn check(sources: &[Source]) -> Result<()> {
    for source in sources {
        check_names(source)?;
        check_predicates(source)?;
    }
    check_sectors(sources)?;
    check_parents(sources)
}

fn check_names(source: &Source) -> Result<()> {
    for (id, entry) in &source.file.company {
        if let Some(name) = entry.name.as_ref().filter(|name| name.get_ref().trim().is_empty()) {
            bail!(located(source, name, "the name is empty; leave it out where the id will do"));
        }
        let names = entry.aliases.iter().chain(&entry.products).chain(&entry.people);
        if names.chain(entry.makes.values().flatten()).any(|name| name.trim().is_empty()) {
            bail!(located(source, id, "one of the company's names is empty; take it out"));
        }
    }
    Ok(())
}

/// Another file extends a predicate; in the same file the second is a slip.
fn check_predicates(source: &Source) -> Result<()> {
    let mut seen = BTreeMap::new();
    for entry in &source.file.predicate {
        if let Some(first) = seen.insert(entry.id.get_ref(), &entry.id) {
            let line = source.spot(first.span().start).line;
            let id = entry.id.get_ref();
            let message =
                format!("predicate `{id}` is in line {line} already; put the words of both into one");
            bail!(located(source, &entry.id, &message));
        }
    }
    Ok(())
}

/// Known are the lines of business that built-in companies have, and those that some entry speaks of.
fn check_sectors(sources: &[Source]) -> Result<()> {
    let (built_in, own): (Vec<&Source>, Vec<&Source>) =
        sources.iter().partition(|source| source.name.starts_with("builtin/"));
    if own.iter().all(|source| source.file.company.values().all(|entry| entry.sector.is_empty())) {
        return Ok(());
    }
    let companies = built_in.iter().flat_map(|source| source.file.company.values());
    let mut known: BTreeSet<&str> =
        companies.flat_map(|entry| &entry.sector).map(|sector| sector.get_ref().as_str()).collect();
    for file in sources.iter().map(|source| &source.file) {
        for kind in &file.kind {
            known.extend(kind.main.iter().chain(&kind.beside).chain(&kind.never).map(String::as_str));
        }
        for row in &file.row {
            known.extend(row.sides.keys().chain(&row.subject_in).chain(&row.other_in).map(String::as_str));
        }
        known.extend(file.axis.iter().flat_map(|entry| entry.touches.iter().flatten()).map(String::as_str));
        known.extend(
            file.attribute.iter().flat_map(|entry| entry.of.iter().chain(&entry.not_of)).map(String::as_str),
        );
        known.extend(
            file.thing
                .iter()
                .flat_map(|thing| thing.firms.iter().chain(&thing.sold_by).chain(&thing.not_of))
                .map(String::as_str),
        );
    }
    for source in own {
        for sector in source.file.company.values().flat_map(|entry| &entry.sector) {
            if !known.contains(sector.get_ref().as_str()) {
                let message = text::unknown("sector", sector.get_ref(), known.iter().copied());
                bail!(located(source, sector, &message));
            }
        }
    }
    Ok(())
}

fn check_parents(sources: &[Source]) -> Result<()> {
    let mut parents: BTreeMap<&str, (&Source, &Spanned<String>)> = BTreeMap::new();
    let mut known = BTreeSet::new();
    for source in sources {
        for (id, entry) in &source.file.company {
            known.insert(id.get_ref().as_str());
            if let Some(parent) = &entry.parent {
                parents.insert(id.get_ref(), (source, parent));
            }
        }
    }
    for (&id, &(source, parent)) in &parents {
        if !known.contains(parent.get_ref().as_str()) {
            let message = text::unknown("company", parent.get_ref(), known.iter().copied());
            bail!(located(source, parent, &message));
        }
        if parent.get_ref() == id {
            bail!(located(source, parent, &format!("`{id}` cannot belong to itself; name another company")));
        }
    }
    check_circles(&parents)
}

/// No company belongs to itself by way of others.
fn check_circles(parents: &BTreeMap<&str, (&Source, &Spanned<String>)>) -> Result<()> {
    let mut clear: BTreeSet<&str> = BTreeSet::new();
    for &start in parents.keys() {
        let mut chain = BTreeSet::new();
        let mut at = start;
        while let Some(&(source, parent)) = parents.get(at).filter(|_| !clear.contains(at)) {
            chain.insert(at);
            at = parent.get_ref();
            if chain.contains(at) {
                let message = format!("`{at}` belongs to itself by way of its parents; name no parent here");
                bail!(located(source, parent, &message));
            }
        }
        clear.append(&mut chain);
    }
    Ok(())
}
