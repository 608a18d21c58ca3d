//! Receipts: issued with what they acknowledge, printed alike each time, verified without names.

use serde_json::json;

use super::*;
use builders::World;

on_both!(
    /// What is sent gets a receipt in the same transaction; anyone with the code verifies it, and
    /// learns nothing of whom it is about.
    a_submission_has_a_receipt_that_anyone_can_verify,
    |server: Server| async move {
        let world = World::new(&server).await;
        let list = world.capture("/receipts");
        assert_eq!(world.operator.get(&list).await.ok()["data"], json!([]));
        world.submit().await;
        let all = world.operator.get(&list).await.ok();
        assert_eq!(all["data"].as_array().unwrap().len(), 1);
        let receipt = &all["data"][0];
        assert_eq!(receipt["kind"], "submission");
        assert_eq!(receipt["sections"].as_array().unwrap().len(), 10);
        let code = receipt["code"].as_str().unwrap();

        let path = format!("{list}/{code}");
        let first = world.operator.get(&path).await;
        assert_eq!(first.header("content-type"), "application/pdf");
        assert!(first.header("content-disposition").starts_with("attachment"));
        assert!(first.header("content-security-policy").contains("sandbox"));
        assert!(first.bytes.starts_with(b"%PDF-1.7"));
        assert_eq!(first.bytes, world.operator.get(&path).await.bytes);

        let reader = Person::anonymous(&server);
        let public = reader.get(&format!("/api/v1/receipts/{code}")).await;
        assert_eq!(public.header("access-control-allow-origin"), "*");
        let check = public.json()["data"].clone();
        assert_eq!(check["kind"]["code"], "submission");
        assert_eq!(check["issued_at"], receipt["issued_at"]);
        assert_eq!(check["sections"].as_array().unwrap().len(), 10);
        let page = reader.get(&format!("/verificar/{}", code.to_lowercase())).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains(code));
        assert!(page.text().contains(check["sha256"].as_str().unwrap()));
        assert!(page.text().contains("noindex"));
        for text in [public.text(), page.text()] {
            for private in ["Maribel", "Ocampo", "Raíz y Rumbo", "captura.raiz", &world.candidacy] {
                assert!(!text.contains(private), "{private}");
            }
        }
    }
);

on_both!(
    /// Short answers could be found by trying all of them: the public hashes are not those of the
    /// contents, and differ from receipt to receipt of the very same content.
    public_hashes_do_not_tell_short_answers,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        assert_eq!(world.turn(0, None).await["state"], "submitted");
        assert_eq!(world.turn(1, Some("contact")).await["state"], "observed");
        let answer = json!({ "answer": "Es el medio de contacto que tenemos." });
        let path = world.capture("/sections/contact/answer");
        let _ = world.operator.post(&path, &answer).await.ok();
        let again = world.send().await.ok();
        assert_eq!(again["state"], "resubmitted");

        let all = world.operator.get(&world.capture("/receipts")).await.ok();
        let kinds: Vec<_> = all["data"].as_array().unwrap().iter().map(|it| &it["kind"]).collect();
        assert_eq!(kinds, ["resubmission", "submission"]);
        assert_eq!(all["data"][0]["sections"], json!(["contact"]));
        let reader = Person::anonymous(&server);
        let mut hashes = Vec::new();
        for receipt in all["data"].as_array().unwrap() {
            let path = format!("/api/v1/receipts/{}", receipt["code"].as_str().unwrap());
            let check = reader.get(&path).await.ok();
            let of = |it: &&serde_json::Value| it["section"]["code"] == "contact";
            let found = check["data"]["sections"].as_array().unwrap().iter().find(of);
            hashes.push(found.unwrap()["sha256"].as_str().unwrap().to_owned());
        }
        assert_ne!(hashes[0], hashes[1]);
        let plain = "SELECT COUNT(*) FROM section_versions WHERE sha256 IN";
        let plain = format!("{plain} ('{}', '{}')", hashes[0], hashes[1]);
        assert_eq!(server.number(&plain).await, 0);
    }
);

on_both!(
    /// The account's receipt names the period that it started; whoever is no operator has none.
    accepting_an_account_gives_a_receipt,
    |server: Server| async move {
        let world = World::new(&server).await;
        let receipt = world.operator.get("/api/v1/auth/receipt").await.ok();
        let code = receipt["code"].as_str().unwrap();
        let pdf = world.operator.get("/api/v1/auth/receipt/pdf").await;
        assert!(pdf.bytes.starts_with(b"%PDF-1.7"));
        assert!(pdf.header("content-disposition").contains(code));
        assert_eq!(pdf.bytes, world.operator.get("/api/v1/auth/receipt/pdf").await.bytes);
        let reader = Person::anonymous(&server);
        let check = reader.get(&format!("/api/v1/receipts/{code}")).await.ok();
        assert_eq!(check["data"]["kind"]["code"], "account");
        assert_eq!(check["data"]["sections"], json!([]));
        assert_eq!(check["data"]["issued_at"], receipt["received"]);
        // Accepting again changes nothing.
        let again = world.operator.post("/api/v1/auth/receipt", &json!({})).await.ok();
        assert_eq!(again["code"], code);
        assert_eq!(server.number("SELECT COUNT(*) FROM receipts").await, 1);
        world.admin.get("/api/v1/auth/receipt/pdf").await.refused(404, "not_found");
    }
);

on_both!(
    /// Another actor's receipts are not found, and neither is one of another candidacy.
    receipts_are_their_owners,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.submit().await;
        let list = world.capture("/receipts");
        let all = world.operator.get(&list).await.ok();
        let code = all["data"][0]["code"].as_str().unwrap();
        let other = world.stranger(&server).await;
        other.get(&list).await.refused(404, "not_found");
        other.get(&format!("{list}/{code}")).await.refused(404, "not_found");
        let of_account = world.operator.get("/api/v1/auth/receipt").await.ok();
        let of_account = of_account["code"].as_str().unwrap();
        let path = format!("{list}/{of_account}");
        world.operator.get(&path).await.refused(404, "not_found");
        let reader = Person::anonymous(&server);
        let unknown = "/api/v1/receipts/0000-0000-0000-0000";
        reader.get(unknown).await.refused(404, "not_found");
        reader.get("/api/v1/receipts/corto").await.refused(400, "malformed_path");
        for path in
            ["/verificar/0000-0000-0000-0000", "/verificar/corto", "/verificar?codigo=corto"]
        {
            let page = reader.get(path).await;
            assert_eq!(page.status, 404);
            assert!(page.text().contains("Ningún acuse tiene este código"), "{path}");
        }
    }
);

on_both!(
    /// The end of the period sends what there is; the receipt says when, and that it was the system.
    the_end_of_the_period_has_a_receipt,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        world.begin().await;
        server.advance_days(16);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        // Its own sweep stores what the clock has decided.
        let sent = "SELECT COUNT(*) FROM receipts WHERE kind = 'submission' AND account_id IS NULL";
        server.until_number(sent, 1).await;
        let all = world.operator.get(&world.capture("/receipts")).await.ok();
        assert_eq!(all["data"][0]["sections"], json!(["motivation"]));
        let task = world.operator.get(&world.capture("")).await.ok();
        assert_eq!(all["data"][0]["issued_at"], task["capture"]["ends"]);
    }
);

on_both!(
    /// A submission that is refused leaves no receipt behind.
    nothing_refused_has_a_receipt,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.begin().await;
        let refused = world.send().await;
        assert_eq!(refused.status, 409);
        let all = world.operator.get(&world.capture("/receipts")).await.ok();
        assert_eq!(all["data"], json!([]));
    }
);
