//! `cargo xtask`: one command for set-up, demo, tests and everything else around the code.
#![forbid(unsafe_code)]

mod bench;
mod bill;
mod build;
mod checkout;
mod demo;
mod generate;
mod lock;
mod outcome;
mod parts;
mod places;
mod run;
mod setup;
mod stamp;
mod test;
mod tidy;
mod weight;

use std::path::PathBuf;
use std::process::ExitCode;

use outcome::{Failure, Outcome};
use places::Places;
use setup::Need;

const HELP: &str = "\
cargo xtask demo [--fresh] [--listen ADDRESS]   a server with invented data, from nothing
cargo xtask test [STEP…] [-- FILTER…]           every check, or the named ones
cargo xtask load [--kill]                       50 operators saving for two minutes
cargo xtask year [CANDIDACIES [ACTORS]]         a year of one UT: 9,000 candidacies of 20 actors
cargo xtask hostile                             10,000 photos and 5,000 sheets made to do harm
cargo xtask bench                               public reads against nginx; saves beside anonymous loops
cargo xtask build                               the client bundles and the server
cargo xtask generate                            rewrite the generated files
cargo xtask screenshots [FOLDER]                a picture of every screen
cargo xtask bill [FILE]                         every crate of the lock file, as CycloneDX
cargo xtask setup                               only install what is missing
cargo xtask tidy                                only the project's own rules

Tools and build products are kept in $CONOCELES_CACHE, or ~/.cache/conoceles.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run_task(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n✗ {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run_task(arguments: &[String]) -> Outcome {
    let Some((task, rest)) = arguments.split_first() else {
        println!("{HELP}");
        return Ok(());
    };
    let places = Places::find()?;
    checkout::claim(&places)?;
    match task.as_str() {
        "demo" => demo::run(&places, &demo::Options::parse(rest)?),
        "test" => test::run(&places, &test::Selection::parse(rest)?),
        "screenshots" => {
            let folder = rest
                .first()
                .map_or_else(|| PathBuf::from("screenshots"), PathBuf::from);
            test::screenshots(&places, &places.root().join(folder))
        }
        "load" => test::load(&places, rest.iter().any(|it| it == "--kill")),
        "year" => test::year(&places, rest),
        "bill" => bill::write(&places, &bill::file_of(rest)?),
        "bench" => bench::run(&places),
        "hostile" => test::hostile(&places),
        "build" => {
            setup::ensure(&places, &[Need::Client])?;
            build::all(&places)
        }
        "generate" => {
            setup::ensure(&places, &[Need::Crates])?;
            generate::write(&places)
        }
        "setup" => setup::ensure(
            &places,
            &[Need::Client, Need::Deny, Need::Postgres, Need::Browser],
        ),
        "tidy" => tidy::check(&places),
        other => Err(Failure::new(format!("there is no task {other}\n\n{HELP}"))),
    }
}
