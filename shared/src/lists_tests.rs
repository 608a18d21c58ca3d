use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use super::*;
use crate::text::{fold, single_line};

#[test]
fn a_list_is_its_lines() {
    const TEXT: &str = "uno\ndos y dos\naño\n";
    assert_eq!(count_lines(TEXT), 3);
    assert_eq!(split_lines::<3>(TEXT), ["uno", "dos y dos", "año"]);
    assert_eq!(count_lines(""), 0);
}

#[test]
fn a_cell_ends_at_its_sign_and_nowhere_else() {
    assert_eq!(
        part("15001,1,Ácambay, pueblo", b','),
        ("15001", "1,Ácambay, pueblo")
    );
    assert_eq!(part("ñandú", b','), ("ñandú", ""));
    assert_eq!(part("21,", b','), ("21", ""));
}

#[test]
fn what_is_no_number_is_nought() {
    assert_eq!(small_number("125"), 125);
    assert_eq!(small_number("256"), 0);
    assert_eq!(small_number("doce"), 0);
}

/// The files below `src` with this ending, each by its path and its text.
fn files(ending: &str) -> Vec<(String, String)> {
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.display().to_string(), text));
            }
        }
    }
    found
}

#[test]
fn lists_hold_words_as_they_are_compared_each_once() {
    let lists: Vec<_> = files(".txt")
        .into_iter()
        .filter(|(path, _)| !path.contains("golden"))
        .collect();
    assert!(lists.len() >= 9);
    for (path, text) in lists {
        assert!(text.ends_with('\n'), "{path}");
        let words: Vec<&str> = text.lines().collect();
        assert_eq!(count_lines(&text), words.len(), "{path}");
        for word in &words {
            assert!(!word.is_empty(), "{path} has an empty line");
            assert_eq!(fold(&single_line(word)), **word, "{path}");
        }
        let different: BTreeSet<_> = words.iter().collect();
        assert_eq!(different.len(), words.len(), "{path} repeats a word");
    }
}

#[test]
fn tables_have_the_cells_that_their_headings_name() {
    let tables = files(".csv");
    assert!(tables.len() >= 6);
    for (path, text) in tables {
        assert!(text.ends_with('\n'), "{path}");
        assert!(!text.contains(['"', '\r']), "{path}");
        let cells = |line: &str| line.split(',').count();
        let headings = text.lines().next().map(cells);
        for line in text.lines() {
            assert_eq!(Some(cells(line)), headings, "{path}: {line}");
            assert_eq!(single_line(line), line, "{path}: {line}");
        }
    }
}
