//! Blocks over pages: what stays together, and that nothing leaves its page.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

const COLUMNS: [Strip; 3] = [
    Strip {
        x: LEFT,
        width: 146.0,
    },
    Strip {
        x: LEFT + 156.0,
        width: 44.0,
    },
    Strip {
        x: LEFT + 206.0,
        width: 282.0,
    },
];

/// A row whose name has so many words.
fn row(words: usize) -> Row {
    Row {
        name: "palabra ".repeat(words),
        version: "3".to_owned(),
        hashes: vec![(SMALL, "Pública:".to_owned()), (EXACT, "a1".repeat(20))],
    }
}

/// The page of each leaf.
fn pages(flow: &Flow<'_>) -> BTreeMap<usize, usize> {
    let pages = flow.pages.iter().enumerate();
    pages
        .flat_map(|(page, shapes)| shapes.iter().map(move |it| (page, it)))
        .filter_map(|(page, it)| {
            assert_eq!(it.area.page, page);
            Some((it.leaf?, page))
        })
        .collect()
}

fn leaves(part: &Part) -> Vec<usize> {
    match part {
        Part::Leaf(leaf) => vec![*leaf],
        Part::Group(_, parts) => parts.iter().flat_map(leaves).collect(),
    }
}

/// The rows of the only table, each with its cells.
fn rows(flow: &Flow<'_>) -> Vec<Vec<Part>> {
    let Some(Part::Group(Role::Table(_), parts)) = flow.parts.first() else {
        panic!("no table");
    };
    let Some(Part::Group(Role::TableBody, rows)) = parts.last() else {
        panic!("no rows");
    };
    let cells = |row: &Part| match row {
        Part::Group(Role::Row, cells) => cells.clone(),
        other => panic!("{other:?}"),
    };
    rows.iter().map(cells).collect()
}

fn table<'a>(fonts: &'a Fonts, rows: &[Row]) -> Flow<'a> {
    let mut flow = Flow::new(fonts);
    flow.table(
        "Apartados",
        &COLUMNS,
        ["Apartado", "Versión", "Huellas"],
        rows,
    );
    stays_on_its_pages(&flow);
    flow
}

fn stays_on_its_pages(flow: &Flow<'_>) {
    for drawn in flow.pages.iter().flatten() {
        let Shape::Text { text, style } = &drawn.shape else {
            continue;
        };
        let right = drawn.area.x + flow.fonts.width(style.face, style.size, text.trim_end());
        assert!(right <= RIGHT + 0.1, "{text}");
        assert!(drawn.area.y > 40.0 && drawn.area.y < 740.0, "{text}");
    }
}

#[test]
fn long_documents_take_more_pages_and_stay_on_them() {
    let fonts = Fonts::parse().unwrap();
    let label = "Una etiqueta que no cabe en un renglón";
    let facts = vec![Fact::new(label, "palabra ".repeat(60)); 40];
    let mut flow = Flow::new(&fonts);
    flow.heading(1, "Título");
    flow.facts(LEFT, &facts);
    assert!(flow.pages.len() > 2);
    stays_on_its_pages(&flow);
}

#[test]
fn a_row_higher_than_its_hashes_stays_whole() {
    let fonts = Fonts::parse().unwrap();
    let wanted: Vec<_> = (5..45).map(row).collect();
    let flow = table(&fonts, &wanted);
    assert!(flow.pages.len() > 2, "{}", flow.pages.len());
    let pages = pages(&flow);
    for row in rows(&flow) {
        let on: BTreeSet<_> = row.iter().flat_map(leaves).map(|it| pages[&it]).collect();
        assert_eq!(on.len(), 1, "{row:?}");
    }
}

#[test]
fn a_row_higher_than_a_page_goes_on_and_the_next_stands_below_it() {
    let fonts = Fonts::parse().unwrap();
    let flow = table(&fonts, &[row(5), row(400), row(5)]);
    let pages = pages(&flow);
    let on = |cell: &Part| leaves(cell).iter().map(|it| pages[it]).collect::<Vec<_>>();
    let rows = rows(&flow);
    let name = on(&rows[1][0]);
    assert_eq!(name.first(), Some(&0));
    assert!(
        name.windows(2)
            .all(|it| it[1] == it[0] || it[1] == it[0] + 1)
    );
    assert!(name.last() >= Some(&1));
    // What stands beside its first line is on that line's page.
    assert_eq!([on(&rows[1][1]), on(&rows[1][2])], [vec![0], vec![0, 0]]);
    assert_eq!(on(&rows[2][0]).first(), name.last());
    assert_eq!(flow.pages.len(), name[name.len() - 1] + 1);
}

#[test]
fn no_table_has_more_headers_than_data() {
    let fonts = Fonts::parse().unwrap();
    for count in 1..8 {
        let wanted: Vec<_> = (0..count).map(|_| row(3)).collect();
        let cells = rows(&table(&fonts, &wanted)).concat();
        let data = cells
            .iter()
            .filter(|it| matches!(it, Part::Group(Role::Cell, _)))
            .count();
        assert!(COLUMNS.len() + cells.len() - data <= data, "{count} rows");
    }
}
