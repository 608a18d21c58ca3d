//! Where things are: the checkout, and the cache that outlives it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::outcome::{Failure, Outcome, While};

/// The folders that the tasks work in.
///
/// Tools and build products live in the cache, so that a fresh clone on the same machine builds
/// neither of them again.
#[derive(Debug, Clone)]
pub struct Places {
    root: PathBuf,
    cache: PathBuf,
}

impl Places {
    /// Finds the checkout this program was built from, and the cache: `$CONOCELES_CACHE` or
    /// `~/.cache/conoceles`.
    pub fn find() -> Outcome<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest
            .parent()
            .ok_or_else(|| Failure::new("xtask/ has no parent folder"))?
            .to_path_buf();
        let cache = match env::var_os("CONOCELES_CACHE") {
            Some(folder) => PathBuf::from(folder),
            None => home()?.join(".cache/conoceles"),
        };
        fs::create_dir_all(&cache).during(|| format!("creating {}", cache.display()))?;
        // Children run elsewhere than we do: only an absolute path means the same to all.
        let cache = fs::canonicalize(&cache).during(|| format!("resolving {}", cache.display()))?;
        Ok(Self { root, cache })
    }

    /// The checkout.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the checkout.
    pub fn in_root(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The folder of one installed tool, by version.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// Where `npm ci` puts wasm-opt and axe-core.
    pub fn npm(&self) -> PathBuf {
        self.cache.join("npm")
    }

    /// A scratch folder in the cache.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.cache.join("scratch").join(name)
    }

    /// Cargo's folder for everything that runs on this machine.
    pub fn native_target(&self) -> PathBuf {
        self.cache.join("target")
    }

    /// Cargo's folder for the client, which another toolchain may build.
    pub fn wasm_target(&self) -> PathBuf {
        self.cache.join("target-wasm")
    }

    /// The server, as tests and demo use it.
    pub fn server(&self) -> PathBuf {
        self.native_target().join("ci/conoceles")
    }

    /// The server in profile `release`.
    pub fn released(&self) -> PathBuf {
        self.native_target().join("release/conoceles")
    }

    /// The client bundles that the server embeds.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}

/// The user's home folder.
pub fn home() -> Outcome<PathBuf> {
    env::var_os("HOME")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("HOME is not set; set it, or set CONOCELES_CACHE"))
}

/// Finds a program on `PATH`.
pub fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|candidate| candidate.is_file())
}

/// `PATH` with these folders before everything else.
pub fn path_with(first: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&rest)))
        .during(|| "putting the tools on PATH".to_owned())
}
