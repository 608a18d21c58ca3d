//! Who may do what: roles and permissions (`docs/domain/process.md#roles`).

use serde::{Deserialize, Serialize};

use crate::catalogues::code_enum;

code_enum! {
    /// The role of an account. One account has one role.
    #[cfg_attr(feature = "openapi", schema(as = AccountRole))]
    Role {
        /// Capture operator of one political actor.
        Operator = "operator", "Captura";
        /// Validator of the Unidad de Transparencia.
        Validator = "validator", "Validación";
        /// Administrator of the Unidad de Transparencia.
        Admin = "admin", "Administración";
        /// Progress only, never answers.
        Observer = "observer", "Observación (CEVINE)";
        /// Health and versions, no content at all.
        Technician = "technician", "Soporte técnico (UIE)";
    }
}

impl Role {
    /// Whether it is one of the institute's own people.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Operator)
    }

    /// Whether this role holds `permission`.
    #[must_use]
    pub const fn may(self, permission: Permission) -> bool {
        match permission {
            Permission::OwnSession | Permission::OwnAccount => true,
            Permission::Capture => matches!(self, Self::Operator),
            Permission::Review => matches!(self, Self::Validator),
            Permission::Administer => matches!(self, Self::Admin),
            Permission::Progress => matches!(self, Self::Validator | Self::Admin | Self::Observer),
            Permission::Health => matches!(self, Self::Technician | Self::Admin),
            Permission::ReadAudit => !matches!(self, Self::Observer),
            Permission::CountAudit => matches!(self, Self::Admin | Self::Observer),
        }
    }
}

/// What a private route needs; each handler takes the matching grant as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// One's own session: whoever gave a right password, also before the second factor.
    OwnSession,
    /// One's own account: any signed-in person, also before the first steps are done.
    OwnAccount,
    /// Read and write the candidacies of one's own actor.
    Capture,
    /// Read, claim, decide and publish.
    Review,
    /// Elections, actors, candidacies, accounts.
    Administer,
    /// Read progress figures.
    Progress,
    /// Read technical state.
    Health,
    /// Read the entries of the audit that are one's own role's to read.
    ReadAudit,
    /// Read how many entries the audit has of each action.
    CountAudit,
}

impl Permission {
    /// In the order of the variants.
    pub const ALL: [Self; 9] = [
        Self::OwnSession,
        Self::OwnAccount,
        Self::Capture,
        Self::Review,
        Self::Administer,
        Self::Progress,
        Self::Health,
        Self::ReadAudit,
        Self::CountAudit,
    ];

    /// The name of the scope in the OpenAPI document.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnSession => "own_session",
            Self::OwnAccount => "own_account",
            Self::Capture => "capture",
            Self::Review => "review",
            Self::Administer => "administer",
            Self::Progress => "progress",
            Self::Health => "health",
            Self::ReadAudit => "read_audit",
            Self::CountAudit => "count_audit",
        }
    }
}
