//! What the server's check of language found in the text in sight, and what the capture did with it.

use conoceles_shared::api::handled::FoundOnDesk;
use conoceles_shared::api::review::DeskFinding;
use conoceles_shared::language::Finding;
use leptos::prelude::*;

use super::handled::HandledMark;
use super::live::Live;
use crate::desk::icon::Icon;
use crate::desk::language::{self, LevelTag, Quoted};
use crate::desk::page::Tag;
use crate::i18n::desk::texts;

/// The text in paragraphs, the findings marked.
pub fn words(text: &str, findings: &[DeskFinding]) -> AnyView {
    let spans: Vec<Finding> = findings.iter().map(|it| it.finding.clone()).collect();
    language::words(text, &spans)
}

/// Each finding: how much it matters, why, what could stand there, whether it was left as it is.
pub fn list(live: Live, findings: &[DeskFinding]) -> impl IntoView + use<> {
    let t = texts().language;
    if findings.is_empty() {
        return ().into_any();
    }
    let title = (t.title)(findings.len());
    let rows = findings
        .iter()
        .cloned()
        .map(|it| {
            let left = it
                .ignored
                .then(|| view! { <Tag class="tag" icon=Icon::Pencil text=t.was_left/> });
            let found = FoundOnDesk::in_language(&it.finding);
            let about = it.finding.text.clone();
            let level = it.finding.level;
            view! {
                <li>
                    <p class="cluster"><LevelTag level=level/>{left}</p>
                    <Quoted finding=it.finding/>
                    <p class="small muted">{it.explanation}</p>
                    <HandledMark live=live found=found about=about/>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="stack stack--s language" aria-labelledby="lenguaje">
            <h4 class="label" id="lenguaje">{title}</h4>
            <ul class="hints">{rows}</ul>
        </section>
    }
    .into_any()
}
