//! Fingerprints of the texts that were sent, in the database.

use std::fmt::Write as _;
use std::sync::LazyLock;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId};
use conoceles_shared::questionnaire::Section;

use super::fingerprints::MOST;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

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

row! {
    /// Where a stored text is: which section of which candidacy, in the version that was sent.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct TextPlace from place_columns! {
        /// Whose text it is.
        pub candidacy: CandidacyId = "candidacy_id",
        /// Which of its texts.
        pub section: Section = "section",
        /// As it was sent last.
        pub version: u32 = "version",
    }
}

row! {
    /// What a stored text is compared with and reported by.
    #[derive(Debug)]
    pub struct StoredText from stored_text_columns! {
        /// The section's content as stored.
        pub content: String = "v.content",
        /// Whose it is.
        pub registration: Registration = "c.registration",
        /// Who registered the candidacy.
        pub actor: ActorId = "c.actor_id",
        /// What that actor is called.
        pub actor_name: String = "a.name",
    }
}

const TEXT: &str = concat!(
    "SELECT ",
    stored_text_columns!(),
    " FROM section_versions v \
     JOIN candidacies c ON c.id = v.candidacy_id JOIN actors a ON a.id = c.actor_id \
     WHERE v.candidacy_id = $1 AND v.section = $2 AND v.version = $3"
);

/// The texts of other candidacies that share the most fingerprints.
static CANDIDATES: LazyLock<String> = LazyLock::new(|| {
    let places: Vec<String> = (0..MOST).map(|at| format!("${}", at + 4)).collect();
    format!(
        "SELECT {}, COUNT(*) AS shared FROM text_fingerprints \
         WHERE election_id = $1 AND candidacy_id <> $2 AND fingerprint IN ({}) \
         GROUP BY candidacy_id, section, version \
         ORDER BY shared DESC, candidacy_id, section LIMIT $3",
        place_columns!(),
        places.join(", ")
    )
});

/// Stores the fingerprints of a section in place of those it had.
pub async fn replace_fingerprints(
    conn: Conn<'_>,
    election: &ElectionId,
    place: &TextPlace,
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
pub async fn texts_with_shared_fingerprints(
    conn: Conn<'_>,
    election: &ElectionId,
    except: &CandidacyId,
    fingerprints: &[i64],
    most: u32,
) -> Result<Vec<TextPlace>, Failure> {
    let Some(last) = fingerprints.last() else {
        return Ok(Vec::new());
    };
    let mut query = sqlx::query_as(CANDIDATES.as_str())
        .bind(election.to_string())
        .bind(except.to_string())
        .bind(i64::from(most));
    // Always the same number of values: one text of the statement, prepared once.
    for at in 0..MOST {
        query = query.bind(*fingerprints.get(at).unwrap_or(last));
    }
    Ok(query.fetch_all(conn).await?)
}

/// A stored text with whose it is; `None` where it is gone.
pub async fn text_at(conn: Conn<'_>, place: &TextPlace) -> Result<Option<StoredText>, Failure> {
    Ok(sqlx::query_as(TEXT)
        .bind(place.candidacy.to_string())
        .bind(place.section.code().to_owned())
        .bind(i64::from(place.version))
        .fetch_optional(conn)
        .await?)
}
