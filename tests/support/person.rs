//! People: each with a cookie jar and, once signed in, an access token.

use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

use crate::{Authenticator, Server};

/// Where the second factor is seen, set up and renewed.
pub const SECOND_FACTOR: &str = "/api/v1/auth/second-factor";

/// Someone who uses the server.
pub struct Person {
    client: Client,
    base: String,
    token: Option<String>,
}

/// What the server answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: reqwest::header::HeaderMap,
    /// The body, whatever it is.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    ///
    /// # Panics
    /// Where it is not JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|_| panic!("not JSON ({}): {}", self.status, self.text()))
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A header as text; empty where it is missing.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default()
    }

    /// The stable code of a problem; also checks that it is a well-formed one.
    ///
    /// # Panics
    /// Where the answer is not `application/problem+json` or its status differs from its body's.
    #[must_use]
    pub fn code(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}",
            self.text()
        );
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert!(!problem["detail"].as_str().unwrap().is_empty());
        problem["code"].as_str().unwrap().to_owned()
    }

    /// The pointers of a problem's field errors.
    ///
    /// # Panics
    /// Where the answer is not a problem.
    #[must_use]
    pub fn pointers(&self) -> Vec<String> {
        let problem = self.json();
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|it| it["pointer"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Asserts success and gives the JSON.
    ///
    /// # Panics
    /// Where the status is not 2xx.
    #[must_use]
    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text());
        if self.bytes.is_empty() {
            Value::Null
        } else {
            self.json()
        }
    }

    /// Asserts a refusal with this status and code.
    ///
    /// # Panics
    /// Where it is another answer.
    pub fn refused(&self, status: u16, code: &str) {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.code(), code, "{}", self.text());
    }
}

impl Person {
    /// Someone who is not signed in.
    #[must_use]
    pub fn anonymous(server: &Server) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .no_gzip()
            .no_brotli()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            // Before the server, which closes what is idle for five: one that it closes while a request is on
            // its way would be an answer that nobody gives.
            .pool_idle_timeout(std::time::Duration::from_secs(2))
            .build()
            .unwrap();
        Self {
            client,
            base: server.base.clone(),
            token: None,
        }
    }

    /// Someone who signs in with a password and holds the session.
    pub async fn sign_in(server: &Server, login: &str, password: &str) -> Self {
        let mut person = Self::anonymous(server);
        person.enter(login, password).await;
        person
    }

    /// Signs in again.
    pub async fn enter(&mut self, login: &str, password: &str) {
        let session = self.try_to_enter(login, password).await.ok();
        self.hold(&session);
    }

    /// What the server answers to a name and a password.
    pub async fn try_to_enter(&self, login: &str, password: &str) -> Answer {
        let body = json!({ "login": login, "password": password });
        self.post("/api/v1/auth/sign-in", &body).await
    }

    /// What the server answers to a code of the second factor.
    pub async fn give_code(&self, code: &str) -> Answer {
        let body = json!({ "code": code });
        self.post("/api/v1/auth/sign-in/code", &body).await
    }

    /// Sets the second factor up: the telephone, and the recovery codes.
    ///
    /// # Panics
    /// Where a step is refused.
    pub async fn enrol(&mut self, server: &Server, proof: &Value) -> (Authenticator, Vec<String>) {
        let shown = self.post(SECOND_FACTOR, proof).await.ok();
        let telephone = Authenticator::enrolled(&shown);
        let body = json!({ "code": telephone.next_code(server) });
        let done = self.replace(SECOND_FACTOR, &body).await.ok();
        self.hold(&done["session"]);
        let codes = done["recovery_codes"].as_array().unwrap();
        let codes = codes.iter().map(|it| it.as_str().unwrap().to_owned());
        (telephone, codes.collect())
    }

    /// Keeps the access token of a session.
    ///
    /// # Panics
    /// Where there is none.
    pub fn hold(&mut self, session: &Value) {
        self.token = Some(session["access_token"].as_str().unwrap().to_owned());
    }

    /// Exchanges the refresh cookie.
    pub async fn refresh(&mut self) -> Answer {
        let answer = self
            .send(Method::POST, "/api/v1/auth/refresh", &[], None)
            .await;
        if answer.status.is_success() {
            self.hold(&answer.json());
        }
        answer
    }

    /// The access token, to be misused.
    #[must_use]
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Uses this text as the access token.
    pub fn set_token(&mut self, token: impl Into<String>) {
        self.token = Some(token.into());
    }

    /// `GET`.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], None).await
    }

    /// `GET` with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(Method::GET, path, headers, None).await
    }

    /// `POST` of JSON.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.json(Method::POST, path, &[], body).await
    }

    /// `PUT` of JSON where there is no version to compare.
    pub async fn replace(&self, path: &str, body: &Value) -> Answer {
        self.json(Method::PUT, path, &[], body).await
    }

    /// What the server answers to another password; `body` has it, and the present one.
    pub async fn change_password(&self, body: &Value) -> Answer {
        self.replace("/api/v1/auth/password", body).await
    }

    /// `PUT` of JSON on a version.
    pub async fn put(&self, path: &str, version: u64, body: &Value) -> Answer {
        let tag = format!("\"{version}\"");
        self.json(Method::PUT, path, &[("if-match", &tag)], body)
            .await
    }

    /// The same, where the server may be gone: `None` without an answer.
    pub async fn try_put(&self, path: &str, version: u64, body: &Value) -> Option<Answer> {
        let tag = format!("\"{version}\"");
        let headers = [
            ("if-match", tag.as_str()),
            ("content-type", "application/json"),
        ];
        let body = Some(body.to_string().into_bytes());
        self.try_send(Method::PUT, path, &headers, body).await.ok()
    }

    /// `DELETE`.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, &[], None).await
    }

    /// Any method with a JSON body.
    pub async fn json(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Answer {
        let mut headers = headers.to_vec();
        headers.push(("content-type", "application/json"));
        self.send(method, path, &headers, Some(body.to_string().into_bytes()))
            .await
    }

    /// Any request.
    ///
    /// # Panics
    /// Where the server does not answer.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Answer {
        self.try_send(method, path, headers, body).await.unwrap()
    }

    async fn try_send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> reqwest::Result<Answer> {
        let mut request = self.client.request(method, format!("{}{path}", self.base));
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let answer = request.send().await?;
        let (status, headers) = (answer.status(), answer.headers().clone());
        Ok(Answer {
            status,
            headers,
            bytes: answer.bytes().await?.to_vec(),
        })
    }
}
