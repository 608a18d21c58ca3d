//! The standard library for wasm32: from rustup, or built from Debian's sources where rustup's
//! server is out of reach.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::system::privileged;
use crate::outcome::{Failure, Outcome, While};
use crate::places::{self, Places, which};
use crate::run;

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's compiler, by its full path: on `PATH`, rustup's own comes first.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "wasm-ld-22";
/// Says, beside the libraries, which compiler they are for: an upgrade makes them useless.
const MARKER: &str = "conoceles-built-for";

/// Which compiler can build the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compiler {
    /// The one that builds the server.
    Rustup,
    /// Debian's, linked into rustup under the name `debian`.
    Debian,
}

/// The compiler that is ready to build the client, if one is.
pub fn present() -> Outcome<Option<Compiler>> {
    if has_std(&libraries(Path::new("rustc"))?) {
        return Ok(Some(Compiler::Rustup));
    }
    if !Path::new(DEBIAN_RUSTC).is_file() || which(DEBIAN_LINKER).is_none() || !is_linked()? {
        return Ok(None);
    }
    let folder = libraries(Path::new(DEBIAN_RUSTC))?;
    let built_for = fs::read_to_string(folder.join(MARKER)).unwrap_or_default();
    Ok((has_std(&folder) && built_for == debian_version()?).then_some(Compiler::Debian))
}

/// What Trunk's cargo must be told, to use this compiler.
pub fn environment(compiler: Compiler) -> Vec<(&'static str, OsString)> {
    match compiler {
        Compiler::Rustup => Vec::new(),
        Compiler::Debian => vec![
            ("RUSTUP_TOOLCHAIN", "debian".into()),
            (
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
                DEBIAN_LINKER.into(),
            ),
        ],
    }
}

/// Asks rustup for the target; false where its server cannot be reached.
pub fn add_with_rustup() -> Outcome<bool> {
    if which("rustup").is_none() {
        return Err(Failure::new(
            "rustup is missing: install Rust with rustup, then run the command again",
        ));
    }
    let answer = run::quiet(Command::new("rustup").args(["target", "add", TARGET]));
    match &answer {
        Ok(_) => println!("✓ standard library for {TARGET} (rustup)"),
        Err(_) => println!("· rustup cannot bring {TARGET} here: taking Debian's compiler"),
    }
    Ok(answer.is_ok())
}

/// The packages of Debian's compiler that are missing.
pub fn missing_debian_packages() -> Vec<&'static str> {
    let traces = [
        (DEBIAN_RUSTC, "rustc-web"),
        (DEBIAN_CARGO, "cargo-web"),
        ("/usr/bin/wasm-ld-22", "lld-22"),
        ("/usr/share/doc/rust-web-src", "rust-web-src"),
    ];
    let missing = traces
        .into_iter()
        .filter(|(trace, _)| !Path::new(trace).exists());
    missing.map(|(_, package)| package).collect()
}

/// Builds the standard library with Debian's compiler and puts it into that compiler's folder, so
/// that a plain `cargo build --target` works from then on.
pub fn build_debian_std(places: &Places) -> Outcome {
    run::timed(
        &format!("standard library for {TARGET} (Debian's sources)"),
        || {
            let project = places.scratch("wasm-std");
            write_empty_crate(&project)?;
            let mut command = Command::new(DEBIAN_CARGO);
            command
                .args([
                    "build",
                    "--release",
                    "--target",
                    TARGET,
                    "-Zbuild-std=std,panic_abort",
                ])
                .current_dir(&project)
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTC_BOOTSTRAP", "1")
                // The client is linked with LTO, which needs bitcode in every library.
                .env("RUSTFLAGS", "-Cembed-bitcode=yes")
                .env("CARGO_TARGET_DIR", project.join("target"))
                // rustup's cargo, which started us, points here to its own libraries.
                .env_remove("LD_LIBRARY_PATH");
            run::quiet(&mut command)?;
            install_libraries(&project)?;
            run::quiet(Command::new("rustup").args(["toolchain", "link", "debian", "/usr"]))?;
            fs::remove_dir_all(&project).during(|| format!("removing {}", project.display()))
        },
    )
}

fn write_empty_crate(project: &Path) -> Outcome {
    let manifest = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                    [profile.release]\npanic = \"abort\"\n\n[workspace]\n";
    fs::create_dir_all(project.join("src"))
        .and_then(|()| fs::write(project.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(project.join("src/lib.rs"), "#![no_std]\n"))
        .during(|| format!("writing {}", project.display()))
}

fn install_libraries(project: &Path) -> Outcome {
    let built = project.join("target").join(TARGET).join("release/deps");
    let mut files = Vec::new();
    for entry in fs::read_dir(&built).during(|| format!("listing {}", built.display()))? {
        let path = entry
            .during(|| format!("listing {}", built.display()))?
            .path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            files.push(path);
        }
    }
    let marker = project.join(MARKER);
    fs::write(&marker, debian_version()?).during(|| format!("writing {}", marker.display()))?;
    files.push(marker);
    let folder = libraries(Path::new(DEBIAN_RUSTC))?;
    let not_allowed = || Failure::new(format!("this user may not write to {}", folder.display()));
    // Two versions of one library in the folder would make the compiler refuse both.
    run::quiet(
        privileged("rm")
            .ok_or_else(not_allowed)?
            .args(["-rf", "--"])
            .arg(&folder),
    )?;
    let mut install = privileged("install").ok_or_else(not_allowed)?;
    install
        .args(["-D", "-m", "644", "-t"])
        .arg(&folder)
        .args(&files);
    run::quiet(&mut install).map(drop)
}

/// Where a compiler looks for the target's libraries.
fn libraries(rustc: &Path) -> Outcome<PathBuf> {
    let mut command = Command::new(rustc);
    command.args(["--print", "target-libdir", "--target", TARGET]);
    Ok(PathBuf::from(run::quiet(&mut command)?.trim()))
}

fn has_std(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return false;
    };
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn is_linked() -> Outcome<bool> {
    let rustup = match std::env::var_os("RUSTUP_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => places::home()?.join(".rustup"),
    };
    Ok(rustup.join("toolchains/debian").is_dir())
}

fn debian_version() -> Outcome<String> {
    run::quiet(Command::new(DEBIAN_RUSTC).arg("-vV"))
}
