//! Photos for many candidacies in one ZIP: whose each is, and what was found, before any is saved.

use serde::{Deserialize, Serialize};

use crate::composed::composed;
use crate::ids::CandidacyId;
use crate::text::{has_forbidden_controls, single_line};
use crate::visible::visible;

/// The largest ZIP of one request, in megabytes: whoever has more sends several.
pub const ZIP_MAX_MEGABYTES: u8 = 24;
/// The most photos in the ZIP of one request.
pub const MOST_PHOTOS: usize = 50;
/// The longest name of a photo's file, in characters.
pub const FILE_NAME_LENGTH: usize = 150;
/// In place of a version in `based_on`: this photo is not saved.
pub const LEFT_OUT: &str = "-";
/// Endings that a photo's file may have.
const PHOTO_ENDINGS: [&str; 4] = [".jpg", ".jpeg", ".png", ".webp"];

/// The name of a photo's file as the sheet keeps it, or what is wrong with it. Nothing where there is
/// none.
///
/// # Errors
/// A stable code and a Spanish sentence.
pub fn photo_file_name(text: &str) -> Result<Option<String>, (&'static str, String)> {
    let name = composed(&single_line(text));
    if name.is_empty() {
        return Ok(None);
    }
    if name.chars().count() > FILE_NAME_LENGTH {
        let detail = format!("Archivo de la fotografía: hasta {FILE_NAME_LENGTH} caracteres.");
        return Err(("too_long", detail));
    }
    if has_forbidden_controls(&name) || name.contains(['/', '\\']) {
        let detail = "Archivo de la fotografía: escriba solo el nombre del archivo, sin carpetas.";
        return Err(("invalid_format", detail.to_owned()));
    }
    Ok(Some(name))
}

/// By what a file's name is told apart: as composed letters, without regard to case.
#[must_use]
pub fn file_key(name: &str) -> String {
    composed(visible(name).trim()).to_lowercase()
}

/// The same without the ending of a photo; none where it has no such ending.
#[must_use]
pub fn file_stem(key: &str) -> Option<&str> {
    let stem = PHOTO_ENDINGS.iter().find_map(|it| key.strip_suffix(it))?;
    Some(stem.trim_end())
}

/// A photo of the ZIP that belongs to one candidacy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhotoForOne {
    /// The file in the ZIP.
    pub file: String,
    /// Whose it is.
    pub candidacy: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// Whether a photo would be replaced.
    pub replaces: bool,
    /// Whether it is the photo that is stored already: it is not saved again.
    pub unchanged: bool,
    /// Why it cannot be saved, a sentence each.
    pub reasons: Vec<String>,
    /// What was measured and is doubtful; it never blocks.
    pub remarks: Vec<String>,
}

/// A file of the ZIP that is nobody's, or whose nobody can tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StrayFile {
    /// The file in the ZIP.
    pub file: String,
    /// Why it is not used, and what to do.
    pub detail: String,
}

/// A candidacy that has no photo and gets none from this ZIP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithoutPhoto {
    /// The candidacy.
    pub candidacy: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The file that the sheet names for it.
    pub file: Option<String>,
}

/// What a ZIP of photos would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhotosDryRun {
    /// Names this very file and whose each photo is: the commit sends it back.
    pub hash: String,
    /// The stored version that each of `photos` would replace, in their order: the commit sends it back
    /// as its parameter.
    pub based_on: String,
    /// The photos that belong to one candidacy each, in the order of the ZIP.
    pub photos: Vec<PhotoForOne>,
    /// The files that are not used, each with why.
    pub strays: Vec<StrayFile>,
    /// Hidden files and folders that programs add, which are not looked at.
    pub ignored: u32,
    /// Candidacies that may still have a photo, have none and get none from this ZIP, by name.
    pub without: Vec<WithoutPhoto>,
}

#[cfg(test)]
#[path = "many_photos_tests.rs"]
mod many_photos_tests;
