//! A text with its findings marked.

use conoceles_shared::language::{Finding, Level};
use leptos::prelude::*;

use super::Assistant;

/// The look of a finding: a line under it, which differs by level.
pub fn look(level: Level) -> &'static str {
    match level {
        Level::Suggestion => "flag",
        Level::Warning => "flag flag--warn",
        Level::HumanAttention => "flag flag--human",
    }
}

/// A stretch of a text, and the level of the finding that it is.
type Piece = (Option<Level>, String);

/// The text in stretches, in order.
fn pieces(text: &str, findings: &[Finding]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut letters = text.chars();
    let mut at = 0;
    for finding in findings.iter().filter(|it| it.start < it.end) {
        let Some(before) = finding.start.checked_sub(at) else {
            continue;
        };
        let plain: String = letters.by_ref().take(before).collect();
        let length = finding.end - finding.start;
        let marked: String = letters.by_ref().take(length).collect();
        pieces.push((None, plain));
        pieces.push((Some(finding.level), marked));
        at = finding.end;
    }
    pieces.push((None, letters.collect()));
    pieces.retain(|(_, text)| !text.is_empty());
    pieces
}

fn piece((level, text): Piece) -> AnyView {
    match level {
        Some(level) => view! { <mark class=look(level)>{text}</mark> }.into_any(),
        None => text.into_any(),
    }
}

/// What stands behind a transparent text area: the same text in the same letters, which cannot be
/// seen, with its marks, which can. Not for screen readers, which have the text itself.
#[component]
pub fn Mirror(assistant: Assistant) -> impl IntoView {
    let found = assistant.found();
    let shown = assistant.shown();
    view! {
        <div class="editor__mirror" aria-hidden="true">
            {move || {
                let findings = shown.get();
                let all = found.with(|it| pieces(&it.text, &findings));
                all.into_iter().map(piece).collect_view()
            }}
            // The last line of a text that ends in a line break has a height as well.
            {'\u{200b}'}
        </div>
    }
}

/// A text in paragraphs, as it is read on the desk, with its findings marked.
pub fn words(text: &str, findings: &[Finding]) -> AnyView {
    let mut paragraphs: Vec<Vec<Piece>> = vec![Vec::new()];
    for (level, text) in pieces(text, findings) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                paragraphs.push(Vec::new());
            }
            if let Some(last) = paragraphs.last_mut().filter(|_| !line.is_empty()) {
                last.push((level, line.to_owned()));
            }
        }
    }
    let is_blank = |it: &Vec<Piece>| it.iter().all(|(_, text)| text.trim().is_empty());
    let shown = paragraphs
        .into_iter()
        .filter(|it| !is_blank(it))
        .map(|it| view! { <p>{it.into_iter().map(piece).collect_view()}</p> })
        .collect_view();
    view! { <div class="words" lang="es">{shown}</div> }.into_any()
}

#[cfg(test)]
#[path = "marked_tests.rs"]
mod marked_tests;
