//! What tests need to stand there: an election with an actor, a candidacy and people, made through
//! the same API that the administrator uses.

use serde_json::{Value, json};

use crate::{Answer, Person, Server, content, eventually};

/// The password that everyone in the tests chooses.
pub const PASSWORD: &str = "tres jacarandas moradas";

/// Values that must never appear on a public byte.
pub const CANARIES: [&str; 5] = [
    "XCAN800101MMCNRR04",
    "CANARY80010115M900",
    "XCAN800101AB1",
    "canario.avisos@privado.example",
    "7220009911",
];

/// A small world: one election, one coalition of two parties, one candidacy, five people.
pub struct World {
    /// The administrator.
    pub admin: Person,
    /// The coalition's operator, receipt accepted.
    pub operator: Person,
    /// Two validators.
    pub validators: [Person; 2],
    /// The election's id.
    pub election: String,
    /// The actor's id.
    pub actor: String,
    /// The candidacy's id.
    pub candidacy: String,
}

/// The first administrator of an empty installation.
pub async fn first_admin(server: &Server) -> Person {
    let one_time = create_admin(server).await;
    first_sign_in(server, "admin", &one_time).await
}

/// Makes the first administrator's account by command; gives its one-time password.
///
/// # Panics
/// Where the command fails.
pub async fn create_admin(server: &Server) -> String {
    new_admin(server, "admin").await
}

/// Makes an administrator's account of this name by command; gives its one-time password.
///
/// # Panics
/// Where the command fails.
pub async fn new_admin(server: &Server, login: &str) -> String {
    let (code, out, err) = server
        .command(&[
            "admin",
            "create",
            "--login",
            login,
            "--name",
            "Administración UT",
        ])
        .await;
    assert_eq!(code, 0, "{out}{err}");
    out.split_whitespace()
        .find(|word| word.len() == 23 && word.matches('-').count() == 3)
        .unwrap_or_else(|| panic!("no one-time password in: {out}"))
        .to_owned()
}

/// Signs in with a one-time password and sets one's own.
pub async fn first_sign_in(server: &Server, login: &str, one_time: &str) -> Person {
    let mut person = Person::sign_in(server, login, one_time).await;
    let body = json!({ "new_password": PASSWORD });
    let session = person.change_password(&body).await.ok();
    person.hold(&session);
    person
}

/// Makes an account and signs in for the first time; an operator still has to accept the receipt.
///
/// # Panics
/// Where the answer has no credential.
pub async fn account(
    server: &Server,
    admin: &Person,
    login: &str,
    role: &str,
    actor: Option<&str>,
) -> Person {
    let mut body = json!({ "login": login, "name": format!("Persona {login}"), "role": role });
    if let Some(actor) = actor {
        body["actor"] = json!(actor);
    }
    let credential = admin.post("/api/v1/admin/accounts", &body).await.ok();
    if role != "operator" {
        activate(server, login).await;
    }
    first_sign_in(
        server,
        login,
        credential["one_time_password"].as_str().unwrap(),
    )
    .await
}

/// Activates a staff account from the console, in the place of a second administrator.
///
/// # Panics
/// Where the command fails.
pub async fn activate(server: &Server, login: &str) {
    let (code, out, err) = server
        .command(&["admin", "activate", "--login", login])
        .await;
    assert_eq!(code, 0, "{out}{err}");
}

/// Another administrator, made from the console.
///
/// # Panics
/// Where the command fails.
pub async fn second_admin(server: &Server) -> Person {
    let one_time = new_admin(server, "admin2").await;
    first_sign_in(server, "admin2", &one_time).await
}

/// What a second administrator gets for confirming the only open proposal.
///
/// # Panics
/// Where there is not exactly one.
pub async fn confirm_proposal(second: &Person) -> Answer {
    let all = second.get("/api/v1/admin/proposals").await.ok();
    let all = all["data"].as_array().unwrap();
    let open: Vec<_> = all.iter().filter(|it| it["state"] == "open").collect();
    assert_eq!(open.len(), 1, "{all:?}");
    let path = format!("/api/v1/admin/proposals/{}/confirmation", id(open[0]));
    second.post(&path, &json!({})).await
}

/// An operator of this actor, receipt accepted.
pub async fn operator(server: &Server, admin: &Person, login: &str, actor: &str) -> Person {
    let person = account(server, admin, login, "operator", Some(actor)).await;
    let _ = person.post("/api/v1/auth/receipt", &json!({})).await.ok();
    person
}

/// The id of the account with this user name.
///
/// # Panics
/// Where there is none.
pub async fn account_id(admin: &Person, login: &str) -> String {
    let accounts = admin.get("/api/v1/admin/accounts").await.ok();
    let list = accounts["data"].as_array().unwrap();
    id(list.iter().find(|it| it["login"] == login).unwrap())
}

/// Suspends an account, or takes it back.
pub async fn suspend(admin: &Person, login: &str, suspended: bool) {
    let id = account_id(admin, login).await;
    let path = format!("/api/v1/admin/accounts/{id}/suspension");
    let body = json!({ "suspended": suspended });
    let _ = admin.post(&path, &body).await.ok();
}

/// Registers an election whose day is well after today; gives its id.
pub async fn election(admin: &Person) -> String {
    let setup = election_setup(&election_day());
    id(&admin.post("/api/v1/admin/elections", &setup).await.ok())
}

/// Registers a party; gives its id.
pub async fn party(admin: &Person, name: &str, acronym: &str, colour: &str) -> String {
    let party = json!({ "name": name, "acronym": acronym, "colour": colour });
    id(&admin.post("/api/v1/admin/parties", &party).await.ok())
}

/// Registers an actor of an election; gives its id.
pub async fn actor(
    admin: &Person,
    election: &str,
    kind: &str,
    name: &str,
    parties: &[String],
) -> String {
    let actor = json!({ "kind": kind, "name": name, "parties": parties });
    let path = format!("/api/v1/admin/elections/{election}/actors");
    id(&admin.post(&path, &actor).await.ok())
}

/// What the server answers to a candidacy that is registered.
pub async fn try_to_register(admin: &Person, election: &str, candidacy: &Value) -> Answer {
    let path = format!("/api/v1/admin/elections/{election}/candidacies");
    admin.post(&path, candidacy).await
}

/// Registers a candidacy; gives its id.
pub async fn register(admin: &Person, election: &str, candidacy: &Value) -> String {
    id(&try_to_register(admin, election, candidacy).await.ok())
}

/// Gives or revokes a consent of a candidacy.
pub async fn consent(operator: &Person, candidacy: &str, kind: &str, granted: bool) -> Answer {
    let notice = conoceles_shared::questionnaire::NOTICE_VERSION;
    let body = json!({ "kind": kind, "granted": granted, "notice_version": notice });
    let path = format!("/api/v1/capture/candidacies/{candidacy}/consents");
    operator.post(&path, &body).await
}

/// The setup of an election whose day is `days` from the server's today.
#[must_use]
pub fn election_setup(date: &str) -> Value {
    json!({
        "name": "Ayuntamientos de prueba",
        "entity": "Estado de México",
        "date": date,
        "drill": true,
        "offices": ["governorship", "municipal_presidency", "deputy_mr"],
        "territories": [
            { "kind": "state", "code": "15", "name": "Estado de México" },
            { "kind": "municipality", "code": "15081", "name": "Tecámac" },
            { "kind": "local_district", "code": "33", "name": "Distrito 33, Tecámac" },
        ],
    })
}

/// A new candidacy's registration with every canary in its private data.
#[must_use]
pub fn new_candidacy(actor: &str, first_surname: &str) -> Value {
    json!({
        "actor": actor,
        "registration": {
            "given_names": "Maribel",
            "first_surname": first_surname,
            "second_surname": "Tenorio",
            "nickname": "Maestra Mari",
            "age": 52,
            "sex": "woman",
            "office": "municipal_presidency",
            "territory_kind": "municipality",
            "territory_code": "15081",
            "role": "titular",
            "affirmative_actions": ["indigenous"],
        },
        "private": {
            "curp": CANARIES[0],
            "voter_key": CANARIES[1],
            "rfc": CANARIES[2],
            "notification_email": CANARIES[3],
            "notification_phone": CANARIES[4],
        },
    })
}

/// A day well after today, as the server writes days.
#[must_use]
pub fn election_day() -> String {
    day_from_now(120)
}

/// The day that is this many days after today, as the server writes days.
///
/// # Panics
/// Where there is no `date` command.
#[must_use]
pub fn day_from_now(days: u32) -> String {
    let now = std::process::Command::new("date")
        .args(["-d", &format!("+{days} days"), "+%F"])
        // The authority's days: of the centre of Mexico, whatever the machine's are.
        .env("TZ", "CST6")
        .output();
    String::from_utf8_lossy(&now.unwrap().stdout)
        .trim()
        .to_owned()
}

impl World {
    /// A world in which the operator has accepted the receipt and nothing is captured yet.
    pub async fn new(server: &Server) -> Self {
        let admin = first_admin(server).await;
        let election = election(&admin).await;
        let parties = [
            party(&admin, "Partido Horizonte", "PH", "#8c6239").await,
            party(&admin, "Partido Colibrí", "PC", "#2f6f62").await,
        ];
        let actor = actor(&admin, &election, "coalition", "Raíz y Rumbo", &parties).await;
        let candidacy = new_candidacy(&actor, "Ocampo");
        let candidacy = register(&admin, &election, &candidacy).await;
        let operator = operator(server, &admin, "captura.raiz", &actor).await;
        let validators = [
            account(server, &admin, "validacion1", "validator", None).await,
            account(server, &admin, "validacion2", "validator", None).await,
        ];
        Self {
            admin,
            operator,
            validators,
            election,
            actor,
            candidacy,
        }
    }

    /// Another world in the same installation: an election of this setup, with an actor of the same parties,
    /// a candidacy and an operator of its own.
    ///
    /// # Panics
    /// Where something is refused.
    pub async fn beside(&self, server: &Server, setup: &Value, login: &str) -> Self {
        let admin = Person::sign_in(server, "admin", PASSWORD).await;
        let election = id(&admin.post("/api/v1/admin/elections", setup).await.ok());
        let parties = admin.get("/api/v1/admin/parties").await.ok();
        let parties: Vec<_> = parties["data"].as_array().unwrap().iter().map(id).collect();
        let actor = actor(&admin, &election, "coalition", "Raíz y Rumbo", &parties).await;
        let candidacy = register(&admin, &election, &new_candidacy(&actor, "Ocampo")).await;
        let operator = operator(server, &admin, login, &actor).await;
        let validators = [
            Person::sign_in(server, "validacion1", PASSWORD).await,
            Person::sign_in(server, "validacion2", PASSWORD).await,
        ];
        Self {
            admin,
            operator,
            validators,
            election,
            actor,
            candidacy,
        }
    }

    /// An operator of another actor in the same election, receipt accepted.
    pub async fn stranger(&self, server: &Server) -> Person {
        let (admin, election) = (&self.admin, &self.election);
        let actor = actor(admin, election, "independent", "Otra persona", &[]).await;
        operator(server, &self.admin, "otra", &actor).await
    }

    /// Another operator of the same actor, receipt accepted.
    pub async fn colleague(&self, server: &Server, login: &str) -> Person {
        operator(server, &self.admin, login, &self.actor).await
    }

    /// The consent, and the motivation as the only section that is captured.
    pub async fn begin(&self) {
        let _ = self.consent("treatment", true).await.ok();
        let path = self.capture("/sections/motivation");
        let text = json!({ "text": content::text(300) });
        let _ = self.operator.put(&path, 0, &text).await.ok();
    }

    /// The path of the candidacy for its operator.
    #[must_use]
    pub fn capture(&self, rest: &str) -> String {
        format!("/api/v1/capture/candidacies/{}{rest}", self.candidacy)
    }

    /// The path of the candidacy for a reviewer.
    #[must_use]
    pub fn review(&self, rest: &str) -> String {
        format!("/api/v1/review/candidacies/{}{rest}", self.candidacy)
    }

    /// The operator's page of the candidacy.
    #[must_use]
    pub fn page(&self, rest: &str) -> String {
        format!("/mesa/candidaturas/{}{rest}", self.candidacy)
    }

    /// The path of the candidacy for everyone.
    #[must_use]
    pub fn public(&self) -> String {
        format!("/api/v1/candidacies/{}", self.candidacy)
    }

    /// Gives or revokes a consent.
    pub async fn consent(&self, kind: &str, granted: bool) -> Answer {
        consent(&self.operator, &self.candidacy, kind, granted).await
    }

    /// Captures everything: consents, photo, texts, identity.
    pub async fn capture_all(&self) {
        for kind in ["treatment", "identity_publication", "statistics"] {
            let _ = self.consent(kind, true).await.ok();
        }
        let photo = content::photo(800, 1000);
        let _ = self.upload(0, "", "image/jpeg", photo).await.ok();
        for (section, answer) in content::curricular() {
            let path = self.capture(&format!("/sections/{section}"));
            let _ = self.operator.put(&path, 0, &answer).await.ok();
        }
        let path = self.capture("/sections/identity");
        let _ = self.operator.put(&path, 0, &content::identity()).await.ok();
    }

    /// Uploads a photo on a version; `frame` is a query string or nothing.
    pub async fn upload(&self, version: u64, frame: &str, kind: &str, bytes: Vec<u8>) -> Answer {
        let tag = format!("\"{version}\"");
        let headers = [("if-match", tag.as_str()), ("content-type", kind)];
        let path = self.capture(&format!("/photo{frame}"));
        let put = reqwest::Method::PUT;
        self.operator.send(put, &path, &headers, Some(bytes)).await
    }

    /// Sends the candidacy to review.
    pub async fn send(&self) -> Answer {
        let path = self.capture("/submission");
        self.operator.post(&path, &json!({})).await
    }

    /// Captures everything and sends it.
    pub async fn submit(&self) {
        self.capture_all().await;
        let _ = self.send().await.ok();
    }

    /// One validator takes the candidacy.
    pub async fn claim(&self, who: usize) -> Answer {
        let path = self.review("/claim");
        self.validators[who].post(&path, &json!({})).await
    }

    /// One validator's turn: everything to decide is approved, but `observed` is observed.
    ///
    /// # Panics
    /// Where a step is refused.
    pub async fn turn(&self, who: usize, observed: Option<&str>) -> Value {
        self.decide(who, observed).await;
        self.validators[who]
            .post(&self.review("/conclusion"), &json!({}))
            .await
            .ok()
    }

    /// The same, before it is concluded.
    ///
    /// # Panics
    /// Where a step is refused.
    pub async fn decide(&self, who: usize, observed: Option<&str>) {
        let person = &self.validators[who];
        let desk = self.claim(who).await.ok();
        for section in desk["sections"].as_array().unwrap() {
            if section["to_decide"] != true {
                continue;
            }
            let name = section["section"].as_str().unwrap();
            let mut decision = json!({
                "version": section["version"], "sha256": section["sha256"], "verdict": "approve",
            });
            if observed == Some(name) {
                decision["verdict"] = json!("observe");
                decision["ground"] = json!("sexist_language");
                decision["reason"] = json!("Use lenguaje incluyente en el segundo párrafo.");
            }
            let path = self.review(&format!("/sections/{name}/decision"));
            let _ = person.replace(&path, &decision).await.ok();
        }
    }

    /// Captures, sends, and has both validators approve: published.
    pub async fn publish(&self) {
        self.submit().await;
        self.approve().await;
    }

    /// Both validators approve what was sent: published.
    ///
    /// # Panics
    /// Where it is not.
    pub async fn approve(&self) {
        let _ = self.turn(0, None).await;
        assert_eq!(self.turn(1, None).await["state"], "published");
    }
}

/// The `id` of an answer.
///
/// # Panics
/// Where it has none.
#[must_use]
pub fn id(answer: &Value) -> String {
    answer["id"]
        .as_str()
        .unwrap_or_else(|| panic!("no id in {answer}"))
        .to_owned()
}

/// One section of a candidacy, on whatever it is shown.
///
/// # Panics
/// Where it is not there.
#[must_use]
pub fn section<'a>(of: &'a Value, name: &str) -> &'a Value {
    let sections = of["sections"].as_array().unwrap();
    sections.iter().find(|it| it["section"] == name).unwrap()
}

/// What anyone is answered, once it is as wanted: a running server follows the log within a second.
///
/// # Panics
/// Where it is not in time.
pub async fn public_answer(
    server: &Server,
    path: &str,
    wanted: impl Fn(&Answer) -> bool,
) -> Answer {
    let reader = Person::anonymous(server);
    eventually(path, async || {
        let answer = reader.get(path).await;
        if wanted(&answer) {
            Ok(answer)
        } else {
            Err(answer.text())
        }
    })
    .await
}

/// A public record, once it is published.
///
/// # Panics
/// Where it is not in time.
pub async fn public_record(server: &Server, path: &str) -> Value {
    let answer = public_answer(server, path, |it| it.status == 200).await;
    answer.json()["data"].clone()
}
