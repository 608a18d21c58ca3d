//! What every operation can answer, from the row that it has in the route table: handlers name only
//! what is their own.

use conoceles_shared::problem::MEDIA_TYPE;
use serde_json::{Map, Value, json};

/// Each status with what it means wherever it is answered.
const MEANINGS: [(&str, &str); 18] = [
    ("200", "Lo que se pidió."),
    ("201", "Se creó."),
    ("202", "Se propuso: espera a que otra persona lo confirme."),
    ("204", "Hecho; no hay nada que mostrar."),
    (
        "304",
        "No ha cambiado desde la respuesta que nombra `If-None-Match`.",
    ),
    (
        "400",
        "La dirección, un parámetro, un encabezado o el cuerpo no tienen la forma esperada.",
    ),
    (
        "401",
        "No hay sesión, terminó, o las credenciales no son correctas.",
    ),
    (
        "403",
        "La función de la cuenta no incluye esta acción, o falta un paso de acceso.",
    ),
    ("404", "No existe, o la cuenta no puede consultarlo."),
    ("409", "No es posible en el estado actual."),
    ("410", "Fue público y se retiró."),
    (
        "412",
        "Hay una versión más reciente que aquella sobre la que se guarda.",
    ),
    ("413", "El cuerpo es demasiado grande."),
    ("415", "Este tipo de contenido no se admite."),
    ("422", "Hay datos por corregir; `errors` los nombra todos."),
    (
        "428",
        "Falta `If-Match`: la versión sobre la que se guarda.",
    ),
    (
        "429",
        "Demasiadas peticiones; `Retry-After` dice cuántos segundos esperar.",
    ),
    (
        "503",
        "No está disponible por el momento, o hay demasiadas consultas a la vez.",
    ),
];

/// Completes what one operation answers.
pub fn complete_answers(method: &str, path: &str, operation: &mut Map<String, Value>) {
    let public = operation.get("security") == Some(&json!([{}]));
    let has_body = operation.contains_key("requestBody");
    let mut expected = vec!["400", "503"];
    if !public {
        expected.extend(["401", "403"]);
    }
    if path.contains('{') {
        expected.push("404");
    }
    if has_body {
        expected.extend(["413", "415", "422", "429"]);
    }
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let mut parameters = parameters.into_iter().flatten();
    if parameters.any(|it| it.get("name") == Some(&json!("If-Match"))) {
        expected.extend(["412", "428"]);
    }
    let Some(answers) = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut)
    else {
        return;
    };
    for status in expected {
        if !answers.contains_key(status) {
            answers.insert(status.to_owned(), json!({ "content": problem() }));
        }
    }
    if public && method == "get" {
        answers.insert("304".to_owned(), json!({}));
    }
    for (status, answer) in answers.iter_mut() {
        if let Some(answer) = answer.as_object_mut() {
            complete_answer(status, answer, public && method == "get");
        }
    }
    answers.sort_keys();
}

fn complete_answer(status: &str, answer: &mut Map<String, Value>, tagged: bool) {
    if answer
        .get("description")
        .and_then(Value::as_str)
        .is_none_or(str::is_empty)
    {
        let meaning = MEANINGS
            .iter()
            .find(|it| it.0 == status)
            .map_or("", |it| it.1);
        answer.insert("description".to_owned(), meaning.into());
    }
    if status.starts_with(['4', '5']) {
        // Whatever a handler says of a refusal, it travels as a problem.
        answer.insert("content".to_owned(), problem());
    }
    let header = match status {
        "429" | "503" => Some(("Retry-After", json!({ "type": "integer", "minimum": 1 }))),
        "401" => Some(("WWW-Authenticate", json!({ "type": "string" }))),
        "200" | "304" if tagged => Some(("ETag", json!({ "type": "string" }))),
        _ => None,
    };
    if let Some((name, schema)) = header {
        answer.insert("headers".to_owned(), json!({ name: { "schema": schema } }));
    }
}

fn problem() -> Value {
    json!({ MEDIA_TYPE: { "schema": { "$ref": "#/components/schemas/Problem" } } })
}
