//! Answers to the questionnaires that are complete and true to life.

use serde_json::{Value, json};

/// A text of `length` characters without spaces, in words.
#[must_use]
pub fn text(length: usize) -> String {
    let words = [
        "He",
        "trabajado",
        "en",
        "escuelas",
        "y",
        "comunidades",
        "del",
        "municipio",
        "con",
    ];
    let mut text = String::new();
    let mut count = 0;
    for word in words.iter().cycle() {
        if count >= length {
            break;
        }
        let room: String = word.chars().take(length - count).collect();
        count += room.chars().count();
        text.push_str(&room);
        text.push(' ');
    }
    text.trim_end().to_owned()
}

/// A complete answer to each curricular section that is not the photo.
#[must_use]
pub fn curricular() -> Vec<(&'static str, Value)> {
    let texts = [
        "professional_history",
        "political_career",
        "motivation",
        "proposal_1",
        "proposal_2",
        "gender_proposal",
    ];
    let mut all = vec![("contact", contact()), ("education", education())];
    all.extend(texts.map(|section| {
        (
            section,
            json!({ "text": format!("{section}: {}", text(300)) }),
        )
    }));
    all
}

/// Means of contact.
#[must_use]
pub fn contact() -> Value {
    json!({
        "website": { "value": "https://maribelocampo.example" },
        "public_emails": { "value": ["contacto@maribelocampo.example"] },
        "public_phones": { "not_provided": true },
    })
}

/// Education.
#[must_use]
pub fn education() -> Value {
    json!({
        "degree": { "value": "master" },
        "status": { "value": "title" },
        "courses": { "value": ["Diplomado en políticas de cuidados (2019)"] },
    })
}

/// Identity answers: indigenous «Sí», a people, no disability, and the rest declined.
#[must_use]
pub fn identity() -> Value {
    let mut answers = json!({
        "indigenous": { "value": "yes" },
        "indigenous_people": { "value": "mazahua" },
        "disability": { "value": "no" },
    });
    for question in [
        "indigenous_language",
        "afromexican",
        "lgbtttiq",
        "migrant",
        "young",
        "older",
        "monthly_income",
        "income_source",
    ] {
        answers[question] = json!({ "value": "prefer_not_to_say" });
    }
    answers
}

/// A JPEG photo of this size.
///
/// # Panics
/// Where it cannot be encoded.
#[must_use]
pub fn photo(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x % 256) as u8, (y % 256) as u8, 120])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}
