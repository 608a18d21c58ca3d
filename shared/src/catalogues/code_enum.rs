//! What every catalogue is made of: rows of a code and a label, and enums that have both.

use std::fmt;

use crate::lists::part;

/// One row of a catalogue, as the API lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogueRow {
    /// Lower case; API and stored data have it, so it never changes.
    pub code: &'static str,
    /// The official Spanish wording.
    pub label: &'static str,
}

impl CatalogueRow {
    /// The row of a line `code,label` of a table file.
    pub(crate) const fn of_line(line: &'static str) -> Self {
        let (code, label) = part(line, b',');
        Self { code, label }
    }
}

/// The row with this code.
#[must_use]
pub fn row_with_code(rows: &'static [CatalogueRow], code: &str) -> Option<&'static CatalogueRow> {
    rows.iter().find(|row| row.code == code)
}

/// A code that its catalogue does not list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownCode;

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("el código no está en el catálogo")
    }
}

impl std::error::Error for UnknownCode {}

/// Declares an enum from `Variant = "code", "Etiqueta";` lines, each with more documentation above
/// it where the label does not say it all: `ALL`, `ENTRIES`, `code`, `label`,
/// `Display` and `FromStr` by code, serde by code.
macro_rules! code_enum {
    (
        $(#[$meta:meta])*
        $name:ident { $($(#[$detail:meta])* $variant:ident = $code:tt, $label:literal;)+ }
    ) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        $(#[$meta])*
        pub enum $name {
            $(
                #[doc = $label]
                #[doc = ""]
                $(#[$detail])*
                #[cfg_attr(feature = "openapi", schema(rename = $code))]
                $variant,
            )+
        }

        impl $name {
            /// Every value, in the official order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Code and label of every value, in the official order.
            pub const ENTRIES: &'static [$crate::catalogues::CatalogueRow] =
                &[$($crate::catalogues::CatalogueRow { code: $code, label: $label }),+];

            /// The stable lower-case code of the API and of stored data.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The official Spanish wording.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::catalogues::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::catalogues::UnknownCode),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                code.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use code_enum;
