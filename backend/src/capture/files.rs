//! The files of a prepared photo in the object store: each named by the hash of the full JPEG.

use chrono::NaiveDate;
use conoceles_shared::photo::{Measures, SMALL_WIDTH};
use conoceles_shared::questionnaire::Photo;

use super::picture::{Encoded, Portrait};
use crate::core::error::Failure;
use crate::core::objects::Objects;
use crate::core::secrets::sha256_hex;

/// A photo that is ready to be stored.
#[derive(Debug)]
pub struct PreparedPhoto {
    /// The content of its section.
    pub photo: Photo,
    /// The hash of its full JPEG, which names its files.
    pub sha256: String,
    /// Size, light, contrast and sharpness, for the checks.
    pub measures: Measures,
    files: Vec<(String, Vec<u8>)>,
}

impl PreparedPhoto {
    /// Names the files of a portrait.
    #[must_use]
    pub fn of(portrait: Portrait, taken_on: Option<NaiveDate>) -> Self {
        let sha256 = sha256_hex(&portrait.full.jpeg);
        let mut files = named(&sha256, portrait.full);
        if let Some(small) = portrait.small {
            files.extend(named(&format!("{sha256}-{SMALL_WIDTH}"), small));
        }
        let photo = Photo::Uploaded {
            sha256: sha256.clone(),
            taken_on,
            width: Some(portrait.width),
            height: Some(portrait.height),
        };
        Self {
            photo,
            sha256,
            measures: portrait.measures,
            files,
        }
    }

    /// Writes its files. A name is a content, so writing twice is harmless.
    ///
    /// # Errors
    /// The object store.
    pub async fn put(&mut self, objects: &Objects) -> Result<(), Failure> {
        for (name, bytes) in self.files.drain(..) {
            objects.put(&name, bytes).await?;
        }
        Ok(())
    }
}

fn named(stem: &str, encoded: Encoded) -> Vec<(String, Vec<u8>)> {
    vec![
        (format!("{stem}.jpg"), encoded.jpeg),
        (format!("{stem}.webp"), encoded.webp),
    ]
}
