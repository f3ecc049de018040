//! From a request to facts, or to the reason why not. Pure: the same state and the same request
//! give the same answer, whenever and wherever they are asked.

use std::sync::Arc;

use jiff::civil::Date;

use crate::{
    agreements, applicants, apply, archive, assets, cases,
    command::{By, Command, Request},
    declarations, exits,
    fact::{Fact, Happened, Recorded},
    finding::{Answer, Finding},
    follow::follow,
    kept, membership,
    message::{Argument, Message},
    messages as say, offices, proposals,
    refusal::{Code, Malformed, Refusal},
    reviews,
    rulebook::{Citation, Outcome, Rulebook},
    sight::Viewer,
    standing,
    state::State,
    values::{Minor, PartyId},
};

/// Why a request did not become facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denied {
    /// The rules do not allow it.
    Refused(Box<Refusal>),
    /// It does not make sense to the book.
    Malformed(Malformed),
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Malformed> for Denied {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

/// What a domain decides: the facts that come of a request, in order.
pub type Decided = Result<Vec<Recorded>, Denied>;

/// One fact with nothing beside it.
pub(crate) fn one(fact: Fact) -> Decided {
    Ok(vec![fact.into()])
}

/// What deciding rests on: the state before, the edition in force at the time of the request, and
/// the request's own who and when.
pub(crate) struct Occasion<'a> {
    pub state: &'a State,
    pub rulebook: &'a Rulebook,
    pub request: &'a Request,
    /// The day of the request in the co-op's time zone.
    pub today: Date,
}

impl Occasion<'_> {
    /// The person who asks; the desk and the clock are nobody.
    pub fn person(&self) -> Option<PartyId> {
        match self.request.by {
            By::Party(party) => Some(party),
            By::Desk | By::Clock | By::Visitor => None,
        }
    }

    /// An amount in the co-op's currency, to say.
    pub fn money(&self, amount: Minor) -> Argument {
        Argument::Money(amount, self.rulebook.front.currency.as_str().into())
    }

    /// Who asks, as what they may see is told; the clock sees what the public does.
    pub fn viewer(&self) -> Viewer {
        match self.request.by {
            By::Party(party) => Viewer::Party(party),
            By::Desk => Viewer::Desk,
            By::Clock | By::Visitor => Viewer::Public,
        }
    }
}

/// The refusal of what the desk alone records.
pub(crate) fn desk_must_record(cites: &Arc<Citation>) -> Refusal {
    let because = Finding::answer(say::DESK_RECORDS_THIS.with([]), Answer::No);
    Refusal::new(Code::DeskMustRecord, cites, because, say::ASK_THE_DESK.with([]))
}

/// Decides `request` on `state`: the facts in the order in which they are to be recorded, what
/// follows from them included; else a refusal that cites a clause, or what is malformed.
pub fn decide(state: &State, request: &Request) -> Decided {
    if let Command::Found { handle, rulebook } = &request.command {
        return membership::decide::found(state, request, handle, rulebook);
    }
    let Some(rulebook) = state.rulebook_at(request.at) else {
        return Err(Malformed { field: "command", says: say::BOOK_IS_NOT_FOUNDED.with([]) }.into());
    };
    let today = state.date_of(request.at);
    let occasion = Occasion { state, rulebook: &rulebook, request, today };
    if let Some(party) = occasion.person() {
        let says = match state.party(party) {
            None => Some(&say::NO_SUCH_PARTY),
            Some(known) if !known.is_person() => Some(&say::ONLY_PEOPLE_ASK),
            Some(_) => None,
        };
        if let Some(says) = says {
            return Err(Malformed { field: "by", says: says.with([party.into()]) }.into());
        }
    }
    if request.by == By::Visitor && !matches!(request.command, Command::SendInterest { .. }) {
        return Err(Malformed { field: "by", says: say::VISITORS_SEND_FORMS.with([]) }.into());
    }
    let facts = match &request.command {
        Command::Found { .. }
        | Command::EnterPerson { .. }
        | Command::EnterOrganization { .. }
        | Command::AdmitMember { .. }
        | Command::EndMembership { .. }
        | Command::EndOnNotice { .. }
        | Command::NameRepresentative { .. }
        | Command::HandOverRepresentation { .. }
        | Command::NameAlternate { .. }
        | Command::EndRepresentation { .. }
        | Command::RecordCapital { .. } => membership::decide::decide(&occasion)?,
        Command::PublishDocument { .. }
        | Command::AcknowledgeDocument { .. }
        | Command::DraftAgreement { .. }
        | Command::RedraftAgreement { .. }
        | Command::SignAgreement { .. }
        | Command::WithdrawAgreement { .. }
        | Command::RecordAgreement { .. } => agreements::decide::decide(&occasion)?,
        Command::GiveOffice { .. } | Command::EndOffice { .. } | Command::VouchForAccess { .. } => {
            offices::decide::decide(&occasion)?
        }
        Command::NameGuide { .. } | Command::GiveFeedback { .. } | Command::WriteReview { .. } => {
            reviews::decide::decide(&occasion)?
        }
        Command::OpenCase { .. }
        | Command::AddToCase { .. }
        | Command::TakeCaseStep { .. }
        | Command::CloseCase { .. } => cases::decide::decide(&occasion)?,
        Command::GiveNotice { .. }
        | Command::WithdrawNotice { .. }
        | Command::OpenExit { .. }
        | Command::RecordSettlement { .. }
        | Command::StrikeSettlement { .. }
        | Command::RecordInstalment { .. }
        | Command::TickHandover { .. }
        | Command::RecordBackup { .. }
        | Command::CloseExit { .. } => exits::decide::decide(&occasion)?,
        Command::SendInterest { .. }
        | Command::NoteApplicant { .. }
        | Command::AssignApplicant { .. }
        | Command::MoveApplicant { .. }
        | Command::InviteApplicant { .. } => applicants::decide::decide(&occasion)?,
        Command::Declare { .. } | Command::WithdrawDeclaration { .. } => {
            declarations::decide::decide(&occasion)?
        }
        Command::CorrectDetails { .. } | Command::ErasePerson { .. } | Command::EraseKept { .. } => {
            kept::decide::decide(&occasion)?
        }
        Command::EnterAsset { .. }
        | Command::MoveAsset { .. }
        | Command::LendAsset { .. }
        | Command::ReturnAsset { .. }
        | Command::ReportDamage { .. }
        | Command::SettleDamage { .. }
        | Command::ReportLoss { .. }
        | Command::RetireAsset { .. } => assets::decide::decide(&occasion)?,
        Command::FileDocument { .. } | Command::ReclassifyDocument { .. } | Command::EraseDocument { .. } => {
            archive::decide::decide(&occasion)?
        }
        Command::WaiveDuty { .. }
        | Command::EndWaiver { .. }
        | Command::SetChannelLink { .. }
        | Command::TickChannel { .. }
        | Command::Remind { .. } => standing::decide::decide(&occasion)?,
        Command::DraftProposal(_)
        | Command::ReviseProposal { .. }
        | Command::WithdrawProposal { .. }
        | Command::OpenProposal { .. }
        | Command::TakeStance { .. }
        | Command::CloseRound { .. }
        | Command::OpenRound { .. }
        | Command::CallVote { .. }
        | Command::CastBallot { .. }
        | Command::DiscloseInterest { .. }
        | Command::Conclude { .. }
        | Command::CloseVote { .. } => proposals::decide::decide(&occasion)?,
    };
    Ok(with_what_follows(state, request, facts))
}

/// Refuses where the rulebook leaves open what is asked for, with no reading.
pub(crate) fn must_be_settled(rulebook: &Rulebook, asks: &str) -> Result<(), Denied> {
    let Some(open) = rulebook.open_question(asks) else { return Ok(()) };
    let because =
        Finding::answer(say::QUESTION_IS_OPEN.with([open.cite.quote.as_str().into()]), Answer::NotYetKnown)
            .citing(&open.cite);
    let remedy = say::SETTLE_THE_QUESTION.with([]);
    Err(Refusal::new(Code::QuestionMustBeSettled, &open.cite, because, remedy).into())
}

/// The first error that the checker found in an edition, as a sentence.
pub(crate) fn first_problem(outcome: &Outcome) -> Option<Message> {
    let error = outcome.first_error()?;
    let (file, line) = (error.place.file.as_str(), error.place.line);
    Some(say::RULEBOOK_HAS_AN_ERROR.with([file.into(), line.into(), error.says.as_str().into()]))
}

/// Adds, behind each fact, the facts that follow from it in other domains.
fn with_what_follows(state: &State, request: &Request, mut facts: Vec<Recorded>) -> Vec<Recorded> {
    if !facts.iter().any(|recorded| crate::follow::may_lead_on(&recorded.fact)) {
        return facts;
    }
    let mut after = state.clone();
    let mut next = 0;
    while next < facts.len() {
        let happened = Happened { at: request.at, by: request.by, recorded: facts[next].clone() };
        apply::apply(&mut after, &happened);
        let following = follow(&after, &happened);
        next += 1;
        let rest = facts.split_off(next);
        facts.extend(following.into_iter().map(Recorded::from));
        facts.extend(rest);
    }
    facts
}
