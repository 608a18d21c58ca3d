//! Running other programs: with their output shown or kept, always with a reason on failure.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::outcome::{Failure, Outcome, While};

/// How many lines of a failed program's output are repeated below the failure.
const TAIL: usize = 50;

/// Runs a step with a line before it and one after it that says how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("· {what} …");
    measured(what, work)
}

/// The same for a step worth fetching a coffee for: says beforehand how long it usually takes on two
/// cores, the first time.
pub fn long<T>(what: &str, usually: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    println!("· {what}: usually {usually} on 2 cores the first time …");
    measured(what, work)
}

fn measured<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let started = Instant::now();
    let result = work()?;
    println!("✓ {what} ({:.1} s)", started.elapsed().as_secs_f64());
    Ok(result)
}

/// Runs a program, passing its output on and keeping the end of it for the failure.
pub fn shown(command: &mut Command) -> Outcome {
    let name = describe(command);
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .during(|| format!("starting {name}"))?;
    let tail = Tail::default();
    let (sender, finished) = mpsc::channel();
    if let Some(stdout) = child.stdout.take() {
        tail.follow(stdout, std::io::stdout(), sender.clone());
    }
    if let Some(stderr) = child.stderr.take() {
        tail.follow(stderr, std::io::stderr(), sender);
    }
    let status = child.wait().during(|| format!("waiting for {name}"))?;
    // A grandchild that outlives the program may hold the pipe open: wait a moment, not for ever.
    for _ in 0..2 {
        if finished.recv_timeout(Duration::from_secs(2)).is_err() {
            break;
        }
    }
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!(
            "{}\n{name} failed ({status})",
            tail.text()
        )))
    }
}

/// Runs a program silently and returns what it printed; on failure, the end of its output.
pub fn quiet(command: &mut Command) -> Outcome<String> {
    let name = describe(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .during(|| format!("starting {name}"))?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    let all: Vec<&str> = stdout.lines().chain(stderr.lines()).collect();
    let end = all[all.len().saturating_sub(TAIL)..].join("\n");
    Err(Failure::new(format!(
        "{end}\n{name} failed ({})",
        output.status
    )))
}

/// Stops a program politely, then for good.
pub fn terminate(child: &mut Child) {
    let asked = Command::new("kill").arg(child.id().to_string()).status();
    let patience = Instant::now() + Duration::from_secs(5);
    while asked.is_ok() && Instant::now() < patience {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(20)),
            Ok(Some(_)) | Err(_) => return,
        }
    }
    // Nothing is left to do about a program that cannot even be killed.
    let _ = child.kill();
    let _ = child.wait();
}

/// The cargo that started us, or the one on `PATH`.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A command as a person would type it.
fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The last lines of two output streams.
#[derive(Default, Clone)]
struct Tail(Arc<Mutex<VecDeque<String>>>);

impl Tail {
    /// Copies a stream line by line, remembering the last lines, until it ends.
    fn follow(
        &self,
        from: impl Read + Send + 'static,
        mut to: impl Write + Send + 'static,
        finished: Sender<()>,
    ) {
        let tail = self.clone();
        thread::spawn(move || {
            for bytes in BufReader::new(from).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&bytes).into_owned();
                // A closed terminal must not stop the program whose output this is.
                let _ = writeln!(to, "{line}");
                tail.push(line);
            }
            // The receiver may have stopped waiting.
            let _ = finished.send(());
        });
    }

    fn push(&self, line: String) {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() == TAIL {
            lines.pop_front();
        }
        lines.push_back(line);
    }

    fn text(&self) -> String {
        let lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.iter().cloned().collect::<Vec<_>>().join("\n")
    }
}
