//! From what is said of documents to what the archive says.

use super::{Mismatch, World, same, unknown};
use crate::{archive::reads, sight::Viewer};

/// Compares who reads a document; nobody named is the public.
pub(super) fn reads_document(
    world: &World,
    name: Option<&str>,
    document: &str,
    not: bool,
) -> Result<(), Mismatch> {
    let person = name.map(|name| world.known(name)).transpose().map_err(unknown)?;
    let viewer = person.map_or(Viewer::Public, Viewer::Party);
    let known = world.document(document).map_err(unknown)?;
    let said = |reads: bool| if reads { "may read it" } else { "may not read it" };
    same(said(!not), said(reads(&world.state, known, viewer, world.today())))
}

/// Compares whether a document is erased.
pub(super) fn is_erased(world: &World, document: &str) -> Result<(), Mismatch> {
    let known = world.document(document).map_err(unknown)?;
    let said = |is_kept: bool| if is_kept { "kept" } else { "erased" };
    same(said(false), said(known.is_kept()))
}
