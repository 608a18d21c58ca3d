//! The field catalogue: data dictionary, CSV headers and forms all derive from it.

use super::identity::{QUESTIONS, QuestionId};
use super::{Section, Visibility};

/// How a field is captured, and what it may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A picture, by the content hash of its upload.
    Photo,
    /// A text of several lines, with a minimum and a maximum.
    LongText,
    /// A text of one line.
    Line,
    /// Several texts of one line.
    Lines,
    /// A full web address.
    Url,
    /// One or more e-mail addresses.
    Emails,
    /// One or more telephone numbers.
    Phones,
    /// One or more postal addresses.
    Addresses,
    /// A code of the named catalogue (`catalogues::catalogue`).
    Catalogue(&'static str),
    /// Any number of codes of the named catalogue.
    CatalogueList(&'static str),
    /// A question of the identity questionnaire, with its options.
    Question(QuestionId),
    /// A whole number.
    Integer,
    /// A date.
    Date,
}

/// One field of the questionnaires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldSpec {
    /// The key in JSON; unique among all fields. That of a text is its section's code.
    pub id: &'static str,
    /// The Spanish id, for CSV headers (`docs/domain/curricular.md`, `docs/domain/identity.md`).
    pub official_id: &'static str,
    /// The section that holds it.
    pub section: Section,
    /// The official Spanish label.
    pub label: &'static str,
    /// The official help shown with it; may be empty.
    pub help: &'static str,
    /// Where the answer may go.
    pub visibility: Visibility,
    /// Whether completeness asks for it.
    pub required: bool,
    /// How it is captured.
    pub kind: FieldKind,
}

/// The fields that a form names one by one.
impl FieldSpec {
    /// **Fotografía**, by its hash.
    pub const PHOTO: Self = Self {
        id: "sha256",
        official_id: "fotografia",
        section: Section::Photo,
        label: "Fotografía",
        help: "No mayor a tres meses respecto de su publicación, sin logotipos, lemas de campaña ni \
               otras candidaturas o figuras políticas.",
        visibility: Visibility::Public,
        required: true,
        kind: FieldKind::Photo,
    };
    /// **Fecha de la fotografía.**
    pub const TAKEN_ON: Self = Self {
        id: "taken_on",
        official_id: "fecha_fotografia",
        section: Section::Photo,
        label: "Fecha de la fotografía",
        help: "No se publica.",
        visibility: Visibility::Internal,
        required: false,
        kind: FieldKind::Date,
    };
    /// **Motivo por el que no hay fotografía.**
    pub const REASON: Self = Self {
        id: "reason",
        official_id: "motivo_sin_fotografia",
        section: Section::Photo,
        label: "Motivo por el que no hay fotografía",
        help: "No se publica.",
        visibility: Visibility::Internal,
        required: false,
        kind: FieldKind::Line,
    };
    /// **Página web.**
    pub const WEBSITE: Self = contact("website", "pagina_web", "Página web", FieldKind::Url);
    /// **Correo electrónico público**
    pub const PUBLIC_EMAILS: Self = contact(
        "public_emails",
        "correo_publico",
        "Correo electrónico público",
        FieldKind::Emails,
    );
    /// **Teléfono público de contacto**
    pub const PUBLIC_PHONES: Self = contact(
        "public_phones",
        "telefono_publico",
        "Teléfono público de contacto",
        FieldKind::Phones,
    );
    /// **Grado máximo de estudios.**
    pub const DEGREE: Self = Self {
        id: "degree",
        official_id: "grado_maximo_estudios",
        section: Section::Education,
        label: "Grado máximo de estudios",
        help: "",
        visibility: Visibility::Public,
        required: true,
        kind: FieldKind::Catalogue("degrees"),
    };
    /// **Estatus.**
    pub const STATUS: Self = Self {
        id: "status",
        official_id: "estatus_grado",
        section: Section::Education,
        label: "Estatus",
        help: "No se pregunta cuando el grado es «Sin estudios».",
        visibility: Visibility::Public,
        required: true,
        kind: FieldKind::Catalogue("degree_statuses"),
    };
    /// **Cursos, diplomados, seminarios, entre otros.**
    pub const COURSES: Self = Self {
        id: "courses",
        official_id: "formacion_complementaria",
        section: Section::Education,
        label: "Cursos, diplomados, seminarios, entre otros",
        help: "Uno por registro.",
        visibility: Visibility::Public,
        required: false,
        kind: FieldKind::Lines,
    };
}

impl FieldSpec {
    /// Where its answer stands in the content of its section: a JSON pointer, as errors name it.
    #[must_use]
    pub fn pointer(&self) -> String {
        match self.section {
            Section::Photo => format!("/{}", self.id),
            section if section.is_text() => "/text".to_owned(),
            _ => format!("/{}/value", self.id),
        }
    }

    /// Where «No proporcionó» stands: of a photo and of a text it is said of the whole section.
    #[must_use]
    pub fn decline_pointer(&self) -> String {
        match self.section {
            section if section.is_text() || section == Section::Photo => "/not_provided".to_owned(),
            _ => format!("/{}/not_provided", self.id),
        }
    }
}

/// Every field of both questionnaires, in the official order.
#[must_use]
pub const fn fields() -> &'static [FieldSpec] {
    ALL
}

/// The field with this id.
#[must_use]
pub fn field(id: &str) -> Option<&'static FieldSpec> {
    ALL.iter().find(|field| field.id == id)
}

const COUNT: usize = CURRICULAR.len() + QUESTIONS.len();

const ALL: &[FieldSpec; COUNT] = &{
    let mut all = [CURRICULAR[0]; COUNT];
    let mut index = 0;
    while index < COUNT {
        all[index] = if index < CURRICULAR.len() {
            CURRICULAR[index]
        } else {
            of_question(index - CURRICULAR.len())
        };
        index += 1;
    }
    all
};

const fn of_question(index: usize) -> FieldSpec {
    let question = &QUESTIONS[index];
    FieldSpec {
        id: question.id.code(),
        official_id: QUESTION_IDS[index],
        section: Section::Identity,
        label: question.text,
        help: question.help,
        visibility: Visibility::Statistics,
        required: true,
        kind: FieldKind::Question(question.id),
    }
}

const QUESTION_IDS: [&str; 19] = [
    "indigena",
    "lengua_indigena",
    "pueblo_indigena",
    "discapacidad",
    "discapacidad_temporalidad",
    "discapacidad_tipo",
    "discapacidad_dificultad",
    "afromexicana",
    "lgbtttiq",
    "lgbtttiq_identidad",
    "migrante",
    "migrante_pais",
    "migrante_tiempo",
    "migrante_motivo",
    "migrante_situacion_regular",
    "persona_joven",
    "persona_mayor",
    "ingreso_mensual",
    "fuente_ingresos",
];

const CONTACT_HELP: &str = "Se deberá capturar alguno o algunos de los medios de contacto.";
const URL_HELP: &str = "Escriba la dirección completa, que empieza con https://";
const PROPOSAL_HELP: &str = "Describa la población objetivo, metas y plazos para su promoción como \
                             iniciativa de ley o política pública";

/// A public field of the contact section, with the official ids in both languages.
const fn contact(
    id: &'static str,
    official_id: &'static str,
    label: &'static str,
    kind: FieldKind,
) -> FieldSpec {
    let help = if matches!(kind, FieldKind::Url) {
        URL_HELP
    } else {
        CONTACT_HELP
    };
    let (section, visibility) = (Section::Contact, Visibility::Public);
    FieldSpec {
        id,
        official_id,
        section,
        label,
        help,
        visibility,
        required: false,
        kind,
    }
}

/// A section that is one public, required text.
const fn text(section: Section, official_id: &'static str, help: &'static str) -> FieldSpec {
    FieldSpec {
        id: section.code(),
        official_id,
        section,
        label: section.label(),
        help,
        visibility: Visibility::Public,
        required: true,
        kind: FieldKind::LongText,
    }
}

const CURRICULAR: &[FieldSpec] = &[
    FieldSpec::PHOTO,
    FieldSpec::TAKEN_ON,
    FieldSpec::REASON,
    contact("facebook", "facebook", "Facebook", FieldKind::Url),
    contact(
        "twitter_x",
        "twitter_x",
        "X (antes Twitter)",
        FieldKind::Url,
    ),
    contact("youtube", "youtube", "YouTube", FieldKind::Url),
    contact("instagram", "instagram", "Instagram", FieldKind::Url),
    contact("tiktok", "tiktok", "TikTok", FieldKind::Url),
    contact(
        "other_network",
        "otra_red",
        "Otra red social",
        FieldKind::Url,
    ),
    FieldSpec::WEBSITE,
    FieldSpec::PUBLIC_EMAILS,
    FieldSpec::PUBLIC_PHONES,
    contact(
        "campaign_addresses",
        "domicilio_casa_campana",
        "Domicilio de casa de campaña",
        FieldKind::Addresses,
    ),
    FieldSpec::DEGREE,
    FieldSpec::STATUS,
    FieldSpec::COURSES,
    text(
        Section::ProfessionalHistory,
        "historia_profesional",
        "Describa la experiencia, los años y las actividades realizadas",
    ),
    text(
        Section::PoliticalCareer,
        "trayectoria_politica",
        "Describa la trayectoria, años y actividades realizadas",
    ),
    text(
        Section::Motivation,
        "motivo_cargo_publico",
        "Describa las motivaciones de ocupar un cargo público",
    ),
    text(Section::Proposal1, "propuesta_1", PROPOSAL_HELP),
    text(Section::Proposal2, "propuesta_2", PROPOSAL_HELP),
    text(Section::GenderProposal, "propuesta_genero", PROPOSAL_HELP),
];
