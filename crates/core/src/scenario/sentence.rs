//! What sentences tell. Names, titles and the rulebook's words stand as they were written; they are
//! looked up when the sentence is reached.

use jiff::civil::{Date, Time};

use crate::{cases::Clock, command::Stance, proposals::Choice, standing::DutyStatus};

/// What a sentence tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sentence {
    /// Somebody does something.
    Deed(Deed),
    /// Something is so.
    Claim(Claim),
}

/// A proposal by its title; `None` for the one that was spoken of last.
pub(super) type Title = Option<String>;

/// A day and, where it is said, a time of day.
pub(super) type Close = (Date, Option<Time>);

/// What somebody does. `on_behalf` is the organization whose vote is used; `None` for one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum Deed {
    StandOnTheRoll {
        name: String,
        class: String,
        since: Date,
    },
    Admit {
        name: String,
        class: String,
    },
    EndMembership {
        name: String,
        on: Date,
    },
    Represent {
        person: String,
        organization: String,
        from: Date,
    },
    StandIn {
        person: String,
        organization: String,
        from: Date,
    },
    HandOver {
        by: String,
        organization: String,
        person: String,
        from: Date,
    },
    StopRepresenting {
        person: String,
        organization: String,
        until: Date,
    },
    Publish {
        version: u32,
        document: String,
        from: Date,
    },
    Acknowledge {
        name: String,
        document: String,
        on_behalf: Option<String>,
    },
    Sign {
        name: String,
        agreement: String,
        without: Option<String>,
        until: Option<Date>,
    },
    DraftAgreement {
        by: String,
        again: bool,
        agreement: String,
        name: String,
        without: Option<String>,
        until: Option<Date>,
    },
    SignOnScreen {
        by: String,
        agreement: String,
        name: String,
    },
    WithdrawAgreement {
        by: String,
        agreement: String,
        name: String,
    },
    PayCapital {
        name: String,
    },
    GiveOffice {
        by: Option<String>,
        name: String,
        office: String,
        from: Option<Date>,
    },
    EndOffice {
        by: String,
        name: String,
        office: String,
    },
    AdmitAs {
        by: String,
        name: String,
        class: String,
    },
    Vouch {
        by: String,
        name: String,
    },
    CorrectDetails {
        by: String,
        name: String,
        address: bool,
    },
    Erase {
        name: String,
        by_desk: bool,
    },
    OpenCase {
        name: String,
        kind: String,
        about: Vec<String>,
        text: String,
    },
    AddToCase {
        name: String,
        text: String,
    },
    TakeCaseStep {
        name: String,
    },
    CloseCase {
        name: String,
        outcome: String,
    },
    SendInterest {
        name: String,
        class: String,
        representative: Option<String>,
    },
    NoteApplicant {
        by: String,
        name: String,
        text: String,
    },
    AssignApplicant {
        by: String,
        name: String,
        owner: String,
    },
    MoveApplicant {
        by: String,
        name: String,
        stage: String,
    },
    InviteApplicant {
        by: String,
        name: String,
    },
    NameGuide {
        by: Option<String>,
        guide: String,
        name: String,
    },
    GiveFeedback {
        by: String,
        name: String,
        text: String,
    },
    WriteReview {
        by: String,
        name: String,
        review: u32,
        without: Option<String>,
    },
    GiveNotice {
        name: String,
        on: Date,
        on_behalf: Option<String>,
    },
    WithdrawNotice {
        name: String,
        on_behalf: Option<String>,
    },
    OpenExit {
        by: String,
        name: String,
    },
    RecordSettlement {
        name: String,
        line: String,
        owed: String,
        paid_in: Option<String>,
        instalments: u32,
        due: Date,
    },
    StrikeSettlement {
        name: String,
        line: String,
    },
    PayInstalment {
        name: String,
        line: String,
        instalment: u32,
    },
    TickHandover {
        name: String,
        item: String,
        done: bool,
    },
    RecordBackup {
        name: String,
        de_identified: bool,
    },
    CloseExit {
        name: String,
    },
    Declare {
        name: String,
        kind: String,
        begins: Date,
        without: Option<String>,
    },
    WithdrawDeclaration {
        by: String,
        name: String,
    },
    WaiveDuty {
        by: String,
        duty: String,
        name: String,
        until: Option<Date>,
        reason: String,
    },
    EndWaiver {
        by: String,
        duty: String,
        name: String,
    },
    SetLink {
        by: String,
        channel: String,
    },
    TickChannel {
        by: String,
        channel: String,
        name: Option<String>,
        joined: bool,
    },
    Remind {
        by: String,
        name: Option<String>,
        duty: Option<String>,
    },
    OnAsset {
        by: Option<String>,
        asset: String,
        does: OnAsset,
    },
    OnDocument {
        by: String,
        document: String,
        does: OnDocument,
    },
    Propose(Box<Propose>),
    Revise {
        name: String,
        title: Title,
    },
    Withdraw {
        name: String,
        title: Title,
    },
    TakeStance {
        name: String,
        stance: Stance,
        title: Title,
        on_behalf: Option<String>,
    },
    CloseRound {
        name: String,
        round: u32,
        without: Option<String>,
        title: Title,
    },
    OpenRound {
        name: String,
        round: u32,
        title: Title,
    },
    CallVote {
        name: String,
        title: Title,
        closes: Option<Close>,
    },
    Vote {
        name: String,
        choice: Choice,
        title: Title,
        on_behalf: Option<String>,
    },
    Disclose {
        name: String,
        interest: String,
        recuse: bool,
        title: Title,
        on_behalf: Option<String>,
    },
    Conclude {
        name: String,
        found: bool,
        title: Title,
    },
    CloseVote {
        name: String,
        title: Title,
    },
}

/// A proposal that is written and opened in one sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the form says what each means")]
pub struct Propose {
    pub name: String,
    pub title: String,
    pub matter: String,
    pub about: Option<String>,
    pub naming: Option<String>,
    pub in_force_from: Option<Date>,
    pub days: Option<(Date, Date)>,
    pub closes: Option<Close>,
    pub owner: Option<String>,
    pub without_owner: bool,
    pub deadline: Option<Date>,
    pub without_deadline: bool,
}

/// What somebody does with an asset, which is called by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum OnAsset {
    Enter { kind: String, since: Option<Date> },
    Lend { to: Option<String>, due: Date },
    Return,
    Move { place: String },
    Damage { text: String },
    Settle { text: String },
    Lose { text: String },
    Retire,
}

/// What somebody does with a document of the archive, which is called by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum OnDocument {
    File { class: Option<String>, named: Vec<String> },
    Reclassify { class: String, named: Vec<String>, text: String },
    Erase { text: String },
}

/// How an asset stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum AssetIs {
    With(String),
    InStore,
    Damaged,
    Lost,
    Retired,
    Overdue { not: bool },
}

/// How a declaration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum DeclarationIs {
    Open,
    Allowed,
    NotAllowed,
    Late,
    Withdrawn,
}

/// The three numbers of a verdict by vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    /// In favour.
    pub got: u64,
    /// Of whom the share is taken.
    pub base: u64,
    /// In favour, needed.
    pub needed: u64,
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum ProposalStand {
    InRound(u32),
    InVote,
    Open,
    Withdrawn,
}

/// How an exit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum ExitStand {
    Open,
    Late,
    Closed,
    Withdrawn,
}

/// What is so. A day that is not said is the day of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the forms say what each means")]
pub enum Claim {
    Carries { title: Title, carries: bool, numbers: Option<Numbers> },
    Stands { title: Title, stand: ProposalStand },
    IsOfClass { name: String, class: String, not: bool, on: Option<Date> },
    IsInPhase { name: String, phase: String, on: Option<Date> },
    May { name: String, right: String, group: Option<String>, not: bool, on: Option<Date> },
    HeldTheVote { person: Option<String>, of: String, on: Date },
    ReviewsFallDue { name: String, dates: Vec<Date> },
    MayApply { name: String, matter: String, from: Date },
    Duty { name: String, clause: String, document: Option<String>, status: DutyStatus, on: Option<Date> },
    Acknowledged { name: String, version: u32, document: String, on: Date },
    HoldsOffice { name: String, office: String, not: bool, on: Option<Date> },
    CaseDue { on: Date },
    CaseStands { clock: Clock },
    ReadsCase { name: String, not: bool },
    ApplicantStands { name: String, stage: String },
    ApplicantAge { name: String, days: u32 },
    AnswersApplicants { name: String, not: bool },
    ReadsReview { name: String, of: String, not: bool },
    AgreementHolds { agreement: String, name: String, not: bool, on: Option<Date> },
    ReadsAgreement { reader: String, agreement: String, name: String, not: bool },
    ExitStands { stand: ExitStand },
    NoExit,
    ExitOwes { owed: String, paid: String },
    InstalmentIs { instalment: u32, line: String, amount: String, due: Date },
    ReadsExit { name: String, not: bool },
    IsErased { name: String, not: bool },
    CaseIsKept { not: bool },
    IsSuspended { name: String, not: bool, on: Option<Date> },
    DeclarationIs { name: String, is: DeclarationIs },
    ReadsDeclaration { name: String, of: String, not: bool },
    AssetIs { asset: String, is: AssetIs, on: Option<Date> },
    SeesAssets { name: String, not: bool },
    ReadsDamage { name: String, asset: String, not: bool },
    ReadsDocument { name: Option<String>, document: String, not: bool },
    DocumentIsErased { document: String },
    DutyNamed { name: String, duty: String, status: DutyStatus, on: Option<Date> },
    InGoodStanding { name: String, not: bool, on: Option<Date> },
    SeesLink { name: String, channel: String, not: bool },
    ReadsReason { name: String, duty: String, of: String, not: bool },
    SeesStanding { name: String, of: String, not: bool },
    WasReminded { name: String, on: Date },
    AreBehind { number: u32, duty: Option<String>, on: Option<Date> },
    AccessRestored { name: String, not: bool },
    RollCounts { number: u64, title: Title },
    OnTheRoll { name: String, not: bool, title: Title },
    EditionInForce { number: u32, on: Date },
}
