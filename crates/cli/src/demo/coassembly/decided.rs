//! What CoAssembly decided in the year.

use rochdale_core::proposals::Choice;

use super::{
    CHANG, CHEN, Does, FIRST_SIX, HSU, HUANG, LI, LIN, LIU, Proposed, TSAI, WANG, WU, When, day_to_day,
    major,
    story::{
        Story,
        Turn::{
            Agree, CallVote, CloseRound, Conclude, Object, OpenRound, PayCapital, Recuse, Revise, StandAside,
            Vote, Withdraw,
        },
    },
};

/// Before WANG becomes a worker-owner: six decide.
pub static FIRST_HALF: &[Story<'_>] = &[
    Story {
        proposed: day_to_day(
            HUANG,
            "Design critique every other Friday",
            "Every other Friday from 15:00 to 16:30 we put one running project on the wall and talk about it, \
                clients' names covered. Whoever leads the project brings two questions.\n\n\
                隔週五下午三點到四點半，把一個進行中的案子貼上牆一起看。負責人帶兩個問題來。",
        ),
        opens: When(352, 10, 30),
        closes: None,
        then: &[
            (When(351, 14, 0), Agree(&FIRST_SIX)),
            (When(348, 17, 0), CloseRound(HUANG, "Everybody is for it; the hour was moved once. 全體同意。")),
            (When(348, 17, 10), Conclude(HUANG)),
        ],
    },
    Story {
        proposed: major(
            "major-asset",
            LI,
            "Buy a second-hand Risograph printer",
            "A Risograph from a school in Banqiao, with two drums, serviced last spring: 148,000 TWD. We now send \
                about 6,000 TWD of short runs out every month. It would stand in the back room.\n\n\
                購買板橋一所學校釋出的二手 Riso 印刷機，含兩支滾筒，148,000 元。",
            (LI, 270),
        ),
        opens: When(333, 11, 0),
        closes: None,
        then: &[
            (When(332, 10, 0), Agree(&[LI, WU, CHANG])),
            (
                When(331, 19, 0),
                Object(CHEN, "The back room has no ventilation, and the ink dries slowly in June."),
            ),
            (
                When(331, 20, 0),
                Object(LIN, "Half of the pool's balance for one machine, before the tax is paid."),
            ),
            (
                When(327, 18, 0),
                CloseRound(HUANG, "For: short runs in a day. Against: ventilation, cash in June."),
            ),
            (When(325, 10, 0), OpenRound(HUANG)),
            (When(324, 11, 0), Agree(&[LI, WU, CHANG, HUANG])),
            (
                When(323, 18, 0),
                Object(CHEN, "The quote for a fan is 22,000 TWD more, and nobody has measured the room."),
            ),
            (When(319, 18, 0), CloseRound(HUANG, "A fan was priced; the objections stand.")),
            (When(317, 10, 0), OpenRound(HUANG)),
            (When(316, 11, 0), StandAside(&[LIN])),
            (When(316, 18, 0), Object(CHEN, "As before: not without a measurement.")),
            (When(312, 18, 0), CloseRound(HUANG, "Yi-Chun stands aside now; Po-Han's objection stands.")),
            (When(311, 9, 30), CallVote(LI, When(306, 18, 0))),
            (When(310, 10, 0), Vote(Choice::For, &[LI, WU, CHANG, HUANG])),
            (When(309, 10, 0), Vote(Choice::Against, &[CHEN])),
            (When(308, 10, 0), Vote(Choice::Abstain, &[LIN])),
        ],
    },
    Story {
        proposed: admission(
            "associate-admission",
            WU,
            "Welcome Hsu Ya-Wen as an associate",
            "Ya-Wen has worked with us on two museum projects and asks to begin her training. Pei-Shan would be the \
                worker-owner beside her.\n\n歡迎許雅雯成為準社員，由吳佩珊帶領。",
            HSU,
            (WU, 260),
        ),
        opens: When(295, 10, 0),
        closes: None,
        then: &[
            (When(294, 11, 0), Agree(&[WU, LIN, CHEN, HUANG])),
            (When(284, 18, 0), CloseRound(LIN, "Nobody objects; those who are silent could all take part.")),
            (When(284, 18, 10), Conclude(LIN)),
        ],
    },
    Story {
        proposed: day_to_day(
            CHANG,
            "Keep our files on a server of our own",
            "Move the shared folders from the rented drive to a server in the studio with a copy at Kaohsiung. \
                Chia-Hao looks after it and writes down how, so that two others can.\n\n\
                把共用檔案移到自己的伺服器，另存一份在高雄；家豪負責並寫下操作步驟。",
        ),
        opens: When(262, 10, 0),
        closes: None,
        then: &[
            (When(261, 9, 0), Agree(&[CHANG, LI, HUANG, LIN])),
            (When(260, 9, 0), StandAside(&[CHEN])),
            (
                When(256, 18, 0),
                CloseRound(LIN, "Po-Han stands aside: he would rather rent, and will not stop it."),
            ),
            (When(256, 18, 10), Conclude(LIN)),
        ],
    },
    Story {
        proposed: major(
            "pool-policy",
            WU,
            "Education money without asking first",
            "Courses and books up to 3,000 TWD a quarter are paid back on a receipt, without asking beforehand; \
                more than that is asked for as before.\n\n每人每季 3,000 元以內的課程與書籍，憑收據核銷，不必事先申請。",
            (CHEN, 180),
        ),
        opens: When(240, 10, 0),
        closes: None,
        then: &[
            (When(239, 9, 0), Agree(&[WU, LI, HUANG])),
            (When(238, 20, 0), Object(CHEN, "Who keeps count? Last year two receipts were paid twice.")),
            (When(233, 18, 0), CloseRound(HUANG, "For: less waiting. Against: nobody keeps count.")),
            (
                When(231, 10, 0),
                Revise(
                    WU,
                    "Courses and books up to 3,000 TWD a quarter are paid back on a receipt, without asking beforehand; \
                more than that is asked for as before. Receipts go into one list that everybody sees, and whoever \
                does the finances pays from the list only.\n\n\
                每人每季 3,000 元以內的課程與書籍，憑收據核銷；收據登記在公開清單，財務只依清單付款。",
                ),
            ),
            (When(230, 10, 0), OpenRound(WU)),
            (When(229, 9, 0), Agree(&[CHEN, LIN, CHANG])),
            (When(224, 18, 0), CloseRound(HUANG, "With the list everybody can agree. 有清單後全體同意。")),
            (When(224, 18, 5), Conclude(HUANG)),
        ],
    },
    Story {
        proposed: Proposed {
            title: "Wang Ssu-Ting becomes a worker-owner",
            text: "Ssu-Ting's four reviews are done and all recommend it. 王思婷完成四次考核，均建議轉任。",
            matter: "conversion",
            by: LIN,
            does: Does::ChangeClass(WANG),
            owner: Some((LIN, 120)),
        },
        opens: When(184, 10, 0),
        closes: None,
        then: &[
            (When(183, 10, 0), Agree(&FIRST_SIX)),
            (When(177, 18, 0), CloseRound(LIN, "All six agree and say so. 六人全體明示同意。")),
            (When(177, 18, 10), Conclude(LIN)),
            (When(170, 14, 0), PayCapital(WANG)),
        ],
    },
];

/// After that: seven decide.
pub static SECOND_HALF: &[Story<'_>] = &[
    Story {
        proposed: major(
            "major-asset",
            CHANG,
            "Sell the delivery van to Kuan-Ting's sister",
            "The van stands still five days in seven. Kuan-Ting's sister runs a print shop and offers 210,000 TWD; \
                two dealers offered 195,000 and 188,000.\n\n把廂型車以 210,000 元賣給冠廷的姊姊；兩家車行分別出價 195,000 與 188,000。",
            (CHANG, 90),
        ),
        opens: When(165, 10, 0),
        closes: None,
        then: &[
            (When(165, 12, 0), Recuse(LI, "The buyer is my sister.")),
            (When(164, 10, 0), Agree(&[CHANG, WU, LIN])),
            (When(164, 19, 0), Object(HUANG, "We would rent a van twice a month; nobody has added that up.")),
            (
                When(160, 18, 0),
                CloseRound(WANG, "For: the best of three offers. Against: what renting costs."),
            ),
            (When(159, 10, 0), OpenRound(WANG)),
            (When(158, 19, 0), Object(HUANG, "Renting is 36,000 TWD a year by the list we made.")),
            (When(155, 18, 0), CloseRound(WANG, "The list of rentals is on the wall; the objection stands.")),
            (When(154, 10, 0), OpenRound(WANG)),
            (When(153, 19, 0), Object(HUANG, "I would keep it one more year.")),
            (
                When(150, 18, 0),
                CloseRound(WANG, "Third round; the objection stands. Kuan-Ting answered questions only."),
            ),
            (When(149, 9, 30), CallVote(CHANG, When(145, 18, 0))),
            (When(148, 10, 0), Vote(Choice::For, &[CHANG, WU, LIN, WANG])),
            (When(147, 10, 0), Vote(Choice::Against, &[HUANG, CHEN])),
        ],
    },
    Story {
        proposed: admission(
            "flying-admission",
            CHEN,
            "Liu Tzu-Ching as a flying member",
            "Tzu-Ching teaches service design at Taichung and has read our reports for years. 劉子晴在台中教服務設計，多年來協助審閱。",
            LIU,
            (CHEN, 100),
        ),
        opens: When(140, 10, 0),
        closes: None,
        then: &[
            (When(139, 10, 0), Agree(&FIRST_SIX)),
            (When(138, 10, 0), Agree(&[WANG])),
            (When(131, 18, 0), CloseRound(CHEN, "All seven agree. 七人全體同意。")),
            (When(131, 18, 10), Conclude(CHEN)),
        ],
    },
    Story {
        proposed: major(
            "investment",
            LI,
            "Lease the ground floor as a shop",
            "The landlord offers the ground floor for three years at 32,000 TWD a month. We would sell prints and \
                books, our own and of friends, and hold workshops.\n\n承租一樓三年，每月 32,000 元，販售印刷品與書並舉辦工作坊。",
            (LI, 60),
        ),
        opens: When(125, 10, 0),
        closes: None,
        then: &[
            (When(124, 10, 0), Agree(&[LI, WU, WANG, CHANG])),
            (When(123, 19, 0), Object(CHEN, "384,000 TWD a year is more than the reserve line leaves us.")),
            (When(123, 20, 0), Object(LIN, "Nobody has said who stands in the shop on Saturdays.")),
            (When(119, 18, 0), CloseRound(HUANG, "For: a face to the street. Against: rent, Saturdays.")),
            (When(118, 10, 0), OpenRound(HUANG)),
            (
                When(117, 19, 0),
                Object(CHEN, "With the two-year lease it is still more than the reserve allows."),
            ),
            (When(113, 18, 0), CloseRound(HUANG, "Two years instead of three were asked for, and refused.")),
            (When(112, 10, 0), OpenRound(HUANG)),
            (When(111, 19, 0), Object(LIN, "The Saturdays are still open.")),
            (When(107, 18, 0), CloseRound(HUANG, "The objections stand.")),
            (When(106, 9, 30), CallVote(LI, When(101, 18, 0))),
            (When(105, 10, 0), Vote(Choice::For, &[LI, WU, WANG, CHANG])),
            (When(104, 12, 0), Vote(Choice::Against, &[CHEN, LIN])),
        ],
    },
    Story {
        proposed: admission(
            "associate-admission",
            HUANG,
            "Welcome Tsai Cheng-En as an associate",
            "Cheng-En did type on the market signs with us and asks to begin his training; Shih-Han beside him.\n\n\
                歡迎蔡承恩成為準社員，由黃詩涵帶領。",
            TSAI,
            (HUANG, 70),
        ),
        opens: When(103, 10, 0),
        closes: None,
        then: &[
            (When(102, 11, 0), Agree(&[HUANG, LIN, WU, LI, WANG])),
            (When(94, 18, 0), CloseRound(HUANG, "Nobody objects. 無人異議。")),
            (When(94, 18, 10), Conclude(HUANG)),
        ],
    },
    Story {
        proposed: major(
            "release",
            WANG,
            "Publish our wayfinding icons",
            "The 84 icons that we drew for the market become a free set under CC BY 4.0.\n\n\
                把為市場繪製的 84 個指標圖示以 CC BY 4.0 授權公開。",
            (WANG, 20),
        ),
        opens: When(76, 10, 0),
        closes: None,
        then: &[
            (When(75, 10, 0), Agree(&[WANG, HUANG, LI, CHANG])),
            (
                When(74, 19, 0),
                Object(WU, "Three of them show the client's own lettering; the contract keeps that."),
            ),
            (
                When(70, 18, 0),
                CloseRound(CHEN, "For: others need them too. Against: three belong to the client."),
            ),
            (
                When(68, 10, 0),
                Revise(
                    WANG,
                    "81 of the 84 icons that we drew for the market become a free set under CC BY 4.0; the three with the \
                client's lettering stay out, and so does the client's name.\n\n\
                84 個圖示中的 81 個以 CC BY 4.0 授權公開；含客戶字樣的三個不公開，也不提及客戶名稱。",
                ),
            ),
            (When(67, 10, 0), OpenRound(WANG)),
            (When(66, 10, 0), Agree(&[WU, WANG, LIN])),
            (When(62, 18, 0), CloseRound(CHEN, "Without the three, Pei-Shan takes her objection back.")),
            (When(62, 18, 10), Conclude(CHEN)),
        ],
    },
    Story {
        proposed: Proposed {
            title: "Exclusive licences are a major matter",
            text: "A licence that keeps others from using our work binds us for years, so the worker-owners decide it. \
                專屬授權列為重大事項。",
            matter: "naming-major",
            by: LIN,
            does: Does::NameMatter("exclusive-licence", "Exclusive licence of our work 專屬授權"),
            owner: Some((LIN, 10)),
        },
        opens: When(58, 10, 0),
        closes: None,
        then: &[
            (When(57, 10, 0), Agree(&[LIN, CHEN, HUANG, WU, LI])),
            (When(51, 18, 0), CloseRound(WU, "Nobody objects. 無人異議。")),
            (When(51, 18, 10), Conclude(WU)),
        ],
    },
    Story {
        proposed: day_to_day(
            LI,
            "A four-day week in summer",
            "Fridays off for four weeks in summer, the hours made up before and after. 夏季四週試行週休三日。",
        ),
        opens: When(46, 10, 0),
        closes: None,
        then: &[(When(45, 10, 0), Agree(&[WANG, HSU])), (When(43, 16, 0), Withdraw(LI))],
    },
    Story {
        proposed: day_to_day(
            HSU,
            "One list of questions for every new client",
            "Before we quote, the same twelve questions: who decides, by when, with which budget, and what we may \
                show afterwards.\n\n報價前先問十二個問題：誰決定、何時、預算、事後能公開什麼。",
        ),
        opens: When(34, 10, 0),
        closes: None,
        then: &[
            (When(33, 10, 0), Agree(&[HSU, HUANG, WU, LIN])),
            (When(29, 18, 0), CloseRound(HUANG, "Two questions were put together; nobody objects.")),
            (When(29, 18, 10), Conclude(HUANG)),
        ],
    },
];

const fn admission(
    matter: &'static str,
    by: &'static str,
    title: &'static str,
    text: &'static str,
    who: &'static str,
    owner: (&'static str, i32),
) -> Proposed {
    Proposed { title, text, matter, by, does: Does::Admit(who), owner: Some(owner) }
}
