//! Fingerprints of the texts that were sent, in the database.

use std::fmt::Write as _;
use std::sync::LazyLock;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId};
use conoceles_shared::questionnaire::Section;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::fingerprints::MOST;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// How many rows one statement inserts at most.
const ROWS: usize = 64;

/// One statement for each number of rows: the same few texts, so that each is prepared once.
static INSERTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    (1..=ROWS)
        .map(|rows| {
            let mut sql = "INSERT INTO text_fingerprints \
                 (election_id, candidacy_id, section, version, fingerprint) VALUES "
                .to_owned();
            for row in 0..rows {
                let comma = if row == 0 { "" } else { ", " };
                let _ = write!(sql, "{comma}($1, $2, $3, $4, ${})", row + 5);
            }
            sql
        })
        .collect()
});

/// The texts of other candidacies that share the most fingerprints.
static CANDIDATES: LazyLock<String> = LazyLock::new(|| {
    let places: Vec<String> = (0..MOST).map(|at| format!("${}", at + 4)).collect();
    format!(
        "SELECT candidacy_id, section, version, COUNT(*) AS shared FROM text_fingerprints \
         WHERE election_id = $1 AND candidacy_id <> $2 AND fingerprint IN ({}) \
         GROUP BY candidacy_id, section, version \
         ORDER BY shared DESC, candidacy_id, section LIMIT $3",
        places.join(", ")
    )
});

/// A stored text: which section of which candidacy, in the version that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The candidacy.
    pub candidacy: CandidacyId,
    /// The section.
    pub section: Section,
    /// The version.
    pub version: u32,
}

/// What a stored text is compared with and reported by.
#[derive(Debug)]
pub struct Stored {
    /// The section's content as stored.
    pub content: String,
    /// Whose it is.
    pub registration: Registration,
    /// Its actor.
    pub actor: ActorId,
    /// The actor's name.
    pub actor_name: String,
}

/// Stores the fingerprints of a section in place of those it had.
///
/// # Errors
/// The database.
pub async fn replace(
    conn: Conn<'_>,
    election: &ElectionId,
    place: &Place,
    fingerprints: &[i64],
) -> Result<(), Failure> {
    sqlx::query("DELETE FROM text_fingerprints WHERE candidacy_id = $1 AND section = $2")
        .bind(place.candidacy.to_string())
        .bind(place.section.code().to_owned())
        .execute(&mut *conn)
        .await?;
    for rows in fingerprints.chunks(ROWS) {
        let Some(sql) = INSERTS.get(rows.len() - 1) else {
            continue;
        };
        let mut query = sqlx::query(sql.as_str())
            .bind(election.to_string())
            .bind(place.candidacy.to_string())
            .bind(place.section.code().to_owned())
            .bind(i64::from(place.version));
        for fingerprint in rows {
            query = query.bind(*fingerprint);
        }
        query.execute(&mut *conn).await?;
    }
    Ok(())
}

/// The texts of the election's other candidacies that share fingerprints, up to `most`, those that
/// share the most first.
///
/// # Errors
/// The database.
pub async fn candidates(
    conn: Conn<'_>,
    election: &ElectionId,
    except: &CandidacyId,
    fingerprints: &[i64],
    most: u32,
) -> Result<Vec<Place>, Failure> {
    let Some(last) = fingerprints.last() else {
        return Ok(Vec::new());
    };
    let mut query = sqlx::query(CANDIDATES.as_str())
        .bind(election.to_string())
        .bind(except.to_string())
        .bind(i64::from(most));
    // Always the same number of values: one text of the statement, prepared once.
    for at in 0..MOST {
        query = query.bind(*fingerprints.get(at).unwrap_or(last));
    }
    query.fetch_all(conn).await?.iter().map(place).collect()
}

fn place(row: &AnyRow) -> Result<Place, Failure> {
    let bad = |_| Failure::internal("text_fingerprints: malformed");
    Ok(Place {
        candidacy: row
            .try_get::<String, _>("candidacy_id")?
            .parse()
            .map_err(bad)?,
        section: row
            .try_get::<String, _>("section")?
            .parse()
            .map_err(|_| Failure::internal("text_fingerprints: section"))?,
        version: u32::try_from(row.try_get::<i64, _>("version")?)
            .map_err(|_| Failure::internal("text_fingerprints: version"))?,
    })
}

/// A stored text with whose it is; `None` where it is gone.
///
/// # Errors
/// The database.
pub async fn stored(conn: Conn<'_>, place: &Place) -> Result<Option<Stored>, Failure> {
    let row = sqlx::query(
        "SELECT v.content, c.registration, c.actor_id, a.name FROM section_versions v \
         JOIN candidacies c ON c.id = v.candidacy_id JOIN actors a ON a.id = c.actor_id \
         WHERE v.candidacy_id = $1 AND v.section = $2 AND v.version = $3",
    )
    .bind(place.candidacy.to_string())
    .bind(place.section.code().to_owned())
    .bind(i64::from(place.version))
    .fetch_optional(conn)
    .await?;
    row.map(|row| {
        Ok(Stored {
            content: row.try_get("content")?,
            registration: serde_json::from_str(&row.try_get::<String, _>("registration")?)?,
            actor: row
                .try_get::<String, _>("actor_id")?
                .parse()
                .map_err(|_| Failure::internal("candidacies: malformed id"))?,
            actor_name: row.try_get("name")?,
        })
    })
    .transpose()
}
