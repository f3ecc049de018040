//! Refusals by the bylaws of CoAssembly on the way of a decision.

use rochdale_core::refusal::Code;

use super::Told;

/// Those on the way of a decision.
pub const DECISIONS: &[Told] = &[
    (
        Code::AuthorMustAsk,
        "MEM-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Ana proposes \"Buy a van\", a major investment
         Bo withdraws it",
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
