//! What an edit makes of a registration, and what it may not change.

use conoceles_shared::api::admin::{
    CandidacyEdit, NewCandidacy, PrivateData, PrivateEdit, PrivateField, Registration,
};
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{Instant, spanish_moment};

/// What decides whether a candidacy's place may still change.
#[derive(Debug, Clone, Copy)]
pub struct PlaceFacts {
    /// When it was first sent: that receipt names the place.
    pub submitted: Option<Instant>,
    /// Whether the publication log names it.
    pub was_public: bool,
    /// Whether it took somebody's place.
    pub is_substitute: bool,
}

/// Why office, territory and role stay as they are; none where they may change.
pub fn fixed_place(facts: PlaceFacts) -> Option<String> {
    const WAY_ON: &str = "Si el registro fue de otro cargo, territorio o calidad, cancele esta \
                          candidatura con su acuerdo y registre la correcta.";
    if facts.was_public {
        return Some(format!(
            "El cargo, el territorio y la calidad ya no cambian: la candidatura está en la bitácora \
             pública. {WAY_ON}"
        ));
    }
    if let Some(at) = facts.submitted {
        return Some(format!(
            "El cargo, el territorio y la calidad ya no cambian: la candidatura se envió a revisión el \
             {} y su acuse los nombra. {WAY_ON}",
            spanish_moment(at)
        ));
    }
    facts.is_substitute.then(|| {
        format!(
            "El cargo, el territorio y la calidad no cambian: son los de la candidatura que sustituye. \
             {WAY_ON}"
        )
    })
}

/// Errors for whatever of a fixed place differs.
pub fn moved_place(before: &Registration, after: &Registration, why: &str) -> Vec<FieldError> {
    let moved = [
        (NewCandidacy::OFFICE, before.office != after.office),
        (
            NewCandidacy::TERRITORY_CODE,
            before.territory_kind != after.territory_kind
                || before.territory_code != after.territory_code,
        ),
        (NewCandidacy::ROLE, before.role != after.role),
    ];
    moved
        .into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(pointer, _)| FieldError::new(pointer, "fixed", why))
        .collect()
}

/// A substitute's position is that of whoever it substitutes.
pub fn moved_position(before: &Registration, after: &Registration) -> Option<FieldError> {
    (before.list_position != after.list_position).then(|| {
        FieldError::new(
            NewCandidacy::LIST_POSITION,
            "fixed",
            "El número no cambia: es el de la candidatura que sustituye.",
        )
    })
}

/// The private data as they would be: what is left out stays.
pub fn with_private_edit(before: &PrivateData, edit: &PrivateEdit) -> PrivateData {
    let kept = |field: PrivateField, new: &Option<String>, old: &Option<String>| {
        new.clone()
            .or_else(|| old.clone().filter(|_| !edit.erase.contains(&field)))
    };
    PrivateData {
        curp: kept(PrivateField::Curp, &edit.curp, &before.curp),
        voter_key: kept(PrivateField::VoterKey, &edit.voter_key, &before.voter_key),
        rfc: kept(PrivateField::Rfc, &edit.rfc, &before.rfc),
        birth_date: edit.birth_date.or(before
            .birth_date
            .filter(|_| !edit.erase.contains(&PrivateField::BirthDate))),
        notification_email: edit
            .notification_email
            .clone()
            .unwrap_or_else(|| before.notification_email.clone()),
        notification_phone: edit
            .notification_phone
            .clone()
            .unwrap_or_else(|| before.notification_phone.clone()),
    }
}

/// Means of contact are never taken out: notices would have nowhere to go.
pub fn wrong_erasures(edit: &PrivateEdit) -> Option<FieldError> {
    let contact = [
        PrivateField::NotificationEmail,
        PrivateField::NotificationPhone,
    ];
    let wrong = edit.erase.iter().any(|it| contact.contains(it));
    wrong.then(|| {
        FieldError::new(
            CandidacyEdit::ERASE,
            "not_allowed",
            "El correo y el teléfono para avisos no se quitan: escriba otros.",
        )
    })
}

/// Which private data there are.
pub fn given_fields(private: &PrivateData) -> Vec<PrivateField> {
    let given = [
        (PrivateField::Curp, private.curp.is_some()),
        (PrivateField::VoterKey, private.voter_key.is_some()),
        (PrivateField::Rfc, private.rfc.is_some()),
        (PrivateField::BirthDate, private.birth_date.is_some()),
        (
            PrivateField::NotificationEmail,
            !private.notification_email.is_empty(),
        ),
        (
            PrivateField::NotificationPhone,
            !private.notification_phone.is_empty(),
        ),
    ];
    let given = given.into_iter().filter(|(_, is_given)| *is_given);
    given.map(|(field, _)| field).collect()
}

/// Which private data differ, by name only.
pub fn changed_fields(before: &PrivateData, after: &PrivateData) -> Vec<PrivateField> {
    let differs = [
        (PrivateField::Curp, before.curp != after.curp),
        (PrivateField::VoterKey, before.voter_key != after.voter_key),
        (PrivateField::Rfc, before.rfc != after.rfc),
        (
            PrivateField::BirthDate,
            before.birth_date != after.birth_date,
        ),
        (
            PrivateField::NotificationEmail,
            before.notification_email != after.notification_email,
        ),
        (
            PrivateField::NotificationPhone,
            before.notification_phone != after.notification_phone,
        ),
    ];
    let differs = differs.into_iter().filter(|(_, it)| *it);
    differs.map(|(field, _)| field).collect()
}

#[cfg(test)]
#[path = "candidacy_rules_tests.rs"]
mod candidacy_rules_tests;
