//! Visible text that remembers where each of its bytes came from.

use super::Span;

/// The visible text of a block and a sorted map from its bytes to the bytes of the source: markup is gone, white space
/// is folded, entities are decoded, and every span of it can still be followed back into the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MappedText {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of visible text and the stretch of source it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    text: usize,
    source: Span,
    /// Byte `n` of the piece is byte `n` of the source stretch; otherwise the piece stands for the stretch as a whole.
    verbatim: bool,
}

impl MappedText {
    /// The visible text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// True where nothing is visible.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes everything out and keeps the room for what comes next.
    pub fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
    }

    /// Adds text that stands in the source, byte for byte, from `source` on.
    pub fn push_verbatim(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let joins = self.pieces.last().is_some_and(|last| {
            last.verbatim && last.source.end == source && last.text + last.source.len() == self.text.len()
        });
        match self.pieces.last_mut() {
            Some(last) if joins => last.source.end += text.len(),
            _ => self.pieces.push(Piece {
                text: self.text.len(),
                source: Span::new(source, source + text.len()),
                verbatim: true,
            }),
        }
        self.text.push_str(text);
    }

    /// Adds text that stands for `source` as a whole: a decoded entity, a folded line break.
    pub fn push_replaced(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece { text: self.text.len(), source, verbatim: false });
        self.text.push_str(text);
    }

    /// The source bytes that a span of the visible text shows, markup that lies between included.
    pub fn to_source(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.source_start(span.start);
            return Span::new(at, at);
        }
        Span::new(self.source_start(span.start), self.source_end(span.end))
    }

    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        // most texts are in one
        if let [whole] = self.pieces.as_slice() {
            return Some(whole);
        }
        let after = self.pieces.partition_point(|piece| piece.text <= offset);
        self.pieces.get(after.checked_sub(1)?)
    }

    fn source_start(&self, offset: usize) -> usize {
        self.piece_at(offset).map_or(0, |piece| {
            if piece.verbatim {
                (piece.source.start + offset - piece.text).min(piece.source.end)
            } else {
                piece.source.start
            }
        })
    }

    fn source_end(&self, offset: usize) -> usize {
        self.piece_at(offset.saturating_sub(1)).map_or(0, |piece| {
            if piece.verbatim {
                (piece.source.start + offset - piece.text).min(piece.source.end)
            } else {
                piece.source.end
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_follow_back_over_markup_and_entities() {
        let source = "a **bold** &amp; b";
        let mut mapped = MappedText::default();
        mapped.push_verbatim("a ", 0);
        mapped.push_verbatim("bold", 4);
        mapped.push_verbatim(" ", 10);
        mapped.push_replaced("&", Span::new(11, 16));
        mapped.push_verbatim(" b", 16);
        assert_eq!(mapped.as_str(), "a bold & b");
        assert_eq!(mapped.to_source(Span::new(2, 6)).of(source), "bold");
        assert_eq!(mapped.to_source(Span::new(2, 8)).of(source), "bold** &amp;");
        assert_eq!(mapped.to_source(Span::new(0, 10)).of(source), source);
    }
}
