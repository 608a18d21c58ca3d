//! What `Cargo.lock` says.

/// A crate of the lock file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Locked {
    /// On crates.io, or in this workspace.
    pub name: String,
    /// The one that is built.
    pub version: String,
    /// Of its package on crates.io; none for the project's own.
    pub sha256: Option<String>,
}

/// The crates of a lock file, in its order.
pub fn locked(text: &str) -> Vec<Locked> {
    let sections = text.split("[[package]]").skip(1);
    sections
        .map(|section| {
            let value = |key: &str| {
                let prefix = format!("{key} = \"");
                let line = section.lines().find_map(|it| it.strip_prefix(&prefix));
                line.map(|it| it.trim_end_matches('"').to_owned())
            };
            Locked {
                name: value("name").unwrap_or_default(),
                version: value("version").unwrap_or_default(),
                sha256: value("checksum"),
            }
        })
        .collect()
}

/// The version of the package with this very name.
pub fn locked_version(lock: &str, package: &str) -> Option<String> {
    let crates = locked(lock).into_iter();
    crates
        .filter(|it| it.name == package)
        .map(|it| it.version)
        .next()
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_is_that_of_the_package_with_the_exact_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
