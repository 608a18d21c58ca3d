//! A small world in which most tests begin, and what its people do.

use serde_json::{Value, json};

use super::{
    PASSWORD, account, actor, consent, election, first_admin, id, new_candidacy, operator, party,
    register,
};
use crate::{Answer, Person, Server, content};

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
