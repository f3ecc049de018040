//! Closing an exit, once the membership is over and everything is settled and handed over.

use super::{
    super::{Left, left},
    clause_of_handover, clause_of_settlement, handled, one,
};
use crate::{
    decide::{Decided, Occasion},
    fact::Fact,
    finding::{Answer, Finding, Value},
    message::Argument,
    messages as say,
    offices::Power,
    refusal::{Code, Refusal},
    rulebook::Named,
    values::ExitId,
};

pub(super) fn close(occasion: &Occasion<'_>, id: ExitId) -> Decided {
    let (exit, cites) = handled(occasion, id, Power::KeepMembers, |exit| clause_of_handover(occasion, exit))?;
    let held = occasion.state.membership(exit.membership);
    if let Some(last) = held.and_then(|held| held.last_day()).filter(|last| occasion.today <= *last) {
        let says = say::LAST_DAY_IS.with([exit.membership.into(), last.into()]);
        let because = Finding::new(says, Value::Date(last));
        let remedy = say::WAIT_UNTIL_IT_IS_OVER.with([last.into()]);
        return Err(Refusal::new(Code::LastDayMustBeOver, &cites, because, remedy).into());
    }
    let left = left(occasion.state, exit);
    if !left.is_settled() {
        let because = Finding::answer(say::IS_NOT_SETTLED.with([id.into()]), Answer::No)
            .of(what_is_not_settled(occasion, &left));
        let remedy = say::SETTLE_IT_FIRST.with([]);
        let cites = clause_of_settlement(occasion, exit);
        return Err(Refusal::new(Code::EverythingMustBeSettled, &cites, because, remedy).into());
    }
    if !left.to_hand_over.is_empty() {
        let items = names(&left.to_hand_over);
        let because = Finding::answer(say::IS_NOT_HANDED_OVER.with([items.clone()]), Answer::No);
        let remedy = say::TICK_IT_OFF_FIRST.with([items]);
        return Err(Refusal::new(Code::EverythingMustBeHandedOver, &cites, because, remedy).into());
    }
    one(Fact::ExitClosed { exit: id })
}

fn names(things: &[&Named]) -> Argument {
    Argument::List(things.iter().map(|named| named.name.clone().into()).collect())
}

fn what_is_not_settled(occasion: &Occasion<'_>, left: &Left<'_>) -> Vec<Finding> {
    let unrecorded = (!left.unrecorded.is_empty())
        .then(|| Finding::answer(say::IS_NOT_RECORDED.with([names(&left.unrecorded)]), Answer::No));
    let unpaid = left.unpaid.iter().map(|(_, _, instalment)| {
        let said = [occasion.money(instalment.amount), instalment.due.into()];
        Finding::answer(say::IS_NOT_PAID.with(said), Answer::No)
    });
    unrecorded.into_iter().chain(unpaid).collect()
}
