//! Sending what the outbox holds.
//!
//! A turn is taken by compare-and-swap and lasts [`TURN_MINUTES`]: two replicas never send the same
//! message, and one whose sender was killed is sent when its turn is over. What the mail server
//! accepted and we could not note any more is the one case that is sent again, with the same
//! `Message-ID`.

use std::time::Duration;

use actix_web::web;
use chrono::TimeDelta;
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

use super::letter::worded;
use super::smtp::{Smtp, Trouble};
use super::store::outbox::{self, DueMail, TurnEnd};
use super::tell::tell_role;
use crate::core::db::Db;
use crate::core::error::Failure;
use crate::core::state::App;

/// Between two looks at the outbox; sooner with a clock that tests move.
const LOOK_EVERY: Duration = Duration::from_secs(if cfg!(feature = "test-clock") { 1 } else { 15 });
/// How many messages a look takes at most.
const AT_ONCE: i64 = 20;
/// How long a turn lasts, in minutes: longer than the mail server may take.
const TURN_MINUTES: i64 = 5;
/// After this many turns a message is given up: about a day.
const MAX_TURNS: i64 = 12;
/// The same where the mail server says that it is of no use.
const MAX_TURNS_REFUSED: i64 = 3;
/// The longest wait between two turns, in minutes.
const LONGEST_WAIT: i64 = 240;

/// Looks at the outbox until the process ends. Without a mail server it closes what waits there.
pub async fn deliver_mails(app: web::Data<App>, smtp: Option<Smtp>) {
    let mut looks = actix_web::rt::time::interval(LOOK_EVERY);
    loop {
        looks.tick().await;
        let done = match &smtp {
            Some(smtp) => send_due(&app, smtp).await,
            None => close_outbox(&app.db).await,
        };
        if let Err(error) = done {
            tracing::warn!(%error, "the outbox will be looked at again");
        }
    }
}

async fn close_outbox(db: &Db) -> Result<(), Failure> {
    if !outbox::any_mail_waits(&mut *db.read().await?).await? {
        return Ok(());
    }
    let mut tx = db.write().await?;
    outbox::close_waiting_mails(&mut tx).await?;
    tx.commit().await?;
    Ok(())
}

async fn send_due(app: &App, smtp: &Smtp) -> Result<(), Failure> {
    let now = app.clock.now();
    let due = outbox::due_mails(&mut *app.db.read().await?, now, AT_ONCE).await?;
    for mail in due {
        match send_one(app, smtp, &mail).await {
            Ok(true) => {}
            // Nothing else would get through either; the rest keeps its turns.
            Ok(false) => break,
            Err(error) => tracing::warn!(mail = %mail.id, %error, "a message will be tried again"),
        }
    }
    Ok(())
}

/// Sends one message, if its turn is ours; whether the mail server was reached.
async fn send_one(app: &App, smtp: &Smtp, mail: &DueMail) -> Result<bool, Failure> {
    let now = app.clock.now();
    let turn = mail.attempts + 1;
    let mut tx = app.db.write().await?;
    let ours =
        outbox::take_mail_turn(&mut tx, mail, now + TimeDelta::minutes(TURN_MINUTES)).await?;
    tx.commit().await?;
    if !ours {
        return Ok(true);
    }
    let mut conn = app.db.read().await?;
    let letter = worded(&app.secrets, &app.config.base_url(), &mut conn, mail, now).await?;
    drop(conn);
    let Some(letter) = letter else {
        end_turn(app, mail, turn, TurnEnd::GivenUp("no_address")).await?;
        return Ok(true);
    };
    match smtp.send(letter).await {
        Ok(()) => {
            end_turn(app, mail, turn, TurnEnd::Sent).await?;
            Ok(true)
        }
        Err(trouble) => {
            let end_of_turn = after_trouble(&trouble, turn, app.clock.now());
            end_turn(app, mail, turn, end_of_turn).await?;
            Ok(!trouble.unreached)
        }
    }
}

/// Stores how a turn ended. What is given up is told to the administrators and to the log.
async fn end_turn(app: &App, mail: &DueMail, turn: i64, end: TurnEnd<'_>) -> Result<(), Failure> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let last = outbox::end_mail_turn(&mut tx, &mail.id, turn, end).await?;
    if last && matches!(end, TurnEnd::GivenUp(_)) {
        let (role, about) = (Role::Admin, &mail.candidacy);
        tell_role(&mut tx, role, about, &News::MailGivenUp, now).await?;
    }
    tx.commit().await?;
    match end {
        TurnEnd::Sent => tracing::info!(mail = %mail.id, turn, "sent"),
        TurnEnd::Again(trouble, at) => {
            tracing::warn!(mail = %mail.id, turn, trouble, %at, "not sent, to be tried again");
        }
        TurnEnd::GivenUp(trouble) => {
            tracing::error!(mail = %mail.id, candidacy = %mail.candidacy, turn, trouble, "given up");
        }
    }
    Ok(())
}

/// What follows from a turn without success.
fn after_trouble(trouble: &Trouble, turn: i64, now: Instant) -> TurnEnd<'_> {
    let limit = if trouble.permanent {
        MAX_TURNS_REFUSED
    } else {
        MAX_TURNS
    };
    if turn >= limit {
        TurnEnd::GivenUp(&trouble.code)
    } else {
        TurnEnd::Again(&trouble.code, now + wait_after(turn))
    }
}

/// One minute after the first turn, then twice as long each time, up to [`LONGEST_WAIT`].
fn wait_after(turn: i64) -> TimeDelta {
    let doublings = turn.saturating_sub(1).clamp(0, 16);
    TimeDelta::minutes((1 << doublings).min(LONGEST_WAIT))
}

#[cfg(test)]
#[path = "post_tests.rs"]
mod post_tests;
