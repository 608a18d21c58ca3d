//! A row held against the rules of a registration by hand, and of an edit by hand.

use std::collections::HashSet;

use conoceles_shared::api::admin::{NewCandidacy, PrivateData, Registration};
use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::RollField;
use conoceles_shared::catalogues::{Office, Role, Sex};
use conoceles_shared::names::name_key;
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::{Instant, age_on};

use super::columns::Layout;
use super::known::{KnownElection, StoredCandidacy};
use super::rows::{ReadRow, RowPlace};
use crate::admin::edits::candidacies::{Change, judged_registration, not_ended, opened};
use crate::admin::{candidacy_rules, registration_remarks};
use crate::core::error::Failure;
use crate::core::secrets::Secrets;
use crate::core::sheets::grid::address;

/// By what rows are judged.
pub struct Judge<'a> {
    /// Which column is which.
    pub layout: &'a Layout,
    /// What is there.
    pub known: &'a KnownElection,
    /// What opens private data, and makes persons of CURPs.
    pub secrets: &'a Secrets,
    /// When.
    pub now: Instant,
}

/// What a row comes to, with all that is wrong with it and all that is worth telling.
pub struct Judged<T> {
    /// What it would be.
    pub outcome: T,
    /// What has to be corrected first.
    pub errors: Vec<BulkIssue>,
    /// What never blocks.
    pub remarks: Vec<BulkIssue>,
}

/// Where a row belongs, which was told where it could not be read.
const CONTEST: [&str; 5] = [
    NewCandidacy::ACTOR,
    NewCandidacy::OFFICE,
    NewCandidacy::TERRITORY_KIND,
    NewCandidacy::TERRITORY_CODE,
    NewCandidacy::ROLE,
];

impl Judge<'_> {
    /// A row that is a candidacy to be registered; none where the election has no actor at all.
    pub fn added(&self, row: &ReadRow, read: &[BulkIssue]) -> Option<Judged<NewCandidacy>> {
        let mut new = self.new_candidacy(row)?;
        let mut remarks = registration_remarks::tidied(&new);
        candidacy_rules::tidy(&mut new);
        remarks.extend(registration_remarks::doubts(&new));
        let setup = &self.known.election.setup;
        let actor = row
            .place
            .as_ref()
            .and_then(|it| self.known.actors.get(it.actor));
        let mut errors = candidacy_rules::errors(&new, setup, actor, self.now);
        if row.place.is_none() {
            errors.retain(|it| !CONTEST.contains(&it.pointer.as_str()));
        }
        for (field, pointer, given) in [
            (
                RollField::NotificationEmail,
                NewCandidacy::NOTIFICATION_EMAIL,
                &row.private.notification_email,
            ),
            (
                RollField::NotificationPhone,
                NewCandidacy::NOTIFICATION_PHONE,
                &row.private.notification_phone,
            ),
        ] {
            if given.is_none() {
                errors.retain(|it| it.pointer != pointer);
                let detail = format!("Falta «{}»: la celda está vacía.", field.label());
                errors.push(FieldError::new(pointer, "required", detail));
            }
        }
        errors.extend(self.wrong_age(row));
        new.registration.age = candidacy_rules::age_at_election(&new, setup);
        Some(Judged {
            errors: self.placed(row, read, errors),
            remarks: self.placed(row, read, remarks),
            outcome: new,
        })
    }

    /// A row that is a candidacy which is there.
    ///
    /// # Errors
    /// Its private data do not open.
    pub fn changed(
        &self,
        row: &ReadRow,
        place: &RowPlace,
        stored: &StoredCandidacy,
        read: &[BulkIssue],
    ) -> Result<Judged<Change>, Failure> {
        let loaded = &stored.loaded;
        let before = opened(self.secrets, &loaded.id, &stored.row)?;
        let registration = registration_after(row, place, &loaded.registration, &before);
        let edit = (&registration, &row.private);
        let (after, mut errors) = judged_registration(loaded, &stored.row, &before, edit);
        errors.extend(self.wrong_age(row));
        let change = Change::judged(self.secrets, loaded, &before, after, self.now)?;
        let mut remarks = Vec::new();
        let actor = self.known.actors.get(place.actor);
        if actor.is_some_and(|it| it.id != loaded.actor.id) {
            errors.push(FieldError::new(
                NewCandidacy::ACTOR,
                "fixed",
                format!(
                    "La candidatura de {} es de «{}», y el actor político no se cambia: cancélela con su acuerdo \
                     y regístrela de nuevo.",
                    loaded.registration.full_name(),
                    loaded.actor.name
                ),
            ));
        }
        let (old, new) = (
            loaded.registration.full_name(),
            change.after.registration.full_name(),
        );
        if change.person == loaded.person && !has_word_of(&old, &new) {
            errors.push(FieldError::new(
                NewCandidacy::CURP,
                "curp_of_another",
                format!(
                    "La CURP es la de {old}, que está registrada con otro nombre: corrija la CURP; si es la misma \
                     persona, corrija su registro a mano."
                ),
            ));
        }
        if !change.is_nothing(loaded) {
            let typed = self.new_candidacy(row);
            remarks.extend(typed.iter().flat_map(registration_remarks::tidied));
            remarks.extend(registration_remarks::doubts(&change.after));
            if not_ended(loaded).is_err() {
                errors.push(FieldError::new(
                    NewCandidacy::GIVEN_NAMES,
                    "wrong_state",
                    format!(
                        "La candidatura está {} y sus datos se conservan como quedaron: deje el renglón como está \
                         registrada, o quítelo.",
                        loaded.process.state.label().to_lowercase()
                    ),
                ));
            }
        }
        let mut errors = self.placed(row, read, errors);
        if change.is_public {
            errors.extend(self.published(row, stored, &change));
        }
        Ok(Judged {
            errors,
            remarks: self.placed(row, read, remarks),
            outcome: change,
        })
    }

    /// What would change of what is published is edited by hand, where what follows is shown first.
    fn published(
        &self,
        row: &ReadRow,
        stored: &StoredCandidacy,
        change: &Change,
    ) -> Vec<BulkIssue> {
        let loaded = &stored.loaded;
        let mut fields: Vec<RollField> =
            differing_fields(&loaded.registration, &change.after.registration);
        if change.person != loaded.person {
            fields.push(RollField::Curp);
        }
        let told = |it: RollField| {
            let detail = format!(
                "La candidatura de {} está publicada: corrija este dato a mano, con «Corregir», donde se \
                 muestra qué cambia de lo público.",
                loaded.registration.full_name()
            );
            self.layout.issue_of(row.number, it, "published", detail)
        };
        fields.into_iter().map(told).collect()
    }

    /// An age that is not that of the birth date beside it. Registers tell that of their own day, so a year
    /// more or less is none.
    fn wrong_age(&self, row: &ReadRow) -> Option<FieldError> {
        let (told, birth) = (row.age?, row.private.birth_date?);
        let reckoned = age_on(birth, self.known.election.setup.date)?;
        (told.abs_diff(reckoned) > 1).then(|| {
            FieldError::new(
                NewCandidacy::AGE,
                "conflict",
                "La edad no corresponde a la fecha de nacimiento del renglón: corrija la que esté mal.",
            )
        })
    }

    fn new_candidacy(&self, row: &ReadRow) -> Option<NewCandidacy> {
        let place = row.place.clone().unwrap_or(RowPlace {
            actor: 0,
            office: Office::Governorship,
            territory: String::new(),
            role: Role::Titular,
        });
        let actor = self.known.actors.get(place.actor)?.id.clone();
        let given = row.private.clone();
        let private = PrivateData {
            curp: given.curp,
            voter_key: given.voter_key,
            rfc: given.rfc,
            birth_date: given.birth_date,
            notification_email: given.notification_email.unwrap_or_default(),
            notification_phone: given.notification_phone.unwrap_or_default(),
        };
        let nobody = Registration {
            given_names: String::new(),
            first_surname: String::new(),
            second_surname: None,
            nickname: None,
            age: None,
            sex: Sex::NonBinary,
            office: place.office,
            territory_kind: place.office.territory_kind(),
            territory_code: String::new(),
            list_position: None,
            role: place.role,
            affirmative_actions: Vec::new(),
        };
        Some(NewCandidacy {
            actor,
            registration: registration_after(row, &place, &nobody, &private),
            private,
            own_period: None,
            acuerdo_on: None,
            substitutes: None,
        })
    }

    /// Errors of a registration at their cells; a cell that could not be read has its own already.
    fn placed(&self, row: &ReadRow, read: &[BulkIssue], errors: Vec<FieldError>) -> Vec<BulkIssue> {
        let told: HashSet<&Option<String>> = read.iter().map(|it| &it.cell).collect();
        let birth = self.layout.place(RollField::BirthDate);
        let birth = birth.map(|at| Some(address(row.number, at)));
        let mut found: Vec<BulkIssue> = Vec::new();
        for it in errors {
            let Some(field) = RollField::of_pointer(&it.pointer) else {
                continue;
            };
            let issue = self.layout.issue_of(row.number, field, &it.code, it.detail);
            // Without its birth date, which was told, a row seems to lack the age.
            let of_birth = (field == RollField::Age)
                .then_some(birth.as_ref())
                .flatten();
            let is_told = issue.cell.is_some()
                && (told.contains(&issue.cell) || of_birth.is_some_and(|it| told.contains(it)));
            // Two rules may say one thing of a cell.
            let again = |other: &BulkIssue| other.cell == issue.cell && other.code == issue.code;
            if !is_told && !found.iter().any(again) {
                found.push(issue);
            }
        }
        found
    }
}

/// A registration with what a row says in its place; what the file has no column for stays.
fn registration_after(
    row: &ReadRow,
    place: &RowPlace,
    before: &Registration,
    private: &PrivateData,
) -> Registration {
    let birth = row.private.birth_date.or(private.birth_date);
    Registration {
        given_names: row.given_names.clone(),
        first_surname: row.first_surname.clone(),
        second_surname: row
            .second_surname
            .clone()
            .unwrap_or_else(|| before.second_surname.clone()),
        nickname: row
            .nickname
            .clone()
            .unwrap_or_else(|| before.nickname.clone()),
        // Reckoned from the birth date where that is known.
        age: if birth.is_some() {
            None
        } else {
            row.age.or(before.age)
        },
        sex: row.sex.unwrap_or(before.sex),
        office: place.office,
        territory_kind: place.office.territory_kind(),
        territory_code: place.territory.clone(),
        list_position: row.list_position.unwrap_or(before.list_position),
        role: place.role,
        affirmative_actions: row
            .actions
            .clone()
            .unwrap_or_else(|| before.affirmative_actions.clone()),
    }
}

/// Whether two names have a word in common: one that was corrected has.
fn has_word_of(one: &str, other: &str) -> bool {
    let words = |it: &str| -> HashSet<String> { it.split_whitespace().map(name_key).collect() };
    !words(one).is_disjoint(&words(other))
}

/// Which data of a registration differ.
pub fn differing_fields(before: &Registration, after: &Registration) -> Vec<RollField> {
    let differs = [
        (
            RollField::GivenNames,
            before.given_names != after.given_names,
        ),
        (
            RollField::FirstSurname,
            before.first_surname != after.first_surname,
        ),
        (
            RollField::SecondSurname,
            before.second_surname != after.second_surname,
        ),
        (RollField::Nickname, before.nickname != after.nickname),
        (RollField::Age, before.age != after.age),
        (RollField::Sex, before.sex != after.sex),
        (RollField::Office, before.office != after.office),
        (
            RollField::Territory,
            before.territory_kind != after.territory_kind
                || before.territory_code != after.territory_code,
        ),
        (
            RollField::ListPosition,
            before.list_position != after.list_position,
        ),
        (RollField::Role, before.role != after.role),
        (
            RollField::AffirmativeActions,
            before.affirmative_actions != after.affirmative_actions,
        ),
    ];
    let differs = differs.into_iter().filter(|(_, it)| *it);
    differs.map(|(field, _)| field).collect()
}
