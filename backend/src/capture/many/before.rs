//! The actor's candidacies before an act on many: which it is possible for, and what stands in the way
//! of the others.

use std::sync::Arc;

use conoceles_shared::api::many::{ManyBefore, ManyShown, OneOfMany, PAGE_BEFORE_ACT, PageOfMany};
use conoceles_shared::ids::ActorId;
use conoceles_shared::lifecycle::{Consents, Process};
use conoceles_shared::time::Instant;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::elections;

/// How much of a hash tells two states of one candidacy apart.
const SEEN_DIGITS: usize = 32;

/// What an act on many makes of one candidacy, where it waits for the act at all.
pub struct Judged {
    /// Everything that stands in the way, a sentence each.
    pub reasons: Vec<String>,
    /// What does not, and is worth knowing.
    pub remarks: Vec<String>,
}

/// A page of an actor's candidacies, by name, as `judge` sees each.
///
/// # Errors
/// The database.
pub async fn page_before_act(
    conn: Conn<'_>,
    actor: &ActorId,
    page: PageOfMany,
    now: Instant,
    judge: impl Fn(&LoadedCandidacy) -> Option<Judged>,
) -> Result<ManyBefore, Failure> {
    let (row, election) = elections::actor_with_election(&mut *conn, actor).await?;
    let mut all = bulk::of_actor(conn, &Arc::new(election), row).await?;
    all.sort_by_cached_key(LoadedCandidacy::name_key);
    let judged = all.iter().filter_map(|it| Some((it, judge(it)?)));
    let (ready, blocked): (Vec<_>, Vec<_>) = judged.partition(|(_, it)| it.reasons.is_empty());
    let counted = |it: &Vec<_>| u32::try_from(it.len()).unwrap_or(u32::MAX);
    let (many_ready, many_blocked) = (counted(&ready), counted(&blocked));
    let shown = match page.show {
        ManyShown::Ready => ready,
        ManyShown::Blocked => blocked,
    };
    let passed = usize::try_from(page.passed).unwrap_or(usize::MAX);
    let end = passed.saturating_add(PAGE_BEFORE_ACT);
    let more = end < shown.len();
    let rows = shown.into_iter().skip(passed).take(PAGE_BEFORE_ACT);
    let data = rows
        .map(|(it, judged)| line_before(it, judged, now))
        .collect::<Result<_, _>>()?;
    Ok(ManyBefore {
        data,
        ready: many_ready,
        blocked: many_blocked,
        next_cursor: more.then(|| end.to_string()),
    })
}

fn line_before(
    loaded: &LoadedCandidacy,
    judged: Judged,
    now: Instant,
) -> Result<OneOfMany, Failure> {
    let registration = &loaded.registration;
    let process = loaded.in_force(now);
    Ok(OneOfMany {
        id: loaded.id.clone(),
        name: registration.full_name(),
        office_label: registration.office.label().to_owned(),
        territory_name: loaded.territory_name(),
        role_label: registration.role_label().to_owned(),
        state: process.state,
        seen: seen(&process, loaded.consents)?,
        reasons: judged.reasons,
        remarks: judged.remarks,
    })
}

/// Names how a candidacy stands with all its contents and consents: as it is given out with a page, and
/// asked for again when something is done to what was seen.
///
/// # Errors
/// None in practice.
pub fn seen(process: &Process, consents: Consents) -> Result<String, Failure> {
    let text = serde_json::to_string(&(process, consents))?;
    let mut hash = sha256_hex(text.as_bytes());
    hash.truncate(SEEN_DIGITS);
    Ok(hash)
}
