//! The answered records of an archive of the INE, typed into the template: what people answered
//! there brings problems here, each told by its cell.

use std::collections::BTreeMap;

use conoceles_shared::questionnaire::Limits;
use conoceles_shared::text::{CountingMode, fold};

use super::columns::Column;
use super::fixture_tests::{now, planned, roll};
use super::roll::Roll;
use super::sheet::Sheet;
use super::{reading, template};

/// Invented, in the layout and with the habits of the file of 2022.
const EXTRACT: &[u8] = include_bytes!("../../ine/fixtures/locales.csv");

/// The archive's column of each of ours; it keeps all networks in one, split by site below.
const SAME: [(&str, &str); 13] = [
    ("pagina_web", "PAGINA_WEB"),
    ("correo_publico", "CORREO_ELECTRONICO"),
    ("telefono_publico", "TELEFONO"),
    ("domicilio_casa_campana", "DIRECCION_CASA_CAMPAÑA"),
    ("grado_maximo_estudios", "ESCOLARIDAD"),
    ("estatus_grado", "ESTATUS_ESCOLARIDAD"),
    ("formacion_complementaria", "CURSOS"),
    ("historia_profesional", "HISTORIA_PROFESIONAL"),
    ("trayectoria_politica", "TRAYECTORIA_POLITICA"),
    ("motivo_cargo_publico", "MOTIVO_CARGO_PUBLICO"),
    ("propuesta_1", "PROPUESTA_1"),
    ("propuesta_2", "PROPUESTA_2"),
    ("propuesta_genero", "PROPUESTA_GENERO"),
];

/// Records that answered anything.
fn answered(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    let records = reader.records().map(|it| {
        let record = it.unwrap();
        let pairs = header.iter().zip(record.iter());
        pairs
            .map(|(name, cell)| (name.to_owned(), cell.trim().to_owned()))
            .collect()
    });
    let said = |record: &BTreeMap<String, String>| {
        let history = fold(&record["HISTORIA_PROFESIONAL"]);
        !history.is_empty() && !history.starts_with("no proporcion") && history != "-"
    };
    records.filter(said).collect()
}

fn filled(records: &[BTreeMap<String, String>], roll: &Roll) -> Sheet {
    let mut sheet = template::sheet(roll);
    let keys: Vec<&str> = Column::all().into_iter().map(Column::key).collect();
    for (row, record) in (2..).zip(records) {
        let cells = sheet.rows.get_mut(&row).unwrap();
        for (ours, theirs) in SAME {
            let at = keys.iter().position(|it| *it == ours).unwrap();
            cells[at] = record[theirs].clone();
        }
        for link in record["REDES"]
            .split([',', ' ', '\n'])
            .filter(|it| !it.is_empty())
        {
            let sites = ["facebook", "twitter", "youtube", "instagram", "tiktok"];
            let site = sites.iter().find(|it| link.to_lowercase().contains(**it));
            let ours = match site {
                Some(&"twitter") => "twitter_x",
                Some(site) => site,
                None => "otra_red",
            };
            let at = keys.iter().position(|it| *it == ours).unwrap();
            cells[at] = link.to_owned();
        }
    }
    sheet
}

/// How many records answered, and how many cells were refused, by field and code.
fn refused(bytes: &[u8]) -> (usize, BTreeMap<(String, String), usize>) {
    let records = answered(bytes);
    let mut roll = roll(u32::try_from(records.len()).unwrap());
    // The INE counted every character in 2022.
    for known in roll.values_mut() {
        let mut election = (*known.loaded.election).clone();
        election.setup.settings.limits.counting = CountingMode::Total;
        known.loaded.election = std::sync::Arc::new(election);
    }
    let sheet = filled(&records, &roll);
    let csv = planned(&reading::read_sheet(&sheet.csv().unwrap()).unwrap(), &roll);
    let xlsx = sheet.xlsx(&Limits::default(), now()).unwrap();
    let xlsx = planned(&reading::read_sheet(&xlsx).unwrap(), &roll);
    assert_eq!(csv.errors, xlsx.errors, "both formats say the same");
    assert_eq!(csv.remarks, xlsx.remarks);
    assert_eq!(csv.rows.len(), records.len());
    // Addresses are completed and doubted; nobody wrote less than the minimum.
    let short = |it: &str| !matches!(it, "tidied" | "doubtful");
    assert!(
        !csv.remarks.iter().any(|it| short(&it.code)),
        "{:?}",
        csv.remarks
    );
    let mut found = BTreeMap::new();
    for issue in &csv.errors {
        assert!(issue.cell.is_some() && !issue.detail.is_empty());
        let field = issue.field.clone().unwrap();
        *found
            .entry((field, issue.code.as_str().to_owned()))
            .or_default() += 1;
    }
    (records.len(), found)
}

/// «Preparatoria» and «Trunca», which our catalogue words otherwise, and courses that the archive
/// joins by commas into one.
fn expected(status: usize, courses: usize, degree: usize) -> BTreeMap<(String, String), usize> {
    BTreeMap::from(
        [
            ("estatus_grado", "not_in_catalogue", status),
            ("formacion_complementaria", "too_long", courses),
            ("grado_maximo_estudios", "not_in_catalogue", degree),
        ]
        .map(|(field, code, count)| ((field.to_owned(), code.to_owned()), count)),
    )
}

#[test]
fn the_extract_through_the_template() {
    assert_eq!(refused(EXTRACT), (24, expected(1, 4, 5)));
}

#[test]
#[ignore = "reads INE's own file: CONOCELES_INE_2022=…/ine_locales_2022.csv"]
fn the_archive_of_2022_through_the_template() {
    let file = std::env::var_os("CONOCELES_INE_2022").expect("see CONTRIBUTING.md, Tests");
    let bytes = std::fs::read(file).unwrap();
    assert_eq!(refused(&bytes), (148, expected(3, 64, 29)));
}
