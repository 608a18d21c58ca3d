//! Publication: the logs and the records.
//!
//! A public change is written in the caller's transaction: the record (a copy, made by
//! [`project`]), one entry of its log, and which record is current. Readers never touch these
//! tables: the portal answers them from a snapshot built of them.

mod canonical;
mod entry;
mod log;
pub mod project;
mod purge;
pub mod store;
pub mod verify;
pub mod withdrawn_photos;

use conoceles_shared::api::public::{LogChain, Record};
use conoceles_shared::lifecycle::{Process, State};
use conoceles_shared::time::Instant;

pub use entry::{Kind, LogEntry};

use crate::candidacy::LoadedCandidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;
use entry::LoggedChange;
use log::HeldHead;
use project::Projection;

/// Publishes a candidacy as `process` and the consents in `loaded` stand, in the caller's
/// transaction: a new public record and one log entry. `process` is the one after the transition;
/// where a consent was just revoked, `loaded` must be loaded again after the ledger was written.
///
/// With [`Kind::ConsentRevoked`] the records before are taken out of the database, and nothing happens
/// where nothing is public; what is public of a candidacy that is not published any more is then
/// withdrawn. With [`Kind::IdentityBlocked`] those of the records go that hold badges.
///
/// # Errors
/// The candidacy is not published in `process`; damaged contents.
pub async fn publish(
    app: &App,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    process: &Process,
    kind: Kind,
    now: Instant,
) -> Result<(), Failure> {
    let before = store::current_record(&mut *conn, &loaded.id).await?;
    if kind == Kind::ConsentRevoked && before.is_none() {
        return Ok(());
    }
    if kind == Kind::ConsentRevoked && process.state != State::Published {
        return withdraw(conn, loaded, now).await;
    }
    if process.state != State::Published {
        return Err(Failure::internal(
            "publication: the candidacy is not published",
        ));
    }
    let mut head = HeldHead::take(&mut *conn, log_of(loaded)).await?;
    let projection = Projection {
        secrets: &app.secrets,
        authority: &app.config.authority,
        loaded,
        process,
        version: store::logged_versions(&mut *conn, &loaded.id).await? + 1,
        before: before.as_ref(),
    };
    let record = projection.public_record(&mut *conn, now).await?;
    store::retire_records(&mut *conn, &loaded.id).await?;
    // This version names everything as it is now.
    store::renewals::unmark(&mut *conn, &loaded.id).await?;
    purge::purge_retired(&mut *conn, loaded, kind, now).await?;
    append_record(&mut *conn, &mut head, &record, kind, now).await?;
    head.store(conn).await
}

/// Withdraws a candidacy, in the caller's transaction: nothing of it is public any more, nor kept as it
/// was public, and one log entry says so. Nothing happens where nothing was public.
pub async fn withdraw(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    now: Instant,
) -> Result<(), Failure> {
    let Some(before) = store::current_record(&mut *conn, &loaded.id).await? else {
        return Ok(());
    };
    let mut head = HeldHead::take(&mut *conn, log_of(loaded)).await?;
    store::retire_records(&mut *conn, &loaded.id).await?;
    let change = LoggedChange {
        kind: Kind::Withdrawal,
        election: &loaded.election.id,
        candidacy: &loaded.id,
        version: before.version,
        record_sha256: None,
    };
    head.append(&mut *conn, change, now).await?;
    purge::purge_retired(&mut *conn, loaded, Kind::Withdrawal, now).await?;
    head.store(conn).await
}

/// The log in which everything of a candidacy is published.
fn log_of(loaded: &LoadedCandidacy) -> LogChain {
    LogChain::of_election(loaded.election.setup.drill)
}

/// Publishes imported records of one election, in the caller's transaction: one log entry each, the head
/// once.
///
/// # Errors
/// A record of the same candidacy and version exists; one is of a drill and another is not.
pub async fn append_imports(
    conn: Conn<'_>,
    records: &[Record],
    now: Instant,
) -> Result<(), Failure> {
    let Some(first) = records.first() else {
        return Ok(());
    };
    let log = LogChain::of_election(first.election.drill);
    let mut head = HeldHead::take(&mut *conn, log).await?;
    for record in records {
        append_record(&mut *conn, &mut head, record, Kind::Import, now).await?;
    }
    head.store(conn).await
}

async fn append_record(
    conn: Conn<'_>,
    head: &mut HeldHead,
    record: &Record,
    kind: Kind,
    now: Instant,
) -> Result<(), Failure> {
    if LogChain::of_election(record.election.drill) != head.log() {
        return Err(Failure::internal(
            "publication: the log of another kind of election",
        ));
    }
    let text = canonical::canonical(record)?;
    let sha256 = sha256_hex(text.as_bytes());
    let change = LoggedChange {
        kind,
        election: &record.election.id,
        candidacy: &record.id,
        version: record.version,
        record_sha256: Some(&sha256),
    };
    let seq = head.append(&mut *conn, change, now).await?;
    store::insert_record(conn, record, &text, &sha256, (head.log(), seq)).await
}

#[cfg(test)]
pub(crate) mod fixture_tests;
