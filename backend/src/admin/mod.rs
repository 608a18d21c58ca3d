//! Administration: elections, parties, actors, candidacies, accounts.
//!
//! A file per kind of thing holds its handlers; `…_rules.rs` beside it holds what is checked
//! before anything is stored, as pure functions that report every error at once.

mod account_acts;
mod accounts;
mod actor_rules;
mod actors;
mod candidacies;
mod candidacy_list;
mod candidacy_rules;
mod changes;
mod check;
mod credentials;
mod drills;
mod edits;
mod elections;
mod endings;
mod extensions;
mod language;
mod new_elections;
mod parties;
pub mod proposals;
mod publication_dates;
pub mod reason_templates;
mod registration_remarks;
mod remedies;
mod represented;
mod roll;
pub mod routes;
mod setup_rules;
pub mod store;
mod substitutes;
mod substitutions;
mod suspensions;
mod versions;

use actix_web::{HttpResponse, HttpResponseBuilder};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Code;
use serde::Serialize;

use crate::core::audit::AuditEntry;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::secrets::sha256_hex;
use crate::elections::{ElectionRow, election};

/// An audit entry of the administrator's.
fn audit_entry(grant: &Grant<Administer>, action: AuditAction) -> AuditEntry<'_> {
    AuditEntry::by(Some(grant.who()), action)
}

/// The hash of a document as it is stored, for the audit.
fn stored_hash<T: Serialize>(document: &T) -> Result<String, Failure> {
    Ok(sha256_hex(serde_json::to_string(document)?.as_bytes()))
}

/// 201 with the address of what was made.
fn created(kind: &str, id: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::Created();
    answer.insert_header(("Location", format!("/api/v1/admin/{kind}/{id}")));
    answer
}

/// An election by id, which must be there.
///
/// # Errors
/// 404 where it is not.
async fn existing_election(conn: Conn<'_>, id: &ElectionId) -> Result<ElectionRow, Failure> {
    election(conn, id).await?.ok_or_else(Failure::not_found)
}

/// Refuses a change to an archive.
///
/// # Errors
/// 409 `wrong_state`.
fn not_archived(election: &ElectionRow) -> Result<(), Failure> {
    if election.setup.archived {
        return Err(Failure::new(
            Code::WrongState,
            "Esta elección es un archivo histórico: ya no se modifica.",
        ));
    }
    Ok(())
}
