//! Cursors: where the next page starts, opaque to clients, bound to their query and proved to be
//! ours: one that nobody was given names no page.
//!
//! A cursor names the last item that was shown, not a number of items, so that what is published
//! or withdrawn between two pages neither repeats nor hides anyone else. By draw it also holds the
//! hour of the first page and who headed the contest then: the list goes on in the order in which
//! it began, whatever the clock says.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use serde::{Deserialize, Serialize};

use crate::core::secrets::{MacKey, sha256_hex};

/// Where a list goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CursorPosition {
    /// In the drawn order.
    Draw {
        /// The hour in which the list began.
        hour: u64,
        /// The election of the contest that was being shown.
        election: ElectionId,
        /// Its office, kind of territory and code.
        contest: [String; 3],
        /// The formula that heads it in that hour.
        head: String,
        /// The last item that was shown.
        last: CandidacyId,
        /// Its formula.
        formula: String,
        /// Where it stands within that.
        role: u8,
        /// How close that was to what is sought; 0 where nothing is.
        #[serde(default)]
        closeness: u8,
    },
    /// By name.
    Name {
        /// The key of the last name that was shown.
        key: String,
        /// Whose it is.
        last: CandidacyId,
        /// How close that was to what is sought; 0 where nothing is.
        #[serde(default)]
        closeness: u8,
    },
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    query: String,
    at: CursorPosition,
}

/// The cursor of a position in this query.
pub fn encode_cursor(
    key: &MacKey,
    query: &CandidacyQuery,
    at: CursorPosition,
) -> serde_json::Result<String> {
    let sealed = Sealed {
        query: fingerprint(query),
        at,
    };
    let bytes = serde_json::to_vec(&sealed)?;
    let proof = key.prove(&bytes);
    Ok(format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(bytes),
        URL_SAFE_NO_PAD.encode(proof)
    ))
}

/// The position that a cursor of this query names; none where it is malformed, not ours, or belongs
/// to another query.
#[must_use]
pub fn decode_cursor(key: &MacKey, query: &CandidacyQuery, cursor: &str) -> Option<CursorPosition> {
    let (bytes, proof) = cursor.split_once('.')?;
    let bytes = URL_SAFE_NO_PAD.decode(bytes).ok()?;
    if !key.proves(&bytes, &URL_SAFE_NO_PAD.decode(proof).ok()?) {
        return None;
    }
    let sealed: Sealed = serde_json::from_slice(&bytes).ok()?;
    (sealed.query == fingerprint(query)).then_some(sealed.at)
}

fn fingerprint(query: &CandidacyQuery) -> String {
    sha256_hex(query.normalised().as_bytes())
        .chars()
        .take(16)
        .collect()
}
