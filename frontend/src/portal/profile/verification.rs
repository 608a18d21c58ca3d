//! What lets anyone check what was published.

use conoceles_shared::api::public::{Meta, Record, Source};
use leptos::prelude::*;

use super::head::data_path;
use crate::i18n::number;
use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, Piece, moment};

/// The anchor of the verification.
pub const ID: &str = "verification";

/// The verification of a record.
pub fn verification(meta: &Meta, record: &Record) -> Piece {
    let t = texts().profile;
    view! {
        <section class="verify" id=ID aria-labelledby="h-verification">
            <h2 id="h-verification">{t.verification}</h2>
            <dl class="pairs">
                <dt>{t.record_id}</dt>
                <dd><code translate="no">{record.id.to_string()}</code></dd>
                <dt>{t.record_version}</dt>
                <dd class="num">{number(record.version)}</dd>
                <dt>{t.published_at}</dt>
                <dd>{moment(record.published_at)}</dd>
                <dt>{meta.log.label()}</dt>
                <dd class="num">{(t.log_entry)(meta.log_seq)}</dd>
                {record.source.as_ref().map(source)}
            </dl>
            <p><a href=data_path(record) rel="external">{t.json}</a></p>
        </section>
    }
    .piece()
}

/// The file that an archive was imported from.
fn source(source: &Source) -> Piece {
    let t = texts().profile;
    view! {
        <dt>{t.source}</dt>
        <dd>{(t.row)(&source.file, source.row)}</dd>
        <dt>{t.source_hash}</dt>
        <dd><code translate="no">{source.sha256.clone()}</code></dd>
    }
    .piece()
}
