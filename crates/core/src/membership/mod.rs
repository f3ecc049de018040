//! Who is what, and what that lets them do.

mod acting;
mod acts;
mod application;
mod apply;
pub(crate) mod decide;
mod held;
mod may;
mod party;
mod phase;
mod represent;
mod right;

pub use acting::{ActsAs, acts_as, who_acts_for};
pub use application::{Application, applications, nominates};
pub(crate) use apply::apply;
pub use held::{Membership, Pause, Suspended};
pub use may::{MembershipOn, has_right, held_by, may, may_party, membership_on, rule_for, suspension_of};
pub(crate) use may::{classes_of, remedy_for};
pub use party::{Party, PartyKind, Representation};
pub use phase::{PhaseOn, ReviewDue, month_of_membership, phase_on, reviews_due};
pub use right::Right;
pub(crate) use right::closed_set;
