//! What a file really is, whatever its name says.

use std::io::Cursor;

use zip::ZipArchive;

use super::compound;
use super::limits::Limits;

/// The kinds that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A workbook of today.
    Xlsx,
    /// A workbook of Excel 97 to 2003.
    Xls,
    /// Delimited text, or anything else that is text.
    Text,
    /// Nothing at all.
    Empty,
    /// A workbook behind a password.
    Locked,
    /// A compound file without a workbook in it, as a document of Word.
    OtherCompound,
    /// A workbook of LibreOffice.
    Ods,
    /// A workbook in Excel's binary form.
    Xlsb,
    /// A workbook of Numbers.
    Numbers,
    /// A document of Word.
    Document,
    /// Some ZIP, GZIP, 7z or RAR.
    Archive,
    /// A page, which programs save with the name of a workbook.
    Html,
    /// XML of Excel 2003.
    Xml2003,
    /// Another XML.
    Xml,
    /// A page with all its parts in one file.
    Mhtml,
    /// PDF.
    Pdf,
    /// Rich text.
    Rtf,
    /// JSON.
    Json,
    /// A picture.
    Picture,
    /// Bytes that are no text.
    Binary,
}

impl Kind {
    /// What these bytes are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") {
            return zipped(bytes);
        }
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return compound_kind(bytes);
        }
        let starts = |with: &[&[u8]]| with.iter().any(|it| bytes.starts_with(it));
        if bytes.is_empty() {
            Self::Empty
        } else if starts(&[b"%PDF"]) {
            Self::Pdf
        } else if starts(&[b"{\\rtf"]) {
            Self::Rtf
        } else if starts(&[
            b"PK",
            b"\x1f\x8b",
            b"7z\xBC\xAF",
            b"Rar!",
            b"BZh",
            b"\xFD7zXZ",
        ]) {
            Self::Archive
        } else if starts(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"RIFF", b"BM\0"]) {
            Self::Picture
        } else {
            textual(bytes)
        }
    }

    /// Why it is not read and what to do; `None` for what is.
    #[must_use]
    pub fn refusal(self, limits: &Limits) -> Option<String> {
        let what = match self {
            Self::Xlsx | Self::Text => return None,
            Self::Xls if limits.old_workbooks => return None,
            Self::Xls => {
                return Some(
                    "El archivo es un XLS de Excel 97-2003. Guárdelo como XLSX, o como CSV."
                        .to_owned(),
                );
            }
            Self::Empty => {
                return Some("El archivo está vacío. Suba una hoja con datos.".to_owned());
            }
            Self::Locked => {
                return Some(
                    "El archivo tiene contraseña. Guárdelo sin contraseña, como XLSX o CSV."
                        .to_owned(),
                );
            }
            Self::Archive => {
                return Some(
                    "El archivo está comprimido. Use el XLSX o el CSV que trae dentro.".to_owned(),
                );
            }
            Self::OtherCompound => "un documento de Office antiguo sin hoja de cálculo",
            Self::Ods => "una hoja de LibreOffice (ODS)",
            Self::Xlsb => "un libro binario de Excel (XLSB)",
            Self::Numbers => "una hoja de Numbers",
            Self::Document => "un documento de texto o una presentación",
            Self::Html => "una página web (HTML), aunque su nombre diga otra cosa",
            Self::Xml2003 => "una hoja de cálculo XML 2003, aunque su nombre diga otra cosa",
            Self::Xml => "un archivo XML",
            Self::Mhtml => {
                "una página web de un solo archivo (MHTML), aunque su nombre diga otra cosa"
            }
            Self::Pdf => "un PDF",
            Self::Rtf => "un documento de texto enriquecido (RTF)",
            Self::Json => "un archivo JSON",
            Self::Picture => "una imagen",
            Self::Binary => "un archivo binario",
        };
        Some(match self {
            Self::Ods | Self::Xlsb | Self::Numbers | Self::Html | Self::Xml2003 | Self::Mhtml => {
                format!(
                    "El archivo es {what}. Ábralo con su programa de hojas de cálculo. Guárdelo como \
                     «Libro de Excel (.xlsx)» o como «CSV UTF-8»."
                )
            }
            _ => format!("El archivo es {what}, no una hoja de cálculo. Use un XLSX o un CSV."),
        })
    }
}

/// Names of parts are what tells one office file from another.
fn zipped(bytes: &[u8]) -> Kind {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else {
        // Whatever it was, its reader says that it is damaged.
        return Kind::Xlsx;
    };
    let has = |wanted: &str| {
        archive
            .file_names()
            .filter_map(Result::ok)
            .any(|it| it.to_ascii_lowercase().contains(wanted))
    };
    if has("xl/workbook.bin") {
        Kind::Xlsb
    } else if has("xl/workbook") || has("xl/worksheets") {
        Kind::Xlsx
    } else if has("word/document.xml") || has("ppt/presentation.xml") {
        Kind::Document
    } else if has("index/document.iwa") || has("index.zip") {
        Kind::Numbers
    } else if has("content.xml") && has("mimetype") {
        Kind::Ods
    } else if has("[content_types].xml") || has("_rels/.rels") {
        Kind::Xlsx
    } else {
        Kind::Archive
    }
}

fn compound_kind(bytes: &[u8]) -> Kind {
    match compound::Compound::of(bytes) {
        // Its reader says that it is damaged.
        None => Kind::Xls,
        Some(it) if it.has("EncryptedPackage") => Kind::Locked,
        Some(it) if it.has("Workbook") || it.has("Book") => Kind::Xls,
        Some(_) => Kind::OtherCompound,
    }
}

/// What begins like a markup, or holds bytes that no text has.
fn textual(bytes: &[u8]) -> Kind {
    let text = super::letters::beginning(bytes);
    let Some(text) = text else {
        return Kind::Binary;
    };
    let head = text.trim_start().to_ascii_lowercase();
    let has = |it: &str| head.contains(it);
    let starts = |with: &[&str]| with.iter().any(|it| head.starts_with(it));
    if has("mime-version:") && (has("multipart/related") || has("content-location:")) {
        Kind::Mhtml
    } else if has("urn:schemas-microsoft-com:office:spreadsheet") || has("progid=\"excel.sheet\"") {
        Kind::Xml2003
    } else if starts(&["<"])
        && (has("<html") || has("<!doctype html") || has("<table") || has("<head"))
    {
        Kind::Html
    } else if starts(&["<?xml"]) {
        Kind::Xml
    } else if starts(&["<meta", "<style", "<body", "<div", "<br"]) {
        Kind::Html
    } else if starts(&["{\"", "{\n", "{\r", "[{", "[\n", "[[", "{ \""]) {
        Kind::Json
    } else {
        Kind::Text
    }
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod kinds_tests;
