//! Notices: written in the transaction of the change that causes them, read in the app, and sent by
//! e-mail where a mail server is configured.
//!
//! [`tell`] writes; [`list`] reads; [`reminders`] are what the clock tells; [`post`] takes e-mails
//! from the outbox, [`letter`] words them and [`smtp`] hands them over.

mod letter;
mod list;
mod post;
mod reminders;
pub mod routes;
mod smtp;
mod store;
mod tell;

pub use post::deliver_mails;
pub use reminders::write_due_reminders;
pub use smtp::Smtp;
pub use tell::{
    ActorNotice, Addressee, distinct_contacts, settled, tell_account, tell_actor, tell_all_with,
    tell_of_open, tell_of_step,
};
