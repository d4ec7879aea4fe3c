//! What every stage shares: byte spans, lines and columns, text mapped to its source, sentence boundaries, slips in names.
//! Nothing here knows of Markdown, companies or axes.

mod dictionary;
mod line;
mod mapped;
mod months;
mod sentences;
mod short;
mod span;
mod spelling;
mod words;

pub(crate) use dictionary::Dictionary;
pub use line::{LineColumn, LineIndex, utf_8};
pub use mapped::MappedText;
pub(crate) use months::month_named;
pub use sentences::sentences;
pub(crate) use short::Short;
pub use span::Span;
pub(crate) use spelling::edits;
pub use spelling::{nearest, suggestion, unknown};
pub use words::{Fold, Word, WordKind, Words, words};
