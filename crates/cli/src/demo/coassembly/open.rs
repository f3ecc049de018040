//! What is open at CoAssembly today.

use rochdale_core::{proposals::Choice, rulebook::Bundle};

use super::{
    BLOCKED, CHANG, CHEN, Does, HSU, HUANG, LI, LIN, Plan, Proposed, WANG, WU, When, day_to_day,
    story::{
        Story,
        Turn::{Agree, CloseRound, Object, OpenRound, Vote},
        tell,
    },
};
use crate::demo::teller::{Told, Untold};

/// A proposal blocked in round 2, and one in round 1.
static IN_ROUNDS: &[Story<'_>] = &[
    Story {
        proposed: day_to_day(
            CHANG,
            BLOCKED,
            "Four months, 620,000 TWD: name, mark, trucks, a web site. They know about us from the market signs and \
             would start in three weeks.\n\n四個月，620,000 元：命名、標誌、車隊塗裝、網站。",
        ),
        opens: When(13, 10, 0),
        closes: None,
        then: &[
            (When(12, 10, 0), Agree(&[CHANG, LI, WANG])),
            (
                When(12, 19, 0),
                Object(
                    HUANG,
                    "The quarry is being fought in court by the village above it. 礦區與部落的訴訟還沒結束。",
                ),
            ),
            (When(11, 20, 0), Object(HSU, "We would be paid to make it look clean. 我們等於收錢幫它洗白。")),
            (
                When(8, 18, 0),
                CloseRound(
                    WU,
                    "For: it pays two quarters' fixed costs. Against: the law suit, and what our name would be used for.",
                ),
            ),
            (When(5, 10, 0), OpenRound(WU)),
            (When(4, 10, 0), Agree(&[CHANG, LI])),
            (
                When(3, 19, 0),
                Object(HUANG, "Their answer says nothing about the law suit. 對方的回覆沒有提到訴訟。"),
            ),
        ],
    },
    Story {
        proposed: day_to_day(
            LIN,
            "Close the studio for nine days at the New Year",
            "Seven working days, two of them from the annual leave. The phone is answered by turns. \
             春節連假休館，其中兩天用特休，電話輪流接。",
        ),
        opens: When(3, 11, 0),
        closes: None,
        then: &[(When(2, 10, 0), Agree(&[LIN, HSU]))],
    },
];

/// These, a vote on the bylaws, and a draft.
pub fn now(plan: &mut Plan, rulebook: &Bundle) -> Told {
    tell(plan, IN_ROUNDS);
    // An edition takes force in the future, so the story names the month after next from today.
    let next = shorter_minutes(rulebook, &plan.day(-60).to_string())?;
    let proposed = Proposed {
        title: "Minutes within 10 days instead of 14",
        text: "The minutes come late and nobody remembers. Ten days are enough, and two people write them in turn.\n\n\
               會議紀錄由 14 天改為 10 天內完成。",
        matter: "amendment",
        by: CHEN,
        does: Does::Adopt(next),
        owner: Some((CHEN, -60)),
    };
    let amendment = Story {
        proposed,
        opens: When(4, 10, 0),
        closes: Some(When(-3, 18, 0)),
        then: &[
            (When(3, 9, 0), Vote(Choice::For, &[CHEN, LIN, WU])),
            (When(2, 9, 0), Vote(Choice::Against, &[LI])),
        ],
    };
    tell(plan, &[amendment]);
    let title = "Sublet two desks in the studio";
    let text = "Two desks by the window to friends who work alone, 6,000 TWD each, month by month. 出租兩張窗邊的桌子。";
    plan.drafts(When(1, 16, 0), day_to_day(HUANG, title, text));
    Ok(())
}

/// The next edition: the minutes are out within 10 days. Cannot be told where the bylaws no longer read as this story
/// expects.
fn shorter_minutes(rulebook: &Bundle, in_force_from: &str) -> Result<Bundle, Untold> {
    let mut next = rulebook.clone();
    let in_force = format!("in_force_from = {in_force_from}");
    for (file, from, to) in [
        ("00-front.md", "edition = 1\n", "edition = 2\n"),
        ("00-front.md", "in_force_from = 2024-01-01", in_force.as_str()),
        (
            "03-governance.md",
            "The minutes are out within 14 days of the meeting",
            "The minutes are out within 10 days of the meeting",
        ),
        ("zh-Hant/03-governance.md", "會後 14 天內完成", "會後 10 天內完成"),
        (
            "03-governance.md",
            "zh-Hant = \"會議紀錄期限\" }\ndays = 14",
            "zh-Hant = \"會議紀錄期限\" }\ndays = 10",
        ),
    ] {
        let text = next.0.get_mut(file).filter(|text| text.contains(from));
        let text = text.ok_or_else(|| Untold(format!("{file} no longer says \"{from}\"")))?;
        *text = text.replace(from, to);
    }
    Ok(next)
}
