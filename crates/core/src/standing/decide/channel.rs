//! The links of channels, and who has joined them.

use super::known_membership;
use crate::{
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    message::Argument,
    messages as say,
    offices::Power,
    personal::{Beside, Words},
    refusal::Malformed,
    rulebook::{ChannelsRule, Ruled},
    standing::{channels::LINK, sight::is_theirs},
    values::{MembershipId, Slug},
};

/// How a link begins: nobody on the way reads or changes where it leads.
const HTTPS: &str = "https://";

/// The most characters that a link has.
const LINK_CHARACTERS_MAX: usize = 500;

fn no_such_channel<'a>(channel: &Slug, rules: impl Iterator<Item = Ruled<'a, ChannelsRule>>) -> Malformed {
    let known: Vec<Argument> = rules
        .flat_map(|rule| &rule.rule.channels)
        .map(|channel| Argument::Text(channel.id.as_str().into()))
        .collect();
    let says = say::NO_SUCH_CHANNEL.with([channel.as_str().into(), known.into()]);
    Malformed { field: "channel", says }
}

/// Sets the invitation link of a channel. The link stands beside the fact, so that no reader of the register, of an
/// export or of an entry finds it there, and it goes when whoever set it is erased.
pub(super) fn set_link(occasion: &Occasion<'_>, channel: &Slug, words: &Words) -> Decided {
    let has_it = |rule: &Ruled<'_, ChannelsRule>| rule.rule.channels.iter().any(|one| one.id == *channel);
    let Some(rule) = occasion.rulebook.channels_of_all().find(has_it) else {
        return Err(no_such_channel(channel, occasion.rulebook.channels_of_all()).into());
    };
    occasion.must_have_power(Power::KeepMembers, rule.cite)?;
    let Some(by) = occasion.person() else {
        return Err(Malformed { field: "by", says: say::PEOPLE_SET_LINKS.with([]) }.into());
    };
    words.must_be_hidden()?;
    let link = words.on(LINK);
    let is_plain = link.chars().all(|letter| letter.is_ascii_graphic() && !"<>\"'`\\".contains(letter));
    let is_link = link.len() > HTTPS.len() && link.starts_with(HTTPS) && link.len() <= LINK_CHARACTERS_MAX;
    if !is_plain || !is_link || words.texts.len() != 1 {
        return Err(Malformed { field: "words.texts", says: say::LINK_IS_NOT_HTTPS.with([]) }.into());
    }
    let fact = Fact::ChannelLinkSet { channel: channel.clone(), words: occasion.state.next_words() };
    Ok(vec![Recorded { fact, personal: Some((by, Beside::Words(words.clone()))) }])
}

/// Records that a membership has joined a channel, or has left it: whoever acts for it, or keeps the list of members.
pub(super) fn tick(occasion: &Occasion<'_>, id: MembershipId, channel: &Slug, joined: bool) -> Decided {
    let held = known_membership(occasion, id)?;
    let class = held.class_on(occasion.today).map(|(_, class)| class);
    let rule = class.and_then(|class| occasion.rulebook.channels(class));
    let Some(rule) = rule.filter(|rule| rule.rule.channels.iter().any(|one| one.id == *channel)) else {
        return Err(no_such_channel(channel, rule.into_iter()).into());
    };
    let person = occasion.person().filter(|person| is_theirs(occasion.state, held, *person, occasion.today));
    if person.is_none() {
        occasion.must_have_power(Power::KeepMembers, rule.cite)?;
    }
    let last = occasion.state.kept(id).and_then(|kept| kept.tick(channel, occasion.today));
    let is_joined = last.is_some_and(|tick| tick.joined);
    if is_joined == joined {
        let key = if joined { &say::CHANNEL_IS_JOINED } else { &say::CHANNEL_IS_NOT_JOINED };
        let says = key.with([id.into(), Argument::Named(channel.clone())]);
        return Err(Denied::from(Malformed { field: "channel", says }));
    }
    Ok(vec![Fact::ChannelTicked { membership: id, channel: channel.clone(), joined, person }.into()])
}
