//! Invented parties, and the actors they form in each election.

use conoceles_shared::catalogues::ActorKind;

/// An invented party.
#[derive(Debug)]
pub struct Party {
    /// Its name.
    pub name: &'static str,
    /// Its acronym.
    pub acronym: &'static str,
    /// Its colour.
    pub colour: &'static str,
}

/// All of them.
pub const PARTIES: &[Party] = &[
    party("Partido Horizonte", "PH", "#2a7f9e"),
    party("Partido Colibrí", "PC", "#1f8a5b"),
    party("Partido Alameda", "PAL", "#8a5a2b"),
    party("Partido Ahuehuete", "PAH", "#5f7d1f"),
    party("Partido Nevado", "PN", "#7d8fa3"),
    party("Partido Cantera", "PCA", "#c2703d"),
    party("Partido Maguey", "PM", "#3c5a99"),
    party("Partido Faro", "PF", "#b0426a"),
];

const fn party(name: &'static str, acronym: &'static str, colour: &'static str) -> Party {
    Party {
        name,
        acronym,
        colour,
    }
}

/// An actor of an election.
#[derive(Debug, Clone, Copy)]
pub struct ActorCast {
    /// Its kind.
    pub kind: ActorKind,
    /// Its name; an independent's is the person's.
    pub name: &'static str,
    /// Its parties, by their place in [`PARTIES`].
    pub parties: &'static [usize],
    /// The user name of its operator.
    pub login: &'static str,
}

const fn actor(
    kind: ActorKind,
    name: &'static str,
    parties: &'static [usize],
    login: &'static str,
) -> ActorCast {
    ActorCast {
        kind,
        name,
        parties,
        login,
    }
}

/// One actor of each kind for the governorship.
pub const GOVERNORSHIP: &[ActorCast; 4] = &[
    actor(
        ActorKind::Party,
        "Partido Horizonte",
        &[0],
        "captura.horizonte",
    ),
    actor(
        ActorKind::Coalition,
        "Coalición Camino Abierto",
        &[2, 4],
        "captura.camino",
    ),
    actor(
        ActorKind::CommonCandidacy,
        "Candidatura común Raíz",
        &[1, 3],
        "captura.raiz",
    ),
    actor(
        ActorKind::Independent,
        "Candidatura independiente",
        &[],
        "captura.independiente",
    ),
];

/// The actors of the second election: four parties that always stand alone, then two alliances
/// each followed by the two parties that form it and stand alone elsewhere.
pub const LOCAL: &[ActorCast; 10] = &[
    actor(
        ActorKind::Party,
        "Partido Horizonte",
        &[0],
        "local.horizonte",
    ),
    actor(ActorKind::Party, "Partido Colibrí", &[1], "local.colibri"),
    actor(ActorKind::Party, "Partido Alameda", &[2], "local.alameda"),
    actor(
        ActorKind::Party,
        "Partido Ahuehuete",
        &[3],
        "local.ahuehuete",
    ),
    actor(
        ActorKind::Coalition,
        "Coalición Encuentro de la Ribera",
        &[6, 7],
        "local.ribera",
    ),
    actor(ActorKind::Party, "Partido Maguey", &[6], "local.maguey"),
    actor(ActorKind::Party, "Partido Faro", &[7], "local.faro"),
    actor(
        ActorKind::CommonCandidacy,
        "Candidatura común Encino",
        &[4, 5],
        "local.encino",
    ),
    actor(ActorKind::Party, "Partido Nevado", &[4], "local.nevado"),
    actor(ActorKind::Party, "Partido Cantera", &[5], "local.cantera"),
];
