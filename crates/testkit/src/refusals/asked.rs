//! The refusals that no sentence of the members' language provokes.

use rochdale_core::{
    command::{Command, Effect},
    personal::Words,
    refusal::Code,
    values::{AgreementId, AssetId, PartyId, Slug},
};

use super::Provoked;
use crate::{Answer, CoOp, coassembly, cooperate_connecticut, small, terms};

/// Asks for each, and gives the refusal.
pub fn provoked() -> impl Iterator<Item = Provoked> {
    ASKED.iter().map(|(code, clause, ask)| {
        let (co_op, answer) = ask();
        Provoked { code: *code, clause, refusal: answer.refused(), register: co_op.state() }
    })
}

/// A refusal that is asked for.
type Asked = (Code, &'static str, fn() -> (CoOp, Answer));

const ASKED: &[Asked] = &[
    (Code::DeskMustRecord, "WHO-1(1)", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana] = co_op.members("owner", ["Ana"]);
        let answer = ana.asks(Command::RecordCapital { membership: ana.membership() });
        (co_op, answer)
    }),
    (Code::TermMustFit, "WHO-7", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana] = co_op.members("owner", ["Ana"]);
        let (from, until) = (co_op.today(), Some(co_op.today().saturating_add(jiff::Span::new().years(3))));
        let answer =
            co_op.desk(Command::GiveOffice { office: Slug::new("steward"), person: ana.party, from, until });
        (co_op, answer)
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
        let answer = give(chi.party);
        (co_op, answer)
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
        let answer = fay.asks(Command::SignAgreement { agreement, hash, words });
        (co_op, answer)
    }),
    (Code::KindMustBeOfTheClass, "CT-01(1)", || {
        let co_op = CoOp::founded(&cooperate_connecticut());
        let answer = co_op.organization("Elm City").is_admitted_as("coop", "bakery");
        (co_op, answer)
    }),
    (Code::BorrowerMustBeAPerson, "PROJ-04(2)", || {
        let co_op = CoOp::founded(&coassembly());
        let to = co_op.organization("Elm City").party;
        let (on, kind) = (co_op.today(), Slug::new("tool"));
        let (name, place, label) = ("A ladder".to_owned(), "the studio".to_owned(), String::new());
        co_op.desk(Command::EnterAsset { kind, name, label, place, since: on }).done();
        let answer = co_op.desk(Command::LendAsset { asset: AssetId(1), to, on, due: on });
        (co_op, answer)
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
        let answer = ana.asks(declare(co_op.today().yesterday().expect("a day")));
        (co_op, answer)
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
        let answer = co_op.desk(waive("pay-dues"));
        (co_op, answer)
    }),
    (Code::ReminderMustReachSomebody, "CT-20", || {
        let co_op = CoOp::founded(&cooperate_connecticut());
        let [dora] = co_op.members("cooperator", ["Dora"]);
        let (document, text) = (Slug::new("values"), "Be kind.".to_owned());
        co_op.desk(Command::PublishDocument { document, text, in_force_from: co_op.today() }).done();
        let answer = co_op.desk(Command::Remind { membership: Some(dora.membership()), duty: None });
        (co_op, answer)
    }),
    (Code::MembershipMustHaveEnded, "FIN-05", || {
        let co_op = CoOp::founded(&coassembly());
        let [ana] = co_op.members("worker-owner", ["Ana"]);
        let answer = co_op.desk(Command::ErasePerson { party: ana.party });
        (co_op, answer)
    }),
    (Code::QuestionMustBeSettled, "HOW-7", || {
        let co_op = CoOp::founded(&small::rulebook(&small::Terms::default()));
        let [ana] = co_op.members("owner", ["Ana"]);
        ana.drafts("Lend to Elm", "loan", Effect::Nothing).done();
        let proposal = co_op.state().proposals().next().expect("a draft").id;
        let answer = ana.asks(Command::OpenProposal { proposal, closes: None });
        (co_op, answer)
    }),
];
