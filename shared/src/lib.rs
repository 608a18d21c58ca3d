//! What every part of Conóceles agrees on: the questionnaires, the lifecycle, the catalogues, the
//! deadlines, who may do what, and the types that travel through the API.
//!
//! Pure code: no input or output, no clock, no randomness. The server enforces these rules; the
//! client uses the very same functions to grey out what the server would refuse.

pub mod api;
pub mod audit;
pub mod ballot;
pub mod catalogues;
pub mod colours;
pub mod composed;
pub mod curp;
pub mod differences;
pub mod draw;
pub mod drill_copy;
pub mod election;
pub mod formats;
pub mod hints;
pub mod history;
pub mod ids;
pub mod language;
pub mod lifecycle;
mod lists;
pub mod lost_letters;
pub mod merkle;
pub mod names;
pub mod notices;
pub mod paper;
pub mod passwords;
pub mod permissions;
pub mod photo;
pub mod problem;
pub mod questionnaire;
pub mod receipt;
pub mod reports;
pub mod setup_changes;
pub mod term;
pub mod text;
pub mod time;
pub mod two_people;
pub mod visible;
pub mod zip_parts;
