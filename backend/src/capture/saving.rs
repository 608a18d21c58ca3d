//! The pieces of a save that forms, photos and sheets share. What follows what stands in each
//! handler, as in [`save_section`](super::sections::save_section).

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::{Action, Process, SectionProcess, Who};
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::questionnaire::{Section, SectionContent, completeness};
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::{Authorship, pack};
use crate::candidacy::store::VersionRow;
use crate::core::audit::AuditEntry;
use crate::core::error::Failure;
use crate::core::secrets::Secrets;

/// The refusal of a save that is based on another version than the stored one: 412 with both, so
/// that the person can compare. Of identity only that there is another version is told.
pub fn stale(mut current: SectionView, submitted: Option<Value>) -> Failure {
    let mut problem = Problem::new(
        Code::Stale,
        "Otra persona, u otra ventana, guardó esta sección después de que usted la abrió. \
         Compare las dos versiones y elija.",
    );
    if current.section == Section::Identity {
        current.content = None;
        current.withheld = true;
    } else {
        problem.submitted = submitted;
    }
    match serde_json::to_value(current) {
        Ok(current) => {
            problem.current = Some(current);
            Failure::Problem(Box::new(problem))
        }
        Err(error) => error.into(),
    }
}

/// A save that the lifecycle allows, ready to be stored.
pub struct AppliedSave {
    /// The candidacy's process after it.
    pub process: Process,
    /// The new version of the section, sealed where it is identity.
    pub row: VersionRow,
}

/// Applies a save of `new` to the process: the next version of its section, and what follows.
///
/// # Errors
/// What the lifecycle refuses.
pub fn apply_save(
    secrets: &Secrets,
    loaded: &LoadedCandidacy,
    new: &SectionContent,
    who: Who<'_>,
    now: Instant,
) -> Result<AppliedSave, Failure> {
    let section = new.section();
    let version = loaded.process.section(section).version.saturating_add(1);
    let by = Authorship {
        account: Some(who.account),
        at: now,
    };
    let packed = pack(secrets, &loaded.id, version, by, new)?;
    let action = Action::Save {
        section,
        completeness: completeness(Some(new), loaded.limits()),
        sha256: packed.sha256.clone(),
    };
    Ok(AppliedSave {
        process: loaded.process.apply(&action, who, &loaded.facts(now))?,
        row: VersionRow {
            candidacy: loaded.id.clone(),
            section,
            version,
            content: packed.content,
            sha256: packed.sha256,
            account: Some(who.account.clone()),
            saved_at: now,
        },
    })
}

/// What the audit keeps of one saved section: the hashes of its contents, never themselves.
pub fn saved_entry<'a>(
    loaded: &'a LoadedCandidacy,
    before: &'a SectionProcess,
    row: &'a VersionRow,
    who: Who<'a>,
) -> AuditEntry<'a> {
    AuditEntry {
        before: Some(before.sha256.as_str()).filter(|it| !it.is_empty()),
        after: Some(&row.sha256),
        detail: json!({ "section": row.section.code(), "version": row.version }),
        ..loaded.audit_entry(Some(who), AuditAction::SectionSaved)
    }
}
