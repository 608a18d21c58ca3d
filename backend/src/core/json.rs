//! Reading JSON: the place of an error is named, never the value that stands there.

use std::collections::HashSet;
use std::fmt;

use conoceles_shared::problem::{Code, FieldError};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::error::Failure;

/// Reads a body as `T`.
///
/// # Errors
/// 400 where it is no JSON, or has a key twice; 422 where it is not a `T`.
pub fn typed_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    refuse_keys_twice(bytes)?;
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let pointer = if path == "." {
            String::new()
        } else {
            format!("/{}", path.replace('.', "/"))
        };
        let inner = error.inner();
        if inner.is_data() {
            Failure::invalid(vec![FieldError::new(
                pointer,
                "wrong_type",
                "El valor falta, sobra o no es de los admitidos.",
            )])
        } else {
            malformed(inner, "No es JSON válido")
        }
    })?;
    reader
        .end()
        .map_err(|_| Failure::new(Code::MalformedBody, "Sobra texto después del JSON."))?;
    Ok(value)
}

fn malformed(error: &serde_json::Error, what: &str) -> Failure {
    let (line, column) = (error.line(), error.column());
    Failure::new(
        Code::MalformedBody,
        format!("{what}: renglón {line}, columna {column}."),
    )
}

/// Which of two values with one key was meant nobody can tell: another reader of the same bytes may
/// take the other.
fn refuse_keys_twice(bytes: &[u8]) -> Result<(), Failure> {
    match serde_json::from_slice::<KeysOnce>(bytes) {
        Err(error) if error.is_data() => Err(malformed(&error, "Una clave está dos veces")),
        // Whatever else is wrong is told by the reading of the type.
        _ => Ok(()),
    }
}

/// Any JSON in which no object has a key twice.
struct KeysOnce;

impl<'de> Deserialize<'de> for KeysOnce {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Walk)
    }
}

struct Walk;

impl<'de> Visitor<'de> for Walk {
    type Value = KeysOnce;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<KeysOnce, E> {
        Ok(KeysOnce)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<KeysOnce, E> {
        Ok(KeysOnce)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<KeysOnce, E> {
        Ok(KeysOnce)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<KeysOnce, E> {
        Ok(KeysOnce)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<KeysOnce, E> {
        Ok(KeysOnce)
    }

    fn visit_unit<E: Error>(self) -> Result<KeysOnce, E> {
        Ok(KeysOnce)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<KeysOnce, A::Error> {
        while items.next_element::<KeysOnce>()?.is_some() {}
        Ok(KeysOnce)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<KeysOnce, A::Error> {
        let mut keys = HashSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            if !keys.insert(key) {
                return Err(A::Error::custom("a key twice"));
            }
            let KeysOnce = entries.next_value()?;
        }
        Ok(KeysOnce)
    }
}

#[cfg(test)]
#[path = "json_tests.rs"]
mod json_tests;
