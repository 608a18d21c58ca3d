//! Every error by its cell, and what is left alone.

use conoceles_shared::lifecycle::SectionState;
use conoceles_shared::questionnaire::Limits;
use serde_json::json;

use super::super::fixture_tests::{id, leading, planned, roll, store, table};
use super::*;

fn content(section: Section, body: &Value) -> SectionContent {
    parse(section, body, &Limits::default()).unwrap()
}

fn places(issues: &[BulkIssue]) -> Vec<(&str, &str)> {
    let all = issues.iter();
    all.map(|it| (it.cell.as_deref().unwrap_or(""), it.code.as_str()))
        .collect()
}

const HEADER: &[&str] = &[
    "id_candidatura",
    "nombre_candidatura",
    "pagina_web",
    "telefono_publico",
    "grado_maximo_estudios",
    "estatus_grado",
    "motivo_cargo_publico",
];

#[test]
fn every_error_is_told_at_once_by_its_cell() {
    let roll = roll(2);
    let [one, name] = leading(1);
    let [two, _] = leading(2);
    let long = "x".repeat(5001);
    let table = table(&[
        HEADER,
        &[
            &one,
            &name,
            "ejemplo mx",
            "55;5512345678",
            "Sin estudios",
            "Título",
            &long,
        ],
        &[&two, "Otra Persona", "https://x.mx", "", "Kínder", "", ""],
        &["00000000-0000-7000-8000-0000000000ff", "", "https://x.mx"],
        &["nada", "", "https://x.mx"],
        &["", "", "https://x.mx"],
        &["", "Solo un nombre"],
        &[&one, &name, "javascript:alert(1)"],
    ]);
    let plan = planned(&table, &roll);
    assert_eq!(
        places(&plan.errors),
        [
            ("C2", "invalid_format"),
            ("D2", "invalid_format"),
            ("F2", "not_applicable"),
            ("G2", "too_long"),
            ("B3", "name_mismatch"),
            ("E3", "not_in_catalogue"),
            ("A4", "unknown_candidacy"),
            ("A5", "unknown_candidacy"),
            ("A6", "missing_id"),
            ("A8", "duplicate"),
            ("C8", "invalid_format"),
        ]
    );
    let phone = &plan.errors[1];
    assert_eq!(phone.label.as_deref(), Some("Teléfono público de contacto"));
    assert_eq!(phone.section, Some(Section::Contact));
    assert!(
        phone.detail.contains("deben ser 10 dígitos"),
        "{}",
        phone.detail
    );
    assert_eq!(plan.rows_read, 5);
}

#[test]
fn only_what_differs_is_planned() {
    let mut roll = roll(2);
    let text = json!({ "text": "x".repeat(300) });
    store(&mut roll, 1, content(Section::Motivation, &text));
    let ([one, _], [two, _]) = (leading(1), leading(2));
    let same = "x".repeat(300);
    let plan = planned(
        &table(&[
            HEADER,
            &[&one, "", "https://uno.mx", "", "", "", &same],
            &[&two, "", " ", "", "", "", ""],
        ]),
        &roll,
    );
    assert!(plan.errors.is_empty(), "{:?}", plan.errors);
    assert_eq!(plan.rows.len(), 1);
    assert_eq!(plan.rows[0].candidacy, id(1));
    let sections: Vec<Section> = plan.rows[0]
        .contents
        .iter()
        .map(SectionContent::section)
        .collect();
    assert_eq!(sections, [Section::Contact]);
    assert_eq!(
        plan.changes(&roll)[0].changes[0].completeness,
        Completeness::Complete
    );
}

#[test]
fn an_emptied_cell_takes_the_answer_away_and_a_missing_column_does_not() {
    let mut roll = roll(1);
    let text = json!({ "text": "x".repeat(300) });
    store(&mut roll, 1, content(Section::Motivation, &text));
    store(&mut roll, 1, content(Section::Proposal1, &text));
    let [one, _] = leading(1);
    let plan = planned(
        &table(&[
            &["id_candidatura", "propuesta_1", "version_descargada"],
            &[&one, "", "proposal_1=1"],
        ]),
        &roll,
    );
    assert_eq!(
        plan.rows[0].contents,
        [content(Section::Proposal1, &json!({ "text": "" }))]
    );
    assert_eq!(places(&plan.remarks), [("B2", "required")]);
    assert_eq!(plan.changes(&roll)[0].changes[0].deletes, ["Propuesta 1"]);
}

#[test]
fn only_what_loses_its_answer_is_told_as_deleted() {
    let mut roll = roll(1);
    let contact = json!({
        "website": { "value": "https://uno.mx" }, "public_phones": { "not_provided": true },
    });
    store(&mut roll, 1, content(Section::Contact, &contact));
    let [one, _] = leading(1);
    let header: &[&str] = &[
        "id_candidatura",
        "pagina_web",
        "telefono_publico",
        "facebook",
        "motivo_cargo_publico",
        "version_descargada",
    ];
    let row: &[&str] = &[&one, "No proporcionó", "", "", "Corto", "contact=1"];
    let plan = planned(&table(&[header, row]), &roll);
    let changes = &plan.changes(&roll)[0].changes;
    assert_eq!(changes[0].deletes, ["Teléfono público de contacto"]);
    assert!(changes[1].deletes.is_empty(), "nothing was there");
}

#[test]
fn a_read_only_section_says_why_but_only_where_it_would_change() {
    let mut roll = roll(1);
    let text = json!({ "text": "x".repeat(300) });
    store(&mut roll, 1, content(Section::Motivation, &text));
    let process = &mut roll.get_mut(&id(1)).unwrap().loaded.process;
    for section in process.sections.values_mut() {
        section.state = SectionState::UnderReview;
    }
    let [one, _] = leading(1);
    let same = "x".repeat(300);
    let unchanged = planned(&table(&[HEADER, &[&one, "", "", "", "", "", &same]]), &roll);
    assert!(unchanged.errors.is_empty());
    let changed = planned(
        &table(&[HEADER, &[&one, "", "", "5512345678", "", "", "otro"]]),
        &roll,
    );
    assert_eq!(
        places(&changed.errors),
        [("D2", "wrong_state"), ("G2", "wrong_state")]
    );
    let detail = &changed.errors[0].detail;
    assert!(detail.contains("en revisión") && detail.contains("quite la fila"));
}

#[test]
fn a_formula_is_no_answer() {
    let roll = roll(1);
    let [one, _] = leading(1);
    let mut table = table(&[HEADER, &[&one, "", "", "5512345678", "", "", "x"]]);
    table.rows[1].cells[3].slip = Some(Slip::Formula);
    let plan = planned(&table, &roll);
    assert_eq!(places(&plan.errors), [("D2", "formula")]);
    assert_eq!(plan.rows[0].contents.len(), 1, "the text alone");
}

#[test]
fn a_text_that_is_too_short_is_a_remark_as_in_the_form() {
    let roll = roll(1);
    let [one, _] = leading(1);
    let header: &[&str] = &["id_candidatura", "motivo_cargo_publico"];
    let plan = planned(&table(&[header, &[&one, "Corto"]]), &roll);
    assert!(plan.errors.is_empty());
    assert_eq!(places(&plan.remarks), [("B2", "too_short")]);
}

#[test]
fn the_hash_names_the_file_and_the_versions_it_would_replace() {
    let mut roll = roll(2);
    let [one, _] = leading(1);
    let header: &[&str] = &["id_candidatura", "pagina_web", "version_descargada"];
    let sheet = |versions: &str| table(&[header, &[&one, "https://uno.mx", versions]]);
    let hash = |file: &str, versions: &str, roll: &Roll| {
        let plan = planned(&sheet(versions), roll);
        assert_eq!(plan.sections(), 1);
        plan.hash(file, roll)
    };
    let first = hash("a", "contact=0", &roll);
    assert_eq!(first, hash("a", "contact=0", &roll));
    assert_ne!(first, hash("b", "contact=0", &roll));
    let other = content(
        Section::Contact,
        &json!({ "website": { "value": "https://otro.mx" } }),
    );
    store(&mut roll, 2, other.clone());
    assert_eq!(
        first,
        hash("a", "contact=0", &roll),
        "what it would not change is not named"
    );
    store(&mut roll, 1, other);
    assert_ne!(first, hash("a", "contact=1", &roll));
}

#[test]
fn what_changed_after_the_download_is_not_replaced() {
    let mut roll = roll(1);
    let text = |sign: &str| json!({ "text": sign.repeat(300) });
    store(&mut roll, 1, content(Section::Motivation, &text("x")));
    store(&mut roll, 1, content(Section::Motivation, &text("y")));
    let [one, _] = leading(1);
    let header: &[&str] = &[
        "id_candidatura",
        "pagina_web",
        "motivo_cargo_publico",
        "version_descargada",
    ];
    let found = |motivation: &str, versions: &str| {
        let row: &[&str] = &[&one, "https://uno.mx", motivation, versions];
        let plan = planned(&table(&[header, row]), &roll);
        let errors = places(&plan.errors).into_iter();
        let errors: Vec<String> = errors.map(|(at, code)| format!("{at} {code}")).collect();
        (errors, plan.sections())
    };
    let (none, newer) = (Vec::<String>::new(), "y".repeat(300));
    for versions in ["contact=0 motivation=1", "motivation=3"] {
        assert_eq!(found("", versions), (vec!["C2 outdated".to_owned()], 1));
        assert_eq!(
            found(&newer, versions),
            (none.clone(), 1),
            "what is the same is not looked at"
        );
    }
    for versions in ["", "contact=0", "motivation=dos", "2"] {
        let unknown = vec!["C2 unknown_version".to_owned()];
        assert_eq!(found("otro", versions), (unknown, 1), "{versions:?}");
    }
    assert_eq!(found("otro", "motivation=2"), (none, 2));
}

#[test]
fn a_name_is_known_again_whatever_files_do_to_its_letters() {
    let mut roll = roll(1);
    for (registered, returned) in [
        ("PeÃ±a", "Peña"),
        ("Peña", "PeÃ±a"),
        ("Peña", "Pe?a"),
        ("Baʼax", "BA'AX"),
    ] {
        let known = roll.get_mut(&id(1)).unwrap();
        known.loaded.registration.first_surname = registered.to_owned();
        let name = known.loaded.registration.full_name();
        let name = name.replace(registered, returned);
        let one = id(1).to_string();
        let table = table(&[HEADER, &[&one, &name, "https://x.mx"]]);
        assert_eq!(places(&planned(&table, &roll).errors), [], "{name}");
    }
}

#[test]
fn what_stands_under_no_header_and_letters_that_were_lost_are_told() {
    let roll = roll(1);
    let [one, name] = leading(1);
    let table = table(&[
        HEADER,
        &[
            &one,
            &name,
            "",
            "",
            "",
            "",
            "M?s ni?as en Pe??n",
            "",
            "suelto",
        ],
    ]);
    let plan = planned(&table, &roll);
    assert_eq!(places(&plan.errors), []);
    let told = places(&plan.remarks);
    assert!(told.contains(&("I2", "unknown_column")), "{told:?}");
    assert!(told.contains(&("G2", "doubtful")), "{told:?}");
}
