//! Receipts: issued in the transaction of what they acknowledge, stored as facts that never change,
//! printed from those facts whenever somebody asks, verified by anyone who has the code.

mod annulment;
mod facts;
mod sheet;
pub mod store;

pub use annulment::{Annulment, annul_sent_by_the_clock, annul_stating};
pub use sheet::{dated, printed};

use conoceles_shared::api::public::LogChain;
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::Process;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use conoceles_shared::time::{Instant, Period};

use crate::candidacy::LoadedCandidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::{random, token};
use crate::core::state::App;
use crate::core::store::account_name;
use crate::elections::{ActorRow, ElectionRow};
use crate::publication::store::chains::log_head;
use facts::{CandidacyFacts, LogFacts, Named, ReceiptFacts, SectionFacts};

/// What was just sent to review.
pub struct SentSections<'a> {
    /// The first time, or again.
    pub kind: ReceiptKind,
    /// The process after it was sent.
    pub process: &'a Process,
    /// The sections that were sent.
    pub sections: &'a [Section],
    /// Who sent them; `None` is the system, at the end of the period.
    pub by: Option<&'a AccountId>,
    /// When they were sent.
    pub at: Instant,
}

/// Issues the receipt of what was sent, in the caller's transaction; the hash of its facts.
pub async fn issue_for_sent(
    app: &App,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    sent: &SentSections<'_>,
) -> Result<String, Failure> {
    let account = match sent.by {
        Some(id) => Some(Named {
            id: id.clone(),
            name: account_name(&mut *conn, id).await?.unwrap_or_default(),
        }),
        None => None,
    };
    let registration = &loaded.registration;
    let facts = ReceiptFacts {
        account,
        candidacy: Some(CandidacyFacts {
            id: loaded.id.clone(),
            name: registration.full_name(),
            office: registration.office.label().to_owned(),
            territory: loaded.territory_name(),
            role: registration.role_label().to_owned(),
        }),
        sections: section_facts(sent),
        ..common_facts(
            app,
            &mut *conn,
            &loaded.election,
            &loaded.actor,
            sent.kind,
            sent.at,
        )
        .await?
    };
    store::insert_receipt(conn, &facts).await
}

/// An account that its owner has just accepted.
pub struct Accepted<'a> {
    /// Which account.
    pub account: &'a AccountId,
    /// The name of its owner.
    pub name: &'a str,
    /// The election of its actor.
    pub election: &'a ElectionRow,
    /// The actor that it captures for.
    pub actor: &'a ActorRow,
    /// The capture period that stands.
    pub capture: Period,
}

/// Issues the receipt of an account, in the caller's transaction; the hash of its facts.
pub async fn issue_for_account(
    app: &App,
    conn: Conn<'_>,
    accepted: &Accepted<'_>,
    at: Instant,
) -> Result<String, Failure> {
    let kind = ReceiptKind::Account;
    let facts = ReceiptFacts {
        account: Some(Named {
            id: accepted.account.clone(),
            name: accepted.name.to_owned(),
        }),
        capture: Some(accepted.capture),
        ..common_facts(app, &mut *conn, accepted.election, accepted.actor, kind, at).await?
    };
    store::insert_receipt(conn, &facts).await
}

/// What every receipt says.
async fn common_facts(
    app: &App,
    conn: Conn<'_>,
    election: &ElectionRow,
    actor: &ActorRow,
    kind: ReceiptKind,
    at: Instant,
) -> Result<ReceiptFacts, Failure> {
    let log = LogChain::of_election(election.setup.drill);
    let head = log_head(conn, log).await?;
    let code = ReceiptCode::from_bytes(random()?);
    Ok(ReceiptFacts {
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
            log,
            seq: head.seq,
            hash: head.hash,
        },
        salt: token()?,
    })
}

/// The sections as they were sent; what was never touched was not.
fn section_facts(sent: &SentSections<'_>) -> Vec<SectionFacts> {
    sent.sections
        .iter()
        .map(|section| (*section, sent.process.section(*section)))
        .filter(|(_, it)| it.version > 0)
        .map(|(section, it)| SectionFacts {
            section,
            version: it.version,
            sha256: it.sha256,
        })
        .collect()
}
