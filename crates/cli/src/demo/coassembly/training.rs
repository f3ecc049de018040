//! Those in training at CoAssembly: who guides them, what was written of them, what was confirmed.

use super::{
    CHEN, Does, HSU, HUANG, LI, LIN, Plan, Proposed, TSAI, WANG, WU, When,
    story::{
        Story,
        Turn::{Agree, CloseRound, Conclude},
        tell,
    },
};

/// A review: who wrote it of whom, which, and what it says on each subject.
struct Review {
    when: When,
    by: &'static str,
    of: &'static str,
    number: u32,
    says: [&'static str; 5],
}

const SUBJECTS: [&str; 5] = ["collaboration", "work", "openness", "policies", "recommendation"];

static REVIEWS: [Review; 5] = [
    Review {
        when: When(298, 15, 0),
        by: LIN,
        of: WANG,
        number: 3,
        says: [
            "Takes work over from others without being asked, and says what she took. 主動接手並說明。",
            "The museum signs were right the first time; the estimate was four days short.",
            "Told the client about the delay herself.",
            "Two project folders had no handover note; both have one now.",
            "On the way to it. 持續觀察。",
        ],
    },
    Review {
        when: When(207, 15, 0),
        by: LIN,
        of: WANG,
        number: 4,
        says: [
            "Leads the Friday critique when Shih-Han is away. 能獨立帶領評圖。",
            "Three projects on time, one of them hers alone.",
            "Asks before things go wrong.",
            "Nothing to add.",
            "Yes. 建議轉任。",
        ],
    },
    Review {
        when: When(194, 16, 0),
        by: WU,
        of: HSU,
        number: 1,
        says: [
            "Listens long, then says the one thing that helps. 傾聽後能提出關鍵意見。",
            "Careful drawings; the hand-over took a week longer than planned.",
            "Does not say yet when she has too much on her table.",
            "Keeps the file names as agreed.",
            "Too early to say. 尚早。",
        ],
    },
    Review {
        when: When(102, 16, 0),
        by: WU,
        of: HSU,
        number: 2,
        says: [
            "Others ask for her by name now. 同事會主動找她合作。",
            "The exhibition's captions went through without a correction.",
            "Said in good time that March was full.",
            "Borrowed the projector without writing it down, once.",
            "If it goes on like this, yes. 若持續如此，建議轉任。",
        ],
    },
    Review {
        when: When(12, 16, 0),
        by: WU,
        of: HSU,
        number: 3,
        says: [
            "Brought Cheng-En into two projects. 帶新人進入專案。",
            "The questions for new clients are hers, and they work.",
            "Objected where it was not easy to.",
            "Nothing to add.",
            "Yes. 建議轉任。",
        ],
    },
];

/// Puts guides, feedback, reviews and their confirmation into the plan of the year.
pub fn reviewed(plan: &mut Plan) {
    plan.names_guide(When(384, 10, 0), WANG, LIN);
    plan.names_guide(When(283, 9, 0), HSU, WU);
    plan.names_guide(When(93, 9, 0), TSAI, HUANG);
    plan.says_towards(
        When(196, 11, 0),
        CHEN,
        HSU,
        1,
        "She found the error in my drawing before the printer did.",
    );
    plan.says_towards(When(104, 11, 0), LI, HSU, 2, "Calm with a client who was not. 面對難纏的客戶很沉穩。");
    plan.says_towards(When(6, 11, 0), LIN, TSAI, 1, "Fast and curious; writes too little down.");
    for Review { when, by, of, number, says } in &REVIEWS {
        let texts = SUBJECTS.into_iter().zip(*says).collect();
        plan.writes_review(*when, by, of, *number, texts);
    }
    let open = Story {
        proposed: confirms(WU, "Confirm the third review of Hsu Ya-Wen", HSU, 3, -20),
        opens: When(6, 10, 0),
        closes: None,
        then: &[(When(5, 9, 0), Agree(&[WU, WANG]))],
    };
    tell(plan, &[open]);
    let confirmed = [
        (LIN, "Confirm the third review of Wang Ssu-Ting", WANG, 3, 294),
        (LIN, "Confirm the fourth review of Wang Ssu-Ting", WANG, 4, 203),
        (WU, "Confirm the first review of Hsu Ya-Wen", HSU, 1, 191),
        (WU, "Confirm the second review of Hsu Ya-Wen", HSU, 2, 99),
    ];
    for (by, title, of, number, day) in confirmed {
        let then = [
            (When(day - 1, 10, 0), Agree(&[LIN, CHEN, HUANG, WU])),
            (
                When(day - 5, 18, 0),
                CloseRound(by, "Read and talked about; nobody objects. 已閱讀討論，無人異議。"),
            ),
            (When(day - 5, 18, 10), Conclude(by)),
        ];
        let proposed = confirms(by, title, of, number, day - 14);
        tell(plan, &[Story { proposed, opens: When(day, 10, 0), closes: None, then: &then }]);
    }
}

fn confirms(by: &'static str, title: &'static str, of: &'static str, number: u32, until: i32) -> Proposed {
    Proposed {
        title,
        text: "As it was written; what others said is beside it. 依考核內容確認。",
        matter: "review-confirmation",
        by,
        does: Does::ConfirmReview(of, number),
        owner: Some((by, until)),
    }
}
