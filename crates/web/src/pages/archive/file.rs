//! The files of documents: kept when one is filed, put back where one was lost, and handed out to readers.

use std::collections::BTreeMap;

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use rochdale_core::{
    archive::{Document, File, TITLE, keeps, may_file},
    command::Command,
    fact::Fact,
    message::Key,
    personal::Words,
    values::{Digest, DocumentId, Slug},
};
use rochdale_register::{FILE_BYTES_MAX, Fault, Registrar};

use super::{Wanted, list, named, show};
use crate::{
    look::Place,
    problem::Problem,
    upload::Upload,
    visit::{Page, Visit},
};

static FILE_IS_TOO_LARGE: Key = Key { id: "document-file-is-too-large", arguments: &[] };
static FILE_IS_OF_NO_SORT: Key = Key { id: "document-file-is-of-no-sort", arguments: &[] };
static FILE_IS_MISSING: Key = Key { id: "document-file-is-missing", arguments: &[] };
static FILE_IS_ANOTHER: Key = Key { id: "document-file-is-another", arguments: &[] };

/// Files a document, and leads to its page.
pub async fn keep(visit: Visit, Path(org): Path<String>, upload: Upload) -> Response {
    match filed(&visit, &org, &upload).await {
        Ok(document) => visit.then(&format!("/{org}/archive/{document}")),
        Err(problem) => {
            let address = format!("/{org}/archive");
            let place = (org.as_str(), Place::Today, address.as_str());
            visit.show_again(place, &upload.sent, problem, |page| list::draw(page, &Wanted::default()))
        }
    }
}

async fn filed(visit: &Visit, org: &str, upload: &Upload) -> Result<DocumentId, Problem> {
    let sent = &upload.sent;
    let (file, bytes) = chosen(upload)?;
    let texts = BTreeMap::from([(Slug::new(TITLE), sent.words("title"))]);
    let command = Command::FileDocument {
        class: sent.optional("class").map(Slug::new),
        dated: sent.date("dated")?,
        file,
        named: named(sent)?,
        words: Words { texts, salt: visit.salt(org, sent)? },
    };
    let done = visit.submit(org, sent.request()?, command).await?;
    let filed = done.facts.iter().find_map(|fact| match fact {
        Fact::DocumentFiled { document, .. } => Some(*document),
        _ => None,
    });
    let document = filed.ok_or(Problem::NotFound)?;
    put(visit, &visit.registrar(org)?, document, bytes).await?;
    Ok(document)
}

/// Puts the file of a document back, where it was lost on the way: whoever filed it, or keeps the archive.
pub async fn restore(visit: Visit, Path((org, id)): Path<(String, u32)>, upload: Upload) -> Response {
    let (address, document) = (format!("/{org}/archive/{id}"), DocumentId(id));
    let restored = async {
        let (file, bytes) = chosen(&upload)?;
        let known = visit.read(&org, |page| may_restore(page, document))?;
        if file != known {
            return Err(Problem::field("file", &FILE_IS_ANOTHER));
        }
        Ok(put(&visit, &visit.registrar(&org)?, document, bytes).await?)
    };
    let place = (org.as_str(), Place::Today, address.as_str());
    let restored = restored.await;
    visit.led_back(place, &upload.sent, restored, |page| show::draw(page, document))
}

/// The file that was chosen, with what it is.
fn chosen(upload: &Upload) -> Result<(File, &[u8]), Problem> {
    let bytes = upload.file.as_deref().ok_or_else(|| Problem::field("file", &FILE_IS_MISSING))?;
    if bytes.len() > FILE_BYTES_MAX {
        return Err(Problem::field("file", &FILE_IS_TOO_LARGE));
    }
    let file = File::of(bytes).ok_or_else(|| Problem::field("file", &FILE_IS_OF_NO_SORT))?;
    Ok((file, bytes))
}

/// What the file of a document must be, for whoever may put it back.
pub(super) fn may_restore(page: &Page<'_>, id: DocumentId) -> Result<File, Problem> {
    let document = show::seen(page, id)?;
    if restores(page, document) { Ok(document.file) } else { Err(Problem::NotFound) }
}

/// Whether the reader may put the file of a document back.
pub(super) fn restores(page: &Page<'_>, document: &Document) -> bool {
    let is_theirs =
        page.viewer.person() == Some(document.by) && may_file(page.state, page.viewer, page.today);
    document.is_kept() && (is_theirs || keeps(page.state, page.viewer, page.today))
}

/// Keeps the bytes of a document, unless it is erased by now.
pub(crate) async fn put(
    visit: &Visit,
    registrar: &Registrar,
    document: DocumentId,
    bytes: &[u8],
) -> Result<(), Fault> {
    let database = visit.site.registers.database();
    database.keep_file(registrar.organization(), document, bytes).await?;
    let is_kept = registrar.state().filed_document(document).is_some_and(|known| known.is_kept());
    if !is_kept {
        database.drop_file(registrar.organization(), document).await?;
    }
    Ok(())
}

/// The file of a document, to keep, for its readers; for everybody else it is not there.
///
/// Its headers keep a browser from showing it as a page of ours. Nobody keeps a copy on the way, also of what
/// everybody reads: its class may change.
pub async fn download(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Response, Problem> {
    let document = DocumentId(id);
    let file = visit.read(&org, |page| {
        let known = show::seen(page, document)?;
        if known.is_kept() { Ok(known.file) } else { Err(Problem::NotFound) }
    })?;
    Ok(handed_out(&visit, &org, document, file).await?)
}

/// The answer that hands a file out, as far as it is the one that was filed.
pub(crate) async fn handed_out(
    visit: &Visit,
    org: &str,
    document: DocumentId,
    file: File,
) -> Result<Response, Fault> {
    let database = visit.site.registers.database();
    let bytes = database.file(&Slug::new(org), document).await?;
    let bytes = bytes.filter(|bytes| Digest::of(bytes) == file.hash).ok_or_else(|| Fault {
        what: format!("the file of document {document} is not the one that was filed, or is not there"),
        place: database.place().to_owned(),
        mend: "Let whoever filed it put it back on its page, or restore the newest backup in which it is; its hash \
               says whether it is the right one."
            .to_owned(),
    })?;
    let name = format!("document-{document}.{}", file.sort.ending());
    let headers = [
        (header::CONTENT_TYPE, file.sort.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
