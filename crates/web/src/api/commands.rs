//! Asking for something to be done.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rochdale_core::{
    command::{By, Command},
    sight::Viewer,
    values::RequestId,
};
use rochdale_register::Answer;
use serde::Deserialize;
use serde_json::Value;

use super::{
    caller::Caller,
    done::Done,
    problem::{Kind, Problem},
};

/// The header that carries the id of the request.
const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Asks for a command in the name of whoever the token is of. The answer comes when it is on the disk.
///
/// Whether it is allowed is for the bylaws to say: a refusal names the clause, why, and what can be
/// done. Asking again with the same `Idempotency-Key` gives the same answer and does nothing twice.
#[utoipa::path(
    post,
    path = "/{org}/commands",
    operation_id = "submitCommand",
    tag = "Commands",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the request; one is chosen where it is left out. The same id asks for the same thing once."),
    ),
    request_body(content = Command, description = "The command; its name stands under `command`, its fields beside it."),
    responses(
        (status = 201, description = "It is done, and recorded.", body = Done),
        (status = 200, description = "It is so already; nothing had to be recorded.", body = Done),
    ),
    security(("token" = []))
)]
pub async fn submit(caller: Caller, headers: HeaderMap, request: Request) -> Result<Response, Problem> {
    let by = match caller.viewer {
        Viewer::Party(party) => By::Party(party),
        Viewer::Desk => By::Desk,
        Viewer::Public => return Err(caller.problem(Kind::NotSignedIn)),
    };
    let id = request_id(&caller, &headers)?;
    if !is_json(&headers) {
        return Err(caller.problem(Kind::MediaType));
    }
    let body = Bytes::from_request(request, &()).await.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(inner) => caller.problem(Kind::of_status(inner.status())),
        _ => caller.problem(Kind::NotJson),
    })?;
    let command = command(&caller, &body)?;
    let before = caller.registrar.state();
    let done = match caller.registrar.submit(by, id, command).await {
        Answer::Done(done) => {
            caller.visit.site.was_done(&caller.registrar, &before, &done).await;
            done
        }
        Answer::Refused(refusal) => return Err(caller.read(|reading| Ok(reading.refused(&refusal)))?),
        Answer::Malformed(malformed) => {
            return Err(caller.read(|reading| Ok(Problem::malformed(&malformed, reading.words)))?);
        }
        Answer::Fault(fault) => return Err(caller.fault(&fault)),
    };
    let status = if done.heights.is_empty() { StatusCode::OK } else { StatusCode::CREATED };
    Ok((status, Json(Done::of(id, &done))).into_response())
}

/// The id in the header, or a new one.
fn request_id(caller: &Caller, headers: &HeaderMap) -> Result<RequestId, Problem> {
    let Some(value) = headers.get(IDEMPOTENCY_KEY) else { return Ok(RequestId(uuid::Uuid::now_v7())) };
    // A string of structured fields has quotation marks, and many clients leave them out.
    let text = value.to_str().unwrap_or_default().trim_matches('"');
    text.parse().map(RequestId).map_err(|error: uuid::Error| {
        caller.problem_at(Kind::Parameter, "Idempotency-Key", &error.to_string())
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn command(caller: &Caller, body: &[u8]) -> Result<Command, Problem> {
    let value: Value = serde_json::from_slice(body).map_err(|error| {
        let place = format!("{}:{}", error.line(), error.column());
        caller.problem_at(Kind::NotJson, &place, &error.to_string())
    })?;
    read(&value).map_err(|wrong| {
        // Each step of the search reads the command anew.
        let place = if body.len() <= SEARCHED_BYTES_MAX { place(&value, &wrong) } else { String::new() };
        caller.problem_at(Kind::NotACommand, &place, &wrong)
    })
}

fn read(value: &Value) -> Result<Command, String> {
    Command::deserialize(value).map_err(|error| error.to_string())
}

/// In a command of more bytes the place of a mistake is not looked for.
const SEARCHED_BYTES_MAX: usize = 64 * 1024;

/// How many fields or items of one level are looked at for the place of a mistake.
const LOOKED_AT_MAX: usize = 64;

/// The JSON pointer of what is wrong: the innermost field without which something else would be wrong,
/// or nothing. An empty pointer is the whole command.
fn place(command: &Value, wrong: &str) -> String {
    let mut pointer = String::new();
    if !command.is_object() {
        return pointer;
    }
    loop {
        let keys: Vec<String> = match command.pointer(&pointer) {
            Some(Value::Object(fields)) => fields.keys().take(LOOKED_AT_MAX).cloned().collect(),
            Some(Value::Array(items)) => {
                (0..items.len().min(LOOKED_AT_MAX)).map(|at| at.to_string()).collect()
            }
            _ => return pointer,
        };
        let is_wrong = |key: &&String| {
            let mut without = command.clone();
            match without.pointer_mut(&pointer) {
                Some(Value::Object(fields)) => {
                    fields.remove(key.as_str());
                }
                Some(Value::Array(items)) => {
                    items.remove(key.parse().unwrap_or_default());
                }
                _ => return false,
            }
            read(&without).map_or_else(|other| other != wrong, |_| true)
        };
        // Without its name nothing is a command, so leaving that out tells nothing.
        let is_name = |key: &&String| pointer.is_empty() && *key == "command";
        let Some(key) = keys.iter().filter(|key| !is_name(key)).find(is_wrong) else {
            let is_named = keys.iter().any(|key| is_name(&key)) && !wrong.starts_with("missing field");
            return if is_named { "/command".to_owned() } else { pointer };
        };
        pointer.push('/');
        pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn place_of(command: Value) -> String {
        let wrong = read(&command).expect_err("something is wrong");
        place(&command, &wrong)
    }

    #[test]
    fn the_field_that_is_wrong_is_named() {
        let draft =
            |title: Value| json!({"command": "draft_proposal", "title": title, "text": "", "matter": "m"});
        assert_eq!(place_of(draft(json!(7))), "/title");
        assert_eq!(place_of(json!({"command": "open_proposal", "proposal": "seven"})), "/proposal");
        assert_eq!(place_of(json!({"command": "open_proposal", "proposal": 1, "by": 2})), "/by");
        assert_eq!(place_of(json!({"command": "no_such", "proposal": 1})), "/command");
        let stance = json!({"command": "take_stance", "proposal": 1, "membership": 1, "stance": {"object": {"reason": 4}}});
        assert_eq!(place_of(stance), "/stance/object/reason");
        let marks =
            json!({"command": "close_round", "proposal": 1, "marks": ["agenda", "a/b"], "summary": ""});
        assert_eq!(place_of(marks), "/marks/1");
        assert_eq!(place_of(json!({"command": "open_proposal"})), "");
        assert_eq!(place_of(json!([])), "");
    }

    #[test]
    fn nobody_says_in_the_body_who_asks() {
        for extra in ["by", "at", "id"] {
            let mut command = json!({"command": "draft_proposal", "title": "", "text": "", "matter": "m"});
            command[extra] = json!(1);
            assert_eq!(place_of(command), format!("/{extra}"));
        }
    }
}
