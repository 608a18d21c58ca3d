//! The reasons that reviewers of an election start from: added, changed and removed one by one.

use conoceles_shared::api::reason_templates::{
    ElectionReasonTemplates, ReasonTemplate, ReasonTemplates,
};
use conoceles_shared::api::review::DecisionRequest;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::Ground;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::access::Access;
use super::client::{Body, Call, Failure, Method};
use super::form::request::refusal;
use super::form::{Choice, FoldedForm, RequestForm, SelectField, Summary, TextArea, text_at};
use super::load::Loader;
use super::page::{Crumbs, Drill, Heading, Visit};
use super::place::Place;
use crate::i18n::desk::texts;

/// What is stored, and how it is stored anew; a copy is a handle to the same.
#[derive(Clone, Copy)]
struct StoredReasons {
    access: Access,
    path: StoredValue<String>,
    stored: RwSignal<ElectionReasonTemplates>,
    message: RwSignal<Option<String>>,
}

impl StoredReasons {
    fn templates(self) -> Vec<ReasonTemplate> {
        self.stored.with_untracked(|it| it.templates.clone())
    }

    /// Stores them; what is wrong is told of the one at `at`, whose form it is.
    async fn save(self, templates: Vec<ReasonTemplate>, at: usize) -> Result<(), Failure> {
        let wanted = ReasonTemplates { templates };
        let tidied = wanted
            .tidied()
            .map_err(|errors| refusal(of_form(errors, at)))?;
        let version = self.stored.with_untracked(|it| it.version);
        let call = Call::new(Method::Put, self.path.get_value())
            .body(Body::json(&tidied))
            .if_match(version);
        let saved: ElectionReasonTemplates = self.access.call(call).await?.decoded()?;
        let _ = self.stored.try_set(saved);
        Ok(())
    }
}

/// The errors of one template, at the fields of its form.
fn of_form(errors: Vec<FieldError>, at: usize) -> Vec<FieldError> {
    let own = format!("{}/{at}/", ReasonTemplates::TEMPLATES);
    errors
        .into_iter()
        .map(|it| match it.pointer.strip_prefix(&own) {
            Some(field) => FieldError {
                pointer: format!("/{field}"),
                ..it
            },
            None => it,
        })
        .collect()
}

/// The page, for an administrator and for a validator.
#[component]
pub fn ReasonsPage(role: Role, id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let desk = if role == Role::Admin {
        "admin"
    } else {
        "review"
    };
    let path = format!("/{desk}/elections/{id}/reason-templates");
    let from = path.clone();
    let loaded = Loader::new(move || access.get::<ElectionReasonTemplates>(from.clone()));
    loaded.show(move |it| {
        view! { <ReasonsOfElection role=role id=id.clone() path=path.clone() stored=it/> }
    })
}

#[component]
fn ReasonsOfElection(
    role: Role,
    id: ElectionId,
    path: String,
    stored: ElectionReasonTemplates,
) -> impl IntoView {
    let t = texts().reasons;
    Drill::here().set(stored.drill);
    let name = stored.election_name.clone();
    let store = StoredReasons {
        access: Access::here(),
        path: StoredValue::new(path),
        stored: RwSignal::new(stored),
        message: RwSignal::new(None),
    };
    let above = if role == Role::Admin {
        vec![
            (Place::Start, texts().admin.elections.to_owned()),
            (Place::Election(id), name.clone()),
        ]
    } else {
        vec![(Place::Start, texts().review.queue.to_owned())]
    };
    let visit = Visit::here();
    let add = move |typed: Value| async move {
        let mut all = store.templates();
        all.push(typed_template(&typed)?);
        let at = all.len() - 1;
        store.save(all, at).await?;
        visit.say(t.added);
        Ok(())
    };
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.title/>
            <div class="stack stack--l">
                <div class="page-head"><Heading text=(t.title_of)(&name)/></div>
                <p class="measure">{t.lead}</p>
                <Summary message=store.message.into()/>
                <section class="panel stack" aria-labelledby="nuevo">
                    <h2 id="nuevo">{t.new}</h2>
                    <RequestForm start=json!({}) button=t.add send=add required=required()>
                        <Fields/>
                    </RequestForm>
                </section>
                <Templates store=store/>
            </div>
        </div>
    }
}

/// The fields that cannot be left blank.
fn required() -> Vec<String> {
    vec!["/ground".to_owned(), "/text".to_owned()]
}

#[component]
fn Fields() -> impl IntoView {
    let t = texts().reasons;
    let choice = |it: &Ground| Choice::new(it.code(), it.label().to_owned());
    let grounds: Vec<_> = Ground::ALL.iter().map(choice).collect();
    view! {
        <SelectField pointer="/ground" label=t.ground options=Signal::stored(grounds)/>
        <TextArea pointer="/text" label=t.text hint=(t.text_hint)(DecisionRequest::REASON_LENGTH)/>
    }
}

/// What is typed, or everything that is missing from it.
fn typed_template(typed: &Value) -> Result<ReasonTemplate, Failure> {
    let text = text_at(typed, "/text").to_owned();
    match text_at(typed, "/ground").parse::<Ground>() {
        Ok(ground) => Ok(ReasonTemplate { ground, text }),
        Err(_) => {
            let mut errors = vec![FieldError::new(
                "/ground",
                "required",
                texts().review.ground_missing,
            )];
            let length = DecisionRequest::REASON_LENGTH;
            if !length.fits(text.trim()) {
                let missing = (texts().review.reason_missing)(length);
                errors.push(FieldError::new("/text", "length", missing));
            }
            Err(refusal(errors))
        }
    }
}

#[component]
fn Templates(store: StoredReasons) -> impl IntoView {
    let t = texts().reasons;
    move || {
        let all = store.stored.with(|it| it.templates.clone());
        if all.is_empty() {
            return view! { <p class="muted">{t.none}</p> }.into_any();
        }
        let rows = all
            .into_iter()
            .enumerate()
            .map(|(at, it)| template_row(store, at, it))
            .collect_view();
        view! { <ul class="stack plain-list">{rows}</ul> }.into_any()
    }
}

fn template_row(store: StoredReasons, at: usize, it: ReasonTemplate) -> impl IntoView {
    let t = texts().reasons;
    let visit = Visit::here();
    let start = StoredValue::new(json!({ "ground": it.ground, "text": it.text }));
    let change = move |typed: Value| async move {
        let mut all = store.templates();
        if let Some(place) = all.get_mut(at) {
            *place = typed_template(&typed)?;
        }
        store.save(all, at).await?;
        visit.say(t.changed);
        Ok(())
    };
    let remove = move |_| {
        let mut all = store.templates();
        if at < all.len() {
            let _ = all.remove(at);
        }
        store.message.set(None);
        spawn_local(async move {
            match store.save(all, at).await {
                Ok(()) => visit.say(t.removed),
                Err(why) => drop(store.message.try_set(Some(why.message()))),
            }
        });
    };
    let about = (texts().desk_tools.about)(&it.text);
    view! {
        <li class="panel stack stack--s">
            <p class="label">{it.ground.label()}</p>
            <p>{it.text}</p>
            <FoldedForm title=t.change>
                <RequestForm
                    start=start.get_value()
                    button=t.save
                    send=change
                    required=required()
                >
                    <Fields/>
                </RequestForm>
            </FoldedForm>
            <p>
                <button type="button" class="btn btn--quiet btn--small" on:click=remove>
                    {t.remove}<span class="hidden-visually">{about}</span>
                </button>
            </p>
        </li>
    }
}
