//! Who is let off a duty at CoAssembly, and who was reminded.

use super::{CHANG, LIN, Plan, When};

/// The secretary lets one be, and reminds another.
pub fn looked_after(plan: &mut Plan) {
    plan.waives(
        When(1, 9, 0),
        LIN,
        "bear-fixed-costs",
        CHANG,
        "Parental leave through the end of the year. 育嬰留停至年底。",
    );
    plan.reminds_the_first(When(1, 9, 30), LIN);
}
