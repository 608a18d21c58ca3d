//! What a new candidacy must hold (`docs/domain/curricular.md#registration`).

use conoceles_shared::api::admin::{NewCandidacy, PrivateData, Registration};
use conoceles_shared::catalogues::Role;
use conoceles_shared::curp::curp_troubles;
use conoceles_shared::election::{ElectionSetup, PhaseKind};
use conoceles_shared::formats::{email_address, national_number};
use conoceles_shared::lifecycle::State;
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{Instant, Period, age_on, local_date, spanish_deadline};

use super::actors::actor_dates;
use super::check;
use crate::candidacy::LoadedCandidacy;
use crate::elections::ActorRow;

/// The age a candidacy asks for.
const AGE_MIN: u8 = 18;
/// The highest age that is taken for one.
const AGE_MAX: u8 = 120;

/// Tidies every text; blanks are none, keys are in capitals, nothing is listed twice, means of
/// contact are as they are used.
pub fn tidy(new: &mut NewCandidacy) {
    let it = &mut new.registration;
    check::tidy(&mut it.given_names);
    check::tidy(&mut it.first_surname);
    check::tidy_optional(&mut it.second_surname);
    check::tidy_optional(&mut it.nickname);
    check::tidy(&mut it.territory_code);
    it.affirmative_actions.sort_unstable();
    it.affirmative_actions.dedup();
    let it = &mut new.private;
    check::tidy_key(&mut it.curp);
    check::tidy_key(&mut it.voter_key);
    check::tidy_key(&mut it.rfc);
    // What is none stays as it came, to be refused with the rest.
    if let Ok(address) = email_address(&it.notification_email) {
        it.notification_email = address;
    }
    if let Ok(number) = national_number(&it.notification_phone, PrivateData::PHONE_DIGITS) {
        it.notification_phone = number.digits;
    }
}

/// Every error of what is registered, whoever postulates it and whenever.
pub fn content_errors(new: &NewCandidacy, setup: &ElectionSetup) -> Vec<FieldError> {
    let mut errors = check::own_errors(new);
    texts(&new.registration, &mut errors);
    contest(&new.registration, setup, &mut errors);
    age(new, setup, &mut errors);
    keys(&new.private, &mut errors);
    errors
}

/// Every error of a new candidacy of `actor`, which is none where the election has no such actor.
pub fn errors(
    new: &NewCandidacy,
    setup: &ElectionSetup,
    actor: Option<&ActorRow>,
    now: Instant,
) -> Vec<FieldError> {
    let mut errors = content_errors(new, setup);
    match actor {
        Some(actor) => errors.extend(period(new, setup, actor_dates(actor).period(setup), now)),
        None => errors.push(FieldError::new(
            "/actor",
            "unknown",
            "El actor político no existe en esta elección.",
        )),
    }
    errors.extend(acuerdo_day(new, now));
    errors
}

/// The day of an acuerdo is a substitution's, and has come.
fn acuerdo_day(new: &NewCandidacy, now: Instant) -> Option<FieldError> {
    let day = new.acuerdo_on?;
    let (code, sentence) = if new.substitutes.is_none() {
        (
            "not_allowed",
            "La fecha del acuerdo es de una sustitución: elija a quién sustituye.",
        )
    } else if day > local_date(now) {
        (
            "in_the_future",
            "El acuerdo no puede tener una fecha futura.",
        )
    } else {
        return None;
    };
    Some(FieldError::new(NewCandidacy::ACUERDO_ON, code, sentence))
}

/// A candidacy that could not be captured any more would go to review as it is, empty.
fn period(
    new: &NewCandidacy,
    setup: &ElectionSetup,
    of_actor: Option<Period>,
    now: Instant,
) -> Option<FieldError> {
    let opens = setup.window(PhaseKind::Capture).starts;
    let (code, sentence) = match new.own_period {
        Some(own) if own.starts > own.ends => {
            ("before_start", "El plazo termina antes de empezar.".into())
        }
        Some(own) if own.is_over(now) => ("in_the_past", "El plazo ya terminó.".into()),
        Some(own) if opens.is_some_and(|it| own.ends < it) => (
            "before_phase",
            "El plazo termina antes de que comience la fase de captura.".into(),
        ),
        Some(_) => return None,
        None if new.substitutes.is_some() => {
            let own = setup.substitute_period(new.acuerdo_on, now);
            let ended = Some(own).filter(|it| it.is_over(now))?;
            (
                "required",
                format!(
                    "El plazo de una sustitución, contado desde el acuerdo, terminó el {}: fije uno \
                     propio.",
                    spanish_deadline(ended.ends)
                ),
            )
        }
        None => {
            let ended = of_actor.filter(|it| it.is_over(now))?;
            (
                "required",
                format!(
                    "El plazo del actor político terminó el {}: fije uno propio.",
                    spanish_deadline(ended.ends)
                ),
            )
        }
    };
    Some(FieldError::new("/own_period/ends", code, sentence))
}

/// What is wrong with whose place a candidacy takes: one that was substituted, for the same office in
/// the same territory and position, by nobody yet.
pub fn wrong_substitution(
    new: &NewCandidacy,
    before: Option<&LoadedCandidacy>,
    is_taken: bool,
    now: Instant,
) -> Option<FieldError> {
    let error = |code: &str, detail: &str| {
        let pointer = NewCandidacy::SUBSTITUTES;
        Some(FieldError::new(pointer, code, detail))
    };
    let Some(before) = before else {
        return error(
            "unknown",
            "La candidatura sustituida no existe en esta elección.",
        );
    };
    let (own, other) = (&new.registration, &before.registration);
    let same_place = own.office == other.office
        && own.territory_kind == other.territory_kind
        && own.territory_code == other.territory_code
        && own.list_position == other.list_position
        && own.role == other.role
        && new.actor == before.actor.id;
    if before.in_force(now).state != State::Substituted {
        error(
            "wrong_state",
            "Esa candidatura no está sustituida: regístrelo primero con su acuerdo.",
        )
    } else if !same_place {
        error(
            "not_allowed",
            "Quien sustituye se registra por el mismo actor, cargo, territorio, posición y calidad.",
        )
    } else if is_taken {
        error("already_exists", "Otra candidatura ya ocupó ese lugar.")
    } else {
        None
    }
}

/// The names with their fields.
pub fn names_of(it: &Registration) -> [(&'static str, Option<&String>); 4] {
    [
        ("given_names", Some(&it.given_names)),
        ("first_surname", Some(&it.first_surname)),
        ("second_surname", it.second_surname.as_ref()),
        ("nickname", it.nickname.as_ref()),
    ]
}

fn texts(it: &Registration, errors: &mut Vec<FieldError>) {
    for (field, text) in names_of(it) {
        if let Some(text) = text {
            check::characters(errors, &format!("/registration/{field}"), text);
        }
    }
}

fn contest(it: &Registration, setup: &ElectionSetup, errors: &mut Vec<FieldError>) {
    let office = it.office.label();
    if !setup.offices.contains(&it.office) {
        errors.push(FieldError::new(
            "/registration/office",
            "not_in_election",
            format!("«{office}» no está en juego en esta elección."),
        ));
    }
    let kind = it.office.territory_kind();
    if it.territory_kind != kind {
        errors.push(FieldError::new(
            "/registration/territory_kind",
            "wrong_kind",
            format!("«{office}» se elige por «{}».", kind.label()),
        ));
    } else if setup.territory(kind, &it.territory_code).is_none() {
        errors.push(FieldError::new(
            "/registration/territory_code",
            "unknown",
            "El territorio no está en el catálogo de esta elección.",
        ));
    }
    if it.role == Role::Alternate && !it.office.has_alternate() {
        errors.push(FieldError::new(
            "/registration/role",
            "not_allowed",
            format!("«{office}» no lleva suplente."),
        ));
    }
}

/// The age at election day: as typed, or from the birth date.
pub fn age_at_election(new: &NewCandidacy, setup: &ElectionSetup) -> Option<u8> {
    match new.private.birth_date {
        Some(birth) => age_on(birth, setup.date),
        None => new.registration.age,
    }
}

fn age(new: &NewCandidacy, setup: &ElectionSetup, errors: &mut Vec<FieldError>) {
    match (new.registration.age, new.private.birth_date) {
        (Some(_), Some(_)) => errors.push(FieldError::new(
            "/registration/age",
            "conflict",
            "Deje la edad vacía: se calcula de la fecha de nacimiento.",
        )),
        (None, None) => errors.push(FieldError::new(
            "/registration/age",
            "required",
            "Escriba la edad, o la fecha de nacimiento.",
        )),
        (None, Some(_)) => {
            let age = age_at_election(new, setup);
            if !age.is_some_and(|it| (AGE_MIN..=AGE_MAX).contains(&it)) {
                errors.push(FieldError::new(
                    "/private/birth_date",
                    "out_of_range",
                    format!(
                        "La edad el día de la jornada debe estar entre {AGE_MIN} y {AGE_MAX} años."
                    ),
                ));
            }
        }
        (Some(_), None) => {}
    }
}

fn keys(it: &PrivateData, errors: &mut Vec<FieldError>) {
    let curp = it.curp.as_deref().unwrap_or_default();
    if !curp.is_empty() {
        let troubles = curp_troubles(curp, it.birth_date).into_iter();
        errors.extend(troubles.map(|it| FieldError::new(NewCandidacy::CURP, it.code, it.detail)));
    }
    let keys = [
        (
            "voter_key",
            it.voter_key.as_deref(),
            VOTER_KEY,
            "La clave de elector no tiene la forma oficial.",
        ),
        (
            "rfc",
            it.rfc.as_deref(),
            RFC,
            "El RFC no tiene la forma oficial.",
        ),
    ];
    for (field, key, shape, sentence) in keys {
        let pointer = format!("/private/{field}");
        // A wrong length is already reported.
        let reported = errors.iter().any(|it| it.pointer == pointer);
        if !reported && key.is_some_and(|key| !has_shape(key, shape)) {
            errors.push(FieldError::new(pointer, "invalid_format", sentence));
        }
    }
}

/// What may stand at one place of a key.
type Place = fn(char) -> bool;

const LETTER: Place = |it| it.is_ascii_uppercase() || it == 'Ñ';
const DIGIT: Place = |it| it.is_ascii_digit();
const ANY: Place = |it| LETTER(it) || DIGIT(it);
const SEX: Place = |it| matches!(it, 'H' | 'M' | 'X');
const RFC_LETTER: Place = |it| LETTER(it) || it == '&';

/// Runs of equal places: six consonants, birth date and entity, sex, three digits.
const VOTER_KEY: &[(usize, Place)] = &[(6, LETTER), (8, DIGIT), (1, SEX), (3, DIGIT)];
/// A person's: four letters, the birth date, three against homonyms.
const RFC: &[(usize, Place)] = &[(4, RFC_LETTER), (6, DIGIT), (3, ANY)];

fn has_shape(key: &str, shape: &[(usize, Place)]) -> bool {
    let mut rest = key.chars();
    let fits = shape
        .iter()
        .all(|(count, fits)| (0..*count).all(|_| rest.next().is_some_and(fits)));
    fits && rest.next().is_none()
}

#[cfg(test)]
#[path = "candidacy_rules_tests.rs"]
pub mod candidacy_rules_tests;
