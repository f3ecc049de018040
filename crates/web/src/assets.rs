//! The files that pages need, built into the program. Their names carry the hash of their content,
//! so that a browser keeps them for ever and still gets a new one at once.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// A file, and the name under which it is served.
pub struct Asset {
    bytes: &'static [u8],
    media_type: &'static str,
    path: LazyLock<String>,
}

impl Asset {
    /// The address of the file: `/assets/look-0123456789abcdef.css`.
    pub fn path(&self) -> &str {
        &self.path
    }
}

macro_rules! asset {
    ($file:literal, $stem:literal, $ending:literal, $media_type:literal) => {
        Asset {
            bytes: include_bytes!(concat!("../assets/", $file)),
            media_type: $media_type,
            path: LazyLock::new(|| {
                let hash = blake3::hash(include_bytes!(concat!("../assets/", $file))).to_hex();
                format!("/assets/{}-{}.{}", $stem, &hash[..16], $ending)
            }),
        }
    };
}

/// The stylesheet.
pub static LOOK: Asset = asset!("look.css", "look", "css", "text/css; charset=utf-8");
/// The sign of the site in the browser's tab.
pub static SEAL: Asset = asset!("seal.svg", "seal", "svg", "image/svg+xml");
/// The only script: what browsers need for passkeys.
pub static PASSKEYS: Asset = asset!("passkeys.js", "passkeys", "js", "text/javascript; charset=utf-8");

static ALL: [&Asset; 3] = [&LOOK, &SEAL, &PASSKEYS];

/// Serves a file by its hashed name, to be kept for a year.
pub async fn serve(Path(name): Path<String>) -> Response {
    let asset = ALL.iter().find(|asset| asset.path().strip_prefix("/assets/") == Some(&name));
    match asset {
        Some(asset) => (
            [
                (header::CONTENT_TYPE, asset.media_type),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
            ],
            asset.bytes,
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
