//! A copy of the whole database while it is in use.

use std::path::Path;

use crate::{
    database::{Database, Kept},
    fault::Fault,
};

impl Database {
    /// Writes a consistent copy of a SQLite database to the new file at `path`, books and accounts
    /// alike, without stopping anybody. A PostgreSQL server has its own means, and any book can be
    /// exported; the fault says so.
    pub async fn backup(&self, path: &Path) -> Result<(), Fault> {
        let fault =
            |what: String, mend: &str| Fault { what, place: self.place().to_owned(), mend: mend.to_owned() };
        let Kept::Sqlite(pool) = &self.kept else {
            return Err(fault(
                "only a SQLite file is copied by this command".to_owned(),
                "For a PostgreSQL server use pg_dump, or export each book with `rochdale export`.",
            ));
        };
        let Some(name) = path.to_str() else {
            return Err(fault(format!("{} is not a name in UTF-8", path.display()), "Choose another name."));
        };
        if path.exists() {
            return Err(fault(
                format!("{name} exists already"),
                "Choose a new name: a backup is never written over.",
            ));
        }
        sqlx::query("VACUUM INTO $1").bind(name).execute(pool).await.map_err(|error| self.fault(&error))?;
        // On the disk before it is called done.
        let synced = std::fs::File::open(path).and_then(|file| file.sync_all());
        synced.map_err(|error| {
            fault(
                format!("the copy {name} may not be on the disk: {error}"),
                "Look at the disk, and make another copy.",
            )
        })
    }
}
