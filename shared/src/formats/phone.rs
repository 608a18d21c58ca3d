//! Telephone numbers of Mexico: ten digits, however they are written.

use std::fmt;

use super::{plain_line, says_nothing};
use crate::text::fold;

/// What stands before a number and says only that it is one.
const LABELS: [&str; 12] = [
    "telefono movil",
    "telefono celular",
    "telefono fijo",
    "telefono",
    "tels",
    "tel",
    "celular",
    "cel",
    "movil",
    "callto",
    "phone",
    "numero",
];

/// What was dialled before a number until August 2019, or before it from abroad; the longest first.
const PREFIXES: [&str; 9] = [
    "52044", "52045", "5201", "521", "044", "045", "01", "52", "",
];

/// Area codes of two digits; every other has three.
const SHORT_AREAS: [&str; 4] = ["55", "56", "33", "81"];

/// A number without anything that need not be dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NationalNumber {
    /// Its digits alone.
    pub digits: String,
    /// Whether a prefix was left out that is not dialled any more: 01, 044, 045, the 1 after +52.
    pub old_prefix: bool,
}

/// Why a text is no telephone number of Mexico.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneTrouble {
    /// It says that there is none.
    Nothing,
    /// It has an extension.
    Extension,
    /// It is more than one number.
    Several,
    /// Its country code is another one.
    Foreign,
    /// A sheet rounded it: `7.22E+09`.
    Rounded,
    /// It has words.
    Words,
    /// It has signs that no number is written with.
    Signs,
    /// It has more or fewer digits.
    Length {
        /// How many there should be.
        wanted: u32,
        /// How many there are.
        found: u32,
    },
    /// No number begins so.
    NoArea,
}

impl fmt::Display for PhoneTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "escriba un número",
            Self::Extension => {
                "lleva una extensión, que aquí no cabe; escriba solo los dígitos del número"
            }
            Self::Several => "hay más de un número; escriba cada uno por separado",
            Self::Foreign => {
                "es un número de otro país; escriba uno de México (si lo es, quite el signo + o \
                 escriba +52)"
            }
            Self::Rounded => {
                "la hoja de cálculo lo redondeó; dé a la celda formato de texto y escríbalo de nuevo"
            }
            Self::Words => "tiene letras; escriba solo el número",
            Self::Signs => {
                "tiene signos que no son de un teléfono; escriba solo dígitos, espacios y guiones"
            }
            Self::Length { wanted, found } => {
                return write!(f, "deben ser {wanted} dígitos y hay {found}");
            }
            Self::NoArea => {
                "ningún número de México empieza con 0 o con 1; escriba los diez dígitos con su \
                 clave de larga distancia"
            }
        })
    }
}

/// The national number that a text means. `wanted` is how many digits it has; with 0, digits are
/// taken as they come, without a prefix left out.
///
/// # Errors
/// What to do instead.
pub fn national_number(text: &str, wanted: u32) -> Result<NationalNumber, PhoneTrouble> {
    let line = fold(&plain_line(text));
    let line = without_label(&line);
    if says_nothing(line) {
        return Err(PhoneTrouble::Nothing);
    }
    if is_rounded(line) {
        return Err(PhoneTrouble::Rounded);
    }
    let size = usize::try_from(wanted).unwrap_or(usize::MAX);
    let line = without_decimals(line, size);
    if has_extension(line) {
        return Err(PhoneTrouble::Extension);
    }
    let line = line
        .replace(" y ", "/")
        .replace(" o ", "/")
        .replace(" u ", "/");
    if size != 0 && is_several(&line, size) {
        return Err(PhoneTrouble::Several);
    }
    if line.chars().any(char::is_alphabetic) {
        return Err(PhoneTrouble::Words);
    }
    if !line.chars().all(is_written_in_numbers) || plus_within(&line) {
        return Err(PhoneTrouble::Signs);
    }
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    if size == 0 {
        return Ok(NationalNumber {
            digits,
            old_prefix: false,
        });
    }
    without_prefix(&digits, line.contains('+'), wanted, size)
}

fn without_prefix(
    digits: &str,
    plus: bool,
    wanted: u32,
    size: usize,
) -> Result<NationalNumber, PhoneTrouble> {
    let from_abroad = ["00", "011"].into_iter().find_map(|exit| {
        let rest = digits.strip_prefix(exit)?;
        (!plus && rest.len() > size && rest.starts_with("52")).then_some(rest)
    });
    let dialled = from_abroad.unwrap_or(digits);
    let abroad = digits.starts_with("00") && digits.len() > size && from_abroad.is_none();
    if abroad || (plus && !dialled.starts_with("52")) {
        return Err(PhoneTrouble::Foreign);
    }
    let country = plus || from_abroad.is_some();
    let found = PREFIXES
        .into_iter()
        .filter(|it| !country || it.starts_with("52"))
        .find_map(|prefix| {
            let rest = dialled.strip_prefix(prefix)?;
            (rest.len() == size).then_some((prefix, rest))
        });
    let Some((prefix, rest)) = found else {
        let own = if country {
            dialled.strip_prefix("52").unwrap_or(dialled)
        } else {
            dialled
        };
        let found = u32::try_from(own.len()).unwrap_or(u32::MAX);
        return Err(PhoneTrouble::Length { wanted, found });
    };
    if wanted == 10 && rest.starts_with(['0', '1']) {
        return Err(PhoneTrouble::NoArea);
    }
    Ok(NationalNumber {
        digits: rest.to_owned(),
        old_prefix: !matches!(prefix, "" | "52"),
    })
}

/// The line after «Tel.», «Celular:» or the scheme of a link.
fn without_label(line: &str) -> &str {
    let found = LABELS.iter().find_map(|label| line.strip_prefix(label));
    let Some(rest) = found else {
        return line;
    };
    if rest.starts_with(char::is_alphabetic) {
        return line;
    }
    rest.trim_start_matches([' ', ':', '.', '/', '#'])
}

/// `7.22123E+09`, as a sheet shows a number that its cell is too narrow for.
fn is_rounded(line: &str) -> bool {
    let plain: String = line.chars().filter(|it| !it.is_whitespace()).collect();
    let Some((number, power)) = plain.split_once('e') else {
        return false;
    };
    let power = power.trim_start_matches('+');
    let number_like = number
        .chars()
        .all(|it| it.is_ascii_digit() || ".,".contains(it));
    let power_like = !power.is_empty() && power.chars().all(|it| it.is_ascii_digit());
    !number.is_empty() && number_like && power_like
}

/// `7221234567.0`, as a sheet writes a number.
fn without_decimals(line: &str, size: usize) -> &str {
    match line.split_once('.') {
        Some((whole, zeros))
            if whole.len() >= size
                && whole.chars().all(|it| it.is_ascii_digit())
                && !zeros.is_empty()
                && zeros.chars().all(|it| it == '0') =>
        {
            whole
        }
        _ => line,
    }
}

/// Whether digits are followed by what an extension is called, and that by digits.
fn has_extension(line: &str) -> bool {
    let called = ["extension", "ext", "int", "x", "#"];
    let digit = |it: &str| it.chars().any(|it| it.is_ascii_digit());
    called.iter().any(|name| {
        line.find(name).is_some_and(|at| {
            let (before, after) = line.split_at(at);
            let after = after
                .get(name.len()..)
                .unwrap_or_default()
                .trim_start_matches([' ', '.', ':', '=', '-']);
            let whole = !before.ends_with(char::is_alphabetic);
            whole && digit(before) && after.starts_with(|it: char| it.is_ascii_digit())
        })
    })
}

/// Whether the line is parted into more than one number, or has the digits of two.
fn is_several(line: &str, size: usize) -> bool {
    let digits = |it: &str| it.chars().filter(char::is_ascii_digit).count();
    let parts = line.split(['/', ',', ';', '|', '&']);
    let long = size.saturating_sub(3).max(1);
    parts.filter(|it| digits(it) >= long).count() > 1 || digits(line) >= size.saturating_mul(2)
}

const fn is_written_in_numbers(it: char) -> bool {
    matches!(it,
        '0'..='9' | ' ' | '+' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '·' | '•'
        | '(' | ')' | '[' | ']' | '/' | ',' | ';' | '_' | '\'')
}

/// Whether a plus stands anywhere but before the first digit, or twice.
fn plus_within(line: &str) -> bool {
    let first_digit = line.find(|it: char| it.is_ascii_digit());
    let mut plus = line.match_indices('+').map(|(at, _)| at);
    match (plus.next(), first_digit) {
        (Some(at), Some(digit)) => at > digit || plus.next().is_some(),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// The digits as they are read aloud: `55 1234 5678`, `722 123 4567`; any other number as it is.
#[must_use]
pub fn grouped_phone(digits: &str) -> String {
    if digits.len() != 10 || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return digits.to_owned();
    }
    let area = if SHORT_AREAS.iter().any(|it| digits.starts_with(it)) {
        2
    } else {
        3
    };
    let (area, own) = digits.split_at(area);
    let (first, last) = own.split_at(own.len() - 4);
    format!("{area} {first} {last}")
}

/// What dials the number from anywhere: `tel:+527221234567`; none of what is no national number.
#[must_use]
pub fn phone_link(digits: &str) -> Option<String> {
    let is_number = digits.len() == 10 && digits.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| format!("tel:+52{digits}"))
}

#[cfg(test)]
#[path = "phone_tests.rs"]
mod phone_tests;
