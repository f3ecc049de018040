//! What a start reads instead of a long book. A snapshot is never a source: where anything about one
//! is not as it should be, the book is read from its first entry.

use futures_util::TryStreamExt;
use rochdale_core::{
    snapshot::{LAYOUT, Part, parts, restore},
    state::State,
    values::Slug,
};

use super::told::Told;
use crate::{
    database::Database,
    entry::Head,
    fault::{Fault, Unread},
    hash::Digest,
};

/// After how many entries a new one is kept: what a start then reads of the book takes about a second.
pub const ENTRIES_BETWEEN: u64 = 100_000;

/// How many parts are read and taken apart at a time.
const PARTS_AT_A_TIME: usize = 4;

/// What the first byte of a part says that the rest is.
const OF_STATE: u8 = 0;
const OF_REQUESTS: u8 = 1;

/// Where a start can begin.
pub struct Beginning {
    pub state: State,
    pub head: Head,
    pub told: Told,
}

/// A part, taken apart.
enum Piece {
    State(Part),
    Requests(Vec<u8>),
}

/// The state, head and requests of the newest snapshot of a book; `None` where there is none that
/// this version can go by.
pub async fn newest(database: &Database, organization: &Slug) -> Result<Option<Beginning>, Fault> {
    let Some(kept) = database.newest_snapshot(organization).await? else { return Ok(None) };
    if kept.layout != LAYOUT {
        return Ok(None);
    }
    let entry = match database.entries(organization, kept.height, kept.height).try_next().await {
        Ok(entry) => entry.filter(|entry| entry.hash == kept.hash),
        Err(Unread::Damaged(_)) => None,
        Err(Unread::Fault(fault)) => return Err(fault),
    };
    let Some(entry) = entry else { return Ok(None) };
    let pieces: Vec<Option<(Digest, Piece)>> = database
        .snapshot_parts(organization, kept.height)
        .map_ok(|body| async move {
            let piece = tokio::task::spawn_blocking(move || taken_apart(body)).await;
            Ok(piece.unwrap_or_default())
        })
        .try_buffered(PARTS_AT_A_TIME)
        .try_collect()
        .await?;
    let pieces: Option<Vec<(Digest, Piece)>> = pieces.into_iter().collect();
    let beginning = pieces.and_then(|pieces| put_together(pieces, kept.digest, entry.head()));
    if beginning.is_none() {
        tracing::warn!(%organization, height = kept.height, "a snapshot is damaged; the whole book is read");
    }
    Ok(beginning)
}

fn taken_apart(mut body: Vec<u8>) -> Option<(Digest, Piece)> {
    let digest = Digest::of(&body);
    let piece = match *body.first()? {
        OF_STATE => Piece::State(serde_json::from_slice(&body[1..]).ok()?),
        OF_REQUESTS => Piece::Requests(body.split_off(1)),
        _ => return None,
    };
    Some((digest, piece))
}

fn put_together(pieces: Vec<(Digest, Piece)>, expected: Digest, head: Head) -> Option<Beginning> {
    if digest_of(pieces.iter().map(|(digest, _)| *digest)) != expected {
        return None;
    }
    let mut state = State::default();
    let mut requests = Vec::new();
    for (_, piece) in pieces {
        match piece {
            Piece::State(part) => restore(&mut state, part),
            Piece::Requests(part) => requests.push(part),
        }
    }
    let told = Told::of_parts(requests.iter().map(Vec::as_slice))?;
    Some(Beginning { state, head, told })
}

fn digest_of(parts: impl Iterator<Item = Digest>) -> Digest {
    let bytes: Vec<u8> = parts.flat_map(|digest| digest.0).collect();
    Digest::of(&bytes)
}

/// Keeps the state after `head` as a snapshot, with the requests in it, and forgets older ones.
pub async fn keep(
    database: &Database,
    organization: &Slug,
    state: State,
    head: Head,
    requests: Vec<Vec<u8>>,
) -> Result<(), Fault> {
    database.forget_snapshot_parts(organization, head.height).await?;
    let mut digests = Vec::new();
    let of_state = parts(&state).map(|part| marked(OF_STATE, &serde_json::to_vec(&part).unwrap_or_default()));
    for body in of_state.chain(requests.iter().map(|part| marked(OF_REQUESTS, part))) {
        let number = i64::try_from(digests.len()).unwrap_or(i64::MAX);
        database.keep_snapshot_part(organization, head.height, number, &body).await?;
        digests.push(Digest::of(&body));
    }
    let count = i64::try_from(digests.len()).unwrap_or(i64::MAX);
    let digest = digest_of(digests.into_iter());
    database.finish_snapshot(organization, head, LAYOUT, count, digest).await
}

fn marked(mark: u8, part: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(part.len() + 1);
    body.push(mark);
    body.extend(part);
    body
}
