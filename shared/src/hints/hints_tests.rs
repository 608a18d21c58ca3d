use proptest::prelude::*;

use super::*;
use crate::language::{self, CAPITALS, Rules};

const PLAIN: &str = "Ampliaremos la red de ciclovías para que las personas lleguen a su empleo. \
    La población objetivo son 90 mil personas que hoy recorren menos de ocho kilómetros; en dos \
    años habrá 55 kilómetros confinados y estacionamientos seguros en cada plaza.";

fn kinds(text: &str) -> Vec<HintKind> {
    let found = check(&[(Section::Proposal1, text)], &names());
    found.into_iter().map(|it| it.kind).collect()
}

fn named(name: &str, acronym: Option<&str>) -> ActorNames {
    ActorNames {
        name: name.to_owned(),
        acronym: acronym.map(ToOwned::to_owned),
    }
}

fn names() -> Names {
    let own = [
        named("Raíz y Rumbo", None),
        named("Partido Horizonte", Some("PH")),
        named("Partido Revolucionario Institucional", Some("PRI")),
    ];
    let others = [
        named("MORENA", Some("MORENA")),
        named("MOVIMIENTO CIUDADANO", Some("MC")),
        named("Partido Acción Nacional", Some("PAN")),
        named("Partido del Trabajo", Some("PT")),
        named("Partido Verde Ecologista de México", Some("PVEM")),
        named("Partido Revolucionario Institucional", Some("PRI")),
        named("Fuerza y Corazón por Edomex", None),
        named("CANDIDATURA INDEPENDIENTE", None),
    ];
    Names::new(&others, &own)
}

fn mention(text: &str) -> Option<String> {
    let found = check(&[(Section::Motivation, text)], &names());
    let mut found = found.into_iter().filter(|it| it.kind == HintKind::Mention);
    found.next().map(|it| it.excerpt)
}

#[test]
fn an_ordinary_text_has_no_hint() {
    assert_eq!(kinds(PLAIN), []);
    assert_eq!(kinds(""), []);
}

#[test]
fn a_text_in_capitals_is_noticed_and_a_heading_is_not() {
    assert_eq!(kinds(&PLAIN.to_uppercase()), [HintKind::Capitals]);
    let heading = format!("EXPERIENCIA EN EL SECTOR PÚBLICO Y PRIVADO:\n{PLAIN}");
    assert_eq!(kinds(&heading), []);
    let part = format!(
        "{PLAIN} {}",
        "TRABAJAMOS POR EL AGUA Y POR LA SALUD DE TODA LA GENTE QUE VIVE AQUÍ CON NOSOTROS."
    );
    let found = check(&[(Section::Proposal1, &part)], &names());
    assert_eq!(found[0].kind, HintKind::Capitals);
    assert!(found[0].excerpt.starts_with("TRABAJAMOS POR"), "{found:?}");
}

#[test]
fn capitals_are_a_hint_exactly_where_the_assistant_told_of_them() {
    let shouted = PLAIN.to_uppercase();
    for words in 0..PLAIN.split(' ').count() {
        let start: Vec<_> = shouted.split(' ').take(words).collect();
        let text = format!("{} {PLAIN}", start.join(" "));
        let told = language::check(&text, &Rules::built_in());
        let told = told.iter().any(|it| it.rule == CAPITALS);
        let hinted = kinds(&text).contains(&HintKind::Capitals);
        assert_eq!(told, hinted, "{words}");
    }
}

#[test]
fn padding_is_noticed() {
    for padding in [
        "xxxxxxxx",
        "aaaa",
        "XXXXXXXXXX",
        "..............",
        "Lorem ipsum dolor sit amet",
        "asdfghjkl",
        "qwerty",
        "poiuyt",
        "jajajajaja",
        "trabajo trabajo trabajo trabajo",
        "vamos a ganar vamos a ganar vamos a ganar",
        "bla bla bla",
        "Texto de prueba",
    ] {
        let text = format!("{PLAIN} {padding}");
        assert_eq!(kinds(&text), [HintKind::Padding], "{padding}");
    }
    assert_eq!(kinds(&format!("{PLAIN} {PLAIN}")), [HintKind::Padding]);
}

#[test]
fn what_only_looks_like_padding_is_left_alone() {
    for text in [
        "Diputada en la LXIII Legislatura, siglo XIX y XXI.",
        "Vea https://www.facebook.com/candidata y escriba a asdf@ejemplo.example.",
        "Muy, muy, muy contenta de servir.",
        "Invertiremos $10,000,000.00 en 2024 y 2025.",
        "Comisión de Salud, Comisión de Agua, Comisión de Vivienda.",
        "1998-2001 Regidora. 2001-2004 Síndica. 2004-2007 Diputada.",
        "Presidenta de la Comisión de Deporte del Ayuntamiento de Tecámac. Regidora, con voz y voto \
            en cada sesión, de 2010 a 2013, y en la siguiente administración, de 2013 a 2015, por \
            un periodo más, hasta que pedí licencia. Presidenta de la Comisión de Deporte del \
            Ayuntamiento de Tecámac.",
        "Desarrollo... y bienestar... para todas...",
        "Property and poetry: tres, cuatro, ocho.",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}

#[test]
fn a_sentence_in_two_sections_is_told_at_the_later() {
    let other = format!("Soy de Tecámac. {}", PLAIN.to_lowercase());
    let found = check(
        &[(Section::Motivation, PLAIN), (Section::Proposal1, &other)],
        &names(),
    );
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].kind, HintKind::Repeated);
    assert_eq!(found[0].section, Section::Proposal1);
    assert_eq!(found[0].other, Some(Section::Motivation));
    assert!(found[0].excerpt.contains("ampliaremos la red"), "{found:?}");
}

#[test]
fn other_actors_are_noticed_by_their_names() {
    for (text, name) in [
        (
            "Milité en Movimiento Ciudadano diez años.",
            "Movimiento Ciudadano",
        ),
        (
            "Fui regidora del partido acción nacional.",
            "partido acción nacional",
        ),
        ("El gobierno de MORENA no cumplió.", "MORENA"),
        ("Con el PAN nada cambió.", "PAN"),
        ("Fui del PT y renuncié.", "PT"),
        ("El Partido Verde propone otra cosa.", "Partido Verde"),
        (
            "Los de Fuerza y Corazón por Edomex mienten.",
            "Fuerza y Corazón por Edomex",
        ),
        ("Alianza PRI-PAN en el municipio.", "PAN"),
    ] {
        assert_eq!(mention(text).as_deref(), Some(name), "{text}");
    }
}

#[test]
fn common_words_and_the_own_actor_are_no_mention() {
    for text in [
        "Más áreas verdes y trabajo digno; un movimiento ciudadano por el agua.",
        "Llevaremos pan y leche a cada comunidad.",
        "La población morena, afrodescendiente e indígena.",
        "Doña Morena Salinas coordina el taller.",
        "Raíz y Rumbo y el Partido Horizonte proponen más; el PRI también.",
        "Uso una PC con 8 GB; MC Editores la publicó.",
        "Soy una candidatura independiente de los intereses.",
        "La fuerza y el corazón por delante.",
    ] {
        assert_eq!(mention(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn whatever_is_written_excerpts_stay_short(text in "\\PC{0,400}", again in "[a-zA-Zñé .\\n]{0,200}") {
        let texts = [(Section::Motivation, text.as_str()), (Section::Proposal1, again.as_str())];
        for hint in check(&texts, &names()) {
            prop_assert!(hint.excerpt.chars().count() <= text::EXCERPT + 1);
            prop_assert!(!hint.excerpt.is_empty());
        }
    }

    #[test]
    fn four_of_a_letter_are_always_noticed(letter in "[a-zñ]", times in 4_usize..50) {
        let text = format!("{PLAIN} {}", letter.repeat(times));
        prop_assert_eq!(kinds(&text), [HintKind::Padding]);
    }
}
