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

/// How states are shortened, without full stops and spaces, with their names as they are folded.
const ABBREVIATIONS: [(&str, &str); 51] = [
    ("ags", "aguascalientes"),
    ("bc", "baja california"),
    ("bcn", "baja california"),
    ("bcs", "baja california sur"),
    ("camp", "campeche"),
    ("coah", "coahuila"),
    ("col", "colima"),
    ("chis", "chiapas"),
    ("chih", "chihuahua"),
    ("cdmx", "ciudad de mexico"),
    ("cdmexico", "ciudad de mexico"),
    ("cddemexico", "ciudad de mexico"),
    ("df", "ciudad de mexico"),
    ("mexicodf", "ciudad de mexico"),
    ("dgo", "durango"),
    ("gto", "guanajuato"),
    ("gro", "guerrero"),
    ("hgo", "hidalgo"),
    ("jal", "jalisco"),
    ("mex", "mexico"),
    ("edomex", "mexico"),
    ("edomexico", "mexico"),
    ("edodemex", "mexico"),
    ("edodemexico", "mexico"),
    ("estadodemex", "mexico"),
    ("estdemexico", "mexico"),
    ("mich", "michoacan"),
    ("mor", "morelos"),
    ("nay", "nayarit"),
    ("nl", "nuevo leon"),
    ("nvoleon", "nuevo leon"),
    ("oax", "oaxaca"),
    ("pue", "puebla"),
    ("qro", "queretaro"),
    ("qroo", "quintana roo"),
    ("qr", "quintana roo"),
    ("quintanaro", "quintana roo"),
    ("slp", "san luis potosi"),
    ("snluispotosi", "san luis potosi"),
    ("sin", "sinaloa"),
    ("son", "sonora"),
    ("tab", "tabasco"),
    ("tamps", "tamaulipas"),
    ("tam", "tamaulipas"),
    ("tlax", "tlaxcala"),
    ("tlx", "tlaxcala"),
    ("ver", "veracruz"),
    ("yuc", "yucatan"),
    ("zac", "zacatecas"),
    ("veracruzllave", "veracruz"),
    ("michoacanocampo", "michoacan"),
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
    let bare: String = plain.split(['.', ' ']).collect();
    let by_letters = ABBREVIATIONS.iter().find(|(it, _)| *it == bare);
    let short = match plain.as_str() {
        "estado de mexico" => "mexico",
        "distrito federal" => "ciudad de mexico",
        "coahuila de zaragoza" => "coahuila",
        "michoacan de ocampo" => "michoacan",
        "queretaro de arteaga" => "queretaro",
        "veracruz de ignacio de la llave" => "veracruz",
        other => by_letters.map_or(other, |(_, it)| *it),
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

/// What a row does not say and its office is voted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    Entity,
    Circumscription,
}

/// All the country, which the catalogue has no kind for.
const NATIONAL: &str = "national";

/// The five parts of the country that vote proportional lists of federal deputies.
const FEDERAL: [&str; 5] = ["Primera", "Segunda", "Tercera", "Cuarta", "Quinta"];

/// Whether a territory is larger than a state.
pub(super) fn is_beyond_states(territory: &TerritoryRef) -> bool {
    territory.kind == NATIONAL || territory.name.ends_with(" circunscripción")
}

/// The territory of a candidacy: what its office asks for, where the file gives it; else the
/// smallest that it gives, down to the state itself. Lists of federal deputies have a
/// circumscription and no state, senators of the national list and the presidency neither.
pub(super) fn territory(state: Option<&State>, it: &Where<'_>) -> Result<TerritoryRef, Missing> {
    let plain = fold(it.office_text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let federal = plain.contains("federal") || plain.starts_with("senad");
    let proportional = words.contains(&"rp") || plain.contains("proporcional");
    let presidency = plain.starts_with("presiden") && !plain.contains("municip");
    if (presidency && (plain.contains("republica") || state.is_none()))
        || (proportional && plain.starts_with("senad"))
    {
        return Ok(made(NATIONAL, "mx".to_owned(), "Nacional".to_owned()));
    }
    let of_five = given(it.circumscription).and_then(number).map(usize::from);
    let of_five = of_five.and_then(|it| Some((it, *FEDERAL.get(it.checked_sub(1)?)?)));
    let local = plain.contains("local");
    if proportional && !local && (federal || state.is_none()) {
        let (number, name) = of_five.ok_or(if federal || state.is_some() {
            Missing::Circumscription
        } else {
            Missing::Entity
        })?;
        let name = format!("{name} circunscripción");
        let kind = TerritoryKind::Circumscription.code();
        return Ok(made(kind, number.to_string(), name));
    }
    let state = state.ok_or(Missing::Entity)?;
    Ok(within(state, it, federal))
}

/// A territory of a state.
fn within(state: &State, it: &Where<'_>, federal: bool) -> TerritoryRef {
    let kind = it.office.map(Office::territory_kind);
    let municipality = given(it.municipality).map(|cell| municipality(state, cell));
    let district = given(it.district).map(|cell| district(state, cell, federal));
    let circumscription = given(it.circumscription).map(|cell| circumscription(state, cell));
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

fn made(kind: &str, code: String, name: String) -> TerritoryRef {
    TerritoryRef {
        kind: kind.to_owned(),
        code,
        name,
        ieem_number: None,
    }
}

fn whole(state: &State) -> TerritoryRef {
    let kind = TerritoryKind::State.code();
    made(kind, state.code.clone(), state.name.clone())
}

/// A municipality: INEGI's code in Estado de México, one of the archive's own elsewhere.
fn municipality(state: &State, cell: &str) -> TerritoryRef {
    let kind = TerritoryKind::Municipality.code();
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

/// `1-JESUS MARIA` as «Distrito 1, Jesus Maria, Aguascalientes», and `I` as «Distrito 1».
fn district(state: &State, cell: &str, federal: bool) -> TerritoryRef {
    let kind = if federal {
        TerritoryKind::FederalDistrict
    } else {
        TerritoryKind::LocalDistrict
    };
    let bare = ["distrito", "dtto.", "dto."]
        .iter()
        .find(|it| fold(cell).starts_with(*it))
        .and_then(|it| cell.get(it.len()..))
        .map_or(cell, |it| it.trim_start_matches(['.', ' ']));
    let (first, head) = match bare.split_once(['-', '.', ' ']) {
        Some((first, head)) if number(first).is_some() => (first.trim(), head),
        _ => (bare, ""),
    };
    let head = head.trim_matches(['-', '.', ' ']);
    let number = match number(first) {
        Some(number) => number.to_string(),
        None => first.trim_start_matches('0').to_owned(),
    };
    let name = if head.is_empty() {
        format!("Distrito {}, {}", proper(&number), state.name)
    } else {
        format!("Distrito {number}, {}, {}", proper(head), state.name)
    };
    made(
        kind.code(),
        format!("{}_{}", state.code, slug(&number)),
        name,
    )
}

fn circumscription(state: &State, cell: &str) -> TerritoryRef {
    let kind = TerritoryKind::Circumscription.code();
    let (code, shown) = match number(cell) {
        Some(number) => (number.to_string(), number.to_string()),
        None if fold(cell) == "unica" => ("unica".to_owned(), "única".to_owned()),
        None => (slug(cell), cell.to_owned()),
    };
    let name = format!("Circunscripción {shown}, {}", state.name);
    made(kind, format!("{}_{code}", state.code), name)
}

/// A number as lists write it: `04`, `IV`, `cuarta`, `4a`, «circunscripción 4».
#[must_use]
pub fn number(text: &str) -> Option<u16> {
    let plain = fold(text.trim());
    let plain = plain
        .strip_prefix("circunscripcion")
        .or_else(|| plain.strip_suffix("circunscripcion"))
        .unwrap_or(&plain)
        .trim();
    if let Some(at) = FEDERAL.iter().position(|it| fold(it) == plain) {
        return u16::try_from(at + 1).ok();
    }
    let digits = plain.trim_end_matches(['a', 'ª', 'º', '.']);
    digits.parse().ok().or_else(|| roman(plain))
}

/// A Roman number in its one proper form.
fn roman(text: &str) -> Option<u16> {
    const SIGNS: [(&str, u16); 9] = [
        ("c", 100),
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ];
    let mut value = 0;
    let mut rest = text;
    for (sign, worth) in SIGNS {
        // Signs of four and nine stand once, the others up to three times.
        for _ in 0..if sign.len() > 1 { 1 } else { 3 } {
            match rest.strip_prefix(sign) {
                Some(after) => {
                    value += worth;
                    rest = after;
                }
                None => break,
            }
        }
    }
    (value > 0 && rest.is_empty()).then_some(value)
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
