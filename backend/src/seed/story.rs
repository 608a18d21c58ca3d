//! What happened to one candidacy, told through the lifecycle's own actions at past instants.
//!
//! Nothing sets a state: each step is [`Process::apply`], refused where the tables refuse it.

use chrono::Duration;
use conoceles_shared::election::{ElectionSetup, PhaseKind};
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::lifecycle::{
    Action, Consents, Facts, Process, SectionState, State, Verdict, Who,
};
use conoceles_shared::questionnaire::{ConsentKind, Section, SectionContent, completeness, parse};
use conoceles_shared::time::{Instant, Period};

use super::material::Flaw;
use crate::candidacy::content::{Authorship, pack};
use crate::candidacy::store::VersionRow;
use crate::candidacy::store::observations::ObservationRow;
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::secrets::Secrets;
use crate::publication::Kind;

/// A change that the public saw: the process right after it.
#[derive(Debug)]
pub struct PublicChange {
    pub process: Process,
    pub kind: Kind,
    pub at: Instant,
}

/// An observation with who made it, and what was answered.
#[derive(Debug)]
pub struct Observed {
    pub row: ObservationRow,
    pub by: AccountId,
    /// Without a change of the section.
    pub answer: Option<(String, Instant)>,
}

/// What the candidacy's steps depend on.
#[derive(Debug)]
pub struct Stage<'a> {
    pub setup: &'a ElectionSetup,
    /// Of its actor.
    pub capture: Option<Period>,
    pub operator: &'a AccountId,
    pub validators: &'a [AccountId; 2],
    pub id: &'a CandidacyId,
}

/// A candidacy while its story is told.
pub struct Story<'a> {
    stage: Stage<'a>,
    secrets: &'a Secrets,
    pub process: Process,
    /// The last instant told.
    pub at: Instant,
    pub consents: Consents,
    /// When the consents were given.
    pub consented: Option<Instant>,
    pub versions: Vec<VersionRow>,
    pub observations: Vec<Observed>,
    /// In the order in which they happened.
    pub public: Vec<PublicChange>,
}

impl<'a> Story<'a> {
    /// A candidacy as registered at `at`.
    pub fn new(stage: Stage<'a>, secrets: &'a Secrets, at: Instant) -> Self {
        Self {
            stage,
            secrets,
            process: Process::registered(),
            at,
            consents: Consents::default(),
            consented: None,
            versions: Vec::new(),
            observations: Vec::new(),
            public: Vec::new(),
        }
    }

    fn facts(&self, now: Instant) -> Facts<'_> {
        Facts {
            now,
            settings: &self.stage.setup.settings,
            capture: self.stage.capture,
            review: self.stage.setup.window(PhaseKind::Review),
            publication_starts: self.stage.setup.window(PhaseKind::Publication).starts,
            publication_ends: self.stage.setup.publication_ends(),
            consents: self.consents,
            signed_consent_delivered: false,
        }
    }

    fn act(&mut self, at: Instant, by: &AccountId, action: &Action) -> Result<(), Failure> {
        let who = Who {
            account: by,
            role: action.role(),
            session: None,
        };
        let before = self.process.state;
        self.process = self.process.apply(action, who, &self.facts(at))?;
        self.at = at;
        if before != State::Published && self.process.state == State::Published {
            self.now_public(Kind::Publication, at);
        }
        Ok(())
    }

    fn now_public(&mut self, kind: Kind, at: Instant) {
        self.public.push(PublicChange {
            process: self.process.clone(),
            kind,
            at,
        });
    }

    /// The operator does something other than saving.
    pub fn operate(&mut self, at: Instant, action: &Action) -> Result<(), Failure> {
        let operator = self.stage.operator;
        self.act(at, operator, action)
    }

    /// The consents are given and capture begins.
    pub fn begin(&mut self, at: Instant, consents: Consents) -> Result<(), Failure> {
        self.consents = consents;
        self.consented = Some(at);
        self.operate(at, &Action::StartCapture)
    }

    /// The operator saves a section, if the questionnaire accepts it.
    pub fn save(&mut self, at: Instant, content: &SectionContent) -> Result<(), Failure> {
        let section = content.section();
        let limits = &self.stage.setup.settings.limits;
        if parse(section, &content.to_value(), limits).is_err() {
            return Err(Failure::Internal(format!("seed: {section} is not valid")));
        }
        let version = self.process.section(section).version.saturating_add(1);
        let by = Authorship {
            account: Some(self.stage.operator),
            at,
        };
        let packed = pack(self.secrets, self.stage.id, version, by, content)?;
        let action = Action::Save {
            section,
            completeness: completeness(Some(content), limits),
            sha256: packed.sha256.clone(),
        };
        self.operate(at, &action)?;
        self.versions.push(VersionRow {
            candidacy: self.stage.id.clone(),
            section,
            version,
            content: packed.content,
            sha256: packed.sha256,
            account: Some(self.stage.operator.clone()),
            saved_at: at,
        });
        Ok(())
    }

    /// A reviewer's whole turn: everything but the `flaws` is approved.
    pub fn review(&mut self, at: Instant, reviewer: usize, flaws: &[&Flaw]) -> Result<(), Failure> {
        let [first, second] = self.stage.validators;
        let by = if reviewer == 0 { first } else { second };
        self.act(at, by, &Action::Claim)?;
        let facts = self.facts(at);
        let pending: Vec<Section> = self
            .process
            .reviewable(&facts)
            .filter(|it| self.process.section(*it).state == SectionState::UnderReview)
            .collect();
        let mut at = at;
        for section in pending {
            at += Duration::minutes(2);
            let flaw = flaws.iter().find(|it| it.section == section);
            self.decide(at, by, section, flaw.copied())?;
        }
        self.act(at + Duration::minutes(1), by, &Action::Conclude)
    }

    fn decide(
        &mut self,
        at: Instant,
        by: &AccountId,
        section: Section,
        flaw: Option<&Flaw>,
    ) -> Result<(), Failure> {
        let judged = self.process.section(section);
        let verdict = match flaw {
            None => Verdict::Approve,
            Some(flaw) => Verdict::Observe {
                ground: flaw.ground,
                reason: flaw.reason.clone(),
            },
        };
        let action = Action::Decide {
            section,
            version: judged.version,
            sha256: judged.sha256,
            verdict,
        };
        self.act(at, by, &action)?;
        if let Some(flaw) = flaw {
            let row = ObservationRow {
                id: new_id(at)?,
                section,
                version: judged.version,
                ground: flaw.ground,
                reason: flaw.reason.clone(),
                at,
                answer: None,
            };
            self.observations.push(Observed {
                row,
                by: by.clone(),
                answer: None,
            });
        }
        Ok(())
    }

    /// The operator answers an observation and leaves the text as it is.
    pub fn answer(&mut self, at: Instant, flaw: &Flaw) -> Result<(), Failure> {
        let section = flaw.section;
        self.operate(at, &Action::Answer { section })?;
        let open = self
            .observations
            .iter_mut()
            .filter(|it| it.row.section == section);
        if let Some(last) = open.last() {
            last.answer = Some((flaw.answer.clone(), at));
        }
        Ok(())
    }

    /// A reviewer pauses a published section.
    pub fn pause(&mut self, at: Instant, section: Section) -> Result<(), Failure> {
        let [by, _] = self.stage.validators;
        self.act(at, by, &Action::Pause { section })?;
        self.now_public(Kind::Pause, at);
        Ok(())
    }

    /// What the clock alone has decided by `now`, dated at the deadline.
    pub fn let_time_pass(&mut self, now: Instant) {
        let deadline = self.process.observation_period.map(|it| it.ends);
        let before = self.process.state;
        self.process = self.process.in_force(&self.facts(now));
        if let Some(at) = deadline
            && before != State::Published
            && self.process.state == State::Published
        {
            self.at = at;
            self.now_public(Kind::Publication, at);
        }
    }

    #[must_use]
    pub fn consents_given(&self) -> Vec<ConsentKind> {
        let all = ConsentKind::ALL.iter().copied();
        all.filter(|it| self.consents.given(*it)).collect()
    }

    #[must_use]
    pub const fn operator(&self) -> &AccountId {
        self.stage.operator
    }
}
