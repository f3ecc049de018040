//! Every refusal, provoked: by which clause, with which code.

use rochdale_core::{
    command::{Command, Stance},
    proposals::Choice,
    refusal::Code,
    values::Slug,
};
use rochdale_testkit::{CoOp, coassembly, refusals::provoked};

/// [`provoked`] has one of each code, and panics where it has not.
#[test]
fn every_code_is_provoked_under_its_clause() {
    for provoked in provoked() {
        let came = (provoked.refusal.code, provoked.refusal.cites.to_string());
        assert_eq!(came, (provoked.code, provoked.clause.to_owned()));
    }
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
    let stance = Stance::Agree;
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
