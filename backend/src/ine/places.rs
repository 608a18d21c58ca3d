//! The territories of an archive: the states by INEGI's code, the rest as the file writes them.

use conoceles_shared::api::public::TerritoryRef;
use conoceles_shared::catalogues::{MUNICIPALITIES, Office, TerritoryKind};
use conoceles_shared::text::fold;

use super::values::{given, slug};

/// The states with INEGI's codes in order: the first is 01.
const STATES: [&str; 32] = [
    "Aguascalientes",
    "Baja California",
    "Baja California Sur",
    "Campeche",
    "Coahuila",
    "Colima",
    "Chiapas",
    "Chihuahua",
    "Ciudad de México",
    "Durango",
    "Guanajuato",
    "Guerrero",
    "Hidalgo",
    "Jalisco",
    "México",
    "Michoacán",
    "Morelos",
    "Nayarit",
    "Nuevo León",
    "Oaxaca",
    "Puebla",
    "Querétaro",
    "Quintana Roo",
    "San Luis Potosí",
    "Sinaloa",
    "Sonora",
    "Tabasco",
    "Tamaulipas",
    "Tlaxcala",
    "Veracruz",
    "Yucatán",
    "Zacatecas",
];

/// A state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    /// INEGI's two digits, or a code of the archive's own.
    pub(super) code: String,
    pub(super) name: String,
    /// Whether it is one of the 32.
    pub(super) known: bool,
}

/// The state that a cell names, also by its long name.
pub(super) fn state(cell: &str) -> State {
    let plain = fold(cell);
    let short = match plain.as_str() {
        "estado de mexico" | "edomex" => "mexico",
        "distrito federal" => "ciudad de mexico",
        "coahuila de zaragoza" => "coahuila",
        "michoacan de ocampo" => "michoacan",
        "queretaro de arteaga" => "queretaro",
        "veracruz de ignacio de la llave" => "veracruz",
        other => other,
    };
    let found = (1_u8..).zip(STATES).find(|(_, name)| fold(name) == short);
    match found {
        Some((15, _)) => State {
            code: "15".to_owned(),
            name: "Estado de México".to_owned(),
            known: true,
        },
        Some((number, name)) => State {
            code: format!("{number:02}"),
            name: name.to_owned(),
            known: true,
        },
        None => State {
            code: slug(cell),
            name: proper(cell),
            known: false,
        },
    }
}

/// The cells that say where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Where<'a> {
    /// The office, where the catalogue has it.
    pub(super) office: Option<Office>,
    /// The office as the file writes it.
    pub(super) office_text: &'a str,
    pub(super) district: &'a str,
    pub(super) circumscription: &'a str,
    pub(super) municipality: &'a str,
}

/// The territory of a candidacy: what its office asks for, where the file gives it; else the
/// smallest that it gives, down to the state itself.
pub(super) fn territory(state: &State, it: &Where<'_>) -> TerritoryRef {
    let federal = fold(it.office_text).contains("federal");
    let kind = it.office.map(Office::territory_kind);
    let municipality = given(it.municipality).map(|cell| municipality(state, cell));
    let district = given(it.district).map(|cell| district(state, cell, federal));
    let circumscription =
        given(it.circumscription).map(|cell| circumscription(state, cell, federal));
    let asked = match kind {
        Some(TerritoryKind::Municipality) => municipality.clone(),
        Some(TerritoryKind::LocalDistrict | TerritoryKind::FederalDistrict) => district.clone(),
        Some(TerritoryKind::Circumscription) => circumscription.clone(),
        Some(TerritoryKind::State) => return whole(state),
        None => None,
    };
    asked
        .or(municipality)
        .or(district)
        .or(circumscription)
        .unwrap_or_else(|| whole(state))
}

fn made(kind: TerritoryKind, code: String, name: String) -> TerritoryRef {
    TerritoryRef {
        kind: kind.code().to_owned(),
        code,
        name,
        ieem_number: None,
    }
}

fn whole(state: &State) -> TerritoryRef {
    made(TerritoryKind::State, state.code.clone(), state.name.clone())
}

/// A municipality: INEGI's code in Estado de México, one of the archive's own elsewhere.
fn municipality(state: &State, cell: &str) -> TerritoryRef {
    let kind = TerritoryKind::Municipality;
    let known = MUNICIPALITIES.iter().find(|it| fold(it.name) == fold(cell));
    match known {
        Some(it) if state.code == "15" => TerritoryRef {
            ieem_number: Some(u16::from(it.ieem)),
            ..made(kind, it.inegi.to_owned(), it.name.to_owned())
        },
        _ => made(
            kind,
            format!("{}_{}", state.code, slug(cell)),
            format!("{}, {}", proper(cell), state.name),
        ),
    }
}

/// `1-JESUS MARIA` as «Distrito 1, Jesus Maria, Aguascalientes».
fn district(state: &State, cell: &str, federal: bool) -> TerritoryRef {
    let kind = if federal {
        TerritoryKind::FederalDistrict
    } else {
        TerritoryKind::LocalDistrict
    };
    let (number, head) = match cell.split_once(['-', '.', ' ']) {
        Some((number, head)) if number.trim().parse::<u16>().is_ok() => {
            (number.trim(), head.trim())
        }
        _ => (cell, ""),
    };
    let number = number.trim_start_matches('0');
    let name = if head.is_empty() {
        format!("Distrito {}, {}", proper(number), state.name)
    } else {
        format!("Distrito {number}, {}, {}", proper(head), state.name)
    };
    made(kind, format!("{}_{}", state.code, slug(number)), name)
}

fn circumscription(state: &State, cell: &str, federal: bool) -> TerritoryRef {
    let kind = TerritoryKind::Circumscription;
    if federal {
        // The five federal ones span states.
        return made(kind, slug(cell), format!("Circunscripción {cell}"));
    }
    let name = format!("Circunscripción {cell}, {}", state.name);
    made(kind, format!("{}_{}", state.code, slug(cell)), name)
}

/// A name in capitals as it is usually written: `SAN LUIS DEL CORDERO` is «San Luis del Cordero».
fn proper(text: &str) -> String {
    if text.chars().any(char::is_lowercase) {
        return text.to_owned();
    }
    let words: Vec<String> = text
        .split_whitespace()
        .enumerate()
        .map(|(at, word)| match word {
            "DE" | "DEL" | "LA" | "LAS" | "EL" | "LOS" | "Y" if at > 0 => word.to_lowercase(),
            _ => super::values::sentence(word),
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
#[path = "places_tests.rs"]
mod places_tests;
