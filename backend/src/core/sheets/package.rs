//! A workbook as the ZIP that it is: measured before it is read, because anyone may have made it,
//! and what its reader does not tell taken from its sheets on the way.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::limits::Limits;
use super::marks::{self, Marks};
use super::trouble::Trouble;

/// Parts of the ZIP.
const MAX_PARTS: usize = 1_000;
/// Stored texts that a workbook may announce; the reader makes room for as many.
const MAX_STRINGS: u64 = 1_000_000;
/// The attribute that announces them.
const ANNOUNCED: &[u8] = b"uniqueCount";

/// A workbook that was measured.
#[derive(Debug)]
pub struct Package {
    /// By the sheet's name.
    pub marks: HashMap<String, Marks>,
    /// The workbook without the sizes that its reader would stumble over; none where it has none.
    pub rewritten: Option<Vec<u8>>,
}

/// Expands every part into nothing, to see how large it really is.
///
/// # Errors
/// It is damaged, or expands to more than is taken.
pub fn measured(bytes: &[u8], limits: &Limits) -> Result<Package, Trouble> {
    let broken = || Trouble::broken();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() > MAX_PARTS {
        return Err(Trouble::expands());
    }
    // What it declares comes first: an honest bomb is refused without expanding a byte of it.
    let declared = archive.decompressed_size();
    if declared.is_some_and(|it| it > u128::from(limits.expanded)) {
        return Err(Trouble::expands());
    }
    let mut left = limits.expanded;
    let mut parts = Parts::default();
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| broken())?;
        let name = part.name().map_err(|_| broken())?.to_ascii_lowercase();
        let mut limited = part.take(left.saturating_add(1));
        let size = if is_looked_at(&name) {
            let mut content = Vec::new();
            limited.read_to_end(&mut content).map_err(|_| broken())?;
            let size = content.len() as u64;
            // What is too large is not looked at either.
            if size <= left {
                parts.take(at, name, content)?;
            }
            size
        } else {
            std::io::copy(&mut limited, &mut std::io::sink()).map_err(|_| broken())?
        };
        left = left.checked_sub(size).ok_or_else(Trouble::expands)?;
    }
    let rewritten = if parts.resized.is_empty() {
        None
    } else {
        Some(rewritten(archive, &parts.resized).map_err(|_| broken())?)
    };
    Ok(Package {
        marks: parts.by_sheet(),
        rewritten,
    })
}

fn is_looked_at(name: &str) -> bool {
    name.ends_with("sharedstrings.xml")
        || name.starts_with("xl/worksheets/")
        || name == "xl/workbook.xml"
        || name == "xl/_rels/workbook.xml.rels"
}

/// The parts that are looked at.
#[derive(Default)]
struct Parts {
    /// Of each sheet's part, by its name.
    marks: HashMap<String, Marks>,
    workbook: Vec<u8>,
    relations: Vec<u8>,
    /// Sheets whose size was taken out, by their place in the ZIP.
    resized: HashMap<usize, Vec<u8>>,
}

impl Parts {
    fn take(&mut self, at: usize, name: String, content: Vec<u8>) -> Result<(), Trouble> {
        if name.ends_with("sharedstrings.xml") {
            check_announced(&content)?;
        } else if name == "xl/workbook.xml" {
            self.workbook = content;
        } else if name.ends_with("workbook.xml.rels") {
            self.relations = content;
        } else if name.ends_with(".xml") {
            let (marks, resized) = marks::of_sheet(&content);
            if let Some(content) = resized {
                self.resized.insert(at, content);
            }
            self.marks.insert(name, marks);
        }
        Ok(())
    }

    fn by_sheet(mut self) -> HashMap<String, Marks> {
        let targets: HashMap<String, String> = marks::elements(&self.relations, "Relationship")
            .filter_map(|it| Some((it.value("Id")?, it.value("Target")?)))
            .collect();
        marks::elements(&self.workbook, "sheet")
            .filter_map(|it| {
                let target = targets.get(&it.value("id")?)?.to_ascii_lowercase();
                let part = target.strip_prefix('/').map_or_else(
                    || format!("xl/{}", target.trim_start_matches("./")),
                    ToOwned::to_owned,
                );
                Some((it.value("name")?, self.marks.remove(&part)?))
            })
            .collect()
    }
}

/// The same ZIP with other contents in some of its places.
fn rewritten(
    mut archive: ZipArchive<Cursor<&[u8]>>,
    parts: &HashMap<usize, Vec<u8>>,
) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        match parts.get(&at) {
            Some(content) => {
                let name = archive.by_index(at)?.name()?.into_owned();
                let options = SimpleFileOptions::default();
                zip.start_file(name, options)?;
                std::io::Write::write_all(&mut zip, content)?;
            }
            None => zip.raw_copy_file(archive.by_index_raw(at)?)?,
        }
    }
    Ok(zip.finish()?.into_inner())
}

/// Refuses a workbook that announces more stored texts than fit: the reader would believe it. A
/// zero byte is UTF-16, which would hide the announcement and which no spreadsheet writes.
fn check_announced(content: &[u8]) -> Result<(), Trouble> {
    if content.contains(&0) {
        return Err(Trouble::broken());
    }
    let mut rest = content;
    while let Some(at) = rest.windows(ANNOUNCED.len()).position(|it| it == ANNOUNCED) {
        rest = rest.get(at + ANNOUNCED.len()..).unwrap_or_default();
        let count = rest
            .iter()
            .skip_while(|it| it.is_ascii_whitespace() || matches!(it, b'=' | b'"' | b'\''))
            .take_while(|it| it.is_ascii_digit())
            .fold(0_u64, |sum, it| {
                sum.saturating_mul(10).saturating_add(u64::from(it - b'0'))
            });
        if count > MAX_STRINGS {
            return Err(Trouble::expands());
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "package_tests.rs"]
mod package_tests;
