//! Quality hints: what `shared/src/hints` finds in a candidacy's own texts, and the texts of other
//! candidacies that are near-identical, which only the server can know.
//!
//! Only texts that were sent to review are compared with: a draft is nobody else's business, and
//! what an operator is told about them is never more than that there is one.

pub mod fingerprints;
pub mod likeness;
pub mod report;
mod similar;
pub mod store;

use std::collections::BTreeMap;

use conoceles_shared::api::hints::{Hint, HintKind, ReviewHints};
use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::hints::{ActorNames, Names, check};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::lifecycle::{Process, SectionState};
use conoceles_shared::questionnaire::Section;

use crate::candidacy::store::{self as candidacies, VersionRow};
use crate::candidacy::{LoadedCandidacy, content};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;
use crate::elections;
use likeness::Comparable;
use similar::{similar_texts, text_in, text_of};
use store::TextPlace;

/// The hints on a candidacy for its operator: of near-identical texts only on which section.
///
/// # Errors
/// A content is damaged.
pub async fn hints_for_operator(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
) -> Result<Vec<Hint>, Failure> {
    let ReviewHints { mut hints, similar } = hints_for_reviewer(secrets, conn, loaded).await?;
    let mut sections: Vec<Section> = similar.iter().map(|it| it.section).collect();
    sections.sort_unstable();
    sections.dedup();
    hints.extend(sections.into_iter().map(|section| Hint {
        section,
        kind: HintKind::Similar,
        excerpt: String::new(),
        other: None,
    }));
    hints.sort_by_key(|it| (it.section, it.kind));
    Ok(hints)
}

/// The hints on a candidacy with whose texts are near-identical, and where.
///
/// # Errors
/// A content is damaged.
pub async fn hints_for_reviewer(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
) -> Result<ReviewHints, Failure> {
    let texts = last_texts(secrets, &mut *conn, loaded).await?;
    let names = names_of_actors(&mut *conn, loaded).await?;
    let borrowed: Vec<_> = texts
        .iter()
        .map(|(section, text)| (*section, text.as_str()))
        .collect();
    let hints = check(&borrowed, &names);
    let mut similar = Vec::new();
    for (section, text) in borrowed {
        let text = Comparable::new(text);
        similar.extend(similar_texts(&mut *conn, loaded, section, &text).await?);
    }
    Ok(ReviewHints { hints, similar })
}

/// The last text of each section that is one.
async fn last_texts(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
) -> Result<BTreeMap<Section, String>, Failure> {
    let mut texts = BTreeMap::new();
    for (section, row) in candidacies::last_versions(conn, &loaded.id).await? {
        if section.is_text() {
            let content = content::unpack(secrets, &row)?;
            if let Some(text) = text_of(&content) {
                texts.insert(section, text.to_owned());
            }
        }
    }
    Ok(texts)
}

/// What the election's other parties and actors are called. An independent candidacy's is a
/// person's name, which is no mention of a party.
async fn names_of_actors(conn: Conn<'_>, loaded: &LoadedCandidacy) -> Result<Names, Failure> {
    let parties: BTreeMap<_, _> = elections::parties(&mut *conn)
        .await?
        .into_iter()
        .map(|it| (it.id.to_string(), it.data))
        .collect();
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for actor in elections::actors(conn, &loaded.election.id).await? {
        let mut called: Vec<_> = actor
            .parties
            .iter()
            .filter_map(|id| parties.get(&id.to_string()))
            .map(|it| ActorNames {
                name: it.name.clone(),
                acronym: Some(it.acronym.clone()),
            })
            .collect();
        if actor.kind != Some(ActorKind::Independent) {
            called.push(ActorNames {
                name: actor.name.clone(),
                acronym: None,
            });
        }
        if actor.id == loaded.actor.id {
            own = called;
        } else {
            others.extend(called);
        }
    }
    Ok(Names::new(&others, &own))
}

/// Keeps the fingerprints of the texts that a step sends to review, in its transaction.
pub async fn keep_fingerprints_of_sent(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    next: &Process,
) -> Result<(), Failure> {
    for section in Section::REVIEWABLE {
        let sent = |process: &Process| process.section(*section).state == SectionState::UnderReview;
        if !section.is_text() || !sent(next) || sent(&loaded.process) {
            continue;
        }
        let version = next.section(*section).version;
        let row = candidacies::section_version(&mut *conn, &loaded.id, *section, version).await?;
        if let Some(row) = row {
            keep_fingerprints(&mut *conn, &loaded.election.id, &row).await?;
        }
    }
    Ok(())
}

/// Keeps the fingerprints of a version that is a text, in place of those of the one before.
pub async fn keep_fingerprints(
    conn: Conn<'_>,
    election: &ElectionId,
    row: &VersionRow,
) -> Result<(), Failure> {
    let place = TextPlace {
        candidacy: row.candidacy.clone(),
        section: row.section,
        version: row.version,
    };
    let text = text_in(row.section, &row.content).unwrap_or_default();
    let fingerprints = Comparable::new(&text).fingerprints();
    store::replace_fingerprints(conn, election, &place, &fingerprints).await
}
