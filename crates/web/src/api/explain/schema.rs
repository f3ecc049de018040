//! The schemas of the description, drawn as types and tables of fields.

use maud::{Markup, html};
use serde_json::Value;

/// What a schema says of the values it takes, in a line.
pub fn kind(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"].as_str().and_then(|address| address.rsplit('/').next()) {
        return html! { a href={ "#type-" (name) } { code { (name) } } };
    }
    if let Some(choices) = schema["enum"].as_array() {
        return html! {
            @for (place, choice) in choices.iter().enumerate() {
                @if place > 0 { " | " }
                code { (choice) }
            }
        };
    }
    for several in ["oneOf", "allOf", "anyOf"] {
        if let Some(parts) = schema[several].as_array() {
            let parts: Vec<&Value> = parts.iter().filter(|part| part["type"] != "null").collect();
            return html! {
                @for (place, part) in parts.iter().enumerate() {
                    @if place > 0 { (if several == "allOf" { " & " } else { " | " }) }
                    (kind(part))
                }
            };
        }
    }
    let plain = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null"),
        kind => kind.as_str(),
    };
    match plain {
        Some("array") => html! { "[" (kind(&schema["items"])) "]" },
        Some("object") if schema["additionalProperties"].is_object() => {
            html! { "{ … : " (kind(&schema["additionalProperties"])) " }" }
        }
        Some("object") if schema["properties"].is_object() => html! {
            "{ "
            @for (place, (name, field)) in schema["properties"].as_object().into_iter().flatten().enumerate() {
                @if place > 0 { ", " }
                code { (name) } ": " (kind(field))
            }
            " }"
        },
        Some(name) => match schema["format"].as_str() {
            Some(format) => html! { code { (name) } " (" (format) ")" },
            None => html! { code { (name) } },
        },
        None => html! { code { "any" } },
    }
}

/// The fields of an object with whether each is always there, those of the parts of a composed one
/// included; `None` for what is no object.
pub fn fields(schema: &Value) -> Option<Vec<(&str, bool, &Value)>> {
    if let Some(parts) = schema["allOf"].as_array() {
        let fields: Vec<_> = parts.iter().filter_map(fields).flatten().collect();
        return (!fields.is_empty()).then_some(fields);
    }
    let needed =
        |name: &str| schema["required"].as_array().is_some_and(|all| all.iter().any(|one| one == name));
    let properties = schema["properties"].as_object()?;
    Some(properties.iter().map(|(name, field)| (name.as_str(), needed(name), field)).collect())
}

/// What a schema or a part of the description says of itself.
pub fn description(part: &Value) -> &str {
    part["description"].as_str().unwrap_or_default()
}
