//! The little Spanish grammar that agreement needs: determiners, endings, number of a verb.

use crate::lists::list_file;

/// Gender and number of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreement {
    pub(super) feminine: bool,
    pub(super) plural: bool,
}

impl Agreement {
    pub(super) const FEMININE_PLURAL: Self = Self {
        feminine: true,
        plural: true,
    };
}

/// A determiner in its four forms: masculine and feminine singular, masculine and feminine plural.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Determiner {
    forms: [&'static str; 4],
    /// Whether it makes sense before a collective noun: "nuestra juventud", but not "varia".
    pub(super) counts: bool,
}

const fn points(forms: [&'static str; 4]) -> Determiner {
    Determiner {
        forms,
        counts: false,
    }
}

const fn counts(forms: [&'static str; 4]) -> Determiner {
    Determiner {
        forms,
        counts: true,
    }
}

/// The article comes first: [`ARTICLE`] is its place.
const DETERMINERS: [Determiner; 24] = [
    points(["el", "la", "los", "las"]),
    points(["este", "esta", "estos", "estas"]),
    points(["ese", "esa", "esos", "esas"]),
    points(["aquel", "aquella", "aquellos", "aquellas"]),
    points(["nuestro", "nuestra", "nuestros", "nuestras"]),
    points(["mi", "mi", "mis", "mis"]),
    points(["tu", "tu", "tus", "tus"]),
    points(["su", "su", "sus", "sus"]),
    counts(["un", "una", "unos", "unas"]),
    counts(["otro", "otra", "otros", "otras"]),
    counts(["mucho", "mucha", "muchos", "muchas"]),
    counts(["poco", "poca", "pocos", "pocas"]),
    counts(["tanto", "tanta", "tantos", "tantas"]),
    counts(["cuanto", "cuanta", "cuantos", "cuantas"]),
    counts(["alguno", "alguna", "algunos", "algunas"]),
    counts(["vario", "varia", "varios", "varias"]),
    counts(["cierto", "cierta", "ciertos", "ciertas"]),
    counts(["demasiado", "demasiada", "demasiados", "demasiadas"]),
    counts(["diverso", "diversa", "diversos", "diversas"]),
    counts(["distinto", "distinta", "distintos", "distintas"]),
    counts(["numeroso", "numerosa", "numerosos", "numerosas"]),
    counts(["dicho", "dicha", "dichos", "dichas"]),
    counts(["ambo", "amba", "ambos", "ambas"]),
    counts(["todo", "toda", "todos", "todas"]),
];

/// The article.
pub(super) const ARTICLE: &Determiner = &DETERMINERS[0];

impl Determiner {
    /// The determiner a folded word is a form of, and that form.
    pub(super) fn of(folded: &str) -> Option<(&'static Self, Agreement)> {
        DETERMINERS.iter().find_map(|determiner| {
            // An invariable form ("sus") is read as masculine, which is what a caller asks about.
            let at = determiner.forms.iter().position(|form| *form == folded)?;
            let form = Agreement {
                feminine: at % 2 == 1,
                plural: at > 1,
            };
            Some((determiner, form))
        })
    }

    /// The form that agrees.
    pub(super) const fn form(&self, agreement: Agreement) -> &'static str {
        match (agreement.plural, agreement.feminine) {
            (false, false) => self.forms[0],
            (false, true) => self.forms[1],
            (true, false) => self.forms[2],
            (true, true) => self.forms[3],
        }
    }

    /// Whether masculine and feminine are the same.
    pub(super) fn invariable(&self) -> bool {
        self.forms[2] == self.forms[3]
    }
}

/// Pairs that no ending explains.
const PAIRS: [(&str, &str); 10] = [
    ("presidentes", "presidentas"),
    ("jefes", "jefas"),
    ("caballeros", "damas"),
    ("papas", "mamas"),
    ("padres", "madres"),
    ("papás", "mamás"),
    ("alcaldes", "alcaldesas"),
    ("jueces", "juezas"),
    ("hombres", "mujeres"),
    ("yernos", "nueras"),
];

/// Comparatives, which end as agent nouns do and have one gender.
const ONE_GENDER: [&str; 6] = [
    "mayores",
    "menores",
    "mejores",
    "peores",
    "superiores",
    "exteriores",
];

/// The feminine of a masculine plural; the same word where both are one.
pub(super) fn feminine(plural: &str) -> String {
    if let Some((_, feminine)) = PAIRS.iter().find(|(masculine, _)| *masculine == plural) {
        return (*feminine).to_owned();
    }
    if ONE_GENDER.contains(&plural) {
        return plural.to_owned();
    }
    for (ending, becomes) in [
        ("os", "as"),
        ("ores", "oras"),
        ("eses", "esas"),
        ("anes", "anas"),
    ] {
        if let Some(stem) = plural.strip_suffix(ending) {
            return format!("{stem}{becomes}");
        }
    }
    plural.to_owned()
}

/// The feminine of a masculine adjective in the singular.
pub(super) fn feminine_of_one(singular: &str) -> String {
    singular
        .strip_suffix('o')
        .map_or_else(|| singular.to_owned(), |stem| format!("{stem}a"))
}

/// An adjective in the masculine plural, as another phrase needs it.
pub(super) fn inflect(adjective: &str, to: Agreement) -> String {
    let plural = if to.feminine {
        feminine(adjective)
    } else {
        adjective.to_owned()
    };
    if to.plural { plural } else { singular(&plural) }
}

/// The singular of a plural adjective.
pub(super) fn singular(plural: &str) -> String {
    if plural == "jóvenes" {
        return "joven".to_owned();
    }
    if let Some(stem) = plural.strip_suffix("es")
        && stem.ends_with(['l', 'r', 'n', 'd'])
        && !stem.ends_with("bl")
    {
        return stem.to_owned();
    }
    plural.strip_suffix('s').unwrap_or(plural).to_owned()
}

/// The plural of a singular noun or adjective.
pub(super) fn plural(singular: &str) -> String {
    match singular.chars().next_back() {
        Some('a' | 'e' | 'i' | 'o' | 'u' | 'á' | 'é' | 'ó') => format!("{singular}s"),
        Some('s') | None => singular.to_owned(),
        Some('z') => format!("{}ces", singular.trim_end_matches('z')),
        Some(_) => format!("{singular}es"),
    }
}

/// "y", or "e" before the same sound.
pub(super) fn and(next: &str) -> &'static str {
    let vowel = next.starts_with('i') || next.starts_with("hi");
    if vowel && !next.starts_with("hie") {
        "e"
    } else {
        "y"
    }
}

/// Whether a folded word only joins others.
pub(super) fn is_link(word: &str) -> bool {
    const LINKS: [&str; 24] = [
        "a", "al", "ante", "con", "contra", "de", "del", "e", "el", "en", "entre", "la", "las",
        "lo", "los", "no", "o", "para", "por", "sin", "sobre", "su", "u", "y",
    ];
    LINKS.contains(&word)
}

/// Adjectives of people that no ending betrays, in the masculine plural.
const ADJECTIVES: &[&str] = list_file!("lists/adjectives.txt");

/// Whether a folded word is an adjective or participle that can follow a noun for people.
pub(super) fn is_adjective(folded: &str) -> bool {
    let participle = folded.ends_with("ados") || folded.ends_with("idos");
    (participle && folded.chars().count() > 6) || ADJECTIVES.contains(&folded)
}

/// Adjectives that stand before the noun they belong to.
const BEFORE: &[&str] = list_file!("lists/adjectives_before_nouns.txt");

/// Whether a folded word is an adjective that stands before its noun.
pub(super) fn stands_before(folded: &str) -> bool {
    BEFORE.contains(&folded)
}

/// Words in -n that are no verb.
const NO_VERB: &[&str] = list_file!("lists/no_verbs.txt");

/// Whether a folded word looks like a verb in the plural, or "que" before one.
pub(super) fn asks_plural(folded: &str) -> bool {
    let noun = folded.ends_with("ion") || folded.ends_with("zon");
    let third = folded.ends_with("an") || folded.ends_with("en") || folded.ends_with("on");
    let first = folded.ends_with("mos") && folded.len() > 4;
    folded == "que" || first || (third && !noun && !NO_VERB.contains(&folded))
}

#[cfg(test)]
#[path = "grammar_tests.rs"]
mod grammar_tests;
