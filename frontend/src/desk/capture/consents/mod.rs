//! The three consents: each given or revoked on its own, at any time; and their form, signed on paper.

mod signed;

use conoceles_shared::api::capture::{Candidacy, ConsentChange};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{ConsentAgain, Consents, State};
use conoceles_shared::questionnaire::{ConsentKind, NOTICE_PATH, NOTICE_VERSION};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::standstill::standstill_box;
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::dom;
use crate::desk::form::Summary;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Tag};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use crate::ui::{IntoPiece, privacy_notice};
use signed::SignedForm;
pub use signed::signed_consent_sentence;

#[component]
pub fn ConsentsPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || access.get::<Candidacy>(format!("/capture/candidacies/{id}")));
    loaded.show(|it| view! { <ConsentsOfCandidacy candidacy=it/> })
}

#[component]
fn ConsentsOfCandidacy(candidacy: Candidacy) -> impl IntoView {
    let t = texts().capture;
    let name = candidacy.registration.full_name();
    let tasks = Place::Tasks(candidacy.id.clone());
    let above = vec![
        (Place::Start, t.mine.to_owned()),
        (tasks.clone(), name.clone()),
    ];
    let standing = RwSignal::new(ConsentStanding::of(&candidacy));
    let held_up = RwSignal::new(candidacy.clone());
    let ended = candidacy.state.is_end();
    let required = signed::required_sentence(&candidacy);
    let id = candidacy.id;
    let boxes = ConsentKind::ALL
        .iter()
        .map(|it| view! { <Consent id=id.clone() kind=*it standing=standing held_up=held_up/> })
        .collect_view();
    view! {
        <div class="wrap wrap--narrow">
            <Crumbs above=above here=t.consents/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.consents_page/>
                    <p>{t.consents_lead}</p>
                </div>
                {move || held_up.with(|it| standstill_box(it, true))}
                <Notice/>
                {boxes}
                <SignedForm
                    base=format!("/capture/candidacies/{id}")
                    name=name
                    required=required
                    open=!ended
                />
                <p><a class="btn btn--secondary" href=tasks.href()>{t.back_to_sections}</a></p>
            </div>
        </div>
    }
}

/// The notice that the consents refer to: the whole of it here, before any of them, and its page.
#[component]
pub fn Notice() -> impl IntoView {
    let t = texts().capture;
    view! {
        <section class="panel stack stack--s" aria-labelledby="aviso">
            <h2 id="aviso">{t.notice}</h2>
            <p class="hint">{(t.notice_version)(NOTICE_VERSION)}</p>
            <p>{t.notice_first}</p>
            <details class="disclosure">
                <summary>{t.notice_here}</summary>
                {privacy_notice(|it| view! { <h3>{it}</h3> }.piece())}
            </details>
            <p><a class="way" href=NOTICE_PATH target="_blank" rel="noopener">{t.notice_page}</a></p>
        </section>
    }
}

/// What the last answer said that all three depend on.
#[derive(Clone, Copy)]
struct ConsentStanding {
    consents: Consents,
    state: State,
    again: ConsentAgain,
}

impl ConsentStanding {
    const fn of(candidacy: &Candidacy) -> Self {
        Self {
            consents: candidacy.consents,
            state: candidacy.state,
            again: ConsentAgain {
                treatment_revoked: candidacy.treatment_revoked,
            },
        }
    }

    /// Whether this one may be changed: given, or revoked where it is given.
    fn is_open(self, kind: ConsentKind) -> bool {
        let granted = !self.consents.given(kind);
        self.state.takes_consent(kind, granted, self.again)
    }

    /// Why it may not.
    fn why_closed(self, kind: ConsentKind) -> String {
        let t = texts().capture;
        (if self.consents.given(kind) {
            t.cannot_revoke
        } else {
            t.cannot_grant
        })(self.state.label())
    }

    /// What is asked before this one is revoked: what it changes, and whether there is a way back.
    fn question(self, kind: ConsentKind) -> String {
        let t = texts().capture;
        let asked = (t.ask_revoke)(kind.label(), kind.revocation());
        let after = ConsentAgain {
            treatment_revoked: true,
        };
        if self.state.takes_consent(kind, true, after) {
            return asked;
        }
        format!("{asked} {}", (t.no_way_back)(self.state.label()))
    }
}

/// One consent: how all stand, and what came of changing this one.
#[derive(Clone, Copy)]
struct Change {
    kind: ConsentKind,
    standing: RwSignal<ConsentStanding>,
    /// The candidacy of the last answer: what holds it up is asked about before it goes on.
    held_up: RwSignal<Candidacy>,
    /// That it was done.
    said: RwSignal<Option<String>>,
    /// Why it was not.
    refused: RwSignal<Option<String>>,
}

impl Change {
    /// Gives it, or asks and revokes it.
    fn send(self, access: Access, path: String) {
        let t = texts().capture;
        let kind = self.kind;
        let standing = self.standing.get_untracked();
        let granted = !standing.consents.given(kind);
        let again = || {
            let revoked = self.held_up.with_untracked(|it| it.standstill.clone());
            let revoked = revoked.filter(|_| kind == ConsentKind::Treatment);
            revoked.map(|it| it.question_before_giving_again())
        };
        let question = if granted {
            again()
        } else {
            Some(standing.question(kind))
        };
        if question.is_some_and(|it| !dom::confirm(&it)) {
            return;
        }
        self.said.set(None);
        self.refused.set(None);
        let body = ConsentChange {
            kind,
            granted,
            notice_version: NOTICE_VERSION.to_owned(),
        };
        spawn_local(async move {
            match access.send::<_, Candidacy>(Method::Post, path, &body).await {
                Ok(candidacy) => {
                    let standing = ConsentStanding::of(&candidacy);
                    self.standing.try_set(standing);
                    self.held_up.try_set(candidacy);
                    let done = if granted {
                        t.consent_given
                    } else {
                        t.consent_revoked
                    };
                    let gone = self.said.try_set(Some(done(kind.label()))).is_some();
                    if !gone && !standing.is_open(kind) {
                        // The button that had the focus is not there any more.
                        dom::focus_soon(kind.code());
                    }
                }
                Err(why) => {
                    self.refused.try_set(Some(why.message()));
                }
            }
        });
    }
}

#[component]
fn Consent(
    id: CandidacyId,
    kind: ConsentKind,
    standing: RwSignal<ConsentStanding>,
    held_up: RwSignal<Candidacy>,
) -> impl IntoView {
    let t = texts().capture;
    let access = Access::here();
    let given = Memo::new(move |_| standing.get().consents.given(kind));
    let open = Memo::new(move |_| standing.get().is_open(kind));
    let path = StoredValue::new(format!("/capture/candidacies/{id}/consents"));
    let change = Change {
        kind,
        standing,
        held_up,
        said: RwSignal::new(None),
        refused: RwSignal::new(None),
    };
    let revocation = move || {
        let text = (t.if_revoked)(kind.revocation());
        (given.get() && open.get()).then(|| view! { <p class="hint">{text}</p> })
    };
    let closed = move || {
        let text = standing.get().why_closed(kind);
        (!open.get()).then(|| view! { <p class="hint">{text}</p> })
    };
    view! {
        <section class="panel stack stack--s" aria-labelledby=kind.code()>
            <div class="split">
                <h2 class="label" id=kind.code() tabindex="-1">{kind.label()}</h2>
                {move || consent_tag(given.get())}
            </div>
            <p class="words">{kind.text()}</p>
            <p class="hint">{kind.effect()}</p>
            {revocation}
            {closed}
            <Summary message=change.refused.into()/>
            <div class="cluster">
                <Show when=move || open.get()>
                    <button
                        type="button"
                        class=move || if given.get() { "btn btn--quiet" } else { "btn" }
                        on:click=move |_| change.send(access, path.get_value())
                    >
                        {move || if given.get() { t.revoke } else { t.grant }}
                        <span class="hidden-visually">{format!(": {}", kind.label())}</span>
                    </button>
                </Show>
                // Beside the button: above the page it would be out of view.
                <p role="status" class="small">{move || change.said.get()}</p>
            </div>
        </section>
    }
}

fn consent_tag(given: bool) -> impl IntoView {
    let t = texts().capture;
    if given {
        view! { <Tag class="tag tag--done" icon=Icon::Check text=t.granted/> }
    } else {
        view! { <Tag class="tag" icon=Icon::Circle text=t.not_granted/> }
    }
}
