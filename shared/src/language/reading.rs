//! Reading the rules that an election adds or switches off: everything that is wrong, at once.

use serde_json::{Map, Value};

use super::built_in;
use super::check::BY_CODE;
use super::pattern::Pattern;
use super::rule::{ElectionRules, Level, Rule};
use crate::questionnaire::reader::{self, At, Report};
use crate::questionnaire::{FieldIssue, IssueCode};

/// How many rules an election may add, and how many entries each list of a rule may have.
const RULES: usize = 500;
const ENTRIES: usize = 100;

/// How long an entry may be, in characters.
const ENTRY: u32 = 250;
/// How long an explanation may be, in characters.
pub const EXPLANATION_MAX: u32 = 500;

const FIELDS: [&str; 10] = [
    "id",
    "level",
    "nouns",
    "articled",
    "terms",
    "patterns",
    "except",
    "suggestions",
    "explanation",
    "source",
];

/// Reads a list of rules.
///
/// # Errors
/// Everything that is wrong, each with the pointer of its place.
pub fn parse_rules(value: &Value) -> Result<Vec<Rule>, Vec<FieldIssue>> {
    let mut report = Report::default();
    let rules = read_rules(value, &At::root("Reglas"), &mut report);
    report.finish(Some(rules))
}

/// Reads what an election changes in the built-in rules.
///
/// # Errors
/// Everything that is wrong, each with the pointer of its place.
pub fn parse_election_rules(value: &Value) -> Result<ElectionRules, Vec<FieldIssue>> {
    let mut report = Report::default();
    let root = At::root("Reglas");
    let Some(map) = reader::object(value, &root, &["added", "off"], &mut report) else {
        return Err(report.into_issues());
    };
    let added = reader::present(map, "added").map_or_else(Vec::new, |list| {
        read_rules(list, &root.child("added"), &mut report)
    });
    let off = read_off(map, &root.child("off"), &mut report);
    report.finish(Some(ElectionRules { added, off }))
}

/// The ids of built-in rules that are switched off.
fn read_off(map: &Map<String, Value>, at: &At, report: &mut Report) -> Vec<String> {
    let known = built_in::built_in_rules();
    let mut off = Vec::new();
    let ids = match reader::present(map, "off") {
        None => return off,
        Some(Value::Array(ids)) if ids.len() <= RULES => ids,
        Some(_) => {
            let what = format!("se esperaba una lista de hasta {RULES}");
            report.add(at, IssueCode::WrongType, &what);
            return off;
        }
    };
    for (index, id) in ids.iter().enumerate() {
        let at = at.child(&index.to_string());
        match id.as_str() {
            Some(id) if off.iter().any(|it| it == id) => {
                report.add(&at, IssueCode::Duplicate, "está dos veces");
            }
            Some(id) if known.iter().any(|it| it.id == id) => off.push(id.to_owned()),
            _ => report.add(
                &at,
                IssueCode::NotInCatalogue,
                "no hay una regla con ese identificador",
            ),
        }
    }
    off
}

fn read_rules(value: &Value, root: &At, report: &mut Report) -> Vec<Rule> {
    let Value::Array(items) = value else {
        report.add(root, IssueCode::WrongType, "se esperaba una lista");
        return Vec::new();
    };
    if items.len() > RULES {
        let what = format!("se admiten hasta {RULES} y hay {}", items.len());
        report.add(root, IssueCode::TooMany, &what);
        return Vec::new();
    }
    let mut rules: Vec<Rule> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let mut at = root.child(&index.to_string());
        at.label = format!("Regla {}", index + 1);
        let Some(rule) = read_rule(item, &at, report) else {
            continue;
        };
        if rules.iter().any(|other| other.id == rule.id) {
            let what = "otra regla tiene el mismo identificador";
            report.add(&at.child("id"), IssueCode::Duplicate, what);
        }
        rules.push(rule);
    }
    rules
}

fn read_rule(item: &Value, at: &At, report: &mut Report) -> Option<Rule> {
    let map = reader::object(item, at, &FIELDS, report)?;
    let mut list = |key: &str, check: EntryCheck| read_entries(map, key, check, at, report);
    let [nouns, articled, terms] =
        ["nouns", "articled", "terms"].map(|key| list(key, only_letters));
    let [patterns, except] = ["patterns", "except"].map(|key| list(key, is_phrase));
    let suggestions = list("suggestions", |_| Ok(()));
    let id = map.get("id").and_then(Value::as_str).unwrap_or_default();
    let about_words = !BY_CODE.contains(&id);
    let empty = [&nouns, &articled, &terms, &patterns]
        .iter()
        .all(|entries| entries.is_empty());
    if about_words && empty {
        let what = "no busca nada: faltan palabras o frases";
        report.add(at, IssueCode::Required, what);
    }
    let id = read_required(map, "id", ENTRY, at, report).filter(|id| {
        let fits = id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if !fits {
            let what = "el identificador lleva minúsculas, cifras y guiones";
            report.add(&at.child("id"), IssueCode::InvalidFormat, what);
        }
        fits
    });
    let level = read_required(map, "level", ENTRY, at, report).and_then(|code| {
        let level = code.parse::<Level>().ok();
        if level.is_none() {
            let what = "el nivel no está en la lista";
            report.add(&at.child("level"), IssueCode::NotInCatalogue, what);
        }
        level
    });
    let explanation = read_required(map, "explanation", EXPLANATION_MAX, at, report);
    let source = read_required(map, "source", EXPLANATION_MAX, at, report);
    Some(Rule {
        id: id?,
        level: level?,
        nouns,
        articled,
        terms,
        patterns,
        except,
        suggestions,
        explanation: explanation?,
        source: source?,
    })
}

/// What is wrong with an entry, if anything.
type EntryCheck = fn(&str) -> Result<(), &'static str>;

fn is_phrase(entry: &str) -> Result<(), &'static str> {
    Pattern::parse(entry).map(|_| ())
}

fn only_letters(entry: &str) -> Result<(), &'static str> {
    let letters = |next: char| next.is_alphabetic() || next == ' ';
    if entry.chars().all(letters) {
        Ok(())
    } else {
        Err("solo lleva letras; las frases con signos van en «patterns»")
    }
}

fn read_required(
    map: &Map<String, Value>,
    key: &str,
    max: u32,
    at: &At,
    report: &mut Report,
) -> Option<String> {
    let place = at.child(key);
    let before = report.len();
    let line = reader::present(map, key).and_then(|value| reader::line(value, &place, max, report));
    if line.is_none() && report.len() == before {
        let what = format!("falta «{key}»");
        report.add(&place, IssueCode::Required, &what);
    }
    line
}

fn read_entries(
    map: &Map<String, Value>,
    key: &str,
    check: EntryCheck,
    at: &At,
    report: &mut Report,
) -> Vec<String> {
    let place = at.child(key);
    let values = match reader::present(map, key) {
        None => return Vec::new(),
        Some(Value::Array(values)) => values,
        Some(_) => {
            report.add(&place, IssueCode::WrongType, "se esperaba una lista");
            return Vec::new();
        }
    };
    if values.len() > ENTRIES {
        let what = format!("se admiten hasta {ENTRIES} y hay {}", values.len());
        report.add(&place, IssueCode::TooMany, &what);
        return Vec::new();
    }
    let mut out = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let place = place.child(&index.to_string());
        let Some(entry) = reader::line(value, &place, ENTRY, report) else {
            continue;
        };
        if let Err(what) = check(&entry) {
            report.add(&place, IssueCode::InvalidFormat, what);
        }
        out.push(entry);
    }
    out
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod reading_tests;
