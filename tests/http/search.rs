//! People find whom they look for, by name and by place, in the API as on the page.

use serde_json::Value;

use super::*;
use builders::public_answer;

const HEADER: &str = "PARTIDO_COALICION,CARGO,ENTIDAD,DISTRITO LOCAL,CIRCUNSCRIPCION,MUNICIPIO,\
    NUM_LISTA_O_FORMULA,NOMBRE_CANDIDATO,TIPO_CANDIDATO,EDAD,SEXO,DIRECCION_CASA_CAMPAÑA,TELEFONO,\
    CORREO_ELECTRONICO,PAGINA_WEB,REDES,ESCOLARIDAD,ESTATUS_ESCOLARIDAD,CURSOS,HISTORIA_PROFESIONAL,\
    TRAYECTORIA_POLITICA,MOTIVO_CARGO_PUBLICO,PROPUESTA_1,PROPUESTA_2,PROPUESTA_GENERO";

/// A row of an archive: office, district, municipality, name.
type ArchiveRow<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Publishes invented candidacies of the Estado de México as an archive, at one stroke.
async fn publish_archive(server: &Server, election: &str, rows: &[ArchiveRow<'_>]) {
    let mut text = HEADER.to_owned();
    for (at, (office, district, municipality, name)) in rows.iter().enumerate() {
        text.push_str(&format!(
            "\nPARTIDO EJEMPLO {at},{office},MÉXICO,{district},No aplica,{municipality},{},{name},\
             PROPIETARIA,{},MUJER,\"Av. Ejemplo 1, Col. Centro\",5510000000,uno@ejemplo.example,\
             No proporcionó,https://facebook.com/ejemplo,Licenciatura,Título,Sin cursos,\
             Trabajé.,Participé.,Quiero servir.,Agua.,Caminos.,Cuidados.",
            at + 1,
            30 + at,
        ));
    }
    let folder = std::env::temp_dir().join("conoceles-archives");
    std::fs::create_dir_all(&folder).unwrap();
    let port = server.base.rsplit(':').next().unwrap();
    let file = folder.join(format!("archivo-{port}.csv"));
    std::fs::write(&file, text).unwrap();
    let arguments = [
        "import",
        "ine",
        file.to_str().unwrap(),
        "--election",
        election,
    ];
    let (code, out, err) = server.command(&arguments).await;
    assert_eq!(code, 0, "{out}{err}");
    let _ = public_answer(server, "/api/v1/elections", |it| {
        it.text().contains(election)
    })
    .await;
}

/// The names of an answer, in its order.
fn names(answer: &Value) -> Vec<&str> {
    let data = answer["data"].as_array().unwrap();
    data.iter().map(|it| it["name"].as_str().unwrap()).collect()
}

fn deputies<'a>(names: &[&'a str]) -> Vec<ArchiveRow<'a>> {
    let row = |name: &&'a str| ("DIPUTACIÓN LOCAL MR", "2-TOLUCA", "No aplica", *name);
    names.iter().map(row).collect()
}

/// What the list and the page of a search show, by name.
async fn found(reader: &Person, q: &str) -> Vec<String> {
    let q = conoceles_shared::api::query::encode(q);
    let list = reader.get(&format!("/api/v1/candidacies?q={q}")).await.ok();
    let page = reader.get(&format!("/candidaturas?election=&q={q}")).await;
    assert_eq!(page.status, 200);
    let names: Vec<String> = names(&list).into_iter().map(ToOwned::to_owned).collect();
    let (text, mut from) = (page.text(), 0);
    for name in &names {
        let escaped = name.replace('\'', "&#x27;");
        let at = [name, &escaped].into_iter().find_map(|it| {
            let html = text.split("id=\"page-data\"").next()?;
            html.get(from..)?
                .find(&format!(">{it}<"))
                .map(|at| at + from)
        });
        from = at.unwrap_or_else(|| panic!("{q}: {name} is not on the page, in this order"));
    }
    names
}

on_both!(
    /// Exact, folded and near spellings are one answer, the closest first.
    nobody_is_hidden_by_another_spelling,
    |server: Server| async move {
        publish_archive(&server, "Diputaciones 2021", &deputies(&[
            "Luz Penagos Ruiz", "Ana Peña Soto", "Eva Pena Mora", "Sol Canasta Lara", "Rita Cañas Vega",
            "Ivonne Nunez Cruz", "Olga Núñez Díaz", "Elba Gonzales Paz", "Irma González Rey",
            "Ma. del Carmen Salas", "María del Carmen Tovar", "J. Guadalupe Uribe", "Itzel Ikꞌal May",
            "Patricia O’Farrill Gámez", "Rosa McGregor Chi", "Nora Saint-Charles Pech", "Inés D'Amico León",
        ])).await;
        let reader = Person::anonymous(&server);
        for (q, expected) in [
            ("pena", &["Eva Pena Mora", "Ana Peña Soto", "Luz Penagos Ruiz"][..]),
            ("canas", &["Rita Cañas Vega", "Sol Canasta Lara"]),
            ("nunez", &["Ivonne Nunez Cruz", "Olga Núñez Díaz"]),
            ("gonzales", &["Elba Gonzales Paz", "Irma González Rey"]),
            ("PEÑA SOTO, ANA", &["Ana Peña Soto"]),
            ("jose guadalupe", &["J. Guadalupe Uribe"]),
            ("ik'al", &["Itzel Ikꞌal May"]),
            ("ikal", &["Itzel Ikꞌal May"]),
            ("o´farrill", &["Patricia O’Farrill Gámez"]),
            ("o farrill", &["Patricia O’Farrill Gámez"]),
            ("mc gregor", &["Rosa McGregor Chi"]),
            ("macgregor", &["Rosa McGregor Chi"]),
            ("saintcharles", &["Nora Saint-Charles Pech"]),
            ("saint\u{2011}charles", &["Nora Saint-Charles Pech"]),
            ("d’amico", &["Inés D'Amico León"]),
        ] {
            assert_eq!(found(&reader, q).await, expected, "{q}");
        }
        for q in ["maria del carmen", "ma. del carmen", "Mª del Carmen"] {
            let mut both = found(&reader, q).await;
            both.sort();
            assert_eq!(both, ["Ma. del Carmen Salas", "María del Carmen Tovar"], "{q}");
        }
        assert!(found(&reader, "zzz").await.is_empty());
        let mut pages = Vec::new();
        let mut next = String::new();
        loop {
            let path = format!("/api/v1/candidacies?q=pena&limit=1{next}");
            let list = reader.get(&path).await.ok();
            pages.extend(names(&list).into_iter().map(ToOwned::to_owned));
            let Some(cursor) = list["meta"]["next_cursor"].as_str() else { break };
            next = format!("&cursor={cursor}");
        }
        assert_eq!(pages, found(&reader, "pena").await);
    }
);

on_both!(
    /// A search without a word is told so; it never finds everybody.
    a_search_without_a_word_finds_nobody,
    |server: Server| async move {
        publish_archive(&server, "Diputaciones 2021", &deputies(&["Ana Peña Soto", "Olga Ríos Vega"])).await;
        let reader = Person::anonymous(&server);
        for q in [".", "%20", "%CC%81", "'%27%C2%B4", "%E2%80%A6", "%F0%9F%98%80", "%00"] {
            let answer = reader.get(&format!("/api/v1/candidacies?q={q}")).await;
            answer.refused(400, "invalid_query");
            assert_eq!(answer.json()["errors"][0]["code"], "no_word", "{q}");
            let page = reader.get(&format!("/candidaturas?q={q}")).await;
            assert_eq!(page.status, 200, "{q}");
            let text = page.text();
            assert!(text.contains("no tiene letras ni números") && !text.contains("Ana Peña"), "{q}");
        }
        assert!(found(&reader, "o").await.is_empty());
        assert!(found(&reader, &"ana ".repeat(50)).await.len() == 1);
        let long = format!("/api/v1/candidacies?q={}", "a".repeat(8000));
        reader.get(&long).await.refused(400, "invalid_query");
        reader.get(&format!("/api/v1/candidacies?q={}", "%C3%B1".repeat(201))).await.refused(400, "invalid_query");
        assert_eq!(reader.get(&format!("/api/v1/candidacies?q={}", "%C3%B1".repeat(200))).await.status, 200);
    }
);

on_both!(
    /// The first page's searches look at all that is published: a municipality leads to every office
    /// that is known to be voted there, a name to whichever election it stands in.
    the_first_page_finds_people_in_every_election,
    |server: Server| async move {
        publish_archive(&server, "Gubernatura 2023", &[
            ("GUBERNATURA", "No aplica", "No aplica", "Delia Rosales Inca"),
        ]).await;
        publish_archive(&server, "Diputaciones y ayuntamientos 2024", &[
            ("DIPUTACIÓN LOCAL MR", "2-TOLUCA", "No aplica", "Ana Ruiz Mora"),
            ("DIPUTACIÓN LOCAL MR", "33-TECÁMAC", "No aplica", "Eva Lara Soto"),
            ("PRESIDENCIA MUNICIPAL", "No aplica", "TOLUCA", "Sol Vega Cruz"),
            ("PRESIDENCIA MUNICIPAL", "No aplica", "LERMA", "Luz Paz Mora"),
        ]).await;
        let reader = Person::anonymous(&server);
        let list = reader.get("/api/v1/candidacies?ballot=15106").await.ok();
        assert_eq!(names(&list), ["Ana Ruiz Mora", "Sol Vega Cruz", "Delia Rosales Inca"]);
        reader.get("/api/v1/candidacies?ballot=toluca").await.refused(400, "invalid_query");
        let page = reader.get("/candidaturas?election=&ballot=15106").await.text();
        for shown in ["Lo que se vota en Toluca", "Ana Ruiz Mora", "Sol Vega Cruz", "Delia Rosales Inca"] {
            assert!(page.contains(shown), "{shown}");
        }
        assert!(!page.contains("Luz Paz Mora</a>"));
        let home = reader.get("/").await.text();
        let html = home.split("id=\"page-data\"").next().unwrap();
        assert!(html.contains("name=\"ballot\"") && html.contains("<option value=\"15106\">Toluca</option>"));
        // The state votes in every one of its municipalities.
        assert!(html.contains("<option value=\"15125\">"));
        assert_eq!(found(&reader, "rosales").await, ["Delia Rosales Inca"]);

        // The portal is about the last election that is past, since none is to come.
        let elections = reader.get("/api/v1/elections").await.ok();
        let current = elections["data"].as_array().unwrap().iter().filter(|it| it["current"] == true);
        let current: Vec<_> = current.map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(current, ["Diputaciones y ayuntamientos 2024"]);
        assert!(!reader.get("/candidaturas").await.text().contains("Delia Rosales Inca</a>"));
    }
);

on_both!(
    /// A drill is never what the portal is about while there is a real election, and one whose
    /// publication has ended is an archive.
    a_drill_gives_way_and_the_past_becomes_an_archive,
    |server: Server| async move {
        let world = builders::World::new(&server).await;
        let of = |answer: &conoceles_tests::Answer, name: &str, key: &str| {
            let all = answer.json()["data"].as_array().unwrap().clone();
            all.iter().find(|it| it["name"] == name).map(|it| it[key].clone())
        };
        let elections = "/api/v1/elections";
        let drill = "Ayuntamientos de prueba";
        let _ = public_answer(&server, elections, |it| of(it, drill, "current") == Some(true.into())).await;
        publish_archive(&server, "Diputaciones 2021", &deputies(&["Ana Peña Soto"])).await;
        let both = public_answer(&server, elections, |it| of(it, drill, "current") == Some(false.into())).await;
        assert_eq!(of(&both, "Diputaciones 2021", "current"), Some(true.into()));
        assert_eq!(of(&both, drill, "archived"), Some(false.into()));
        let page = Person::anonymous(&server).get("/").await.text();
        assert!(!page.contains("class=\"drill\""));
        server.advance_days(200);
        let _ = public_answer(&server, elections, |it| of(it, drill, "archived") == Some(true.into())).await;
        drop(world);
    }
);

on_both!(
    /// A search in one election says who has such a name in the others, with the way there.
    who_stands_in_another_election_is_told,
    |server: Server| async move {
        publish_archive(&server, "Gubernatura 2023", &[
            ("GUBERNATURA", "No aplica", "No aplica", "Ramiro Castillo Inca"),
        ]).await;
        publish_archive(&server, "Diputaciones 2024", &deputies(&["Ana Ruiz Mora"])).await;
        let reader = Person::anonymous(&server);
        // As the list's own form sends it: the current election is chosen.
        let elections = reader.get("/api/v1/elections").await.ok();
        let mut all = elections["data"].as_array().unwrap().iter();
        let current = all.find(|it| it["current"] == true).unwrap();
        let query = format!("election={}&q=ramiro+castillo", current["id"].as_str().unwrap());
        let list = reader.get(&format!("/api/v1/candidacies?{query}")).await.ok();
        assert_eq!((&list["meta"]["total"], &list["meta"]["elsewhere"]), (&0.into(), &1.into()));
        let page = reader.get(&format!("/candidaturas?{query}")).await.text();
        let html = page.split("id=\"page-data\"").next().unwrap();
        assert!(html.contains("1 candidatura con un nombre así en otra elección"));
        let from = html.find("/candidaturas?election=&").expect("the way to all elections");
        let way: String = html[from..].chars().take_while(|it| *it != '"').collect();
        let there = reader.get(&way.replace("&amp;", "&")).await.text();
        assert!(there.contains(">Ramiro Castillo Inca<"));
        let everywhere = reader.get("/api/v1/candidacies?q=ramiro").await.ok();
        assert!(everywhere["meta"].get("elsewhere").is_none());
        let long = reader.get(&format!("/candidaturas?election=&q={}", "a".repeat(201))).await.text();
        assert!(long.contains("La búsqueda toma hasta 200 caracteres"));
    }
);
