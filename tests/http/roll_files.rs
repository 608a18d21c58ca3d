//! Files of candidacies as other programs write them, and large ones.

use conoceles_tests::sheets;
use serde_json::{Value, json};

use super::roll::{GOOD, HEADINGS, cell, check, commit, errors, file, looked};
use super::*;
use builders::World;

/// The usual headings with these columns after them.
fn wider(more: &str, rows: &[&str]) -> Vec<u8> {
    let mut csv = format!("{HEADINGS},{more}\r\n");
    for row in rows {
        csv.push_str(row);
        csv.push_str("\r\n");
    }
    csv.into_bytes()
}

const ANA: &str = "Raíz y Rumbo,Diputación local MR,33,,Propietaria,Ana,Ríos,Peña,Mujer,,,ana@rios.example,7221112233";

on_both!(
    /// Letters of two encodings, formulas, dates, powers of ten, hidden characters, cells too many: each is
    /// told at its cell.
    what_programs_do_to_cells_is_told_by_cell,
    |server: Server| async move {
        let world = World::new(&server).await;
        let mut mixed = file(&[GOOD[0]]);
        let latin: Vec<u8> = GOOD[1].chars().map(|it| u8::try_from(u32::from(it)).unwrap()).collect();
        mixed.extend(latin);
        let seen = looked(&world, &mixed).await;
        let found = errors(&seen);
        assert!(found.contains(&cell("F3", "mixed_encoding")), "{seen}");
        assert!(found.contains(&cell("G3", "mixed_encoding")), "{seen}");
        let file = file(&[
            "Raíz y Rumbo,Diputación local MR,#N/A,,Propietaria,Ana,Ríos,Peña,Mujer,41,,ana@rios.example,7.22E+09",
            "Raíz y Rumbo,Diputación local MR,33,,Propietaria,An\u{200B}a,Luna,,Mujer,41,,ana@rios.example,7221112233",
            "Raíz y Rumbo,Diputación local MR,33,,Suplente,Eva,Vera,,Mujer,41,,eva@vera.example,7221112233,de más",
        ]);
        let seen = looked(&world, &file).await;
        assert_eq!(
            errors(&seen),
            [cell("C2", "wrong_type"), cell("M2", "wrong_type"), cell("N4", "extra_cell")],
            "{seen}"
        );
        let remarks = seen["remarks"].to_string();
        assert!(remarks.contains("F3") && remarks.contains("caracteres que no se ven"), "{remarks}");
        assert_eq!(server.rows("candidacies").await, 1);
    }
);

on_both!(
    /// A workbook: merged cells and formulas are errors of their cells, a date is a day, a title above and a
    /// total below are no candidacies.
    a_workbook_is_read_as_it_shows,
    |server: Server| async move {
        let world = World::new(&server).await;
        let headings: Vec<&str> = HEADINGS.split(',').chain(["FECHA_NACIMIENTO"]).collect();
        let ana: Vec<&str> = ANA.split(',').chain(["14/02/1984"]).collect();
        let more = "<row r=\"4\"><c r=\"A4\"><f>1+1</f><v>2</v></c>\
             <c r=\"B4\" t=\"inlineStr\"><is><t>Gubernatura</t></is></c>\
             <c r=\"E4\" t=\"inlineStr\"><is><t>Propietaria</t></is></c>\
             <c r=\"F4\" t=\"inlineStr\"><is><t>Eva</t></is></c>\
             <c r=\"I4\" t=\"inlineStr\"><is><t>Mujer</t></is></c>\
             <c r=\"J4\"><v>44</v></c>\
             <c r=\"L4\" t=\"inlineStr\"><is><t>eva@luna.example</t></is></c>\
             <c r=\"M4\"><v>7221112233</v></c></row>\
             <row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>Total: 2</t></is></c></row>";
        let rows = sheets::rows(&[vec!["Candidaturas registradas"], headings, ana], more);
        let merged = format!("{rows}<mergeCells><mergeCell ref=\"F4:G4\"/></mergeCells>");
        let book = sheets::workbook(&[("Padrón", merged), ("Notas", sheets::rows(&[vec!["x"]], ""))]);
        let seen = looked(&world, &book).await;
        assert_eq!(seen["sheet"], "Padrón");
        assert_eq!(errors(&seen), [cell("A4", "formula"), cell("G4", "merged_cells")], "{seen}");
        let remarks = seen["remarks"].to_string();
        assert!(remarks.contains("unread_sheet") && remarks.contains("not_a_candidacy"), "{remarks}");
        let headings: Vec<&str> = HEADINGS.split(',').chain(["FECHA_NACIMIENTO"]).collect();
        let ana: Vec<&str> = ANA.split(',').chain(["14/02/1984"]).collect();
        let book = sheets::workbook(&[("Padrón", sheets::rows(&[headings, ana], ""))]);
        let seen = looked(&world, &book).await;
        assert_eq!(errors(&seen), [], "{seen}");
        let _ = commit(&world, &seen, &book).await.ok();
        let path = format!("/api/v1/admin/elections/{}/candidacies?q=rios", world.election);
        let list = world.admin.get(&path).await.ok();
        let age = list["data"][0]["registration"]["age"].as_u64().unwrap();
        assert!((42..=46).contains(&age), "{list}");
    }
);

on_both!(
    /// A birth date as people write it is a day; what is none is an error that does not repeat it.
    days_are_read_as_people_write_them,
    |server: Server| async move {
        let world = World::new(&server).await;
        for written in ["14/02/1984", "1984-02-14", "14-feb-1984", "14 de febrero de 1984", "1984-02-14 00:00:00", "30726"] {
            let seen = looked(&world, &wider("FECHA_NACIMIENTO", &[&format!("{ANA},{written}")])).await;
            assert_eq!(errors(&seen), [], "{written} {seen}");
        }
        for written in ["02/14/1984", "14/02/84", "ayer", "1984"] {
            let seen = looked(&world, &wider("FECHA_NACIMIENTO", &[&format!("{ANA},{written}")])).await;
            assert_eq!(errors(&seen), [cell("N2", "invalid_format")], "{written} {seen}");
            assert!(!seen["errors"].to_string().contains(written) || written == "1984", "{seen}");
        }
    }
);

/// An election with as many districts and actors as so many candidacies take.
async fn large_world(server: &Server, districts: usize, actors: usize) -> (World, Vec<String>) {
    let mut world = World::new(server).await;
    let mut setup = builders::election_setup(&builders::election_day());
    setup["name"] = json!("Padrón grande");
    let territories = (1..=districts).map(|it| {
        json!({ "kind": "local_district", "code": it.to_string(), "name": format!("Distrito {it}") })
    });
    setup["territories"] = territories.collect();
    setup["offices"] = json!(["deputy_mr"]);
    let answer = world
        .admin
        .post("/api/v1/admin/elections", &setup)
        .await
        .ok();
    world.election = builders::id(&answer);
    let mut names = Vec::new();
    for at in 0..actors {
        let name = format!("Candidatura de prueba {at}");
        let _ = builders::actor(&world.admin, &world.election, "independent", &name, &[]).await;
        names.push(name);
    }
    (world, names)
}

/// So many rows, every place once.
fn large_file(actors: &[String], districts: usize) -> (Vec<u8>, usize) {
    let mut csv = format!("{HEADINGS}\r\n");
    let mut count = 0;
    for (at, actor) in actors.iter().enumerate() {
        for district in 1..=districts {
            for (role, sex) in [("Propietaria", "Mujer"), ("Suplente", "Hombre")] {
                count += 1;
                csv.push_str(&format!(
                    "{actor},Diputación local MR,{district},,{role},Nombre{count},Primero{at},Segundo{district},{sex},40,,persona{count}@ejemplo.example,7221{:06}\r\n",
                    count
                ));
            }
        }
    }
    (csv.into_bytes(), count)
}

async fn register_large(server: &Server, districts: usize, actors: usize) {
    let (world, names) = large_world(server, districts, actors).await;
    let (file, count) = large_file(&names, districts);
    let seen = looked(&world, &file).await;
    assert_eq!(seen["counts"]["added"], count, "{}", seen["errors"]);
    assert_eq!(seen["counts"]["errors"], 0);
    assert_eq!(
        seen["added"].as_array().unwrap().len(),
        200,
        "the first only"
    );
    let saved = commit(&world, &seen, &file).await.ok();
    assert_eq!(saved["added"], count);
    let again = check(&world.admin, &world.election, &file).await.ok();
    assert_eq!(again["counts"]["unchanged"], count, "{again}");
    let path = format!(
        "/api/v1/admin/elections/{}/candidacies?limit=1",
        world.election
    );
    assert_eq!(world.admin.get(&path).await.ok()["total"], count);
    let registered = server
        .number("SELECT COUNT(*) FROM audit WHERE action = 'candidacy.registered'")
        .await;
    assert_eq!(registered, i64::try_from(count).unwrap() + 1);
}

on_both!(
    /// A thousand rows are registered in one change, and an error in each is told in full by the file of them.
    a_thousand_rows_are_one_change,
    |server: Server| async move {
        register_large(&server, 25, 20).await;
    }
);

on_both!(
    #[ignore = "takes a minute unoptimised; run with --ignored ten_thousand"]
    /// Ten thousand rows are checked and registered with bounded memory.
    ten_thousand_rows_are_one_change,
    |server: Server| async move {
        register_large(&server, 100, 50).await;
        assert!(
            server.peak_memory() < 700_000,
            "{} kB",
            server.peak_memory()
        );
    }
);

on_both!(
    /// A drill is filled from a file as any election; an archive is not.
    a_drill_takes_a_file_and_an_archive_does_not,
    |server: Server| async move {
        let world = World::new(&server).await;
        let drill: Value = world.admin.get(&format!("/api/v1/admin/elections/{}", world.election)).await.ok();
        assert_eq!(drill["setup"]["drill"], true);
        let file = file(&GOOD);
        let seen = looked(&world, &file).await;
        let _ = commit(&world, &seen, &file).await.ok();
        server
            .change_database("UPDATE elections SET setup = REPLACE(setup, '\"archived\":false', '\"archived\":true')")
            .await;
        check(&world.admin, &world.election, &file).await.refused(409, "wrong_state");
    }
);
