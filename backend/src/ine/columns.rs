//! Which column is which: the layouts of 2021, 2022 and 2024, whatever the accents, case and
//! separators of their headers.

use std::collections::BTreeMap;

use conoceles_shared::text::{fold, single_line, without_enie};

use super::file_row::Row;
use super::finding::Finding;
use crate::core::sheets::grid::{Row as SheetRow, Sheet};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Actor,
    /// In the federal layout of 2021, as the two that follow.
    Party,
    Coalition,
    CoalitionParties,
    Office,
    Entity,
    /// Local or federal.
    District,
    Circumscription,
    Municipality,
    /// Number of list or formula.
    Position,
    /// Majority or proportional, where the office does not say it.
    Principle,
    /// The whole name.
    Name,
    /// Without surnames, where these have columns of their own; else the whole name.
    GivenNames,
    /// Both.
    Surnames,
    FirstSurname,
    SecondSurname,
    /// Titular or alternate.
    Role,
    Age,
    Sex,
    /// Of the campaign office.
    Address,
    Phone,
    Email,
    Website,
    /// All social networks in one cell.
    Networks,
    Degree,
    DegreeStatus,
    Courses,
    History,
    Career,
    Motivation,
    Proposal1,
    Proposal2,
    GenderProposal,
}

/// Each column with its usual header, and others it is known by in the form of [`key`].
const KNOWN: &[(Column, &str, &[&str])] = &[
    (
        Column::Actor,
        "PARTIDO_COALICION",
        &["actorpolitico", "partidoocoalicion"],
    ),
    (Column::Party, "PARTIDO", &["partidopolitico"]),
    (Column::Coalition, "COALICION", &[]),
    (
        Column::CoalitionParties,
        "PARTIDOS_COALICION",
        &["partidosdelacoalicion"],
    ),
    (
        Column::Office,
        "CARGO",
        &["tipocandidatura", "candidatura", "tipodecandidatura"],
    ),
    (Column::Entity, "ENTIDAD", &["entidadfederativa", "estado"]),
    (
        Column::District,
        "DISTRITO_LOCAL",
        &[
            "distrito",
            "distritofederal",
            "distritoelectoral",
            "distritolocalofederal",
        ],
    ),
    (
        Column::Circumscription,
        "CIRCUNSCRIPCION",
        &["circunscripcionplurinominal", "circunscripcionelectoral"],
    ),
    (
        Column::Municipality,
        "MUNICIPIO",
        &["municipioalcaldia", "municipiooalcaldia", "alcaldia"],
    ),
    (
        Column::Position,
        "NUM_LISTA_O_FORMULA",
        &["numerodelistaoformula", "numlista", "numerodelista"],
    ),
    (
        Column::Principle,
        "PRINCIPIO_REPRESENTACION",
        &[
            "principio",
            "principioderepresentacion",
            "principiodeeleccion",
        ],
    ),
    (
        Column::Name,
        "NOMBRE_CANDIDATO",
        &[
            "nombrecandidatura",
            "nombrecompleto",
            "nombredelacandidatura",
            "nombredelcandidato",
            "candidatoa",
        ],
    ),
    (
        Column::GivenNames,
        "NOMBRE",
        &["nombres", "nombredepila", "nombrepropio"],
    ),
    (
        Column::Surnames,
        "APELLIDOS",
        &["apellido", "apellidosdelcandidato"],
    ),
    (
        Column::FirstSurname,
        "PRIMER_APELLIDO",
        &["apellidopaterno", "paterno", "apellido1"],
    ),
    (
        Column::SecondSurname,
        "SEGUNDO_APELLIDO",
        &["apellidomaterno", "materno", "apellido2"],
    ),
    (
        Column::Role,
        "TIPO_CANDIDATO",
        &[
            "tipodecandidato",
            "calidad",
            "propietarioosuplente",
            "propietariaosuplente",
        ],
    ),
    (Column::Age, "EDAD", &[]),
    (Column::Sex, "SEXO", &["genero"]),
    (
        Column::Address,
        "DIRECCION_CASA_CAMPAÑA",
        &["domicilio", "domiciliocasacampana"],
    ),
    (Column::Phone, "TELEFONO", &["telefonopublico"]),
    (
        Column::Email,
        "CORREO_ELECTRONICO",
        &["correo", "correoelecpublico"],
    ),
    (Column::Website, "PAGINA_WEB", &["sitioweb"]),
    (Column::Networks, "REDES", &["redessociales"]),
    (
        Column::Degree,
        "ESCOLARIDAD",
        &["gradomaximodeestudios", "gradoacademico"],
    ),
    (
        Column::DegreeStatus,
        "ESTATUS_ESCOLARIDAD",
        &["estatus", "estatusgrado"],
    ),
    (Column::Courses, "CURSOS", &[]),
    (
        Column::History,
        "HISTORIA_PROFESIONAL",
        &["historiaprofesionalylaboral"],
    ),
    (Column::Career, "TRAYECTORIA_POLITICA", &[]),
    (Column::Motivation, "MOTIVO_CARGO_PUBLICO", &[]),
    (Column::Proposal1, "PROPUESTA_1", &[]),
    (Column::Proposal2, "PROPUESTA_2", &[]),
    (
        Column::GenderProposal,
        "PROPUESTA_GENERO",
        &["propuestadegenero", "propuesta3"],
    ),
];

/// The columns without which a row says nothing; for the actor and the name, any of theirs.
const NEEDED: [Column; 2] = [Column::Office, Column::Entity];

/// The columns that answer the questionnaire.
pub const ANSWERS: [Column; 14] = [
    Column::Address,
    Column::Phone,
    Column::Email,
    Column::Website,
    Column::Networks,
    Column::Degree,
    Column::DegreeStatus,
    Column::Courses,
    Column::History,
    Column::Career,
    Column::Motivation,
    Column::Proposal1,
    Column::Proposal2,
    Column::GenderProposal,
];

/// Rows from the top in which the header is looked for, and how many columns show that it is one.
const HEADER_WITHIN: usize = 40;
const HEADER_COLUMNS: usize = 4;

/// The columns of a sheet.
#[derive(Debug)]
pub struct Columns {
    /// The sheet's name, where it has one.
    pub sheet: Option<String>,
    /// Its header among the sheet's rows.
    pub at: usize,
    /// The number of that row.
    pub header: u32,
    /// How many cells the header has.
    pub width: usize,
    /// What it calls the columns that are not known, by place.
    pub unknown: Vec<(usize, String)>,
    places: BTreeMap<Column, (usize, String)>,
    repeated: Vec<(usize, String)>,
}

impl Columns {
    /// The columns of the first row that names enough of them; titles may stand above it.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Option<Self> {
        let named = |row: &SheetRow| row.cells.iter().filter_map(|it| column(&it.text)).count();
        let (at, header) = sheet
            .rows
            .iter()
            .take(HEADER_WITHIN)
            .enumerate()
            .find(|(_, row)| named(row) >= HEADER_COLUMNS)?;
        let mut columns = Self {
            sheet: sheet.name.clone(),
            at,
            header: header.number,
            width: header.written.unwrap_or(header.cells.len()),
            unknown: Vec::new(),
            places: BTreeMap::new(),
            repeated: Vec::new(),
        };
        for (place, cell) in header.cells.iter().enumerate() {
            let name = single_line(&cell.text);
            match column(&name) {
                Some(it) if columns.has(it) => columns.repeated.push((place, name)),
                Some(it) => {
                    columns.places.insert(it, (place, name));
                }
                None => columns.unknown.push((place, name)),
            }
        }
        Some(columns)
    }

    /// The cell of a row; empty where the file has no such column.
    #[must_use]
    pub fn cell<'a>(&self, row: &'a Row, column: Column) -> &'a str {
        self.places
            .get(&column)
            .and_then(|(place, _)| row.cells.get(*place))
            .map_or("", String::as_str)
    }

    /// The name of a column as the file writes it.
    #[must_use]
    pub fn name(&self, column: Column) -> &str {
        self.places
            .get(&column)
            .map_or_else(|| standard(column), |(_, name)| name)
    }

    /// Whether the file has the column.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// The known columns with their places.
    pub fn known(&self) -> impl Iterator<Item = (Column, usize)> {
        self.places.iter().map(|(it, (place, _))| (*it, *place))
    }

    /// How many of them answer the questionnaire.
    #[must_use]
    pub fn answers(&self) -> usize {
        ANSWERS.iter().filter(|it| self.has(**it)).count()
    }

    /// Something about one cell.
    #[must_use]
    pub fn at_cell(&self, row: u32, column: Column, text: impl Into<String>) -> Finding {
        let place = self.places.get(&column).map_or(0, |(place, _)| *place);
        Finding::cell(self.sheet.as_deref(), row, place, self.name(column), text)
    }

    /// Something about a whole column.
    #[must_use]
    pub fn at_column(&self, column: Column, text: impl Into<String>) -> Finding {
        let place = self.places.get(&column).map_or(0, |(place, _)| *place);
        Finding::column(self.sheet.as_deref(), place, self.name(column), text)
    }

    /// Something about a whole row.
    #[must_use]
    pub fn at_row(&self, row: u32, text: impl Into<String>) -> Finding {
        Finding::row(self.sheet.as_deref(), row, text)
    }

    /// What no candidacy can do without and the header lacks, and what it has twice.
    #[must_use]
    pub fn errors(&self) -> Vec<Finding> {
        let twice = |(place, name): &(usize, String)| {
            let sheet = self.sheet.as_deref();
            Finding::cell(sheet, self.header, *place, name, "la columna está repetida")
        };
        let any = |of: &[Column]| of.iter().any(|it| self.has(*it));
        let mut missing = Vec::new();
        if !any(&[Column::Actor, Column::Party, Column::CoalitionParties]) {
            missing.push(Column::Actor);
        }
        missing.extend(NEEDED.into_iter().filter(|it| !self.has(*it)));
        if !any(&[Column::Name, Column::GivenNames]) {
            missing.push(Column::Name);
        }
        let missing = missing.into_iter().map(|it| {
            let what = format!(
                "falta la columna {}; agréguela y escriba en cada fila su valor",
                standard(it)
            );
            self.at_row(self.header, what)
        });
        self.repeated.iter().map(twice).chain(missing).collect()
    }

    /// The usual columns that the header lacks and candidacies can do without.
    #[must_use]
    pub fn absent(&self) -> Vec<Finding> {
        let usual = [
            Column::Role,
            Column::Age,
            Column::Sex,
            Column::Degree,
            Column::History,
            Column::Career,
            Column::Motivation,
        ];
        let absent = usual.into_iter().filter(|it| !self.has(*it));
        let told = |it| format!("no trae la columna {}", standard(it));
        absent
            .map(|it| Finding::sheet(self.sheet.as_deref(), told(it)))
            .collect()
    }
}

/// A header as it is compared: without accents, case and separators; ñ is n.
fn key(header: &str) -> String {
    without_enie(&fold(header))
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// The usual header of a column.
fn standard(column: Column) -> &'static str {
    KNOWN
        .iter()
        .find(|(known, _, _)| *known == column)
        .map_or("", |(_, header, _)| header)
}

/// The column that a header names.
fn column(header: &str) -> Option<Column> {
    let wanted = key(header);
    KNOWN
        .iter()
        .find(|(_, usual, others)| key(usual) == wanted || others.contains(&wanted.as_str()))
        .map(|(column, _, _)| *column)
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod columns_tests;
