//! The append-only book: SQLite, PostgreSQL or memory; and what keeps it.
//!
//! A [`Database`] holds the books of any number of organizations, each a chain of
//! [entries](entry::Entry). docs/register.md specifies the book for auditors.

mod accounts;
mod backup;
mod beside;
mod challenges;
mod clock;
mod database;
pub mod entry;
mod export;
mod fault;
mod files;
mod flaw;
mod handed;
mod hash;
mod line;
mod links;
mod lists;
mod outbox;
mod papers;
mod passkeys;
mod readers;
mod registers;
mod registrar;
mod verify;

pub use accounts::{Account, Begun, Kind, Secret};
pub use challenges::Question;
pub use clock::{Clock, SetClock, SystemClock};
pub use database::{Database, Erasure, Goes, NotAppended};
pub use export::{NotImported, export, import};
pub use fault::{Fault, Unread};
pub use files::FILE_BYTES_MAX;
pub use flaw::{Flaw, Wrong};
pub use handed::Handed;
pub use hash::{ALGORITHM, Digest};
pub use links::{LINK_GOOD_FOR, Link, Purpose};
pub use lists::GroupExport;
pub use outbox::{Attempt, LINK_HERE, Logged, Mail, Outcome, Status, Taken};
pub use papers::{NotKept, PAPER_BYTES_MAX};
pub use passkeys::Passkey;
pub use registers::{Passed, Registers};
pub use registrar::{Answer, Done, Registrar};
pub use verify::{Verified, verify, verify_export};
