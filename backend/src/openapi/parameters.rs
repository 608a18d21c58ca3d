//! What parameters take, from the tables that read them.

use conoceles_shared::api::Length;
use conoceles_shared::api::admin::CandidacyEdit;
use conoceles_shared::api::audit::AuditSearch;
use conoceles_shared::api::changes::LogQuery;
use conoceles_shared::api::published::PublishedSearch;
use conoceles_shared::api::query::{
    DEFAULT_LIMIT, FIELDS, MAX_LIMIT, MAX_LIMIT_WITH_SECTIONS, SEARCH_LETTERS,
};
use conoceles_shared::api::roll::ROLL_REFERENCE;
use conoceles_shared::audit::{AuditAction, AuditArea};
use conoceles_shared::catalogues::{
    AffirmativeAction, AgeRange, CatalogueRow, Degree, NAMES, Office, Role, Sex,
};
use conoceles_shared::lifecycle::State;
use conoceles_shared::reports::ReportFormat;
use serde_json::{Map, Value, json};

/// A UUID as ids are written here.
pub const ID: &str = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

/// Completes what one parameter takes; what a handler says more precisely stays.
pub fn complete_parameter(path: &str, parameter: &mut Map<String, Value>) {
    let name = parameter
        .get("name")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let place = parameter
        .get("in")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let taken = if matches!(path, "/api/v1/candidacies" | "/api/v1/facets") {
        of_the_public_list(name)
    } else if path.starts_with("/api/v1/log") && !path.starts_with("/api/v1/logos")
        || path.starts_with("/api/v1/changes")
    {
        of_a_log(name)
    } else {
        anywhere(path, place, name)
    };
    let Some(taken) = taken else { return };
    if taken.get("type") == Some(&json!("array")) {
        parameter.insert("style".to_owned(), "form".into());
        parameter.insert("explode".to_owned(), false.into());
    }
    parameter.insert("schema".to_owned(), taken);
}

fn anywhere(path: &str, place: &str, name: &str) -> Option<Value> {
    let hash = "[0-9a-f]{64}";
    Some(match (place, name) {
        ("path", "id" | "actor") | ("query", "election" | "before") => id(),
        ("query", "actor") if path.ends_with("/auth/receipt") => id(),
        ("path", "sha256") => pattern(&format!("^{hash}$")),
        ("path", "file") if path.contains("/logos/") => pattern(&format!("^{hash}\\.png$")),
        ("path", "file") => pattern(&format!("^{hash}(-400)?\\.(jpg|webp)$")),
        ("path", "name") => json!({ "type": "string", "enum": NAMES }),
        ("path", "code") => {
            let four = "[0-9A-HJKMNP-TV-Z]{4}";
            pattern(&format!("^{four}-{four}-{four}-{four}$"))
        }
        ("path", "number") => json!({ "type": "integer", "format": "int32", "minimum": 1 }),
        ("header", "If-Match")
            if path.ends_with("/bulk/commit")
                || path.ends_with("/photos/commit")
                || path.ends_with("/roll/commit") =>
        {
            pattern(&format!("^\"{hash}\"$"))
        }
        ("header", "If-Match") => pattern("^\"(0|[1-9][0-9]{0,8})\"$"),
        ("query", "based_on") => pattern("^((-|[0-9]{1,9})(\\.(-|[0-9]{1,9}))*)?$"),
        ("query", "confirmed") => pattern(&format!("^{hash}$")),
        ("query", ROLL_REFERENCE) => {
            let Length { min, max } = CandidacyEdit::REFERENCE_LENGTH;
            json!({ "type": "string", "minLength": min, "maxLength": max })
        }
        ("path", "format") => {
            let formats: Vec<_> = ReportFormat::ALL.iter().map(|it| it.code()).collect();
            json!({ "type": "string", "enum": formats })
        }
        ("query", "table") => pattern("^[a-z0-9_]{1,40}$"),
        ("query", "q") => json!({ "type": "string", "maxLength": PublishedSearch::LONGEST }),
        ("query", "left" | "top") => whole(0, 1000),
        ("query", "size") => whole(100, 1000),
        ("query", "action") => one_code(AuditAction::ENTRIES),
        ("query", "area") => one_code(AuditArea::ENTRIES),
        ("query", "who" | "candidacy") => {
            json!({ "type": "string", "maxLength": AuditSearch::LONGEST })
        }
        ("query", "from" | "until") => json!({
            "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        }),
        ("query", "actor") => id(),
        ("query", "territory") => pattern("^[a-z_]{4,30}:[0-9A-Za-z-]{1,12}$"),
        ("query", "state") => codes(State::ENTRIES),
        ("query", "holder") => json!({ "type": "string", "enum": ["me"] }),
        ("query", "turn") if path.ends_with("/photo") => {
            json!({ "type": "integer", "enum": [0, 90, 180, 270] })
        }
        _ => return None,
    })
}

fn of_a_log(name: &str) -> Option<Value> {
    Some(match name {
        "since" | "from" | "to" => json!({ "type": "integer", "format": "int64", "minimum": 0 }),
        "seq" | "size" => json!({ "type": "integer", "format": "int64", "minimum": 1 }),
        "limit" => json!({
            "type": "integer", "format": "int32", "minimum": 1, "maximum": LogQuery::MOST,
            "default": LogQuery::PAGE,
        }),
        _ => return None,
    })
}

fn of_the_public_list(name: &str) -> Option<Value> {
    Some(match name {
        "election" => id(),
        "actor" => several(&id()),
        "office" => codes(Office::ENTRIES),
        "sex" => codes(Sex::ENTRIES),
        "age_range" => codes(AgeRange::ENTRIES),
        "education" => codes(Degree::ENTRIES),
        "affirmative_action" => codes(AffirmativeAction::ENTRIES),
        "role" => codes(Role::ENTRIES),
        "district" => several(&place("{1,3}")),
        "municipality" => several(&place("{5}")),
        "ballot" => place("{5}"),
        "q" => json!({ "type": "string", "maxLength": SEARCH_LETTERS }),
        "sort" => json!({ "type": "string", "enum": ["draw", "name"], "default": "draw" }),
        "limit" => json!({
            "type": "integer", "format": "int32", "minimum": 1, "maximum": MAX_LIMIT,
            "default": DEFAULT_LIMIT,
            "description": format!(
                "Con `sections` entre los `fields`, a lo más {MAX_LIMIT_WITH_SECTIONS}."
            ),
        }),
        "fields" => several(&json!({ "type": "string", "enum": FIELDS })),
        _ => return None,
    })
}

fn id() -> Value {
    json!({ "type": "string", "format": "uuid", "pattern": ID })
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// The code of a place: so many digits, or an archive's own with the state before them.
fn place(digits: &str) -> Value {
    pattern(&format!("^([0-9]{digits}|[0-9]{{2}}_[a-z0-9_]{{1,77}})$"))
}

fn whole(minimum: u32, maximum: u32) -> Value {
    json!({ "type": "integer", "format": "int32", "minimum": minimum, "maximum": maximum })
}

/// Values separated by commas, any of which may match.
fn several(item: &Value) -> Value {
    json!({ "type": "array", "items": item, "minItems": 1 })
}

fn one_code(rows: &[CatalogueRow]) -> Value {
    let codes: Vec<&str> = rows.iter().map(|it| it.code).collect();
    json!({ "type": "string", "enum": codes })
}

fn codes(rows: &[CatalogueRow]) -> Value {
    let codes: Vec<&str> = rows.iter().map(|it| it.code).collect();
    several(&json!({ "type": "string", "enum": codes }))
}
