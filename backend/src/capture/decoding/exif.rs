//! Whether a camera's metadata say that the colours are Adobe RGB: cameras that write no profile say it
//! there (DCF, option file).

const EXIF_FOLDER: u16 = 0x8769;
const COLOUR_SPACE: u16 = 0xA001;
const INTEROPERABILITY_FOLDER: u16 = 0xA005;
const INTEROPERABILITY_INDEX: u16 = 0x0001;
/// Not in the standard, but written by cameras.
const ADOBE_RGB: u32 = 2;
const UNCALIBRATED: u32 = 0xFFFF;
/// Entries that are looked at; a folder of a camera has some fifty.
const MOST_ENTRIES: usize = 500;

/// A reader of numbers in either order.
struct Metadata<'a> {
    bytes: &'a [u8],
    is_little: bool,
}

/// Whether these metadata say it.
pub fn says_adobe_rgb(bytes: &[u8]) -> bool {
    says_so(bytes.strip_prefix(b"Exif\0\0").unwrap_or(bytes)).unwrap_or(false)
}

fn says_so(bytes: &[u8]) -> Option<bool> {
    let is_little = match bytes.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let metadata = Metadata { bytes, is_little };
    let first = usize::try_from(metadata.long(4)?).ok()?;
    let exif = metadata.folder(first, EXIF_FOLDER)?;
    // A short number stands at the beginning of its place.
    let space = metadata.short(metadata.place(exif, COLOUR_SPACE)?)?;
    match u32::from(space) {
        ADOBE_RGB => Some(true),
        UNCALIBRATED => {
            let folder = metadata.folder(exif, INTEROPERABILITY_FOLDER)?;
            let index = metadata.place(folder, INTEROPERABILITY_INDEX)?;
            Some(bytes.get(index..index + 3)? == b"R03")
        }
        _ => Some(false),
    }
}

impl Metadata<'_> {
    fn short(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.is_little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    }

    fn long(&self, at: usize) -> Option<u32> {
        let bytes: [u8; 4] = self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if self.is_little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    }

    /// Where the value of an entry stands.
    fn place(&self, folder: usize, tag: u16) -> Option<usize> {
        let count = usize::from(self.short(folder)?).min(MOST_ENTRIES);
        let mut entries = (0..count).map(|it| folder + 2 + 12 * it);
        let entry = entries.find(|it| self.short(*it) == Some(tag))?;
        Some(entry + 8)
    }

    /// The folder that an entry leads to.
    fn folder(&self, folder: usize, tag: u16) -> Option<usize> {
        usize::try_from(self.long(self.place(folder, tag)?)?).ok()
    }
}
