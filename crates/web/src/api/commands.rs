//! Asking for something to be done.

use axum::{
    Json,
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rochdale_core::{
    command::{By, Command, Unreadable, read},
    sight::Viewer,
    values::RequestId,
};
use rochdale_register::Answer;

use super::{
    caller::{Caller, outside},
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
    text.parse().map(RequestId).map_err(|_| {
        outside(&caller.visit, |words| {
            Problem::at(Kind::Parameter, "Idempotency-Key", words.text("api-no-uuid"), words)
        })
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn command(caller: &Caller, body: &[u8]) -> Result<Command, Problem> {
    read(body).map_err(|unreadable| match unreadable {
        Unreadable::NoJson { line, column, because } => {
            caller.problem_at(Kind::NotJson, &format!("{line}:{column}"), &because)
        }
        Unreadable::NoCommand { pointer, says } => {
            outside(&caller.visit, |words| Problem::at(Kind::NotACommand, &pointer, &words.say(&says), words))
        }
    })
}
