//! What is asked for survives the address, and everything wrong in it is told at once.

use super::*;

fn pointers(query: &str, allowed: &[&str]) -> Vec<String> {
    let errors = AuditSearch::of_query(query, allowed).unwrap_err();
    errors.into_iter().map(|it| it.pointer).collect()
}

#[test]
fn what_is_asked_for_survives_the_address() {
    let search = AuditSearch {
        who: Some("Núñez & hijas".to_owned()),
        action: Some(AuditAction::SectionSaved),
        area: Some(AuditArea::Candidacy),
        candidacy: Some("a=b c".to_owned()),
        election: "0190a000-0000-7000-8000-000000000001".parse().ok(),
        from: NaiveDate::from_ymd_opt(2027, 3, 1),
        until: NaiveDate::from_ymd_opt(2027, 3, 31),
        before: "0190a000-0000-7000-8000-000000000002".parse().ok(),
    };
    let read = AuditSearch::of_query(&search.query(), AuditSearch::OF_LIST);
    assert_eq!(read, Ok(search));
    assert_eq!(AuditSearch::default().query(), "");
}

#[test]
fn an_empty_parameter_asks_for_nothing() {
    let query = "who=&action=&area=&candidacy=+&election=&from=&until=&before=";
    let read = AuditSearch::of_query(query, AuditSearch::OF_LIST);
    assert_eq!(read, Ok(AuditSearch::default()));
}

#[test]
fn everything_wrong_is_told_at_once() {
    let long = "x".repeat(201);
    let query = format!(
        "who={long}&action=nothing&area=x&candidacy={long}&election=1&from=1/3/2027&until=2027-02-30\
         &before=x&colour=red&who=again"
    );
    let told = pointers(&query, AuditSearch::OF_LIST);
    let all = [
        "who",
        "action",
        "area",
        "candidacy",
        "election",
        "from",
        "until",
        "before",
        "colour",
        "who",
    ];
    assert_eq!(told, all);
    let turned = "from=2027-03-02&until=2027-03-01";
    assert_eq!(pointers(turned, AuditSearch::OF_LIST), ["until"]);
}

#[test]
fn counts_and_downloads_take_only_what_they_have() {
    assert_eq!(
        pointers("who=ana&from=2027-03-02", AuditSearch::OF_COUNTS),
        ["who"]
    );
    let id = "0190a000-0000-7000-8000-000000000001";
    assert_eq!(
        pointers(&format!("before={id}"), AuditSearch::OF_EXPORT),
        ["before"]
    );
}

#[test]
fn a_download_names_what_narrowed_it_and_no_value() {
    let search = AuditSearch {
        who: Some("Ana".to_owned()),
        from: NaiveDate::from_ymd_opt(2027, 3, 1),
        ..AuditSearch::default()
    };
    assert_eq!(search.narrowed_by(), ["who", "from"]);
}
