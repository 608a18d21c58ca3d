//! The candidacies before an act: those that may be ticked, and those that something stands in the way
//! of, page by page.

use conoceles_shared::api::many::{ManyBefore, ManyShown, OneOfMany, PAGE_BEFORE_ACT};
use leptos::prelude::*;

use super::super::offline::unsent;
use super::act::ActOnMany;
use crate::desk::dom;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The id of the list's heading, where a new page is read from.
const LIST: &str = "lista";
/// How many are on a page, as they are counted.
const PAGE: u32 = PAGE_BEFORE_ACT as u32;

/// The two lists, one at a time.
#[component]
pub fn CandidaciesBefore(
    act: ActOnMany,
    /// What is said where none may be ticked.
    none: &'static str,
    /// Whether what only this device has stands in the way.
    sends: bool,
) -> impl IntoView {
    act.before.show(move |it| {
        view! { <PageBefore act=act before=it none=none sends=sends/> }
    })
}

#[component]
fn PageBefore(
    act: ActOnMany,
    before: ManyBefore,
    none: &'static str,
    sends: bool,
) -> impl IntoView {
    let t = texts().many;
    let page = act.page.get_untracked();
    let (title, empty) = match page.show {
        ManyShown::Ready => (t.list_ready, none),
        ManyShown::Blocked => (t.list_blocked, t.none_blocked),
    };
    let total = match page.show {
        ManyShown::Ready => before.ready,
        ManyShown::Blocked => before.blocked,
    };
    let nobody = before.data.is_empty().then(|| view! { <p>{empty}</p> });
    let free: Vec<OneOfMany> = before
        .data
        .iter()
        .filter(|it| it.reasons.is_empty() && !(sends && is_unsent(it)))
        .cloned()
        .collect();
    let whole = (page.show == ManyShown::Ready && free.len() > 1)
        .then(|| view! { <WholePage act=act free=free/> });
    let rows = before
        .data
        .into_iter()
        .map(|it| match page.show {
            ManyShown::Ready => free_row(act, it, sends).into_any(),
            ManyShown::Blocked => blocked_row(&it).into_any(),
        })
        .collect_view();
    view! {
        <section class="stack stack--s" aria-labelledby=LIST>
            <Which act=act shown=page.show ready=before.ready blocked=before.blocked/>
            <h2 id=LIST tabindex="-1">{title}</h2>
            {nobody}
            {whole}
            <ul class="stack stack--s plain-list">{rows}</ul>
            <Pages act=act total=total more=before.next_cursor.is_some()/>
        </section>
    }
}

/// Which of both lists is shown, with how many each has.
#[component]
fn Which(act: ActOnMany, shown: ManyShown, ready: u32, blocked: u32) -> impl IntoView {
    let t = texts().many;
    let button = |show: ManyShown, label: String| {
        let press = move |_| {
            act.show_other(show);
            dom::focus_soon(LIST);
        };
        view! {
            <button
                type="button"
                class="btn btn--quiet btn--small"
                aria-pressed=(show == shown).to_string()
                on:click=press
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="cluster" role="group" aria-label=t.which>
            {button(ManyShown::Ready, (t.ready)(ready))}
            {button(ManyShown::Blocked, (t.blocked)(blocked))}
        </div>
    }
}

/// Ticks everyone of this page, whose names are all in sight.
#[component]
fn WholePage(act: ActOnMany, free: Vec<OneOfMany>) -> impl IntoView {
    let all = StoredValue::new(free);
    let checked = move || all.with_value(|all| all.iter().all(|it| act.is_ticked(&it.id)));
    let change = move |ev| {
        let on = event_target_checked(&ev);
        all.with_value(|all| all.iter().for_each(|it| act.tick(it, on)));
    };
    view! {
        <label class="check" for="toda-la-pagina">
            <input type="checkbox" id="toda-la-pagina" prop:checked=checked on:change=change/>
            <span>{texts().many.whole_page}</span>
        </label>
    }
}

/// Whether this device has something of it that the server has not.
fn is_unsent(it: &OneOfMany) -> bool {
    !unsent(&it.id).is_empty()
}

fn place_of(it: &OneOfMany) -> String {
    format!(
        "{} · {} · {}",
        it.office_label, it.territory_name, it.role_label
    )
}

fn free_row(act: ActOnMany, it: OneOfMany, sends: bool) -> impl IntoView {
    if sends && is_unsent(&it) {
        let why = vec![texts().many.unsent.to_owned()];
        return row_with_reasons(&it, why).into_any();
    }
    let input = format!("marcar-{}", it.id);
    let remarks = it.remarks.iter().cloned();
    let remarks = remarks.map(|it| view! { <span class="hint">{it}</span> });
    let remarks = remarks.collect_view();
    let (name, place) = (it.name.clone(), place_of(&it));
    let one = StoredValue::new(it);
    let checked = move || one.with_value(|it| act.is_ticked(&it.id));
    let change = move |ev| {
        let on = event_target_checked(&ev);
        one.with_value(|it| act.tick(it, on));
    };
    view! {
        <li>
            <label class="check choice" for=input>
                <input type="checkbox" id=input.clone() prop:checked=checked on:change=change/>
                <span>
                    <span class="name">{name}</span>
                    <span class="hint">{place}</span>
                    {remarks}
                </span>
            </label>
        </li>
    }
    .into_any()
}

fn blocked_row(it: &OneOfMany) -> impl IntoView + use<> {
    row_with_reasons(it, it.reasons.clone())
}

fn row_with_reasons(it: &OneOfMany, reasons: Vec<String>) -> impl IntoView + use<> {
    let tasks = Place::Tasks(it.id.clone());
    let why = reasons.into_iter().map(|it| view! { <li>{it}</li> });
    view! {
        <li class="panel stack stack--s">
            <div class="split">
                <p>
                    <span class="name">{it.name.clone()}</span>
                    <span class="hint">{place_of(it)}</span>
                </p>
                <a class="way" href=tasks.href()>
                    {texts().many.open}<span class="hidden-visually">{format!(" {}", it.name)}</span>
                </a>
            </div>
            <ul class="bullets small">{why.collect_view()}</ul>
        </li>
    }
}

/// The ways to the pages beside this one; what is ticked on them stays.
#[component]
fn Pages(act: ActOnMany, total: u32, more: bool) -> impl IntoView {
    let t = texts().many;
    let passed = act.page.with_untracked(|it| it.passed);
    let go = move |to: u32| {
        act.page.update(|it| it.passed = to);
        dom::focus_soon(LIST);
    };
    let previous = (passed > 0).then(|| {
        let back = move |_| go(passed.saturating_sub(PAGE));
        view! {
            <button type="button" class="btn btn--quiet btn--small" on:click=back>{t.previous}</button>
        }
    });
    let next = more.then(|| {
        let on = move |_| go(passed.saturating_add(PAGE));
        view! { <button type="button" class="btn btn--quiet btn--small" on:click=on>{t.next}</button> }
    });
    let last = passed.saturating_add(PAGE).min(total);
    (previous.is_some() || next.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=t.pages>
                <span class="small muted">{(t.span)(passed.saturating_add(1), last, total)}</span>
                <span class="cluster">{previous}{next}</span>
            </nav>
        }
    })
}
