//! Somebody leaves CoAssembly; what is settled and handed over is half done.

use rochdale_core::{
    command::Command,
    values::{ExitId, Minor, Slug},
};

use super::{HUANG, LIN, Plan, WU, When};

/// The exit, which is the only one of the year.
const EXIT: ExitId = ExitId(1);

/// Days from today to the last day of the one who leaves.
const LAST_DAY: i32 = -18;

/// Her notice, what the treasurer has recorded, and what the secretary has ticked off.
pub fn leave(plan: &mut Plan) {
    let (last, first_paid) = (plan.day(LAST_DAY), plan.day(LAST_DAY - 30));
    plan.asks(When(12, 9, 20), WU, move |teller| {
        Ok(Command::GiveNotice { membership: teller.membership(WU)?, on: last })
    });
    plan.asks(When(10, 14, 0), HUANG, move |_| {
        let (line, capital) = (Slug::new("capital"), Minor(3_000_000));
        Ok(Command::RecordSettlement {
            exit: EXIT,
            line,
            paid_in: Some(capital),
            owed: capital,
            instalments: 3,
            due: first_paid,
        })
    });
    plan.asks(When(10, 14, 10), HUANG, move |_| {
        let (line, owed) = (Slug::new("earned-pay"), Minor(1_245_000));
        Ok(Command::RecordSettlement { exit: EXIT, line, paid_in: None, owed, instalments: 1, due: last })
    });
    for (when, item) in [(When(6, 16, 30), "project-state"), (When(2, 10, 15), "clients")] {
        plan.asks(when, LIN, move |_| {
            Ok(Command::TickHandover { exit: EXIT, item: Slug::new(item), done: true })
        });
    }
}
