use rust_xlsxwriter::Workbook;

use super::choose;
use crate::ine::parse::parse;

const LIST: [&str; 6] = [
    "PARTIDO_COALICION",
    "CARGO",
    "ENTIDAD",
    "NOMBRE_CANDIDATO",
    "EDAD",
    "SEXO",
];
const ANSWERS: [&str; 4] = [
    "ESCOLARIDAD",
    "HISTORIA_PROFESIONAL",
    "TRAYECTORIA_POLITICA",
    "CURSOS",
];
const IDENTITY: [&str; 2] = [
    "1. ¿Se identifica como una persona indígena?",
    "18. ¿En cuál de los siguientes grupos de ingresos se encuentra?",
];
/// What must be told nowhere.
const CANARY: &str = "CANARIO";

/// Sheets of one row below these headers.
fn book(sheets: &[(&str, Vec<&str>)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, header) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (at, title) in (0..).zip(header) {
            sheet.write_string(0, at, *title).unwrap();
            sheet.write_string(1, at, CANARY).unwrap();
        }
        if name.starts_with("oculta") {
            sheet.set_hidden(true);
        }
    }
    book.save_to_buffer().unwrap()
}

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    LIST.iter().chain(more).copied().collect()
}

/// The sheet that is chosen, or why none is; and what is said besides.
fn chosen(sheets: &[(&str, Vec<&str>)], asked: Option<&str>) -> (Option<String>, String) {
    let book = parse(&book(sheets)).unwrap();
    let said = match choose(&book, asked) {
        Ok(it) => (it.sheet.name.clone(), it.remarks),
        Err(errors) => (None, errors),
    };
    let lines: Vec<String> = said.1.iter().map(ToString::to_string).collect();
    let text = lines.join("\n");
    assert!(!text.contains(CANARY), "{text}");
    (said.0, text)
}

#[test]
fn identity_is_never_taken_wherever_it_stands() {
    let (list, identity) = (with(&ANSWERS), with(&IDENTITY));
    for sheets in [
        vec![("A", identity.clone()), ("B", list.clone())],
        vec![("B", list.clone()), ("A", identity.clone())],
        vec![
            ("CUESTIONARIO IDENTIDAD", with(&["GENERO"])),
            ("B", list.clone()),
        ],
        vec![
            ("Portada", vec!["Candidatas y candidatos"]),
            ("A", identity.clone()),
            ("B", list),
        ],
    ] {
        let (sheet, said) = chosen(&sheets, None);
        assert_eq!(sheet.as_deref(), Some("B"));
        assert!(said.contains("identidad; no se importa"), "{said}");
    }
    let (sheet, said) = chosen(&[("A", identity.clone())], None);
    assert_eq!(sheet, None);
    assert!(
        said.starts_with("Hoja A: es el cuestionario de identidad"),
        "{said}"
    );
    let (sheet, said) = chosen(&[("A", identity), ("B", with(&ANSWERS))], Some("a"));
    assert_eq!(sheet, None);
    assert!(said.contains("confidenciales"), "{said}");
}

#[test]
fn questions_on_identity_among_the_answers_are_left_out() {
    let mixed: Vec<&str> = with(&ANSWERS).into_iter().chain(IDENTITY).collect();
    let (sheet, said) = chosen(&[("A", mixed)], None);
    assert_eq!(sheet.as_deref(), Some("A"));
    assert_eq!(
        said.matches("es del cuestionario de identidad; no se importa")
            .count(),
        2
    );
}

#[test]
fn of_several_lists_the_one_with_answers_or_the_one_asked_for() {
    let (full, short) = (with(&ANSWERS), with(&[]));
    let (sheet, said) = chosen(&[("Suplentes", short.clone()), ("B", full.clone())], None);
    assert_eq!(sheet.as_deref(), Some("B"));
    assert!(said.contains("Hoja Suplentes: parece otra lista"), "{said}");
    let both = [("Norte", full.clone()), ("Sur", full.clone())];
    let (sheet, said) = chosen(&both, None);
    assert_eq!(sheet, None);
    assert!(
        said.contains("«Norte», «Sur»") && said.contains("--sheet"),
        "{said}"
    );
    assert_eq!(chosen(&both, Some("sur")).0.as_deref(), Some("Sur"));
    assert!(chosen(&both, Some("Este")).1.contains("«Este»"));
    let (sheet, said) = chosen(&[("Portada", vec!["x"]), ("oculta", full.clone())], None);
    assert_eq!(sheet, None);
    assert!(said.contains("oculta"), "{said}");
    let (sheet, _) = chosen(&[("B", short), ("oculta", full)], None);
    assert_eq!(sheet.as_deref(), Some("B"));
}

#[test]
fn a_file_without_a_header_names_the_sheets_that_were_looked_at() {
    let (_, said) = chosen(&[("Portada", vec!["x"]), ("Datos", vec!["a", "b"])], None);
    assert!(
        said.contains("«Portada», «Datos»") && said.contains("NOMBRE_CANDIDATO"),
        "{said}"
    );
}
