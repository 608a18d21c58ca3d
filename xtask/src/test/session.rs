//! What several steps share: the filter, and services that start when first needed.

use super::postgres::Postgres;
use super::webdriver::WebDriver;
use crate::outcome::{Failure, Outcome};
use crate::places::{Places, which};

/// One run of the tests. Dropping it stops every service it started.
pub struct Session<'a> {
    places: &'a Places,
    filter: Vec<String>,
    postgres: Option<Postgres>,
    webdriver: Option<WebDriver>,
}

impl<'a> Session<'a> {
    /// A session in which nothing runs yet.
    pub fn new(places: &'a Places, filter: Vec<String>) -> Self {
        Self {
            places,
            filter,
            postgres: None,
            webdriver: None,
        }
    }

    /// Where things are.
    pub fn places(&self) -> &'a Places {
        self.places
    }

    /// Arguments for the test programs.
    pub fn filter(&self) -> &[String] {
        &self.filter
    }

    /// The address of a PostgreSQL server: the one in `CONOCELES_TEST_POSTGRES`, or our own.
    pub fn postgres(&mut self) -> Outcome<String> {
        if let Ok(given) = std::env::var("CONOCELES_TEST_POSTGRES") {
            return Ok(given);
        }
        if self.postgres.is_none() {
            self.postgres = Some(Postgres::start()?);
        }
        let running = self.postgres.as_ref().map(Postgres::url);
        running.ok_or_else(|| Failure::new("PostgreSQL did not start"))
    }

    /// The address of a WebDriver server.
    pub fn webdriver(&mut self) -> Outcome<String> {
        if self.webdriver.is_none() {
            let driver =
                which("chromedriver").ok_or_else(|| Failure::new("chromedriver is not on PATH"))?;
            self.webdriver = Some(WebDriver::start(&driver)?);
        }
        let running = self.webdriver.as_ref().map(WebDriver::url);
        running.ok_or_else(|| Failure::new("chromedriver did not start"))
    }
}
