//! What was found, under the text: how much it matters, why, and what to do about it.

use conoceles_shared::language::{Finding, Level, span, utf16};
use leptos::prelude::*;

use super::Assistant;
use super::marked::look;
use crate::desk::dom;
use crate::desk::form::Form;
use crate::desk::icon::Icon;
use crate::desk::page::Tag;
use crate::i18n::desk::texts;

/// A suggestion longer than this, in characters, is not repeated on its button.
const ON_A_BUTTON: usize = 60;

/// The level of a finding, as icon and words.
#[component]
pub fn LevelTag(level: Level) -> impl IntoView {
    let icon = match level {
        Level::Suggestion => Icon::Info,
        Level::Warning => Icon::Warning,
        Level::HumanAttention => Icon::Person,
    };
    view! { <Tag class="tag" icon=icon text=level.label()/> }
}

/// The words of a finding and what could stand there instead.
#[component]
pub fn Quoted(finding: Finding) -> impl IntoView {
    let t = texts().language;
    let instead = (!finding.suggestions.is_empty()).then(|| {
        let all = finding
            .suggestions
            .into_iter()
            .enumerate()
            .map(|(at, it)| view! { {(at > 0).then_some(", ")}<b>{it}</b> })
            .collect_view();
        view! { <span class="hidden-visually">{t.instead}</span><span aria-hidden="true">" → "</span>{all} }
    });
    view! { <p><mark class=look(finding.level)>{finding.text}</mark>{instead}</p> }
}

/// The findings in the text of a field, each with its buttons.
#[component]
pub fn Hints(
    /// The assistant of the text.
    assistant: Assistant,
    /// Where the text is.
    pointer: String,
    /// The id of its control.
    control: String,
) -> impl IntoView {
    let t = texts().language;
    let shown = assistant.shown();
    let count = Memo::new(move |_| shown.with(Vec::len));
    let title = format!("{control}-language");
    let place = StoredValue::new((pointer, control));
    let labelled = title.clone();
    let told = assistant.told();
    view! {
        <p class="hidden-visually" role="status">{move || (t.title)(told.get())}</p>
        <Show when=move || { count.get() > 0 }>
            <section class="stack language" aria-labelledby=labelled.clone()>
                <h2 class="label" id=title.clone()>{move || (t.title)(count.get())}</h2>
                <p class="hint">{t.optional}</p>
                <ul class="hints">
                    <For
                        each=move || shown.get()
                        key=|it| (it.start, it.rule.clone(), it.text.clone())
                        let:finding
                    >
                        <Hint assistant=assistant place=place finding=finding/>
                    </For>
                </ul>
            </section>
        </Show>
        <Left assistant=assistant place=place/>
    }
}

/// A pointer and the id of its control.
type Where = StoredValue<(String, String)>;

#[component]
fn Hint(assistant: Assistant, place: Where, finding: Finding) -> impl IntoView {
    let t = texts().language;
    let form = Form::here();
    let why = assistant.explanation(&finding.rule);
    let found = StoredValue::new(finding.clone());
    let ways = finding
        .suggestions
        .iter()
        .map(|with| {
            let long = with.chars().count() > ON_A_BUTTON;
            let words = if long {
                t.use_it.to_owned()
            } else {
                (t.use_this)(with)
            };
            let with = with.clone();
            let put = move |_| put(form, place, &found.get_value(), &with);
            view! {
                <button type="button" class="btn btn--quiet btn--small" on:click=put>{words}</button>
            }
        })
        .collect_view();
    let id = place.with_value(|(_, control)| leave_id(control, finding.start));
    let of = (t.of)(&finding.text);
    view! {
        <li>
            <p><LevelTag level=finding.level/></p>
            <Quoted finding=finding/>
            <p class="small muted">{why}</p>
            <p class="cluster">
                {ways}
                <button
                    type="button"
                    class="link-btn small"
                    id=id
                    on:click=move |_| leave(assistant, place, &found.get_value())
                >
                    {t.leave}<span class="hidden-visually">{of}</span>
                </button>
            </p>
        </li>
    }
}

fn leave_id(control: &str, start: usize) -> String {
    format!("{control}-leave-{start}")
}

fn again_id(control: &str) -> String {
    format!("{control}-again")
}

/// Puts a suggestion into the text. Through the text area, as typing does: so that the browser's own
/// undo takes it back, and the caret stands behind it.
fn put(form: Form, place: Where, finding: &Finding, with: &str) {
    let (pointer, control) = place.get_value();
    let text = form.text(&pointer);
    let (start, end) = (finding.start, finding.end);
    // Typed over meanwhile: the next check finds out.
    if span(&text, start, end) == Some(finding.text.as_str()) {
        dom::type_over(&control, utf16(&text, start)..utf16(&text, end), with);
    }
}

/// Leaves a finding as it is; the focus goes on to the next one.
fn leave(assistant: Assistant, place: Where, finding: &Finding) {
    assistant.leave(finding);
    let control = place.with_value(|(_, control)| control.clone());
    let next = assistant.shown().with_untracked(|left| {
        let after = left.iter().find(|it| it.start > finding.start);
        after.or(left.last()).map(|it| leave_id(&control, it.start))
    });
    dom::focus_soon(next.unwrap_or_else(|| again_id(&control)));
}

/// How many findings are left as they are, and the way to see them again.
#[component]
fn Left(assistant: Assistant, place: Where) -> impl IntoView {
    let t = texts().language;
    let found = assistant.found();
    let shown = assistant.shown();
    let count = Memo::new(move |_| {
        let all = found.with(|it| it.findings.len());
        all.saturating_sub(shown.with(Vec::len))
    });
    let control = place.with_value(|(_, control)| control.clone());
    let again = again_id(&control);
    let bring_back = move |_| {
        assistant.bring_back();
        let first = assistant
            .shown()
            .with_untracked(|it| it.first().map(|it| it.start));
        if let Some(start) = first {
            dom::focus_soon(leave_id(&control, start));
        }
    };
    let bring_back = StoredValue::new(bring_back);
    view! {
        <Show when=move || { count.get() > 0 }>
            <p class="small cluster">
                <span>{move || (t.left)(count.get())}</span>
                <button
                    type="button"
                    class="link-btn small"
                    id=again.clone()
                    on:click=move |ev| bring_back.with_value(|it| it(ev))
                >
                    {t.bring_back}
                </button>
            </p>
        </Show>
    }
}
