//! Which column is which: the layouts of 2021, 2022 and 2024, whatever the accents, case and
//! separators of their headers.

use std::collections::BTreeMap;

use conoceles_shared::text::fold;

use super::finding::Finding;
use super::parse::{Row, Table};

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
    Name,
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
    (Column::Party, "PARTIDO", &[]),
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
        &["distrito", "distritofederal"],
    ),
    (Column::Circumscription, "CIRCUNSCRIPCION", &[]),
    (
        Column::Municipality,
        "MUNICIPIO",
        &["municipioalcaldia", "municipiooalcaldia"],
    ),
    (
        Column::Position,
        "NUM_LISTA_O_FORMULA",
        &["numerodelistaoformula", "numlista"],
    ),
    (
        Column::Name,
        "NOMBRE_CANDIDATO",
        &["nombrecandidatura", "nombre", "nombrecompleto"],
    ),
    (
        Column::Role,
        "TIPO_CANDIDATO",
        &["tipodecandidato", "calidad"],
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

/// The columns without which a row says nothing; for the actor, any of the three.
const NEEDED: [Column; 3] = [Column::Office, Column::Entity, Column::Name];

/// The columns of a file.
#[derive(Debug)]
pub struct Columns {
    places: BTreeMap<Column, (usize, String)>,
    /// How many cells the header has.
    pub width: usize,
}

impl Columns {
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
}

/// A header as it is compared: without accents, case and separators; ñ is n.
fn key(header: &str) -> String {
    fold(header)
        .replace('ñ', "n")
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

fn column(header: &str) -> Option<Column> {
    let wanted = key(header);
    KNOWN
        .iter()
        .find(|(_, usual, others)| key(usual) == wanted || others.contains(&wanted.as_str()))
        .map(|(column, _, _)| *column)
}

/// Where the header is (titles may stand above it) and which column is which, with remarks on
/// what is ignored or missing.
///
/// # Errors
/// There is no header, or it lacks what no row can do without, or repeats a column.
pub fn columns(table: &Table) -> Result<(usize, Columns, Vec<Finding>), Vec<Finding>> {
    let looks_like_it = |row: &&Row| row.cells.iter().filter_map(|it| column(it)).count() >= 4;
    let mut first = table.rows.iter().take(10).enumerate();
    let Some((at, header)) = first.find(|(_, row)| looks_like_it(row)) else {
        return Err(vec![Finding::file(
            "no se encontró el encabezado; se esperan columnas como PARTIDO_COALICION, CARGO, \
             ENTIDAD y NOMBRE_CANDIDATO",
        )]);
    };
    let mut places = BTreeMap::new();
    let (mut errors, mut remarks) = (Vec::new(), Vec::new());
    for (place, name) in header.cells.iter().enumerate() {
        match column(name) {
            Some(column) => {
                if places.insert(column, (place, name.clone())).is_some() {
                    errors.push(Finding::cell(
                        header.number,
                        name,
                        "la columna está repetida",
                    ));
                }
            }
            None if name.is_empty() => {}
            None => remarks.push(Finding::column(name, "no se reconoce; se ignora")),
        }
    }
    let columns = Columns {
        places,
        width: header.cells.len(),
    };
    let names_an_actor = [Column::Actor, Column::Party, Column::CoalitionParties];
    if !names_an_actor.iter().any(|it| columns.has(*it)) {
        errors.push(missing(header, Column::Actor));
    }
    errors.extend(
        NEEDED
            .into_iter()
            .filter(|it| !columns.has(*it))
            .map(|it| missing(header, it)),
    );
    let answers = [
        Column::Degree,
        Column::History,
        Column::Career,
        Column::Motivation,
    ];
    remarks.extend(
        [Column::Role, Column::Age, Column::Sex]
            .iter()
            .chain(&answers)
            .filter(|it| !columns.has(**it))
            .map(|it| Finding::file(format!("no trae la columna {}", standard(*it)))),
    );
    if errors.is_empty() {
        Ok((at, columns, remarks))
    } else {
        Err(errors)
    }
}

fn missing(header: &Row, column: Column) -> Finding {
    let what = format!("falta la columna {}", standard(column));
    Finding::row(header.number, what)
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod columns_tests;
