//! A municipality leads to every office that is voted there.

use super::*;

const TOLUCA: &str = "15106";

#[test]
fn a_municipality_votes_for_its_council_its_districts_and_its_state() {
    for (kind, code, voted) in [
        ("municipality", "15106", true),
        ("municipality", "15081", false),
        ("state", "15", true),
        ("state", "01", false),
        ("circumscription", "1", true),
        ("circumscription", "15_1", true),
        ("circumscription", "01_1", false),
        ("local_district", "2", true),
        ("local_district", "34", true),
        ("local_district", "15_34", true),
        ("local_district", "01_2", false),
        ("local_district", "33", false),
        ("federal_district", "1", false),
        ("planet", "15", false),
    ] {
        assert_eq!(is_voted_in(TOLUCA, kind, code), voted, "{kind} {code}");
    }
    assert!(!is_voted_in("", "state", ""), "no state has no name");
    assert!(!is_voted_in("01001", "local_district", "2"));
}
