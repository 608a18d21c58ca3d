//! What a file would do, by kind, and the button that does it.

use conoceles_shared::api::admin::CandidacyEdit;
use conoceles_shared::api::roll::{
    RollAddition, RollChange, RollCounts, RollDifference, RollMissing, tidied_reference,
};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::progress::FileUnderWay;
use super::run::{CheckedFile, RollAct, RollDesk};
use crate::desk::cell_issues::issues;
use crate::desk::dom;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Counts, errors, then what would be stored.
#[component]
pub fn Outcome(desk: RollDesk, checked: CheckedFile) -> impl IntoView {
    let t = texts().roll;
    let run = checked.run.clone();
    let counts = run.counts;
    let file = StoredValue::new(checked.file.clone());
    let name = (t.chosen)(&checked.name);
    let sheet = run.sheet.as_deref().map(|it| (t.sheet)(it));
    let found = counts.errors + counts.remarks > 0;
    let anything = counts.added + counts.changed > 0;
    view! {
        <section class="stack" aria-labelledby="resultado">
            <h2 id="resultado" tabindex="-1">{t.result}</h2>
            <p>{name}" "{sheet}</p>
            {told_counts(counts)}
            {(counts.errors > 0).then(|| view! {
                <p><b>{(t.errors)(counts.errors)}</b>" "{t.nothing_saved}</p>
            })}
            {found.then(|| view! {
                <p>
                    <button
                        type="button"
                        class="btn btn--secondary"
                        on:click=move |_| desk.fetch_issues(file.get_value())
                    >
                        {t.all_issues}
                    </button>
                </p>
                <FileUnderWay desk=desk act=RollAct::FetchIssues/>
            })}
            {only_first(run.errors.len(), counts.errors)}
            {issues(t.errors_caption, &run.errors)}
            {only_first(run.remarks.len(), counts.remarks)}
            {issues(t.remarks_caption, &run.remarks)}
            {only_first(run.added.len(), counts.added)}
            {additions(&run.added)}
            {only_first(run.changed.len(), counts.changed)}
            {changes(&run.changed)}
            {only_first(run.missing.len(), counts.missing)}
            {missing(&run.missing)}
            {(counts.errors == 0 && !anything).then(|| view! { <p>{t.nothing_to_save}</p> })}
            {(counts.errors == 0 && anything).then(|| view! { <Save desk=desk checked=checked/> })}
        </section>
    }
}

fn told_counts(counts: RollCounts) -> impl IntoView {
    let t = texts().roll;
    let rows = [
        (t.count_rows, counts.rows),
        (t.count_added, counts.added),
        (t.count_changed, counts.changed),
        (t.count_unchanged, counts.unchanged),
        (t.count_missing, counts.missing),
    ];
    let rows = rows
        .into_iter()
        .map(|(label, count)| view! { <tr><th scope="row">{label}</th><td>{count}</td></tr> })
        .collect_view();
    view! { <table class="table"><tbody>{rows}</tbody></table> }
}

/// Says where a list is not whole.
fn only_first(shown: usize, all: u32) -> Option<impl IntoView> {
    let whole = u32::try_from(shown).is_ok_and(|it| it >= all);
    (!whole).then(|| view! { <p class="hint">{(texts().roll.only_first)(shown, all)}</p> })
}

/// One line of a table: what it is called by, then its cells.
type Line = (AnyView, Vec<AnyView>);

/// A table that scrolls by itself where it does not fit, and is stacked on a phone; nothing without lines.
fn table(caption: &'static str, heads: &[&'static str], lines: Vec<Line>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let line = |(name, cells): Line| {
        let labels = heads.iter().skip(1);
        let cells = cells
            .into_iter()
            .zip(labels)
            .map(|(it, label)| view! { <td role="cell" data-label=*label>{it}</td> })
            .collect_view();
        view! { <tr role="row"><th scope="row" role="rowheader">{name}</th>{cells}</tr> }
    };
    let rows = lines.into_iter().map(line).collect_view();
    let heads = heads
        .iter()
        .map(|it| view! { <th scope="col" role="columnheader">{*it}</th> })
        .collect_view();
    let table = view! {
        <div class="scroll" tabindex="0" role="region" aria-label=caption>
            <table class="table table--stack" role="table">
                <caption class="label">{caption}</caption>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    };
    Some(table.into_any())
}

/// The line of a row of the file.
fn line_of_row(row: u32, cells: [String; 2]) -> Line {
    let name = (texts().roll.row_at)(row);
    (name.into_any(), cells.map(IntoAny::into_any).into())
}

fn additions(all: &[RollAddition]) -> Option<AnyView> {
    let t = texts().roll;
    let line = |it: &RollAddition| line_of_row(it.row, [it.name.clone(), it.place.clone()]);
    let heads = [t.col_row, t.col_name, t.col_place];
    table(t.added_caption, &heads, all.iter().map(line).collect())
}

fn changes(all: &[RollChange]) -> Option<AnyView> {
    let t = texts().roll;
    let line = |it: &RollChange| {
        let differences: Vec<String> = it.differences.iter().map(told_difference).collect();
        line_of_row(it.row, [it.name.clone(), differences.join(". ")])
    };
    let heads = [t.col_row, t.col_name, t.col_changes];
    table(t.changed_caption, &heads, all.iter().map(line).collect())
}

fn told_difference(it: &RollDifference) -> String {
    let t = texts().roll;
    if it.field.is_private() {
        return (t.private_difference)(it.field.label());
    }
    let shown = |it: &Option<String>| it.clone().unwrap_or_else(|| t.nothing.to_owned());
    (t.difference)(it.field.label(), &shown(&it.before), &shown(&it.after))
}

fn missing(all: &[RollMissing]) -> Option<AnyView> {
    let t = texts().roll;
    let line = |it: &RollMissing| {
        let href = Place::History(it.candidacy.clone()).href();
        let name = view! { <a href=href>{it.name.clone()}</a> };
        (name.into_any(), vec![it.place.clone().into_any()])
    };
    let heads = [t.col_name, t.col_place];
    let listed = table(t.missing_caption, &heads, all.iter().map(line).collect())?;
    Some(view! { <p class="measure">{t.missing_text}</p>{listed} }.into_any())
}

/// The document that backs changes, where there are any, and the button.
#[component]
fn Save(desk: RollDesk, checked: CheckedFile) -> impl IntoView {
    let t = texts().roll;
    let counts = checked.run.counts;
    let needed = counts.changed > 0;
    let reference = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let checked = StoredValue::new(checked);
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        let typed = reference.get_untracked();
        match tidied_reference(&typed) {
            Err(why) if needed => {
                wrong.set(Some(why.detail));
                dom::focus(REFERENCE);
            }
            _ => {
                wrong.set(None);
                desk.commit(checked.get_value(), typed);
            }
        }
    };
    let busy = move || desk.busy.read().is_some().then_some("true");
    let hint = (t.reference_hint)(CandidacyEdit::REFERENCE_LENGTH);
    view! {
        <section class="panel stack" aria-labelledby="guardar">
            <h2 id="guardar">{t.save_step}</h2>
            <form class="stack" novalidate on:submit=submit>
                {needed.then(|| view! {
                    <div class="field" class:field--error=move || wrong.read().is_some()>
                        <label class="label label--required" for=REFERENCE>{t.reference}</label>
                        <p class="hint" id="sustento-hint">{hint}</p>
                        <p class="error" id="sustento-error" role="alert">{move || wrong.get()}</p>
                        <input
                            class="input"
                            id=REFERENCE
                            name=REFERENCE
                            aria-describedby="sustento-hint sustento-error"
                            aria-required="true"
                            aria-invalid=move || wrong.read().is_some().then_some("true")
                            on:input=move |ev| reference.set(event_target_value(&ev))
                        />
                    </div>
                })}
                <div>
                    <button class="btn btn--big" aria-disabled=busy>
                        {(t.save)(counts.added, counts.changed)}
                    </button>
                </div>
                <FileUnderWay desk=desk act=RollAct::Store/>
            </form>
        </section>
    }
}

/// The id of the field of the document.
const REFERENCE: &str = "sustento";
