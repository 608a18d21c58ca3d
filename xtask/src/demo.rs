//! `cargo xtask demo`: from nothing to a server with invented data, in one command.

use std::env;
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use crate::build;
use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;
use crate::run;
use crate::setup::{self, Need};

/// What the command line may ask of the demo.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    fresh: bool,
    listen: Option<String>,
}

impl Options {
    /// Reads `[--fresh] [--listen ADDRESS]`.
    pub fn parse(arguments: &[String]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--fresh" => options.fresh = true,
                "--listen" => {
                    let address = rest.next().ok_or_else(|| {
                        Failure::new("--listen needs an address, such as 127.0.0.1:8080")
                    })?;
                    options.listen = Some(address.clone());
                }
                other => {
                    return Err(Failure::new(format!(
                        "unknown option {other}; demo takes --fresh and --listen ADDRESS"
                    )));
                }
            }
        }
        Ok(options)
    }
}

/// Installs, builds, seeds where there is no database, and becomes the server.
pub fn run(places: &Places, options: &Options) -> Outcome {
    setup::ensure(places, &[Need::Client])?;
    build::all(places)?;
    let data = data_folder(places);
    let accounts = data.join("demo-accounts.txt");
    // With a database elsewhere, the accounts file is the only trace of an earlier seed.
    let seeded = accounts.is_file() || data.join("conoceles.db").is_file();
    if options.fresh || !seeded {
        run::timed("demo data", || {
            let mut seed = server(places);
            seed.args(["seed", "demo"])
                .args(options.fresh.then_some("--fresh"));
            run::shown(&mut seed)
        })?;
    }
    if accounts.is_file() {
        let text =
            fs::read_to_string(&accounts).during(|| format!("reading {}", accounts.display()))?;
        println!("\n{}\n", text.trim_end());
    }
    if env::var_os(SECOND_FACTOR).is_none() {
        println!(
            "In the demo staff signs in with a password alone ({SECOND_FACTOR}=off); with \
             {SECOND_FACTOR}=staff it sets up a second factor first, as real installations do.\n"
        );
    }
    let mut serve = server(places);
    serve.arg("serve");
    if let Some(address) = &options.listen {
        serve.env("CONOCELES_LISTEN", address);
    }
    // Becoming the server lets Ctrl-C reach it directly, for an orderly stop.
    Err(Failure::new(format!(
        "starting {}: {}",
        places.server().display(),
        serve.exec()
    )))
}

/// The server's data folder, by the server's own rule.
fn data_folder(places: &Places) -> PathBuf {
    let folder = env::var_os("CONOCELES_DATA_DIR").unwrap_or_else(|| "data".into());
    places.root().join(folder)
}

/// Who must have a second factor: the demo is to be tried without a telephone.
const SECOND_FACTOR: &str = "CONOCELES_SECOND_FACTOR";

fn server(places: &Places) -> Command {
    let mut command = Command::new(places.server());
    command.current_dir(places.root());
    if env::var_os(SECOND_FACTOR).is_none() {
        command.env(SECOND_FACTOR, "off");
    }
    command
}

#[cfg(test)]
mod tests {
    use super::Options;

    fn parse(words: &[&str]) -> Result<Options, String> {
        let words: Vec<String> = words.iter().map(ToString::to_string).collect();
        Options::parse(&words).map_err(|failure| failure.to_string())
    }

    #[test]
    fn options_are_read_in_any_order_and_others_are_refused() {
        assert_eq!(parse(&[]), Ok(Options::default()));
        let both = Options {
            fresh: true,
            listen: Some("0.0.0.0:80".to_owned()),
        };
        assert_eq!(parse(&["--listen", "0.0.0.0:80", "--fresh"]), Ok(both));
        assert!(
            parse(&["--listen"])
                .unwrap_err()
                .contains("needs an address")
        );
        assert!(parse(&["--frsh"]).unwrap_err().contains("--frsh"));
    }
}
