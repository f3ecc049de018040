//! A copy of the whole database while it is in use.

use std::path::Path;

use sqlx::SqlitePool;

use crate::{
    database::{Database, Kept},
    fault::Fault,
};

impl Database {
    /// Refuses what no copy is made of by this program, because it is no file: no machine has failed there.
    pub fn must_be_a_file(&self) -> Result<(), Fault> {
        self.sqlite_file().map(|_| ())
    }

    fn sqlite_file(&self) -> Result<&SqlitePool, Fault> {
        match &self.kept {
            Kept::Sqlite(pool) => Ok(pool),
            Kept::Postgres(_) | Kept::Memory(_) => Err(Fault {
                what: "only a SQLite file is copied by this command".to_owned(),
                place: self.place().to_owned(),
                mend: "For a PostgreSQL server use pg_dump, or export each book with `rochdale export`."
                    .to_owned(),
            }),
        }
    }

    /// Writes a consistent copy of a SQLite database to the file at `path`, books and accounts alike, without
    /// stopping anybody. The file is new, or empty. A PostgreSQL server has its own means, and any book can be
    /// exported; the fault says so.
    pub async fn backup(&self, path: &Path) -> Result<(), Fault> {
        let pool = self.sqlite_file()?;
        let place = format!("{}, copied to {}", self.place(), path.display());
        let fault = |what: String, mend: &str| Fault { what, place: place.clone(), mend: mend.to_owned() };
        let Some(name) = path.to_str() else {
            return Err(fault("the name of the copy is not in UTF-8".to_owned(), "Choose another name."));
        };
        if path.metadata().is_ok_and(|there| there.len() > 0) {
            return Err(fault(
                "a file of this name exists already".to_owned(),
                "Choose a new name: a backup is never written over.",
            ));
        }
        // Which of the two files it was, SQLite does not say.
        let copied = sqlx::query("VACUUM INTO $1").bind(name).execute(pool).await;
        copied.map_err(|error| Fault::of_database(&place, &error))?;
        // On the disk before it is called done.
        let synced = std::fs::File::open(path).and_then(|file| file.sync_all());
        synced.map_err(|error| {
            fault(
                format!("the copy may not be on the disk: {error}"),
                "Look at the disk, and make another copy.",
            )
        })
    }
}
