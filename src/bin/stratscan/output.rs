//! Where data goes, and how a run ends.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use stratscan::report::Look;

use crate::args::{Colour, OutputArgs};

/// How a run that could do its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything was read.
    Clean,
    /// Something was found that the caller asked to fail on.
    Findings,
    /// Some file could not be read; the rest was done.
    Incomplete,
}

/// Where data is written.
pub(crate) enum Sink {
    Stdout(BufWriter<StdoutLock<'static>>),
    /// A pipe or device: nothing can be put in its place.
    Device(BufWriter<File>),
    File(Beside),
}

/// A file that takes the place of another when all is written.
pub(crate) struct Beside {
    out: BufWriter<File>,
    temporary: PathBuf,
    path: PathBuf,
    renamed: bool,
}

impl Sink {
    /// Opens standard output, or the file that `args` name, before the long work so that a bad path fails early.
    pub(crate) fn open(args: &OutputArgs) -> Result<Self> {
        let Some(path) = args.file() else {
            return Ok(Self::Stdout(BufWriter::new(io::stdout().lock())));
        };
        // A link keeps being one: what it points to is replaced.
        let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        match target.metadata() {
            Ok(meta) if meta.is_dir() => Err(io::Error::from(io::ErrorKind::IsADirectory)),
            Ok(meta) if !meta.is_file() => {
                OpenOptions::new().write(true).open(&target).map(|file| Self::Device(BufWriter::new(file)))
            }
            Ok(_) | Err(_) => Beside::open(&target).map(Self::File),
        }
        .with_context(|| {
            format!("cannot write to `{}`; check the folder and its permissions", path.display())
        })
    }

    /// Adds `text`.
    pub(crate) fn put(&mut self, text: &str) -> Result<()> {
        self.out().write_all(text.as_bytes()).with_context(|| self.complaint())
    }

    /// Makes all that was written last; without it, a file keeps what it had.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.out().flush().with_context(|| self.complaint())?;
        if let Self::File(file) = &mut self {
            std::fs::rename(&file.temporary, &file.path)
                .with_context(|| format!("cannot write to `{}`", file.path.display()))?;
            file.renamed = true;
        }
        Ok(())
    }

    fn out(&mut self) -> &mut dyn Write {
        match self {
            Self::Stdout(out) => out,
            Self::Device(out) => out,
            Self::File(file) => &mut file.out,
        }
    }

    fn complaint(&self) -> String {
        match self {
            Self::Stdout(_) => "cannot write to standard output".to_owned(),
            Self::Device(_) => "cannot write to the device named by --output".to_owned(),
            Self::File(file) => format!("cannot write to `{}`", file.path.display()),
        }
    }
}

impl Beside {
    fn open(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
        let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
        let file = OpenOptions::new().write(true).create_new(true).open(&temporary)?;
        Ok(Self { out: BufWriter::new(file), temporary, path: path.to_owned(), renamed: false })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.renamed {
            let _ = std::fs::remove_file(&self.temporary);
        }
    }
}

/// What the output can show: a file or pipe has 80 columns, unless COLUMNS says otherwise.
pub(crate) fn look(args: &OutputArgs, colour: Colour) -> Look {
    const NARROW: usize = 40;
    let terminal = args.file().is_none() && io::stdout().is_terminal();
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let shown = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|_| terminal);
    let colour = match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            terminal && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
        }
    };
    Look { width: asked.or_else(shown).unwrap_or(80).max(NARROW), colour }
}

/// True where the reader of standard output went away, which is no failure of ours.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
