//! The count: as it stands, sealed, or decided with its proof.

use maud::{Markup, html};
use rochdale_core::{
    proposals::{Apart, How, Proposal, Stage, Tally, verdict},
    sight::{count_for, is_sealed},
};

use crate::{
    look::{Share, ShareKind, Text, Tone, badge, count, findings, notes, passage, stamp},
    visit::Page,
};

/// The verdict of a decided proposal with its proof; nothing before.
pub(super) fn verdict_of(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    let Some((at, tally)) = proposal.decided else { return html! {} };
    let proof = verdict(page.state, proposal, &tally);
    let cites: Vec<_> = proof.cites.iter().map(|cites| &**cites).collect();
    html! {
        (passage(&notes(page.reader(), cites), &html! {
            h2 { (words.text("verdict")) }
            (stamp(tally.carried, words.text(if tally.carried { "stage-carried" } else { "stage-not-carried" })))
            p {
                (words.text_with("decided-at", [("at", at.into())]))
                @if let Some(number) = proposal.resolution {
                    " " strong { (words.text_with("resolution-number", [("number", number.into())])) }
                    (words.text("full-stop"))
                }
            }
            (bars(page, &tally, &rochdale_core::proposals::count_apart(proposal)))
            details class="why" open {
                summary { (words.text("why")) }
                (findings(page.reader(), &[proof]))
            }
        }))
    }
}

/// How an open round or vote stands, or that it is sealed.
pub(super) fn standing(page: &Page<'_>, proposal: &Proposal) -> Markup {
    let words = page.words;
    if !proposal.is_open() {
        return html! {};
    }
    let body = if is_sealed(page.state, proposal, page.now) {
        html! { p { (badge(Tone::Wait, words.text("count-sealed"))) } p class="soft" { (Text(words.text("count-sealed-why"))) } }
    } else {
        match count_for(page.state, proposal, page.now) {
            Some((tally, apart)) => html! {
                (bars(page, &tally, &apart))
                (crate::look::why(page.reader(), &verdict(page.state, proposal, &tally)))
            },
            None => return html! {},
        }
    };
    html! { (passage(&html! {}, &html! { h2 { (Text(words.text("count-now"))) } (body) })) }
}

fn bars(page: &Page<'_>, tally: &Tally, apart: &Apart) -> Markup {
    let words = page.words;
    let (for_, against, apart_key) = match tally.how {
        How::Vote => ("count-for", "count-against", "count-apart"),
        How::Consensus => ("count-agree", "count-object", "count-apart-consensus"),
    };
    let mut shares = vec![
        Share { kind: ShareKind::For, label: words.text(for_), count: tally.in_favour },
        Share { kind: ShareKind::Against, label: words.text(against), count: tally.against },
    ];
    if tally.how == How::Consensus {
        shares.push(Share {
            kind: ShareKind::Abstain,
            label: words.text("count-stand-aside"),
            count: tally.stood_aside,
        });
    }
    shares.push(Share {
        kind: ShareKind::Abstain,
        label: words.text("count-abstain"),
        count: tally.abstained,
    });
    shares.push(Share { kind: ShareKind::Absent, label: words.text("count-absent"), count: tally.absent });
    let needed = (tally.needed > 0).then_some(tally.needed);
    let caption = match needed {
        Some(needed) => {
            words.text_with("count-of-needed", [("base", tally.base.into()), ("needed", needed.into())])
        }
        None => words.text_with("count-of", [("base", tally.base.into())]),
    };
    let has_apart = apart.in_favour + apart.against + apart.abstained > 0;
    html! {
        (count(words, &caption, &shares, tally.base, needed))
        @if tally.recused > 0 { p class="small soft" { (words.text_with("count-recused", [("count", tally.recused.into())])) } }
        @if has_apart {
            p class="small soft" {
                (words.text_with(apart_key, [("for", apart.in_favour.into()), ("against", apart.against.into()), ("others", apart.abstained.into())]))
            }
        }
    }
}

/// Whether the words of stances and ballots of the present stage may be shown by name.
pub(super) fn shows_names(page: &Page<'_>, proposal: &Proposal) -> bool {
    proposal.stage != Stage::Voting || !is_sealed(page.state, proposal, page.now)
}
