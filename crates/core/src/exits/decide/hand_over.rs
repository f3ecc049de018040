//! The checklist of what is handed over.

use super::{super::asked_of, clause_of_handover, handled, one};
use crate::{
    decide::{Decided, Occasion},
    fact::Fact,
    message::Argument,
    messages as say,
    offices::Power,
    refusal::Malformed,
    values::{ExitId, Slug},
};

pub(super) fn tick(occasion: &Occasion<'_>, id: ExitId, item: &Slug, done: bool) -> Decided {
    let (exit, _) = handled(occasion, id, Power::KeepMembers, |exit| clause_of_handover(occasion, exit))?;
    let (_, handed) = asked_of(occasion.state, exit);
    let Some((named, _)) = handed.iter().find(|(named, _)| named.id == *item) else {
        let known: Vec<Argument> = handed.iter().map(|(named, _)| named.name.clone().into()).collect();
        let says = say::NO_SUCH_ITEM.with([item.as_str().into(), known.into()]);
        return Err(Malformed { field: "item", says }.into());
    };
    if exit.ticks.contains_key(item) == done {
        let says = if done { &say::ITEM_IS_TICKED } else { &say::ITEM_IS_NOT_TICKED };
        let says = says.with([named.name.clone().into()]);
        return Err(Malformed { field: "item", says }.into());
    }
    one(Fact::HandoverTicked { exit: id, item: item.clone(), done })
}
