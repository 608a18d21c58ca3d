use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};

use super::*;

/// A chunk; nobody looks at its sum here.
fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length, name.as_slice(), content, &[0; 4]].concat()
}

fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    [b"\x89PNG\r\n\x1a\n", chunks.concat().as_slice()].concat()
}

fn header() -> Vec<u8> {
    let size = [5_000_u32.to_be_bytes(), 8_000_u32.to_be_bytes()].concat();
    chunk(b"IHDR", &[size.as_slice(), &[8, 2, 0, 0, 0]].concat())
}

/// A profile of so many zeros, packed.
fn profile(length: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&vec![0; length]).unwrap();
    let packed = packed.finish().unwrap();
    chunk(b"iCCP", &[b"name\0\0", packed.as_slice()].concat())
}

/// How many profiles reach the decoder.
fn profiles_kept(chunks: &[Vec<u8>]) -> usize {
    let kept = with_needed_chunks_only(&png(chunks));
    super::chunks(&kept).filter(|it| it.name == b"iCCP").count()
}

#[test]
fn a_profile_reaches_the_decoder_only_where_it_is_short_unpacked() {
    assert_eq!(profiles_kept(&[header(), profile(3_000)]), 1);
    assert_eq!(profiles_kept(&[header(), profile(MOST_PROFILE)]), 1);
    assert_eq!(profiles_kept(&[header(), profile(MOST_PROFILE + 1)]), 0);
    assert_eq!(profiles_kept(&[header(), profile(64 * 1024 * 1024)]), 0);
    for broken in [b"name".as_slice(), b"name\0", b"name\0\0no zlib", b""] {
        assert_eq!(profiles_kept(&[header(), chunk(b"iCCP", broken)]), 0);
    }
}

#[test]
fn one_profile_is_unpacked_at_most() {
    let several = [header(), profile(9), profile(9), profile(9)];
    assert_eq!(profiles_kept(&several), 1);
    let behind_a_long_one = [header(), profile(MOST_PROFILE + 1), profile(9)];
    assert_eq!(profiles_kept(&behind_a_long_one), 0);
}

#[test]
fn the_size_is_told_by_the_header_alone() {
    let text = chunk(b"tEXt", b"behind which the header stands");
    for file in [png(&[header()]), png(&[text, header(), profile(9)])] {
        assert_eq!(dimensions(&file), Some((5_000, 8_000)));
        assert_eq!(crate::capture::decoding::megapixels(&file), 40);
    }
    assert_eq!(dimensions(&png(&[chunk(b"IHDR", &[0; 7])])), None);
    assert_eq!(dimensions(&png(&[])), None);
}
