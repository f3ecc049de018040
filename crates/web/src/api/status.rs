//! With which status a refusal is answered.

use axum::http::StatusCode;
use rochdale_core::refusal::Code;

/// The status of a refusal: 409 where the same request is in order at another stage of what it is about, or at
/// another time; 403 where somebody else has to ask, or for something else. What a request says of itself, its own
/// days included, is what is asked for: waiting does not mend it.
pub fn status_of(code: Code) -> StatusCode {
    match code {
        // Who asks.
        Code::RightMustBeHeld
        | Code::DeskMustRecord
        | Code::PowerMustBeHeld
        | Code::OfficeMustBeGivenByAnother
        | Code::SecondSignatureMustBeAnothers
        | Code::CaseMustBeHandledByAnother
        | Code::NoticeMustBeOnesOwn
        | Code::AddressMustBeOnesOwn
        | Code::ExitMustBeHandledByAnother
        | Code::GuideMustWrite
        | Code::FeedbackMustBeAnothers
        | Code::DeclarerMustFit
        | Code::DeclarerMustAsk
        | Code::FilerMustFit
        | Code::ArchiveKeeperMustAct
        | Code::WaiverMustBeAnothers
        | Code::AuthorMustAsk
        | Code::VoteMustBeHeld
        | Code::MembershipMustBeOnTheRoll
        | Code::VoterMustNotBeRecused
        // What is asked for.
        | Code::QuestionMustBeSettled
        | Code::HolderMustFit
        | Code::TermMustFit
        | Code::NoticeMustBeLongEnough
        | Code::NoticeMustBeWithdrawable
        | Code::SettlementMustBeWhatWasPaidIn
        | Code::SettlementMustBeAtOnce
        | Code::BackupMustBeDeIdentified
        | Code::SuspensionMustFit
        | Code::GuideMustFit
        | Code::ReviewMustBeComplete
        | Code::PauseMustFit
        | Code::DeclarationMustBeInAdvance
        | Code::DeclarationMustBeComplete
        | Code::BorrowerMustBeAPerson
        | Code::DutyMustBeWaivable
        | Code::WaiverMustFit
        | Code::PartyMustFitTheClass
        | Code::KindMustBeOfTheClass
        | Code::AdmissionMustBeDecided
        | Code::RepresentativeMustBeAPerson
        | Code::MemberMustBeAnOrganization
        | Code::ClassMustMatch
        | Code::OwnerMustBeNamed
        | Code::DeadlineMustBeSet
        | Code::EffectMustFitTheMatter
        | Code::EditionMustBeSound
        | Code::CloseMustBeNamed
        | Code::WindowMustBeLongEnough
        | Code::ObjectionMustHaveAReason
        | Code::ConsensusMustNotBeReplaced => StatusCode::FORBIDDEN,
        // How things stand.
        Code::SeatMustBeFree
        | Code::CaseMustBeOpen
        | Code::FirstStepMustBeTaken
        | Code::OutcomeMustBeDecided
        | Code::ExitMustBeOpen
        | Code::LastDayMustBeOver
        | Code::EverythingMustBeSettled
        | Code::EverythingMustBeHandedOver
        | Code::BackupMustBeDecided
        | Code::ApplicantMustBeOpen
        | Code::ReviewMustBeOpen
        | Code::ReviewMustBeWritten
        | Code::DeclarationMustBeOpen
        | Code::AssetMustBeFree
        | Code::AssetMustBeOut
        | Code::AssetMustBeKept
        | Code::DamageMustBeOpen
        | Code::DocumentMustBeKept
        | Code::DutyMustBeAsked
        | Code::ReminderMustBeSpaced
        | Code::ReminderMustReachSomebody
        | Code::MembershipMustBeSingle
        | Code::MembershipMustBeCurrent
        | Code::MembershipMustHaveEnded
        | Code::NothingMustBeOpen
        | Code::TimeToKeepMustBeOver
        | Code::CommitmentsMustBeAcknowledged
        // Whoever is admitted needs the whole agreement first; a draft that leaves a section out has the same code.
        | Code::AgreementMustBeComplete
        | Code::AgreementMustBeOpen
        | Code::TermsMustBeDecided
        | Code::TextMustBeTheLast
        | Code::SideMustSignOnce
        | Code::RepresentativeMustBeSingle
        | Code::MonthsMustHavePassed
        | Code::StageMustFit
        | Code::VotingMustBeOpen
        | Code::MembershipMustNotBeSuspended
        | Code::RoundMustBeComplete
        | Code::RoundsMustBeComplete
        | Code::ConsensusMustHold
        | Code::ConsensusMustHaveFailed
        | Code::ClosingTimeMustHaveCome => StatusCode::CONFLICT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another stage or time allows, in the order of the codes. Everything else is 403.
    const NOT_NOW: &[&str] = &[
        "seat_must_be_free",
        "case_must_be_open",
        "first_step_must_be_taken",
        "outcome_must_be_decided",
        "exit_must_be_open",
        "last_day_must_be_over",
        "everything_must_be_settled",
        "everything_must_be_handed_over",
        "backup_must_be_decided",
        "applicant_must_be_open",
        "review_must_be_open",
        "review_must_be_written",
        "declaration_must_be_open",
        "asset_must_be_free",
        "asset_must_be_out",
        "asset_must_be_kept",
        "damage_must_be_open",
        "document_must_be_kept",
        "duty_must_be_asked",
        "reminder_must_be_spaced",
        "reminder_must_reach_somebody",
        "membership_must_be_single",
        "membership_must_be_current",
        "membership_must_have_ended",
        "nothing_must_be_open",
        "time_to_keep_must_be_over",
        "commitments_must_be_acknowledged",
        "agreement_must_be_complete",
        "agreement_must_be_open",
        "terms_must_be_decided",
        "text_must_be_the_last",
        "side_must_sign_once",
        "representative_must_be_single",
        "months_must_have_passed",
        "stage_must_fit",
        "voting_must_be_open",
        "membership_must_not_be_suspended",
        "round_must_be_complete",
        "rounds_must_be_complete",
        "consensus_must_hold",
        "consensus_must_have_failed",
        "closing_time_must_have_come",
    ];

    #[test]
    fn what_another_stage_or_time_allows_is_a_conflict_and_nothing_else_is() {
        let with = |status| {
            let codes = Code::ALL.iter().filter(move |code| status_of(**code) == status);
            codes.map(|code| code.id()).collect::<Vec<_>>()
        };
        assert_eq!(with(StatusCode::CONFLICT), NOT_NOW);
        assert_eq!(with(StatusCode::FORBIDDEN).len(), Code::ALL.len() - NOT_NOW.len());
    }
}
