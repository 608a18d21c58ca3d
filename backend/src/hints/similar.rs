//! The texts of other candidacies that are near-identical to one: candidates by fingerprints, each
//! then really compared.

use conoceles_shared::api::hints::SimilarText;
use conoceles_shared::questionnaire::{Section, SectionContent};

use super::likeness::{Comparable, THRESHOLD, percent};
use super::{store, text_of};
use crate::candidacy::Loaded;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// How many texts are compared with one, and how many are reported: a slogan that a whole party
/// copied is told by the first.
const COMPARED: u32 = 20;
const REPORTED: usize = 5;

/// The texts that are near-identical to `text`, the most similar first.
///
/// # Errors
/// The database.
pub(super) async fn find(
    conn: Conn<'_>,
    loaded: &Loaded,
    section: Section,
    text: &Comparable,
) -> Result<Vec<SimilarText>, Failure> {
    let fingerprints = text.fingerprints();
    let election = &loaded.election.id;
    let places =
        store::candidates(&mut *conn, election, &loaded.id, &fingerprints, COMPARED).await?;
    let mut found = Vec::new();
    for place in places {
        let Some(stored) = store::stored(&mut *conn, &place).await? else {
            continue;
        };
        let Some(other) = text_in(place.section, &stored.content) else {
            continue;
        };
        let other = Comparable::new(&other);
        let likeness = text.likeness(&other);
        if likeness >= THRESHOLD {
            found.push((percent(likeness), place, stored, other));
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.0));
    found.truncate(REPORTED);
    // The passage is the costly part: only of what is reported.
    let report =
        |(percent, place, stored, other): (u8, store::Place, store::Stored, Comparable)| {
            SimilarText {
                section,
                candidacy: place.candidacy,
                name: stored.registration.full_name(),
                actor_name: stored.actor_name,
                same_actor: stored.actor == loaded.actor.id,
                other_section: place.section,
                percent,
                fragment: text.fragment(&other),
            }
        };
    Ok(found.into_iter().map(report).collect())
}

/// The text of a stored content; none where it is damaged or declined, which others report.
pub(super) fn text_in(section: Section, content: &str) -> Option<String> {
    let value = serde_json::from_str(content).ok()?;
    let content = SectionContent::from_stored(section, &value).ok()?;
    text_of(&content).map(ToOwned::to_owned)
}
