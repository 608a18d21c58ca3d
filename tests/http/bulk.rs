//! Bulk capture: the template out and in again, errors by cell, all or nothing.

use reqwest::Method;
use serde_json::{Value, json};

use super::*;
use builders::World;

const TEMPLATE: &str = "/api/v1/capture/bulk/template";
const DRY_RUN: &str = "/api/v1/capture/bulk/dry-run";
const ANNOTATED: &str = "/api/v1/capture/bulk/annotated";
const COMMIT: &str = "/api/v1/capture/bulk/commit";

async fn send(person: &Person, path: &str, file: &[u8]) -> conoceles_tests::Answer {
    person
        .send(Method::POST, path, &[], Some(file.to_vec()))
        .await
}

async fn commit(person: &Person, hash: &str, file: &[u8]) -> conoceles_tests::Answer {
    let tag = format!("\"{hash}\"");
    let headers = [("if-match", tag.as_str())];
    person
        .send(Method::POST, COMMIT, &headers, Some(file.to_vec()))
        .await
}

async fn dry_run(person: &Person, file: &[u8]) -> Value {
    send(person, DRY_RUN, file).await.ok()
}

fn hash(dry_run: &Value) -> &str {
    dry_run["hash"].as_str().unwrap()
}

/// Cell and code of every error.
fn errors(dry_run: &Value) -> Vec<(String, String)> {
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let errors = dry_run["errors"].as_array().unwrap();
    errors
        .iter()
        .map(|it| (text(&it["cell"]), text(&it["code"])))
        .collect()
}

/// One more candidacy of the world's actor, with consent 1 given.
async fn another(world: &World, surname: &str) -> String {
    let mut body = builders::new_candidacy(&world.actor, surname);
    body["registration"]["role"] = json!("alternate");
    let id = builders::register(&world.admin, &world.election, &body).await;
    let _ = builders::consent(&world.operator, &id, "treatment", true)
        .await
        .ok();
    id
}

/// A sheet with a web page and a motivation for each candidacy.
fn sheet(rows: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut csv = "id_candidatura,pagina_web,motivo_cargo_publico\r\n".to_owned();
    for (id, website, motivation) in rows {
        csv.push_str(&format!("{id},{website},{motivation}\r\n"));
    }
    csv.into_bytes()
}

/// A template in CSV with a cell of its first candidacy changed.
fn edited(template: &[u8], key: &str, cell: &str) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(template);
    let rows = reader.records().map(|it| {
        let row = it.unwrap();
        row.iter().map(str::to_owned).collect()
    });
    let mut rows: Vec<Vec<String>> = rows.collect();
    let at = rows[0].iter().position(|it| it == key).unwrap();
    // Below the keys and the labels.
    rows[2][at] = cell.to_owned();
    let mut csv = csv::Writer::from_writer(Vec::new());
    for row in rows {
        csv.write_record(row).unwrap();
    }
    csv.into_inner().unwrap()
}

on_both!(
    /// A template that comes back untouched changes nothing, in both formats and whatever is stored.
    an_untouched_template_changes_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let _ = another(&world, "Zárate").await;
        for (ending, kind) in [("xlsx", "spreadsheetml.sheet"), ("csv", "text/csv")] {
            let template = world.operator.get(&format!("{TEMPLATE}.{ending}")).await;
            assert!(template.header("content-type").contains(kind));
            assert!(template.header("content-disposition").contains("attachment"));
            let looked = dry_run(&world.operator, &template.bytes).await;
            assert_eq!(looked["rows_read"], 2, "{looked}");
            assert_eq!(looked["rows"], json!([]), "{looked}");
            assert_eq!(looked["errors"], json!([]), "{looked}");
            let before = server.rows("audit").await;
            let saved = commit(&world.operator, hash(&looked), &template.bytes).await.ok();
            assert_eq!(saved["sections_saved"], 0);
            assert_eq!(server.rows("audit").await, before, "nothing happened, nothing is told");
        }
        let csv = world.operator.get(&format!("{TEMPLATE}.csv")).await;
        assert!(csv.bytes.starts_with(b"\xef\xbb\xbf"));
        assert!(csv.text().contains("https://maribelocampo.example"));
        assert!(csv.text().contains("No proporcionó"));
        assert!(!csv.text().contains("mazahua"), "identity is not in the sheet");
    }
);

on_both!(
    /// What the dry run showed is saved in one step, with one audit entry and the usual versions.
    a_commit_saves_everything_with_one_audit_entry,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let other = another(&world, "Zárate").await;
        let (one, two) = (content::text(300), content::text(320));
        let file = sheet(&[
            (&world.candidacy, "https://uno.mx", &one),
            (&other, "No proporcionó", &two),
        ]);
        let looked = dry_run(&world.operator, &file).await;
        assert_eq!(errors(&looked), []);
        assert_eq!(looked["sections_changed"], 4);
        assert_eq!(looked["rows"][0]["changes"][0]["section"], "contact");
        assert_eq!(looked["rows"][0]["changes"][1]["completeness"], "complete");
        let motivation = world.capture("/sections/motivation");
        assert_eq!(world.operator.get(&motivation).await.ok()["version"], 0, "not yet");
        let before = server.rows("audit").await;
        let saved = commit(&world.operator, hash(&looked), &file).await.ok();
        assert_eq!(saved["sections_saved"], 4);
        assert_eq!(server.rows("audit").await, before + 1);
        let found = world.operator.get(&motivation).await.ok();
        assert_eq!(found["content"]["text"], one);
        assert_eq!((&found["version"], &found["state"]), (&json!(1), &json!("complete")));
        assert_eq!(found["saved_by"], "Persona captura.raiz");
        let path = format!("/api/v1/capture/candidacies/{other}/sections/contact");
        let found = world.operator.get(&path).await.ok();
        assert_eq!(found["content"], json!({ "website": { "not_provided": true } }));
        // The same file again: nothing is left to change.
        let again = dry_run(&world.operator, &file).await;
        assert_eq!(again["rows"], json!([]));
        // And the form goes on from the version that the sheet saved.
        let text = json!({ "text": content::text(310) });
        let _ = world.operator.put(&motivation, 1, &text).await.ok();
    }
);

on_both!(
    /// One error anywhere, and nothing of the file is saved.
    one_error_and_nothing_is_saved,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let other = another(&world, "Zárate").await;
        let file = sheet(&[
            (&world.candidacy, "https://uno.mx", &content::text(300)),
            (&other, "uno mx", &content::text(300)),
        ]);
        let looked = dry_run(&world.operator, &file).await;
        assert_eq!(errors(&looked), [("B3".to_owned(), "invalid_format".to_owned())]);
        assert_eq!(looked["errors"][0]["label"], "Página web");
        let versions = server.rows("section_versions").await;
        let answer = commit(&world.operator, hash(&looked), &file).await;
        assert_eq!(answer.pointers(), ["/B3"]);
        answer.refused(422, "invalid");
        assert_eq!(server.rows("section_versions").await, versions);
        // The annotated copy is the same sheet: it comes back with the same error in the same cell.
        let copy = send(&world.operator, ANNOTATED, &file).await;
        assert!(copy.status.is_success() && copy.bytes.starts_with(b"PK\x03\x04"));
        let looked = dry_run(&world.operator, &copy.bytes).await;
        assert_eq!(errors(&looked), [("B3".to_owned(), "invalid_format".to_owned())]);
        assert_eq!(looked["remarks"], json!([]), "its column of errors is known");
    }
);

on_both!(
    /// A commit is only of what the dry run looked at: this file, on these versions.
    a_commit_on_something_else_is_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let _ = world.consent("treatment", true).await.ok();
        let file = sheet(&[(&world.candidacy, "https://uno.mx", &content::text(300))]);
        let looked = dry_run(&world.operator, &file).await;
        let changed = sheet(&[(&world.candidacy, "https://dos.mx", &content::text(300))]);
        commit(&world.operator, hash(&looked), &changed).await.refused(412, "dry_run_outdated");
        send(&world.operator, COMMIT, &file).await.refused(428, "precondition_required");
        commit(&world.operator, "0", &file).await.refused(400, "malformed_header");
        // Someone saves one of its sections through the form meanwhile.
        let text = json!({ "text": content::text(310) });
        let path = world.capture("/sections/motivation");
        let _ = world.operator.put(&path, 0, &text).await.ok();
        commit(&world.operator, hash(&looked), &file).await.refused(412, "dry_run_outdated");
        assert_eq!(world.operator.get(&world.capture("/sections/contact")).await.ok()["version"], 0);
        // Checked again, the file says that it does not know what it would replace.
        let again = dry_run(&world.operator, &file).await;
        assert_eq!(errors(&again), [("C2".to_owned(), "unknown_version".to_owned())]);
        commit(&world.operator, hash(&again), &file).await.refused(422, "invalid");
        assert_eq!(world.operator.get(&path).await.ok()["version"], 1);
    }
);

on_both!(
    /// What was captured in the forms after the download stays, whatever the old sheet holds.
    an_old_sheet_undoes_nothing,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.capture_all().await;
        let csv = format!("{TEMPLATE}.csv");
        let old = world.operator.get(&csv).await.bytes;
        let path = world.capture("/sections/motivation");
        let newer = content::text(300);
        let _ = world.operator.put(&path, 1, &json!({ "text": newer })).await.ok();
        let file = edited(&old, "pagina_web", "https://uno.mx");
        let looked = dry_run(&world.operator, &file).await;
        let errors = looked["errors"].as_array().unwrap();
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(errors[0]["code"], "outdated");
        assert_eq!((&errors[0]["row"], &errors[0]["section"]), (&json!(3), &json!("motivation")));
        commit(&world.operator, hash(&looked), &file).await.refused(422, "invalid");
        assert_eq!(world.operator.get(&path).await.ok()["content"]["text"], newer);
        let contact = world.capture("/sections/contact");
        assert_eq!(world.operator.get(&contact).await.ok()["version"], 1, "all or nothing");
        // The annotated copy is as old as the sheet that it is of.
        let copy = send(&world.operator, ANNOTATED, &file).await;
        let again = dry_run(&world.operator, &copy.bytes).await;
        assert_eq!(again["errors"], looked["errors"]);
        // Downloaded again, the same change is saved alone; without its version it would not be.
        let new = world.operator.get(&csv).await.bytes;
        let file = edited(&new, "pagina_web", "https://uno.mx");
        let blank = dry_run(&world.operator, &edited(&file, "version_descargada", "")).await;
        assert_eq!(blank["errors"][0]["code"], "unknown_version");
        let looked = dry_run(&world.operator, &file).await;
        let saved = commit(&world.operator, hash(&looked), &file).await.ok();
        assert_eq!(saved["sections_saved"], 1);
        assert_eq!(world.operator.get(&path).await.ok()["content"]["text"], newer);
    }
);

on_both!(
    /// Another actor's candidacy is as unknown as one that does not exist.
    another_actors_candidacy_is_unknown,
    |server: Server| async move {
        let world = World::new(&server).await;
        let other = world.stranger(&server).await;
        let nobody = "00000000-0000-7000-8000-000000000000";
        let file = sheet(&[(&world.candidacy, "https://x.mx", ""), (nobody, "https://x.mx", "")]);
        let looked = dry_run(&other, &file).await;
        let unknown = |cell: &str| (cell.to_owned(), "unknown_candidacy".to_owned());
        assert_eq!(errors(&looked), [unknown("A2"), unknown("A3")]);
        assert_eq!(looked["errors"][0]["detail"], looked["errors"][1]["detail"]);
        let empty = other.get(&format!("{TEMPLATE}.csv")).await;
        assert!(!empty.text().contains(&world.candidacy));
        assert_eq!(dry_run(&other, &empty.bytes).await["rows_read"], 0);
        for path in [DRY_RUN, ANNOTATED, COMMIT] {
            send(&world.validators[0], path, &file).await.refused(403, "forbidden");
            send(&Person::anonymous(&server), path, &file).await.refused(401, "not_signed_in");
        }
    }
);

on_both!(
    /// Sections that cannot be saved now say why, each at its cell.
    read_only_sections_say_why,
    |server: Server| async move {
        let mut world = World::new(&server).await;
        let file = sheet(&[(&world.candidacy, "https://uno.mx", &content::text(300))]);
        let at = |code: &str| [("B2".to_owned(), code.to_owned()), ("C2".to_owned(), code.to_owned())];
        let looked = dry_run(&world.operator, &file).await;
        assert_eq!(errors(&looked), at("consent_required"));
        world.submit().await;
        let looked = dry_run(&world.operator, &file).await;
        assert_eq!(errors(&looked), at("wrong_state"));
        commit(&world.operator, hash(&looked), &file).await.refused(422, "invalid");
        // Observed: that section can be corrected by sheet, the others stay as they are.
        let _ = world.turn(0, Some("motivation")).await;
        let looked = dry_run(&world.operator, &file).await;
        // The other one does not say what it was downloaded from.
        let expected = [("B2", "wrong_state"), ("C2", "unknown_version")];
        assert_eq!(errors(&looked), expected.map(|(at, code)| (at.to_owned(), code.to_owned())));
        let own = format!(
            "id_candidatura,motivo_cargo_publico,version_descargada\n{},{},motivation=1\n",
            world.candidacy,
            content::text(305)
        );
        let looked = dry_run(&world.operator, own.as_bytes()).await;
        let _ = commit(&world.operator, hash(&looked), own.as_bytes()).await.ok();
        let found = world.operator.get(&world.capture("/sections/motivation")).await.ok();
        assert_eq!((&found["state"], &found["version"]), (&json!("changed"), &json!(2)));
        server.advance_days(60);
        world.operator.enter("captura.raiz", builders::PASSWORD).await;
        let looked = dry_run(&world.operator, own.replace("He", "Ha").as_bytes()).await;
        assert_eq!(errors(&looked).len(), 1);
    }
);

on_both!(
    /// Files that are no sheets, too large, broken or made to hurt are refused by what they hold.
    bad_files_are_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let cases: [(Vec<u8>, u16); 5] = [
            (Vec::new(), 415),
            (b"%PDF-1.7\n\0".to_vec(), 415),
            (vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 415),
            (b"PK\x03\x04 nothing else".to_vec(), 422),
            (vec![b'a'; 17 * 1024 * 1024], 413),
        ];
        for (bytes, status) in cases {
            for path in [DRY_RUN, ANNOTATED] {
                let size = bytes.len();
                let answer = send(&world.operator, path, &bytes).await;
                assert_eq!(answer.status, status, "{size} bytes: {}", answer.text());
                let _ = answer.code();
            }
        }
        let looked = dry_run(&world.operator, b"{}").await;
        assert_eq!(errors(&looked), [(String::new(), "no_header".to_owned())]);
        let copy = send(&world.operator, ANNOTATED, b"{}").await;
        assert!(copy.status.is_success(), "{}", copy.text());
        // A formula that a name could carry never comes out as one.
        let mut body = builders::new_candidacy(&world.actor, "Zárate");
        body["registration"]["given_names"] = json!("=HYPERLINK(A1)");
        let registered = builders::try_to_register(&world.admin, &world.election, &body).await;
        if registered.status.is_success() {
            let csv = world.operator.get(&format!("{TEMPLATE}.csv")).await;
            assert!(csv.text().contains("'=HYPERLINK(A1)"), "{}", csv.text());
        }
    }
);
