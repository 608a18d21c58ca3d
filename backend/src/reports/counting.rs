//! The one place where sealed identity answers are opened for statistics: a job counts them, and stores
//! what may be told of the counts. Nobody's request comes here.

use actix_web::web;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::SectionContent;
use conoceles_shared::reports::{IdentityTally, next_identity_cut};
use conoceles_shared::time::Instant;
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;

use super::store;
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::unpack;
use crate::candidacy::store::{VersionRow, bulk, versions};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::http::off_thread;
use crate::core::state::App;
use crate::elections::ElectionRow;

/// How many sealed answers are in memory at a time.
const AT_ONCE: i64 = 200;

/// Counts the identity answers of an election and stores what may be told of them, with an entry in the
/// audit that they were opened.
///
/// # Errors
/// The database, or an answer that does not open.
pub async fn count_identity(
    app: &web::Data<App>,
    election: &Arc<ElectionRow>,
    cutoff: Instant,
) -> Result<(), Failure> {
    let tally = opened_tally(app, election, cutoff).await?;
    let mut tx = app.db.write().await?;
    let earlier = store::identity_cuts(&mut tx, &election.id).await?;
    let threshold = u64::from(election.setup.settings.suppression_below);
    let cut = next_identity_cut(&earlier, &tally, threshold, cutoff);
    let sha256 = match &cut {
        Some(cut) => Some(store::insert_identity_cut(&mut tx, &election.id, cut).await?),
        None => None,
    };
    let entry = AuditEntry {
        election: Some(&election.id),
        after: sha256.as_deref(),
        detail: json!({ "cutoff": cutoff, "told": cut.is_some() }),
        ..AuditEntry::by(None, AuditAction::IdentityCounted)
    };
    audit::write(&mut tx, app.clock.now(), entry).await?;
    tx.commit().await?;
    Ok(())
}

/// The answers added up, opened a few at a time.
async fn opened_tally(
    app: &web::Data<App>,
    election: &Arc<ElectionRow>,
    cutoff: Instant,
) -> Result<IdentityTally, Failure> {
    let mut conn = app.db.read().await?;
    let publishing: HashMap<CandidacyId, bool> = bulk::of_election(&mut conn, election)
        .await?
        .iter()
        .filter(|it| is_counted(it, cutoff))
        .map(|it| {
            let publishes = it.consents.identity_publication && is_public(it, cutoff);
            (it.id.clone(), publishes)
        })
        .collect();
    let mut tally = IdentityTally::default();
    let mut after: Option<CandidacyId> = None;
    loop {
        let rows =
            versions::last_identity_versions(&mut conn, &election.id, after.as_ref(), AT_ONCE)
                .await?;
        let Some(last) = rows.last() else {
            return Ok(tally);
        };
        after = Some(last.candidacy.clone());
        let counted: Vec<_> = rows
            .into_iter()
            .filter_map(|row| Some((*publishing.get(&row.candidacy)?, row)))
            .collect();
        let app = app.clone();
        tally = off_thread(move || with_answers(&app, tally, &counted)).await??;
    }
}

/// The tally with some more answers, each with whether its badges are public.
fn with_answers(
    app: &App,
    mut tally: IdentityTally,
    rows: &[(bool, VersionRow)],
) -> Result<IdentityTally, Failure> {
    for (publishes, row) in rows {
        if let SectionContent::Identity(identity) = unpack(&app.secrets, row)? {
            let public = if *publishes {
                identity.public_badges()
            } else {
                Vec::new()
            };
            tally.count(&identity, &public);
        }
    }
    Ok(tally)
}

/// Whose answers are counted: sent, not ended, and with the statistics consent in force.
fn is_counted(loaded: &LoadedCandidacy, at: Instant) -> bool {
    let process = loaded.in_force(at);
    loaded.consents.statistics && process.submitted_at.is_some() && !process.state.is_end()
}

fn is_public(loaded: &LoadedCandidacy, at: Instant) -> bool {
    loaded.in_force(at).published_at.is_some()
}
