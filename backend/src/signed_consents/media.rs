//! What a file is, told by its first bytes: what its sender calls it counts for nothing.

/// The kinds of file that a signed form may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
}

/// How far from its end a PDF says that it ends: readers look no further.
const TAIL: usize = 1024;

impl Media {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Jpeg, Self::Png];

    /// The kind of these bytes, if it is one of the three and the file is whole.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|it| bytes.starts_with(it.start()) && it.is_whole(bytes))
    }

    const fn start(self) -> &'static [u8] {
        match self {
            Self::Pdf => b"%PDF-",
            Self::Jpeg => b"\xff\xd8\xff",
            Self::Png => b"\x89PNG\r\n\x1a\n",
        }
    }

    /// A form that was cut off on its way may lack the signature.
    fn is_whole(self, bytes: &[u8]) -> bool {
        let end: &[u8] = match self {
            Self::Pdf => b"%%EOF",
            Self::Jpeg => b"\xff\xd9",
            Self::Png => b"IEND\xae\x42\x60\x82",
        };
        let tail = bytes.get(bytes.len().saturating_sub(TAIL)..);
        tail.is_some_and(|it| it.windows(end.len()).any(|part| part == end))
    }

    /// As HTTP and the database name it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// The kind with this media type.
    #[must_use]
    pub fn from_media_type(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.media_type() == text)
    }

    /// The end of a file's name, by which people and programs know it.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }
}

#[cfg(test)]
#[path = "media_tests.rs"]
mod media_tests;
