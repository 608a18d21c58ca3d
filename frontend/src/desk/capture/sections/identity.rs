//! Cuestionario de identidad: every question from the one table in `shared`.

use conoceles_shared::lifecycle::{Consents, State};
use conoceles_shared::questionnaire::{
    Badge, Identity, IdentityQuestion, OptionSpec, PREFER_NOT_TO_SAY, QUESTIONS,
};
use leptos::prelude::*;

use super::clean::{granted_badges, is_open};
use super::saving::Saving;
use crate::desk::form::{CheckGroup, Choice, Form, RadioGroup, SelectField, TextField};
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// The nineteen questions; those that another opens come and go with it, and keep what was
/// answered until the form is saved.
#[component]
pub fn IdentityFields(
    saving: Saving,
    consents: Consents,
    /// Of the candidacy.
    state: State,
) -> impl IntoView {
    let questions = QUESTIONS
        .iter()
        .map(|it| view! { <Question asked=it/> })
        .collect_view();
    view! {
        <WhoSees saving=saving consents=consents state=state/>
        {questions}
        {consents.identity_publication.then(|| view! { <KeptBack/> })}
    }
}

/// Badge by badge, which of those that the answers grant are kept back.
#[component]
fn KeptBack() -> impl IntoView {
    let t = texts().sections;
    let form = Form::here();
    let granted = Memo::new(move |_| granted_badges(&form.watch()));
    move || {
        let granted = granted.get();
        let choices = granted.iter().map(|it| Choice::new(it.code(), it.label()));
        (!granted.is_empty()).then(|| {
            view! {
                <CheckGroup
                    pointer=format!("/{}", Identity::UNPUBLISHED)
                    legend=t.unpublished
                    options=choices.collect()
                    hint=t.unpublished_hint
                />
            }
        })
    }
}

#[component]
fn WhoSees(saving: Saving, consents: Consents, state: State) -> impl IntoView {
    let t = texts().sections;
    let withheld = saving.stored().with_untracked(|it| it.withheld);
    let published = if consents.identity_publication {
        (t.badges_yes)(&Badge::all_in_words())
    } else {
        t.badges_no.to_owned()
    };
    let counted = if consents.statistics {
        t.statistics_yes
    } else {
        t.statistics_no
    };
    view! {
        <div class="notice">
            {Icon::Info.drawn()}
            <h2 class="label">{t.who_sees}</h2>
            <p>{t.who_sees_text}</p>
            <ul class="bullets"><li>{published}</li><li>{counted}</li></ul>
        </div>
        {withheld.then(|| view! {
            <div class="notice notice--plain">
                {Icon::Lock.drawn()}
                <h2 class="label">{why_hidden(state)}</h2>
                <p>{what_hides(state)}</p>
            </div>
        })}
    }
}

/// Why answers are there and not shown: an end blocked them for everybody, or they are another
/// account's.
pub fn why_hidden(state: State) -> &'static str {
    let t = texts().sections;
    if state.is_end() {
        t.blocked
    } else {
        t.withheld
    }
}

/// The same at length.
fn what_hides(state: State) -> String {
    let t = texts().sections;
    match state {
        State::Closed => (t.blocked_text)(t.blocked_closed),
        State::Cancelled => (t.blocked_text)(t.blocked_cancelled),
        State::Substituted => (t.blocked_text)(t.blocked_substituted),
        _ => t.withheld_text.to_owned(),
    }
}

#[component]
fn Question(asked: &'static IdentityQuestion) -> impl IntoView {
    let form = Form::here();
    let open = Memo::new(move |_| is_open(asked, &form.watch()));
    view! { <Show when=move || open.get()><Asked asked=asked/></Show> }
}

#[component]
fn Asked(asked: &'static IdentityQuestion) -> impl IntoView {
    let pointer = asked.id.pointer();
    let legend = format!("{}. {}", asked.number, asked.text);
    let choices = || -> Vec<Choice> {
        asked
            .options
            .iter()
            .map(|it| Choice::new(it.code, it.label))
            .collect()
    };
    let question = if asked.multiple {
        view! {
            <CheckGroup
                pointer=pointer
                legend=legend
                options=choices()
                hint=asked.help
                alone=PREFER_NOT_TO_SAY
            />
        }
        .into_any()
    } else if asked.catalogue.is_empty() {
        view! { <RadioGroup pointer=pointer legend=legend options=choices() hint=asked.help/> }
            .into_any()
    } else {
        let from_catalogue = asked
            .catalogue
            .iter()
            .map(|it| Choice::new(it.code, it.label));
        let all: Vec<_> = from_catalogue.chain(choices()).collect();
        view! { <SelectField pointer=pointer label=legend options=Signal::stored(all) hint=asked.help/> }
            .into_any()
    };
    let further = asked
        .options
        .iter()
        .map(|it| view! { <Further asked=asked option=it/> });
    view! { <div class="stack stack--s">{question} {further.collect_view()}</div> }
}

/// What an option asks for once it is chosen: its details, or a text.
#[component]
fn Further(asked: &'static IdentityQuestion, option: &'static OptionSpec) -> impl IntoView {
    if !option.text && option.details.is_empty() {
        return ().into_any();
    }
    let form = Form::here();
    let value = asked.id.pointer();
    let chosen = Memo::new(move |_| form.codes(&value).iter().any(|it| it == option.code));
    view! { <Show when=move || chosen.get()><FurtherFields asked=asked option=option/></Show> }
        .into_any()
}

#[component]
fn FurtherFields(asked: &'static IdentityQuestion, option: &'static OptionSpec) -> impl IntoView {
    let t = texts().sections;
    let details: Vec<_> = option
        .details
        .iter()
        .map(|it| Choice::new(it.code, it.label))
        .collect();
    let pointer = asked.id.detail_pointer();
    let legend = (t.which)(option.label);
    if option.text {
        return view! {
            <TextField
                pointer=asked.id.other_pointer()
                label=(t.other_text)(asked.number, option.label)
            />
        }
        .into_any();
    }
    if asked.multiple {
        view! { <CheckGroup pointer=pointer legend=legend options=details/> }.into_any()
    } else {
        view! { <RadioGroup pointer=pointer legend=legend options=details/> }.into_any()
    }
}
