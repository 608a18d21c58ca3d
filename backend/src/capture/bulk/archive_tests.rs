//! The 148 answered records of the INE's 2022 archive, typed into the template: real answers bring
//! real problems, each told by its cell.

use std::collections::BTreeMap;
use std::path::Path;

use conoceles_shared::questionnaire::Limits;
use conoceles_shared::text::{CountingMode, fold};

use super::columns::Column;
use super::fixture_tests::{now, planned, roll};
use super::roll::Roll;
use super::sheet::Sheet;
use super::{reading, template};

const FILE: &str = "/work/shared/data/ine_locales_2022.csv";

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

#[test]
fn the_archive_through_the_template() {
    let Ok(bytes) = std::fs::read(Path::new(FILE)) else {
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), "skipped: {FILE} is not there");
        return;
    };
    let records = answered(&bytes);
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
    assert_eq!((records.len(), csv.rows.len()), (148, 148));
    let mut found: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for issue in &csv.errors {
        assert!(issue.cell.is_some() && !issue.detail.is_empty());
        let field = issue.field.as_deref().unwrap();
        *found.entry((field, issue.code.as_str())).or_default() += 1;
    }
    // «Preparatoria» and «Trunca», which our catalogue words otherwise, and courses that the
    // archive joins by commas into one.
    let expected = [
        (("estatus_grado", "not_in_catalogue"), 3),
        (("formacion_complementaria", "too_long"), 64),
        (("grado_maximo_estudios", "not_in_catalogue"), 29),
    ];
    assert_eq!(found, BTreeMap::from(expected));
    assert!(csv.remarks.is_empty(), "nobody wrote less than the minimum");
}
