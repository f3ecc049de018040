//! What was brought up at CoAssembly outside of proposals, and who waits for a second word.

use super::{CHEN, LI, LIN, Plan, TSAI, WU, When, people::YANG};

/// Puts an audit request, a complaint and somebody who is locked out into the plan of the year.
pub fn brought(plan: &mut Plan) {
    let receipts = "Two amounts on the list of education receipts look doubled. May I see the slips of the last \
        quarter? 教育補助清單有兩筆看似重複，想查閱上一季憑證。";
    plan.opens_case(When(24, 14, 0), WU, "audit", &[], receipts);
    plan.takes_step(
        When(15, 10, 0),
        WU,
        CHEN,
        "One was doubled, and is paid back: 1,450 TWD. The other is two courses. The slips are in the folder. 其一重複，已退回。",
    );
    let interrupted = "In three project meetings in a row I was talked over before I had finished. I would like to \
        say so with somebody else in the room. 連續三次會議發言被打斷，希望有人陪同對話。";
    plan.opens_case(When(5, 17, 0), TSAI, "complaint", &[LI], interrupted);
    plan.vouches(When(1, 17, 0), LIN, YANG);
}
