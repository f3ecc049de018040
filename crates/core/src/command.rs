//! What can be asked of a co-op.

mod draft;
mod read;
mod stance;
mod wrong;

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

pub use self::{
    draft::{Draft, Effect},
    read::{Unreadable, read},
    stance::Stance,
};
use crate::{
    agreements::Paper,
    applicants::ApplicantStage,
    archive::File,
    personal::{Personal, Words},
    proposals::{Choice, Mark},
    rulebook::{Bundle, Retained},
    values::{
        AgreementId, ApplicantId, AssetId, CaseId, DeclarationId, Digest, DocumentId, ExitId, MembershipId,
        Minor, PartyId, ProposalId, RequestId, Slug,
    },
};

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// A person.
    Party(PartyId),
    /// The co-op's desk: whoever runs the program for the co-op, who records what happened outside
    /// it (the founding, admissions by office, payments) and takes part in no decision.
    Desk,
    /// The passing of time.
    Clock,
    /// Somebody without an account, at the public form: whoever wants to come in, and nobody knows yet.
    Visitor,
}

/// A request: who asks what, and when. The same id asks for the same thing only once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Chosen by whoever asks.
    pub id: RequestId,
    /// Who asks.
    pub by: By,
    /// When.
    pub at: Timestamp,
    /// What.
    pub command: Command,
}

/// What can be asked. Imperative; what comes of it is a [`Fact`](crate::fact::Fact), past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(tag = "command", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Begins the register with the edition in force. The desk's.
    Found {
        /// The co-op's short name, in addresses.
        handle: Slug,
        /// The files of the rulebook.
        #[schema(value_type = BTreeMap<String, String>)]
        rulebook: Bundle,
    },
    /// Enters a person. The desk's.
    EnterPerson {
        /// The person's details.
        details: Personal,
    },
    /// Enters an organization. The desk's.
    EnterOrganization {
        /// Its name.
        name: String,
        /// Its town or city.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
    },
    /// Corrects a person's details; what they were before is erased. The person's own; whoever keeps the list of
    /// members corrects name and place too, and the desk everything.
    CorrectDetails {
        /// Whose.
        party: PartyId,
        /// The details as they are now, all of them.
        details: Personal,
    },
    /// Erases a person's details for good, and what was written that goes with them, once nothing ties them to the
    /// co-op. Their own, the desk's, and that of whoever protects data by an office.
    ErasePerson {
        /// Who.
        party: PartyId,
    },
    /// Erases what is kept no longer by the bylaws. The clock's; whoever protects data may ask too.
    EraseKept {
        /// What.
        what: Retained,
    },
    /// Admits a party by office, or records an opening roll. The desk's.
    AdmitMember {
        /// Who.
        party: PartyId,
        /// To which class.
        class: Slug,
        /// Of which kind within the class.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Slug>,
        /// The first day of membership; it may be past.
        #[schema(value_type = String, format = Date)]
        since: Date,
        /// On the strength of what: words for the register.
        basis: String,
    },
    /// Records that a membership ends. The desk's.
    EndMembership {
        /// Whose.
        membership: MembershipId,
        /// The last day of membership; it may be past, but not before something that was done for it.
        #[schema(value_type = String, format = Date)]
        on: Date,
        /// On the strength of what: words for the register.
        basis: String,
    },
    /// Gives notice: this membership ends on a day. One's own, or that of an organization one represents.
    GiveNotice {
        /// Which membership.
        membership: MembershipId,
        /// Its last day.
        #[schema(value_type = String, format = Date)]
        on: Date,
    },
    /// Takes a notice back, where the bylaws let one. Whoever may give it.
    WithdrawNotice {
        /// Of which membership.
        membership: MembershipId,
    },
    /// Records that a membership has ended by a notice, once its last day is over.
    EndOnNotice {
        /// Which.
        membership: MembershipId,
    },
    /// Opens the exit of a membership whose last day is known. Whoever keeps the list of members, or the desk.
    OpenExit {
        /// Of which membership.
        membership: MembershipId,
    },
    /// Records what is owed to whoever leaves, and in how many monthly instalments it is paid. Whoever records
    /// what was paid, or the desk.
    RecordSettlement {
        /// In which exit.
        exit: ExitId,
        /// What it is for, as the rulebook calls it.
        line: Slug,
        /// What was once paid in, in minor units, where that is what is owed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paid_in: Option<Minor>,
        /// What is owed, in minor units.
        owed: Minor,
        /// In how many monthly instalments it is paid.
        instalments: u32,
        /// By when the first is paid.
        #[schema(value_type = String, format = Date)]
        due: Date,
    },
    /// Strikes a line that was recorded by mistake, as long as nothing of it is paid.
    StrikeSettlement {
        /// In which exit.
        exit: ExitId,
        /// Which line, counted from 1.
        line: u32,
    },
    /// Records that an instalment was paid.
    RecordInstalment {
        /// In which exit.
        exit: ExitId,
        /// Of which line, counted from 1.
        line: u32,
        /// Which instalment, counted from 1.
        instalment: u32,
        /// The day on which it was paid, not one to come.
        #[schema(value_type = String, format = Date)]
        on: Date,
    },
    /// Ticks off something that was handed over, or takes that back. Whoever keeps the list of members, or the
    /// desk.
    TickHandover {
        /// In which exit.
        exit: ExitId,
        /// What, as the rulebook calls it.
        item: Slug,
        /// Whether it is handed over.
        done: bool,
    },
    /// Records that whoever leaves took a copy of their own work. Whoever keeps the list of members, or the
    /// desk.
    RecordBackup {
        /// In which exit.
        exit: ExitId,
        /// Whether what could name people was taken out of it.
        de_identified: bool,
    },
    /// Closes an exit in which everything is settled and handed over. Whoever keeps the list of members, or
    /// the desk.
    CloseExit {
        /// Which.
        exit: ExitId,
    },
    /// Names the official representative of an organization from a day on. Whoever keeps the list of members, or
    /// its present representative.
    NameRepresentative {
        /// The organization.
        organization: PartyId,
        /// The person.
        person: PartyId,
        /// The first day; it may be past, but not so that somebody else acted since.
        #[schema(value_type = String, format = Date)]
        from: Date,
    },
    /// Hands the representation of an organization over in one act: the last day of the one who is its official
    /// representative is the day before the first of the next. Whoever keeps the list of members, or its present
    /// representative.
    HandOverRepresentation {
        /// The organization.
        organization: PartyId,
        /// The next official representative; an alternate becomes it.
        person: PartyId,
        /// The first day; it may be past, but not so that somebody else acted since.
        #[schema(value_type = String, format = Date)]
        from: Date,
    },
    /// Names an alternate of an organization from a day on. Whoever keeps the list of members, or its present
    /// representative.
    NameAlternate {
        /// The organization.
        organization: PartyId,
        /// The person.
        person: PartyId,
        /// The first day; it may be past.
        #[schema(value_type = String, format = Date)]
        from: Date,
    },
    /// Ends what somebody is for an organization: its representative or an alternate. Whoever keeps the list of
    /// members, or its present representative.
    EndRepresentation {
        /// The organization.
        organization: PartyId,
        /// The person.
        person: PartyId,
        /// The last day; it may be past, but not before something that they did.
        #[schema(value_type = String, format = Date)]
        on: Date,
    },
    /// Publishes a version of a document that members commit to. The desk's.
    PublishDocument {
        /// Which document, as the rulebook names it.
        document: Slug,
        /// The text in Markdown.
        text: String,
        /// The day from which members are asked for it.
        #[schema(value_type = String, format = Date)]
        in_force_from: Date,
    },
    /// Commits to the version in force.
    AcknowledgeDocument {
        /// For which party: oneself, or an organization one represents.
        party: PartyId,
        /// Which document.
        document: Slug,
        /// Which version.
        version: u32,
    },
    /// Drafts a written agreement with a party, for both sides to sign.
    DraftAgreement {
        /// With whom.
        party: PartyId,
        /// Which agreement, as the rulebook names it.
        kind: Slug,
        /// Its last day, if it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
        /// What it says, under each section that the bylaws name.
        words: Words,
    },
    /// Rewrites an agreement that is not in force. Who has signed it signs anew.
    RedraftAgreement {
        /// Which.
        agreement: AgreementId,
        /// Its last day, if it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
        /// What it says, under each section that the bylaws name.
        words: Words,
    },
    /// Signs an agreement: for the party, or for the co-op. It is in force once both sides have.
    SignAgreement {
        /// Which.
        agreement: AgreementId,
        /// The hash of the text that one has before oneself.
        #[schema(value_type = String)]
        hash: Digest,
        /// The name that one signs by, under `name`.
        words: Words,
    },
    /// Withdraws an agreement that is not in force.
    WithdrawAgreement {
        /// Which.
        agreement: AgreementId,
    },
    /// Records a written agreement that both sides signed on paper. Whoever signs agreements for the co-op, or the
    /// desk.
    RecordAgreement {
        /// With whom.
        party: PartyId,
        /// Which agreement, as the rulebook names it.
        kind: Slug,
        /// The day on which it was signed; today if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        signed: Option<Date>,
        /// Its last day, if it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
        /// What it says under each section that the bylaws name, or where the paper says it.
        words: Words,
        /// The paper itself, where it was uploaded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper: Option<Paper>,
    },
    /// Records that the capital of a membership is paid in full. The desk's.
    RecordCapital {
        /// Whose.
        membership: MembershipId,
    },
    /// Names who guides a membership and writes its reviews, from a day on. Whoever keeps the list of members,
    /// or the desk.
    NameGuide {
        /// Whom they guide.
        membership: MembershipId,
        /// Who guides them.
        person: PartyId,
        /// The first day, not a past one.
        #[schema(value_type = String, format = Date)]
        from: Date,
    },
    /// Says something towards a review of another.
    GiveFeedback {
        /// Of whom.
        membership: MembershipId,
        /// Which review, counted from 1 from the first day in the class.
        review: u32,
        /// What it says, under `text`.
        words: Words,
    },
    /// Writes a review, or writes it anew before it is confirmed. Whoever guides the membership.
    WriteReview {
        /// Of whom.
        membership: MembershipId,
        /// Which review, counted from 1 from the first day in the class.
        review: u32,
        /// What it says, under each subject that the bylaws name.
        words: Words,
    },
    /// Gives an office to a person, from a day on. Whoever may appoint, or the desk.
    GiveOffice {
        /// The office, as the rulebook calls it.
        office: Slug,
        /// To whom.
        person: PartyId,
        /// The first day.
        #[schema(value_type = String, format = Date)]
        from: Date,
        /// The last day, if it is known; where the bylaws set a term, that is the last at the latest.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
    },
    /// Ends an office: one's own, or anybody's for whoever may appoint.
    EndOffice {
        /// The office.
        office: Slug,
        /// Whose.
        person: PartyId,
        /// The last day.
        #[schema(value_type = String, format = Date)]
        on: Date,
    },
    /// Vouches for somebody who can no longer sign in. Once two office-holders who do not have their office
    /// from each other have done so, a new link may be handed over.
    VouchForAccess {
        /// For whom.
        party: PartyId,
    },
    /// Opens a case: a complaint, an audit request.
    OpenCase {
        /// Which kind, as the rulebook calls it.
        kind: Slug,
        /// Whom it is about, if it is about anybody.
        #[serde(default)]
        about: Vec<PartyId>,
        /// What it says, under `text`.
        words: Words,
    },
    /// Adds to a case that one may read.
    AddToCase {
        /// Which.
        case: CaseId,
        /// What is added, under `text`.
        words: Words,
    },
    /// Takes the first step of a case, which stops its clock. Whoever handles it.
    TakeCaseStep {
        /// Which.
        case: CaseId,
        /// What was said, under `text`.
        words: Words,
    },
    /// Closes a case. Whoever handles it.
    CloseCase {
        /// Which.
        case: CaseId,
        /// How it came out, as the rulebook calls it.
        outcome: Slug,
        /// Why, under `text`.
        words: Words,
    },
    /// Sends the interest form of a class. Anybody, without an account.
    SendInterest {
        /// The class that they ask for.
        class: Slug,
        /// Of which kind within the class.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<Slug>,
        /// What they wrote: under `name`, `organization`, `email`, `reach`, `place`, `text`, and under what the
        /// bylaws ask besides.
        words: Words,
    },
    /// Writes a note on an applicant. Whoever answers applicants.
    NoteApplicant {
        /// On whom.
        applicant: ApplicantId,
        /// What it says, under `text`.
        words: Words,
    },
    /// Says who answers an applicant. Whoever answers applicants.
    AssignApplicant {
        /// Whom.
        applicant: ApplicantId,
        /// Who does, and has the power to.
        owner: PartyId,
    },
    /// Moves an applicant to a stage: talking, declined or withdrawn. Whoever answers applicants; and whoever is
    /// invited may withdraw.
    MoveApplicant {
        /// Whom.
        applicant: ApplicantId,
        /// Where to.
        to: ApplicantStage,
        /// Why, under `text`, for those who answer applicants.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Words>,
    },
    /// Invites an applicant to commit: they are entered in the book, or named in it. Whoever answers applicants.
    InviteApplicant {
        /// Whom.
        applicant: ApplicantId,
        /// Who the person is in the book, where they are in it already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PartyId>,
        /// Which the organization is in the book, where it is in it already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        organization: Option<PartyId>,
        /// Random characters, as with the details of a person.
        salt: String,
    },
    /// Declares something in advance, for the assembly to decide on.
    Declare {
        /// Which kind of declaration, as the rulebook calls it.
        kind: Slug,
        /// The day on which it begins.
        #[schema(value_type = String, format = Date)]
        begins: Date,
        /// What it says, under each subject that the bylaws name.
        words: Words,
    },
    /// Takes one's own declaration back before it is decided.
    WithdrawDeclaration {
        /// Which.
        declaration: DeclarationId,
    },
    /// Enters something into the asset register. Whoever keeps it, or the desk.
    EnterAsset {
        /// Which kind of asset, as the rulebook calls it.
        kind: Slug,
        /// What people call it.
        name: String,
        /// The number that stands on it; no two assets have the same.
        #[serde(default)]
        label: String,
        /// Where it is kept.
        place: String,
        /// The first day on which the co-op had it; not one to come.
        #[schema(value_type = String, format = Date)]
        since: Date,
    },
    /// Records that an asset is kept elsewhere. Whoever keeps the register, or the desk.
    MoveAsset {
        /// Which.
        asset: AssetId,
        /// Where it is kept now.
        place: String,
        /// From which day on; not before something that happened to it, and not one to come.
        #[schema(value_type = String, format = Date)]
        on: Date,
    },
    /// Lends an asset: to oneself, or to anybody for whoever keeps the register.
    LendAsset {
        /// Which.
        asset: AssetId,
        /// To whom: a person.
        to: PartyId,
        /// The day on which they take it.
        #[schema(value_type = String, format = Date)]
        on: Date,
        /// The last day for bringing it back.
        #[schema(value_type = String, format = Date)]
        due: Date,
    },
    /// Records that an asset is back, or was found. Whoever has it, whoever keeps the register, or the desk.
    ReturnAsset {
        /// Which.
        asset: AssetId,
        /// On which day.
        #[schema(value_type = String, format = Date)]
        on: Date,
    },
    /// Reports damage to an asset.
    ReportDamage {
        /// Which.
        asset: AssetId,
        /// On which day it was seen.
        #[schema(value_type = String, format = Date)]
        on: Date,
        /// What happened, under `text`.
        words: Words,
    },
    /// Settles the oldest damage to an asset that waits. Whoever keeps the register.
    SettleDamage {
        /// Which.
        asset: AssetId,
        /// On which day.
        #[schema(value_type = String, format = Date)]
        on: Date,
        /// What was decided, under `text`.
        words: Words,
    },
    /// Reports that an asset is lost. Whoever has it, or whoever keeps the register.
    ReportLoss {
        /// Which.
        asset: AssetId,
        /// On which day it was missed.
        #[schema(value_type = String, format = Date)]
        on: Date,
        /// What happened, under `text`.
        words: Words,
    },
    /// Takes an asset out of use for good. Whoever keeps the register, or the desk.
    RetireAsset {
        /// Which.
        asset: AssetId,
        /// The day from which it is the co-op's no longer.
        #[schema(value_type = String, format = Date)]
        on: Date,
        /// On the strength of what: words for the register.
        basis: String,
    },
    /// Files a document in the archive. Whoever files by the bylaws; what everybody reads, whoever keeps the
    /// archive. Its bytes are kept beside the register when that is done.
    FileDocument {
        /// Its confidentiality class, as the rulebook calls it; the default one if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<Slug>,
        /// The day that it bears; not one to come.
        #[schema(value_type = String, format = Date)]
        dated: Date,
        /// Its bytes.
        file: File,
        /// Who is named on it, for a class that those named read.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        named: Vec<PartyId>,
        /// What it is called, under `title`.
        words: Words,
    },
    /// Gives a document another confidentiality class. Whoever keeps the archive.
    ReclassifyDocument {
        /// Which.
        document: DocumentId,
        /// The class, as the rulebook calls it.
        class: Slug,
        /// Who is named on it from then on, for a class that those named read.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        named: Vec<PartyId>,
        /// Why, under `text`.
        words: Words,
    },
    /// Erases the bytes of a document, its title and why it was given its classes; its entry stays. Whoever keeps
    /// the archive.
    EraseDocument {
        /// Which.
        document: DocumentId,
        /// Why, under `text`.
        words: Words,
    },
    /// Waives a duty of somebody else for a time, with a reason. Whoever holds an office that the bylaws name, or the
    /// desk.
    WaiveDuty {
        /// Of which membership.
        membership: MembershipId,
        /// Which duty, as the rulebook calls it.
        duty: Slug,
        /// The last day; the last of the membership year if left out, and none after that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        until: Option<Date>,
        /// Why, under `text`: the member and those who may waive read it.
        words: Words,
    },
    /// Ends a waiver: today is its last day. Whoever may waive the duty.
    EndWaiver {
        /// Of which membership.
        membership: MembershipId,
        /// Of which duty.
        duty: Slug,
    },
    /// Sets the invitation link of a channel. Whoever keeps the list of members, by an office.
    SetChannelLink {
        /// Which channel, as the rulebook calls it.
        channel: Slug,
        /// The link, under `link`; it begins with `https://`.
        words: Words,
    },
    /// Records that a membership has joined a channel, or has left it. Whoever acts for it, whoever keeps the list of
    /// members, or the desk.
    TickChannel {
        /// Which membership.
        membership: MembershipId,
        /// Which channel, as the rulebook calls it.
        channel: Slug,
        /// Whether it has joined.
        joined: bool,
    },
    /// Reminds a member by mail of everything that they are behind with. Whoever keeps the list of members, or the desk.
    Remind {
        /// Whom; everybody who is behind and was not reminded of late if left out, at the most 500 at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        membership: Option<MembershipId>,
        /// Only those who are behind with this duty; what they are reminded of is everything all the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        duty: Option<Slug>,
    },
    /// Writes a proposal for oneself to open later.
    DraftProposal(Draft),
    /// Rewrites one's own proposal, while it is a draft or between rounds.
    ReviseProposal {
        /// Which.
        proposal: ProposalId,
        /// Its new title.
        title: String,
        /// Its new text.
        text: String,
        /// Who will see to it from now on; nobody if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<PartyId>,
        /// By when from now on; no day if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = Date)]
        deadline: Option<Date>,
    },
    /// Withdraws one's own proposal before it is decided.
    WithdrawProposal {
        /// Which.
        proposal: ProposalId,
    },
    /// Opens one's own draft: fixes the roll, and begins the first round or the vote.
    OpenProposal {
        /// Which.
        proposal: ProposalId,
        /// When the responses close, where the matter is decided by a vote.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = DateTime)]
        closes: Option<Timestamp>,
    },
    /// Takes a stance in the open round, or changes it.
    TakeStance {
        /// Which proposal.
        proposal: ProposalId,
        /// For which membership: one's own, or one that one represents.
        membership: MembershipId,
        /// The stance.
        stance: Stance,
    },
    /// Closes the open round with its marks.
    CloseRound {
        /// Which proposal.
        proposal: ProposalId,
        /// What was done; a round is complete with all the marks that the rulebook asks for.
        marks: BTreeSet<Mark>,
        /// The pros and cons, and what was said.
        summary: String,
    },
    /// Opens the next round.
    OpenRound {
        /// Which proposal.
        proposal: ProposalId,
    },
    /// Calls the vote that replaces consensus.
    CallVote {
        /// Which proposal.
        proposal: ProposalId,
        /// When it closes.
        #[schema(value_type = String, format = DateTime)]
        closes: Timestamp,
    },
    /// Casts a ballot, or changes it before the close.
    CastBallot {
        /// Which proposal.
        proposal: ProposalId,
        /// For which membership.
        membership: MembershipId,
        /// The choice.
        choice: Choice,
    },
    /// Discloses an interest in the matter, and withdraws from deciding where `recuse` is true.
    DiscloseInterest {
        /// Which proposal.
        proposal: ProposalId,
        /// For which membership.
        membership: MembershipId,
        /// The interest, for everybody to see.
        interest: String,
        /// Whether one withdraws from deciding. It cannot be taken back.
        recuse: bool,
    },
    /// Records that the last round found consensus, or, where no vote can replace it, that it did not.
    Conclude {
        /// Which proposal.
        proposal: ProposalId,
    },
    /// Closes a vote whose time has come, and counts.
    CloseVote {
        /// Which proposal.
        proposal: ProposalId,
    },
}
