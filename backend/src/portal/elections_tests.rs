//! Which election the portal is about.

use super::*;

fn election(name: &str, date: &str, drill: bool, archived: bool) -> Election {
    let id = format!("10000000-0000-7000-8000-{:012x}", name.len());
    let election = serde_json::json!({
        "id": id, "name": name, "date": date, "drill": drill, "archived": archived, "current": false,
        "entity": "E", "draw_seed": "s", "registered": 1, "published": 1, "offices": [],
        "territories": [], "actors": [],
    });
    serde_json::from_value(election).unwrap()
}

/// The name of the election that the portal is about.
fn current(elections: &[Election], today: &str) -> String {
    let id = current_election(elections, today.parse().unwrap()).unwrap();
    let found = elections.iter().find(|it| it.election.id == id).unwrap();
    found.election.name.clone()
}

#[test]
fn the_next_day_counts_else_the_last_one_past() {
    let all = [
        election("2024", "2024-06-02", false, true),
        election("2027..", "2027-06-06", false, false),
        election("2029...", "2029-06-03", false, false),
    ];
    for (today, expected) in [
        ("2026-01-01", "2027.."),
        ("2027-06-06", "2027.."),
        ("2027-06-07", "2029..."),
        ("2030-01-01", "2029..."),
    ] {
        assert_eq!(current(&all, today), expected, "{today}");
    }
    assert_eq!(current(&all[..1], "2026-01-01"), "2024");
}

#[test]
fn a_drill_only_where_nothing_is_real() {
    let drill = election("drill", "2026-12-01", true, false);
    let past = election("real", "2024-06-02", false, true);
    let next = election("real to come", "2027-06-06", false, false);
    assert_eq!(current(std::slice::from_ref(&drill), "2026-01-01"), "drill");
    assert_eq!(
        current(&[drill.clone(), past.clone()], "2026-01-01"),
        "real"
    );
    assert_eq!(current(&[drill, past, next], "2026-01-01"), "real to come");
}

#[test]
fn an_archive_never_comes_next() {
    let archive = election("archive", "2027-01-01", false, true);
    let next = election("next", "2027-06-06", false, false);
    assert_eq!(current(&[archive, next], "2026-01-01"), "next");
}
