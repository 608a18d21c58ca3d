//! What the operating system brings: Debian's packages, when the programs are not there already.

use std::fs;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::need::Need;
use crate::outcome::{Failure, Outcome};
use crate::places::which;
use crate::run;

/// Debian's packages for the programs that are missing.
pub fn missing_packages(needs: &[Need]) -> Vec<&'static str> {
    let mut packages = Vec::new();
    let mut require = |there: bool, package: &'static str| {
        if !there && !packages.contains(&package) {
            packages.push(package);
        }
    };
    if needs.contains(&Need::Client) || needs.contains(&Need::Browser) {
        require(which("node").is_some(), "nodejs");
        require(which("npm").is_some(), "npm");
    }
    if needs.contains(&Need::Browser) {
        require(which("chromium").is_some(), "chromium");
        require(which("chromedriver").is_some(), "chromium-driver");
    }
    if needs.contains(&Need::Bench) {
        require(which("wrk").is_some(), "wrk");
        require(which("nginx").is_some(), "nginx-light");
    }
    if needs.contains(&Need::Postgres) {
        require(postgres_program("postgres").is_some(), "postgresql");
        require(postgres_program("initdb").is_some(), "postgresql");
    }
    packages
}

/// Finds a program of the PostgreSQL server: on `PATH`, or where Debian keeps them off it.
pub fn postgres_program(program: &str) -> Option<PathBuf> {
    if let Some(path) = which(program) {
        return Some(path);
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<PathBuf> = versions
        .flatten()
        .map(|version| version.path().join("bin").join(program))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    found.pop()
}

/// Installs Debian packages.
pub fn install(packages: &[&str]) -> Outcome {
    if packages.is_empty() {
        return Ok(());
    }
    let list = packages.join(" ");
    if which("apt-get").is_none() {
        return Err(Failure::new(format!(
            "This machine has no apt-get. Install what these Debian packages bring, then run the \
             command again: {list}\nEsta máquina no tiene apt-get. Instale lo que contienen estos \
             paquetes de Debian y repita la orden: {list}"
        )));
    }
    let failed = || {
        Failure::new(format!(
            "Packages are missing and this user may not install them. Run this, then the command \
             again:\nFaltan paquetes y esta cuenta no puede instalarlos. Ejecute esto y repita la \
             orden:\n\n    sudo apt-get install --no-install-recommends {list}\n"
        ))
    };
    run::timed(&format!("apt-get install {list}"), || {
        run::quiet(apt(&mut privileged("apt-get").ok_or_else(failed)?).args(["update", "-q"]))?;
        let mut command = privileged("apt-get").ok_or_else(failed)?;
        apt(&mut command)
            .args(["install", "-y", "-q", "--no-install-recommends"])
            .args(packages);
        run::quiet(&mut command).map(drop)
    })
}

/// A command with the rights to change the system: as it is for root, by sudo where sudo answers.
fn privileged(program: &str) -> Option<Command> {
    if is_root() {
        return Some(Command::new(program));
    }
    let silent = Command::new("sudo")
        .args(["-n", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    // At a terminal sudo can ask for the password by itself: it reads the terminal, not our input.
    if silent || (which("sudo").is_some() && std::io::stdin().is_terminal()) {
        let mut command = Command::new("sudo");
        command.arg("--").arg(program);
        return Some(command);
    }
    None
}

/// Whether we run as root.
pub fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Never asks a question, and waits for another apt to finish.
fn apt(command: &mut Command) -> &mut Command {
    command
        .args(["-o", "DPkg::Lock::Timeout=600"])
        .env("DEBIAN_FRONTEND", "noninteractive")
}
