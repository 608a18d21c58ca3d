//! The audit as a file: read page by page while it is sent, so that its length does not matter.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::audit::{AuditItem, AuditSearch};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::local;
use futures_util::stream;
use serde_json::json;

use super::entries::{item_for, people_of, reader_of};
use super::store::entries::{AuditReader, Conditions, entries_newest_first};
use crate::capture::bulk::neutral::neutralised;
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::grant::{Grant, ReadAudit};
use crate::core::state::App;

/// How many entries are held at once.
const AT_ONCE: usize = 500;

const HEADER: [&str; 15] = [
    "Sello",
    "Fecha y hora (centro de México)",
    "Acción",
    "Código",
    "Persona",
    "Cuenta",
    "Función",
    "Elección",
    "Candidatura",
    "Identificador de la candidatura",
    "Fundamento",
    "Detalle",
    "Huella anterior",
    "Huella posterior",
    "Identificador de la entrada",
];

/// The entries that are one's own role's to read, newest first, as CSV. That they were taken out is an
/// entry itself.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/audit/export.csv", tag = "audit",
    params(
        ("who" = Option<String>, Query, description = "An account's id, its user name, or words of its owner's name"),
        ("action" = Option<String>, Query, description = "Only this action"),
        ("area" = Option<String>, Query, description = "Only actions about this"),
        ("candidacy" = Option<String>, Query, description = "A candidacy's id, or words of the candidate's name"),
        ("election" = Option<String>, Query, description = "Only in this election"),
        ("from" = Option<String>, Query, description = "From the beginning of this day"),
        ("until" = Option<String>, Query, description = "Until the end of this day"),
    ),
    responses(
        (status = 200, body = String, content_type = "text/csv"),
        (status = 400, body = Problem),
    )
)]
pub async fn export_audit(
    grant: Grant<ReadAudit>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let search = AuditSearch::of_query(request.query_string(), AuditSearch::OF_EXPORT)
        .map_err(Failure::invalid_query)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let entry = AuditEntry {
        election: search.election.as_ref(),
        detail: json!({ "narrowed_by": search.narrowed_by() }),
        ..AuditEntry::by(Some(grant.who()), AuditAction::AuditExported)
    };
    audit::write(&mut tx, now, entry).await?;
    let reader = reader_of(&grant);
    let people = people_of(&mut tx, &reader, &search).await?;
    // Written before anything is sent: nobody takes the audit away without a trace.
    tx.commit().await?;
    let file = ExportedFile {
        app,
        reader,
        search,
        people,
        part: Part::Header,
    };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((
            CONTENT_DISPOSITION,
            "attachment; filename=\"auditoria.csv\"",
        ))
        .streaming(stream::try_unfold(file, next_part)))
}

/// A file under way.
struct ExportedFile {
    app: web::Data<App>,
    reader: AuditReader,
    search: AuditSearch,
    people: Option<Vec<AccountId>>,
    part: Part,
}

/// What comes next.
enum Part {
    Header,
    Entries,
    End,
}

async fn next_part(mut file: ExportedFile) -> Result<Option<(Bytes, ExportedFile)>, Failure> {
    match file.part {
        Part::End => Ok(None),
        Part::Header => {
            // The mark tells spreadsheets that it is UTF-8.
            let mut bytes = "\u{feff}".as_bytes().to_vec();
            bytes.extend(lines([HEADER.map(ToOwned::to_owned)])?);
            file.part = Part::Entries;
            Ok(Some((bytes.into(), file)))
        }
        Part::Entries => {
            let conditions = Conditions::of(&file.reader, &file.search, file.people.as_deref());
            let mut conn = file.app.db.read().await?;
            let rows = entries_newest_first(&mut conn, conditions, AT_ONCE).await?;
            drop(conn);
            if rows.len() < AT_ONCE {
                file.part = Part::End;
            }
            file.search.before = rows.last().map(|it| it.id.clone());
            let role = file.reader.role;
            let items = rows.into_iter().map(|it| cells(item_for(it, role)));
            let bytes = lines(items)?;
            Ok(Some((bytes.into(), file)))
        }
    }
}

fn cells(it: AuditItem) -> [String; HEADER.len()] {
    let (account, name) = it
        .who
        .map_or_else(Default::default, |who| (who.id.to_string(), who.name));
    let or_nothing = |it: Option<String>| it.unwrap_or_default();
    [
        it.seal.map(|seal| seal.to_string()).unwrap_or_default(),
        local(it.at).format("%Y-%m-%d %H:%M:%S").to_string(),
        it.action_label,
        it.action,
        name,
        account,
        or_nothing(it.role_label),
        or_nothing(it.election_name),
        or_nothing(it.candidacy_name),
        it.candidacy.map(|id| id.to_string()).unwrap_or_default(),
        or_nothing(it.legal_basis),
        it.detail,
        or_nothing(it.before_sha256),
        or_nothing(it.after_sha256),
        it.id.to_string(),
    ]
}

fn lines(rows: impl IntoIterator<Item = [String; HEADER.len()]>) -> Result<Vec<u8>, Failure> {
    let failed = |_| Failure::internal("csv: not written");
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        let safe = row.iter().map(|it| neutralised(it).into_owned());
        writer.write_record(safe).map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|_| Failure::internal("csv: not written"))
}
