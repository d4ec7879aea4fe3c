//! `stratscan completions`.

use std::io::Write;

use anyhow::Result;
use clap::CommandFactory;

use crate::args::Cli;
use crate::output::Outcome;

pub(crate) fn run(shell: clap_complete::Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "stratscan", &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(Outcome::Clean)
}
