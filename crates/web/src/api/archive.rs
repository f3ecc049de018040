//! The archive.

use axum::{
    Json,
    body::Bytes,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    archive::{self, File, finding, found, keeps, may_file, reads},
    values::{DocumentId, Slug},
};
use rochdale_register::FILE_BYTES_MAX;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    caller::Caller,
    finding::Finding,
    paging::{Page, Paging},
    parameters::Parameters,
    problem::{Kind, Problem},
    reading::{PartyName, Reading},
};
use crate::pages::{handed_out, put_file};

/// Which documents.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// Only those of this confidentiality class, as the bylaws call it.
    class: Option<String>,
    /// Only those whose titles have all these words in them.
    search: Option<String>,
    /// Which page, from 1.
    #[param(minimum = 1)]
    page: Option<u32>,
    /// How many items on a page.
    #[param(minimum = 1, maximum = 200)]
    per_page: Option<u32>,
}

/// A document that the caller may read.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArchivedDocument {
    /// Its number in the archive.
    pub document: DocumentId,
    /// What it is called; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its confidentiality class, as the bylaws call it.
    pub class: Slug,
    /// The day that it bears.
    #[schema(value_type = String, format = Date)]
    pub dated: Date,
    /// Who filed it.
    pub filed_by: PartyName,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub filed_at: Timestamp,
    /// Its bytes.
    pub file: File,
    /// Who is named on it.
    pub named: Vec<PartyName>,
    /// When its bytes and its title were erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub erased_at: Option<Timestamp>,
}

/// A document with the classes it was given, and why the caller may read it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArchivedDocumentThrough {
    /// As it stands.
    #[serde(flatten)]
    pub document: ArchivedDocument,
    /// The classes it was given, in order.
    pub classes: Vec<GivenClass>,
    /// Why the caller may read it.
    pub why: Option<Finding>,
}

/// That a document was given a confidentiality class.
#[derive(Debug, Serialize, ToSchema)]
pub struct GivenClass {
    /// Which.
    pub class: Slug,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Why it was changed; absent for the first, and once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Lists the documents that the caller may read, the newest first.
#[utoipa::path(
    get,
    path = "/{org}/archive",
    operation_id = "listDocumentsOfTheArchive",
    tag = "Archive",
    params(("org" = String, Path, description = "The short name of the co-op."), Which),
    responses((status = 200, description = "A page of documents.", body = Page<ArchivedDocument>))
)]
pub async fn list(
    caller: Caller,
    Parameters(which): Parameters<Which>,
) -> Result<Json<Page<ArchivedDocument>>, Problem> {
    caller.read(|reading| {
        reading.must_have_archive()?;
        let paging = Paging { page: which.page, per_page: which.per_page };
        reading.must_page(paging)?;
        let class = which.class.as_deref().map(Slug::new);
        let search = which.search.as_deref().unwrap_or_default();
        let all = found(reading.state, reading.viewer, reading.today, (class.as_ref(), search));
        Ok(Json(paging.cut(&all, |document| view(reading, document))))
    })
}

/// Shows a document that the caller may read.
#[utoipa::path(
    get,
    path = "/{org}/archive/{document}",
    operation_id = "showDocumentOfTheArchive",
    tag = "Archive",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("document" = u32, Path, description = "The number of the document."),
    ),
    responses((status = 200, description = "The document.", body = ArchivedDocumentThrough))
)]
pub async fn show(
    caller: Caller,
    Path((_, document)): Path<(String, String)>,
) -> Result<Json<ArchivedDocumentThrough>, Problem> {
    let id: DocumentId = caller.number(&document)?;
    caller.read(|reading| {
        let known = reading.document(id)?;
        // A reason was written for those who keep the archive; the document may be for everybody by now.
        let keeps = archive::keeps(reading.state, reading.viewer, reading.today);
        let reason = |given: &archive::Given| {
            let reason = given.reason.filter(|_| keeps)?;
            Some(reading.state.words(reason)?.on(archive::REASON).to_owned())
        };
        let classes = known.classes.iter().map(|given| GivenClass {
            class: given.class.clone(),
            at: given.at,
            reason: reason(given),
        });
        let why = finding(reading.state, known, reading.viewer, reading.today);
        Ok(Json(ArchivedDocumentThrough {
            document: view(reading, known),
            classes: classes.collect(),
            why: why.map(|why| Finding::said(&why, reading.words)),
        }))
    })
}

/// The file of a document that the caller may read.
#[utoipa::path(
    get,
    path = "/{org}/archive/{document}/file",
    operation_id = "downloadDocumentOfTheArchive",
    tag = "Archive",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("document" = u32, Path, description = "The number of the document."),
    ),
    responses((status = 200, description = "The bytes of the file.", content_type = "application/octet-stream"))
)]
pub async fn file(
    caller: Caller,
    Path((org, document)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id: DocumentId = caller.number(&document)?;
    let file = caller.read(|reading| {
        let known = reading.document(id)?;
        if known.is_kept() { Ok(known.file) } else { Err(reading.problem(Kind::NotFound)) }
    })?;
    handed_out(&caller.visit, &org, id, file).await.map_err(|fault| caller.fault(&fault))
}

/// Hands over the file of a document that was filed by a command: the very bytes that it named. Whoever filed it,
/// or keeps the archive.
#[utoipa::path(
    put,
    path = "/{org}/archive/{document}/file",
    operation_id = "putDocumentOfTheArchive",
    tag = "Archive",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("document" = u32, Path, description = "The number of the document."),
    ),
    request_body(content_type = "application/octet-stream", description = "The bytes of the file."),
    responses((status = 204, description = "The file is kept.")),
    security(("token" = []))
)]
pub async fn put(
    caller: Caller,
    Path((_, document)): Path<(String, String)>,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let id: DocumentId = caller.number(&document)?;
    let known = caller.read(|reading| {
        let known = reading.document(id)?;
        let is_theirs = reading.viewer.person() == Some(known.by)
            && may_file(reading.state, reading.viewer, reading.today);
        let may = is_theirs || keeps(reading.state, reading.viewer, reading.today);
        if may && known.is_kept() { Ok(known.file) } else { Err(reading.problem(Kind::NotFound)) }
    })?;
    if bytes.len() > FILE_BYTES_MAX || File::of(&bytes) != Some(known) {
        return caller.read(|reading| {
            let says = reading.words.text("document-file-is-another");
            Err(Problem::at(Kind::Malformed, "body", says, reading.words))
        });
    }
    let kept = put_file(&caller.visit, &caller.registrar, id, &bytes).await;
    kept.map_err(|fault| caller.fault(&fault))?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

impl Reading<'_> {
    /// 404 where the bylaws have no archive.
    fn must_have_archive(&self) -> Result<(), Problem> {
        match self.rulebook.confidentiality() {
            Some(_) => Ok(()),
            None => Err(self.problem(Kind::NotFound)),
        }
    }

    /// The document with this number, if the reader may read it; else it does not exist.
    fn document(&self, id: DocumentId) -> Result<&archive::Document, Problem> {
        let known = self.state.filed_document(id).map(|known| &**known);
        let known = known.filter(|known| reads(self.state, known, self.viewer, self.today));
        known.ok_or_else(|| self.problem(Kind::NotFound))
    }
}

fn view(reading: &Reading<'_>, known: &archive::Document) -> ArchivedDocument {
    ArchivedDocument {
        document: known.id,
        title: known.title(reading.state).map(str::to_owned),
        class: known.class().clone(),
        dated: known.dated,
        filed_by: reading.party(known.by),
        filed_at: known.at,
        file: known.file,
        named: known.named().iter().map(|party| reading.party(*party)).collect(),
        erased_at: known.erased.map(|erased| erased.at),
    }
}
