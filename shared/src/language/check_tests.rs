use proptest::prelude::*;

use super::*;
use crate::language::Rule;

/// What is found, and the first suggestion.
fn found(text: &str) -> Vec<(String, String)> {
    let first = |finding: Finding| {
        (
            finding.text,
            finding.suggestions.first().cloned().unwrap_or_default(),
        )
    };
    check(text, &Rules::built_in())
        .into_iter()
        .map(first)
        .collect()
}

fn one(text: &str) -> (String, String) {
    let found = found(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].clone()
}

/// The text once the first suggestion of every finding took its place.
fn accepted(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    for finding in check(text, &Rules::built_in()) {
        out.extend(&chars[at..finding.start]);
        out.push_str(&finding.suggestions[0]);
        at = finding.end;
    }
    out.extend(&chars[at..]);
    out
}

#[test]
fn the_suggestion_agrees_with_the_whole_phrase() {
    for (text, expected) in [
        ("Sirvo a los ciudadanos.", "Sirvo a la ciudadanía."),
        (
            "Sirvo a los ciudadanos mexicanos.",
            "Sirvo a la ciudadanía mexicana.",
        ),
        (
            "Sirvo a los ciudadanos más honestos y responsables.",
            "Sirvo a la ciudadanía más honesta y responsable.",
        ),
        ("Para nuestros jóvenes.", "Para nuestra juventud."),
        ("Para todos los niños.", "Para toda la niñez."),
        ("Becas a los alumnos.", "Becas al alumnado."),
        ("El pasaje de los alumnos.", "El pasaje del alumnado."),
        (
            "Becas a los alumnos destacados.",
            "Becas al alumnado destacado.",
        ),
        (
            "Apoyo a pequeños productores.",
            "Apoyo a pequeñas productoras y pequeños productores.",
        ),
        ("Cerca del ciudadano.", "Cerca de la ciudadanía."),
        (
            "Algunos alumnos vinieron.",
            "Algunas y algunos alumnos vinieron.",
        ),
        (
            "500 campesinos marcharon.",
            "500 personas campesinas marcharon.",
        ),
        (
            "los jueces y diputados",
            "las personas juzgadoras y diputaciones",
        ),
    ] {
        assert_eq!(accepted(text), expected);
    }
}

#[test]
fn a_verb_in_the_plural_asks_for_a_suggestion_in_the_plural() {
    assert_eq!(
        accepted("Los ciudadanos exigen."),
        "Las personas ciudadanas exigen."
    );
    assert_eq!(
        accepted("Los niños que estudian."),
        "Las infancias que estudian."
    );
}

#[test]
fn capitals_are_kept() {
    assert_eq!(one("Los niños primero.").1, "La niñez");
    let text = "APOYAREMOS A LOS NIÑOS DE TODAS LAS COLONIAS DE LA CIUDAD";
    assert!(found(text).contains(&("LOS NIÑOS".to_owned(), "LA NIÑEZ".to_owned())));
}

#[test]
fn a_text_in_capitals_is_remarked_on_once_and_a_heading_is_left_alone() {
    let sentence = "Repararemos la bomba del pozo y la red de agua de la colonia.";
    let shouted = sentence.to_uppercase();
    assert_eq!(one(&shouted).0, &shouted[..shouted.len() - 1]);
    let all = check(
        &format!("{shouted} {shouted}\n\nEn 2018. {shouted}"),
        &BUILT_IN,
    );
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0].suggestions.is_empty());
    let heading = "MÁS AGUA PARA TODA LA CIUDAD";
    assert_eq!(found(&format!("{heading}\n{sentence} {sentence}")), []);
}

#[test]
fn offices_of_women_are_offered_in_the_feminine() {
    for (text, expected) in [
        (
            "La presidente municipal vino.",
            "La presidenta municipal vino.",
        ),
        ("la Primer Síndico Electo", "la Primera Síndica Electa"),
        ("QUE LA JUEZ RINDA CUENTAS", "QUE LA JUEZA RINDA CUENTAS"),
        (
            "QUE LA SINDICO RINDA CUENTAS",
            "QUE LA SÍNDICA RINDA CUENTAS",
        ),
        ("AYUDA A LAS SÍNDICOS", "AYUDA A LAS SÍNDICAS"),
        ("Las jueces de distrito.", "Las juezas de distrito."),
        (
            "Mi hermana Rosa es médico cirujano.",
            "Mi hermana Rosa es médica cirujana.",
        ),
        ("Fue electa regidor.", "Fue electa regidora."),
        ("La tercer regidora votó.", "La tercera regidora votó."),
        ("Es contadora público.", "Es contadora pública."),
    ] {
        assert_eq!(accepted(text), expected);
    }
    for text in [
        "El o la presidente, la/el juez, la presidente(a) y la jueza.",
        "La titular, la fiscal, la vocal y la representante.",
        "El tío de mi hermana es juez.",
        "Como regidora publico mis cuentas.",
        "La zona técnico-industrial; la político-electoral.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn endings_for_both_give_way_only_to_forms_that_are_known() {
    for (text, expected) in [
        ("tod@s l@s niñ@s", "todas las niñas y todos los niños"),
        ("Tod@s los niñ@s", "Todas las niñas y todos los niños"),
        ("los niñ@s", "las niñas y los niños"),
        ("para estas alumn@s", "para estas alumnas y estos alumnos"),
        ("ciudadanxs", "ciudadanas y ciudadanos"),
        ("TRABAJADOR@S", "TRABAJADORAS Y TRABAJADORES"),
        ("les compañeres", "las compañeras y los compañeros"),
        ("amigues", "amigas y amigos"),
        ("hij@s", "hijas e hijos"),
    ] {
        assert_eq!(accepted(text), expected);
    }
    for text in ["fulanxs", "alumn@", "l@s fulan@s"] {
        let findings = check(text, &BUILT_IN);
        assert_eq!(findings.len(), 1, "{text}");
        assert!(findings[0].suggestions.is_empty(), "{text}: {findings:?}");
    }
}

#[test]
fn a_term_that_describes_a_thing_gets_no_wording_for_persons() {
    for text in [
        "El municipio quedó lisiado.",
        "La seguridad está paralítica.",
        "LA SEGURIDAD ESTA PARALITICA",
    ] {
        let findings = check(text, &BUILT_IN);
        assert!(!findings.is_empty(), "{text}");
        assert!(
            findings.iter().all(|it| it.suggestions.is_empty()),
            "{findings:?}"
        );
    }
}

#[test]
fn terms_agree_in_number_and_know_when_they_describe() {
    for (text, expected) in [
        ("Los discapacitados.", "Las personas con discapacidad."),
        ("Un discapacitado.", "Una persona con discapacidad."),
        (
            "Ayuda al discapacitado.",
            "Ayuda a la persona con discapacidad.",
        ),
        ("Mujeres discapacitadas.", "Mujeres con discapacidad."),
        ("Un niño sordomudo.", "Un niño sordo."),
        (
            "Los enfermos mentales.",
            "Las personas con padecimiento mental.",
        ),
    ] {
        assert_eq!(accepted(text), expected);
    }
}

#[test]
fn accents_case_and_marks_make_no_difference() {
    for text in [
        "LOS JOVENES",
        "AYUDA A LOS DISCAPACITADOS",
        "los jóvenes",
        "Los Jovenes",
        "los jo\u{301}venes",
    ] {
        assert_eq!(check(text, &Rules::built_in()).len(), 1, "{text}");
    }
    let findings = check("los nin\u{303}os", &Rules::built_in());
    assert_eq!((findings[0].start, findings[0].end), (0, 10));
}

#[test]
fn words_match_whole() {
    for text in [
        "los niñosos",
        "ciudadanosamente",
        "xlos jóvenesx",
        "los alumnosde",
    ] {
        assert!(found(text).is_empty(), "{text}");
    }
}

#[test]
fn split_forms_quotations_and_names_are_left_alone() {
    for text in [
        "las y los mexiquenses",
        "los y las mexiquenses",
        "las niñas y los niños",
        "niños y niñas",
        "las abogadas y\nlos abogados",
        "los (as) productores",
        "ciudadanos y/o ciudadanas",
        "productores-as y comerciantes-as",
        "la o el ciudadano",
        "todas y a todos los que vinieron",
        "las niñas y los niños mexicanos y extranjeros",
        "CIUDADANAS Y CIUDADANOS",
        "las/los ciudadanos",
        "los ciudadanos(as)",
        "ciudadanos/as",
        "a las y a los jóvenes",
        "todas y todos",
        "las y los niños, jóvenes y adultos mayores",
        "hombres y mujeres trabajadores",
        "las mujeres y los hombres abogados",
        "niños y niñas productores",
        "el trabajador o trabajadora que lo pida",
        "los vigilantes electrónicos",
        "Dijo: «los políticos mienten».",
        "Ley de los Trabajadores al Servicio del Estado",
        "Cámara de Diputados",
        "la cámara de diputados",
        "Instituto Nacional de los Pueblos Indígenas",
        "los derechos humanos",
        "los servicios médicos",
        "Los Reyes La Paz",
        "mis padres",
        "mis alumnos",
        "Escríbanos a www.ciudadanos.mx o a @vecinos",
        "los hechos",
        "todos los días",
        "Carmen Niño",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn marks_around_a_whole_text_quote_nothing() {
    assert_eq!(found("\"Los niños juegan.\"").len(), 1);
    assert_eq!(found("“Los niños” juegan.").len(), 0);
    assert_eq!(found("Dijo: \"los niños juegan").len(), 1);
}

#[test]
fn the_arroba_gives_way_to_both_forms() {
    assert_eq!(one("Amig@s, hola").1, "Amigas y amigos");
    assert!(found("correo@servidor.mx").is_empty());
}

#[test]
fn an_election_adds_rules_and_replaces_them() {
    let rule = |id: &str| Rule {
        id: id.to_owned(),
        level: Level::Warning,
        nouns: vec!["tlachiqueros".to_owned()],
        articled: Vec::new(),
        terms: Vec::new(),
        patterns: vec!["los meros meros".to_owned()],
        except: vec!["los meros meros petateros".to_owned()],
        suggestions: vec!["el gremio {m}".to_owned()],
        explanation: "Prueba".to_owned(),
        source: "Prueba".to_owned(),
    };
    let rules = Rules::with(vec![rule("pulque"), rule("ninos")]);
    let findings = check("los niños, los tlachiqueros, los meros meros", &rules);
    assert_eq!(findings.len(), 2);
    assert_eq!(findings[0].suggestions, ["el gremio tlachiqueros"]);
    assert!(check("los meros meros petateros", &rules).is_empty());
    assert_eq!(
        rules.rule("ninos").map(|rule| rule.level),
        Some(Level::Warning)
    );
}

fn any_text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "los",
        "las",
        "y",
        "niños",
        "Jóvenes",
        "TODOS",
        "a",
        "de",
        "el",
        "hombre",
        "ciudadanos",
        "discapacitado",
        "del",
        "mujer",
        "«",
        "»",
        "\"",
        ".",
        ",",
        "\n",
        "títere",
        "tod@s",
        "(as)",
        "n\u{303}",
        "\u{301}",
        "😀",
        "histérica",
        "Ley",
        "organizados",
        "más",
        "500",
        "DE LA RED EN EL",
    ]);
    prop_oneof![
        prop::collection::vec(word, 0..40).prop_map(|words| words.join(" ")),
        any::<String>(),
    ]
}

proptest! {
    #[test]
    fn findings_are_sorted_apart_and_are_what_the_text_says(text in any_text()) {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        for finding in check(&text, &BUILT_IN) {
            prop_assert!(at <= finding.start && finding.start < finding.end);
            prop_assert!(finding.end <= chars.len());
            let there: String = chars[finding.start..finding.end].iter().collect();
            prop_assert_eq!(there, finding.text);
            at = finding.end;
        }
    }

    #[test]
    fn accents_do_not_change_what_is_found(text in "(los |las |y |niños |jóvenes |histérica |médicos |, ){0,12}") {
        let spans = |text: &str| -> Vec<(usize, usize)> {
            check(text, &BUILT_IN).iter().map(|found| (found.start, found.end)).collect()
        };
        prop_assert_eq!(spans(&text), spans(&text.replace('ó', "o").replace('é', "e")));
    }
}

static BUILT_IN: std::sync::LazyLock<Rules> = std::sync::LazyLock::new(Rules::built_in);
