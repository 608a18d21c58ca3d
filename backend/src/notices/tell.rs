//! Writing notices, in the caller's transaction: told if and only if the change is committed.

use std::collections::BTreeSet;

use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, NoticeId};
use conoceles_shared::lifecycle::Process;
use conoceles_shared::notices::{Audience, News, news};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use super::store::{self, NewNotice, outbox};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::private;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::Secrets;

/// Tells whom it concerns what a step of a candidacy's process means; nothing of most steps.
/// `loaded` stands before the step.
///
/// # Errors
/// The database.
pub async fn change(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    next: &Process,
    now: Instant,
) -> Result<(), Failure> {
    for news in news(&loaded.process, next) {
        match news.audience() {
            Audience::Actor => {
                let about = Some(&loaded.id);
                let addressees = [loaded.id.clone()];
                to_actor(&mut *conn, &loaded.actor.id, about, &news, &addressees, now).await?;
            }
            Audience::Reviewers => {
                for reviewer in store::reviewers(&mut *conn, &loaded.id).await? {
                    let notice = NewNotice {
                        account: Some(&reviewer),
                        candidacy: Some(&loaded.id),
                        ..NewNotice::new(&news)
                    };
                    write(&mut *conn, notice, now).await?;
                }
            }
        }
    }
    Ok(())
}

/// Tells an actor's operators, and by e-mail the contacts of `addressees`; `about` is the candidacy
/// that it is about, if it is about one.
///
/// # Errors
/// The database.
pub async fn to_actor(
    conn: Conn<'_>,
    actor: &ActorId,
    about: Option<&CandidacyId>,
    news: &News,
    addressees: &[CandidacyId],
    now: Instant,
) -> Result<(), Failure> {
    once(conn, None, (actor, about), news, addressees, now)
        .await
        .map(drop)
}

/// The same, once an occasion: whether this was the first time.
///
/// # Errors
/// The database.
pub(super) async fn to_actor_once(
    conn: Conn<'_>,
    occasion: String,
    (actor, about): (&ActorId, Option<&CandidacyId>),
    news: &News,
    addressees: &[CandidacyId],
    now: Instant,
) -> Result<bool, Failure> {
    once(conn, Some(occasion), (actor, about), news, addressees, now).await
}

/// An occasion is told only once, what has none each time; whether it was told.
async fn once(
    conn: Conn<'_>,
    occasion: Option<String>,
    (actor, about): (&ActorId, Option<&CandidacyId>),
    news: &News,
    addressees: &[CandidacyId],
    now: Instant,
) -> Result<bool, Failure> {
    let notice = NewNotice {
        occasion,
        actor: Some(actor),
        candidacy: about,
        ..NewNotice::new(news)
    };
    let written = write(&mut *conn, notice, now).await?;
    if let Some(id) = &written {
        mail(conn, id, addressees, now).await?;
    }
    Ok(written.is_some())
}

/// Tells the owner of an account.
///
/// # Errors
/// The database.
pub async fn to_account(
    conn: Conn<'_>,
    account: &AccountId,
    news: &News,
    now: Instant,
) -> Result<(), Failure> {
    let notice = NewNotice {
        account: Some(account),
        ..NewNotice::new(news)
    };
    write(conn, notice, now).await.map(drop)
}

/// Tells everyone with a role about a candidacy.
///
/// # Errors
/// The database.
pub(super) async fn to_role(
    conn: Conn<'_>,
    role: Role,
    candidacy: &CandidacyId,
    news: &News,
    now: Instant,
) -> Result<(), Failure> {
    let notice = NewNotice {
        role: Some(role),
        candidacy: Some(candidacy),
        ..NewNotice::new(news)
    };
    write(conn, notice, now).await.map(drop)
}

/// Of these candidacies, one for each different address: a party that gave the same one for all of
/// them is written to once.
///
/// # Errors
/// The database, or private data that do not open.
pub async fn contacts(
    conn: Conn<'_>,
    secrets: &Secrets,
    candidacies: Vec<CandidacyId>,
) -> Result<Vec<CandidacyId>, Failure> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for id in candidacies {
        let Some(sealed) = outbox::private_data(&mut *conn, &id).await? else {
            continue;
        };
        let address = private::unseal(secrets, &id, &sealed)?.notification_email;
        if seen.insert(address.to_lowercase()) {
            found.push(id);
        }
    }
    Ok(found)
}

/// The new notice's id; `None` where its occasion was told before.
async fn write(
    conn: Conn<'_>,
    notice: NewNotice<'_>,
    now: Instant,
) -> Result<Option<NoticeId>, Failure> {
    let id: NoticeId = new_id(now)?;
    let written = store::insert(conn, &id, &notice, now).await?;
    Ok(written.then_some(id))
}

async fn mail(
    conn: Conn<'_>,
    notice: &NoticeId,
    addressees: &[CandidacyId],
    now: Instant,
) -> Result<(), Failure> {
    for candidacy in addressees {
        outbox::insert(&mut *conn, &new_id(now)?, notice, candidacy, now).await?;
    }
    Ok(())
}
