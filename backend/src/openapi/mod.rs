//! The OpenAPI document, made from the route table. Handlers say what is their own; what follows from
//! the table, from shared's types or from how every answer travels is completed here.

mod answers;
mod parameters;
mod schemas;

use answers::complete_answers;
use conoceles_shared::permissions::Permission;
use conoceles_shared::problem::{FieldError, Problem};
use parameters::complete_parameter;
use schemas::{complete_everywhere, complete_files, complete_schemas};
use serde_json::{Map, Value};
use utoipa::openapi::path::{HttpMethod, PathItemBuilder};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder,
    PathsBuilder,
};
use utoipa::{PartialSchema as _, ToSchema as _};

use crate::changes::ENTRIES_A_TOKEN;
use crate::core::route::{Access, RouteRow};
use crate::portal::{ITEMS_A_TOKEN, TOKENS_A_SECOND, TOKENS_AT_MOST};
use crate::routes;

/// The document of this table.
#[must_use]
pub fn document(table: Vec<RouteRow>) -> OpenApi {
    let mut paths = PathsBuilder::new();
    let mut components = ComponentsBuilder::new()
        .security_scheme(
            "bearer",
            SecurityScheme::Http(
                HttpBuilder::new()
                    .scheme(HttpAuthScheme::Bearer)
                    .bearer_format("JWT")
                    .build(),
            ),
        )
        .schema(Problem::name(), Problem::schema())
        .schema(FieldError::name(), FieldError::schema());
    for entry in table {
        let mut operation = entry.operation;
        operation.security = Some(match entry.access {
            Access::Public => vec![SecurityRequirement::default()],
            Access::Signed(permission) => vec![requirement(permission)],
        });
        for (name, schema) in entry.schemas {
            components = components.schema(name, schema);
        }
        let method = match entry.method.as_str() {
            "POST" => HttpMethod::Post,
            "PUT" => HttpMethod::Put,
            "DELETE" => HttpMethod::Delete,
            "PATCH" => HttpMethod::Patch,
            _ => HttpMethod::Get,
        };
        let item = PathItemBuilder::new().operation(method, operation).build();
        paths = paths.path(entry.path, item);
    }
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Conóceles")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(about()))
                .license(Some(
                    LicenseBuilder::new().name("MIT OR Apache-2.0").build(),
                ))
                .contact(Some(
                    ContactBuilder::new()
                        .name(Some("Unidad de Transparencia, IEEM"))
                        .build(),
                ))
                .build(),
        )
        .paths(paths.build())
        .components(Some(components.build()))
        .build()
}

/// What the document says of the whole.
fn about() -> String {
    format!(
        "Información curricular y de identidad de las candidaturas: captura, validación y consulta pública. Los \
         datos públicos se ofrecen bajo CC BY 4.0.\n\n\
         **Límites.** Lo que ya está preparado no cuenta. Para lo que se elabora al pedirlo, cada dirección de red \
         tiene {TOKENS_AT_MOST} unidades y recupera {TOKENS_A_SECOND} por segundo: una lista cuesta 1, y otra más por \
         cada {ITEMS_A_TOKEN} elementos; una página de cambios o de la bitácora, 1 por cada {ENTRIES_A_TOKEN}. \
         `RateLimit` y `RateLimit-Policy` dicen lo que queda; al agotarse, 429 con `Retry-After`.\n\n\
         **Versiones.** Dentro de v1 se agregan direcciones, parámetros y campos; nada se quita ni cambia de sentido. \
         Lo que vaya a dejar de existir se anuncia un año antes, con los encabezados `Deprecation` y `Sunset`."
    )
}

fn requirement(permission: Permission) -> SecurityRequirement {
    SecurityRequirement::new("bearer", [permission.code()])
}

/// The document as it is served and checked in: pretty JSON with a final newline.
///
/// # Errors
/// Never in practice: the document is made here.
pub fn json() -> Result<String, serde_json::Error> {
    let mut document = serde_json::to_value(document(routes::table()))?;
    complete(&mut document);
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// Completes a document of the table.
fn complete(document: &mut Value) {
    if let Some(schemas) = member(document, "/components/schemas") {
        complete_schemas(schemas);
    }
    for (path, item) in member(document, "/paths").into_iter().flatten() {
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            if let Some(operation) = operation.as_object_mut() {
                complete_operation(method, path, operation);
            }
        }
    }
    complete_everywhere(document);
}

fn complete_operation(method: &str, path: &str, operation: &mut Map<String, Value>) {
    complete_answers(method, path, operation);
    let parameters = operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut);
    for parameter in parameters.into_iter().flatten() {
        if let Some(parameter) = parameter.as_object_mut() {
            complete_parameter(path, parameter);
        }
    }
    let answers = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut);
    for (_, answer) in answers.into_iter().flatten() {
        if let Some(content) = member(answer, "/content") {
            complete_files(content);
        }
    }
    if let Some(content) = operation
        .get_mut("requestBody")
        .and_then(|it| member(it, "/content"))
    {
        complete_files(content);
    }
}

fn member<'a>(value: &'a mut Value, pointer: &str) -> Option<&'a mut Map<String, Value>> {
    value.pointer_mut(pointer)?.as_object_mut()
}

#[cfg(test)]
#[path = "openapi_tests.rs"]
mod openapi_tests;
