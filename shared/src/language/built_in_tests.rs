use crate::language::{Rules, check};

const LISTED: &str = "Lista de una herramienta para un texto del Congreso de Guanajuato, S54";
const OWN: &str = "Criterio propio";
const BY_LAW: &str = "LGAMVLV, artículo 20 Ter; criterio propio";

/// At least one phrase of every row of `docs/domain/language.md#the-list`, and of what is for human
/// attention.
const FOUND: &[&str] = &[
    "los ciudadanos opinan",
    "el ciudadano opina",
    "los mexiquenses",
    "los mexicanos",
    "los habitantes",
    "los niños",
    "los jóvenes",
    "los adolescentes",
    "los viejos",
    "los ancianos",
    "la tercera edad",
    "los adultos mayores",
    "los alumnos",
    "los estudiantes",
    "los maestros",
    "los profesores",
    "los padres de familia",
    "los trabajadores",
    "los empleados",
    "los funcionarios",
    "los servidores públicos",
    "los diputados",
    "los regidores",
    "los síndicos",
    "los presidentes municipales",
    "los candidatos",
    "los electores",
    "los votantes",
    "los campesinos",
    "los agricultores",
    "los empresarios",
    "los emprendedores",
    "los comerciantes",
    "los artesanos",
    "los médicos",
    "los doctores",
    "las enfermeras",
    "los policías",
    "los usuarios",
    "los beneficiarios",
    "los solicitantes",
    "los interesados",
    "los afectados",
    "los vecinos",
    "los migrantes",
    "los indígenas",
    "el hombre debe cuidar la tierra",
    "todos debemos participar",
    "algunos piensan que no",
    "cuando uno quiere, puede",
    "los discapacitados",
    "los minusválidos",
    "los inválidos",
    "capacidades diferentes",
    "los lisiados",
    "un retrasado mental",
    "un enfermo mental",
    "un sordomudo",
    "un ciego pidió ayuda",
    "los ciegos",
    "los pobres",
    "un indigente",
    "los indios",
    "los inditos",
    "los negros",
    "preferencia sexual",
    "los homosexuales",
    "violencia intrafamiliar",
    "crimen pasional",
    "la mujer merece respeto",
    "ayudar en la casa",
    "las señoritas",
    "por ser mujer no debe gobernar",
    "ella debería estar en su casa",
    "es una histérica",
    "la puso su esposo",
    "la impuso su esposo",
    "es un títere de su partido",
    "fue mandada por su jefe",
    "está ahí solo por la cuota de género",
    "es solo la esposa de un exalcalde",
    "es nada más la hija de un exalcalde",
];

/// Names, neutral nouns, split forms and things, none of which is anybody's generic masculine.
const SILENT: &[&str] = &[
    "Cámara de Diputados",
    "Ley de Ciudadanos Organizados del Estado",
    "la autoridad y el personal atienden a las víctimas",
    "Comisión Nacional para el Desarrollo de los Pueblos Indígenas",
    "Secretaría del Trabajo y Previsión Social",
    "Estudié en la Escuela Normal de Maestros de Toluca",
    "Programa Nacional de Becas para Jóvenes de Escasos Recursos",
    "Las candidatas y los candidatos debatieron",
    "los ríos y los lagos",
    "Instituto Electoral del Estado de México",
    "todas las personas",
    "una trabajadora del campo y un trabajador del campo",
    "Fui maestro y soy abogado",
    "la gente joven y las personas mayores",
    "los pueblos y barrios originarios",
    "Soy ciudadano mexicano por nacimiento",
    "Todos los programas sociales llegarán",
    "en todos y cada uno de los municipios",
    "nuestros ríos están contaminados",
    "Ley General de los Derechos de Niñas, Niños y Adolescentes",
    "Confederación de Trabajadores de México (CTM)",
    "Sistema Nacional para el Desarrollo Integral de la Familia",
    "Dr. Juan Ciudadano Pérez",
    "es un voto inválido",
    "la obra fue impuesta por el gobierno",
    "Mi madre es ama de llaves",
];

#[test]
fn every_row_of_the_list_is_found() {
    let rules = Rules::built_in();
    for text in FOUND {
        assert!(!check(text, &rules).is_empty(), "{text}");
    }
}

#[test]
fn what_only_looks_like_it_is_left_alone() {
    let rules = Rules::built_in();
    for text in SILENT {
        assert!(
            check(text, &rules).is_empty(),
            "{text}: {:?}",
            check(text, &rules)
        );
    }
}

#[test]
fn every_rule_names_a_source_that_the_domain_explains() {
    let page = include_str!("../../../docs/domain/language.md");
    for source in [LISTED, OWN, BY_LAW] {
        assert!(page.contains(&format!("«{source}»")), "{source}");
    }
    let both = format!("{LISTED}; criterio propio");
    for rule in Rules::built_in().all() {
        let known = [LISTED, OWN, BY_LAW, &both].contains(&rule.source.as_str());
        assert!(known, "{}: {}", rule.id, rule.source);
    }
}

#[test]
fn what_the_list_does_not_name_is_not_laid_on_it() {
    let rules = Rules::built_in();
    let source = |text: &str| {
        let found = check(text, &rules);
        let rule = found.first().and_then(|it| rules.rule(&it.rule));
        rule.map(|it| it.source.clone()).unwrap_or_default()
    };
    let both = format!("{LISTED}; criterio propio");
    assert_eq!(source("los ciudadanos"), LISTED);
    assert_eq!(source("un ciego"), LISTED);
    assert_eq!(source("los lisiados"), both);
    assert_eq!(source("capacidades diferentes"), both);
    assert_eq!(source("los mancos"), OWN);
}
