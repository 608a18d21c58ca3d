//! A year of one Unidad de Transparencia, on the real server with a clock that the test moves: actors
//! capture, reviewers take what is next, the periods end, some is corrected, substituted and cancelled, and
//! the final report adds up.
//!
//! `CONOCELES_YEAR_CANDIDACIES` and `CONOCELES_YEAR_ACTORS` say how many there are: `cargo xtask year` takes
//! 9,000 of 20 actors and prints how long each desk's answers took.

mod capturing;
mod checking;
mod measured;
mod registering;
mod reviewing;

use std::time::Duration;

use serde_json::json;

use super::held_publication::{edit_setup, hours_from_now};
use super::*;
use builders::{PASSWORD, second_admin};
use capturing::Actor;
use measured::told;

/// How many candidacies an integration run has, and of how many actors.
const FEW: (usize, usize) = (48, 3);
/// How many people review.
const REVIEWERS: usize = 8;
/// Days from the receipts to the date from which anything is public.
const PUBLIC_AFTER: i64 = 40;

/// The people and the election of a year.
struct Year<'a> {
    server: &'a Server,
    admin: Person,
    second: Person,
    observer: Person,
    technician: Person,
    reviewers: Vec<Person>,
    election: String,
    actors: Vec<Actor>,
}

fn of_environment(name: &str, usual: usize) -> usize {
    std::env::var(name).map_or(usual, |it| it.parse().unwrap())
}

impl Year<'_> {
    /// Days pass; everyone signs in again.
    async fn wait(&mut self, days: u64) {
        self.server.advance_days(days);
        self.enter_again().await;
    }

    /// Everyone signs in again: what came before may have taken longer than an access token lasts.
    async fn enter_again(&mut self) {
        self.admin.enter("admin", PASSWORD).await;
        self.second.enter("admin2", PASSWORD).await;
        self.observer.enter("observacion", PASSWORD).await;
        self.technician.enter("tecnica", PASSWORD).await;
        for (number, reviewer) in self.reviewers.iter_mut().enumerate() {
            reviewer.enter(&reviewing::login(number), PASSWORD).await;
        }
        for actor in &mut self.actors {
            actor.operator.enter(&actor.login, PASSWORD).await;
        }
    }

    /// How many candidacies are stored in these states.
    async fn stored_in(&self, states: &str) -> i64 {
        let sql = format!("SELECT COUNT(*) FROM candidacies WHERE state IN ({states})");
        self.server.number(&sql).await
    }

    /// Looks, for as long as thousands may take, until the sweep left none in these states.
    async fn until_none_in(&self, states: &str) {
        for _ in 0..30 {
            let left = eventually_fewer(self, states).await;
            if left == 0 {
                return;
            }
        }
        panic!("{states}: {} are left", self.stored_in(states).await);
    }

    fn board(&self, rest: &str) -> String {
        format!("/api/v1/reports/elections/{}/{rest}", self.election)
    }
}

/// What is left after some seconds in which the server goes on.
async fn eventually_fewer(year: &Year<'_>, states: &str) -> i64 {
    for _ in 0..100 {
        if year.stored_in(states).await == 0 {
            return 0;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    year.stored_in(states).await
}

on_both!(
    /// Nothing is stuck, nothing differs between the screen and the files, and the final report adds up.
    a_year_adds_up,
    |server: Server| async move {
        let many = of_environment("CONOCELES_YEAR_CANDIDACIES", FEW.0);
        let actors = of_environment("CONOCELES_YEAR_ACTORS", FEW.1);
        let mut year = registering::begin(&server, many, actors).await;
        told("registered");
        capturing::capture_all(&mut year).await;
        told("captured and sent");
        year.wait(16).await;
        year.until_none_in("'in_capture'").await;
        told("sent by the end of the period");
        measured::measure_desks(&year).await;
        review_and_mend(&mut year).await;
        assert_eq!(year.stored_in("'published'").await, 0, "it is held until its date");
        year.wait(u64::try_from(PUBLIC_AFTER).unwrap()).await;
        year.until_none_in("'approved'").await;
        told("published");
        measured::measure_desks(&year).await;
        let (ended, came) = change_what_is_public(&mut year).await;
        checking::formats_agree(&year).await;
        year.wait(140).await;
        year.until_none_in("'registered', 'in_capture', 'submitted', 'in_review', 'observed', 'resubmitted', \
            'approved', 'published'").await;
        checking::final_report_adds_up(&year, many, ended, came).await;
        checking::logs_verify(&server).await;
        told("closed");
    }
);

/// Reviewers take what is next until nothing waits; operators answer most of what is observed, and the end
/// of their time sends the rest.
async fn review_and_mend(year: &mut Year<'_>) {
    let observed = reviewing::review_all(year, true).await;
    told("reviewed");
    assert!(!observed.is_empty(), "nobody observed anything");
    year.enter_again().await;
    capturing::answer_most(year, &observed).await;
    year.wait(7).await;
    year.until_none_in("'observed'").await;
    let again = reviewing::review_all(year, false).await;
    assert_eq!(again, Vec::<String>::new());
    let waiting = year.stored_in("'submitted', 'in_review', 'observed', 'resubmitted'");
    assert_eq!(
        waiting.await,
        0,
        "something waits for a review that nobody can take"
    );
    told("observations answered and reviewed");
}

/// Corrections, substitutions under one acuerdo, cancellations and pauses of what is public; how many ended,
/// and how many came in their place.
async fn change_what_is_public(year: &mut Year<'_>) -> (usize, usize) {
    let published = capturing::published_of_each(year).await;
    let mut leaving = Vec::new();
    let mut correcting = Vec::new();
    for ids in &published {
        let mut ids = ids.iter();
        leaving.extend(ids.next().cloned());
        correcting.push(ids.next().cloned());
    }
    capturing::ask_for_corrections(year, &correcting).await;
    reviewing::open_corrections(year, correcting.iter().flatten()).await;
    capturing::correct(year, &correcting).await;
    let path = format!("/api/v1/admin/elections/{}/substitutions", year.election);
    let act = json!({ "acuerdo": "Acuerdo IEEM/CG/130/2027", "candidacies": leaving });
    assert_eq!(year.admin.post(&path, &act).await.status, 202);
    let _ = builders::confirm_proposal(&year.second).await.ok();
    let came = registering::substitutes(year, &leaving).await;
    capturing::capture_substitutes(year, &came).await;
    let cancelled = published[0].last().unwrap();
    let path = format!("/api/v1/admin/candidacies/{cancelled}/cancellation");
    let act = json!({ "acuerdo": "Acuerdo IEEM/CG/131/2027" });
    assert_eq!(year.admin.post(&path, &act).await.status, 202);
    let _ = builders::confirm_proposal(&year.second).await.ok();
    year.enter_again().await;
    let none: Vec<String> = reviewing::review_all(year, false).await;
    assert_eq!(none, Vec::<String>::new());
    told("corrected, substituted and cancelled");
    (leaving.len() + 1, came.len())
}
