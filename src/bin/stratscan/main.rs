//! The command line: the only place that prints and exits.

mod args;
mod input;
mod listing;
mod output;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Cli, Command};
use output::Outcome;
use stratscan::report::Listing;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let Some(command) = cli.command else {
        let _ = Cli::command().print_help();
        return ExitCode::SUCCESS;
    };
    let result = match command {
        Command::Claims(args) => listing::claims(&args),
        Command::Sentences(args) => listing::plain(Listing::Sentences, &args),
        Command::Figures(args) => listing::plain(Listing::Figures, &args),
    };
    match result {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("stratscan: {error:#}");
            ExitCode::from(2)
        }
    }
}
