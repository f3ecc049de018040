//! An example that does not come out as it is told fails, and says on which line, what was expected and
//! what came.

use rochdale_core::{
    rulebook::{Bundle, Example, Rulebook},
    scenario::{Came, run},
};
use rochdale_testkit::shipped;

/// One co-op whose examples are run.
struct CoOp {
    files: Bundle,
    rulebook: Rulebook,
}

impl CoOp {
    fn of(name: &str) -> Self {
        let files = shipped(name);
        let rulebook = Rulebook::read(&files).rulebook.expect("a rulebook that can be read");
        Self { files, rulebook }
    }

    /// The first failure of an example: its line, what was expected, and what came.
    fn failure(&self, text: &str) -> Option<(u32, String, String)> {
        let (name, file) = ("trial".to_owned(), "trial.md".to_owned());
        let example = Example { name, file, line: 1, text: text.to_owned() };
        let report = run(&self.rulebook, &self.files, &example);
        report.failure().map(|failure| (failure.line, failure.expected.clone(), failure.came.clone()))
    }

    /// Asserts that the last line of `text` fails, and how.
    fn fails(&self, text: &str, expected: &str, came: &str) {
        let lines = u32::try_from(text.lines().count()).expect("few lines");
        let failure = self.failure(text).unwrap_or_else(|| panic!("it came out as told: {text}"));
        assert_eq!((failure.0, failure.1.as_str()), (lines, expected), "{text}\n{}", failure.2);
        assert!(failure.2.starts_with(came), "{text}\n{}", failure.2);
    }
}

const THREE: &str =
    "Ana, Bo and Chi are worker-owners since 2024-01-01\nHana is an associate since 2025-01-15\n";

#[test]
fn what_is_not_so_fails() {
    let coassembly = CoOp::of("coassembly");
    let van = "2026-03-02 Ana proposes \"Buy a van\", a major investment";
    for (last, expected, came) in [
        ("\"Buy a van\" carries", "carries", "is in round 1"),
        ("\"Buy a van\" is in round 2", "is in round 2", "is in round 1"),
        ("it is in a vote", "is in a vote", "is in round 1"),
        ("it is withdrawn", "is withdrawn", "is in round 1"),
        ("the roll counts 4", "4", "3"),
        ("Hana is on the roll", "on the roll", "not on the roll"),
        ("Ana is not on the roll", "not on the roll", "on the roll"),
        ("edition 2 is in force on 2026-03-02", "2", "1"),
        ("Hana is a worker-owner", "worker-owner on 2026-03-02", "associate"),
        ("Hana is a worker-owner on 2025-01-14", "worker-owner on 2025-01-14", "in no membership"),
        ("Hana is not an associate", "not associate on 2026-03-02", "associate"),
        ("Hana is in internship", "internship", "participation"),
        ("Ana is in internship", "internship", "in no phase"),
        ("Hana may vote on major matters", "they may", "they may not"),
        ("Ana may not vote", "they may not", "they may\nbecause: Ana is in the class worker-owner"),
        ("reviews of Hana fall due on 2025-04-15 and 2025-07-16", "2025-04-15, 2025-07-16", "2025-04-15"),
        ("Hana may apply for conversion from 2026-01-16", "2026-01-16", "2026-01-15"),
        ("MEM-09 is met for Hana", "met on 2026-03-02", "late: The review that fell due on 2025-04-15."),
    ] {
        coassembly.fails(&format!("{THREE}{van}\n{last}"), expected, came);
    }
}

#[test]
fn what_is_not_so_about_organizations_fails() {
    let connecticut = CoOp::of("cooperate-connecticut");
    let elm = "version 1 of the values is in force from 2024-01-01\nElm City Co-op is a coop since 2024-01-01\n\
               Ana represents Elm City Co-op from 2024-02-01\n";
    for (last, expected, came) in [
        ("nobody held the vote of Elm City Co-op on 2024-03-01", "nobody", "Ana"),
        ("Ana held the vote of Elm City Co-op on 2024-01-31", "Ana", "nobody"),
        ("CT-03 is met for Elm City Co-op", "met on 2024-01-01", "due: Commit to values, version 1"),
        (
            "CT-03 with the code of conduct is due for Elm City Co-op",
            "due on 2024-01-01",
            "CT-03 asks nothing",
        ),
        (
            "Elm City Co-op acknowledged version 1 of the values on 2024-01-01",
            "2024-01-01",
            "no commitment to that version",
        ),
        (
            "2024-02-01 version 3 of the values is in force from 2024-03-01",
            "that it is done",
            "it became version 2",
        ),
    ] {
        connecticut.fails(&format!("{elm}{last}"), expected, came);
    }
    connecticut.fails(
        &format!(
            "{elm}Bo is a cooperator since 2024-01-01\nBo held the vote of Elm City Co-op on 2024-03-01"
        ),
        "Bo",
        "Ana",
    );
}

#[test]
fn what_is_refused_or_is_not_fails() {
    let coassembly = CoOp::of("coassembly");
    let van = format!("{THREE}2026-03-02 Ana proposes \"Buy a van\", a major investment\n");
    coassembly.fails(
        &format!("{van}2026-03-03 Ana calls a vote"),
        "that it is done",
        "refused: GOV-06(2) rounds_must_be_complete\n  “A vote may be called only after 3 complete rounds of discussion”\n  \
         because: 0 rounds of “Buy a van” are complete; 3 are needed.",
    );
    coassembly.fails(
        &format!("{van}2026-03-03 Ana calls a vote refused: GOV-06(1) rounds_must_be_complete"),
        "refused: GOV-06(1) rounds_must_be_complete",
        "refused: GOV-06(2) rounds_must_be_complete",
    );
    coassembly.fails(
        &format!("{van}2026-03-03 Ana agrees refused: GOV-06(2) rounds_must_be_complete"),
        "refused: GOV-06(2) rounds_must_be_complete",
        "it was done",
    );
    coassembly.fails(&format!("{van}2026-03-03 Ana closes round 2"), "that it is done", "it was round 1");
    coassembly.fails(
        &format!("{van}2026-03-03 Ana closes round 1\n2026-03-03 Ana records that there is no consensus"),
        "that it is done",
        "there is consensus on it",
    );
    coassembly.fails(
        &format!("{van}2026-03-01 Ana agrees"),
        "a time that is not before the lines above",
        "it is 2026-03-02 12:00 already",
    );
    coassembly.fails(
        "Ana is a wizard since 2024-01-01",
        "that it is done",
        "there is no class called `a wizard`; known are: Worker-owner, Associate",
    );
    coassembly.fails("Ana agrees", "that it is done", "Ana has never been in membership");
    coassembly.fails("Ana dances", "a sentence of the scenario language", "the nearest form is `");
}

#[test]
fn a_refused_line_leaves_no_trace_and_what_follows_a_failure_is_not_reached() {
    let coassembly = CoOp::of("coassembly");
    let text = format!(
        "{THREE}2026-03-02 Hana proposes \"Buy a van\", a major investment refused: MEM-07 right_must_be_held\n\
         2026-03-02 \"Buy a van\" is open\n2026-03-02 Ana proposes \"Buy a van\", a major investment"
    );
    let (line, _, came) = coassembly.failure(&text).expect("there is no such proposal");
    assert_eq!((line, came.as_str()), (4, "there is no proposal “Buy a van”"));
    let example = Example { name: String::new(), file: String::new(), line: 1, text };
    let report = run(&coassembly.rulebook, &coassembly.files, &example);
    let came: Vec<&Came> = report.outcomes.iter().map(|outcome| &outcome.came).collect();
    assert!(matches!(came[2], Came::Refused { .. }), "{came:?}");
    assert!(matches!(came[4], Came::NotReached), "{came:?}");
    assert_eq!(report.failures().count(), 1);
}
