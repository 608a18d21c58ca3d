//! Set phrases of law: «Con fundamento en los artículos 1, 4 y 115 de la Constitución Política de los
//! Estados Unidos Mexicanos…». Everybody writes them alike, so they make no text a copy of another.

use crate::language::Token;

/// How such a phrase begins, folded.
const BEGINS: [&[&str]; 16] = [
    &["con", "fundamento"],
    &["con", "base", "en"],
    &["de", "conformidad", "con"],
    &["de", "acuerdo", "con"],
    &["de", "acuerdo", "a"],
    &["en", "terminos", "de"],
    &["en", "terminos", "del"],
    &["en", "cumplimiento"],
    &["en", "apego", "a"],
    &["en", "atencion", "a"],
    &["conforme", "a"],
    &["conforme", "al"],
    &["conforme", "lo"],
    &["fundado", "en"],
    &["segun", "lo"],
    &["guardar", "y", "hacer", "guardar"],
];

/// What is cited: without one of them within [`SOON`] words, the beginning means something else.
const SOURCES: [&str; 14] = [
    "articulo",
    "articulos",
    "art",
    "arts",
    "constitucion",
    "ley",
    "leyes",
    "codigo",
    "reglamento",
    "lineamientos",
    "convencion",
    "convenio",
    "tratados",
    "decreto",
];

/// How many words after its beginning a phrase names its source.
const SOON: usize = 8;

/// Words that go on with a citation though they are written small.
const GOES_ON: [&str; 48] = [
    "a",
    "al",
    "con",
    "de",
    "del",
    "e",
    "el",
    "ella",
    "emanan",
    "emanen",
    "en",
    "la",
    "las",
    "lo",
    "los",
    "o",
    "para",
    "por",
    "que",
    "se",
    "sus",
    "y",
    "apartado",
    "apartados",
    "fraccion",
    "fracciones",
    "inciso",
    "incisos",
    "numeral",
    "numerales",
    "parrafo",
    "parrafos",
    "base",
    "primer",
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "demas",
    "relativos",
    "aplicables",
    "correspondientes",
    "dispuesto",
    "establecido",
    "previsto",
    "señalado",
    "vigente",
    "mismo",
];

/// Of each word, whether it is part of a set phrase of law.
#[must_use]
pub fn legal_formulas(words: &[Token]) -> Vec<bool> {
    let mut within = vec![false; words.len()];
    let mut at = 0;
    while at < words.len() {
        let end = formula_at(words, at).unwrap_or(at);
        for it in within.iter_mut().take(end).skip(at) {
            *it = true;
        }
        at = end.max(at + 1);
    }
    within
}

/// Where the phrase ends that begins here.
fn formula_at(words: &[Token], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let said = |it: usize| rest.get(it).map(|it| it.folded.as_str());
    let begins = |phrase: &&&[&str]| (0..phrase.len()).all(|it| said(it) == Some(phrase[it]));
    let begun = BEGINS.iter().find(begins)?.len();
    let names_source = rest
        .iter()
        .take(begun + SOON)
        .any(|it| SOURCES.contains(&it.folded.as_str()));
    if !names_source {
        return None;
    }
    let more = rest.iter().skip(begun).take_while(|it| cites(it)).count();
    Some(at + begun + more)
}

/// Whether a word belongs to a citation: the names of laws are written with capitals.
fn cites(word: &Token) -> bool {
    let folded = word.folded.as_str();
    // A capital after a full stop begins a sentence.
    (word.capital && !word.shouted && word.goes_on)
        || SOURCES.contains(&folded)
        || GOES_ON.contains(&folded)
        || OF_LAWS.contains(&folded)
        || folded.chars().all(|it| it.is_ascii_digit())
        || folded.chars().all(|it| "ivxlc".contains(it))
}

/// Words of the names of laws, for texts that are all in capitals or all small.
const OF_LAWS: [&str; 30] = [
    "politica",
    "estados",
    "unidos",
    "mexicanos",
    "general",
    "federal",
    "estado",
    "libre",
    "soberano",
    "mexico",
    "organica",
    "municipal",
    "electoral",
    "electorales",
    "instituciones",
    "procedimientos",
    "derechos",
    "humanos",
    "niñas",
    "niños",
    "adolescentes",
    "mujeres",
    "acceso",
    "vida",
    "violencia",
    "igualdad",
    "personas",
    "discapacidad",
    "nacional",
    "republica",
];

#[cfg(test)]
#[path = "formula_tests.rs"]
mod formula_tests;
