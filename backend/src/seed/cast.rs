//! Who stands for what in the demo, and how far each candidacy has come.

use chrono::NaiveDate;
use conoceles_shared::api::admin::Registration;
use conoceles_shared::catalogues::{
    AffirmativeAction, LOCAL_DISTRICTS, MUNICIPALITIES, Office, Role, TerritoryKind,
};
use conoceles_shared::questionnaire::Section;
use rand::Rng as _;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand_chacha::ChaCha8Rng;

use super::people::{People, Person};
use super::setups::STATE;
use super::texts::{FIELDS, Voice};

/// How far a candidacy has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// Registered: nothing has been captured.
    Registered,
    /// In capture, with this many sections complete and one begun.
    Capturing(usize),
    /// Sent, waiting for its first reviewer; with something to observe, or not.
    Submitted(bool),
    /// Approved by a first person, waiting for the second.
    FirstApproved,
    /// Observed, with this many observations to answer.
    Observed(usize),
    /// Observed, answered and sent again.
    Resubmitted,
    /// Published.
    Published,
    /// Published, and this section paused.
    Paused(Section),
    /// Published without the section whose observation was never answered.
    Withheld,
    /// Published, and a correction asked for.
    CorrectionRequested,
}

/// A candidacy of the demo.
#[derive(Debug, Clone)]
pub struct Candidacy {
    /// Its actor, by its place in the list of its election.
    pub actor: usize,
    /// The person.
    pub person: Person,
    /// What is registered.
    pub registration: Registration,
    /// The town named in its address.
    pub town: String,
    /// How the person speaks.
    pub voice: Voice,
    /// How far it has come.
    pub situation: Situation,
    /// Whether there is a photo.
    pub with_photo: bool,
    /// The seed of everything else about it.
    pub seed: u64,
}

/// Where a contest is.
struct Place {
    office: Office,
    kind: TerritoryKind,
    code: String,
    town: String,
    inside: String,
    of: String,
}

/// The four candidacies for the governorship, in the order of the actors.
pub fn governorship(rng: &mut ChaCha8Rng, people: &mut People, year: i32) -> Vec<Candidacy> {
    let place = Place {
        office: Office::Governorship,
        kind: TerritoryKind::State,
        code: STATE.to_owned(),
        town: "Toluca".to_owned(),
        inside: "en el Estado de México".to_owned(),
        of: "del Estado de México".to_owned(),
    };
    let situations = [
        Situation::Capturing(4),
        Situation::Published,
        Situation::Observed(2),
        Situation::Registered,
    ];
    situations
        .into_iter()
        .enumerate()
        .map(|(actor, situation)| {
            let mut it = candidacy(rng, people, &place, (actor, Role::Titular), year);
            it.situation = situation;
            it.with_photo = true;
            it
        })
        .collect()
}

/// The three hundred of the second election: four in each of 45 districts and 30 municipalities.
pub fn local(rng: &mut ChaCha8Rng, people: &mut People, year: i32) -> Vec<Candidacy> {
    let mut all = Vec::new();
    for (at, place) in places(rng).iter().enumerate() {
        // In one contest in five, two actors stand with their alternates.
        let with_alternates = at % 5 == 4;
        let mut actors = actors_of(rng);
        actors.truncate(if with_alternates { 2 } else { 4 });
        for actor in actors {
            all.push(candidacy(rng, people, place, (actor, Role::Titular), year));
            if with_alternates {
                all.push(candidacy(
                    rng,
                    people,
                    place,
                    (actor, Role::Alternate),
                    year,
                ));
            }
        }
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.shuffle(rng);
    for (at, situation) in order.into_iter().zip(exceptions()) {
        if let Some(it) = all.get_mut(at) {
            it.situation = situation;
            it.with_photo |= situation == Situation::Paused(Section::Photo);
        }
    }
    all
}

/// All that are not simply published.
fn exceptions() -> Vec<Situation> {
    let paused = [
        Section::Contact,
        Section::Photo,
        Section::Proposal1,
        Section::Motivation,
        Section::Education,
        Section::PoliticalCareer,
        Section::Proposal2,
        Section::ProfessionalHistory,
    ];
    let mut all: Vec<Situation> = paused.into_iter().map(Situation::Paused).collect();
    all.extend((0..10).map(|at| Situation::Observed(1 + at % 2)));
    all.extend((0..13).map(|at| Situation::Capturing(at % 9)));
    all.extend([Situation::Registered; 2]);
    all.extend((0..6).map(|at| Situation::Submitted(at % 2 == 0)));
    all.extend([Situation::FirstApproved; 3]);
    all.extend([Situation::Resubmitted; 3]);
    all.extend([Situation::Withheld; 3]);
    all.extend([Situation::CorrectionRequested; 2]);
    all
}

fn places(rng: &mut ChaCha8Rng) -> Vec<Place> {
    let districts = LOCAL_DISTRICTS.iter().map(|it| {
        let head = it.head.unwrap_or("Toluca");
        Place {
            office: Office::DeputyMr,
            kind: TerritoryKind::LocalDistrict,
            code: it.number.to_string(),
            town: head.to_owned(),
            inside: format!("en el distrito {} de {head}", it.number),
            of: format!("del distrito {} de {head}", it.number),
        }
    });
    let mut municipalities: Vec<_> = MUNICIPALITIES.iter().collect();
    municipalities.shuffle(rng);
    municipalities.truncate(30);
    municipalities.sort_by_key(|it| it.inegi);
    let municipalities = municipalities.into_iter().map(|it| Place {
        office: Office::MunicipalPresidency,
        kind: TerritoryKind::Municipality,
        code: it.inegi.to_owned(),
        town: it.name.to_owned(),
        inside: format!("en {}", it.name),
        of: format!("de {}", it.name),
    });
    districts.chain(municipalities).collect()
}

/// Four actors of [`super::parties::LOCAL`] or more, no party twice.
fn actors_of(rng: &mut ChaCha8Rng) -> Vec<usize> {
    let mut actors = vec![0, 1, 2, 3];
    // An alliance, or one of the parties that form it.
    actors.push([4, 4, 5, 6].choose(rng).copied().unwrap_or(4));
    actors.push([7, 7, 8, 9].choose(rng).copied().unwrap_or(7));
    actors.shuffle(rng);
    actors
}

fn candidacy(
    rng: &mut ChaCha8Rng,
    people: &mut People,
    place: &Place,
    (actor, role): (usize, Role),
    year: i32,
) -> Candidacy {
    let youngest = match place.office {
        Office::Governorship => 30,
        Office::DeputyMr => 21,
        _ => 18,
    };
    let person = people.next(rng, youngest);
    let governorship = place.office == Office::Governorship;
    Candidacy {
        actor,
        registration: Registration {
            given_names: person.given_names.clone(),
            first_surname: person.first_surname.clone(),
            second_surname: person.second_surname.clone(),
            nickname: person.nickname.clone(),
            age: Some(person.age),
            sex: person.sex,
            office: place.office,
            territory_kind: place.kind,
            territory_code: place.code.clone(),
            list_position: (!governorship).then_some(1),
            role,
            affirmative_actions: affirmative(rng, &person, governorship),
        },
        town: place.town.clone(),
        voice: Voice {
            office: place.office,
            inside: place.inside.clone(),
            of: place.of.clone(),
            field: FIELDS.choose(rng).unwrap_or(&FIELDS[0]),
            born: year_of(person.born),
            year,
            at_length: rng.random_range(0..14) == 0,
        },
        situation: Situation::Published,
        with_photo: rng.random_range(0..16) > 0,
        seed: rng.random(),
        person,
    }
}

fn year_of(day: NaiveDate) -> i32 {
    use chrono::Datelike as _;
    day.year()
}

/// The affirmative action of the registration: one in six has one, none for the governorship.
fn affirmative(rng: &mut ChaCha8Rng, person: &Person, none: bool) -> Vec<AffirmativeAction> {
    if none || rng.random_range(0..6) > 0 {
        return Vec::new();
    }
    let fitting: &[AffirmativeAction] = match person.age {
        ..=29 => &[AffirmativeAction::Young],
        60.. => &[AffirmativeAction::Older, AffirmativeAction::Indigenous],
        _ => &[
            AffirmativeAction::Indigenous,
            AffirmativeAction::Disability,
            AffirmativeAction::SexualDiversity,
            AffirmativeAction::Afromexican,
            AffirmativeAction::Migrant,
        ],
    };
    fitting.choose(rng).copied().into_iter().collect()
}

#[cfg(test)]
#[path = "cast_tests.rs"]
mod cast_tests;
