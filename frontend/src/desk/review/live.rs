//! The candidacy on the desk and what may be done with it; a copy is a handle to the same.

use std::collections::BTreeMap;

use conoceles_shared::api::corrections::CorrectionRefusal;
use conoceles_shared::api::handled::{FoundOnDesk, HandlingRequest};
use conoceles_shared::api::paper::PaperRequest;
use conoceles_shared::api::review::{
    Conclusion, DecisionRequest, Desk, DeskSection, EarlierVersion, LegalBasis, VerdictKind,
};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::State;
use conoceles_shared::questionnaire::{Ground, Section};
use conoceles_shared::time::Instant;
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::client::{Call, Failure, Method};
use crate::desk::dom;
use crate::i18n::desk::texts;

/// The id of the desk's heading.
pub const HEADING: &str = "mesa";

/// The desk as the server last described it.
#[derive(Clone, Copy)]
pub struct Live {
    access: Access,
    desk: RwSignal<Desk>,
    chosen: RwSignal<Section>,
    /// Observations begun and not saved, as their form has them. They outlive it: who compares
    /// sections opens another one in the middle of a sentence.
    drafts: RwSignal<BTreeMap<Section, Value>>,
    /// Whether the drawer in which an observation is written is open.
    observing: RwSignal<bool>,
    /// The version that was in sight when a decision on it came too late.
    seen: RwSignal<Option<(Section, EarlierVersion)>>,
}

impl Live {
    /// Starts with the first section that waits for a decision.
    pub fn of(desk: Desk) -> Self {
        let first = first_to_decide(&desk);
        Self {
            access: Access::here(),
            desk: RwSignal::new(desk),
            chosen: RwSignal::new(first),
            drafts: RwSignal::new(BTreeMap::new()),
            observing: RwSignal::new(false),
            seen: RwSignal::new(None),
        }
    }

    pub fn desk(self) -> Signal<Desk> {
        self.desk.into()
    }

    /// The section in sight.
    pub fn chosen(self) -> RwSignal<Section> {
        self.chosen
    }

    /// The section in sight, with its content.
    pub fn section(self) -> Memo<Option<DeskSection>> {
        Memo::new(move |_| {
            let chosen = self.chosen.get();
            self.desk
                .with(|it| it.sections.iter().find(|it| it.section == chosen).cloned())
        })
    }

    /// What was begun of the observation on `section`, without following it.
    pub fn draft(self, section: Section) -> Option<Value> {
        self.drafts.with_untracked(|all| all.get(&section).cloned())
    }

    /// Keeps what is typed of the observation on `section`.
    pub fn keep_draft(self, section: Section, typed: Value) {
        self.drafts.update(|all| {
            all.insert(section, typed);
        });
    }

    /// The observation on `section` was saved, or given up.
    pub fn drop_draft(self, section: Section) {
        self.drafts.try_update(|all| all.remove(&section));
    }

    /// Whether the observation on `section` is unfinished.
    pub fn has_draft(self, section: Section) -> bool {
        self.drafts.with(|all| all.contains_key(&section))
    }

    /// Whether any observation is.
    pub fn unfinished(self) -> Signal<bool> {
        Signal::derive(move || self.drafts.with(|all| !all.is_empty()))
    }

    /// Whether the drawer of an observation is open.
    pub fn observing(self) -> RwSignal<bool> {
        self.observing
    }

    /// Opens the drawer on `section` with this ground; a reason that was begun stays.
    pub fn observe_for(self, section: Section, ground: Ground) {
        let mut typed = self.draft(section).unwrap_or_else(|| json!({}));
        if let Some(fields) = typed.as_object_mut() {
            fields.insert("ground".to_owned(), json!(ground));
        }
        self.observing.set(false);
        self.keep_draft(section, typed);
        request_animation_frame(move || {
            self.observing.try_set(true);
            dom::focus_soon("reason");
        });
    }

    /// The version that was in sight before the one that is, where a decision came too late.
    pub fn seen_before(self, section: Section) -> Option<EarlierVersion> {
        self.seen.with(|it| {
            let of_section = it.as_ref().filter(|(other, _)| *other == section);
            of_section.map(|(_, earlier)| earlier.clone())
        })
    }

    /// Reads the candidacy again after a decision that came too late; what was in sight stays, to be
    /// compared.
    pub async fn reload_after(self, late: &DeskSection) -> Result<(), Failure> {
        let seen = late.content.clone().zip(late.saved_at);
        self.seen.set(seen.map(|(content, saved_at)| {
            let version = late.version;
            let earlier = EarlierVersion {
                version,
                content,
                saved_at,
            };
            (late.section, earlier)
        }));
        self.reload().await
    }

    /// Brings the section that is this many after the one in sight.
    pub fn step(self, by: isize) {
        let here = self.chosen.get_untracked();
        let there = self.desk.with_untracked(|it| neighbour(it, here, by));
        self.bring(there);
    }

    /// Brings the next section that waits for a decision, if one does.
    pub fn go_to_next_undecided(self) -> Option<Section> {
        let here = self.chosen.get_untracked();
        let next = self.desk.with_untracked(|it| next_undecided(it, here));
        self.bring(next);
        next
    }

    fn bring(self, section: Option<Section>) {
        if let Some(section) = section {
            self.chosen.set(section);
            dom::focus_soon("seccion");
        }
    }

    /// Whether the turn may end: nothing is unfinished, or its author lets it go.
    pub fn may_leave(self) -> bool {
        self.drafts.with_untracked(BTreeMap::is_empty) || dom::confirm(texts().form.leave)
    }

    /// Whether the asking account holds the claim.
    pub fn claimed(self) -> bool {
        self.desk
            .with(|it| it.claim_expires.is_some_and(|at| at > it.now))
    }

    fn path(self, rest: &str) -> String {
        let id = self.desk.with_untracked(|it| it.id.clone());
        path(&id, rest)
    }

    async fn post(self, rest: &str) -> Result<Desk, Failure> {
        self.access
            .send(Method::Post, self.path(rest), &json!({}))
            .await
    }

    /// Takes the turn, or renews it.
    pub async fn claim(self) -> Result<(), Failure> {
        let desk = self.post("claim").await?;
        self.desk.set(desk);
        Ok(())
    }

    /// Gives the turn back.
    pub async fn release(self) -> Result<(), Failure> {
        self.access
            .call(Call::new(Method::Delete, self.path("claim")))
            .await
            .map(|_| ())
    }

    /// Reads the candidacy again.
    pub async fn reload(self) -> Result<(), Failure> {
        let id = self.desk.with_untracked(|it| it.id.clone());
        let desk = self.access.get(format!("/review/candidacies/{id}")).await?;
        self.desk.set(desk);
        Ok(())
    }

    /// Decides on a section, naming the version and the hash that are in sight.
    pub async fn decide(
        self,
        section: &DeskSection,
        observation: Option<(Ground, String)>,
    ) -> Result<(), Failure> {
        let path = self.path(&format!("sections/{}/decision", section.section));
        let (ground, reason) = observation.unzip();
        let verdict = if ground.is_some() {
            VerdictKind::Observe
        } else {
            VerdictKind::Approve
        };
        let request = DecisionRequest {
            version: section.version,
            sha256: section.sha256.clone(),
            verdict,
            ground,
            reason,
        };
        let desk = self.access.send(Method::Put, path, &request).await?;
        self.seen.set(None);
        self.desk.set(desk);
        Ok(())
    }

    /// Marks something found in the section in sight as handled, or takes the mark back.
    pub async fn mark_handled(
        self,
        found: FoundOnDesk,
        handled: bool,
        note: Option<String>,
    ) -> Result<(), Failure> {
        let section = self.chosen.get_untracked();
        let version = self.desk.with_untracked(|it| {
            let shown = it.sections.iter().find(|it| it.section == section);
            shown.map_or(0, |it| it.version)
        });
        let request = HandlingRequest {
            version,
            found,
            handled,
            note,
        };
        let path = self.path(&format!("sections/{section}/handled"));
        let desk = self.access.send(Method::Put, path, &request).await?;
        self.desk.set(desk);
        Ok(())
    }

    pub async fn conclude(self) -> Result<Conclusion, Failure> {
        self.access
            .send(Method::Post, self.path("conclusion"), &json!({}))
            .await
    }

    /// Opens the correction that was asked for.
    pub async fn open_correction(self) -> Result<(), Failure> {
        let desk = self.post("correction/opening").await?;
        self.desk.set(desk);
        Ok(())
    }

    /// Refuses the correction that was asked for.
    pub async fn refuse_correction(self, refusal: &CorrectionRefusal) -> Result<(), Failure> {
        let path = self.path("correction/refusal");
        let desk = self.access.send(Method::Post, path, refusal).await?;
        self.desk.set(desk);
        Ok(())
    }

    /// Records a paper of the person's.
    pub async fn record_paper(self, paper: &PaperRequest) -> Result<(), Failure> {
        let path = self.path("papers");
        let desk = self.access.send(Method::Post, path, paper).await?;
        self.desk.set(desk);
        Ok(())
    }

    /// Pauses a published section, or resumes it.
    pub async fn pause(self, section: Section, on: bool, basis: String) -> Result<(), Failure> {
        let action = if on { "pause" } else { "resume" };
        let path = self.path(&format!("sections/{section}/{action}"));
        let desk = self
            .access
            .send(Method::Post, path, &LegalBasis { basis })
            .await?;
        self.desk.set(desk);
        Ok(())
    }
}

fn path(id: &CandidacyId, rest: &str) -> String {
    format!("/review/candidacies/{id}/{rest}")
}

fn first_to_decide(desk: &Desk) -> Section {
    let waiting = desk
        .sections
        .iter()
        .find(|it| it.to_decide && it.own_decision.is_none());
    let first = waiting.or_else(|| desk.sections.first());
    first.map_or(Section::Photo, |it| it.section)
}

/// The next section after `here` that waits for a decision, from the top again after the last one.
fn next_undecided(desk: &Desk, here: Section) -> Option<Section> {
    let at = desk.sections.iter().position(|it| it.section == here);
    let (before, after) = desk.sections.split_at(at.map_or(0, |it| it + 1));
    let mut round = after.iter().chain(before);
    let next = round.find(|it| it.to_decide && it.own_decision.is_none());
    next.map(|it| it.section)
}

/// The section this many after `here`; none beyond either end.
fn neighbour(desk: &Desk, here: Section, by: isize) -> Option<Section> {
    let at = desk.sections.iter().position(|it| it.section == here)?;
    let there = desk.sections.get(at.checked_add_signed(by)?)?;
    Some(there.section)
}

/// Whether the bar offers to pause or resume.
pub fn is_published(state: State) -> bool {
    state == State::Published
}

/// What concluding will do, from the decisions made in this turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Sections are still to be decided: how many.
    Undecided(usize),
    /// Observations go to the operator: how many.
    Observe(usize),
    /// Of a correction something is observed: what is published stays as it is.
    Keep,
    /// The first of two approvals is recorded.
    FirstApproval,
    /// It would be published, but the signed consent form is not there.
    LacksSignedConsent,
    /// Everything is approved, and is published then.
    Hold(Instant),
    /// It is published.
    Publish,
}

/// What concluding the turn would lead to.
pub fn outcome(desk: &Desk) -> Outcome {
    let decided: Vec<_> = desk.sections.iter().filter(|it| it.to_decide).collect();
    let undecided = decided
        .iter()
        .filter(|it| it.own_decision.is_none())
        .count();
    let approves = |it: &&&DeskSection| it.own_decision.as_ref().is_some_and(|d| !d.approves());
    let observed = decided.iter().filter(approves).count();
    // One person judges a correction.
    let correction = is_published(desk.state);
    match (undecided, observed) {
        (0, 0) if desk.four_eyes && !desk.second_turn && !correction => Outcome::FirstApproval,
        (0, 0) if lacks_signed_consent(desk) && !correction => Outcome::LacksSignedConsent,
        (0, 0) if !correction => desk.publishes_at.map_or(Outcome::Publish, Outcome::Hold),
        (0, 0) => Outcome::Publish,
        (0, _) if correction => Outcome::Keep,
        (0, n) => Outcome::Observe(n),
        (n, _) => Outcome::Undecided(n),
    }
}

/// Whether the election asks for the signed form and no copy was delivered.
const fn lacks_signed_consent(desk: &Desk) -> bool {
    desk.signed_consent_required && desk.signed_consents.is_empty()
}

#[cfg(test)]
#[path = "live_tests.rs"]
mod live_tests;
