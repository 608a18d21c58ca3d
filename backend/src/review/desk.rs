//! A candidacy on the desk: what a reviewer reads and judges, and nothing more.
//!
//! The second person never sees the first one's decisions; identity answers are read only where
//! they are asked to be published, with consent 2.

use std::collections::BTreeMap;

use actix_web::web;
use conoceles_shared::api::hints::ReviewHints;
use conoceles_shared::api::review::{Desk, DeskFinding, DeskSection, PastObservation};
use conoceles_shared::ids::AccountId;
use conoceles_shared::language::{Ignored, Rules};
use conoceles_shared::lifecycle::{Process, SectionState, Who};
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::{Section, SectionContent, warnings};
use conoceles_shared::time::{Instant, local_date};

use super::asked_correction::correction_on_desk;
use super::store::handled::handled_by;
use super::store::papers::papers_of_candidacy;
use super::versions::{compared_with, versions_to_read};
use super::{claim_action, photos};
use crate::candidacy::store::VersionRow;
use crate::candidacy::store::observations::{ObservationRow, last_observations};
use crate::candidacy::{LoadedCandidacy, content, identity_reads};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::now::Now;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::hints::hints_for_reviewer;
use crate::language;
use crate::signed_consents;

/// The desk as it stands now.
///
/// # Errors
/// 404 where there is no such candidacy.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Desk), (status = 404, body = Problem))
)]
pub async fn review_desk(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<Desk>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = super::load_for_review(&mut conn, &id).await?;
    let desk = desk_for(&app.secrets, &mut conn, &loaded, grant.who(), now).await?;
    drop(conn);
    if let Some(sha256) = identity_shown(&desk) {
        identity_reads::note_before_showing_identity(&grant, &app, &loaded, sha256).await?;
    }
    Ok(web::Json(desk))
}

/// The hints on the texts, with the passages that are near-identical to another candidacy's.
///
/// # Errors
/// 404 where there is no such candidacy.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}/hints", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = ReviewHints), (status = 404, body = Problem))
)]
pub async fn hints_for_review(
    _grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<ReviewHints>, Failure> {
    let mut conn = app.db.read().await?;
    let loaded = super::load_for_review(&mut conn, &id).await?;
    // What was not sent is nobody's to judge yet.
    if loaded.in_force(now).submitted_at.is_none() {
        return Ok(web::Json(ReviewHints::default()));
    }
    let hints = hints_for_reviewer(&app.secrets, &mut conn, &loaded).await?;
    Ok(web::Json(hints))
}

/// The desk of `who` as the answer to a change: that identity answers were shown is noted in the same
/// transaction.
///
/// # Errors
/// A content is damaged.
pub async fn noted_desk(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    who: Who<'_>,
    now: Instant,
) -> Result<Desk, Failure> {
    let desk = desk_for(secrets, &mut *conn, loaded, who, now).await?;
    if let Some(sha256) = identity_shown(&desk) {
        identity_reads::note_identity_read(conn, loaded, who, sha256, now).await?;
    }
    Ok(desk)
}

/// The hash of the identity answers on the desk, where there are any.
fn identity_shown(desk: &Desk) -> Option<&str> {
    let mut sections = desk.sections.iter();
    let identity = sections.find(|it| it.section == Section::Identity)?;
    identity.content.as_ref().map(|_| identity.sha256.as_str())
}

/// The desk of `who`, where it is not shown.
///
/// # Errors
/// A content is damaged.
pub async fn desk_for(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    who: Who<'_>,
    now: Instant,
) -> Result<Desk, Failure> {
    let process = loaded.in_force(now);
    let facts = loaded.facts(now);
    let signed_consents = signed_consents::delivered_copies(&mut *conn, &loaded.id).await?;
    let claim_expires = held_until(&process, who.account);
    let sections = sections_for(secrets, &mut *conn, loaded, &process, (who, now)).await?;
    let refusal = process.check(&claim_action(&process), who, &facts).err();
    Ok(Desk {
        id: loaded.id.clone(),
        now,
        election: loaded.election.id.clone(),
        election_name: loaded.election.setup.name.clone(),
        drill: loaded.election.setup.drill,
        actor_name: loaded.actor.name.clone(),
        registration: loaded.registration.clone(),
        territory_name: loaded.territory_name(),
        state: process.state,
        publishes_at: process.publication_expected(&facts),
        claim_expires,
        claim_refusal: refusal.map(|it| it.detail()),
        correction: correction_on_desk(&process, who, &facts),
        four_eyes: loaded.election.setup.settings.four_eyes,
        second_turn: process.first_decision.is_some(),
        incomplete: process.incomplete,
        consent_revoked: process.after_revocation(&facts).map(str::to_owned),
        papers: papers_of_candidacy(conn, &loaded.id).await?,
        signed_consents,
        signed_consent_required: loaded.election.setup.settings.signed_consent_required,
        limits: loaded.limits().clone(),
        sections,
    })
}

/// The sections as `who` reads and judges them.
async fn sections_for(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    process: &Process,
    (who, now): (Who<'_>, Instant),
) -> Result<Vec<DeskSection>, Failure> {
    let facts = loaded.facts(now);
    let versions = versions_to_read(&mut *conn, loaded, process, &facts).await?;
    let observations = last_observations(&mut *conn, &loaded.id).await?;
    let rules = language::rules(&mut *conn, &loaded.election.id).await?;
    let ignored = language::store::ignored_of_candidacy(&mut *conn, &loaded.id).await?;
    let mut earlier = photos::earlier_photos(&mut *conn, &loaded.id, process.submitted_at).await?;
    let handled = handled_by(&mut *conn, &loaded.id, who.account).await?;
    let holds = held_until(process, who.account).is_some();
    let mut sections = Vec::new();
    for section in Section::REVIEWABLE {
        let it = process.section(*section);
        let row = versions.get(section);
        let observed = observations.get(section).map(|it| it.version);
        let compared =
            compared_with(secrets, &mut *conn, loaded, (*section, &it), observed).await?;
        let mut shown = section_on_desk(secrets, loaded, process, *section, row, now)?;
        let left = ignored.get(section).map_or(&[][..], Vec::as_slice);
        shown.findings = findings(&shown, &rules, left);
        if *section == Section::Photo && row.is_some() {
            shown.earlier_photos = std::mem::take(&mut earlier);
        }
        let own = process.decision_of(*section, who.account);
        let marks = handled.get(&(*section, it.version));
        let reviewable = process.reviewable(&facts).any(|it| it == *section);
        sections.push(DeskSection {
            unreviewed: !reviewable,
            to_decide: holds && reviewable && it.state == SectionState::UnderReview,
            own_decision: own.map(|it| it.verdict),
            observation: past(&observations, *section),
            published: compared.published,
            judged: compared.judged,
            handled: marks.cloned().unwrap_or_default(),
            ..shown
        });
    }
    Ok(sections)
}

/// Until when `account` holds the turn, if it does.
fn held_until(process: &Process, account: &AccountId) -> Option<Instant> {
    let correction = process
        .correction
        .as_ref()
        .filter(|it| it.claimed_by.as_ref() == Some(account))
        .and_then(|it| it.claim_expires);
    process
        .claim
        .as_ref()
        .filter(|it| it.by == *account)
        .map(|it| it.expires)
        .or(correction)
}

fn section_on_desk(
    secrets: &Secrets,
    loaded: &LoadedCandidacy,
    process: &Process,
    section: Section,
    row: Option<&VersionRow>,
    now: Instant,
) -> Result<DeskSection, Failure> {
    let it = process.section(section);
    let content = row
        .map(|row| content::unpack(secrets, row))
        .transpose()?
        .map(asked_to_publish);
    // Of what is shown only: a warning would tell what is not. Once published nothing is left to judge.
    let judged = content
        .as_ref()
        .filter(|_| it.state == SectionState::UnderReview);
    let doubtful = judged.map_or_else(Vec::new, |content| {
        warnings(content, loaded.registration.age, local_date(now))
    });
    Ok(DeskSection {
        section,
        state: it.state,
        version: row.map_or(it.version, |row| row.version),
        sha256: row.map_or(it.sha256, |row| row.sha256.clone()),
        content: content.map(|it| it.to_value()),
        saved_at: row.map(|row| row.saved_at),
        to_decide: false,
        unreviewed: false,
        own_decision: None,
        published: None,
        judged: None,
        observation: None,
        findings: Vec::new(),
        warnings: doubtful.into_iter().map(FieldError::from).collect(),
        earlier_photos: Vec::new(),
        handled: Vec::new(),
    })
}

/// What is found in a section that is one text.
fn findings(it: &DeskSection, rules: &Rules, ignored: &[Ignored]) -> Vec<DeskFinding> {
    let text = it.content.as_ref().filter(|_| it.section.is_text());
    text.and_then(|it| it.get("text")?.as_str())
        .map_or_else(Vec::new, |text| {
            language::findings_for_desk(text, rules, ignored)
        })
}

/// What a reviewer reads: of identity only the answers that publication would show.
fn asked_to_publish(content: SectionContent) -> SectionContent {
    match content {
        SectionContent::Identity(identity) => SectionContent::Identity(identity.for_review()),
        other => other,
    }
}

fn past(all: &BTreeMap<Section, ObservationRow>, section: Section) -> Option<PastObservation> {
    all.get(&section).map(|row| PastObservation {
        ground: row.ground,
        reason: row.reason.clone(),
        at: row.at,
        version: row.version,
        answer: row.answer.clone(),
    })
}
