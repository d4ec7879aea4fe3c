//! Plain text to blocks: a line a block, unless the file is wrapped by hand, and then a paragraph a block. Short lines set
//! like titles are headings, lines that start with a bullet are items. The bullet is visible, so it is part of the text.

use std::collections::HashSet;

use super::outline::Outline;
use super::visible::Visible;
use super::{Block, BlockKind};
use crate::text::{Span, WordKind, words};

/// The blocks of `source` from byte `body` on. Total, and linear in the length of `source`.
pub(super) fn blocks(source: &str, body: usize) -> Vec<Block> {
    let lines = lines(source, body);
    let groups = if is_wrapped(&lines) { paragraphs(&lines) } else { each(&lines) };
    let headings = headings(&groups, &lines);
    let mut outline = Outline::default();
    let mut visible = Visible::default();
    // What stands directly above, and what introduces the list that is open.
    let (mut above, mut lead_in): (Option<usize>, Option<usize>) = (None, None);
    for (group, heading) in groups.iter().zip(headings) {
        let mut ended = None;
        for line in &lines[group.start..group.end] {
            if let Some(ended) = ended {
                visible.gap(Span::new(ended, line.start));
            }
            visible.push(line.text, line.start);
            ended = Some(line.start + line.text.len());
        }
        let Some(block) = visible.take() else { continue };
        if heading {
            outline.push(BlockKind::Heading(2), block, None, Vec::new());
            (above, lead_in) = (None, None);
        } else if lines[group.start].bullet {
            lead_in = lead_in.or(above.take());
            outline.push(BlockKind::Item, block, lead_in, Vec::new());
        } else {
            above = Some(outline.push(BlockKind::Paragraph, block, None, Vec::new()));
            lead_in = None;
        }
    }
    outline.into_blocks()
}

/// A line, its white space trimmed.
struct Line<'s> {
    text: &'s str,
    start: usize,
    bullet: bool,
}

/// Lines `start..end` that make one block.
struct Group {
    start: usize,
    end: usize,
}

fn lines(source: &str, body: usize) -> Vec<Line<'_>> {
    let mut at = body;
    let mut lines = Vec::new();
    // A lone carriage return ends a line too, as it did on old machines.
    for line in source[body..].split_inclusive(['\n', '\r']) {
        let text = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if !(text.is_empty() && line == "\n" && source[..at].ends_with("\r\n")) {
            lines.push(Line { text, start, bullet: is_bullet(text) });
        }
    }
    lines
}

fn is_bullet(text: &str) -> bool {
    let mut characters = text.chars();
    match characters.next() {
        Some('•' | '◦' | '▪' | '●' | '■' | '‣' | '⁃' | '·') => true,
        Some('-' | '*' | '–' | '+') => characters.next() == Some(' '),
        _ => false,
    }
}

/// True where lines end at a margin and not with a paragraph: hardly a line is long, and where two lines stand together
/// the first often runs on into the second.
fn is_wrapped(lines: &[Line<'_>]) -> bool {
    const MARGIN: usize = 120;
    let long =
        lines.iter().filter(|line| line.text.len() > MARGIN && line.text.chars().count() > MARGIN).count();
    let (mut pairs, mut runs_on) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [above, below] = pair else { continue };
        if above.text.is_empty() || below.text.is_empty() || below.bullet {
            continue;
        }
        pairs += 1;
        let open = !above.text.ends_with(['.', '!', '?', ':', ';', '”', '"']) && above.text.len() >= 40;
        runs_on += usize::from(
            open && below.text.starts_with(|first: char| first.is_lowercase() || first.is_ascii_digit()),
        );
    }
    pairs >= 2 && runs_on * 4 >= pairs && long * 20 <= lines.len()
}

fn each(lines: &[Line<'_>]) -> Vec<Group> {
    (0..lines.len())
        .filter(|&at| !lines[at].text.is_empty())
        .map(|at| Group { start: at, end: at + 1 })
        .collect()
}

fn paragraphs(lines: &[Line<'_>]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.text.is_empty() {
            continue;
        }
        match groups.last_mut() {
            Some(group) if group.end == at && !line.bullet => group.end = at + 1,
            _ => groups.push(Group { start: at, end: at + 1 }),
        }
    }
    groups
}

/// Which groups are headings: those set like a title above some text, and the lines equal to one of these.
fn headings(groups: &[Group], lines: &[Line<'_>]) -> Vec<bool> {
    let line = |group: &Group| (group.end == group.start + 1).then(|| &lines[group.start]);
    let mut found: Vec<bool> = groups
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let Some(text) = line(group).filter(|line| !line.bullet).map(|line| line.text) else {
                return false;
            };
            let Some(next) = groups.get(at + 1) else { return false };
            is_title(text, next.end > next.start + 1 || is_prose(lines[next.start].text))
        })
        .collect();
    let titles: HashSet<&str> = groups
        .iter()
        .zip(&found)
        .filter(|&(_, &heading)| heading)
        .filter_map(|(group, _)| line(group))
        .map(|line| line.text)
        .collect();
    for (heading, group) in found.iter_mut().zip(groups) {
        *heading = *heading || line(group).is_some_and(|line| titles.contains(line.text));
    }
    found
}

/// True for a line long enough to be running text.
fn is_prose(text: &str) -> bool {
    text.len() >= 100 && text.ends_with(['.', '!', '?', '”', '"', '…', ')'])
}

/// True for at most twelve words without an end mark (a question mark is none here), most of them in capitals, or at most
/// eight that stand right above running text.
fn is_title(text: &str, above_prose: bool) -> bool {
    const LONGEST: usize = 120;
    if text.len() > LONGEST || text.ends_with(['.', '!', ':', ';', ',', '…', '”', '"']) {
        return false;
    }
    let (mut count, mut weighty, mut capital) = (0_usize, 0_usize, 0_usize);
    let mut last_end = 0;
    for word in words(text).filter(|word| word.kind != WordKind::Mark) {
        // Parts of "open-source" and "Meta’s" are one word.
        let glued = count > 0 && !text[last_end..word.span.start].contains(char::is_whitespace);
        last_end = word.span.end;
        if glued {
            continue;
        }
        count += 1;
        let word = word.span.of(text);
        if word.chars().count() > 3 || word.starts_with(char::is_uppercase) {
            weighty += 1;
            capital += usize::from(!word.starts_with(char::is_lowercase));
        }
    }
    if count == 0 || !text.starts_with(|first: char| !first.is_lowercase()) {
        return false;
    }
    let titled = count <= 12 && weighty > 0 && capital * 4 >= weighty * 3;
    titled || (count <= 8 && above_prose)
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Block, BlockKind, parse};

    fn read(text: &str) -> Vec<(BlockKind, String)> {
        let (document, notices) = parse("a.txt", text.as_bytes());
        assert!(notices.is_empty(), "{notices:?}");
        document.blocks.iter().map(|Block { kind, text, .. }| (*kind, text.as_str().to_owned())).collect()
    }

    fn kinds(text: &str) -> Vec<BlockKind> {
        read(text).into_iter().map(|(kind, _)| kind).collect()
    }

    use BlockKind::{Heading, Item, Paragraph};

    #[test]
    fn every_line_is_a_block_and_short_titles_are_headings() {
        let text = "The Price of Power\r\nA site needs a gigawatt before it needs a single chip, and the grid is slow to give it one.\r\n\r\nWhat’s Next for the Grid?\r\nNobody knows.\r\n";
        assert_eq!(kinds(text), [Heading(2), Paragraph, Heading(2), Paragraph]);
        assert_eq!(read(text)[3].1, "Nobody knows.");
    }

    #[test]
    fn a_last_line_and_a_line_with_an_end_mark_are_no_headings() {
        assert_eq!(kinds("Nobody Knows Yet."), [Paragraph]);
        assert_eq!(kinds("It sells capacity.\nNobody Knows Yet"), [Paragraph, Paragraph]);
        assert_eq!(kinds("the lower case of a line\nIt sells capacity."), [Paragraph, Paragraph]);
    }

    #[test]
    fn a_line_equal_to_a_heading_is_one() {
        assert_eq!(kinds("Key Points\nIt sells capacity.\nKey Points"), [Heading(2), Paragraph, Heading(2)]);
    }

    #[test]
    fn a_short_line_above_running_text_is_a_heading_in_any_case() {
        let prose = "A site needs a gigawatt before it needs a single chip, and the grid is slow to give it one, so it waits.";
        assert_eq!(kinds(&format!("The long wait for power\n{prose}")), [Heading(2), Paragraph]);
        assert_eq!(kinds("The long wait for power\nIt waits."), [Paragraph, Paragraph]);
    }

    #[test]
    fn bullets_make_items_led_in_by_the_line_above() {
        let (document, _) = parse(
            "a.txt",
            "It does three things:\n  • sells capacity\n  • buys power\nThat is all.".as_bytes(),
        );
        let kinds: Vec<_> = document.blocks.iter().map(|block| (block.kind, block.lead_in)).collect();
        assert_eq!(kinds, [(Paragraph, None), (Item, Some(0)), (Item, Some(0)), (Paragraph, None)]);
        assert_eq!(document.blocks[1].text.as_str(), "• sells capacity");
        assert_eq!(document.blocks[1].span.of(&document.source), "• sells capacity");
    }

    #[test]
    fn lines_wrapped_by_hand_are_put_together() {
        let text = "The company builds more capacity than it\nneeds and sells what is left over to its\nrivals, who have no choice.\n\nThey pay for it by the hour, and the price\nhas only gone up since the winter.\n- a bullet that runs on to the\n  next line\n";
        assert_eq!(kinds(text), [Paragraph, Paragraph, Item]);
        assert_eq!(
            read(text)[1].1,
            "They pay for it by the hour, and the price has only gone up since the winter."
        );
        assert_eq!(read(text)[2].1, "- a bullet that runs on to the next line");
    }

    #[test]
    fn headings_are_the_trail_of_what_follows() {
        let (document, _) = parse("a.txt", b"First Thing\nIt sells.\nSecond Thing\nIt buys.");
        assert_eq!(document.blocks[1].headings, [0]);
        assert_eq!(document.blocks[3].headings, [2]);
    }
}
