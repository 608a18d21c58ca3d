//! Fotografía (`docs/domain/curricular.md#photo`).

use chrono::{Months, NaiveDate};
use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::Declared;
use super::reader::{self, At, Report, deserialize_by_reading};
use super::{FieldIssue, Ground, IssueCode, Limits, Section};

/// **Fotografía.** Refers to an uploaded picture by its content hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Photo {
    /// A picture that was uploaded and prepared.
    Uploaded {
        /// SHA-256 of the prepared picture, 64 lower-case hexadecimal digits.
        sha256: String,
        /// **Fecha de la fotografía.** As declared, internal; not older than three months.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date"))]
        taken_on: Option<NaiveDate>,
        /// Width of the prepared picture in pixels.
        #[serde(skip_serializing_if = "Option::is_none")]
        width: Option<u32>,
        /// Height of the prepared picture in pixels.
        #[serde(skip_serializing_if = "Option::is_none")]
        height: Option<u32>,
    },
    /// **No proporcionó.** The public sees the neutral box.
    NotProvided {
        /// Always `true`.
        #[cfg_attr(feature = "openapi", schema(value_type = bool))]
        not_provided: Declared,
        /// **Motivo.** Why there is no photo; internal, never published.
        reason: String,
    },
    /// Nothing yet, or removed.
    Empty {},
}

impl Photo {
    /// **No proporcionó**, for this internal reason.
    #[must_use]
    pub fn not_provided(reason: &str) -> Self {
        Self::NotProvided {
            not_provided: Declared,
            reason: reason.to_owned(),
        }
    }

    /// The content hash of the picture, if there is one.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        match self {
            Self::Uploaded { sha256, .. } => Some(sha256),
            Self::NotProvided { .. } | Self::Empty {} => None,
        }
    }

    /// Whether the declared date is older than the limit on the day of publication.
    #[must_use]
    pub fn is_too_old(&self, on: NaiveDate) -> bool {
        let Self::Uploaded {
            taken_on: Some(taken_on),
            ..
        } = self
        else {
            return false;
        };
        taken_on
            .checked_add_months(Months::new(PHOTO_MAX_AGE_MONTHS))
            .is_some_and(|until| until < on)
    }
}

/// **Antigüedad máxima.** Months before publication.
const PHOTO_MAX_AGE_MONTHS: u32 = 3;

/// A rule for photos, with the ground on which one that breaks it is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoRule {
    /// The official wording.
    pub text: &'static str,
    /// The ground.
    pub ground: Ground,
}

impl PhotoRule {
    const fn of(ground: Ground, text: &'static str) -> Self {
        Self { text, ground }
    }
}

/// What the person who uploads and the person who validates look at.
pub const PHOTO_RULES: &[PhotoRule] = &[
    PhotoRule::of(
        Ground::PhotoDate,
        "La fotografía no debe tener más de tres meses de antigüedad respecto de su publicación.",
    ),
    PhotoRule::of(
        Ground::PhotoQuality,
        "Se admiten archivos JPEG, PNG o WebP; se recomiendan al menos 400 por 500 píxeles, en \
         proporción 4:5, con el rostro al centro y fondo liso.",
    ),
    PhotoRule::of(
        Ground::PhotoSymbols,
        "No debe incluir logotipos de partidos políticos, coaliciones o candidatura común.",
    ),
    PhotoRule::of(
        Ground::PhotoDocuments,
        "No debe incluir imágenes de documentos oficiales y/o académicos.",
    ),
    PhotoRule::of(Ground::CampaignSlogans, "No debe incluir lemas de campaña."),
    PhotoRule::of(
        Ground::OtherCandidacy,
        "No debe incluir a otras candidaturas o figuras políticas.",
    ),
    PhotoRule::of(
        Ground::PhotoReligious,
        "No debe incluir imágenes religiosas.",
    ),
    PhotoRule::of(
        Ground::OffensiveContent,
        "No debe incluir expresiones de denigración o discriminación de ningún tipo.",
    ),
    PhotoRule::of(
        Ground::SexistLanguage,
        "No debe incluir lenguaje sexista, ofensivo o discriminatorio.",
    ),
];

deserialize_by_reading!(Photo, read_photo);

pub(super) fn read_photo(value: &Value, limits: &Limits, report: &mut Report) -> Option<Photo> {
    let root = At::root(Section::Photo.label());
    let known = [
        "sha256",
        "taken_on",
        "width",
        "height",
        "not_provided",
        "reason",
    ];
    let map = reader::object(value, &root, &known, report)?;
    let at_reason = At::field("reason", "Motivo por el que no hay fotografía");
    let reason = reader::present(map, "reason")
        .and_then(|reason| reader::line(reason, &at_reason, limits.reason_max, report));
    if reader::declined(map, &root, &["reason"], report) {
        return Some(Photo::not_provided(&reason.unwrap_or_default()));
    }
    if reason.is_some() {
        let what = "solo aplica cuando se indica «No proporcionó»";
        report.add(&at_reason, IssueCode::NotApplicable, what);
    }
    let sha256 = reader::present(map, "sha256").and_then(|value| read_hash(value, report));
    let taken_on = reader::present(map, "taken_on").and_then(|value| read_day(value, report));
    let [width, height] = ["width", "height"].map(|key| read_side(map, key, report));
    if let Some(sha256) = sha256 {
        return Some(Photo::Uploaded {
            sha256,
            taken_on,
            width,
            height,
        });
    }
    if reader::present(map, "sha256").is_some() {
        return None;
    }
    let details = [
        ("taken_on", "Fecha de la fotografía", taken_on.is_some()),
        ("width", "Ancho", width.is_some()),
        ("height", "Alto", height.is_some()),
    ];
    for (key, label, _) in details.into_iter().filter(|(.., given)| *given) {
        let at = At::field(key, label);
        report.add(&at, IssueCode::NotApplicable, "aún no hay fotografía");
    }
    Some(Photo::Empty {})
}

/// A side of the prepared picture, in pixels.
fn read_side(map: &Map<String, Value>, key: &str, report: &mut Report) -> Option<u32> {
    let value = reader::present(map, key)?;
    let side = value.as_u64().and_then(|it| u32::try_from(it).ok());
    if side.is_none() {
        let at = At::field(key, "Medidas de la fotografía");
        report.add(
            &at,
            IssueCode::WrongType,
            "se esperaba un número de píxeles",
        );
    }
    side
}

fn read_hash(value: &Value, report: &mut Report) -> Option<String> {
    let at = At::field("sha256", "Fotografía");
    let text = reader::string(value, &at, report)?;
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if text.len() == 64 && text.bytes().all(digit) {
        return Some(text.into_owned());
    }
    report.add(
        &at,
        IssueCode::InvalidFormat,
        "el identificador de la imagen no es válido",
    );
    None
}

fn read_day(value: &Value, report: &mut Report) -> Option<NaiveDate> {
    let at = at_taken_on();
    let text = reader::string(value, &at, report).filter(|text| !text.is_empty())?;
    let date = text
        .parse::<NaiveDate>()
        .ok()
        .filter(|date| date.to_string() == text);
    if date.is_none() {
        let what = "escriba la fecha como año-mes-día, por ejemplo: 2024-03-15";
        report.add(&at, IssueCode::InvalidFormat, what);
    }
    date
}

/// **Fecha de la fotografía** of a content that is to be saved today: a day that has not come is
/// refused, whether its picture is stored or goes with it. Days are those of the authority.
#[must_use]
pub fn photo_day_ahead(content: &Value, today: NaiveDate) -> Option<FieldIssue> {
    let mut report = Report::default();
    let taken_on = read_day(content.get("taken_on")?, &mut Report::default())?;
    if taken_on > today {
        let what = "todavía no llega; escriba el día en que se tomó";
        report.add(&at_taken_on(), IssueCode::InFuture, what);
    }
    report.into_issues().pop()
}

/// A picture that would be too old if it were published today: a warning, because it is the day of
/// publication that counts.
pub(super) fn warnings_of_photo(photo: &Photo, today: NaiveDate, report: &mut Report) {
    if photo.is_too_old(today) {
        let what = format!(
            "la fotografía tiene más de {PHOTO_MAX_AGE_MONTHS} meses; para publicarse debe ser más \
             reciente"
        );
        report.add(&at_taken_on(), IssueCode::Doubtful, &what);
    }
}

fn at_taken_on() -> At {
    At::field("taken_on", "Fecha de la fotografía")
}

pub(super) fn missing_in_photo(photo: &Photo, report: &mut Report) {
    match photo {
        Photo::Uploaded { .. } => {}
        Photo::NotProvided { reason, .. } => {
            if reason.is_empty() {
                let at = At::field("reason", "Motivo por el que no hay fotografía");
                report.add(&at, IssueCode::Required, "falta; no se publica");
            }
        }
        Photo::Empty {} => {
            let what = "súbala, o indique por qué no se proporciona";
            report.add(
                &At::field("sha256", "Fotografía"),
                IssueCode::Required,
                what,
            );
        }
    }
}
