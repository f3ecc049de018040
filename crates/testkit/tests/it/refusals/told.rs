//! The refusals that worked examples can tell.

use rochdale_core::refusal::Code;

/// A refusal that a worked example can tell: the code, the clause, and the lines of which the last is refused.
pub type Told = (Code, &'static str, &'static str);

/// Those of CoAssembly.
pub const COASSEMBLY: &[Told] = &[
    (
        Code::RightMustBeHeld,
        "MEM-07",
        "Hana is an associate since 2024-01-01
         Hana proposes \"Buy a van\", a major investment",
    ),
    (
        Code::PowerMustBeHeld,
        "GOV-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana gives Bo the office of treasurer",
    ),
    (
        Code::OfficeMustBeGivenByAnother,
        "GOV-03",
        "Ana is a worker-owner since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Ana gives Ana the office of treasurer",
    ),
    (
        Code::HolderMustFit,
        "GOV-03",
        "Hana is an associate since 2024-01-01
         Hana holds the office of secretary from 2024-01-01",
    ),
    (
        Code::SecondSignatureMustBeAnothers,
        "GOV-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Ana vouches for Bo
         Ana vouches for Bo",
    ),
    (
        Code::AddressMustBeOnesOwn,
        "GOV-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana holds the office of secretary from 2024-01-01
         Ana corrects the address of Bo",
    ),
    (
        Code::NothingMustBeOpen,
        "DISC-03(1)",
        "Gus is a worker-owner since 2024-01-01
         2026-03-31  Gus's membership ends on 2026-03-31
         2026-04-01  Gus asks to be erased",
    ),
    (
        Code::AgreementMustBeOpen,
        "MEM-11(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of secretary from 2024-01-01
         Fei signs the flying member's agreement
         Bo signs the flying member's agreement of Fei on screen",
    ),
    (
        Code::SideMustSignOnce,
        "MEM-11(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana drafts the flying member's agreement for Fei
         Fei signs the flying member's agreement of Fei on screen
         Fei signs the flying member's agreement of Fei on screen",
    ),
    (
        Code::TermsMustBeDecided,
        "MEM-14(4)",
        "Fei is a flying member since 2024-01-01
         Fei signs the flying member's agreement",
    ),
    (
        Code::CaseMustBeHandledByAnother,
        "DISC-01",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Bo brings a complaint about Ana: she is late
         Ana takes its first step",
    ),
    (
        Code::CaseMustBeOpen,
        "DISC-01",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Bo brings a complaint: it is cold here
         Ana takes its first step; Ana closes the case as settled
         Bo adds to the case: it still is",
    ),
    (
        Code::FirstStepMustBeTaken,
        "DISC-01",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Bo brings a complaint: it is cold here
         Ana closes the case as settled",
    ),
    (
        Code::ApplicantMustBeOpen,
        "MEM-07",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of secretary from 2024-01-01
         Hana asks to join as an associate
         Bo moves Hana to declined
         Bo invites Hana",
    ),
    (
        Code::GuideMustFit,
        "MEM-09(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Hana is the guide of Hana",
    ),
    (
        Code::GuideMustWrite,
        "MEM-09(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Bo is the guide of Hana
         Ana writes review 1 of Hana",
    ),
    (
        Code::FeedbackMustBeAnothers,
        "MEM-09(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Hana gives feedback on Hana: all is well",
    ),
    (
        Code::ReviewMustBeOpen,
        "MEM-09(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Bo is the guide of Hana
         Bo writes review 99 of Hana",
    ),
    (
        Code::ReviewMustBeComplete,
        "MEM-09(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Bo is the guide of Hana
         Bo writes review 1 of Hana without openness and communication",
    ),
    (
        Code::ReviewMustBeWritten,
        "MEM-09(3)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Ana proposes \"So be it\", a confirmation of a review about Hana",
    ),
    (
        Code::PauseMustFit,
        "MEM-07(5)",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2025-08-31
         Ana proposes \"Away\", a pause of a training about Hana from 2020-01-01 until 2020-01-02",
    ),
    (
        Code::DeclarerMustFit,
        "PROJ-03(1)",
        "Fei is a flying member since 2024-01-01
         Fei declares a personal contract from 2024-04-01",
    ),
    (
        Code::DeclarationMustBeComplete,
        "PROJ-03(1)",
        "Ana is a worker-owner since 2024-01-01
         Ana declares a personal contract from 2024-04-01 without what work",
    ),
    (
        Code::DeclarerMustAsk,
        "PROJ-03(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana declares a personal contract from 2024-04-01
         Bo withdraws the declaration of Ana",
    ),
    (
        Code::DeclarationMustBeOpen,
        "PROJ-03(1)",
        "Ana is a worker-owner since 2024-01-01
         Ana declares a personal contract from 2024-04-01
         Ana withdraws the declaration of Ana
         Ana withdraws the declaration of Ana",
    ),
    (
        Code::AssetMustBeFree,
        "PROJ-04(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         \"the ladder\" stands in the asset register as a tool
         Ana borrows \"the ladder\" until 2024-02-01
         Bo borrows \"the ladder\" until 2024-02-01",
    ),
    (
        Code::AssetMustBeOut,
        "PROJ-04(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana holds the office of keeper of assets from 2024-01-01
         \"the ladder\" stands in the asset register as a tool
         Ana returns \"the ladder\"",
    ),
    (
        Code::AssetMustBeKept,
        "PROJ-04(2)",
        "Ana is a worker-owner since 2024-01-01
         \"the ladder\" stands in the asset register as a tool
         Ana borrows \"the ladder\" until 2024-02-01
         Ana reports the loss of \"the ladder\": it is gone
         Ana reports damage to \"the ladder\": a rung is loose",
    ),
    (
        Code::DamageMustBeOpen,
        "PROJ-04(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana holds the office of keeper of assets from 2024-01-01
         \"the ladder\" stands in the asset register as a tool
         Ana settles the damage to \"the ladder\": all is well",
    ),
    (
        Code::FilerMustFit,
        "FIN-05",
        "Fei is a flying member since 2024-01-01
         Fei files \"A leaflet\" as members",
    ),
    (
        Code::ArchiveKeeperMustAct,
        "FIN-05",
        "Ana is a worker-owner since 2024-01-01
         Ana files \"Report of the year\" as public",
    ),
    (
        Code::DocumentMustBeKept,
        "FIN-05",
        "Ana is a worker-owner since 2024-01-01
         Ana holds the office of secretary from 2024-01-01
         Ana files \"Report of the year\"
         Ana erases the document \"Report of the year\": it is old
         Ana erases the document \"Report of the year\": once more",
    ),
    (
        Code::AuthorMustAsk,
        "MEM-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Bo withdraws it",
    ),
    (
        Code::MembershipMustBeSingle,
        "MEM-02(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana is an associate since 2024-01-01",
    ),
    (
        Code::MembershipMustBeCurrent,
        "MEM-01(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         2024-02-01 Ana proposes \"Buy a van\", a major investment
         2024-02-02 Bo's membership ends on 2024-02-02
         2024-02-03 Bo agrees",
    ),
    (Code::AdmissionMustBeDecided, "MEM-01(2)", "2024-02-01 Hana is admitted as an associate"),
    (
        Code::AgreementMustBeComplete,
        "MEM-11(2)",
        "Fei signs the flying member's agreement without the section on exit",
    ),
    (
        Code::MonthsMustHavePassed,
        "MEM-10(1)",
        "Ana is a worker-owner since 2024-01-01
         Hana is an associate since 2024-01-01
         2024-12-31 Ana proposes \"Welcome Hana\", a conversion about Hana",
    ),
    (
        Code::ClassMustMatch,
        "MEM-10(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         2026-01-01 Ana proposes \"Welcome Bo\", a conversion about Bo",
    ),
    (
        Code::OwnerMustBeNamed,
        "GOV-04(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment without an owner",
    ),
    (
        Code::DeadlineMustBeSet,
        "GOV-04(2)",
        "Ana is a worker-owner since 2024-01-01
         2024-02-01 Ana proposes \"Buy a van\", a major investment by 2024-02-01",
    ),
    (
        Code::EffectMustFitTheMatter,
        "MEM-10(1)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Welcome\", a conversion",
    ),
    (
        Code::EditionMustBeSound,
        "AMD-01(1)",
        "Ana is a worker-owner since 2024-01-01
         2024-02-01 Ana proposes \"New words\", an amendment in force from 2024-02-01 closing 2024-03-01",
    ),
    (
        Code::StageMustFit,
        "GOV-06(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana opens round 2",
    ),
    (
        Code::VotingMustBeOpen,
        "GOV-06",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana votes for",
    ),
    (
        Code::MembershipMustBeOnTheRoll,
        "MEM-07",
        "Ana is a worker-owner since 2024-01-01
         Hana is an associate since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Hana objects: too dear",
    ),
    (
        Code::OutcomeMustBeDecided,
        "DISC-02",
        "Ana, Bo and Chi are worker-owners since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Bo brings a complaint about Chi: he shouts
         Ana takes its first step
         Ana closes the case as removal",
    ),
    (
        Code::NoticeMustBeOnesOwn,
        "DISC-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana gives notice to leave on 2024-03-31 for Bo",
    ),
    (
        Code::NoticeMustBeLongEnough,
        "MEM-14(1)",
        "Fei is a flying member since 2024-01-01
         2024-02-02 Fei gives notice to leave on 2024-02-01",
    ),
    (
        Code::NoticeMustBeWithdrawable,
        "DISC-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of treasurer from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-03-31
         Bo records 500 owed for pay already earned from 2024-02-01; Bo pays instalment 1 of pay already earned
         Ana withdraws the notice",
    ),
    (
        Code::ExitMustBeHandledByAnother,
        "DISC-04(1)",
        "Ana is a worker-owner since 2024-01-01
         Ana holds the office of secretary from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-03-31
         Ana ticks off clients",
    ),
    (
        Code::ExitMustBeOpen,
        "DISC-04(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"A copy\", a personal backup of work about Ana",
    ),
    (
        Code::SettlementMustBeWhatWasPaidIn,
        "DISC-03(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of treasurer from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-03-31
         Bo records 99.99 owed for capital with 100 paid in from 2024-04-30",
    ),
    (
        Code::SettlementMustBeAtOnce,
        "DISC-03(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of treasurer from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-03-31
         Bo records 500 owed for pay already earned in 2 instalments from 2024-04-30",
    ),
    (
        Code::LastDayMustBeOver,
        "DISC-04(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of secretary from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-02-01
         Bo closes the exit",
    ),
    (
        Code::EverythingMustBeSettled,
        "DISC-03(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of secretary from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-02-01
         2024-02-02 Bo closes the exit",
    ),
    (
        Code::EverythingMustBeHandedOver,
        "DISC-04(1)",
        "Hana is an associate since 2024-01-01
         Ana and Bo are worker-owners since 2024-01-01
         Ana holds the office of treasurer from 2024-01-01; Bo holds the office of secretary from 2024-01-01
         2024-02-01 Hana gives notice to leave on 2024-02-01
         2024-02-02 Ana records 0 owed for pay already earned from 2024-02-02
         Bo closes the exit",
    ),
    (
        Code::BackupMustBeDecided,
        "DISC-04(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of secretary from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-03-31
         Bo records a copy",
    ),
    (
        Code::BackupMustBeDeIdentified,
        "DISC-04(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Bo holds the office of secretary from 2024-01-01
         2024-02-01 Ana gives notice to leave on 2024-03-31
         Bo proposes \"A copy\", a personal backup of work about Ana
         Bo closes round 1; Bo records consensus
         Bo records a copy that names people",
    ),
    (
        Code::SuspensionMustFit,
        "MEM-08(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         2024-02-01 Ana proposes \"Bo\", a suspension of a member about Bo from 2024-01-31 until 2024-02-29",
    ),
    (
        Code::MembershipMustNotBeSuspended,
        "MEM-16",
        "Ana and Bo are worker-owners since 2024-01-01
         2024-02-01 Ana proposes \"Buy a van\", a major investment
         Ana proposes \"Bo\", a suspension of a member about Bo from 2024-02-01 until 2024-02-29
         Ana closes round 1; Ana records consensus
         Bo agrees on \"Buy a van\"",
    ),
    (
        Code::VoterMustNotBeRecused,
        "GOV-07",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana recuses because \"I sell vans\"
         Ana agrees",
    ),
    (
        Code::ObjectionMustHaveAReason,
        "GOV-05(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana objects",
    ),
    (
        Code::RoundMustBeComplete,
        "GOV-06(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana closes round 1 without the agenda",
    ),
    (
        Code::RoundsMustBeComplete,
        "GOV-06(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana calls a vote",
    ),
    (
        Code::ConsensusMustNotBeReplaced,
        "GOV-05(3)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Fei with us\", an admission of a flying member about Fei
         Ana closes round 1
         Ana calls a vote",
    ),
    (
        Code::ConsensusMustHold,
        "GOV-06(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana objects: I changed my mind
         Ana closes round 1
         Ana records consensus",
    ),
    (
        Code::ConsensusMustHaveFailed,
        "GOV-06(2)",
        "Ana is a worker-owner since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Ana closes round 1; Ana opens round 2; Ana closes round 2; Ana opens round 3; Ana closes round 3
         Ana calls a vote",
    ),
    (
        Code::ClosingTimeMustHaveCome,
        "GOV-06",
        "Ana is a worker-owner since 2024-01-01
         2024-02-01 Ana proposes \"New words\", an amendment in force from 2024-04-01 closing 2024-03-01
         2024-02-29 Ana closes the vote",
    ),
];

/// Those of Cooperate Connecticut.
pub const CONNECTICUT: &[Told] = &[
    (
        Code::WaiverMustBeAnothers,
        "CT-20",
        "Bo is a cooperator since 2024-01-01
         Bo holds the office of steward from 2024-01-01
         Bo waives \"Pay the annual dues\" for Bo: I am busy",
    ),
    (
        Code::DutyMustBeAsked,
        "CT-05",
        "Bo and Dora are cooperators since 2024-01-01
         Bo holds the office of steward from 2024-01-01
         Bo waives \"Name an official representative\" for Dora: she is alone",
    ),
    (
        Code::WaiverMustFit,
        "CT-20",
        "Bo and Dora are cooperators since 2024-01-01
         Bo holds the office of steward from 2024-01-01
         Bo waives \"Pay the annual dues\" for Dora until 2025-01-01: she is away",
    ),
    (
        Code::ReminderMustBeSpaced,
        "CT-20",
        "version 1 of the values is in force from 2024-01-01
         Bo and Dora are cooperators since 2024-01-01
         Bo holds the office of steward from 2024-01-01
         Bo reminds Dora
         Bo reminds Dora",
    ),
    (
        Code::TimeToKeepMustBeOver,
        "CT-20",
        "Ben is a cooperator since 2025-01-01
         2026-03-31  Ben's membership ends on 2026-03-31
         2026-06-29  Ben asks to be erased",
    ),
    (
        Code::PartyMustFitTheClass,
        "CT-01(1)",
        "Ana is a cooperator since 2024-01-01
         Ana is a coop since 2024-01-01",
    ),
    (
        Code::CommitmentsMustBeAcknowledged,
        "CT-03",
        "version 1 of the values is in force from 2024-01-01
         2024-02-01 Ana is admitted as a cooperator",
    ),
    (
        Code::RepresentativeMustBeAPerson,
        "CT-05(1)",
        "Elm City and Oak Street are coops since 2024-01-01
         Oak Street represents Elm City from 2024-01-01",
    ),
    (
        Code::MemberMustBeAnOrganization,
        "CT-05(1)",
        "Ana is a cooperator since 2024-01-01
         Bo represents Ana from 2024-01-01",
    ),
    (
        Code::RepresentativeMustBeSingle,
        "CT-05(1)",
        "Elm City is a coop since 2024-01-01
         Ana represents Elm City from 2024-01-01
         Bo represents Elm City from 2024-02-01",
    ),
    (
        Code::CloseMustBeNamed,
        "CT-13(2)",
        "Ana is a cooperator since 2024-01-01
         Ana proposes \"A tool library\", a proposal",
    ),
    (
        Code::WindowMustBeLongEnough,
        "CT-13(2)",
        "Ana is a cooperator since 2024-01-01
         2024-02-01 Ana proposes \"A tool library\", a proposal closing 2024-02-06 11:59",
    ),
    (
        Code::VoteMustBeHeld,
        "CT-05(1)",
        "Elm City is a coop since 2024-01-01
         Ana and Bo are cooperators since 2024-01-01
         Ana represents Elm City from 2024-01-01
         2024-02-01 Ana proposes \"A tool library\", a proposal closing 2024-02-08
         2024-02-01 Bo votes for on behalf of Elm City",
    ),
];
