//! What is told first where several things do not hold: what the person can mend least.

use rochdale_core::{
    refusal::Code,
    rulebook::{Example, Rulebook},
    scenario::{Came, run},
};
use rochdale_testkit::coassembly;

/// One request that breaks several requirements at once, and again with what it was refused for mended and nothing
/// else: the codes, each under its clause, and the lines of which the last is refused.
type Ladder = &'static [(Code, &'static str, &'static str)];

/// Who asks; whether a vote can ever be; the stage; the rounds; the open round; what the rounds found.
const CALLING_A_VOTE: Ladder = &[
    (
        Code::RightMustBeHeld,
        "MEM-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         Hana is an associate since 2024-01-01
         2025-03-02  Ana proposes \"Welcome Hana\", a conversion of an associate to worker-owner about Hana
         2025-03-02  Ana withdraws \"Welcome Hana\"
         2025-03-03  Fei calls a vote on \"Welcome Hana\" closing 2025-03-09 18:00",
    ),
    (
        Code::ConsensusMustNotBeReplaced,
        "GOV-05(3)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         Hana is an associate since 2024-01-01
         2025-03-02  Ana proposes \"Welcome Hana\", a conversion of an associate to worker-owner about Hana
         2025-03-02  Ana withdraws \"Welcome Hana\"
         2025-03-03  Ana calls a vote on \"Welcome Hana\" closing 2025-03-09 18:00",
    ),
    (
        Code::StageMustFit,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Ana withdraws \"Buy a van\"
         2025-03-03  Ana calls a vote on \"Buy a van\" closing 2025-03-09 18:00",
    ),
    (
        Code::RoundsMustBeComplete,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-03  Ana calls a vote on \"Buy a van\" closing 2025-03-09 18:00",
    ),
    (
        Code::StageMustFit,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Ana and Bo agree; Ana closes round 1; Ana opens round 2; Ana closes round 2
         2025-03-02  Ana opens round 3; Ana closes round 3; Ana opens round 4
         2025-03-03  Ana calls a vote on \"Buy a van\" closing 2025-03-09 18:00",
    ),
    (
        Code::ConsensusMustHaveFailed,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Ana and Bo agree; Ana closes round 1; Ana opens round 2; Ana closes round 2
         2025-03-02  Ana opens round 3; Ana closes round 3; Ana opens round 4; Ana closes round 4
         2025-03-03  Ana calls a vote on \"Buy a van\" closing 2025-03-09 18:00",
    ),
];

/// Whether a round is open; whose vote it is; whether they are recused; what they say.
const TAKING_A_STANCE: Ladder = &[
    (
        Code::StageMustFit,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Bo recuses because \"my cousin sells vans\"
         2025-03-02  Ana closes round 1
         2025-03-02  Bo's membership ends on 2025-03-02
         2025-03-03  Bo objects",
    ),
    (
        Code::MembershipMustBeCurrent,
        "MEM-01(1)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Bo recuses because \"my cousin sells vans\"
         2025-03-02  Bo's membership ends on 2025-03-02
         2025-03-03  Bo objects",
    ),
    (
        Code::VoterMustNotBeRecused,
        "GOV-07",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Bo recuses because \"my cousin sells vans\"
         2025-03-03  Bo objects",
    ),
    (
        Code::ObjectionMustHaveAReason,
        "GOV-05(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-03  Bo objects",
    ),
];

/// Whether a vote is open; who is on the roll.
const CASTING_A_BALLOT: Ladder = &[
    (
        Code::VotingMustBeOpen,
        "GOV-06",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-03  Fei votes for",
    ),
    (
        Code::MembershipMustBeOnTheRoll,
        "MEM-12",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Bo objects: the old one still runs
         2025-03-02  Ana closes round 1; Ana opens round 2; Ana closes round 2; Ana opens round 3; Ana closes round 3
         2025-03-02  Ana calls a vote closing 2025-03-09 18:00
         2025-03-03  Fei votes for",
    ),
];

/// Who asks; the stage; the marks.
const CLOSING_A_ROUND: Ladder = &[
    (
        Code::RightMustBeHeld,
        "MEM-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Ana closes round 1
         2025-03-03  Fei closes round 1 without the minutes",
    ),
    (
        Code::StageMustFit,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-02  Ana closes round 1
         2025-03-03  Ana closes round 1 without the minutes",
    ),
    (
        Code::RoundMustBeComplete,
        "GOV-06(2)",
        "Ana and Bo are worker-owners since 2024-01-01
         Fei is a flying member since 2024-01-01
         2025-03-02  Ana proposes \"Buy a van\", a purchase or sale of a major asset
         2025-03-03  Ana closes round 1 without the minutes",
    ),
];

/// The power to give it; who gives it to whom; for whom it is.
const GIVING_AN_OFFICE: Ladder = &[
    (
        Code::PowerMustBeHeld,
        "GOV-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Hana gives Hana the office of treasurer",
    ),
    (
        Code::OfficeMustBeGivenByAnother,
        "GOV-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Ana gives Ana the office of treasurer",
    ),
    (
        Code::HolderMustFit,
        "GOV-03",
        "Ana and Bo are worker-owners since 2024-01-01
         Hana is an associate since 2024-01-01
         Ana holds the office of facilitator from 2024-01-01
         Ana gives Hana the office of treasurer",
    ),
];

/// The membership; what is open.
const BEING_ERASED: Ladder = &[
    (
        Code::MembershipMustHaveEnded,
        "FIN-05",
        "Ana and Gus are worker-owners since 2024-01-01
         Gus brings a complaint: it is cold here
         2025-03-03  Gus asks to be erased",
    ),
    (
        Code::NothingMustBeOpen,
        "DISC-03(1)",
        "Ana and Gus are worker-owners since 2024-01-01
         Gus brings a complaint: it is cold here
         2025-03-02  Gus's membership ends on 2025-03-02
         2025-03-03  Gus asks to be erased",
    ),
];

#[test]
fn what_can_be_mended_least_is_told_first() {
    let files = coassembly();
    let rulebook = Rulebook::read(&files).rulebook.expect("a rulebook that can be read");
    let ladders =
        [CALLING_A_VOTE, TAKING_A_STANCE, CASTING_A_BALLOT, CLOSING_A_ROUND, GIVING_AN_OFFICE, BEING_ERASED];
    for (code, clause, lines) in ladders.into_iter().flatten() {
        let text = format!("{lines} refused: {clause} {}", code.id());
        let example = Example { name: code.id().to_owned(), file: String::new(), line: 1, text };
        let report = run(&rulebook, &files, &example);
        if let Some(failure) = report.failure() {
            panic!("{lines}: {failure}");
        }
        let last = report.outcomes.last().expect("a line");
        assert!(matches!(last.came, Came::Refused { .. }), "{lines}: {last:?}");
    }
}
