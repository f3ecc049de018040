//! One agreement: what it says, who has signed it, and what can be done with it.

use std::collections::BTreeMap;

use axum::{
    extract::Path,
    response::{Html, Response},
};
use maud::{Markup, html};
use rochdale_core::{
    agreements::{Agreement, Side, decided_in, drafts, reads, side_of, terms_decided_by, waits_for},
    command::Command,
    message::Argument,
    personal::Words,
    rulebook::{AgreementRule, Ruled},
    values::{AgreementId, Digest, PartyId, Slug},
};

use super::{heading, section_parts, stands, until_field, written};
use crate::{
    look::{Field, Form, Kind, Part, Place, definitions, notes, passage, title, typed},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

/// One agreement; one that the reader may not read is not there.
pub async fn show(visit: Visit, Path((org, id)): Path<(String, u32)>) -> Result<Html<String>, Problem> {
    visit.show(&org, Some(Place::Today), |page| of_agreement(page, AgreementId(id)))
}

/// Does something with an agreement: `redraft`, `sign` or `withdraw`.
pub async fn take(visit: Visit, Path((org, id, step)): Path<(String, u32, String)>, sent: Sent) -> Response {
    let (address, agreement) = (format!("/{org}/agreements/{id}"), AgreementId(id));
    let submitted = async {
        let command = match step.as_str() {
            "redraft" => Command::RedraftAgreement {
                agreement,
                until: sent.optional_date("until")?,
                words: written(&visit, &org, &sent)?,
            },
            "sign" => {
                let hash = sent.one_of("hash", |text| Digest::try_from(text.to_owned()).ok())?;
                let texts = BTreeMap::from([(Slug::new("name"), sent.text("signs")?.to_owned())]);
                let words = Words { texts, salt: visit.salt(&org, &sent)? };
                Command::SignAgreement { agreement, hash, words }
            }
            "withdraw" => Command::WithdrawAgreement { agreement },
            _ => return Err(Problem::NotFound),
        };
        visit.submit(&org, sent.request()?, command).await
    };
    let submitted = submitted.await;
    visit.led_back((&org, Place::Today, &address), &sent, submitted, |page| of_agreement(page, agreement))
}

/// The title of an agreement's page and what stands on it, for one of its readers.
fn of_agreement(page: &Page<'_>, id: AgreementId) -> Result<(String, Markup), Problem> {
    let person = page.person()?;
    let agreement = page.state.agreement(id).filter(|one| reads(page.state, one, person, page.today));
    let agreement = agreement.ok_or(Problem::NotFound)?;
    Ok((heading(page, agreement), one(page, agreement, person)))
}

fn one(page: &Page<'_>, agreement: &Agreement, person: PartyId) -> Markup {
    let words = page.words;
    let kicker = html! { a href={ (page.base) "/agreements" } { (words.text("agreements")) } };
    let rule = page.rulebook.agreement(&agreement.kind);
    let cites = rule.iter().map(|rule| &**rule.cite);
    let tags = html! { div class="tags" { (stands(page, agreement)) } };
    html! {
        (title(&kicker, &heading(page, agreement), Some(&tags)))
        (passage(&notes(page.reader(), cites), &html! {
            (facts(page, agreement, person))
            p class="small soft" { (words.text("agreement-with-readers")) }
        }))
        (passage(&html! {}, &text(page, agreement, rule)))
        (passage(&html! {}, &html! {
            h2 { (words.text("agreement-signatures")) }
            (signatures(page, agreement))
        }))
        @if let Some(rule) = rule.filter(|_| agreement.is_open()) { (steps(page, agreement, rule, person)) }
    }
}

fn facts(page: &Page<'_>, agreement: &Agreement, person: PartyId) -> Markup {
    let words = page.words;
    let at = ("at", agreement.text.at.into());
    // Whoever may not see the members reads on their own agreement no number in place of a name.
    let is_theirs = side_of(page.state, agreement, person, page.today) == Some(Side::Party);
    let by = match agreement.text.by.filter(|_| !is_theirs) {
        Some(by) => words.text_with("agreement-drafted-by", [("person", Argument::Party(by)), at]),
        None => words.text_with("agreement-written-at", [at]),
    };
    let mut items: Vec<(&str, Markup)> = Vec::new();
    if let Some(from) = agreement.in_force_from {
        items.push((words.text("agreement-in-force-since"), html! { (words.date(from)) }));
    }
    if let Some(until) = agreement.until {
        items.push((words.text("agreement-until"), html! { (words.date(until)) }));
    }
    if let Some(hash) = agreement.hash() {
        let said = html! { code class="hash" { (hash) } p class="small soft" { (words.text("agreement-hash-hint")) } };
        items.push((words.text("agreement-hash"), said));
    }
    html! {
        p class="small soft" { (by) }
        (definitions(&items))
    }
}

/// What the agreement says, under the headings of the bylaws in the reader's language.
fn text(page: &Page<'_>, agreement: &Agreement, rule: Option<Ruled<'_, AgreementRule>>) -> Markup {
    let Some(sections) = agreement.sections(page.state) else {
        return html! { p class="soft" { (page.words.text("agreement-words-erased")) } };
    };
    let place = |id: &Slug| {
        rule.and_then(|rule| rule.rule.sections.iter().position(|section| section.id == *id))
            .unwrap_or(usize::MAX)
    };
    let mut in_order: Vec<(&Slug, &String)> = sections.iter().collect();
    in_order.sort_by_key(|(id, _)| place(id));
    html! {
        @for (id, says) in in_order {
            h2 { (page.words.named(id)) }
            (typed(says))
        }
    }
}

fn side(page: &Page<'_>, agreement: &Agreement, side: Side) -> String {
    match side {
        Side::CoOp => page.words.text("agreement-side-co-op").to_owned(),
        Side::Party => {
            page.words.text_with("agreement-side-party", [("party", Argument::Party(agreement.party))])
        }
    }
}

fn signatures(page: &Page<'_>, agreement: &Agreement) -> Markup {
    let words = page.words;
    if agreement.is_recorded() {
        let day = ("day", agreement.in_force_from.unwrap_or(page.today).into());
        let address = format!("{}/agreements/{}/paper", page.base, agreement.id);
        return html! {
            p { (words.text_with("agreement-recorded-on", [day])) }
            @if let Some(paper) = agreement.paper {
                p { a href=(address) { (words.text("agreement-paper-download")) } }
                p class="small soft" { (words.text("agreement-paper-hash")) (words.text("colon")) code class="hash" { (paper.hash) } }
            }
        };
    }
    html! {
        ul class="list" {
            @for of in [Side::CoOp, Side::Party] {
                li class="row" {
                    @match agreement.signature_of(of) {
                        Some(signature) => {
                            div {
                                strong {
                                    @match page.state.words(signature.words) {
                                        Some(said) => (said.on("name")),
                                        None => (words.text("agreement-name-erased")),
                                    }
                                }
                                p class="small soft" { (side(page, agreement, of)) " · " (words.instant(signature.at)) }
                            }
                        },
                        None => {
                            span { (side(page, agreement, of)) }
                            span class="soft" { (words.text("agreement-not-signed")) }
                        },
                    }
                }
            }
        }
    }
}

fn steps(page: &Page<'_>, agreement: &Agreement, rule: Ruled<'_, AgreementRule>, person: PartyId) -> Markup {
    let words = page.words;
    let form = |step: &str, parts| {
        Form::new(format!("{}/agreements/{}/{step}", page.base, agreement.id), parts).request()
    };
    let theirs = side_of(page.state, agreement, person, page.today);
    let signing =
        theirs.zip(agreement.hash()).filter(|_| waits_for(page.state, agreement, person, page.today));
    let says = |section: &Slug| {
        agreement.sections(page.state).and_then(|said| said.get(section)).cloned().unwrap_or_default()
    };
    let hint = |key| Part::Plain(html! { p class="small soft" { (words.text(key)) } });
    let is_theirs = agreement.by == Some(person) || theirs == Some(Side::CoOp);
    let mut rewritten = vec![hint("agreement-redraft-hint"), until_field(page, 2, agreement.until)];
    rewritten.extend(section_parts(page, rule.rule, 2, says));
    let redraft = form("redraft", rewritten).submit(words.text("agreement-redraft-button"));
    let withdraw = form("withdraw", vec![hint("agreement-withdraw-hint")])
        .submit(words.text("agreement-withdraw-button"));
    html! {
        (deciding(page, agreement, rule))
        @if let Some((of, hash)) = signing {
            @let lead = words.text_with("agreement-sign-lead", [("side", side(page, agreement, of).into())]);
            @let parts = vec![Part::Plain(html! { p { (lead) } }), Part::Field(Field::new(Kind::Line, "signs"))];
            (passage(&html! {}, &html! {
                h2 { (words.text("agreement-sign")) }
                (page.form(&form("sign", parts).carrying("hash", hash.to_string()).submit(words.text("agreement-sign-button"))))
            }))
        }
        (passage(&html! {}, &html! {
            @if is_theirs && drafts(page.state, rule.rule, person, page.today) { (page.folded(words.text("agreement-redraft"), false, &redraft)) }
            @if is_theirs || theirs.is_some() { (page.folded(words.text("agreement-withdraw"), false, &withdraw)) }
        }))
    }
}

/// Where the bylaws have the terms decided first: the proposal, or the way to one.
fn deciding(page: &Page<'_>, agreement: &Agreement, rule: Ruled<'_, AgreementRule>) -> Markup {
    let words = page.words;
    let by = terms_decided_by(page.state, page.rulebook, rule.rule, agreement.party, page.today);
    let open = decided_in(page.state, agreement).map(|proposal| proposal.id);
    let Some(matter) = by else { return html! {} };
    let body = match agreement.decided.or(open) {
        Some(proposal) => {
            let key = if open.is_some() { "terms-are-being-decided" } else { "agreement-is-decided" };
            let said = words.text_with(key, [("proposal", Argument::Proposal(proposal))]);
            html! { p { a href={ (page.base) "/proposals/" (proposal) } { (said) } } }
        }
        None => {
            let address =
                format!("{}/proposals/new?matter={}&terms={}", page.base, matter.rule.id, agreement.id);
            html! { p { a href=(address) { (words.text("agreement-decide")) } } }
        }
    };
    passage(&notes(page.reader(), [&**matter.cite]), &body)
}
