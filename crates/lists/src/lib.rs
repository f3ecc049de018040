//! Lists of people and organizations: what a spreadsheet brings, and what goes out to one.
//!
//! A crate of its own, because the pages and the command line read the same files and must come to the
//! same plan, and because none of it is the law: it decides nothing. What a row asks for is an ordinary
//! command ([`EnterPerson`](rochdale_core::command::Command::EnterPerson), `AdmitMember`, ...), which the
//! core decides like everybody's; here it is only found out what the row asks for. Pure like the core: no
//! clock, no chance, no disk; the file is bytes, the day is an argument, and what ids and salts are
//! derived from is a key that whoever asks hands over.
//!
//! A file becomes a [`Sheet`], a sheet and a [`Matching`] become a [`Plan`], a plan is
//! rehearsed on a copy of the state, so that whoever confirms it has seen what the bylaws refuse, and what is
//! left of it goes to the registrar ([`Entering`]). What goes out is in [`out`].

mod assembly;
mod day;
mod encoding;
mod entering;
mod field;
mod fold;
mod key;
mod known;
mod matching;
mod meaning;
pub mod messages;
pub mod out;
mod plan;
mod rehearsal;
mod separator;
mod sheet;
mod wanted;

pub use day::{DayOrder, DayRead, read_day};
pub use encoding::Encoding;
pub use entering::{Asked, Counts, Entering, Failed, Heard, Why};
pub use field::Field;
pub use fold::folded;
pub use key::ListKey;
pub use matching::{Matching, OnTwin};
pub use plan::{Note, Outcome, Plan, Question, Sameness, Twin, TwinOf, What, Wrong};
pub use separator::Separator;
pub use sheet::{ROWS_MAX, Row, Sheet, Unread, column_letters};
pub use wanted::{Acting, Wanted, WantedMembership};
