//! The three faces, and how wide text is in them.

use krilla::text::Font;
use ttf_parser::Face as Parsed;

use crate::PdfError;

/// Atkinson Hyperlegible, under the SIL Open Font License (`fonts/OFL-*.txt`).
const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");
const MONO: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleMono-Regular.ttf");

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

/// The faces, read once for each document.
pub struct Fonts {
    regular: (Font, Parsed<'static>),
    bold: (Font, Parsed<'static>),
    mono: (Font, Parsed<'static>),
}

impl Fonts {
    /// The faces, taken from the files in the program.
    ///
    /// # Errors
    /// Never in practice: they are part of the program.
    pub fn parse() -> Result<Self, PdfError> {
        Ok(Self {
            regular: parse_font(REGULAR)?,
            bold: parse_font(BOLD)?,
            mono: parse_font(MONO)?,
        })
    }

    fn face(&self, face: Face) -> &(Font, Parsed<'static>) {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Mono => &self.mono,
        }
    }

    /// The font to draw with.
    pub fn font(&self, face: Face) -> Font {
        self.face(face).0.clone()
    }

    /// How wide a text is at this size; kerning, which is left out, changes it a little.
    pub fn width(&self, face: Face, size: f32, text: &str) -> f32 {
        let parsed = &self.face(face).1;
        let units: u32 = text
            .chars()
            .filter_map(|it| parsed.glyph_index(it))
            .filter_map(|it| parsed.glyph_hor_advance(it))
            .map(u32::from)
            .sum();
        // Widths of lines are far below what a float holds exactly.
        units as f32 * size / f32::from(parsed.units_per_em())
    }

    /// The text in letters that all three faces have: a document with any other would be refused.
    /// White space is one space; what has no letter is `?`, so that it is seen that one is missing.
    pub fn legible(&self, text: &str) -> String {
        let has = |it: char| {
            [&self.regular, &self.bold, &self.mono]
                .iter()
                .all(|face| face.1.glyph_index(it).is_some_and(|glyph| glyph.0 != 0))
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        words
            .join(" ")
            .chars()
            .map(|it| if has(it) { it } else { '?' })
            .collect()
    }
}

fn parse_font(bytes: &'static [u8]) -> Result<(Font, Parsed<'static>), PdfError> {
    let font = Font::new(bytes.into(), 0).ok_or_else(|| PdfError("a font".to_owned()))?;
    let parsed = Parsed::parse(bytes, 0).map_err(|error| PdfError(error.to_string()))?;
    Ok((font, parsed))
}
