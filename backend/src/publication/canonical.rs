//! Canonical JSON (RFC 8785, without floating-point numbers): the bytes that are hashed, the same
//! wherever and whenever they are written, so that anyone can recompute a hash.

use serde::Serialize;
use serde_json::Value;

use crate::core::error::Failure;

/// `value` as canonical JSON: keys in order, no white space, integers only.
///
/// # Errors
/// A value that is not JSON, or holds a floating-point number.
pub fn canonical<T: Serialize>(value: &T) -> Result<String, Failure> {
    let mut out = String::new();
    write_canonical(&serde_json::to_value(value)?, &mut out)?;
    Ok(out)
}

fn write_canonical(value: &Value, out: &mut String) -> Result<(), Failure> {
    match value {
        Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_canonical(item, out)?;
            }
            out.push(']');
        }
        Value::Object(map) => {
            // Sorted here: another crate may switch on serde_json's `preserve_order` for all.
            let mut keys: Vec<_> = map.iter().collect();
            keys.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (at, (key, item)) in keys.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                out.push_str(&serde_json::to_string(key)?);
                out.push(':');
                write_canonical(item, out)?;
            }
            out.push('}');
        }
        Value::Number(number) if number.is_f64() => {
            return Err(Failure::internal("canonical JSON: a fraction"));
        }
        // serde_json escapes exactly what RFC 8785 does.
        other => out.push_str(&serde_json::to_string(other)?),
    }
    Ok(())
}

#[cfg(test)]
#[path = "canonical_tests.rs"]
mod canonical_tests;
