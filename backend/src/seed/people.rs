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

use super::names::{ANYONE, MEN, NICKNAMES, SURNAMES, WOMEN};

/// An invented person.
#[derive(Debug, Clone)]
pub struct Person {
    /// Number in the demo, from 1: it is in every private value.
    pub number: u16,
    /// **Nombre(s)**
    pub given_names: String,
    /// **Primer apellido**
    pub first_surname: String,
    /// **Segundo apellido**; a few have none.
    pub second_surname: Option<String>,
    /// **Sobrenombre**
    pub nickname: Option<String>,
    /// **Sexo**
    pub sex: Sex,
    /// The birth date.
    pub born: NaiveDate,
    /// The age on election day.
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

/// Makes persons, no two with the same name.
#[derive(Debug)]
pub struct People {
    taken: HashSet<(String, String, Option<String>)>,
    made: u16,
    election_day: NaiveDate,
}

impl People {
    /// Persons whose age is reckoned on `election_day`.
    #[must_use]
    pub fn new(election_day: NaiveDate) -> Self {
        Self {
            taken: HashSet::new(),
            made: 0,
            election_day,
        }
    }

    /// Persons of the next election go on being different.
    pub const fn move_to(&mut self, election_day: NaiveDate) {
        self.election_day = election_day;
    }

    /// The next person: women and men in turn, one in thirty non-binary.
    pub fn next(&mut self, rng: &mut ChaCha8Rng, youngest: u8) -> Person {
        self.made += 1;
        let sex = match self.made {
            n if n % 30 == 17 => Sex::NonBinary,
            n if n % 2 == 0 => Sex::Man,
            _ => Sex::Woman,
        };
        let (given_names, first_surname, second_surname) = loop {
            let name = name(rng, sex);
            if self.taken.insert(name.clone()) {
                break name;
            }
        };
        let (born, age) = self.birth(rng, youngest);
        let nickname = (rng.random_range(0..9) == 0)
            .then(|| NICKNAMES.choose(rng).map(|it| (*it).to_owned()))
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

    /// A birth date and the age that follows from it: most are between 30 and 60.
    fn birth(&self, rng: &mut ChaCha8Rng, youngest: u8) -> (NaiveDate, u8) {
        let years = i32::from(youngest) + rng.random_range(1..=28) + rng.random_range(0..=26);
        let born = NaiveDate::from_ymd_opt(self.election_day.year() - years, 11, 17)
            .unwrap_or(NaiveDate::MIN);
        (born, age_on(born, self.election_day).unwrap_or(youngest))
    }
}

fn name(rng: &mut ChaCha8Rng, sex: Sex) -> (String, String, Option<String>) {
    let given = match sex {
        Sex::Woman => WOMEN,
        Sex::Man => MEN,
        Sex::NonBinary => ANYONE,
    };
    let mut pick = |of: &[&str]| {
        of.choose(rng)
            .map_or_else(String::new, |it| (*it).to_owned())
    };
    let (given, first, second) = (pick(given), pick(SURNAMES), pick(SURNAMES));
    // One in twenty-five has a single surname.
    let single = rng.random_range(0..25) == 0;
    (given, first, (!single).then_some(second))
}

#[cfg(test)]
#[path = "people_tests.rs"]
mod people_tests;
