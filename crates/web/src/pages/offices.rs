//! Offices: who may do what for the co-op, and giving and ending that.

use axum::{
    extract::Path,
    response::{Html, IntoResponse, Response},
};
use jiff::SignedDuration;
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    fact::Fact,
    membership::Right,
    message::Argument,
    offices::{Power, Tenure, has_power, holders},
    rulebook::{Office, Ruled},
    sight::Viewer,
    values::{MembershipId, PartyId},
};
use rochdale_register::Done;

use super::{
    hand_over,
    members::{self, party_link},
};
use crate::{
    look::{Field, Form, Kind, Part, Place, empty, notes, passage, title},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// Every office with its powers and its holders.
pub async fn list(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), all)
}

/// The title of the page and what stands on it.
fn all(page: &Page<'_>) -> Result<(String, Markup), Problem> {
    page.must_see(Right::SeeMembers)?;
    Ok((page.words.text("offices").to_owned(), draw(page)))
}

/// Gives an office to somebody.
pub async fn give(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let command = || {
        Ok(Command::GiveOffice {
            office: sent.slug("office")?,
            person: sent.number("person")?,
            from: sent.optional_date("from")?.unwrap_or(visit.read(&org, |page| Ok(page.today))?),
            until: sent.optional_date("until")?,
        })
    };
    done(&visit, &org, &sent, command()).await
}

/// Ends an office today.
pub async fn end(visit: Visit, Path(org): Path<String>, sent: Sent) -> Response {
    let command = || {
        let on = visit.read(&org, |page| Ok(page.today))?;
        Ok(Command::EndOffice { office: sent.slug("office")?, person: sent.number("holder")?, on })
    };
    done(&visit, &org, &sent, command()).await
}

/// Leads back to the offices; or shows them again, with what was not accepted.
async fn done(visit: &Visit, org: &str, sent: &Sent, command: Result<Command, Problem>) -> Response {
    let address = format!("/{org}/offices");
    let submitted = async { visit.submit(org, sent.request()?, command?).await };
    visit.led_back((org, Place::Members, &address), sent, submitted.await, all)
}

/// Vouches for somebody who can no longer sign in, and leads back to their page.
pub async fn vouch(visit: Visit, Path((org, party)): Path<(String, u32)>, sent: Sent) -> Response {
    let (address, command) =
        (format!("/{org}/members/{party}"), Command::VouchForAccess { party: PartyId(party) });
    let submitted = async { visit.submit(&org, sent.request()?, command).await };
    match submitted.await {
        // The second to vouch hands the link over. It is the answer to this request and to no later one with
        // its id: what was decided a while ago makes no new link.
        Ok(done) if restored_just_now(&visit, &done) => {
            hand_over::shown_once(visit, &org, PartyId(party)).await.into_response()
        }
        submitted => {
            let draw = |page: &Page<'_>| members::one(page, PartyId(party));
            visit.led_back((&org, Place::Members, &address), &sent, submitted, draw)
        }
    }
}

/// How long after the second vouching its link is shown, in seconds: a form that is sent again after a lost
/// connection is answered, and nothing after that.
const RESTORED_SECONDS_MAX: i64 = 60;

fn restored_just_now(visit: &Visit, done: &Done) -> bool {
    let restores = done.facts.iter().any(|fact| matches!(fact, Fact::AccessRestored { .. }));
    let ago = visit.site.clock.now().duration_since(done.at);
    restores && ago < SignedDuration::from_secs(RESTORED_SECONDS_MAX)
}

/// Whether the one who looks may do what takes a power.
fn has(page: &Page<'_>, power: Power) -> bool {
    match page.viewer {
        Viewer::Desk => true,
        Viewer::Party(person) => has_power(page.state, person, power, page.today),
        Viewer::Public => false,
    }
}

fn draw(page: &Page<'_>) -> Markup {
    let words = page.words;
    let lead = html! { p class="lead" { (words.text("offices-lead")) } };
    let kicker = html! { a href={ (page.base) "/members" } { (words.text("nav-members")) } };
    let offices: Vec<Ruled<'_, Office>> = page.rulebook.offices().collect();
    html! {
        (title(&kicker, words.text("offices"), Some(&lead)))
        @if offices.is_empty() { (passage(&html! {}, &empty(words.text("offices-none")))) }
        @for (number, office) in (0..).zip(&offices) { (one(page, *office, number)) }
    }
}

fn one(page: &Page<'_>, office: Ruled<'_, Office>, number: u32) -> Markup {
    let words = page.words;
    let held: Vec<&Tenure> = holders(page.state, office, page.today).collect();
    html! {
        (passage(&notes(page.reader(), [&**office.cite]), &html! {
            h2 { (page.name(&office.rule.name)) }
            @let powers = Argument::List(office.rule.powers.iter().map(|power| Argument::Power(*power)).collect());
            p { (words.text_with("office-powers", [("powers", powers)])) }
            h3 { (words.text("office-holders")) }
            @if held.is_empty() { (empty(words.text("office-nobody"))) }
            @else { ul class="list" { @for tenure in held { (holder(page, tenure)) } } }
            @if has(page, Power::Appoint) { (giving(page, office, number)) }
        }))
    }
}

fn holder(page: &Page<'_>, tenure: &Tenure) -> Markup {
    let words = page.words;
    let is_own = page.viewer.person() == Some(tenure.person);
    let days = match tenure.until {
        Some(until) => {
            words.text_with("office-through", [("from", tenure.from.into()), ("until", until.into())])
        }
        None => words.text_with("office-since", [("from", tenure.from.into())]),
    };
    html! {
        li class="row" {
            span { (party_link(page, tenure.person)) " " span class="small soft" { (days) } }
            @if is_own || has(page, Power::Appoint) {
                @let button = html! {
                    button class="quiet small-button" type="submit" aria-label=[(!is_own).then(|| format!("{}: {}", words.text("office-end-short"), words.party(tenure.person)))] {
                        (words.text(if is_own { "office-lay-down" } else { "office-end-short" }))
                    }
                };
                (page.form(&Form::new(format!("{}/offices/end", page.base), vec![Part::Plain(button)]).request().of("office", tenure.office.as_str()).of("holder", tenure.person.to_string())))
            }
        }
    }
}

/// The form that gives an office, folded away.
fn giving(page: &Page<'_>, office: Ruled<'_, Office>, number: u32) -> Markup {
    let words = page.words;
    let is_current =
        |id: &MembershipId| page.state.membership(*id).is_some_and(|held| held.is_current_on(page.today));
    let people = members::people(page, |party| party.memberships.iter().any(is_current));
    let parts = [
        Field::new(Kind::OneOf(people), "person"),
        Field::new(Kind::Date, "from").value(page.today.to_string()),
        Field::new(Kind::Date, "until").hint(words.text("office-until-hint")).required(false),
    ];
    let parts = parts.into_iter().map(|field| Part::Field(field.scope(number))).collect();
    let form = Form::new(format!("{}/offices", page.base), parts)
        .request()
        .of("office", office.rule.id.as_str())
        .submit(words.text("office-give-button"));
    page.folded(words.text("office-give"), false, &form)
}

/// On the page of somebody who has lost their way in: who vouched, and the button for whoever may.
pub(super) fn access(page: &Page<'_>, party: PartyId) -> Markup {
    let words = page.words;
    let Viewer::Party(person) = page.viewer else { return html! {} };
    if person == party || !has_power(page.state, person, Power::RestoreAccess, page.today) {
        return html! {};
    }
    let office = page.rulebook.offices().find(|office| office.rule.powers.contains(&Power::RestoreAccess));
    let cites = office.map(|office| &**office.cite);
    let button = words.text_with("access-vouch", [("person", Argument::Party(party))]);
    html! {
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (words.text("access-title")) }
            p class="small soft" { (words.text("access-hint")) }
            @if let Some(vouched) = page.state.vouched_for(party) {
                p { (words.text_with("access-waiting", [("person", Argument::Party(vouched.by))])) }
            }
            (page.form(&Form::new(format!("{}/members/{party}/vouch", page.base), Vec::new()).request().submit(&button)))
        }))
    }
}
