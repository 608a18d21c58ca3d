//! A bill of materials: every crate that the lock file names, as CycloneDX, for whoever has to know
//! what an installation is made of.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::lock::{Locked, locked};
use crate::outcome::{Failure, Outcome, While};
use crate::places::Places;

/// The file that is named, else the usual one. What looks like an option is no name of a file.
pub fn file_of(arguments: &[String]) -> Outcome<PathBuf> {
    match arguments {
        [] => Ok(PathBuf::from("bill.cdx.json")),
        [file] if !file.starts_with('-') => Ok(PathBuf::from(file)),
        _ => Err(Failure::new(
            "cargo xtask bill [FILE]: one file, and no options",
        )),
    }
}

/// Writes the bill of materials to `file`.
pub fn write(places: &Places, file: &Path) -> Outcome {
    let lock = places.in_root("Cargo.lock");
    let text = fs::read_to_string(&lock).during(|| format!("reading {}", lock.display()))?;
    let crates = locked(&text);
    fs::write(file, cyclonedx(&crates)).during(|| format!("writing {}", file.display()))?;
    println!("✓ {}: {} crates", file.display(), crates.len());
    Ok(())
}

/// The document. Names and versions of crates need no escaping: cargo allows no sign that would.
fn cyclonedx(crates: &[Locked]) -> String {
    let components: Vec<String> = crates.iter().map(component).collect();
    let mut text = String::from(
        "{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.5\",\n  \"version\": 1,\n  \
         \"metadata\": { \"component\": { \"type\": \"application\", \"name\": \"conoceles\" } },\n  \
         \"components\": [\n",
    );
    let _ = writeln!(text, "{}\n  ]\n}}", components.join(",\n"));
    text
}

fn component(it: &Locked) -> String {
    let (name, version) = (&it.name, &it.version);
    let hashes = it.sha256.as_ref().map_or_else(String::new, |sha256| {
        format!(", \"hashes\": [{{ \"alg\": \"SHA-256\", \"content\": \"{sha256}\" }}]")
    });
    format!(
        "    {{ \"type\": \"library\", \"name\": \"{name}\", \"version\": \"{version}\", \
         \"purl\": \"pkg:cargo/{name}@{version}\"{hashes} }}"
    )
}

#[cfg(test)]
mod tests {
    use super::{cyclonedx, file_of};
    use crate::lock::locked;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"serde\"\nversion = \"1.0.1\"\n\
                        source = \"registry+x\"\nchecksum = \"ab12\"\ndependencies = [\n \"b\",\n]\n\n\
                        [[package]]\nname = \"conoceles\"\nversion = \"0.1.0\"\n";

    #[test]
    fn every_crate_has_its_version_and_the_hash_of_its_package() {
        let crates = locked(LOCK);
        let found: Vec<_> = crates
            .iter()
            .map(|it| (it.name.as_str(), it.version.as_str(), it.sha256.as_deref()))
            .collect();
        assert_eq!(
            found,
            [
                ("serde", "1.0.1", Some("ab12")),
                ("conoceles", "0.1.0", None)
            ]
        );
        let bill = cyclonedx(&crates);
        assert!(bill.contains("\"purl\": \"pkg:cargo/serde@1.0.1\", \"hashes\""));
        assert_eq!(bill.matches("\"hashes\"").count(), 1);
        assert_eq!(bill.matches('{').count(), bill.matches('}').count());
    }

    #[test]
    fn an_option_is_no_name_of_a_file() {
        let named = |words: &[&str]| {
            let words: Vec<String> = words.iter().map(ToString::to_string).collect();
            file_of(&words).ok()
        };
        assert_eq!(named(&[]), Some("bill.cdx.json".into()));
        assert_eq!(named(&["uno.json"]), Some("uno.json".into()));
        for words in [&["--help"][..], &["-h"], &["uno.json", "dos.json"]] {
            assert_eq!(named(words), None, "{words:?}");
        }
    }
}
