//! The CURP: its shape, the date, the entity and the check digit, and what is doubtful beside the
//! other data of a person (`docs/domain/curricular.md#registration`). No sentence repeats it.

use chrono::NaiveDate;

use crate::catalogues::Sex;
use crate::names::script_of_foreign_letter;
use crate::visible::visible;

/// How many characters it has.
pub const CURP_LENGTH: usize = 18;

/// The entities of birth, and NE for those born abroad.
const ENTITIES: [&str; 33] = [
    "AS", "BC", "BS", "CC", "CL", "CM", "CS", "CH", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN",
    "MS", "NT", "NL", "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS",
    "NE",
];

/// What the check digit is reckoned with: the place in it is the value.
const ALPHABET: &str = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

/// What some programs write for a foreigner of whom nothing is known.
const GENERIC: [&str; 2] = ["XEXX000101HNEXXX", "XEXX000101MNEXXX"];

/// What stands at each place: a letter, a digit, the sex, or at the last but one either.
const SHAPE: &str = "LLLLDDDDDDSLLLLLED";

/// Why a CURP is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurpTrouble {
    /// Stable code.
    pub code: &'static str,
    /// What to correct.
    pub detail: String,
}

impl CurpTrouble {
    fn new(code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }
}

/// A key as it is kept: in capitals, without spaces, hyphens and what nobody can see.
#[must_use]
pub fn tidy_key(text: &str) -> String {
    let dropped = |it: char| {
        it.is_whitespace() || matches!(it, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_')
    };
    let kept = visible(text).to_uppercase();
    kept.chars().filter(|it| !dropped(*it)).collect()
}

/// Everything that is wrong with a tidied CURP, beside the birth date where that is known.
#[must_use]
pub fn curp_troubles(curp: &str, birth: Option<NaiveDate>) -> Vec<CurpTrouble> {
    let places: Vec<char> = curp.chars().collect();
    let mut found = wrong_places(&places);
    if places.len() != CURP_LENGTH {
        let detail = format!(
            "La CURP tiene {CURP_LENGTH} caracteres y hay {}.",
            places.len()
        );
        found.push(CurpTrouble::new("length", detail));
    }
    if !found.is_empty() {
        return found;
    }
    if GENERIC.iter().any(|it| curp.starts_with(it)) {
        let detail = "Es una clave genérica, que no identifica a nadie: ¿cuál es la CURP de la \
                      persona? Si no la tiene, deje el campo vacío.";
        return vec![CurpTrouble::new("generic", detail)];
    }
    let date = date_of(curp);
    if date.is_empty() {
        let detail = "La fecha de la CURP (lugares 5 a 10) no existe: son año, mes y día.";
        found.push(CurpTrouble::new("invalid_date", detail));
    } else if birth.is_some_and(|birth| !date.iter().any(|it| same_short_day(*it, birth))) {
        let detail = "La fecha de la CURP (lugares 5 a 10) no es la fecha de nacimiento que se \
                      escribió: corrija la que esté mal.";
        found.push(CurpTrouble::new("conflict", detail));
    }
    if !ENTITIES.contains(&curp.get(11..13).unwrap_or_default()) {
        let detail = "La entidad de la CURP (lugares 12 y 13) no existe; de quien nació en el \
                      extranjero es NE.";
        found.push(CurpTrouble::new("unknown_entity", detail));
    }
    if found.is_empty() && places.last().copied() != check_digit(&places) {
        let detail = "El último dígito de la CURP no corresponde a los demás: compárela letra por \
                      letra con el documento.";
        found.push(CurpTrouble::new("check_digit", detail));
    }
    found
}

/// What is doubtful about a CURP that is one, and never blocks.
#[must_use]
pub fn curp_doubts(curp: &str, birth: Option<NaiveDate>, sex: Sex) -> Vec<&'static str> {
    use chrono::Datelike;
    let places: Vec<char> = curp.chars().collect();
    let mut doubts = Vec::new();
    let letter = places.get(16).is_some_and(|it| it.is_alphabetic());
    match birth {
        _ if has_letter_o(&places) => doubts.push(LETTER_O),
        Some(birth) if birth.year() >= 2000 && !letter => doubts.push(
            "El lugar 17 de la CURP es un dígito, como en quienes nacieron antes de 2000, y la \
             fecha de nacimiento es posterior: compárela con el documento.",
        ),
        Some(birth) if birth.year() < 2000 && letter => doubts.push(
            "El lugar 17 de la CURP es una letra, como en quienes nacieron desde 2000, y la fecha \
             de nacimiento es anterior: compárela con el documento.",
        ),
        _ => {}
    }
    let said = match places.get(10) {
        Some('H') => Some(Sex::Man),
        Some('M') => Some(Sex::Woman),
        Some('X') => Some(Sex::NonBinary),
        _ => None,
    };
    if said.is_some_and(|it| it != sex) {
        doubts.push(
            "La letra del sexo en la CURP (lugar 11) no es la del sexo registrado; puede ser \
             correcto, por ejemplo si la persona cambió su registro.",
        );
    }
    doubts
}

/// What is asked about an O at the one place where a letter or a digit may stand: the check digit is the
/// same with a zero.
const LETTER_O: &str = "En el lugar 17 de la CURP está la letra O: ¿es un cero?";

fn has_letter_o(places: &[char]) -> bool {
    places.get(16) == Some(&'O')
}

/// The places that hold what cannot stand there, each with what it may have been.
fn wrong_places(places: &[char]) -> Vec<CurpTrouble> {
    let wrong = |(at, (found, wanted)): (usize, (&char, char))| {
        let number = at + 1;
        let detail = match (*found, wanted) {
            (letter, _) if script_of_foreign_letter(letter).is_some() => {
                let script = script_of_foreign_letter(letter).unwrap_or_default();
                format!(
                    "En el lugar {number} está «{letter}», que es una letra {script}: escríbala con el \
                     teclado en español."
                )
            }
            ('Ñ', _) => {
                format!("En el lugar {number} hay una Ñ: en la CURP se escribe X en su lugar.")
            }
            ('O', 'D') => {
                format!("En el lugar {number} está la letra O y va un dígito: ¿es un cero?")
            }
            ('I' | 'L', 'D') => {
                format!("En el lugar {number} está la letra {found} y va un dígito: ¿es un uno?")
            }
            ('0', 'L' | 'S') => {
                format!("En el lugar {number} está el cero y va una letra: ¿es una O?")
            }
            ('1', 'L' | 'S') => {
                format!("En el lugar {number} está el uno y va una letra: ¿es una I?")
            }
            (_, 'D') => format!("En el lugar {number} de la CURP va un dígito."),
            (_, 'S') => format!("En el lugar {number} de la CURP va el sexo: H, M o X."),
            (_, 'E') => format!("En el lugar {number} de la CURP va una letra o un dígito."),
            _ => format!("En el lugar {number} de la CURP va una letra sin acento."),
        };
        (!fits(*found, wanted)).then(|| CurpTrouble::new("invalid_format", detail))
    };
    let pairs = places.iter().zip(SHAPE.chars()).enumerate();
    pairs.filter_map(wrong).collect()
}

fn fits(found: char, wanted: char) -> bool {
    match wanted {
        'D' => found.is_ascii_digit(),
        'S' => matches!(found, 'H' | 'M' | 'X'),
        'E' => found.is_ascii_digit() || found.is_ascii_uppercase(),
        _ => found.is_ascii_uppercase(),
    }
}

/// The days that its six digits can be, in both centuries.
fn date_of(curp: &str) -> Vec<NaiveDate> {
    let part = |from: usize| curp.get(from..from + 2)?.parse::<u32>().ok();
    let (Some(year), Some(month), Some(day)) = (part(4), part(6), part(8)) else {
        return Vec::new();
    };
    let year = i32::try_from(year).unwrap_or_default();
    let days = [1900, 2000].map(|century| NaiveDate::from_ymd_opt(century + year, month, day));
    days.into_iter().flatten().collect()
}

/// Whether two days are written with the same six digits.
fn same_short_day(one: NaiveDate, other: NaiveDate) -> bool {
    one.format("%y%m%d").to_string() == other.format("%y%m%d").to_string()
}

/// The last digit, from the seventeen before it: each value times 18 less its place from 0.
fn check_digit(places: &[char]) -> Option<char> {
    let mut sum: u32 = 0;
    for (place, weight) in places.iter().take(CURP_LENGTH - 1).zip((2..=18).rev()) {
        let value = ALPHABET.chars().position(|it| it == *place)?;
        sum += u32::try_from(value).ok()? * weight;
    }
    char::from_digit((10 - sum % 10) % 10, 10)
}

#[cfg(test)]
#[path = "curp_tests.rs"]
mod curp_tests;
