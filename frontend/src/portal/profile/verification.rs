//! What lets anyone check what was published.

use conoceles_shared::api::public::{Meta, Record, Source};
use leptos::prelude::*;

use super::head::data_path;
use crate::i18n::{number, t};
use crate::ui::{IntoPiece, Piece, moment};

/// The anchor of the verification.
pub const ID: &str = "verification";

/// The verification of a record.
pub fn verification(meta: &Meta, record: &Record) -> Piece {
    let texts = &t().profile;
    view! {
        <section class="verify" id=ID aria-labelledby="h-verification">
            <h2 id="h-verification">{texts.verification}</h2>
            <dl class="pairs">
                <dt>{texts.record_id}</dt>
                <dd><code>{record.id.to_string()}</code></dd>
                <dt>{texts.record_version}</dt>
                <dd class="num">{number(record.version)}</dd>
                <dt>{texts.published_at}</dt>
                <dd>{moment(record.published_at)}</dd>
                <dt>{texts.log_seq}</dt>
                <dd class="num">{(t().home.log_entry)(meta.log_seq)}</dd>
                {record.source.as_ref().map(source)}
            </dl>
            <p><a href=data_path(record) rel="external">{texts.json}</a></p>
        </section>
    }
    .piece()
}

/// The file that an archive was imported from.
fn source(source: &Source) -> Piece {
    let texts = &t().profile;
    view! {
        <dt>{texts.source}</dt>
        <dd>{(texts.row)(&source.file, source.row)}</dd>
        <dt>{texts.source_hash}</dt>
        <dd><code>{source.sha256.clone()}</code></dd>
    }
    .piece()
}
