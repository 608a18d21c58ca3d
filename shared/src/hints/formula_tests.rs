use super::*;
use crate::language::tokens;

/// The words that are no set phrase.
fn own_words(text: &str) -> String {
    let words = tokens(text);
    let within = legal_formulas(&words);
    let own = words.iter().zip(&within).filter(|(_, formula)| !**formula);
    let own: Vec<_> = own.map(|(it, _)| it.folded.as_str()).collect();
    own.join(" ")
}

#[test]
fn a_citation_is_told_from_what_follows_it() {
    for text in [
        "Con fundamento en los artículos 1, 4 y 115 de la Constitución Política de los Estados Unidos \
         Mexicanos y en la Ley General de los Derechos de Niñas, Niños y Adolescentes, propongo comedores.",
        "CON FUNDAMENTO EN LOS ARTÍCULOS 1, 4 Y 115 DE LA CONSTITUCIÓN POLÍTICA DE LOS ESTADOS UNIDOS \
         MEXICANOS Y EN LA LEY GENERAL DE LOS DERECHOS DE NIÑAS, NIÑOS Y ADOLESCENTES, PROPONGO COMEDORES.",
        "De conformidad con lo establecido en el artículo 41, base I, de la Constitución, propongo comedores.",
        "Con fundamento en el art. 4 de la Constitución. Propongo comedores.",
        "En términos de lo dispuesto por la Ley Orgánica Municipal del Estado de México, propongo comedores.",
    ] {
        assert_eq!(own_words(text), "propongo comedores", "{text}");
    }
}

#[test]
fn what_only_begins_like_one_is_the_persons_own() {
    for text in [
        "Conforme a lo que pide cada colonia, abriremos mercados.",
        "Con base en el padrón de obras abriremos escuelas.",
        "La Constitución es de todas y todos.",
    ] {
        let words = tokens(text);
        assert!(legal_formulas(&words).iter().all(|it| !it), "{text}");
    }
}
