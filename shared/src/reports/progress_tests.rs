use super::*;
use crate::ids::ElectionId;
use crate::lifecycle::Process;
use crate::reports::table::{ReportKind, ReportedElection};

fn actor(number: u32) -> ActorId {
    format!("00000000-0000-7000-8000-{number:012}")
        .parse()
        .unwrap()
}

fn board(count: u32) -> Report {
    let setup: ElectionSetup = serde_json::from_str(
        r#"{"name": "Ayuntamientos", "entity": "Estado de México", "date": "2027-06-06",
            "territories": [{"kind": "municipality", "code": "15081", "name": "Tecámac"},
                            {"kind": "local_district", "code": "33", "name": "Distrito 33"}]}"#,
    )
    .unwrap();
    let clocks = [1, 2].map(|it| ActorClock {
        id: actor(it),
        name: format!("Actor {it}"),
        received: None,
        capture: None,
    });
    let facts: Vec<_> = (0..count)
        .map(|it| {
            let office = if it % 3 == 0 {
                "deputy_mr"
            } else {
                "sindicatura"
            };
            let (kind, code) = if it % 3 == 0 {
                ("local_district", "33")
            } else {
                ("municipality", "15081")
            };
            let registration = serde_json::json!({
                "given_names": "Ana", "first_surname": "Ruiz", "office": office,
                "sex": if it % 2 == 0 { "woman" } else { "man" },
                "territory_kind": kind, "territory_code": code,
                "role": if it % 5 == 0 { "alternate" } else { "titular" },
            });
            let mut process = Process::registered();
            process.state =
                crate::lifecycle::State::ALL[it as usize % crate::lifecycle::State::ALL.len()];
            CandidacyFacts::of(
                &serde_json::from_value(registration).unwrap(),
                &actor(1 + it % 2),
                &process,
                it % 2 == 0,
                false,
            )
        })
        .collect();
    let at = "2027-05-01T00:00:00Z".parse().unwrap();
    let id: ElectionId = "00000000-0000-7000-8000-000000000009".parse().unwrap();
    let head = ReportHead {
        kind: ReportKind::Progress,
        number: None,
        election: ReportedElection {
            id,
            name: "Ayuntamientos".to_owned(),
            drill: false,
            archived: false,
        },
        cutoff: at,
        drawn_at: at,
    };
    board_report(head, &setup, &clocks, &facts)
}

#[test]
fn every_table_adds_up_to_the_same_figures() {
    let report = board(500);
    let totals = report.table("totals").unwrap();
    for grouping in Grouping::ALL {
        let table = report.table(grouping.code()).unwrap();
        for measure in Measure::ALL {
            let row = totals
                .rows
                .iter()
                .find(|it| it.code == measure.code())
                .unwrap();
            let whole = totals.cell(row, "candidacies").unwrap();
            let parts: f64 = table
                .rows
                .iter()
                .map(|it| table.cell(it, measure.code()).unwrap().number.unwrap())
                .sum();
            assert_eq!(Some(parts), whole.number, "{grouping} {measure}");
            assert_eq!(table.total_of(measure.code()), Some(whole));
        }
        for row in &table.rows {
            assert_eq!(row.cells.len(), table.columns.len());
        }
    }
}

#[test]
fn the_base_is_the_denominator() {
    let report = board(11);
    assert_eq!(
        report.base,
        "Base: candidaturas registradas que no fueron sustituidas ni canceladas (9)."
    );
    let compliance = report.table("compliance").unwrap();
    assert_eq!(compliance.total_of("registered").unwrap().text, "9");
}
