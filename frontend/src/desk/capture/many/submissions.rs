//! Many candidacies to be sent, each as it was seen.

use conoceles_shared::api::many::{ManySubmissions, OneOfMany, SeenCandidacy};
use leptos::prelude::*;
use serde_json::Value;

use super::act::ActOnMany;
use super::confirm::{ActWords, ConfirmMany};
use super::list::CandidaciesBefore;
use super::running::OutcomeOfMany;
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn ManySubmissionsPage() -> impl IntoView {
    let t = texts().many;
    let act = ActOnMany::at("/capture/many/submissions");
    let words = ActWords {
        declare: t.submissions_declare,
        declare_missing: t.submissions_declare_missing,
        button: t.submissions_do,
    };
    let mine = texts().capture.mine.to_owned();
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, mine)] here=t.submissions_title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.submissions_title/>
                    <p>{t.submissions_lead}</p>
                </div>
                <CandidaciesBefore act=act none=t.submissions_none sends=true/>
                <ConfirmMany act=act words=words body=batch_of_submissions/>
                <OutcomeOfMany
                    running=act.running
                    doing=Signal::stored(t.submissions_doing)
                    done=t.submissions_done
                />
            </div>
        </div>
    }
}

fn batch_of_submissions(batch: &[OneOfMany]) -> Value {
    let seen = |it: &OneOfMany| SeenCandidacy {
        id: it.id.clone(),
        seen: it.seen.clone(),
    };
    let body = ManySubmissions {
        candidacies: batch.iter().map(seen).collect(),
        declared: true,
    };
    serde_json::to_value(body).unwrap_or(Value::Null)
}
