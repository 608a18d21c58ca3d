//! The roll: a file of candidacies checked, then stored whole or not at all.

use reqwest::Method;
use serde_json::{Value, json};

use super::*;
use builders::{CANARIES, World};

pub const HEADINGS: &str = "PARTIDO,CARGO,DISTRITO_LOCAL,MUNICIPIO,CALIDAD,NOMBRE,APELLIDO_PATERNO,\
    APELLIDO_MATERNO,SEXO,EDAD,CURP,CORREO,TELEFONO";

pub fn under(election: &str, rest: &str) -> String {
    format!("/api/v1/admin/elections/{election}/roll/{rest}")
}

/// A file of these rows below the usual headings.
pub fn file(rows: &[&str]) -> Vec<u8> {
    let mut csv = format!("{HEADINGS}\r\n");
    for row in rows {
        csv.push_str(row);
        csv.push_str("\r\n");
    }
    csv.into_bytes()
}

pub async fn check(person: &Person, election: &str, file: &[u8]) -> conoceles_tests::Answer {
    person
        .send(
            Method::POST,
            &under(election, "dry-run"),
            &[],
            Some(file.to_vec()),
        )
        .await
}

pub async fn looked(world: &World, file: &[u8]) -> Value {
    check(&world.admin, &world.election, file).await.ok()
}

pub async fn commit(world: &World, looked: &Value, file: &[u8]) -> conoceles_tests::Answer {
    commit_for(world, looked, file, "").await
}

pub async fn commit_for(
    world: &World,
    looked: &Value,
    file: &[u8],
    query: &str,
) -> conoceles_tests::Answer {
    let tag = format!("\"{}\"", looked["hash"].as_str().unwrap());
    let headers = [("if-match", tag.as_str())];
    let path = format!("{}{query}", under(&world.election, "commit"));
    world
        .admin
        .send(Method::POST, &path, &headers, Some(file.to_vec()))
        .await
}

/// Cell and code of every error.
pub fn errors(looked: &Value) -> Vec<(String, String)> {
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let errors = looked["errors"].as_array().unwrap();
    errors
        .iter()
        .map(|it| (text(&it["cell"]), text(&it["code"])))
        .collect()
}

pub fn cell(cell: &str, code: &str) -> (String, String) {
    (cell.to_owned(), code.to_owned())
}

pub const GOOD: [&str; 2] = [
    "Raíz y Rumbo,Diputación local MR,33,,Propietaria,Ana Lilia,Ríos,Peña,Mujer,41,,ana@rios.example,7221112233",
    "COALICION RAIZ Y RUMBO,DIPUTACION LOCAL MR,Distrito 33,,Suplente,JOSÉ,NÚÑEZ,,Hombre,30,,jose@nunez.example,7221112244",
];

on_both!(
    /// What the dry run showed is registered in one step, with its lists, histories and audit.
    a_file_registers_everything_that_it_showed,
    |server: Server| async move {
        let world = World::new(&server).await;
        let file = file(&GOOD);
        let seen = looked(&world, &file).await;
        assert_eq!(errors(&seen), [], "{seen}");
        assert_eq!(
            seen["counts"],
            json!({ "rows": 2, "added": 2, "changed": 0, "unchanged": 0, "missing": 1, "errors": 0, "remarks": 0 })
        );
        assert_eq!(seen["columns"][2]["field"], "district");
        assert_eq!(seen["columns"][2]["source"], "guessed");
        assert_eq!(seen["missing"][0]["candidacy"], world.candidacy.as_str());
        assert!(seen["added"][0]["place"].as_str().unwrap().contains("Tecámac"));
        assert_eq!(server.rows("candidacies").await, 1, "nothing is written");
        let saved = commit(&world, &seen, &file).await.ok();
        assert_eq!(saved, json!({ "added": 2, "changed": 0 }));
        let path = format!("/api/v1/admin/elections/{}/candidacies?q=nunez", world.election);
        let list = world.admin.get(&path).await.ok();
        assert_eq!(list["total"], 1, "{list}");
        let one = &list["data"][0];
        assert_eq!(one["registration"]["role"], "alternate");
        assert_eq!(one["state"], "registered");
        let history = format!("/api/v1/admin/candidacies/{}/history", one["id"].as_str().unwrap());
        let history = world.admin.get(&history).await.ok();
        assert!(history.to_string().contains("registr"), "{history}");
        let found = server.number("SELECT COUNT(*) FROM audit WHERE action = 'roll.saved'").await;
        assert_eq!(found, 1);
        // The same file again changes nothing, and its old hash is of another time.
        commit(&world, &seen, &file).await.refused(412, "dry_run_outdated");
        let again = looked(&world, &file).await;
        assert_eq!(again["counts"]["unchanged"], 2, "{again}");
        assert_eq!(again["counts"]["added"], 0);
        let before = server.rows("audit").await;
        let _ = commit(&world, &again, &file).await.ok();
        assert_eq!(server.rows("audit").await, before, "nothing happened, nothing is told");
        assert_eq!(server.rows("candidacies").await, 3);
    }
);

on_both!(
    /// Every error at once, each at its cell, and nothing is written; what is private is on no answer.
    every_error_is_told_at_its_cell,
    |server: Server| async move {
        let world = World::new(&server).await;
        let wrong_curp = format!("{}9", &CANARIES[0][..17]);
        let rows = [
            "Partido de Nadie,Diputación local MR,33,,Propietaria,Ana,Ríos,,Mujer,41,,ana@rios.example,7221112233",
            "Raíz y Rumbo,Alcaldía,33,,Propietaria,Ana,Ríos,,Mujer,41,,ana@rios.example,7221112233",
            "Raíz y Rumbo,Diputación local MR,47,,Propietaria,Ana,Ríos,,Mujer,41,,ana@rios.example,7221112233",
            "Raíz y Rumbo,Presidencia municipal,,Toluca,Propietaria,Ana,Ríos,,Mujer,41,,ana@rios.example,7221112233",
            &format!("Raíz y Rumbo,Diputación local MR,33,,Propietaria,An\u{7}a,Rí?os,,Mujer,12,{wrong_curp},{},12345", CANARIES[3].replace('@', " en ")),
            "Raíz y Rumbo,Diputación local MR,33,,Quizá,,Ríos,,Otra,41 años,,ana@rios.example,7221112233",
        ];
        let file = file(&rows);
        let seen = looked(&world, &file).await;
        let found = errors(&seen);
        for wanted in [
            cell("A2", "unknown"),
            cell("B3", "unknown"),
            cell("C4", "unknown"),
            cell("D5", "unknown"),
            cell("F6", "forbidden_character"),
            cell("G6", "forbidden_character"),
            cell("J6", "out_of_range"),
            cell("K6", "check_digit"),
            cell("L6", "invalid_format"),
            cell("M6", "invalid_format"),
            cell("E7", "unknown"),
            cell("F7", "required"),
            cell("I7", "unknown"),
            cell("J7", "invalid_format"),
        ] {
            assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
        }
        assert!(seen["errors"][0]["detail"].as_str().unwrap().contains("«Partido de Nadie»"));
        // A row whose place was not understood is shown nowhere as if it had one.
        let added: Vec<_> = seen["added"].as_array().unwrap().iter().map(|it| it["row"].clone()).collect();
        assert_eq!((json!(added), &seen["counts"]["added"]), (json!([6]), &json!(1)));
        let told = seen.to_string();
        assert!(!told.contains(&wrong_curp) && !told.contains(CANARIES[3]), "{told}");
        let answer = commit(&world, &seen, &file).await;
        assert!(answer.pointers().contains(&"/K6".to_owned()));
        assert!(!answer.text().contains(&wrong_curp));
        answer.refused(422, "invalid");
        assert_eq!(server.rows("candidacies").await, 1);
        let listed = world
            .admin
            .send(Method::POST, &under(&world.election, "issues.csv"), &[], Some(file.clone()))
            .await;
        assert!(listed.header("content-type").starts_with("text/csv"));
        let text = listed.text();
        assert!(text.contains("error,6,K,K6,CURP"), "{text}");
        assert!(!text.contains(&wrong_curp));
        assert!(!server.log().contains(&wrong_curp));
    }
);

on_both!(
    /// Two rows of one person, two persons in one place, and a place that somebody has.
    one_place_is_one_persons,
    |server: Server| async move {
        let world = World::new(&server).await;
        let curp = CANARIES[0];
        let rows = [
            "Raíz y Rumbo,Diputación local MR,33,,Propietaria,Ana,Ríos,,Mujer,41,,ana@rios.example,7221112233",
            "Raíz y Rumbo,Diputación local MR,33,,Propietaria,Ana,Rios,,Mujer,41,,ana@rios.example,7221112233",
            "Raíz y Rumbo,Diputación local MR,33,,Propietaria,Eva,Luna,,Mujer,41,,eva@luna.example,7221112233",
            "Raíz y Rumbo,Presidencia municipal,,Tecámac,Propietaria,Otra,Persona,,Mujer,41,,otra@persona.example,7221112233",
            &format!("Raíz y Rumbo,Gubernatura,,,Propietaria,Rosa,Vera,,Mujer,41,{curp},rosa@vera.example,7221112233"),
            &format!("Raíz y Rumbo,Gubernatura,,,Propietaria,Irma,Sol,,Mujer,41,{curp},irma@sol.example,7221112233"),
        ];
        let seen = looked(&world, &file(&rows)).await;
        let found = errors(&seen);
        for wanted in [
            cell("F3", "duplicate"),
            cell("F4", "place_taken"),
            cell("F5", "place_taken"),
            cell("K7", "curp_of_another"),
        ] {
            assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
        }
        assert!(!found.contains(&cell("F2", "duplicate")));
        assert!(seen.to_string().contains("La fila 2"));
        assert!(!seen.to_string().contains(curp));
    }
);

on_both!(
    /// Whoever registers meanwhile makes the dry run of yesterday's; two who commit the same file register
    /// it once.
    two_administrators_register_a_file_once,
    |server: Server| async move {
        let world = World::new(&server).await;
        let file = file(&GOOD);
        let seen = looked(&world, &file).await;
        let mut body = builders::new_candidacy(&world.actor, "Zárate");
        body["registration"]["role"] = json!("alternate");
        body["private"]["curp"] = json!(null);
        let _ = builders::register(&world.admin, &world.election, &body).await;
        // Nothing that the file is about: the dry run holds.
        let (one, two) = tokio::join!(commit(&world, &seen, &file), commit(&world, &seen, &file));
        let mut statuses = [one.status.as_u16(), two.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 412], "{} {}", one.text(), two.text());
        assert_eq!(server.rows("candidacies").await, 4);
    }
);

on_both!(
    /// The grounds on which a file is not even looked at.
    what_is_no_file_of_candidacies_is_refused,
    |server: Server| async move {
        let world = World::new(&server).await;
        let nothing = "00000000-0000-7000-8000-000000000000";
        check(&world.admin, nothing, &file(&GOOD)).await.refused(404, "not_found");
        check(&world.operator, &world.election, &file(&GOOD)).await.refused(403, "forbidden");
        check(&world.admin, &world.election, b"%PDF-1.7").await.refused(415, "unsupported_media_type");
        check(&world.admin, &world.election, b"").await.refused(415, "unsupported_media_type");
        let path = under(&world.election, "commit");
        let answer = world.admin.send(Method::POST, &path, &[], Some(file(&GOOD))).await;
        answer.refused(428, "precondition_required");
        let seen = looked(&world, b"hola\r\n").await;
        assert_eq!(seen["errors"][0]["code"], "no_header");
        let seen = looked(&world, b"PARTIDO,CARGO,NOMBRE,SEXO\r\nX,Y,Z,Mujer\r\n").await;
        let codes: Vec<_> = seen["errors"].as_array().unwrap().iter().map(|it| &it["code"]).collect();
        assert!(codes.iter().all(|it| **it == "missing_column"), "{seen}");
        assert_eq!(seen["counts"]["rows"], 0);
        let seen = looked(&world, &file(&[])).await;
        assert_eq!(seen["errors"][0]["code"], "no_rows", "{seen}");
        let progress = world.admin.get(&under(&world.election, "progress")).await.ok();
        assert_eq!(progress["stage"], json!(null));
    }
);
