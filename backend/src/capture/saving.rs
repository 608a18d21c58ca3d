//! Saving a section: the one way a new version is made, for forms and photos alike.

use conoceles_shared::lifecycle::{Action, Process, Who};
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::questionnaire::{Section, SectionContent, completeness};
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use super::sections;
use crate::candidacy::store::{self, VersionRow};
use crate::candidacy::{Loaded, content};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::state::App;
use crate::steps::{Step, advance, take};

/// Refuses a save that is based on another version than the stored one: 412 with both, so that the
/// person can compare. Of identity only that there is another version is told.
///
/// # Errors
/// 412 `stale`, or the database.
pub async fn check_version(
    app: &App,
    conn: Conn<'_>,
    loaded: &Loaded,
    section: Section,
    IfMatch(based_on): IfMatch,
    (submitted, who, now): (Option<&Value>, Who<'_>, Instant),
) -> Result<(), Failure> {
    if loaded.process.section(section).version == based_on {
        return Ok(());
    }
    let mut current = sections::view(app, conn, loaded, section, who, now).await?;
    let mut problem = Problem::new(
        Code::Stale,
        "Otra persona, u otra ventana, guardó esta sección después de que usted la abrió. \
         Compare las dos versiones y elija.",
    );
    if section == Section::Identity {
        current.content = None;
        current.withheld = true;
    } else {
        problem.submitted = submitted.cloned();
    }
    problem.current = Some(serde_json::to_value(current)?);
    Err(Failure::Problem(Box::new(problem)))
}

/// Stores `new` as the next version of its section, in the caller's transaction.
///
/// # Errors
/// What the lifecycle refuses, or the database.
pub async fn save(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut Loaded,
    new: &SectionContent,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let section = new.section();
    let before = loaded.process.section(section).sha256;
    let Next { process, row } = next(app, loaded, new, who, now)?;
    let step = Step {
        who: Some(who),
        action: "section.saved",
        hashes: Some((&before, &row.sha256)),
        detail: json!({ "section": section.code(), "version": row.version }),
        ..Step::default()
    };
    // The process first: of two saves at once the later one waits here, and is refused as such.
    take(&mut *conn, loaded, process, step, now).await?;
    store::insert_section_version(conn, &loaded.id, section, &row).await
}

/// The same without an audit entry of its own, for whoever writes one for many saves in the same
/// transaction; the number of the new version.
///
/// # Errors
/// What the lifecycle refuses, or the database.
pub async fn save_as_one_of_many(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut Loaded,
    new: &SectionContent,
    who: Who<'_>,
    now: Instant,
) -> Result<u32, Failure> {
    let Next { process, row } = next(app, loaded, new, who, now)?;
    advance(&mut *conn, loaded, process, now).await?;
    store::insert_section_version(conn, &loaded.id, new.section(), &row).await?;
    Ok(row.version)
}

/// What a save stores.
struct Next {
    process: Process,
    row: VersionRow,
}

fn next(
    app: &App,
    loaded: &Loaded,
    new: &SectionContent,
    who: Who<'_>,
    now: Instant,
) -> Result<Next, Failure> {
    let section = new.section();
    let version = loaded.process.section(section).version.saturating_add(1);
    let packed = content::pack(&app.secrets, &loaded.id, version, new)?;
    let action = Action::Save {
        section,
        completeness: completeness(Some(new), &loaded.election.setup.settings.limits),
        sha256: packed.sha256.clone(),
    };
    Ok(Next {
        process: loaded.process.apply(&action, who, &loaded.facts(now))?,
        row: VersionRow {
            version,
            content: packed.content,
            sha256: packed.sha256,
            account: Some(who.account.clone()),
            saved_at: now,
        },
    })
}
