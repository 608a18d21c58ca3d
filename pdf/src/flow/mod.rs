//! Blocks one below the other, page after page, each with what it is.

mod blocks;
mod figures;

use crate::Fact;
use crate::fonts::{Face, Fonts};
use crate::page::{Area, BOTTOM, LEFT, RIGHT, Strip, TOP};
use crate::qr::Qr;
use crate::tree::{Part, Role};

pub use blocks::Row;

/// How wide the labels of facts are.
const LABEL: f32 = 128.0;

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub face: Face,
    /// In points.
    pub size: f32,
    pub ink: Ink,
}

/// A colour; each has at least 7:1 on white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Black,
    /// What matters less.
    Muted,
    /// Headings.
    Accent,
}

/// What is to be read.
pub const TEXT: Style = style(Face::Regular, 10.5, Ink::Black);
/// Labels.
pub const STRONG: Style = style(Face::Bold, 10.5, Ink::Black);
/// Explanations.
pub const SMALL: Style = style(Face::Regular, 9.0, Ink::Muted);
/// Hashes and codes.
pub const EXACT: Style = style(Face::Mono, 8.0, Ink::Black);
const TITLE: Style = style(Face::Bold, 19.0, Ink::Accent);
const HEADING: Style = style(Face::Bold, 12.5, Ink::Accent);
const SUBHEADING: Style = style(Face::Bold, 10.5, Ink::Black);

const fn style(face: Face, size: f32, ink: Ink) -> Style {
    Style { face, size, ink }
}

/// Something that is drawn. What has a leaf is read aloud; the rest is decoration.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A line of text with its baseline at `y`.
    Text { text: String, style: Style },
    /// The same, as a link to an address.
    Link {
        text: String,
        style: Style,
        address: String,
    },
    /// A QR code.
    Code(Qr),
    /// A horizontal line.
    Rule,
    /// An empty box.
    Frame,
}

/// A shape, where it is, and the leaf of the tree that it is.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub shape: Shape,
    /// Where; of a text, its baseline.
    pub area: Area,
    /// By its number in the tree of parts; none for decoration.
    pub leaf: Option<usize>,
}

/// A line of text, no wider than its place.
struct Line {
    style: Style,
    text: String,
}

/// What stands in one of several columns, one text below the other.
struct Column<'t> {
    strip: Strip,
    texts: Vec<(Style, &'t str)>,
}

impl<'t> Column<'t> {
    /// A column of one text.
    fn of(strip: Strip, style: Style, text: &'t str) -> Self {
        Self {
            strip,
            texts: vec![(style, text)],
        }
    }

    /// A column in which nothing stands.
    const fn empty() -> Self {
        Self {
            strip: Strip::WHOLE,
            texts: Vec::new(),
        }
    }
}

/// A document while blocks are added to it, one below the other.
pub struct Flow<'a> {
    pub fonts: &'a Fonts,
    /// What is drawn on each, in order.
    pub pages: Vec<Vec<Drawn>>,
    /// What it all is, for the tags.
    pub parts: Vec<Part>,
    /// The headings with their places, for the outline.
    pub headings: Vec<(String, Area)>,
    /// How many leaves the parts have so far.
    pub leaves: usize,
    /// The page that is written on, from 0.
    page: usize,
    y: f32,
}

impl<'a> Flow<'a> {
    /// An empty first page.
    pub fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            pages: vec![Vec::new()],
            parts: Vec::new(),
            headings: Vec::new(),
            leaves: 0,
            page: 0,
            y: TOP,
        }
    }

    /// Leaves `height` free.
    pub fn skip(&mut self, height: f32) {
        self.y += height;
    }

    /// Goes to the next page, whatever there is room for on this one.
    pub fn next_page(&mut self) {
        self.need(f32::INFINITY);
    }

    /// Goes to the next page where `height` does not fit on this one.
    pub fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.page += 1;
            self.y = TOP;
            if self.page == self.pages.len() {
                self.pages.push(Vec::new());
            }
        }
    }

    fn here(&self, x: f32, y: f32) -> Area {
        Area {
            page: self.page,
            x,
            y,
            width: 0.0,
            height: 0.0,
        }
    }

    fn draw(&mut self, shape: Shape, area: Area, leaf: Option<usize>) {
        if let Some(page) = self.pages.get_mut(self.page) {
            page.push(Drawn { shape, area, leaf });
        }
    }

    fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    /// A text in lines within a strip.
    fn lines(&mut self, strip: Strip, style: Style, text: &str) -> Vec<Part> {
        let lines = self.wrapped(strip.width, style, text);
        self.put(strip.x, lines)
    }

    fn wrapped(&self, width: f32, style: Style, text: &str) -> Vec<Line> {
        let lines = wrap(self.fonts, style, width, &self.fonts.legible(text));
        lines.into_iter().map(|text| Line { style, text }).collect()
    }

    /// Lines one below the other, on as many pages as they take.
    fn put(&mut self, x: f32, lines: Vec<Line>) -> Vec<Part> {
        let put = |Line { style, text }| {
            self.need(leading(style));
            let area = self.here(x, self.y + style.size);
            let leaf = self.leaf();
            self.draw(Shape::Text { text, style }, area, Some(leaf));
            self.y += leading(style);
            Part::Leaf(leaf)
        };
        lines.into_iter().map(put).collect()
    }

    /// A heading of this level, kept together with what follows.
    pub fn heading(&mut self, level: u16, text: &str) {
        let (style, above, below) = match level {
            1 => (TITLE, 4.0, 8.0),
            2 => (HEADING, 14.0, 5.0),
            _ => (SUBHEADING, 9.0, 1.0),
        };
        self.need(above + leading(style) + 60.0);
        self.y += above;
        let place = self.here(LEFT, self.y);
        let parts = self.lines(Strip::WHOLE, style, text);
        self.headings.push((text.to_owned(), place));
        let role = Role::Heading(level, text.to_owned());
        self.parts.push(Part::Group(role, parts));
        self.y += below;
    }

    /// A paragraph over the whole width, with a gap below it.
    pub fn paragraph(&mut self, style: Style, text: &str) {
        let parts = self.lines(Strip::WHOLE, style, text);
        self.parts.push(Part::Group(Role::Paragraph, parts));
        self.y += 5.0;
    }

    /// Labels with their values beside them, from `x` on.
    pub fn facts(&mut self, x: f32, facts: &[Fact]) {
        let items = facts.iter().map(|it| self.fact(x, it)).collect();
        self.parts.push(Part::Group(Role::List, items));
        self.y += 4.0;
    }

    fn fact(&mut self, x: f32, fact: &Fact) -> Part {
        let style = if fact.exact { EXACT } else { TEXT };
        let [label, value] = self.beside([
            Column::of(Strip { x, width: LABEL }, STRONG, &fact.label),
            Column::of(Strip::from(x + LABEL + 8.0), style, &fact.value),
        ]);
        self.y += 2.5;
        Part::Group(
            Role::Item,
            vec![
                Part::Group(Role::Label, label),
                Part::Group(Role::Value, value),
            ],
        )
    }

    /// Columns beside one another, all on one page; what follows begins below the longest. Where that
    /// is longer than a page they begin here, and each goes on over the pages that it takes.
    fn beside<const N: usize>(&mut self, columns: [Column<'_>; N]) -> [Vec<Part>; N] {
        let columns = columns.map(|Column { strip, texts }| {
            let texts = texts.into_iter();
            let lines = texts.flat_map(|(style, text)| self.wrapped(strip.width, style, text));
            (strip.x, lines.collect::<Vec<_>>())
        });
        let height = |lines: &[Line]| lines.iter().map(|it| leading(it.style)).sum();
        let highest = columns
            .iter()
            .map(|(_, lines)| height(lines))
            .fold(0.0, f32::max);
        if highest <= BOTTOM - TOP {
            // A hair more, because line by line the sum may differ in its last digits.
            self.need(highest + 0.01);
        }
        let begin = (self.page, self.y);
        let mut end = begin;
        let cells = columns.map(|(x, lines)| {
            (self.page, self.y) = begin;
            let cell = self.put(x, lines);
            if (self.page, self.y) > end {
                end = (self.page, self.y);
            }
            cell
        });
        (self.page, self.y) = end;
        cells
    }

    fn rule(&mut self) {
        let area = Area {
            width: RIGHT - LEFT,
            ..self.here(LEFT, self.y)
        };
        self.draw(Shape::Rule, area, None);
        self.y += 4.0;
    }
}

fn leading(style: Style) -> f32 {
    style.size * 1.32
}

/// Lines no wider than `width`, each but the last with the space that it ends with. A word that is
/// wider is broken where it must be.
fn wrap(fonts: &Fonts, style: Style, width: f32, text: &str) -> Vec<String> {
    let fits = |line: &str| fonts.width(style.face, style.size, line) <= width;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(format!("{line} "));
        }
        line = String::new();
        for letter in word.chars() {
            if !line.is_empty() && !fits(&format!("{line}{letter}")) {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod flow_tests;
