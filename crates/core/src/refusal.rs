//! Refusals: what must hold and does not, under which clause, why, and what can be done.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{finding::Finding, membership::closed_set, message::Message, rulebook::Citation};

closed_set! {
    /// What must hold. Where several things do not, a command is refused for the first that its `decide` comes to,
    /// which is not always the first in this list.
    Code {
        /// An unsettled question that the command needs an answer to must be settled.
        QuestionMustBeSettled = "question_must_be_settled",
        /// The one who asks must have the right to.
        RightMustBeHeld = "right_must_be_held",
        /// Only the desk records this.
        DeskMustRecord = "desk_must_record",
        /// Only whoever has the power by an office does this.
        PowerMustBeHeld = "power_must_be_held",
        /// Nobody gives an office to themselves.
        OfficeMustBeGivenByAnother = "office_must_be_given_by_another",
        /// An office is held by somebody of the classes that it is for.
        HolderMustFit = "holder_must_fit",
        /// An office is given for no longer than its term.
        TermMustFit = "term_must_fit",
        /// An office has so many seats and no more.
        SeatMustBeFree = "seat_must_be_free",
        /// What takes two signatures is signed by two who do not depend on each other.
        SecondSignatureMustBeAnothers = "second_signature_must_be_anothers",
        /// A case is handled by somebody whose it is not.
        CaseMustBeHandledByAnother = "case_must_be_handled_by_another",
        /// The case must be open.
        CaseMustBeOpen = "case_must_be_open",
        /// The first step of a case comes before its end.
        FirstStepMustBeTaken = "first_step_must_be_taken",
        /// A case comes out as a sanction that takes a decision only once that is decided.
        OutcomeMustBeDecided = "outcome_must_be_decided",
        /// Notice is given by whoever leaves.
        NoticeMustBeOnesOwn = "notice_must_be_ones_own",
        /// The address by which somebody signs in is theirs to change, or the desk's.
        AddressMustBeOnesOwn = "address_must_be_ones_own",
        /// The last day must be as many days away as the bylaws say.
        NoticeMustBeLongEnough = "notice_must_be_long_enough",
        /// The notice must be one that can be taken back.
        NoticeMustBeWithdrawable = "notice_must_be_withdrawable",
        /// An exit is handled by somebody whose it is not.
        ExitMustBeHandledByAnother = "exit_must_be_handled_by_another",
        /// The exit must be open.
        ExitMustBeOpen = "exit_must_be_open",
        /// What is given back at what was paid in is that, no less and no more.
        SettlementMustBeWhatWasPaidIn = "settlement_must_be_what_was_paid_in",
        /// What the bylaws do not let be paid in instalments is paid at once.
        SettlementMustBeAtOnce = "settlement_must_be_at_once",
        /// The last day of the membership must be over.
        LastDayMustBeOver = "last_day_must_be_over",
        /// Everything that is owed must be recorded and paid.
        EverythingMustBeSettled = "everything_must_be_settled",
        /// Everything must be handed over.
        EverythingMustBeHandedOver = "everything_must_be_handed_over",
        /// Whoever leaves keeps a copy of their work only by a decision.
        BackupMustBeDecided = "backup_must_be_decided",
        /// What could name people must be taken out of the copy.
        BackupMustBeDeIdentified = "backup_must_be_de_identified",
        /// A suspension is of days to come, and shares none with another.
        SuspensionMustFit = "suspension_must_fit",
        /// An applicant must still ask to come in.
        ApplicantMustBeOpen = "applicant_must_be_open",
        /// Whoever guides a membership is of the class that the rulebook names, and not the one reviewed.
        GuideMustFit = "guide_must_fit",
        /// Whoever guides a membership writes its reviews.
        GuideMustWrite = "guide_must_write",
        /// Feedback comes from others.
        FeedbackMustBeAnothers = "feedback_must_be_anothers",
        /// The time of a review must have come, and it must not be confirmed or be voted on.
        ReviewMustBeOpen = "review_must_be_open",
        /// A review speaks of every subject.
        ReviewMustBeComplete = "review_must_be_complete",
        /// What is confirmed must have been written, and not be confirmed already.
        ReviewMustBeWritten = "review_must_be_written",
        /// A pause is of days to come, and shares none with another.
        PauseMustFit = "pause_must_fit",
        /// Whoever declares is of a class that does.
        DeclarerMustFit = "declarer_must_fit",
        /// What is declared must not have begun.
        DeclarationMustBeInAdvance = "declaration_must_be_in_advance",
        /// A declaration speaks of every subject.
        DeclarationMustBeComplete = "declaration_must_be_complete",
        /// Only whoever declared does this.
        DeclarerMustAsk = "declarer_must_ask",
        /// The declaration must wait for the assembly, and no other proposal decide on it.
        DeclarationMustBeOpen = "declaration_must_be_open",
        /// An asset is lent to a person.
        BorrowerMustBeAPerson = "borrower_must_be_a_person",
        /// The asset must be where it is kept, and sound.
        AssetMustBeFree = "asset_must_be_free",
        /// The asset must be with somebody, or lost.
        AssetMustBeOut = "asset_must_be_out",
        /// The asset must be the co-op's still, and not be lost.
        AssetMustBeKept = "asset_must_be_kept",
        /// There must be damage that waits to be settled.
        DamageMustBeOpen = "damage_must_be_open",
        /// Whoever files a document is of a class that does, or keeps the archive.
        FilerMustFit = "filer_must_fit",
        /// Only whoever keeps the archive files what everybody reads, changes a class, or erases.
        ArchiveKeeperMustAct = "archive_keeper_must_act",
        /// The document must not be erased.
        DocumentMustBeKept = "document_must_be_kept",
        /// The bylaws must let somebody waive the duty.
        DutyMustBeWaivable = "duty_must_be_waivable",
        /// Nobody waives a duty of their own.
        WaiverMustBeAnothers = "waiver_must_be_anothers",
        /// A duty must be asked of the member, and something of it be left to do.
        DutyMustBeAsked = "duty_must_be_asked",
        /// A waiver ends with the membership year at the latest.
        WaiverMustFit = "waiver_must_fit",
        /// Between two reminders to one member the days pass that the bylaws say.
        ReminderMustBeSpaced = "reminder_must_be_spaced",
        /// A reminder goes to somebody who can be written to.
        ReminderMustReachSomebody = "reminder_must_reach_somebody",
        /// Only its author does this.
        AuthorMustAsk = "author_must_ask",
        /// The party must be of the kind that the class is for.
        PartyMustFitTheClass = "party_must_fit_the_class",
        /// The kind must be one that the class has.
        KindMustBeOfTheClass = "kind_must_be_of_the_class",
        /// A party has one membership at a time.
        MembershipMustBeSingle = "membership_must_be_single",
        /// The membership must be current.
        MembershipMustBeCurrent = "membership_must_be_current",
        /// A membership must have ended.
        MembershipMustHaveEnded = "membership_must_have_ended",
        /// Nothing may be open that ties somebody to the co-op.
        NothingMustBeOpen = "nothing_must_be_open",
        /// What is kept must have been kept for as long as the bylaws say.
        TimeToKeepMustBeOver = "time_to_keep_must_be_over",
        /// Admission to the class is by a decision.
        AdmissionMustBeDecided = "admission_must_be_decided",
        /// The documents in force must be acknowledged first.
        CommitmentsMustBeAcknowledged = "commitments_must_be_acknowledged",
        /// The agreement must have all its sections.
        AgreementMustBeComplete = "agreement_must_be_complete",
        /// The agreement must wait for signatures.
        AgreementMustBeOpen = "agreement_must_be_open",
        /// A change of somebody's terms must be decided before the co-op signs it.
        TermsMustBeDecided = "terms_must_be_decided",
        /// What is signed is the text as it stands.
        TextMustBeTheLast = "text_must_be_the_last",
        /// Each side signs a text once.
        SideMustSignOnce = "side_must_sign_once",
        /// A representative must be a person.
        RepresentativeMustBeAPerson = "representative_must_be_a_person",
        /// Only an organization is represented.
        MemberMustBeAnOrganization = "member_must_be_an_organization",
        /// One representative at a time holds the vote.
        RepresentativeMustBeSingle = "representative_must_be_single",
        /// So many months must have passed.
        MonthsMustHavePassed = "months_must_have_passed",
        /// The membership must be of the class that the matter speaks of.
        ClassMustMatch = "class_must_match",
        /// The resolution must name an owner.
        OwnerMustBeNamed = "owner_must_be_named",
        /// The resolution must have a deadline.
        DeadlineMustBeSet = "deadline_must_be_set",
        /// The proposal must do what its kind of matter does.
        EffectMustFitTheMatter = "effect_must_fit_the_matter",
        /// The edition must be sound, and take force in the future.
        EditionMustBeSound = "edition_must_be_sound",
        /// The close must be named.
        CloseMustBeNamed = "close_must_be_named",
        /// The window must be long enough.
        WindowMustBeLongEnough = "window_must_be_long_enough",
        /// The proposal must be at the stage that the command is for.
        StageMustFit = "stage_must_fit",
        /// The voting must be open.
        VotingMustBeOpen = "voting_must_be_open",
        /// Whoever acts for a membership must hold its vote on that day.
        VoteMustBeHeld = "vote_must_be_held",
        /// Whoever is suspended must wait for the end of it.
        MembershipMustNotBeSuspended = "membership_must_not_be_suspended",
        /// The membership must be on the roll.
        MembershipMustBeOnTheRoll = "membership_must_be_on_the_roll",
        /// Somebody recused does not decide.
        VoterMustNotBeRecused = "voter_must_not_be_recused",
        /// An objection must have a reason.
        ObjectionMustHaveAReason = "objection_must_have_a_reason",
        /// The round must be complete.
        RoundMustBeComplete = "round_must_be_complete",
        /// The rounds must be complete.
        RoundsMustBeComplete = "rounds_must_be_complete",
        /// Nothing may replace consensus here.
        ConsensusMustNotBeReplaced = "consensus_must_not_be_replaced",
        /// Consensus must hold.
        ConsensusMustHold = "consensus_must_hold",
        /// Consensus must have failed before a vote replaces it.
        ConsensusMustHaveFailed = "consensus_must_have_failed",
        /// The closing time must have come.
        ClosingTimeMustHaveCome = "closing_time_must_have_come",
    }
}

/// A lawful request that the rules do not allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// What must hold.
    pub code: Code,
    /// The clause, with the quoted words.
    pub cites: Arc<Citation>,
    /// Why it does not hold.
    pub because: Vec<Finding>,
    /// What the one who asked can do.
    pub remedy: Message,
}

impl Refusal {
    /// A refusal for `code`, by the clause of `cites`.
    pub fn new(code: Code, cites: &Arc<Citation>, because: Finding, remedy: Message) -> Self {
        Self { code, cites: Arc::clone(cites), because: vec![because], remedy }
    }
}

/// A request that does not make sense to the book: it names what is not there, or leaves out what
/// the command needs. No rule of the co-op is involved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Malformed {
    /// The field that is wrong.
    pub field: &'static str,
    /// What is wrong with it, and what would be right.
    pub says: Message,
}
