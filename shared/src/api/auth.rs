//! Sign-in, first steps and sessions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{Length, pointers};
use crate::ids::{AccountId, ActorId, ElectionId, SessionId};
use crate::permissions::Role;
use crate::receipt::ReceiptCode;
use crate::term::Term;
use crate::time::Period;

/// What to sign in with.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// **Usuario**
    #[validate(length(min = 1, max = 120))]
    pub login: String,
    /// **Contraseña**
    #[validate(length(min = 1, max = 256))]
    pub password: String,
    /// **Este es mi propio equipo**: the session then outlives the browser.
    #[serde(default)]
    pub own_computer: bool,
}

pointers! {
    SignIn {
        LOGIN = "/login",
        PASSWORD = "/password",
        OWN_COMPUTER = "/own_computer",
    }
}

/// A session as its owner sees it. The refresh token travels in a cookie, never here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Bearer token for the private routes; kept in memory only.
    pub access_token: String,
    /// When that token ends; refresh before.
    pub access_expires: DateTime<Utc>,
    /// When the session ends unless it is refreshed before.
    pub idle_expires: DateTime<Utc>,
    /// When the session ends whatever happens.
    pub session_expires: DateTime<Utc>,
    /// The instant of this answer by the server's clock, from which the others are reckoned.
    pub now: DateTime<Utc>,
    /// The one that signed in.
    pub account: Me,
    /// What must be done before anything else.
    pub next_step: NextStep,
}

/// One of one's own sessions that has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSession {
    /// By which it can be ended.
    pub id: SessionId,
    /// When it was signed in.
    pub started: DateTime<Utc>,
    /// When it was last refreshed.
    pub last_used: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub current: bool,
    /// Browser and system in words, where they could be told.
    #[serde(default)]
    pub device: Option<String>,
}

/// The signed-in account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// The same as in the audit.
    pub id: AccountId,
    /// The name on screen.
    pub name: String,
    /// Says which routes are open to it.
    pub role: Role,
    /// The actor that an operator works for in this session.
    pub actor: Option<OwnActor>,
    /// All that it may choose among, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub represented: Vec<OwnActor>,
}

/// For whom one's session works from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChosenActor {
    /// One of those that the account represents.
    pub actor: ActorId,
}

/// An operator's actor and election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnActor {
    /// One actor in one election: the same parties have another in the next.
    pub id: ActorId,
    /// As it is registered in this election.
    pub name: String,
    /// The only one that the operator captures in.
    pub election: ElectionId,
    /// The election's name.
    pub election_name: String,
    /// Whether the election is a drill.
    pub drill: bool,
}

/// The next of the first steps (`docs/domain/process.md#political-actors-and-accounts`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Nothing: go on.
    None,
    /// Give a code of the second factor: until then the session reaches nothing else.
    SecondFactor,
    /// Replace the one-time credential by a password of one's own.
    SetPassword,
    /// Set up the second factor that this installation asks of the role.
    EnrolSecondFactor,
    /// Wait until a second administrator activates the account.
    AwaitActivation,
    /// Read and accept the receipt, which starts the capture period.
    AcceptReceipt,
}

/// A password of one's own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// **Contraseña nueva**: 12 to 128 characters, no composition rules (NIST 800-63B).
    #[validate(length(
        min = Self::LENGTH.min,
        max = Self::LENGTH.max,
        message = "La contraseña debe tener entre 12 y 128 caracteres."
    ))]
    pub new_password: String,
    /// **Contraseña actual**: needed when the account already has one of its own.
    #[validate(length(min = 1, max = 256))]
    pub current_password: Option<String>,
}

impl SetPassword {
    /// Of a password of one's own.
    pub const LENGTH: Length = Length::of(12, 128);
}

pointers! {
    SetPassword {
        NEW_PASSWORD = "/new_password",
        CURRENT_PASSWORD = "/current_password",
    }
}

/// What the receipt says before it is accepted, and what it started once it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The account's owner.
    pub account_name: String,
    /// For whom it is accepted.
    pub actor: ActorId,
    /// The actor.
    pub actor_name: String,
    /// The election.
    pub election_name: String,
    /// How many candidacies it captures for.
    pub candidacies: u64,
    /// How long the capture period is.
    pub capture_days: Term,
    /// When the actor's first account accepted it; `None` if nobody has.
    pub received: Option<DateTime<Utc>>,
    /// The capture period: in force once received, otherwise what accepting now would start.
    pub capture: Period,
    /// The code of the receipt that this account got by accepting; `None` before.
    #[serde(default)]
    pub code: Option<ReceiptCode>,
}
