//! Accounts as the administrator manages them
//! (`docs/domain/process.md#political-actors-and-accounts`).

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{check_title, pointers};
use crate::catalogues::code_enum;
use crate::ids::{AccountId, ActorId};
use crate::permissions::Role;

/// A new account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAccount {
    /// **Usuario**: unique.
    #[validate(length(min = 3, max = 120), custom(function = check_login))]
    pub login: String,
    /// **Nombre de la persona**
    #[validate(length(min = 3, max = 160), custom(function = check_title))]
    pub name: String,
    /// **Función**
    pub role: Role,
    /// The operator's actor; nobody else has one.
    #[serde(default)]
    pub actor: Option<ActorId>,
}

pointers! {
    NewAccount {
        LOGIN = "/login",
        NAME = "/name",
        ROLE = "/role",
        ACTOR = "/actor",
    }
}

pub(super) fn check_login(text: &str) -> Result<(), validator::ValidationError> {
    let fits = text
        .bytes()
        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || b"._-@".contains(&it));
    if fits {
        Ok(())
    } else {
        Err(
            validator::ValidationError::new("invalid_format").with_message(
                "Use minúsculas sin acentos, números, punto, guion, guion bajo o arroba.".into(),
            ),
        )
    }
}

code_enum! {
    /// The life of an account (`docs/domain/process.md#political-actors-and-accounts`).
    AccountState {
        /// Made; the credential sheet is not delivered.
        Created = "created", "Creada";
        /// The one-time credential was issued.
        Delivered = "delivered", "Entregada";
        /// Own password set, receipt pending.
        Received = "received", "Recibida";
        /// In use.
        Active = "active", "Activa";
        /// By the administrator.
        Suspended = "suspended", "Suspendida";
    }
}

/// An account as the administrator sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// By which it is recovered and suspended.
    pub id: AccountId,
    /// Grows by one with each edit.
    pub version: u32,
    /// User name.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The one it was made with.
    pub role: Role,
    /// The operator's actor.
    pub actor: Option<ActorId>,
    /// The actor's name.
    pub actor_name: Option<String>,
    /// From the printed credential to daily use.
    pub state: AccountState,
    /// Last sign-in.
    pub last_sign_in: Option<DateTime<Utc>>,
    /// When its second factor was set up.
    pub second_factor: Option<DateTime<Utc>>,
    /// Whether a second administrator still has to activate it.
    pub awaits_activation: bool,
    /// Whom else it captures for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub represents: Vec<RepresentedActor>,
}

/// One more actor that an account captures for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RepresentedActor {
    /// Which.
    pub actor: ActorId,
    /// Its name and its election's.
    pub name: String,
    /// When its receipt was accepted.
    pub accepted: Option<DateTime<Utc>>,
}

/// An actor that an account is to capture for as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRepresented {
    /// **Actor político**
    pub actor: ActorId,
}

pointers! {
    NewRepresented {
        ACTOR = "/actor",
    }
}

/// How access to an account is recovered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Recovery {
    /// Whether the second factor goes too, because its device and its recovery codes are lost. Only
    /// once the person's identity was checked anew.
    #[serde(default)]
    pub reset_second_factor: bool,
}

/// The one-time credential, shown exactly once, to be printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Credential {
    /// The account.
    pub account: Account,
    /// The one-time password.
    pub one_time_password: String,
    /// Until when it can be used.
    pub expires: DateTime<Utc>,
}

/// Whether an account is suspended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// Suspended (sessions end at once) or active again.
    pub suspended: bool,
}
