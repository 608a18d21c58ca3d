//! What every part of Conóceles agrees on: the questionnaires, the lifecycle, the catalogues, the
//! deadlines, who may do what, and the types that travel through the API.
//!
//! Pure code: no input or output, no clock, no randomness. The server enforces these rules; the
//! client uses the very same functions to grey out what the server would refuse.

pub mod api;
pub mod ballot;
pub mod catalogues;
pub mod draw;
pub mod election;
pub mod hints;
pub mod ids;
pub mod language;
pub mod lifecycle;
mod lists;
pub mod notices;
pub mod passwords;
pub mod permissions;
pub mod photo;
pub mod problem;
pub mod questionnaire;
pub mod receipt;
pub mod text;
pub mod time;
