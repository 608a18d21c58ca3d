//! Two actors of one election whose candidacies say different things, but for what a test makes
//! one copy from the other.

use std::fmt::Write as _;

use serde_json::json;

use crate::builders::{self, World};
use crate::{Person, Server, content};

/// A proposal that is worth copying.
pub const PROPOSAL: &str = "Ampliaremos la red de ciclovías en Tecámac para que las personas \
    trabajadoras lleguen a su empleo sin depender del automóvil. Población objetivo: 90 mil \
    personas que hoy recorren menos de ocho kilómetros. Meta: 55 kilómetros confinados y \
    estacionamientos seguros, con apoyo de quienes comercian en el centro. Plazo: dos años desde \
    el primer día de la administración, con informes públicos cada tres meses.";

/// The party of the second actor.
pub const PARTY: &str = "Partido Alameda Nueva";

/// Both actors.
pub struct Rivals {
    /// The coalition of [`World::new`].
    pub first: World,
    /// A party in the same election with a candidacy for the same office.
    pub second: World,
}

impl Rivals {
    /// Both with their operators, receipts accepted; nothing is captured.
    pub async fn new(server: &Server) -> Self {
        let first = World::new(server).await;
        let admin = Person::sign_in(server, "admin", builders::PASSWORD).await;
        let party = builders::party(&admin, PARTY, "PAN", "#335577").await;
        let actor = builders::actor(&admin, &first.election, "party", PARTY, &[party]).await;
        let mut new = builders::new_candidacy(&actor, "Tinoco");
        new["registration"]["given_names"] = json!("Óscar");
        new["private"]["curp"] = json!("TIBO800101HMCNRS05");
        let candidacy = builders::register(&admin, &first.election, &new).await;
        let operator = builders::operator(server, &admin, "captura.alameda", &actor).await;
        let enter = |login| Person::sign_in(server, login, builders::PASSWORD);
        let validators = [enter("validacion1").await, enter("validacion2").await];
        let second = World {
            election: first.election.clone(),
            admin,
            operator,
            validators,
            actor,
            candidacy,
        };
        Self { first, second }
    }
}

/// Words that no other `seed` has, in sentences; long enough for every section.
#[must_use]
pub fn own_words(seed: usize) -> String {
    let syllables = [
        "ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve",
    ];
    let mut text = String::new();
    for at in 0..60 {
        let number = seed * 60 + at;
        let place = |unit: usize| syllables[number / unit % 12];
        let word = [place(1728), place(144), place(12), place(1)].concat();
        let end = if at % 10 == 9 { ". " } else { " " };
        let _ = write!(text, "{word}n{end}");
    }
    text.trim_end().to_owned()
}

/// Captures everything in own words, but the sections named in `instead`.
pub async fn capture(world: &World, seed: usize, instead: &[(&str, &str)]) {
    world.capture_all().await;
    let texts = content::curricular()
        .into_iter()
        .map(|(section, _)| section);
    let texts = texts.filter(|it| !["contact", "education"].contains(it));
    for (at, section) in texts.enumerate() {
        let own = own_words(seed + at);
        let said = instead.iter().find(|(it, _)| *it == section);
        let text = said.map_or(own.as_str(), |(_, text)| text);
        let path = world.capture(&format!("/sections/{section}"));
        let _ = world
            .operator
            .put(&path, 1, &json!({ "text": text }))
            .await
            .ok();
    }
}
