//! `cargo xtask test`: every check of the project, in order, each one timed.

mod crates;
mod postgres;
mod session;
mod steps;
mod webdriver;

use std::time::{Duration, Instant};

use crate::outcome::{Failure, Outcome};
use crate::places::Places;
use crate::setup::{self, Need};

use session::Session;
use steps::{STEPS, Step};

/// How the browser tests and the screenshots share one way to run the browser.
pub use steps::{hostile, load, mixed_load, screenshots, year};
pub use webdriver::free_port;

/// Which steps to run, and with which filter.
#[derive(Debug)]
pub struct Selection {
    steps: Vec<&'static Step>,
    filter: Vec<String>,
}

impl Selection {
    /// Reads `[STEP…] [-- FILTER…]`: no step means every step; what follows `--` goes to the test
    /// programs.
    pub fn parse(arguments: &[String]) -> Outcome<Self> {
        let split = arguments
            .iter()
            .position(|word| word == "--")
            .unwrap_or(arguments.len());
        let (names, filter) = arguments.split_at(split);
        for name in names {
            if !STEPS.iter().any(|step| step.name == name) {
                let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
                return Err(Failure::new(format!(
                    "there is no test step {name}; the steps are: {}; a filter by test name goes \
                     after --",
                    known.join(" ")
                )));
            }
        }
        let chosen = |step: &&Step| names.is_empty() || names.iter().any(|name| step.name == name);
        Ok(Self {
            steps: STEPS.iter().filter(chosen).collect(),
            filter: filter.iter().skip(1).cloned().collect(),
        })
    }
}

/// Runs the steps until one fails, then says how long each took.
pub fn run(places: &Places, selection: &Selection) -> Outcome {
    let needs: Vec<Need> = selection
        .steps
        .iter()
        .flat_map(|it| it.needs)
        .copied()
        .collect();
    let mut session = Session::new(places, selection.filter.clone());
    let mut times = Times::default();
    let mut ready: Vec<Need> = Vec::new();
    for step in &selection.steps {
        // What needs little comes first, and fails before the tools of the rest are installed.
        if step.needs.iter().any(|need| !ready.contains(need)) {
            let now = if step.needs == [Need::Crates] {
                step.needs
            } else {
                &needs
            };
            times.measure("setup", || setup::ensure(places, now))?;
            ready.extend(now);
        }
        println!("\n━━ {} — {}", step.name, step.about);
        times.measure(step.name, || (step.run)(&mut session))?;
    }
    drop(session);
    times.print();
    println!("All steps passed.");
    Ok(())
}

/// How long each step took.
#[derive(Default)]
struct Times(Vec<(&'static str, Duration)>);

impl Times {
    fn measure(&mut self, step: &'static str, work: impl FnOnce() -> Outcome) -> Outcome {
        let started = Instant::now();
        let result = work();
        self.0.push((step, started.elapsed()));
        result.map_err(|failure| {
            self.print();
            Failure::new(format!(
                "step {step} failed\n\n{failure}\n\nagain: cargo xtask test {step}"
            ))
        })
    }

    fn print(&self) {
        println!("\n{:<12} {:>8}", "step", "seconds");
        let mut total = Duration::ZERO;
        for (step, time) in &self.0 {
            println!("{step:<12} {:>8.1}", time.as_secs_f64());
            total += *time;
        }
        println!("{:<12} {:>8.1}", "total", total.as_secs_f64());
    }
}

#[cfg(test)]
#[path = "selection_tests.rs"]
mod tests;
