//! What a spreadsheet makes of what was typed: errors for texts, dates for ranges, powers of ten
//! for telephones.

use conoceles_shared::text::fold;

/// What a cell holds in place of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip {
    /// A formula: the text beside it is what it gave when the file was saved.
    Formula,
    /// A date or an hour.
    Date,
    /// An error of the spreadsheet, as `#N/A`.
    Error,
    /// «Verdadero» or «falso».
    Boolean,
    /// `5.51E+09`: digits are gone.
    Scientific,
    /// What a program writes for «no value»: `NaN`, `NULL`.
    NoValue,
    /// One of several cells that were made one, and not the first.
    Merged,
    /// Letters that no reading puts right.
    Garbled,
}

/// The errors of spreadsheets in Spanish and English.
const ERRORS: [&str; 24] = [
    "#n/a",
    "#n/d",
    "#ref!",
    "#¡ref!",
    "#nulo!",
    "#¡nulo!",
    "#null!",
    "#value!",
    "#¡valor!",
    "#valor!",
    "#div/0!",
    "#¡div/0!",
    "#name?",
    "#¿nombre?",
    "#nombre?",
    "#num!",
    "#¡num!",
    "#spill!",
    "#desbordamiento!",
    "#calc!",
    "#calculo!",
    "#campo!",
    "#field!",
    "#getting_data",
];

const MONTHS: [&str; 16] = [
    "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "sept", "oct", "nov", "dic",
    "jan", "apr", "dec",
];

impl Slip {
    /// What a text is that nobody typed, if it is one of those. Dates are not among them:
    /// [`looks_like_date`].
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > 40 {
            return None;
        }
        let plain = fold(text);
        let hashes = plain.len() >= 4 && plain.chars().all(|it| it == '#');
        if hashes || plain.starts_with("err:5") || ERRORS.contains(&plain.as_str()) {
            return Some(Self::Error);
        }
        match plain.as_str() {
            "verdadero" | "falso" | "true" | "false" => Some(Self::Boolean),
            "nan" | "null" | "none" | "undefined" | "<na>" | "#null" => Some(Self::NoValue),
            _ if is_scientific(&plain) => Some(Self::Scientific),
            _ => None,
        }
    }

    /// Whether the cell is no answer whatever its text: not one that somebody may have typed, as
    /// «falso».
    #[must_use]
    pub const fn is_in_the_cell(self) -> bool {
        matches!(self, Self::Formula | Self::Date | Self::Merged)
    }

    /// What it is, as a sentence that begins with the cell.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::Formula => "tiene una fórmula cuyo valor no está guardado en el archivo",
            Self::Date => {
                "es una fecha: la hoja de cálculo cambió lo que se escribió (por ejemplo «1-2»)"
            }
            Self::Error => "tiene un error de la hoja de cálculo: lo que se escribió se perdió",
            Self::Boolean => "dice verdadero o falso, que no es una respuesta",
            Self::Scientific => {
                "está en notación científica: la hoja de cálculo perdió cifras del número"
            }
            Self::NoValue => "dice lo que un programa escribe cuando no hay valor",
            Self::Merged => "está combinada con otras celdas",
            Self::Garbled => "tiene letras que se perdieron al guardar o convertir el archivo",
        }
    }

    /// A stable code and what to do about it in a sheet of our own.
    #[must_use]
    pub const fn explained(self) -> (&'static str, &'static str) {
        match self {
            Self::Formula => (
                "formula",
                "La celda tiene una fórmula; escriba en su lugar el texto.",
            ),
            Self::Date => (
                "wrong_type",
                "La celda tiene formato de fecha; dele formato de texto y escríbala de nuevo.",
            ),
            Self::Error => (
                "wrong_type",
                "La celda tiene un error de la hoja de cálculo; corríjalo o deje la celda vacía.",
            ),
            Self::Boolean => (
                "wrong_type",
                "La celda dice verdadero o falso, que no es una respuesta; escriba el texto o deje la \
                 celda vacía.",
            ),
            Self::Scientific => (
                "wrong_type",
                "La hoja de cálculo pasó el número a notación científica y perdió cifras; dé a la \
                 celda formato de texto y escriba el número completo.",
            ),
            Self::NoValue => (
                "wrong_type",
                "La celda dice lo que un programa escribe cuando no hay valor; escriba la respuesta o \
                 deje la celda vacía.",
            ),
            Self::Merged => (
                "merged_cells",
                "La celda está combinada con otras; sepárelas y escriba en cada una su respuesta.",
            ),
            Self::Garbled => (
                "garbled",
                "Las letras de la celda se perdieron al guardar o convertir el archivo; escríbala de \
                 nuevo y guarde la hoja como XLSX o «CSV UTF-8».",
            ),
        }
    }
}

/// `5.51E+09`, also with a comma.
fn is_scientific(plain: &str) -> bool {
    let Some((digits, power)) = plain.split_once('e') else {
        return false;
    };
    let number = |it: &str, signs: &[char]| {
        it.contains(|sign: char| sign.is_ascii_digit())
            && it
                .chars()
                .all(|sign| sign.is_ascii_digit() || signs.contains(&sign))
    };
    number(digits, &['.', ',', '-']) && power.starts_with(['+', '-']) && number(power, &['+', '-'])
}

/// Whether a text is what a spreadsheet shows of a date: `02-ene`, `2024-01-01 00:00:00`,
/// `1/2/2024`, `ene-24`.
#[must_use]
pub fn looks_like_date(text: &str) -> bool {
    let plain = fold(text.trim());
    // `2024-01-01T00:00:00` has no space; «7-MARTINEZ» only begins like a date.
    let end = match plain.find(' ') {
        Some(at) => at,
        None if plain.as_bytes().get(10) == Some(&b't') => 10,
        None => plain.len(),
    };
    let (day, rest) = plain.split_at_checked(end).unwrap_or_default();
    let hour = |it: char| it.is_ascii_digit() || matches!(it, ' ' | ':' | '.' | 't' | 'z');
    if !rest.chars().all(hour) {
        return false;
    }
    let parts: Vec<&str> = day.trim_end_matches('.').split(['-', '/', '.']).collect();
    let digits = |it: &str, most: usize| {
        (1..=most).contains(&it.len()) && it.chars().all(|sign| sign.is_ascii_digit())
    };
    let month = |it: &str| MONTHS.contains(&it);
    match parts.as_slice() {
        [a, b] => (digits(a, 2) && month(b)) || (month(a) && digits(b, 4)),
        [a, b, c] => {
            let year_first = a.len() == 4 && digits(a, 4) && digits(b, 2) && digits(c, 2);
            let year_last = digits(a, 2) && (digits(b, 2) || month(b)) && digits(c, 4);
            year_first || year_last
        }
        _ => false,
    }
}

#[cfg(test)]
#[path = "slips_tests.rs"]
mod slips_tests;
