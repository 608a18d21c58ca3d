use super::*;

const LIMITS: Limits = Limits {
    rows: 1_000,
    columns: 50,
    expanded: 1_000_000,
    text: 1_000_000,
    old_workbooks: true,
};

fn cells(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let book = sheet(bytes, &LIMITS).unwrap();
    let rows = book.sheets.into_iter().flat_map(|it| it.rows);
    rows.map(|it| (it.number, it.cells.into_iter().map(|it| it.text).collect()))
        .collect()
}

fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
    (number, cells.iter().map(|it| (*it).to_owned()).collect())
}

#[test]
fn any_sign_and_any_line_end() {
    for sign in [",", ";", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
            let lines = [
                "CARGO_NOMBRE_EDAD",
                "Regiduría_\"PEÑA_ \nMARÍA\"_4",
                "",
                "x_, ; y_3",
            ];
            let text = lines.join("\u{1}").replace('\n', end).replace('_', sign);
            let text = text.replace('\u{1}', end).replace(", ; y", "a b");
            let inner = format!("PEÑA{sign} \nMARÍA");
            assert_eq!(
                cells(text.as_bytes()),
                [
                    row(1, &["CARGO", "NOMBRE", "EDAD"]),
                    row(2, &["Regiduría", &inner, "4"]),
                    row(4, &["x", "a b", "3"]),
                ],
                "{text:?}"
            );
        }
    }
}

#[test]
fn titles_and_texts_do_not_choose_the_sign() {
    let text =
        "Lista, con comas, del año, 2022\nA;B;C\nuno, dos, tres;x;y\nuno, dos, tres, cuatro;x;y\n";
    assert_eq!(
        cells(text.as_bytes())[2],
        row(3, &["uno, dos, tres", "x", "y"])
    );
}

#[test]
fn a_line_that_names_the_sign_is_no_row() {
    for text in [
        "sep=;\r\nA;B\r\n1;2",
        "\u{feff}SEP=;\nA;B\n1;2",
        "\"sep=;\"\nA;B\n1;2",
        "sep=;;;\nA;B\n1;2",
    ] {
        assert_eq!(
            cells(text.as_bytes()),
            [row(1, &["A", "B"]), row(2, &["1", "2"])],
            "{text:?}"
        );
    }
}

#[test]
fn quotes_that_do_not_close_are_named_and_swallow_nothing() {
    let text = "A,B,C\n1,\"abierto, 2\n3,\"bien\",4\n5,\"otra\n6,7,8\n";
    let troubles = sheet(text.as_bytes(), &LIMITS).unwrap_err();
    let places: Vec<_> = troubles
        .iter()
        .map(|it| it.cell.as_deref().unwrap())
        .collect();
    assert_eq!(places, ["B2", "B4"]);
    assert!(troubles[0].text.contains("comillas"));
}

#[test]
fn a_quote_that_the_next_quoted_cell_would_close_is_named_where_it_opens() {
    for text in [
        "A,B,C,D\n1,\"Ana,\"Av. Uno, 2\",4\n",
        "A,B,C,D\n1,\"Ana,x,y\n2,\"Eva, de\",3,4\n",
        "A;B;C;D\n1;\"Ana;\"Av. Uno; 2\";4\n",
    ] {
        let troubles = sheet(text.as_bytes(), &LIMITS).unwrap_err();
        assert_eq!(troubles[0].cell.as_deref(), Some("B2"), "{text}");
        assert!(
            troubles[0].text.contains("en la fila 2"),
            "{}",
            troubles[0].text
        );
    }
}

#[test]
fn a_zero_byte_is_told_with_its_line() {
    let troubles = sheet(b"A,B\n1,2\n3\0,4\n", &LIMITS).unwrap_err();
    assert!(
        troubles[0].text.contains("en su línea 3 un byte cero"),
        "{}",
        troubles[0].text
    );
}

#[test]
fn quotes_within_a_line_belong_to_the_text() {
    let text = "A,B\n\"El \"bueno\" de aquí, sí\",2\n\"dobles \"\"bien\"\"\" ,3\n5\" de tubo,4\n";
    assert_eq!(
        cells(text.as_bytes()),
        [
            row(1, &["A", "B"]),
            row(2, &["El \"bueno\" de aquí, sí", "2"]),
            row(3, &["dobles \"bien\"", "3"]),
            row(4, &["5\" de tubo", "4"]),
        ]
    );
}

#[test]
fn empty_cells_cost_nothing_and_far_ones_are_named() {
    let wide = format!("a{}\nb{}c\n", ",".repeat(100_000), ",".repeat(60));
    let troubles = sheet(wide.as_bytes(), &LIMITS).unwrap_err();
    assert_eq!(troubles[0].cell.as_deref(), Some("BI2"));
    let empty = format!("a,b\n1,2{}\n{}", ",".repeat(1_000), "\n".repeat(5_000));
    assert_eq!(cells(empty.as_bytes()).len(), 2);
}
