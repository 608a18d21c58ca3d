use std::collections::HashMap;

use super::super::likeness::THRESHOLD;
use super::*;

/// Invented, in the layout and with the habits of the file of 2022: copies among them.
const EXTRACT: &[u8] = include_bytes!("../ine/fixtures/locales.csv");

fn text(candidacy: &str, words: &str) -> (Whose, Comparable) {
    let whose = Whose {
        candidacy: candidacy.to_owned(),
        name: format!("Persona {candidacy}"),
        actor: "Actor".to_owned(),
        section: Section::Proposal1,
    };
    (whose, Comparable::new(words))
}

const FIRST: &str = "Vamos a resolver el problema de abasto de agua con pozos nuevos, tuberías \
    reparadas y un programa de captación de lluvia en cada una de las escuelas del municipio";
const SECOND: &str = "Abriremos casas de día para personas mayores con atención médica, comedor y \
    talleres, empezando por las localidades donde más personas viven solas";

#[test]
fn copies_make_a_group_and_the_same_candidacy_none() {
    let near = FIRST.replace("pozos nuevos", "pozos propios");
    let texts = [
        text("1", FIRST),
        text("2", SECOND),
        text("3", &FIRST.to_uppercase()),
        text("4", &near),
        text("2", SECOND),
    ];
    let pairs = pairs(&texts, THRESHOLD);
    let groups = groups(&texts, &pairs);
    assert_eq!(groups.len(), 1, "{groups:?}");
    let members: Vec<_> = groups[0]
        .texts
        .iter()
        .map(|it| it.candidacy.as_str())
        .collect();
    assert_eq!(members, ["1", "3", "4"]);
    assert!(!groups[0].verbatim);
    assert!(groups[0].least < 1.0 && groups[0].similarity > 0.999);
    assert!(groups[0].fragment.matched.starts_with("Vamos a resolver"));
}

/// The texts of a file with their places, parsed here without the code under test.
fn archive(bytes: &[u8]) -> Vec<(Whose, String)> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    let sections = [
        ("HISTORIA_PROFESIONAL", Section::ProfessionalHistory),
        ("TRAYECTORIA_POLITICA", Section::PoliticalCareer),
        ("MOTIVO_CARGO_PUBLICO", Section::Motivation),
        ("PROPUESTA_1", Section::Proposal1),
        ("PROPUESTA_2", Section::Proposal2),
        ("PROPUESTA_GENERO", Section::GenderProposal),
    ];
    let places: Vec<(usize, Section)> = sections
        .iter()
        .map(|(name, section)| {
            let place = header
                .iter()
                .position(|it| it.trim_start_matches('\u{feff}') == *name);
            (place.unwrap(), *section)
        })
        .collect();
    let mut texts = Vec::new();
    for (row, record) in reader.records().enumerate() {
        let record = record.unwrap();
        for (place, section) in &places {
            let whose = Whose {
                candidacy: row.to_string(),
                name: String::new(),
                actor: String::new(),
                section: *section,
            };
            texts.push((whose, record[*place].to_owned()));
        }
    }
    texts
}

/// Equal but for accents, case, punctuation and white space: an own comparison.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let letters = lower.chars().map(|it| match it {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        it if it.is_alphanumeric() => it,
        _ => ' ',
    });
    let text: String = letters.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every verbatim copy that a plain comparison finds is found, and every near one that comparing
/// each text with each finds.
fn check_that_all_is_found(bytes: &[u8], least_verbatim: usize) {
    let archive = archive(bytes);
    let texts: Vec<_> = archive
        .iter()
        .filter(|(_, text)| plain(text).split(' ').count() > 8)
        .map(|(whose, text)| (whose.clone(), Comparable::new(text)))
        .collect();
    let found = pairs(&texts, THRESHOLD);
    let together: HashSet<(usize, usize)> = found.iter().map(|it| (it.one, it.other)).collect();

    let mut copies: HashMap<String, Vec<usize>> = HashMap::new();
    let long = archive
        .iter()
        .filter(|(_, text)| plain(text).split(' ').count() > 8);
    for (at, (_, text)) in long.enumerate() {
        copies.entry(plain(text)).or_default().push(at);
    }
    let mut verbatim = 0;
    for places in copies.values() {
        for (at, one) in places.iter().enumerate() {
            for other in &places[at + 1..] {
                if texts[*one].0.candidacy != texts[*other].0.candidacy {
                    verbatim += 1;
                    assert!(together.contains(&(*one, *other)), "{:?}", texts[*one].0);
                }
            }
        }
    }
    assert!(verbatim >= least_verbatim, "only {verbatim} pairs");

    let (mut near, mut missed) = (0, Vec::new());
    for (one, (whose, text)) in texts.iter().enumerate() {
        for (other, (theirs, their)) in texts.iter().enumerate().skip(one + 1) {
            let likeness = text.likeness(their);
            if whose.candidacy != theirs.candidacy && likeness >= THRESHOLD {
                near += 1;
                if !together.contains(&(one, other)) {
                    missed.push((whose, theirs, likeness));
                }
            }
        }
    }
    assert!(missed.len() * 100 <= near, "of {near}: {missed:?}");
}

#[test]
fn the_copies_of_the_extract_are_found() {
    check_that_all_is_found(EXTRACT, 20);
}

#[test]
#[ignore = "reads INE's own file: CONOCELES_INE_2022=…/ine_locales_2022.csv"]
fn the_archive_of_2022_is_found_whole() {
    let file = std::env::var_os("CONOCELES_INE_2022").expect("see CONTRIBUTING.md, Tests");
    check_that_all_is_found(&std::fs::read(file).unwrap(), 501);
}
