//! Who the members are, and what each may, must and was.

use axum::{
    extract::{Path, Query},
    response::Html,
};
use jiff::{Timestamp, civil::Date};
use maud::{Markup, html};
use rochdale_core::{
    fact::Basis,
    membership::{Membership, Party, Right, phase_on},
    sight::{details_for, lets_people_in, must_answer_applicants, must_keep_members, sees_party},
    values::{PartyId, Slug},
};
use serde::Deserialize;

use super::{
    account, agreements, applications, hand_over, offices::access, proposals, representatives, reviews,
    rights, standing,
};
use crate::{
    look::{
        Column, Pages, Place, Text, Tone, badge, definitions, empty, notes, passage, passage_wide, table,
        title,
    },
    problem::Problem,
    visit::{Page, Visit},
};

/// How many members stand on a page.
const MEMBERS_A_PAGE: usize = 50;

/// Which members to show.
#[derive(Deserialize)]
pub struct Wanted {
    /// The page, counted from 1.
    page: Option<usize>,
    /// A class.
    class: Option<String>,
    /// Words of a name or a place.
    search: Option<String>,
}

/// The members of today.
pub async fn list(
    visit: Visit,
    Path(org): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| {
        page.must_see(Right::SeeMembers)?;
        Ok((page.words.text("nav-members").to_owned(), members(page, &wanted)))
    })
}

/// One person or organization.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Members), |page| {
        let (title, body) = one(page, PartyId(id))?;
        let offered = page.state.party(PartyId(id)).map(|party| hand_over::offer(&visit, page, party));
        Ok((title, html! { (body) @if let Some(offered) = offered { (offered) } }))
    })
}

/// The title of a party's page and what stands on it, for whoever may see it.
pub(super) fn one(page: &Page<'_>, id: PartyId) -> Result<(String, Markup), Problem> {
    let party = seen(page, id)?;
    Ok((page.words.party(party.id), of_party(page, party)))
}

/// The party of this number, for whoever may see it.
pub(super) fn seen<'a>(page: &Page<'a>, id: PartyId) -> Result<&'a Party, Problem> {
    let party = page.state.party(id).filter(|party| sees_party(page.state, page.viewer, party, page.today));
    let Some(party) = party else {
        // Whether there is a party of this number is told to nobody who may not see the members.
        page.must_see(Right::SeeMembers)?;
        return Err(Problem::NotFound);
    };
    Ok(party)
}

fn members(page: &Page<'_>, wanted: &Wanted) -> Markup {
    let words = page.words;
    let class_today =
        |membership: &Membership| membership.class_on(page.today).map(|(_, class)| class.clone());
    let all: Vec<_> = page.state.memberships_on(page.today).collect();
    let chosen = wanted.class.as_deref().map(Slug::new);
    let search = wanted.search.as_deref().unwrap_or_default().trim();
    let wanted_words = search.to_lowercase();
    let mut of_class: Vec<_> = all
        .iter()
        .filter(|one| chosen.is_none() || class_today(one) == chosen)
        .filter(|one| is_found(page, one, &wanted_words))
        .copied()
        .collect();
    of_class.sort_by_cached_key(|one| by_name(page, one));
    let pages = Pages::of(of_class.len(), MEMBERS_A_PAGE, wanted.page);
    let rows: Vec<Vec<Markup>> = pages.cut(&of_class).map(|one| row(page, one)).collect();
    let columns = [
        Column::of_words(words.text("member")),
        Column::of_words(words.text("class")),
        Column::of_days(words.text("since")),
        Column::of_words(words.text("place")),
    ];
    let address = format!("{}/members", page.base);
    let asked = [("class", chosen.as_ref().map_or("", Slug::as_str)), ("search", search)];
    let caption = words.text_with("members-count", [("count", (of_class.len() as u64).into())]);
    let see = page.rulebook.classes().filter_map(|class| {
        page.rulebook.cell(&class.rule.id, None, Right::SeeMembers, None).map(|cell| &*cell.cite)
    });
    html! {
        (title(&html! { (words.date(page.today)) }, words.text("nav-members"), Some(&html! { p {
            a href={ (page.base) "/offices" } { (words.text("offices")) }
            (of_the_desk(page))
            @if super::exits::sees_list(page) { " · " a href={ (page.base) "/exits" } { (words.text("exits")) } }
            " · " a href={ (page.base) "/lists" } { (words.text("list-title")) }
            @if lets_people_in(page.viewer) { " · " a href={ (page.base) "/mail" } { (words.text("mail-title")) } }
        } })))
        (passage_wide(&notes(page.reader(), see.take(1)), &html! {
            nav class="tags filter" aria-label=(words.text("class")) {
                (filter(page, None, &chosen, all.len()))
                @for class in page.rulebook.classes() {
                    @let id = Some(class.rule.id.clone());
                    @let count = all.iter().filter(|one| class_today(one) == id).count();
                    @if count > 0 { (filter(page, id, &chosen, count)) }
                }
            }
            form class="filter" method="get" action={ (page.base) "/members" } role="search" {
                @if let Some(class) = &chosen { input type="hidden" name="class" value=(class); }
                label for="search" { (words.text("members-search")) }
                input type="search" id="search" name="search" value=(search) autocomplete="off";
                button class="quiet" type="submit" { (words.text("members-find")) }
            }
            @if rows.is_empty() { (empty(words.text(if search.is_empty() { "nothing-here" } else { "members-none-found" }))) }
            @else { (table(&caption, &columns, &rows)) }
            (pages.links(words, &address, &asked))
        }))
    }
}

/// What a list stands in the order of: the name, as far as it is known.
fn by_name(page: &Page<'_>, membership: &Membership) -> (bool, String) {
    let name = page.state.party(membership.party).and_then(|party| party.name());
    (name.is_none(), name.unwrap_or_default().to_lowercase())
}

/// Whether words in small letters stand in the name or the place of whoever has a membership.
fn is_found(page: &Page<'_>, membership: &Membership, wanted: &str) -> bool {
    let party = page.state.party(membership.party);
    let known = party.into_iter().flat_map(|party| [party.name(), party.place()]).flatten();
    wanted.is_empty() || known.into_iter().any(|known| known.to_lowercase().contains(wanted))
}

/// Where those look who keep the list and answer applicants; nothing for others.
fn of_the_desk(page: &Page<'_>) -> Markup {
    let answers = must_answer_applicants(page.state, page.viewer, page.today).is_ok();
    let keeps = must_keep_members(page.state, page.viewer, page.today).is_ok();
    html! {
        @if answers { " · " a href={ (page.base) "/applicants" } { (page.words.text("applicants")) } }
        @if keeps { " · " a href={ (page.base) "/commitments" } { (page.words.text("commitments")) } }
        @if standing::sees_list(page) { " · " a href={ (page.base) "/standing" } { (page.words.text("behind")) } }
    }
}

fn filter(page: &Page<'_>, class: Option<Slug>, chosen: &Option<Slug>, count: usize) -> Markup {
    let name = match &class {
        Some(class) => page.words.class(class),
        None => page.words.text("everybody").to_owned(),
    };
    let address = match &class {
        Some(class) => format!("{}/members?class={class}", page.base),
        None => format!("{}/members", page.base),
    };
    let current = (class == *chosen).then_some("true");
    html! { a class="badge" href=(address) aria-current=[current] { (name) " " span class="number" { (page.words.count(count as u64)) } } }
}

fn row(page: &Page<'_>, membership: &Membership) -> Vec<Markup> {
    let words = page.words;
    let place = page.state.party(membership.party).and_then(|party| party.place()).unwrap_or_default();
    vec![
        party_link(page, membership.party),
        html! {
            @if let Some((_, class)) = membership.class_on(page.today) {
                (words.class(class))
                @if let Some(on) = phase_on(page.rulebook, membership, page.today) { span class="soft" { (words.text("list-between")) (page.name(&on.phase.name)) } }
                @if let Some(kind) = &membership.kind { span class="soft" { (words.text("list-between")) (words.named(kind)) } }
            }
        },
        html! { (words.short_date(membership.since())) },
        html! { (place) },
    ]
}

/// The name of a party, leading to its page.
pub(super) fn party_link(page: &Page<'_>, party: PartyId) -> Markup {
    html! { a href={ (Text(page.base)) "/members/" (party) } { (Text(page.words.party(party))) } }
}

/// The same on a page whose readers do not all see the members: the link stands for whoever may follow it.
pub(super) fn party_named(page: &Page<'_>, id: PartyId) -> Markup {
    let known = page.state.party(id);
    if known.is_some_and(|known| sees_party(page.state, page.viewer, known, page.today)) {
        return party_link(page, id);
    }
    html! { (page.words.party(id)) }
}

fn of_party(page: &Page<'_>, party: &Party) -> Markup {
    let words = page.words;
    let kind = if party.is_person() { "person" } else { "organization" };
    let details = details_for(page.state, page.viewer, party, page.today);
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if let Some(place) = party.place() {
        facts.push((words.text("place"), html! { (place) }));
    }
    if let Some(email) = details.and_then(|details| details.email.as_deref()) {
        facts.push((words.text("email"), html! { (email) }));
    }
    if let Some(person) = party.representative_on(page.today) {
        facts.push((words.text("acts-for-it"), party_link(page, person)));
    }
    let alternates: Vec<PartyId> = party.alternates_on(page.today).collect();
    if !alternates.is_empty() {
        let list = html! { @for id in &alternates { div { (party_link(page, *id)) } } };
        facts.push((words.text("alternates"), list));
    }
    let represented: Vec<PartyId> = party
        .represents
        .iter()
        .copied()
        .filter(|id| page.state.party(*id).is_some_and(|one| one.is_represented_by(party.id, page.today)))
        .collect();
    if !represented.is_empty() {
        let list = html! { @for id in &represented { div { (party_link(page, *id)) (as_what(page, *id, party.id)) } } };
        facts.push((words.text("acts-for"), list));
    }
    html! {
        (title(&html! { (words.text(kind)) }, &words.party(party.id), None))
        @if !facts.is_empty() { (passage(&html! {}, &definitions(&facts))) }
        @for id in party.memberships.iter().rev() {
            @if let Some(membership) = page.state.membership(*id) { (of_membership(page, membership)) }
        }
        (agreements::of_party(page, party.id))
        @if party.memberships.is_empty() { (passage(&html! {}, &empty(words.text("no-membership")))) }
        @if !party.is_person() { (representatives::of_organization(page, party)) }
        @if party.is_person() {
            (access(page, party.id))
            (account::correct::others(page, party))
            (account::forget::others(page, party))
        }
    }
}

/// That somebody represents an organization as an alternate, where it is so.
fn as_what(page: &Page<'_>, organization: PartyId, person: PartyId) -> Markup {
    let official = page.state.party(organization).and_then(|one| one.representative_on(page.today));
    html! {
        @if official != Some(person) { span class="soft small" { " · " (page.words.text("represents-as-alternate")) } }
    }
}

/// Everybody of whom `is_meant` says so, by name, to choose from: whom the one who looks may see.
pub(super) fn parties(page: &Page<'_>, is_meant: impl Fn(&Party) -> bool) -> Vec<(String, String)> {
    let mut parties: Vec<(String, String)> = page
        .state
        .parties()
        .filter(|party| party.name().is_some() && is_meant(party))
        .filter(|party| sees_party(page.state, page.viewer, party, page.today))
        .map(|party| (party.id.to_string(), page.words.party(party.id)))
        .collect();
    parties.sort_by(|one, other| one.1.cmp(&other.1));
    parties
}

/// The same of people only.
pub(super) fn people(page: &Page<'_>, is_meant: impl Fn(&Party) -> bool) -> Vec<(String, String)> {
    parties(page, |party| party.is_person() && is_meant(party))
}

fn of_membership(page: &Page<'_>, membership: &Membership) -> Markup {
    let words = page.words;
    let Some((_, class)) = membership.latest_class() else { return html! {} };
    let is_current = membership.is_current_on(page.today);
    let class_rule = page.rulebook.class(class);
    html! {
        (passage(&notes(page.reader(), class_rule.iter().map(|rule| &**rule.cite)), &html! {
            h2 { (words.class(class)) }
            div class="tags" {
                @if is_current { (badge(Tone::Yes, words.text("membership-current"))) } @else { (badge(Tone::Plain, words.text("membership-ended"))) }
                @if let Some(on) = phase_on(page.rulebook, membership, page.today).filter(|_| is_current) {
                    (badge(Tone::Wait, &words.text_with("phase-until", [("phase", page.name(&on.phase.name).to_owned().into()), ("until", on.next_from.into())])))
                }
                @if let Some(suspended) = membership.suspended_on(page.today).filter(|_| is_current) {
                    (badge(Tone::No, &words.text_with("suspended-badge", [("until", suspended.until.into())])))
                }
            }
            (history(page, membership))
            @if reviews::opens(page, membership) {
                p class="small" { a href={ (page.base) "/reviews/" (membership.id) } { (words.text("reviews")) } }
            }
        }))
        (standing::of_membership(page, membership))
        (applications::of_membership(page, membership))
        (super::exits::leaving(page, membership))
        (rights::of_membership(page, membership))
    }
}

fn history(page: &Page<'_>, membership: &Membership) -> Markup {
    let words = page.words;
    let mut lines: Vec<(String, Markup)> = membership
        .classes
        .iter()
        .enumerate()
        .map(|(place, (since, class, by))| {
            // A change of class takes effect when it is decided; an admission can be recorded late.
            let late = recorded_late(page, *since, Some(membership.recorded).filter(|_| place == 0));
            (words.date(*since), html! { (words.class(class)) (basis(page, by)) (late) })
        })
        .collect();
    for pause in &membership.pauses {
        let until = words.text_with("pause-history", [("until", pause.until.into())]);
        lines.push((
            words.date(pause.from),
            html! { (until) (basis(page, &Basis::Proposal(pause.proposal))) },
        ));
    }
    if let Some(at) = membership.capital_paid {
        lines.push((words.date(words.day_of(at)), html! { (words.text("capital-paid")) }));
    }
    for suspended in &membership.suspensions {
        let until = words.text_with("suspension-history", [("until", suspended.until.into())]);
        let by = basis(page, &Basis::Proposal(suspended.proposal));
        lines.push((words.date(suspended.from), html! { (until) (by) }));
    }
    if let Some(on) = membership.leaves {
        let by = html! { span class="soft small" { " · " (words.text("basis-notice")) } };
        lines.push((words.date(on), html! { (words.text("membership-last-day")) (by) }));
    }
    if let Some((on, by)) = &membership.ended {
        let late = recorded_late(page, *on, membership.end_recorded);
        lines.push((words.date(*on), html! { (words.text("membership-last-day")) (basis(page, by)) (late) }));
    }
    let lines: Vec<(&str, Markup)> = lines.iter().map(|(day, what)| (day.as_str(), what.clone())).collect();
    definitions(&lines)
}

/// When an entry about a day was recorded, where that was later.
pub(super) fn recorded_late(page: &Page<'_>, day: Date, recorded: Option<Timestamp>) -> Markup {
    let late = recorded.and_then(|recorded| page.state.recorded_late(day, recorded));
    html! {
        @if let Some(late) = late {
            span class="soft small" { " · " (page.words.text_with("recorded-on", [("day", late.into())])) }
        }
    }
}

fn basis(page: &Page<'_>, basis: &Basis) -> Markup {
    let says = match basis {
        Basis::Office(words) => Some(html! { (words) }),
        Basis::Notice(_) => Some(html! { (page.words.text("basis-notice")) }),
        Basis::Proposal(id) => proposals::numbered_link(page, *id),
    };
    html! { @if let Some(says) = says { span class="soft small" { " · " (says) } } }
}
