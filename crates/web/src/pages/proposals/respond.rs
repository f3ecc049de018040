//! The form in which members respond: a stance in a round, a ballot in a vote, an interest disclosed.

use maud::{Markup, html};
use rochdale_core::{
    command::Stance,
    membership::held_by,
    message::Argument,
    proposals::{Choice, Proposal, Stage, StanceKind},
    sight::Viewer,
    values::MembershipId,
};

use crate::{
    look::{Choice as Offered, Field, Form, Kind, Part, Text, Tone, badge, passage},
    visit::Page,
};

/// A form for each membership whose vote the reader holds and that is on the roll; why not, where a
/// membership of theirs is left off it.
pub(super) fn form(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let Viewer::Party(person) = page.viewer else { return html! {} };
    let is_asked = match proposal.stage {
        Stage::InRound => true,
        Stage::Voting => proposal.vote.as_ref().is_some_and(|vote| page.now < vote.closes),
        _ => false,
    };
    if !is_asked {
        return html! {};
    }
    let held: Vec<MembershipId> = held_by(page.state, person, page.today).collect();
    let is_alone = held.len() == 1;
    html! {
        @for membership in held {
            (passage(&html! {}, &html! {
                div id={ "respond-" (membership) } class="panel" {
                    h2 {
                        (Text(words.text("your-response")))
                        @if !is_alone { " · " (words.membership(membership)) }
                    }
                    (one(page, proposal, membership))
                }
            }))
        }
    }
}

fn one(page: &Page<'_>, proposal: &Proposal, membership: MembershipId) -> Markup {
    let words = page.words;
    if proposal.is_recused(membership) {
        return html! { p { (words.text("you-are-recused")) } };
    }
    if !proposal.roll.includes(membership) {
        return match proposal.roll.exclusion(membership) {
            Some(left_off) => html! {
                p { (words.text(super::roll::reason(left_off.reason))) " "
                    a class="clause" href={ (page.bylaws) "/" (super::roll::clause_of(&left_off.clause)) } { (left_off.clause) } }
            },
            None => html! { p { (words.text("not-on-the-roll")) } },
        };
    }
    let apart = proposal.roll.apart.contains(membership);
    html! {
        @if apart { p class="small soft" { (words.text("counted-apart")) } }
        @match proposal.stage {
            Stage::Voting => (ballot(page, proposal, membership)),
            _ => (stance(page, proposal, membership)),
        }
        (disclose(page, proposal, membership))
    }
}

/// A form of one membership, sent to a step of the proposal.
fn one_form<'a>(
    page: &Page<'a>,
    proposal: &Proposal,
    membership: MembershipId,
    step: &str,
    parts: Vec<Part<'a>>,
) -> Form<'a> {
    Form::new(format!("{}/proposals/{}/{step}", page.base, proposal.id), parts)
        .request()
        .of("membership", membership.to_string())
}

fn stance(page: &Page<'_>, proposal: &Proposal, membership: MembershipId) -> Markup {
    let words = page.words;
    let taken = proposal.open_round().and_then(|round| round.stances.get(&membership));
    let kind = taken.map(|taken| taken.stance.kind());
    let reason = match taken.map(|taken| &taken.stance) {
        Some(Stance::Object { reason }) => reason.as_str(),
        _ => "",
    };
    let offered: Vec<Offered<'_>> = StanceKind::ALL
        .iter()
        .map(|one| Offered {
            value: one.id(),
            label: words.text(match one {
                StanceKind::Agree => "i-agree",
                StanceKind::StandAside => "i-stand-aside",
                StanceKind::Object => "i-object",
                StanceKind::Abstain => "i-abstain",
            }),
            meaning: Some(words.text(match one {
                StanceKind::Agree => "agree-means",
                StanceKind::StandAside => "stand-aside-means",
                StanceKind::Object => "object-means",
                StanceKind::Abstain => "abstain-means",
            })),
            chosen: kind == Some(*one),
        })
        .collect();
    let why = Field::new(Kind::Lines, "reason").scope(membership.into()).hint(words.text("reason-hint"));
    let parts = vec![
        Part::Choices { name: "stance", many: false, choices: offered },
        Part::Field(why.value(reason).required(false)),
    ];
    let form = one_form(page, proposal, membership, "stance", parts).submit(words.text(if taken.is_some() {
        "respond-again"
    } else {
        "respond"
    }));
    html! {
        @if let Some(taken) = taken {
            p { (badge(Tone::Yes, words.text("responded"))) " " span class="small soft" { (Text(words.text_with("responded-at", [("stance", Argument::Stance(taken.stance.kind())), ("at", taken.at.into())]))) } }
        }
        (page.form(&form))
    }
}

fn ballot(page: &Page<'_>, proposal: &Proposal, membership: MembershipId) -> Markup {
    let words = page.words;
    let cast = proposal.vote.as_ref().and_then(|vote| vote.ballots.get(&membership));
    let offered: Vec<Offered<'_>> = Choice::ALL
        .iter()
        .map(|one| Offered {
            value: one.id(),
            label: words.text(match one {
                Choice::For => "i-vote-for",
                Choice::Against => "i-vote-against",
                Choice::Abstain => "i-abstain",
            }),
            meaning: None,
            chosen: cast.is_some_and(|cast| cast.choice == *one),
        })
        .collect();
    let parts = vec![
        Part::Choices { name: "choice", many: false, choices: offered },
        Part::Plain(html! { p class="small soft" { (Text(words.text("ballot-is-open"))) } }),
    ];
    let form = one_form(page, proposal, membership, "ballot", parts).submit(words.text(if cast.is_some() {
        "vote-again"
    } else {
        "vote"
    }));
    html! {
        @if let Some(cast) = cast {
            p { (badge(Tone::Yes, words.text("responded"))) " " span class="small soft" { (Text(words.text_with("voted-at", [("choice", Argument::Choice(cast.choice)), ("at", cast.at.into())]))) } }
        }
        (page.form(&form))
    }
}

fn disclose(page: &Page<'_>, proposal: &Proposal, membership: MembershipId) -> Markup {
    let words = page.words;
    let interest =
        Field::new(Kind::Lines, "interest").scope(membership.into()).hint(words.text("interest-hint"));
    let parts = vec![Part::Field(interest), Part::Tick("recuse", words.text("recuse-hint"))];
    let form = one_form(page, proposal, membership, "disclose", parts).submit(words.text("disclose-submit"));
    page.folded(words.text("disclose"), false, &form)
}
