//! What is left as it is of the assistant's findings, on its way to the server.

use conoceles_shared::api::capture::{Candidacy, IgnoredFindings, SectionView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::saving::Saving;
use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Method};
use crate::desk::form::Form;
use crate::desk::language::Assistant;

/// The assistant of the section's text. What is left as it is goes to the server once the text that
/// it stands in is there: its reviewer sees both together. Should that fail, the next change tries
/// again; the text itself is never held up by it.
pub fn assist(candidacy: &Candidacy, view: &SectionView, saving: Saving, form: Form) {
    let assistant = Assistant::provide(candidacy.language.clone(), view.ignored.clone());
    let access = Access::here();
    let path = format!(
        "/capture/candidacies/{}/sections/{}/ignored",
        candidacy.id, view.section
    );
    let stored = saving.stored();
    let theirs = Memo::new(move |_| stored.with(|it| it.ignored.clone()));
    Effect::new(move |before: Option<()>| {
        let ignored = theirs.get();
        if before.is_some() {
            assistant.adopt(ignored);
        }
    });
    let sent = StoredValue::new(view.ignored.clone());
    let busy = RwSignal::new(false);
    Effect::new(move || {
        let (version, open) = stored.with(|it| (it.version, it.refusal.is_none()));
        let saved = !form.dirty().get();
        let Some(ignored) = assistant.left().filter(|it| *it != sent.get_value()) else {
            return;
        };
        if busy.get() || !saved || !open || version == 0 {
            return;
        }
        busy.set(true);
        let body = IgnoredFindings {
            ignored: ignored.clone(),
        };
        let call = Call::new(Method::Put, path.clone())
            .body(Body::json(&body))
            .if_match(version);
        spawn_local(async move {
            let told = access.call(call).await.is_ok();
            if told {
                let _ = sent.try_update_value(|it| *it = ignored);
            }
            // A failure waits for the next change instead of asking again and again.
            if told || busy.try_get_untracked().is_none() {
                let _ = busy.try_set(false);
            } else {
                let _ = busy.try_update_untracked(|it| *it = false);
            }
        });
    });
}
