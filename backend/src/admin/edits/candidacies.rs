//! A candidacy's registration: a corrected name is a new public version, not a cancellation.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::admin::{
    CandidacyEdit, NewCandidacy, PrivateData, PrivateEdit, PrivateField, Registration,
    RegistrationFile,
};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{CandidacyId, PersonId};
use conoceles_shared::lifecycle::State;
use conoceles_shared::notices::News;
use conoceles_shared::problem::{Code, FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::candidacy_rules::{self as rules, PlaceFacts};
use super::consequences::{PublicChange, confirmed_digest};
use super::store::{self, EditedRegistration, EditedRow};
use crate::admin::changes::changed_pointers;
use crate::admin::remedies::common::{standing, tell_owner};
use crate::admin::versions::{based_on_present, versioned};
use crate::admin::{candidacy_rules, check, not_archived, stored_hash};
use crate::candidacy::{LoadedCandidacy, private, store as candidacy};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections;
use crate::publication::{self, Kind};

/// A candidacy's registration, to be edited. What its private data hold is not shown.
///
/// # Errors
/// 404; 409 for an archive.
#[utoipa::path(
    get, path = "/api/v1/admin/candidacies/{id}/registration", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = RegistrationFile,
            headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem)
    )
)]
pub async fn show_registration(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let loaded = candidacy::load_candidacy(&mut conn, &id)
        .await?
        .ok_or_else(Failure::not_found)?;
    not_archived(&loaded.election)?;
    let row = store::edited_row(&mut conn, &id).await?;
    let private = opened(&app.secrets, &id, &row)?;
    let file = registration_file(&loaded, &row, &private);
    Ok(versioned(file.version, file))
}

/// Replaces a candidacy's registration. Published, it gets a new version with an entry in the log; its
/// actor is told.
///
/// # Errors
/// 404; 409 for an archive and for what has ended, `already_exists` where the person stands for the same
/// already, and `confirmation_required` with what follows where it is published; 412 with `current` and
/// `submitted`; 422 with every field, also for another office, territory or role once it was sent.
#[utoipa::path(
    put, path = "/api/v1/admin/candidacies/{id}/registration", tag = "admin",
    params(
        ("id" = String, Path), ("If-Match" = String, Header),
        ("confirmed" = Option<String>, Query,
            description = "The `digest` of the consequences that were shown")
    ),
    request_body = CandidacyEdit,
    responses(
        (status = 200, body = RegistrationFile,
            headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_registration(
    grant: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(mut edit): Unchecked<CandidacyEdit>,
) -> Result<HttpResponse, Failure> {
    let id: CandidacyId = segment(&id)?;
    let confirmed = confirmed_digest(&request)?;
    check::tidy(&mut edit.reference);
    let (mut tx, now) = grant.begin_change(&app).await?;
    // The election first, as whoever registers: nobody gets a person or a place that another one is given.
    if let Some(found) = candidacy::load_candidacy(&mut tx, &id).await? {
        elections::hold_election(&mut tx, &found.election.id).await?;
    }
    candidacy::hold_candidacy_row(&mut tx, &id).await?;
    let loaded = standing(&app, &mut tx, &id, now).await?;
    let row = store::edited_row(&mut tx, &id).await?;
    let before = opened(&app.secrets, &id, &row)?;
    let file = registration_file(&loaded, &row, &before);
    // What was submitted goes back without what is private.
    let submitted = json!({ "registration": edit.registration, "reference": edit.reference });
    based_on_present(based.0, row.version, &file, &submitted)?;
    not_ended(&loaded)?;
    let after = edited(&loaded, &row, &before, &edit)?;
    let change = Change::judged(&app.secrets, &loaded, &before, after, now)?;
    refuse_second_registration(&mut tx, &loaded, &change.person, &change.after.registration)
        .await?;
    if change.is_nothing(&loaded) {
        return Ok(versioned(file.version, file));
    }
    let subject = format!("candidacy/{id}/{}", row.version);
    let shown = change.shown(&loaded);
    // Without what is private: the digest travels in an address.
    let told = (&change.after.registration, &change.private, &edit.reference);
    shown.confirmed_or_shown(&subject, &told, confirmed.as_deref())?;
    apply_change(
        &app,
        &mut tx,
        &grant,
        (&loaded, &change, &edit.reference),
        now,
    )
    .await?;
    let loaded = candidacy::load_candidacy(&mut tx, &id)
        .await?
        .ok_or_else(Failure::not_found)?;
    let row = store::edited_row(&mut tx, &id).await?;
    let file = registration_file(&loaded, &row, &change.after.private);
    tx.commit().await?;
    Ok(versioned(file.version, file))
}

/// An edit that was judged.
#[derive(Clone)]
pub struct Change {
    /// What it would be.
    pub after: NewCandidacy,
    /// Who stands then.
    pub person: PersonId,
    /// Which private data differ.
    pub private: Vec<PrivateField>,
    /// Whether what is published changes.
    pub is_public: bool,
}

impl Change {
    /// What an edit changes of a candidacy as it stands.
    ///
    /// # Errors
    /// Only without randomness.
    pub fn judged(
        secrets: &Secrets,
        loaded: &LoadedCandidacy,
        before: &PrivateData,
        after: NewCandidacy,
        now: Instant,
    ) -> Result<Self, Failure> {
        let person = person_after(secrets, loaded, (before, &after.private), now)?;
        Ok(Self {
            is_public: loaded.process.state == State::Published
                && (after.registration != loaded.registration || person != loaded.person),
            private: rules::changed_fields(before, &after.private),
            after,
            person,
        })
    }

    /// Whether all stays as it is.
    pub fn is_nothing(&self, loaded: &LoadedCandidacy) -> bool {
        self.after.registration == loaded.registration && self.private.is_empty()
    }

    fn shown(&self, loaded: &LoadedCandidacy) -> PublicChange {
        if !self.is_public {
            return PublicChange::default();
        }
        let mut sentences = vec![
            "Se publica una nueva versión de la candidatura y queda una entrada en la bitácora pública. \
             Lo que capturó su actor político no cambia, ni vuelve a revisión."
                .to_owned(),
            "Se avisa al actor político y al correo para avisos de la candidatura.".to_owned(),
            "Los acuses ya emitidos conservan los datos con que se emitieron.".to_owned(),
        ];
        if self.person != loaded.person {
            sentences.push(
                "Con otra CURP la candidatura pasa a ser de otra persona: cambia su identificador \
                 público de persona."
                    .to_owned(),
            );
        }
        PublicChange {
            records: 1,
            examples: vec![loaded.registration.full_name()],
            sentences,
        }
    }
}

/// The registration as it would be, with the age at election day.
///
/// # Errors
/// 422 with every field.
fn edited(
    loaded: &LoadedCandidacy,
    row: &EditedRow,
    before: &PrivateData,
    edit: &CandidacyEdit,
) -> Result<NewCandidacy, Failure> {
    let (new, mut errors) =
        judged_registration(loaded, row, before, (&edit.registration, &edit.private));
    let reference = check::own_errors(edit).into_iter();
    errors.extend(reference.filter(|it| it.pointer == CandidacyEdit::REFERENCE));
    check::characters(&mut errors, CandidacyEdit::REFERENCE, &edit.reference);
    check::finish(errors)?;
    Ok(new)
}

/// A registration with its private data as an edit would make it, with the age at election day, and
/// everything that is wrong with it.
pub fn judged_registration(
    loaded: &LoadedCandidacy,
    row: &EditedRow,
    before: &PrivateData,
    (registration, private): (&Registration, &PrivateEdit),
) -> (NewCandidacy, Vec<FieldError>) {
    let setup = &loaded.election.setup;
    let mut new = NewCandidacy {
        actor: loaded.actor.id.clone(),
        registration: registration.clone(),
        private: rules::with_private_edit(before, private),
        own_period: None,
        acuerdo_on: None,
        substitutes: None,
    };
    candidacy_rules::tidy(&mut new);
    let mut errors = candidacy_rules::content_errors(&new, setup);
    errors.extend(rules::wrong_erasures(private));
    if let Some(why) = rules::fixed_place(place_facts(loaded, row)) {
        errors.extend(rules::moved_place(
            &loaded.registration,
            &new.registration,
            &why,
        ));
    }
    if row.substitutes.is_some() {
        errors.extend(rules::moved_position(
            &loaded.registration,
            &new.registration,
        ));
    }
    new.registration.age = candidacy_rules::age_at_election(&new, setup);
    (new, errors)
}

/// Stores an edit with its notice, its audit entry and, where it is public, its new version.
pub async fn apply_change(
    app: &App,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (loaded, change, reference): (&LoadedCandidacy, &Change, &str),
    now: Instant,
) -> Result<(), Failure> {
    let edited = EditedRegistration {
        registration: &change.after.registration,
        private: private::seal(&app.secrets, &loaded.id, &change.after.private)?,
        person: &change.person,
    };
    store::update_registration(&mut *conn, loaded, edited, now).await?;
    let (old, new) = (&loaded.registration, &change.after.registration);
    let changed = changed_pointers(&serde_json::to_value(old)?, &serde_json::to_value(new)?);
    let written = AuditEntry {
        before: Some(&stored_hash(old)?),
        after: Some(&stored_hash(new)?),
        legal_basis: Some(reference),
        detail: json!({
            "changed": changed,
            "private": change.private,
            "another_person": change.person != loaded.person,
            "public": change.is_public,
        }),
        ..loaded.audit_entry(Some(grant.who()), AuditAction::RegistrationEdited)
    };
    audit::write(&mut *conn, now, written).await?;
    let news = News::RegistrationCorrected {
        reference: reference.to_owned(),
        public: change.is_public,
    };
    tell_owner(&mut *conn, loaded, &news, now).await?;
    if change.is_public {
        let renewed = candidacy::load_candidacy(&mut *conn, &loaded.id)
            .await?
            .ok_or_else(Failure::not_found)?;
        let process = renewed.process.clone();
        publication::publish(app, conn, &renewed, &process, Kind::NewVersion, now).await?;
    }
    Ok(())
}

fn registration_file(
    loaded: &LoadedCandidacy,
    row: &EditedRow,
    private: &PrivateData,
) -> RegistrationFile {
    let mut registration: Registration = loaded.registration.clone();
    if private.birth_date.is_some() {
        registration.age = None;
    }
    RegistrationFile {
        id: loaded.id.clone(),
        version: row.version,
        registration,
        private: rules::given_fields(private),
        fixed: rules::fixed_place(place_facts(loaded, row)),
    }
}

fn place_facts(loaded: &LoadedCandidacy, row: &EditedRow) -> PlaceFacts {
    PlaceFacts {
        submitted: loaded.process.submitted_at,
        was_public: row.public_versions > 0,
        is_substitute: row.substitutes.is_some(),
    }
}

/// The private data of a candidacy.
///
/// # Errors
/// They do not open, or there are none.
pub fn opened(
    secrets: &Secrets,
    id: &CandidacyId,
    row: &EditedRow,
) -> Result<PrivateData, Failure> {
    let sealed = row.private.as_deref();
    let sealed = sealed.ok_or_else(|| Failure::internal("candidacies: no private data"))?;
    private::unseal(secrets, id, sealed)
}

/// Refuses what has ended.
///
/// # Errors
/// 409 `wrong_state`.
pub fn not_ended(loaded: &LoadedCandidacy) -> Result<(), Failure> {
    let state = loaded.process.state;
    if !state.is_end() {
        return Ok(());
    }
    Err(Failure::new(
        Code::WrongState,
        format!(
            "La candidatura está {}: sus datos se conservan como quedaron.",
            state.label().to_lowercase()
        ),
    ))
}

/// Who stands after the edit: another person only with another CURP.
fn person_after(
    secrets: &Secrets,
    loaded: &LoadedCandidacy,
    (before, after): (&PrivateData, &PrivateData),
    now: Instant,
) -> Result<PersonId, Failure> {
    if before.curp == after.curp {
        return Ok(loaded.person.clone());
    }
    private::person(secrets, after.curp.as_deref(), now)
}

/// The same person stands once for the same office, territory and role.
async fn refuse_second_registration(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    person: &PersonId,
    new: &Registration,
) -> Result<(), Failure> {
    let others = store::other_registrations(conn, loaded, person).await?;
    let twice = others.iter().any(|it| {
        it.office == new.office && it.territory_code == new.territory_code && it.role == new.role
    });
    if !twice {
        return Ok(());
    }
    Err(Failure::invalid(vec![FieldError::new(
        NewCandidacy::CURP,
        "already_exists",
        "La persona con esta CURP ya está registrada para el mismo cargo, territorio y calidad.",
    )]))
}
