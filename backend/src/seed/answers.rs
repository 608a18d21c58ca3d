//! Contact, education and identity answers of an invented person.

use conoceles_shared::catalogues::{Degree, DegreeStatus};
use conoceles_shared::questionnaire::{
    Answer, Chosen, Contact, Education, Identity, NO, OTHER, PREFER_NOT_TO_SAY, QUESTIONS,
    QuestionId, Reply, YES, question,
};
use rand::Rng as _;
use rand::seq::IndexedRandom as _;
use rand_chacha::ChaCha8Rng;

use super::material::Field;
use super::people::Person;

/// Means of contact: addresses under `.example`, numbers that nobody has.
#[must_use]
pub fn contact(rng: &mut ChaCha8Rng, person: &Person, town: &str) -> Contact {
    let handle = person.handle();
    let number = person.number;
    let mut network = |site: &str, chance: f64| -> Option<Answer<String>> {
        if rng.random_bool(chance) {
            Some(Answer::of(format!("https://{site}.example/{handle}")))
        } else if rng.random_bool(0.4) {
            Some(Answer::not_provided())
        } else {
            None
        }
    };
    let mut contact = Contact {
        facebook: network("facebook", 0.7),
        twitter_x: network("x", 0.4),
        youtube: network("youtube", 0.2),
        instagram: network("instagram", 0.5),
        tiktok: network("tiktok", 0.3),
        other_network: network("red-social", 0.1),
        website: network("www.candidatura", 0.3),
        ..Contact::default()
    };
    let mut mails = vec![format!("contacto.{number:03}@candidatura.example")];
    if rng.random_bool(0.15) {
        mails.push(format!("prensa.{number:03}@candidatura.example"));
    }
    contact.public_emails = Some(Answer::of(mails));
    contact.public_phones = Some(if rng.random_bool(0.75) {
        Answer::of(vec![format!("5500000{number:03}")])
    } else {
        Answer::not_provided()
    });
    contact.campaign_addresses = rng.random_bool(0.8).then(|| {
        Answer::of(vec![format!(
            "Calle Ejemplo {number}, Col. Centro, {town}, C. P. 50000"
        )])
    });
    contact
}

/// Degree, status and courses, from the line of work.
#[must_use]
pub fn education(rng: &mut ChaCha8Rng, field: &Field) -> Education {
    let statuses: &[DegreeStatus] = match field.degree {
        Degree::NoStudies => &[],
        Degree::Primary | Degree::Secondary | Degree::HighSchool => &[
            DegreeStatus::Certificate,
            DegreeStatus::Concluded,
            DegreeStatus::Unfinished,
        ],
        _ => &[
            DegreeStatus::Title,
            DegreeStatus::ProfessionalLicence,
            DegreeStatus::ProfessionalLicence,
            DegreeStatus::Graduand,
            DegreeStatus::Ongoing,
        ],
    };
    let courses = field.courses.clone();
    Education {
        degree: Some(Answer::of(field.degree)),
        status: statuses.choose(rng).copied().map(Answer::of),
        courses: match rng.random_range(0..4) {
            0 => Some(Answer::not_provided()),
            1 => Some(Answer::of(courses.into_iter().take(1).collect())),
            _ => Some(Answer::of(courses)),
        },
    }
}

/// The identity questionnaire: mostly «No», some «Sí» with all that it opens, some declined.
#[must_use]
pub fn identity(rng: &mut ChaCha8Rng, person: &Person) -> Identity {
    if rng.random_bool(0.06) {
        return Identity::all_declined();
    }
    let mut identity = Identity::default();
    for (id, chance) in [
        (QuestionId::Indigenous, 0.12),
        (QuestionId::IndigenousLanguage, 0.08),
        (QuestionId::Disability, 0.08),
        (QuestionId::Afromexican, 0.05),
        (QuestionId::Lgbtttiq, 0.09),
        (QuestionId::Migrant, 0.05),
    ] {
        let code = match rng.random::<f64>() {
            it if it < chance => YES,
            it if it > 0.95 => PREFER_NOT_TO_SAY,
            _ => NO,
        };
        identity.set(id, Some(question(id).reply(code)));
    }
    for (id, says) in [
        (QuestionId::Young, (21..=29).contains(&person.age)),
        (QuestionId::Older, person.age >= 60),
    ] {
        identity.set(id, Some(question(id).reply(if says { YES } else { NO })));
    }
    let mut identity = identity.normalised();
    for asked in QUESTIONS {
        if identity.reply(asked.id).is_none() {
            identity.set(asked.id, Some(opened(rng, asked.id, person)));
        }
    }
    identity
}

/// A reply to a question that another one opened, or to the two on income.
fn opened(rng: &mut ChaCha8Rng, id: QuestionId, person: &Person) -> Reply {
    let asked = question(id);
    let code = if id == QuestionId::MigrantCountry {
        ["us", "mx", "ca", "es"].choose(rng).copied()
    } else {
        asked.options.choose(rng).map(|it| it.code)
    };
    let code = code.unwrap_or(PREFER_NOT_TO_SAY);
    let reply = asked.reply(code);
    let Some(option) = asked.option(code) else {
        return reply;
    };
    let reply = match option.details.choose(rng) {
        Some(detail) if asked.multiple => reply.with_detail(Chosen::Many(vec![detail.code])),
        Some(detail) => reply.with_detail(Chosen::One(detail.code)),
        None => reply,
    };
    if code == OTHER && option.text {
        reply.with_other(&format!("Canario de identidad {:03}", person.number))
    } else {
        reply
    }
}

#[cfg(test)]
#[path = "answers_tests.rs"]
mod answers_tests;
