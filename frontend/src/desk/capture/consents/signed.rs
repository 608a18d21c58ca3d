//! The consent form to be signed, and the delivery of its signed copy.

use conoceles_shared::api::List;
use conoceles_shared::api::capture::Candidacy;
use conoceles_shared::api::receipts::SignedConsent;
use conoceles_shared::receipt::SIGNED_CONSENT_MAX_MEGABYTES;
use conoceles_shared::time::{spanish_deadline, spanish_moment};
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Method};
use crate::desk::dom;
use crate::desk::download::Download;
use crate::desk::load::Loader;
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// Whether the signed form is required, and by when.
pub(super) fn required_sentence(candidacy: &Candidacy) -> String {
    let t = texts().receipts;
    let until = candidacy.capture.map(|it| spanish_deadline(it.ends));
    match (candidacy.signed_consent.required, until) {
        (false, _) => t.signed_optional.to_owned(),
        (true, Some(until)) => (t.signed_required_until)(&until),
        (true, None) => t.signed_required.to_owned(),
    }
}

/// Of a form that is required and was not delivered: that it is, and by when.
pub fn signed_consent_sentence(candidacy: &Candidacy) -> Option<String> {
    let it = candidacy.signed_consent;
    (it.required && !it.delivered).then(|| required_sentence(candidacy))
}

/// Print, sign, deliver; and what was delivered.
#[component]
pub fn SignedForm(
    /// The candidacy's address below `/api/v1`.
    base: String,
    name: String,
    /// Whether it is required, and by when.
    required: String,
    /// Whether copies are still taken.
    open: bool,
) -> impl IntoView {
    let t = texts().receipts;
    let access = Access::here();
    let form = format!("{base}/consent-form");
    let mut path = base;
    path.push_str("/signed-consents");
    let ask = path.clone();
    let delivered = Loader::new(move || access.get::<List<SignedConsent>>(ask.clone()));
    view! {
        <section class="panel stack" aria-labelledby="firmado">
            <h2 id="firmado">{t.signed}</h2>
            {if open {
                view! {
                    <p>{t.signed_text}</p>
                    <p><b>{required}</b></p>
                    <p>
                        <Download
                            path=form
                            name="consentimiento-expreso.pdf".to_owned()
                            label=t.form
                            about=name
                        />
                    </p>
                    <UploadForm path=path delivered=delivered/>
                }
                .into_any()
            } else {
                view! { <p>{t.no_more_copies}</p> }.into_any()
            }}
            {delivered.show(move |it| {
                let rows = it.data.iter().map(delivered_copy).collect_view();
                if it.data.is_empty() {
                    view! { <p class="hint">{t.none_delivered}</p> }.into_any()
                } else {
                    view! { <ul class="tasks plain-tasks">{rows}</ul> }.into_any()
                }
            })}
        </section>
    }
}

/// A copy that was delivered, without what it shows.
fn delivered_copy(it: &SignedConsent) -> impl IntoView + use<> {
    let t = texts().receipts;
    let kilobytes = it.bytes.div_ceil(1024);
    let kind = it.extension().to_uppercase();
    view! {
        <li>
            <span>
                {(t.delivered)(it.number, &spanish_moment(it.delivered_at))}
                <span class="hint">{(t.kind_and_size)(&kind, kilobytes)}</span>
            </span>
        </li>
    }
}

#[component]
fn UploadForm(path: String, delivered: Loader<List<SignedConsent>>) -> impl IntoView {
    let t = texts().receipts;
    let access = Access::here();
    let visit = Visit::here();
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let path = StoredValue::new(path);
    let clear = move || {
        if let Some(Some(input)) = input.try_get_untracked() {
            input.set_value("");
        }
    };
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let chosen = input.get_untracked().and_then(|it| it.files());
        let file = match accepted(chosen.and_then(|it| it.get(0))) {
            Ok(file) => file,
            Err(why) => {
                error.set(Some(why));
                return dom::focus("formato");
            }
        };
        error.set(None);
        busy.set(true);
        spawn_local(async move {
            let sent = deliver(access, path.get_value(), file).await;
            busy.try_set(false);
            match sent {
                Ok(all) => {
                    clear();
                    visit.say(t.sent);
                    delivered.answered(all);
                }
                Err(refused) => {
                    // Mended under the same name it is chosen again, which browsers hear only where
                    // nothing is chosen.
                    if !refused.may_pass {
                        clear();
                    }
                    error.try_set(Some(refused.why));
                    dom::focus("formato");
                }
            }
        });
    };
    view! {
        <form class="stack stack--s" novalidate on:submit=submit>
            <FileInput input=input error=error.into()/>
            <div>
                <button class="btn" aria-disabled=move || busy.get().then_some("true")>
                    {move || if busy.get() { t.sending } else { t.send }}
                </button>
            </div>
        </form>
    }
}

#[component]
fn FileInput(input: NodeRef<Input>, error: Signal<Option<String>>) -> impl IntoView {
    let t = texts().receipts;
    let described = move || {
        if error.get().is_some() {
            "formato-hint formato-error"
        } else {
            "formato-hint"
        }
    };
    view! {
        <div class="field" class:field--error=move || error.get().is_some()>
            <label class="label" for="formato">{t.file}</label>
            <p class="hint" id="formato-hint">{(t.file_hint)(SIGNED_CONSENT_MAX_MEGABYTES)}</p>
            <div role="alert">
                {move || error.get().map(|it| view! {
                    <p class="error" id="formato-error">{it}</p>
                })}
            </div>
            <input
                class="input"
                node_ref=input
                type="file"
                id="formato"
                name="formato"
                accept="application/pdf,image/jpeg,image/png"
                aria-describedby=described
                aria-invalid=move || error.get().map(|_| "true")
            />
        </div>
    }
}

/// The chosen file, or what to do first.
fn accepted(file: Option<File>) -> Result<File, String> {
    let t = texts().receipts;
    let file = file.ok_or_else(|| t.file_missing.to_owned())?;
    let limit = f64::from(SIGNED_CONSENT_MAX_MEGABYTES) * 1024.0 * 1024.0;
    if file.size() > limit {
        return Err((t.file_size)(SIGNED_CONSENT_MAX_MEGABYTES));
    }
    Ok(file)
}

/// Why a file was not delivered.
struct Refused {
    why: String,
    /// Whether the same file may be sent again as it is.
    may_pass: bool,
}

/// The file as the body; what it is, is told by its bytes. The answer is all that was delivered.
async fn deliver(access: Access, path: String, file: File) -> Result<List<SignedConsent>, Refused> {
    let bytes = dom::read_file(&file).await.ok_or_else(|| Refused {
        why: texts().receipts.file_changed.to_owned(),
        may_pass: false,
    })?;
    let call =
        Call::new(Method::Post, path).body(Body::Raw(bytes, "application/octet-stream".to_owned()));
    let answer = access.call(call).await.and_then(|it| it.decoded());
    answer.map_err(|why| Refused {
        why: why.message(),
        may_pass: why.may_pass(),
    })
}
