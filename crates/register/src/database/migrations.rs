//! The tables, in the steps in which they came. Every step is a file for each engine; they differ only in the
//! names of types.

use sqlx::{
    SqlSafeStr,
    migrate::{Migration, MigrationType, Migrator},
};

/// The steps in the files of an engine's folder.
macro_rules! migrations {
    ($engine:literal) => {
        $crate::database::migrations::migrator(&[
            ("register", include_str!(concat!("../../migrations/", $engine, "/0001_register.sql"))),
            ("accounts", include_str!(concat!("../../migrations/", $engine, "/0002_accounts.sql"))),
            ("snapshots", include_str!(concat!("../../migrations/", $engine, "/0003_snapshots.sql"))),
            ("sign in", include_str!(concat!("../../migrations/", $engine, "/0004_sign_in.sql"))),
            ("outbox", include_str!(concat!("../../migrations/", $engine, "/0005_outbox.sql"))),
            ("papers", include_str!(concat!("../../migrations/", $engine, "/0006_papers.sql"))),
            ("lists", include_str!(concat!("../../migrations/", $engine, "/0007_lists.sql"))),
            ("archive", include_str!(concat!("../../migrations/", $engine, "/0008_archive.sql"))),
            ("ways in", include_str!(concat!("../../migrations/", $engine, "/0009_ways_in.sql"))),
        ])
    };
}
pub(super) use migrations;

/// The steps by their names, numbered in their order.
pub(super) fn migrator(steps: &[(&'static str, &'static str)]) -> Migrator {
    let numbered = (1..).zip(steps).map(|(version, &(name, sql))| {
        Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
    });
    Migrator::with_migrations(numbered.collect())
}
