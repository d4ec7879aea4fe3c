//! Captions that stand in the running text of a page whose markup was lost.

use std::sync::LazyLock;

use super::Spot;
use crate::analyze::wording::Wording;
use crate::corpus::BlockKind;
use crate::text::Dictionary;

/// True for a paragraph that describes a picture: a noun phrase with a word for pictures at its head.
pub(super) fn is_caption(spot: Spot<'_>, wording: &Wording<'_>) -> bool {
    let paragraph = matches!(spot.block().kind, BlockKind::Paragraph | BlockKind::Quote);
    if !paragraph || !spot.is_alone() || wording.has_finite_verb() {
        return false;
    }
    let head = wording.first_word().unwrap_or(0);
    let pictures = (head..head + HEAD).any(|at| wording.known(&PICTURES, at).is_some());
    let scenes = (head..head + HEAD).any(|at| wording.known(&SCENES, at).is_some());
    if !pictures && !scenes {
        return false;
    }
    let depicts = (0..wording.len()).any(|at| wording.known(&DEPICTS, at).is_some());
    pictures && (depicts || wording.lower(head + HEAD).is_empty() || has_of(wording, head))
        || scenes && depicts
}

fn has_of(wording: &Wording<'_>, head: usize) -> bool {
    (head..=head + HEAD).any(|at| matches!(wording.lower(at), "of" | "with"))
}

/// The picture is named among this many first words.
const HEAD: usize = 5;

/// Words for pictures.
static PICTURES: LazyLock<Dictionary<()>> = LazyLock::new(|| {
    Dictionary::of(
        "illustration artwork photo photograph image picture portrait rendering render screenshot diagram infographic \
        drawing cartoon graphic collage visualization logo"
            .split_whitespace(),
    )
});

/// Words for what a picture shows.
static SCENES: LazyLock<Dictionary<()>> = LazyLock::new(|| {
    Dictionary::of(
        "concept scene view background silhouette design composition figure hand".split_whitespace(),
    )
});

/// Words that say what a picture shows.
static DEPICTS: LazyLock<Dictionary<()>> = LazyLock::new(|| {
    Dictionary::of(
        "showcasing depicting showing symbolizing representing illustrating featuring displaying portraying \
        visualizing symbolising against"
            .split_whitespace(),
    )
});
