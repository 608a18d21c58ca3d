//! The desks: capture, review, administration. Rendered in the browser only, under `/mesa`.
//!
//! `access` holds the session and talks to the API, `place` is the one list of addresses, `form` the
//! kit that every form is made of; a feature each has its folder.

mod access;
mod account;
mod admin;
pub mod app;
mod auditing;
mod boards;
mod capture;
mod cell_issues;
mod client;
mod clock;
mod connection;
mod content;
mod context;
mod countdown;
mod dialog;
mod dom;
mod download;
mod drafts;
mod file_to_send;
mod form;
mod history;
mod icon;
mod kept;
mod language;
mod leaving;
mod listing;
mod load;
mod long_act;
mod notices;
mod page;
mod part;
mod parts;
mod photo;
mod place;
mod question;
mod reason_templates;
mod receipts;
mod review;
mod shell;
mod tags;
mod timeline;
