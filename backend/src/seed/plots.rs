//! The steps that lead a candidacy to its situation, on days before the seeding.

use chrono::Duration;
use conoceles_shared::lifecycle::{Action, Consents};
use conoceles_shared::questionnaire::{Section, SectionContent, TextAnswer};
use conoceles_shared::time::Instant;
use rand::Rng as _;
use rand_chacha::ChaCha8Rng;

use super::cast::Situation;
use super::contents::beginning;
use super::days::Days;
use super::material::{Flaw, Remarks};
use super::story::Story;
use crate::core::error::Failure;

/// Minutes between two sections saved.
const PACE: i64 = 7;

/// Tells the story of a candidacy up to its situation.
///
/// # Errors
/// The lifecycle refuses a step: the plot is wrong.
pub fn tell(
    story: &mut Story<'_>,
    rng: &mut ChaCha8Rng,
    days: &Days,
    remarks: &Remarks,
    situation: Situation,
    contents: &[SectionContent],
) -> Result<(), Failure> {
    let plot = Plot {
        days,
        remarks,
        contents,
        minute: rng.random_range(0..50),
        hour: rng.random_range(9..14),
        first: rng.random_range(0..2),
        early: rng.random_range(0..3),
        flaw: rng.random_range(0..remarks.flaws.len().max(1)),
        consents: Consents {
            treatment: true,
            identity_publication: rng.random_bool(0.6),
            statistics: rng.random_bool(0.8),
        },
        drafts: rng.random_bool(0.2),
    };
    match situation {
        Situation::Registered => Ok(()),
        Situation::Capturing(done) => plot.capture(story, -2, done, &[]),
        Situation::Submitted(flawed) => plot.send(story, -1 - plot.early, usize::from(flawed)),
        Situation::FirstApproved => {
            plot.send(story, -4, 0)?;
            plot.review(story, -2, 0, 0)
        }
        Situation::Observed(flaws) => {
            plot.send(story, -4 - plot.early, flaws)?;
            plot.review(story, -2, 0, flaws)
        }
        Situation::Resubmitted => plot.resubmitted(story),
        Situation::Withheld => plot.withheld(story),
        Situation::Published => plot.published(story),
        Situation::Paused(section) => {
            plot.published(story)?;
            story.pause(plot.time(-1), section)
        }
        Situation::CorrectionRequested => {
            plot.published(story)?;
            let action = Action::RequestCorrection {
                sections: vec![Section::Contact, Section::Proposal1],
                reason: remarks.correction.clone(),
            };
            story.operate(plot.time(-1), &action)
        }
    }
}

/// What varies between candidacies in the same situation.
struct Plot<'a> {
    days: &'a Days,
    remarks: &'a Remarks,
    contents: &'a [SectionContent],
    minute: u32,
    hour: u32,
    first: usize,
    early: i32,
    flaw: usize,
    consents: Consents,
    drafts: bool,
}

impl<'a> Plot<'a> {
    fn time(&self, day: i32) -> Instant {
        self.days.at(day, self.hour, self.minute)
    }

    fn flaws(&self, how_many: usize) -> Vec<&'a Flaw> {
        let all = &self.remarks.flaws;
        all.iter().cycle().skip(self.flaw).take(how_many).collect()
    }

    fn content(&self, section: Section) -> Option<&SectionContent> {
        self.contents.iter().find(|it| it.section() == section)
    }

    /// Saves the first `done` sections, and one that is only begun.
    fn capture(
        &self,
        story: &mut Story<'_>,
        day: i32,
        done: usize,
        flaws: &[&Flaw],
    ) -> Result<(), Failure> {
        let mut at = self.time(day);
        story.begin(at, self.consents)?;
        for (place, content) in self.contents.iter().enumerate().take(done) {
            at += Duration::minutes(PACE);
            if self.drafts
                && place % 3 == 0
                && let Some(draft) = beginning(content)
            {
                story.save(at, &draft)?;
                at += Duration::minutes(PACE);
            }
            let flaw = flaws.iter().find(|it| it.section == content.section());
            let spoilt = flaw.and_then(|it| spoilt(content, it));
            story.save(at, spoilt.as_ref().unwrap_or(content))?;
        }
        if let Some(draft) = self.contents.iter().skip(done).find_map(beginning) {
            story.save(at + Duration::minutes(PACE), &draft)?;
        }
        Ok(())
    }

    /// Captures everything and sends it.
    fn send(&self, story: &mut Story<'_>, day: i32, flaws: usize) -> Result<(), Failure> {
        self.capture(story, day, self.contents.len(), &self.flaws(flaws))?;
        let at = story.at + Duration::minutes(PACE);
        story.operate(at, &Action::Submit)
    }

    /// The first or the second turn, the first on the morning and the second in the afternoon.
    fn review(
        &self,
        story: &mut Story<'_>,
        day: i32,
        turn: usize,
        flaws: usize,
    ) -> Result<(), Failure> {
        let reviewer = (self.first + turn) % 2;
        let hour = if turn == 0 { self.hour } else { self.hour + 4 };
        let at = self.days.at(day, hour, self.minute);
        story.review(at, reviewer, &self.flaws(flaws))
    }

    fn published(&self, story: &mut Story<'_>) -> Result<(), Failure> {
        self.send(story, -8 + self.early, 0)?;
        self.review(story, -6 + self.early, 0, 0)?;
        self.review(story, -5 + self.early, 1, 0)
    }

    fn resubmitted(&self, story: &mut Story<'_>) -> Result<(), Failure> {
        self.send(story, -7, 2)?;
        self.review(story, -4, 0, 2)?;
        let mut at = self.time(-2);
        for (place, flaw) in self.flaws(2).into_iter().enumerate() {
            at += Duration::minutes(PACE);
            match self.content(flaw.section) {
                Some(content) if place == 0 => story.save(at, content)?,
                _ => story.answer(at, flaw)?,
            }
        }
        story.operate(at + Duration::minutes(PACE), &Action::Submit)
    }

    /// Observed in its second turn, never answered: published without that section.
    fn withheld(&self, story: &mut Story<'_>) -> Result<(), Failure> {
        self.send(story, -9, 1)?;
        self.review(story, -8, 0, 0)?;
        self.review(story, -8, 1, 1)?;
        story.let_time_pass(self.days.start(0));
        Ok(())
    }
}

/// The same text with the sentence that is wrong at its end.
fn spoilt(content: &SectionContent, flaw: &Flaw) -> Option<SectionContent> {
    let text = content.text().unwrap_or_default();
    let spoilt = format!("{text} {}", flaw.sentence);
    SectionContent::from_text(flaw.section, TextAnswer::of(spoilt.trim()))
}
