//! What the register keeps. Facts hold what was decided, so that applying them needs no rule. Their
//! fields are called as in the commands they come from, and are described there.

#![allow(missing_docs, reason = "the fields are described on the commands")]

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    agreements::{Paper, Side},
    applicants::ApplicantStage,
    archive::File,
    command::{By, Draft, Stance},
    personal::Beside,
    proposals::{Choice, Mark, Roll, Tally},
    rulebook::Bundle,
    values::{
        AgreementId, ApplicantId, AssetId, CaseId, DeclarationId, Digest, DocumentId, ExitId, MembershipId,
        Minor, PartyId, ProposalId, ResolutionNumber, Slug, WordsId,
    },
};

/// A fact as it is handed to the register: with what can be erased beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// What happened.
    pub fact: Fact,
    /// The details or words that it brings, if any, and whose they are: erasing that party erases them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub personal: Option<(PartyId, Beside)>,
}

impl From<Fact> for Recorded {
    fn from(fact: Fact) -> Self {
        Self { fact, personal: None }
    }
}

/// A fact with its place in time: what [`apply`](crate::apply::apply) takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// When it was decided.
    pub at: Timestamp,
    /// Who asked for it.
    pub by: By,
    /// What happened, with the details of a person where they are not erased.
    pub recorded: Recorded,
}

/// Who sees to a proposal, and by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carries {
    /// Who, if anybody.
    pub owner: Option<PartyId>,
    /// By when, if by any day.
    pub deadline: Option<Date>,
}

/// On the strength of what a membership begins, changes or ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The desk recorded it, in these words.
    Office(String),
    /// A carried proposal.
    Proposal(ProposalId),
    /// The notice with which this exit was opened.
    Notice(ExitId),
}

/// What happened, past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// The register began.
    Founded { handle: Slug, rulebook: Bundle },
    /// An edition of the bylaws was adopted, and takes force on the day its front matter says.
    EditionAdopted { proposal: ProposalId, rulebook: Bundle },
    /// A person was entered; the details stand beside the fact.
    PersonEntered { party: PartyId },
    /// An organization was entered.
    OrganizationEntered { party: PartyId, name: String, place: Option<String> },
    /// A person's details were erased.
    PersonErased { party: PartyId },
    /// A person's details were corrected; the new ones stand beside the fact, and what they were is erased.
    DetailsCorrected { party: PartyId },
    /// Words of a party were erased, because the bylaws keep them no longer.
    WordsErased { party: PartyId, words: Vec<WordsId> },
    /// A membership began.
    MemberAdmitted {
        membership: MembershipId,
        party: PartyId,
        class: Slug,
        kind: Option<Slug>,
        since: Date,
        basis: Basis,
    },
    /// A membership changed its class.
    ClassChanged { membership: MembershipId, class: Slug, since: Date, basis: Basis },
    /// A membership ended; `on` was its last day.
    MembershipEnded { membership: MembershipId, on: Date, basis: Basis },
    /// Somebody acts for an organization from a day on.
    RepresentativeNamed { organization: PartyId, person: PartyId, from: Date },
    /// Somebody is an alternate of an organization from a day on.
    AlternateNamed { organization: PartyId, person: PartyId, from: Date },
    /// Somebody stopped representing an organization; `on` was the last day.
    RepresentationEnded { organization: PartyId, person: PartyId, on: Date },
    /// A version of a document was published.
    DocumentPublished { document: Slug, version: u32, text: String, in_force_from: Date },
    /// A party committed to a version of a document.
    DocumentAcknowledged { party: PartyId, document: Slug, version: u32, person: PartyId },
    /// Somebody drafted an agreement with a party; no `by` is the desk.
    AgreementDrafted {
        agreement: AgreementId,
        kind: Slug,
        party: PartyId,
        by: Option<PartyId>,
        until: Option<Date>,
        words: WordsId,
        hash: Digest,
    },
    /// An agreement was rewritten, and nobody has signed it any longer.
    AgreementRedrafted {
        agreement: AgreementId,
        by: Option<PartyId>,
        until: Option<Date>,
        words: WordsId,
        hash: Digest,
    },
    /// Somebody signed an agreement for a side of it; the words have the name that they signed by.
    SignatureGiven { agreement: AgreementId, side: Side, person: PartyId, hash: Digest, words: WordsId },
    /// An agreement with somebody whose terms are decided was decided on, as its text with this hash stands.
    TermsDecided { agreement: AgreementId, hash: Digest, proposal: ProposalId },
    /// An agreement that is not in force was withdrawn.
    AgreementWithdrawn { agreement: AgreementId, by: Option<PartyId> },
    /// An agreement that both sides signed on paper was recorded.
    AgreementRecorded {
        agreement: AgreementId,
        kind: Slug,
        party: PartyId,
        by: Option<PartyId>,
        signed: Date,
        until: Option<Date>,
        words: WordsId,
        hash: Digest,
        paper: Option<Paper>,
    },
    /// A written agreement was signed by both sides, as books have it that began before agreements were drafted
    /// and signed in them; nothing records one so any longer.
    AgreementSigned { party: PartyId, agreement: Slug, sections: BTreeMap<Slug, String> },
    /// The capital of a membership was paid in full.
    CapitalPaid { membership: MembershipId },
    /// The months of a membership stand still from a first to a last day.
    TrainingPaused { membership: MembershipId, from: Date, until: Date, proposal: ProposalId },
    /// The rights that the bylaws name are off for a membership from a first to a last day.
    MemberSuspended { membership: MembershipId, from: Date, until: Date, proposal: ProposalId },
    /// Notice of leaving was given, and opened an exit; `on` is the last day of the membership.
    NoticeGiven { membership: MembershipId, exit: ExitId, by: PartyId, on: Date },
    /// The notice was withdrawn.
    NoticeWithdrawn { exit: ExitId, membership: MembershipId, by: PartyId },
    /// The exit of a membership was opened that ends otherwise.
    ExitOpened { exit: ExitId, membership: MembershipId },
    /// What is owed to whoever leaves was recorded, with the day and the amount of each instalment.
    SettlementRecorded {
        exit: ExitId,
        line: Slug,
        paid_in: Option<Minor>,
        owed: Minor,
        instalments: Vec<(Date, Minor)>,
    },
    /// A line was struck, by its number.
    SettlementStruck { exit: ExitId, line: u32 },
    /// An instalment of a line was paid.
    InstalmentPaid { exit: ExitId, line: u32, instalment: u32, on: Date },
    /// Something was handed over, or was not after all.
    HandoverTicked { exit: ExitId, item: Slug, done: bool },
    /// The assembly let whoever leaves keep a copy of their own work.
    BackupAllowed { exit: ExitId, proposal: ProposalId },
    /// They took it.
    BackupTaken { exit: ExitId },
    /// An exit was closed, with everything settled and handed over.
    ExitClosed { exit: ExitId },
    /// Somebody guides a membership from a day on.
    GuideNamed { membership: MembershipId, person: PartyId, from: Date },
    /// Somebody said something towards a review of another.
    FeedbackGiven { membership: MembershipId, review: u32, by: PartyId, words: WordsId },
    /// Whoever guides a membership wrote a review of it.
    ReviewWritten { membership: MembershipId, review: u32, by: PartyId, words: WordsId },
    /// The assembly confirmed a review.
    ReviewConfirmed { membership: MembershipId, review: u32, proposal: ProposalId },
    /// An office was given; `until` is its last day, where that is known.
    OfficeGiven { office: Slug, person: PartyId, from: Date, until: Option<Date> },
    /// An office was ended; `on` is its last day.
    OfficeEnded { office: Slug, person: PartyId, on: Date },
    /// An office-holder vouched for somebody who can no longer sign in, and a second one is needed.
    AccessVouched { party: PartyId },
    /// A second office-holder vouched for them.
    AccessRestored { party: PartyId },
    /// Somebody opened a case; `due` is the day by which its first step is to be taken.
    CaseOpened { case: CaseId, kind: Slug, by: PartyId, about: Vec<PartyId>, due: Date, words: WordsId },
    /// Somebody who may read a case added to it.
    CaseNoted { case: CaseId, by: PartyId, words: WordsId },
    /// The first step of a case was taken.
    CaseStepTaken { case: CaseId, by: PartyId, words: WordsId },
    /// A case was closed.
    CaseClosed { case: CaseId, by: PartyId, outcome: Slug, words: WordsId },
    /// Somebody sent the interest form. Whoever is not in the book yet is a party without details from then on.
    InterestSent { applicant: ApplicantId, party: PartyId, class: Slug, kind: Option<Slug>, words: WordsId },
    /// Somebody who answers applicants wrote a note on one.
    ApplicantNoted { applicant: ApplicantId, words: WordsId },
    /// Somebody answers an applicant from now on.
    ApplicantAssigned { applicant: ApplicantId, owner: PartyId },
    /// An applicant came to a stage.
    ApplicantMoved { applicant: ApplicantId, to: ApplicantStage, words: Option<WordsId> },
    /// An applicant was invited to commit, and is this person in the book, or this organization; the details of
    /// a person who is new stand beside the fact.
    ApplicantInvited { applicant: ApplicantId, person: PartyId, organization: Option<PartyId> },
    /// A member declared something; `late` where it came after the first day.
    Declared {
        declaration: DeclarationId,
        kind: Slug,
        membership: MembershipId,
        begins: Date,
        late: bool,
        words: WordsId,
    },
    /// A declaration was taken back.
    DeclarationWithdrawn { declaration: DeclarationId },
    /// The assembly decided whether what was declared is allowed.
    DeclarationDecided { declaration: DeclarationId, proposal: ProposalId, allowed: bool },
    /// An asset was entered.
    AssetEntered { asset: AssetId, kind: Slug, name: String, label: String, place: String, since: Date },
    /// An asset is kept elsewhere.
    AssetMoved { asset: AssetId, place: String, on: Date },
    /// Somebody borrowed an asset.
    AssetLent { asset: AssetId, to: PartyId, on: Date, due: Date },
    /// An asset came back, or was found.
    AssetReturned { asset: AssetId, on: Date },
    /// Damage to an asset was reported; `of` is whose the words are.
    AssetDamaged { asset: AssetId, of: PartyId, on: Date, words: WordsId },
    /// The oldest damage to an asset that waited was settled.
    DamageSettled { asset: AssetId, on: Date, words: WordsId },
    /// An asset was lost; `of` is whose the words are.
    AssetLost { asset: AssetId, of: PartyId, on: Date, words: WordsId },
    /// An asset is the co-op's no longer.
    AssetRetired { asset: AssetId, on: Date, basis: String },
    /// A document was filed in the archive; its title stands beside the fact.
    DocumentFiled {
        document: DocumentId,
        by: PartyId,
        class: Slug,
        dated: Date,
        file: File,
        named: Vec<PartyId>,
        words: WordsId,
    },
    /// A document was given another confidentiality class.
    DocumentReclassified { document: DocumentId, class: Slug, named: Vec<PartyId>, words: WordsId },
    /// The bytes of a document and what was written of it were erased; why stands beside the fact.
    DocumentErased { document: DocumentId, words: WordsId },
    /// A duty of a membership was waived through a day.
    DutyWaived { membership: MembershipId, duty: Slug, until: Date, words: WordsId },
    /// A waiver was ended; `on` is its last day.
    WaiverEnded { membership: MembershipId, duty: Slug, on: Date },
    /// The invitation link of a channel was set; the link stands beside the fact.
    ChannelLinkSet { channel: Slug, words: WordsId },
    /// A membership has joined a channel, or has left it; no `person` is whoever keeps the list of members.
    ChannelTicked { membership: MembershipId, channel: Slug, joined: bool, person: Option<PartyId> },
    /// A member was reminded of duties.
    MemberReminded { membership: MembershipId, duties: Vec<Slug> },
    /// A proposal was written.
    ProposalDrafted { proposal: ProposalId, author: PartyId, draft: Draft },
    /// A proposal was rewritten; who sees to it and by when, where that changed.
    ProposalRevised {
        proposal: ProposalId,
        title: String,
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        carries: Option<Carries>,
    },
    /// A proposal was withdrawn.
    ProposalWithdrawn { proposal: ProposalId },
    /// A proposal opened under an edition, with its roll; a matter decided by a vote also has its close.
    ProposalOpened { proposal: ProposalId, edition: u32, roll: Roll, closes: Option<Timestamp> },
    /// A round opened, counted from 1.
    RoundOpened { proposal: ProposalId, round: u32 },
    /// A stance was taken in the open round.
    StanceTaken { proposal: ProposalId, membership: MembershipId, person: PartyId, stance: Stance },
    /// The open round was closed, complete.
    RoundClosed { proposal: ProposalId, marks: BTreeSet<Mark>, summary: String },
    /// The vote that replaces consensus was called.
    VoteCalled { proposal: ProposalId, closes: Timestamp },
    /// A ballot was cast.
    BallotCast { proposal: ProposalId, membership: MembershipId, person: PartyId, choice: Choice },
    /// An interest was disclosed.
    InterestDisclosed {
        proposal: ProposalId,
        membership: MembershipId,
        person: PartyId,
        interest: String,
        recused: bool,
    },
    /// A proposal was decided; a carried one is a numbered resolution.
    ProposalDecided { proposal: ProposalId, tally: Tally, resolution: Option<ResolutionNumber> },
    /// What a carried proposal does waits for something outside the decision.
    EffectAwaited { proposal: ProposalId },
    /// The assembly named a further kind of matter.
    MatterNamed { proposal: ProposalId, matter: Slug, name: String, group: Slug, decision: Slug },
}

impl Fact {
    /// The name of the kind, as it stands in the register: `member_admitted`.
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::Founded { .. } => "founded",
            Fact::EditionAdopted { .. } => "edition_adopted",
            Fact::PersonEntered { .. } => "person_entered",
            Fact::OrganizationEntered { .. } => "organization_entered",
            Fact::PersonErased { .. } => "person_erased",
            Fact::DetailsCorrected { .. } => "details_corrected",
            Fact::WordsErased { .. } => "words_erased",
            Fact::MemberAdmitted { .. } => "member_admitted",
            Fact::ClassChanged { .. } => "class_changed",
            Fact::MembershipEnded { .. } => "membership_ended",
            Fact::RepresentativeNamed { .. } => "representative_named",
            Fact::AlternateNamed { .. } => "alternate_named",
            Fact::RepresentationEnded { .. } => "representation_ended",
            Fact::DocumentPublished { .. } => "document_published",
            Fact::DocumentAcknowledged { .. } => "document_acknowledged",
            Fact::AgreementDrafted { .. } => "agreement_drafted",
            Fact::AgreementRedrafted { .. } => "agreement_redrafted",
            Fact::SignatureGiven { .. } => "signature_given",
            Fact::TermsDecided { .. } => "terms_decided",
            Fact::AgreementWithdrawn { .. } => "agreement_withdrawn",
            Fact::AgreementRecorded { .. } => "agreement_recorded",
            Fact::AgreementSigned { .. } => "agreement_signed",
            Fact::CapitalPaid { .. } => "capital_paid",
            Fact::TrainingPaused { .. } => "training_paused",
            Fact::MemberSuspended { .. } => "member_suspended",
            Fact::NoticeGiven { .. } => "notice_given",
            Fact::NoticeWithdrawn { .. } => "notice_withdrawn",
            Fact::ExitOpened { .. } => "exit_opened",
            Fact::SettlementRecorded { .. } => "settlement_recorded",
            Fact::SettlementStruck { .. } => "settlement_struck",
            Fact::InstalmentPaid { .. } => "instalment_paid",
            Fact::HandoverTicked { .. } => "handover_ticked",
            Fact::BackupAllowed { .. } => "backup_allowed",
            Fact::BackupTaken { .. } => "backup_taken",
            Fact::ExitClosed { .. } => "exit_closed",
            Fact::GuideNamed { .. } => "guide_named",
            Fact::FeedbackGiven { .. } => "feedback_given",
            Fact::ReviewWritten { .. } => "review_written",
            Fact::ReviewConfirmed { .. } => "review_confirmed",
            Fact::OfficeGiven { .. } => "office_given",
            Fact::OfficeEnded { .. } => "office_ended",
            Fact::AccessVouched { .. } => "access_vouched",
            Fact::AccessRestored { .. } => "access_restored",
            Fact::CaseOpened { .. } => "case_opened",
            Fact::CaseNoted { .. } => "case_noted",
            Fact::CaseStepTaken { .. } => "case_step_taken",
            Fact::CaseClosed { .. } => "case_closed",
            Fact::InterestSent { .. } => "interest_sent",
            Fact::ApplicantNoted { .. } => "applicant_noted",
            Fact::ApplicantAssigned { .. } => "applicant_assigned",
            Fact::ApplicantMoved { .. } => "applicant_moved",
            Fact::ApplicantInvited { .. } => "applicant_invited",
            Fact::Declared { .. } => "declared",
            Fact::DeclarationWithdrawn { .. } => "declaration_withdrawn",
            Fact::DeclarationDecided { .. } => "declaration_decided",
            Fact::AssetEntered { .. } => "asset_entered",
            Fact::AssetMoved { .. } => "asset_moved",
            Fact::AssetLent { .. } => "asset_lent",
            Fact::AssetReturned { .. } => "asset_returned",
            Fact::AssetDamaged { .. } => "asset_damaged",
            Fact::DamageSettled { .. } => "damage_settled",
            Fact::AssetLost { .. } => "asset_lost",
            Fact::AssetRetired { .. } => "asset_retired",
            Fact::DocumentFiled { .. } => "document_filed",
            Fact::DocumentReclassified { .. } => "document_reclassified",
            Fact::DocumentErased { .. } => "document_erased",
            Fact::DutyWaived { .. } => "duty_waived",
            Fact::WaiverEnded { .. } => "waiver_ended",
            Fact::ChannelLinkSet { .. } => "channel_link_set",
            Fact::ChannelTicked { .. } => "channel_ticked",
            Fact::MemberReminded { .. } => "member_reminded",
            Fact::ProposalDrafted { .. } => "proposal_drafted",
            Fact::ProposalRevised { .. } => "proposal_revised",
            Fact::ProposalWithdrawn { .. } => "proposal_withdrawn",
            Fact::ProposalOpened { .. } => "proposal_opened",
            Fact::RoundOpened { .. } => "round_opened",
            Fact::StanceTaken { .. } => "stance_taken",
            Fact::RoundClosed { .. } => "round_closed",
            Fact::VoteCalled { .. } => "vote_called",
            Fact::BallotCast { .. } => "ballot_cast",
            Fact::InterestDisclosed { .. } => "interest_disclosed",
            Fact::ProposalDecided { .. } => "proposal_decided",
            Fact::EffectAwaited { .. } => "effect_awaited",
            Fact::MatterNamed { .. } => "matter_named",
        }
    }

    /// The proposal that it is about or that brought it about; `None` where it names none.
    pub fn proposal(&self) -> Option<ProposalId> {
        match self {
            Fact::EditionAdopted { proposal, .. }
            | Fact::TrainingPaused { proposal, .. }
            | Fact::MemberSuspended { proposal, .. }
            | Fact::BackupAllowed { proposal, .. }
            | Fact::ReviewConfirmed { proposal, .. }
            | Fact::TermsDecided { proposal, .. }
            | Fact::DeclarationDecided { proposal, .. }
            | Fact::ProposalDrafted { proposal, .. }
            | Fact::ProposalRevised { proposal, .. }
            | Fact::ProposalWithdrawn { proposal }
            | Fact::ProposalOpened { proposal, .. }
            | Fact::RoundOpened { proposal, .. }
            | Fact::StanceTaken { proposal, .. }
            | Fact::RoundClosed { proposal, .. }
            | Fact::VoteCalled { proposal, .. }
            | Fact::BallotCast { proposal, .. }
            | Fact::InterestDisclosed { proposal, .. }
            | Fact::ProposalDecided { proposal, .. }
            | Fact::EffectAwaited { proposal }
            | Fact::MatterNamed { proposal, .. } => Some(*proposal),
            Fact::Founded { .. }
            | Fact::PersonEntered { .. }
            | Fact::OrganizationEntered { .. }
            | Fact::PersonErased { .. }
            | Fact::DetailsCorrected { .. }
            | Fact::WordsErased { .. }
            | Fact::MemberAdmitted { .. }
            | Fact::ClassChanged { .. }
            | Fact::MembershipEnded { .. }
            | Fact::RepresentativeNamed { .. }
            | Fact::AlternateNamed { .. }
            | Fact::RepresentationEnded { .. }
            | Fact::DocumentPublished { .. }
            | Fact::DocumentAcknowledged { .. }
            | Fact::AgreementDrafted { .. }
            | Fact::AgreementRedrafted { .. }
            | Fact::SignatureGiven { .. }
            | Fact::AgreementWithdrawn { .. }
            | Fact::AgreementRecorded { .. }
            | Fact::AgreementSigned { .. }
            | Fact::CapitalPaid { .. }
            | Fact::NoticeGiven { .. }
            | Fact::NoticeWithdrawn { .. }
            | Fact::ExitOpened { .. }
            | Fact::SettlementRecorded { .. }
            | Fact::SettlementStruck { .. }
            | Fact::InstalmentPaid { .. }
            | Fact::HandoverTicked { .. }
            | Fact::BackupTaken { .. }
            | Fact::ExitClosed { .. }
            | Fact::GuideNamed { .. }
            | Fact::FeedbackGiven { .. }
            | Fact::ReviewWritten { .. }
            | Fact::OfficeGiven { .. }
            | Fact::OfficeEnded { .. }
            | Fact::AccessVouched { .. }
            | Fact::AccessRestored { .. }
            | Fact::Declared { .. }
            | Fact::DeclarationWithdrawn { .. }
            | Fact::AssetEntered { .. }
            | Fact::AssetMoved { .. }
            | Fact::AssetLent { .. }
            | Fact::AssetReturned { .. }
            | Fact::AssetDamaged { .. }
            | Fact::DamageSettled { .. }
            | Fact::AssetLost { .. }
            | Fact::AssetRetired { .. }
            | Fact::DocumentFiled { .. }
            | Fact::DocumentReclassified { .. }
            | Fact::DocumentErased { .. }
            | Fact::DutyWaived { .. }
            | Fact::WaiverEnded { .. }
            | Fact::ChannelLinkSet { .. }
            | Fact::ChannelTicked { .. }
            | Fact::MemberReminded { .. }
            | Fact::CaseOpened { .. }
            | Fact::CaseNoted { .. }
            | Fact::CaseStepTaken { .. }
            | Fact::CaseClosed { .. }
            | Fact::InterestSent { .. }
            | Fact::ApplicantNoted { .. }
            | Fact::ApplicantAssigned { .. }
            | Fact::ApplicantMoved { .. }
            | Fact::ApplicantInvited { .. } => None,
        }
    }
}

impl Fact {
    /// The words that stand beside the fact, if any do.
    pub fn words(&self) -> Option<WordsId> {
        match self {
            Fact::CaseOpened { words, .. }
            | Fact::CaseNoted { words, .. }
            | Fact::CaseStepTaken { words, .. }
            | Fact::CaseClosed { words, .. }
            | Fact::Declared { words, .. }
            | Fact::AssetDamaged { words, .. }
            | Fact::DamageSettled { words, .. }
            | Fact::AssetLost { words, .. }
            | Fact::DocumentFiled { words, .. }
            | Fact::DocumentReclassified { words, .. }
            | Fact::DocumentErased { words, .. }
            | Fact::DutyWaived { words, .. }
            | Fact::ChannelLinkSet { words, .. }
            | Fact::FeedbackGiven { words, .. }
            | Fact::ReviewWritten { words, .. }
            | Fact::AgreementDrafted { words, .. }
            | Fact::AgreementRedrafted { words, .. }
            | Fact::SignatureGiven { words, .. }
            | Fact::AgreementRecorded { words, .. }
            | Fact::InterestSent { words, .. }
            | Fact::ApplicantNoted { words, .. } => Some(*words),
            Fact::ApplicantMoved { words, .. } => *words,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_the_name_in_the_register() {
        let facts = [
            Fact::PersonErased { party: PartyId(1) },
            Fact::CapitalPaid { membership: MembershipId(1) },
            Fact::RoundOpened { proposal: ProposalId(1), round: 1 },
        ];
        for fact in facts {
            let json = serde_json::to_value(&fact).unwrap();
            assert_eq!(json.as_object().unwrap().keys().next().unwrap(), fact.kind());
        }
    }

    /// Books from before a rewriting could say who sees to it and by when are read as they were.
    #[test]
    fn a_rewriting_of_an_older_book_changes_neither_owner_nor_deadline() {
        let json = r#"{"proposal_revised":{"proposal":1,"title":"A van","text":"A small one."}}"#;
        let fact: Fact = serde_json::from_str(json).unwrap();
        assert!(matches!(fact, Fact::ProposalRevised { carries: None, .. }));
        assert_eq!(serde_json::to_string(&fact).unwrap(), json);
    }

    #[test]
    fn the_proposal_is_the_one_that_the_fact_names() {
        let (proposal, bundle) = (ProposalId(7), Bundle::default());
        let facts = [
            Fact::EditionAdopted { proposal, rulebook: bundle.clone() },
            Fact::ProposalWithdrawn { proposal },
            Fact::RoundOpened { proposal, round: 1 },
            Fact::EffectAwaited { proposal },
            Fact::Founded { handle: Slug::new("mill"), rulebook: bundle },
            Fact::CapitalPaid { membership: MembershipId(7) },
        ];
        for fact in facts {
            let json = serde_json::to_value(&fact).unwrap();
            let named = json[fact.kind()].get("proposal").map(|_| proposal);
            assert_eq!(fact.proposal(), named, "{}", fact.kind());
        }
    }
}
