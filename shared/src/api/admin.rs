//! Administration: elections, parties, actors, candidacies, accounts.

pub use super::admin_accounts::{
    Account, AccountState, Credential, NewAccount, NewRepresented, Recovery, RepresentedActor,
    Suspension,
};
pub use super::admin_credentials::{Delivery, DeliveryAttempt, DeliveryWay, SheetRequest};
pub use super::admin_drills::DrillDraft;
pub use super::admin_edits::{
    AccountEdit, CandidacyEdit, PrivateEdit, PrivateField, RegistrationFile,
};
pub use super::admin_private::PrivateData;
pub use super::admin_substitutions::{
    RegisteredSubstitutes, SubstituteRegistrations, SubstitutionAct,
};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

use super::fields::{Length, check_name, check_title, pointers};
use super::seat::SeatHistory;
use crate::catalogues::{ActorKind, AffirmativeAction, Office, Role as CandidacyRole, Sex};
use crate::election::{ElectionSetup, TerritoryKind};
use crate::ids::{ActorId, CandidacyId, ElectionId, PartyId};
use crate::language::ElectionRules;
use crate::lifecycle::{Remedy, State};
use crate::problem::FieldError;
use crate::time::Period;

/// An election as the administrator sees it. Its `ETag` is its version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AdminElection))]
pub struct Election {
    /// Also in public addresses.
    pub id: ElectionId,
    /// Grows by one with each change of the set-up.
    pub version: u32,
    /// How it is set up.
    pub setup: ElectionSetup,
    /// The published seed of the neutral order.
    pub draw_seed: String,
    /// How many actors it has.
    pub actors: u64,
    /// How many candidacies it has.
    pub candidacies: u64,
}

/// What an election changes in the rules of inclusive language. Its `ETag` is its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ElectionLanguage {
    /// The election's name.
    pub election_name: String,
    /// Whether it is a drill.
    pub drill: bool,
    /// Its version; 0 while the built-in rules stand as they are.
    pub version: u32,
    /// What it changes.
    pub rules: ElectionRules,
}

/// A political party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Party {
    /// The same in every election.
    pub id: PartyId,
    /// Grows by one with each edit.
    pub version: u32,
    /// The SHA-256 of its logo, at `/api/v1/logos/{sha256}.png`; none where it has none.
    #[serde(default)]
    pub logo: Option<String>,
    /// What the administrator wrote.
    #[serde(flatten)]
    pub data: PartyData,
}

/// What is known of a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PartyData {
    /// **Nombre**
    #[validate(length(min = 2, max = 120), custom(function = check_title))]
    pub name: String,
    /// **Siglas**
    #[validate(length(min = 1, max = 20), custom(function = check_title))]
    pub acronym: String,
    /// **Color** as `#rrggbb`: only ever shown in the small mark before the name.
    #[validate(custom(function = check_colour))]
    pub colour: String,
}

pointers! {
    PartyData {
        NAME = "/name",
        ACRONYM = "/acronym",
        COLOUR = "/colour",
    }
}

fn check_colour(text: &str) -> Result<(), ValidationError> {
    let hex = text.strip_prefix('#').unwrap_or_default();
    if hex.len() == 6 && hex.bytes().all(|it| it.is_ascii_hexdigit()) {
        Ok(())
    } else {
        Err(ValidationError::new("invalid_format")
            .with_message("Escriba el color como #rrggbb.".into()))
    }
}

/// A new political actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewActor {
    /// **Tipo**
    pub kind: ActorKind,
    /// **Nombre**
    #[validate(length(min = 2, max = 160), custom(function = check_title))]
    pub name: String,
    /// **Partidos que lo integran**: one for a party, two or more for a coalition or common
    /// candidacy, none for an independent.
    #[serde(default)]
    pub parties: Vec<PartyId>,
}

pointers! {
    NewActor {
        KIND = "/kind",
        NAME = "/name",
        PARTIES = "/parties",
    }
}

/// A political actor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Actor {
    /// Also in public addresses.
    pub id: ActorId,
    /// Grows by one with each edit.
    pub version: u32,
    /// An actor is of one election only.
    pub election: ElectionId,
    /// Its kind; unknown in some archives.
    pub kind: Option<ActorKind>,
    /// As registered in this election.
    pub name: String,
    /// Its component parties.
    pub parties: Vec<Party>,
    /// When its first account accepted the receipt.
    pub received: Option<DateTime<Utc>>,
    /// Whether that receipt was signed on paper: one that can be annulled.
    pub received_on_paper: bool,
    /// The capture period in force.
    pub capture: Option<Period>,
    /// Its candidacies.
    pub candidacies: u64,
    /// Its accounts.
    pub accounts: u64,
}

/// More time for an actor or a candidacy, with the reason that goes into the evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// The last day, until 23:59:59 local time.
    pub ends_on: NaiveDate,
    /// **Motivo**
    #[validate(length(min = Self::REASON_LENGTH.min, max = Self::REASON_LENGTH.max))]
    pub reason: String,
}

impl Extension {
    /// Of **Motivo**.
    pub const REASON_LENGTH: Length = Length::of(10, 500);
}

pointers! {
    Extension {
        ENDS_ON = "/ends_on",
        REASON = "/reason",
    }
}

/// A signed paper receipt, with its own date and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PaperReceipt {
    /// When it was signed.
    pub received: DateTime<Utc>,
}

pointers! {
    PaperReceipt {
        RECEIVED = "/received",
    }
}

/// Registration data of a candidacy; read-only for the operator
/// (`docs/domain/curricular.md#registration`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// **Nombre(s)**
    #[validate(length(min = 1, max = 100), custom(function = check_name))]
    pub given_names: String,
    /// **Primer apellido**
    #[validate(length(min = 1, max = 100), custom(function = check_name))]
    pub first_surname: String,
    /// **Segundo apellido**
    #[serde(default)]
    #[validate(length(max = 100), custom(function = check_name))]
    pub second_surname: Option<String>,
    /// **Sobrenombre (mote)**
    #[serde(default)]
    #[validate(length(max = 50), custom(function = check_name))]
    pub nickname: Option<String>,
    /// **Edad** on election day; left out where the birth date is given.
    #[serde(default)]
    #[validate(range(min = 18, max = 120))]
    pub age: Option<u8>,
    /// **Sexo**
    pub sex: Sex,
    /// **Cargo**
    pub office: Office,
    /// **Territorio**: kind.
    pub territory_kind: TerritoryKind,
    /// **Territorio**: its code in the election's catalogue.
    #[validate(length(min = 1, max = 10))]
    pub territory_code: String,
    /// **Número de lista o fórmula**
    #[serde(default)]
    #[validate(range(min = 1, max = 999))]
    pub list_position: Option<u16>,
    /// **Calidad**: titular or alternate, independent of sex.
    pub role: CandidacyRole,
    /// **Acción afirmativa de postulación**
    #[serde(default)]
    pub affirmative_actions: Vec<AffirmativeAction>,
}

impl Registration {
    /// The full name, in the official order.
    #[must_use]
    pub fn full_name(&self) -> String {
        let mut name = format!("{} {}", self.given_names, self.first_surname);
        if let Some(second) = self.second_surname.as_deref().filter(|it| !it.is_empty()) {
            name.push(' ');
            name.push_str(second);
        }
        name
    }

    /// **Calidad**, in the form that fits the person ([`CandidacyRole::label_for`]).
    #[must_use]
    pub const fn role_label(&self) -> &'static str {
        self.role.label_for(self.sex)
    }
}

/// A new candidacy.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewCandidacy {
    /// The actor that postulates it, of the same election.
    pub actor: ActorId,
    /// What was registered.
    #[validate(nested)]
    pub registration: Registration,
    /// What is kept private.
    #[validate(nested)]
    pub private: PrivateData,
    /// Its own capture period (late registration or substitution). A substitute without one gets
    /// that of the election's settings.
    #[serde(default)]
    pub own_period: Option<Period>,
    /// **Fecha del acuerdo** that substitutes: the substitute's period runs from there, else from the
    /// registration.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date"))]
    pub acuerdo_on: Option<NaiveDate>,
    /// **Sustituye a**: the substituted candidacy whose place it takes.
    #[serde(default)]
    pub substitutes: Option<CandidacyId>,
}

pointers! {
    NewCandidacy {
        ACTOR = "/actor",
        GIVEN_NAMES = "/registration/given_names",
        FIRST_SURNAME = "/registration/first_surname",
        SECOND_SURNAME = "/registration/second_surname",
        NICKNAME = "/registration/nickname",
        AGE = "/registration/age",
        SEX = "/registration/sex",
        OFFICE = "/registration/office",
        TERRITORY_KIND = "/registration/territory_kind",
        TERRITORY_CODE = "/registration/territory_code",
        LIST_POSITION = "/registration/list_position",
        ROLE = "/registration/role",
        AFFIRMATIVE_ACTIONS = "/registration/affirmative_actions",
        NOTIFICATION_EMAIL = "/private/notification_email",
        NOTIFICATION_PHONE = "/private/notification_phone",
        BIRTH_DATE = "/private/birth_date",
        CURP = "/private/curp",
        VOTER_KEY = "/private/voter_key",
        RFC = "/private/rfc",
        OWN_PERIOD = "/own_period",
        ACUERDO_ON = "/acuerdo_on",
        SUBSTITUTES = "/substitutes",
    }
}

/// A candidacy as the administrator lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = AdminCandidacy))]
pub struct Candidacy {
    /// Also in public addresses, once it is published.
    pub id: CandidacyId,
    /// The actor that postulates it.
    pub actor: ActorId,
    /// The actor's name.
    pub actor_name: String,
    /// What was registered.
    pub registration: Registration,
    /// The name of its territory.
    pub territory_name: String,
    /// What holds now, deadlines that passed included.
    pub state: State,
    /// What was undone or reopened, the first before.
    pub remedies: Vec<Remedy>,
    /// Whose place it took, and who took its own.
    #[serde(default)]
    pub seat: SeatHistory,
    /// Remarks on what was registered, which never block; only in the answer to the registration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<FieldError>,
}

/// A page of an election's candidacies, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidacyPage {
    /// The candidacies of this page.
    pub data: Vec<Candidacy>,
    /// How many there are on all pages.
    pub total: u32,
    /// Of the next page, if there is one.
    pub next_cursor: Option<String>,
}

/// A substituted candidacy whose place nobody has taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceLeft {
    /// The candidacy that left it.
    pub id: CandidacyId,
    /// The actor whose place it is.
    pub actor: ActorId,
    /// That actor's name.
    pub actor_name: String,
    /// What was registered of who left it.
    pub registration: Registration,
    /// Where the office is contested.
    pub territory_name: String,
}

/// The acuerdo that substitutes or cancels a candidacy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Acuerdo {
    /// **Acuerdo del Consejo General**
    #[validate(length(min = Self::LENGTH.min, max = Self::LENGTH.max))]
    pub acuerdo: String,
}

impl Acuerdo {
    /// Of **Acuerdo del Consejo General**.
    pub const LENGTH: Length = Length::of(3, 200);
}

pointers! {
    Acuerdo {
        ACUERDO = "/acuerdo",
    }
}
