//! Reading, completeness and warnings of the identity questionnaire, all from its table.

use serde_json::{Map, Value};

use super::codes::{NO_INCOME, NO_WORK};
use super::{
    Chosen, Identity, IdentityQuestion, NO, NOT_APPLICABLE, PREFER_NOT_TO_SAY, QUESTIONS,
    QuestionId, Reply, YES, is_open,
};
use crate::questionnaire::reader::{self, At, Report, deserialize_by_reading};
use crate::questionnaire::{Badge, IssueCode, Limits, Section};

deserialize_by_reading!(Identity, read_identity);

/// Reads the nineteen replies; closed questions come out as "No aplica".
pub(in crate::questionnaire) fn read_identity(
    value: &Value,
    limits: &Limits,
    report: &mut Report,
) -> Option<Identity> {
    let mut known: Vec<&str> = QuestionId::ALL.iter().map(|id| id.code()).collect();
    known.push(Identity::UNPUBLISHED);
    let root = At::root(Section::Identity.label());
    let map = reader::object(value, &root, &known, report)?;
    let mut identity = Identity::default();
    for question in QUESTIONS {
        if let Some(value) = reader::present(map, question.id.code()) {
            identity.set(question.id, read_reply(question, value, limits, report));
        }
    }
    for question in QUESTIONS {
        refuse_wrong_gate(question, &identity, map, report);
    }
    if let Some(value) = reader::present(map, Identity::UNPUBLISHED) {
        identity.unpublished = read_unpublished(value, report);
    }
    Some(identity.normalised())
}

/// The badges that are kept back. One that the answers do not grant is no error: whoever changes an
/// answer changes no second one.
fn read_unpublished(value: &Value, report: &mut Report) -> Vec<Badge> {
    let at = At::field(Identity::UNPUBLISHED, "Distintivos que no se publican");
    let Value::Array(values) = value else {
        report.add(&at, IssueCode::WrongType, "se esperaba una lista");
        return Vec::new();
    };
    let badge = |(index, value): (usize, &Value)| {
        let at = at.child(&index.to_string());
        let known = |code: &str| code.parse::<Badge>().ok().map(Badge::code);
        read_option_code(value, &at, &known, report)?.parse().ok()
    };
    values.iter().enumerate().filter_map(badge).collect()
}

/// The place of a question, named by its number so that the message fits beside any field.
fn place_of(question: &IdentityQuestion) -> At {
    At::field(question.id.code(), &format!("Pregunta {}", question.number))
}

fn refuse_wrong_gate(
    question: &IdentityQuestion,
    identity: &Identity,
    map: &Map<String, Value>,
    report: &mut Report,
) {
    let (Some((opener, _)), Some(reply)) = (question.opened_by, identity.reply(question.id)) else {
        return;
    };
    let opener_was_refused =
        identity.reply(opener).is_none() && reader::present(map, opener.code()).is_some();
    let says_not_applicable = reply.value.has(NOT_APPLICABLE);
    let number = super::question(opener).number;
    if is_open(question.id, identity) == says_not_applicable && !opener_was_refused {
        let what = if says_not_applicable {
            format!("«No aplica» no es posible si la pregunta {number} se contestó con «Sí»")
        } else {
            format!("solo se contesta si la pregunta {number} se contestó con «Sí»")
        };
        report.add(&place_of(question), IssueCode::NotApplicable, &what);
    }
}

fn read_reply(
    question: &IdentityQuestion,
    value: &Value,
    limits: &Limits,
    report: &mut Report,
) -> Option<Reply> {
    let at = place_of(question);
    let map = reader::object(value, &at, &["value", "detail", "other"], report)?;
    let gated = question.opened_by.is_some();
    let known = |code: &str| match code {
        NOT_APPLICABLE if gated => Some(NOT_APPLICABLE),
        code => question.code(code),
    };
    let chosen = read_choice(map, "value", question.multiple, &at, &known, report);
    let codes: &[&str] = chosen.as_ref().map_or(&[], Chosen::codes);
    let alone = |code: &&str| matches!(*code, PREFER_NOT_TO_SAY | NOT_APPLICABLE);
    if codes.len() > 1 && codes.iter().any(alone) {
        let what = "«Prefiero no contestar» no puede ir con otra respuesta";
        report.add(&at.child("value"), IssueCode::Exclusive, what);
    }
    let options = || codes.iter().filter_map(|code| question.option(code));
    let known_detail = |code: &str| {
        let mut details = options().flat_map(|option| option.details);
        details
            .find(|detail| detail.code == code)
            .map(|detail| detail.code)
    };
    let detail = read_choice(map, "detail", question.multiple, &at, &known_detail, report);
    let at_other = at.child("other");
    let other = reader::present(map, "other")
        .and_then(|other| reader::line(other, &at_other, limits.other_text_max, report));
    if other.is_some() && chosen.is_some() && !options().any(|option| option.text) {
        let what = "el texto solo se escribe si se eligió «Otra» u «Otro»";
        report.add(&at_other, IssueCode::NotApplicable, what);
    }
    if chosen.is_none() && (detail.is_some() || other.is_some()) && !map.contains_key("value") {
        report.add(
            &at.child("value"),
            IssueCode::Required,
            "falta la opción elegida",
        );
    }
    chosen.map(|value| Reply {
        value,
        detail,
        other,
    })
}

/// The codes under `key`: a text where the question is single, a list where it is multiple.
fn read_choice(
    map: &Map<String, Value>,
    key: &str,
    multiple: bool,
    at: &At,
    known: &dyn Fn(&str) -> Option<&'static str>,
    report: &mut Report,
) -> Option<Chosen> {
    let value = reader::present(map, key)?;
    let at = at.child(key);
    if !multiple {
        return read_option_code(value, &at, known, report).map(Chosen::One);
    }
    let Value::Array(values) = value else {
        report.add(&at, IssueCode::WrongType, "se esperaba una lista");
        return None;
    };
    let mut codes = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let at = at.child(&index.to_string());
        match read_option_code(value, &at, known, report) {
            Some(code) if codes.contains(&code) => {
                report.add(&at, IssueCode::Duplicate, "está repetida");
            }
            Some(code) => codes.push(code),
            None => {}
        }
    }
    (!codes.is_empty()).then_some(Chosen::Many(codes))
}

fn read_option_code(
    value: &Value,
    at: &At,
    known: &dyn Fn(&str) -> Option<&'static str>,
    report: &mut Report,
) -> Option<&'static str> {
    let text = reader::string(value, at, report).filter(|text| !text.is_empty())?;
    let code = known(&text);
    if code.is_none() {
        report.add(
            at,
            IssueCode::NotInCatalogue,
            "la opción no está en la lista",
        );
    }
    code
}

/// Open questions without a reply, and replies without the sub-option or text they ask for.
pub(in crate::questionnaire) fn missing_in_identity(identity: &Identity, report: &mut Report) {
    for question in QUESTIONS
        .iter()
        .filter(|question| is_open(question.id, identity))
    {
        let at = place_of(question);
        let reply = identity
            .reply(question.id)
            .filter(|reply| !reply.value.has(NOT_APPLICABLE));
        let Some(reply) = reply else {
            report.add(&at, IssueCode::Required, "falta la respuesta");
            continue;
        };
        let options = || {
            reply
                .value
                .codes()
                .iter()
                .filter_map(|code| question.option(code))
        };
        if reply.detail.is_none() && options().any(|option| !option.details.is_empty()) {
            report.add(
                &at.child("detail"),
                IssueCode::Required,
                "falta precisar la respuesta",
            );
        }
        if reply.other.is_none() && options().any(|option| option.text) {
            let what = "falta escribir a qué se refiere con «Otra» u «Otro»";
            report.add(&at.child("other"), IssueCode::Required, what);
        }
    }
}

/// Answers that contradict each other, or the age at election day: warnings, never refusals.
pub(in crate::questionnaire) fn warnings_of_identity(
    identity: &Identity,
    age: Option<u8>,
    report: &mut Report,
) {
    if let Some(age) = age {
        against_age(identity, age, report);
    }
    let mut contradicts = |id: QuestionId, what: &str| {
        report.add(&place_of(super::question(id)), IssueCode::Doubtful, what);
    };
    if identity.says(QuestionId::Young, YES) && identity.says(QuestionId::Older, YES) {
        let what = "contestó que pertenece a la población joven y también a la de personas \
                    mayores; revíselo";
        contradicts(QuestionId::Older, what);
    }
    let has_source = identity
        .reply(QuestionId::IncomeSource)
        .is_some_and(|it| !it.value.has(NO_WORK) && !it.value.has(PREFER_NOT_TO_SAY));
    if has_source && identity.says(QuestionId::MonthlyIncome, NO_INCOME) {
        let what = "contestó que no recibe ingresos y también cuál es su fuente; revíselo";
        contradicts(QuestionId::IncomeSource, what);
    }
}

/// Questions 16 and 17 against the age at election day.
fn against_age(identity: &Identity, age: u8, report: &mut Report) {
    for (id, inside) in [
        (QuestionId::Young, (21..=29).contains(&age)),
        (QuestionId::Older, age >= 60),
    ] {
        let doubtful = if inside { NO } else { YES };
        if identity.says(id, doubtful) {
            let what = format!("la respuesta no coincide con la edad registrada ({age} años)");
            report.add(&place_of(super::question(id)), IssueCode::Doubtful, &what);
        }
    }
}
