//! Rows of tables, from Markdown and from HTML: cells joined by ` | `, each with its span in the text.

use super::Reader;
use crate::corpus::BlockKind;
use crate::text::Span;

/// The row that is open.
#[derive(Debug)]
pub(super) struct RowState {
    kind: BlockKind,
    /// The row in the source, where it has pipes.
    piped: Option<Span>,
    cells: Vec<Span>,
    /// Where the last cell ended in the source.
    ended: usize,
    /// Where the open cell starts in the visible text.
    cell: Option<usize>,
}

impl RowState {
    /// An HTML row is a header until a cell says otherwise.
    pub(super) fn set_kind(&mut self, kind: BlockKind) {
        self.kind = kind;
    }
}

impl Reader<'_> {
    /// Opens a row; `piped` is its place in the source, for rows with pipes.
    pub(super) fn start_row(&mut self, kind: BlockKind, piped: Option<Span>) {
        self.close();
        self.open = Some(kind);
        self.row = Some(RowState { kind, piped, cells: Vec::new(), ended: 0, cell: None });
    }

    /// Opens a cell that starts at byte `at` of the source.
    pub(super) fn start_cell(&mut self, at: usize) {
        let Some(row) = self.row.as_mut() else { return };
        let shown = self.visible.as_str();
        // Something visible may stand before the first cell in an HTML row.
        if !(shown.is_empty() && row.cells.is_empty()) {
            // An empty cell stands between single spaces.
            let mark = if shown.is_empty() || shown.ends_with(' ') { "| " } else { " | " };
            let from = self.visible.source_end().unwrap_or(0).max(row.ended);
            self.visible.separate(mark, Span::new(from.min(at), at));
        }
        row.cell = Some(self.visible.as_str().len());
    }

    /// Ends the open cell at byte `at` of the source.
    pub(super) fn end_cell(&mut self, at: usize) {
        self.visible.drop_gap();
        let Some(row) = self.row.as_mut() else { return };
        if let Some(start) = row.cell.take() {
            row.cells.push(Span::new(start, self.visible.as_str().len()));
            row.ended = at;
        }
    }

    /// Ends the open row and adds it where a cell has text.
    pub(super) fn end_row(&mut self) {
        let Some(row) = self.row.take() else { return };
        self.open = None;
        let Some((text, shown)) =
            self.visible.take().filter(|_| row.cells.iter().any(|cell| !cell.is_empty()))
        else {
            return self.close();
        };
        let span = row.piped.map_or(shown, |piped| outer_pipes(self.source, piped, shown));
        self.add_captions(span.start);
        let kind = self.html.within(row.kind);
        let (lead_in, cells) = match kind {
            BlockKind::Row => (self.header, row.cells),
            BlockKind::HeaderRow => (None, row.cells),
            _ => (None, Vec::new()),
        };
        let index = self.outline.push(kind, (text, span), lead_in, cells);
        if kind == BlockKind::HeaderRow {
            self.header = Some(index);
        }
        self.close();
    }
}

/// From the row's first `|` to its last; to what is visible where an outer pipe is missing.
fn outer_pipes(source: &str, row: Span, shown: Span) -> Span {
    let slice = row.of(source);
    let start = row.start + (slice.len() - slice.trim_start().len());
    let end = row.start + slice.trim_end().len();
    let bytes = source.as_bytes();
    let first = bytes.get(start) == Some(&b'|');
    let last = end > start && bytes[end - 1] == b'|' && (end < 2 || bytes[end - 2] != b'\\');
    Span::new(
        if first { start.min(shown.start) } else { shown.start },
        if last { end.max(shown.end) } else { shown.end },
    )
}
