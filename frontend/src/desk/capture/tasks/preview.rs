//! The public profile before anything is public: the component that citizens get.

use conoceles_shared::api::capture::Preview;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::State;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::client::{Call, Method};
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, arrive};
use crate::desk::place::Place;
use crate::i18n::desk::texts;
use crate::portal::profile;

/// The candidacy as the public would see it.
#[component]
pub fn PreviewPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let path = format!("/capture/candidacies/{id}");
        async move {
            let preview: Preview = access.get(format!("{path}/preview")).await?;
            let Some(photo) = &preview.record.photo else {
                return Ok((preview, None));
            };
            let call = Call::new(Method::Get, format!("{path}/photo/{}", photo.sha256));
            let picture = access.call(call).await?;
            Ok((preview, Some((picture.bytes, picture.media_type))))
        }
    });
    loaded.show(|(preview, picture)| view! { <PublicPreview preview=preview picture=picture/> })
}

#[component]
fn PublicPreview(preview: Preview, picture: Option<(Vec<u8>, String)>) -> impl IntoView {
    let t = texts().capture;
    let Preview {
        mut record,
        state,
        identity_withheld,
    } = preview;
    // The public address of the picture answers once it is published; until then, from memory.
    let url = picture.and_then(|(bytes, kind)| dom::object_url(&bytes, &kind));
    if let (Some(photo), Some(url)) = (&mut record.photo, &url) {
        photo.jpeg.clone_from(url);
        photo.webp.clone_from(url);
        // At this width the portal asks for no other size, which memory does not have.
        (photo.width, photo.height) = (400, 500);
    }
    on_cleanup(move || {
        if let Some(url) = url {
            dom::revoke(&url);
        }
    });
    arrive(t.preview, profile::NAME);
    let above = vec![
        (Place::Start, t.mine.to_owned()),
        (Place::Tasks(record.id.clone()), record.name.clone()),
    ];
    view! {
        <div class="wrap">
            <Crumbs above=above here=t.preview_crumb/>
            <div class="stack stack--l">
                <div class="notice notice--plain">
                    {Icon::Info.drawn()}
                    <p class="label">{t.preview}</p>
                    <p>{preview_of_what(state)}</p>
                    {identity_withheld.then(|| {
                        let why = if state.is_end() { t.preview_blocked } else { t.preview_identity };
                        view! { <p>{why}</p> }
                    })}
                </div>
                {profile::article(&record, None)}
            </div>
        </div>
    }
}

/// What it is a preview of, as things stand.
fn preview_of_what(state: State) -> String {
    let t = texts().capture;
    match state {
        State::Approved => t.preview_approved.to_owned(),
        State::Published => t.preview_published.to_owned(),
        state if state.is_end() => (t.preview_ended)(state.label()),
        _ => t.preview_text.to_owned(),
    }
}
