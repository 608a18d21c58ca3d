//! The names of photos' files that sheets told, in the database.

use std::collections::HashMap;

use conoceles_shared::ids::{ActorId, CandidacyId};

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    struct PhotoFileRow from photo_file_columns! {
        candidacy: CandidacyId = "f.candidacy_id",
        name: String = "f.file_name",
    }
}

const PHOTO_FILES_OF_ACTOR: &str = concat!(
    "SELECT ",
    photo_file_columns!(),
    " FROM photo_files f JOIN candidacies c ON c.id = f.candidacy_id WHERE c.actor_id = $1"
);

/// The name of the photo's file of each of an actor's candidacies, where a sheet told one.
pub async fn photo_files_of_actor(
    conn: Conn<'_>,
    actor: &ActorId,
) -> Result<HashMap<CandidacyId, String>, Failure> {
    let rows: Vec<PhotoFileRow> = sqlx::query_as(PHOTO_FILES_OF_ACTOR)
        .bind(actor.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(|it| (it.candidacy, it.name)).collect())
}

/// Keeps the name of a candidacy's photo file in place of the one before.
pub async fn keep_photo_file(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    name: &str,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO photo_files (candidacy_id, file_name) VALUES ($1, $2) \
         ON CONFLICT (candidacy_id) DO UPDATE SET file_name = excluded.file_name",
    )
    .bind(candidacy.to_string())
    .bind(name.to_owned())
    .execute(conn)
    .await?;
    Ok(())
}
