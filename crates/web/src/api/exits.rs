//! Exits: who leaves, and what is settled and handed over. Only for their readers.

use axum::{Json, extract::Path};
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    command::By,
    exits::{self, ExitEnd, asked_of, exits_for, is_late, reads},
    message::Argument,
    values::{ExitId, Minor, Slug},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    caller::Caller,
    finding::Citation,
    problem::{Kind, Problem},
    reading::{MembershipName, PartyName, Reading},
};

/// Somebody leaving. Amounts are in minor units of the co-op's currency.
#[derive(Debug, Serialize, ToSchema)]
pub struct Exit {
    /// Its number.
    pub exit: ExitId,
    /// The membership that ends.
    pub membership: MembershipName,
    /// The last day of the membership, once it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub last_day: Option<Date>,
    /// When it was opened.
    #[schema(value_type = String, format = DateTime)]
    pub opened: Timestamp,
    /// Who gave notice; absent where a decision or the desk ended the membership.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_by: Option<PartyName>,
    /// Whether something should have been done before today.
    pub is_late: bool,
    /// How it came to its end; absent while it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<ExitEnd>,
    /// What is owed altogether.
    pub owed: Minor,
    /// What of it is paid.
    pub paid: Minor,
    /// What is settled, in the order of the bylaws.
    pub settlement: Vec<Settled>,
    /// What is handed over, in the order of the bylaws.
    pub handover: Vec<HandedOver>,
}

/// Something that is settled.
#[derive(Debug, Serialize, ToSchema)]
pub struct Settled {
    /// What the bylaws call it.
    pub line: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// The clause.
    pub cites: Citation,
    /// Its number in the exit; absent until it is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// What was paid in, where that is what is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid_in: Option<Minor>,
    /// What is owed; absent until it is recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owed: Option<Minor>,
    /// When it is paid; the parts add up to what is owed.
    pub instalments: Vec<Instalment>,
}

/// A part of what is owed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Instalment {
    /// How much.
    pub amount: Minor,
    /// By when it is paid.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// When it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub paid: Option<Date>,
}

/// Something that is handed over.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandedOver {
    /// What the bylaws call it.
    pub item: Slug,
    /// Its name, in the language of the caller.
    pub name: String,
    /// The clause.
    pub cites: Citation,
    /// Who ticked it off; absent until then, and where the desk did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PartyName>,
    /// When it was ticked off; absent until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
}

/// Lists the exits that the caller may read, the newest first.
#[utoipa::path(
    get,
    path = "/{org}/exits",
    operation_id = "listExits",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The exits.", body = Vec<Exit>))
)]
pub async fn list(caller: Caller) -> Result<Json<Vec<Exit>>, Problem> {
    if caller.viewer == rochdale_core::sight::Viewer::Public {
        return Err(caller.problem(Kind::NotSignedIn));
    }
    caller.read(|reading| {
        let all = exits_for(reading.state, reading.viewer, reading.today);
        Ok(Json(all.filter_map(|exit| view(reading, exit)).collect()))
    })
}

/// Shows an exit to whoever leaves, and to those who settle it.
#[utoipa::path(
    get,
    path = "/{org}/exits/{exit}",
    operation_id = "showExit",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("exit" = u32, Path, description = "The number of the exit."),
    ),
    responses((status = 200, description = "The exit.", body = Exit))
)]
pub async fn show(caller: Caller, Path((_, exit)): Path<(String, String)>) -> Result<Json<Exit>, Problem> {
    if caller.viewer == rochdale_core::sight::Viewer::Public {
        return Err(caller.problem(Kind::NotSignedIn));
    }
    let id: ExitId = caller.number(&exit)?;
    let shown = caller.read(|reading| {
        let known = reading.state.exit(id);
        let known = known.filter(|exit| reads(reading.state, exit, reading.viewer, reading.today));
        Ok(known.and_then(|exit| view(reading, exit)))
    })?;
    shown.map(Json).ok_or_else(|| caller.problem(Kind::NotFound))
}

fn view(reading: &Reading<'_>, exit: &exits::Exit) -> Option<Exit> {
    let (settled, handed) = asked_of(reading.state, exit);
    let name =
        |named: &rochdale_core::rulebook::Named| reading.words.argument(&Argument::Name(named.name.clone()));
    let settlement = settled.into_iter().map(|(named, rule)| {
        let line = exit.standing_lines().find(|(_, line)| line.kind == named.id);
        let instalments = line.iter().flat_map(|(_, line)| &line.instalments);
        Settled {
            line: named.id.clone(),
            name: name(named),
            cites: Citation::of(rule.cite),
            number: line.map(|(number, _)| number),
            paid_in: line.and_then(|(_, line)| line.paid_in),
            owed: line.map(|(_, line)| line.owed),
            instalments: instalments
                .map(|one| Instalment { amount: one.amount, due: one.due, paid: one.paid })
                .collect(),
        }
    });
    let handover = handed.into_iter().map(|(named, rule)| {
        let tick = exit.ticks.get(&named.id);
        let by = tick.and_then(|tick| match tick.by {
            By::Party(party) => Some(reading.party(party)),
            By::Desk | By::Clock | By::Visitor => None,
        });
        HandedOver {
            item: named.id.clone(),
            name: name(named),
            cites: Citation::of(rule.cite),
            by,
            at: tick.map(|tick| tick.at),
        }
    });
    Some(Exit {
        exit: exit.id,
        membership: reading.membership(exit.membership)?,
        last_day: reading.state.membership(exit.membership)?.last_day(),
        opened: exit.opened,
        notice_by: exit.notice.map(|notice| reading.party(notice.by)),
        is_late: is_late(reading.state, exit, reading.today),
        ended: exit.ended.map(|(_, how)| how),
        owed: exit.owed(),
        paid: exit.paid(),
        settlement: settlement.collect(),
        handover: handover.collect(),
    })
}
