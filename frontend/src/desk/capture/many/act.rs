//! One act on many candidacies: what is listed, what is ticked, how far it is, and what came of it.

use std::collections::BTreeMap;

use conoceles_shared::api::many::{ManyAfter, ManyBefore, ManyShown, OneOfMany, PageOfMany};
use conoceles_shared::ids::CandidacyId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::batches::batches;
use super::running::{Progress, Running};
use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Method};
use crate::desk::load::Loader;
use crate::i18n::desk::texts;

/// The page's state; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct ActOnMany {
    access: Access,
    /// Below `/api/v1`: where the list is read, and the act is asked for.
    path: &'static str,
    pub page: RwSignal<PageOfMany>,
    pub before: Loader<ManyBefore>,
    pub ticked: RwSignal<BTreeMap<CandidacyId, OneOfMany>>,
    pub running: Running,
}

impl ActOnMany {
    pub fn at(path: &'static str) -> Self {
        let access = Access::here();
        let page = RwSignal::new(PageOfMany {
            show: ManyShown::Ready,
            passed: 0,
        });
        let before = Loader::new(move || {
            let query = page.get().to_query();
            access.get::<ManyBefore>(format!("{path}?{query}"))
        });
        Self {
            access,
            path,
            page,
            before,
            ticked: RwSignal::new(BTreeMap::new()),
            running: Running::new(),
        }
    }

    pub fn is_ticked(self, id: &CandidacyId) -> bool {
        self.ticked.read().contains_key(id)
    }

    /// Ticks one, or takes the tick away.
    pub fn tick(self, one: &OneOfMany, on: bool) {
        self.ticked.update(|all| {
            if on {
                all.insert(one.id.clone(), one.clone());
            } else {
                all.remove(&one.id);
            }
        });
    }

    /// Shows other candidacies, from their first page on.
    pub fn show_other(self, show: ManyShown) {
        self.page.set(PageOfMany { show, passed: 0 });
    }

    /// Does it for what is ticked, batch after batch; `body` is what a batch is asked for with. What
    /// was done is not ticked any more; what was refused is not either, and is told.
    pub fn begin(self, body: impl Fn(&[OneOfMany]) -> Value + 'static) {
        let asked: Vec<OneOfMany> = self.ticked.get_untracked().into_values().collect();
        if !self.running.begin(asked.len()) {
            return;
        }
        spawn_local(async move {
            let mut progress = Progress {
                done: 0,
                of: asked.len(),
            };
            let mut stopped = None;
            for batch in batches(&asked) {
                let call =
                    Call::new(Method::Post, self.path.to_owned()).body(Body::Json(body(batch)));
                let answer = self.access.call(call).await;
                match answer.and_then(|it| it.decoded::<ManyAfter>()) {
                    Ok(after) => {
                        progress.done += after.data.len();
                        self.take_in(after);
                    }
                    Err(why) => {
                        stopped = Some(format!("{} {}", why.message(), texts().many.stopped));
                        break;
                    }
                }
                if !self.running.is_at(progress) {
                    return;
                }
            }
            self.page.try_update(|it| it.passed = 0);
            self.running.stop(stopped);
        });
    }

    fn take_in(self, after: ManyAfter) {
        let _ = self.ticked.try_update(|all| {
            for one in &after.data {
                all.remove(&one.id);
            }
        });
        self.running.take_in(after.data);
    }
}
