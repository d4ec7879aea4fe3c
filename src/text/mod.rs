//! What every stage shares: byte spans, lines and columns, text mapped to its source, sentence boundaries.
//! Nothing here knows of Markdown, companies or axes.

mod dictionary;
mod line;
mod mapped;
mod sentences;
mod span;
mod words;

pub(crate) use dictionary::Dictionary;
pub use line::{LineColumn, LineIndex};
pub use mapped::MappedText;
pub use sentences::sentences;
pub use span::Span;
pub use words::{Word, WordKind, Words, words};
