//! What the pure lifecycle says of an act: where it leads, or how it is refused.

use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{Action, Consents, Facts, Process, Refusal, State, Verdict, Who};
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::{Ground, Section, completeness, parse_on};
use conoceles_shared::time::{Instant, Period, local_date};

use super::acts::Act;

/// A candidacy as the model has it.
#[derive(Debug, Clone)]
pub struct Modelled {
    pub process: Process,
    pub consents: Consents,
}

/// What the model knows around it.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    pub setup: &'a ElectionSetup,
    pub capture: Period,
    pub now: Instant,
}

/// Who acts in which role.
pub struct Cast {
    pub operator: AccountId,
    pub validators: [AccountId; 2],
    pub admin: AccountId,
}

/// How an act is answered.
pub enum Outcome {
    Done(Box<Modelled>),
    Refused(u16, Option<Code>),
}

/// A version's hash as the model has it: what the server hashes is its own affair.
pub fn model_hash(section: Section, version: u32) -> String {
    format!("{section}/{version}")
}

impl Modelled {
    pub fn registered() -> Self {
        Self {
            process: Process::registered(),
            consents: Consents::default(),
        }
    }

    fn facts<'a>(&self, around: Around<'a>) -> Facts<'a> {
        Facts {
            now: around.now,
            settings: &around.setup.settings,
            capture: Some(around.capture),
            review: around
                .setup
                .window(conoceles_shared::election::PhaseKind::Review),
            publication_starts: None,
            publication_ends: around.setup.publication_ends(),
            consents: self.consents,
            signed_consent_delivered: false,
        }
    }

    /// As it stands at that instant.
    pub fn in_force(&self, around: Around<'_>) -> Process {
        self.process.in_force(&self.facts(around))
    }

    /// What becomes of it.
    pub fn after(&self, act: &Act, cast: &Cast, around: Around<'_>) -> Outcome {
        let facts = self.facts(around);
        let role = |account, role| Who {
            account,
            role,
            session: None,
        };
        let operator = role(&cast.operator, Role::Operator);
        let validator = |who: &usize| role(&cast.validators[*who], Role::Validator);
        let admin = role(&cast.admin, Role::Admin);
        let apply = |action: Action, who| self.done(self.process.apply(&action, who, &facts));
        match act {
            Act::Consent { kind, granted } => {
                let changed = self
                    .process
                    .change_consent(*kind, *granted, operator, &facts);
                match self.done(changed) {
                    Outcome::Done(mut it) => {
                        it.consents = self.consents.with(*kind, *granted);
                        Outcome::Done(it)
                    }
                    refused => refused,
                }
            }
            Act::Save { stale: true, .. } => Outcome::Refused(412, None),
            Act::Save { section, body, .. } => {
                let limits = &around.setup.settings.limits;
                let Ok(new) = parse_on(local_date(around.now), *section, body, limits) else {
                    return Outcome::Refused(422, Some(Code::Invalid));
                };
                let version = self.process.section(*section).version + 1;
                let action = Action::Save {
                    section: *section,
                    completeness: completeness(Some(&new), limits),
                    sha256: model_hash(*section, version),
                };
                apply(action, operator)
            }
            Act::Answer { section } => apply(Action::Answer { section: *section }, operator),
            Act::Submit => apply(Action::Submit, operator),
            Act::RequestCorrection { sections } => {
                let action = Action::RequestCorrection {
                    sections: sections.clone(),
                    reason: "El nombre cambió.".to_owned(),
                };
                apply(action, operator)
            }
            Act::SendCorrection => apply(Action::SendCorrection, operator),
            Act::Claim { who } => apply(
                self.turn(&facts, Action::Claim, Action::ClaimCorrection),
                validator(who),
            ),
            Act::Release { who } => apply(Action::Release, validator(who)),
            Act::Decide {
                who,
                section,
                observe,
                outdated,
            } => {
                let version = self.process.section(*section).version;
                let sha256 = if *outdated {
                    String::new()
                } else {
                    model_hash(*section, version)
                };
                let verdict = if *observe {
                    Verdict::Observe {
                        ground: Ground::SexistLanguage,
                        reason: "Motivo".to_owned(),
                    }
                } else {
                    Verdict::Approve
                };
                apply(
                    Action::Decide {
                        section: *section,
                        version,
                        sha256,
                        verdict,
                    },
                    validator(who),
                )
            }
            Act::Conclude { who } => apply(
                self.turn(&facts, Action::Conclude, Action::ConcludeCorrection),
                validator(who),
            ),
            Act::OpenCorrection { who } => apply(Action::OpenCorrection, validator(who)),
            Act::RefuseCorrection { who } => apply(
                Action::RefuseCorrection {
                    reason: "No procede.".to_owned(),
                },
                validator(who),
            ),
            Act::Pause { who, section } => {
                apply(Action::Pause { section: *section }, validator(who))
            }
            Act::Resume { who, section } => {
                apply(Action::Resume { section: *section }, validator(who))
            }
            Act::Cancel => apply(Action::Cancel, admin),
            Act::Substitute => apply(Action::Substitute, admin),
            Act::Stranger { .. } => Outcome::Refused(404, Some(Code::NotFound)),
            Act::WrongRole { .. } => Outcome::Refused(403, Some(Code::Forbidden)),
            Act::Wait { .. } => unreachable!("waiting asks for nothing"),
        }
    }

    /// Once published, a turn is one of its correction.
    fn turn(&self, facts: &Facts<'_>, before: Action, published: Action) -> Action {
        if self.process.in_force(facts).state == State::Published {
            published
        } else {
            before
        }
    }

    fn done(&self, next: Result<Process, Refusal>) -> Outcome {
        match next {
            Ok(process) => Outcome::Done(Box::new(Self {
                process,
                consents: self.consents,
            })),
            Err(refusal) => {
                let code = refusal.code();
                Outcome::Refused(code.status(), Some(code))
            }
        }
    }
}
