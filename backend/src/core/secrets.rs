//! Keys, randomness and what is done with them: encryption at rest, pseudonyms, token hashes.
//!
//! Keys are made on first start and kept in the data folder with mode 600. Identity answers and
//! private registration data are encrypted with AES-256-GCM-SIV; the key's id stands before the
//! value and the place it is stored in is bound as associated data, so that a value moved to
//! another row does not open.

use std::io::Write as _;
use std::path::Path;

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use aws_lc_rs::{digest, hmac, rand};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use conoceles_shared::ids::PersonId;

use super::error::Failure;
use super::own_files;

/// `N` bytes from the operating system.
///
/// # Errors
/// Only when it has none to give.
pub fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    rand::fill(&mut bytes).map_err(|_| Failure::internal("no randomness"))?;
    Ok(bytes)
}

/// A token of 256 random bits, safe in URLs and cookies.
///
/// # Errors
/// Only without randomness.
pub fn token() -> Result<String, Failure> {
    Ok(URL_SAFE_NO_PAD.encode(random::<32>()?))
}

/// SHA-256, lower-case hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// What shows that a text which travels outside is ours and unchanged.
#[derive(Debug, Clone)]
pub struct MacKey(hmac::Key);

impl MacKey {
    /// The proof of these bytes.
    #[must_use]
    pub fn prove(&self, bytes: &[u8]) -> Vec<u8> {
        hmac::sign(&self.0, bytes).as_ref().to_vec()
    }

    /// Whether `proof` is that of these bytes; compared in constant time.
    #[must_use]
    pub fn proves(&self, bytes: &[u8], proof: &[u8]) -> bool {
        hmac::verify(&self.0, bytes, proof).is_ok()
    }
}

/// The keys of this installation.
pub struct Secrets {
    token: [u8; 32],
    sealing: LessSafeKey,
    sealing_id: String,
    person: hmac::Key,
    witness: Ed25519KeyPair,
}

impl Secrets {
    /// Reads the keys from `folder`, making those that are missing.
    ///
    /// # Errors
    /// The folder cannot be read or written, or a key file has the wrong length.
    pub fn load(folder: &Path) -> Result<Self, Failure> {
        own_files::make_data_folder(folder).map_err(Failure::io)?;
        let sealing = key_file(&folder.join("sealing.key"))?;
        let unbound = UnboundKey::new(&AES_256_GCM_SIV, &sealing)
            .map_err(|_| Failure::internal("sealing key"))?;
        Ok(Self {
            token: key_file(&folder.join("token.key"))?,
            sealing: LessSafeKey::new(unbound),
            sealing_id: sha256_hex(&sealing).chars().take(8).collect(),
            person: hmac::Key::new(hmac::HMAC_SHA256, &key_file(&folder.join("person.key"))?),
            witness: Ed25519KeyPair::from_seed_unchecked(&key_file(&folder.join("witness.key"))?)
                .map_err(|_| Failure::internal("witness key"))?,
        })
    }

    /// The key that signs access tokens.
    #[must_use]
    pub const fn token_key(&self) -> &[u8; 32] {
        &self.token
    }

    /// A tag of `parts` that only this installation can make: 256 bits in text that is safe in URLs
    /// and cookies. Tags of different purposes never agree.
    #[must_use]
    pub fn tag(&self, purpose: &str, parts: &[&str]) -> String {
        URL_SAFE_NO_PAD.encode(self.mac_key(purpose).prove(&joined(parts)))
    }

    /// Whether `candidate` is the tag of these parts, told in the same time whatever it is.
    #[must_use]
    pub fn is_tag(&self, purpose: &str, parts: &[&str], candidate: &str) -> bool {
        let proof = URL_SAFE_NO_PAD.decode(candidate);
        proof.is_ok_and(|it| self.mac_key(purpose).proves(&joined(parts), &it))
    }

    /// A key that authenticates for this purpose alone: what it signs is good nowhere else.
    #[must_use]
    pub fn mac_key(&self, purpose: &str) -> MacKey {
        let root = hmac::Key::new(hmac::HMAC_SHA256, &self.token);
        let derived = hmac::sign(&root, format!("mac:{purpose}").as_bytes());
        MacKey(hmac::Key::new(hmac::HMAC_SHA256, derived.as_ref()))
    }

    /// What proves to anyone that the authority said these bytes: Ed25519, in base64. The key is of its own
    /// file, so that a change of the others leaves what witnesses noted as it was.
    #[must_use]
    pub fn sign_for_everyone(&self, bytes: &[u8]) -> String {
        STANDARD.encode(self.witness.sign(bytes).as_ref())
    }

    /// What anyone checks such signatures with, in base64.
    #[must_use]
    pub fn public_key(&self) -> String {
        STANDARD.encode(self.witness.public_key().as_ref())
    }

    /// Encrypts `plain` for the place `place` (table, column and row).
    ///
    /// # Errors
    /// Only without randomness.
    pub fn seal(&self, plain: &str, place: &str) -> Result<String, Failure> {
        let (nonce, bytes) = self.encrypt(plain.as_bytes().to_vec(), place)?;
        let id = &self.sealing_id;
        Ok(format!(
            "{id}.{}.{}",
            URL_SAFE_NO_PAD.encode(nonce),
            URL_SAFE_NO_PAD.encode(bytes)
        ))
    }

    /// Opens what [`Self::seal`] made for the same place.
    ///
    /// # Errors
    /// Another key, another place, or a changed value.
    pub fn unseal(&self, sealed: &str, place: &str) -> Result<String, Failure> {
        let unreadable = || Failure::internal("a sealed value does not open");
        let mut parts = sealed.splitn(3, '.');
        let (Some(id), Some(nonce), Some(bytes)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(unreadable());
        };
        if id != self.sealing_id {
            return Err(Failure::internal("a sealed value names another key"));
        }
        let nonce = URL_SAFE_NO_PAD.decode(nonce).map_err(|_| unreadable())?;
        let mut bytes = URL_SAFE_NO_PAD.decode(bytes).map_err(|_| unreadable())?;
        let plain = self
            .decrypt(&nonce, &mut bytes, place)
            .ok_or_else(unreadable)?;
        String::from_utf8(plain.to_vec()).map_err(|_| unreadable())
    }

    /// Encrypts a file for the place `place`: the key's id, the nonce, then the sealed bytes.
    ///
    /// # Errors
    /// Only without randomness.
    pub fn seal_file(&self, bytes: Vec<u8>, place: &str) -> Result<Vec<u8>, Failure> {
        let (nonce, bytes) = self.encrypt(bytes, place)?;
        Ok([self.sealing_id.as_bytes(), nonce.as_slice(), &bytes].concat())
    }

    /// Opens what [`Self::seal_file`] made for the same place.
    ///
    /// # Errors
    /// Another key, another place, or a changed file.
    pub fn unseal_file(&self, sealed: &[u8], place: &str) -> Result<Vec<u8>, Failure> {
        let unreadable = || Failure::internal("a sealed file does not open");
        let rest = sealed
            .strip_prefix(self.sealing_id.as_bytes())
            .ok_or_else(unreadable)?;
        let (nonce, bytes) = rest.split_at_checked(NONCE_LEN).ok_or_else(unreadable)?;
        let mut bytes = bytes.to_vec();
        let plain = self
            .decrypt(nonce, &mut bytes, place)
            .ok_or_else(unreadable)?;
        let length = plain.len();
        bytes.truncate(length);
        Ok(bytes)
    }

    /// Encrypts in place under a new nonce; the nonce and what is sealed.
    fn encrypt(
        &self,
        mut bytes: Vec<u8>,
        place: &str,
    ) -> Result<([u8; NONCE_LEN], Vec<u8>), Failure> {
        let nonce = random::<NONCE_LEN>()?;
        self.sealing
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(place.as_bytes()),
                &mut bytes,
            )
            .map_err(|_| Failure::internal("sealing failed"))?;
        Ok((nonce, bytes))
    }

    /// What was sealed for `place`, in the bytes it was sealed in; `None` where it does not open.
    fn decrypt<'b>(&self, nonce: &[u8], bytes: &'b mut [u8], place: &str) -> Option<&'b [u8]> {
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let plain = self
            .sealing
            .open_in_place(nonce, Aad::from(place.as_bytes()), bytes);
        plain.ok().map(|it| &*it)
    }

    /// The person behind a CURP, the same in every election of this installation.
    ///
    /// # Errors
    /// Never in practice: the text is made here.
    pub fn person_id(&self, curp: &str) -> Result<PersonId, Failure> {
        let tag = hmac::sign(&self.person, curp.trim().to_uppercase().as_bytes());
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(tag.as_ref()) {
            *to = *from;
        }
        uuid::Builder::from_custom_bytes(bytes)
            .into_uuid()
            .hyphenated()
            .to_string()
            .parse()
            .map_err(|_| Failure::internal("person id"))
    }
}

/// Parts in a row, each behind its length, so that no two lists of parts read alike.
fn joined(parts: &[&str]) -> Vec<u8> {
    let length = |part: &str| (part.len() as u64).to_be_bytes();
    let parts = parts.iter();
    parts
        .flat_map(|it| length(it).into_iter().chain(it.bytes()))
        .collect()
}

fn key_file(path: &Path) -> Result<[u8; 32], Failure> {
    match std::fs::read(path) {
        Ok(bytes) => bytes
            .try_into()
            .map_err(|_| Failure::Internal(format!("{} is not 32 bytes", path.display()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let key = random::<32>()?;
            write_private(path, &key).map_err(Failure::io)?;
            Ok(key)
        }
        Err(error) => Err(Failure::io(error)),
    }
}

/// Writes a new file that only its owner can read.
///
/// # Errors
/// It exists already or cannot be written.
pub fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
#[path = "secrets_tests.rs"]
mod secrets_tests;
