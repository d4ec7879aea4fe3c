//! Organisations that no taxonomy lists but the text itself shows to be organisations: by a corporate suffix ("Tallgrass
//! Energy"), by an apposition ("Vesper, a nuclear start-up,"), or by acting again and again under a name that can be no
//! ordinary word ("`TensorPeak` signed"), or by standing among companies (`listed`). Each takes its own name in kebab-case as id.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::corpus::{Block, BlockKind, Document};
use crate::taxonomy::{Company, Cue, Entry, Name, NameKind};

use super::listed::{in_columns, in_lists, is_joint};
use super::scan::{Hit, Scan, Token};

/// Times a name must act before it counts on that ground alone.
const ACTS: usize = 2;
/// Words between a name and the trade its apposition gives it, at most.
const APPOSITION: usize = 7;

/// Finds the organisations of `document`, adds a name hit wherever one is named, and gives their ids; the first has the
/// index behind that of the last of `companies`, which are the taxonomy's.
pub(in super::super) fn find(document: &Document, scans: &mut [Scan], companies: &[Company]) -> Vec<Name> {
    let listed = companies.len();
    let mut evidence: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    let runs: Vec<Vec<Run>> = (document.blocks.iter().zip(scans.iter()))
        .map(|(block, scan)| names(scan, |from, to| may_tell(block, scan.tokens(), from, to)))
        .collect();
    for ((block, scan), runs) in document.blocks.iter().zip(scans.iter()).zip(&runs) {
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote) {
            let text = block.text.as_str();
            let among = in_lists(text, scan, runs, companies);
            for &(from, to) in runs {
                let among = if among.binary_search(&(from, to)).is_ok() { ACTS } else { 0 };
                let weight = among.max(weight(text, scan, from, to));
                if weight > 0 && can_be_named(scan, from, to) {
                    *evidence.entry(words(text, &scan.tokens()[from..to])).or_default() += weight;
                }
            }
        }
    }
    for (block, (from, to)) in in_columns(document, scans, &runs, companies) {
        if can_be_named(&scans[block], from, to) {
            let text = document.blocks[block].text.as_str();
            *evidence.entry(words(text, &scans[block].tokens()[from..to])).or_default() += ACTS;
        }
    }
    evidence.retain(|_, weight| *weight >= ACTS);
    let found: Vec<Vec<&str>> = evidence.into_keys().collect();
    if found.is_empty() {
        return Vec::new();
    }
    for (block, scan) in document.blocks.iter().zip(scans.iter_mut()) {
        let runs = names(scan, |_, _| true);
        add_hits(block.text.as_str(), scan, &runs, &found, listed);
    }
    found.iter().map(|words| Arc::from(id(words))).collect()
}

/// First token and one past the last.
pub(super) type Run = (usize, usize);

/// True where the words around the run, or its own, may show it to be an organisation: most words with a capital are none,
/// and are passed over at once.
fn may_tell(block: &Block, tokens: &[Token], from: usize, to: usize) -> bool {
    to - from > 1
        || block.kind == BlockKind::Row
        || tokens.get(to).is_some_and(is_joint)
        || from.checked_sub(1).is_some_and(|before| is_joint(&tokens[before]))
        || is_coined(tokens[from].span.of(block.text.as_str()))
}

/// Runs of capitalised words that are `wanted` and hold no name of the taxonomy.
fn names(scan: &Scan, wanted: impl Fn(usize, usize) -> bool) -> Vec<Run> {
    let tokens = scan.tokens();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(next) = tokens[at..].iter().position(Token::is_capitalised) {
        at += next;
        let mut to = at + 1;
        while to < tokens.len() && to - at < 5 && tokens[to].is_capitalised() && adjoins(tokens, to) {
            to += 1;
        }
        if wanted(at, to) && !scan.hits_about(at, to).iter().any(|hit| at < hit.to && is_name(hit)) {
            runs.push((at, to));
        }
        at = to;
    }
    runs
}

/// How much speaks for the run being an organisation: enough at once for a suffix or an apposition, a little for acting.
fn weight(text: &str, scan: &Scan, from: usize, to: usize) -> usize {
    let tokens = scan.tokens();
    let cue_at = |at: usize, cue: Cue| {
        scan.hits_about(at, at + 1).iter().any(|hit| hit.from == at && hit.entry == Entry::Grammar(cue))
    };
    let suffixed = to - from >= 2 && cue_at(to - 1, Cue::Suffix);
    let apposed = || is_apposed(tokens, to) && (to..to + APPOSITION).any(|at| cue_at(at, Cue::Trade));
    let coined = || to - from == 1 && is_coined(tokens[from].span.of(text));
    let opens = || opens(tokens, from);
    if suffixed {
        if opens() { 1 } else { ACTS }
    } else if apposed() {
        if to - from == 1 && opens() { 1 } else { ACTS }
    } else {
        usize::from(coined() && acts(scan, to))
    }
}

/// Neither things nor words that only open a phrase.
fn can_be_named(scan: &Scan, from: usize, to: usize) -> bool {
    let cue_at = |cue: Cue| {
        scan.hits_about(from, from + 1).iter().any(|hit| hit.from == from && hit.entry == Entry::Grammar(cue))
    };
    let is_thing = scan.hits_about(from, to).iter().any(|hit| {
        hit.from < to
            && from < hit.to
            && matches!(hit.entry, Entry::Thing { .. } | Entry::Attribute(_) | Entry::Exclusion)
    });
    !is_thing && !cue_at(Cue::Determiner) && !cue_at(Cue::Suffix)
}

/// What companies do stands right behind the name.
fn acts(scan: &Scan, to: usize) -> bool {
    scan.hits_about(to, to + 1).iter().any(|hit| {
        hit.from == to
            && matches!(hit.entry, Entry::Predicate { .. } | Entry::Grammar(Cue::Verb | Cue::Saying))
    })
}

/// True where a capital letter needs no name: at the head of a block or a sentence, or behind a colon.
fn opens(tokens: &[Token], from: usize) -> bool {
    let before = from.checked_sub(1).map(|at| tokens[at]);
    before.is_none_or(|mark| mark.is(any_of!(".", "!", "?", ":", "|", "•", "\"", "“")))
}

/// "TensorPeak": a capital between small letters, which no ordinary word has.
fn is_coined(word: &str) -> bool {
    let letters = || word.chars();
    let mut threes = letters().zip(letters().skip(1)).zip(letters().skip(2));
    word.len() >= 6
        && letters().count() >= 6
        && threes.any(|((a, b), c)| a.is_lowercase() && b.is_uppercase() && c.is_lowercase())
}

/// ", a" or ", the" behind the name.
fn is_apposed(tokens: &[Token], to: usize) -> bool {
    matches!(tokens.get(to..to + 2), Some([comma, word])
        if comma.is(any_of!(",")) && word.is(any_of!("a", "an", "the")))
}

/// No mark stands between this token and the one before.
fn adjoins(tokens: &[Token], at: usize) -> bool {
    tokens[at].span.start <= tokens[at - 1].span.end + 1
}

fn is_name(hit: &Hit) -> bool {
    matches!(hit.entry, Entry::Name { .. } | Entry::Reject)
}

fn words<'t>(text: &'t str, tokens: &[Token]) -> Vec<&'t str> {
    tokens.iter().map(|token| token.span.of(text)).collect()
}

fn id(words: &[&str]) -> String {
    let legal = |word: &&&str| {
        !matches!(**word, "Inc" | "Corp" | "Ltd" | "LLC" | "GmbH" | "plc" | "PLC" | "SA" | "AG")
    };
    words.iter().filter(legal).map(|word| word.to_lowercase()).collect::<Vec<_>>().join("-")
}

/// A name hit wherever the words of a found organisation stand free of other names.
fn add_hits(text: &str, scan: &mut Scan, runs: &[Run], found: &[Vec<&str>], listed: usize) {
    let mut more = Vec::new();
    for &(from, to) in runs {
        let run = words(text, &scan.tokens()[from..to]);
        let Ok(at) = found.binary_search(&run) else { continue };
        if let Ok(company) = u16::try_from(listed + at) {
            more.push(Hit { from, to, entry: Entry::Name { company, kind: NameKind::Clear } });
        }
    }
    scan.add(more);
}
