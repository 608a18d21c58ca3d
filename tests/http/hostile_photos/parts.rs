//! The parts that picture files are made of, right and wrong.

use std::io::{Cursor, Write as _};

use image::{DynamicImage, ImageFormat, RgbImage};

/// A seeded source of numbers (splitmix64): the same files on every run.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    pub fn byte(&mut self) -> u8 {
        self.next() as u8
    }

    pub fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.byte()).collect()
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// A small picture with something on it, different each time.
pub fn picture(dice: &mut Dice) -> RgbImage {
    let (width, height) = (dice.pick(&[8, 40, 64]), dice.pick(&[10, 50, 80]));
    let tint = dice.byte();
    RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 5) as u8, (y * 3) as u8 ^ tint, tint])
    })
}

pub fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG of the kinds that the usual encoder does not make.
pub fn jpeg(dice: &mut Dice, colour: jpeg_encoder::ColorType, channels: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder.set_progressive(dice.below(2) == 0);
    let pixels = dice.bytes(40 * 50 * channels);
    encoder.encode(&pixels, 40, 50, colour).unwrap();
    bytes
}

/// A JPEG with this segment right after its beginning.
pub fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let mut out = jpeg[..2].to_vec();
    out.extend(segment(marker, content));
    out.extend(&jpeg[2..]);
    out
}

pub fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    let mut out = vec![0xFF, marker];
    out.extend(length.to_be_bytes());
    out.extend(&content[..usize::from(length) - 2]);
    out
}

/// EXIF with this orientation, whose other entries lead nowhere or in a circle.
pub fn exif(dice: &mut Dice) -> Vec<u8> {
    let mut out = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    let entries = dice.pick(&[1u16, 4, 60_000]);
    out.extend(entries.to_be_bytes());
    out.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, dice.byte() % 12, 0, 0]);
    for _ in 0..dice.below(40) {
        let (tag, kind) = (dice.next() as u16, dice.byte() % 16);
        out.extend(tag.to_be_bytes());
        out.extend([0, kind]);
        let (length, place) = (dice.next() as u32, dice.pick(&[8u32, 0, u32::MAX]));
        out.extend(length.to_be_bytes());
        out.extend(place.to_be_bytes());
    }
    // The next directory is this one.
    out.extend(8u32.to_be_bytes());
    let rest = dice.below(2000);
    out.extend(dice.bytes(rest));
    out
}

/// A chunk of a PNG with its right checksum.
pub fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut named = kind.to_vec();
    named.extend(data);
    let mut out = (data.len() as u32).to_be_bytes().to_vec();
    let mut sum = flate2::Crc::new();
    sum.update(&named);
    out.extend(named);
    out.extend(sum.sum().to_be_bytes());
    out
}

/// The header chunk of a PNG.
pub fn header(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let mut data = width.to_be_bytes().to_vec();
    data.extend(height.to_be_bytes());
    data.extend([depth, colour, 0, 0, 0]);
    chunk(b"IHDR", &data)
}

/// A PNG of these chunks.
pub fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    out.extend(chunks.concat());
    out
}

/// The same byte this many times, packed: a thousand times smaller.
pub fn packed(byte: u8, length: usize) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![byte; 1 << 16];
    let mut left = length;
    while left > 0 {
        let part = left.min(block.len());
        packer.write_all(&block[..part]).unwrap();
        left -= part;
    }
    packer.finish().unwrap()
}

/// A RIFF file of these chunks, as WebP is.
pub fn webp(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut body = b"WEBP".to_vec();
    for (kind, data) in chunks {
        body.extend(*kind);
        body.extend((data.len() as u32).to_le_bytes());
        body.extend(data);
        if data.len() % 2 == 1 {
            body.push(0);
        }
    }
    let mut out = b"RIFF".to_vec();
    out.extend((body.len() as u32).to_le_bytes());
    out.extend(body);
    out
}

/// The chunk with the pixels of a small WebP, and its kind.
pub fn webp_pixels(dice: &mut Dice) -> (&'static [u8; 4], Vec<u8>) {
    let whole = encoded(picture(dice), ImageFormat::WebP);
    let kind = if whole[12..16] == *b"VP8L" {
        b"VP8L"
    } else {
        b"VP8 "
    };
    (kind, whole[20..].to_vec())
}

/// The extended header of a WebP: flags, and a canvas one larger than given.
pub fn extended(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let mut out = vec![flags, 0, 0, 0];
    out.extend(&width.to_le_bytes()[..3]);
    out.extend(&height.to_le_bytes()[..3]);
    out
}
