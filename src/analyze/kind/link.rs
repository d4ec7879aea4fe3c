//! Links that only point somewhere: the entries of a list of sources, anchors of a table of contents, bare addresses.

use super::Spot;
use crate::analyze::wording::Wording;
use crate::corpus::BlockKind;
use crate::text::words;

/// True where the block is one link and its place says that it is there to be followed, not read.
pub(super) fn is_link(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    if says_address(wording) {
        return true;
    }
    if !spot.is_alone() {
        return false;
    }
    let block = spot.block();
    let Some(target) = whole_link(spot) else { return false };
    if target.starts_with('#') {
        return true;
    }
    if block.kind == BlockKind::Item {
        return spot.above().any(names_sources);
    }
    !ends(wording) && !wording.has_finite_verb()
}

/// An address, perhaps with a label before it.
fn says_address(wording: &Wording<'_>) -> bool {
    let last = wording.text.bytes().rposition(|byte| byte == b' ').map_or(0, |space| space + 1);
    is_address(&wording.text[last..]) && {
        let said = wording.label_end().map_or(0, |colon| wording.span(colon).end);
        is_address(wording.text[said..].trim())
    }
}

/// Nothing but an address.
fn is_address(text: &str) -> bool {
    let text = text.trim_start_matches(['<', '>', '(', ')']);
    (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
        && !text.contains(char::is_whitespace)
}

fn ends(wording: &Wording<'_>) -> bool {
    wording.text.ends_with(['.', '!', '?', '…'])
}

/// The target of the link that the block consists of: `[text](target)`, emphasis around it aside. Blocks may or may not
/// have the brackets in their span.
fn whole_link(spot: Spot<'_>) -> Option<&str> {
    let (source, span) = (spot.document.source.as_str(), spot.block().span);
    let end = source.floor_char_boundary(span.end.saturating_add(LONGEST_TARGET));
    let inside = source.get(span.start..end)?.trim_start_matches(EMPHASIS);
    let before = source.get(..span.start)?.trim_end_matches(EMPHASIS);
    let text = inside.strip_prefix('[').or_else(|| before.ends_with('[').then_some(inside))?;
    let (text, rest) = text.split_once("](")?;
    let (target, after) = rest.split_once(')')?;
    let left = span.end.saturating_sub(end - after.len());
    let over = after.get(..left)?.trim_matches(EMPHASIS).trim();
    (over.is_empty() && !text.contains('\n')).then_some(target)
}

/// Marks that may stand around a link.
const EMPHASIS: [char; 2] = ['*', '_'];

/// Bytes that a target may stand past the end of its block's span.
const LONGEST_TARGET: usize = 2048;

/// More bytes than this are no heading or lead-in of a list of links.
const LONGEST_TITLE: usize = 80;

/// A heading or lead-in that announces links.
fn names_sources(text: &str) -> bool {
    text.len() <= LONGEST_TITLE
        && words(text).any(|word| {
            let word = word.span.of(text);
            SOURCES.iter().any(|source| source.eq_ignore_ascii_case(word))
        })
}

const SOURCES: &[&str] = &[
    "source",
    "sources",
    "reference",
    "references",
    "citation",
    "citations",
    "link",
    "links",
    "coverage",
    "reading",
    "bibliography",
    "headlines",
    "resources",
    "elsewhere",
    "footnotes",
];
