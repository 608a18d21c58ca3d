//! What was created is edited: on a version, with what follows for the public shown before.

use serde_json::{Value, json};

use super::*;
use builders::{CANARIES, PASSWORD, World, account_id, party, register};
use conoceles_tests::{Answer, eventually};

/// Puts an edit, confirming whatever consequences are shown for it; what was shown.
async fn put_confirmed(admin: &Person, path: &str, version: u64, edit: &Value) -> (Value, Answer) {
    let asked = admin.put(path, version, edit).await;
    asked.refused(409, "confirmation_required");
    let shown = asked.json()["consequences"].clone();
    let digest = shown["digest"].as_str().unwrap();
    let path = format!("{path}?confirmed={digest}");
    (shown, admin.put(&path, version, edit).await)
}

/// The registration of the world's candidacy, to be edited, and its address.
async fn registration_file(world: &World) -> (String, Value) {
    let path = format!("/api/v1/admin/candidacies/{}/registration", world.candidacy);
    let file = world.admin.get(&path).await.ok();
    (path, file)
}

fn edit_of(file: &Value, changes: &Value) -> Value {
    let mut registration = file["registration"].clone();
    for (key, value) in changes.as_object().unwrap() {
        registration[key] = value.clone();
    }
    json!({ "registration": registration, "reference": "IEEM/CG/120/2027" })
}

/// The public record once it satisfies this.
async fn until_public(server: &Server, world: &World, wanted: impl Fn(&Value) -> bool) -> Value {
    eventually("the public record is renewed", async || {
        let record = builders::public_record(server, &world.public()).await;
        if wanted(&record) {
            Ok(record)
        } else {
            Err(record.to_string())
        }
    })
    .await
}

on_both!(
    /// A corrected name is a new version of what is public and an entry of its log, and nothing else.
    a_corrected_name_is_a_new_public_version,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let before = builders::public_record(&server, &world.public()).await;
        let (path, file) = registration_file(&world).await;
        let entries = server.rows("drill_log").await;
        let edit = edit_of(&file, &json!({ "first_surname": "Ocampo Rivas" }));
        let (shown, answer) = put_confirmed(&world.admin, &path, 1, &edit).await;
        assert_eq!(shown["public_records"], 1);
        assert!(shown["sentences"].to_string().contains("bitácora pública"), "{shown}");
        let saved = answer.ok();
        assert_eq!(saved["version"], 2);
        let after = until_public(&server, &world, |it| {
            it["name"] == "Maribel Ocampo Rivas Tenorio"
        })
        .await;
        assert_eq!(after["version"].as_u64(), before["version"].as_u64().map(|it| it + 1));
        assert_eq!(after["sections"], before["sections"]);
        assert_eq!(after["person_id"], before["person_id"]);
        assert_eq!(server.rows("drill_log").await, entries + 1);
        let told = world.operator.get("/api/v1/notices").await.ok().to_string();
        assert!(told.contains("Se corrigieron datos del registro"), "{told}");
        let mine = world.operator.get(&world.capture("")).await.ok().to_string();
        assert!(mine.contains("Ocampo Rivas"), "{mine}");
        // The log still adds up.
        let (code, out, err) = server.command(&["verify"]).await;
        assert_eq!(code, 0, "{out}{err}");
    }
);

on_both!(
    /// Office, territory and role are what the receipt and the log name.
    the_place_of_what_was_sent_stays,
    |server: Server| async move {
        let world = World::new(&server).await;
        let (path, file) = registration_file(&world).await;
        assert_eq!(file["fixed"], Value::Null);
        let moved = json!({
            "office": "deputy_mr", "territory_kind": "local_district", "territory_code": "33",
        });
        let saved = world.admin.put(&path, 1, &edit_of(&file, &moved)).await.ok();
        assert_eq!(saved["registration"]["office"], "deputy_mr");
        let back = json!({
            "office": "municipal_presidency", "territory_kind": "municipality",
            "territory_code": "15081",
        });
        let _ = world.admin.put(&path, 2, &edit_of(&saved, &back)).await.ok();
        world.submit().await;
        let (_, file) = registration_file(&world).await;
        assert!(file["fixed"].as_str().unwrap().contains("acuse"), "{file}");
        let answer = world.admin.put(&path, 3, &edit_of(&file, &moved)).await;
        answer.refused(422, "invalid");
        assert_eq!(answer.pointers(), ["/registration/office", "/registration/territory_code"]);
        // Nothing is public yet: another name is not asked about.
        let name = json!({ "given_names": "Maribel Aurora" });
        let _ = world.admin.put(&path, 3, &edit_of(&file, &name)).await.ok();
    }
);

on_both!(
    /// What is left out stays, and nothing of it is ever shown.
    private_data_are_replaced_unseen,
    |server: Server| async move {
        let world = World::new(&server).await;
        let (path, file) = registration_file(&world).await;
        let given = ["curp", "voter_key", "rfc", "notification_email", "notification_phone"];
        assert_eq!(file["private"], json!(given));
        let mut edit = edit_of(&file, &json!({}));
        edit["private"] = json!({
            "notification_email": "otro.canario@privado.example", "erase": ["rfc"],
        });
        let saved = world.admin.put(&path, 1, &edit).await.ok();
        assert_eq!(saved["private"], json!(["curp", "voter_key", "notification_email", "notification_phone"]));
        let all = format!("{file}{saved}");
        for canary in CANARIES.iter().chain(&["otro.canario"]) {
            assert!(!all.contains(canary), "{canary}");
        }
        // Another version: what was typed in confidence does not come back either.
        let stale = world.admin.put(&path, 1, &edit).await;
        stale.refused(412, "stale");
        assert!(stale.json()["current"]["version"] == 2 && !stale.text().contains("canario"));
        edit["private"] = json!({ "curp": "NO ES", "erase": ["notification_email"] });
        edit["reference"] = json!("x");
        let wrong = world.admin.put(&path, 2, &edit).await;
        let mut pointers = wrong.pointers();
        pointers.dedup();
        assert_eq!(pointers, ["/private/curp", "/private/erase", "/reference"]);
        // The same CURP twice for the same place is refused, whoever has it.
        let mut other = builders::new_candidacy(&world.actor, "Luna");
        other["private"] = json!({
            "notification_email": "luna@partido.example", "notification_phone": "7221234567",
        });
        let other = register(&world.admin, &world.election, &other).await;
        let path = format!("/api/v1/admin/candidacies/{other}/registration");
        let file = world.admin.get(&path).await.ok();
        let mut edit = edit_of(&file, &json!({}));
        edit["private"] = json!({ "curp": CANARIES[0] });
        let twice = world.admin.put(&path, 1, &edit).await;
        assert_eq!(twice.pointers(), ["/private/curp"], "{}", twice.text());
    }
);

on_both!(
    /// Every published record that names a party gets a new version, and only those.
    a_renamed_party_renews_what_names_it,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let entries = server.rows("drill_log").await;
        let admin = &world.admin;
        let aside = party(admin, "Partido Aparte", "PA", "#111111").await;
        let all = admin.get("/api/v1/admin/parties").await.ok();
        let of = |name: &str| {
            let all = all["data"].as_array().unwrap();
            builders::id(all.iter().find(|it| it["name"] == name).unwrap())
        };
        let path = format!("/api/v1/admin/parties/{}", of("Partido Horizonte"));
        let edit = json!({ "name": "Partido Horizonte Nuevo", "acronym": "PHN", "colour": "#8C6239" });
        let (shown, answer) = put_confirmed(admin, &path, 1, &edit).await;
        assert_eq!(shown["public_records"], 1);
        assert_eq!(shown["examples"], json!(["Maribel Ocampo Tenorio"]));
        assert_eq!(answer.ok()["version"], 2);
        let renewed = until_public(&server, &world, |it| {
            it["actor"]["parties"].to_string().contains("Partido Horizonte Nuevo")
        })
        .await;
        assert_eq!(renewed["version"], 2);
        assert_eq!(server.rows("drill_log").await, entries + 1);
        assert_eq!(server.rows("public_renewals").await, 0);
        // Nobody stands for the other one: nothing is asked.
        let path = format!("/api/v1/admin/parties/{aside}");
        let edit = json!({ "name": "Partido Aparte", "acronym": "PAP", "colour": "#111111" });
        assert_eq!(admin.put(&path, 1, &edit).await.ok()["acronym"], "PAP");
        let taken = json!({ "name": "Partido Colibrí", "acronym": "PAP", "colour": "#111111" });
        admin.put(&path, 2, &taken).await.refused(409, "already_exists");
        let stale = admin.put(&path, 1, &taken).await;
        stale.refused(412, "stale");
        assert_eq!(stale.json()["current"]["acronym"], "PAP");
        assert_eq!(stale.json()["submitted"]["name"], "Partido Colibrí");
        assert_eq!(server.rows("drill_log").await, entries + 1);
    }
);

on_both!(
    /// An actor's name and parties are corrected; its kind stays once it has its receipt.
    an_actor_keeps_its_kind_and_gets_its_name,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let path = format!("/api/v1/admin/actors/{}", world.actor);
        let actor = world.admin.get(&path).await.ok();
        let parties: Vec<_> = actor["parties"].as_array().unwrap().iter().map(builders::id).collect();
        let edit = json!({ "kind": "common_candidacy", "name": "Raíz y Rumbo", "parties": parties });
        let fixed = world.admin.put(&path, 1, &edit).await;
        assert_eq!(fixed.pointers(), ["/kind"], "{}", fixed.text());
        let edit = json!({ "kind": "coalition", "name": "Raíz, Rumbo y Río", "parties": parties });
        let (_, answer) = put_confirmed(&world.admin, &path, 1, &edit).await;
        assert_eq!(answer.ok()["name"], "Raíz, Rumbo y Río");
        let renewed = until_public(&server, &world, |it| {
            it["actor"]["name"] == "Raíz, Rumbo y Río"
        })
        .await;
        assert_eq!(renewed["sections"][0]["provenance"]["captured_by"], "Raíz, Rumbo y Río");
        let told = world.operator.get("/api/v1/notices").await.ok().to_string();
        assert!(told.contains("Se corrigieron datos del actor político"), "{told}");
        // What was confirmed was that edit: not another one with the same digest.
        let other = json!({ "kind": "coalition", "name": "Otra", "parties": parties });
        let digest = "0".repeat(64);
        let confirmed = format!("{path}?confirmed={digest}");
        world.admin.put(&confirmed, 2, &other).await.refused(409, "confirmation_required");
        world.admin.put(&format!("{path}?confirmed=x"), 2, &other).await.refused(400, "invalid_query");
    }
);

on_both!(
    /// The name of a territory is in the records of its candidacies alone.
    a_renamed_territory_renews_its_candidacies,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let path = format!("/api/v1/admin/elections/{}", world.election);
        let election = world.admin.get(&path).await.ok();
        let version = election["version"].as_u64().unwrap();
        let mut setup = election["setup"].clone();
        setup["territories"][2]["name"] = json!("Distrito 33 con cabecera en Tecámac");
        let saved = world.admin.put(&path, version, &setup).await.ok();
        setup["territories"][1]["name"] = json!("Tecámac de Felipe Villanueva");
        let version = saved["version"].as_u64().unwrap();
        let (shown, answer) = put_confirmed(&world.admin, &path, version, &setup).await;
        assert_eq!(shown["public_records"], 1);
        let _ = answer.ok();
        let renewed = until_public(&server, &world, |it| {
            it["territory"]["name"] == "Tecámac de Felipe Villanueva"
        })
        .await;
        assert_eq!(renewed["version"], 2);
    }
);

on_both!(
    /// Another user name: the old one opens nothing, the owner is told, and work goes on.
    an_account_gets_another_user_name,
    |server: Server| async move {
        let world = World::new(&server).await;
        let id = account_id(&world.admin, "captura.raiz").await;
        let path = format!("/api/v1/admin/accounts/{id}");
        let taken = json!({ "login": "validacion1", "name": "Persona Raíz" });
        world.admin.put(&path, 1, &taken).await.refused(409, "already_exists");
        let wrong = json!({ "login": "MAL", "name": "x" });
        let wrong = world.admin.put(&path, 1, &wrong).await;
        assert_eq!(wrong.pointers(), ["/login", "/name"], "{}", wrong.text());
        let edit = json!({ "login": "raiz.captura", "name": "Persona Raíz" });
        assert_eq!(world.admin.put(&path, 1, &edit).await.ok()["login"], "raiz.captura");
        world.admin.put(&path, 1, &edit).await.refused(412, "stale");
        assert_eq!(world.operator.get("/api/v1/auth/me").await.status, 200);
        let told = world.operator.get("/api/v1/notices").await.ok().to_string();
        assert!(told.contains("raiz.captura"), "{told}");
        let nobody = Person::anonymous(&server);
        nobody.try_to_enter("captura.raiz", PASSWORD).await.refused(401, "wrong_credentials");
        let _ = Person::sign_in(&server, "raiz.captura", PASSWORD).await;
        // Whose it is and what it may do are not among what can be edited.
        let role = json!({ "login": "raiz.captura", "name": "Persona Raíz", "role": "admin" });
        assert!(world.admin.put(&path, 2, &role).await.status.is_client_error());
        assert_eq!(world.admin.get(&path).await.ok()["role"], "operator");
    }
);

on_both!(
    /// What has ended stays as it was, and nobody but administrators edits.
    what_has_ended_is_not_edited,
    |server: Server| async move {
        let world = World::new(&server).await;
        let (path, file) = registration_file(&world).await;
        let edit = edit_of(&file, &json!({ "nickname": "Mari" }));
        for person in [&world.operator, &world.validators[0]] {
            assert_eq!(person.put(&path, 1, &edit).await.status, 403);
            assert_eq!(person.get(&path).await.status, 403);
        }
        let cancel = format!("/api/v1/admin/candidacies/{}/cancellation", world.candidacy);
        let _ = world.admin.post(&cancel, &json!({ "acuerdo": "IEEM/CG/121/2027" })).await.ok();
        world.admin.put(&path, 1, &edit).await.refused(409, "wrong_state");
    }
);
