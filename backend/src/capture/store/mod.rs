//! The ledger of consents and the photos of an actor, in the database.

pub mod photo_files;
pub mod photos;

use std::collections::HashMap;

use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, ConsentId};
use conoceles_shared::questionnaire::{ConsentKind, Photo};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::row::{Only, row};

/// An entry of the ledger.
#[derive(Debug)]
pub struct ConsentEntry<'a> {
    /// Of which candidacy.
    pub candidacy: &'a CandidacyId,
    /// Which consent.
    pub kind: ConsentKind,
    /// Given, or revoked.
    pub granted: bool,
    /// The version of the notice that was read.
    pub notice_version: &'a str,
    /// Through which account.
    pub account: &'a AccountId,
}

/// Appends to the ledger.
pub async fn append_consent(
    conn: Conn<'_>,
    entry: &ConsentEntry<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let id: ConsentId = new_id(now)?;
    sqlx::query(
        "INSERT INTO consents (id, candidacy_id, kind, granted, notice_version, account_id, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(entry.candidacy.to_string())
    .bind(entry.kind.code().to_owned())
    .bind(i64::from(entry.granted))
    .bind(entry.notice_version.to_owned())
    .bind(entry.account.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// The version of the notice that the last entry of a kind names.
pub async fn last_notice(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    kind: ConsentKind,
) -> Result<Option<String>, Failure> {
    let version = sqlx::query_as(
        "SELECT notice_version FROM consents WHERE candidacy_id = $1 AND kind = $2 \
         ORDER BY at DESC, id DESC LIMIT 1",
    )
    .bind(candidacy.to_string())
    .bind(kind.code().to_owned())
    .fetch_optional(conn)
    .await?;
    Ok(version.map(|Only(version)| version))
}

row! {
    struct PhotoOfCandidacy from photo_columns! {
        candidacy: CandidacyId = "v.candidacy_id",
        photo: Photo = "v.content",
    }
}

const PHOTOS_OF_ACTOR: &str = concat!(
    "SELECT ",
    photo_columns!(),
    " FROM section_versions v JOIN candidacies c ON c.id = v.candidacy_id \
     WHERE c.actor_id = $1 AND v.section = 'photo' AND v.version = \
     (SELECT MAX(x.version) FROM section_versions x \
     WHERE x.candidacy_id = v.candidacy_id AND x.section = 'photo')"
);

/// The hash of the photo that each of an actor's candidacies has now, where it has one.
pub async fn photos_of_actor(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<HashMap<CandidacyId, String>, Failure> {
    let rows: Vec<PhotoOfCandidacy> = sqlx::query_as(PHOTOS_OF_ACTOR)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    let with_hash = |it: PhotoOfCandidacy| Some((it.candidacy, it.photo.sha256()?.to_owned()));
    Ok(rows.into_iter().filter_map(with_hash).collect())
}
