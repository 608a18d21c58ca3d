//! Photos and logos, by the hash of their content, in a local folder or (later) an S3 bucket.
//!
//! A name is a hash, so writing twice is harmless and no conditional write is needed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt as _};

use super::error::Failure;
use super::own_files;

/// Where photos and sealed files are kept.
#[derive(Debug, Clone)]
pub struct Objects {
    store: Arc<dyn ObjectStore>,
    folder: PathBuf,
}

/// The name of a party's logo with this hash: no photo has one of this shape.
#[must_use]
pub fn logo_name(sha256: &str) -> String {
    format!("logo-{sha256}.png")
}

impl Objects {
    /// A store in a local folder, made if missing. Files are synced before a write is acknowledged.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn open(folder: &Path) -> Result<Self, Failure> {
        own_files::make_data_folder(folder).map_err(Failure::io)?;
        let store = LocalFileSystem::new_with_prefix(folder)
            .map_err(|error| Failure::Internal(format!("objects: {error}")))?
            .with_fsync(true);
        Ok(Self {
            store: Arc::new(store),
            folder: folder.to_owned(),
        })
    }

    /// Stores `bytes` under `name`.
    ///
    /// # Errors
    /// The store refuses.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        self.store
            .put(&Key::from(name), bytes.into())
            .await
            .map_err(|error| Failure::Internal(format!("objects: {error}")))?;
        own_files::narrow_file(&self.folder.join(name));
        Ok(())
    }

    /// The bytes under `name`, if there are any.
    ///
    /// # Errors
    /// The store fails; a missing object is `None`.
    pub async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        let failed = |error| Failure::Internal(format!("objects: {error}"));
        match self.store.get(&Key::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(failed)?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }
}
