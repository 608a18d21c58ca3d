//! What tests need to stand there: an election with an actor, a candidacy and people, made through
//! the same API that the administrator uses.

use serde_json::{Value, json};

mod setups;
mod world;

use crate::{Answer, Person, Server, eventually};

pub use setups::{CANARIES, day_from_now, election_day, election_setup, new_candidacy};
pub use world::World;

/// The password that everyone in the tests chooses.
pub const PASSWORD: &str = "tres jacarandas moradas";

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
