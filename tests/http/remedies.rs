//! What two administrators undo, and what a tribunal orders to reopen.

use serde_json::{Value, json};

use super::*;
use builders::{PASSWORD, World, confirm_proposal, public_answer, public_record, second_admin};
use conoceles_tests::{Answer, Engine};
use sqlx::Executor as _;

pub fn undoing() -> Value {
    json!({ "reference": "Acuerdo IEEM/CG/9/2026", "reason": "Se canceló a otra persona con el mismo nombre." })
}

fn candidacy_path(world: &World, rest: &str) -> String {
    format!("/api/v1/admin/candidacies/{}{rest}", world.candidacy)
}

async fn end(server: &Server, world: &World, how: &str) {
    endings::end_candidacy(server, &world.admin, &world.candidacy, how).await;
}

async fn ask_to_undo(world: &World) -> Answer {
    let path = candidacy_path(world, "/reinstatement");
    world.admin.post(&path, &undoing()).await
}

async fn ask_to_reopen(world: &World, order: &Value) -> Answer {
    let path = candidacy_path(world, "/reopening");
    world.admin.post(&path, order).await
}

/// The day, where the authority is, that is so many days after the server's today.
fn day(server: &Server, days: i64) -> String {
    let now = chrono::DateTime::from_timestamp(i64::try_from(server.now()).unwrap(), 0).unwrap();
    let local = now - chrono::Duration::hours(6) + chrono::Duration::days(days);
    local.format("%F").to_string()
}

/// An order of yesterday that gives so many days from today on.
fn order(server: &Server, days: i64) -> Value {
    json!({
        "docket": "TEEM-JDC-12/2026",
        "dated": day(server, -1),
        "starts_on": day(server, 0),
        "ends_on": day(server, days),
    })
}

pub async fn titles(person: &Person) -> String {
    let notices = person.get("/api/v1/notices").await.ok();
    notices["data"].to_string()
}

pub async fn state(world: &World) -> Value {
    world.admin.get(&candidacy_path(world, "")).await.ok()["state"].clone()
}

/// Everybody signs in again: the clock went on beyond their sessions.
pub async fn enter_again(world: &mut World, second: &mut Person, operator: &str) {
    world.admin.enter("admin", PASSWORD).await;
    world.operator.enter(operator, PASSWORD).await;
    second.enter("admin2", PASSWORD).await;
}

async fn verified(server: &Server) {
    let (code, out, _) = server.command(&["verify"]).await;
    assert_eq!(code, 0, "{out}");
}

on_both!(
    /// Public again as the next version; the tombstone stays, the public finds it again, and its
    /// operator is told.
    a_mistaken_cancellation_is_undone_by_two,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.publish().await;
        let before = public_record(&server, &world.public()).await;
        let reader = Person::anonymous(&server);
        let tag = reader.get(&world.public()).await.header("etag").to_owned();
        end(&server, &world, "cancellation").await;
        let _ = public_answer(&server, &world.public(), |it| it.status == 410).await;

        let path = candidacy_path(&world, "/reinstatement");
        let empty = world.admin.post(&path, &json!({ "reference": "", "reason": "no" })).await;
        assert_eq!(empty.pointers(), ["/reason", "/reference"]);
        let shown = ask_to_undo(&world).await;
        assert_eq!(shown.status, 202);
        let consequences = shown.json()["consequences"].to_string();
        for said in ["IEEM/CG/9/2026", "mismo nombre", "Publicada", "otra vez"] {
            assert!(consequences.contains(said), "{said}: {consequences}");
        }
        ask_to_undo(&world).await.refused(409, "already_exists");
        // Neither alone, nor anybody of another role.
        let proposal = format!("/api/v1/admin/proposals/{}/confirmation", builders::id(&shown.json()));
        world.admin.post(&proposal, &json!({})).await.refused(409, "second_person_required");
        for person in [&world.operator, &world.validators[0]] {
            person.post(&path, &undoing()).await.refused(403, "forbidden");
            person.post(&proposal, &json!({})).await.refused(403, "forbidden");
        }
        assert_eq!(reader.get(&world.public()).await.status, 410);
        let _ = confirm_proposal(&second).await.ok();

        let again = public_answer(&server, &world.public(), |it| it.status == 200).await;
        assert_ne!(again.header("etag"), tag);
        let again = again.json()["data"].clone();
        assert_eq!(again["version"], json!(before["version"].as_u64().unwrap() + 1));
        assert_eq!(again["sections"], before["sections"]);
        assert_eq!(again["identity_badges"], before["identity_badges"]);
        assert_eq!(reader.get("/api/v1/candidacies").await.ok()["meta"]["total"], 1);
        assert_eq!(reader.get(&format!("/candidaturas/{}", world.candidacy)).await.status, 200);
        let logged = |kind| format!("SELECT COUNT(*) FROM drill_log WHERE kind = '{kind}'");
        for kind in ["publication", "withdrawal", "reinstatement"] {
            assert_eq!(server.number(&logged(kind)).await, 1, "{kind}");
        }
        verified(&server).await;
        let audited = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.reinstated' \
            AND legal_basis = 'Acuerdo IEEM/CG/9/2026'";
        assert_eq!(server.number(audited).await, 1);
        let shown = world.admin.get(&candidacy_path(&world, "")).await.ok();
        assert_eq!(shown["remedies"][0]["kind"], "ending_undone");
        assert!(titles(&world.operator).await.contains("Se deshizo la cancelación"));
        let stranger = world.stranger(&server).await;
        assert!(!titles(&stranger).await.contains("Se deshizo"));
        stranger.get(&world.capture("")).await.refused(404, "not_found");
        // What is not ended cannot be undone.
        ask_to_undo(&world).await.refused(409, "wrong_state");
    }
);

on_both!(
    /// A review goes on where it was, and whoever captured has the time that was lost.
    what_was_under_way_goes_on,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let mut second = second_admin(&server).await;
        world.submit().await;
        let _ = world.turn(0, None).await;
        end(&server, &world, "substitution").await;
        world.operator.post(&world.capture("/submission"), &json!({})).await.refused(409, "wrong_state");
        assert_eq!(ask_to_undo(&world).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "submitted");
        world.claim(0).await.refused(409, "second_person_required");
        assert_eq!(world.turn(1, None).await["state"], "published");

        let mut new = builders::new_candidacy(&world.actor, "Zárate");
        new["private"]["curp"] = json!(null);
        new["registration"]["role"] = json!("alternate");
        world.candidacy = builders::register(&world.admin, &world.election, &new).await;
        world.begin().await;
        end(&server, &world, "cancellation").await;
        server.advance_days(20);
        enter_again(&mut world, &mut second, "captura.raiz").await;
        assert_eq!(ask_to_undo(&world).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "in_capture");
        let text = json!({ "text": content::text(300) });
        let path = world.capture("/sections/proposal_1");
        let _ = world.operator.put(&path, 0, &text).await.ok();
        verified(&server).await;
    }
);

on_both!(
    /// Neither whose place another one took, nor whose person stands again, comes back; it is judged
    /// when it is confirmed, too.
    a_place_that_was_taken_is_not_given_back,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let second = second_admin(&server).await;
        end(&server, &world, "substitution").await;
        assert_eq!(ask_to_undo(&world).await.status, 202);
        let mut new = builders::new_candidacy(&world.actor, "Relevo");
        new["private"]["curp"] = json!(null);
        new["substitutes"] = json!(world.candidacy);
        new["own_period"] = json!({ "starts": "2020-01-01T00:00:00Z", "ends": "2099-01-01T00:00:00Z" });
        let substitute = builders::register(&world.admin, &world.election, &new).await;
        let late = confirm_proposal(&second).await;
        late.refused(409, "already_exists");
        assert!(late.text().contains("Maribel Relevo Tenorio"), "{}", late.text());
        assert_eq!(state(&world).await, "substituted");
        let open = second.get("/api/v1/admin/proposals").await.ok();
        let path = format!("/api/v1/admin/proposals/{}/refusal", builders::id(&open["data"][0]));
        let _ = second.post(&path, &json!({})).await.ok();
        ask_to_undo(&world).await.refused(409, "already_exists");
        ask_to_reopen(&world, &order(&server, 5)).await.refused(409, "already_exists");

        // The substitute was the mistake: once it is cancelled, the place is free.
        let first = std::mem::replace(&mut world.candidacy, substitute);
        end(&server, &world, "cancellation").await;
        let substitute = std::mem::replace(&mut world.candidacy, first);
        assert_eq!(ask_to_undo(&world).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "registered");
        let first = std::mem::replace(&mut world.candidacy, substitute);
        ask_to_undo(&world).await.refused(409, "already_exists");
        // Substituted for good, its place can be taken, and is nobody's twice.
        let cancelled = std::mem::replace(&mut world.candidacy, first);
        end(&server, &world, "substitution").await;
        new["registration"]["first_surname"] = json!("Definitiva");
        let _ = builders::register(&world.admin, &world.election, &new).await;
        world.candidacy = cancelled;
        ask_to_undo(&world).await.refused(409, "already_exists");

        // Nobody said whose place it is, but an actor has one presidency.
        let mut alike = builders::new_candidacy(&world.actor, "Callada");
        alike["private"]["curp"] = json!(null);
        alike["registration"]["office"] = json!("governorship");
        alike["registration"]["territory_kind"] = json!("state");
        alike["registration"]["territory_code"] = json!("15");
        world.candidacy = builders::register(&world.admin, &world.election, &alike).await;
        end(&server, &world, "cancellation").await;
        alike["registration"]["first_surname"] = json!("Silente");
        let _ = builders::register(&world.admin, &world.election, &alike).await;
        let refused = ask_to_undo(&world).await;
        refused.refused(409, "already_exists");
        assert!(refused.text().contains("Maribel Silente Tenorio"), "{}", refused.text());

        // The same person, registered again in the meantime.
        let mut of_one = builders::new_candidacy(&world.actor, "Quiroz");
        of_one["registration"]["role"] = json!("alternate");
        world.candidacy = builders::register(&world.admin, &world.election, &of_one).await;
        end(&server, &world, "cancellation").await;
        let _ = builders::register(&world.admin, &world.election, &of_one).await;
        let refused = ask_to_undo(&world).await;
        refused.refused(409, "already_exists");
        assert!(refused.text().contains("misma persona"), "{}", refused.text());
    }
);

on_both!(
    /// What was sent is captured again for the time that was ordered, and reviewed anew.
    a_tribunal_reopens_what_was_sent,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let second = second_admin(&server).await;
        ask_to_reopen(&world, &order(&server, 5)).await.refused(409, "wrong_state");
        world.submit().await;
        let _ = world.turn(0, None).await;
        let wrong = json!({
            "docket": "x", "dated": day(&server, 2),
            "starts_on": day(&server, 1), "ends_on": day(&server, 400),
        });
        let wrong = ask_to_reopen(&world, &wrong).await;
        assert_eq!(wrong.pointers(), ["/dated", "/docket", "/ends_on", "/starts_on"]);
        let asked = ask_to_reopen(&world, &order(&server, 5)).await;
        assert_eq!(asked.status, 202, "{}", asked.text());
        assert!(asked.json()["consequences"].to_string().contains("TEEM-JDC-12/2026"));
        world.validators[0].post(&candidacy_path(&world, "/reopening"), &order(&server, 5)).await.refused(403, "forbidden");
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "in_capture");
        assert!(titles(&world.operator).await.contains("TEEM-JDC-12/2026"));
        let text = json!({ "text": content::text(310) });
        let _ = world.operator.put(&world.capture("/sections/proposal_1"), 1, &text).await.ok();
        let _ = world.send().await.ok();
        // Both review it again: what was approved before counts no more.
        world.approve().await;
        let audited = "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.reopened' AND legal_basis = 'TEEM-JDC-12/2026'";
        assert_eq!(server.number(audited).await, 1);

        // After the period the clock sends it, as any other.
        let mut new = builders::new_candidacy(&world.actor, "Zárate");
        new["private"]["curp"] = json!(null);
        new["registration"]["role"] = json!("alternate");
        world.candidacy = builders::register(&world.admin, &world.election, &new).await;
        world.begin().await;
        end(&server, &world, "cancellation").await;
        assert_eq!(ask_to_reopen(&world, &order(&server, 2)).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "in_capture");
        server.advance_days(4);
        world.admin.enter("admin", PASSWORD).await;
        assert_eq!(state(&world).await, "submitted");
    }
);

on_both!(
    /// What is public is corrected by order: it counts against nobody, and the public keeps what it saw.
    a_tribunal_reopens_what_is_public,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.publish().await;
        let before = public_record(&server, &world.public()).await;
        assert_eq!(ask_to_reopen(&world, &order(&server, 5)).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "published");
        let text = json!({ "text": format!("Por orden. {}", content::text(300)) });
        let _ = world.operator.put(&world.capture("/sections/proposal_1"), 1, &text).await.ok();
        let path = world.capture("/correction/submission");
        let _ = world.operator.post(&path, &json!({})).await.ok();
        assert_eq!(public_record(&server, &world.public()).await, before);
        let _ = world.turn(0, None).await;
        let _ = public_answer(&server, &world.public(), |it| it.text().contains("Por orden.")).await;
        // The one that everybody may ask for is still there.
        let body = json!({ "sections": ["proposal_1"], "reason": "Cambió el nombre del programa." });
        let _ = world.operator.post(&world.capture("/correction"), &body).await.ok();

        // Cancelled by mistake and reopened by order: public again, and corrected.
        end(&server, &world, "cancellation").await;
        let _ = public_answer(&server, &world.public(), |it| it.status == 410).await;
        assert_eq!(ask_to_reopen(&world, &order(&server, 5)).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        let _ = public_answer(&server, &world.public(), |it| it.status == 200).await;
        let _ = world.operator.put(&world.capture("/sections/proposal_1"), 2, &text).await.ok();
        verified(&server).await;
    }
);

on_both!(
    /// A consent is revoked while it is cancelled, on the desk or on paper: what comes back has no badges.
    a_consent_revoked_after_the_end_holds_for_what_comes_back,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        world.publish().await;
        let before = public_record(&server, &world.public()).await;
        assert_ne!(before["identity_badges"], json!([]));
        end(&server, &world, "cancellation").await;
        let _ = world.consent("identity_publication", false).await.ok();
        world.consent("identity_publication", true).await.refused(409, "wrong_state");
        let paper = json!({ "kind": "revoke_statistics", "dated": day(&server, 0), "reference": "Oficialía 1234/2026" });
        let _ = world.validators[0].post(&world.review("/papers"), &paper).await.ok();
        let badges = "SELECT COUNT(*) FROM drill_log WHERE kind = 'consent_revoked'";
        assert_eq!(server.number(badges).await, 0, "nothing is public");
        assert_eq!(ask_to_undo(&world).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        let is_next = |it: &Answer| it.status == 200 && it.json()["data"]["version"] == 2;
        let again = public_answer(&server, &world.public(), is_next).await;
        assert_eq!(again.json()["data"]["identity_badges"], json!([]));
        verified(&server).await;
    }
);

on_both!(
    /// The place is taken and given back in the same moment: one of both, whoever is first.
    a_place_is_not_taken_and_given_back_at_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        let second = second_admin(&server).await;
        end(&server, &world, "substitution").await;
        let asked = ask_to_undo(&world).await.json();
        let confirmation = format!("/api/v1/admin/proposals/{}/confirmation", builders::id(&asked));
        let mut new = builders::new_candidacy(&world.actor, "Relevo");
        new["private"]["curp"] = json!(null);
        new["substitutes"] = json!(world.candidacy);
        let mut other = server.hold_write_lock().await;
        let _ = other.execute("UPDATE accounts SET state = state").await.unwrap();
        let nothing = json!({});
        let mut both = Box::pin(async {
            tokio::join!(
                builders::try_to_register(&world.admin, &world.election, &new),
                second.post(&confirmation, &nothing),
            )
        });
        let early = tokio::time::timeout(std::time::Duration::from_secs(1), &mut both).await;
        assert!(early.is_err(), "they wait for nobody");
        let _ = other.execute("COMMIT").await.unwrap();
        let (registered, undone) = both.await;
        let done = (registered.status == 201, undone.status == 200);
        assert!(done.0 != done.1, "{} {}", registered.text(), undone.text());
    }
);

/// Two administrators move the end of publication to so many days from now.
async fn move_the_end(server: &Server, world: &World, second: &Person, days: i64) {
    let ends = format!("{}T05:59:59Z", day(server, days));
    let phase = json!([{ "kind": "publication", "starts": null, "ends": ends }]);
    let edit =
        held_publication::edit_setup(&world.admin, &world.election, |it| it["phases"] = phase);
    let moved = edit.await;
    assert_eq!(moved.status, 202, "{}", moved.text());
    let _ = confirm_proposal(second).await.ok();
}

on_both!(
    /// Closed before it was kept how it stood: it is captured again, so that what the archive showed is
    /// withdrawn, and a consent is revoked without anything to take back.
    what_an_order_takes_back_to_capture_is_not_shown,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let mut second = second_admin(&server).await;
        world.publish().await;
        server.advance_days(130);
        enter_again(&mut world, &mut second, "captura.raiz").await;
        server.until_number("SELECT COUNT(*) FROM candidacies WHERE state = 'closed'", 1).await;
        let mut stored = server.hold_write_lock().await;
        let _ = stored
            .execute(match server.engine() {
                Engine::Sqlite => "UPDATE candidacies SET process = json_remove(process, '$.before_end')",
                Engine::Postgres => "UPDATE candidacies SET process = (process::jsonb - 'before_end')::text",
            })
            .await
            .unwrap();
        let _ = stored.execute("COMMIT").await.unwrap();
        move_the_end(&server, &world, &second, 30).await;
        let asked = ask_to_reopen(&world, &order(&server, 5)).await;
        assert!(asked.text().contains("se retira"), "{}", asked.text());
        assert_eq!(Person::anonymous(&server).get(&world.public()).await.status, 200);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "in_capture");
        let _ = public_answer(&server, &world.public(), |it| it.status == 410).await;
        let _ = world.consent("identity_publication", false).await.ok();
        verified(&server).await;
    }
);

on_both!(
    /// A closed candidacy is reopened once the end of publication was moved; not before.
    a_tribunal_reopens_what_was_closed,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let mut second = second_admin(&server).await;
        world.submit().await;
        server.advance_days(130);
        enter_again(&mut world, &mut second, "captura.raiz").await;
        assert_eq!(state(&world).await, "closed");
        ask_to_undo(&world).await.refused(409, "wrong_state");
        assert_eq!(ask_to_reopen(&world, &order(&server, 5)).await.pointers(), ["/ends_on"]);
        move_the_end(&server, &world, &second, 30).await;
        assert_eq!(state(&world).await, "closed", "what ended stays ended by itself");
        assert_eq!(ask_to_reopen(&world, &order(&server, 5)).await.status, 202);
        let _ = confirm_proposal(&second).await.ok();
        assert_eq!(state(&world).await, "in_capture");
        let shown = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(shown["remedies"][0]["reference"], "TEEM-JDC-12/2026");
        let text = json!({ "text": content::text(320) });
        let _ = world.operator.put(&world.capture("/sections/proposal_1"), 1, &text).await.ok();
        let _ = world.send().await.ok();
    }
);
