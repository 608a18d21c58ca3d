//! Photos for many candidacies in one ZIP, named by the sheet or by the candidacy's id.

use std::io::{Cursor, Write as _};

use reqwest::Method;
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use builders::World;
use conoceles_tests::Answer;

const DRY_RUN: &str = "/api/v1/capture/many/photos/dry-run";
const COMMIT: &str = "/api/v1/capture/many/photos/commit";

fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

async fn look(person: &Person, zip: &[u8]) -> Answer {
    person
        .send(Method::POST, DRY_RUN, &[], Some(zip.to_vec()))
        .await
}

async fn save(person: &Person, looked: &Value, zip: &[u8]) -> Answer {
    let tag = format!("\"{}\"", looked["hash"].as_str().unwrap());
    let path = format!("{COMMIT}?based_on={}", looked["based_on"].as_str().unwrap());
    let headers = [("if-match", tag.as_str())];
    person
        .send(Method::POST, &path, &headers, Some(zip.to_vec()))
        .await
}

/// Two more candidacies of the world's actor; consent 1 is given to all but the last.
async fn others(world: &World) -> [String; 2] {
    let mut ids = Vec::new();
    for (surname, role) in [("Zárate", "titular"), ("Álvarez", "alternate")] {
        let mut body = builders::new_candidacy(&world.actor, surname);
        body["registration"]["office"] = json!("deputy_mr");
        body["registration"]["territory_kind"] = json!("local_district");
        body["registration"]["territory_code"] = json!("33");
        body["registration"]["role"] = json!(role);
        ids.push(builders::register(&world.admin, &world.election, &body).await);
    }
    let _ = world.consent("treatment", true).await.ok();
    let _ = builders::consent(&world.operator, &ids[0], "treatment", true)
        .await
        .ok();
    ids.try_into().unwrap()
}

/// Saves a sheet that names the photo's file of each candidacy.
async fn name_files(person: &Person, names: &[(&str, &str)]) {
    let mut csv = "id_candidatura,archivo_fotografia\r\n".to_owned();
    for (id, name) in names {
        csv.push_str(&format!("{id},{name}\r\n"));
    }
    let bulk = "/api/v1/capture/bulk";
    let post = || Method::POST;
    let file = csv.into_bytes();
    let path = format!("{bulk}/dry-run");
    let looked = person
        .send(post(), &path, &[], Some(file.clone()))
        .await
        .ok();
    assert_eq!(looked["errors"], json!([]));
    assert_eq!(looked["rows"][0]["photo_file"], names[0].1);
    let tag = format!("\"{}\"", looked["hash"].as_str().unwrap());
    let headers = [("if-match", tag.as_str())];
    let path = format!("{bulk}/commit");
    let saved = person.send(post(), &path, &headers, Some(file)).await.ok();
    assert_eq!(saved["rows"].as_array().unwrap().len(), names.len());
}

async fn photo_of(person: &Person, id: &str) -> Value {
    let path = format!("/api/v1/capture/candidacies/{id}/sections/photo");
    person.get(&path).await.ok()
}

fn done(after: &Value) -> Vec<bool> {
    let all = after["data"].as_array().unwrap();
    all.iter().map(|it| it["done"] == true).collect()
}

on_both!(
    /// A photo is its candidacy's by the name in the sheet, however its accents are written, or by the id;
    /// the dry run changes nothing, the commit saves each as its own version.
    photos_are_given_out_by_name_and_by_id,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = others(&world).await;
        name_files(&world.operator, &[(&world.candidacy, "Núñez Ocampo.jpg")]).await;
        // A sheet that leaves the cell blank leaves the name as it is.
        let blank = format!("id_candidatura,archivo_fotografia\r\n{},\r\n", world.candidacy);
        let path = "/api/v1/capture/bulk/dry-run";
        let looked = world.operator.send(Method::POST, path, &[], Some(blank.into_bytes())).await.ok();
        assert_eq!((&looked["rows"], &looked["errors"]), (&json!([]), &json!([])));
        let csv = world.operator.get("/api/v1/capture/bulk/template.csv").await;
        assert!(csv.text().contains("Núñez Ocampo.jpg"), "the template has it again");
        let zip = zipped(&[
            ("fotos/NU\u{301}N\u{303}EZ OCAMPO.JPG", content::photo(800, 1000)),
            (&format!("{}.jpg", ids[0]), content::photo(400, 500)),
            ("suelta.jpg", content::photo(400, 500)),
            ("__MACOSX/fotos/._suelta.jpg", vec![0; 100]),
        ]);
        let looked = look(&world.operator, &zip).await.ok();
        let photos = looked["photos"].as_array().unwrap();
        assert_eq!(photos.len(), 2, "{looked}");
        assert_eq!(photos[0]["candidacy"], json!(world.candidacy));
        assert_eq!(photos[0]["name"], "Maribel Ocampo Tenorio");
        assert_eq!(photos[1]["candidacy"], json!(ids[0]));
        for photo in photos {
            assert_eq!(photo["reasons"], json!([]), "{looked}");
            assert_eq!((&photo["replaces"], &photo["unchanged"]), (&json!(false), &json!(false)));
        }
        assert_eq!(looked["strays"][0]["file"], "suelta.jpg");
        assert_eq!(looked["strays"].as_array().unwrap().len(), 1);
        assert_eq!(looked["ignored"], 1);
        assert_eq!(photo_of(&world.operator, &world.candidacy).await["version"], 0);
        let audit = server.rows("audit").await;
        let after = save(&world.operator, &looked, &zip).await.ok();
        assert_eq!(done(&after), [true, true], "{after}");
        assert_eq!(server.rows("audit").await, audit + 2);
        for id in [&world.candidacy, &ids[0]] {
            let photo = photo_of(&world.operator, id).await;
            assert_eq!((&photo["version"], &photo["state"]), (&json!(1), &json!("complete")));
            assert!(!photo["photo_checks"].as_array().unwrap().is_empty());
            let hash = photo["content"]["sha256"].as_str().unwrap();
            let path = format!("/api/v1/capture/candidacies/{id}/photo/{hash}");
            assert_eq!(world.operator.get(&path).await.status, 200);
        }
        // The same ZIP again: nothing is left to save.
        let again = look(&world.operator, &zip).await.ok();
        assert_eq!(again["photos"][0]["unchanged"], true, "{again}");
        let after = save(&world.operator, &again, &zip).await.ok();
        assert_eq!(done(&after), [false, false]);
        assert_eq!(photo_of(&world.operator, &ids[0]).await["version"], 1);
    }
);

on_both!(
    /// Two files for one, one for two, one without consent, one that is no picture: each is told in words
    /// and left, and the others are saved.
    what_is_doubtful_is_told_and_left,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = others(&world).await;
        let names = [(world.candidacy.as_str(), "uno.jpg"), (&ids[0], "dos.jpg"), (&ids[1], "tres.jpg")];
        name_files(&world.operator, &names).await;
        let zip = zipped(&[
            ("a/uno.jpg", content::photo(400, 500)),
            ("b/uno.jpg", content::photo(400, 500)),
            ("dos.jpg", b"no es una fotografia".to_vec()),
            ("tres.jpg", content::photo(400, 500)),
        ]);
        let looked = look(&world.operator, &zip).await.ok();
        let strays = looked["strays"].as_array().unwrap();
        assert_eq!(strays.len(), 2, "{looked}");
        let told = strays[0]["detail"].as_str().unwrap();
        assert!(told.contains("Maribel Ocampo Tenorio"), "{told}");
        let reasons: Vec<_> = looked["photos"].as_array().unwrap().iter()
            .map(|it| it["reasons"][0].as_str().unwrap_or_default())
            .collect();
        assert!(reasons[0].contains("JPEG"), "{reasons:?}");
        assert!(reasons[1].contains("consentimiento"), "{reasons:?}");
        let without: Vec<_> = looked["without"].as_array().unwrap().iter()
            .map(|it| (it["name"].as_str().unwrap(), it["file"].as_str().unwrap()))
            .collect();
        assert_eq!(without, [("Maribel Ocampo Tenorio", "uno.jpg")]);
        let after = save(&world.operator, &looked, &zip).await.ok();
        assert_eq!(done(&after), [false, false], "{after}");
        assert_eq!(server.number("SELECT COUNT(*) FROM section_versions").await, 0);
        // One file for two cannot be saved in the sheet, but the id and a name may meet.
        let by_id = format!("{}.jpg", world.candidacy);
        name_files(&world.operator, &[(&ids[0], &by_id)]).await;
        let zip = zipped(&[(by_id.as_str(), content::photo(400, 500))]);
        let looked = look(&world.operator, &zip).await.ok();
        let told = looked["strays"][0]["detail"].as_str().unwrap();
        assert!(told.contains("Varias candidaturas"), "{told}");
    }
);

on_both!(
    /// A photo that somebody saved after the dry run is told and kept; the others of the ZIP are saved.
    a_photo_that_was_not_seen_or_not_wanted_is_not_saved,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = others(&world).await;
        let zip = zipped(&[
            (&format!("{}.jpg", world.candidacy), content::photo(400, 500)),
            (&format!("{}.jpg", ids[0]), content::photo(400, 500)),
        ]);
        let looked = look(&world.operator, &zip).await.ok();
        let _ = world.upload(0, "", "image/jpeg", content::photo(600, 750)).await.ok();
        let after = save(&world.operator, &looked, &zip).await.ok();
        assert_eq!(done(&after), [false, true], "{after}");
        let why = after["data"][0]["reasons"][0].as_str().unwrap();
        assert!(why.contains("Otra persona"), "{why}");
        assert_eq!(photo_of(&world.operator, &world.candidacy).await["version"], 1);
        let zip = zipped(&[
            (&format!("{}.jpg", world.candidacy), content::photo(440, 550)),
            (&format!("{}.jpg", ids[0]), content::photo(440, 550)),
        ]);
        let mut looked = look(&world.operator, &zip).await.ok();
        assert_eq!(looked["based_on"], "1.1");
        looked["based_on"] = json!("-.1");
        let after = save(&world.operator, &looked, &zip).await.ok();
        assert_eq!(done(&after), [true], "{after}");
        assert_eq!(photo_of(&world.operator, &world.candidacy).await["version"], 1);
        assert_eq!(photo_of(&world.operator, &ids[0]).await["version"], 2);
    }
);

on_both!(
    /// The commit is of the very ZIP that was looked at, given out as it was then.
    another_zip_than_was_looked_at_is_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = others(&world).await;
        let zip = zipped(&[("uno.jpg", content::photo(400, 500))]);
        name_files(&world.operator, &[(&world.candidacy, "uno.jpg")]).await;
        let looked = look(&world.operator, &zip).await.ok();
        let other = zipped(&[("uno.jpg", content::photo(440, 550))]);
        save(&world.operator, &looked, &other).await.refused(412, "dry_run_outdated");
        name_files(&world.operator, &[(&world.candidacy, "dos.jpg"), (&ids[0], "uno.jpg")]).await;
        save(&world.operator, &looked, &zip).await.refused(412, "dry_run_outdated");
        let mut short = looked.clone();
        short["based_on"] = json!("");
        save(&world.operator, &short, &zip).await.refused(412, "dry_run_outdated");
        short["based_on"] = json!("0.x");
        save(&world.operator, &short, &zip).await.refused(400, "invalid_query");
        let bare = world.operator.send(Method::POST, COMMIT, &[], Some(zip)).await;
        bare.refused(428, "precondition_required");
        assert_eq!(server.rows("section_versions").await, 0);
    }
);

on_both!(
    /// What is no ZIP, or too much of one, is refused as a whole; another actor's ids are nobody's.
    zips_that_cannot_be_used_are_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let stranger = world.stranger(&server).await;
        let zip = zipped(&[(&format!("{}.jpg", world.candidacy), content::photo(400, 500))]);
        let looked = look(&stranger, &zip).await.ok();
        assert_eq!(looked["photos"], json!([]));
        assert_eq!(looked["strays"].as_array().unwrap().len(), 1);
        let photo = content::photo(400, 500);
        look(&world.operator, &photo).await.refused(415, "unsupported_media_type");
        look(&world.operator, &zip[..zip.len() / 2]).await.refused(422, "invalid");
        let names: Vec<String> = (0..51).map(|it| format!("{it}.jpg")).collect();
        let files: Vec<_> = names.iter().map(|it| (it.as_str(), vec![1])).collect();
        look(&world.operator, &zipped(&files)).await.refused(413, "too_large");
        look(&world.operator, &vec![b'P'; 25 * 1024 * 1024]).await.refused(413, "too_large");
    }
);

on_both!(
    /// A neighbour saves while a ZIP is committed: nothing holds the database for more than one photo.
    a_neighbour_saves_meanwhile,
    |server: Server| async move {
        let world = World::new(&server).await;
        let ids = others(&world).await;
        let _ = builders::consent(&world.operator, &ids[1], "treatment", true).await.ok();
        let colleague = world.colleague(&server, "captura.dos").await;
        let all = [&world.candidacy, &ids[0], &ids[1]];
        let names: Vec<String> = all.iter().map(|it| format!("{it}.jpg")).collect();
        let files: Vec<_> = names.iter().zip([800, 900, 1000])
            .map(|(name, width)| (name.as_str(), content::photo(width, width / 4 * 5)))
            .collect();
        let zip = zipped(&files);
        let looked = look(&world.operator, &zip).await.ok();
        let motivation = world.capture("/sections/motivation");
        let text = json!({ "text": content::text(310) });
        let (after, saved) = tokio::join!(
            save(&world.operator, &looked, &zip),
            colleague.put(&motivation, 0, &text),
        );
        assert_eq!(done(&after.ok()), [true, true, true]);
        let _ = saved.ok();
    }
);

on_both!(
    /// Two sheets name the files of the same candidacies in opposite orders at once: both are answered, and
    /// neither waits for the other for ever.
    two_sheets_over_the_same_candidacies_are_one_after_the_other,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut ids = Vec::new();
        for it in 0..16 {
            let mut new = builders::new_candidacy(&world.actor, &format!("Persona{it}"));
            new["private"] = json!({
                "notification_email": "avisos@partido.example", "notification_phone": "7221234567",
            });
            ids.push(builders::register(&world.admin, &world.election, &new).await);
        }
        let sheet = |prefix: &str, ids: &[String]| {
            let rows = ids.iter().map(|id| format!("{id},{prefix}-{id}.jpg\r\n"));
            format!("id_candidatura,archivo_fotografia\r\n{}", rows.collect::<String>()).into_bytes()
        };
        let there = sheet("ida", &ids);
        ids.reverse();
        let back = sheet("vuelta", &ids);
        let colleague = world.colleague(&server, "captura.otra").await;
        let save = async |who: &Person, file: &[u8]| {
            let path = "/api/v1/capture/bulk/dry-run";
            let looked = who.send(Method::POST, path, &[], Some(file.to_vec())).await.ok();
            let tag = format!("\"{}\"", looked["hash"].as_str().unwrap());
            let path = "/api/v1/capture/bulk/commit";
            let answer = who.send(Method::POST, path, &[("if-match", &tag)], Some(file.to_vec())).await;
            answer.status.as_u16()
        };
        let saved = futures_util::future::join(save(&world.operator, &there), save(&colleague, &back)).await;
        assert!([saved.0, saved.1].iter().all(|it| [200, 412].contains(it)), "{saved:?}");
        assert_eq!(server.rows("photo_files").await, 16);
    }
);
