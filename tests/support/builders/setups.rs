//! What is typed in to begin with: the setup of an election, a registration, days.

use serde_json::{Value, json};

/// Values that must never appear on a public byte.
pub const CANARIES: [&str; 5] = [
    "XCAN800101MMCNRR04",
    "CANARY80010115M900",
    "XCAN800101AB1",
    "canario.avisos@privado.example",
    "7220009911",
];

/// The setup of an election whose day is `days` from the server's today.
#[must_use]
pub fn election_setup(date: &str) -> Value {
    json!({
        "name": "Ayuntamientos de prueba",
        "entity": "Estado de México",
        "date": date,
        "drill": true,
        "offices": ["governorship", "municipal_presidency", "deputy_mr"],
        "territories": [
            { "kind": "state", "code": "15", "name": "Estado de México" },
            { "kind": "municipality", "code": "15081", "name": "Tecámac" },
            { "kind": "local_district", "code": "33", "name": "Distrito 33, Tecámac" },
        ],
    })
}

/// A new candidacy's registration with every canary in its private data.
#[must_use]
pub fn new_candidacy(actor: &str, first_surname: &str) -> Value {
    json!({
        "actor": actor,
        "registration": {
            "given_names": "Maribel",
            "first_surname": first_surname,
            "second_surname": "Tenorio",
            "nickname": "Maestra Mari",
            "age": 52,
            "sex": "woman",
            "office": "municipal_presidency",
            "territory_kind": "municipality",
            "territory_code": "15081",
            "role": "titular",
            "affirmative_actions": ["indigenous"],
        },
        "private": {
            "curp": CANARIES[0],
            "voter_key": CANARIES[1],
            "rfc": CANARIES[2],
            "notification_email": CANARIES[3],
            "notification_phone": CANARIES[4],
        },
    })
}

/// A day well after today, as the server writes days.
#[must_use]
pub fn election_day() -> String {
    day_from_now(120)
}

/// The day that is this many days after today, as the server writes days.
///
/// # Panics
/// Where there is no `date` command.
#[must_use]
pub fn day_from_now(days: u32) -> String {
    let now = std::process::Command::new("date")
        .args(["-d", &format!("+{days} days"), "+%F"])
        // The authority's days: of the centre of Mexico, whatever the machine's are.
        .env("TZ", "CST6")
        .output();
    String::from_utf8_lossy(&now.unwrap().stdout)
        .trim()
        .to_owned()
}
