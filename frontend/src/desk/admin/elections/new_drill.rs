//! A drill made from an election: what comes with it is shown, and what it begins with can be changed
//! before it is made.

use conoceles_shared::api::admin::{DrillDraft, Election};
use conoceles_shared::ids::ElectionId;
use leptos::prelude::*;
use serde_json::Value;

use super::setup::{ElectionFields, required_fields, setup, setup_form_start, told_at_days};
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::form::RequestForm;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Drill, Heading, Visit, way};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// A new drill, copied from an election.
#[component]
pub fn NewDrillPage(id: ElectionId) -> impl IntoView {
    let access = Access::here();
    let from = format!("/admin/elections/{id}/drill-draft");
    let loaded = Loader::new(move || access.get::<DrillDraft>(from.clone()));
    loaded
        .show(move |draft| view! { <DrillForm draft=draft path=format!("/admin/elections/{id}")/> })
}

#[component]
fn DrillForm(draft: DrillDraft, path: String) -> impl IntoView {
    let t = texts().drills;
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    Drill::here().set(true);
    let path = StoredValue::new(path);
    let send = move |value: Value| async move {
        let setup = setup(value)?;
        let made: Election = access
            .send(Method::Post, format!("{}/drills", path.get_value()), &setup)
            .await
            .map_err(|why| told_at_days(why, &setup))?;
        visit.say_next((t.made)(&made.setup.name));
        go.run(Place::Election(made.id));
        Ok(())
    };
    let above = vec![(Place::Start, texts().admin.elections.to_owned())];
    let start = setup_form_start(&draft.setup);
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <Crumbs above=above here=t.new_drill/>
            <div class="page-head"><Heading text=(t.title)(&draft.source_name)/></div>
            {what_comes(&draft)}
            <RequestForm
                start=start
                button=t.make
                send=send
                stays=true
                required=required_fields()
            >
                <ElectionFields fixed=true/>
            </RequestForm>
        </div>
    }
}

/// What is copied beside what the form shows, and what is not.
fn what_comes(draft: &DrillDraft) -> impl IntoView + use<> {
    let t = texts().drills;
    let left_out = (draft.actors_left_out > 0).then(|| (t.left_out)(draft.actors_left_out));
    let rows = [
        Some((t.actors)(&draft.actors)),
        left_out,
        Some((t.reasons)(draft.reason_templates)),
        Some((t.rules)(draft.language_rules)),
        Some(t.what_stays.to_owned()),
    ];
    let rows = rows.into_iter().flatten();
    view! {
        <section class="notice notice--plain" aria-labelledby="se-copia">
            {Icon::Info.drawn()}
            <h2 class="label" id="se-copia">{t.what_comes}</h2>
            <p>{t.dates_moved}</p>
            <ul class="bullets">{rows.map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
        </section>
    }
}
