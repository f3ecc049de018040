//! Figures of the register: facts on disk.

mod appends;
mod bare;
mod links;
mod lists;
mod start;
mod written;

use std::path::Path;

pub use self::{bare::Bare, lists::bring, start::read};
use crate::table::Row;

/// The name of the sample co-op's book.
const SAMPLE: &str = "sample";

/// The figures of the register, with books in `folder`; those on PostgreSQL only where `postgres`
/// is the address of a server.
pub async fn rows(folder: &Path, postgres: Option<&str>) -> Vec<Row> {
    let mut rows = Vec::new();
    rows.extend(appends::rows("SQLite", &sqlite(folder, "ours"), &sqlite(folder, "bare")).await);
    rows.extend(links::rows("SQLite", &sqlite(folder, "links"), &sqlite(folder, "bare-links")).await);
    rows.extend(lists::rows(&sqlite(folder, "lists"), &sqlite(folder, "bare-lists")).await);
    if let Some(address) = postgres {
        rows.extend(appends::rows("PostgreSQL", address, address).await);
        rows.extend(links::rows("PostgreSQL", address, address).await);
    }
    rows.extend(start::rows(folder).await);
    rows
}

/// The address of a database in a folder.
fn sqlite(folder: &Path, name: &str) -> String {
    format!("sqlite:{}", folder.join(format!("{name}.db")).display())
}
