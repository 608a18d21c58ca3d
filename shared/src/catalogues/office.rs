//! Offices in play, and the territory each belongs to (`docs/domain/catalogues.md#offices`).

use super::code_enum::code_enum;

code_enum! {
    /// **Cargo.** The office a candidacy runs for (`docs/domain/catalogues.md#offices`).
    Office {
        Governorship = "governorship", "Gubernatura";
        DeputyMr = "deputy_mr", "Diputación local MR";
        DeputyRp = "deputy_rp", "Diputación local RP";
        MunicipalPresidency = "municipal_presidency", "Presidencia municipal";
        Sindicatura = "sindicatura", "Sindicatura";
        Regiduria = "regiduria", "Regiduría";
    }
}

code_enum! {
    /// **Principio.** Relative majority or proportional representation.
    Principle {
        RelativeMajority = "mr", "Mayoría relativa";
        ProportionalRepresentation = "rp", "Representación proporcional";
    }
}

code_enum! {
    /// **Ámbito territorial.** The kind of territory an office is contested in
    /// (`docs/domain/catalogues.md#territories`).
    TerritoryKind {
        State = "state", "Entidad federativa";
        LocalDistrict = "local_district", "Distrito local";
        FederalDistrict = "federal_district", "Distrito federal";
        Municipality = "municipality", "Municipio";
        Circumscription = "circumscription", "Circunscripción";
    }
}

impl Office {
    /// Whether the candidacy has an alternate (suplente): all but the governorship.
    #[must_use]
    pub const fn has_alternate(self) -> bool {
        !matches!(self, Self::Governorship)
    }

    /// Whether an actor has one formula for it in each territory: there are no lists.
    #[must_use]
    pub const fn has_one_seat(self) -> bool {
        matches!(
            self,
            Self::Governorship | Self::DeputyMr | Self::MunicipalPresidency
        )
    }

    /// The kind of territory the office is contested in.
    #[must_use]
    pub const fn territory_kind(self) -> TerritoryKind {
        match self {
            Self::Governorship => TerritoryKind::State,
            Self::DeputyMr => TerritoryKind::LocalDistrict,
            Self::DeputyRp => TerritoryKind::Circumscription,
            Self::MunicipalPresidency | Self::Sindicatura | Self::Regiduria => {
                TerritoryKind::Municipality
            }
        }
    }

    /// The principle, where the office itself decides it.
    #[must_use]
    pub const fn principle(self) -> Option<Principle> {
        match self {
            Self::DeputyMr => Some(Principle::RelativeMajority),
            Self::DeputyRp => Some(Principle::ProportionalRepresentation),
            _ => None,
        }
    }
}
