//! The electoral districts of the Estado de México (`docs/domain/catalogues.md#districts`).
//!
//! Several heads come from memory of the 2016 map and some federal ones are unknown: each row says
//! whether a public source confirms it, and the official list replaces them before real use.

/// One electoral district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct District {
    /// **Distrito.** Its number.
    pub number: u8,
    /// **Cabecera.** The town that heads it, where known.
    pub head: Option<&'static str>,
    /// Whether a public source confirms the head.
    pub confirmed: bool,
}

impl District {
    /// Number and head as people write them: `Distrito 1, Chalco`.
    #[must_use]
    pub fn label(&self) -> String {
        match self.head {
            Some(head) => format!("Distrito {}, {head}", self.number),
            None => format!("Distrito {}", self.number),
        }
    }
}

const fn confirmed(number: u8, head: &'static str) -> District {
    District {
        number,
        head: Some(head),
        confirmed: true,
    }
}

const fn unconfirmed(number: u8, head: &'static str) -> District {
    District {
        number,
        head: Some(head),
        confirmed: false,
    }
}

const fn unknown(number: u8) -> District {
    District {
        number,
        head: None,
        confirmed: false,
    }
}

/// **Distritos electorales locales.** All 45.
pub const LOCAL_DISTRICTS: &[District] = &[
    confirmed(1, "Chalco"),
    confirmed(2, "Toluca"),
    confirmed(3, "Chimalhuacán"),
    unconfirmed(4, "Lerma"),
    unconfirmed(5, "Chicoloapan"),
    unconfirmed(6, "Ecatepec"),
    unconfirmed(7, "Tenancingo"),
    unconfirmed(8, "Ecatepec"),
    confirmed(9, "Tejupilco"),
    unconfirmed(10, "Valle de Bravo"),
    unconfirmed(11, "Tultitlán"),
    unconfirmed(12, "Teoloyucan"),
    unconfirmed(13, "Atlacomulco"),
    unconfirmed(14, "Jilotepec"),
    unconfirmed(15, "Ixtlahuaca"),
    confirmed(16, "Atizapán de Zaragoza"),
    unconfirmed(17, "Huixquilucan"),
    unconfirmed(18, "Tlalnepantla"),
    unconfirmed(19, "Tultepec"),
    unconfirmed(20, "Zumpango"),
    unconfirmed(21, "Ecatepec"),
    unconfirmed(22, "Ecatepec"),
    unconfirmed(23, "Texcoco"),
    confirmed(24, "Nezahualcóyotl"),
    unconfirmed(25, "Nezahualcóyotl"),
    unconfirmed(26, "Cuautitlán Izcalli"),
    confirmed(27, "Valle de Chalco"),
    unconfirmed(28, "Amecameca"),
    unconfirmed(29, "Naucalpan"),
    confirmed(30, "Naucalpan"),
    unconfirmed(31, "La Paz"),
    unconfirmed(32, "Naucalpan"),
    unconfirmed(33, "Tecámac"),
    confirmed(34, "Toluca"),
    unconfirmed(35, "Metepec"),
    unconfirmed(36, "Zinacantepec"),
    unconfirmed(37, "Tlalnepantla"),
    confirmed(38, "Coacalco"),
    unconfirmed(39, "Acolman"),
    confirmed(40, "Ixtapaluca"),
    unconfirmed(41, "Nezahualcóyotl"),
    unconfirmed(42, "Ecatepec"),
    confirmed(43, "Cuautitlán Izcalli"),
    unconfirmed(44, "Nicolás Romero"),
    unconfirmed(45, "Almoloya de Juárez"),
];

/// **Distritos electorales federales.** The 40 in force since INE/CG875/2022.
pub const FEDERAL_DISTRICTS: &[District] = &[
    confirmed(1, "Jilotepec de Andrés Molina Enríquez"),
    confirmed(2, "Santa María Tultepec"),
    confirmed(3, "Atlacomulco de Fabela"),
    confirmed(4, "Nicolás Romero"),
    confirmed(5, "Teotihuacán de Arista"),
    confirmed(6, "Coacalco de Berriozábal"),
    confirmed(7, "Cuautitlán Izcalli"),
    confirmed(8, "Tultitlán de Mariano Escobedo"),
    confirmed(9, "San Felipe del Progreso"),
    confirmed(10, "Ecatepec de Morelos"),
    confirmed(11, "Ecatepec de Morelos"),
    confirmed(12, "Ixtapaluca"),
    confirmed(13, "Ecatepec de Morelos"),
    confirmed(14, "Tepexpan"),
    confirmed(15, "Ciudad Adolfo López Mateos"),
    confirmed(16, "Ecatepec de Morelos"),
    confirmed(17, "Cd. Nezahualcóyotl"),
    confirmed(18, "Huixquilucan de Degollado"),
    confirmed(19, "Tlalnepantla de Baz"),
    confirmed(20, "Ojo de Agua"),
    unknown(21),
    unknown(22),
    unknown(23),
    unknown(24),
    unknown(25),
    confirmed(26, "Toluca"),
    unknown(27),
    unknown(28),
    unknown(29),
    unknown(30),
    unknown(31),
    unknown(32),
    unknown(33),
    confirmed(34, "Toluca"),
    unknown(35),
    unknown(36),
    unknown(37),
    unknown(38),
    unknown(39),
    confirmed(40, "Zinacantepec"),
];
