//! What changed for the public, entry by entry of a publication log, and what shows that a log was never
//! rewritten. Public: nothing here can name a private field.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Labelled;
pub use super::changes_query::{ConsistencyQuery, LogQuery, ProofQuery, WhichLog};
use super::public::LogChain;
use crate::ids::{CandidacyId, ElectionId};
use crate::merkle::TreeHash;

/// **Cambio.** One entry of a publication log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// **Número.** Its place in its log, from 1 without gaps.
    #[cfg_attr(feature = "openapi", schema(example = 42))]
    pub seq: u64,
    /// **Momento.** When it was public.
    #[cfg_attr(feature = "openapi", schema(example = "2027-04-20T18:00:00.000000Z"))]
    pub at: DateTime<Utc>,
    /// **Tipo.** `publication`, `new_version`, `pause`, `resumption`, `withdrawal`, `consent_revoked`,
    /// `identity_blocked`, `import` or `reinstatement`. There may be others later: take what is unknown for
    /// `new_version` where there is a record, else for `withdrawal`.
    pub kind: Labelled,
    /// **Elección.**
    #[cfg_attr(
        feature = "openapi",
        schema(example = "01a22f3d-5806-746a-8eb8-6f9a7893d12f")
    )]
    pub election: ElectionId,
    /// **Candidatura.**
    #[cfg_attr(
        feature = "openapi",
        schema(example = "01a22f3d-68de-74fe-b75a-3287370ae038")
    )]
    pub candidacy: CandidacyId,
    /// **Versión** of its public record.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: u32,
    /// **Retirada.** Whether nothing of the candidacy is public after this entry: delete what you keep of it.
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub tombstone: bool,
    /// **Dirección del registro.** Where the candidacy's present record is; absent after a withdrawal.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "/api/v1/candidacies/01a22f3d-68de-74fe-b75a-3287370ae038")
    )]
    pub path: Option<String>,
    /// **Huella del registro.** The SHA-256 of the bytes of this version's record.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub record_sha256: Option<String>,
}

/// **Asiento de la bitácora.** An entry as it was hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LoggedEntry {
    /// **Número.** Its place in its log, from 1 without gaps.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub seq: u64,
    /// **Contenido.** The canonical JSON of the entry, byte for byte as it was hashed; its `prev` is the
    /// `sha256` of the entry before.
    #[cfg_attr(
        feature = "openapi",
        schema(example = r#"{"seq":1,"prev":"","kind":"publication"}"#)
    )]
    pub entry: String,
    /// **Huella.** The SHA-256 of `entry`.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub sha256: String,
}

/// **Final de la bitácora, firmado.** Keep it: whoever has it can show later that nothing before it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedHead {
    /// **Bitácora.**
    pub log: LogChain,
    /// **Asientos.** How many entries it has.
    #[cfg_attr(feature = "openapi", schema(example = 42))]
    pub size: u64,
    /// **Raíz.** The root of the Merkle tree (RFC 9162 §2.1, SHA-256) whose leaves are the 32 bytes of the
    /// entries' `sha256`.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))]
    pub root: TreeHash,
    /// **Huella del último asiento**; empty before the first.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub last_sha256: String,
    /// **Momento del último asiento.**
    #[cfg_attr(feature = "openapi", schema(example = "2027-04-20T18:00:00.000000Z"))]
    pub at: Option<DateTime<Utc>>,
    /// **Texto firmado.** What `signature` signs, in UTF-8: five lines, `conoceles-log-v1`, the log, the size,
    /// the root and the last hash, each ended by a line feed.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "conoceles-log-v1\npublication\n42\n…\n…\n")
    )]
    pub statement: String,
    /// **Firma.** Ed25519 over `statement`, in base64.
    #[cfg_attr(feature = "openapi", schema(example = "kD8…=="))]
    pub signature: String,
    /// **Llave pública.** The 32 bytes of the key, in base64.
    #[cfg_attr(feature = "openapi", schema(example = "3q2…="))]
    pub public_key: String,
}

impl SignedHead {
    /// What is signed of a log.
    #[must_use]
    pub fn statement_of(log: LogChain, size: u64, root: TreeHash, last_sha256: &str) -> String {
        format!(
            "conoceles-log-v1\n{}\n{size}\n{root}\n{last_sha256}\n",
            log.code()
        )
    }
}

/// **Prueba de inclusión.** What shows that an entry is in the log (RFC 9162 §2.1.3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InclusionProof {
    /// **Bitácora.**
    pub log: LogChain,
    /// **Número** of the entry. Its leaf in the tree is the one before: leaves count from 0.
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub seq: u64,
    /// **Asientos** of the tree that it is proved to be in.
    #[cfg_attr(feature = "openapi", schema(example = 42))]
    pub size: u64,
    /// **Huella del asiento.**
    #[cfg_attr(
        feature = "openapi",
        schema(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    )]
    pub entry_sha256: String,
    /// **Hoja.** The SHA-256 of a zero byte and the 32 bytes of that hash.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"))]
    pub leaf: TreeHash,
    /// **Prueba.** The nodes beside its way to the root, from the leaf up.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"])))]
    pub proof: Vec<TreeHash>,
    /// **Raíz** that it leads to.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))]
    pub root: TreeHash,
}

/// **Prueba de continuidad.** What shows that a log only continues an earlier one (RFC 9162 §2.1.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsistencyProof {
    /// **Bitácora.**
    pub log: LogChain,
    /// **Asientos antes.**
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub from: u64,
    /// **Raíz antes.**
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"))]
    pub from_root: TreeHash,
    /// **Asientos después.**
    #[cfg_attr(feature = "openapi", schema(example = 42))]
    pub to: u64,
    /// **Raíz después.**
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))]
    pub to_root: TreeHash,
    /// **Prueba.** Empty where both are the same, or nothing was there before.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>, example = json!(["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"])))]
    pub proof: Vec<TreeHash>,
}
