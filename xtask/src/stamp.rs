//! A stamp says from what something was built, so that it is not built twice.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::outcome::{Outcome, While};

/// A fingerprint of files and words.
///
/// Contents count, not dates: a checkout or a branch switch touches dates without changing a word.
#[derive(Default)]
pub struct Stamp(DefaultHasher);

impl Stamp {
    /// Adds a word, such as a version.
    pub fn word(mut self, word: &str) -> Self {
        word.hash(&mut self.0);
        self
    }

    /// Adds a file, or every file below a folder; a missing path counts as missing.
    pub fn path(mut self, root: &Path, path: &str) -> Outcome<Self> {
        let start = root.join(path);
        for file in files_below(&start)? {
            let name = file.strip_prefix(root).unwrap_or(&file);
            name.hash(&mut self.0);
            let content = fs::read(&file).during(|| format!("reading {}", file.display()))?;
            content.hash(&mut self.0);
        }
        path.hash(&mut self.0);
        Ok(self)
    }

    /// The stamp as text.
    pub fn text(&self) -> String {
        format!("{:016x}\n", self.0.finish())
    }

    /// Whether a file holds this stamp.
    pub fn is_at(&self, file: &Path) -> bool {
        fs::read_to_string(file).is_ok_and(|text| text == self.text())
    }

    /// Writes the stamp to a file.
    pub fn write(&self, file: &Path) -> Outcome {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).during(|| format!("creating {}", folder.display()))?;
        }
        fs::write(file, self.text()).during(|| format!("writing {}", file.display()))
    }
}

/// Every file at or below a path, in a stable order; hidden entries do not count.
pub fn files_below(start: &Path) -> Outcome<Vec<PathBuf>> {
    if start.is_file() {
        return Ok(vec![start.to_path_buf()]);
    }
    if !start.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(start).during(|| format!("listing {}", start.display()))? {
        let path = entry
            .during(|| format!("listing {}", start.display()))?
            .path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !hidden {
            entries.push(path);
        }
    }
    entries.sort();
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_below(&entry)?);
    }
    Ok(files)
}

#[cfg(test)]
#[path = "stamp_tests.rs"]
mod tests;
