use chrono::NaiveDate;
use conoceles_shared::api::public::{Content, PublicState};
use conoceles_shared::catalogues::ActorKind;

use super::{Plan, election_day, plan};
use crate::core::sheets::grid::Writing;
use crate::ine::finding::Finding;
use crate::ine::parse::parse;

const LOCAL: &str = "PARTIDO_COALICION,CARGO,ENTIDAD,DISTRITO LOCAL,CIRCUNSCRIPCION,MUNICIPIO,\
    NUM_LISTA_O_FORMULA,NOMBRE_CANDIDATO,TIPO_CANDIDATO,EDAD,SEXO,DIRECCION_CASA_CAMPAÑA,TELEFONO,\
    CORREO_ELECTRONICO,PAGINA_WEB,REDES,ESCOLARIDAD,ESTATUS_ESCOLARIDAD,CURSOS,\
    HISTORIA_PROFESIONAL,TRAYECTORIA_POLITICA,MOTIVO_CARGO_PUBLICO,PROPUESTA_1,PROPUESTA_2,\
    PROPUESTA_GENERO";

const FEDERAL: &str = "Partido,Coalicion,PartidosCoalicion,tipoCandidatura,ENTIDAD,DISTRITO,\
    CIRCUNSCRIPCION,NUM_LISTA_O_FORMULA,NOMBRE_CANDIDATO,tipoCandidato,edad,genero,DOMICILIO,\
    TELEFONO,CORREO_ELECTRONICO,PAGINA_WEB,REDES,ESCOLARIDAD,ESTATUS_ESCOLARIDAD,CURSOS,\
    HISTORIA_PROFESIONAL,TRAYECTORIA_POLITICA,MOTIVO_CARGO_PUBLICO,PROPUESTA_1,PROPUESTA_2,\
    PROPUESTA_GENERO";

fn planned(bytes: &[u8]) -> Result<Plan, Vec<Finding>> {
    let day = NaiveDate::from_ymd_opt(2022, 6, 5).unwrap();
    plan(&parse(bytes)?, None, "Locales 2022", day).map_err(|it| it.errors)
}

fn file(header: &str, rows: &[&str]) -> Vec<u8> {
    let mut lines = vec![header];
    lines.extend(rows);
    lines.join("\n").into_bytes()
}

fn said(found: &[Finding]) -> Vec<String> {
    found.iter().map(ToString::to_string).collect()
}

/// Invented, in the layout and with the habits of the file of 2022.
const EXTRACT: &[u8] = include_bytes!("fixtures/locales.csv");

/// The rows of a CSV as a sheet.
fn as_sheet(csv: &[u8]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv);
    for (row, record) in (0..).zip(reader.records()) {
        for (column, cell) in (0..).zip(&record.unwrap()) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// What is common to files in the layout of 2022.
fn local_elections(bytes: &[u8], format: Writing, last_row: u32) -> Plan {
    let plan = planned(bytes).unwrap_or_else(|errors| panic!("{:?}", said(&errors)));
    assert_eq!(plan.format, format);
    let rows: Vec<u32> = plan.candidacies.iter().map(|it| it.row).collect();
    assert_eq!(rows, (2..=last_row).collect::<Vec<_>>());
    let about_role = plan
        .warnings
        .iter()
        .filter(|it| it.text.contains("suplente"))
        .count();
    assert_eq!(about_role, 1, "{:?}", said(&plan.warnings));
    let first = &plan.candidacies[0];
    assert_eq!(
        (first.age, first.office.code.as_str()),
        (Some(37), "governorship")
    );
    assert_eq!(first.territory.name, "Aguascalientes");
    let Some(Content::Contact { fields }) = &first.sections[0].content else {
        panic!("no contact");
    };
    let values = |field: &str| &fields.iter().find(|it| it.field == field).unwrap().values;
    assert_eq!(values("public_phones"), &["5510000000"]);
    assert_eq!(values("instagram").len(), 1);
    assert!(
        fields
            .iter()
            .any(|it| it.field == "website" && it.not_provided)
    );
    plan
}

#[test]
fn the_extract_as_csv_and_as_a_sheet() {
    for (bytes, format) in [
        (EXTRACT.to_vec(), Writing::Unicode),
        (as_sheet(EXTRACT), Writing::Workbook),
    ] {
        let plan = local_elections(&bytes, format, 42);
        assert_eq!((plan.captured(), plan.actors.len()), (24, 9));
        let third = &plan.candidacies[2];
        assert_eq!(third.sections[7].state, PublicState::NotProvided);
    }
}

#[test]
#[ignore = "reads INE's own file: CONOCELES_INE_2022=…/ine_locales_2022.csv"]
fn the_local_elections_of_2022_as_csv_and_as_a_sheet() {
    let csv = std::path::PathBuf::from(
        std::env::var_os("CONOCELES_INE_2022").expect("see CONTRIBUTING.md, Tests"),
    );
    for (file, format) in [
        (csv.with_extension("xlsx"), Writing::Workbook),
        (csv, Writing::Unicode),
    ] {
        let plan = local_elections(&std::fs::read(file).unwrap(), format, 268);
        // Four of the rows are independents: two formulas, or one person each.
        let names: std::collections::BTreeSet<_> = plan.actors.iter().map(|it| &it.name).collect();
        assert_eq!((plan.captured(), names.len()), (148, 18));
    }
}

#[test]
fn blank_is_not_captured_and_declined_is_not_provided() {
    let rows = [
        "UNO,GUBERNATURA,DURANGO,,,,1,ANA A,PROPIETARIA,40,MUJER,,No proporcionó,,,No proporcionó,,,,,,,,,",
        "DOS,GUBERNATURA,DURANGO,,,,2,BEA B,PROPIETARIA,41,MUJER,,,,,,Maestría,Trunca,Sin cursos,Texto,No proporcionó,,,,",
    ];
    let plan = planned(&file(LOCAL, &rows)).unwrap();
    assert!(!plan.candidacies[0].captured);
    let blank = plan.candidacies[0].sections.iter();
    assert!(
        blank
            .clone()
            .all(|it| it.state == NotCaptured && it.content.is_none())
    );
    assert!(plan.candidacies[1].captured);
    let states: Vec<_> = plan.candidacies[1]
        .sections
        .iter()
        .map(|it| it.state)
        .collect();
    use PublicState::{NotCaptured, NotProvided, Published};
    assert_eq!(
        states,
        [
            NotCaptured,
            Published,
            Published,
            NotProvided,
            NotCaptured,
            NotCaptured,
            NotCaptured,
            NotCaptured
        ]
    );
    let Some(Content::Education {
        status, courses, ..
    }) = &plan.candidacies[1].sections[1].content
    else {
        panic!("no education");
    };
    assert_eq!(status.as_ref().unwrap().code, "unfinished");
    assert!(courses.is_empty());
}

#[test]
fn windows_1252_reads_the_same_as_utf8() {
    let row = "COALICIÓN DEL AÑO,PRESIDENCIA MUNICIPAL,DURANGO,,,CANATLAN,3,JOSÉ PEÑA,SUPLENTE,50,H,,,,,,,,,,,,,,";
    let other = "COALICIÓN DEL AÑO,PRESIDENCIA MUNICIPAL,DURANGO,,,CANATLAN,3,ANA PEÑA,PROPIETARIA,50,M,,,,,,,,,,,,,,";
    let utf8 = file(LOCAL, &[row, other]);
    let text = String::from_utf8(utf8.clone()).unwrap();
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    let (one, two) = (planned(&utf8).unwrap(), planned(&windows).unwrap());
    assert_eq!(
        (one.format, two.format),
        (Writing::Unicode, Writing::Windows)
    );
    for plan in [one, two] {
        assert_eq!(plan.candidacies[0].name, "JOSÉ PEÑA");
        assert_eq!(plan.candidacies[0].sex.as_ref().unwrap().code, "man");
        assert_eq!(plan.candidacies[1].sex.as_ref().unwrap().code, "woman");
        assert_eq!(plan.actors[0].kind, Some(ActorKind::Coalition));
    }
}

#[test]
fn the_federal_layout_keeps_what_no_catalogue_has_and_says_so() {
    let rows = [
        "PARTIDO UNO,VA POR EL EJEMPLO,\"UNO, DOS\",DIPUTACIÓN FEDERAL MR,AGUASCALIENTES,1-JESUS MARIA,2,1,ANA A,PROPIETARIO,37.0,M,Calle 1,5500000001,a@ejemplo.example,No proporcionó,\"https://facebook.com/a https://x.com/a, https://www.otra.example/a\",Educación básica,Titulado(a),Sin cursos,Historia,Trayectoria,Motivo,Uno,Dos,Tres",
        "DOS,No aplica,DOS,DIPUTACIÓN FEDERAL RP,JALISCO,No aplica,1,7,LUIS L,SUPLENTE,61,H,,,,,,,,,,,,,,",
    ];
    let plan = planned(&file(FEDERAL, &rows)).unwrap();
    let first = &plan.candidacies[0];
    assert_eq!(first.actor, "VA POR EL EJEMPLO");
    assert_eq!(
        (first.age, first.sex.as_ref().unwrap().code.as_str()),
        (Some(37), "woman")
    );
    assert_eq!(first.office.label, "Diputación federal MR");
    assert_eq!(first.territory.code, "01_1");
    let coalition = plan
        .actors
        .iter()
        .find(|it| it.name == first.actor)
        .unwrap();
    assert_eq!(coalition.kind, Some(ActorKind::Coalition));
    assert_eq!(coalition.parties, ["UNO", "DOS"]);
    let party = plan.actors.iter().find(|it| it.name == "DOS").unwrap();
    assert_eq!(
        (party.kind, party.parties.as_slice()),
        (Some(ActorKind::Party), &["DOS".to_owned()][..])
    );
    let warnings = said(&plan.warnings);
    assert!(warnings.iter().any(|it| it == "R2, columna ESCOLARIDAD: «Educación básica» no está en el catálogo; se conserva como «educacion_basica»"), "{warnings:?}");
    assert!(plan.setup.archived && plan.setup.offices.is_empty());
    let Some(Content::Contact { fields }) = &first.sections[0].content else {
        panic!("no contact");
    };
    let with_values: Vec<_> = fields
        .iter()
        .filter(|it| !it.values.is_empty())
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(
        with_values,
        [
            "facebook",
            "twitter_x",
            "other_network",
            "public_emails",
            "public_phones",
            "campaign_addresses"
        ]
    );
}

#[test]
fn every_error_is_told_with_its_row_and_column() {
    let rows = [
        "UNO,GUBERNATURA,DURANGO,,,,1,ANA A,PROPIETARIA,cuarenta,MUJER,,,,,,,,,,,,,,",
        "UNO,GUBERNATURA,,,,,x1,,PROPIETARIA,40,MUJER,,,,,,,,,,,,,,",
        "UNO,GUBERNATURA,DURANGO,,,,1,BEA B,PROPIETARIA,40,MUJER",
        "UNO,GUBERNATURA,DURANGO,,,,1,CAROLINA C,PROPIETARIA,40,MUJER,,,,,,,,,,,,,,",
        "UNO,GUBERNATURA,DURANGO,,,,1,Carolina C,PROPIETARIA,40,MUJER,,,,,,,,,,,,,,",
    ];
    let errors = said(&planned(&file(LOCAL, &rows)).unwrap_err());
    assert_eq!(
        errors,
        [
            "J2, columna EDAD: «cuarenta» no es una edad; escriba los años cumplidos, solo con números",
            "H3, columna NOMBRE_CANDIDATO: está vacía",
            "C3, columna ENTIDAD: está vacía",
            "G3, columna NUM_LISTA_O_FORMULA: «x1» no es un número entero",
            "H6, columna NOMBRE_CANDIDATO: repite la candidatura de la fila 5",
        ]
    );
    assert_eq!(
        said(&planned(LOCAL.as_bytes()).unwrap_err()),
        ["Archivo: no tiene ninguna candidatura"]
    );
}

#[test]
fn a_lone_m_is_said_once() {
    let row =
        |at: u32| format!("UNO,GUBERNATURA,DURANGO,,,,{at},P {at},SUPLENTE,40,M,,,,,,,,,,,,,,");
    let (one, two) = (row(1), row(2));
    let plan = planned(&file(LOCAL, &[&one, &two])).unwrap();
    assert!(plan.candidacies.iter().all(|it| it.sex.is_none()));
    let about = plan
        .warnings
        .iter()
        .filter(|it| it.column.as_deref() == Some("SEXO"))
        .count();
    assert_eq!(about, 1);
}

#[test]
fn a_person_whom_two_parties_nominate_is_a_candidacy_of_each() {
    let row = |party: &str| {
        format!("{party},GUBERNATURA,DURANGO,,,,,ANA A,PROPIETARIA,40,MUJER,,,,,,,,,,,,,,")
    };
    let (one, other) = (row("PRD"), row("PT"));
    let plan = planned(&file(LOCAL, &[&one, &other])).unwrap();
    assert_eq!(plan.candidacies.len(), 2);
    let told = said(&plan.warnings).join("\n");
    assert!(told.contains("de la fila 2 («"), "{told}");
    let again = planned(&file(LOCAL, &[&one, &one])).unwrap_err();
    assert_eq!(
        said(&again),
        ["H3, columna NOMBRE_CANDIDATO: repite la candidatura de la fila 2"]
    );
}

#[test]
fn na_is_a_party_where_parties_stand() {
    let row = "NA,GUBERNATURA,DURANGO,,,,,ANA A,PROPIETARIA,40,MUJER,,,,,,,,,,,,,,";
    let plan = planned(&file(LOCAL, &[row])).unwrap();
    assert_eq!(plan.candidacies[0].actor, "NA");
    let row = "NA,NA,,GUBERNATURA,DURANGO,,,,ANA A,PROPIETARIA,40,M,,,,,,,,,,,,,,";
    let plan = planned(&file(FEDERAL, &[row])).unwrap();
    assert_eq!(plan.candidacies[0].actor, "NA");
    let none = row.replacen("NA,NA", "No aplica,NA", 1);
    let errors = said(&planned(&file(FEDERAL, &[&none])).unwrap_err());
    assert!(
        errors.contains(&"A2, columna Partido: está vacía".to_owned()),
        "{errors:?}"
    );
}

#[test]
fn election_day_is_the_first_sunday_of_june_of_the_year_named() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    assert_eq!(election_day("Locales 2022", "x.csv"), day(2022, 6, 5));
    assert_eq!(election_day("Federal", "datos-2021.csv"), day(2021, 6, 6));
    assert_eq!(
        election_day("Estado de México 2023", "2020.csv"),
        day(2023, 6, 4)
    );
    assert_eq!(election_day("Locales", "datos.csv"), None);
}

#[test]
fn an_old_sheet_with_a_title_reads_its_numbers_as_whole() {
    // Invented; written with xlwt 1.3: an empty first sheet, a title, then the header in row 3.
    let plan = planned(include_bytes!("fixtures/ejemplo.xls")).unwrap();
    assert_eq!(plan.format, Writing::Workbook);
    assert_eq!((plan.candidacies.len(), plan.captured()), (2, 1));
    let first = &plan.candidacies[0];
    assert_eq!(
        (first.row, first.age, first.list_position),
        (4, Some(40), Some(3))
    );
    let Some(Content::Contact { fields }) = &first.sections[0].content else {
        panic!("no contact");
    };
    assert!(fields.iter().any(|it| it.values == ["5500000001"]));
}

#[test]
fn last_columns_that_a_program_left_out_are_blank() {
    let short = "UNO,GUBERNATURA,DURANGO,,,,1,BEA B,PROPIETARIA,40,MUJER";
    let plan = planned(&file(LOCAL, &[short])).unwrap();
    assert!(!plan.candidacies[0].captured);
    let long = format!("{short},,,,,,,,,,,,,,,de más");
    let errors = said(&planned(&file(LOCAL, &[&long])).unwrap_err());
    assert!(
        errors[0].contains("tiene 26 columnas; se esperaban 25: un texto"),
        "{errors:?}"
    );
    let halves = [
        "UNO,GUBERNATURA,DURANGO,,,,1,BEA B,PROPIETARIA,40,MUJER,,,,,,,,,,,,Agua y",
        "luz,,",
    ];
    let errors = said(&planned(&file(LOCAL, &halves)).unwrap_err());
    assert!(
        errors[0].starts_with("Fila 2: tiene 23 columnas y la siguiente"),
        "{errors:?}"
    );
}

#[test]
fn one_person_twice_is_told_pair_by_pair() {
    let row = |actor: &str, name: &str, role: &str| {
        format!("{actor},GUBERNATURA,DURANGO,,,,1,{name},{role},40,MUJER,,,,,,,,,,,,,,")
    };
    let rows = [
        row("UNO", "INÉS D'AMICO PEÑA", "PROPIETARIA"),
        row("DOS", "Ines D AMICO PENA", "PROPIETARIA"),
        row("UNO", "EVA LARA RUIZ", "PROPIETARIA"),
        row("UNO", "EVA LARA RUIZ", "SUPLENTE"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let plan = planned(&file(LOCAL, &rows)).unwrap();
    let told = said(&plan.warnings);
    for place in [
        "H3, columna NOMBRE_CANDIDATO: tiene el nombre",
        "H5, columna NOMBRE_CANDIDATO: tiene el nombre",
    ] {
        assert!(told.iter().any(|it| it.starts_with(place)), "{told:?}");
    }
    assert!(
        told.iter()
            .any(|it| it.contains("«INÉS D'AMICO PEÑA», por «UNO»")),
        "{told:?}"
    );
}

#[test]
fn answers_whose_letters_were_lost_are_told_by_cell() {
    let row = |answer: &str| {
        format!("UNO,GUBERNATURA,DURANGO,,,,1,ANA A B,PROPIETARIA,40,MUJER,,,,,,,,,,,,{answer},,")
    };
    let plan = planned(&file(LOCAL, &[&row("M?s ni?as en Pe??n")])).unwrap();
    let told = said(&plan.warnings);
    assert!(
        told.iter()
            .any(|it| it.starts_with("W2, columna PROPUESTA_1: tiene un signo")),
        "{told:?}"
    );
    let errors = said(&planned(&file(LOCAL, &[&row("M\u{FFFD}s")])).unwrap_err());
    assert!(
        errors[0].starts_with("W2, columna PROPUESTA_1: tiene letras que se perdieron"),
        "{errors:?}"
    );
    let plan = planned(&file(LOCAL, &[&row("MÃ¡s niÃ±as")])).unwrap();
    let told = said(&plan.warnings);
    assert!(
        told.iter()
            .any(|it| it.contains("otra codificación") && it.contains("W2")),
        "{told:?}"
    );
}
