//! Whether a WebP moves: its decoder shows the first frame and says nothing.

const HEADER_LENGTH: usize = 12;

/// Whether it has more frames than one. A single one, wherever it lies on its canvas, is a picture.
pub fn is_animated(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(HEADER_LENGTH..).unwrap_or_default();
    let mut frames = 0;
    while let Some((name, behind)) = rest.split_first_chunk::<4>() {
        let Some((length, behind)) = behind.split_first_chunk::<4>() else {
            break;
        };
        frames += usize::from(name == b"ANMF");
        let length = u32::from_le_bytes(*length);
        // Chunks begin at even places.
        let Some(next) = usize::try_from(length.saturating_add(length % 2))
            .ok()
            .and_then(|it| behind.get(it..))
        else {
            break;
        };
        rest = next;
    }
    frames > 1
}
