//! Each fact of the register as a sentence.

use maud::{Markup, html};
use rochdale_core::{
    command::Stance,
    fact::Fact,
    message::Argument,
    values::{AgreementId, AssetId, ExitId, MembershipId, PartyId, Slug},
};

use super::applicants;
use crate::visit::Page;

/// What happened, with a link to the proposal it is about.
pub fn told(page: &Page<'_>, fact: &Fact) -> Markup {
    let says = sentence(page, fact);
    match fact.proposal() {
        Some(id) => {
            html! { (says) " " a href={ (page.base) "/proposals/" (id) } { (page.words.text_with("proposal-number", [("number", u32::from(id).into())])) } }
        }
        None => html! { (says) },
    }
}

fn sentence(page: &Page<'_>, fact: &Fact) -> String {
    let words = page.words;
    let party = |id: &PartyId| ("party", Argument::Party(*id));
    let member = |id: &MembershipId| ("member", Argument::Membership(*id));
    let exit = |id: &ExitId| ("exit", Argument::Exit(*id));
    let class = |class: &Slug| ("class", Argument::Class(class.clone()));
    let numbered = |id: &AgreementId| ("number", Argument::from(u32::from(*id)));
    let asset = |id: &AssetId| {
        let known = page.state.asset(*id).map_or_else(|| id.to_string(), |known| known.name.clone());
        ("asset", Argument::from(known))
    };
    let duty = |id: &Slug| {
        let known = page.rulebook.duty(id).map(|known| known.rule.name.clone());
        ("duty", known.map_or_else(|| Argument::from(id.as_str()), Argument::from))
    };
    let round = |round: &u32| ("round", Argument::from(*round));
    match fact {
        Fact::Founded { .. } => words.text("fact-founded").to_owned(),
        Fact::EditionAdopted { .. } => words.text("fact-edition-adopted").to_owned(),
        Fact::PersonEntered { party: id } => words.text_with("fact-person-entered", [party(id)]),
        Fact::OrganizationEntered { name, .. } => {
            words.text_with("fact-organization-entered", [("name", name.as_str().into())])
        }
        Fact::PersonErased { .. } => words.text("fact-person-erased").to_owned(),
        Fact::MemberAdmitted { party: id, class: slug, since, .. } => {
            words.text_with("fact-member-admitted", [party(id), class(slug), ("since", (*since).into())])
        }
        Fact::ClassChanged { membership, class: slug, since, .. } => words
            .text_with("fact-class-changed", [member(membership), class(slug), ("since", (*since).into())]),
        Fact::MembershipEnded { membership, on, .. } => {
            words.text_with("fact-membership-ended", [member(membership), ("on", (*on).into())])
        }
        Fact::RepresentativeNamed { organization, person, from } => {
            let organization = ("organization", Argument::Party(*organization));
            words.text_with(
                "fact-representative-named",
                [party(person), organization, ("from", (*from).into())],
            )
        }
        Fact::AlternateNamed { organization, person, from } => {
            let organization = ("organization", Argument::Party(*organization));
            words.text_with("fact-alternate-named", [party(person), organization, ("from", (*from).into())])
        }
        Fact::RepresentationEnded { organization, person, on } => {
            let organization = ("organization", Argument::Party(*organization));
            words.text_with("fact-representation-ended", [party(person), organization, ("on", (*on).into())])
        }
        Fact::DetailsCorrected { party: id } => words.text_with("fact-details-corrected", [party(id)]),
        Fact::WordsErased { party: id, .. } => words.text_with("fact-words-erased", [party(id)]),
        Fact::DocumentPublished { document, version, .. } => {
            let document = ("document", Argument::Named(document.clone()));
            words.text_with("fact-document-published", [document, ("version", (*version).into())])
        }
        Fact::DocumentAcknowledged { party: id, document, version, .. } => {
            let document = ("document", Argument::Named(document.clone()));
            words.text_with(
                "fact-document-acknowledged",
                [party(id), document, ("version", (*version).into())],
            )
        }
        Fact::AgreementDrafted { party: id, kind, .. } => words
            .text_with("fact-agreement-drafted", [party(id), ("agreement", Argument::Named(kind.clone()))]),
        Fact::AgreementRedrafted { agreement, .. } => {
            words.text_with("fact-agreement-redrafted", [numbered(agreement)])
        }
        Fact::SignatureGiven { agreement, person, .. } => words
            .text_with("fact-signature-given", [("person", Argument::Party(*person)), numbered(agreement)]),
        Fact::TermsDecided { agreement, .. } => words.text_with("fact-terms-decided", [numbered(agreement)]),
        Fact::AgreementWithdrawn { agreement, .. } => {
            words.text_with("fact-agreement-withdrawn", [numbered(agreement)])
        }
        Fact::AgreementRecorded { party: id, kind, signed, .. } => {
            let named = ("agreement", Argument::Named(kind.clone()));
            words.text_with("fact-agreement-recorded", [party(id), named, ("signed", (*signed).into())])
        }
        Fact::AgreementSigned { party: id, agreement, .. } => words.text_with(
            "fact-agreement-signed",
            [party(id), ("agreement", Argument::Named(agreement.clone()))],
        ),
        Fact::CapitalPaid { membership } => words.text_with("fact-capital-paid", [member(membership)]),
        Fact::TrainingPaused { membership, from, until, .. } => words.text_with(
            "fact-training-paused",
            [member(membership), ("from", (*from).into()), ("until", (*until).into())],
        ),
        Fact::MemberSuspended { membership, from, until, .. } => words.text_with(
            "fact-member-suspended",
            [member(membership), ("from", (*from).into()), ("until", (*until).into())],
        ),
        Fact::NoticeGiven { membership, on, .. } => {
            words.text_with("fact-notice-given", [member(membership), ("on", (*on).into())])
        }
        Fact::NoticeWithdrawn { membership, .. } => {
            words.text_with("fact-notice-withdrawn", [member(membership)])
        }
        Fact::ExitOpened { membership, .. } => words.text_with("fact-exit-opened", [member(membership)]),
        Fact::SettlementRecorded { exit: id, line, .. } => {
            words.text_with("fact-settlement-recorded", [exit(id), ("line", Argument::Named(line.clone()))])
        }
        Fact::SettlementStruck { exit: id, .. } => words.text_with("fact-settlement-struck", [exit(id)]),
        Fact::InstalmentPaid { exit: id, .. } => words.text_with("fact-instalment-paid", [exit(id)]),
        Fact::HandoverTicked { exit: id, item, done } => {
            let key = if *done { "fact-handover-ticked" } else { "fact-handover-unticked" };
            words.text_with(key, [exit(id), ("item", Argument::Named(item.clone()))])
        }
        Fact::BackupAllowed { exit: id, .. } => words.text_with("fact-backup-allowed", [exit(id)]),
        Fact::BackupTaken { exit: id } => words.text_with("fact-backup-taken", [exit(id)]),
        Fact::ExitClosed { exit: id } => words.text_with("fact-exit-closed", [exit(id)]),
        Fact::GuideNamed { membership, person, from } => {
            let guide = ("guide", Argument::Party(*person));
            words.text_with("fact-guide-named", [member(membership), guide, ("from", (*from).into())])
        }
        Fact::FeedbackGiven { membership, .. } => {
            words.text_with("fact-feedback-given", [member(membership)])
        }
        Fact::ReviewWritten { membership, review, .. } => {
            words.text_with("fact-review-written", [member(membership), ("number", (*review).into())])
        }
        Fact::ReviewConfirmed { membership, review, .. } => {
            words.text_with("fact-review-confirmed", [member(membership), ("number", (*review).into())])
        }
        Fact::Declared { membership, late: true, .. } => {
            words.text_with("fact-declared-late", [member(membership)])
        }
        Fact::Declared { membership, .. } => words.text_with("fact-declared", [member(membership)]),
        Fact::DeclarationWithdrawn { declaration } => {
            words.text_with("fact-declaration-withdrawn", [("number", u32::from(*declaration).into())])
        }
        Fact::DeclarationDecided { declaration, allowed, .. } => {
            let key = if *allowed { "fact-declaration-allowed" } else { "fact-declaration-not-allowed" };
            words.text_with(key, [("number", u32::from(*declaration).into())])
        }
        Fact::AssetEntered { name, place, .. } => words.text_with(
            "fact-asset-entered",
            [("asset", name.as_str().into()), ("place", place.as_str().into())],
        ),
        Fact::AssetMoved { asset: id, place, on } => words.text_with(
            "fact-asset-moved",
            [asset(id), ("place", place.as_str().into()), ("day", (*on).into())],
        ),
        Fact::AssetLent { asset: id, to, on, due } => words.text_with(
            "fact-asset-lent",
            [asset(id), party(to), ("day", (*on).into()), ("due", (*due).into())],
        ),
        Fact::AssetReturned { asset: id, on } => {
            words.text_with("fact-asset-returned", [asset(id), ("day", (*on).into())])
        }
        Fact::AssetDamaged { asset: id, on, .. } => {
            words.text_with("fact-asset-damaged", [asset(id), ("day", (*on).into())])
        }
        Fact::DamageSettled { asset: id, on, .. } => {
            words.text_with("fact-damage-settled", [asset(id), ("day", (*on).into())])
        }
        Fact::AssetLost { asset: id, on, .. } => {
            words.text_with("fact-asset-lost", [asset(id), ("day", (*on).into())])
        }
        Fact::AssetRetired { asset: id, on, basis } => words.text_with(
            "fact-asset-retired",
            [asset(id), ("day", (*on).into()), ("basis", basis.as_str().into())],
        ),
        Fact::OfficeGiven { office, person, from, .. } => {
            let office = ("office", Argument::Named(office.clone()));
            words.text_with("fact-office-given", [party(person), office, ("from", (*from).into())])
        }
        Fact::OfficeEnded { office, person, on } => {
            let office = ("office", Argument::Named(office.clone()));
            words.text_with("fact-office-ended", [party(person), office, ("on", (*on).into())])
        }
        Fact::AccessVouched { party: id } => words.text_with("fact-access-vouched", [party(id)]),
        Fact::AccessRestored { party: id } => words.text_with("fact-access-restored", [party(id)]),
        Fact::CaseOpened { .. } => words.text("fact-case-opened").to_owned(),
        Fact::CaseNoted { case, .. } => words.text_with("fact-case-noted", [("case", (*case).into())]),
        Fact::CaseStepTaken { case, .. } => {
            words.text_with("fact-case-step-taken", [("case", (*case).into())])
        }
        Fact::CaseClosed { case, .. } => words.text_with("fact-case-closed", [("case", (*case).into())]),
        Fact::InterestSent { class: slug, .. } => words.text_with("fact-interest-sent", [class(slug)]),
        Fact::ApplicantNoted { applicant, .. } => {
            words.text_with("fact-applicant-noted", [("applicant", (*applicant).into())])
        }
        Fact::ApplicantAssigned { applicant, owner } => {
            words.text_with("fact-applicant-assigned", [("applicant", (*applicant).into()), party(owner)])
        }
        Fact::ApplicantMoved { applicant, to, .. } => {
            let stage = words.text(applicants::stage_key(*to)).to_owned();
            let stage = ("stage", Argument::Text(stage.into()));
            words.text_with("fact-applicant-moved", [("applicant", (*applicant).into()), stage])
        }
        Fact::ApplicantInvited { applicant, person, .. } => {
            words.text_with("fact-applicant-invited", [("applicant", (*applicant).into()), party(person)])
        }
        Fact::DocumentFiled { document, by, .. } => {
            words.text_with("fact-document-filed", [party(by), ("number", u32::from(*document).into())])
        }
        Fact::DocumentReclassified { document, .. } => {
            words.text_with("fact-document-reclassified", [("number", u32::from(*document).into())])
        }
        Fact::DocumentErased { document, .. } => {
            words.text_with("fact-document-erased", [("number", u32::from(*document).into())])
        }
        Fact::DutyWaived { membership, duty: of, until, .. } => {
            words.text_with("fact-duty-waived", [member(membership), duty(of), ("day", (*until).into())])
        }
        Fact::WaiverEnded { membership, duty: of, on } => {
            words.text_with("fact-waiver-ended", [member(membership), duty(of), ("day", (*on).into())])
        }
        Fact::ChannelLinkSet { channel, .. } => {
            words.text_with("fact-channel-link-set", [("channel", Argument::Named(channel.clone()))])
        }
        Fact::ChannelTicked { membership, channel, joined, .. } => {
            let key = if *joined { "fact-channel-joined" } else { "fact-channel-left" };
            words.text_with(key, [member(membership), ("channel", Argument::Named(channel.clone()))])
        }
        Fact::MemberReminded { membership, duties } => {
            let duties = duties.iter().map(|of| duty(of).1).collect();
            words.text_with("fact-member-reminded", [member(membership), ("duties", Argument::List(duties))])
        }
        Fact::ProposalDrafted { author, draft, .. } => {
            words.text_with("fact-proposal-drafted", [party(author), ("title", draft.title.as_str().into())])
        }
        Fact::ProposalRevised { title, .. } => {
            words.text_with("fact-proposal-revised", [("title", title.as_str().into())])
        }
        Fact::ProposalWithdrawn { .. } => words.text("fact-proposal-withdrawn").to_owned(),
        Fact::ProposalOpened { roll, .. } => {
            words.text_with("fact-proposal-opened", [("count", roll.counted.len().into())])
        }
        Fact::RoundOpened { round: number, .. } => words.text_with("fact-round-opened", [round(number)]),
        Fact::StanceTaken { membership, stance, .. } => {
            let stance: Argument = Stance::kind(stance).into();
            words.text_with("fact-stance-taken", [member(membership), ("stance", stance)])
        }
        Fact::RoundClosed { .. } => words.text("fact-round-closed").to_owned(),
        Fact::VoteCalled { closes, .. } => {
            words.text_with("fact-vote-called", [("closes", (*closes).into())])
        }
        // That somebody voted, never how: the choice is for the count.
        Fact::BallotCast { membership, .. } => words.text_with("fact-ballot-cast", [member(membership)]),
        Fact::InterestDisclosed { membership, recused: true, .. } => {
            words.text_with("fact-recused", [member(membership)])
        }
        Fact::InterestDisclosed { membership, .. } => {
            words.text_with("fact-interest-disclosed", [member(membership)])
        }
        Fact::ProposalDecided { resolution: Some(number), .. } => {
            words.text_with("fact-carried", [("number", (*number).into())])
        }
        Fact::ProposalDecided { .. } => words.text("fact-not-carried").to_owned(),
        Fact::EffectAwaited { .. } => words.text("fact-effect-awaited").to_owned(),
        Fact::MatterNamed { name, .. } => {
            words.text_with("fact-matter-named", [("name", name.as_str().into())])
        }
    }
}
