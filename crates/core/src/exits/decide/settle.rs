//! What is owed to whoever leaves, and what of it is paid.

use jiff::civil::Date;

use super::{
    super::{asked_of, settlement::in_instalments},
    clause_of_settlement, handled, one,
};
use crate::{
    decide::{Decided, Denied, Occasion},
    fact::Fact,
    finding::{Answer, Finding},
    message::Argument,
    messages as say,
    offices::Power,
    refusal::{Code, Malformed, Refusal},
    rulebook::{Ruled, Settlement},
    values::{ExitId, Minor, Slug},
};

/// More monthly instalments than anybody agrees on; a number beyond is a slip.
const INSTALMENTS_MAX: u32 = 120;

/// What a line says.
pub(super) struct Amounts {
    pub paid_in: Option<Minor>,
    pub owed: Minor,
    pub parts: u32,
    pub due: Date,
}

pub(super) fn record(occasion: &Occasion<'_>, id: ExitId, kind: &Slug, said: &Amounts) -> Decided {
    let (exit, _) =
        handled(occasion, id, Power::RecordPayments, |exit| clause_of_settlement(occasion, exit))?;
    let (settled, _) = asked_of(occasion.state, exit);
    let Some((named, rule)) = settled.iter().find(|(named, _)| named.id == *kind) else {
        let known: Vec<Argument> = settled.iter().map(|(named, _)| named.name.clone().into()).collect();
        let says = say::NO_SUCH_SETTLEMENT.with([kind.as_str().into(), known.into()]);
        return Err(Malformed { field: "line", says }.into());
    };
    if exit.standing_lines().any(|(_, line)| line.kind == *kind) {
        let says = say::LINE_IS_RECORDED.with([named.name.clone().into()]);
        return Err(Malformed { field: "line", says }.into());
    }
    must_be_amounts(said)?;
    must_be_what_was_paid_in(occasion, *rule, said)?;
    if said.parts > 1 && !rule.rule.instalments {
        let because = Finding::answer(say::IS_PAID_AT_ONCE.with([named.name.clone().into()]), Answer::Yes);
        let remedy = say::PAY_IT_AT_ONCE.with([]);
        return Err(Refusal::new(Code::SettlementMustBeAtOnce, rule.cite, because, remedy).into());
    }
    one(Fact::SettlementRecorded {
        exit: id,
        line: kind.clone(),
        paid_in: said.paid_in,
        owed: said.owed,
        instalments: in_instalments(said.owed, said.parts, said.due),
    })
}

fn must_be_amounts(said: &Amounts) -> Result<(), Malformed> {
    if said.owed < Minor::ZERO {
        return Err(Malformed { field: "owed", says: say::AMOUNT_IS_NEGATIVE.with([]) });
    }
    if said.paid_in.is_some_and(|paid_in| paid_in < Minor::ZERO) {
        return Err(Malformed { field: "paid_in", says: say::AMOUNT_IS_NEGATIVE.with([]) });
    }
    if said.parts == 0 || said.parts > INSTALMENTS_MAX {
        let says = say::INSTALMENTS_ARE_AT_MOST.with([INSTALMENTS_MAX.into()]);
        return Err(Malformed { field: "instalments", says });
    }
    Ok(())
}

/// What the bylaws give back at what was paid in is owed so: no less, and no premium (DISC-03).
fn must_be_what_was_paid_in(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, Settlement>,
    said: &Amounts,
) -> Result<(), Denied> {
    match said.paid_in {
        Some(paid_in) if !rule.rule.at_what_was_paid_in => {
            let says = say::NOTHING_IS_PAID_IN.with([occasion.money(paid_in)]);
            Err(Malformed { field: "paid_in", says }.into())
        }
        None if rule.rule.at_what_was_paid_in => {
            Err(Malformed { field: "paid_in", says: say::SAY_WHAT_WAS_PAID_IN.with([]) }.into())
        }
        Some(paid_in) if paid_in != said.owed => {
            let says = say::PAID_IN_IS_NOT_OWED.with([occasion.money(paid_in), occasion.money(said.owed)]);
            let because = Finding::answer(says, Answer::No);
            let remedy = say::GIVE_BACK_WHAT_WAS_PAID_IN.with([occasion.money(paid_in)]);
            Err(Refusal::new(Code::SettlementMustBeWhatWasPaidIn, rule.cite, because, remedy).into())
        }
        _ => Ok(()),
    }
}

/// Strikes a line that was recorded by mistake, as long as nothing of it is paid.
pub(super) fn strike(occasion: &Occasion<'_>, id: ExitId, number: u32) -> Decided {
    let (exit, _) =
        handled(occasion, id, Power::RecordPayments, |exit| clause_of_settlement(occasion, exit))?;
    let line = exit.standing_lines().find(|(known, _)| *known == number);
    let Some((_, line)) = line else { return Err(no_such_line(number).into()) };
    if line.paid() > Minor::ZERO {
        let says = say::LINE_IS_PAID.with([occasion.money(line.paid())]);
        return Err(Malformed { field: "line", says }.into());
    }
    one(Fact::SettlementStruck { exit: id, line: number })
}

/// Records that an instalment was paid, whole.
pub(super) fn pay(occasion: &Occasion<'_>, id: ExitId, (number, which): (u32, u32), on: Date) -> Decided {
    let (exit, _) =
        handled(occasion, id, Power::RecordPayments, |exit| clause_of_settlement(occasion, exit))?;
    let line = exit.standing_lines().find(|(known, _)| *known == number);
    let Some((_, line)) = line else { return Err(no_such_line(number).into()) };
    let place = usize::try_from(which).ok().and_then(|which| which.checked_sub(1));
    let instalment = place.and_then(|place| line.instalments.get(place));
    if instalment.is_none_or(|instalment| instalment.paid.is_some()) {
        let says = say::NO_SUCH_INSTALMENT.with([which.into()]);
        return Err(Malformed { field: "instalment", says }.into());
    }
    if on > occasion.today {
        let says = say::DAY_IS_AHEAD.with([on.into()]);
        return Err(Malformed { field: "on", says }.into());
    }
    one(Fact::InstalmentPaid { exit: id, line: number, instalment: which, on })
}

fn no_such_line(number: u32) -> Malformed {
    Malformed { field: "line", says: say::NO_SUCH_LINE.with([number.into()]) }
}
