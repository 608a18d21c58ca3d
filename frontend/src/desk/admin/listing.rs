//! A list of what is administered: searched, filtered by state, drawn a page at a time.

use conoceles_shared::text::fold;
use leptos::prelude::*;

use crate::desk::dom;
use crate::desk::form::Choice;
use crate::i18n::desk::texts;

/// How many are drawn at once: each brings its buttons and forms.
const PAGE: usize = 50;

/// What is listed and how it is found.
pub struct Listed<T> {
    /// Everything, in its order.
    pub all: Vec<T>,
    /// The text that a search looks in.
    pub about: fn(&T) -> String,
    /// The states that can be chosen; without any there is no filter.
    pub states: Vec<Choice>,
    /// Whether something is in the state of this code.
    pub is_in: fn(&T, &str) -> bool,
}

/// The list with its search and its filter.
#[component]
pub fn SearchedList<T, V, R>(
    listed: Listed<T>,
    /// The class of the list.
    #[prop(default = "stack plain-list")]
    class: &'static str,
    /// One line: an `li`.
    row: R,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
    R: Fn(T) -> V + Send + Sync + 'static,
{
    let t = texts().editing;
    let wanted = RwSignal::new(String::new());
    let state = RwSignal::new(String::new());
    let shown = RwSignal::new(PAGE);
    let Listed {
        all,
        about,
        states,
        is_in,
    } = listed;
    let total = all.len();
    let all = StoredValue::new(all);
    let row = StoredValue::new(row);
    let found = Memo::new(move |_| {
        let (wanted, state) = (fold(&wanted.read()), state.get());
        let fits =
            |it: &&T| (state.is_empty() || is_in(it, &state)) && fold(&about(it)).contains(&wanted);
        all.with_value(|all| all.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    let left = move || found.read().len().saturating_sub(shown.get());
    view! {
        <SearchControls states=states wanted=wanted state=state shown=shown/>
        <p role="status" class="small muted">{move || (t.found)(found.read().len(), total)}</p>
        {move || (found.read().is_empty() && total > 0).then(|| view! { <p>{t.none_found}</p> })}
        <ul class=class>
            {move || found.get().into_iter().take(shown.get()).map(|it| row.with_value(|row| row(it))).collect_view()}
        </ul>
        {move || (left() > 0).then(|| view! {
            <p>
                <button
                    type="button"
                    class="btn btn--quiet"
                    on:click=move |_| shown.update(|it| *it += PAGE)
                >
                    {(t.more)(left().min(PAGE))}
                </button>
            </p>
        })}
    }
}

/// What is searched for, and in which state.
#[component]
fn SearchControls(
    states: Vec<Choice>,
    wanted: RwSignal<String>,
    state: RwSignal<String>,
    shown: RwSignal<usize>,
) -> impl IntoView {
    let t = texts().editing;
    let search = move |ev| {
        wanted.set(event_target_value(&ev));
        shown.set(PAGE);
    };
    let filter = move |ev| {
        state.set(event_target_value(&ev));
        shown.set(PAGE);
    };
    let has_states = !states.is_empty();
    let options = states
        .into_iter()
        .map(|it| view! { <option value=it.code>{it.label}</option> })
        .collect_view();
    view! {
        <div class="cluster top" role="search">
            <div class="field">
                <label class="small" for="buscar">{t.search}</label>
                <input class="input input--m" id="buscar" type="search" on:input=search/>
            </div>
            {has_states.then(|| view! {
                <div class="field">
                    <label class="small" for="filtrar">{t.state}</label>
                    <select class="select" id="filtrar" on:change=filter>
                        <option value="">{t.any_state}</option>
                        {options}
                    </select>
                </div>
            })}
        </div>
    }
}

/// The button on top that leads to the form below the list.
#[component]
pub fn ToNew(
    /// The id of the form's heading.
    to: &'static str,
    words: &'static str,
) -> impl IntoView {
    let go = move |ev: leptos::ev::MouseEvent| {
        ev.prevent_default();
        dom::focus(to);
    };
    view! { <a class="btn" href=format!("#{to}") on:click=go>{words}</a> }
}

/// What comes next, once something was created.
#[component]
pub fn NextStep(
    /// Whether something was created on this page, or is there already.
    #[prop(into)]
    due: Signal<bool>,
    /// Where it is done.
    href: String,
    words: &'static str,
) -> impl IntoView {
    view! {
        <Show when=move || due.get()>
            <p class="notice notice--plain">
                <strong>{texts().editing.next}": "</strong>
                <a href=href.clone()>{words}</a>
            </p>
        </Show>
    }
}
