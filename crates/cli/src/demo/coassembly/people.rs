//! Who comes to CoAssembly, and on what terms.

use super::{CHEN, FIRST_SIX, HSU, HUANG, LIN, LIU, Plan, TSAI, WANG, WU, When};

const CHOU: &str = "周明哲 Chou Ming-Che";
const HO: &str = "何芳瑜 Ho Fang-Yu";
const CHENG: &str = "鄭宇翔 Cheng Yu-Hsiang";
const HSIEH: &str = "謝孟儒 Hsieh Meng-Ju";
pub const YANG: &str = "楊曉彤 Yang Hsiao-Tung";
const TIDAL: &str = "潮汐翻譯工作室 Tidal Translation Studio";

/// A flying member's agreement; LIU signs hers after the decision, and it opens the door then.
const FLYING: &[(&str, &str)] = &[
    (
        "participation",
        "Joins the monthly critique when invited, and answers questions on service design in writing.",
    ),
    (
        "information",
        "Sees the minutes that are public, and the money of projects that they work on; no others.",
    ),
    ("returns", "One workshop seat a year, and credit by name on what they advised on."),
    ("confidentiality", "What they hear about clients stays with them, for three years after leaving too."),
    ("exit", "By written notice at any time; shared folders are closed within a week."),
];

const CONTRACT: &[(&str, &str)] = &[
    ("scope", "As the brief of each project names it; changes in writing."),
    ("timeline", "Draft in four weeks, final files two weeks after the feedback."),
    ("payment", "Half at the start and half on acceptance, within 14 days of the invoice."),
    ("data", "Client material is kept in the project folder only and deleted at the end."),
    ("attribution", "The co-op holds the rights; the collaborator is named in the colophon."),
    ("termination", "Two weeks' notice; disputes go to mediation first."),
];

/// Everybody's coming in.
pub fn come_and_go(plan: &mut Plan) {
    for (place, name) in FIRST_SIX.into_iter().enumerate() {
        let minute = i8::try_from(place).unwrap_or(0) * 4;
        plan.enters(When(385, 10, 10 + minute), name, Some("台北 Taipei"));
        plan.admits(
            When(385, 11, minute),
            name,
            "worker-owner",
            None,
            1040,
            "Signed the articles as a founder",
        );
        plan.pays_capital(When(385, 11, 30 + minute), name);
    }
    for (minute, name, office) in [(0, CHEN, "facilitator"), (5, LIN, "secretary"), (10, HUANG, "treasurer")]
    {
        plan.gives_office(When(384, 9, minute), name, office);
    }
    plan.enters(When(385, 12, 0), WANG, Some("新北 New Taipei"));
    plan.admits(When(385, 12, 10), WANG, "associate", None, 570, "In training before the book began");
    for (minute, name, place) in [(0, CHOU, "台南 Tainan"), (10, HO, "高雄 Kaohsiung")] {
        plan.enters(When(385, 13, minute), name, Some(place));
        plan.signs(When(385, 13, minute + 2), name, "flying-agreement", FLYING, None);
        plan.admits(
            When(385, 13, minute + 4),
            name,
            "flying-member",
            None,
            500,
            "A supporter before the book began",
        );
    }
    plan.enters(When(296, 10, 0), HSU, Some("台北 Taipei"));
    plan.enters(When(141, 10, 0), LIU, Some("台中 Taichung"));
    plan.signs(When(122, 15, 0), LIU, "flying-agreement", FLYING, None);
    plan.enters(When(104, 10, 0), TSAI, Some("桃園 Taoyuan"));

    // YANG's contract ends within the month; that of HSIEH ended, and another waits for the secretary.
    for (day, name, until) in [(340, CHENG, None), (212, HSIEH, Some(2)), (41, YANG, Some(-19))] {
        plan.enters(When(day, 9, 30), name, None);
        plan.signs(When(day, 9, 40), name, "collaborator-contract", CONTRACT, until);
        plan.admits(
            When(day, 9, 50),
            name,
            "external-collaborator",
            None,
            day,
            "Contract signed by both sides",
        );
    }
    plan.drafts_agreement(When(6, 10, 0), WU, HSIEH, "collaborator-contract", CONTRACT, -360);
    plan.signs_on_screen(When(4, 20, 15), HSIEH, HSIEH);
    plan.enters_organization(When(150, 9, 30), TIDAL, "台北 Taipei");
    plan.signs(When(150, 9, 40), TIDAL, "collaborator-contract", CONTRACT, None);
    plan.admits(When(150, 9, 50), TIDAL, "external-collaborator", None, 150, "Contract signed by both sides");
}
