//! Who is what, and what that lets them do.

mod right;

pub use right::Right;
pub(crate) use right::closed_set;
