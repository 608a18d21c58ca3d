//! Everything of the demo into the database, in one transaction.

use std::collections::HashMap;

use conoceles_shared::api::admin::{Party, PartyData};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::catalogues::ActorKind;
use conoceles_shared::election::{CaptureDates, ElectionSetup};
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, PartyId};
use conoceles_shared::questionnaire::{NOTICE_VERSION, Photo};
use conoceles_shared::time::Instant;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use serde_json::json;

use super::accounts::{self, DemoAccount};
use super::cast::Candidacy;
use super::contents::contents;
use super::days::Days;
use super::material::{ActorCast, InventedParty, Material};
use super::plots;
use super::story::{PublicChange, Stage, Story};
use crate::accounts::store::insert_account;
use crate::admin::store::{NewCandidacyRow, insert_candidacy};
use crate::candidacy::private;
use crate::candidacy::store::{insert_section_version, load_candidacy, observations};
use crate::capture::store::{ConsentEntry, append_consent};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::token;
use crate::core::state::App;
use crate::elections::{ActorRow, ElectionRow, insert_actor, insert_election, insert_party};
use crate::hints;
use crate::publication::publish;

/// An election to be written.
pub struct Scene {
    pub setup: ElectionSetup,
    pub actors: Vec<ActorCast>,
    /// When each actor accepted the receipt; none where it has not yet.
    pub receipts: Vec<Option<Instant>>,
    pub candidacies: Vec<Candidacy>,
    /// The photo of each candidacy.
    pub photos: Vec<Option<Photo>>,
}

/// What an election leaves to be done for both together.
#[derive(Default)]
pub struct Written {
    pub operators: Vec<DemoAccount>,
    /// What the public saw, not yet in order.
    pub public: Vec<(CandidacyId, PublicChange)>,
}

/// What is the same for every election.
pub struct Writer<'a> {
    pub app: &'a App,
    pub material: &'a Material,
    /// The instant of seeding.
    pub now: Instant,
    pub days: Days,
    pub validators: [AccountId; 2],
    /// By acronym.
    pub parties: HashMap<String, PartyId>,
}

/// Whose candidacy it is, and where.
struct Standing<'a> {
    election: &'a ElectionRow,
    actor: &'a ActorRow,
    operator: &'a AccountId,
}

/// Stores the parties; their ids by acronym.
pub async fn insert_parties(
    conn: Conn<'_>,
    parties: &[InventedParty],
    now: Instant,
) -> Result<HashMap<String, PartyId>, Failure> {
    let mut ids = HashMap::new();
    for it in parties {
        let party = Party {
            id: new_id(now)?,
            version: 1,
            logo: None,
            data: PartyData {
                name: it.name.clone(),
                acronym: it.acronym.clone(),
                colour: it.colour.clone(),
            },
        };
        insert_party(&mut *conn, &party).await?;
        ids.insert(it.acronym.clone(), party.id);
    }
    Ok(ids)
}

impl Writer<'_> {
    /// Stores an election with its actors, operators and candidacies. Nothing is public yet.
    ///
    /// # Errors
    /// A plot that the lifecycle refuses, besides the database.
    pub async fn election(&self, conn: Conn<'_>, scene: &Scene) -> Result<Written, Failure> {
        let election = ElectionRow {
            id: new_id(self.now)?,
            version: 1,
            setup: scene.setup.clone(),
            draw_seed: token()?,
        };
        insert_election(&mut *conn, &election, self.now).await?;
        let actors = self.actors(&mut *conn, &election, scene).await?;
        let mut written = Written::default();
        for (actor, cast) in actors.iter().zip(&scene.actors) {
            let operator = accounts::operator(
                new_id(self.now)?,
                &cast.login,
                actor,
                short(&scene.setup),
                self.days.end(20),
            );
            let operator = operator.hashed().await?;
            let made = self.days.at(-13, 9, 0);
            insert_account(&mut *conn, &self.app.secrets, &operator.row, made).await?;
            written.operators.push(operator);
        }
        for (it, photo) in scene.candidacies.iter().zip(&scene.photos) {
            let (Some(actor), Some(operator)) =
                (actors.get(it.actor), written.operators.get(it.actor))
            else {
                return Err(Failure::internal("seed: no such actor"));
            };
            let standing = Standing {
                election: &election,
                actor,
                operator: &operator.row.id,
            };
            let public = self.candidacy(&mut *conn, &standing, it, photo.clone());
            let public = public.await?;
            written.public.extend(public);
        }
        Ok(written)
    }

    async fn actors(
        &self,
        conn: Conn<'_>,
        election: &ElectionRow,
        scene: &Scene,
    ) -> Result<Vec<ActorRow>, Failure> {
        let mut actors = Vec::new();
        for (at, (cast, received)) in scene.actors.iter().zip(&scene.receipts).enumerate() {
            let person = scene.candidacies.iter().find(|it| it.actor == at);
            let name = match (cast.kind, person) {
                (ActorKind::Independent, Some(it)) => {
                    format!("{} (independiente)", it.registration.full_name())
                }
                _ => cast.name.clone(),
            };
            let parties = cast.parties.iter();
            let actor = ActorRow {
                id: new_id::<ActorId>(self.now)?,
                version: 1,
                election: election.id.clone(),
                kind: Some(cast.kind),
                name,
                parties: parties
                    .filter_map(|it| self.parties.get(it).cloned())
                    .collect(),
                received: *received,
                accepted: *received,
                capture_end: None,
                candidacies: 0,
                accounts: 0,
            };
            insert_actor(&mut *conn, &actor).await?;
            actors.push(actor);
        }
        Ok(actors)
    }

    async fn candidacy(
        &self,
        conn: Conn<'_>,
        standing: &Standing<'_>,
        it: &Candidacy,
        photo: Option<Photo>,
    ) -> Result<Vec<(CandidacyId, PublicChange)>, Failure> {
        let Standing {
            election,
            actor,
            operator,
        } = *standing;
        let settings = &election.setup.settings;
        let id = new_id(self.now)?;
        let mut rng = ChaCha8Rng::seed_from_u64(it.seed);
        let contents = contents(&mut rng, self.material, it, photo, &settings.limits);
        let dates = CaptureDates {
            received: actor.received,
            ..CaptureDates::default()
        };
        let stage = Stage {
            setup: &election.setup,
            capture: dates.period(&election.setup),
            operator,
            validators: &self.validators,
            id: &id,
        };
        let mut story = Story::new(stage, &self.app.secrets, self.days.at(-13, 12, 0));
        let remarks = &self.material.remarks;
        plots::tell(
            &mut story,
            &mut rng,
            &self.days,
            remarks,
            it.situation,
            &contents,
        )?;
        let data = it.person.private();
        let row = NewCandidacyRow {
            id: id.clone(),
            election: election.id.clone(),
            actor: actor.id.clone(),
            person: private::person(&self.app.secrets, data.curp.as_deref(), self.now)?,
            process: story.process.clone(),
            registration: it.registration.clone(),
            private: Some(private::seal(&self.app.secrets, &id, &data)?),
            own_period: None,
            substitutes: None,
        };
        insert_candidacy(&mut *conn, &row, story.at).await?;
        self.insert_story(conn, &row, &story).await?;
        Ok(story
            .public
            .into_iter()
            .map(|change| (id.clone(), change))
            .collect())
    }

    /// What a story leaves behind besides the process.
    async fn insert_story(
        &self,
        conn: Conn<'_>,
        row: &NewCandidacyRow,
        story: &Story<'_>,
    ) -> Result<(), Failure> {
        if let Some(at) = story.consented {
            for kind in story.consents_given() {
                let entry = ConsentEntry {
                    candidacy: &row.id,
                    kind,
                    granted: true,
                    notice_version: NOTICE_VERSION,
                    account: story.operator(),
                };
                append_consent(&mut *conn, &entry, at).await?;
            }
        }
        for version in &story.versions {
            insert_section_version(&mut *conn, version).await?;
            let sent = row.process.submitted_at.is_some();
            if version.section.is_text() && sent {
                hints::keep_fingerprints(&mut *conn, &row.election, version).await?;
            }
        }
        for it in &story.observations {
            observations::insert_observation(&mut *conn, &row.id, &it.by, &it.row).await?;
            if let Some((answer, at)) = &it.answer {
                observations::note_answer(&mut *conn, &it.row.id, answer, *at).await?;
            }
        }
        let entry = AuditEntry {
            election: Some(&row.election),
            candidacy: Some(&row.id),
            detail: json!({ "state": row.process.state }),
            ..AuditEntry::of_system(AuditAction::Seeded)
        };
        audit::write(conn, story.at, entry).await
    }

    /// Publishes what the public saw, in the order in which it happened.
    pub async fn publish(
        &self,
        conn: Conn<'_>,
        mut public: Vec<(CandidacyId, PublicChange)>,
    ) -> Result<(), Failure> {
        public.sort_by_key(|(_, change)| change.at);
        for (id, change) in &public {
            let loaded = load_candidacy(&mut *conn, id)
                .await?
                .ok_or_else(|| Failure::internal("seed: a candidacy is gone"))?;
            publish(
                self.app,
                &mut *conn,
                &loaded,
                &change.process,
                change.kind,
                change.at,
            )
            .await?;
        }
        Ok(())
    }
}

/// The first word of the election's name.
fn short(setup: &ElectionSetup) -> &str {
    setup.name.split(' ').next().unwrap_or_default()
}
