//! The rules of inclusive language of an election: what is added, and what is switched off.

mod new_rule;
mod store;

use conoceles_shared::api::admin::ElectionLanguage;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::language::{Rule, Rules};
use conoceles_shared::text;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::form::{Form, Summary, TextField};
use crate::desk::icon::Icon;
use crate::desk::language::LevelTag;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading, Tag, Visit};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use new_rule::NewRule;
use store::Store;

#[component]
pub fn LanguagePage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let path = format!("/admin/elections/{id}/language");
    let from = path.clone();
    let loaded = Loader::new(move || access.get::<ElectionLanguage>(from.clone()));
    loaded.show(move |it| view! { <RulesOfElection id=id.clone() path=path.clone() language=it/> })
}

#[component]
fn RulesOfElection(id: ElectionId, path: String, language: ElectionLanguage) -> impl IntoView {
    let t = texts().language;
    Drill::here().set(language.drill);
    let name = language.election_name.clone();
    let store = Store::of(path, language);
    let above = vec![
        (Place::Start, texts().admin.elections.to_owned()),
        (Place::Election(id), name.clone()),
    ];
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.rules/>
            <div class="stack stack--l">
                <div class="page-head"><Heading text=(t.rules_of)(&name)/></div>
                <p class="measure">{t.lead}</p>
                <Summary message=store.message()/>
                <Added store=store/>
                <NewRule store=store/>
                <BuiltIn store=store/>
            </div>
        </div>
    }
}

/// What a rule looks for, in a line.
pub(super) fn looks_for(rule: &Rule) -> String {
    let all = [&rule.nouns, &rule.articled, &rule.terms, &rule.patterns];
    let words: Vec<&str> = all.into_iter().flatten().map(String::as_str).collect();
    if words.is_empty() {
        rule.id.clone()
    } else {
        words.join(", ")
    }
}

/// The first thing a rule looks for: its name on screen.
fn name_of(rule: &Rule) -> String {
    let all = [&rule.nouns, &rule.articled, &rule.terms, &rule.patterns];
    let first = all.into_iter().flatten().next();
    first.unwrap_or(&rule.id).clone()
}

fn facts(rule: &Rule) -> impl IntoView + use<> {
    let t = texts().language;
    let suggestions = rule.suggestions.join(", ");
    view! {
        <p class="words-found">{looks_for(rule)}</p>
        {(!suggestions.is_empty()).then(|| view! {
            <p class="small">{(t.instead_of)(&suggestions)}</p>
        })}
        <p class="small muted">{rule.explanation.clone()}</p>
    }
}

#[component]
fn Added(store: Store) -> impl IntoView {
    let t = texts().language;
    let visit = Visit::here();
    let added = Memo::new(move |_| store.stored().with(|it| it.rules.added.clone()));
    let row = move |rule: Rule| {
        let id = rule.id.clone();
        let name = name_of(&rule);
        let hidden = (t.of)(&name);
        let remove = move |_| {
            let id = id.clone();
            let said = (t.rule_removed)(&name);
            store.change(visit, said, move |it| {
                it.added.retain(|other| other.id != id);
            });
        };
        view! {
            <li class="panel stack stack--s">
                <p><LevelTag level=rule.level/></p>
                {facts(&rule)}
                <p>
                    <button type="button" class="btn btn--quiet btn--small" on:click=remove>
                        {t.remove}<span class="hidden-visually">{hidden}</span>
                    </button>
                </p>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="agregadas">
            <h2 id="agregadas">{t.added}</h2>
            {move || {
                let added = added.get();
                if added.is_empty() {
                    return view! { <p class="muted">{t.none_added}</p> }.into_any();
                }
                let rows = added.into_iter().map(row).collect_view();
                view! { <ul class="stack plain-list">{rows}</ul> }.into_any()
            }}
        </section>
    }
}

/// The field of the search.
const SEARCH: &str = "/search";

/// The built-in rules, each with its switch.
#[component]
fn BuiltIn(store: Store) -> impl IntoView {
    let t = texts().language;
    let form = Form::provide(serde_json::json!({}), Signal::stored(false));
    let rules = StoredValue::new(Rules::built_in().all().to_vec());
    let shown = Memo::new(move |_| {
        let wanted = text::fold(&form.text(SEARCH));
        let fits = |rule: &&Rule| {
            let about = format!("{} {}", looks_for(rule), rule.suggestions.join(" "));
            wanted.is_empty() || text::fold(&about).contains(&wanted)
        };
        rules.with_value(|all| all.iter().filter(fits).cloned().collect::<Vec<_>>())
    });
    view! {
        <section class="stack" aria-labelledby="sistema">
            <h2 id="sistema">{t.built_in}</h2>
            <TextField pointer=SEARCH label=t.search/>
            <p class="small muted" role="status">{move || (t.matching)(shown.with(Vec::len))}</p>
            <ul class="stack plain-list">
                <For each=move || shown.get() key=|it| it.id.clone() let:rule>
                    <Switch store=store rule=rule/>
                </For>
            </ul>
        </section>
    }
}

#[component]
fn Switch(store: Store, rule: Rule) -> impl IntoView {
    let t = texts().language;
    let visit = Visit::here();
    let name = name_of(&rule);
    let hidden = (t.of)(&name);
    let id = rule.id.clone();
    let is_off = Memo::new(move |_| store.stored().with(|it| it.rules.off.contains(&id)));
    let id = rule.id.clone();
    let switch = move |_| {
        let id = id.clone();
        let off = is_off.get_untracked();
        let said = if off {
            (t.switched_on)(&name)
        } else {
            (t.switched_off)(&name)
        };
        store.change(visit, said, move |it| {
            if off {
                it.off.retain(|other| *other != id);
            } else {
                it.off.push(id);
            }
        });
    };
    view! {
        <li class="panel stack stack--s">
            <p class="cluster">
                <LevelTag level=rule.level/>
                {move || if is_off.get() {
                    view! { <Tag class="tag" icon=Icon::Pause text=t.off/> }.into_any()
                } else {
                    view! { <Tag class="tag" icon=Icon::Check text=t.on/> }.into_any()
                }}
            </p>
            {facts(&rule)}
            <p>
                <button type="button" class="btn btn--quiet btn--small" on:click=switch>
                    {move || if is_off.get() { t.switch_on } else { t.switch_off }}
                    <span class="hidden-visually">{hidden}</span>
                </button>
            </p>
        </li>
    }
}
