//! Consent 1 for many candidacies.

use conoceles_shared::api::many::{ManyConsents, OneOfMany};
use conoceles_shared::questionnaire::{ConsentKind, NOTICE_VERSION};
use leptos::prelude::*;
use serde_json::Value;

use super::super::consents::Notice;
use super::act::ActOnMany;
use super::confirm::{ActWords, ConfirmMany};
use super::list::CandidaciesBefore;
use super::running::OutcomeOfMany;
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn ManyConsentsPage() -> impl IntoView {
    let t = texts().many;
    let act = ActOnMany::at("/capture/many/consents");
    let words = ActWords {
        declare: t.consents_declare,
        declare_missing: t.consents_declare_missing,
        button: t.consents_do,
    };
    let kind = ConsentKind::Treatment;
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, texts().capture.mine.to_owned())] here=t.consents_title/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.consents_title/>
                    <p>{t.consents_lead}</p>
                </div>
                <Notice/>
                <section class="panel stack stack--s" aria-labelledby=kind.code()>
                    <h2 class="label" id=kind.code()>{kind.label()}</h2>
                    <p class="words">{kind.text()}</p>
                    <p class="hint">{kind.effect()}</p>
                </section>
                <CandidaciesBefore act=act none=t.consents_none sends=false/>
                <ConfirmMany act=act words=words body=batch_of_consents/>
                <OutcomeOfMany
                    running=act.running
                    doing=Signal::stored(t.consents_doing)
                    done=t.consents_done
                />
            </div>
        </div>
    }
}

fn batch_of_consents(batch: &[OneOfMany]) -> Value {
    let body = ManyConsents {
        candidacies: batch.iter().map(|it| it.id.clone()).collect(),
        declared: true,
        notice_version: NOTICE_VERSION.to_owned(),
    };
    serde_json::to_value(body).unwrap_or(Value::Null)
}
