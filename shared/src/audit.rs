//! What the audit tells of, and which part of it each role may read (`docs/domain/process.md#roles`).

use crate::catalogues::code_enum;
use crate::permissions::Role;

code_enum! {
    /// What an entry is about: each role reads whole areas, or nothing of one.
    AuditArea {
        /// What happens to one candidacy, or to several at once.
        Candidacy = "candidacy", "Candidaturas";
        /// Elections, parties and actors.
        Setup = "setup", "Elecciones y actores";
        /// What administration does with accounts, and acts that take two.
        Accounts = "accounts", "Cuentas y actos de dos personas";
        /// Signing in and out, second factors, sessions.
        Access = "access", "Accesos";
        /// What the system did as a whole, and who took data out of it.
        System = "system", "Sistema";
    }
}

macro_rules! audited {
    ($($area:ident { $($variant:ident = $code:tt, $label:literal;)+ })+) => {
        code_enum! {
            /// Everything that is audited. A code never changes, since stored entries have it.
            AuditAction { $($($variant = $code, $label;)+)+ }
        }

        impl AuditAction {
            /// What it is about.
            #[must_use]
            pub const fn area(self) -> AuditArea {
                match self { $($(Self::$variant => AuditArea::$area,)+)+ }
            }
        }
    };
}

audited! {
    Candidacy {
        BulkSaved = "bulk.saved", "Guardó una hoja de cálculo";
        CandidacyCancelled = "candidacy.cancelled", "Canceló la candidatura";
        CaptureEnded = "candidacy.capture_ended", "Terminó el periodo de captura";
        ClaimExpired = "candidacy.claim_expired", "Venció el turno de revisión";
        CandidacyClosed = "candidacy.closed", "Terminó la publicación";
        CorrectionEnded = "candidacy.correction_ended", "Terminó el plazo de la corrección";
        CandidacyExtended = "candidacy.extended", "Amplió un plazo de la candidatura";
        ObservationEnded = "candidacy.observation_ended", "Terminó el plazo de observaciones";
        PublicationBegan = "candidacy.publication_began", "Llegó la fecha de su publicación";
        PublicationDateMoved = "candidacy.publication_date_moved", "Cambió la fecha de su publicación";
        CandidacyRegistered = "candidacy.registered", "Registró la candidatura";
        RegistrationEdited = "candidacy.registration_edited", "Corrigió el registro";
        CandidacyReinstated = "candidacy.reinstated", "Restableció la candidatura";
        CandidacyReopened = "candidacy.reopened", "Reabrió la candidatura por orden de un tribunal";
        CandidacyResubmitted = "candidacy.resubmitted", "Envió de nuevo a revisión";
        ReturnedToCapture = "candidacy.returned_to_capture", "Devolvió la candidatura a captura";
        CandidacySubmitted = "candidacy.submitted", "Envió a revisión";
        CandidacySubstituted = "candidacy.substituted", "Sustituyó la candidatura";
        ConsentGranted = "consent.granted", "Otorgó un consentimiento";
        ConsentRevoked = "consent.revoked", "Revocó un consentimiento";
        SignedCopyDelivered = "consent.signed_copy_delivered", "Entregó el consentimiento firmado";
        SignedCopyRead = "consent.signed_copy_read", "Descargó el consentimiento firmado";
        CorrectionOpened = "correction.opened", "Abrió una corrección";
        CorrectionRefused = "correction.refused", "No autorizó una corrección";
        CorrectionRequested = "correction.requested", "Solicitó una corrección";
        CorrectionSent = "correction.sent", "Envió una corrección";
        FindingHandled = "finding.handled", "Marcó como atendido algo señalado";
        IdentityRead = "identity.read", "Consultó respuestas de identidad";
        ObservationAnswered = "observation.answered", "Respondió una observación";
        PaperRecorded = "paper.recorded", "Registró un escrito en papel";
        PublicationPurged = "publication.purged", "Suprimió registros publicados";
        ReviewClaimed = "review.claimed", "Tomó la revisión";
        ReviewConcluded = "review.concluded", "Concluyó su revisión";
        ReviewReleased = "review.released", "Dejó la revisión";
        RollSaved = "roll.saved", "Cargó un archivo de candidaturas";
        SectionDecided = "section.decided", "Decidió sobre una sección";
        FindingsIgnored = "section.findings_ignored", "Dejó como estaba lo señalado";
        SectionPaused = "section.paused", "Pausó una sección";
        SectionResumed = "section.resumed", "Publicó de nuevo una sección";
        SectionSaved = "section.saved", "Guardó una sección";
    }
    Setup {
        ActorCreated = "actor.created", "Registró un actor político";
        ActorEdited = "actor.edited", "Corrigió un actor político";
        ActorExtended = "actor.extended", "Amplió el plazo de un actor político";
        PaperReceiptRecorded = "actor.paper_receipt", "Registró un acuse en papel";
        PaperReceiptAnnulled = "actor.paper_receipt_annulled", "Anuló un acuse en papel";
        ElectionCreated = "election.created", "Creó una elección";
        ElectionLanguageUpdated = "election.language_updated", "Cambió las reglas de lenguaje";
        ReasonTemplatesUpdated = "election.reason_templates_updated", "Cambió los motivos preparados";
        RollHeadingsKept = "election.roll_headings_kept", "Guardó las columnas del archivo de candidaturas";
        ElectionUpdated = "election.updated", "Cambió los datos de una elección";
        PartyCreated = "party.created", "Registró un partido";
        PartyEdited = "party.edited", "Corrigió un partido";
    }
    Accounts {
        AccountActivated = "account.activated", "Activó una cuenta";
        AccountCreated = "account.created", "Creó una cuenta";
        CredentialIssued = "account.credential_issued", "Emitió una hoja de acceso";
        DeliveryNoted = "account.delivery_noted", "Anotó una entrega de su hoja de acceso";
        AccountEdited = "account.edited", "Corrigió una cuenta";
        AccountReactivated = "account.reactivated", "Reactivó una cuenta";
        ReceiptAccepted = "account.receipt_accepted", "Aceptó el acuse de recibo";
        RecoveryStarted = "account.recovery_started", "Inició la recuperación de una cuenta";
        ActorRepresented = "account.represents", "Dio a una cuenta la captura de otro actor político";
        ActorNoLongerRepresented = "account.represents_no_more", "Retiró a una cuenta la captura de un actor político";
        SecondFactorReset = "account.second_factor_reset", "Quitó el segundo factor de una cuenta";
        SessionsEnded = "account.sessions_ended", "Terminó las sesiones de una cuenta";
        AccountSuspended = "account.suspended", "Suspendió una cuenta";
        ProposalConfirmed = "proposal.confirmed", "Confirmó un acto de dos personas";
        ProposalExpired = "proposal.expired", "Venció un acto de dos personas";
        ProposalMade = "proposal.made", "Propuso un acto de dos personas";
        ProposalRefused = "proposal.refused", "Rechazó un acto de dos personas";
        ProposalWithdrawn = "proposal.withdrawn", "Retiró un acto de dos personas";
    }
    Access {
        CodeAccepted = "account.code_accepted", "Dio el código de su segundo factor";
        PasswordAccepted = "account.password_accepted", "Dio su contraseña";
        PasswordSet = "account.password_set", "Cambió su contraseña";
        ProofRefused = "account.proof_refused", "Contraseña o código incorrectos";
        RefreshTokenCameBack = "account.refresh_token_came_back", "Se usó dos veces la misma sesión";
        SecondFactorEnrolled = "account.second_factor_enrolled", "Activó su segundo factor";
        SecondFactorRemoved = "account.second_factor_removed", "Quitó su segundo factor";
        SecondFactorStarted = "account.second_factor_started", "Comenzó a activar su segundo factor";
        SessionEnded = "account.session_ended", "Terminó una sesión";
        SignedIn = "account.signed_in", "Inició sesión";
        SignedOut = "account.signed_out", "Cerró sesión";
    }
    System {
        AuditExported = "audit.exported", "Descargó la auditoría";
        ElectionImported = "election.imported", "Importó un archivo histórico";
        IdentityCounted = "identity.counted", "Contó las respuestas de identidad";
        ReportIssued = "report.issued", "Emitió un informe";
        Seeded = "seed", "Cargó los datos de demostración";
    }
}

impl AuditAction {
    /// Whether it tells of one person's turn of review: with four eyes the second person is not told
    /// of it before both are through, and an operator never.
    #[must_use]
    pub const fn is_of_a_turn(self) -> bool {
        matches!(
            self,
            Self::ClaimExpired
                | Self::FindingHandled
                | Self::ReviewClaimed
                | Self::ReviewConcluded
                | Self::ReviewReleased
                | Self::SectionDecided
        )
    }

    /// The actions that this role may read of, area by area.
    pub fn read_by(role: Role) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |it| role.reads(*it))
    }

    /// What becomes of the proposal of an act that takes two, as the audit calls it; none while it
    /// is open, which is [`Self::ProposalMade`].
    #[must_use]
    pub const fn of_proposal(state: crate::two_people::ProposalState) -> Self {
        use crate::two_people::ProposalState;
        match state {
            ProposalState::Open => Self::ProposalMade,
            ProposalState::Confirmed => Self::ProposalConfirmed,
            ProposalState::Refused => Self::ProposalRefused,
            ProposalState::Withdrawn => Self::ProposalWithdrawn,
            ProposalState::Expired => Self::ProposalExpired,
        }
    }
}

/// Whose entries a role reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditSight {
    /// Every entry of the actions that it may read of.
    All,
    /// Those about the candidacies of its own actor, and its own.
    OwnActor,
    /// No entry, only how many there are.
    Counts,
}

impl Role {
    /// Whose entries of the audit it reads.
    #[must_use]
    pub const fn audit_sight(self) -> AuditSight {
        match self {
            Self::Operator => AuditSight::OwnActor,
            Self::Validator | Self::Admin | Self::Technician => AuditSight::All,
            Self::Observer => AuditSight::Counts,
        }
    }

    /// Whether it may read entries of this action.
    #[must_use]
    pub const fn reads(self, action: AuditAction) -> bool {
        match self {
            Self::Admin => true,
            Self::Validator => matches!(action.area(), AuditArea::Candidacy),
            Self::Operator => {
                matches!(action.area(), AuditArea::Candidacy)
                    && !action.is_of_a_turn()
                    && !matches!(action, AuditAction::SignedCopyRead)
            }
            Self::Technician => matches!(action.area(), AuditArea::Access | AuditArea::System),
            Self::Observer => false,
        }
    }

    /// Whether it may be told who of the authority's staff did something.
    #[must_use]
    pub const fn learns_names_of_staff(self) -> bool {
        matches!(self, Self::Admin | Self::Validator)
    }

    /// Whether a turn of review by somebody else is kept from it while the review is not over.
    #[must_use]
    pub const fn is_kept_from_turns(self) -> bool {
        matches!(self, Self::Validator)
    }
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod audit_tests;
