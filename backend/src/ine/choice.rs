//! Which sheet of a file holds the candidacies. One that asks about identity never does, whatever
//! its header looks like: its answers are neither read nor repeated.

use conoceles_shared::text::fold;

use super::columns::Columns;
use super::finding::{Finding, short_list};
use crate::core::sheets::grid::{Book, Sheet};

/// Words of the questions on identity, without accents.
const IDENTITY: [&str; 22] = [
    "identifica",
    "identifico",
    "indigena",
    "afromexican",
    "afrodescend",
    "lgbt",
    "diversidad sexual",
    "orientacion sexual",
    "identidad de genero",
    "cuestionario de identidad",
    "no binari",
    "discapacidad",
    "migrante",
    "ingreso",
    "poblacion joven",
    "persona joven",
    "entre 18 y 29",
    "adulta mayor",
    "autoadscri",
    "lengua materna",
    "de nacimiento",
    "situacion de calle",
];

/// The sheet with the candidacies.
#[derive(Debug)]
pub struct Chosen<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Which column is which.
    pub columns: Columns,
    /// What is not read, of the file and of the sheet.
    pub remarks: Vec<Finding>,
}

/// What a sheet is.
enum Content {
    /// Questions on identity.
    Identity,
    /// A list of candidacies.
    Candidacies(Columns),
    /// Anything else.
    Other,
}

impl Content {
    fn of(sheet: &Sheet) -> Self {
        let columns = Columns::of(sheet);
        let named = sheet.name.as_deref().is_some_and(is_identity);
        let asked = match &columns {
            Some(it) => it.unknown.iter().filter(|(_, it)| is_identity(it)).count(),
            None => 0,
        };
        let answers = columns.as_ref().map_or(0, Columns::answers);
        match columns {
            // One such column beside a list of candidacies is left out like any other.
            _ if answers < 3 && (named || asked > 1) => Self::Identity,
            Some(columns) => Self::Candidacies(columns),
            None => Self::Other,
        }
    }
}

fn is_identity(text: &str) -> bool {
    let plain = fold(text);
    plain.contains("identidad") || IDENTITY.iter().any(|it| plain.contains(it))
}

/// The one sheet that holds candidacies, or the one asked for.
///
/// # Errors
/// There is none, there are several, or it lacks what no row can do without.
pub fn choose<'a>(book: &'a Book, asked: Option<&str>) -> Result<Chosen<'a>, Vec<Finding>> {
    let mut sheets: Vec<(&Sheet, Content)> = book
        .sheets
        .iter()
        .filter(|it| !it.rows.is_empty())
        .map(|it| (it, Content::of(it)))
        .collect();
    let at = match asked {
        Some(name) => named(&sheets, name)?,
        None => only(&sheets)?,
    };
    let (sheet, content) = sheets.remove(at);
    let Content::Candidacies(columns) = content else {
        return Err(vec![without_candidacies(sheet, &content)]);
    };
    let errors = columns.errors();
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut remarks: Vec<Finding> = sheets.iter().map(|(it, what)| unread(it, what)).collect();
    remarks.extend(about_columns(sheet, &columns));
    remarks.extend(columns.absent());
    Ok(Chosen {
        sheet,
        columns,
        remarks,
    })
}

fn named(sheets: &[(&Sheet, Content)], name: &str) -> Result<usize, Vec<Finding>> {
    let is = |it: &Sheet| it.name.as_deref().is_some_and(|it| fold(it) == fold(name));
    let found = sheets.iter().position(|(it, _)| is(it));
    found.ok_or_else(|| {
        let what = format!("no tiene una hoja «{name}» con datos");
        vec![Finding::file(what)]
    })
}

/// Sheets with answers come before lists without, those that show before those that do not.
fn only(sheets: &[(&Sheet, Content)]) -> Result<usize, Vec<Finding>> {
    let rank = |(sheet, content): &(&Sheet, Content)| match content {
        Content::Candidacies(it) => Some((sheet.hidden, it.answers() == 0)),
        _ => None,
    };
    let Some(best) = sheets.iter().filter_map(rank).min() else {
        return Err(nowhere(sheets));
    };
    let equal: Vec<usize> = (0..sheets.len())
        .filter(|at| sheets.get(*at).and_then(rank) == Some(best))
        .collect();
    let names = || {
        let found = equal.iter().filter_map(|at| sheets.get(*at));
        let names = found.filter_map(|(it, _)| it.name.as_deref());
        names.collect::<Vec<_>>().join("», «")
    };
    match equal.as_slice() {
        _ if best.0 => Err(vec![Finding::file(format!(
            "las candidaturas están en una hoja oculta («{}»); muéstrela en el archivo, o nómbrela con \
             --sheet",
            names()
        ))]),
        [only] => Ok(*only),
        _ => Err(vec![Finding::file(format!(
            "tiene candidaturas en varias hojas («{}»); impórtelas una por una, con --sheet y el nombre \
             de la hoja, o júntelas en una",
            names()
        ))]),
    }
}

/// Why no sheet will do.
fn nowhere(sheets: &[(&Sheet, Content)]) -> Vec<Finding> {
    let mut found: Vec<Finding> = sheets
        .iter()
        .filter(|(_, content)| matches!(content, Content::Identity))
        .map(|(it, content)| without_candidacies(it, content))
        .collect();
    let other: Vec<&Sheet> = sheets
        .iter()
        .filter(|(_, content)| matches!(content, Content::Other))
        .map(|(it, _)| *it)
        .collect();
    if other.is_empty() && !found.is_empty() {
        return found;
    }
    let names: Vec<&str> = other.iter().filter_map(|it| it.name.as_deref()).collect();
    let which = match names.as_slice() {
        [] => String::new(),
        [one] => format!(" en la hoja «{one}»"),
        many => format!(" en las hojas «{}»", many.join("», «")),
    };
    found.push(Finding::file(format!(
        "no se encontró el encabezado{which}; se esperan, en una misma fila de las primeras 40, \
         columnas como PARTIDO_COALICION, CARGO, ENTIDAD y NOMBRE_CANDIDATO"
    )));
    found
}

fn without_candidacies(sheet: &Sheet, content: &Content) -> Finding {
    let text = match content {
        Content::Identity => {
            "es el cuestionario de identidad, que no se importa: sus respuestas son confidenciales"
        }
        _ => "no tiene el encabezado de las candidaturas",
    };
    Finding::sheet(sheet.name.as_deref(), text)
}

fn unread(sheet: &Sheet, content: &Content) -> Finding {
    let hidden = if sheet.hidden { " (está oculta)" } else { "" };
    let text = match content {
        Content::Identity => "es el cuestionario de identidad; no se importa".to_owned(),
        Content::Candidacies(_) => {
            format!("parece otra lista de candidaturas{hidden}; no se importa")
        }
        Content::Other => format!("no tiene candidaturas{hidden}; no se importa"),
    };
    Finding::sheet(sheet.name.as_deref(), text)
}

/// The columns that are not read, and those that are although they do not show.
fn about_columns(sheet: &Sheet, columns: &Columns) -> Vec<Finding> {
    let name = sheet.name.as_deref();
    let below = || sheet.rows.iter().skip(columns.at + 1);
    let hidden = |at: usize| sheet.hidden_columns.contains(&at);
    let mut found = Vec::new();
    let unnamed = columns.width..below().map(|it| it.cells.len()).max().unwrap_or(0);
    let unnamed = unnamed.map(|at| (at, String::new()));
    for (at, header) in columns.unknown.iter().cloned().chain(unnamed) {
        let filled = below().filter(|it| !it.cell(at).is_blank()).count();
        if header.is_empty() && filled == 0 {
            continue;
        }
        let what = match (is_identity(&header), hidden(at)) {
            (true, _) => "es del cuestionario de identidad; no se importa",
            (false, true) => "está oculta y no se reconoce; se ignora",
            (false, false) if header.is_empty() => "tiene datos y no tiene encabezado; se ignora",
            (false, false) => "no se reconoce; se ignora",
        };
        found.push(Finding::column(name, at, &header, what));
    }
    for (column, at) in columns.known() {
        if hidden(at) {
            found.push(columns.at_column(column, "está oculta en la hoja; también se lee"));
        }
    }
    let shown: Vec<String> = sheet
        .hidden_rows
        .iter()
        .filter(|it| **it > columns.header)
        .map(ToString::to_string)
        .collect();
    if !shown.is_empty() {
        let text = format!("las filas ocultas también se leen: {}", short_list(&shown));
        found.push(Finding::sheet(name, text));
    }
    found
}

#[cfg(test)]
#[path = "choice_tests.rs"]
mod choice_tests;
