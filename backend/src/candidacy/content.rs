//! Section contents between memory and storage: canonical JSON, its hash, and the seal on identity.
//!
//! Identity has few possible answers, so a plain hash of them could be guessed by trying. What is
//! sealed and hashed is therefore a document with a random nonce, padded so that not even its
//! length tells answers apart; the hash may then stand in the process, the audit and the desk.

use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::{Section, SectionContent};
use conoceles_shared::time::Instant;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::store::{self, VersionRow};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::secrets::{Secrets, sha256_hex, token};

/// Sealed documents are padded to a multiple of this many bytes: the longest usual questionnaire
/// fits into one.
const PADDING: usize = 4096;

/// What is sealed of an identity version.
#[derive(Serialize, Deserialize)]
struct Sealed {
    content: Value,
    nonce: String,
}

/// What an identity version is bound to beside its place: whoever holds the database without the keys
/// can make nobody else its author, nor its time another.
#[derive(Debug, Clone, Copy)]
pub struct Authorship<'a> {
    /// Who saved it; nobody in an archive.
    pub account: Option<&'a AccountId>,
    /// When.
    pub at: Instant,
}

/// Where an identity version is stored, and whose it is: bound to its ciphertext.
#[must_use]
pub fn sealed_place(candidacy: &CandidacyId, version: u32, by: Authorship<'_>) -> String {
    let account = by.account.map_or("", AccountId::as_str);
    let at = store_instant(by.at);
    format!("section_versions/{candidacy}/identity/{version}/{account}/{at}")
}

/// A content ready to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// What the column holds: canonical JSON, or a sealed value for identity.
    pub content: String,
    /// The hash that names this very version: of the JSON, for identity of the sealed document.
    pub sha256: String,
}

/// Prepares `content` for the place `version` of its section.
///
/// # Errors
/// Only without randomness.
pub fn pack(
    secrets: &Secrets,
    candidacy: &CandidacyId,
    version: u32,
    by: Authorship<'_>,
    content: &SectionContent,
) -> Result<Packed, Failure> {
    let value = content.to_value();
    if content.section() != Section::Identity {
        let text = value.to_string();
        return Ok(Packed {
            sha256: sha256_hex(text.as_bytes()),
            content: text,
        });
    }
    let sealed = Sealed {
        content: value,
        nonce: token()?,
    };
    let mut text = serde_json::to_string(&sealed)?;
    let padded = text.len().next_multiple_of(PADDING);
    text.extend(std::iter::repeat_n(' ', padded.saturating_sub(text.len())));
    Ok(Packed {
        sha256: sha256_hex(text.as_bytes()),
        content: secrets.seal(&text, &sealed_place(candidacy, version, by))?,
    })
}

/// Reads a stored version back; identity is opened.
///
/// # Errors
/// The stored value was damaged, moved or sealed with another key. The log never learns a value.
pub fn unpack(secrets: &Secrets, row: &VersionRow) -> Result<SectionContent, Failure> {
    opened_content(secrets, row).map_err(|why| {
        tracing::error!(
            candidacy = %row.candidacy, section = row.section.code(), version = row.version, %why,
            "a stored answer was changed, or its key is another"
        );
        Failure::new(
            Code::DamagedContent,
            format!(
                "La versión {} de esta sección no puede abrirse: se dañó o alguien la cambió fuera del \
                 sistema. Avise a la Unidad de Transparencia y dígale la fecha y hora; puede capturarla \
                 de nuevo cuando se lo indiquen.",
                row.version
            ),
        )
    })
}

fn opened_content(secrets: &Secrets, row: &VersionRow) -> Result<SectionContent, Failure> {
    let damaged = || Failure::internal("section_versions: damaged content");
    let value = if row.section == Section::Identity {
        let by = Authorship {
            account: row.account.as_ref(),
            at: row.saved_at,
        };
        let place = sealed_place(&row.candidacy, row.version, by);
        let text = secrets.unseal(&row.content, &place)?;
        let sealed: Sealed = serde_json::from_str(&text)?;
        check_hash(&text, &row.sha256)?;
        sealed.content
    } else {
        check_hash(&row.content, &row.sha256)?;
        serde_json::from_str(&row.content)?
    };
    SectionContent::from_stored(row.section, &value).map_err(|_| damaged())
}

/// What is read is what was judged: the bytes must have the hash that decisions name.
fn check_hash(text: &str, sha256: &str) -> Result<(), Failure> {
    if sha256_hex(text.as_bytes()) == sha256 {
        Ok(())
    } else {
        Err(Failure::internal(
            "section_versions: the content does not have its hash",
        ))
    }
}

/// The content of one version of a section, identity opened; `None` where there is no such version.
pub async fn section_content(
    secrets: &Secrets,
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    section: Section,
    version: u32,
) -> Result<Option<SectionContent>, Failure> {
    store::section_version(conn, candidacy, section, version)
        .await?
        .map(|row| unpack(secrets, &row))
        .transpose()
}

#[cfg(test)]
#[path = "content_tests.rs"]
mod content_tests;
