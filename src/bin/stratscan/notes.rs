//! What people are told beside the data: on standard error, one line each.

/// Tells people things.
#[derive(Clone, Copy)]
pub(crate) struct Notes {
    /// True where only errors are told.
    pub(crate) quiet: bool,
}

impl Notes {
    /// Something worth knowing.
    pub(crate) fn note(self, text: &str) {
        if !self.quiet {
            anstream::eprintln!("note: {}", safe(text));
        }
    }

    /// Something about a file that should be looked at.
    pub(crate) fn warn(self, text: &str) {
        if !self.quiet {
            anstream::eprintln!("warning: {}", safe(text));
        }
    }
}

/// Something that could not be done.
pub(crate) fn error(text: &str) {
    anstream::eprintln!("error: {}", safe(text));
}

/// File names and what is said of files come from anywhere: nothing of them steers the terminal.
fn safe(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
