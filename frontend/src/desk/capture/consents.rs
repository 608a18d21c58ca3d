//! The three consents: each given or revoked on its own, at any time.

use conoceles_shared::api::capture::{Candidacy, ConsentChange};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Consents;
use conoceles_shared::questionnaire::{ConsentKind, NOTICE_PATH, NOTICE_VERSION};
use leptos::prelude::*;
use leptos::task::spawn_local;
use reqwest::Method;

use super::signed::SignedForm;
use crate::desk::access::Access;
use crate::desk::form::Summary;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Tag, Visit};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use crate::ui::{IntoPiece, privacy_notice};

/// The consents of a candidacy.
#[component]
pub fn ConsentsPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || access.get::<Candidacy>(format!("/capture/candidacies/{id}")));
    loaded.show(|it| view! { <Loaded candidacy=it/> })
}

#[component]
fn Loaded(candidacy: Candidacy) -> impl IntoView {
    let t = &texts().capture;
    let name = candidacy.registration.full_name();
    let tasks = Place::Tasks(candidacy.id.clone());
    let above = vec![
        (Place::Start, t.mine.to_owned()),
        (tasks.clone(), name.clone()),
    ];
    let consents = RwSignal::new(candidacy.consents);
    let id = candidacy.id;
    let boxes = ConsentKind::ALL
        .iter()
        .map(|it| view! { <Consent id=id.clone() kind=*it consents=consents/> })
        .collect_view();
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.consents/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.consents_page/>
                    <p>{t.consents_lead}</p>
                </div>
                <Notice/>
                {boxes}
                <SignedForm base=format!("/capture/candidacies/{id}") name=name/>
                <p><a class="btn btn--secondary" href=tasks.href()>{t.back_to_sections}</a></p>
            </div>
        </div>
    }
}

/// The notice that the consents refer to: the whole of it here, before any of them, and its page.
#[component]
fn Notice() -> impl IntoView {
    let t = &texts().capture;
    view! {
        <section class="panel stack stack--s" aria-labelledby="aviso">
            <h2 id="aviso">{t.notice}</h2>
            <p class="hint">{(t.notice_version)(NOTICE_VERSION)}</p>
            <p>{t.notice_first}</p>
            <details class="disclosure">
                <summary>{t.notice_here}</summary>
                {privacy_notice(|it| view! { <h3>{it}</h3> }.piece())}
            </details>
            <p><a href=NOTICE_PATH target="_blank" rel="noopener">{t.notice_page}</a></p>
        </section>
    }
}

fn granted(consents: Consents, kind: ConsentKind) -> bool {
    match kind {
        ConsentKind::Treatment => consents.treatment,
        ConsentKind::IdentityPublication => consents.identity_publication,
        ConsentKind::Statistics => consents.statistics,
    }
}

#[component]
fn Consent(id: CandidacyId, kind: ConsentKind, consents: RwSignal<Consents>) -> impl IntoView {
    let t = &texts().capture;
    let access = Access::here();
    let visit = Visit::here();
    let message = RwSignal::new(None);
    let given = Memo::new(move |_| granted(consents.get(), kind));
    let path = StoredValue::new(format!("/capture/candidacies/{id}/consents"));
    let change = Callback::new(move |()| {
        message.set(None);
        let granted = !given.get_untracked();
        let body = ConsentChange {
            kind,
            granted,
            notice_version: NOTICE_VERSION.to_owned(),
        };
        spawn_local(async move {
            let path = path.get_value();
            match access.send::<_, Candidacy>(Method::POST, path, &body).await {
                Ok(candidacy) => {
                    consents.try_set(candidacy.consents);
                    visit.say((if granted {
                        t.consent_given
                    } else {
                        t.consent_revoked
                    })(kind.label()));
                }
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    });
    view! {
        <section class="panel stack stack--s" aria-labelledby=kind.code()>
            <div class="split">
                <h2 class="label" id=kind.code()>{kind.label()}</h2>
                {move || consent_tag(given.get())}
            </div>
            <p class="words">{kind.text()}</p>
            <p class="hint">
                {move || if given.get() { kind.revocation() } else { kind.effect() }}
            </p>
            <Summary message=message.into()/>
            <button
                type="button"
                class=move || if given.get() { "btn btn--quiet" } else { "btn" }
                on:click=move |_| change.run(())
            >
                {move || if given.get() { t.revoke } else { t.grant }}
                <span class="hidden-visually">{format!(": {}", kind.label())}</span>
            </button>
        </section>
    }
}

fn consent_tag(given: bool) -> impl IntoView {
    let t = &texts().capture;
    if given {
        view! { <Tag class="tag tag--done" icon=Icon::Check text=t.granted/> }
    } else {
        view! { <Tag class="tag" icon=Icon::Circle text=t.not_granted/> }
    }
}
