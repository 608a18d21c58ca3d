//! A ZIP of photos as anyone may have made it: counted and weighed before anything of it is expanded,
//! then one file at a time, each up to the size of a photo.

use std::io::{Cursor, Read as _};

use conoceles_shared::api::many_photos::{MOST_PHOTOS, ZIP_MAX_MEGABYTES};
use conoceles_shared::problem::{Code, FieldError};
use conoceles_shared::text::counted;
use zip::ZipArchive;

use super::names::FileInZip;
use crate::core::error::Failure;

/// The largest ZIP of one request.
pub const MAX_ZIP: usize = ZIP_MAX_MEGABYTES as usize * 1024 * 1024;
/// The most entries, with folders and what programs add: the reader makes room for each.
const MAX_ENTRIES: u64 = 1_000;
/// Within how much of its end a ZIP says how many entries it has, as far as its reader looks and a little
/// more.
const TAIL: usize = 22 + 65_535 + 64;
/// What each entry of a ZIP's list begins with.
const LISTED: &[u8] = b"PK\x01\x02";
/// What the large form of a ZIP's end begins with, and what says in the tail where that is.
const LARGE_END: &[u8] = b"PK\x06\x06";
const LARGE_END_PLACE: &[u8] = b"PK\x06\x07";
/// How many times larger than in the ZIP a photo may be: photos are compressed already.
const MAX_RATIO: u64 = 100;
/// What is too small to be judged by that.
const SMALL: u64 = 1024 * 1024;

/// A file of the ZIP that is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedFile {
    /// Its place in the ZIP.
    pub at: usize,
    /// What it is called.
    pub name: FileInZip,
    /// Why it cannot be a photo, as far as the ZIP's own list tells.
    pub refusal: Option<String>,
}

/// What a ZIP holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListedZip {
    /// The files that may be photos, in their order.
    pub files: Vec<ListedFile>,
    /// Hidden ones and those that programs add.
    pub ignored: u32,
}

/// Lists a ZIP, without expanding anything of it.
///
/// # Errors
/// 415 for anything but a ZIP; 413 with too many files; 422 for a broken one, one in which a name stands
/// twice, or one whose files lie over one another.
pub fn list_zip(bytes: &[u8], photo_limit: usize) -> Result<ListedZip, Failure> {
    if !bytes.starts_with(b"PK") {
        return Err(Failure::new(
            Code::UnsupportedMediaType,
            "El archivo no es un ZIP. Reúna las fotografías en un archivo .zip y súbalo.",
        ));
    }
    if most_entries(bytes).ok_or_else(broken)? > MAX_ENTRIES {
        return Err(too_many());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.len() as u64 > MAX_ENTRIES {
        return Err(too_many());
    }
    if archive.has_duplicate_names() {
        return Err(unusable(
            "duplicate_name",
            "El ZIP tiene dos archivos con el mismo nombre en la misma carpeta. Hágalo de nuevo.",
        ));
    }
    if archive.has_overlapping_files().map_err(|_| broken())? {
        return Err(broken());
    }
    let mut listed = ListedZip::default();
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(|_| broken())?;
        if entry.is_dir() {
            continue;
        }
        let read = entry.name().map_err(|_| broken())?;
        let name = FileInZip::named(entry.name_raw(), &read);
        if name.hidden {
            listed.ignored = listed.ignored.saturating_add(1);
            continue;
        }
        let size = (entry.size(), entry.compressed_size());
        let refusal = if entry.encrypted() {
            Some("Está cifrado con contraseña. Haga el ZIP sin contraseña.".to_owned())
        } else if entry.is_symlink() {
            Some("Es un enlace a otro archivo. Ponga el archivo mismo.".to_owned())
        } else {
            refused_by_size(size, photo_limit)
        };
        listed.files.push(ListedFile { at, name, refusal });
    }
    if listed.files.len() > MOST_PHOTOS {
        return Err(too_many());
    }
    Ok(listed)
}

fn refused_by_size((size, packed): (u64, u64), limit: usize) -> Option<String> {
    if size > limit as u64 {
        return Some(too_heavy(limit));
    }
    let swells = size > SMALL && size / packed.max(1) > MAX_RATIO;
    swells.then(|| "No parece una fotografía: se expande demasiado.".to_owned())
}

fn too_heavy(limit: usize) -> String {
    format!("Pesa más de {} MB.", limit / 1024 / 1024)
}

/// Expands one file of a ZIP, up to the size of a photo and not one byte more, whatever it says that it
/// measures.
///
/// # Errors
/// Why it cannot be read, as a sentence.
pub fn expand_file(bytes: &[u8], at: usize, limit: usize) -> Result<Vec<u8>, String> {
    let unreadable =
        || "Está dañado en el ZIP, o comprimido de un modo que no se admite.".to_owned();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let entry = archive.by_index(at).map_err(|_| unreadable())?;
    let mut content = Vec::new();
    let most = (limit as u64).saturating_add(1);
    entry
        .take(most)
        .read_to_end(&mut content)
        .map_err(|_| unreadable())?;
    if content.len() > limit {
        return Err(too_heavy(limit));
    }
    if content.starts_with(b"PK\x03\x04") {
        return Err("Es otro ZIP. Ponga las fotografías, no un ZIP dentro de otro.".to_owned());
    }
    Ok(content)
}

/// The most entries that a ZIP's reader may make room for, before it does: what any end of the ZIP announces,
/// wherever it stands, or what the ZIP lists, whatever it announces. None where it has no end.
fn most_entries(bytes: &[u8]) -> Option<u64> {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..)?;
    let short = largest_count(tail, b"PK\x05\x06", 10, 2)?;
    let is_large = places_of(tail, LARGE_END_PLACE).next().is_some();
    let large = if is_large {
        largest_count(bytes, LARGE_END, 32, 8)
    } else {
        None
    };
    let announced = match large {
        Some(large) if short == u64::from(u16::MAX) => large,
        large => short.max(large.unwrap_or(0)),
    };
    let listed = places_of(bytes, LISTED).count() as u64;
    Some(announced.max(listed))
}

fn places_of<'a>(bytes: &'a [u8], signature: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let windows = bytes.windows(signature.len()).enumerate();
    windows.filter_map(move |(at, it)| (it == signature).then_some(at))
}

/// The largest number of `size` bytes at `offset` after any of these signatures.
fn largest_count(bytes: &[u8], signature: &[u8], offset: usize, size: usize) -> Option<u64> {
    let counts = places_of(bytes, signature).filter_map(|at| {
        let digits = bytes.get(at + offset..at + offset + size)?;
        let digits = digits.iter().rev();
        Some(digits.fold(0_u64, |sum, it| (sum << 8) | u64::from(*it)))
    });
    counts.max()
}

fn too_many() -> Failure {
    let most = counted(MOST_PHOTOS as u64, "fotografía", "fotografías");
    Failure::new(
        Code::TooLarge,
        format!("El ZIP tiene demasiados archivos: ponga hasta {most} en cada uno."),
    )
}

fn broken() -> Failure {
    unusable(
        "unreadable",
        "El ZIP está dañado o incompleto. Hágalo de nuevo.",
    )
}

fn unusable(code: &str, detail: &str) -> Failure {
    Failure::invalid(vec![FieldError::new("", code, detail)])
}

#[cfg(test)]
#[path = "archive_tests.rs"]
mod archive_tests;
