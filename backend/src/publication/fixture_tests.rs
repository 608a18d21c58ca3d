//! An authority with one election, for this feature's tests: a database of its own in a temporary
//! folder, gone with the value.

use std::path::PathBuf;

use actix_web::web::Data;
use conoceles_shared::election::{ElectionSetup, TerritoryKind};
use conoceles_shared::ids::{ActorId, CandidacyId, ElectionId, PartyId};
use conoceles_shared::lifecycle::{Process, SectionState, State};
use conoceles_shared::questionnaire::{ConsentKind, Section, SectionContent};
use conoceles_shared::time::Instant;
use serde_json::json;

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::content::{Authorship, pack};
use crate::candidacy::store::{VersionRow, insert_section_version, load_candidacy};
use crate::core::config::Config;
use crate::core::db::{Tx, store_instant};
use crate::core::ids::new_id;
use crate::core::secrets::token;
use crate::core::state::App;
use crate::portal::Portal;

/// What must never come out: it stands in every private place.
pub const CANARY: &str = "CANARIO-PRIVADO";

pub struct World {
    pub app: Data<App>,
    pub portal: Data<Portal>,
    pub election: ElectionId,
    pub actor: ActorId,
    folder: PathBuf,
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Seconds into the story.
pub fn at(second: i64) -> Instant {
    Instant::from_timestamp(1_716_000_000 + second, 0).unwrap()
}

impl World {
    pub async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("conoceles-pub-{}", token().unwrap()));
        let config = Config {
            database_url: format!("sqlite:{}/t.db", folder.display()),
            data_dir: folder.clone(),
            ..Config::default()
        };
        let app = App::open(config).await.unwrap();
        let world = Self {
            portal: Data::new(Portal::new(&app.secrets)),
            app: Data::new(app),
            election: new_id(at(0)).unwrap(),
            actor: new_id(at(0)).unwrap(),
            folder,
        };
        world.insert_election().await;
        world
    }

    async fn insert_election(&self) {
        let setup: ElectionSetup = serde_json::from_value(json!({
            "name": "Ayuntamientos 2027", "entity": "Estado de México", "date": "2027-06-06",
            "offices": ["deputy_mr", "municipal_presidency"],
            "territories": [
                {"kind": "municipality", "code": "15106", "name": "Toluca"},
                {"kind": "local_district", "code": "2", "name": "Distrito 2, Toluca"},
                {"kind": "local_district", "code": "10", "name": "Distrito 10"}
            ]
        }))
        .unwrap();
        let party: PartyId = new_id(at(0)).unwrap();
        let mut tx = self.app.db.write().await.unwrap();
        let statements = [
            (
                "INSERT INTO elections (id, version, setup, draw_seed, created_at) \
                 VALUES ($1, 1, $2, 'semilla', $3)",
                vec![
                    self.election.to_string(),
                    serde_json::to_string(&setup).unwrap(),
                    store_instant(at(0)),
                ],
            ),
            (
                "INSERT INTO parties (id, name, acronym, colour) VALUES ($1, $2, $3, '#123456')",
                vec![party.to_string(), "Partido Uno".into(), "PU".into()],
            ),
            (
                "INSERT INTO actors (id, election_id, kind, name, party_ids) \
                 VALUES ($1, $2, 'party', 'Partido Uno', $3)",
                vec![
                    self.actor.to_string(),
                    self.election.to_string(),
                    json!([party]).to_string(),
                ],
            ),
        ];
        for (sql, values) in statements {
            run(&mut tx, sql, values).await;
        }
        tx.commit().await.unwrap();
    }

    /// A registered candidacy for an office in a territory.
    pub async fn register(
        &self,
        name: &str,
        office: &str,
        kind: TerritoryKind,
        code: &str,
    ) -> CandidacyId {
        let id: CandidacyId = new_id(at(0)).unwrap();
        let registration = json!({
            "given_names": name, "first_surname": "Núñez", "second_surname": "Ávila",
            "age": 41, "sex": "woman", "office": office, "territory_kind": kind,
            "territory_code": code, "role": "titular", "affirmative_actions": ["indigenous"]
        });
        let mut tx = self.app.db.write().await.unwrap();
        run(
            &mut tx,
            "INSERT INTO candidacies (id, election_id, actor_id, person_id, version, state, \
             process, registration, name_key, private_data, updated_at) \
             VALUES ($1, $2, $3, $4, 1, 'registered', $5, $6, 'n', $7, $8)",
            vec![
                id.to_string(),
                self.election.to_string(),
                self.actor.to_string(),
                id.to_string(),
                serde_json::to_string(&Process::registered()).unwrap(),
                registration.to_string(),
                CANARY.to_owned(),
                store_instant(at(0)),
            ],
        )
        .await;
        tx.commit().await.unwrap();
        id
    }

    /// A candidacy for the one municipality.
    pub async fn mayor(&self, name: &str) -> CandidacyId {
        let (office, kind) = ("municipal_presidency", TerritoryKind::Municipality);
        self.register(name, office, kind, "15106").await
    }

    /// Saves version `version` of a section.
    pub async fn save(&self, id: &CandidacyId, version: u32, content: &SectionContent) {
        let by = Authorship {
            account: None,
            at: at(i64::from(version)),
        };
        let packed = pack(&self.app.secrets, id, version, by, content).unwrap();
        let row = VersionRow {
            candidacy: id.clone(),
            section: content.section(),
            version,
            content: packed.content,
            sha256: packed.sha256,
            account: None,
            saved_at: at(i64::from(version)),
        };
        let mut tx = self.app.db.write().await.unwrap();
        insert_section_version(&mut tx, &row).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Writes a consent into the ledger.
    pub async fn consent(&self, id: &CandidacyId, kind: ConsentKind, granted: bool, second: i64) {
        let mut tx = self.app.db.write().await.unwrap();
        let entry: CandidacyId = new_id(at(second)).unwrap();
        run(
            &mut tx,
            "INSERT INTO consents (id, candidacy_id, kind, granted, notice_version, account_id, \
             at) VALUES ($1, $2, $3, CAST($4 AS BIGINT), '1.0', $5, $6)",
            vec![
                entry.to_string(),
                id.to_string(),
                kind.code().to_owned(),
                u8::from(granted).to_string(),
                id.to_string(),
                store_instant(at(second)),
            ],
        )
        .await;
        tx.commit().await.unwrap();
    }

    pub async fn load(&self, id: &CandidacyId) -> LoadedCandidacy {
        let mut conn = self.app.db.read().await.unwrap();
        load_candidacy(&mut conn, id).await.unwrap().unwrap()
    }

    /// Publishes with these sections at these versions.
    pub async fn publish(
        &self,
        id: &CandidacyId,
        sections: &[(Section, u32)],
        kind: super::Kind,
        second: i64,
    ) {
        let process = published(sections);
        self.publish_as(id, &process, kind, second).await.unwrap();
    }

    pub async fn publish_as(
        &self,
        id: &CandidacyId,
        process: &Process,
        kind: super::Kind,
        second: i64,
    ) -> Result<(), crate::core::error::Failure> {
        let loaded = self.load(id).await;
        let mut tx = self.app.db.write().await.unwrap();
        super::publish(&self.app, &mut tx, &loaded, process, kind, at(second)).await?;
        tx.commit().await.unwrap();
        Ok(())
    }

    pub async fn withdraw(&self, id: &CandidacyId, second: i64) {
        let loaded = self.load(id).await;
        let mut tx = self.app.db.write().await.unwrap();
        super::withdraw(&mut tx, &loaded, at(second)).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Runs one statement of a test's own.
    pub async fn tamper(&self, sql: &'static str) {
        let mut tx = self.app.db.write().await.unwrap();
        run(&mut tx, sql, Vec::new()).await;
        tx.commit().await.unwrap();
    }
}

/// A published process with these sections at these versions, the others never captured.
pub fn published(sections: &[(Section, u32)]) -> Process {
    let mut process = Process::registered();
    process.state = State::Published;
    process.published_at = Some(at(0));
    for section in process.sections.values_mut() {
        section.state = SectionState::Published;
        section.published_version = Some(0);
    }
    for (section, version) in sections {
        let it = process.sections.get_mut(section).unwrap();
        it.version = *version;
        it.published_version = Some(*version);
    }
    process
}

async fn run(tx: &mut Tx, sql: &'static str, values: Vec<String>) {
    let mut query = sqlx::query(sql);
    for value in values {
        query = query.bind(value);
    }
    query.execute(&mut **tx).await.unwrap();
}
