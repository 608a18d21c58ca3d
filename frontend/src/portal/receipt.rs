//! A receipt, verified by its code: nothing of whom it is about.

use conoceles_shared::api::receipts::ReceiptCheck;
use conoceles_shared::time::spanish_deadline;
use leptos::prelude::*;

use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, Piece};

pub fn receipt_page(receipt: &ReceiptCheck) -> Piece {
    let t = texts().receipt;
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <h1 tabindex="-1">{t.heading}</h1>
                <p class="lead">{t.lead}</p>
            </div>
            {facts(receipt)}
            {(!receipt.sections.is_empty()).then(|| sections(receipt))}
        </div>
    }
    .piece()
}

/// The name of the field of [`ask`].
pub const FIELD: &str = "codigo";

/// Asks for a code: at first, or because no receipt has the one that was given.
pub fn ask(heading: &'static str, text: &'static str) -> Piece {
    let t = texts().receipt;
    view! {
        <div class="wrap wrap--narrow stack stack--l">
            <div class="page-head">
                <h1 tabindex="-1">{heading}</h1>
                <p class="lead">{text}</p>
            </div>
            // The server leads to the receipt: there is no page to build here.
            <form class="stack" action="/verificar" method="get">
                <div class="field">
                    <label for=FIELD>{t.code}</label>
                    <input
                        class="input"
                        id=FIELD
                        name=FIELD
                        required=true
                        maxlength="40"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-describedby="codigo-hint"
                    />
                    <p class="hint" id="codigo-hint">{t.code_hint}</p>
                </div>
                <button class="btn">{t.verify}</button>
            </form>
        </div>
    }
    .piece()
}

fn facts(receipt: &ReceiptCheck) -> Piece {
    let t = texts().receipt;
    let log = if receipt.log_seq == 0 {
        t.log_empty.to_owned()
    } else {
        (texts().profile.log_entry)(receipt.log_seq)
    };
    let head = (!receipt.log_head.is_empty()).then(|| {
        view! {
            <dt>{t.log_head}</dt>
            <dd><code translate="no">{receipt.log_head.clone()}</code></dd>
        }
    });
    let annulled = receipt.annulled_at.map(|at| {
        view! {
            <div class="notice" role="note">
                <p><strong>{(t.annulled)(&spanish_deadline(at))}</strong></p>
                <p>{t.annulled_text}</p>
            </div>
        }
    });
    view! {
        <section class="verify" aria-labelledby="h-receipt">
            <h2 id="h-receipt">{receipt.kind.label.clone()}</h2>
            {annulled}
            <dl class="pairs">
                <dt>{t.code}</dt>
                <dd><code translate="no">{receipt.code.to_string()}</code></dd>
                <dt>{t.issued}</dt>
                <dd>{spanish_deadline(receipt.issued_at)}</dd>
                <dt>{t.election}</dt>
                <dd>{receipt.election.name.clone()}</dd>
                <dt>{t.hash}</dt>
                <dd><code translate="no">{receipt.sha256.clone()}</code></dd>
                <dt>{(t.log)(receipt.log.label())}</dt>
                <dd>{log}</dd>
                {head}
            </dl>
            <p>
                <a href=format!("/api/v1/receipts/{}", receipt.code) rel="external">{t.json}</a>
            </p>
        </section>
    }
    .piece()
}

fn sections(receipt: &ReceiptCheck) -> Piece {
    let t = texts().receipt;
    let rows = receipt
        .sections
        .iter()
        .map(|it| {
            view! {
                <dt>{it.section.label.clone()}</dt>
                <dd><code translate="no">{it.sha256.clone()}</code></dd>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="h-sections">
            <h2 id="h-sections">{t.sections}</h2>
            <p class="muted">{t.sections_text}</p>
            <dl class="pairs">{rows}</dl>
        </section>
    }
    .piece()
}
