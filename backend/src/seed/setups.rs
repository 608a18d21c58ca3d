//! How the two elections of the demo are set up.

use conoceles_shared::catalogues::{LOCAL_DISTRICTS, MUNICIPALITIES, Office, TerritoryKind};
use conoceles_shared::election::{ElectionSetup, Phase, PhaseKind, Settings, Territory};

use super::days::Days;

/// The code of Estado de México in INEGI's catalogue.
pub const STATE: &str = "15";

/// The drill for the governorship.
#[must_use]
pub fn governorship(days: &Days) -> ElectionSetup {
    setup(
        days,
        "Gubernatura — simulacro",
        50,
        vec![Office::Governorship],
    )
}

/// The drill for the legislature and the town councils.
#[must_use]
pub fn local(days: &Days) -> ElectionSetup {
    setup(
        days,
        "Diputaciones y ayuntamientos — simulacro",
        36,
        vec![Office::DeputyMr, Office::MunicipalPresidency],
    )
}

fn setup(days: &Days, name: &str, election_day: i32, offices: Vec<Office>) -> ElectionSetup {
    let phase = |kind, starts: i32, ends: i32| Phase {
        kind,
        starts: Some(days.start(starts)),
        ends: Some(days.end(ends)),
    };
    ElectionSetup {
        name: name.to_owned(),
        entity: "Estado de México".to_owned(),
        date: days.day(election_day),
        drill: true,
        archived: false,
        offices,
        territories: territories(),
        phases: vec![
            phase(PhaseKind::Preparation, -40, -13),
            phase(PhaseKind::AccountDelivery, -12, -1),
            phase(PhaseKind::Capture, -12, 8),
            phase(PhaseKind::Review, -9, 14),
            phase(PhaseKind::Publication, -8, election_day),
            phase(PhaseKind::Closing, election_day + 1, election_day + 30),
        ],
        embargoes: Vec::new(),
        settings: Settings::default(),
    }
}

fn territories() -> Vec<Territory> {
    let state = Territory {
        kind: TerritoryKind::State,
        code: STATE.to_owned(),
        name: "Estado de México".to_owned(),
    };
    let districts = LOCAL_DISTRICTS.iter().map(|it| Territory {
        kind: TerritoryKind::LocalDistrict,
        code: it.number.to_string(),
        name: it.label(),
    });
    let municipalities = MUNICIPALITIES.iter().map(|it| Territory {
        kind: TerritoryKind::Municipality,
        code: it.inegi.to_owned(),
        name: it.name.to_owned(),
    });
    std::iter::once(state)
        .chain(districts)
        .chain(municipalities)
        .collect()
}
