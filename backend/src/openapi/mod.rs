//! The OpenAPI document, made from the route table.

use conoceles_shared::permissions::Permission;
use conoceles_shared::problem::{FieldError, Problem};
use utoipa::openapi::path::{HttpMethod, PathItemBuilder};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ComponentsBuilder, ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder,
    PathsBuilder,
};
use utoipa::{PartialSchema as _, ToSchema as _};

use crate::core::route::{Access, RouteRow};
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
                .description(Some(
                    "Información curricular y de identidad de las candidaturas: captura, \
                     validación y consulta pública. Los datos públicos se ofrecen bajo CC BY 4.0.",
                ))
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

fn requirement(permission: Permission) -> SecurityRequirement {
    SecurityRequirement::new("bearer", [permission.code()])
}

/// The document as it is served and checked in: pretty JSON with a final newline.
///
/// # Errors
/// Never in practice: the document is made here.
pub fn json() -> Result<String, serde_json::Error> {
    let document = document(routes::table());
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

#[cfg(test)]
#[path = "openapi_tests.rs"]
mod openapi_tests;
