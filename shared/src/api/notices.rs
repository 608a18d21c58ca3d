//! Notices in the app: what happened to an actor's candidacies and to one's own account.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::catalogues::code_enum;
use crate::ids::{CandidacyId, NoticeId};

code_enum! {
    /// How a notice is marked.
    Tone {
        /// Something is to be done, in a limited time.
        Act = "act", "Con plazo";
        /// Something ended well.
        Done = "done", "Resuelto";
        /// To know.
        Info = "info", "Informativo";
    }
}

code_enum! {
    /// Where the e-mail of a notice stands.
    MailState {
        /// Not sent yet, or tried and to be tried again.
        Waiting = "waiting", "El correo está por enviarse";
        /// Accepted by the mail server.
        Sent = "sent", "También se envió por correo";
        /// Given up after several attempts.
        GivenUp = "given_up", "No se pudo entregar por correo";
    }
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notice {
    /// Its id, ordered by time.
    pub id: NoticeId,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// How it is marked.
    pub tone: Tone,
    /// What happened.
    pub title: String,
    /// What it means and what can be done.
    pub text: String,
    /// The candidacy that it is about.
    pub candidacy: Option<CandidacyId>,
    /// The candidate's name.
    pub name: Option<String>,
    /// Whether this account has read it.
    pub read: bool,
    /// Where its e-mail stands; `None` where there is none.
    pub mail: Option<MailState>,
}

/// Notices, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Notices {
    /// How many are unread, also beyond this page.
    pub unread: u32,
    /// This page of them.
    pub data: Vec<Notice>,
    /// The `before` of the next page, if there is one.
    pub next: Option<NoticeId>,
}

/// How many notices are unread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Unread {
    /// Those that this account has not marked as read.
    pub unread: u32,
}

/// Marks as read everything up to a notice, so that one that comes meanwhile stays unread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadUpTo {
    /// The newest one seen.
    pub up_to: NoticeId,
}
