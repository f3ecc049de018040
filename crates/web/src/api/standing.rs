//! How members stand, who is behind, and the channels.

use axum::{Json, extract::Path};
use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    membership::{self, held_by},
    sight::{Viewer, must_keep_members},
    standing::{
        self, DutyStatus, behind, channels_for, last_reminded, link_for, may_see_links, next_reminder,
        reached, reads, reads_reason,
    },
    values::{MembershipId, Slug},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    caller::Caller,
    finding::Finding,
    members::AsOf,
    paging::{Page, Paging},
    parameters::Parameters,
    problem::{Kind, Problem},
    reading::{MembershipName, Reading},
};

/// What the bylaws ask of a membership.
#[derive(Debug, Serialize, ToSchema)]
pub struct Duty {
    /// The duty, as the bylaws call it; one duty can ask several things.
    pub duty: Slug,
    /// How it stands. `not_yet_known` is what nothing in the book can answer.
    pub status: DutyStatus,
    /// The last day for it, or since when it is met; absent where it has no last day.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Whether it is only encouraged.
    pub is_encouraged: bool,
    /// The last day on which it is waived, where it is.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waived_through: Option<Date>,
    /// Why it was waived, for the member and for those who may waive; absent once it is erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiver_reason: Option<String>,
    /// What is asked, with its clause.
    pub finding: Finding,
}

/// How a membership stands on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberStanding {
    /// Of which.
    pub membership: MembershipId,
    /// That day, in the co-op's time zone.
    #[schema(value_type = String, format = Date)]
    pub day: Date,
    /// Whether it is in good standing: `yes` or `no`, and `does_not_apply` where the bylaws do not say what that is.
    pub good: Finding,
    /// What is late first, then what is due, coming, met, waived and not yet known.
    pub duties: Vec<Duty>,
}

/// A member of whom something required is late or due.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberBehind {
    /// Who.
    pub membership: MembershipName,
    /// What is late, and then what is due.
    pub duties: Vec<Duty>,
    /// When they were last reminded.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Timestamp>,
    /// The first day on which they can be reminded again, where that is to come.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_reminder: Option<Date>,
    /// Whether anybody who acts for them has an address of mail.
    pub is_reached: bool,
}

/// A channel of one of the caller's memberships.
#[derive(Debug, Serialize, ToSchema)]
pub struct Channel {
    /// The channel, as the bylaws call it.
    pub channel: Slug,
    /// What it is called, in the language of the caller.
    pub name: String,
    /// Of which membership.
    pub membership: MembershipId,
    /// Since when the membership has joined it.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<Date>,
    /// The invitation link; absent where none is set, and where the membership may not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Whether the membership may see invitation links, and if not, why.
    pub may_see_link: Finding,
}

/// Who is behind with what.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct With {
    /// Only those who are behind with this duty.
    duty: Option<String>,
    /// Which page, from 1.
    #[param(minimum = 1)]
    page: Option<u32>,
    /// How many on a page.
    #[param(minimum = 1, maximum = 200)]
    per_page: Option<u32>,
}

/// Shows how a membership stands on a day that is not to come: for the member, for whoever acts for it, and for those
/// who keep the list of members or may waive duties. For everybody else there is no such page: 404.
#[utoipa::path(
    get,
    path = "/{org}/memberships/{membership}/standing",
    operation_id = "showStanding",
    tag = "Members",
    params(
        ("org" = String, Path, description = "The short name of the co-op."),
        ("membership" = u32, Path, description = "The number of the membership."),
        AsOf,
    ),
    responses((status = 200, description = "Its standing on the day.", body = MemberStanding))
)]
pub async fn show(
    caller: Caller,
    Path((_, membership)): Path<(String, String)>,
    Parameters(as_of): Parameters<AsOf>,
) -> Result<Json<MemberStanding>, Problem> {
    let membership: MembershipId = caller.number(&membership)?;
    if caller.viewer == Viewer::Public {
        return Err(caller.problem(Kind::NotSignedIn));
    }
    caller.read(|reading| {
        let day = as_of.on.unwrap_or(reading.today);
        if reading.today < day {
            let through = format!("..{}", reading.today);
            return Err(Problem::at(Kind::Parameter, "on", &through, reading.words));
        }
        let held = reading.state.membership(membership);
        let held = held.filter(|held| reads(reading.state, reading.viewer, held, reading.today));
        let found = held.and_then(|held| Some((held, standing::standing(reading.state, held.id, day)?)));
        let Some((held, found)) = found else { return Err(reading.problem(Kind::NotFound)) };
        Ok(Json(MemberStanding {
            membership,
            day,
            good: Finding::said(&found.good, reading.words),
            duties: found.duties.iter().map(|duty| reading.duty(held, duty)).collect(),
        }))
    })
}

/// Lists the members of whom something required is late or due today, in the order of admission. For the desk and for
/// whoever keeps the list of members by an office.
#[utoipa::path(
    get,
    path = "/{org}/behind",
    operation_id = "listBehind",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op."), With),
    responses((status = 200, description = "A page of those who are behind.", body = Page<MemberBehind>))
)]
pub async fn list(
    caller: Caller,
    Parameters(with): Parameters<With>,
) -> Result<Json<Page<MemberBehind>>, Problem> {
    if caller.viewer == Viewer::Public {
        return Err(caller.problem(Kind::NotSignedIn));
    }
    caller.read(|reading| {
        must_keep_members(reading.state, reading.viewer, reading.today)
            .map_err(|refusal| reading.refused(&refusal))?;
        let paging = Paging { page: with.page, per_page: with.per_page };
        reading.must_page(paging)?;
        let duty = with.duty.as_deref().map(Slug::new);
        let found = behind(reading.state, duty.as_ref(), reading.today);
        let page = paging.cut(&found, |one| reading.behind(one));
        let Page { items, page, pages, total } = page;
        Ok(Json(Page { items: items.into_iter().flatten().collect(), page, pages, total }))
    })
}

/// Lists the channels of the caller's memberships. The desk has none: 404.
#[utoipa::path(
    get,
    path = "/{org}/channels",
    operation_id = "listChannels",
    tag = "Members",
    params(("org" = String, Path, description = "The short name of the co-op.")),
    responses((status = 200, description = "The channels.", body = Vec<Channel>))
)]
pub async fn channels(caller: Caller) -> Result<Json<Vec<Channel>>, Problem> {
    let person = caller.person()?;
    caller.read(|reading| {
        let held = held_by(reading.state, person, reading.today);
        let held = held.filter_map(|id| reading.state.membership(id));
        Ok(Json(held.flat_map(|held| reading.channels_of(held)).collect()))
    })
}

impl Reading<'_> {
    /// A duty of a membership. Only for readers who may see it.
    pub fn duty(&self, held: &membership::Membership, duty: &standing::Duty) -> Duty {
        let waiver = duty.waiver.as_ref();
        let read = waiver.filter(|_| reads_reason(self.state, self.viewer, held, self.today));
        let reason = read.and_then(|waiver| self.state.words(waiver.words));
        Duty {
            duty: duty.id.clone(),
            status: duty.status,
            day: duty.day,
            is_encouraged: duty.is_encouraged,
            waived_through: waiver.map(|waiver| waiver.until),
            waiver_reason: reason.map(|words| words.on("text").to_owned()),
            finding: Finding::said(&duty.finding, self.words),
        }
    }

    fn behind(&self, one: &standing::Behind) -> Option<MemberBehind> {
        let held = self.state.membership(one.membership)?;
        Some(MemberBehind {
            membership: self.membership(one.membership)?,
            duties: one.duties.iter().map(|duty| self.duty(held, duty)).collect(),
            reminded: last_reminded(self.state, one.membership).map(|last| last.at),
            next_reminder: next_reminder(self.state, one.membership, self.today),
            is_reached: !reached(self.state, held, self.today).is_empty(),
        })
    }

    fn channels_of(&self, held: &membership::Membership) -> Vec<Channel> {
        let may = may_see_links(self.state, self.rulebook, held, self.today);
        let link = |channel: &Slug| link_for(self.state, self.viewer, channel, self.today);
        channels_for(self.state, self.rulebook, held, self.today)
            .into_iter()
            .map(|seen| Channel {
                channel: seen.channel.id.clone(),
                name: seen.channel.name.in_language(self.words.language()).to_owned(),
                membership: held.id,
                joined: seen.joined,
                link: link(&seen.channel.id).filter(|_| may.is_yes()).map(str::to_owned),
                may_see_link: Finding::said(&may, self.words),
            })
            .collect()
    }
}
