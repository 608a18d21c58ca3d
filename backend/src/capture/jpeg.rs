//! Whether a JPEG is whole. Decoders fill a truncated picture with grey and say nothing.

const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;

/// Whether `bytes` reach the end-of-image marker of the main picture. What follows it (cameras
/// append previews and depth maps) is of no interest, and neither is a thumbnail inside a segment.
#[must_use]
pub fn is_whole(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    loop {
        let Some((marker, after)) = next_marker(rest) else {
            return false;
        };
        rest = after;
        match marker {
            END_OF_IMAGE => return true,
            // TEM, restart markers and SOI have no length.
            0x01 | 0xD0..=0xD8 => {}
            _ => {
                let [high, low, ..] = rest else { return false };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                let Some(after) = rest.get(length.max(2)..) else {
                    return false;
                };
                rest = if marker == START_OF_SCAN {
                    skip_scan(after)
                } else {
                    after
                };
            }
        }
    }
}

/// The next marker and what follows it; fill bytes are skipped.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let at = bytes
        .windows(2)
        .position(|it| matches!(it, [0xFF, marker] if !matches!(marker, 0x00 | 0xFF)))?;
    Some((*bytes.get(at + 1)?, bytes.get(at + 2..)?))
}

/// From the first marker that ends a scan: not an escaped 0xFF, not a restart.
fn skip_scan(bytes: &[u8]) -> &[u8] {
    let end = bytes
        .windows(2)
        .position(|it| matches!(it, [0xFF, marker] if !matches!(marker, 0x00 | 0xD0..=0xD7 | 0xFF)))
        .unwrap_or(bytes.len());
    bytes.get(end..).unwrap_or_default()
}
