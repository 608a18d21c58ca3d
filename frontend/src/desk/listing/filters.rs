//! What a list of candidacies is narrowed by.

use conoceles_shared::api::listing::{CandidacySearch, ElectionChoices};
use conoceles_shared::catalogues::Office;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{Picker, SearchField, Sought};
use crate::desk::form::Choice;
use crate::i18n::desk::texts;

/// What is chosen in the form and not yet looked for.
#[derive(Clone, Copy)]
struct Typed {
    words: RwSignal<String>,
    actor: RwSignal<String>,
    office: RwSignal<String>,
    territory: RwSignal<String>,
    state: RwSignal<String>,
    flag: RwSignal<String>,
}

fn code<T: ToString>(it: Option<T>) -> RwSignal<String> {
    RwSignal::new(it.map_or_else(String::new, |it| it.to_string()))
}

impl Typed {
    fn of(search: &CandidacySearch) -> Self {
        let state = search.states.first().map(ToString::to_string);
        Self {
            words: RwSignal::new(search.q.clone()),
            actor: code(search.actor.as_ref()),
            office: code(search.office),
            territory: code(search.territory.as_ref()),
            state: code(state.or_else(|| search.waits_for.map(|it| it.to_string()))),
            flag: code(search.flag),
        }
    }

    fn empty(self) {
        for it in [
            self.words,
            self.actor,
            self.office,
            self.territory,
            self.state,
            self.flag,
        ] {
            it.set(String::new());
        }
    }

    fn put_into(self, search: &mut CandidacySearch) {
        let state = self.state.get_untracked();
        search.q = self.words.get_untracked();
        search.actor = self.actor.get_untracked().parse().ok();
        search.office = self.office.get_untracked().parse().ok();
        search.territory = self.territory.get_untracked().parse().ok();
        search.states = state.parse().ok().into_iter().collect();
        search.waits_for = state.parse().ok();
        search.flag = self.flag.get_untracked().parse().ok();
    }
}

/// The form above a list.
#[component]
pub fn ListFilters(
    /// The elections whose candidacies are listed.
    choices: Vec<ElectionChoices>,
    /// The states to choose from: of a candidacy, or what it waits for.
    states: Vec<Choice>,
    /// The flags to choose from; without any the list has none.
    flags: Vec<Choice>,
    label: &'static str,
    sought: Sought,
) -> impl IntoView {
    let t = texts().lists;
    let typed = Typed::of(&sought.untracked());
    let offered = Offered::in_elections(choices);
    let search = move |ev: SubmitEvent| {
        ev.prevent_default();
        sought.narrow(|it| typed.put_into(it));
    };
    let clear = move |_| {
        typed.empty();
        sought.widen();
    };
    let narrowed = move || sought.now().is_narrowed();
    let flagged = !flags.is_empty();
    view! {
        <form class="cluster filters" role="search" aria-label=label on:submit=search>
            <SearchField id="buscar" label=t.words words=typed.words/>
            <Picker id="actor-buscado" label=t.actor any=t.any_actor options=offered.actors chosen=typed.actor/>
            <Picker id="cargo-buscado" label=t.office any=t.any_office options=offered.offices chosen=typed.office/>
            <Picker
                id="territorio-buscado"
                label=t.territory
                any=t.any_territory
                options=offered.territories
                chosen=typed.territory
            />
            <Picker id="estado-buscado" label=t.state any=t.any_state options=states chosen=typed.state/>
            {flagged.then(|| view! {
                <Picker id="senales-buscadas" label=t.flag any=t.any_flag options=flags chosen=typed.flag/>
            })}
            <button class="btn btn--secondary">{t.search}</button>
            <Show when=narrowed>
                <button type="button" class="btn btn--quiet" on:click=clear>{t.clear}</button>
            </Show>
            <p role="status" class="small muted">
                {move || sought.found.get().map(t.found)}
            </p>
        </form>
    }
}

/// What the elections offer to choose from.
struct Offered {
    actors: Vec<Choice>,
    offices: Vec<Choice>,
    territories: Vec<Choice>,
}

impl Offered {
    fn in_elections(choices: Vec<ElectionChoices>) -> Self {
        let several = choices.len() > 1;
        let in_play = |it: &&Office| choices.iter().any(|of| of.offices.contains(it));
        let offices = Office::ALL.iter().filter(in_play);
        let offices = offices
            .map(|it| Choice::new(it.code(), it.label()))
            .collect();
        let (mut actors, mut territories) = (Vec::new(), Vec::<Choice>::new());
        for election in choices {
            actors.extend(election.actors.into_iter().map(|it| {
                let label = if several {
                    format!("{} · {}", it.name, election.name)
                } else {
                    it.name
                };
                Choice::new(it.id.as_str(), label)
            }));
            for it in election.territories {
                let code = format!("{}:{}", it.kind, it.code);
                if territories.iter().all(|it| it.code != code) {
                    territories.push(Choice::new(code, it.name));
                }
            }
        }
        Self {
            actors,
            offices,
            territories,
        }
    }
}
