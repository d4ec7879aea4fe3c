//! Names that the document itself gives a company: a version behind its name ("`DeepSeek` V4", then "V4" alone), and who holds
//! a post there ("`CoreWeave` CEO Jane Doe", "Jane Doe, who heads Nebius", then "Doe").
//!
//! What it leaves out: whose version a bare one is where two companies have it, and people without a post.

use std::collections::BTreeMap;

use crate::corpus::Document;
use crate::taxonomy::{Cue, Entry, NameKind};

use super::scan::{Hit, Scan, Token, TokenKind};

/// Tokens between a person's name and the company, at most.
const POST_REACH: usize = 9;

/// The words of a name with what it stands for; nothing where two companies have it.
type Given<'t> = BTreeMap<Vec<&'t str>, Option<(u16, NameKind)>>;

/// Finds such names in `document` and adds a hit wherever one is used.
pub(in super::super) fn find(document: &Document, scans: &mut [Scan]) {
    let mut given = Given::new();
    for (block, scan) in document.blocks.iter().zip(scans.iter()) {
        let at = Place { text: block.text.as_str(), scan };
        let has_post = scan.hits().iter().any(|hit| hit.entry == Entry::Grammar(Cue::Post));
        for hit in scan.hits() {
            match hit.entry {
                Entry::Name { company, kind: NameKind::Clear } => {
                    at.version(*hit, company, &mut given);
                    if has_post {
                        at.person(*hit, company, &mut given);
                    }
                }
                Entry::Name { company, kind: NameKind::Person } => at.surname(*hit, company, &mut given),
                _ => {}
            }
        }
    }
    if given.values().all(Option::is_none) {
        return;
    }
    let mut opens = [false; 256];
    for byte in given.keys().filter_map(|words| words.first()?.bytes().next()) {
        opens[byte as usize] = true;
    }
    for (block, scan) in document.blocks.iter().zip(scans.iter_mut()) {
        let more = Place { text: block.text.as_str(), scan }.uses(&given, &opens);
        scan.add(more);
    }
}

fn give<'t>(given: &mut Given<'t>, words: Vec<&'t str>, company: u16, kind: NameKind) {
    given
        .entry(words)
        .and_modify(|known| *known = known.filter(|&(other, _)| other == company))
        .or_insert(Some((company, kind)));
}

#[derive(Clone, Copy)]
struct Place<'t, 's> {
    text: &'t str,
    scan: &'s Scan,
}

impl<'t> Place<'t, '_> {
    fn word(&self, at: usize) -> &'t str {
        self.scan.tokens().get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The first token behind a name and its possessive.
    fn behind(&self, name: Hit) -> usize {
        let possessive =
            self.scan.tokens().get(name.to).is_some_and(|token| token.kind == TokenKind::Apostrophe);
        if possessive && self.word(name.to + 1) == "s" { name.to + 2 } else { name.to }
    }

    fn version(&self, name: Hit, company: u16, given: &mut Given<'t>) {
        let last = if name.to - name.from > 1 { name.to - 1 } else { self.behind(name) };
        let word = self.word(last);
        if is_version(word) {
            give(given, vec![word], company, NameKind::Clear);
        }
    }

    fn surname(&self, name: Hit, company: u16, given: &mut Given<'t>) {
        let last = self.word(name.to - 1);
        if name.to - name.from == 2 && last.len() >= 4 {
            give(given, vec![last], company, NameKind::Person);
        }
    }

    fn person(&self, name: Hit, company: u16, given: &mut Given<'t>) {
        let person = self.person_behind(name).or_else(|| self.person_before(name));
        let Some((from, to)) = person else { return };
        let words: Vec<&str> = (from..to).map(|at| self.word(at)).collect();
        if let Some(&last) = words.last().filter(|last| last.len() >= 4) {
            give(given, vec![last], company, NameKind::Person);
        }
        give(given, words, company, NameKind::Person);
    }

    /// "X CEO Jane Doe", "X's co-founder and chief executive, Jane Doe".
    fn person_behind(&self, name: Hit) -> Option<(usize, usize)> {
        let mut at = self.behind(name);
        let mut posts = 0;
        while let Some(to) = self.post_at(at) {
            (at, posts) = (to, posts + 1);
            if matches!(self.word(at), "and" | "," | "&") && self.post_at(at + 1).is_some() {
                at += 1;
            }
        }
        let at = if self.word(at) == "," { at + 1 } else { at };
        if posts > 0 { self.full_name(at) } else { None }
    }

    /// "Jane Doe, CEO of X", "Jane Doe, X's finance chief", "Jane Doe (CEO, X)".
    fn person_before(&self, name: Hit) -> Option<(usize, usize)> {
        let floor = name.from.saturating_sub(POST_REACH);
        let mark = (floor..name.from).rev().find(|&at| matches!(self.word(at), "," | "("))?;
        let mark = if self.word(mark) == ","
            && let Some(open) = (floor..mark).rev().find(|&at| self.word(at) == "(")
        {
            open
        } else {
            mark
        };
        let from = mark.checked_sub(2)?;
        let full = self.full_name(from).filter(|&(_, to)| to == mark)?;
        let end = self.behind(name);
        let holds = (mark + 1..end + 3).any(|at| {
            self.post_at(at).is_some_and(|to| {
                (to <= name.from && matches!(self.word(name.from - 1), "of" | "at" | ","))
                    || at >= end && end > name.to
            })
        });
        holds.then_some(full)
    }

    /// One past a post that stands at `at`.
    fn post_at(&self, at: usize) -> Option<usize> {
        let posts = self.scan.hits_about(at, at + 1).iter();
        posts.filter(|hit| hit.from == at && hit.entry == Entry::Grammar(Cue::Post)).map(|hit| hit.to).max()
    }

    /// Two capitalised words that name no company and no thing.
    fn full_name(&self, from: usize) -> Option<(usize, usize)> {
        let to = from + 2;
        let tokens = self.scan.tokens().get(from..to)?;
        (tokens.iter().all(Token::is_capitalised) && self.is_free(from, to)).then_some((from, to))
    }

    /// No name, thing or post stands there.
    fn is_free(&self, from: usize, to: usize) -> bool {
        !self.scan.hits_about(from, to).iter().any(|hit| {
            hit.to > from
                && matches!(
                    hit.entry,
                    Entry::Name { .. } | Entry::Reject | Entry::Thing { .. } | Entry::Grammar(Cue::Post)
                )
        })
    }

    /// Where the document uses the names it gave; `opens` tells the bytes that they begin with, which are capitals.
    fn uses(&self, given: &Given<'t>, opens: &[bool; 256]) -> Vec<Hit> {
        let mut uses = Vec::new();
        let mut at = 0;
        while let Some(token) = self.scan.tokens().get(at) {
            if !token.capital || !opens[self.text.as_bytes()[token.span.start] as usize] {
                at += 1;
                continue;
            }
            let words = [self.word(at), self.word(at + 1)];
            let found = [2, 1].into_iter().find_map(|length| {
                let (company, kind) = given.get(&words[..length]).copied().flatten()?;
                self.is_free(at, at + length).then_some((length, Entry::Name { company, kind }))
            });
            if let Some((length, entry)) = found {
                uses.push(Hit { from: at, to: at + length, entry });
            }
            at += found.map_or(1, |(length, _)| length);
        }
        uses
    }
}

/// "V4", "R1", "K2": a capital and a number, which names no quarter, half-year, fiscal year or gas.
fn is_version(word: &str) -> bool {
    let Some((first, rest)) = word.split_at_checked(1) else { return false };
    let letter =
        first.chars().all(|letter| letter.is_ascii_uppercase() && !matches!(letter, 'Q' | 'H' | 'F'));
    letter && (1..=3).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit())
}
