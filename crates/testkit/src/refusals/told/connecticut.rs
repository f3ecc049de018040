//! Refusals by the bylaws of Cooperate Connecticut.

use rochdale_core::refusal::Code;

use super::Told;

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
