//! How far the publication is: one bar for the whole, one for each office, and the same figures as
//! a table.

use conoceles_shared::api::public::{Election, Facet, LogChain, Meta};
use leptos::prelude::*;

use crate::i18n::portal::texts;
use crate::i18n::{number, percentage};
use crate::ui::{IntoPiece, Piece, moment};

/// The progress of an election.
pub fn progress(election: &Election, meta: &Meta) -> Piece {
    let t = texts().home;
    let (published, registered) = (election.published, election.registered);
    let share = percentage(published, registered);
    let log = LogChain::of_election(election.election.drill);
    let (last_entry, cut_off) = match log {
        LogChain::Publication => (meta.log_seq, meta.cut_off),
        LogChain::Drill => (meta.drill_log_seq.unwrap_or_default(), meta.drill_cut_off),
    };
    let cut_off = cut_off.map(|at| {
        view! { <p class="small muted">{t.cut_off}{moment(at)}</p> }
    });
    view! {
        <div class="band">
            <section class="wrap stack stack--l" aria-labelledby="progress">
                <div class="split"><h2 id="progress">{t.progress}</h2>{cut_off}</div>
                <div class="grid grid--wide">
                    <div class="stack stack--l">
                        <div class="stat">
                            <b>{share.as_deref().map(texts().common.percent)}</b>
                            {meter(share.as_deref())}
                            <span>{(t.published_of)(published, registered)}</span>
                        </div>
                        <div class="log-head">
                            <b>{log.label()}</b>
                            <span class="num">{(t.log_entry)(last_entry)}</span>
                        </div>
                    </div>
                    {by_office(election)}
                </div>
            </section>
        </div>
    }
    .piece()
}

/// A bar to its whole. The words beside it say the same, so readers skip it.
fn meter(share: Option<&str>) -> Piece {
    view! {
        <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="meter__track" width="100" height="4"></rect>
            <rect class="meter__value" width=share.unwrap_or("0").to_owned() height="4"></rect>
        </svg>
    }
    .piece()
}

fn by_office(election: &Election) -> Piece {
    let t = texts().home;
    let published = election.published;
    let rows = election
        .offices
        .iter()
        .map(|it| bar(it, published))
        .collect_view();
    view! {
        <figure class="chart panel">
            <figcaption>
                <h3 class="label">{t.by_office}</h3>
                <p class="small muted">{(t.by_office_of)(published)}</p>
            </figcaption>
            <div class="chart__plot">{rows}</div>
            <details class="disclosure small">
                <summary>{t.as_table}</summary>
                {table(election)}
            </details>
        </figure>
    }
    .piece()
}

fn bar(office: &Facet, whole: u32) -> Piece {
    let share = percentage(office.count, whole);
    let figures = match &share {
        Some(share) => format!(
            "{} · {}",
            number(office.count),
            (texts().common.percent)(share)
        ),
        None => number(office.count),
    };
    view! {
        <div class="chart__row">
            <span>{office.label.clone()}</span>
            <svg
                class="chart__bar"
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <rect class="b-track" width="100" height="10"></rect>
                <rect class="b1" width=share.unwrap_or_else(|| "0".to_owned()) height="10"></rect>
            </svg>
            <span>{figures}</span>
        </div>
    }
    .piece()
}

fn table(election: &Election) -> Piece {
    let t = texts().home;
    let rows = election
        .offices
        .iter()
        .map(|it| {
            view! {
                <tr>
                    <th scope="row">{it.label.clone()}</th>
                    <td class="n">{number(it.count)}</td>
                    <td class="n">{percentage(it.count, election.published)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="table">
            <caption class="hidden-visually">{t.by_office}</caption>
            <thead>
                <tr>
                    <th scope="col">{t.office}</th>
                    <th scope="col" class="n">{t.published}</th>
                    <th scope="col" class="n">{t.share}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .piece()
}
