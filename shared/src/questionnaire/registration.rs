//! What comes from the registration of a candidacy, read-only for the operator
//! (`docs/domain/curricular.md#registration`).

use super::{FieldKind, Visibility};

/// One field of the registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegistrationField {
    /// The key in JSON.
    pub id: &'static str,
    /// The Spanish id, for CSV headers.
    pub official_id: &'static str,
    /// The official Spanish label.
    pub label: &'static str,
    /// Where it may go; what is internal is never in any public payload.
    pub visibility: Visibility,
    /// Whether every candidacy has it.
    pub required: bool,
    /// What it may hold: a text, a number, a code of a catalogue.
    pub kind: FieldKind,
}

/// Every field of the registration, in the official order.
#[must_use]
pub const fn registration_fields() -> &'static [RegistrationField] {
    FIELDS
}

const fn public(
    id: &'static str,
    official_id: &'static str,
    label: &'static str,
    required: bool,
    kind: FieldKind,
) -> RegistrationField {
    RegistrationField {
        id,
        official_id,
        label,
        visibility: Visibility::Public,
        required,
        kind,
    }
}

const fn internal(
    id: &'static str,
    official_id: &'static str,
    label: &'static str,
    required: bool,
    kind: FieldKind,
) -> RegistrationField {
    RegistrationField {
        id,
        official_id,
        label,
        visibility: Visibility::Internal,
        required,
        kind,
    }
}

const FIELDS: &[RegistrationField] = &[
    public("given_names", "nombres", "Nombre(s)", true, FieldKind::Line),
    public(
        "first_surname",
        "apellido_paterno",
        "Primer apellido",
        true,
        FieldKind::Line,
    ),
    public(
        "second_surname",
        "apellido_materno",
        "Segundo apellido",
        false,
        FieldKind::Line,
    ),
    public(
        "nickname",
        "sobrenombre",
        "Sobrenombre (mote)",
        false,
        FieldKind::Line,
    ),
    public("age", "edad", "Edad", true, FieldKind::Integer),
    public(
        "sex",
        "sexo",
        "Sexo / Género",
        true,
        FieldKind::Catalogue("sexes"),
    ),
    public(
        "office",
        "cargo",
        "Cargo",
        true,
        FieldKind::Catalogue("offices"),
    ),
    public(
        "principle",
        "principio",
        "MR / RP",
        false,
        FieldKind::Catalogue("principles"),
    ),
    public(
        "district",
        "distrito_local",
        "Distrito local",
        false,
        FieldKind::Catalogue("local_districts"),
    ),
    public(
        "municipality",
        "municipio",
        "Municipio",
        false,
        FieldKind::Catalogue("municipalities"),
    ),
    public(
        "circumscription",
        "circunscripcion",
        "Circunscripción",
        false,
        FieldKind::Line,
    ),
    public(
        "list_number",
        "num_lista_o_formula",
        "Número de lista o fórmula",
        false,
        FieldKind::Integer,
    ),
    public(
        "role",
        "calidad",
        "Propietaria / Suplente",
        true,
        FieldKind::Catalogue("roles"),
    ),
    public(
        "actor",
        "actor_politico",
        "Partido / Coalición / Candidatura común / Independiente",
        true,
        FieldKind::Line,
    ),
    public(
        "affirmative_actions",
        "accion_afirmativa",
        "Acción afirmativa de postulación",
        false,
        FieldKind::CatalogueList("affirmative_actions"),
    ),
    internal(
        "birth_date",
        "fecha_nacimiento",
        "Fecha de nacimiento",
        false,
        FieldKind::Date,
    ),
    internal("curp", "curp", "CURP", false, FieldKind::Line),
    internal(
        "voter_key",
        "clave_elector",
        "Clave de elector",
        false,
        FieldKind::Line,
    ),
    internal("rfc", "rfc", "RFC", false, FieldKind::Line),
    internal(
        "notification_email",
        "correo_notificaciones",
        "Correo para avisos del Instituto",
        true,
        FieldKind::Emails,
    ),
    internal(
        "notification_phone",
        "telefono_notificaciones",
        "Teléfono para avisos del Instituto",
        true,
        FieldKind::Phones,
    ),
];
