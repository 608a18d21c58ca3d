//! The version to judge beside an earlier one, what was taken out and what was put in marked in words
//! and lines, not by colour alone.

use conoceles_shared::api::review::{DeskSection, EarlierVersion};
use conoceles_shared::differences::{Stretch, differing_words};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use super::answers::plain_answer;
use crate::desk::content::{AnswerRow, ShownAnswer, answer_rows_in_review};
use crate::i18n::desk::texts;

/// With what the version to judge is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// The one that was in sight when another one came.
    Seen,
    /// The one that was observed.
    Judged,
    /// The one that the public sees.
    Published,
}

/// The versions that `it` can be compared with, the one of most use first; `seen` is what was in sight
/// before it changed.
pub fn comparisons(
    it: &DeskSection,
    seen: Option<EarlierVersion>,
) -> Vec<(Against, EarlierVersion)> {
    let of = |against, version: Option<EarlierVersion>| version.map(|it| (against, it));
    [
        of(Against::Seen, seen),
        // The pictures that were sent before stand below the photo, each with its day.
        of(
            Against::Judged,
            it.judged.clone().filter(|_| it.section != Section::Photo),
        ),
        of(Against::Published, it.published.clone()),
    ]
    .into_iter()
    .flatten()
    .filter(|(_, earlier)| earlier.version != it.version)
    .collect()
}

/// What the button of a comparison says.
pub fn button_words(against: Against, version: u32) -> String {
    let t = texts().desk_tools;
    match against {
        Against::Seen => (t.changes_since_seen)(version),
        Against::Judged => (t.changes_since_judged)(version),
        Against::Published => (t.changes_since_public)(version),
    }
}

fn title(against: Against, version: u32) -> String {
    let t = texts().desk_tools;
    match against {
        Against::Seen => (t.seen_version)(version),
        Against::Judged => (t.judged_version)(version),
        Against::Published => (texts().corrections.published_now)(version),
    }
}

/// Both versions side by side.
pub fn compared(
    it: &DeskSection,
    (against, earlier): (Against, EarlierVersion),
    photos: &str,
) -> impl IntoView + use<> {
    let t = texts().desk_tools;
    let before = answer_rows_in_review(it.section, Some(&earlier.content));
    let now = answer_rows_in_review(it.section, it.content.as_ref());
    let (old, new): (Vec<_>, Vec<_>) = paired(&before, &now)
        .into_iter()
        .map(|pair| changes(pair, photos))
        .unzip();
    let same = before == now;
    let when = it
        .saved_at
        .map(|at| (texts().review.captured)(&spanish_moment(at)));
    view! {
        <div class="versions">
            <div class="version">
                <div class="split">
                    <h3 class="label">{title(against, earlier.version)}</h3>
                    <span class="small muted">
                        {(texts().review.captured)(&spanish_moment(earlier.saved_at))}
                    </span>
                </div>
                {old}
            </div>
            <div class="version version--now">
                <div class="split">
                    <h3 class="label">{(t.to_judge)(it.version)}</h3>
                    <span class="small muted">{when}</span>
                </div>
                {new}
            </div>
        </div>
        {same.then(|| view! { <p class="small muted">{t.same}</p> })}
        <ul class="legend-of-changes small">
            <li><ins>{t.added}</ins></li>
            <li><del>{t.removed}</del></li>
        </ul>
    }
}

/// A field in both versions.
struct Pair {
    label: String,
    before: ShownAnswer,
    now: ShownAnswer,
}

/// The fields of both, in the order of the later one.
fn paired(before: &[AnswerRow], now: &[AnswerRow]) -> Vec<Pair> {
    let of = |rows: &[AnswerRow], label: &str| {
        let found = rows.iter().find(|it| it.label == label);
        found.map_or(ShownAnswer::Nothing, |it| it.shown.clone())
    };
    let gone = before
        .iter()
        .filter(|it| !now.iter().any(|other| other.label == it.label));
    now.iter()
        .chain(gone)
        .map(|row| Pair {
            label: row.label.clone(),
            before: of(before, &row.label),
            now: of(now, &row.label),
        })
        .collect()
}

/// The words of an answer, where it has any.
fn words_of(shown: &ShownAnswer) -> Option<String> {
    match shown {
        ShownAnswer::Words(text) => Some(text.clone()),
        ShownAnswer::Lines(lines) => Some(lines.join("\n")),
        _ => None,
    }
}

/// One field as the earlier and the later version have it.
fn changes(pair: Pair, photos: &str) -> (AnyView, AnyView) {
    let words = words_of(&pair.before).zip(words_of(&pair.now));
    let (old, new) = match words {
        Some((before, now)) => {
            let (before, now) = differing_words(&before, &now);
            (marked(before, Mark::Removed), marked(now, Mark::Added))
        }
        None => (
            plain_answer(pair.before, photos),
            plain_answer(pair.now, photos),
        ),
    };
    let labelled = |label: String, shown| {
        view! { <div><p class="small muted">{label}</p>{shown}</div> }.into_any()
    };
    (labelled(pair.label.clone(), old), labelled(pair.label, new))
}

/// What became of the words that differ.
#[derive(Clone, Copy)]
enum Mark {
    Removed,
    Added,
}

/// The white space after the words is part of no mark.
fn marked(all: Vec<Stretch>, mark: Mark) -> AnyView {
    let parts = all.into_iter().map(|it| {
        let (words, space) = it.text.split_at(it.text.trim_end().len());
        let (words, space) = (words.to_owned(), space.to_owned());
        match (it.differs, mark) {
            (false, _) => view! { {words}{space} }.into_any(),
            (true, Mark::Removed) => view! { <del>{words}</del>{space} }.into_any(),
            (true, Mark::Added) => view! { <ins>{words}</ins>{space} }.into_any(),
        }
    });
    view! { <p class="words words--compared" lang="es">{parts.collect_view()}</p> }.into_any()
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod compare_tests;
