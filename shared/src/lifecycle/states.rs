//! The states of both tables.

use crate::catalogues::code_enum;

code_enum! {
    /// The state of a candidacy.
    State {
        /// Approved by the council, nothing captured.
        Registered = "registered", "Registrada";
        /// Being captured.
        InCapture = "in_capture", "En captura";
        /// Sent to review.
        Submitted = "submitted", "Enviada";
        /// Claimed by a reviewer.
        InReview = "in_review", "En revisión";
        /// Observations to answer.
        Observed = "observed", "Con observaciones";
        /// Sent again with its observations answered.
        Resubmitted = "resubmitted", "Reenviada";
        /// Approved whole, held until its publication begins: nothing of it is public.
        Approved = "approved", "Aprobada, por publicarse";
        /// Published.
        Published = "published", "Publicada";
        /// Substituted by an acuerdo.
        Substituted = "substituted", "Sustituida";
        /// Cancelled by an acuerdo.
        Cancelled = "cancelled", "Cancelada";
        /// The publication ended: read-only.
        Closed = "closed", "Cerrada";
    }
}

code_enum! {
    /// The state of a section.
    SectionState {
        /// Nothing captured.
        Empty = "empty", "Sin captura";
        /// Captured in part.
        InProgress = "in_progress", "En captura";
        /// Complete.
        Complete = "complete", "Completa";
        /// Complete by saying «No proporcionó».
        NotProvided = "not_provided", "No proporcionó";
        /// Sent, frozen.
        UnderReview = "under_review", "En revisión";
        /// Approved.
        Approved = "approved", "Aprobada";
        /// Observed.
        Observed = "observed", "Observada";
        /// Changed after an observation.
        Changed = "changed", "Corregida";
        /// Answered without a change.
        Answered = "answered", "Respondida";
        /// Published.
        Published = "published", "Publicada";
        /// Published before, paused with a legal basis.
        Paused = "paused", "Pausada";
        /// Not published: its observation was never answered.
        Withheld = "withheld", "Retenida";
        /// The candidacy ended.
        Blocked = "blocked", "Bloqueada";
    }
}

code_enum! {
    /// The state of a correction after publication.
    CorrectionState {
        /// Asked for by the operator.
        Requested = "requested", "Solicitada";
        /// Opened by a validator.
        Open = "open", "Abierta";
        /// Sent by the operator.
        Sent = "sent", "Enviada";
        /// Claimed by a validator.
        Claimed = "claimed", "En revisión";
    }
}

code_enum! {
    /// How a correction after publication ended.
    CorrectionEnd {
        /// A new version is public.
        Published = "published", "Se publicó";
        /// A validator refused to open it.
        Refused = "refused", "No se autorizó";
        /// It was not sent in time.
        Expired = "expired", "No se envió a tiempo";
        /// The review observed it: what was public stays.
        Observed = "observed", "Se observó y no se publicó";
        /// Nothing was left to judge, or the consent that it stood on was revoked.
        Void = "void", "Quedó sin efecto";
    }
}

impl State {
    /// Whether its operator is still capturing it, to send it for the first time.
    #[must_use]
    pub const fn is_captured(self) -> bool {
        matches!(self, Self::Registered | Self::InCapture)
    }

    /// The three ends, from which nothing leads on.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Substituted | Self::Cancelled | Self::Closed)
    }

    /// Whether somebody else may stand in its place: it was substituted or cancelled.
    #[must_use]
    pub const fn gave_up_its_place(self) -> bool {
        matches!(self, Self::Substituted | Self::Cancelled)
    }
}

impl SectionState {
    /// Whether the operator is still filling it in for the first time.
    #[must_use]
    pub const fn is_draft(self) -> bool {
        matches!(
            self,
            Self::Empty | Self::InProgress | Self::Complete | Self::NotProvided
        )
    }

    /// Whether something is missing before it can be sent.
    #[must_use]
    pub const fn is_unfinished(self) -> bool {
        matches!(self, Self::Empty | Self::InProgress)
    }

    /// Whether an observation can be answered without a change: one that was changed is.
    #[must_use]
    pub const fn takes_answer(self) -> bool {
        matches!(self, Self::Observed | Self::Answered)
    }

    /// Whether it was observed and is in the operator's hands.
    #[must_use]
    pub const fn is_under_observation(self) -> bool {
        matches!(self, Self::Observed | Self::Changed | Self::Answered)
    }
}
