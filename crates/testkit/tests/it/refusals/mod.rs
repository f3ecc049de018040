//! Every refusal, provoked: by which clause, with which code.

mod told;

use std::collections::BTreeSet;

use rochdale_core::{
    command::{Command, Effect},
    personal::Words,
    proposals::Choice,
    refusal::{Code, Refusal},
    rulebook::{Bundle, Example, Rulebook},
    scenario::{Came, run},
    values::{AgreementId, AssetId, PartyId, Slug},
};
use rochdale_testkit::{CoOp, coassembly, cooperate_connecticut, small, terms};
use told::{COASSEMBLY, CONNECTICUT, Told};

/// Tells each, and asserts that its last line is refused with the code under the clause.
fn assert_told(files: &Bundle, told: &[Told]) {
    let rulebook = Rulebook::read(files).rulebook.expect("a rulebook that can be read");
    for (code, clause, lines) in told {
        let text = format!("{lines} refused: {clause} {}", code.id());
        let example = Example { name: code.id().to_owned(), file: String::new(), line: 1, text };
        let report = run(&rulebook, files, &example);
        if let Some(failure) = report.failure() {
            panic!("{}: {failure}", code.id());
        }
        let last = report.outcomes.last().expect("a line");
        assert!(matches!(last.came, Came::Refused(_)), "{}: {last:?}", code.id());
    }
}

#[test]
fn those_of_coassembly() {
    assert_told(&coassembly(), COASSEMBLY);
}

#[test]
fn those_of_connecticut() {
    assert_told(&cooperate_connecticut(), CONNECTICUT);
}

/// A refusal that is asked for.
type Asked = (Code, &'static str, fn() -> Refusal);

/// Refusals that no sentence of the members' language provokes.
const ASKED: &[Asked] = &[
    (Code::DeskMustRecord, "WHO-1(1)", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana] = co_op.members("owner", ["Ana"]);
        ana.asks(Command::RecordCapital { membership: ana.membership() }).refused()
    }),
    (Code::TermMustFit, "WHO-7", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana] = co_op.members("owner", ["Ana"]);
        let (from, until) = (co_op.today(), Some(co_op.today().saturating_add(jiff::Span::new().years(3))));
        co_op
            .desk(Command::GiveOffice { office: Slug::new("steward"), person: ana.party, from, until })
            .refused()
    }),
    (Code::SeatMustBeFree, "WHO-7", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana, bo, chi] = co_op.members("owner", ["Ana", "Bo", "Chi"]);
        let from = co_op.today();
        let give = |person: PartyId| {
            co_op.desk(Command::GiveOffice { office: Slug::new("steward"), person, from, until: None })
        };
        give(ana.party).done();
        give(bo.party).done();
        give(chi.party).refused()
    }),
    (Code::TextMustBeTheLast, "MEM-11(2)", || {
        let co_op = CoOp::founded(&coassembly());
        let [ana] = co_op.members("worker-owner", ["Ana"]);
        let fay = co_op.person("Fay");
        let sections = ["participation", "information", "returns", "confidentiality", "exit"];
        let first = terms(&sections, "salt of the first draft");
        let hash = first.hash();
        let (party, kind) = (fay.party, Slug::new("flying-agreement"));
        ana.asks(Command::DraftAgreement { party, kind, until: None, words: first }).done();
        let agreement = AgreementId(1);
        let words = terms(&sections, "salt of the second draft");
        ana.asks(Command::RedraftAgreement { agreement, until: None, words }).done();
        let words = terms(&["name"], "salt of a signature");
        fay.asks(Command::SignAgreement { agreement, hash, words }).refused()
    }),
    (Code::KindMustBeOfTheClass, "CT-01(1)", || {
        let co_op = CoOp::founded(&cooperate_connecticut());
        co_op.organization("Elm City").is_admitted_as("coop", "bakery").refused()
    }),
    (Code::BorrowerMustBeAPerson, "PROJ-04(2)", || {
        let co_op = CoOp::founded(&coassembly());
        let to = co_op.organization("Elm City").party;
        let (on, kind) = (co_op.today(), Slug::new("tool"));
        let (name, place, label) = ("A ladder".to_owned(), "the studio".to_owned(), String::new());
        co_op.desk(Command::EnterAsset { kind, name, label, place, since: on }).done();
        co_op.desk(Command::LendAsset { asset: AssetId(1), to, on, due: on }).refused()
    }),
    (Code::DeclarationMustBeInAdvance, "PROJ-03(1)", || {
        // A co-op whose bylaws turn late declarations away.
        let mut files = coassembly();
        let chapter = files.0.get_mut("05-projects.md").expect("the chapter on projects");
        *chapter = chapter.replace("late = true\n", "");
        let co_op = CoOp::founded(&files);
        let [ana] = co_op.members("worker-owner", ["Ana"]);
        let subjects = ["client", "own-work", "conflict"];
        let texts = subjects.map(|subject| (Slug::new(subject), "A map.".to_owned())).into();
        let words = Words { texts, salt: "0123456789abcdef".to_owned() };
        let declare =
            |begins| Command::Declare { kind: Slug::new("personal-contract"), begins, words: words.clone() };
        ana.asks(declare(co_op.today())).done();
        ana.asks(declare(co_op.today().yesterday().expect("a day"))).refused()
    }),
    (Code::DutyMustBeWaivable, "CT-04", || {
        // A network whose stewards waive nothing but the channels.
        let mut files = cooperate_connecticut();
        let chapter = files.0.get_mut("05-standing.md").expect("the chapter on standing");
        let offices = "offices = [\"steward\"]\n";
        *chapter = chapter.replace(offices, &format!("{offices}duties = [\"join-channels\"]\n"));
        let co_op = CoOp::founded(&files);
        let [dora] = co_op.members("cooperator", ["Dora"]);
        let membership = dora.membership();
        let waive = |duty| Command::WaiveDuty {
            membership,
            duty: Slug::new(duty),
            until: None,
            words: terms(&["text"], "0123456789abcdef"),
        };
        co_op.desk(waive("pay-dues")).refused()
    }),
    (Code::ReminderMustReachSomebody, "CT-20", || {
        let co_op = CoOp::founded(&cooperate_connecticut());
        let [dora] = co_op.members("cooperator", ["Dora"]);
        let (document, text) = (Slug::new("values"), "Be kind.".to_owned());
        co_op.desk(Command::PublishDocument { document, text, in_force_from: co_op.today() }).done();
        co_op.desk(Command::Remind { membership: Some(dora.membership()), duty: None }).refused()
    }),
    (Code::MembershipMustHaveEnded, "MEM-01(1)", || {
        let co_op = CoOp::founded(&coassembly());
        let [ana] = co_op.members("worker-owner", ["Ana"]);
        co_op.desk(Command::ErasePerson { party: ana.party }).refused()
    }),
    (Code::QuestionMustBeSettled, "HOW-7", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana] = co_op.members("owner", ["Ana"]);
        ana.drafts("Lend to Elm", "loan", Effect::Nothing).done();
        let proposal = co_op.state().proposals().next().expect("a draft").id;
        ana.asks(Command::OpenProposal { proposal, closes: None }).refused()
    }),
];

#[test]
fn those_that_are_asked_for() {
    for (code, clause, provoke) in ASKED {
        let refusal = provoke();
        assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (*code, *clause));
    }
}

#[test]
fn every_code_is_provoked() {
    let told = COASSEMBLY.iter().chain(CONNECTICUT).map(|(code, ..)| *code);
    let provoked: BTreeSet<Code> = told.chain(ASKED.iter().map(|(code, ..)| *code)).collect();
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| !provoked.contains(code)).map(|code| code.id()).collect();
    assert!(missing.is_empty(), "nothing provokes {}", missing.join(", "));
}

/// The desk runs the co-op's program and takes part in no decision.
#[test]
fn the_desk_does_not_vote() {
    let co_op = CoOp::founded(&coassembly());
    let [ana] = co_op.members("worker-owner", ["Ana"]);
    let van = ana.proposes("Buy a van", "investment");
    let (membership, choice) = (ana.membership(), Choice::For);
    let refusal = co_op.desk(Command::CastBallot { proposal: van, membership, choice }).refused();
    assert_eq!(refusal.code, Code::VotingMustBeOpen);
    let draft = Command::WithdrawProposal { proposal: van };
    assert_eq!(co_op.desk(draft).refused().code, Code::AuthorMustAsk);
    let stance = rochdale_core::command::Stance::Agree;
    let refusal = co_op.desk(Command::TakeStance { proposal: van, membership, stance }).refused();
    assert_eq!((refusal.code, refusal.cites.to_string().as_str()), (Code::RightMustBeHeld, "MEM-03"));
    let unknown = co_op.desk(Command::AdmitMember {
        party: ana.party,
        class: Slug::new("wizard"),
        kind: None,
        since: co_op.today(),
        basis: "a spell".to_owned(),
    });
    assert_eq!(unknown.malformed().field, "class");
}
