//! How pages look: small typed pieces that every page is put together from.

mod as_of;
mod badge;
mod count;
mod field;
mod finding;
mod form;
mod frame;
mod margin;
mod pages;
mod parts;
mod refusal;
mod table;
mod text;
mod tried;

pub use as_of::{AsOf, as_of};
pub use badge::{Tone, badge, stamp};
pub use count::{Share, ShareKind, count};
pub use field::{Choice, Field, Kind, label};
pub use finding::{findings, reasons, why};
pub use form::{Form, Part};
pub use frame::{CoOp, Frame, Place, Theme};
pub use margin::{Reader, clause_link, in_quotes, note, notes};
pub use pages::Pages;
pub use parts::{definitions, empty, passage, passage_wide, prose, prose_with, title, typed};
pub use refusal::refusal;
pub use table::{Column, table};
pub use text::Text;
pub use tried::Tried;
