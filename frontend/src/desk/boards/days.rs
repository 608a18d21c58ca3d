//! What was sent and published until each day, as two lines.

use chrono::NaiveDate;
use conoceles_shared::reports::ReportTable;
use conoceles_shared::time::spanish_date;
use leptos::prelude::*;

use super::table::figures_below;
use crate::i18n::desk::texts;

/// The drawing is so wide and so high.
const WIDTH: f64 = 400.0;
const HEIGHT: f64 = 200.0;

/// The two lines over the days of the table.
#[derive(Debug, PartialEq)]
struct Lines {
    first: NaiveDate,
    last: NaiveDate,
    most: f64,
    sent: String,
    published: String,
}

fn lines(table: &ReportTable) -> Option<Lines> {
    let days: Vec<(NaiveDate, f64, f64)> = table
        .rows
        .iter()
        .filter_map(|row| {
            let until = |code| table.cell(row, code)?.number;
            Some((
                row.code.parse().ok()?,
                until("sent_until")?,
                until("published_until")?,
            ))
        })
        .collect();
    let ((first, ..), (last, ..)) = (*days.first()?, *days.last()?);
    let span = whole(last, first).max(1.0);
    let most = days
        .iter()
        .map(|(_, sent, published)| sent.max(*published))
        .fold(1.0, f64::max);
    let line = |of: fn(&(NaiveDate, f64, f64)) -> f64| {
        let mut points = vec![format!("0,{HEIGHT}")];
        points.extend(days.iter().map(|day| {
            let x = whole(day.0, first) * WIDTH / span;
            let y = HEIGHT - of(day) * HEIGHT / most;
            format!("{x:.1},{y:.1}")
        }));
        let end = days.last().map_or(0.0, of);
        points.push(format!("{WIDTH},{:.1}", HEIGHT - end * HEIGHT / most));
        points.join(" ")
    };
    Some(Lines {
        first,
        last,
        most,
        sent: line(|it| it.1),
        published: line(|it| it.2),
    })
}

/// Days between two dates.
fn whole(later: NaiveDate, earlier: NaiveDate) -> f64 {
    i32::try_from((later - earlier).num_days()).map_or(0.0, f64::from)
}

/// The chart of what was sent and published, with its table.
pub fn days(table: &ReportTable, path: &str) -> AnyView {
    let t = texts().boards;
    let Some(it) = lines(table) else {
        return view! {
            <figure class="chart panel">
                <figcaption><h2 class="label">{table.title.clone()}</h2></figcaption>
                <p>{t.no_days}</p>
            </figure>
        }
        .into_any();
    };
    let end = |code: &str| {
        let cell = table.rows.last().and_then(|row| table.cell(row, code));
        cell.map(|it| it.text.clone()).unwrap_or_default()
    };
    let (first, last) = (spanish_date(it.first), spanish_date(it.last));
    let about = (t.day_chart)(&first, &last, &end("sent_until"), &end("published_until"));
    let area = format!("{} {WIDTH},{HEIGHT}", it.published);
    view! {
        <figure class="chart panel">
            <figcaption><h2 class="label">{table.title.clone()}</h2></figcaption>
            <ul class="key">
                <li>
                    <svg viewBox="0 0 18 10" aria-hidden="true"><path class="b-line" d="M0 5h18"></path></svg>
                    {t.published_until}
                </li>
                <li>
                    <svg viewBox="0 0 18 10" aria-hidden="true"><path class="b-line b-line--2" d="M0 5h18"></path></svg>
                    {t.sent_until}
                </li>
            </ul>
            <div class="plot" role="img" aria-label=about>
                <div class="plot__y"><span>{it.most.to_string()}</span><span>"0"</span></div>
                <svg viewBox="0 0 400 200" preserveAspectRatio="none" aria-hidden="true">
                    <path class="b-grid" d="M0 1h400M0 200h400"></path>
                    <polygon class="b-area" points=area></polygon>
                    <polyline class="b-line" points=it.published></polyline>
                    <polyline class="b-line b-line--2" points=it.sent></polyline>
                </svg>
                <div class="plot__x"><span>{first}</span><span>{last}</span></div>
            </div>
            {figures_below(table, path)}
        </figure>
    }
    .into_any()
}

#[cfg(test)]
#[path = "days_tests.rs"]
mod days_tests;
