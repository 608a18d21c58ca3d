//! The schemas as they really are: variants that may overlap, files that are bytes, lists of named
//! things, and records of which only some keys were asked for.

use conoceles_shared::api::query::FIELDS;
use serde_json::{Map, Value, json};

use super::parameters::ID;

const PLACE: &str = "#/components/schemas/";

/// Completes the schemas of the components.
pub fn complete_schemas(schemas: &mut Map<String, Value>) {
    if let Some(part) = schemas.get("Record").map(part_of) {
        schemas.insert("RecordPart".to_owned(), part);
    }
    let before = schemas.clone();
    for schema in schemas.values_mut() {
        unite_parts(&before, schema);
    }
    let names: Vec<String> = schemas.keys().cloned().collect();
    for name in &names {
        if let Some(schema) = schemas.get_mut(name) {
            name_contents(name, &names, schema);
        }
    }
    // A list shows summaries, or the keys that `fields` names.
    if let Some(items) = schemas
        .get_mut("Page_Summary")
        .and_then(|it| it.pointer_mut("/properties/data/items"))
    {
        *items = json!({ "anyOf": [reference("Summary"), reference("RecordPart")] });
    }
}

/// Mends what stands anywhere in the document.
pub fn complete_everywhere(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(complete_everywhere),
        Value::Object(members) => {
            // Untagged variants may share a shape, such as the six sections that are one text.
            if let Some(Value::Array(variants)) = members.shift_remove("oneOf") {
                let mut unique: Vec<Value> = Vec::new();
                for mut variant in variants {
                    if variant.get("type") == Some(&json!("object"))
                        && variant.get("properties").is_none()
                        && let Some(empty) = variant.as_object_mut()
                    {
                        empty.insert("maxProperties".to_owned(), 0.into());
                    }
                    if !unique.iter().any(|it| same_target(it, &variant)) {
                        unique.push(variant);
                    }
                }
                members.insert("anyOf".to_owned(), unique.into());
            }
            if members.get("format") == Some(&json!("uuid")) {
                members.insert("pattern".to_owned(), ID.into());
            }
            members.values_mut().for_each(complete_everywhere);
        }
        _ => {}
    }
}

/// A file is bytes, whatever the handler's type for it is.
pub fn complete_files(content: &mut Map<String, Value>) {
    for (media_type, it) in content.iter_mut() {
        if media_type != "application/json" && !media_type.ends_with("+json") {
            *it = json!({ "schema": { "type": "string", "format": "binary" } });
        }
    }
}

fn same_target(one: &Value, other: &Value) -> bool {
    one.get("$ref")
        .is_some_and(|it| Some(it) == other.get("$ref"))
}

/// A type that holds another's fields beside its own is one object: were it two, the first of which is
/// closed, nothing could be both.
fn unite_parts(schemas: &Map<String, Value>, schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|it| unite_parts(schemas, it)),
        Value::Object(members) => {
            members.values_mut().for_each(|it| unite_parts(schemas, it));
            let Some(Value::Array(parts)) = members.shift_remove("allOf") else {
                return;
            };
            let (mut properties, mut required) = (Map::new(), Vec::new());
            for mut part in parts {
                unite_parts(schemas, &mut part);
                let named = part.get("$ref").and_then(Value::as_str);
                let target = named.and_then(|it| schemas.get(it.strip_prefix(PLACE)?));
                let part = target.unwrap_or(&part);
                let of = part.get("properties").and_then(Value::as_object);
                properties.extend(
                    of.into_iter()
                        .flatten()
                        .map(|(k, v)| (k.clone(), v.clone())),
                );
                let of = part.get("required").and_then(Value::as_array);
                required.extend(of.into_iter().flatten().cloned());
            }
            members.insert("type".to_owned(), "object".into());
            members.insert("required".to_owned(), required.into());
            members.insert("properties".to_owned(), properties.into());
        }
        _ => {}
    }
}

/// `List_X`, `Page_X` and `One_X` name what they hold instead of repeating it.
fn name_contents(name: &str, all: &[String], schema: &mut Value) {
    let Some((envelope, of)) = name.split_once('_') else {
        return;
    };
    let place = match envelope {
        "List" | "Page" => "/properties/data/items",
        "One" => "/properties/data",
        _ => return,
    };
    if let Some(held) = schema.pointer_mut(place)
        && all.iter().any(|it| it == of)
    {
        *held = reference(of);
    }
}

/// A record of which nothing must be there.
fn part_of(record: &Value) -> Value {
    let mut part = record.clone();
    if let Some(part) = part.as_object_mut() {
        part.shift_remove("required");
        part.insert(
            "description".to_owned(),
            "The keys of a record that `fields` names.".into(),
        );
        let properties = part.get_mut("properties").and_then(Value::as_object_mut);
        if let Some(properties) = properties {
            properties.retain(|key, _| FIELDS.contains(&key.as_str()));
        }
    }
    part
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("{PLACE}{name}") })
}
