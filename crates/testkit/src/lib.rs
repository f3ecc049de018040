//! What tests of the core are written with: people who act, small rulebooks, whole histories, and a slow
//! model that is obviously right; and for tests of what stands on it, troubles of the machine.

mod agreed;
mod answer;
mod co_op;
pub mod history;
pub mod model;
mod person;
pub mod refusals;
mod rulebooks;
pub mod small;
mod step;
mod strays;
pub mod troubles;

pub use agreed::{agreed, terms};
pub use answer::Answer;
pub use co_op::CoOp;
pub use person::{Organization, Person};
pub use rulebooks::{coassembly, cooperate_connecticut, shipped};
pub use step::Step;
pub use strays::strays;
