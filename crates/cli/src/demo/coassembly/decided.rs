//! What CoAssembly decided in the year.

use rochdale_core::{command::Stance, proposals::Choice};

use super::{
    CHANG, CHEN, Does, FIRST_SIX, HSU, HUANG, LI, LIN, LIU, Plan, Proposed, TSAI, WANG, WU, When, day_to_day,
    major,
};

/// Before WANG becomes a worker-owner: six decide.
pub fn first_half(plan: &mut Plan) {
    let title = "Design critique every other Friday";
    let text = "Every other Friday from 15:00 to 16:30 we put one running project on the wall and talk about it, \
                clients' names covered. Whoever leads the project brings two questions.\n\n\
                隔週五下午三點到四點半，把一個進行中的案子貼上牆一起看。負責人帶兩個問題來。";
    plan.proposes(When(352, 10, 30), day_to_day(HUANG, title, text), None);
    plan.agree(When(351, 14, 0), title, &FIRST_SIX);
    plan.closes_round(
        When(348, 17, 0),
        HUANG,
        title,
        "Everybody is for it; the hour was moved once. 全體同意。",
    );
    plan.concludes(When(348, 17, 10), HUANG, title);

    let title = "Buy a second-hand Risograph printer";
    let text = "A Risograph from a school in Banqiao, with two drums, serviced last spring: 148,000 TWD. We now send \
                about 6,000 TWD of short runs out every month. It would stand in the back room.\n\n\
                購買板橋一所學校釋出的二手 Riso 印刷機，含兩支滾筒，148,000 元。";
    plan.proposes(When(333, 11, 0), major("major-asset", LI, title, text, (LI, 270)), None);
    plan.agree(When(332, 10, 0), title, &[LI, WU, CHANG]);
    plan.objects(
        When(331, 19, 0),
        title,
        CHEN,
        "The back room has no ventilation, and the ink dries slowly in June.",
    );
    plan.objects(
        When(331, 20, 0),
        title,
        LIN,
        "Half of the pool's balance for one machine, before the tax is paid.",
    );
    plan.closes_round(
        When(327, 18, 0),
        HUANG,
        title,
        "For: short runs in a day. Against: ventilation, cash in June.",
    );
    plan.opens_round(When(325, 10, 0), HUANG, title);
    plan.agree(When(324, 11, 0), title, &[LI, WU, CHANG, HUANG]);
    plan.objects(
        When(323, 18, 0),
        title,
        CHEN,
        "The quote for a fan is 22,000 TWD more, and nobody has measured the room.",
    );
    plan.closes_round(When(319, 18, 0), HUANG, title, "A fan was priced; the objections stand.");
    plan.opens_round(When(317, 10, 0), HUANG, title);
    plan.take(When(316, 11, 0), title, &[LIN], &Stance::StandAside);
    plan.objects(When(316, 18, 0), title, CHEN, "As before: not without a measurement.");
    plan.closes_round(When(312, 18, 0), HUANG, title, "Yi-Chun stands aside now; Po-Han's objection stands.");
    plan.calls_vote(When(311, 9, 30), LI, title, When(306, 18, 0));
    plan.vote(When(310, 10, 0), title, &[LI, WU, CHANG, HUANG], Choice::For);
    plan.vote(When(309, 10, 0), title, &[CHEN], Choice::Against);
    plan.vote(When(308, 10, 0), title, &[LIN], Choice::Abstain);

    let title = "Welcome Hsu Ya-Wen as an associate";
    let text = "Ya-Wen has worked with us on two museum projects and asks to begin her training. Pei-Shan would be the \
                worker-owner beside her.\n\n歡迎許雅雯成為準社員，由吳佩珊帶領。";
    plan.proposes(When(295, 10, 0), admission("associate-admission", WU, title, text, HSU, (WU, 260)), None);
    plan.agree(When(294, 11, 0), title, &[WU, LIN, CHEN, HUANG]);
    plan.closes_round(
        When(284, 18, 0),
        LIN,
        title,
        "Nobody objects; those who are silent could all take part.",
    );
    plan.concludes(When(284, 18, 10), LIN, title);

    let title = "Keep our files on a server of our own";
    let text = "Move the shared folders from the rented drive to a server in the studio with a copy at Kaohsiung. \
                Chia-Hao looks after it and writes down how, so that two others can.\n\n\
                把共用檔案移到自己的伺服器，另存一份在高雄；家豪負責並寫下操作步驟。";
    plan.proposes(When(262, 10, 0), day_to_day(CHANG, title, text), None);
    plan.agree(When(261, 9, 0), title, &[CHANG, LI, HUANG, LIN]);
    plan.take(When(260, 9, 0), title, &[CHEN], &Stance::StandAside);
    plan.closes_round(
        When(256, 18, 0),
        LIN,
        title,
        "Po-Han stands aside: he would rather rent, and will not stop it.",
    );
    plan.concludes(When(256, 18, 10), LIN, title);

    let title = "Education money without asking first";
    let text = "Courses and books up to 3,000 TWD a quarter are paid back on a receipt, without asking beforehand; \
                more than that is asked for as before.\n\n每人每季 3,000 元以內的課程與書籍，憑收據核銷，不必事先申請。";
    plan.proposes(When(240, 10, 0), major("pool-policy", WU, title, text, (CHEN, 180)), None);
    plan.agree(When(239, 9, 0), title, &[WU, LI, HUANG]);
    plan.objects(When(238, 20, 0), title, CHEN, "Who keeps count? Last year two receipts were paid twice.");
    plan.closes_round(When(233, 18, 0), HUANG, title, "For: less waiting. Against: nobody keeps count.");
    let text = "Courses and books up to 3,000 TWD a quarter are paid back on a receipt, without asking beforehand; \
                more than that is asked for as before. Receipts go into one list that everybody sees, and whoever \
                does the finances pays from the list only.\n\n\
                每人每季 3,000 元以內的課程與書籍，憑收據核銷；收據登記在公開清單，財務只依清單付款。";
    plan.revises(When(231, 10, 0), WU, title, text);
    plan.opens_round(When(230, 10, 0), WU, title);
    plan.agree(When(229, 9, 0), title, &[CHEN, LIN, CHANG]);
    plan.closes_round(
        When(224, 18, 0),
        HUANG,
        title,
        "With the list everybody can agree. 有清單後全體同意。",
    );
    plan.concludes(When(224, 18, 5), HUANG, title);

    let title = "Wang Ssu-Ting becomes a worker-owner";
    let text = "Ssu-Ting's four reviews are done and all recommend it. 王思婷完成四次考核，均建議轉任。";
    let conversion = Proposed {
        title,
        text,
        matter: "conversion",
        by: LIN,
        does: Does::ChangeClass(WANG),
        owner: Some((LIN, 120)),
    };
    plan.proposes(When(184, 10, 0), conversion, None);
    plan.agree(When(183, 10, 0), title, &FIRST_SIX);
    plan.closes_round(When(177, 18, 0), LIN, title, "All six agree and say so. 六人全體明示同意。");
    plan.concludes(When(177, 18, 10), LIN, title);
    plan.pays_capital(When(170, 14, 0), WANG);
}

/// After that: seven decide.
pub fn second_half(plan: &mut Plan) {
    let title = "Sell the delivery van to Kuan-Ting's sister";
    let text = "The van stands still five days in seven. Kuan-Ting's sister runs a print shop and offers 210,000 TWD; \
                two dealers offered 195,000 and 188,000.\n\n把廂型車以 210,000 元賣給冠廷的姊姊；兩家車行分別出價 195,000 與 188,000。";
    plan.proposes(When(165, 10, 0), major("major-asset", CHANG, title, text, (CHANG, 90)), None);
    plan.recuses(When(165, 12, 0), LI, title, "The buyer is my sister.");
    plan.agree(When(164, 10, 0), title, &[CHANG, WU, LIN]);
    plan.objects(
        When(164, 19, 0),
        title,
        HUANG,
        "We would rent a van twice a month; nobody has added that up.",
    );
    plan.closes_round(
        When(160, 18, 0),
        WANG,
        title,
        "For: the best of three offers. Against: what renting costs.",
    );
    plan.opens_round(When(159, 10, 0), WANG, title);
    plan.objects(When(158, 19, 0), title, HUANG, "Renting is 36,000 TWD a year by the list we made.");
    plan.closes_round(
        When(155, 18, 0),
        WANG,
        title,
        "The list of rentals is on the wall; the objection stands.",
    );
    plan.opens_round(When(154, 10, 0), WANG, title);
    plan.objects(When(153, 19, 0), title, HUANG, "I would keep it one more year.");
    plan.closes_round(
        When(150, 18, 0),
        WANG,
        title,
        "Third round; the objection stands. Kuan-Ting answered questions only.",
    );
    plan.calls_vote(When(149, 9, 30), CHANG, title, When(145, 18, 0));
    plan.vote(When(148, 10, 0), title, &[CHANG, WU, LIN, WANG], Choice::For);
    plan.vote(When(147, 10, 0), title, &[HUANG, CHEN], Choice::Against);

    let title = "Liu Tzu-Ching as a flying member";
    let text = "Tzu-Ching teaches service design at Taichung and has read our reports for years. 劉子晴在台中教服務設計，多年來協助審閱。";
    plan.proposes(When(140, 10, 0), admission("flying-admission", CHEN, title, text, LIU, (CHEN, 100)), None);
    plan.agree(When(139, 10, 0), title, &FIRST_SIX);
    plan.agree(When(138, 10, 0), title, &[WANG]);
    plan.closes_round(When(131, 18, 0), CHEN, title, "All seven agree. 七人全體同意。");
    plan.concludes(When(131, 18, 10), CHEN, title);

    let title = "Lease the ground floor as a shop";
    let text = "The landlord offers the ground floor for three years at 32,000 TWD a month. We would sell prints and \
                books, our own and of friends, and hold workshops.\n\n承租一樓三年，每月 32,000 元，販售印刷品與書並舉辦工作坊。";
    plan.proposes(When(125, 10, 0), major("investment", LI, title, text, (LI, 60)), None);
    plan.agree(When(124, 10, 0), title, &[LI, WU, WANG, CHANG]);
    plan.objects(
        When(123, 19, 0),
        title,
        CHEN,
        "384,000 TWD a year is more than the reserve line leaves us.",
    );
    plan.objects(When(123, 20, 0), title, LIN, "Nobody has said who stands in the shop on Saturdays.");
    plan.closes_round(When(119, 18, 0), HUANG, title, "For: a face to the street. Against: rent, Saturdays.");
    plan.opens_round(When(118, 10, 0), HUANG, title);
    plan.objects(
        When(117, 19, 0),
        title,
        CHEN,
        "With the two-year lease it is still more than the reserve allows.",
    );
    plan.closes_round(
        When(113, 18, 0),
        HUANG,
        title,
        "Two years instead of three were asked for, and refused.",
    );
    plan.opens_round(When(112, 10, 0), HUANG, title);
    plan.objects(When(111, 19, 0), title, LIN, "The Saturdays are still open.");
    plan.closes_round(When(107, 18, 0), HUANG, title, "The objections stand.");
    plan.calls_vote(When(106, 9, 30), LI, title, When(101, 18, 0));
    plan.vote(When(105, 10, 0), title, &[LI, WU, WANG, CHANG], Choice::For);
    plan.vote(When(104, 12, 0), title, &[CHEN, LIN], Choice::Against);

    let title = "Welcome Tsai Cheng-En as an associate";
    let text = "Cheng-En did type on the market signs with us and asks to begin his training; Shih-Han beside him.\n\n\
                歡迎蔡承恩成為準社員，由黃詩涵帶領。";
    plan.proposes(
        When(103, 10, 0),
        admission("associate-admission", HUANG, title, text, TSAI, (HUANG, 70)),
        None,
    );
    plan.agree(When(102, 11, 0), title, &[HUANG, LIN, WU, LI, WANG]);
    plan.closes_round(When(94, 18, 0), HUANG, title, "Nobody objects. 無人異議。");
    plan.concludes(When(94, 18, 10), HUANG, title);

    let title = "Publish our wayfinding icons";
    let text = "The 84 icons that we drew for the market become a free set under CC BY 4.0.\n\n\
                把為市場繪製的 84 個指標圖示以 CC BY 4.0 授權公開。";
    plan.proposes(When(76, 10, 0), major("release", WANG, title, text, (WANG, 20)), None);
    plan.agree(When(75, 10, 0), title, &[WANG, HUANG, LI, CHANG]);
    plan.objects(
        When(74, 19, 0),
        title,
        WU,
        "Three of them show the client's own lettering; the contract keeps that.",
    );
    plan.closes_round(
        When(70, 18, 0),
        CHEN,
        title,
        "For: others need them too. Against: three belong to the client.",
    );
    let text = "81 of the 84 icons that we drew for the market become a free set under CC BY 4.0; the three with the \
                client's lettering stay out, and so does the client's name.\n\n\
                84 個圖示中的 81 個以 CC BY 4.0 授權公開；含客戶字樣的三個不公開，也不提及客戶名稱。";
    plan.revises(When(68, 10, 0), WANG, title, text);
    plan.opens_round(When(67, 10, 0), WANG, title);
    plan.agree(When(66, 10, 0), title, &[WU, WANG, LIN]);
    plan.closes_round(When(62, 18, 0), CHEN, title, "Without the three, Pei-Shan takes her objection back.");
    plan.concludes(When(62, 18, 10), CHEN, title);

    let title = "Exclusive licences are a major matter";
    let text = "A licence that keeps others from using our work binds us for years, so the worker-owners decide it. \
                專屬授權列為重大事項。";
    let naming = Proposed {
        title,
        text,
        matter: "naming-major",
        by: LIN,
        does: Does::NameMatter("exclusive-licence", "Exclusive licence of our work 專屬授權"),
        owner: Some((LIN, 10)),
    };
    plan.proposes(When(58, 10, 0), naming, None);
    plan.agree(When(57, 10, 0), title, &[LIN, CHEN, HUANG, WU, LI]);
    plan.closes_round(When(51, 18, 0), WU, title, "Nobody objects. 無人異議。");
    plan.concludes(When(51, 18, 10), WU, title);

    let title = "A four-day week in summer";
    let text =
        "Fridays off for four weeks in summer, the hours made up before and after. 夏季四週試行週休三日。";
    plan.proposes(When(46, 10, 0), day_to_day(LI, title, text), None);
    plan.agree(When(45, 10, 0), title, &[WANG, HSU]);
    plan.withdraws(When(43, 16, 0), LI, title);

    let title = "One list of questions for every new client";
    let text = "Before we quote, the same twelve questions: who decides, by when, with which budget, and what we may \
                show afterwards.\n\n報價前先問十二個問題：誰決定、何時、預算、事後能公開什麼。";
    plan.proposes(When(34, 10, 0), day_to_day(HSU, title, text), None);
    plan.agree(When(33, 10, 0), title, &[HSU, HUANG, WU, LIN]);
    plan.closes_round(When(29, 18, 0), HUANG, title, "Two questions were put together; nobody objects.");
    plan.concludes(When(29, 18, 10), HUANG, title);
}

fn admission(
    matter: &'static str,
    by: &'static str,
    title: &'static str,
    text: &'static str,
    who: &'static str,
    owner: (&'static str, i32),
) -> Proposed {
    Proposed { title, text, matter, by, does: Does::Admit(who), owner: Some(owner) }
}
