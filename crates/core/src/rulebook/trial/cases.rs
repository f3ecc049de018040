//! One mistake for every check: the check finds it, and finds nothing else.

use super::{bundle, printed};
use crate::rulebook::{Check, Diagnostic, Rulebook, check_examples, check_next};

/// A mistake in the sound rulebook.
pub(super) struct Case {
    pub check: Check,
    /// The files that are added to it, or put in place of its own.
    pub files: &'static [(&'static str, &'static str)],
    /// Part of what the diagnostic says.
    pub says: &'static str,
}

/// The front matter in two languages, and the chapter in the second.
const TWO: &str = r#"+++
id = "trial"
edition = 1
in_force_from = 2026-01-01
language = "en"
languages = ["en", "es"]
currency = "EUR"
time_zone = "Europe/Madrid"
reviewed_on = 2026-01-01
name = { en = "Trial Co-op", es = "Cooperativa de prueba" }
+++
"#;
const ONE_CLAUSE: &str = "# Money\n\n## Dues {#B-01}\n\nDues are 20 euros a year, due within 30 days.\n";

pub(super) const CASES: &[Case] = &[
    Case { check: Check::Files, files: &[("notes/meeting.md", "Notes.\n")], says: "neither a chapter" },
    Case {
        check: Check::FrontMatter,
        files: &[("00-front.md", "Just words.\n")],
        says: "does not open with front matter",
    },
    Case {
        check: Check::ClauseIds,
        files: &[("02-more.md", "# More\n\n## Dues\n\nWords.\n")],
        says: "\"Dues\" has no id",
    },
    Case {
        check: Check::Blocks,
        files: &[(
            "02-more.md",
            "# More\n\n## Dues {#B-01}\n\nWords.\n\n```toml ruel\nkind = \"term\"\n```\n",
        )],
        says: "no block of the sort `toml ruel`",
    },
    Case {
        check: Check::Toml,
        files: &[(
            "02-more.md",
            "# More\n\n## Time {#B-01}\n\nWithin 5 days.\n\n```toml rule\nkind = \"window\"\nquote = \"Within 5 days\"\ndays_min = 5\ncount = live\n```\n",
        )],
        says: "string values must be quoted",
    },
    Case {
        check: Check::Keys,
        files: &[(
            "02-more.md",
            "# More\n\n## Time {#B-01}\n\nWithin 5 days.\n\n```toml rule\nkind = \"window\"\nquote = \"Within 5 days\"\nday_min = 5\ncount = \"live\"\n```\n",
        )],
        says: "has no key `day_min`",
    },
    Case {
        check: Check::Kinds,
        files: &[(
            "02-more.md",
            "# More\n\n## Time {#B-01}\n\nWords.\n\n```toml rule\nkind = \"windows\"\nquote = \"Words\"\n```\n",
        )],
        says: "no kind of rule `windows`",
    },
    Case {
        check: Check::RightsTable,
        files: &[(
            "02-more.md",
            "# More\n\n## Speaking {#B-01}\n\nWho speaks:\n\n| | Member | Partner |\n|:--|:--|:--|\n| Speaks | yes | perhaps |\n\n\
             ```toml rule\nkind = \"rights\"\nquote = \"Who speaks\"\ncolumns = [\"member\", \"partner\"]\nrows = [\"speak\"]\n```\n",
        )],
        says: "the cell says `perhaps`",
    },
    Case {
        check: Check::QuoteStands,
        files: &[(
            "02-more.md",
            "# More\n\n## Interests {#B-01}\n\nWhoever has an interest steps back.\n\n```toml rule\nkind = \"recusal\"\nquote = \"withdraws\"\nleaves_base = true\n```\n",
        )],
        says: "does not say \"withdraws\"",
    },
    Case {
        check: Check::NumbersQuoted,
        files: &[(
            "02-more.md",
            "# More\n\n## Time {#B-01}\n\nMembers have 7 days to respond.\n\n```toml rule\nkind = \"window\"\nquote = \"7 days to respond\"\ndays_min = 5\ncount = \"live\"\n```\n",
        )],
        says: "the rule says 5",
    },
    Case {
        check: Check::LinkedClause,
        files: &[("02-more.md", "# More\n\n## More {#B-01}\n\nSee [the vote](#A-04).\n")],
        says: "no clause A-04",
    },
    Case {
        check: Check::LinkedWords,
        files: &[(
            "02-more.md",
            "# More\n\n## More {#B-01}\n\nSee [the vote](#A-03 \"share fixed costs\").\n",
        )],
        says: "A-03 does not say \"share fixed costs\"",
    },
    Case {
        check: Check::TermDefined,
        files: &[(
            "02-more.md",
            "# More\n\n## More {#B-01}\n\nLess [the administration share](#term:admin-share).\n",
        )],
        says: "defines the number `admin-share`",
    },
    Case {
        check: Check::NamesDefined,
        files: &[(
            "02-more.md",
            "# More\n\n## Helpers {#B-01}\n\nAn organization names at least 1 person.\n\n```toml rule\nkind = \"representatives\"\nquote = \"at least 1 person\"\nclasses = [\"partners\"]\nat_least = 1\n```\n",
        )],
        says: "no rule defines the class `partners`",
    },
    Case {
        check: Check::NamesUsed,
        files: &[(
            "02-more.md",
            "# More\n\n## Loans {#B-01}\n\nLoans need 2/3 of the votes.\n\n```toml rule\nkind = \"decision\"\nquote = \"need 2/3 of the votes\"\nid = \"two-thirds\"\nname = { en = \"Two thirds\" }\nmethod = \"vote\"\nthreshold = \"2/3\"\nbase = \"cast\"\n```\n",
        )],
        says: "no matter is decided by `two-thirds`",
    },
    Case {
        check: Check::DefinedOnce,
        files: &[(
            "02-more.md",
            "# More\n\n## Pay {#B-01}\n\nPay differs by 3 at most.\n\n```toml rule\nkind = \"term\"\nquote = \"by 3 at most\"\nid = \"ratio\"\nname = { en = \"pay ratio\" }\ncount = 3\n```\n\n\
             ## Bonus {#B-02}\n\nBonuses differ by 4 at most.\n\n```toml rule\nkind = \"term\"\nquote = \"by 4 at most\"\nid = \"ratio\"\nname = { en = \"pay ratio\" }\ncount = 4\n```\n",
        )],
        says: "the term `ratio` is defined otherwise",
    },
    Case {
        check: Check::NamesInLanguages,
        files: &[(
            "02-more.md",
            "# More\n\n## Pay {#B-01}\n\nPay differs by 3 at most.\n\n```toml rule\nkind = \"term\"\nquote = \"by 3 at most\"\nid = \"ratio\"\nname = { en = \"pay ratio\", fr = \"écart\" }\ncount = 3\n```\n",
        )],
        says: "`fr` is no language of this rulebook",
    },
    Case {
        check: Check::ClassesInRights,
        files: &[(
            "02-more.md",
            "# More\n\n## Friends {#B-01}\n\nFriends support us.\n\n```toml rule\nkind = \"class\"\nquote = \"Friends support us\"\nid = \"friend\"\nname = { en = \"Friend\" }\nof = \"either\"\nmember = false\nadmission = \"office\"\n```\n",
        )],
        says: "for the class `friend`: `speak`, `vote`",
    },
    Case {
        check: Check::MattersDecided,
        files: &[(
            "02-more.md",
            "# More\n\n## Loans {#B-01}\n\nThe members decide on loans.\n\n```toml rule\nkind = \"matters\"\nquote = \"decide on loans\"\ngroup = { id = \"daily\" }\nmatters = [{ id = \"loan\", name = { en = \"Loan\" }, decision = \"simpel\" }]\n```\n",
        )],
        says: "the decision rule `simpel`",
    },
    Case {
        check: Check::PhasesEnd,
        files: &[(
            "02-more.md",
            "# More\n\n## Trial {#B-01}\n\nA member is on trial for 3 months.\n\n```toml rule\nkind = \"phases\"\nquote = \"on trial for 3 months\"\nclass = \"member\"\nphases = [{ id = \"trial\", name = { en = \"Trial\" }, months = 3 }]\ncontinues = true\n```\n",
        )],
        says: "no matter leads out of the class",
    },
    Case {
        check: Check::FallbackVotes,
        files: &[(
            "02-more.md",
            "# More\n\n## Consensus {#B-01}\n\nWe seek consensus on loans.\n\n```toml rule\nkind = \"decision\"\nquote = \"We seek consensus\"\nid = \"consensus\"\nname = { en = \"Consensus\" }\nmethod = \"consensus\"\neveryone_must_agree = false\nfallback = \"consensus\"\n```\n",
        )],
        says: "the fallback `consensus` is no vote",
    },
    Case {
        check: Check::CellsAgree,
        files: &[(
            "02-more.md",
            "# More\n\n## Partners {#B-01}\n\nPartners may do this:\n\n| | Partner |\n|:--|:--|\n| Votes | yes |\n\n\
             ```toml rule\nkind = \"rights\"\nquote = \"may do this\"\ncolumns = [\"partner\"]\nrows = [\"vote\"]\n```\n",
        )],
        says: "A-02 already answers `vote` for `partner` otherwise",
    },
    Case {
        check: Check::SummaryAgrees,
        files: &[(
            "02-more.md",
            "# More\n\n## In short {#B-01}\n\nIn short:\n\n| | Partner |\n|:--|:--|\n| Votes | yes |\n\n\
             ```toml rule\nkind = \"rights\"\nquote = \"In short\"\ncolumns = [\"partner\"]\nrows = [\"vote\"]\nsummary = true\n```\n",
        )],
        says: "A-02 answers `vote` for `partner` otherwise",
    },
    Case {
        check: Check::QuestionsAsk,
        files: &[(
            "02-more.md",
            "# More\n\n## Open {#B-01}\n\nWords.\n\n```toml unsettled\nid = \"share\"\nquestion = { en = \"By which share?\" }\ndecides = { en = \"the assembly\" }\nasks = [\"decision:simple\"]\n```\n",
        )],
        says: "`decision:simple` is asked for, and the rule is there",
    },
    Case {
        check: Check::SameClauses,
        files: &[
            ("00-front.md", TWO),
            ("01-basics.md", ONE_CLAUSE),
            ("es/00-front.md", "Palabras.\n"),
            ("es/01-basics.md", "# Dinero\n"),
        ],
        says: "the clause B-01 is missing in es",
    },
    Case {
        check: Check::SameNumbers,
        files: &[
            ("00-front.md", TWO),
            ("01-basics.md", ONE_CLAUSE),
            ("es/00-front.md", "Palabras.\n"),
            (
                "es/01-basics.md",
                "# Dinero\n\n## Cuotas {#B-01}\n\nLa cuota es de 25 euros al año y vence a los 30 días.\n",
            ),
        ],
        says: "es says 25 where en says 20",
    },
    Case { check: Check::EditionsCover, files: &[], says: "edition 1 stands where edition 2 is expected" },
    Case {
        check: Check::ExamplesPass,
        files: &[(
            "02-more.md",
            "# More\n\n## More {#B-01}\n\nWords.\n\n```scenario one vote\nAna votes\nBo votes\n```\n",
        )],
        says: "Bo has no vote",
    },
];

/// What is found in a case, by whichever function makes the check.
pub(super) fn found(case: &Case) -> Vec<Diagnostic> {
    let outcome = Rulebook::read(&bundle(case.files));
    match (case.check, outcome.rulebook) {
        (Check::EditionsCover, Some(rulebook)) => {
            let mut later = rulebook.front.clone();
            later.in_force_from = later.in_force_from.tomorrow().unwrap();
            check_next(&rulebook.front, &later)
        }
        (Check::ExamplesPass, Some(rulebook)) => {
            check_examples(&rulebook, |_, _| Err((1, "Bo has no vote".to_owned())))
        }
        _ => outcome.diagnostics,
    }
}

#[test]
fn every_check_has_a_case_in_the_order_of_the_checks() {
    let checks: Vec<Check> = CASES.iter().map(|case| case.check).collect();
    assert_eq!(checks, Check::ALL);
}

#[test]
fn every_check_finds_its_mistake_and_no_other_check_does() {
    for case in CASES {
        let found = found(case);
        let printed = printed(&bundle(case.files), &found);
        assert!(!found.is_empty(), "{} finds nothing", case.check);
        assert!(found.iter().all(|diagnostic| diagnostic.check == case.check), "{}: {printed}", case.check);
        assert!(
            found.iter().any(|diagnostic| diagnostic.says.contains(case.says)),
            "{}: {printed}",
            case.check
        );
    }
}

#[test]
fn all_problems_are_found_at_once() {
    let clause = "# More\n\n## Time {#B-01}\n\nWithin 5 days.\n\n```toml rule\nkind = \"window\"\nquote = \"Within 6 days\"\n\
                  day_min = 5\ncount = \"alive\"\ngroups = [\"nobody\"]\n```\n";
    let files: &[(&str, &str)] = &[("02-more.md", clause)];
    let diagnostics = Rulebook::read(&bundle(files)).diagnostics;
    let checks: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.check.id()).collect();
    assert_eq!(checks, ["quote-stands", "keys", "keys", "names-defined"]);
    let lines: Vec<u32> = diagnostics.iter().map(|diagnostic| diagnostic.place.line).collect();
    assert_eq!(lines, [9, 10, 11, 12]);
}
