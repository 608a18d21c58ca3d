//! How long a year takes, and how long people wait for their desks in it: printed, never asserted.

use std::io::Write as _;
use std::sync::OnceLock;
use std::time::Instant;

use super::Year;
use crate::Person;

/// How often each answer is asked for in a year of this many candidacies: where there are few nothing is
/// measured, but that they answer.
const fn times(many: usize) -> usize {
    if many < 1000 { 2 } else { 100 }
}

/// Says what is done, and when.
pub fn told(what: &str) {
    static BEGAN: OnceLock<Instant> = OnceLock::new();
    let since = BEGAN.get_or_init(Instant::now).elapsed().as_secs_f64();
    print(&format!("{since:>7.1} s  {what}\n"));
}

fn print(line: &str) {
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// What each role's first screens ask for, once each by turns; the median, the 99th of 100 and the slowest.
pub async fn measure_desks(year: &Year<'_>) {
    let reviewer = &year.reviewers[0];
    let operator = &year.actors[0].operator;
    let candidacies = format!("/api/v1/admin/elections/{}/candidacies", year.election);
    let one = &year.actors[0].candidacies[0];
    let asked: [(&Person, String); 16] = [
        (operator, "/api/v1/capture/home".to_owned()),
        (operator, format!("/api/v1/capture/candidacies/{one}")),
        (operator, "/api/v1/notices".to_owned()),
        (reviewer, "/api/v1/review/queue".to_owned()),
        (
            reviewer,
            "/api/v1/review/queue?q=tenorio&office=regiduria".to_owned(),
        ),
        (reviewer, "/api/v1/review/published".to_owned()),
        (reviewer, "/api/v1/review/revocations".to_owned()),
        (reviewer, "/api/v1/review/choices".to_owned()),
        (reviewer, format!("/api/v1/review/candidacies/{one}")),
        (&year.admin, candidacies.clone()),
        (
            &year.admin,
            format!("{candidacies}?q=tenorio&state=submitted"),
        ),
        (
            &year.admin,
            format!("/api/v1/admin/elections/{}/actors", year.election),
        ),
        (&year.admin, "/api/v1/admin/proposals".to_owned()),
        (&year.observer, year.board("board")),
        (&year.observer, year.board("observations")),
        (&year.technician, "/api/v1/technical/state".to_owned()),
    ];
    let times = times(year.actors.iter().map(|it| it.candidacies.len()).sum());
    for (person, path) in asked {
        let mut took = Vec::new();
        for _ in 0..times {
            let begun = Instant::now();
            let _ = person.get(&path).await.ok();
            took.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        took.sort_by(f64::total_cmp);
        let (median, late, slowest) = (took[times / 2], took[times - 2], took[times - 1]);
        let engine = year.server.engine();
        print(&format!(
            "{median:>8.1} {late:>8.1} {slowest:>8.1} ms  {engine:?}  {path}\n"
        ));
    }
}
