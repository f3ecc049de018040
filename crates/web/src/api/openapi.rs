//! The description of the interface, as OpenAPI 3.1.

use std::sync::LazyLock;

use axum::Json;
use serde_json::{Value, json};
use utoipa::{
    OpenApi as _, PartialSchema, ToSchema,
    openapi::{
        OpenApi, Ref, RefOr, Required,
        content::Content,
        path::{Operation, ParameterBuilder, ParameterIn},
        response::{Response, ResponseBuilder},
        schema::{Object, SchemaType, Type},
        security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
    },
};

use super::problem::Details;

/// What stands around the paths.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Rochdale",
        description = "The membership, the decisions and the register of co-ops, by their own bylaws.\n\n\
            Reads show what the caller may see and nothing else: what somebody may not see is absent, and a draft \
            of somebody else's does not exist. Commands are done or refused; a refusal is a problem (RFC 9457) that \
            names the clause, why, and what the caller can do. Sentences are in the language of `Accept-Language`: \
            English, Spanish or Traditional Chinese. Days begin and end in the co-op's time zone.",
        version = "1",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "Organizations", description = "The co-ops that are kept here."),
        (name = "Members", description = "Who is what, on any day, and what that lets them do."),
        (name = "Proposals", description = "What is and was decided."),
        (name = "Assets", description = "What the co-op has, and who has it."),
        (name = "Archive", description = "The co-op's documents, each for those who read its confidentiality class."),
        (name = "Rulebook", description = "The bylaws, and the documents that members commit to."),
        (name = "Register", description = "The book."),
        (name = "Commands", description = "Asking for something to be done."),
        (name = "Description", description = "This document."),
    )
)]
struct Frame;

/// The description without its paths.
pub fn frame() -> OpenApi {
    Frame::openapi()
}

/// The whole description.
pub fn document() -> &'static Value {
    static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
        let mut document = super::described().into_openapi();
        let components = document.components.get_or_insert_default();
        let token = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "A token of the co-op's, of a person or of the desk. Whoever runs the program issues tokens, with \
                 `rochdale token issue`.",
            ))
            .build();
        components.security_schemes.insert("token".to_owned(), RefOr::T(SecurityScheme::Http(token)));
        components.schemas.insert(Details::name().into_owned(), Details::schema());
        let mut nested = Vec::new();
        Details::schemas(&mut nested);
        components.schemas.extend(nested);
        for (name, _, description) in PROBLEMS {
            components.responses.insert((*name).to_owned(), RefOr::T(problem(description)));
        }
        for (path, item) in &mut document.paths.paths {
            let operations = [&mut item.get, &mut item.post, &mut item.put];
            operations.into_iter().flatten().for_each(|operation| complete(operation, path));
        }
        // Texts and numbers are always JSON.
        let mut document = serde_json::to_value(&document).unwrap_or_default();
        mend(&mut document);
        document
    });
    &DOCUMENT
}

/// The schemas of what is sent, where `null` is as good as leaving a field out. In answers no field is
/// ever `null`: what is not there, or not to be seen, is absent.
const SENT: &[&str] = &["Command", "Draft", "Effect", "Personal", "Stance"];

/// Says two things that the schemas do not come with: that answers hold no `null`, and of what the
/// pages of lists are made.
fn mend(document: &mut Value) {
    let schemas = document["components"]["schemas"].as_object_mut();
    for (name, schema) in schemas.into_iter().flatten() {
        if let Some(item) = name.strip_prefix("Page_") {
            schema["properties"]["items"]["items"] =
                json!({ "$ref": format!("#/components/schemas/{item}") });
        }
        if !SENT.contains(&name.as_str()) {
            without_null(schema);
        }
    }
}

fn without_null(schema: &mut Value) {
    let kinds = schema["type"].as_array().into_iter().flatten();
    if let [kind] = kinds.filter(|kind| *kind != "null").cloned().collect::<Vec<Value>>().as_slice() {
        schema["type"] = kind.clone();
    }
    if let Some([some, none]) = schema["oneOf"].as_array().map(Vec::as_slice)
        && none["type"] == "null"
    {
        *schema = some.clone();
    }
    match schema {
        Value::Object(fields) => fields.values_mut().for_each(without_null),
        Value::Array(items) => items.iter_mut().for_each(without_null),
        _ => {}
    }
}

/// Describes the interface, as OpenAPI 3.1.
#[utoipa::path(
    get,
    path = "/openapi.json",
    operation_id = "showDescription",
    tag = "Description",
    responses((status = 200, description = "This document.", body = Object))
)]
pub async fn show() -> Json<&'static Value> {
    Json(document())
}

/// The problems that several paths answer with: the name, the status, and what it means.
const PROBLEMS: &[(&str, &str, &str)] = &[
    (
        "NotUnderstood",
        "400",
        "A parameter or the JSON was not understood; `place` says where. Nothing has been changed.",
    ),
    ("NotSignedIn", "401", "No token, or one that is not good; and what a token might allow."),
    ("Refused", "403", "The bylaws do not allow it to this caller: the clause, why, and what can be done."),
    ("NotFound", "404", "Nothing is here that the caller may see."),
    (
        "NotNow",
        "409",
        "The bylaws do not allow it at this stage or time: the clause, why, and what can be done.",
    ),
    ("TooLarge", "413", "The body is larger than two MiB."),
    ("MediaType", "415", "The body is not said to be JSON."),
    (
        "Malformed",
        "422",
        "The JSON is no command, or the book makes no sense of it; `place` says which field.",
    ),
    (
        "Broken",
        "500",
        "The program broke. Either all of what was asked stands in the register, or nothing of it.",
    ),
    ("Fault", "503", "The machine failed; nothing was done. Ask again with the same `Idempotency-Key`."),
];

/// What a problem that several paths answer with means, by the name under which it stands.
pub fn problem_says(name: &str) -> &'static str {
    PROBLEMS.iter().find(|(known, ..)| *known == name).map_or("", |(_, _, says)| says)
}

fn problem(description: &str) -> Response {
    let schema = Ref::from_schema_name(Details::name());
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", Content::new(Some(schema)))
        .build()
}

/// Adds what every operation takes and may answer with, so that it is said once.
fn complete(operation: &mut Operation, path: &str) {
    let of_one_co_op = path.starts_with("/{org}");
    let takes_parameters = operation.parameters.iter().flatten().any(
        |parameter| matches!(parameter, RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query),
    );
    let is_command = operation.request_body.is_some();
    for (name, status, _) in PROBLEMS {
        let applies = match *status {
            "400" => takes_parameters || is_command,
            "401" | "403" | "404" | "503" => of_one_co_op,
            "409" | "413" | "415" | "422" => is_command,
            _ => true,
        };
        if applies {
            let response = RefOr::Ref(Ref::from_response_name(*name));
            operation.responses.responses.insert((*status).to_owned(), response);
        }
    }
    if path == "/openapi.json" {
        return;
    }
    let language = ParameterBuilder::new()
        .name("Accept-Language")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("The languages in which sentences are wanted: `en`, `es`, `zh-Hant`."))
        .schema(Some(Object::with_type(SchemaType::Type(Type::String))));
    operation.parameters.get_or_insert_default().push(RefOr::T(language.build()));
    if of_one_co_op && !is_command {
        // A read needs no token where the bylaws show something to everybody.
        let either =
            [SecurityRequirement::default(), SecurityRequirement::new("token", Vec::<String>::new())];
        operation.security = Some(either.into());
    }
}
