//! Receipts: issued in the transaction of what they acknowledge, stored as facts that never change,
//! printed from those facts whenever somebody asks, verified by anyone who has the code.

mod facts;
mod sheet;
pub mod store;

pub use sheet::{dated, printed};

use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::Process;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use conoceles_shared::time::{Instant, Period};

use crate::candidacy::Loaded;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::{random, token};
use crate::core::state::App;
use crate::core::store::account_name;
use crate::elections::{ActorRow, ElectionRow};
use crate::publication::store::log_head;
use facts::{CandidacyFacts, Facts, LogFacts, Named, SectionFacts};

/// Issues the receipt of what was just sent, in the caller's transaction; the hash of its facts.
/// `process` is the one that was sent, `sections` those that were sent; without `who` it was the
/// system, at the end of the period.
///
/// # Errors
/// The database.
pub async fn issue(
    app: &App,
    conn: Conn<'_>,
    loaded: &Loaded,
    (kind, process, sections): (ReceiptKind, &Process, &[Section]),
    who: Option<&AccountId>,
    at: Instant,
) -> Result<String, Failure> {
    let account = match who {
        Some(id) => Some(Named {
            id: id.clone(),
            name: account_name(&mut *conn, id).await?.unwrap_or_default(),
        }),
        None => None,
    };
    let registration = &loaded.registration;
    let facts = Facts {
        account,
        candidacy: Some(CandidacyFacts {
            id: loaded.id.clone(),
            name: registration.full_name(),
            office: registration.office.label().to_owned(),
            territory: loaded.territory_name(),
            role: registration.role.label().to_owned(),
        }),
        sections: sent(process, sections),
        ..start(app, &mut *conn, (&loaded.election, &loaded.actor), kind, at).await?
    };
    store::insert(conn, &facts).await
}

/// An account that its owner has just accepted.
pub struct Accepted<'a> {
    /// The account.
    pub account: &'a AccountId,
    /// The name of its owner.
    pub name: &'a str,
    /// The election of its actor.
    pub election: &'a ElectionRow,
    /// Its actor.
    pub actor: &'a ActorRow,
    /// The capture period that stands.
    pub capture: Period,
}

/// Issues the receipt of an account, in the caller's transaction; the hash of its facts.
///
/// # Errors
/// The database.
pub async fn issue_for_account(
    app: &App,
    conn: Conn<'_>,
    accepted: &Accepted<'_>,
    at: Instant,
) -> Result<String, Failure> {
    let of = (accepted.election, accepted.actor);
    let facts = Facts {
        account: Some(Named {
            id: accepted.account.clone(),
            name: accepted.name.to_owned(),
        }),
        capture: Some(accepted.capture),
        ..start(app, &mut *conn, of, ReceiptKind::Account, at).await?
    };
    store::insert(conn, &facts).await
}

/// What every receipt says.
async fn start(
    app: &App,
    conn: Conn<'_>,
    (election, actor): (&ElectionRow, &ActorRow),
    kind: ReceiptKind,
    at: Instant,
) -> Result<Facts, Failure> {
    let head = log_head(conn).await?;
    let code = ReceiptCode::from_bytes(random()?);
    Ok(Facts {
        address: format!("{}/verificar/{code}", app.public_address()),
        authority: app.config.authority.clone(),
        code,
        kind,
        at,
        election: Named {
            id: election.id.clone(),
            name: election.setup.name.clone(),
        },
        drill: election.setup.drill,
        actor: Named {
            id: actor.id.clone(),
            name: actor.name.clone(),
        },
        account: None,
        candidacy: None,
        capture: None,
        sections: Vec::new(),
        log: LogFacts {
            seq: head.seq,
            hash: head.hash,
        },
        salt: token()?,
    })
}

/// The sections as they were sent; what was never touched was not.
fn sent(process: &Process, sections: &[Section]) -> Vec<SectionFacts> {
    sections
        .iter()
        .map(|section| (*section, process.section(*section)))
        .filter(|(_, it)| it.version > 0)
        .map(|(section, it)| SectionFacts {
            section,
            version: it.version,
            sha256: it.sha256,
        })
        .collect()
}
