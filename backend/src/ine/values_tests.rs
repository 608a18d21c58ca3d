use conoceles_shared::catalogues::{ActorKind, Sex};

use super::{
    Said, SexLetters, actor_kind, courses, degree, degree_status, given, office, role, said, slug,
    whole,
};

#[test]
fn blank_and_declined_are_two_things() {
    assert_eq!(said(""), Said::Blank);
    for cell in [
        "No proporcionó",
        "NO PROPORCIONO",
        "Sin cursos",
        "Sin información.",
    ] {
        assert_eq!(said(cell), Said::Declined, "{cell}");
    }
    assert_eq!(said("Sin embargo"), Said::Value("Sin embargo"));
    assert_eq!(given("No aplica"), None);
    assert_eq!(given("12"), Some("12"));
}

#[test]
fn values_take_the_codes_of_the_catalogue_or_keep_their_own() {
    assert_eq!(degree("Preparatoria").value.code, "high_school");
    assert_eq!(degree("TÉCNICA").value.code, "technical");
    let basic = degree("Educación básica");
    assert!(!basic.known);
    assert_eq!(
        (basic.value.code.as_str(), basic.value.label.as_str()),
        ("educacion_basica", "Educación básica")
    );
    for (cell, code) in [
        ("Trunca", "unfinished"),
        ("Trunco(a)", "unfinished"),
        ("Titulado(a)", "title"),
        ("Título", "title"),
        ("Concluido(a)", "concluded"),
        ("Cédula profesional", "professional_licence"),
        ("Certificado", "certificate"),
        ("Cursando", "ongoing"),
    ] {
        assert_eq!(degree_status(cell).value.code, code, "{cell}");
    }
    let (federal, known) = office("DIPUTACIÓN FEDERAL MR");
    assert_eq!(
        (federal.value.code.as_str(), known),
        ("diputacion_federal_mr", None)
    );
    assert_eq!(federal.value.label, "Diputación federal MR");
    assert_eq!(
        office("PRESIDENCIA MUNICIPAL").0.value.code,
        "municipal_presidency"
    );
    assert_eq!(slug("  Año / Núm. 1 "), "ano_num_1");
}

#[test]
fn a_role_keeps_its_wording_where_the_sex_is_not_told_and_else_agrees() {
    for (cell, code) in [
        ("PROPIETARIA", "titular"),
        ("PROPIETARIO", "titular"),
        ("Suplente", "alternate"),
    ] {
        let role = role(cell, None).unwrap();
        assert_eq!(role.code, code);
        assert_eq!(role.label.to_uppercase(), cell.to_uppercase());
    }
    for (cell, sex, label) in [
        ("PROPIETARIO", Sex::Woman, "Propietaria"),
        ("PROPIETARIA", Sex::Man, "Propietario"),
        ("Titular", Sex::NonBinary, "Candidatura propietaria"),
        ("SUPLENTE", Sex::Woman, "Suplente"),
    ] {
        assert_eq!(role(cell, Some(sex)).unwrap().label, label);
    }
    assert_eq!(role("otra", None), None);
}

#[test]
fn m_is_mujer_only_beside_h_or_words() {
    let learn = |cells: &[&str]| SexLetters::learn(cells.iter().copied());
    assert_eq!(learn(&["M", "H"]).sex("M"), Some(Sex::Woman));
    assert_eq!(learn(&["M", "H"]).sex("H"), Some(Sex::Man));
    assert_eq!(learn(&["M", "HOMBRE"]).sex("m"), Some(Sex::Woman));
    assert_eq!(learn(&["M", "F"]).sex("M"), Some(Sex::Man));
    assert_eq!(learn(&["M", "M"]).sex("M"), None);
    assert_eq!(learn(&["M", "F", "H"]).sex("M"), None);
    assert_eq!(learn(&[]).sex("MUJER"), Some(Sex::Woman));
    assert_eq!(learn(&[]).sex("No binario"), Some(Sex::NonBinary));
}

#[test]
fn the_name_of_an_actor_may_tell_its_kind() {
    for (name, kind) in [
        ("CANDIDATURA COMÚN", Some(ActorKind::CommonCandidacy)),
        ("CANDIDATURA COMÚN JUNTOS", Some(ActorKind::CommonCandidacy)),
        ("COALICIÓN VA POR TODOS", Some(ActorKind::Coalition)),
        ("CANDIDATURA INDEPENDIENTE", Some(ActorKind::Independent)),
        ("PARTIDO DEL EJEMPLO", Some(ActorKind::Party)),
        ("JUNTOS POR EL EJEMPLO", None),
    ] {
        assert_eq!(actor_kind(name), kind, "{name}");
    }
}

#[test]
fn numbers_and_courses_are_read_as_the_sources_write_them() {
    assert_eq!(
        (whole("37"), whole("37.0"), whole("37.5"), whole("x")),
        (Some(37), Some(37), None, None)
    );
    assert_eq!(
        courses("Curso de Derecho,Diplomado en Penal\nTaller"),
        ["Curso de Derecho", "Diplomado en Penal", "Taller"]
    );
    assert_eq!(
        courses("Cursos de leyes, contabilidad y 1,500 horas"),
        ["Cursos de leyes, contabilidad y 1,500 horas"]
    );
}

#[test]
fn an_age_is_proposed_only_where_it_can_be_read() {
    for (cell, age) in [
        ("45 años", "45"),
        ("45a", "45"),
        ("edad: 45", "45"),
        ("45,0", ""),
    ] {
        let advice = super::age_advice(cell);
        assert_eq!(
            advice.contains("solo el número: "),
            !age.is_empty(),
            "{cell}: {advice}"
        );
        assert!(advice.contains(age), "{cell}: {advice}");
    }
    for cell in ["4S", "45S", "2O", "1O5", "S4", "4", "cuarenta"] {
        assert!(
            !super::age_advice(cell).contains("solo el número: "),
            "{cell}"
        );
    }
}
