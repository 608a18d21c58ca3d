//! What the chunks of a PNG say that its decoder leaves aside: whether it moves, and what its colours
//! are.

use std::io::{self, Read as _};

use flate2::read::ZlibDecoder;

use super::colours::{CodePoints, MOST_PROFILE, MeasuredColours};

const SIGNATURE_LENGTH: usize = 8;

/// What is read of a PNG here and by its decoder, whatever is in it.
const NEEDED: [&[u8; 4]; 9] = [
    b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"eXIf", b"sRGB", b"gAMA", b"cHRM",
];

/// The last chunk, with its length and its sum.
const END: &[u8] = b"\0\0\0\0IEND\xAE\x42\x60\x82";

/// One chunk of a PNG.
struct Chunk<'a> {
    name: &'a [u8],
    content: &'a [u8],
    /// With its length and its sum.
    whole: &'a [u8],
}

/// The chunks in order, and what is left where one reaches beyond the end.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let length: [u8; 4] = self.rest.get(..4)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        // The sum is the decoder's affair.
        let (whole, rest) = self.rest.split_at_checked(length.checked_add(12)?)?;
        self.rest = rest;
        Some(Chunk {
            name: whole.get(4..8)?,
            content: whole.get(8..8 + length)?,
            whole,
        })
    }
}

fn chunks(bytes: &[u8]) -> Chunks<'_> {
    let rest = bytes.get(SIGNATURE_LENGTH..).unwrap_or_default();
    Chunks { rest }
}

/// The file without chunks that nothing is read of, without one whose slip its decoder would not
/// forgive or whose profile is larger than any that is read, and with an end where only that was cut off.
pub fn with_needed_chunks_only(bytes: &[u8]) -> Vec<u8> {
    let mut kept = bytes.get(..SIGNATURE_LENGTH).unwrap_or(bytes).to_vec();
    let mut chunks = chunks(bytes);
    let mut has_profile = false;
    for chunk in chunks.by_ref() {
        let is_harmless = match chunk.name {
            b"cICP" => code_of(chunk.content).is_some(),
            // Of several the first counts, and one is unpacked at most.
            b"iCCP" => {
                !std::mem::replace(&mut has_profile, true) && is_short_profile(chunk.content)
            }
            name => NEEDED.iter().any(|it| name == it.as_slice()),
        };
        if is_harmless {
            kept.extend(chunk.whole);
        }
        if chunk.name == b"IEND" {
            return kept;
        }
    }
    let is_cut_in_pixels = chunks.rest.get(4..8) == Some(b"IDAT");
    kept.extend(if is_cut_in_pixels { chunks.rest } else { END });
    kept
}

/// Whether a profile unpacks to what is read of one; a few bytes may stand for any number.
fn is_short_profile(content: &[u8]) -> bool {
    let most = MOST_PROFILE as u64;
    let name = content.iter().position(|it| *it == 0);
    // Behind the end of its name is how it was packed.
    let Some(packed) = name.and_then(|it| content.get(it + 2..)) else {
        return false;
    };
    let mut profile = ZlibDecoder::new(packed).take(most + 1);
    io::copy(&mut profile, &mut io::sink()).is_ok_and(|it| it <= most)
}

/// Width and height by its header.
pub fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    let header = find(bytes, b"IHDR")?;
    Some((number(header, 0)?, number(header, 1)?))
}

/// Those before the pixels.
fn preamble(bytes: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    chunks(bytes).take_while(|it| it.name != b"IDAT")
}

fn find<'a>(bytes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    preamble(bytes)
        .find(|it| it.name == name)
        .map(|it| it.content)
}

/// Whether it is an animation: of several frames, or of one that is not the picture itself.
pub fn is_animated(bytes: &[u8]) -> bool {
    let frames = find(bytes, b"acTL").and_then(|it| number(it, 0));
    match frames {
        None | Some(0) => false,
        Some(1) => find(bytes, b"fcTL").is_none(),
        Some(_) => true,
    }
}

/// The code points of its colours, where they are given for whole RGB.
pub fn code_points(bytes: &[u8]) -> Option<CodePoints> {
    code_of(find(bytes, b"cICP")?)
}

fn code_of(content: &[u8]) -> Option<CodePoints> {
    match content {
        &[primaries, transfer, 0, 1] => Some(CodePoints {
            primaries,
            transfer,
        }),
        _ => None,
    }
}

/// Its colours by numbers, unless it says that they are sRGB.
pub fn measured_colours(bytes: &[u8]) -> Option<MeasuredColours> {
    if find(bytes, b"sRGB").is_some() {
        return None;
    }
    let share = |content: &[u8], index: usize| Some(f64::from(number(content, index)?) / 100_000.0);
    let gamma = find(bytes, b"gAMA").and_then(|it| share(it, 0));
    let places = find(bytes, b"cHRM").and_then(|it| {
        let place = |index: usize| Some((share(it, 2 * index)?, share(it, 2 * index + 1)?));
        Some([place(0)?, place(1)?, place(2)?, place(3)?])
    });
    (gamma.is_some() || places.is_some()).then_some(MeasuredColours { gamma, places })
}

/// The number at this place of a list of them.
fn number(content: &[u8], index: usize) -> Option<u32> {
    let bytes: [u8; 4] = content.get(4 * index..4 * index + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(bytes))
}

#[cfg(test)]
#[path = "png_tests.rs"]
mod png_tests;
