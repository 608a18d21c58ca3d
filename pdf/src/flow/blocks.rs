//! The blocks that only our documents have: the table of sections, the code, what is filled by hand.

use super::{Area, Flow, Ink, LEFT, RIGHT, SMALL, STRONG, Shape, Style, TEXT, leading, wrap};
use crate::Fact;
use crate::qr::Qr;
use crate::tree::{Part, Role};

/// A row of a table of sections.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The version.
    pub version: String,
    /// Its hashes, with what each is.
    pub hashes: Vec<(Style, String)>,
}

impl Flow<'_> {
    /// A table: names of columns, then rows whose first cell names them. `columns` are where each
    /// begins and how wide it is.
    pub fn table(&mut self, about: &str, columns: &[(f32, f32)], names: &[&str], rows: &[Row]) {
        let head: Vec<_> = columns
            .iter()
            .zip(names)
            .map(|(place, name)| (*place, STRONG, *name))
            .collect();
        let cells = self.beside(&head);
        self.rule();
        let head = cells
            .into_iter()
            .map(|it| Part::Group(Role::ColumnName, it))
            .collect();
        let body = rows.iter().map(|it| self.row(columns, it)).collect();
        self.parts.push(Part::Group(
            Role::Table(about.to_owned()),
            vec![
                Part::Group(Role::TableHead, vec![Part::Group(Role::Row, head)]),
                Part::Group(Role::TableBody, body),
            ],
        ));
        self.y += 4.0;
    }

    fn row(&mut self, columns: &[(f32, f32)], row: &Row) -> Part {
        // The hashes are the highest cell: four lines.
        let height = row.hashes.len() as f32 * leading(SMALL) + 10.0;
        self.need(height);
        let at = |index: usize| columns.get(index).copied().unwrap_or((LEFT, 0.0));
        let first = [
            (at(0), TEXT, row.name.as_str()),
            (at(1), TEXT, row.version.as_str()),
        ];
        let top = self.y;
        let mut cells = self.beside(&first).into_iter();
        let below = self.y;
        self.y = top;
        let hashes = row
            .hashes
            .iter()
            .flat_map(|(style, text)| self.lines(at(2), *style, text))
            .collect();
        self.y = self.y.max(below) + 3.0;
        self.rule();
        Part::Group(
            Role::Row,
            vec![
                Part::Group(Role::RowName, cells.next().unwrap_or_default()),
                Part::Group(Role::Cell, cells.next().unwrap_or_default()),
                Part::Group(Role::Cell, hashes),
            ],
        )
    }

    /// A QR code with what it opens, and facts beside it.
    pub fn code(&mut self, qr: Qr, shows: &str, address: &str, facts: &[Fact]) {
        const SIDE: f32 = 104.0;
        self.need(SIDE + 8.0);
        let top = self.y;
        let area = Area {
            width: SIDE,
            height: SIDE,
            ..self.here(LEFT, top)
        };
        let leaf = self.leaf();
        self.draw(Shape::Code(qr), area, Some(leaf));
        let role = Role::Figure(shows.to_owned(), area);
        self.parts.push(Part::Group(role, vec![Part::Leaf(leaf)]));
        let x = LEFT + SIDE + 16.0;
        self.facts(x, facts);
        self.link((x, RIGHT - x), address);
        self.y = self.y.max(top + SIDE + 8.0);
    }

    fn link(&mut self, (x, width): (f32, f32), address: &str) {
        let style = Style {
            ink: Ink::Accent,
            size: 9.0,
            ..TEXT
        };
        let mut leaves = Vec::new();
        for text in wrap(self.fonts, style, width, &self.fonts.legible(address)) {
            let area = Area {
                width: self.fonts.width(style.face, style.size, &text),
                height: leading(style),
                ..self.here(x, self.y + style.size)
            };
            let leaf = self.leaf();
            let shape = Shape::Link {
                text,
                style,
                address: address.to_owned(),
            };
            self.draw(shape, area, Some(leaf));
            self.y += leading(style);
            leaves.push(Part::Leaf(leaf));
        }
        let link = Part::Group(Role::Link, leaves);
        self.parts.push(Part::Group(Role::Paragraph, vec![link]));
    }

    /// Boxes to be marked by hand, each before its answer.
    pub fn boxes(&mut self, answers: &[&str]) {
        const SIDE: f32 = 10.0;
        self.need(leading(TEXT) + 4.0);
        let (top, mut x) = (self.y + 2.0, LEFT);
        let mut parts = Vec::new();
        for answer in answers {
            let area = Area {
                width: SIDE,
                height: SIDE,
                ..self.here(x, top + 0.8)
            };
            self.draw(Shape::Frame, area, None);
            self.y = top;
            parts.extend(self.lines((x + SIDE + 6.0, 150.0), TEXT, answer));
            x += 150.0;
        }
        self.parts.push(Part::Group(Role::Paragraph, parts));
        self.y += 2.0;
    }

    /// Lines to write on, each above what belongs there.
    pub fn blanks(&mut self, names: &[&str]) {
        self.need(70.0);
        self.y += 46.0;
        let (top, width) = (self.y, 225.0);
        for (index, name) in names.iter().enumerate() {
            let x = if index == 0 { LEFT } else { RIGHT - width };
            let area = Area {
                width,
                ..self.here(x, top)
            };
            self.draw(Shape::Rule, area, None);
            self.y = top + 3.0;
            let parts = self.lines((x, width), TEXT, name);
            self.parts.push(Part::Group(Role::Paragraph, parts));
        }
        self.y += 8.0;
    }
}
