//! What the pages of a PDF of ours show, letter by letter: the texts of its drawing, read by what its fonts
//! say that their glyphs are.

use std::collections::BTreeMap;
use std::io::Read as _;

type Glyphs = BTreeMap<u16, String>;

/// The texts that a document draws, in their order; one is a line of a cell, a heading or a paragraph, or a
/// part of it.
///
/// # Panics
/// Where the document is not as ours are.
#[must_use]
pub fn texts_of_pdf(pdf: &[u8]) -> Vec<String> {
    let objects = objects_of(pdf);
    let pages = objects
        .values()
        .find(|it| says(it, "/Kids"))
        .expect("a list of pages");
    let mut texts = Vec::new();
    for page in references_after(pages, "/Kids") {
        let page = objects[&page];
        let own = references_after(page, "/Resources");
        let resources = own.first().map_or(page, |it| objects[it]);
        let fonts = named_references(resources, "/Font");
        let fonts: BTreeMap<String, Glyphs> = fonts
            .into_iter()
            .map(|(name, font)| {
                let map = references_after(objects[&font], "/ToUnicode")[0];
                (name, glyphs_of(&stream_of(objects[&map])))
            })
            .collect();
        for content in references_after(page, "/Contents") {
            texts.extend(drawn_texts(&stream_of(objects[&content]), &fonts));
        }
    }
    texts
}

/// The objects of a document by their number.
fn objects_of(pdf: &[u8]) -> BTreeMap<u32, &[u8]> {
    let mut found = BTreeMap::new();
    let mut from = 0;
    while let Some(at) = place(pdf, from, b" 0 obj") {
        let digits = pdf[..at].iter().rev().take_while(|it| it.is_ascii_digit());
        let digits = digits.count();
        let end = place(pdf, at, b"endobj").unwrap_or(pdf.len());
        let number = String::from_utf8_lossy(&pdf[at - digits..at]).into_owned();
        if let Ok(number) = number.parse() {
            found.insert(number, &pdf[at + 6..end]);
        }
        from = end;
    }
    found
}

fn place(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let at = rest.windows(what.len()).position(|it| it == what)?;
    Some(from + at)
}

fn says(object: &[u8], what: &str) -> bool {
    place(head_of(object), 0, what.as_bytes()).is_some()
}

/// What an object says before its stream.
fn head_of(object: &[u8]) -> &[u8] {
    let end = place(object, 0, b"stream").unwrap_or(object.len());
    &object[..end]
}

/// What stands after a key of an object, as words.
fn words_after(object: &[u8], key: &str) -> Vec<String> {
    let head = String::from_utf8_lossy(head_of(object)).into_owned();
    let after = head
        .match_indices(key)
        .map(|(at, _)| &head[at + key.len()..]);
    // `/Font` is no part of `/FontDescriptor`.
    let mut after = after.filter(|it| !it.starts_with(|it: char| it.is_ascii_alphanumeric()));
    let Some(after) = after.next() else {
        return Vec::new();
    };
    let mut spaced = String::new();
    for letter in after.chars() {
        match letter {
            '[' | ']' | '<' | '>' => spaced.extend([' ', letter, ' ']),
            '/' => spaced.extend([' ', '/']),
            _ => spaced.push(letter),
        }
    }
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The objects that a key refers to, one or a row of them.
fn references_after(object: &[u8], key: &str) -> Vec<u32> {
    let words = words_after(object, key);
    let words: Vec<_> = words.iter().skip_while(|it| *it == "[").collect();
    let whole = words.chunks(3);
    whole
        .map_while(|it| match it {
            [number, _, last] if *last == "R" => number.parse().ok(),
            _ => None,
        })
        .collect()
}

/// The objects that the names below a key refer to.
fn named_references(object: &[u8], key: &str) -> Vec<(String, u32)> {
    let words = words_after(object, key);
    let words: Vec<_> = words.iter().skip_while(|it| *it == "<").collect();
    let each = words.chunks(4);
    each.map_while(|it| match it {
        [name, number, _, last] if *last == "R" => Some((
            (*name).trim_start_matches('/').to_owned(),
            number.parse().ok()?,
        )),
        _ => None,
    })
    .collect()
}

fn stream_of(object: &[u8]) -> Vec<u8> {
    let start = place(object, 0, b"stream\n").expect("a stream") + 7;
    let end = place(object, start, b"endstream").expect("the end of a stream");
    let mut plain = Vec::new();
    let mut reader = flate2::read::ZlibDecoder::new(&object[start..end]);
    if reader.read_to_end(&mut plain).is_err() {
        plain = object[start..end].to_vec();
    }
    plain
}

/// What each glyph of a font is, as the font says.
fn glyphs_of(map: &[u8]) -> Glyphs {
    let text = String::from_utf8_lossy(map).into_owned();
    let hex = |it: &str| {
        let digits = it.trim().trim_start_matches('<').trim_end_matches('>');
        let units = digits.as_bytes().chunks(4);
        let unit = |it: &[u8]| u16::from_str_radix(std::str::from_utf8(it).ok()?, 16).ok();
        units.map(unit).collect::<Option<Vec<u16>>>()
    };
    text.lines()
        .filter_map(|line| line.split_once("> <"))
        .filter_map(|(glyph, letters)| {
            let glyph = *hex(glyph)?.first()?;
            Some((glyph, String::from_utf16(&hex(letters)?).ok()?))
        })
        .collect()
}

/// A part of a page's drawing.
enum Piece {
    Name(String),
    Shown(Vec<u8>),
    Word(String),
}

/// The texts that a page draws.
fn drawn_texts(content: &[u8], fonts: &BTreeMap<String, Glyphs>) -> Vec<String> {
    let (mut texts, mut shown) = (Vec::new(), Vec::new());
    let (mut name, mut font) = (String::new(), None);
    for piece in pieces_of(content) {
        match piece {
            Piece::Name(it) => name = it,
            Piece::Shown(it) => shown.extend(it),
            Piece::Word(it) if it == "Tf" => font = fonts.get(&name),
            Piece::Word(it) if it == "Tj" || it == "TJ" => {
                let glyphs = font.expect("a font before a text");
                let letters = shown.chunks(2).map(|it| {
                    let glyph = u16::from_be_bytes([it[0], it[1]]);
                    glyphs.get(&glyph).map_or("\u{fffd}", String::as_str)
                });
                texts.push(letters.collect());
                shown.clear();
            }
            // Numbers between the glyphs move them; any other word ends what strings it had.
            Piece::Word(it) if it.parse::<f32>().is_err() => shown.clear(),
            Piece::Word(_) => {}
        }
    }
    texts
}

fn pieces_of(content: &[u8]) -> Vec<Piece> {
    let is_plain = |it: &u8| !it.is_ascii_whitespace() && !b"()<>[]{}/%".contains(it);
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(first) = content.get(at) {
        at += 1;
        let word = |from: usize| {
            let length = content[from..].iter().take_while(|it| is_plain(it)).count();
            String::from_utf8_lossy(&content[from..from + length]).into_owned()
        };
        match first {
            b'(' => pieces.push(Piece::Shown(literal(content, &mut at))),
            b'<' if content.get(at) != Some(&b'<') => {
                let end = place(content, at, b">").expect("the end of a string");
                let digits = content[at..end].chunks(2);
                let byte = |it: &[u8]| u8::from_str_radix(std::str::from_utf8(it).ok()?, 16).ok();
                pieces.push(Piece::Shown(digits.filter_map(byte).collect()));
                at = end + 1;
            }
            b'<' | b'>' | b'[' | b']' => {}
            b'/' => {
                let name = word(at);
                at += name.len();
                pieces.push(Piece::Name(name));
            }
            it if is_plain(it) => {
                let found = word(at - 1);
                at += found.len() - 1;
                pieces.push(Piece::Word(found));
            }
            _ => {}
        }
    }
    pieces
}

/// The bytes of a string in round brackets, which begins at `at`.
fn literal(content: &[u8], at: &mut usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut depth = 1;
    while let Some(byte) = content.get(*at).copied() {
        *at += 1;
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            b'\\' => {
                bytes.push(escaped(content, at));
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
        bytes.push(byte);
    }
    bytes
}

fn escaped(content: &[u8], at: &mut usize) -> u8 {
    let rest = &content[*at..];
    let digits = rest
        .iter()
        .take(3)
        .take_while(|it| matches!(it, b'0'..=b'7'));
    let digits: Vec<u8> = digits.copied().collect();
    *at += digits.len().max(1);
    if !digits.is_empty() {
        let value = digits
            .iter()
            .fold(0_u32, |sum, it| sum * 8 + u32::from(it - b'0'));
        return u8::try_from(value).expect("a byte");
    }
    match rest[0] {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        other => other,
    }
}
