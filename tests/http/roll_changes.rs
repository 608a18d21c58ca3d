//! What a file changes of what is registered already, and what was said of its columns.

use serde_json::{Value, json};

use super::roll::{HEADINGS, cell, commit, commit_for, errors, file, looked, under};
use super::*;
use builders::{CANARIES, World};

/// The row of the world's own candidacy, with another second surname, mail and sex.
fn own_row(surname: &str, mail: &str) -> String {
    format!(
        "Raíz y Rumbo,Presidencia municipal,,Tecámac,Propietaria,Maribel,Ocampo,{surname},Mujer,52,{},{mail},{}",
        CANARIES[0], CANARIES[4]
    )
}

on_both!(
    /// A registration that nobody published is changed as by hand: with its document, its version, its
    /// notice and its audit; what is private shows as changed and not as what.
    a_file_corrects_what_is_registered,
    |server: Server| async move {
        let world = World::new(&server).await;
        let same = file(&[&own_row("Tenorio", CANARIES[3])]);
        let seen = looked(&world, &same).await;
        assert_eq!(seen["counts"]["unchanged"], 1, "{seen}");
        let file = file(&[&own_row("Tenorio López", "otro.correo@privado.example")]);
        let seen = looked(&world, &file).await;
        assert_eq!(errors(&seen), []);
        assert_eq!(seen["counts"]["changed"], 1, "{seen}");
        assert_eq!(
            seen["changed"][0]["differences"],
            json!([
                { "field": "second_surname", "before": "Tenorio", "after": "Tenorio López" },
                { "field": "notification_email", "before": null, "after": null },
            ])
        );
        let answer = commit(&world, &seen, &file).await;
        assert_eq!(answer.pointers(), ["reference"]);
        answer.refused(422, "invalid");
        let saved = commit_for(&world, &seen, &file, "?reference=IEEM%2FCG%2F12%2F2029").await.ok();
        assert_eq!(saved, json!({ "added": 0, "changed": 1 }));
        let path = format!("/api/v1/admin/candidacies/{}/registration", world.candidacy);
        let now = world.admin.get(&path).await.ok();
        assert_eq!(now["version"], 2);
        assert_eq!(now["registration"]["second_surname"], "Tenorio López");
        assert_eq!(now["registration"]["nickname"], "Maestra Mari", "the file has no such column");
        let told = server
            .number("SELECT COUNT(*) FROM audit WHERE action = 'candidacy.registration_edited' AND legal_basis = 'IEEM/CG/12/2029'")
            .await;
        assert_eq!(told, 1);
        let notices = world.operator.get("/api/v1/notices").await.ok();
        assert!(notices.to_string().contains("IEEM/CG/12/2029"), "{notices}");
    }
);

on_both!(
    /// A CURP that is on somebody else's row by mistake makes nobody another person; for another office the
    /// same person may stand as well.
    a_misplaced_curp_renames_nobody,
    |server: Server| async move {
        let world = World::new(&server).await;
        let other = own_row("", CANARIES[3]).replace("Maribel,Ocampo", "Irma,Sol");
        let seen = looked(&world, &file(&[&other])).await;
        assert_eq!(errors(&seen), [cell("K2", "curp_of_another")], "{seen}");
        assert!(!seen.to_string().contains(CANARIES[0]));
        let too = own_row("Tenorio", CANARIES[3]).replace("Presidencia municipal,,Tecámac", "Gubernatura,,");
        let seen = looked(&world, &file(&[&too])).await;
        assert_eq!(errors(&seen), [], "{seen}");
        assert_eq!((&seen["counts"]["added"], &seen["counts"]["missing"]), (&json!(1), &json!(1)));
        assert!(seen["remarks"].to_string().contains("same_name"), "{seen}");
    }
);

on_both!(
    /// A namesake on an earlier row takes nobody's candidacy who is in the file as well.
    a_namesake_takes_nobodys_candidacy,
    |server: Server| async move {
        let world = World::new(&server).await;
        let own = own_row("Tenorio", CANARIES[3]);
        let namesake = own.replace(CANARIES[0], "TIBO800101MMCNRS05");
        for rows in [[&namesake, &own], [&own, &namesake]] {
            let seen = looked(&world, &file(&[rows[0], rows[1]])).await;
            let counts = &seen["counts"];
            assert_eq!((&counts["unchanged"], &counts["changed"]), (&json!(1), &json!(0)), "{seen}");
        }
    }
);

on_both!(
    /// What is edited meanwhile by hand was not seen by the dry run.
    an_edit_by_hand_makes_the_dry_run_stale,
    |server: Server| async move {
        let world = World::new(&server).await;
        let file = file(&[&own_row("Tenorio López", CANARIES[3])]);
        let seen = looked(&world, &file).await;
        let path = format!("/api/v1/admin/candidacies/{}/registration", world.candidacy);
        let mut edit = world.admin.get(&path).await.ok();
        edit["registration"]["nickname"] = json!("Mari");
        let body = json!({ "registration": edit["registration"], "reference": "Oficio 5" });
        let _ = world.admin.put(&path, 1, &body).await.ok();
        let answer = commit_for(&world, &seen, &file, "?reference=Oficio+6").await;
        answer.refused(412, "dry_run_outdated");
        assert_eq!(world.admin.get(&path).await.ok()["registration"]["second_surname"], "Tenorio");
    }
);

on_both!(
    /// What is public is corrected by hand, where its consequences are shown; its private data may come by file.
    what_is_published_is_left_to_an_edit_by_hand,
    |server: Server| async move {
        let world = World::new(&server).await;
        world.publish().await;
        let log = server.rows("publication_log").await;
        let public = file(&[&own_row("Tenorio López", CANARIES[3])]);
        let seen = looked(&world, &public).await;
        assert_eq!(errors(&seen), [cell("H2", "published")], "{seen}");
        let moved = own_row("Tenorio", CANARIES[3]).replace("Propietaria", "Suplente");
        let found = errors(&looked(&world, &file(&[&moved])).await);
        assert!(found.contains(&cell("E2", "fixed")), "{found:?}");
        let private = file(&[&own_row("Tenorio", "otro.correo@privado.example")]);
        let seen = looked(&world, &private).await;
        assert_eq!(errors(&seen), []);
        let _ = commit_for(&world, &seen, &private, "?reference=Oficio+7").await.ok();
        assert_eq!(server.rows("publication_log").await, log, "nothing public changed");
    }
);

on_both!(
    /// Headings are said once and kept; of two who say them at once the second is shown both.
    headings_are_kept_with_their_version,
    |server: Server| async move {
        let world = World::new(&server).await;
        let odd = HEADINGS.replace("PARTIDO", "QUIEN LA POSTULA").replace("NOMBRE", "DATO 6");
        let row = "Raíz y Rumbo,Diputación local MR,33,,Propietaria,Ana,Ríos,Peña,Mujer,41,,ana@rios.example,7221112233";
        let file = format!("{odd}\r\n{row}\r\n").into_bytes();
        let seen = looked(&world, &file).await;
        assert_eq!(seen["headings_version"], 0);
        assert_eq!(seen["columns"][0], json!({ "letter": "A", "heading": "QUIEN LA POSTULA", "field": null, "source": "unread" }));
        let missing: Vec<_> = seen["errors"].as_array().unwrap().iter().map(|it| it["field"].clone()).collect();
        assert_eq!(missing, ["actor", "given_names"]);
        let path = under(&world.election, "headings");
        let body = json!({ "headings": [
            { "heading": "QUIEN LA POSTULA", "field": "actor" },
            { "heading": "DATO 6", "field": "given_names" },
        ] });
        let kept = world.admin.put(&path, 0, &body).await.ok();
        assert_eq!(kept["version"], 1);
        let other = json!({ "headings": [{ "heading": "DATO 6", "field": null }] });
        let answer = world.admin.put(&path, 0, &other).await;
        let both: Value = answer.json();
        assert_eq!(both["current"]["version"], 1, "{both}");
        assert_eq!(both["submitted"], other);
        answer.refused(412, "stale");
        let seen = looked(&world, &file).await;
        assert_eq!(errors(&seen), [], "{seen}");
        assert_eq!(seen["columns"][0]["source"], "kept");
        // Another reading of the same file is another dry run.
        let again = json!({ "headings": [
            { "heading": "QUIEN LA POSTULA", "field": "actor" },
            { "heading": "DATO 6", "field": "given_names" },
            { "heading": "APELLIDO_MATERNO", "field": null },
        ] });
        let _ = world.admin.put(&path, 1, &again).await.ok();
        commit(&world, &seen, &file).await.refused(412, "dry_run_outdated");
        let twice = json!({ "headings": [
            { "heading": "A", "field": "curp" }, { "heading": "a", "field": "curp" }, { "heading": "  ", "field": null },
        ] });
        let answer = world.admin.put(&path, 2, &twice).await;
        assert_eq!(answer.pointers(), ["/headings/1/heading", "/headings/1/field", "/headings/2/heading"]);
        answer.refused(422, "invalid");
    }
);
