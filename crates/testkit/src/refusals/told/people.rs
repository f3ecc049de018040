//! Refusals by the bylaws of CoAssembly about people: rights, offices, agreements, cases, applicants, reviews.

use rochdale_core::refusal::Code;

use super::Told;

/// Those about people.
pub const PEOPLE: &[Told] = &[
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
        Code::OutcomeMustBeDecided,
        "DISC-02",
        "Ana, Bo and Chi are worker-owners since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Bo brings a complaint about Chi: he shouts
         Ana takes its first step
         Ana closes the case as removal",
    ),
];
