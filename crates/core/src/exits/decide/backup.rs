//! The copy of their own work that whoever leaves may keep (DISC-04).

use std::sync::Arc;

use super::{
    super::{Exit, edition_of},
    clause_of_handover, handled,
};
use crate::{
    decide::{Decided, Occasion, one},
    fact::Fact,
    finding::{Answer, Finding},
    message::Argument,
    messages as say,
    offices::Power,
    refusal::{Code, Malformed, Refusal},
    rulebook::{Backup, EffectKind, Ruled},
    values::ExitId,
};

fn rule_of<'a>(occasion: &Occasion<'a>, exit: &Exit) -> Option<Ruled<'a, Backup>> {
    edition_of(occasion.state, exit)?.backup()
}

pub(super) fn record(occasion: &Occasion<'_>, id: ExitId, de_identified: bool) -> Decided {
    let (exit, cites) = handled(occasion, id, Power::KeepMembers, |exit| {
        rule_of(occasion, exit)
            .map_or_else(|| clause_of_handover(occasion, exit), |rule| Arc::clone(rule.cite))
    })?;
    let Some(rule) = rule_of(occasion, exit) else {
        return Err(Malformed { field: "command", says: say::NO_BACKUP_RULE.with([]) }.into());
    };
    let Some(copy) = exit.backup else {
        let because = Finding::answer(say::BACKUP_IS_NOT_ALLOWED.with([id.into()]), Answer::No);
        let matter = occasion.rulebook.matters().find(|one| one.rule.effect == EffectKind::AllowBackup);
        let remedy = match matter {
            Some(matter) => say::OPEN_A_PROPOSAL_ON.with([Argument::Matter(matter.rule.id.clone())]),
            None => say::ASK_THE_ASSEMBLY.with([]),
        };
        return Err(Refusal::new(Code::BackupMustBeDecided, &cites, because, remedy).into());
    };
    if rule.rule.de_identified && !de_identified {
        let because = Finding::answer(say::BACKUP_NAMES_PEOPLE.with([]), Answer::Yes);
        let remedy = say::TAKE_THE_NAMES_OUT.with([]);
        return Err(Refusal::new(Code::BackupMustBeDeIdentified, &cites, because, remedy).into());
    }
    if copy.taken.is_some() {
        return Err(Malformed { field: "exit", says: say::BACKUP_IS_TAKEN.with([]) }.into());
    }
    one(Fact::BackupTaken { exit: id })
}
