//! Candidacies in memory, for this feature's tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::lifecycle::{Consents, Process, State, Who};
use conoceles_shared::permissions::Role;
use conoceles_shared::questionnaire::SectionContent;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::plan::{Plan, plan_sheet};
use super::roll::{Known, Roll};
use super::table::Table;
use crate::candidacy::LoadedCandidacy;
use crate::core::sheets::grid::{Cell, Row};
use crate::elections::{ActorRow, ElectionRow};

/// A moment within the capture period.
pub fn now() -> Instant {
    Instant::from_timestamp(1_806_000_000, 0).unwrap()
}

/// The id of the candidacy number `n`.
pub fn id(n: u32) -> CandidacyId {
    format!("00000000-0000-7000-8000-{n:012x}").parse().unwrap()
}

/// The key and other columns of a row about it.
pub fn leading(n: u32) -> [String; 2] {
    [id(n).to_string(), format!("Persona{n} Núñez Ávila")]
}

/// As many candidacies, in capture, nothing stored.
pub fn roll(count: u32) -> Roll {
    let setup = json!({
        "name": "Ayuntamientos 2027", "entity": "Estado de México", "date": "2027-06-06",
        "offices": ["municipal_presidency"],
        "territories": [{ "kind": "municipality", "code": "15106", "name": "Toluca" }],
    });
    let election = Arc::new(ElectionRow {
        id: "00000000-0000-7000-9000-000000000001".parse().unwrap(),
        version: 1,
        setup: serde_json::from_value(setup).unwrap(),
        draw_seed: "semilla".into(),
    });
    let actor = Arc::new(ActorRow {
        id: "00000000-0000-7000-9000-000000000002".parse().unwrap(),
        version: 1,
        election: election.id.clone(),
        kind: None,
        name: "Partido Uno".into(),
        parties: Vec::new(),
        received: Some(now()),
        accepted: Some(now()),
        capture_end: None,
        candidacies: u64::from(count),
        accounts: 1,
    });
    let known = |n: u32| {
        let registration = json!({
            "given_names": format!("Persona{n}"), "first_surname": "Núñez",
            "second_surname": "Ávila", "age": 41, "sex": "woman",
            "office": "municipal_presidency", "territory_kind": "municipality",
            "territory_code": "15106", "role": "titular", "affirmative_actions": [],
        });
        let mut process = Process::registered();
        process.state = State::InCapture;
        let loaded = LoadedCandidacy {
            id: id(n),
            version: 1,
            person: "00000000-0000-7000-9000-000000000003".parse().unwrap(),
            election: Arc::clone(&election),
            actor: Arc::clone(&actor),
            registration: serde_json::from_value(registration).unwrap(),
            process,
            dates: CaptureDates {
                received: Some(now()),
                ..CaptureDates::default()
            },
            consents: Consents {
                treatment: true,
                ..Consents::default()
            },
            signed_consent_delivered: false,
            observed_by: None,
            text_flags: Vec::new(),
        };
        (id(n), unanswered(loaded))
    };
    (1..=count).map(known).collect()
}

fn unanswered(loaded: LoadedCandidacy) -> Known {
    Known {
        loaded,
        contents: BTreeMap::new(),
        photo_file: None,
    }
}

/// Stores a content as the next version.
pub fn store(roll: &mut Roll, n: u32, content: SectionContent) {
    let known = roll.get_mut(&id(n)).unwrap();
    let section = content.section();
    let process = known.loaded.process.sections.get_mut(&section).unwrap();
    process.version += 1;
    known.contents.insert(section, content);
}

/// Plans as the operator.
pub fn planned(table: &Table, roll: &Roll) -> Plan {
    let account: AccountId = "00000000-0000-7000-9000-000000000004".parse().unwrap();
    let who = Who {
        account: &account,
        role: Role::Operator,
        session: None,
    };
    plan_sheet(table, roll, who, now())
}

/// A table with these rows, numbered from 1.
pub fn table(rows: &[&[&str]]) -> Table {
    let row = |(number, cells): (u32, &&[&str])| Row {
        number,
        cells: cells.iter().map(|it| Cell::of(*it)).collect(),
        written: None,
    };
    Table {
        rows: (1..).zip(rows).map(row).collect(),
        ..Table::default()
    }
}
