//! The channels of a membership, and who sees how to join them.

use jiff::civil::Date;

use super::{good::good_but_for_channels, sight::is_theirs};
use crate::{
    finding::{Answer, Finding},
    membership::{Membership, Right, held_by, may},
    message::Argument,
    messages as say,
    offices::{Power, has_power},
    rulebook::{Named, Rulebook},
    sight::Viewer,
    state::State,
    values::Slug,
};

/// What the words that hold a link have it under.
pub(super) const LINK: &str = "link";

/// A channel of a membership, as somebody who acts for it sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChannelSeen<'a> {
    /// Which.
    pub channel: &'a Named,
    /// Whether a link was set.
    pub is_open: bool,
    /// Since when the membership has joined it, if it has.
    pub joined: Option<Date>,
}

/// The channels of a membership on a day, in the order of the bylaws; empty where it has none.
pub fn channels_for<'a>(
    state: &State,
    rulebook: &'a Rulebook,
    held: &Membership,
    day: Date,
) -> Vec<ChannelSeen<'a>> {
    let class = held.class_on(day).filter(|_| held.is_current_on(day)).map(|(_, class)| class);
    let channels = class.and_then(|class| rulebook.channels(class));
    let seen = |channel: &'a Named| {
        let tick = state.kept(held.id).and_then(|kept| kept.tick(&channel.id, day));
        ChannelSeen {
            channel,
            is_open: link(state, &channel.id).is_some(),
            joined: tick.filter(|tick| tick.joined).map(|tick| tick.on),
        }
    };
    channels.into_iter().flat_map(|rule| &rule.rule.channels).map(seen).collect()
}

/// Whether whoever acts for a membership may see the links of its channels on a day, and if not, why: the class must
/// have channels and the right to use them, and where the bylaws say so the membership must be in good standing, of
/// which joining the channels may itself be late.
pub fn may_see_links(state: &State, rulebook: &Rulebook, held: &Membership, day: Date) -> Finding {
    let shown = say::LINKS_ARE_SHOWN.with([held.id.into()]);
    let kept = |because: Finding| {
        let (cites, missing) = (because.cites.clone(), because.missing.clone());
        let mut finding =
            Finding::answer(say::LINKS_ARE_KEPT.with([held.id.into()]), Answer::No).of(vec![because]);
        (finding.cites, finding.missing) = (cites, missing);
        finding
    };
    let Some((_, class)) = held.class_on(day).filter(|_| held.is_current_on(day)) else {
        let says = say::NOT_CURRENT.with([held.id.into(), day.into()]);
        return kept(Finding::answer(says, Answer::No));
    };
    let Some(rule) = rulebook.channels(class) else {
        let says = say::CLASS_HAS_NO_CHANNELS.with([Argument::Class(class.clone())]);
        return kept(Finding::answer(says, Answer::No));
    };
    let right = may(state, held.id, Right::UseChannels, None, day);
    if !right.is_yes() {
        return kept(right);
    }
    if rule.rule.good_standing {
        let good = good_but_for_channels(state, rulebook, held, day);
        if good.value == crate::finding::Value::Answer(Answer::No) {
            let mut finding = kept(good);
            finding.cites = Some(rule.cite.clone());
            return finding;
        }
    }
    Finding::answer(shown, Answer::Yes).citing(rule.cite)
}

/// The link of a channel that stands; `None` where none was set, or it is erased.
fn link<'a>(state: &'a State, channel: &Slug) -> Option<&'a str> {
    let (_, words) = state.channel(channel)?.links.last()?;
    Some(state.words(*words)?.on(LINK)).filter(|link| !link.is_empty())
}

/// The link of a channel, for a viewer who may see it on a day: somebody who acts for a membership that may, and
/// whoever keeps the list of members by an office, who sets it. `None` for everybody else, the desk included, and
/// where none was set.
pub fn link_for<'a>(state: &'a State, viewer: Viewer, channel: &Slug, day: Date) -> Option<&'a str> {
    let person = viewer.person()?;
    let rulebook = state.rulebook_on(day)?;
    let has_it = |held: &Membership| {
        channels_for(state, &rulebook, held, day).iter().any(|seen| seen.channel.id == *channel)
    };
    let sees = |held: &Membership| {
        is_theirs(state, held, person, day)
            && has_it(held)
            && may_see_links(state, &rulebook, held, day).is_yes()
    };
    let keeps = has_power(state, person, Power::KeepMembers, day);
    let may_see =
        keeps || held_by(state, person, day).filter_map(|id| state.membership(id)).any(|held| sees(held));
    link(state, channel).filter(|_| may_see)
}
