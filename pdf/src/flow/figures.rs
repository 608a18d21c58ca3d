//! Tables of figures: names of rows, and a few narrow columns beside them.

use super::{Column, Flow, STRONG, Style, TEXT};
use crate::page::{LEFT, Strip};
use crate::tree::{Part, Role};

/// How wide the names of rows are.
const NAME: f32 = 148.0;
/// How wide each column is, with the gap before it.
const WIDTH: f32 = 68.0;
const GAP: f32 = 8.0;
/// Names of rows and at most five columns.
const MOST: usize = 6;

const CELL: Style = Style { size: 8.5, ..TEXT };
const HEAD: Style = Style {
    size: 8.5,
    ..STRONG
};

impl Flow<'_> {
    /// A table of at most five columns beside the names of its rows.
    pub fn figures(
        &mut self,
        about: &str,
        row_label: &str,
        columns: &[&str],
        rows: &[(&str, Vec<&str>)],
    ) {
        let head = self.figure_row(HEAD, HEAD, row_label, columns);
        let head = head
            .into_iter()
            .map(|it| Part::Group(Role::ColumnName, it))
            .collect();
        // More headers than data read as a table gone wrong.
        let data = rows.len() * columns.len();
        let name = if data > columns.len() + rows.len() {
            Role::RowName
        } else {
            Role::Cell
        };
        let body = rows
            .iter()
            .map(|(label, cells)| {
                let mut parts = self.figure_row(CELL, CELL, label, cells).into_iter();
                let first = parts.next().map(|it| Part::Group(name.clone(), it));
                let cells = parts.map(|it| Part::Group(Role::Cell, it));
                Part::Group(Role::Row, first.into_iter().chain(cells).collect())
            })
            .collect();
        self.parts.push(Part::Group(
            Role::Table(about.to_owned()),
            vec![
                Part::Group(Role::TableHead, vec![Part::Group(Role::Row, head)]),
                Part::Group(Role::TableBody, body),
            ],
        ));
        self.y += 6.0;
    }

    fn figure_row(
        &mut self,
        name: Style,
        style: Style,
        label: &str,
        cells: &[&str],
    ) -> Vec<Vec<Part>> {
        let first = Column::of(
            Strip {
                x: LEFT,
                width: NAME,
            },
            name,
            label,
        );
        let mut x = LEFT + NAME + GAP;
        let mut rest = cells.iter().map(|text| {
            let strip = Strip {
                x,
                width: WIDTH - GAP,
            };
            x += WIDTH;
            Column::of(strip, style, text)
        });
        let mut first = Some(first);
        let columns: [Column<'_>; MOST] = std::array::from_fn(|_| {
            let next = first.take().or_else(|| rest.next());
            next.unwrap_or_else(Column::empty)
        });
        let parts = self.beside(columns);
        self.y += 2.0;
        self.rule();
        parts.into_iter().take(cells.len() + 1).collect()
    }
}
