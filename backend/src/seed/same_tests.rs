use chrono::TimeZone as _;
use conoceles_shared::questionnaire::Limits;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::cast::Candidacy;
use super::contents::contents;
use super::days::Days;
use super::material::Material;
use super::scenes;
use crate::core::secrets::sha256_hex;

/// Who it is and every text, each on a line of its own; at the end a number that shows whether chance
/// went on as before.
fn told(material: &Material, it: &Candidacy) -> Vec<String> {
    let mut rng = ChaCha8Rng::seed_from_u64(it.seed);
    let contents = contents(&mut rng, material, it, None, &Limits::default());
    let mut lines = vec![
        it.registration.full_name(),
        format!("{:?} {} {}", it.situation, it.actor, it.with_photo),
        it.person.private().curp.unwrap(),
    ];
    lines.extend(contents.iter().map(|it| match it.text() {
        Some(text) => text.to_owned(),
        None => it.section().code().to_owned(),
    }));
    lines.push(rng.random::<u64>().to_string());
    lines
}

/// The demo is built upon (pictures of the manual, figures told elsewhere): it changes when somebody
/// means it to, not by itself.
#[test]
fn the_demo_is_the_one_that_it_always_was() {
    let now = chrono::Utc.with_ymd_and_hms(2026, 3, 2, 18, 0, 0).unwrap();
    let material = Material::load().unwrap();
    let scenes = scenes(&material, &Days::around(now)).unwrap();
    let candidacies = scenes.iter().flat_map(|it| &it.candidacies);
    let lines: Vec<String> = candidacies.flat_map(|it| told(&material, it)).collect();
    assert_eq!(lines.len(), 304 * 14);
    assert_eq!(
        sha256_hex(lines.join("\n").as_bytes()),
        "6348e40c557ea4fd4f749bd7587a9d34f930ef0443bd745c3c81bb54e21bd9e5"
    );
}
