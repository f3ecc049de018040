//! May this member do this now? Asked of us with the finding, of other engines without one.

use std::{hint::black_box, time::Duration};

use jiff::civil::Date;
use rochdale_core::{
    finding::{Answer, Value},
    membership::{may, phase_on},
    state::State,
    values::MembershipId,
};

use crate::{
    measure::in_turns,
    said,
    sample::{self, RIGHTS},
    table::Row,
};

/// How many questions are asked in a turn.
const QUESTIONS: usize = 240_000;
/// How many turns each has.
const TURNS: usize = 7;

/// One question: does this member, of this class and in this phase, have this right?
pub struct Question {
    pub member: MembershipId,
    pub class: usize,
    pub phase: usize,
    pub right: usize,
}

/// The figures; checks first that everybody gives the same answers.
pub fn rows(state: &State, members: u32) -> Vec<Row> {
    let day = sample::today();
    let questions = questions(state, members, day);
    let granted = |question: &Question| sample::grants(question.class, question.phase, question.right);
    let rights = sample::rights();
    let ours = |question: &Question| may(state, question.member, rights[question.right], None, day);
    for question in &questions {
        let expected = if granted(question) { Answer::Yes } else { Answer::No };
        assert_eq!(ours(question).value, Value::Answer(expected));
    }
    let table = table();
    let [with_finding, looked_up] = in_turns(
        TURNS,
        [
            &mut || questions.iter().for_each(|question| drop(black_box(ours(black_box(question))))),
            &mut || {
                for question in &questions {
                    let question = black_box(question);
                    black_box(table[question.class][question.phase] & (1 << question.right) != 0);
                }
            },
        ],
    );
    let (with_finding, looked_up) = (each(with_finding), each(looked_up));
    let what = "may they do this now? 8 classes, 6 phases, 12 rights";
    let ours = Row::new(
        format!("{what}; with the finding and its clauses, of 1,000,000 members"),
        said::time(with_finding),
        format!("a plain table, class and phase known: {}", said::time(looked_up)),
        "aim: under 1 us",
    );
    #[cfg(not(feature = "peers"))]
    return vec![ours];
    #[cfg(feature = "peers")]
    {
        let mut rows = vec![ours];
        for (peer, theirs) in super::peers::times(&questions[..QUESTIONS / 100], &granted, TURNS) {
            rows.push(Row::new(
                "the same",
                said::time(with_finding),
                format!("{peer}, class and phase given, no reason told: {}", said::time(theirs)),
                said::times(with_finding.as_nanos(), theirs.as_nanos()),
            ));
        }
        rows
    }
}

/// Every right of a member, as that member's page asks, then of another anywhere in the register.
fn questions(state: &State, members: u32, day: Date) -> Vec<Question> {
    let rulebook = state.rulebook_on(day).expect("the co-op is founded");
    let question = |place: usize| {
        let turn = u32::try_from(place / RIGHTS).expect("a small number");
        let number = turn.wrapping_mul(2_654_435_761) % members + 1;
        let member = MembershipId(number);
        let held = state.membership(member).expect("everybody was admitted");
        let (_, class) = held.class_on(day).expect("everybody has a class today");
        let phase = phase_on(&rulebook, held, day).expect("every class has phases").phase;
        Question {
            member,
            class: (0..sample::CLASSES)
                .find(|at| sample::class(*at) == *class)
                .expect("a class of the sample"),
            phase: (0..sample::PHASES)
                .find(|at| sample::phase(*at) == phase.id)
                .expect("a phase of the sample"),
            right: place % RIGHTS,
        }
    };
    (0..QUESTIONS).map(question).collect()
}

/// For each class and phase, a bit for each right.
fn table() -> [[u16; sample::PHASES]; sample::CLASSES] {
    let cell = |class, phase| {
        (0..RIGHTS).filter(|right| sample::grants(class, phase, *right)).map(|right| 1 << right).sum()
    };
    std::array::from_fn(|class| std::array::from_fn(|phase| cell(class, phase)))
}

fn each(all: Duration) -> Duration {
    all / u32::try_from(QUESTIONS).expect("a small number")
}

/// The name by which the engines know a right.
#[cfg(feature = "peers")]
pub fn name_of(right: usize) -> &'static str {
    sample::rights()[right].id()
}
