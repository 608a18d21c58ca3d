//! The cell with the versions.

use conoceles_shared::questionnaire::{Limits, parse};
use serde_json::json;

use super::super::fixture_tests::{id, roll, store};
use super::*;
use crate::core::sheets::slips::Slip;

#[test]
fn each_section_of_the_sheet_is_told_with_its_own_version() {
    let mut roll = roll(1);
    let text = json!({ "text": "x" });
    for _ in 0..12 {
        let content = parse(Section::Proposal2, &text, &Limits::default()).unwrap();
        store(&mut roll, 1, content);
    }
    let cell = Cell::of(written(&roll[&id(1)].loaded.process));
    assert_eq!(told(&cell, Section::Proposal2), Some(12));
    assert_eq!(told(&cell, Section::Proposal1), Some(0));
    assert_eq!(told(&cell, Section::Contact), Some(0));
    assert_eq!(told(&cell, Section::Photo), None, "it is not in the sheet");
}

#[test]
fn what_is_not_readable_tells_nothing() {
    for text in ["", "3", "contact", "contact=", "contact=x", "contact=-1"] {
        assert_eq!(told(&Cell::of(text), Section::Contact), None, "{text:?}");
    }
    let formula = Cell {
        slip: Some(Slip::Formula),
        ..Cell::of("contact=1")
    };
    assert_eq!(told(&formula, Section::Contact), None);
    let spaced = Cell::of(" education=2\n contact=1 ");
    assert_eq!(told(&spaced, Section::Contact), Some(1));
}
