//! The steps of `cargo xtask test`, in the order they run.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::crates;
use super::session::Session;
use crate::build;
use crate::generate;
use crate::outcome::{Failure, Outcome, While};
use crate::places::{Places, which};
use crate::run;
use crate::setup::{self, Need};
use crate::tidy;
use crate::weight;

/// One check.
#[derive(Debug)]
pub struct Step {
    /// What the command line calls it.
    pub name: &'static str,
    /// What it checks, for the person who watches.
    pub about: &'static str,
    /// What must be installed before it.
    pub needs: &'static [Need],
    /// The check.
    pub run: fn(&mut Session<'_>) -> Outcome,
}

/// All steps: what is cheap and needs nothing comes first.
pub const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        about: "formatting",
        needs: &[],
        run: fmt,
    },
    Step {
        name: "tidy",
        about: "the rules no compiler knows",
        needs: &[],
        run: tidy_step,
    },
    Step {
        name: "crates",
        about: "from an empty registry, what set-up downloads is all that builds need",
        needs: &[],
        run: |session| crates::check_from_nothing(session.places()),
    },
    Step {
        name: "clippy",
        about: "lints, in every variant of the client",
        needs: &[Need::Crates],
        run: clippy,
    },
    Step {
        name: "deny",
        about: "licences, sources, banned crates, known vulnerabilities",
        needs: &[Need::Deny],
        run: deny,
    },
    Step {
        name: "client",
        about: "the browser's bundles",
        needs: &[Need::Client],
        run: |session| build::client(session.places()),
    },
    Step {
        name: "weight",
        about: "what the first visit of each role to the desks loads",
        needs: &[Need::Client],
        run: |session| {
            build::client(session.places())?;
            weight::check(session.places())
        },
    },
    Step {
        name: "unit",
        about: "unit tests",
        needs: &[Need::Client, Need::Postgres],
        run: unit,
    },
    Step {
        name: "openapi",
        about: "the checked-in specification",
        needs: &[Need::Client],
        run: openapi,
    },
    Step {
        name: "http",
        about: "the real server over HTTP, on both databases",
        needs: &[Need::Client, Need::Postgres],
        run: |session| suite(session, "http"),
    },
    Step {
        name: "contract",
        about: "the specification, the roles, the private fields",
        needs: &[Need::Client, Need::Postgres],
        run: |session| suite(session, "contract"),
    },
    Step {
        name: "browser",
        about: "people's tasks in a real browser",
        needs: &[Need::Client, Need::Postgres, Need::Browser],
        run: browser,
    },
];

fn fmt(session: &mut Session<'_>) -> Outcome {
    run::shown(build::cargo(session.places()).args(["fmt", "--all", "--check"]))
}

fn tidy_step(session: &mut Session<'_>) -> Outcome {
    tidy::check(session.places())
}

fn clippy(session: &mut Session<'_>) -> Outcome {
    let variants = [
        "--workspace --all-targets --features conoceles/test-clock,conoceles/demo",
        // The server as it is packaged.
        "--workspace --lib --bins",
        "-p conoceles-frontend --no-default-features --features hydrate --lib --bin portal",
        "-p conoceles-frontend --no-default-features --features csr --lib --bin desk --tests",
    ];
    for variant in variants {
        let mut command = build::cargo(session.places());
        // The profile of the tests: build scripts and macros are then built once for both.
        command
            .args(["clippy", "--profile", "ci"])
            .args(variant.split(' '));
        run::shown(command.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn deny(session: &mut Session<'_>) -> Outcome {
    let places = session.places();
    let mut command = Command::new(setup::deny().path(places));
    command
        .args(["check", "bans", "licenses", "sources"])
        .current_dir(places.root());
    run::shown(&mut command)?;
    advisories(places)
}

/// Known vulnerabilities, where their database can be had: it is a download that not every machine can
/// make, and one that cannot says so.
fn advisories(places: &Places) -> Outcome {
    let program = setup::deny().path(places);
    let fetched = run::quiet(
        Command::new(&program)
            .args(["fetch", "db"])
            .current_dir(places.root()),
    );
    if fetched.is_err() {
        println!("! advisories were NOT checked: their database is out of reach from here");
        return Ok(());
    }
    let mut command = Command::new(&program);
    command
        .args(["check", "--disable-fetch", "advisories"])
        .current_dir(places.root());
    run::shown(&mut command)
}

fn unit(session: &mut Session<'_>) -> Outcome {
    // The server's crate embeds the client: built later, it would make cargo compile this twice.
    build::client(session.places())?;
    cargo_test(session, build::VARIANT, "--lib --bins")?;
    // The desks exist in this variant only.
    let desks = "--profile ci -p conoceles-frontend --no-default-features --features csr";
    cargo_test(session, desks, "--lib")
}

fn openapi(session: &mut Session<'_>) -> Outcome {
    build::all(session.places())?;
    generate::check(session.places())
}

fn suite(session: &mut Session<'_>, name: &str) -> Outcome {
    build::all(session.places())?;
    cargo_test(session, build::VARIANT, &format!("--test {name}"))
}

fn browser(session: &mut Session<'_>) -> Outcome {
    let mut command = browser_command(session)?;
    run::shown(command.arg("--").args(session.filter()))
}

fn cargo_test(session: &mut Session<'_>, variant: &str, target: &str) -> Outcome {
    let mut command = test_command(session, variant, target)?;
    run::shown(command.arg("--").args(session.filter()))
}

/// Fifty operators saving every two seconds for two minutes against a release build, on both
/// databases; with `kill`, the server is killed fifty times meanwhile. Fails where a save that was
/// acknowledged is missing; prints how long saves took.
pub fn load(places: &Places, kill: bool) -> Outcome {
    setup::ensure(places, &[Need::Client, Need::Postgres])?;
    let released = build::release(places)?;
    let mut session = Session::new(places, Vec::new());
    let mut command = test_command(&mut session, build::VARIANT, "--test load")?;
    command
        .env("CONOCELES_BIN", released)
        .env("CONOCELES_LOAD_KILLS", if kill { "50" } else { "0" })
        .args(["--", "--ignored", "--nocapture", "--test-threads=1"])
        .args(["on_sqlite", "on_postgres"]);
    run::shown(&mut command)
}

/// Operators who sign in and save while anonymous readers ask for ever-new lists, against this build
/// with the demo. Fails where they wait too long; prints how long they waited.
pub fn mixed_load(places: &Places, server: &Path) -> Outcome {
    let mut command = build::cargo(places);
    command
        .arg("test")
        .args(build::VARIANT.split(' '))
        .args(["--test", "load"])
        .env("CONOCELES_BIN", server)
        .args(["--", "--ignored", "--nocapture", "beside_anonymous_loops"]);
    run::shown(&mut command)
}

/// A year of one Unidad de Transparencia on each database, with as many candidacies and actors as are
/// given; prints how long each desk's answers took.
pub fn year(places: &Places, sizes: &[String]) -> Outcome {
    setup::ensure(places, &[Need::Client, Need::Postgres])?;
    let released = build::release_with_clock(places)?;
    let mut session = Session::new(places, Vec::new());
    let size = |at: usize, usual: &'static str| sizes.get(at).map_or(usual, String::as_str);
    let mut command = test_command(&mut session, build::VARIANT, "--test http")?;
    command
        .env("CONOCELES_BIN", released)
        .env("CONOCELES_YEAR_CANDIDACIES", size(0, "9000"))
        .env("CONOCELES_YEAR_ACTORS", size(1, "20"))
        .args(["--", "--nocapture", "--test-threads=1", "year::"]);
    run::shown(&mut command)
}

/// Thousands of photos on each database, and of spreadsheets, that nobody should send; prints what
/// came of them and how much memory the server took.
pub fn hostile(places: &Places) -> Outcome {
    setup::ensure(places, &[Need::Client, Need::Postgres])?;
    build::all(places)?;
    let mut session = Session::new(places, Vec::new());
    let mut command = test_command(&mut session, build::VARIANT, "--test http")?;
    command
        .env("CONOCELES_HOSTILE_PHOTOS", "5000")
        .env("CONOCELES_HOSTILE_SHEETS", "5000")
        .args(["--", "hostile", "--nocapture"]);
    run::shown(&mut command)
}

/// Takes pictures of every screen that the browser tests pass, and gives the manual those it shows.
pub fn screenshots(places: &Places, folder: &Path) -> Outcome {
    setup::ensure(places, &[Need::Client, Need::Postgres, Need::Browser])?;
    let mut session = Session::new(places, Vec::new());
    let mut command = browser_command(&mut session)?;
    run::shown(command.env("CONOCELES_SCREENSHOTS", folder))?;
    renew_the_manual(&places.root().join("docs/manual/imagenes"), folder)
}

/// Replaces each picture of the manual by the one of the same name that was just taken. One that no
/// test takes any more is an error: the manual would go stale.
fn renew_the_manual(pictures: &Path, taken: &Path) -> Outcome {
    let entries = fs::read_dir(pictures).during(|| format!("reading {}", pictures.display()))?;
    for entry in entries {
        let entry = entry.during(|| format!("reading {}", pictures.display()))?;
        let from = taken.join(entry.file_name());
        fs::copy(&from, entry.path()).during(|| format!("copying {}", from.display()))?;
    }
    Ok(())
}

/// The browser tests, with everything they need running.
fn browser_command(session: &mut Session<'_>) -> Outcome<Command> {
    let places = session.places();
    build::all(places)?;
    let chromium = which("chromium").ok_or_else(|| Failure::new("chromium is not on PATH"))?;
    let webdriver = session.webdriver()?;
    let mut command = test_command(session, build::VARIANT, "--test browser")?;
    command
        .env("CONOCELES_CHROMIUM", chromium)
        .env(
            "CONOCELES_CHROMEDRIVER",
            which("chromedriver").unwrap_or_default(),
        )
        .env("CONOCELES_WEBDRIVER", webdriver)
        .env("CONOCELES_AXE", setup::axe(places));
    Ok(command)
}

/// `cargo test` of these packages, with the server and a PostgreSQL at hand.
fn test_command(session: &mut Session<'_>, variant: &str, target: &str) -> Outcome<Command> {
    let mut command = build::cargo(session.places());
    command
        .arg("test")
        .args(variant.split(' '))
        .args(target.split(' '))
        .env("CONOCELES_BIN", session.places().server())
        .env("CONOCELES_TEST_POSTGRES", session.postgres()?);
    Ok(command)
}
