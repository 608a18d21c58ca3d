//! Common passwords, offline: our own lists of words in Spanish and English, and the estimate of
//! zxcvbn, which knows 30,000 leaked passwords, walks on the keyboard, dates and sequences.

use std::collections::HashSet;
use std::sync::LazyLock;

use conoceles_shared::passwords;
use conoceles_shared::problem::FieldError;
use conoceles_shared::text::fold;
use zxcvbn::{Score, zxcvbn};

use crate::core::error::Failure;
use crate::core::http::off_thread;

/// Whose password it is: what it may not be made of.
pub struct PasswordOwner {
    /// What they sign in with.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The name of an operator's actor.
    pub actor: Option<String>,
}

const AT: &str = "/new_password";
const LISTS: [&str; 2] = [include_str!("es.txt"), include_str!("en.txt")];

static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = LISTS.iter().flat_map(|it| it.lines());
    lines
        .filter(|it| !it.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});
static CORES: LazyLock<HashSet<String>> =
    LazyLock::new(|| WORDS.iter().map(|it| passwords::core(it)).collect());

/// What is against a new password, at `/new_password`.
///
/// # Errors
/// Only when the worker pool is gone.
pub async fn password_objections(
    password: String,
    owner: PasswordOwner,
) -> Result<Vec<FieldError>, Failure> {
    off_thread(move || against(&password, &owner)).await
}

fn against(password: &str, owner: &PasswordOwner) -> Vec<FieldError> {
    let mut about = vec![owner.login.as_str(), owner.name.as_str()];
    about.extend(owner.actor.as_deref());
    let mut found = passwords::objections(AT, password, &about);
    if !found.is_empty() {
        return found;
    }
    if passwords::cores(password).iter().any(|it| is_listed(it)) {
        found.push(FieldError::new(
            AT,
            "common",
            "Esta contraseña, o las palabras que la forman, está entre las más usadas: los números, \
             signos o mayúsculas que se le añaden no la protegen. Use tres o más palabras sin \
             relación entre sí.",
        ));
    } else if is_guessable(password, &about) {
        found.push(FieldError::new(
            AT,
            "guessable",
            "Esta contraseña es fácil de adivinar: sigue un patrón conocido, como una fecha, una \
             serie, teclas vecinas o una palabra común. Use tres o más palabras sin relación entre \
             sí.",
        ));
    }
    found
}

/// Whether what is left of a password without decorations is a listed word, two of them, or one
/// again and again; also backwards.
fn is_listed(core: &str) -> bool {
    let backwards: String = core.chars().rev().collect();
    [core, &backwards].into_iter().any(|it| {
        CORES.contains(it)
            || is_repeated(it)
            || it
                .char_indices()
                .skip(1)
                .map(|(at, _)| it.split_at(at))
                .any(|(one, two)| CORES.contains(one) && CORES.contains(two))
    })
}

fn is_repeated(core: &str) -> bool {
    (1..=core.len() / 2).any(|size| {
        core.len().is_multiple_of(size)
            && core
                .get(..size)
                .is_some_and(|word| CORES.contains(word) && core == word.repeat(core.len() / size))
    })
}

fn is_guessable(password: &str, about: &[&str]) -> bool {
    let words = about.iter().flat_map(|it| it.split_whitespace());
    let inputs: Vec<String> = words.chain(WORDS.iter().copied()).map(fold).collect();
    let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
    zxcvbn(&fold(password), &inputs).score() < Score::Three
}

#[cfg(test)]
#[path = "common_tests.rs"]
mod common_tests;
