//! A large ZIP cut into small ones without expanding anything: its list of files, the stretch of each in
//! the file, and a small ZIP of some of them. So that whoever has two thousand photos sends them in
//! parts, and nobody holds all of them in memory.

use std::ops::Range;

use crate::api::many_photos::ZIP_MAX_MEGABYTES;

/// How far from its end a ZIP says where its list is.
pub const TAIL: u64 = 22 + 65_535;
/// The most photos of a part: few enough that an answer comes soon.
const PART_FILES: usize = 20;
/// What a part weighs at most, unless one file alone weighs more.
const PART_BYTES: u64 = (ZIP_MAX_MEGABYTES as u64) * 1024 * 1024 / 2;
/// What begins the end of a ZIP, a line of its list, and the folder of what macOS adds.
const END: &[u8] = b"PK\x05\x06";
const LINE: &[u8] = b"PK\x01\x02";
const MAC_FOLDER: &[u8] = b"__MACOSX/";
/// Without its names, the length of a line of the list, and of the end.
const LINE_LENGTH: usize = 46;
const END_LENGTH: usize = 22;
/// Where a line says where its file begins.
const PLACE_IN_LINE: usize = 42;

/// Where the list of a ZIP is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPlace {
    /// From which byte to which.
    pub bytes: Range<u64>,
    /// What stands before the ZIP proper, which its own places do not count.
    before: u64,
}

/// A file of a ZIP: its line in the list, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZipStretch {
    line: Vec<u8>,
    /// From which byte to which, with its header.
    pub bytes: Range<u64>,
}

/// Where the list of a ZIP of this length is, by its last bytes: as many as [`TAIL`], or all. Nothing
/// where it is no ZIP, or one of the kind for more than 4 GB.
#[must_use]
pub fn list_place(tail: &[u8], length: u64) -> Option<ListPlace> {
    let at = tail.windows(END.len()).rposition(|it| it == END)?;
    let end = tail.get(at..at + END_LENGTH)?;
    let (size, start) = (number(end, 12, 4)?, number(end, 16, 4)?);
    if size == u64::from(u32::MAX) || start == u64::from(u32::MAX) {
        return None;
    }
    let tail_starts = length.checked_sub(tail.len() as u64)?;
    let list_ends = tail_starts.checked_add(at as u64)?;
    let list_starts = list_ends.checked_sub(size)?;
    Some(ListPlace {
        bytes: list_starts..list_ends,
        before: list_starts.checked_sub(start)?,
    })
}

/// The files of a list, in its order, without folders and what macOS adds. Nothing where it is damaged.
#[must_use]
pub fn files_of_list(list: &[u8], place: &ListPlace) -> Option<Vec<ZipStretch>> {
    let mut lines = Vec::new();
    let mut rest = list;
    while rest.starts_with(LINE) {
        let more = number(rest, 28, 2)? + number(rest, 30, 2)? + number(rest, 32, 2)?;
        let length = LINE_LENGTH.checked_add(usize::try_from(more).ok()?)?;
        let line = rest.get(..length)?;
        let start = number(line, PLACE_IN_LINE, 4)?;
        if start == u64::from(u32::MAX) {
            return None;
        }
        lines.push((line, start.checked_add(place.before)?));
        rest = rest.get(length..)?;
    }
    // A file ends where the next one begins: what is between them belongs to it.
    let mut starts: Vec<u64> = lines.iter().map(|it| it.1).collect();
    starts.push(place.bytes.start);
    starts.sort_unstable();
    let end_of = |start: u64| {
        starts
            .get(starts.partition_point(|it| *it <= start))
            .copied()
    };
    let mut files = Vec::new();
    for (line, start) in lines {
        if is_looked_at(line)? {
            files.push(ZipStretch {
                line: line.to_vec(),
                bytes: start..end_of(start)?,
            });
        }
    }
    Some(files)
}

fn is_looked_at(line: &[u8]) -> Option<bool> {
    let length = usize::try_from(number(line, 28, 2)?).ok()?;
    let name = line.get(LINE_LENGTH..LINE_LENGTH.checked_add(length)?)?;
    Some(!name.ends_with(b"/") && !name.starts_with(MAC_FOLDER))
}

/// The files in parts that can be sent one after another.
#[must_use]
pub fn in_parts(files: Vec<ZipStretch>) -> Vec<Vec<ZipStretch>> {
    let mut parts: Vec<Vec<ZipStretch>> = Vec::new();
    let mut weight = 0;
    for file in files {
        let own = file.bytes.end.saturating_sub(file.bytes.start);
        match parts.last_mut() {
            Some(part) if part.len() < PART_FILES && weight + own <= PART_BYTES => {
                weight += own;
                part.push(file);
            }
            _ => {
                weight = own;
                parts.push(vec![file]);
            }
        }
    }
    parts
}

/// A ZIP of these files, each with the bytes of its stretch. Nothing where it would be too large to be
/// one.
#[must_use]
pub fn assembled(files: &[(&ZipStretch, &[u8])]) -> Option<Vec<u8>> {
    let mut zip = Vec::new();
    let mut list = Vec::new();
    for (file, bytes) in files {
        let place = u32::try_from(zip.len()).ok()?.to_le_bytes();
        zip.extend_from_slice(bytes);
        let at = list.len();
        list.extend_from_slice(&file.line);
        let own = list.get_mut(at + PLACE_IN_LINE..at + PLACE_IN_LINE + place.len())?;
        own.copy_from_slice(&place);
    }
    let count = u16::try_from(files.len()).ok()?.to_le_bytes();
    let start = u32::try_from(zip.len()).ok()?.to_le_bytes();
    let size = u32::try_from(list.len()).ok()?.to_le_bytes();
    zip.extend_from_slice(&list);
    zip.extend_from_slice(END);
    zip.extend_from_slice(&[0; 4]);
    zip.extend_from_slice(&count);
    zip.extend_from_slice(&count);
    zip.extend_from_slice(&size);
    zip.extend_from_slice(&start);
    zip.extend_from_slice(&[0; 2]);
    Some(zip)
}

/// A number of so many bytes, the smallest first.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<u64> {
    let digits = bytes.get(at..at.checked_add(size)?)?;
    let digits = digits.iter().rev();
    Some(digits.fold(0, |sum, it| (sum << 8) | u64::from(*it)))
}

#[cfg(test)]
#[path = "zip_parts_tests.rs"]
mod zip_parts_tests;
