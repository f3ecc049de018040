//! What the network put to its members in the year.

use rochdale_core::{command::Command, proposals::Choice};

use super::{Plan, When, lot};
use crate::demo::plan::{Does, Proposed};

/// How members answer: of a hundred, how many take part, how many are in favour, how many abstain.
struct Mood {
    taking_part: u32,
    in_favour: u32,
    abstaining: u32,
}

/// How many times a day somebody answers.
const HOURS: [i8; 4] = [8, 12, 18, 21];

/// The year's proposals and what is open today.
pub fn year(plan: &mut Plan) {
    let mut seed = 0;
    let mut put = |matter, by, title, text, opened, closed, mood: [u32; 3]| {
        seed += 1;
        let [taking_part, in_favour, abstaining] = mood;
        proposal(
            plan,
            seed,
            matter,
            by,
            title,
            text,
            opened,
            closed,
            &Mood { taking_part, in_favour, abstaining },
        );
    };
    put(
        "major-decision",
        "Carmen Rivera",
        "Sliding-scale dues from next year",
        "Coops and partners pay by the number of people who work there, cooperators choose between 20 and 60 dollars; \
         nobody is turned away. The board sets the table every November and shows it here.",
        378,
        371,
        [62, 78, 8],
    );
    put(
        "proposal",
        "Xiomara Feliciano",
        "Interpretación en todas las asambleas / Interpretation at every assembly",
        "Dos intérpretes en cada Asamblea General, pagados, y los avisos en español e inglés el mismo día.\n\n\
         Two paid interpreters at every General Assembly, and notices in both languages on the same day.",
        342,
        335,
        [55, 93, 4],
    );
    put(
        "proposal",
        "Thuy Dang",
        "Hold the Annual Meeting in Waterbury",
        "The union hall on Bank Street is free on the third Saturday of October, has a ramp and a kitchen, and costs \
         300 dollars. Vans from New London and Willimantic.",
        312,
        306,
        [48, 71, 15],
    );
    put(
        "proposal",
        "Zofia Kravets",
        "Speak for a state loan fund for worker co-ops",
        "We sign the letter to the commerce committee, and three of our worker co-ops testify. The letter is attached \
         to the minutes of March.",
        276,
        270,
        [41, 88, 6],
    );
    put(
        "proposal",
        "Julio Aguilar",
        "Share a bookkeeper among small co-ops",
        "Twenty hours a month from Open Ledger at 45 dollars, split by hours used. Six co-ops have said that they are \
         in; the pilot ends after six months with a report.",
        247,
        240,
        [52, 84, 9],
    );
    put(
        "proposal",
        "Ruth Tryon",
        "One Meet Up for Bridgeport and New Haven together",
        "Alternate between the two cities, every other month, to fill the room.",
        216,
        210,
        [57, 31, 9],
    );
    put(
        "proposal",
        "Sofia Ionescu",
        "Stand behind the land trust's purchase on Valley Street",
        "Valley Street Community Land Trust buys four houses so that eleven families stay. We say so in public and \
         lend our list of carpenters.",
        186,
        180,
        [50, 90, 6],
    );
    put(
        "proposal",
        "Casey Rudd",
        "A stipend for whoever facilitates",
        "75 dollars for an evening, 150 for the Annual Meeting, from the dues.",
        156,
        150,
        [54, 55, 14],
    );
    put(
        "proposal",
        "Elena Manolis",
        "Move our channels from WhatsApp to Signal",
        "Same groups, same people, on the other app; a month with both.",
        122,
        115,
        [63, 33, 10],
    );
    put(
        "major-decision",
        "Edwin Medina",
        "A solidarity fund for members on strike",
        "Five cents of every dues dollar go aside. A member organization on strike asks, three stewards answer within \
         two days, and everything that is paid stands in the minutes.",
        95,
        85,
        [66, 74, 9],
    );
    put(
        "proposal",
        "Abigail Kellogg",
        "Cuidado de niños en cada reunión / Childcare at every meeting in person",
        "Dos personas de la Cooperativa Silver Lane, desde media hora antes.\n\n\
         Two people from Silver Lane Childcare Cooperative, from half an hour before.",
        62,
        55,
        [58, 92, 5],
    );
    put(
        "proposal",
        "Carmen Rivera",
        "Buy flour and oil together",
        "Join the New England purchasing circle from next month: three bakeries, two kitchens and the food co-ops order \
         once a week; Elm City Bread takes delivery.",
        33,
        26,
        [49, 81, 8],
    );
    put(
        "proposal",
        "Errol Lindo",
        "Hold the next assembly on a Sunday afternoon",
        "Many of us work on Saturdays. Sunday, 2 to 4:30 in the afternoon, online as ever.",
        6,
        -1,
        [58, 66, 8],
    );
    put(
        "proposal",
        "Luis Vélez",
        "A statement on the Hartford bus cuts",
        "Lines 40 and 47 are to stop at nine in the evening. We say what that does to people who clean and care at \
         night, and ask for a hearing.",
        4,
        -3,
        [60, 85, 7],
    );
    put(
        "major-decision",
        "Nora Doolan",
        "Take donations from companies that nobody here owns?",
        "Until now we have said no case by case. This would say: up to 1,000 dollars a year from one company, named in \
         public, never from anybody whose workers are on strike.",
        2,
        -12,
        [60, 52, 16],
    );

    // The bakery takes delivery, so it says so and withdraws.
    let recused = |teller: &mut crate::demo::teller::Teller| {
        let (bakery, proposal) = ("Elm City Bread Cooperative", "Buy flour and oil together");
        let (membership, proposal) = (teller.membership(bakery)?, teller.proposal(proposal)?);
        let interest = "We would be paid for taking delivery.".to_owned();
        let command = Command::DiscloseInterest { proposal, membership, interest, recuse: true };
        teller.ask_as("Keisha Washington", command)
    };
    plan.at(When(33, 15, 0), recused);
    plan.drafts(
        When(1, 12, 0),
        Proposed {
            title: "A tool swap at the New London Meet Up",
            text: "Bring what you do not use. The library keeps what nobody takes.",
            matter: "proposal",
            by: "Layla Mansour",
            does: Does::Nothing,
            owner: None,
        },
    );
}

#[allow(clippy::too_many_arguments, reason = "one line of the year")]
fn proposal(
    plan: &mut Plan,
    seed: u32,
    matter: &'static str,
    by: &'static str,
    title: &'static str,
    text: &'static str,
    opened: i32,
    closed: i32,
    mood: &Mood,
) {
    let proposed = Proposed { title, text, matter, by, does: Does::Nothing, owner: None };
    plan.proposes(When(opened, 10, 0), proposed, Some(When(closed, 20, 0)));
    let slots: Vec<When> =
        (closed + 1..opened).rev().flat_map(|day| HOURS.map(|hour| When(day, hour, 30))).collect();
    let count = u32::try_from(slots.len()).unwrap_or(1).max(1);
    let Mood { taking_part, in_favour, abstaining } = *mood;
    for (slot, when) in (0u32..).zip(slots) {
        plan.answers(when, title, move |membership| {
            let number = membership.0 * 64 + seed;
            let is_now = lot(number, 6) * count / 100 == slot;
            (is_now && lot(number, 7) < taking_part).then(|| match lot(number, 8) {
                lot if lot < in_favour => Choice::For,
                lot if lot < in_favour + abstaining => Choice::Abstain,
                _ => Choice::Against,
            })
        });
    }
}
