//! The document is one that generators and validators accept: OpenAPI 3.1's own rules, as far as they
//! concern this document, and what this API promises of every operation.

use std::collections::BTreeSet;

use serde_json::Value;

use super::document::Document;
use super::*;

const TYPES: [&str; 7] = [
    "null", "boolean", "integer", "number", "string", "array", "object",
];

/// Complaints about one schema and all below it.
fn about_schema(document: &Document, schema: &Value, at: &str, wrong: &mut Vec<String>) {
    let Some(members) = schema.as_object() else {
        if !schema.is_boolean() {
            wrong.push(format!("{at}: no schema"));
        }
        return;
    };
    if let Some(reference) = members.get("$ref") {
        let _ = document.target(reference.as_str().unwrap());
    }
    let types = match members.get("type") {
        Some(Value::Array(types)) => types.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    for it in &types {
        if !TYPES.contains(&it.as_str().unwrap_or_default()) {
            wrong.push(format!("{at}: {it} is no type"));
        }
    }
    if types.contains(&"array".into()) && !members.contains_key("items") {
        wrong.push(format!("{at}: an array of what?"));
    }
    if members
        .get("enum")
        .is_some_and(|it| it.as_array().is_none_or(Vec::is_empty))
    {
        wrong.push(format!("{at}: an empty enum"));
    }
    if let (Some(low), Some(high)) = (members.get("minimum"), members.get("maximum"))
        && low.as_f64() > high.as_f64()
    {
        wrong.push(format!("{at}: minimum over maximum"));
    }
    let properties = members.get("properties").and_then(Value::as_object);
    for key in members
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if !properties.is_some_and(|it| it.contains_key(key.as_str().unwrap())) {
            wrong.push(format!("{at}: {key} is required and not described"));
        }
    }
    for (key, property) in properties.into_iter().flatten() {
        about_schema(document, property, &format!("{at}/{key}"), wrong);
    }
    // Of two closed objects nothing is both; of two open ones everything is each.
    for list in ["allOf", "oneOf"] {
        if members.contains_key(list) {
            wrong.push(format!("{at}: {list}"));
        }
    }
    let variants = members.get("anyOf").and_then(Value::as_array);
    for variant in variants.into_iter().flatten() {
        about_schema(document, variant, &format!("{at}/anyOf"), wrong);
    }
    for one in ["items", "additionalProperties"] {
        if let Some(schema) = members.get(one) {
            about_schema(document, schema, &format!("{at}/{one}"), wrong);
        }
    }
}

fn about_answers(document: &Document, operation: &Value, at: &str, wrong: &mut Vec<String>) {
    let public = access(operation).is_none();
    let answers = operation["responses"].as_object().unwrap();
    let mut expected = vec!["400", "503"];
    expected.extend(if public { vec![] } else { vec!["401", "403"] });
    for status in expected {
        if !answers.contains_key(status) {
            wrong.push(format!("{at}: {status} is not documented"));
        }
    }
    if !answers.keys().any(|it| it.starts_with('2')) {
        wrong.push(format!("{at}: no success"));
    }
    for (status, answer) in answers {
        let at = format!("{at} {status}");
        if answer["description"].as_str().is_none_or(str::is_empty) {
            wrong.push(format!("{at}: no description"));
        }
        let contents = answer["content"].as_object();
        for (media_type, content) in contents.into_iter().flatten() {
            about_schema(
                document,
                &content["schema"],
                &format!("{at} {media_type}"),
                wrong,
            );
            let problem = media_type == "application/problem+json";
            if problem != status.starts_with(['4', '5']) {
                wrong.push(format!("{at}: as {media_type}"));
            }
            let bytes = content["schema"]["format"] == "binary";
            if bytes == media_type.ends_with("json") {
                wrong.push(format!("{at}: {media_type} with the wrong kind of schema"));
            }
        }
        if contents.is_none() && !["204", "304"].contains(&status.as_str()) && !at.contains("200") {
            wrong.push(format!("{at}: what is in it?"));
        }
        if ["429", "503"].contains(&status.as_str()) && answer["headers"]["Retry-After"].is_null() {
            wrong.push(format!("{at}: when again?"));
        }
    }
}

fn about_parameters(document: &Document, path: &str, operation: &Value, wrong: &mut Vec<String>) {
    let words = path
        .split('/')
        .filter_map(|it| it.strip_prefix('{')?.strip_suffix('}'));
    let in_path: BTreeSet<&str> = words.collect();
    let mut named = BTreeSet::new();
    for parameter in operation["parameters"].as_array().into_iter().flatten() {
        let name = parameter["name"].as_str().unwrap();
        let at = format!("{path} {name}");
        if parameter["in"] == "path" {
            named.insert(name);
            if parameter["required"] != true {
                wrong.push(format!("{at}: not required"));
            }
        }
        about_schema(document, &parameter["schema"], &at, wrong);
        let schema = &parameter["schema"];
        let text = schema["type"] == "string";
        let bound = ["pattern", "enum", "maxLength"]
            .iter()
            .any(|it| schema.get(it).is_some());
        if text && !bound && name != "cursor" {
            wrong.push(format!("{at}: any text at all?"));
        }
    }
    if named != in_path {
        wrong.push(format!("{path}: {named:?} is not {in_path:?}"));
    }
}

on_both!(the_document_is_sound, |server: Server| async move {
    let document = Document::of(&server).await;
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (method, path, operation) in document.operations() {
        let at = format!("{method} {path}");
        let name = operation["operationId"].as_str().unwrap_or_default();
        if name.is_empty() || !names.insert(name) {
            wrong.push(format!("{at}: the id {name:?} is taken or empty"));
        }
        if operation["tags"].as_array().is_none_or(Vec::is_empty) {
            wrong.push(format!("{at}: of no area"));
        }
        if method == "get" && operation.get("requestBody").is_some() {
            wrong.push(format!("{at}: a GET with a body"));
        }
        about_answers(&document, operation, &at, &mut wrong);
        about_parameters(&document, path, operation, &mut wrong);
        let bodies = operation["requestBody"]["content"].as_object();
        for (media_type, content) in bodies.into_iter().flatten() {
            about_schema(
                &document,
                &content["schema"],
                &format!("{at} {media_type}"),
                &mut wrong,
            );
            if content["schema"] == json!({ "type": "object" }) {
                wrong.push(format!("{at}: any object at all?"));
            }
        }
    }
    for (name, schema) in document.0["components"]["schemas"].as_object().unwrap() {
        about_schema(&document, schema, name, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(names.len() > 60, "{}", names.len());
    // A list may be asked for some keys of its records: none of them must be there.
    let part = document.target("#/components/schemas/RecordPart");
    assert!(part.get("required").is_none() && part["properties"]["sections"].is_object());
    let limit = document.0["paths"]["/api/v1/candidacies"]["get"]["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == "limit");
    assert_eq!(limit.unwrap()["schema"]["maximum"], 500);
});
