//! Findings as a compiler shows them: the line with the place marked, what to do, where else to look.

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use super::words::summary;
use super::{Findings, Look};
use crate::check::{Excerpt, Finding, Level};

/// Columns left of the text: line number and rule.
const GUTTER: usize = 10;

pub(super) fn findings(found: Findings<'_>, look: Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width.max(60));
    let mut out = String::new();
    for finding in found.findings {
        out.push_str(&shown(finding, &renderer, look.width.saturating_sub(GUTTER).max(40)));
        out.push_str("\n\n");
    }
    out.push_str(&summary(found));
    out.push('\n');
    out
}

fn shown(finding: &Finding, renderer: &Renderer, width: usize) -> String {
    let level = match finding.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let path = safe(&finding.path);
    let mut origin = Origin::path(path);
    if finding.span.is_some() {
        origin = origin.line(finding.start.line).char_column(finding.start.column);
    }
    let title = level.primary_title(safe(&finding.message)).id(finding.rule);
    let mut group: Group = title.element(origin);
    if let Some(excerpt) = &finding.excerpt {
        let (text, span) = window(excerpt, width);
        let snippet = Snippet::source(text).line_start(finding.start.line);
        group = group.element(snippet.annotation(AnnotationKind::Primary.span(span)));
    }
    if let Some(related) = &finding.related {
        let place = format!("{}: {}:{}", related.message, related.path, related.line);
        group = group.element(Shown::NOTE.message(safe(&place)));
    }
    if let Some(help) = &finding.help {
        group = group.element(Shown::HELP.message(safe(help)));
    }
    let mut bare = true;
    let shown = renderer.render(&[group]);
    // The place is told above the line of text; the renderer marks that line as lying elsewhere.
    let lines = shown.lines().filter(|line| {
        let mark = bare && anstream::adapter::strip_str(line).to_string().trim() == ":::";
        bare &= !mark;
        !mark
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// As much of the line as `width` shows, with the marked part in view, and that part within it.
fn window(excerpt: &Excerpt, width: usize) -> (String, std::ops::Range<usize>) {
    let before: Vec<char> = excerpt.text.get(..excerpt.span.start).unwrap_or("").chars().collect();
    let marked: Vec<char> = excerpt.span.of(&excerpt.text).chars().collect();
    let after: Vec<char> = excerpt.text.get(excerpt.span.end..).unwrap_or("").chars().collect();
    let kept = width.saturating_sub(marked.len()).max(width / 4).min(before.len());
    let (cut_before, before) = before.split_at(before.len() - kept);
    let room = width.saturating_sub(kept);
    let (marked, cut_marked) = marked.split_at(marked.len().min(room.max(1)));
    let room = room.saturating_sub(marked.len());
    let (after, cut_after) = after.split_at(after.len().min(room));
    let mut text = String::new();
    if !cut_before.is_empty() {
        text.push('…');
    }
    text.extend(before.iter().map(|&c| plain(c)));
    let start = text.len();
    text.extend(marked.iter().map(|&c| plain(c)));
    let end = text.len();
    text.extend(after.iter().map(|&c| plain(c)));
    if !cut_marked.is_empty() || !cut_after.is_empty() {
        text.push('…');
    }
    (text, start..end)
}

/// What articles and file names hold steers no terminal; lines of a help stay lines.
fn safe(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c } else { plain(c) }).collect()
}

fn plain(c: char) -> char {
    match c {
        '\t' => ' ',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    }
}
