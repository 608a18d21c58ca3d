//! `conoceles verify --url`: what anyone can check of a server from outside, without its database.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use conoceles_shared::api::changes::{LogQuery, LoggedEntry, SignedHead};
use conoceles_shared::api::public::{Meta, Page};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::merkle::{Tree, TreeHash};
use futures_util::{StreamExt as _, stream};
use reqwest::header::RETRY_AFTER;
use reqwest::{Client, StatusCode};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::Outcome;
use crate::changes::WITNESSED;
use crate::core::secrets::sha256_hex;
use crate::publication::LogEntry;

/// Records that are asked for at once.
const AT_ONCE: usize = 8;
/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Tries of one answer that is put off.
const TRIES: u32 = 20;

/// Which server is asked, if not this one's database.
#[derive(Debug, Args)]
pub struct AskedServer {
    /// The address of a server, e.g. `https://conoceles.example`: its logs are read and checked from outside.
    #[arg(long)]
    pub url: Option<String>,
    /// A file with the heads that were kept earlier (`/.well-known/conoceles-log.json`): the logs must continue
    /// them.
    #[arg(long, requires = "url")]
    pub kept: Option<PathBuf>,
}

/// A record as it is answered, with the bytes that were hashed.
#[derive(Debug, Deserialize)]
struct RawRecord {
    meta: Meta,
    data: Box<RawValue>,
}

/// What became of a record that a log names as the present one.
enum Compared {
    Same,
    /// A later entry changed it while it was looked at.
    Newer,
    Differs(String),
}

/// Checks signatures, chains, trees and every present record of a server, and says what was checked.
///
/// # Errors
/// The server does not answer, or something differs: each difference is printed before.
pub async fn verify_server(url: &str, kept: Option<&Path>) -> Outcome {
    let server = Asked {
        client: Client::builder().timeout(PATIENCE).build()?,
        base: url.trim_end_matches('/').to_owned(),
    };
    let kept: Option<Page<SignedHead>> = match kept {
        Some(path) => Some(serde_json::from_slice(&std::fs::read(path)?)?),
        None => None,
    };
    let heads: Page<SignedHead> = server.json(WITNESSED).await?;
    let mut out = io::stdout().lock();
    let mut differences = Vec::new();
    for head in &heads.data {
        let log = head.log;
        let before = kept.iter().flat_map(|it| &it.data).find(|it| it.log == log);
        let walked = server.walk_log(head, before, &mut differences).await?;
        writeln!(
            out,
            "Bitácora {log}: {} asientos, cadena y árbol revisados",
            head.size
        )?;
        writeln!(out, "  raíz {}", head.root)?;
        if let Some(before) = before {
            writeln!(
                out,
                "  comparada con la que se conservó, de {} asientos",
                before.size
            )?;
        }
        let (same, newer) = server
            .compare_records(&walked, head, &mut differences)
            .await;
        writeln!(out, "  registros a la vista, iguales a su huella: {same}")?;
        if newer > 0 {
            writeln!(out, "  cambiaron mientras se revisaban: {newer}")?;
        }
    }
    if let Some(head) = heads.data.first() {
        writeln!(out, "Llave pública del servidor: {}", head.public_key)?;
    }
    for difference in &differences {
        writeln!(out, "  {difference}")?;
    }
    match differences.len() {
        0 => Ok(writeln!(out, "Todo coincide.")?),
        1 => Err("lo que dice el servidor difiere en 1 punto".into()),
        many => Err(format!("lo que dice el servidor difiere en {many} puntos").into()),
    }
}

/// A server that is asked.
struct Asked {
    client: Client,
    base: String,
}

/// The present record of each candidacy that has one, as a log says.
type PresentRecords = BTreeMap<CandidacyId, String>;

impl Asked {
    async fn json<T: DeserializeOwned>(&self, path: &str) -> Result<T, Box<dyn std::error::Error>> {
        match self.bytes(path).await? {
            Some(bytes) => Ok(serde_json::from_slice(&bytes)?),
            None => Err(format!("{path}: el servidor no lo tiene").into()),
        }
    }

    /// The bytes of an answer; none where there is nothing. Waits where the server says so.
    async fn bytes(&self, path: &str) -> Result<Option<Vec<u8>>, Box<dyn std::error::Error>> {
        for _ in 0..TRIES {
            let answer = self
                .client
                .get(format!("{}{path}", self.base))
                .send()
                .await?;
            let wait = answer.headers().get(RETRY_AFTER);
            let wait = wait
                .and_then(|it| it.to_str().ok())
                .and_then(|it| it.parse().ok());
            match answer.status() {
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                    tokio::time::sleep(Duration::from_secs(wait.unwrap_or(1))).await;
                }
                StatusCode::NOT_FOUND | StatusCode::GONE => return Ok(None),
                _ => return Ok(Some(answer.error_for_status()?.bytes().await?.into())),
            }
        }
        Err(format!("{path}: el servidor pide esperar una y otra vez").into())
    }

    /// Reads a log up to its signed head, and compares both.
    async fn walk_log(
        &self,
        head: &SignedHead,
        before: Option<&SignedHead>,
        differences: &mut Vec<String>,
    ) -> Result<PresentRecords, Box<dyn std::error::Error>> {
        let log = head.log;
        let mut differs = |what: String| differences.push(format!("bitácora {log}: {what}"));
        if !is_signed(head) {
            differs("su final no lleva la firma de su llave".to_owned());
        }
        let mut tree = Tree::default();
        let mut last = String::new();
        let mut present = PresentRecords::new();
        while tree.size() < head.size {
            let (since, most) = (tree.size(), LogQuery::MOST);
            let path = format!("/api/v1/log?log={log}&since={since}&limit={most}");
            let page: Page<LoggedEntry> = self.json(&path).await?;
            let entries = page.data.into_iter().take_while(|it| it.seq <= head.size);
            for it in entries {
                if it.seq != tree.size() + 1 {
                    return Err(
                        format!("bitácora {log}: falta un asiento antes del {}", it.seq).into(),
                    );
                }
                if sha256_hex(it.entry.as_bytes()) != it.sha256 {
                    differs(format!("el asiento {} no corresponde a su huella", it.seq));
                }
                let entry: LogEntry = serde_json::from_str(&it.entry)?;
                if (entry.seq, &entry.prev) != (it.seq, &last) {
                    differs(format!("el asiento {} no continúa el anterior", it.seq));
                }
                match entry.record_sha256 {
                    Some(sha256) => present.insert(entry.candidacy, sha256),
                    None => present.remove(&entry.candidacy),
                };
                tree.append(TreeHash::leaf(&it.sha256)?);
                last = it.sha256;
            }
            if tree.size() == since {
                return Err(format!("bitácora {log}: termina antes de lo que firma").into());
            }
        }
        if tree.root(head.size) != Some(head.root) || last != head.last_sha256 {
            differs("su contenido no es el que se firmó".to_owned());
        }
        if let Some(before) = before
            && (tree.root(before.size) != Some(before.root) || before.public_key != head.public_key)
        {
            differs("no continúa la que se conservó, o la firma otra llave".to_owned());
        }
        Ok(present)
    }

    /// Compares each present record with its hash: how many are the same, and how many changed meanwhile.
    async fn compare_records(
        &self,
        present: &PresentRecords,
        head: &SignedHead,
        differences: &mut Vec<String>,
    ) -> (usize, usize) {
        let (mut same, mut newer) = (0, 0);
        let asked = present
            .iter()
            .map(|(id, sha256)| self.compare_record(id, sha256, head));
        let mut compared = stream::iter(asked).buffer_unordered(AT_ONCE);
        while let Some(one) = compared.next().await {
            match one {
                Compared::Same => same += 1,
                Compared::Newer => newer += 1,
                Compared::Differs(what) => differences.push(what),
            }
        }
        (same, newer)
    }

    async fn compare_record(&self, id: &CandidacyId, sha256: &str, head: &SignedHead) -> Compared {
        let bytes = match self.bytes(&format!("/api/v1/candidacies/{id}")).await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return self.explained_absence(id, head).await,
            Err(error) => return Compared::Differs(format!("candidatura {id}: {error}")),
        };
        match serde_json::from_slice::<RawRecord>(&bytes) {
            Ok(it) if sha256_hex(it.data.get().as_bytes()) == sha256 => Compared::Same,
            Ok(it) if it.meta.log == head.log && it.meta.log_seq > head.size => Compared::Newer,
            Ok(_) => Compared::Differs(format!("candidatura {id}: no corresponde a su huella")),
            Err(error) => Compared::Differs(format!("candidatura {id}: {error}")),
        }
    }

    /// A record that is not there any more: an entry after the head may say so.
    async fn explained_absence(&self, id: &CandidacyId, head: &SignedHead) -> Compared {
        let (log, size, most) = (head.log, head.size, LogQuery::MOST);
        let path = format!("/api/v1/log?log={log}&since={size}&limit={most}");
        let later: Result<Page<LoggedEntry>, _> = self.json(&path).await;
        let is_told = later.is_ok_and(|page| {
            let entries = page.data.iter();
            let mut entries =
                entries.filter_map(|it| serde_json::from_str::<LogEntry>(&it.entry).ok());
            entries.any(|it| it.candidacy == *id)
        });
        if is_told {
            Compared::Newer
        } else {
            Compared::Differs(format!(
                "candidatura {id}: la bitácora la da por publicada y no está"
            ))
        }
    }
}

/// Whether the statement is that of the head, and signed by the key that stands beside it.
fn is_signed(head: &SignedHead) -> bool {
    let statement = SignedHead::statement_of(head.log, head.size, head.root, &head.last_sha256);
    let (Ok(key), Ok(signature)) = (
        STANDARD.decode(&head.public_key),
        STANDARD.decode(&head.signature),
    ) else {
        return false;
    };
    let key = UnparsedPublicKey::new(&ED25519, key);
    statement == head.statement && key.verify(statement.as_bytes(), &signature).is_ok()
}
