//! The query of the public list: the same keys for the API and for the page that shows it.
//!
//! The API refuses what it does not know and says what it allows; the page ignores it, because
//! shared links carry foreign parameters.

use std::collections::BTreeSet;

pub use super::query_text::{decode_pairs, encode};

use super::parameters::{not_an_id, repeated, unknown};
use super::query_text::push_parameter;
use super::query_values::{add_codes, add_places, ballot_code, listed, not_allowed};
use crate::catalogues::{AffirmativeAction, AgeRange, Degree, Office, Role, Sex};
use crate::ids::{ActorId, ElectionId};
use crate::problem::FieldError;
use crate::text::{CountingMode, count, has_word};

/// Items on a page unless asked otherwise.
pub const DEFAULT_LIMIT: u16 = 50;
/// Most items on a page.
pub const MAX_LIMIT: u16 = 500;
/// Most items on a page that shows `sections`: a record is mostly that.
pub const MAX_LIMIT_WITH_SECTIONS: u16 = 100;
/// The longest search text, in letters: one with an accent is one, however it is written.
pub const SEARCH_LETTERS: usize = 200;
/// A letter may be written as itself and up to this many accents.
const ACCENTS_OF_A_LETTER: usize = 2;

/// Every parameter of the list.
pub const PARAMETERS: [&str; 16] = [
    "election",
    "office",
    "actor",
    "district",
    "municipality",
    "ballot",
    "sex",
    "age_range",
    "education",
    "affirmative_action",
    "role",
    "q",
    "sort",
    "limit",
    "cursor",
    "fields",
];

/// Those of them that narrow the list: the others turn its pages and choose what each item shows.
pub const NARROWING: &[&str] = PARAMETERS.split_at(12).0;

/// Those of them that have one value. Of the others, several values in one parameter and a parameter
/// several times mean the same: any of them.
const SINGLE: [&str; 6] = ["election", "ballot", "q", "sort", "limit", "cursor"];

/// What `fields` may name: the keys of a record, of which a list shows some by default.
pub const FIELDS: [&str; 20] = [
    "id",
    "person_id",
    "version",
    "name",
    "name_parts",
    "nickname",
    "age",
    "sex",
    "election",
    "office",
    "territory",
    "list_position",
    "role",
    "actor",
    "affirmative_actions",
    "identity_badges",
    "photo",
    "sections",
    "published_at",
    "source",
];

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The neutral draw, rotated every hour.
    #[default]
    Draw,
    /// By name, Spanish alphabet.
    Name,
}

/// What a list is asked for. A filter with several values matches any of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CandidacyQuery {
    /// One election.
    pub election: Option<ElectionId>,
    /// Offices.
    pub office: BTreeSet<Office>,
    /// Actors.
    pub actor: BTreeSet<ActorId>,
    /// Local or federal districts, by number.
    pub district: BTreeSet<String>,
    /// Municipalities, by INEGI's five digits.
    pub municipality: BTreeSet<String>,
    /// The municipality whose ballot is asked for: whatever is voted there.
    pub ballot: Option<String>,
    /// Sexes.
    pub sex: BTreeSet<Sex>,
    /// Age ranges on election day.
    pub age_range: BTreeSet<AgeRange>,
    /// Highest degrees.
    pub education: BTreeSet<Degree>,
    /// Affirmative actions of the registration.
    pub affirmative_action: BTreeSet<AffirmativeAction>,
    /// Titular or alternate.
    pub role: BTreeSet<Role>,
    /// Words of the name.
    pub q: Option<String>,
    /// The order.
    pub sort: Sort,
    /// Items a page; 0 means the default.
    pub limit: u16,
    /// Where the page starts; opaque.
    pub cursor: Option<String>,
    /// The keys of each item; empty means the default ones.
    pub fields: BTreeSet<String>,
}

impl CandidacyQuery {
    /// Reads decoded pairs, strictly.
    ///
    /// # Errors
    /// Every unknown parameter and every value that is not allowed, with what is.
    pub fn parse<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<FieldError>> {
        let (query, errors) = Self::read(pairs);
        if errors.is_empty() {
            Ok(query)
        } else {
            Err(errors)
        }
    }

    /// Reads decoded pairs and leaves out whatever is unknown or not allowed; of a parameter that is
    /// repeated and has one value, the first counts, and a search that is too long is cut.
    #[must_use]
    pub fn parse_lenient<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self::read(pairs).0
    }

    /// Reads a raw query string (without `?`) leniently.
    #[must_use]
    pub fn from_query_string(text: &str) -> Self {
        let pairs = decode_pairs(text);
        Self::parse_lenient(
            pairs
                .iter()
                .map(|(key, value)| (key.as_str(), value.as_str())),
        )
    }

    /// Whether anybody can be found: a search without a letter or a digit names nobody.
    #[must_use]
    pub fn can_be_found(&self) -> bool {
        self.q.as_deref().is_none_or(has_word)
    }

    /// Items a page.
    #[must_use]
    pub fn page_size(&self) -> u16 {
        if self.limit == 0 {
            DEFAULT_LIMIT
        } else {
            self.limit.min(MAX_LIMIT)
        }
    }

    fn read<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Self, Vec<FieldError>) {
        let mut query = Self::default();
        let mut errors = Vec::new();
        let mut seen = BTreeSet::new();
        for (key, value) in pairs {
            // An empty field of a plain form filters nothing.
            if value.is_empty() && PARAMETERS.contains(&key) {
                continue;
            }
            if SINGLE.contains(&key) && !seen.insert(key) {
                errors.push(repeated(key));
            } else if let Err(error) = query.set(key, value) {
                errors.push(error);
            }
        }
        errors.extend(query.too_long_with_sections());
        (query, errors)
    }

    /// `limit` and `sections` are each allowed and too much together.
    fn too_long_with_sections(&self) -> Option<FieldError> {
        let long = self.fields.contains("sections") && self.limit > MAX_LIMIT_WITH_SECTIONS;
        long.then(|| {
            FieldError::new(
                "limit",
                "out_of_range_with_sections",
                format!(
                    "Con `sections` entre los `fields`, debe ser un número de 1 a \
                     {MAX_LIMIT_WITH_SECTIONS}."
                ),
            )
        })
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), FieldError> {
        match key {
            "election" => {
                self.election = Some(value.parse().map_err(|_| not_an_id(key))?);
                Ok(())
            }
            "office" => add_codes(&mut self.office, key, value, Office::ENTRIES),
            "actor" => {
                for id in listed(value) {
                    self.actor.insert(id.parse().map_err(|_| not_an_id(key))?);
                }
                Ok(())
            }
            "district" => add_places(&mut self.district, key, value, 1..=3),
            "municipality" => add_places(&mut self.municipality, key, value, 5..=5),
            "ballot" => self.set_ballot(value),
            "sex" => add_codes(&mut self.sex, key, value, Sex::ENTRIES),
            "age_range" => add_codes(&mut self.age_range, key, value, AgeRange::ENTRIES),
            "education" => add_codes(&mut self.education, key, value, Degree::ENTRIES),
            "affirmative_action" => add_codes(
                &mut self.affirmative_action,
                key,
                value,
                AffirmativeAction::ENTRIES,
            ),
            "role" => add_codes(&mut self.role, key, value, Role::ENTRIES),
            "q" => self.set_search(value),
            "sort" => self.set_sort(value),
            "limit" => self.set_limit(value),
            "cursor" => {
                self.cursor = Some(value.to_owned());
                Ok(())
            }
            "fields" => self.set_fields(value),
            _ => Err(unknown(key, &PARAMETERS)),
        }
    }

    /// Keeps what can be kept of a search, so that a page can say what it looked for.
    fn set_search(&mut self, value: &str) -> Result<(), FieldError> {
        let text = value.trim();
        let fitting: String = text.chars().take(SEARCH_LETTERS).collect();
        if text.is_empty() {
            self.q = Some(" ".to_owned());
        } else if is_short(text) {
            self.q = Some(text.to_owned());
        } else {
            self.q = Some(fitting.trim().to_owned());
            return Err(FieldError::new(
                "q",
                "too_long",
                format!("La búsqueda puede tener hasta {SEARCH_LETTERS} caracteres."),
            ));
        }
        if self.can_be_found() {
            Ok(())
        } else {
            Err(FieldError::new(
                "q",
                "no_word",
                "Escriba al menos una letra o un número del nombre.",
            ))
        }
    }

    fn set_ballot(&mut self, value: &str) -> Result<(), FieldError> {
        self.ballot = Some(ballot_code(value)?);
        Ok(())
    }

    fn set_sort(&mut self, value: &str) -> Result<(), FieldError> {
        self.sort = match value {
            "draw" => Sort::Draw,
            "name" => Sort::Name,
            _ => return Err(not_allowed("sort", ["draw", "name"].into_iter())),
        };
        Ok(())
    }

    fn set_limit(&mut self, value: &str) -> Result<(), FieldError> {
        let is_plain = !value.starts_with('0') && value.bytes().all(|it| it.is_ascii_digit());
        self.limit = is_plain
            .then(|| value.parse().ok())
            .flatten()
            .filter(|it| (1..=MAX_LIMIT).contains(it))
            .ok_or_else(|| {
                FieldError::new(
                    "limit",
                    "out_of_range",
                    format!("Debe ser un número de 1 a {MAX_LIMIT}, solo con dígitos."),
                )
            })?;
        Ok(())
    }

    fn set_fields(&mut self, value: &str) -> Result<(), FieldError> {
        for field in listed(value) {
            if !FIELDS.contains(&field) {
                return Err(not_allowed("fields", FIELDS.into_iter()));
            }
            self.fields.insert(field.to_owned());
        }
        Ok(())
    }

    /// The normalised query string, the cursor and the defaults left out: two equal queries have
    /// the same text. Without a leading `?`.
    #[must_use]
    pub fn normalised(&self) -> String {
        let mut text = String::new();
        push_parameter(
            &mut text,
            "election",
            self.election.iter().map(ElectionId::as_str),
        );
        push_parameter(&mut text, "office", self.office.iter().map(|it| it.code()));
        push_parameter(&mut text, "actor", self.actor.iter().map(ActorId::as_str));
        push_parameter(
            &mut text,
            "district",
            self.district.iter().map(String::as_str),
        );
        push_parameter(
            &mut text,
            "municipality",
            self.municipality.iter().map(String::as_str),
        );
        push_parameter(&mut text, "ballot", self.ballot.iter().map(String::as_str));
        push_parameter(&mut text, "sex", self.sex.iter().map(|it| it.code()));
        push_parameter(
            &mut text,
            "age_range",
            self.age_range.iter().map(|it| it.code()),
        );
        push_parameter(
            &mut text,
            "education",
            self.education.iter().map(|it| it.code()),
        );
        push_parameter(
            &mut text,
            "affirmative_action",
            self.affirmative_action.iter().map(|it| it.code()),
        );
        push_parameter(&mut text, "role", self.role.iter().map(|it| it.code()));
        push_parameter(&mut text, "q", self.q.iter().map(String::as_str));
        push_parameter(
            &mut text,
            "sort",
            (self.sort == Sort::Name).then_some("name").into_iter(),
        );
        let limit = (self.page_size() != DEFAULT_LIMIT).then(|| self.page_size().to_string());
        push_parameter(&mut text, "limit", limit.iter().map(String::as_str));
        push_parameter(&mut text, "fields", self.fields.iter().map(String::as_str));
        text
    }

    /// The same for a page, where a query that names no election is that of the present one: all of
    /// them are `election=`.
    #[must_use]
    pub fn to_page_query(&self) -> String {
        let text = self.to_query_string();
        match (&self.election, text.is_empty()) {
            (Some(_), _) => text,
            (None, true) => "election=".to_owned(),
            (None, false) => format!("election=&{text}"),
        }
    }

    /// The query string with its cursor.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut text = self.normalised();
        push_parameter(&mut text, "cursor", self.cursor.iter().map(String::as_str));
        text
    }
}

fn is_short(text: &str) -> bool {
    let letters = usize::try_from(count(text, CountingMode::Total)).unwrap_or(usize::MAX);
    letters <= SEARCH_LETTERS && text.chars().count() <= SEARCH_LETTERS * (1 + ACCENTS_OF_A_LETTER)
}

#[cfg(test)]
#[path = "query_tests.rs"]
mod query_tests;
