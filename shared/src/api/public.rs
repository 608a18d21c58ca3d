//! What the public may see: an allow-list of its own.
//!
//! Nothing private can be named here. The stored public record is the canonical JSON of
//! [`Record`]; its hash stands in the publication log, and its random `nonce` keeps a withdrawn
//! value from being guessed from that hash.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

pub use super::public_catalogues::{CatalogueEntry, CatalogueRef};
pub use super::public_meta::{LogChain, Meta, One, Page};

use super::Labelled;
use crate::ids::{ActorId, CandidacyId, ElectionId, PartyId, PersonId};

/// The version of the API, in every answer.
pub const API_VERSION: &str = "1";
/// The licence of the data, in every answer.
pub const LICENCE: &str = "CC-BY-4.0";

/// A published candidacy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Record {
    /// Its id, stable.
    pub id: CandidacyId,
    /// The person, the same in every election.
    pub person_id: PersonId,
    /// The version of this public record, from 1.
    pub version: u32,
    /// The full name.
    pub name: String,
    /// Names and surnames apart, where they are known apart.
    pub name_parts: Option<NameParts>,
    /// **Sobrenombre**
    pub nickname: Option<String>,
    /// **Edad** on election day.
    pub age: Option<u8>,
    /// **Sexo**: `woman`, `man`, `non_binary`; absent where the source does not say.
    pub sex: Option<Labelled>,
    /// The election.
    pub election: ElectionRef,
    /// **Cargo**
    pub office: Labelled,
    /// Where the office is contested.
    pub territory: TerritoryRef,
    /// **Número de lista o fórmula**
    pub list_position: Option<u32>,
    /// **Calidad**: `titular` or `alternate`.
    pub role: Option<Labelled>,
    /// **Actor político**
    pub actor: ActorRef,
    /// **Acción afirmativa** of the registration: a public fact.
    pub affirmative_actions: Vec<Labelled>,
    /// Identity answers «Sí», each with the person's consent. Absence never means «No».
    pub identity_badges: Vec<Labelled>,
    /// The photo; absent where none was provided or it is paused.
    pub photo: Option<PhotoRef>,
    /// The curricular sections, always the same eight in the same order.
    pub sections: Vec<SectionRecord>,
    /// Whether anything was captured (an imported record may be blank).
    pub captured: bool,
    /// When this version was published.
    pub published_at: DateTime<Utc>,
    /// Where an imported record comes from.
    pub source: Option<Source>,
    /// Random, so that a withdrawn record cannot be guessed from its hash.
    pub nonce: String,
}

/// Names apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NameParts {
    /// **Nombre(s)**
    pub given_names: String,
    /// **Primer apellido**
    pub first_surname: String,
    /// **Segundo apellido**
    pub second_surname: Option<String>,
}

/// An election, briefly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ElectionRef {
    /// Stable; the `election` parameter of lists takes it.
    pub id: ElectionId,
    /// For example «Gubernatura 2029».
    pub name: String,
    /// Election day.
    pub date: NaiveDate,
    /// Whether persons and parties are invented.
    pub drill: bool,
    /// Whether it is an archive.
    pub archived: bool,
}

/// A territory.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TerritoryRef {
    /// `state`, `local_district`, `federal_district`, `municipality` or `circumscription`.
    pub kind: String,
    /// INEGI's five digits for municipalities, the number for districts.
    pub code: String,
    /// The name.
    pub name: String,
    /// The IEEM's own number of a municipality in Estado de México.
    pub ieem_number: Option<u16>,
}

/// A political actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActorRef {
    /// Stable within its election; the `actor` parameter of lists takes it.
    pub id: ActorId,
    /// `party`, `coalition`, `common_candidacy` or `independent`; absent where the source of an
    /// archive does not say.
    pub kind: Option<Labelled>,
    /// As registered in this election.
    pub name: String,
    /// Its component parties.
    pub parties: Vec<PartyRef>,
}

/// A party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PartyRef {
    /// The same in every election.
    pub id: PartyId,
    /// The official one.
    pub name: String,
    /// Its acronym.
    pub acronym: String,
    /// `#rrggbb`, for the small mark before the name only.
    pub colour: String,
    /// The SHA-256 of its logo, at `/api/v1/logos/{sha256}.png`; absent where it had none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
}

/// A published photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhotoRef {
    /// Path of the JPEG.
    pub jpeg: String,
    /// Path of the WebP.
    pub webp: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// SHA-256 of the JPEG, hexadecimal.
    pub sha256: String,
}

/// One curricular section in a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SectionRecord {
    /// Its code, e.g. `proposal_1`.
    pub section: String,
    /// The official Spanish label.
    pub label: String,
    /// What the public sees of it.
    pub state: PublicState,
    /// The content, only where the state is `published`.
    pub content: Option<Content>,
    /// Who captured and validated it, and when.
    pub provenance: Option<Provenance>,
}

/// What the public sees of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PublicState {
    /// Its content is there.
    Published,
    /// The candidacy declared «No proporcionó».
    NotProvided,
    /// Nothing was captured («Sin captura»).
    NotCaptured,
    /// «Información pausada».
    Paused,
    /// Observed and not answered in time.
    Withheld,
}

/// The content of a published section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Content {
    /// Means of contact, each field in its place.
    Contact {
        /// The fields, always in the same order.
        fields: Vec<ContactField>,
    },
    /// Education.
    Education {
        /// **Grado máximo de estudios**
        degree: Option<Labelled>,
        /// **Estatus**
        status: Option<Labelled>,
        /// **Cursos, diplomados, seminarios**
        courses: Vec<String>,
    },
    /// One of the long texts.
    Text {
        /// The text as captured.
        text: String,
    },
}

/// One field of contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactField {
    /// Its code, e.g. `website`.
    pub field: String,
    /// The official Spanish label.
    pub label: String,
    /// The values; empty where there is none.
    pub values: Vec<String>,
    /// Whether «No proporcionó» was declared.
    pub not_provided: bool,
}

/// Where a section comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Provenance {
    /// The political actor that captured it.
    pub captured_by: String,
    /// When that was.
    pub captured_at: Option<DateTime<Utc>>,
    /// The authority that validated it.
    pub validated_by: Option<String>,
    /// When that was.
    pub validated_at: Option<DateTime<Utc>>,
    /// The version of the section.
    pub version: u32,
}

/// The file that an archive was imported from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Source {
    /// The file's name.
    pub file: String,
    /// Its SHA-256, hexadecimal.
    pub sha256: String,
    /// The row in it, counting the header as 1.
    pub row: u32,
}

/// A candidacy in a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Summary {
    /// Stable; its own address shows it whole.
    pub id: CandidacyId,
    /// The full name.
    pub name: String,
    /// **Edad** on election day.
    pub age: Option<u8>,
    /// **Sexo**
    pub sex: Option<Labelled>,
    /// The election.
    pub election: ElectionRef,
    /// **Cargo**
    pub office: Labelled,
    /// Where the office is contested.
    pub territory: TerritoryRef,
    /// **Número de lista o fórmula**
    pub list_position: Option<u32>,
    /// **Calidad**
    pub role: Option<Labelled>,
    /// **Actor político**
    pub actor: ActorRef,
    /// The photo.
    pub photo: Option<PhotoRef>,
    /// **Grado máximo de estudios**, where published.
    pub education: Option<Labelled>,
    /// Whether anything was captured.
    pub captured: bool,
    /// The other candidacy of its formula, where that is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<FormulaRef>,
    /// The version of the public record.
    pub version: u32,
    /// When that version was published.
    pub published_at: DateTime<Utc>,
}

/// The other candidacy of a formula: of a titular its alternate, of an alternate its titular.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FormulaRef {
    /// Its id.
    pub id: CandidacyId,
    /// The full name.
    pub name: String,
    /// **Calidad**
    pub role: Labelled,
}

/// An election in the public list, with what its filters need.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Election {
    /// The election; one whose publication has ended is an archive here.
    #[serde(flatten)]
    pub election: ElectionRef,
    /// Whether it is the one that the portal is about: a list that names no election is its list.
    pub current: bool,
    /// The entity.
    pub entity: String,
    /// The seed of its neutral order. In each contest, formulas come by SHA-256 of the seed, a zero
    /// byte, `office/kind/code` of the contest, a zero byte and the formula (`actor/list number`;
    /// without a number the actor where the office has one seat, else the candidacy's id), the
    /// titular before the alternate; what is shown turns by one formula for each hour since 1970.
    pub draw_seed: String,
    /// Registered candidacies: the one denominator. Substituted and cancelled ones do not count.
    pub registered: u32,
    /// Published candidacies.
    pub published: u32,
    /// The offices in play, with their published candidacies.
    pub offices: Vec<Facet>,
    /// The territories with a published candidacy, by office.
    pub territories: Vec<TerritoryRef>,
    /// The actors with a published candidacy.
    pub actors: Vec<Facet>,
}

/// A value with how many published candidacies have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facet {
    /// The code, as the filters take it.
    pub code: String,
    /// The Spanish label.
    pub label: String,
    /// The published candidacies that have it.
    pub count: u32,
}
