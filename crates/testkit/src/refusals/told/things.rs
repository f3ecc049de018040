//! Refusals by the bylaws of CoAssembly about what is declared, lent and filed.

use rochdale_core::refusal::Code;

use super::Told;

/// Those about what is declared, lent and filed.
pub const THINGS: &[Told] = &[
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
];
