//! Lists that go out: the members as a table, whom a mail group should have, the register on paper. Each
//! is made for a viewer, and holds what that viewer may see and nothing else.

mod group;
mod kept;
mod members;
mod register;
mod table;

pub use group::{Changes, Reached, group, group_csv, left_csv};
pub use kept::kept_pdf;
pub use members::members_csv;
pub use register::{Head, register_pdf};
pub use table::Csv;
pub(crate) use table::FORMULA;
