//! A ZIP that was read, and whose each of its photos is as things stand now.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::Section;

use super::archive::{ListedFile, ListedZip, MAX_ZIP, expand_file, list_zip};
use super::matching::{Owner, owners};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::capture::files::PreparedPhoto;
use crate::capture::photo::prepare_at_head;
use crate::capture::store::photo_files::photo_files_of_actor;
use crate::capture::store::photos_of_actor;
use crate::core::error::Failure;
use crate::core::file_body::{FileBody, ReceivedFile};
use crate::core::gate::{Gate, GatePlace};
use crate::core::grant::{Capture, Grant};
use crate::core::http::off_thread;
use crate::core::now::Now;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;
use crate::core::uploads::HeadOfLine;
use crate::elections;

/// ZIPs that are worked on at the same time, whoever sends them; few may wait.
static WORKING: LazyLock<Gate> = LazyLock::new(|| Gate::new(2, 4));
/// Seconds after which one may be done.
const RETRY_SECONDS: u64 = 10;

/// A photo that is one candidacy's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPhoto {
    /// The file in the ZIP.
    pub file: ListedFile,
    /// Whose it is.
    pub candidacy: CandidacyId,
}

/// A ZIP with whose each of its files is. Its places are held until the request is answered: one ZIP of
/// an account, and a few of all.
pub struct PlannedZip {
    file: Arc<ReceivedFile>,
    limit: usize,
    /// Names the file and whose each photo is.
    pub hash: String,
    /// The photos that are one candidacy's each.
    pub photos: Vec<PlannedPhoto>,
    /// The other files, with why.
    pub others: Vec<(ListedFile, Owner)>,
    /// How many were not looked at.
    pub ignored: u32,
    /// The actor's candidacies.
    pub candidacies: BTreeMap<CandidacyId, LoadedCandidacy>,
    /// The hash of the photo that each has now.
    pub stored: HashMap<CandidacyId, String>,
    /// The file that the sheet names for each.
    pub names: HashMap<CandidacyId, String>,
    _line: HeadOfLine,
    _place: GatePlace,
}

/// Receives a ZIP and gives out its photos; nothing of it is expanded yet.
///
/// # Errors
/// 413, 415 or 422 for a ZIP that cannot be used at all; 503 where too many wait.
pub async fn plan_zip(
    app: &App,
    grant: &Grant<Capture>,
    file: FileBody,
) -> Result<(PlannedZip, Now), Failure> {
    let (file, now) = file.bytes_up_to(MAX_ZIP, "El archivo ZIP").await?;
    let line = file.head_of_line().await?;
    let place = WORKING.wait_for_place().await.map_err(|_| {
        Failure::later(
            Code::Busy,
            "Se revisan muchas fotografías a la vez. Espere un momento e intente de nuevo.",
            RETRY_SECONDS,
        )
    })?;
    let mut conn = app.db.read().await?;
    let (actor, election) = elections::actor_with_election(&mut conn, &grant.scope).await?;
    let megabytes = election.setup.settings.photo_max_megabytes;
    let limit = usize::from(megabytes) * 1024 * 1024;
    let names = photo_files_of_actor(&mut conn, &grant.scope).await?;
    let stored = photos_of_actor(&mut conn, &grant.scope).await?;
    let all = bulk::of_actor(&mut conn, &Arc::new(election), actor).await?;
    drop(conn);
    let file = Arc::new(file);
    let (listed, sha256) = {
        let file = Arc::clone(&file);
        let read = move || Ok::<_, Failure>((list_zip(&file, limit)?, sha256_hex(&file)));
        off_thread(read).await??
    };
    let candidacies: BTreeMap<_, _> = all.into_iter().map(|it| (it.id.clone(), it)).collect();
    let (photos, others) = given_out(&listed, &candidacies, &names);
    let zip = PlannedZip {
        file,
        limit,
        hash: hash(&sha256, &photos),
        photos,
        others,
        ignored: listed.ignored,
        candidacies,
        stored,
        names,
        _line: line,
        _place: place,
    };
    Ok((zip, now))
}

fn given_out(
    listed: &ListedZip,
    candidacies: &BTreeMap<CandidacyId, LoadedCandidacy>,
    names: &HashMap<CandidacyId, String>,
) -> (Vec<PlannedPhoto>, Vec<(ListedFile, Owner)>) {
    let files: Vec<_> = listed.files.iter().map(|it| &it.name).collect();
    let wanted = candidacies
        .keys()
        .map(|id| (id, names.get(id).map(String::as_str)));
    let (mut photos, mut others) = (Vec::new(), Vec::new());
    for (file, owner) in listed.files.iter().zip(owners(&files, wanted)) {
        match owner {
            Owner::One(candidacy) => photos.push(PlannedPhoto {
                file: file.clone(),
                candidacy,
            }),
            other => others.push((file.clone(), other)),
        }
    }
    (photos, others)
}

fn hash(file_sha256: &str, photos: &[PlannedPhoto]) -> String {
    let mut text = format!("conoceles photos 1\n{file_sha256}\n");
    for photo in photos {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{} {}", photo.file.at, photo.candidacy);
    }
    sha256_hex(text.as_bytes())
}

impl PlannedZip {
    /// The candidacy of a photo.
    ///
    /// # Errors
    /// None that is expected.
    pub fn loaded(&self, photo: &PlannedPhoto) -> Result<&LoadedCandidacy, Failure> {
        self.candidacies
            .get(&photo.candidacy)
            .ok_or_else(|| Failure::internal("photos: a planned candidacy is missing"))
    }

    /// The stored version that each photo would replace, in their order.
    pub fn based_on(&self) -> String {
        let version = |it: &PlannedPhoto| {
            let loaded = self.candidacies.get(&it.candidacy);
            loaded.map_or(0, |it| it.process.section(Section::Photo).version)
        };
        let versions = self.photos.iter().map(|it| version(it).to_string());
        versions.collect::<Vec<_>>().join(".")
    }

    /// Prepares one of its photos as a single upload is; why not, a sentence each, where it is none.
    ///
    /// # Errors
    /// Only what is not about the photo.
    pub async fn prepare_photo(
        &self,
        photo: &PlannedPhoto,
    ) -> Result<Result<PreparedPhoto, Vec<String>>, Failure> {
        if let Some(refusal) = &photo.file.refusal {
            return Ok(Err(vec![refusal.clone()]));
        }
        let (file, at, limit) = (Arc::clone(&self.file), photo.file.at, self.limit);
        let content = off_thread(move || expand_file(&file, at, limit)).await?;
        let content = match content {
            Ok(content) => content,
            Err(why) => return Ok(Err(vec![why])),
        };
        match prepare_at_head(content, None, None).await {
            Ok(prepared) => Ok(Ok(prepared)),
            Err(Failure::Problem(problem)) => {
                let told = problem.errors.iter().map(|it| it.detail.clone());
                let told: Vec<_> = told.collect();
                Ok(Err(if told.is_empty() {
                    vec![problem.detail]
                } else {
                    told
                }))
            }
            Err(failure) => Err(failure),
        }
    }
}
