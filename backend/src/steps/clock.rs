//! What the clock decided, stored: before every change of a candidacy, and for those that nobody
//! touches by a sweep.
//!
//! Readers never wait for it: [`LoadedCandidacy::in_force`] is how a candidacy stands now.

use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Facts, Process, State};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::ReceiptKind;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::{Step, store_audited_step};
use crate::candidacy::store::overtaken::{elections_under_way, overtaken_by_clock};
use crate::candidacy::{LoadedCandidacy, store};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::publication::{self, Kind};
use crate::receipts::{self, SentSections};

/// Stores what the clock has decided of this candidacy up to `now`, audits it as the system's and
/// publishes what follows. Whether anything had to be done.
///
/// Archives are left alone: they were closed when they were imported.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn settle_and_publish(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    now: Instant,
) -> Result<bool, Failure> {
    if loaded.election.setup.archived {
        return Ok(false);
    }
    if loaded.in_force(now) == loaded.process {
        return Ok(false);
    }
    // The sweep may be storing just that: whoever comes second finds it done, and goes on from there.
    let held = store::hold_candidacy(&mut *conn, &loaded.id).await?;
    *loaded = held.ok_or_else(Failure::not_found)?;
    let before = loaded.process.clone();
    let next = loaded.in_force(now);
    if next == before {
        return Ok(false);
    }
    let (action, effective_at) = cause(&before, &next, &loaded.facts(now));
    let receipt = if next.state == State::Submitted && before.submitted_at.is_none() {
        let sent = SentSections {
            kind: ReceiptKind::Submission,
            process: &next,
            sections: Section::REVIEWABLE,
            by: None,
            at: effective_at.unwrap_or(now),
        };
        Some(receipts::issue_for_sent(app, &mut *conn, loaded, &sent).await?)
    } else {
        None
    };
    let step = Step {
        detail: json!({
            "from": before.state.code(),
            "to": next.state.code(),
            "effective_at": effective_at,
            "receipt_sha256": receipt,
        }),
        ..Step::of(action)
    };
    let state = next.state;
    store_audited_step(&mut *conn, loaded, next, step, now).await?;
    match (before.state, state) {
        (State::Published, State::Closed) => block_identity(app, conn, loaded, before, now).await?,
        (from, State::Published) if from != State::Published => {
            let process = loaded.process.clone();
            publication::publish(app, conn, loaded, &process, Kind::Publication, now).await?;
        }
        _ => {}
    }
    Ok(true)
}

/// Which deadline it was, and when.
fn cause(before: &Process, next: &Process, facts: &Facts<'_>) -> (AuditAction, Option<Instant>) {
    match (before.state, next.state) {
        (_, State::Closed) => (AuditAction::CandidacyClosed, Some(facts.publication_ends)),
        (State::Approved, _) => (AuditAction::PublicationBegan, next.published_at),
        (State::Registered | State::InCapture, _) => (
            AuditAction::CaptureEnded,
            facts.capture.map(|period| period.ends),
        ),
        (State::InReview, _) => (
            AuditAction::ClaimExpired,
            before.claim.as_ref().map(|claim| claim.expires),
        ),
        (State::Observed, _) => (
            AuditAction::ObservationEnded,
            before.observation_period.map(|period| period.ends),
        ),
        _ => (
            AuditAction::CorrectionEnded,
            before
                .correction
                .as_ref()
                .and_then(|it| it.claim_expires.or_else(|| it.period.map(|it| it.ends))),
        ),
    }
}

/// Closing blocks the identity answers (`docs/domain/process.md#candidacy`): the archive keeps the
/// record as it stood, without its badges, and no earlier one that has them.
async fn block_identity(
    app: &App,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    before: Process,
    now: Instant,
) -> Result<(), Failure> {
    let shown = loaded.consents.identity_publication
        && before
            .section(Section::Identity)
            .published_version
            .is_some();
    if !shown {
        return Ok(());
    }
    let mut without = loaded.clone();
    without.consents.identity_publication = false;
    without.process = before.clone();
    publication::publish(app, conn, &without, &before, Kind::IdentityBlocked, now).await
}

/// Settles every candidacy whose stored state the clock has overtaken; how many they were.
///
/// Idempotent, and safe with several replicas: each is a transaction of its own by compare-and-swap,
/// and one that fails is tried again by the next sweep without holding up the others.
///
/// # Errors
/// The candidacies cannot be read.
pub async fn sweep(app: &App, now: Instant) -> Result<usize, Failure> {
    let mut settled = 0;
    for id in overtaken(app, now).await? {
        match settle_one(app, &id).await {
            Ok(true) => settled += 1,
            Ok(false) => {}
            Err(error) => tracing::warn!(candidacy = %id, %error, "the sweep will try again"),
        }
    }
    Ok(settled)
}

async fn overtaken(app: &App, now: Instant) -> Result<Vec<CandidacyId>, Failure> {
    let mut conn = app.db.read().await?;
    let elections = elections_under_way(&mut conn).await?;
    let overtaken = overtaken_by_clock(&mut conn, &elections, now).await?;
    Ok(overtaken.into_iter().map(|it| it.id).collect())
}

/// Dated when its turn comes: where thousands are due at once, the sweep takes minutes.
async fn settle_one(app: &App, id: &CandidacyId) -> Result<bool, Failure> {
    let mut tx = app.db.write().await?;
    let now = app.clock.now();
    let Some(mut loaded) = store::load_candidacy(&mut tx, id).await? else {
        return Ok(false);
    };
    let done = settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    tx.commit().await?;
    Ok(done)
}
