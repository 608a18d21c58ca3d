//! What a plan says to whoever sent the file: the counts, the first of each kind, and nothing private.

use conoceles_shared::api::admin::{PrivateField, Registration};
use conoceles_shared::api::roll::{
    RollAddition, RollChange, RollDifference, RollDryRun, RollField, RollMissing,
};
use conoceles_shared::election::ElectionSetup;

use super::judge::differing_fields;
use super::known::KnownElection;
use super::plan::{Changed, Plan};

/// The answer to a dry run.
pub fn dry_run_answer(plan: Plan, hash: String, known: &KnownElection) -> RollDryRun {
    let counts = plan.counts();
    let setup = &known.election.setup;
    let added = plan.added.iter().take(RollDryRun::SHOWN).map(|it| {
        let actor = known.actors.iter().find(|actor| actor.id == it.new.actor);
        RollAddition {
            row: it.row,
            name: it.new.registration.full_name(),
            place: told_place(&it.new.registration, setup, actor.map_or("", |it| &it.name)),
        }
    });
    let changed = plan.changed.iter().filter_map(|it| told_change(it, known));
    let missing = plan.missing.iter().filter_map(|at| {
        let loaded = &known.candidacies.get(*at)?.loaded;
        Some(RollMissing {
            candidacy: loaded.id.clone(),
            name: loaded.registration.full_name(),
            place: told_place(&loaded.registration, setup, &loaded.actor.name),
        })
    });
    RollDryRun {
        hash,
        headings_version: known.headings_version,
        counts,
        added: added.collect(),
        changed: changed.take(RollDryRun::SHOWN).collect(),
        missing: missing.take(RollDryRun::SHOWN).collect(),
        errors: plan
            .errors
            .kept
            .into_iter()
            .take(RollDryRun::SHOWN)
            .collect(),
        remarks: plan
            .remarks
            .kept
            .into_iter()
            .take(RollDryRun::SHOWN)
            .collect(),
        sheet: plan.layout.sheet,
        columns: plan.layout.columns,
    }
}

fn told_place(it: &Registration, setup: &ElectionSetup, actor: &str) -> String {
    let number = it
        .list_position
        .map_or_else(String::new, |it| format!(" · número {it}"));
    format!(
        "{} · {}{number} · {} · {actor}",
        it.office.label(),
        territory_name(it, setup),
        it.role_label(),
    )
}

fn territory_name(it: &Registration, setup: &ElectionSetup) -> String {
    let found = setup.territory(it.territory_kind, &it.territory_code);
    found.map_or_else(|| it.territory_code.clone(), |it| it.name.clone())
}

fn told_change(it: &Changed, known: &KnownElection) -> Option<RollChange> {
    let loaded = &known.candidacies.get(it.stored)?.loaded;
    let setup = &known.election.setup;
    let (before, after) = (&loaded.registration, &it.change.after.registration);
    let public = differing_fields(before, after)
        .into_iter()
        .map(|field| RollDifference {
            field,
            before: told_value(field, before, setup),
            after: told_value(field, after, setup),
        });
    let private = it.change.private.iter().map(|field| RollDifference {
        field: roll_field(*field),
        before: None,
        after: None,
    });
    Some(RollChange {
        row: it.row,
        candidacy: loaded.id.clone(),
        name: before.full_name(),
        differences: public.chain(private).collect(),
    })
}

const fn roll_field(field: PrivateField) -> RollField {
    match field {
        PrivateField::Curp => RollField::Curp,
        PrivateField::VoterKey => RollField::VoterKey,
        PrivateField::Rfc => RollField::Rfc,
        PrivateField::BirthDate => RollField::BirthDate,
        PrivateField::NotificationEmail => RollField::NotificationEmail,
        PrivateField::NotificationPhone => RollField::NotificationPhone,
    }
}

/// What a registration says of a field, in words.
fn told_value(field: RollField, it: &Registration, setup: &ElectionSetup) -> Option<String> {
    let actions = || {
        let labels: Vec<&str> = it.affirmative_actions.iter().map(|it| it.label()).collect();
        Some(labels.join("; ")).filter(|it| !it.is_empty())
    };
    match field {
        RollField::GivenNames => Some(it.given_names.clone()),
        RollField::FirstSurname => Some(it.first_surname.clone()),
        RollField::SecondSurname => it.second_surname.clone(),
        RollField::Nickname => it.nickname.clone(),
        RollField::Age => it.age.map(|it| it.to_string()),
        RollField::Sex => Some(it.sex.label().to_owned()),
        RollField::Office => Some(it.office.label().to_owned()),
        RollField::Territory => Some(territory_name(it, setup)),
        RollField::ListPosition => it.list_position.map(|it| it.to_string()),
        RollField::Role => Some(it.role_label().to_owned()),
        RollField::AffirmativeActions => actions(),
        _ => None,
    }
}
