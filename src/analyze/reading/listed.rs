//! Names that stand among companies: in one list with two of them ("Vista, General Catalyst and NVIDIA"), or in a column of a
//! table of which half the cells are companies. Whoever is named among companies is taken for one.

use std::ops::Range;

use crate::corpus::{BlockKind, Document};
use crate::taxonomy::{Company, Cue, Entry, NameKind};

use super::scan::{Hit, Scan, Token, TokenKind};
use super::unlisted::Run;

/// Members of a list, at least, and companies among them.
const MEMBERS: usize = 3;
const COMPANIES: usize = 2;

/// A member of a list: a name of the taxonomy with its company, or a run of capitalised words.
#[derive(Clone, Copy)]
struct Member {
    from: usize,
    to: usize,
    company: Option<u16>,
}

/// The runs of a block that stand in a list with companies.
pub(super) fn in_lists(text: &str, scan: &Scan, runs: &[Run], companies: &[Company]) -> Vec<Run> {
    let tokens = scan.tokens();
    let is_joined = |&(from, to): &Run| {
        tokens.get(to).is_some_and(is_joint) || from.checked_sub(1).is_some_and(|at| is_joint(&tokens[at]))
    };
    if !runs.iter().any(is_joined) || scan.clear_names().nth(COMPANIES - 1).is_none() {
        return Vec::new();
    }
    let mut members: Vec<Member> = known(text, scan, companies).collect();
    members.extend(runs.iter().map(|&(from, to)| Member { from, to, company: None }));
    members.sort_by_key(|member| (member.from, std::cmp::Reverse(member.to)));
    members.dedup_by(|next, last| next.from < last.to);
    let mut listed = Vec::new();
    // the member behind an "and" is the last: "deals with X and Y, Ada Winter writes"
    let mut ended = false;
    let goes_on = |one: &Member, next: &Member| {
        let between = &scan.tokens()[one.to..next.from];
        let goes_on = joins(between) && !ended;
        ended = goes_on && between.iter().any(|token| !token.is(any_of!(",")));
        goes_on
    };
    for list in members.chunk_by(goes_on) {
        if list.len() >= MEMBERS && different(list) >= COMPANIES {
            let open = list.iter().filter(|member| member.company.is_none());
            listed.extend(
                open.map(|member| (member.from, member.to)).filter(|&run| is_likely(text, scan, run)),
            );
        }
    }
    listed
}

/// The runs that fill a cell of a column of companies, each with its block.
pub(super) fn in_columns(
    document: &Document,
    scans: &[Scan],
    runs: &[Vec<Run>],
    companies: &[Company],
) -> Vec<(usize, Run)> {
    let is_row = |at: &usize| document.blocks[*at].kind == BlockKind::Row;
    let blocks: Vec<usize> = (0..document.blocks.len()).collect();
    let tables = blocks.chunk_by(|one, next| is_row(one) && is_row(next)).filter(|table| is_row(&table[0]));
    let mut listed = Vec::new();
    for table in tables.filter(|table| table.iter().any(|&at| !runs[at].is_empty())) {
        let rows: Vec<Vec<Range<usize>>> = table.iter().map(|&at| cells(scans[at].tokens())).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let names = |&at: &usize| known(document.blocks[at].text.as_str(), &scans[at], companies);
        let starts: Vec<Vec<usize>> =
            table.iter().map(|at| names(at).map(|name| name.from).collect()).collect();
        for column in 0..columns {
            let cells = table.iter().zip(&rows).filter_map(|(&at, row)| Some((at, row.get(column)?.clone())));
            let opens = |at: usize, cell: usize| {
                table.binary_search(&at).is_ok_and(|row| starts[row].binary_search(&cell).is_ok())
            };
            let column = in_column(opens, runs, &cells.collect::<Vec<_>>());
            listed.extend(
                column
                    .into_iter()
                    .filter(|&(at, run)| is_likely(document.blocks[at].text.as_str(), &scans[at], run)),
            );
        }
    }
    listed
}

/// The runs that fill one of these cells, where half of them or more open with a company.
fn in_column(
    opens: impl Fn(usize, usize) -> bool,
    runs: &[Vec<Run>],
    cells: &[(usize, Range<usize>)],
) -> Vec<(usize, Run)> {
    let known = cells.iter().filter(|(at, cell)| opens(*at, cell.start)).count();
    if known < COMPANIES || known * 2 < cells.len() {
        return Vec::new();
    }
    let fills = |(at, cell): &(usize, Range<usize>)| {
        let run = runs[*at].binary_search(&(cell.start, cell.end)).ok()?;
        Some((*at, runs[*at][run]))
    };
    cells.iter().filter_map(fills).collect()
}

/// The stretches of tokens between bars.
fn cells(tokens: &[Token]) -> Vec<Range<usize>> {
    let bars = (0..tokens.len()).filter(|&at| tokens[at].kind == TokenKind::Bar);
    let mut start = 0;
    let mut cells: Vec<Range<usize>> = Vec::new();
    for bar in bars.chain([tokens.len()]) {
        cells.push(start..bar);
        start = bar + 1;
    }
    cells
}

/// Names of companies as such, which can mean nothing else: not their products, which are listed with other products.
fn known<'a>(text: &'a str, scan: &'a Scan, companies: &'a [Company]) -> impl Iterator<Item = Member> + 'a {
    scan.hits().iter().filter_map(move |hit| {
        let Entry::Name { company, kind: NameKind::Clear } = hit.entry else { return None };
        let word = scan.tokens()[hit.from].span.of(text);
        let opens = companies.get(company as usize)?.id.get(..word.len())?;
        opens.eq_ignore_ascii_case(word).then_some(Member {
            from: hit.from,
            to: hit.to,
            company: Some(company),
        })
    })
}

/// No place or total, and no abbreviation, which may stand for anything.
fn is_likely(text: &str, scan: &Scan, (from, to): Run) -> bool {
    let word = scan.tokens()[from].span.of(text);
    let shouts = to - from == 1 && word.chars().all(|letter| !letter.is_lowercase());
    // "Fortune 500"
    let counted = scan.tokens().get(to).is_some_and(|next| next.kind == TokenKind::Number);
    let barred = |hit: &Hit| {
        (from..to).contains(&hit.from)
            && matches!(hit.entry, Entry::Grammar(Cue::NoName | Cue::Preposition | Cue::Generic))
    };
    !shouts && !counted && !scan.hits_about(from, to).iter().any(barred)
}

/// Different companies of the list.
fn different(list: &[Member]) -> usize {
    let mut companies: Vec<u16> = list.iter().filter_map(|member| member.company).collect();
    companies.sort_unstable();
    companies.dedup();
    companies.len()
}

/// A comma, an "and", or both.
fn joins(between: &[Token]) -> bool {
    (1..=2).contains(&between.len()) && between.iter().all(is_joint)
}

pub(super) fn is_joint(token: &Token) -> bool {
    token.is(any_of!(",", "and", "or", "&"))
}
