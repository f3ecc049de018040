//! The channels of the members: the invitation for those who may see it, and a tick for what one has joined.

use std::collections::BTreeMap;

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    command::Command,
    membership::{Membership, held_by},
    message::Argument,
    offices::{Power, has_power},
    personal::Words,
    rulebook::Named,
    sight::Viewer,
    standing::{ChannelSeen, channels_for, link_for, may_see_links},
    values::{PartyId, Slug},
};

use crate::{
    look::{Field, Form, Kind, Part, Place, Tone, badge, empty, notes, passage, title, why},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// Whether the bylaws name channels and the reader has any of them, or sets their invitations.
pub fn has_channels(page: &Page<'_>) -> bool {
    let Some(person) = page.viewer.person() else { return false };
    let has_any = |held: &Membership| !channels_for(page.state, page.rulebook, held, page.today).is_empty();
    let of_theirs = held_by(page.state, person, page.today).filter_map(|id| page.state.membership(id));
    let names_any = page.rulebook.channels_of_all().next().is_some();
    names_any && (sets(page, person) || of_theirs.into_iter().any(|held| has_any(held)))
}

fn sets(page: &Page<'_>, person: PartyId) -> bool {
    has_power(page.state, person, Power::KeepMembers, page.today)
}

/// The channels of whoever is signed in.
pub async fn show(visit: Visit, Path(org): Path<String>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), draw)
}

/// Does something with a channel: `join`, `quit` or `link`.
pub async fn take(visit: Visit, Path((org, step)): Path<(String, String)>, sent: Sent) -> Response {
    let address = format!("/{org}/channels");
    let submitted = async {
        let channel = sent.slug("channel")?;
        let command = match step.as_str() {
            "join" | "quit" => Command::TickChannel {
                membership: sent.number("membership")?,
                channel,
                joined: step == "join",
            },
            "link" => {
                let texts = BTreeMap::from([(Slug::new("link"), sent.text("link")?.to_owned())]);
                Command::SetChannelLink { channel, words: Words { texts, salt: visit.salt(&org, &sent)? } }
            }
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, draw)
}

fn draw(page: &Page<'_>) -> Result<(String, Markup), Problem> {
    let words = page.words;
    let person = match page.viewer {
        Viewer::Party(person) => person,
        Viewer::Public => return Err(Problem::NotSignedIn),
        Viewer::Desk => return Err(Problem::NotFound),
    };
    let held: Vec<_> = held_by(page.state, person, page.today)
        .filter_map(|id| page.state.membership(id))
        .map(|held| (held, channels_for(page.state, page.rulebook, held, page.today)))
        .filter(|(_, channels)| !channels.is_empty())
        .collect();
    let kicker = html! { a href={ (page.base) "/today" } { (words.text("nav-today")) } };
    let lead = html! { p class="lead" { (words.text("channels-lead")) } };
    let names_any = page.rulebook.channels_of_all().next().is_some();
    let body = html! {
        (title(&kicker, words.text("channels"), Some(&lead)))
        @if !names_any { (passage(&html! {}, &empty(words.text("channels-none")))) }
        @else if held.is_empty() { (passage(&html! {}, &empty(words.text("channels-not-yours")))) }
        @for (held, channels) in &held { (of_membership(page, person, held, channels)) }
        @if names_any && sets(page, person) { (setting(page)) }
    };
    Ok((words.text("channels").to_owned(), body))
}

fn of_membership(
    page: &Page<'_>,
    person: PartyId,
    held: &Membership,
    channels: &[ChannelSeen<'_>],
) -> Markup {
    let words = page.words;
    let may = may_see_links(page.state, page.rulebook, held, page.today);
    let rule = held.class_on(page.today).and_then(|(_, class)| page.rulebook.channels(class));
    passage(
        &notes(page.reader(), rule.map(|rule| &**rule.cite)),
        &html! {
            h2 { (words.party(held.party)) }
            @if !may.is_yes() {
                p { (words.text("channel-kept")) }
                (why(page.reader(), &may))
            }
            ul class="list" {
                @for seen in channels { (channel(page, person, held, seen, may.is_yes())) }
            }
        },
    )
}

fn channel(
    page: &Page<'_>,
    person: PartyId,
    held: &Membership,
    seen: &ChannelSeen<'_>,
    may_see: bool,
) -> Markup {
    let words = page.words;
    let link = link_for(page.state, page.viewer, &seen.channel.id, page.today).filter(|_| may_see);
    let is_own = held.party == person;
    let member = || [("member", Argument::Membership(held.id))];
    let (step, label) = match (seen.joined.is_some(), is_own) {
        (false, true) => ("join", words.text("channel-join").to_owned()),
        (false, false) => ("join", words.text_with("channel-join-for", member())),
        (true, true) => ("quit", words.text("channel-quit").to_owned()),
        (true, false) => ("quit", words.text_with("channel-quit-for", member())),
    };
    let class = seen.joined.map(|_| "quiet small-button");
    let button = Part::Plain(html! { button type="submit" class=[class] { (label) } });
    let form = Form::new(format!("{}/channels/{step}", page.base), vec![button])
        .request()
        .of("membership", held.id.to_string())
        .of("channel", seen.channel.id.as_str().to_owned());
    html! {
        li {
            div class="row" {
                h3 { (page.name(&seen.channel.name)) }
                @match seen.joined {
                    Some(on) => (badge(Tone::Yes, &words.text_with("channel-joined", [("day", on.into())]))),
                    None => (badge(Tone::Wait, words.text("channel-not-joined"))),
                }
            }
            @if let Some(link) = link {
                p { a href=(link) rel="noopener noreferrer nofollow" { (words.text("channel-open")) } }
            } @else if !seen.is_open { p class="small soft" { (words.text("channel-not-open")) } }
            (page.form(&form))
        }
    }
}

/// For whoever keeps the list of members: the invitation of each channel.
fn setting(page: &Page<'_>) -> Markup {
    let words = page.words;
    let channels: Vec<&Named> =
        page.rulebook.channels_of_all().flat_map(|rule| &rule.rule.channels).collect();
    passage(
        &html! {},
        &html! {
            h2 { (words.text("channel-set-title")) }
            p class="small soft" { (words.text("channel-set-lead")) }
            @for (place, channel) in channels.iter().enumerate() { (set_link(page, channel, place)) }
        },
    )
}

fn set_link(page: &Page<'_>, channel: &Named, place: usize) -> Markup {
    let words = page.words;
    let link = link_for(page.state, page.viewer, &channel.id, page.today);
    let scope = u32::try_from(place).unwrap_or(u32::MAX);
    let field = Field::new(Kind::Line, "link").scope(scope).hint(words.text("channel-link-hint"));
    let field = field.value(link.unwrap_or_default().to_owned());
    let form = Form::new(format!("{}/channels/link", page.base), vec![Part::Field(field)])
        .request()
        .of("channel", channel.id.as_str().to_owned())
        .submit(words.text("channel-set-button"));
    let state = if link.is_some() { "channel-set-now" } else { "channel-set-not" };
    let summary = format!("{} · {}", page.name(&channel.name), words.text(state));
    page.folded(&summary, false, &form)
}
