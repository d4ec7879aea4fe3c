//! Who is said to say it.

/// The speaker of one sentence, as written, or `None` where the author speaks.
pub(super) fn attributed_to(wording: &super::wording::Wording<'_>) -> Option<String> {
    let _ = wording;
    None
}
