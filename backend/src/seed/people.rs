//! Invented persons: name, sex, birth date, and private data that a test can recognise.
//!
//! Every private value is a canary: `XCAN…` (CURP, RFC, voter key), `canario.…@avisos.invalid`,
//! `555555….`, and a birth date on a 17 November. None of them may ever be seen in public.

use std::collections::HashSet;

use chrono::{Datelike as _, NaiveDate};
use conoceles_shared::api::admin::PrivateData;
use conoceles_shared::catalogues::Sex;
use conoceles_shared::time::age_on;
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::material::Names;

/// An invented person.
#[derive(Debug, Clone)]
pub struct Person {
    /// From 1: it is in every private value.
    pub number: u16,
    pub given_names: String,
    pub first_surname: String,
    /// A few have none.
    pub second_surname: Option<String>,
    pub nickname: Option<String>,
    pub sex: Sex,
    pub born: NaiveDate,
    /// On election day.
    pub age: u8,
}

impl Person {
    /// Given name and first surname as a handle: `rosa-isela.hernandez`.
    #[must_use]
    pub fn handle(&self) -> String {
        let plain = |text: &str| -> String {
            conoceles_shared::text::fold(text)
                .replace('ñ', "n")
                .replace(' ', "-")
        };
        format!(
            "{}.{}",
            plain(&self.given_names),
            plain(&self.first_surname)
        )
    }

    /// What is stored encrypted.
    #[must_use]
    pub fn private(&self) -> PrivateData {
        let date = self.born.format("%y%m%d");
        let number = self.number;
        let sex = match self.sex {
            Sex::Woman => 'M',
            Sex::Man => 'H',
            Sex::NonBinary => 'X',
        };
        PrivateData {
            curp: Some(format!("XCAN{date}{sex}MCCN{number:03}")),
            voter_key: Some(format!("XCANRI{date}15{sex}{number:03}")),
            rfc: Some(format!("XCAN{date}{number:03}")),
            birth_date: Some(self.born),
            notification_email: format!("canario.{number:03}@avisos.invalid"),
            notification_phone: format!("5555555{number:03}"),
        }
    }
}

type FullName = (String, String, Option<String>);

/// Makes persons, no two with the same name.
#[derive(Debug)]
pub struct People<'a> {
    names: &'a Names,
    taken: HashSet<FullName>,
    made: u16,
}

impl<'a> People<'a> {
    #[must_use]
    pub fn new(names: &'a Names) -> Self {
        Self {
            names,
            taken: HashSet::new(),
            made: 0,
        }
    }

    /// The next person: women and men in turn, one in thirty non-binary; `youngest` on this day.
    pub fn next(&mut self, rng: &mut ChaCha8Rng, election_day: NaiveDate, youngest: u8) -> Person {
        self.made += 1;
        let sex = match self.made {
            n if n % 30 == 17 => Sex::NonBinary,
            n if n % 2 == 0 => Sex::Man,
            _ => Sex::Woman,
        };
        let (given_names, first_surname, second_surname) = loop {
            let name = self.name(rng, sex);
            if self.taken.insert(name.clone()) {
                break name;
            }
        };
        let (born, age) = birth(rng, election_day, youngest);
        let nickname = (rng.random_range(0..9) == 0)
            .then(|| self.names.nicknames.choose(rng).cloned())
            .flatten();
        Person {
            number: self.made,
            given_names,
            first_surname,
            second_surname,
            nickname,
            sex,
            born,
            age,
        }
    }

    fn name(&self, rng: &mut ChaCha8Rng, sex: Sex) -> FullName {
        let given = match sex {
            Sex::Woman => &self.names.women,
            Sex::Man => &self.names.men,
            Sex::NonBinary => &self.names.anyone,
        };
        let mut pick = |of: &[String]| of.choose(rng).cloned().unwrap_or_default();
        let surnames = &self.names.surnames;
        let (given, first, second) = (pick(given), pick(surnames), pick(surnames));
        // One in twenty-five has a single surname.
        let single = rng.random_range(0..25) == 0;
        (given, first, (!single).then_some(second))
    }
}

/// A birth date and the age that follows from it: most are between 30 and 60.
fn birth(rng: &mut ChaCha8Rng, election_day: NaiveDate, youngest: u8) -> (NaiveDate, u8) {
    let years = i32::from(youngest) + rng.random_range(1..=28) + rng.random_range(0..=26);
    let born =
        NaiveDate::from_ymd_opt(election_day.year() - years, 11, 17).unwrap_or(NaiveDate::MIN);
    (born, age_on(born, election_day).unwrap_or(youngest))
}

#[cfg(test)]
#[path = "people_tests.rs"]
mod people_tests;
