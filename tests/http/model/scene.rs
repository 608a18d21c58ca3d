//! The real server beside the model: people, candidacies, and how an act is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::DateTime;
use conoceles_shared::election::{CaptureDates, ElectionSetup};
use conoceles_shared::lifecycle::{CorrectionState, Process, State};
use conoceles_shared::questionnaire::{NOTICE_VERSION, Section};
use conoceles_shared::time::{Instant, Period};
use conoceles_tests::endings::once_confirmed;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::acts::{self, Act};
use super::expected::{Around, Cast, Modelled, Outcome};
use super::*;
use builders::PASSWORD;
use conoceles_tests::Answer;

/// How many candidacies an actor has.
pub const PER_ACTOR: usize = 4;
/// Seconds on both sides of a deadline in which the server's clock and the model's may differ.
const EDGE: i64 = 4;
const REASON: &str = "Según el oficio UT/12/2027, el nombre del programa cambió.";
/// Of no section.
const OTHER_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One candidacy on both sides.
struct Candidacy {
    id: String,
    model: Modelled,
    /// The hashes that the desk showed, by section and version.
    hashes: BTreeMap<(Section, u32), String>,
    /// What happened to it so far, to be printed where it fails.
    past: Vec<String>,
}

/// The server with everyone in it.
pub struct Scene<'a> {
    server: &'a Server,
    admin: Person,
    validators: [Person; 2],
    stranger: Person,
    operator: Person,
    operator_login: String,
    cast: Cast,
    election: String,
    setup: ElectionSetup,
    capture: Period,
    candidacies: Vec<Candidacy>,
    /// Actors so far.
    actors: usize,
    /// Steps so far.
    steps: u64,
    reached: BTreeSet<&'static str>,
}

fn instant(seconds: u64) -> Instant {
    DateTime::from_timestamp(i64::try_from(seconds).unwrap(), 0).unwrap()
}

async fn account_of(admin: &Person, login: &str) -> conoceles_shared::ids::AccountId {
    builders::account_id(admin, login).await.parse().unwrap()
}

impl<'a> Scene<'a> {
    /// Staff, and an operator of an actor that has nothing.
    pub async fn new(server: &'a Server) -> Self {
        let admin = builders::first_admin(server).await;
        let (election, setup) = new_election(server, &admin).await;
        let validators = [
            builders::account(server, &admin, "validacion1", "validator", None).await,
            builders::account(server, &admin, "validacion2", "validator", None).await,
        ];
        let nobody = builders::actor(&admin, &election, "independent", "Nadie", &[]).await;
        let stranger = builders::operator(server, &admin, "extrana", &nobody).await;
        let cast = Cast {
            operator: account_of(&admin, "extrana").await,
            validators: [
                account_of(&admin, "validacion1").await,
                account_of(&admin, "validacion2").await,
            ],
            admin: account_of(&admin, "admin").await,
        };
        let now = instant(server.now());
        Self {
            server,
            admin,
            validators,
            stranger,
            operator: Person::anonymous(server),
            operator_login: String::new(),
            cast,
            election,
            setup,
            capture: Period {
                starts: now,
                ends: now,
            },
            candidacies: Vec::new(),
            actors: 0,
            steps: 0,
            reached: BTreeSet::new(),
        }
    }

    /// Another actor with candidacies that nobody has touched; another election where this one's end
    /// is near.
    pub async fn begin_with_another_actor(&mut self) {
        self.renew().await;
        self.actors += 1;
        let left = self.setup.publication_ends() - self.now();
        if left.num_days() < 60 {
            (self.election, self.setup) = new_election(self.server, &self.admin).await;
        }
        let name = format!("Actor {}", self.actors);
        let (admin, election) = (&self.admin, &self.election);
        let actor = builders::actor(admin, election, "independent", &name, &[]).await;
        let login = format!("captura.{}", self.actors);
        self.operator = builders::operator(self.server, admin, &login, &actor).await;
        self.cast.operator = account_of(admin, &login).await;
        self.operator_login = login;
        let dates = CaptureDates {
            received: Some(self.now()),
            ..CaptureDates::default()
        };
        self.capture = dates.period(&self.setup).unwrap();
        self.candidacies.clear();
        for number in 0..PER_ACTOR {
            let mut new = builders::new_candidacy(&actor, "Ocampo");
            // Each another person, at another place.
            new["registration"]["given_names"] =
                json!(format!("Persona {}", letters(self.actors, number)));
            if number > 1 {
                new["registration"]["office"] = json!("deputy_mr");
                new["registration"]["territory_kind"] = json!("local_district");
                new["registration"]["territory_code"] = json!("33");
            }
            if number % 2 == 1 {
                new["registration"]["role"] = json!("alternate");
            }
            new["private"]["curp"] = json!(null);
            let id = builders::register(&self.admin, &self.election, &new).await;
            self.candidacies.push(Candidacy {
                id,
                model: Modelled::registered(),
                hashes: BTreeMap::new(),
                past: Vec::new(),
            });
        }
    }

    fn now(&self) -> Instant {
        instant(self.server.now())
    }

    fn around(&self, shift: i64) -> Around<'_> {
        Around {
            setup: &self.setup,
            capture: self.capture,
            now: self.now() + chrono::Duration::seconds(shift),
        }
    }

    /// Where something is decided within these seconds, both sides may see it differently: later
    /// they do not.
    pub fn move_clock_off_the_edge(&self, which: usize) {
        let model = &self.candidacies[which].model;
        while model.in_force(self.around(-EDGE)) != model.in_force(self.around(EDGE)) {
            self.server.advance(Duration::from_secs(5));
        }
    }

    /// What somebody tries.
    pub fn choose(&self, which: usize, dice: &mut ChaCha8Rng) -> Act {
        let process = self.candidacies[which].model.in_force(self.around(0));
        acts::choose(&process, &self.cast.validators, dice)
    }

    /// Time passes.
    pub async fn wait(&mut self, seconds: u64) {
        self.server.advance(Duration::from_secs(seconds));
        for it in &mut self.candidacies {
            it.past.push(format!("{seconds} s later"));
        }
        self.renew().await;
    }

    /// Everyone goes on: access ends after minutes, and is renewed; sessions end after hours.
    async fn renew(&mut self) {
        let operator = (!self.operator_login.is_empty()).then_some(self.operator_login.as_str());
        let [first, second] = &mut self.validators;
        let mut everyone = vec![
            (&mut self.admin, "admin"),
            (&mut self.stranger, "extrana"),
            (first, "validacion1"),
            (second, "validacion2"),
        ];
        everyone.extend(operator.map(|login| (&mut self.operator, login)));
        for (person, login) in everyone {
            // A password is slow to check, and asked for only where it must be.
            if !person.refresh().await.status.is_success() {
                person.enter(login, PASSWORD).await;
            }
        }
    }

    /// Asks for it, and compares the answer and the candidacy after it. Whether it was accepted.
    pub async fn play(&mut self, which: usize, act: &Act, seed: u64) -> bool {
        if let Act::Decide { who, section, .. } = act {
            self.look_at_desk(which, *who, *section).await;
        }
        let expected = self.candidacies[which]
            .model
            .after(act, &self.cast, self.around(0));
        let answer = self.ask(which, act).await;
        let status = answer.status.as_u16();
        self.candidacies[which]
            .past
            .push(format!("{act:?} → {status}"));
        let accepted = match expected {
            Outcome::Done(next) => {
                if !answer.status.is_success() {
                    self.fails(which, seed, &format!("should be done: {}", answer.text()));
                }
                self.candidacies[which].model = *next;
                true
            }
            Outcome::Refused(wanted, code) => {
                let same_code = code.is_none_or(|it| status >= 400 && answer.code() == it.as_str());
                if status != wanted || !same_code {
                    let why = format!("should be {wanted} {code:?}: {}", answer.text());
                    self.fails(which, seed, &why);
                }
                false
            }
        };
        // What is refused changes nothing: to look at it now and then is enough, and each look takes
        // as long as a step.
        self.steps += 1;
        if accepted || self.steps.is_multiple_of(4) {
            self.compare(which, seed).await;
        }
        accepted
    }

    /// What the operator is told of it is what the model says.
    async fn compare(&mut self, which: usize, seed: u64) {
        let model = &self.candidacies[which].model;
        let (before, after) = (
            model.in_force(self.around(-EDGE)),
            model.in_force(self.around(EDGE)),
        );
        if before != after {
            // A deadline came by meanwhile: the next step sees it.
            return;
        }
        let path = format!("/api/v1/capture/candidacies/{}", self.candidacies[which].id);
        let shown = self.operator.get(&path).await.ok();
        let told = |process: &Process| {
            let sections: Vec<_> = Section::REVIEWABLE
                .iter()
                .map(|it| {
                    let section = process.section(*it);
                    (
                        it.code().to_owned(),
                        section.state.code().to_owned(),
                        u64::from(section.version),
                    )
                })
                .collect();
            (process.state.code().to_owned(), sections)
        };
        let sections = shown["sections"].as_array().unwrap();
        let real: Vec<_> = sections
            .iter()
            .filter(|it| it["section"] != "consents")
            .map(|it| {
                let text = |name: &str| it[name].as_str().unwrap().to_owned();
                (
                    text("section"),
                    text("state"),
                    it["version"].as_u64().unwrap(),
                )
            })
            .collect();
        let real = (shown["state"].as_str().unwrap().to_owned(), real);
        let wanted = told(&after);
        let consents = serde_json::to_value(self.candidacies[which].model.consents).unwrap();
        if real != wanted || shown["consents"] != consents {
            let why = format!("is {real:?}\nshould be {wanted:?}\nwith {consents}");
            self.fails(which, seed, &why);
        }
        self.note_what_was_reached(&after);
    }

    fn note_what_was_reached(&mut self, process: &Process) {
        self.reached.insert(process.state.code());
        match process.correction.as_ref().map(|it| it.state) {
            Some(CorrectionState::Claimed) => self.reached.insert("correction claimed"),
            Some(CorrectionState::Open) => self.reached.insert("correction open"),
            _ => false,
        };
    }

    /// A walk that never leaves capture shows little.
    pub fn assert_far_enough(&self, steps: u64) {
        let all = [
            State::InCapture.code(),
            State::Submitted.code(),
            State::InReview.code(),
            State::Observed.code(),
            State::Resubmitted.code(),
            State::Published.code(),
            State::Cancelled.code(),
            "correction open",
            "correction claimed",
        ];
        let missed: Vec<_> = all
            .iter()
            .filter(|it| !self.reached.contains(*it))
            .collect();
        assert!(
            steps < 2_000 || missed.is_empty(),
            "never reached: {missed:?}"
        );
    }

    /// Everything that led here, with what repeats it.
    fn fails(&self, which: usize, seed: u64, why: &str) -> ! {
        let past = self.candidacies[which].past.join("\n  ");
        panic!(
            "CONOCELES_MODEL_SEED={seed} on {:?}\n  {past}\n{why}",
            self.server.engine()
        );
    }

    /// The hash that a decision names, where the desk shows it.
    async fn look_at_desk(&mut self, which: usize, who: usize, section: Section) {
        let candidacy = &mut self.candidacies[which];
        let version = candidacy.model.process.section(section).version;
        if candidacy.hashes.contains_key(&(section, version)) {
            return;
        }
        let path = format!("/api/v1/review/candidacies/{}", candidacy.id);
        let desk = self.validators[who].get(&path).await.ok();
        for it in desk["sections"].as_array().unwrap() {
            let section: Section = it["section"].as_str().unwrap().parse().unwrap();
            let version = u32::try_from(it["version"].as_u64().unwrap()).unwrap();
            let hash = it["sha256"].as_str().unwrap().to_owned();
            candidacy.hashes.insert((section, version), hash);
        }
    }

    async fn ask(&self, which: usize, act: &Act) -> Answer {
        let it = &self.candidacies[which];
        let capture = format!("/api/v1/capture/candidacies/{}", it.id);
        let review = format!("/api/v1/review/candidacies/{}", it.id);
        let admin = format!("/api/v1/admin/candidacies/{}", it.id);
        let (operator, nothing) = (&self.operator, json!({}));
        let version = |section: Section| it.model.process.section(section).version;
        match act {
            Act::Consent { kind, granted } => {
                let body = json!({ "kind": kind.code(), "granted": granted, "notice_version": NOTICE_VERSION });
                operator.post(&format!("{capture}/consents"), &body).await
            }
            Act::Save {
                section,
                body,
                stale,
            } => {
                let based_on = u64::from(version(*section)) + u64::from(*stale);
                operator
                    .put(&format!("{capture}/sections/{section}"), based_on, body)
                    .await
            }
            Act::Answer { section } => {
                let body = json!({ "answer": REASON });
                operator
                    .post(&format!("{capture}/sections/{section}/answer"), &body)
                    .await
            }
            Act::Submit => {
                operator
                    .post(&format!("{capture}/submission"), &nothing)
                    .await
            }
            Act::RequestCorrection { sections } => {
                let codes: Vec<_> = sections.iter().map(|it| it.code()).collect();
                let body = json!({ "sections": codes, "reason": REASON });
                operator.post(&format!("{capture}/correction"), &body).await
            }
            Act::SendCorrection => {
                operator
                    .post(&format!("{capture}/correction/submission"), &nothing)
                    .await
            }
            Act::Stranger { section } => {
                self.stranger
                    .get(&format!("{capture}/sections/{section}"))
                    .await
            }
            Act::WrongRole { who: 0 } => operator.post(&format!("{review}/claim"), &nothing).await,
            Act::WrongRole { .. } => {
                let body = json!({ "acuerdo": "IEEM/CG/1/2027" });
                self.validators[0]
                    .post(&format!("{admin}/cancellation"), &body)
                    .await
            }
            Act::Cancel | Act::Substitute => {
                let end = if matches!(act, Act::Cancel) {
                    "cancellation"
                } else {
                    "substitution"
                };
                let body = json!({ "acuerdo": "IEEM/CG/1/2027" });
                let asked = self.admin.post(&format!("{admin}/{end}"), &body).await;
                once_confirmed(self.server, asked).await
            }
            Act::Wait { .. } => unreachable!("waiting asks for nothing"),
            _ => self.ask_as_validator(which, act, &review).await,
        }
    }

    async fn ask_as_validator(&self, which: usize, act: &Act, review: &str) -> Answer {
        let basis = json!({ "basis": REASON });
        let post = async |who: &usize, rest: &str, body: &Value| {
            self.validators[*who]
                .post(&format!("{review}/{rest}"), body)
                .await
        };
        match act {
            Act::Claim { who } => post(who, "claim", &json!({})).await,
            Act::Release { who } => {
                self.validators[*who]
                    .delete(&format!("{review}/claim"))
                    .await
            }
            Act::Conclude { who } => post(who, "conclusion", &json!({})).await,
            Act::OpenCorrection { who } => post(who, "correction/opening", &json!({})).await,
            Act::RefuseCorrection { who } => {
                post(who, "correction/refusal", &json!({ "reason": REASON })).await
            }
            Act::Pause { who, section } => {
                post(who, &format!("sections/{section}/pause"), &basis).await
            }
            Act::Resume { who, section } => {
                post(who, &format!("sections/{section}/resume"), &basis).await
            }
            Act::Decide {
                who,
                section,
                observe,
                outdated,
            } => {
                let it = &self.candidacies[which];
                let version = it.model.process.section(*section).version;
                let known = it.hashes.get(&(*section, version)).filter(|_| !outdated);
                let hash = known.map_or(OTHER_HASH, String::as_str);
                let mut body = json!({ "version": version, "sha256": hash, "verdict": "approve" });
                if *observe {
                    body["verdict"] = json!("observe");
                    body["ground"] = json!("sexist_language");
                    body["reason"] = json!("Use lenguaje incluyente en el segundo párrafo.");
                }
                let path = format!("{review}/sections/{section}/decision");
                self.validators[*who].replace(&path, &body).await
            }
            other => unreachable!("{other:?} is no validator's"),
        }
    }
}

/// An election whose day is well after the server's today.
async fn new_election(server: &Server, admin: &Person) -> (String, ElectionSetup) {
    let day = instant(server.now()) + chrono::Duration::days(150);
    let day = conoceles_shared::time::local_date(day).to_string();
    let mut body = builders::election_setup(&day);
    body["name"] = json!(format!("Elección del {day}"));
    let made = admin.post("/api/v1/admin/elections", &body).await.ok();
    let shown = admin
        .get(&format!("/api/v1/admin/elections/{}", builders::id(&made)))
        .await
        .ok();
    let setup = serde_json::from_value(shown["setup"].clone());
    let setup = setup.unwrap_or_else(|why| panic!("{why}: {shown}"));
    (builders::id(&made), setup)
}

/// A name that nobody else has, in letters.
fn letters(actor: usize, number: usize) -> String {
    let letter = |it: usize| char::from(b'a' + u8::try_from(it % 26).unwrap());
    [actor / 26, actor, number]
        .iter()
        .map(|it| letter(*it))
        .collect()
}
