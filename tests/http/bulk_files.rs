//! The sheet of bulk capture as people's programs give it back: read rightly, or refused by cell
//! with what to do.

use reqwest::Method;
use serde_json::Value;

use super::*;
use builders::World;
use conoceles_tests::Answer;
use conoceles_tests::sheets::{mac_roman, rows, twice_in_utf8, workbook};

const BULK: &str = "/api/v1/capture/bulk";

async fn dry_run(world: &World, file: &[u8]) -> Answer {
    let path = format!("{BULK}/dry-run");
    let operator = &world.operator;
    operator
        .send(Method::POST, &path, &[], Some(file.to_vec()))
        .await
}

/// A world whose candidacy may be captured.
async fn prepared(server: &Server) -> World {
    let world = World::new(server).await;
    let consent = builders::consent(&world.operator, &world.candidacy, "treatment", true);
    let _ = consent.await.ok();
    world
}

const MOTIVATION: &str = "Quiero que las niñas y los niños de la región tengan agua limpia mañana; \
    lo dirá cada comité en asamblea pública, con números claros, y cualquiera podrá revisarlo todo.";

fn table(world: &World) -> [Vec<&str>; 2] {
    [
        vec!["id_candidatura", "telefono_publico", "motivo_cargo_publico"],
        vec![world.candidacy.as_str(), "5512345678.0", MOTIVATION],
    ]
}

fn text(world: &World, sign: &str) -> String {
    table(world).map(|row| quoted(&row, sign)).join("\n")
}

/// A row as text, its cells in quotes.
fn quoted(row: &[&str], sign: &str) -> String {
    let cells: Vec<String> = row.iter().map(|it| format!("\"{it}\"")).collect();
    cells.join(sign)
}

fn codes(run: &Value, list: &str) -> Vec<(String, String)> {
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let found = run[list].as_array().unwrap().iter();
    found
        .map(|it| (text(&it["cell"]), text(&it["code"])))
        .collect()
}

on_both!(any_program_may_have_saved_it, |server: Server| async move {
    let world = prepared(&server).await;
    let text = |sign| text(&world, sign);
    let wide: Vec<u8> = text("\t")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let plain = dry_run(&world, text(",").as_bytes()).await.ok();
    assert_eq!(plain["sections_changed"], 2, "{plain}");
    assert!(codes(&plain, "errors").is_empty(), "{plain}");
    for (name, file) in [
        ("Mac Roman", mac_roman(&text(";"))),
        ("bars", text("|").into_bytes()),
        ("sep=", format!("sep=;\r\n{}", text(";")).into_bytes()),
        ("wide", wide),
        ("twice", twice_in_utf8(&text(",")).into_bytes()),
        (
            "workbook",
            workbook(&[
                ("Portada", rows(&[vec!["Portada"]], "")),
                ("Candidaturas", rows(&table(&world), "")),
            ]),
        ),
    ] {
        let run = dry_run(&world, &file).await.ok();
        assert_eq!(run["sections_changed"], 2, "{name}: {run}");
        assert!(codes(&run, "errors").is_empty(), "{name}: {run}");
        let mended =
            codes(&run, "remarks").contains(&("C2".to_owned(), "mended_letters".to_owned()));
        assert_eq!(mended, name == "twice", "{name}: {run}");
    }
});

on_both!(
    what_a_spreadsheet_made_of_an_answer_is_refused_by_its_cell,
    |server: Server| async move {
        let world = prepared(&server).await;
        for (cell, phone) in [
            ("B2", "5.51E+09"),
            ("B2", "#N/A"),
            ("B2", "VERDADERO"),
            ("B2", "NaN"),
        ] {
            let [header, row] = table(&world);
            let file = [header, vec![row[0], phone, row[2]]]
                .map(|row| quoted(&row, ","))
                .join("\n");
            let run = dry_run(&world, file.as_bytes()).await.ok();
            assert_eq!(
                codes(&run, "errors"),
                [(cell.to_owned(), "wrong_type".to_owned())],
                "{phone}"
            );
        }
        let [header, row] = table(&world);
        let more = vec!["TOTAL"];
        let note = vec!["", "", ""];
        let mut sheet = rows(
            &[header, row, more, note],
            "<row r=\"9\" hidden=\"1\"><c r=\"A9\" t=\"inlineStr\"><is><t>Fuente: el partido</t></is></c></row>",
        );
        sheet += "<mergeCells><mergeCell ref=\"B2:C2\"/></mergeCells>";
        let run = dry_run(&world, &workbook(&[("Candidaturas", sheet)]))
            .await
            .ok();
        assert_eq!(
            codes(&run, "errors"),
            [("C2".to_owned(), "merged_cells".to_owned())],
            "{run}"
        );
        let remarks = codes(&run, "remarks");
        for (cell, code) in [
            ("A3", "not_a_candidacy"),
            ("A9", "not_a_candidacy"),
            ("A9", "hidden_row"),
        ] {
            assert!(
                remarks.contains(&(cell.to_owned(), code.to_owned())),
                "{code}: {run}"
            );
        }
    }
);

on_both!(
    what_it_is_not_is_told_and_far_cells_are_named,
    |server: Server| async move {
        let world = prepared(&server).await;
        let page = dry_run(&world, b"<html><table><tr><td>id_candidatura").await;
        page.refused(415, "unsupported_media_type");
        assert!(
            page.text().contains("HTML") && page.text().contains("Guárdelo"),
            "{}",
            page.text()
        );
        let open = format!("{}\n\"abierta,1,2\n", text(&world, ","));
        let open = dry_run(&world, open.as_bytes()).await;
        open.refused(422, "invalid");
        assert!(open.text().contains("A3: "), "{}", open.text());
        let far = |cell: &str| {
            let more = format!("<row r=\"1048576\"><c r=\"XFD1048576\"{cell}</row>");
            let sheet = format!(
                "<dimension ref=\"A0:XFD1048576\"/>{}",
                rows(&table(&world), &more)
            );
            workbook(&[("Candidaturas", sheet)])
        };
        let run = dry_run(&world, &far(" t=\"inlineStr\"><is><t> </t></is></c>"))
            .await
            .ok();
        assert_eq!(run["sections_changed"], 2, "{run}");
        let refused = dry_run(&world, &far("><v>1</v></c>")).await;
        refused.refused(413, "too_large");
        assert!(
            refused.text().contains("Candidaturas!XFD1048576"),
            "{}",
            refused.text()
        );
    }
);
