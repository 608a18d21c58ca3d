//! The blocks that only our documents have: the table of sections, the code, what is filled by hand.

use super::{Column, Flow, Ink, STRONG, Shape, Style, TEXT, leading, wrap};
use crate::Fact;
use crate::page::{Area, LEFT, RIGHT, Strip};
use crate::qr::Qr;
use crate::tree::{Part, Role};

/// A row of a table of sections.
#[derive(Debug, Clone)]
pub struct Row {
    pub name: String,
    pub version: String,
    /// Its hashes, with what each is.
    pub hashes: Vec<(Style, String)>,
}

impl Flow<'_> {
    /// A table: names of columns, then rows whose first cell names them.
    pub fn table(&mut self, about: &str, columns: &[Strip; 3], names: [&str; 3], rows: &[Row]) {
        let [first, second, third] = *columns;
        let [label, version, hashes] = names;
        let head = self.beside([
            Column::of(first, STRONG, label),
            Column::of(second, STRONG, version),
            Column::of(third, STRONG, hashes),
        ]);
        self.rule();
        let head = head.map(|it| Part::Group(Role::ColumnName, it)).into();
        // More headers than data read as a table gone wrong: a row or two need no names of their own.
        let name = if rows.len() < 3 {
            Role::Cell
        } else {
            Role::RowName
        };
        let body = rows
            .iter()
            .map(|it| self.row(columns, it, name.clone()))
            .collect();
        self.parts.push(Part::Group(
            Role::Table(about.to_owned()),
            vec![
                Part::Group(Role::TableHead, vec![Part::Group(Role::Row, head)]),
                Part::Group(Role::TableBody, body),
            ],
        ));
        self.y += 4.0;
    }

    fn row(&mut self, columns: &[Strip; 3], row: &Row, first_cell: Role) -> Part {
        let [first, second, third] = *columns;
        let hashes = row.hashes.iter();
        let [name, version, hashes] = self.beside([
            Column::of(first, TEXT, &row.name),
            Column::of(second, TEXT, &row.version),
            Column {
                strip: third,
                texts: hashes
                    .map(|(style, text)| (*style, text.as_str()))
                    .collect(),
            },
        ]);
        self.y += 3.0;
        self.rule();
        Part::Group(
            Role::Row,
            vec![
                Part::Group(first_cell, name),
                Part::Group(Role::Cell, version),
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
        self.link(Strip::from(x), address);
        self.y = self.y.max(top + SIDE + 8.0);
    }

    /// An address that opens what it names.
    pub fn link(&mut self, strip: Strip, address: &str) {
        let style = Style {
            ink: Ink::Accent,
            size: 9.0,
            ..TEXT
        };
        let mut leaves = Vec::new();
        for text in wrap(self.fonts, style, strip.width, &self.fonts.legible(address)) {
            let area = Area {
                width: self.fonts.width(style.face, style.size, &text),
                height: leading(style),
                ..self.here(strip.x, self.y + style.size)
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
            let answer_strip = Strip {
                x: x + SIDE + 6.0,
                width: 150.0,
            };
            parts.extend(self.lines(answer_strip, TEXT, answer));
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
            let parts = self.lines(Strip { x, width }, TEXT, name);
            self.parts.push(Part::Group(Role::Paragraph, parts));
        }
        self.y += 8.0;
    }
}
