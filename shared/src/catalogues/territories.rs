//! Municipalities and electoral districts of the Estado de México
//! (`docs/domain/catalogues.md#municipalities`, `docs/domain/catalogues.md#districts`).
//!
//! INEGI's five digits are a municipality's code; the IEEM numbers them differently (Cuautitlán
//! Izcalli is 25, and most of those that follow shift by one), so that number is an attribute.
//! Several heads of districts come from memory of the 2016 map and some federal ones are unknown:
//! each row says whether a public source confirms it, and the official list replaces them before
//! real use.

use crate::lists::{part, small_number, table_file};

/// One municipality of the Estado de México.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// INEGI's five-digit code, e.g. `15106`.
    pub inegi: &'static str,
    /// The number the IEEM gives it.
    pub ieem: u8,
    /// **Municipio.** The official name.
    pub name: &'static str,
}

impl Municipality {
    const fn of_line(line: &'static str) -> Self {
        let (inegi, rest) = part(line, b',');
        let (ieem, name) = part(rest, b',');
        Self {
            inegi,
            ieem: small_number(ieem),
            name,
        }
    }
}

/// All 125, in INEGI's order.
pub const MUNICIPALITIES: &[Municipality] =
    table_file!("municipalities.csv", Municipality::of_line);

/// The municipality with this five-digit INEGI code.
#[must_use]
pub fn municipality(inegi: &str) -> Option<&'static Municipality> {
    MUNICIPALITIES
        .iter()
        .find(|municipality| municipality.inegi == inegi)
}

const fn given(cell: &'static str) -> Option<&'static str> {
    if cell.is_empty() { None } else { Some(cell) }
}

/// One electoral district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct District {
    /// **Distrito.** Counted from 1, local and federal ones apart.
    pub number: u8,
    /// **Cabecera.** The town that heads it, where known.
    pub head: Option<&'static str>,
    /// Whether a public source confirms the head.
    pub confirmed: bool,
    /// The municipality of its head by INEGI's code, where known: the one that is certain to lie in it
    /// at least in part. Which others do is for the official list to say.
    pub municipality: Option<&'static str>,
}

impl District {
    const fn of_line(line: &'static str) -> Self {
        let (number, rest) = part(line, b',');
        let (confirmed, rest) = part(rest, b',');
        let (municipality, head) = part(rest, b',');
        Self {
            number: small_number(number),
            head: given(head),
            municipality: given(municipality),
            confirmed: matches!(confirmed.as_bytes(), b"yes"),
        }
    }

    /// Number and head as people write them: `Distrito 1, Chalco`.
    #[must_use]
    pub fn label(&self) -> String {
        match self.head {
            Some(head) => format!("Distrito {}, {head}", self.number),
            None => format!("Distrito {}", self.number),
        }
    }
}

/// **Distritos electorales locales.** All 45.
pub const LOCAL_DISTRICTS: &[District] = table_file!("local_districts.csv", District::of_line);

/// **Distritos electorales federales.** The 40 in force since INE/CG875/2022.
pub const FEDERAL_DISTRICTS: &[District] = table_file!("federal_districts.csv", District::of_line);
