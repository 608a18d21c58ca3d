//! What of the texts and the photo that a step sends is to be looked out for, kept for the queue.

use conoceles_shared::language::{Ignored, Rules};
use conoceles_shared::lifecycle::{Process, QueueFlag, SectionState};
use conoceles_shared::questionnaire::{Section, SectionContent, TextAnswer, warnings};
use conoceles_shared::time::{Instant, local_date};

use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::listing::flag_what_was_sent;
use crate::candidacy::store::{VersionRow, last_versions};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::language;

/// Flags the candidacy by what is under review once `next` is stored, where the step sends anything.
pub async fn flag_sent(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    next: &Process,
    now: Instant,
) -> Result<(), Failure> {
    let judged = |process: &Process, section: Section| {
        process.section(section).state == SectionState::UnderReview
    };
    let mut all = Section::REVIEWABLE.iter().copied();
    if !all.any(|it| judged(next, it) && !judged(&loaded.process, it)) {
        return Ok(());
    }
    let mut versions = last_versions(&mut *conn, &loaded.id).await?;
    versions.retain(|section, _| judged(next, *section));
    let rules = language::rules(&mut *conn, &loaded.election.id).await?;
    let ignored = language::store::ignored_of_candidacy(&mut *conn, &loaded.id).await?;
    let worded = versions.iter().any(|(section, row)| {
        let ignored = ignored.get(section).map_or(&[][..], Vec::as_slice);
        has_findings(row, &rules, ignored)
    });
    let photo = versions.get(&Section::Photo).and_then(content_of);
    let doubtful =
        photo.is_some_and(|it| !warnings(&it, loaded.registration.age, local_date(now)).is_empty());
    let flags: Vec<_> = [(QueueFlag::Language, worded), (QueueFlag::Photo, doubtful)]
        .into_iter()
        .filter_map(|(flag, is_so)| is_so.then_some(flag))
        .collect();
    flag_what_was_sent(conn, &loaded.id, &flags).await
}

/// Whether the assistant finds anything in a text that was not seen and left as it is.
fn has_findings(row: &VersionRow, rules: &Rules, ignored: &[Ignored]) -> bool {
    let Some(content) = content_of(row).filter(|_| row.section.is_text()) else {
        return false;
    };
    let text = content.text_answer().and_then(TextAnswer::text);
    let found = text.map(|it| language::findings_for_desk(it, rules, ignored));
    found.is_some_and(|all| all.iter().any(|it| !it.ignored))
}

/// What was captured; nothing where it is sealed.
fn content_of(row: &VersionRow) -> Option<SectionContent> {
    let value = serde_json::from_str(&row.content).ok()?;
    SectionContent::from_stored(row.section, &value).ok()
}
