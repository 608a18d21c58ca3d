//! What several screens of capture show alike: a section as one person may see it, and parts of it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::header::ETAG;
use conoceles_shared::api::capture::{Observation, SectionView};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Facts, Process, Refusal, SectionState, Who};
use conoceles_shared::photo::Check;
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::{Completeness, Section, SectionContent, missing, warnings};
use conoceles_shared::time::{Instant, local_date};

use super::private_means::private_means_in;
use super::store::photos::measures_of;
use crate::candidacy::content::unpack;
use crate::candidacy::store::VersionRow;
use crate::candidacy::store::observations::{ObservationRow, last_observations};
use crate::candidacy::store::pauses::last_pause;
use crate::candidacy::store::private_data::sealed_private_data;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::etag;
use crate::core::secrets::Secrets;
use crate::core::store::{account_name, credential_since};
use crate::language::store::ignored_in_version;

/// Why this section cannot be edited now; `None` where it can.
pub fn save_refusal(
    process: &Process,
    section: Section,
    who: Who<'_>,
    facts: &Facts<'_>,
) -> Option<String> {
    process
        .check(&any_save(section), who, facts)
        .err()
        .map(|it| it.detail())
}

/// Whether this section can be saved now: before anything costly is done for it.
///
/// # Errors
/// What the lifecycle refuses.
pub fn check_save(
    loaded: &LoadedCandidacy,
    section: Section,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Refusal> {
    loaded
        .process
        .check(&any_save(section), who, &loaded.facts(now))
}

/// A save of whatever content: the lifecycle asks only when and which.
const fn any_save(section: Section) -> Action {
    Action::Save {
        section,
        completeness: Completeness::InProgress,
        sha256: String::new(),
    }
}

/// The observation that the operator has to answer, while it is in the operator's hands.
pub fn open_observation(
    process: &Process,
    section: Section,
    all: &BTreeMap<Section, ObservationRow>,
) -> Option<Observation> {
    let open = process.section(section).state.is_under_observation();
    all.get(&section).filter(|_| open).map(|row| Observation {
        ground: row.ground,
        reason: row.reason.clone(),
        at: row.at,
        answer: row.answer.clone(),
    })
}

/// Sections whose observation is neither changed nor answered.
pub fn unanswered(process: &Process) -> Vec<Section> {
    Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| process.section(*it).state == SectionState::Observed)
        .collect()
}

/// A stored section as `who` may see it.
///
/// # Errors
/// A content is damaged.
pub async fn section_for(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    section: Section,
    who: Who<'_>,
    now: Instant,
) -> Result<SectionView, Failure> {
    let process = loaded.in_force(now);
    let facts = loaded.facts(now);
    let it = process.section(section);
    let standing = it.standing_version();
    let row = candidacies::section_version(&mut *conn, &loaded.id, section, standing).await?;
    let saved_by = match row.as_ref().and_then(|row| row.account.as_ref()) {
        Some(account) => account_name(&mut *conn, account).await?,
        None => None,
    };
    let observations = last_observations(&mut *conn, &loaded.id).await?;
    let ignored = if section.is_text() {
        ignored_in_version(&mut *conn, &loaded.id, section, standing).await?
    } else {
        Vec::new()
    };
    let withheld = section == Section::Identity
        && is_withheld(secrets, &mut *conn, &process, row.as_ref(), who).await?;
    let content = row
        .as_ref()
        .filter(|_| !withheld)
        .map(|row| unpack(secrets, row))
        .transpose()?;
    let pause = if it.state == SectionState::Paused {
        last_pause(&mut *conn, &loaded.id, section).await?
    } else {
        None
    };
    let photo_checks = photo_checks(&mut *conn, &loaded.id, content.as_ref()).await?;
    let errors = |issues: Vec<_>| issues.into_iter().map(FieldError::from).collect();
    let doubtful = match &content {
        Some(content) => doubts(secrets, &mut *conn, loaded, content, now).await?,
        None => Vec::new(),
    };
    Ok(SectionView {
        section,
        state: it.state,
        version: it.version,
        saved_at: row.as_ref().map(|row| row.saved_at),
        saved_by,
        missing: content
            .as_ref()
            .map_or_else(Vec::new, |it| errors(missing(it, loaded.limits()))),
        warnings: doubtful,
        ignored,
        photo_checks,
        content: content.map(|it| it.to_value()),
        withheld,
        refusal: save_refusal(&process, section, who, &facts),
        observation: open_observation(&process, section, &observations),
        pause,
    })
}

/// What looks doubtful in a content, also against what only the authority knows of the person.
async fn doubts(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    content: &SectionContent,
    now: Instant,
) -> Result<Vec<FieldError>, Failure> {
    let issues = warnings(content, loaded.registration.age, local_date(now));
    let mut found: Vec<FieldError> = issues.into_iter().map(FieldError::from).collect();
    if let SectionContent::Contact(contact) = content {
        let private = sealed_private_data(conn, &loaded.id).await?;
        let sealed = private.as_deref();
        found.extend(private_means_in(secrets, &loaded.id, sealed, contact)?);
    }
    Ok(found)
}

/// Whether identity answers are kept from `who`: they were another account's, or this one's before
/// somebody else came by it.
pub async fn is_withheld(
    secrets: &Secrets,
    conn: Conn<'_>,
    process: &Process,
    row: Option<&VersionRow>,
    who: Who<'_>,
) -> Result<bool, Failure> {
    let since = credential_since(conn, secrets, who.account).await?;
    Ok(row.is_some_and(|row| {
        let author = row.account.as_ref();
        !row.is_by(who.account, since) || !process.may_read_identity(author, who.account)
    }))
}

/// What was measured of a stored photo; nothing of other contents.
async fn photo_checks(
    conn: Conn<'_>,
    id: &CandidacyId,
    content: Option<&SectionContent>,
) -> Result<Vec<Check>, Failure> {
    let Some(SectionContent::Photo(photo)) = content else {
        return Ok(Vec::new());
    };
    let Some(sha256) = photo.sha256() else {
        return Ok(Vec::new());
    };
    let measures = measures_of(conn, id, sha256).await?;
    Ok(measures.map_or_else(Vec::new, |it| it.checks()))
}

/// The answer with its version as the entity tag.
pub fn section_answer(view: SectionView) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((ETAG, etag(view.version)))
        .json(view)
}
