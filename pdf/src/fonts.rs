//! The faces, which of them a text is set in, and how wide it is there.

use krilla::text::Font;
use ttf_parser::Face as Parsed;

use crate::PdfError;

/// Atkinson Hyperlegible, under the SIL Open Font License (`fonts/OFL-*.txt`).
const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");
const MONO: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleMono-Regular.ttf");

/// Noto Sans, for the letters that those have not (`pdf/fonts/README.md`).
const WIDE: &[u8] = include_bytes!("../fonts/NotoSans-Subset-Regular.ttf");
const WIDE_BOLD: &[u8] = include_bytes!("../fonts/NotoSans-Subset-Bold.ttf");

/// One of the faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// For text.
    Regular,
    /// For headings and labels.
    Bold,
    /// For hashes and codes.
    Mono,
}

/// A family's file, as it is drawn with and as it is measured.
struct Cut {
    font: Font,
    parsed: Parsed<'static>,
}

impl Cut {
    fn parse(bytes: &'static [u8]) -> Result<Self, PdfError> {
        let font = Font::new(bytes.into(), 0).ok_or_else(|| PdfError("a font".to_owned()))?;
        let parsed = Parsed::parse(bytes, 0).map_err(|error| PdfError(error.to_string()))?;
        Ok(Self { font, parsed })
    }

    fn has(&self, letter: char) -> bool {
        let glyph = self.parsed.glyph_index(letter);
        glyph.is_some_and(|glyph| glyph.0 != 0)
    }

    fn width(&self, size: f32, text: &str) -> f32 {
        let units: u32 = text
            .chars()
            .filter_map(|it| self.parsed.glyph_index(it))
            .filter_map(|it| self.parsed.glyph_hor_advance(it))
            .map(u32::from)
            .sum();
        // Widths of lines are far below what a float holds exactly.
        units as f32 * size / f32::from(self.parsed.units_per_em())
    }
}

/// A part of a text that is set in one font.
pub struct Run<'t> {
    /// The font to draw it with.
    pub font: Font,
    /// What is drawn.
    pub text: &'t str,
    /// How far the next one stands from it.
    pub width: f32,
}

/// The faces, read once for each document.
pub struct Fonts {
    regular: Cut,
    bold: Cut,
    mono: Cut,
    wide: Cut,
    wide_bold: Cut,
}

impl Fonts {
    /// The faces, taken from the files in the program.
    ///
    /// # Errors
    /// Never in practice: they are part of the program.
    pub fn parse() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Cut::parse(REGULAR)?,
            bold: Cut::parse(BOLD)?,
            mono: Cut::parse(MONO)?,
            wide: Cut::parse(WIDE)?,
            wide_bold: Cut::parse(WIDE_BOLD)?,
        })
    }

    /// The face itself, and what stands in for it.
    fn cuts(&self, face: Face) -> [&Cut; 2] {
        match face {
            Face::Regular => [&self.regular, &self.wide],
            Face::Bold => [&self.bold, &self.wide_bold],
            Face::Mono => [&self.mono, &self.wide],
        }
    }

    /// The parts of a text by the font that each is set in. A word with a letter that the face has
    /// not is set whole in the other one, and so is a word with accents of their own: only that one
    /// knows where they belong.
    pub fn runs<'t>(&self, face: Face, size: f32, text: &'t str) -> Vec<Run<'t>> {
        let [own, wide] = self.cuts(face);
        let mut parts: Vec<(usize, &Cut)> = Vec::new();
        let mut start = 0;
        for word in text.split_inclusive(' ') {
            let fits = |cut: &Cut| word.chars().all(|it| cut.has(it));
            if fits(own) && !word.chars().any(is_mark) {
                parts.push((start, own));
            } else if fits(wide) {
                parts.push((start, wide));
            } else {
                let letters = word.char_indices();
                parts.extend(letters.map(|(at, it)| {
                    let cut = if own.has(it) { own } else { wide };
                    (start + at, cut)
                }));
            }
            start += word.len();
        }
        parts.dedup_by(|next, last| std::ptr::eq(next.1, last.1));
        let ends = parts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
        let runs = parts.iter().zip(ends).map(|((from, cut), to)| {
            let text = text.get(*from..to).unwrap_or_default();
            Run {
                font: cut.font.clone(),
                text,
                width: cut.width(size, text),
            }
        });
        runs.collect()
    }

    /// How wide a text is at this size; kerning, which is left out, changes it a little.
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        self.runs(face, size, text).iter().map(|it| it.width).sum()
    }

    /// The text in letters that every face has, or what stands in for it: a document with any other
    /// would be refused. White space is one space, controls are left out, and what has no letter is
    /// spelled by its number, so that it can be looked up what it was.
    pub fn legible(&self, text: &str) -> String {
        let has = |it: char| {
            [Face::Regular, Face::Bold, Face::Mono]
                .iter()
                .all(|face| self.cuts(*face).iter().any(|cut| cut.has(it)))
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut out = String::with_capacity(text.len());
        for letter in words.join(" ").chars() {
            if has(letter) {
                out.push(letter);
            } else if !letter.is_control() {
                out.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
        }
        out
    }
}

/// An accent that stands by itself in the text and on the letter before it on paper.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}' | '\u{1DC0}'..='\u{1DFF}')
}

#[cfg(test)]
#[path = "fonts_tests.rs"]
mod fonts_tests;
