//! A form that was sent with a file.

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
    response::{IntoResponse, Response},
};

use crate::sent::Sent;

/// The fields of a form, and the file that was chosen in it, if one was.
pub struct Upload {
    /// The fields.
    pub sent: Sent,
    /// The bytes of the file.
    pub file: Option<Bytes>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, shared: &S) -> Result<Self, Response> {
        let mut parts =
            Multipart::from_request(request, shared).await.map_err(IntoResponse::into_response)?;
        let (mut fields, mut file) = (Vec::new(), None);
        while let Some(part) = parts.next_field().await.map_err(IntoResponse::into_response)? {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_some() {
                // A browser sends an empty file where none was chosen.
                let bytes = part.bytes().await.map_err(IntoResponse::into_response)?;
                file = Some(bytes).filter(|bytes| !bytes.is_empty()).or(file);
            } else {
                fields.push((name, part.text().await.map_err(IntoResponse::into_response)?));
            }
        }
        Ok(Self { sent: Sent::beside_a_file(fields), file })
    }
}
