//! Refusals by the bylaws of CoAssembly to people who leave, and to those who handle their exit.

use rochdale_core::refusal::Code;

use super::Told;

/// Those about leaving.
pub const LEAVING: &[Told] = &[
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
];
