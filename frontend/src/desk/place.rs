//! Every address of the desks, both ways: from the path in the bar, and to it.

use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, ElectionId, PartyId, ReportId};
use conoceles_shared::questionnaire::Section;

/// The base of every address.
pub const BASE: &str = "/mesa";

/// A page of the desks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The start: what it shows depends on the role.
    Start,
    /// Capture: the sections of a candidacy.
    Tasks(CandidacyId),
    /// Capture: one section; the consents are one of them.
    Section(CandidacyId, Section),
    /// Capture: check your answers, then send.
    Check(CandidacyId),
    /// A candidacy as the public would see it.
    Preview(CandidacyId),
    /// Capture: many candidacies by sheet.
    Bulk,
    /// Review: what is published.
    Published,
    /// Review: a candidacy on the desk.
    Review(CandidacyId),
    /// Administration: a new election.
    NewElection,
    /// Administration: an election's data and settings.
    Election(ElectionId),
    /// Administration: the actors of an election.
    Actors(ElectionId),
    /// Administration: the candidacies of an election.
    Candidacies(ElectionId),
    /// Administration: the rules of inclusive language of an election.
    Language(ElectionId),
    /// Administration: the parties.
    Parties,
    /// Administration: the accounts.
    Accounts,
    /// Administration: what waits for a second person.
    Proposals,
    /// Boards: the elections that there are boards of.
    Boards,
    /// Boards: how far an election is.
    Board(ElectionId),
    /// Boards: the same on a wall.
    Wall(ElectionId),
    /// Boards: the reports of an election.
    Reports(ElectionId),
    /// Boards: the observations of an election.
    ObservationsBoard(ElectionId),
    /// Boards: the identity statistics of an election.
    IdentityBoard(ElectionId),
    /// Boards: a report as it was issued.
    IssuedReport(ElectionId, ReportId),
    /// Boards: what an actor has not captured.
    Evidence(ElectionId, ActorId),
    /// The technical state.
    Technical,
    /// One's own notices.
    Notices,
    /// One's own password.
    Password,
    /// One's own second factor.
    SecondFactor,
    /// The audit, as far as one's own role reads it.
    Audit,
    /// The history of a candidacy.
    History(CandidacyId),
    /// Administration: the reasons that reviewers of an election start from.
    Reasons(ElectionId),
    /// Administration: a party, to be edited.
    Party(PartyId),
    /// Administration: an actor, to be edited.
    Actor(ActorId),
    /// Administration: an account, to be edited.
    Account(AccountId),
    /// Administration: the registration of a candidacy, to be edited.
    Registration(CandidacyId),
    /// Administration: a drill made from an election.
    NewDrill(ElectionId),
    /// Administration: several substitutions under one acuerdo.
    Substitutions(ElectionId),
    /// Capture: consent 1 for many candidacies.
    ManyConsents,
    /// Capture: photos for many candidacies.
    ManyPhotos,
    /// Capture: many candidacies to be sent.
    ManySubmissions,
    /// Administration: the candidacies of an election from a file.
    Roll(ElectionId),
    /// No such page.
    Unknown,
}

impl Place {
    /// The page at a path, with or without the base.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let rest = path.strip_prefix(BASE).unwrap_or(path);
        let parts: Vec<&str> = rest.split('/').filter(|it| !it.is_empty()).collect();
        Self::from_parts(&parts).unwrap_or(Self::Unknown)
    }

    fn from_parts(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Start,
            ["candidaturas", id] => Self::Tasks(id.parse().ok()?),
            ["candidaturas", id, "revisar"] => Self::Check(id.parse().ok()?),
            ["candidaturas", id, "vista-previa"] => Self::Preview(id.parse().ok()?),
            ["candidaturas", id, section] => Self::Section(id.parse().ok()?, section.parse().ok()?),
            ["hoja"] => Self::Bulk,
            ["publicadas"] => Self::Published,
            ["revision", id] => Self::Review(id.parse().ok()?),
            ["elecciones", "nueva"] => Self::NewElection,
            ["elecciones", id] => Self::Election(id.parse().ok()?),
            ["elecciones", id, "actores"] => Self::Actors(id.parse().ok()?),
            ["elecciones", id, "candidaturas"] => Self::Candidacies(id.parse().ok()?),
            ["elecciones", id, "lenguaje"] => Self::Language(id.parse().ok()?),
            ["partidos"] => Self::Parties,
            ["cuentas"] => Self::Accounts,
            ["por-confirmar"] => Self::Proposals,
            ["tablero"] => Self::Boards,
            ["tablero", id] => Self::Board(id.parse().ok()?),
            ["tablero", id, "pared"] => Self::Wall(id.parse().ok()?),
            ["tablero", id, "informes"] => Self::Reports(id.parse().ok()?),
            ["tablero", id, "observaciones"] => Self::ObservationsBoard(id.parse().ok()?),
            ["tablero", id, "identidad"] => Self::IdentityBoard(id.parse().ok()?),
            ["tablero", id, "informes", report] => {
                Self::IssuedReport(id.parse().ok()?, report.parse().ok()?)
            }
            ["tablero", id, "evidencia", actor] => {
                Self::Evidence(id.parse().ok()?, actor.parse().ok()?)
            }
            ["soporte"] => Self::Technical,
            ["avisos"] => Self::Notices,
            ["partidos", id] => Self::Party(id.parse().ok()?),
            ["actores", id] => Self::Actor(id.parse().ok()?),
            ["cuentas", id] => Self::Account(id.parse().ok()?),
            ["registro", id] => Self::Registration(id.parse().ok()?),
            ["contrasena"] => Self::Password,
            ["segundo-factor"] => Self::SecondFactor,
            ["auditoria"] => Self::Audit,
            ["historia", id] => Self::History(id.parse().ok()?),
            ["elecciones", id, "motivos"] => Self::Reasons(id.parse().ok()?),
            ["elecciones", id, "simulacro"] => Self::NewDrill(id.parse().ok()?),
            ["elecciones", id, "sustituciones"] => Self::Substitutions(id.parse().ok()?),
            ["varias", "consentimiento"] => Self::ManyConsents,
            ["varias", "fotografias"] => Self::ManyPhotos,
            ["varias", "envio"] => Self::ManySubmissions,
            ["elecciones", id, "padron"] => Self::Roll(id.parse().ok()?),
            _ => return None,
        })
    }

    /// Whether it is one of the boards, which several roles have.
    #[must_use]
    pub const fn is_board(&self) -> bool {
        matches!(
            self,
            Self::Boards
                | Self::Board(_)
                | Self::Wall(_)
                | Self::Reports(_)
                | Self::ObservationsBoard(_)
                | Self::IdentityBoard(_)
                | Self::IssuedReport(..)
                | Self::Evidence(..)
        )
    }

    /// The path of the page.
    #[must_use]
    pub fn href(&self) -> String {
        match self {
            Self::Start | Self::Unknown => BASE.to_owned(),
            Self::Tasks(id) => format!("{BASE}/candidaturas/{id}"),
            Self::Section(id, section) => format!("{BASE}/candidaturas/{id}/{section}"),
            Self::Check(id) => format!("{BASE}/candidaturas/{id}/revisar"),
            Self::Preview(id) => format!("{BASE}/candidaturas/{id}/vista-previa"),
            Self::Bulk => format!("{BASE}/hoja"),
            Self::Published => format!("{BASE}/publicadas"),
            Self::Review(id) => format!("{BASE}/revision/{id}"),
            Self::NewElection => format!("{BASE}/elecciones/nueva"),
            Self::Election(id) => format!("{BASE}/elecciones/{id}"),
            Self::Actors(id) => format!("{BASE}/elecciones/{id}/actores"),
            Self::Candidacies(id) => format!("{BASE}/elecciones/{id}/candidaturas"),
            Self::Language(id) => format!("{BASE}/elecciones/{id}/lenguaje"),
            Self::Parties => format!("{BASE}/partidos"),
            Self::Accounts => format!("{BASE}/cuentas"),
            Self::Proposals => format!("{BASE}/por-confirmar"),
            Self::Boards => format!("{BASE}/tablero"),
            Self::Board(id) => format!("{BASE}/tablero/{id}"),
            Self::Wall(id) => format!("{BASE}/tablero/{id}/pared"),
            Self::Reports(id) => format!("{BASE}/tablero/{id}/informes"),
            Self::ObservationsBoard(id) => format!("{BASE}/tablero/{id}/observaciones"),
            Self::IdentityBoard(id) => format!("{BASE}/tablero/{id}/identidad"),
            Self::IssuedReport(id, report) => format!("{BASE}/tablero/{id}/informes/{report}"),
            Self::Evidence(id, actor) => format!("{BASE}/tablero/{id}/evidencia/{actor}"),
            Self::Technical => format!("{BASE}/soporte"),
            Self::Notices => format!("{BASE}/avisos"),
            Self::Party(id) => format!("{BASE}/partidos/{id}"),
            Self::Actor(id) => format!("{BASE}/actores/{id}"),
            Self::Account(id) => format!("{BASE}/cuentas/{id}"),
            Self::Registration(id) => format!("{BASE}/registro/{id}"),
            Self::Password => format!("{BASE}/contrasena"),
            Self::SecondFactor => format!("{BASE}/segundo-factor"),
            Self::Audit => format!("{BASE}/auditoria"),
            Self::History(id) => format!("{BASE}/historia/{id}"),
            Self::Reasons(id) => format!("{BASE}/elecciones/{id}/motivos"),
            Self::NewDrill(id) => format!("{BASE}/elecciones/{id}/simulacro"),
            Self::Substitutions(id) => format!("{BASE}/elecciones/{id}/sustituciones"),
            Self::ManyConsents => format!("{BASE}/varias/consentimiento"),
            Self::ManyPhotos => format!("{BASE}/varias/fotografias"),
            Self::ManySubmissions => format!("{BASE}/varias/envio"),
            Self::Roll(id) => format!("{BASE}/elecciones/{id}/padron"),
        }
    }
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod place_tests;
