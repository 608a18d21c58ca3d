use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::text::spanish_sort_key;

#[test]
fn every_named_catalogue_exists_with_unique_codes_and_labels() {
    for name in NAMES {
        let rows = catalogue(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert!(!rows.is_empty(), "{name} is empty");
        let codes: BTreeSet<&String> = rows.iter().map(|(code, _)| code).collect();
        assert_eq!(codes.len(), rows.len(), "{name} repeats a code");
        for (code, label) in &rows {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(code.chars().all(plain), "{name}: {code}");
            assert!(!label.trim().is_empty(), "{name}: {code} has no label");
        }
    }
    assert_eq!(catalogue("no_such"), None);
}

#[test]
fn the_codes_others_rely_on_do_not_change() {
    let codes = |rows: &[CatalogueRow]| rows.iter().map(|row| row.code).collect::<Vec<_>>();
    assert_eq!(codes(Sex::ENTRIES), ["woman", "man", "non_binary"]);
    assert_eq!(codes(Role::ENTRIES), ["titular", "alternate"]);
    let offices = [
        "governorship",
        "deputy_mr",
        "deputy_rp",
        "municipal_presidency",
        "sindicatura",
        "regiduria",
    ];
    assert_eq!(codes(Office::ENTRIES), offices);
    let kinds = ["party", "coalition", "common_candidacy", "independent"];
    assert_eq!(codes(ActorKind::ENTRIES), kinds);
}

#[test]
fn codes_round_trip_as_text_and_as_json() {
    for office in Office::ALL {
        assert_eq!(office.code().parse(), Ok(*office));
        assert_eq!(office.to_string(), office.code());
        let json = serde_json::to_string(office).unwrap();
        assert_eq!(json, format!("\"{}\"", office.code()));
        assert_eq!(serde_json::from_str::<Office>(&json).unwrap(), *office);
    }
    assert_eq!("GOVERNORSHIP".parse::<Office>(), Err(UnknownCode));
    assert!(serde_json::from_str::<Office>("\"mayor\"").is_err());
    assert!(serde_json::from_str::<Office>("7").is_err());
}

#[test]
fn only_the_governorship_has_no_alternate() {
    let without: Vec<_> = Office::ALL
        .iter()
        .filter(|office| !office.has_alternate())
        .collect();
    assert_eq!(without, [&Office::Governorship]);
}

#[test]
fn each_office_has_its_territory_and_principle() {
    assert_eq!(Office::Governorship.territory_kind(), TerritoryKind::State);
    assert_eq!(
        Office::DeputyMr.territory_kind(),
        TerritoryKind::LocalDistrict
    );
    assert_eq!(
        Office::DeputyRp.territory_kind(),
        TerritoryKind::Circumscription
    );
    assert_eq!(
        Office::Regiduria.territory_kind(),
        TerritoryKind::Municipality
    );
    assert_eq!(
        Office::DeputyRp.principle(),
        Some(Principle::ProportionalRepresentation)
    );
    assert_eq!(Office::Sindicatura.principle(), None);
}

#[test]
fn degrees_are_ordered_and_only_the_first_has_no_status() {
    assert_eq!(Degree::ALL.len(), 10);
    assert_eq!(DegreeStatus::ALL.len(), 7);
    assert!(Degree::ALL.is_sorted());
    assert!(Degree::Bachelor < Degree::Master);
    assert!(!Degree::NoStudies.has_status());
    assert!(Degree::ALL[1..].iter().all(|degree| degree.has_status()));
}

#[test]
fn municipalities_are_125_and_the_ieem_numbers_are_a_permutation() {
    assert_eq!(MUNICIPALITIES.len(), 125);
    let numbers: BTreeSet<u8> = MUNICIPALITIES.iter().map(|m| m.ieem).collect();
    assert!(numbers.into_iter().eq(1..=125));
    for (row, number) in MUNICIPALITIES.iter().zip(1..) {
        assert_eq!(row.inegi, format!("15{number:03}"));
    }
    assert_eq!(
        municipality("15121").map(|m| (m.ieem, m.name)),
        Some((25, "Cuautitlán Izcalli"))
    );
    assert_eq!(municipality("15058").map(|m| m.ieem), Some(60));
    assert_eq!(municipality("09001"), None);
}

#[test]
fn districts_are_numbered_without_gaps() {
    assert!(LOCAL_DISTRICTS.iter().map(|d| d.number).eq(1..=45));
    assert!(FEDERAL_DISTRICTS.iter().map(|d| d.number).eq(1..=40));
    let confirmed: Vec<u8> = LOCAL_DISTRICTS
        .iter()
        .filter(|d| d.confirmed)
        .map(|d| d.number)
        .collect();
    assert_eq!(confirmed, [1, 2, 3, 9, 16, 24, 27, 30, 34, 38, 40, 43]);
    assert_eq!(LOCAL_DISTRICTS[0].label(), "Distrito 1, Chalco");
    assert_eq!(FEDERAL_DISTRICTS[20].label(), "Distrito 21");
}

#[test]
fn countries_are_complete_and_in_spanish_order() {
    assert_eq!(COUNTRIES.len(), 249);
    assert!(COUNTRIES.iter().all(|entry| entry.code.len() == 2));
    let keys: Vec<String> = COUNTRIES
        .iter()
        .map(|e| spanish_sort_key(e.label))
        .collect();
    for pair in keys.windows(2) {
        assert!(pair[0] <= pair[1], "{} before {}", pair[0], pair[1]);
    }
    assert_eq!(
        row_with_code(COUNTRIES, "us").map(|entry| entry.label),
        Some("Estados Unidos")
    );
    assert!(row_with_code(COUNTRIES, "mx").is_some());
}

proptest! {
    #[test]
    fn age_ranges_cover_every_adult_age_in_order(age in any::<u8>()) {
        prop_assert_eq!(AgeRange::of(age).is_some(), age >= 18);
        if let Some(older) = age.checked_add(1) {
            prop_assert!(AgeRange::of(age) <= AgeRange::of(older));
        }
    }
}

#[test]
fn age_ranges_change_where_they_say() {
    let label = |age| AgeRange::of(age).map(AgeRange::label);
    assert_eq!(label(18), Some("18 a 24 años"));
    assert_eq!(label(24), Some("18 a 24 años"));
    assert_eq!(label(25), Some("25 a 29 años"));
    assert_eq!(label(29), Some("25 a 29 años"));
    assert_eq!(label(30), Some("30 a 39 años"));
    assert_eq!(label(59), Some("50 a 59 años"));
    assert_eq!(label(60), Some("60 años o más"));
    let seen: BTreeSet<AgeRange> = (18..=120).filter_map(AgeRange::of).collect();
    assert!(seen.iter().eq(AgeRange::ALL));
}
