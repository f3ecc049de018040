//! Entering, moving, lending and returning assets; reporting damage and losses, and what came of them.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Asset, Standing};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion, one},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    membership::{decide::known_party, may_party, remedy_for, rule_for},
    message::{Argument, Message},
    messages as say,
    offices::Power,
    personal::{Beside, Words},
    refusal::{Code, Malformed, Refusal},
    rulebook::{AssetRegister, Ruled},
    values::{AssetId, PartyId, Slug},
};

/// What the words of a report stand under.
const TEXT: &str = "text";

/// Decides a command of assets.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::EnterAsset { kind, name, label, place, since } => {
            enter(occasion, kind, (name, label, place), *since)
        }
        Command::MoveAsset { asset, place, on } => relocate(occasion, *asset, place, *on),
        Command::LendAsset { asset, to, on, due } => lend(occasion, *asset, *to, (*on, *due)),
        Command::ReturnAsset { asset, on } => take_back(occasion, *asset, *on),
        Command::ReportDamage { asset, on, words } => report_damage(occasion, *asset, *on, words),
        Command::SettleDamage { asset, on, words } => settle_damage(occasion, *asset, *on, words),
        Command::ReportLoss { asset, on, words } => report_loss(occasion, *asset, *on, words),
        Command::RetireAsset { asset, on, basis } => retire(occasion, *asset, *on, basis),
        _ => Ok(Vec::new()),
    }
}

/// The rule of the register, or that the bylaws have none.
fn register<'a>(occasion: &Occasion<'a>) -> Result<Ruled<'a, AssetRegister>, Denied> {
    let rule = occasion.rulebook.assets();
    rule.ok_or_else(|| Malformed { field: "command", says: say::NO_ASSET_REGISTER.with([]) }.into())
}

/// The rule of the register and the asset with this number. Whoever does not see the register is refused
/// before they learn whether there is one; whoever has the asset may always speak of it.
fn known<'a>(occasion: &Occasion<'a>, id: AssetId) -> Result<(Ruled<'a, AssetRegister>, &'a Asset), Denied> {
    let rule = register(occasion)?;
    let viewer = occasion.viewer();
    let found = occasion.state.asset(id);
    if !found.is_some_and(|asset| super::is_seen(occasion.state, viewer, asset, occasion.today)) {
        super::must_see_register(occasion.state, viewer, occasion.today).map_err(Denied::Refused)?;
    }
    let found = found
        .ok_or_else(|| Malformed { field: "asset", says: say::NO_SUCH_ASSET.with([u32::from(id).into()]) })?;
    Ok((rule, &**found))
}

/// A text that must say something.
fn filled(field: &'static str, text: &str) -> Result<String, Malformed> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Malformed { field, says: say::TEXT_IS_EMPTY.with([]) });
    }
    Ok(text.to_owned())
}

/// Refuses a day before the last one on which something happened to the asset, and one to come.
fn must_follow(occasion: &Occasion<'_>, asset: &Asset, on: Date) -> Result<(), Malformed> {
    let last = asset.last_day();
    if on < last {
        return Err(Malformed { field: "on", says: say::DAY_IS_BEFORE.with([on.into(), last.into()]) });
    }
    must_have_come(occasion, "on", on)
}

fn must_have_come(occasion: &Occasion<'_>, field: &'static str, on: Date) -> Result<(), Malformed> {
    if on > occasion.today {
        return Err(Malformed { field, says: say::DAY_IS_TO_COME.with([on.into()]) });
    }
    Ok(())
}

/// The person who asks; damage and losses are reported by people.
fn person(occasion: &Occasion<'_>) -> Result<PartyId, Malformed> {
    let nobody = || Malformed { field: "by", says: say::PEOPLE_REPORT_DAMAGE.with([]) };
    occasion.person().ok_or_else(nobody)
}

/// What is so about an asset, as a sentence.
fn says(asset: &Asset, standing: Standing) -> Message {
    let name = || Argument::from(asset.name.as_str());
    match standing {
        Standing::InStore => say::ASSET_IS_IN_STORE.with([name()]),
        Standing::Lent(loan) => {
            say::ASSET_IS_LENT.with([name(), loan.to.into(), loan.from.into(), loan.due.into()])
        }
        Standing::Damaged => say::ASSET_IS_DAMAGED.with([name()]),
        Standing::Lost => say::ASSET_IS_LOST.with([name()]),
        Standing::Retired => say::ASSET_IS_RETIRED.with([name()]),
    }
}

/// Refuses unless the asset stands as it must at the end of a day.
fn must_stand(
    rule: Ruled<'_, AssetRegister>,
    asset: &Asset,
    on: Date,
    (code, may): (Code, fn(Standing) -> bool),
) -> Result<(), Denied> {
    let Some(standing) = asset.standing_on(on) else {
        let says = say::DAY_IS_BEFORE.with([on.into(), asset.since.into()]);
        return Err(Malformed { field: "on", says }.into());
    };
    if may(standing) {
        return Ok(());
    }
    let remedy = match standing {
        Standing::Lent(loan) => say::ASK_FOR_IT_BACK.with([loan.to.into()]),
        Standing::Damaged => say::SETTLE_THE_DAMAGE.with([]),
        Standing::Lost => say::RECORD_IT_FOUND.with([]),
        Standing::InStore | Standing::Retired => say::CHOOSE_ANOTHER_ASSET.with([]),
    };
    let because = Finding::answer(says(asset, standing), Answer::Yes);
    Err(Refusal::new(code, rule.cite, because, remedy).into())
}

/// A fact with words beside it, which go with the person whose they are.
fn beside(of: PartyId, words: &Words, fact: Fact) -> Decided {
    Ok(vec![Recorded { fact, personal: Some((of, Beside::Words(words.clone()))) }])
}

fn enter(
    occasion: &Occasion<'_>,
    kind: &Slug,
    (name, label, place): (&str, &str, &str),
    since: Date,
) -> Decided {
    let rule = register(occasion)?;
    occasion.must_have_power(Power::KeepAssets, rule.cite)?;
    if !rule.rule.kinds.iter().any(|known| known.id == *kind) {
        let known: Vec<Argument> =
            rule.rule.kinds.iter().map(|known| Argument::Named(known.id.clone())).collect();
        let says = say::NO_SUCH_ASSET_KIND.with([kind.as_str().into(), known.into()]);
        return Err(Malformed { field: "kind", says }.into());
    }
    let (name, place) = (filled("name", name)?, filled("place", place)?);
    must_have_come(occasion, "since", since)?;
    let label = label.trim().to_owned();
    let same = |known: &&Arc<Asset>| known.label == label && known.retired.is_none();
    if let Some(other) = occasion.state.assets().find(same).filter(|_| !label.is_empty()) {
        let says = say::LABEL_IS_TAKEN.with([label.as_str().into(), other.name.as_str().into()]);
        return Err(Malformed { field: "label", says }.into());
    }
    let asset = AssetId::after(occasion.state.assets.len());
    one(Fact::AssetEntered { asset, kind: kind.clone(), name, label, place, since })
}

fn relocate(occasion: &Occasion<'_>, id: AssetId, place: &str, on: Date) -> Decided {
    let (rule, asset) = known(occasion, id)?;
    occasion.must_have_power(Power::KeepAssets, rule.cite)?;
    let place = filled("place", place)?;
    must_follow(occasion, asset, on)?;
    must_stand(rule, asset, on, (Code::AssetMustBeKept, |standing| standing != Standing::Retired))?;
    one(Fact::AssetMoved { asset: id, place, on })
}

fn lend(occasion: &Occasion<'_>, id: AssetId, to: PartyId, (on, due): (Date, Date)) -> Decided {
    let (rule, asset) = known(occasion, id)?;
    let borrower = known_party(occasion.state, "to", to)?;
    if !borrower.is_person() {
        let because = Finding::answer(say::IS_AN_ORGANIZATION.with([to.into()]), Answer::Yes);
        let remedy = say::NAME_A_PERSON.with([]);
        return Err(Refusal::new(Code::BorrowerMustBeAPerson, rule.cite, because, remedy).into());
    }
    if occasion.person() != Some(to) {
        occasion.must_have_power(Power::KeepAssets, rule.cite)?;
    }
    must_follow(occasion, asset, on)?;
    if due < on {
        return Err(Malformed { field: "due", says: say::DAY_IS_BEFORE.with([due.into(), on.into()]) }.into());
    }
    let right = rule.rule.borrow;
    let finding = may_party(occasion.state, to, right, None, on);
    if !finding.is_yes() {
        let cites = finding.cites.clone().unwrap_or_else(|| rule_for(occasion.rulebook, right, None));
        let remedy = remedy_for(&finding);
        return Err(Refusal::new(Code::RightMustBeHeld, &cites, finding, remedy).into());
    }
    must_stand(rule, asset, on, (Code::AssetMustBeFree, |standing| standing == Standing::InStore))?;
    one(Fact::AssetLent { asset: id, to, on, due })
}

/// Refuses unless whoever asks has the asset, or keeps the register.
fn must_have_it(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, AssetRegister>,
    asset: &Asset,
) -> Result<(), Denied> {
    let has_it = asset.open_loan().is_some_and(|loan| occasion.person() == Some(loan.to));
    if has_it { Ok(()) } else { occasion.must_have_power(Power::KeepAssets, rule.cite) }
}

fn take_back(occasion: &Occasion<'_>, id: AssetId, on: Date) -> Decided {
    let (rule, asset) = known(occasion, id)?;
    must_have_it(occasion, rule, asset)?;
    must_follow(occasion, asset, on)?;
    let is_out = |standing: Standing| matches!(standing, Standing::Lent(_) | Standing::Lost);
    must_stand(rule, asset, on, (Code::AssetMustBeOut, is_out))?;
    one(Fact::AssetReturned { asset: id, on })
}

/// Whose the words of a report are: whoever had the asset on that day, else whoever reports.
fn whose(asset: &Asset, on: Date, by: PartyId) -> PartyId {
    asset.loan_on(on).map_or(by, |loan| loan.to)
}

fn report_damage(occasion: &Occasion<'_>, id: AssetId, on: Date, words: &Words) -> Decided {
    let by = person(occasion)?;
    let (rule, asset) = known(occasion, id)?;
    must_follow(occasion, asset, on)?;
    let is_there = |standing: Standing| !matches!(standing, Standing::Lost | Standing::Retired);
    must_stand(rule, asset, on, (Code::AssetMustBeKept, is_there))?;
    words.must_speak_of(TEXT)?;
    let of = whose(asset, on, by);
    let words_id = occasion.state.next_words();
    beside(of, words, Fact::AssetDamaged { asset: id, of, on, words: words_id })
}

fn settle_damage(occasion: &Occasion<'_>, id: AssetId, on: Date, words: &Words) -> Decided {
    person(occasion)?;
    let (rule, asset) = known(occasion, id)?;
    occasion.must_have_power(Power::KeepAssets, rule.cite)?;
    must_follow(occasion, asset, on)?;
    let Some(damage) = asset.damage_on(on) else {
        let because = Finding::answer(say::NO_DAMAGE_WAITS.with([asset.name.as_str().into()]), Answer::No);
        let remedy = say::REPORT_THE_DAMAGE.with([]);
        return Err(Refusal::new(Code::DamageMustBeOpen, rule.cite, because, remedy).into());
    };
    words.must_speak_of(TEXT)?;
    let words_id = occasion.state.next_words();
    beside(damage.of, words, Fact::DamageSettled { asset: id, on, words: words_id })
}

fn report_loss(occasion: &Occasion<'_>, id: AssetId, on: Date, words: &Words) -> Decided {
    let by = person(occasion)?;
    let (rule, asset) = known(occasion, id)?;
    must_have_it(occasion, rule, asset)?;
    must_follow(occasion, asset, on)?;
    let is_there = |standing: Standing| !matches!(standing, Standing::Lost | Standing::Retired);
    must_stand(rule, asset, on, (Code::AssetMustBeKept, is_there))?;
    words.must_speak_of(TEXT)?;
    let of = whose(asset, on, by);
    let words_id = occasion.state.next_words();
    beside(of, words, Fact::AssetLost { asset: id, of, on, words: words_id })
}

fn retire(occasion: &Occasion<'_>, id: AssetId, on: Date, basis: &str) -> Decided {
    let (rule, asset) = known(occasion, id)?;
    occasion.must_have_power(Power::KeepAssets, rule.cite)?;
    must_follow(occasion, asset, on)?;
    let basis = basis.trim();
    if basis.is_empty() {
        return Err(Malformed { field: "basis", says: say::BASIS_IS_EMPTY.with([]) }.into());
    }
    let is_here = |standing: Standing| !matches!(standing, Standing::Lent(_) | Standing::Retired);
    must_stand(rule, asset, on, (Code::AssetMustBeFree, is_here))?;
    one(Fact::AssetRetired { asset: id, on, basis: basis.to_owned() })
}
