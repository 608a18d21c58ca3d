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
use crate::candidacy::store::private_data::sealed_private_data;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::Secrets;

/// Tells whom it concerns what a step of a candidacy's process means; nothing of most steps.
/// `loaded` stands before the step.
pub async fn tell_of_step(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    next: &Process,
    now: Instant,
) -> Result<(), Failure> {
    let starts = loaded.facts(now).publication_starts;
    for news in news(&loaded.process, next) {
        let news = news.with_publication_date(starts);
        match news.audience() {
            Audience::Actor => {
                let notice = ActorNotice {
                    actor: &loaded.actor.id,
                    about: Some(&loaded.id),
                    news: &news,
                    addressees: std::slice::from_ref(&loaded.id),
                };
                tell_actor(&mut *conn, notice, now).await?;
            }
            Audience::Validators => {
                tell_role(&mut *conn, Role::Validator, &loaded.id, &news, now).await?;
            }
            Audience::Reviewers => {
                for reviewer in store::observing_reviewers(&mut *conn, &loaded.id).await? {
                    let notice = NewNotice {
                        account: Some(&reviewer),
                        candidacy: Some(&loaded.id),
                        ..NewNotice::new(&news)
                    };
                    write_notice(&mut *conn, notice, now).await?;
                }
            }
        }
    }
    Ok(())
}

/// What an actor's operators are told in the app, and some contacts by e-mail.
#[derive(Debug, Clone, Copy)]
pub struct ActorNotice<'a> {
    /// Whose operators.
    pub actor: &'a ActorId,
    /// The candidacy that it is about, if it is about one.
    pub about: Option<&'a CandidacyId>,
    /// What happened.
    pub news: &'a News,
    /// Those whose contacts get an e-mail.
    pub addressees: &'a [CandidacyId],
}

/// Tells an actor.
pub async fn tell_actor(
    conn: Conn<'_>,
    notice: ActorNotice<'_>,
    now: Instant,
) -> Result<(), Failure> {
    write_to_actor(conn, None, notice, now).await.map(drop)
}

/// Tells an actor once an occasion: whether this was the first time.
pub(super) async fn tell_actor_once(
    conn: Conn<'_>,
    occasion: String,
    notice: ActorNotice<'_>,
    now: Instant,
) -> Result<bool, Failure> {
    write_to_actor(conn, Some(occasion), notice, now).await
}

/// An occasion is told only once, what has none each time; whether it was told.
async fn write_to_actor(
    conn: Conn<'_>,
    occasion: Option<String>,
    notice: ActorNotice<'_>,
    now: Instant,
) -> Result<bool, Failure> {
    let row = NewNotice {
        occasion,
        actor: Some(notice.actor),
        candidacy: notice.about,
        ..NewNotice::new(notice.news)
    };
    let Some(id) = write_notice(&mut *conn, row, now).await? else {
        return Ok(false);
    };
    for candidacy in notice.addressees {
        outbox::insert_mail(&mut *conn, &new_id(now)?, &id, candidacy, now).await?;
    }
    Ok(true)
}

/// Tells the owner of an account.
pub async fn tell_account(
    conn: Conn<'_>,
    account: &AccountId,
    news: &News,
    now: Instant,
) -> Result<(), Failure> {
    let notice = NewNotice {
        account: Some(account),
        ..NewNotice::new(news)
    };
    write_notice(conn, notice, now).await.map(drop)
}

/// Tells everyone with a role about a candidacy.
pub(super) async fn tell_role(
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
    write_notice(conn, notice, now).await.map(drop)
}

/// Who is told of something that waits.
#[derive(Debug, Clone, Copy)]
pub enum Addressee<'a> {
    /// Everyone with a role.
    Role(Role),
    /// The owner of an account.
    Account(&'a AccountId),
    /// An actor's operators.
    Actor(&'a ActorId),
}

/// Tells of something that waits, until it is [`settled`].
pub async fn tell_of_open(
    conn: Conn<'_>,
    matter: &str,
    addressee: Addressee<'_>,
    news: &News,
    now: Instant,
) -> Result<(), Failure> {
    let mut notice = NewNotice::new(news);
    let whom = match addressee {
        Addressee::Role(role) => {
            notice.role = Some(role);
            role.code()
        }
        Addressee::Account(account) => {
            notice.account = Some(account);
            account.as_str()
        }
        Addressee::Actor(actor) => {
            notice.actor = Some(actor);
            actor.as_str()
        }
    };
    notice.occasion = Some(format!("{matter}/{whom}"));
    write_notice(conn, notice, now).await.map(drop)
}

/// Tells everyone with a role of something that happened.
pub async fn tell_all_with(
    conn: Conn<'_>,
    role: Role,
    news: &News,
    now: Instant,
) -> Result<(), Failure> {
    let notice = NewNotice {
        role: Some(role),
        ..NewNotice::new(news)
    };
    write_notice(conn, notice, now).await.map(drop)
}

/// What waited waits no more: nobody is told of it any longer.
pub async fn settled(conn: Conn<'_>, matter: &str) -> Result<(), Failure> {
    store::remove_notices_of(conn, &format!("{matter}/")).await
}

/// Of these candidacies, one for each different address: a party that gave the same one for all of
/// them is written to once.
///
/// # Errors
/// Private data that do not open.
pub async fn distinct_contacts(
    conn: Conn<'_>,
    secrets: &Secrets,
    candidacies: Vec<CandidacyId>,
) -> Result<Vec<CandidacyId>, Failure> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for id in candidacies {
        let Some(sealed) = sealed_private_data(&mut *conn, &id).await? else {
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
async fn write_notice(
    conn: Conn<'_>,
    notice: NewNotice<'_>,
    now: Instant,
) -> Result<Option<NoticeId>, Failure> {
    let id: NoticeId = new_id(now)?;
    let written = store::insert_notice(conn, &id, &notice, now).await?;
    Ok(written.then_some(id))
}
