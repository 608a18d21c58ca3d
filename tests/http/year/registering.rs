//! The beginning of a year: the election, its actors, their candidacies and everybody's accounts.

use conoceles_shared::catalogues::{MUNICIPALITIES, TerritoryKind};
use futures_util::future::join_all;
use serde_json::{Value, json};

use super::capturing::Actor;
use super::{
    PUBLIC_AFTER, Person, REVIEWERS, Server, Year, edit_setup, hours_from_now, second_admin,
};
use super::{builders, reviewing};

/// The offices of a town, in the order in which an actor registers them.
const OFFICES: [&str; 3] = ["municipal_presidency", "sindicatura", "regiduria"];

/// Everybody and everything registered; nothing is captured.
pub async fn begin(server: &Server, many: usize, actors: usize) -> Year<'_> {
    let admin = builders::first_admin(server).await;
    let mut setup = builders::election_setup(&builders::day_from_now(150));
    setup["offices"] = json!(OFFICES);
    setup["territories"] = towns();
    let election = builders::id(&admin.post("/api/v1/admin/elections", &setup).await.ok());
    let public = hours_from_now(server, PUBLIC_AFTER * 24);
    let _ = edit_setup(&admin, &election, |it| {
        it["phases"] = json!([{ "kind": "publication", "starts": public, "ends": null }]);
    })
    .await
    .ok();
    let staff =
        async |login: &str, role: &str| builders::account(server, &admin, login, role, None).await;
    let mut reviewers = Vec::new();
    for number in 0..REVIEWERS {
        reviewers.push(staff(&reviewing::login(number), "validator").await);
    }
    let (observer, technician) = (
        staff("observacion", "observer").await,
        staff("tecnica", "technician").await,
    );
    let mut all = Vec::new();
    for number in 0..actors {
        all.push(actor(server, &admin, &election, number).await);
    }
    let second = second_admin(server).await;
    let each = all.iter_mut().enumerate().map(|(number, it)| {
        let share = many / actors + usize::from(number < many % actors);
        register(&admin, &election, it, number, share)
    });
    join_all(each).await;
    Year {
        server,
        admin,
        second,
        observer,
        technician,
        reviewers,
        election,
        actors: all,
    }
}

/// The 125 towns of the state.
fn towns() -> Value {
    let kind = TerritoryKind::Municipality.code();
    MUNICIPALITIES
        .iter()
        .map(|it| json!({ "kind": kind, "code": it.inegi, "name": it.name }))
        .collect()
}

async fn actor(server: &Server, admin: &Person, election: &str, number: usize) -> Actor {
    let name = format!("Partido {}", letters(number));
    let acronym = format!("P{}", letters(number)).to_uppercase();
    let party = builders::party(admin, &name, &acronym, "#8c6239").await;
    let id = builders::actor(admin, election, "party", &name, &[party]).await;
    let login = format!("captura{number}");
    let operator = builders::operator(server, admin, &login, &id).await;
    Actor {
        id,
        login,
        operator,
        candidacies: Vec::new(),
    }
}

async fn register(admin: &Person, election: &str, actor: &mut Actor, number: usize, share: usize) {
    for at in 0..share {
        let new = candidacy(&actor.id, number, at);
        actor
            .candidacies
            .push(builders::register(admin, election, &new).await);
    }
}

/// One candidacy of an actor: town by town, titular and alternate of each office.
fn candidacy(actor: &str, number: usize, at: usize) -> Value {
    let mut new = builders::new_candidacy(actor, &format!("Ocampo {}", letters(at)));
    new["private"] = json!({ "notification_email": "avisos@partido.example", "notification_phone": "7221234567" });
    let it = &mut new["registration"];
    let (office, town) = ((at / 2) % OFFICES.len(), (at / 6 + number) % 125);
    it["given_names"] = json!(format!("Maribel {}", letters(number)));
    it["office"] = json!(OFFICES[office]);
    it["territory_code"] = json!(MUNICIPALITIES[town].inegi);
    it["role"] = json!(if at.is_multiple_of(2) {
        "titular"
    } else {
        "alternate"
    });
    it["sex"] = json!(if at % 4 < 2 { "woman" } else { "man" });
    it["list_position"] = if office == 0 {
        json!(null)
    } else {
        json!(at / 750 + 1)
    };
    new
}

/// Registers who takes the place of each of them; their ids, with the actor's number of each.
pub async fn substitutes(year: &Year<'_>, leaving: &[String]) -> Vec<(usize, String)> {
    let mut came = Vec::new();
    for (at, left) in leaving.iter().enumerate() {
        let shown = year
            .admin
            .get(&format!("/api/v1/admin/candidacies/{left}"))
            .await
            .ok();
        let number = year
            .actors
            .iter()
            .position(|it| it.candidacies.contains(left))
            .unwrap();
        let mut new = candidacy(&year.actors[number].id, number, 0);
        new["registration"] = shown["registration"].clone();
        new["registration"]["given_names"] = json!("Renata");
        new["registration"]["first_surname"] = json!(format!("Iturbide {}", letters(at)));
        new["substitutes"] = json!(left);
        came.push((
            number,
            builders::register(&year.admin, &year.election, &new).await,
        ));
    }
    came
}

/// A number in letters, as a name has no digits.
pub fn letters(number: usize) -> String {
    let letter = |it: usize| char::from(b'a' + u8::try_from(it % 26).unwrap());
    let all: String = [number / 676, number / 26, number]
        .into_iter()
        .map(letter)
        .collect();
    format!("U{all}")
}
