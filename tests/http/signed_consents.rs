//! The consent form and its signed copies: sealed, seen by the authority's staff only.

use serde_json::json;

use super::held_publication::{approve_held, edit_setup, hold_until, hours_from_now};
use super::*;
use builders::World;

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << /Secreto (Firma de Maribel) >> endobj\n%%EOF\n";

async fn deliver(world: &World, media: &str, bytes: &[u8]) -> conoceles_tests::Answer {
    let path = world.capture("/signed-consents");
    let headers = [("content-type", media)];
    world
        .operator
        .send(reqwest::Method::POST, &path, &headers, Some(bytes.to_vec()))
        .await
}

on_both!(
    /// The form is prefilled with what is registered and may be had before anything is captured.
    the_form_is_prefilled,
    |server: Server| async move {
        let world = World::new(&server).await;
        let form = world.operator.get(&world.capture("/consent-form")).await;
        assert_eq!(form.status, 200);
        assert!(form.bytes.starts_with(b"%PDF-1.7"));
        assert!(form.header("content-disposition").starts_with("attachment"));
        let other = world.stranger(&server).await;
        other.get(&world.capture("/consent-form")).await.refused(404, "not_found");
    }
);

on_both!(
    /// The operator learns that it was delivered; the staff save the very file, and the audit says
    /// who did. Nobody else reads it, and on the disk it is sealed.
    a_signed_copy_is_for_the_staff_only,
    |server: Server| async move {
        let world = World::new(&server).await;
        // What it is called counts for nothing.
        let list = deliver(&world, "text/html", PDF).await.ok();
        assert_eq!(list["data"][0]["number"], 1);
        assert_eq!(list["data"][0]["media_type"], "application/pdf");
        assert_eq!(list["data"][0]["bytes"], PDF.len());
        let photo = content::photo(60, 80);
        let list = deliver(&world, "image/png", &photo).await.ok();
        assert_eq!(list["data"][0]["media_type"], "image/jpeg");
        assert_eq!(list["data"].as_array().unwrap().len(), 2);

        let reviewer = &world.validators[0];
        let desk = reviewer.get(&world.review("")).await.ok();
        assert_eq!(desk["signed_consents"], list["data"]);
        let saved = reviewer.get(&world.review("/signed-consents/1")).await;
        assert_eq!(saved.bytes, PDF);
        assert_eq!(saved.header("content-type"), "application/pdf");
        assert_eq!(saved.header("x-content-type-options"), "nosniff");
        assert_eq!(saved.header("cache-control"), "no-store");
        assert!(saved.header("content-disposition").starts_with("attachment"));
        assert!(saved.header("content-security-policy").starts_with("sandbox"));
        let admin = format!("/api/v1/admin/candidacies/{}/signed-consents", world.candidacy);
        assert_eq!(world.admin.get(&admin).await.ok()["data"], list["data"]);
        assert_eq!(world.admin.get(&format!("{admin}/2")).await.bytes, photo);
        world.admin.get(&format!("{admin}/3")).await.refused(404, "not_found");
        let read = "SELECT COUNT(*) FROM audit WHERE action = 'consent.signed_copy_read'";
        assert_eq!(server.number(read).await, 2);
        let delivered = "SELECT COUNT(*) FROM audit WHERE action = 'consent.signed_copy_delivered'";
        assert_eq!(server.number(delivered).await, 2);

        let own = format!("{}/1", world.review("/signed-consents"));
        world.operator.get(&own).await.refused(403, "forbidden");
        let other = world.stranger(&server).await;
        other.get(&world.capture("/signed-consents")).await.refused(404, "not_found");
        let objects: Vec<Vec<u8>> = std::fs::read_dir(server.folder().join("objects"))
            .unwrap()
            .map(|it| std::fs::read(it.unwrap().path()).unwrap())
            .collect();
        assert_eq!(objects.len(), 2);
        let secret = b"Firma de Maribel";
        let open = |it: &Vec<u8>| it.windows(secret.len()).any(|part| part == secret);
        assert!(!objects.iter().any(open));
    }
);

on_both!(
    /// Anything but a whole PDF, JPEG or PNG is refused with what to do; so is one that is too large.
    other_files_are_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let photo = content::photo(60, 80);
        for file in [
            &b""[..],
            b"<html><script>alert(1)</script></html>",
            b"PK\x03\x04 hoja.xlsx",
            b"%PDF-1.7 cortado",
            &photo[..photo.len() / 2],
        ] {
            let refused = deliver(&world, "application/pdf", file).await;
            refused.refused(415, "unsupported_media_type");
        }
        let mut large = PDF.to_vec();
        large.resize(10 * 1024 * 1024, b' ');
        large.extend_from_slice(b"%%EOF");
        deliver(&world, "application/pdf", &large).await.refused(413, "too_large");
        let list = world.operator.get(&world.capture("/signed-consents")).await.ok();
        assert_eq!(list["data"], json!([]));
    }
);

on_both!(
    /// Mistakes are mended by another copy, but not without end; nor once it is all closed.
    copies_have_an_end,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        for _ in 0..10 {
            let _ = deliver(&world, "application/pdf", PDF).await.ok();
        }
        deliver(&world, "application/pdf", PDF).await.refused(409, "wrong_state");
        server.advance_days(122);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        deliver(&world, "application/pdf", PDF).await.refused(409, "wrong_state");
    }
);

on_both!(
    /// Where the election asks for it, both desks say so, and nothing is published before a copy is
    /// there; a first approval, which publishes nothing, is not held up.
    nothing_is_published_without_a_required_copy,
    |server: Server| async move {
        let world = World::new(&server).await;
        require_signed_consent(&world).await;
        world.submit().await;
        let task = world.operator.get(&world.capture("")).await.ok();
        let lacking = json!({ "required": true, "delivered": false });
        assert_eq!(task["signed_consent"], lacking);
        let _ = world.turn(0, None).await;
        let desk = world.validators[1].get(&world.review("")).await.ok();
        assert_eq!(desk["signed_consent_required"], true);
        world.decide(1, None).await;
        let conclusion = world.review("/conclusion");
        let refused = world.validators[1].post(&conclusion, &json!({})).await;
        refused.refused(409, "signed_consent_required");
        let nothing = Person::anonymous(&server).get("/api/v1/candidacies").await.ok();
        assert_eq!(nothing["meta"]["total"], 0);
        let _ = deliver(&world, "application/pdf", PDF).await.ok();
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(task["signed_consent"]["delivered"], true);
        let done = world.validators[1].post(&conclusion, &json!({})).await.ok();
        assert_eq!(done["state"], "published");
    }
);

on_both!(
    /// Nor does the clock publish without it: what nobody answered in time waits for a reviewer.
    the_clock_publishes_nothing_without_a_required_copy,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        require_signed_consent(&world).await;
        world.submit().await;
        let _ = world.turn(0, None).await;
        assert_eq!(world.turn(1, Some("motivation")).await["state"], "observed");
        server.advance_days(7);
        world.validators[0].enter("validacion1", builders::PASSWORD).await;
        let desk = world.validators[0].get(&world.review("")).await.ok();
        assert_ne!(desk["state"], "published");
        let nothing = Person::anonymous(&server).get("/api/v1/candidacies").await.ok();
        assert_eq!(nothing["meta"]["total"], 0);
    }
);

on_both!(
    /// Held, its date passes without the copy: it is public from the copy on, and not dated back.
    a_late_copy_does_not_date_the_publication_back,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let second = builders::second_admin(&server).await;
        hold_until(&world, hours_from_now(&server, 48)).await;
        let _ = approve_held(&world).await;
        let edit = edit_setup(&world.admin, &world.election, |it| {
            it["settings"]["signed_consent_required"] = json!(true);
        })
        .await;
        if edit.status == 202 {
            let _ = builders::confirm_proposal(&second).await.ok();
        }
        server.advance_days(5);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let own = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(own["state"], "approved");
        let _ = deliver(&world, "application/pdf", PDF).await.ok();
        let _ = builders::public_record(&server, &world.public()).await;
        let today = hours_from_now(&server, 0).format("%F");
        let dated = format!(
            "SELECT COUNT(*) FROM audit WHERE action = 'candidacy.publication_began' \
             AND detail LIKE '%\"effective_at\":\"{today}%'"
        );
        assert_eq!(server.number(&dated).await, 1);
    }
);

/// Sets that nothing is published without the signed form.
async fn require_signed_consent(world: &World) {
    let path = format!("/api/v1/admin/elections/{}", world.election);
    let election = world.admin.get(&path).await.ok();
    let mut setup = election["setup"].clone();
    setup["settings"]["signed_consent_required"] = json!(true);
    let version = election["version"].as_u64().unwrap();
    let _ = world.admin.put(&path, version, &setup).await.ok();
}
