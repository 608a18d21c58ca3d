//! Who stands for what in the demo, and how far each candidacy has come.

use chrono::{Datelike as _, NaiveDate};
use conoceles_shared::api::admin::Registration;
use conoceles_shared::catalogues::{
    AffirmativeAction, LOCAL_DISTRICTS, MUNICIPALITIES, Office, Role, TerritoryKind,
};
use conoceles_shared::questionnaire::Section;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::material::{LocalActors, Material};
use super::people::{People, Person};
use super::setups::STATE;
use super::texts::Voice;
use crate::core::error::Failure;

/// How far a candidacy has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// Nothing has been captured.
    Registered,
    /// With this many sections complete and one begun.
    Capturing(usize),
    /// Waiting for its first reviewer; with something to observe, or not.
    Submitted(bool),
    /// Approved by a first person, waiting for the second.
    FirstApproved,
    /// With this many observations to answer.
    Observed(usize),
    /// Observed, answered and sent again.
    Resubmitted,
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
    /// The place of its actor in the list of its election.
    pub actor: usize,
    pub person: Person,
    pub registration: Registration,
    /// Named in its address.
    pub town: String,
    pub voice: Voice,
    pub situation: Situation,
    pub with_photo: bool,
    /// The seed of everything else about it.
    pub seed: u64,
}

/// Where a contest is, and when.
struct Place {
    election_day: NaiveDate,
    office: Office,
    kind: TerritoryKind,
    code: String,
    town: String,
    inside: String,
    of: String,
}

/// Casts the candidacies of one election after the other; no two persons have the same name.
pub struct Casting<'a> {
    material: &'a Material,
    rng: ChaCha8Rng,
    people: People<'a>,
    /// The present one.
    year: i32,
}

impl<'a> Casting<'a> {
    pub fn new(material: &'a Material, seed: u64, year: i32) -> Self {
        Self {
            material,
            rng: ChaCha8Rng::seed_from_u64(seed),
            people: People::new(&material.names),
            year,
        }
    }

    /// The four candidacies for the governorship, in the order of the actors.
    ///
    /// # Errors
    /// The material has no line of work; so for all that casts.
    pub fn governorship(&mut self, election_day: NaiveDate) -> Result<Vec<Candidacy>, Failure> {
        let place = Place {
            election_day,
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
        let mut all = Vec::new();
        for (actor, situation) in situations.into_iter().enumerate() {
            let mut it = self.candidacy(&place, actor, Role::Titular)?;
            it.situation = situation;
            it.with_photo = true;
            all.push(it);
        }
        Ok(all)
    }

    /// The three hundred of the second election: four in each of 45 districts and 30
    /// municipalities.
    pub fn local(&mut self, election_day: NaiveDate) -> Result<Vec<Candidacy>, Failure> {
        let mut all = Vec::new();
        for (at, place) in places(&mut self.rng, election_day).iter().enumerate() {
            // In one contest in five, two actors stand with their alternates.
            let with_alternates = at % 5 == 4;
            let mut actors = contestants(&mut self.rng, &self.material.cast.local);
            actors.truncate(if with_alternates { 2 } else { 4 });
            for actor in actors {
                all.push(self.candidacy(place, actor, Role::Titular)?);
                if with_alternates {
                    all.push(self.candidacy(place, actor, Role::Alternate)?);
                }
            }
        }
        let mut order: Vec<usize> = (0..all.len()).collect();
        order.shuffle(&mut self.rng);
        for (at, situation) in order.into_iter().zip(exceptions()) {
            if let Some(it) = all.get_mut(at) {
                it.situation = situation;
                it.with_photo |= situation == Situation::Paused(Section::Photo);
            }
        }
        Ok(all)
    }

    fn candidacy(&mut self, place: &Place, actor: usize, role: Role) -> Result<Candidacy, Failure> {
        let youngest = match place.office {
            Office::Governorship => 30,
            Office::DeputyMr => 21,
            _ => 18,
        };
        let rng = &mut self.rng;
        let person = self.people.next(rng, place.election_day, youngest);
        let governorship = place.office == Office::Governorship;
        let affirmative_actions = affirmative(rng, &person, governorship);
        let field = self.material.work.choose(rng).cloned();
        Ok(Candidacy {
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
                affirmative_actions,
            },
            town: place.town.clone(),
            voice: Voice {
                office: place.office,
                inside: place.inside.clone(),
                of: place.of.clone(),
                field: field.ok_or_else(|| Failure::internal("seed: no line of work"))?,
                born: person.born.year(),
                year: self.year,
                at_length: rng.random_range(0..14) == 0,
            },
            situation: Situation::Published,
            with_photo: rng.random_range(0..16) > 0,
            seed: rng.random(),
            person,
        })
    }
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

fn places(rng: &mut ChaCha8Rng, election_day: NaiveDate) -> Vec<Place> {
    let districts = LOCAL_DISTRICTS.iter().map(|it| {
        let head = it.head.unwrap_or("Toluca");
        Place {
            election_day,
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
        election_day,
        office: Office::MunicipalPresidency,
        kind: TerritoryKind::Municipality,
        code: it.inegi.to_owned(),
        town: it.name.to_owned(),
        inside: format!("en {}", it.name),
        of: format!("de {}", it.name),
    });
    districts.chain(municipalities).collect()
}

/// The actors of one contest in random order, four or more and no party twice: all that stand alone,
/// and of each alliance either itself or one of its parties.
fn contestants(rng: &mut ChaCha8Rng, from: &LocalActors) -> Vec<usize> {
    let mut next = from.alone.len();
    let mut actors: Vec<usize> = (0..next).collect();
    for _ in &from.alliances {
        let allied = [next, next, next + 1, next + 2];
        actors.push(allied.choose(rng).copied().unwrap_or(next));
        next += 3;
    }
    actors.shuffle(rng);
    actors
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
