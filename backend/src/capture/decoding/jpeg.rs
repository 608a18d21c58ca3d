//! What the markers of a JPEG say: how it is coded, and whether all of it is there. Decoders fill what
//! is missing with grey, or show it blurred, and say nothing.

/// Ends a picture.
pub const END_OF_IMAGE: u8 = 0xD9;
const START_OF_SCAN: u8 = 0xDA;
/// Sequential and progressive with Huffman codes: what decoders read.
const USUAL_FRAMES: [u8; 3] = [0xC0, 0xC1, 0xC2];
const PROGRESSIVE: u8 = 0xC2;
/// A bit of a coefficient that no scan has sent.
const NEVER_SENT: u8 = u8::MAX;
const COEFFICIENTS: usize = 64;
/// A picture has at most these: colours, or inks.
const MOST_COMPONENTS: usize = 4;
/// Scans that are looked at, as many as its decoder takes: programs write about ten.
const MOST_SCANS: usize = 100;
/// A picture's own data hold no longer run of zeros; a file system leaves them where a copy stopped.
const ZEROS_OF_A_COPY: usize = 16;

/// Line feeds after which no chance put a carriage return before each.
const FEEDS_OF_A_TEXT: usize = 16;

/// What was found until every scan of the main picture was there. What follows it (cameras append
/// previews, depth maps and videos, some without an end before them) is of no interest, and neither is
/// a thumbnail inside a segment.
#[derive(Debug, Default)]
pub struct JpegSurvey {
    frame: u8,
    bits: u8,
    components: Vec<Component>,
    scans: usize,
    /// A frame or a scan lists what no picture has.
    is_overlong: bool,
    ended: bool,
    data_end: usize,
}

#[derive(Debug)]
struct Component {
    id: u8,
    /// Of each coefficient, the lowest bit that was sent.
    sent: [u8; COEFFICIENTS],
}

/// Goes through the markers once, and no further than to the first that makes it unusual.
pub fn survey(bytes: &[u8]) -> JpegSurvey {
    let mut survey = JpegSurvey::default();
    let mut at = 2;
    while let Some((marker_at, marker)) = next_marker(bytes, at) {
        if survey.is_unusual() {
            return survey;
        }
        let behind = marker_at + 2;
        survey.data_end = marker_at;
        at = match marker {
            END_OF_IMAGE => {
                survey.ended = true;
                return survey;
            }
            // TEM, restart markers and SOI have no length.
            0x01 | 0xD0..=0xD8 => behind,
            _ => {
                let Some(segment) = segment(bytes, behind) else {
                    return survey;
                };
                let behind = behind + 2 + segment.len();
                match marker {
                    // DHT, JPG and DAC lie among the frames.
                    0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                        survey.note_frame(marker, segment);
                        behind
                    }
                    START_OF_SCAN => {
                        survey.note_scan(segment);
                        let end = scan_end(bytes, behind);
                        if !survey.lacks_scans() {
                            return survey.ended_at(bytes, end);
                        }
                        end
                    }
                    _ => behind,
                }
            }
        };
    }
    survey.data_end = without_filling(bytes);
    survey
}

impl JpegSurvey {
    /// Whether the end is marked.
    pub fn is_ended(&self) -> bool {
        self.ended
    }

    /// Where the data of the picture end.
    pub fn data_end(&self) -> usize {
        self.data_end
    }

    /// Whether it is of a kind that decoders do not read.
    pub fn is_unusual(&self) -> bool {
        let is_read = USUAL_FRAMES.contains(&self.frame) && self.bits <= 8;
        self.is_overlong || (self.frame != 0 && !is_read)
    }

    /// Whether it has four inks.
    pub fn is_for_print(&self) -> bool {
        self.components.len() == 4
    }

    /// Whether a component, or the last bits of some of its coefficients, were never sent.
    pub fn lacks_scans(&self) -> bool {
        let is_whole = |it: &Component| it.sent.iter().all(|bit| *bit == 0);
        self.components.is_empty() || !self.components.iter().all(is_whole)
    }

    /// With the last scan ended here, by a marker or by the end of the file.
    fn ended_at(mut self, bytes: &[u8], end: usize) -> Self {
        let (data, rest) = bytes.split_at_checked(end).unwrap_or((bytes, &[]));
        self.ended = rest.starts_with(&[0xFF, END_OF_IMAGE]);
        self.data_end = if rest.is_empty() {
            without_filling(data)
        } else {
            without_half_marker(data)
        };
        self
    }

    fn note_frame(&mut self, marker: u8, segment: &[u8]) {
        self.frame = marker;
        self.bits = segment.first().copied().unwrap_or_default();
        let count = usize::from(segment.get(5).copied().unwrap_or_default());
        let listed = segment.get(6..).unwrap_or_default();
        if count > MOST_COMPONENTS || listed.len() != 3 * count {
            self.is_overlong = true;
            return;
        }
        self.components = listed
            .chunks_exact(3)
            .filter_map(|it| it.first())
            .map(|id| Component {
                id: *id,
                sent: [NEVER_SENT; COEFFICIENTS],
            })
            .collect();
    }

    fn note_scan(&mut self, segment: &[u8]) {
        let count = usize::from(segment.first().copied().unwrap_or_default());
        self.scans += 1;
        if count > MOST_COMPONENTS || self.scans > MOST_SCANS {
            self.is_overlong = true;
            return;
        }
        let listed = segment.get(1..1 + 2 * count).unwrap_or_default();
        let (first, last, bit) = match segment.get(1 + 2 * count..4 + 2 * count) {
            Some(&[first, last, bits]) if self.frame == PROGRESSIVE => {
                (usize::from(first), usize::from(last), bits & 0x0F)
            }
            // What else is written there by a picture without steps means nothing.
            _ => (0, COEFFICIENTS - 1, 0),
        };
        for id in listed.chunks_exact(2).filter_map(|it| it.first()) {
            for component in self.components.iter_mut().filter(|it| it.id == *id) {
                let sent = component.sent.get_mut(first..=last).unwrap_or_default();
                sent.iter_mut().for_each(|it| *it = bit.min(*it));
            }
        }
    }
}

/// Whether every line feed among the bytes has a carriage return before it, as where a program took the
/// file for a text: by chance that is one in 256 for each.
pub fn is_changed_as_text(bytes: &[u8]) -> bool {
    let mut feeds: usize = 0;
    let mut before = 0;
    for byte in bytes {
        if *byte == b'\n' {
            if before != b'\r' {
                return false;
            }
            feeds += 1;
        }
        before = *byte;
    }
    feeds >= FEEDS_OF_A_TEXT
}

/// Where the next marker is and which; fill bytes are skipped.
fn next_marker(bytes: &[u8], from: usize) -> Option<(usize, u8)> {
    let rest = bytes.get(from..)?;
    let at = rest
        .windows(2)
        .position(|it| matches!(it, [0xFF, marker] if !matches!(marker, 0x00 | 0xFF)))?;
    Some((from + at, *rest.get(at + 1)?))
}

/// What a segment holds, without its length; nothing where the file ends before.
fn segment(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let length: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    let length = usize::from(u16::from_be_bytes(length)).max(2);
    bytes.get(at + 2..at + length)
}

/// Where the first marker is that ends a scan: not an escaped 0xFF, not a restart.
fn scan_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let end = rest.windows(2).position(
        |it| matches!(it, [0xFF, marker] if !matches!(marker, 0x00 | 0xD0..=0xD7 | 0xFF)),
    );
    from + end.unwrap_or(rest.len())
}

/// Where a file ends that has no end mark: before half a marker, and before the zeros of a copy that
/// stopped.
fn without_filling(bytes: &[u8]) -> usize {
    let zeros = bytes.iter().rev().take_while(|it| **it == 0).count();
    let filling = if zeros < ZEROS_OF_A_COPY { 0 } else { zeros };
    let data = bytes.get(..bytes.len() - filling);
    without_half_marker(data.unwrap_or_default())
}

fn without_half_marker(bytes: &[u8]) -> usize {
    let halves = bytes.iter().rev().take_while(|it| **it == 0xFF);
    bytes.len() - halves.count()
}

#[cfg(test)]
#[path = "jpeg_tests.rs"]
mod jpeg_tests;
