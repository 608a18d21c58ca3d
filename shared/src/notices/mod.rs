//! Notices: what a person has to be told, when, and in which words.
//!
//! The server writes them beside the change that causes them; the desks list them and e-mail
//! repeats them, in the same words. None names private data.

mod access;
mod changes;
mod edits;
mod phrases;
mod remedies;
mod words;

pub use changes::news;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::paper::PaperRequestKind;
use crate::questionnaire::Section;
use crate::time::{Instant, Period, local_date};

/// Something that happened and that someone should know. Stored as JSON: a variant once stored
/// stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum News {
    /// Observations to answer.
    Observed {
        /// Those to correct or to answer.
        sections: Vec<Section>,
        /// Those approved in the same turn.
        approved: Vec<Section>,
        /// The last second to answer.
        ends: Option<Instant>,
    },
    /// Sections approved for good, while others are still reviewed.
    Approved {
        /// Those with all their approvals.
        sections: Vec<Section>,
    },
    /// Everything was approved, and waits for the date on which it is published.
    Held {
        /// That date, as it was set then.
        from: Option<Instant>,
        /// Sections left out: their observation was not answered.
        withheld: Vec<Section>,
    },
    /// The date on which what was approved is published was moved.
    PublicationMoved {
        /// To then.
        from: Instant,
    },
    /// The candidacy is published.
    Published {
        /// Sections left out: their observation was not answered.
        withheld: Vec<Section>,
    },
    /// A correction was published.
    NewVersion {
        /// The sections that changed.
        sections: Vec<Section>,
    },
    /// Published sections were paused with a legal basis.
    Paused {
        /// Those that the public no longer sees.
        sections: Vec<Section>,
    },
    /// Paused sections are public again.
    Resumed {
        /// Those that the public sees again.
        sections: Vec<Section>,
    },
    /// A requested correction can be made.
    CorrectionOpened {
        /// The sections that can be changed.
        sections: Vec<Section>,
        /// The last second to send it.
        ends: Option<Instant>,
    },
    /// For validators: an operator asks to correct what is published.
    CorrectionRequested {
        /// The sections that would be changed.
        sections: Vec<Section>,
    },
    /// For validators: a correction was sent.
    CorrectionSent {
        /// The sections that were changed.
        sections: Vec<Section>,
    },
    /// A requested correction was refused, for a reason that stands on the candidacy's page.
    CorrectionRefused {
        /// The sections that were to be changed.
        sections: Vec<Section>,
    },
    /// A correction was not sent in time.
    CorrectionExpired {
        /// The sections that could be changed.
        sections: Vec<Section>,
    },
    /// A correction was observed and is not published.
    CorrectionObserved {
        /// The sections that were observed.
        sections: Vec<Section>,
    },
    /// The time to send a correction is about to end.
    CorrectionEnding {
        /// Its last second.
        ends: Instant,
    },
    /// A correction ended without a new version.
    CorrectionClosed,
    /// Cancelled by an acuerdo.
    Cancelled,
    /// Substituted by an acuerdo.
    Substituted,
    /// The capture period ended and sent what there was.
    CaptureEnded {
        /// Sections without an answer.
        missing: Vec<Section>,
    },
    /// The time to answer observations ended.
    ObservationEnded {
        /// Sections that will not be published.
        withheld: Vec<Section>,
    },
    /// For reviewers: what they observed came back.
    AnswersReturned {
        /// The sections that were observed.
        sections: Vec<Section>,
    },
    /// The capture period was extended.
    CaptureExtended {
        /// Its new last second.
        ends: Instant,
    },
    /// The time to answer observations was extended.
    AnswersExtended {
        /// Its new last second.
        ends: Instant,
    },
    /// The time to correct what is published was extended.
    CorrectionExtended {
        /// Its new last second.
        ends: Instant,
    },
    /// The capture period is about to end.
    CaptureEnding {
        /// Its last second.
        ends: Instant,
        /// Candidacies not sent yet.
        unsent: usize,
    },
    /// The time to answer observations is about to end.
    ObservationEnding {
        /// Its last second.
        ends: Instant,
    },
    /// The account's password was changed by its owner.
    PasswordChanged,
    /// The administrator issued a new one-time password.
    CredentialIssued,
    /// For the institute's people: an act waits for a second administrator.
    ActProposed {
        /// What would be done.
        act: String,
        /// Who proposed it.
        by: String,
        /// When it is over unless somebody decides.
        expires: Instant,
    },
    /// An act waits, and nobody but who proposed it can decide: told to all of the staff and to those it
    /// concerns.
    ActWaitsAlone {
        /// What would be done.
        act: String,
        /// Who proposed it.
        by: String,
        /// From when on they may carry it out.
        from: Instant,
        /// What follows from it, a sentence each.
        consequences: Vec<String>,
    },
    /// Somebody who administers asked to recover the account.
    RecoveryProposed,
    /// There is one more account that captures for an actor.
    OperatorAdded {
        /// Its user name.
        login: String,
        /// For whom it captures.
        actor: String,
        /// Who made it.
        by: String,
    },
    /// The account no longer captures for an actor beside its own.
    ActorWithdrawn {
        /// For whom it captured.
        actor: String,
    },
    /// A receipt that was signed on paper was recorded: the capture period runs.
    PaperReceiptRecorded {
        /// When it was signed.
        received: Instant,
        /// The last second to capture.
        ends: Instant,
    },
    /// For validators: one person is enough to approve and to publish.
    FourEyesOff {
        /// In which election.
        election: String,
    },
    /// Somebody who knows the account's password gave wrong codes.
    WrongCodesAfterPassword,
    /// Too many sessions were open at once: the oldest was ended.
    OldestSessionEnded,
    /// Too many wrong codes or passwords inside a session: it was ended.
    WrongCodesEndedSession,
    /// The account was suspended.
    AccountSuspended,
    /// The account can be used again.
    AccountReactivated,
    /// A paper that revokes a consent, or asks for one of the ARCO rights, was recorded.
    PaperRecorded {
        /// What it asks for.
        asks: PaperRequestKind,
        /// Its own date.
        dated: NaiveDate,
        /// By which it is found again.
        reference: String,
    },
    /// For administrators: a message was given up.
    MailGivenUp,
    /// A cancellation or a substitution was undone.
    EndingUndone {
        /// Whether the public sees it again.
        public: bool,
        /// Whether it is captured or corrected again, until then.
        ends: Option<Instant>,
    },
    /// Reopened by order of a tribunal.
    Reopened {
        /// The docket.
        docket: String,
        /// When the time that it gives begins.
        starts: Instant,
        /// Its last second.
        ends: Instant,
        /// Whether something of it is public, which is corrected; else it is captured anew.
        public: bool,
    },
    /// A paper receipt was annulled.
    ReceiptAnnulled {
        /// The end of the capture period that counts instead; none where none does.
        ends: Option<Instant>,
        /// Whether that end has passed.
        over: bool,
        /// How many candidacies are captured again.
        returned: usize,
    },
    /// What was registered of a candidacy was corrected.
    RegistrationCorrected {
        /// The document it stands on.
        reference: String,
        /// Whether the public sees a new version.
        public: bool,
    },
    /// The name or the parties of an actor were corrected.
    ActorCorrected {
        /// Its name since then.
        name: String,
    },
    /// The account has another user name.
    LoginChanged {
        /// Since then.
        login: String,
    },
}

/// Whom a change of a candidacy concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The candidacy's actor: its operators, and its contact by e-mail.
    Actor,
    /// Whoever observed it.
    Reviewers,
    /// Every validator.
    Validators,
}

impl News {
    /// What is held, with the date that its office has.
    #[must_use]
    pub fn with_publication_date(self, starts: Option<Instant>) -> Self {
        match self {
            Self::Held { withheld, .. } => Self::Held {
                from: starts,
                withheld,
            },
            other => other,
        }
    }

    /// Whom it concerns, where it is about a candidacy.
    #[must_use]
    pub const fn audience(&self) -> Audience {
        match self {
            Self::AnswersReturned { .. } => Audience::Reviewers,
            Self::CorrectionRequested { .. } | Self::CorrectionSent { .. } => Audience::Validators,
            Self::Observed { .. }
            | Self::Approved { .. }
            | Self::Held { .. }
            | Self::PublicationMoved { .. }
            | Self::Published { .. }
            | Self::NewVersion { .. }
            | Self::Paused { .. }
            | Self::Resumed { .. }
            | Self::CorrectionOpened { .. }
            | Self::CorrectionRefused { .. }
            | Self::CorrectionExpired { .. }
            | Self::CorrectionObserved { .. }
            | Self::CorrectionEnding { .. }
            | Self::CorrectionClosed
            | Self::PaperRecorded { .. }
            | Self::Cancelled
            | Self::Substituted
            | Self::CaptureEnded { .. }
            | Self::ObservationEnded { .. }
            | Self::CaptureExtended { .. }
            | Self::AnswersExtended { .. }
            | Self::CorrectionExtended { .. }
            | Self::CaptureEnding { .. }
            | Self::ObservationEnding { .. }
            | Self::PasswordChanged
            | Self::CredentialIssued
            | Self::ActProposed { .. }
            | Self::ActWaitsAlone { .. }
            | Self::RecoveryProposed
            | Self::OperatorAdded { .. }
            | Self::ActorWithdrawn { .. }
            | Self::PaperReceiptRecorded { .. }
            | Self::FourEyesOff { .. }
            | Self::WrongCodesAfterPassword
            | Self::OldestSessionEnded
            | Self::WrongCodesEndedSession
            | Self::AccountSuspended
            | Self::AccountReactivated
            | Self::MailGivenUp
            | Self::EndingUndone { .. }
            | Self::Reopened { .. }
            | Self::ReceiptAnnulled { .. }
            | Self::RegistrationCorrected { .. }
            | Self::ActorCorrected { .. }
            | Self::LoginChanged { .. } => Audience::Actor,
        }
    }
}

/// How many natural days before its last one a period is told of, the nearest first.
pub const REMINDER_DAYS: [i64; 2] = [1, 3];

/// The reminder that is due at `now`: the nearest mark that has been reached, in natural days
/// before the last one. A period that is not longer than a mark has none of it; one that has not
/// begun or is over has none at all. Of a period in hours a day is 24 of them.
#[must_use]
pub fn reminder_due(period: &Period, now: Instant) -> Option<i64> {
    if !period.contains(now) {
        return None;
    }
    if period.ends_with_its_day() {
        let left = (local_date(period.ends) - local_date(now)).num_days();
        return nearest_mark(left, period.days(), 1);
    }
    nearest_mark(period.hours_left(now), period.hours(), 24)
}

fn nearest_mark(left: i64, whole: i64, in_a_day: i64) -> Option<i64> {
    REMINDER_DAYS
        .into_iter()
        .find(|mark| left <= *mark * in_a_day && whole > *mark * in_a_day)
}

#[cfg(test)]
mod notices_tests;
