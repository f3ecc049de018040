//! The co-op that the figures are taken on: as large as is asked for, the same every time.

mod bylaws;
mod members;

pub use bylaws::{CLASSES, PHASES, RIGHTS, bylaws, class, grants, phase, rights};
pub use members::{PROPOSAL, admitted, balloting, choice_of, founding, opening_of, since, today};
