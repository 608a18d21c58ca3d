//! The texts of other candidacies that are near-identical to one: candidates by fingerprints, each
//! then really compared.

use conoceles_shared::api::hints::SimilarText;
use conoceles_shared::questionnaire::{Section, SectionContent, TextAnswer};

use super::likeness::{Comparable, THRESHOLD, percent};
use super::store::{self, StoredText, TextPlace};
use crate::candidacy::LoadedCandidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// How many texts are compared with one, and how many are reported: a slogan that a whole party
/// copied is told by the first.
const COMPARED: u32 = 20;
const REPORTED: usize = 5;

/// A text that is near-identical to another.
struct Alike {
    percent: u8,
    place: TextPlace,
    stored: StoredText,
    text: Comparable,
}

/// The texts that are near-identical to `text`, the most similar first.
pub(super) async fn similar_texts(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    section: Section,
    text: &Comparable,
) -> Result<Vec<SimilarText>, Failure> {
    let fingerprints = text.fingerprints();
    let election = &loaded.election.id;
    let places = store::texts_with_shared_fingerprints(
        &mut *conn,
        election,
        &loaded.id,
        &fingerprints,
        COMPARED,
    )
    .await?;
    let mut found = Vec::new();
    for place in places {
        let Some(stored) = store::text_at(&mut *conn, &place).await? else {
            continue;
        };
        let Some(other) = text_in(place.section, &stored.content) else {
            continue;
        };
        let other = Comparable::new(&other);
        let likeness = text.likeness(&other);
        if likeness >= THRESHOLD {
            found.push(Alike {
                percent: percent(likeness),
                place,
                stored,
                text: other,
            });
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.percent));
    found.truncate(REPORTED);
    // The passage is the costly part: only of what is reported.
    let report = |it: Alike| SimilarText {
        section,
        candidacy: it.place.candidacy,
        name: it.stored.registration.full_name(),
        actor_name: it.stored.actor_name,
        same_actor: it.stored.actor == loaded.actor.id,
        other_section: it.place.section,
        percent: it.percent,
        fragment: text.fragment(&it.text),
    };
    Ok(found.into_iter().map(report).collect())
}

/// The text of a stored content; none where it is damaged or declined, which others report.
pub(super) fn text_in(section: Section, content: &str) -> Option<String> {
    let value = serde_json::from_str(content).ok()?;
    let content = SectionContent::from_stored(section, &value).ok()?;
    text_of(&content).map(ToOwned::to_owned)
}

/// The text of a content; none where it is declined, empty, or no text at all.
pub(super) fn text_of(content: &SectionContent) -> Option<&str> {
    content
        .text_answer()
        .and_then(TextAnswer::text)
        .filter(|it| !it.is_empty())
}
