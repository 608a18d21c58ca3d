//! What is told of a candidacy that is registered and never stands in its way.

use conoceles_shared::api::admin::{NewCandidacy, PrivateData, Registration};
use conoceles_shared::curp::curp_doubts;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::formats::{email_address, email_doubt, national_number};
use conoceles_shared::names::name_key;
use conoceles_shared::problem::FieldError;
use conoceles_shared::visible::hidden_count;

use super::candidacy_rules::names_of;
use super::store::StandingRow;

/// What is left out of a candidacy as it was typed: characters that nobody can see, and what stands
/// beside an address or before a number.
pub fn tidied(typed: &NewCandidacy) -> Vec<FieldError> {
    let told = |pointer: String, what: &str| FieldError::new(pointer, "tidied", what);
    let hidden = names_of(&typed.registration)
        .into_iter()
        .filter(|(_, text)| text.is_some_and(|it| hidden_count(it) > 0))
        .map(|(field, _)| {
            told(
                format!("/registration/{field}"),
                "Se quitaron caracteres que no se ven.",
            )
        });
    let private = &typed.private;
    let mail = email_address(&private.notification_email)
        .is_ok_and(|it| !it.eq_ignore_ascii_case(private.notification_email.trim()));
    let mail = mail.then(|| {
        told(
            NewCandidacy::NOTIFICATION_EMAIL.to_owned(),
            "Correo para avisos: se dejó solo la dirección.",
        )
    });
    let number = national_number(&private.notification_phone, PrivateData::PHONE_DIGITS);
    let phone = number.is_ok_and(|it| it.old_prefix).then(|| {
        told(
            NewCandidacy::NOTIFICATION_PHONE.to_owned(),
            "Teléfono para avisos: se quitó el prefijo; desde agosto de 2019 ya no se marcan 01, 044, \
             045 ni el 1 después de +52.",
        )
    });
    hidden.chain(mail).chain(phone).collect()
}

/// What is doubtful about a candidacy that is accepted.
pub fn doubts(new: &NewCandidacy) -> Vec<FieldError> {
    let private = &new.private;
    let doubt = |pointer: &str, what: String| FieldError::new(pointer, "doubtful", what);
    let curp = private.curp.as_deref().map_or_else(Vec::new, |it| {
        curp_doubts(it, private.birth_date, new.registration.sex)
    });
    let curp = curp
        .into_iter()
        .map(|it| doubt(NewCandidacy::CURP, it.to_owned()));
    let mail = email_doubt(&private.notification_email).map(|it| {
        doubt(
            NewCandidacy::NOTIFICATION_EMAIL,
            format!("Correo para avisos: {it}"),
        )
    });
    curp.chain(mail).collect()
}

/// Who stands in the election already under the same name, however it is written: two persons may share
/// one, and one person may have been registered before.
pub fn namesakes(
    new: &Registration,
    standing: &[StandingRow],
    setup: &ElectionSetup,
) -> Vec<FieldError> {
    let own = name_key(&new.full_name());
    let same = standing
        .iter()
        .filter(|it| name_key(&it.registration.full_name()) == own);
    same.map(|it| {
        let found = &it.registration;
        let place = setup
            .territory(found.territory_kind, &found.territory_code)
            .map_or(found.territory_code.as_str(), |it| it.name.as_str());
        FieldError::new(
            NewCandidacy::GIVEN_NAMES,
            "same_name",
            format!(
                "Ya hay una candidatura con este nombre en la elección: {}, {}, {} ({}), por {}. Revise que \
                 sean dos personas.",
                found.full_name(),
                found.office.label(),
                place,
                found.role_label(),
                it.actor,
            ),
        )
    })
    .collect()
}

#[cfg(test)]
#[path = "registration_remarks_tests.rs"]
mod registration_remarks_tests;
