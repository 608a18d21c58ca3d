//! The document as a program reads it: what an operation may answer, and whether an answer is that.

use conoceles_tests::{Answer, Person, Server};
use serde_json::{Map, Value};

/// The served OpenAPI document.
pub struct Document(pub Value);

impl Document {
    /// As the server serves it.
    pub async fn of(server: &Server) -> Self {
        let reader = Person::anonymous(server);
        Self(reader.get("/api/v1/openapi.json").await.ok())
    }

    /// Every operation: method, path with placeholders, and what is said of it.
    pub fn operations(&self) -> impl Iterator<Item = (&str, &str, &Value)> {
        let paths = self.0["paths"].as_object().unwrap();
        paths.iter().flat_map(|(path, item)| {
            let item = item.as_object().unwrap();
            item.iter()
                .map(move |(method, operation)| (method.as_str(), path.as_str(), operation))
        })
    }

    /// The operation that a method and an address mean.
    fn operation(&self, method: &str, address: &str) -> Option<&Value> {
        let path = address.split('?').next().unwrap();
        self.operations()
            .filter(|(verb, template, _)| *verb == method && matches(template, path))
            // Of two that fit, the one with fewer placeholders is meant.
            .min_by_key(|(_, template, _)| template.matches('{').count())
            .map(|it| it.2)
    }

    /// What of an answer the document does not say; none where it says all.
    pub fn complaint(&self, method: &str, address: &str, answer: &Answer) -> Option<String> {
        let operation = self.operation(method, address)?;
        let status = answer.status.as_u16().to_string();
        let of = |what: &str| Some(format!("{method} {address}: {what}"));
        let Some(documented) = operation["responses"].get(&status) else {
            return of(&format!("{status} is not documented: {}", answer.text()));
        };
        let contents = documented["content"].as_object();
        let media_type = answer.header("content-type").split(';').next().unwrap();
        let Some(contents) = contents.filter(|it| !it.is_empty()) else {
            let empty = answer.bytes.is_empty();
            return if empty {
                None
            } else {
                of(&format!("{status} has a body"))
            };
        };
        let Some(content) = contents.get(media_type) else {
            return of(&format!("{status} as {media_type} is not documented"));
        };
        if !media_type.ends_with("json") {
            return None;
        }
        let why = self.mismatch(&content["schema"], &answer.json(), "")?;
        of(&format!("{status} {why}"))
    }

    /// Where a value is not as a schema says, and why; none where it is.
    pub fn mismatch(&self, schema: &Value, value: &Value, at: &str) -> Option<String> {
        let Some(schema) = schema.as_object() else {
            return (schema == &Value::Bool(false)).then(|| format!("{at}: nothing may be here"));
        };
        if let Some(target) = schema.get("$ref") {
            let target = self.target(target.as_str().unwrap());
            if let Some(why) = self.mismatch(target, value, at) {
                return Some(why);
            }
        }
        if let Some(variants) = schema.get("anyOf") {
            let variants = variants.as_array().unwrap();
            let why: Option<Vec<String>> = variants
                .iter()
                .map(|it| self.mismatch(it, value, at))
                .collect();
            if let Some(why) = why {
                return Some(format!("{at}: none of: {}", why.join(" | ")));
            }
        }
        if !type_fits(schema.get("type"), value) {
            return Some(format!("{at}: {value} is no {}", schema["type"]));
        }
        if let Some(values) = schema.get("enum")
            && !values.as_array().unwrap().contains(value)
        {
            return Some(format!("{at}: {value} is not one of {values}"));
        }
        match value {
            Value::Object(members) if schema.contains_key("maxProperties") => {
                (!members.is_empty()).then(|| format!("{at}: is not empty"))
            }
            Value::Object(members) => self.member_mismatch(schema, members, at),
            Value::Array(items) => {
                let schema = schema.get("items")?;
                let items = items.iter().enumerate();
                let mut why = items.map(|(n, it)| self.mismatch(schema, it, &format!("{at}/{n}")));
                why.find_map(|it| it)
            }
            Value::String(text) => text_mismatch(schema, text, at),
            Value::Number(number) => {
                let below = schema
                    .get("minimum")
                    .is_some_and(|it| number.as_f64() < it.as_f64());
                let above = schema
                    .get("maximum")
                    .is_some_and(|it| number.as_f64() > it.as_f64());
                (below || above).then(|| format!("{at}: {number} is out of range"))
            }
            _ => None,
        }
    }

    fn member_mismatch(
        &self,
        schema: &Map<String, Value>,
        members: &Map<String, Value>,
        at: &str,
    ) -> Option<String> {
        let required = schema.get("required").and_then(Value::as_array);
        for key in required.into_iter().flatten() {
            if !members.contains_key(key.as_str().unwrap()) {
                return Some(format!("{at}: {key} is missing"));
            }
        }
        let properties = schema.get("properties").and_then(Value::as_object);
        for (key, value) in members {
            let known = properties.and_then(|it| it.get(key));
            let at = format!("{at}/{key}");
            // What a client is not told of, it cannot use: an answer's keys are all named.
            match known.or_else(|| schema.get("additionalProperties")) {
                Some(schema) => {
                    if let Some(why) = self.mismatch(schema, value, &at) {
                        return Some(why);
                    }
                }
                None if properties.is_some() => return Some(format!("{at} is not documented")),
                None => {}
            }
        }
        None
    }

    /// What a reference names.
    pub fn target(&self, reference: &str) -> &Value {
        let pointer = reference.strip_prefix('#').expect("a foreign reference");
        self.0
            .pointer(pointer)
            .unwrap_or_else(|| panic!("{reference} names nothing"))
    }
}

fn matches(template: &str, path: &str) -> bool {
    let (template, path) = (template.split('/'), path.split('/'));
    template.clone().count() == path.clone().count()
        && template
            .zip(path)
            .all(|(a, b)| a == b || a.starts_with('{'))
}

fn type_fits(types: Option<&Value>, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type is called {other}"),
    };
    match types {
        None => true,
        Some(Value::Array(names)) => names.iter().any(is),
        Some(name) => is(name),
    }
}

fn text_mismatch(schema: &Map<String, Value>, text: &str, at: &str) -> Option<String> {
    let fits = match schema.get("format").and_then(Value::as_str) {
        Some("uuid") => text.len() == 36 && text.matches('-').count() == 4,
        Some("date") => text.parse::<chrono::NaiveDate>().is_ok(),
        Some("date-time") => text.parse::<chrono::DateTime<chrono::Utc>>().is_ok(),
        _ => true,
    };
    (!fits).then(|| format!("{at}: {text} is no {}", schema["format"]))
}
