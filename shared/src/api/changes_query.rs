//! What the addresses of changes and of the log are asked for: every wrong parameter is told at once.

use std::str::FromStr;

use super::parameters::{repeated, unknown};
use super::public::LogChain;
use super::query_values::not_allowed;
use crate::problem::FieldError;

/// A page of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogQuery {
    /// Which log.
    pub log: LogChain,
    /// Entries after this number.
    pub since: u64,
    /// Most entries on the page.
    pub limit: u16,
}

/// A log alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhichLog(pub LogChain);

/// A proof that an entry is in a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProofQuery {
    /// Which log.
    pub log: LogChain,
    /// In the tree of so many entries; of all where none is named.
    pub size: Option<u64>,
}

/// A proof that a log continues an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsistencyQuery {
    /// Which log.
    pub log: LogChain,
    /// How many entries there were.
    pub from: u64,
    /// How many there are; all where none is named.
    pub to: Option<u64>,
}

impl LogQuery {
    /// Entries on a page unless asked otherwise.
    pub const PAGE: u16 = 100;
    /// Most entries on a page.
    pub const MOST: u16 = 500;

    /// Reads decoded pairs.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut given = Given::of(pairs, &["since", "log", "limit"]);
        let log = given.log();
        let since = given.number("since").unwrap_or(0);
        let limit = given.number("limit").unwrap_or(u64::from(Self::PAGE));
        let limit = u16::try_from(limit)
            .ok()
            .filter(|it| (1..=Self::MOST).contains(it));
        if limit.is_none() {
            given.errors.push(FieldError::new(
                "limit",
                "out_of_range",
                format!("Debe ser un número de 1 a {}.", Self::MOST),
            ));
        }
        given.finish(Self {
            log,
            since,
            limit: limit.unwrap_or(Self::PAGE),
        })
    }
}

impl WhichLog {
    /// Reads decoded pairs.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut given = Given::of(pairs, &["log"]);
        let log = given.log();
        given.finish(Self(log))
    }
}

impl ProofQuery {
    /// Reads decoded pairs.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut given = Given::of(pairs, &["log", "size"]);
        let log = given.log();
        let size = given.number("size");
        given.finish(Self { log, size })
    }
}

impl ConsistencyQuery {
    /// Reads decoded pairs.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, missing, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut given = Given::of(pairs, &["log", "from", "to"]);
        let log = given.log();
        let (from, to) = (given.number("from"), given.number("to"));
        if from.is_none() && given.errors.is_empty() {
            let detail = "Indique cuántos asientos tenía la bitácora antes.";
            given
                .errors
                .push(FieldError::new("from", "required", detail));
        }
        let from = from.unwrap_or(0);
        given.finish(Self { log, from, to })
    }
}

/// The parameters of an address, each once, and what is wrong with them so far.
struct Given<'a> {
    values: Vec<(&'a str, &'a str)>,
    errors: Vec<FieldError>,
}

impl<'a> Given<'a> {
    fn of(pairs: &'a [(String, String)], allowed: &[&str]) -> Self {
        let mut given = Self {
            values: Vec::new(),
            errors: Vec::new(),
        };
        for (name, value) in pairs {
            let (name, value) = (name.as_str(), value.as_str());
            if !allowed.contains(&name) {
                given.errors.push(unknown(name, allowed));
            } else if given.values.iter().any(|(known, _)| *known == name) {
                given.errors.push(repeated(name));
            } else {
                given.values.push((name, value));
            }
        }
        given
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        let found = self.values.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| *value).filter(|it| !it.is_empty())
    }

    fn log(&mut self) -> LogChain {
        let Some(value) = self.value("log") else {
            return LogChain::default();
        };
        LogChain::from_str(value).unwrap_or_else(|_| {
            let allowed = LogChain::ALL.iter().map(|it| it.code());
            self.errors.push(not_allowed("log", allowed));
            LogChain::default()
        })
    }

    fn number(&mut self, name: &str) -> Option<u64> {
        let value = self.value(name)?;
        let digits = value.bytes().all(|it| it.is_ascii_digit());
        // What the database counts with.
        let number = value
            .parse()
            .ok()
            .filter(|it| digits && i64::try_from(*it).is_ok());
        if number.is_none() {
            let detail = "Debe ser un número entero, solo con dígitos.";
            self.errors
                .push(FieldError::new(name, "not_a_number", detail));
        }
        number
    }

    fn finish<T>(self, read: T) -> Result<T, Vec<FieldError>> {
        if self.errors.is_empty() {
            Ok(read)
        } else {
            Err(self.errors)
        }
    }
}

#[cfg(test)]
#[path = "changes_query_tests.rs"]
mod changes_query_tests;
