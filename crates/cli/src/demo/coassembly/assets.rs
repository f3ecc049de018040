//! What CoAssembly has and who has it, and what its members declared.

use super::{CHANG, CHEN, HSU, HUANG, LI, Plan, WANG, WU, When};

const CAMERA: &str = "外拍相機 Field camera";
const TABLET: &str = "繪圖平板 Drawing tablet";
const PROJECTOR: &str = "投影機 Projector";
const RISOGRAPH: &str = "Riso 印刷機 Risograph printer";
const LADDER: &str = "鋁梯 Ladder";
const ATLAS: &str = "字體大系 Atlas of type";

/// What was entered, as its day, its name, its kind, the number on it and where it is kept.
const ENTERED: &[(i32, &str, &str, &str, &str)] = &[
    (380, CAMERA, "device", "CA-001", "工作室 3 號架 Studio, shelf 3"),
    (380, TABLET, "device", "CA-002", "工作室 3 號架 Studio, shelf 3"),
    (380, PROJECTOR, "device", "CA-003", "會議室 Meeting room"),
    (380, LADDER, "tool", "", "後間 Back room"),
    (379, ATLAS, "book", "CA-B07", "書架 Bookcase"),
    (295, RISOGRAPH, "device", "CA-004", "後間 Back room"),
];

/// The keeper of assets, six assets and their year; an open declaration.
pub fn lend_and_declare(plan: &mut Plan) {
    plan.gives_office(When(384, 9, 20), CHANG, "asset-keeper");
    for (minute, (day, name, kind, label, place)) in (0..).zip(ENTERED) {
        plan.enters_asset(When(*day, 15, minute), CHANG, (*name, *kind, *label, *place));
    }
    plan.borrows(When(350, 10, 0), HUANG, CAMERA, 345);
    plan.returns(When(344, 18, 0), HUANG, CAMERA);
    plan.borrows(When(200, 9, 30), WU, PROJECTOR, 198);
    plan.returns(When(198, 19, 0), WU, PROJECTOR);
    plan.borrows(When(90, 9, 0), HSU, TABLET, 75);
    let crack = "It slipped off the table at the client’s; the glass is cracked along one side. 在客戶那裡從桌上滑落，玻璃一側裂了。";
    plan.reports_damage(When(80, 17, 0), HSU, TABLET, crack);
    plan.returns(When(76, 11, 0), HSU, TABLET);
    let mended =
        "The glass was changed for 4,200 TWD, from the money for upkeep. 換玻璃 4,200 元，由維護費支付。";
    plan.settles_damage(When(60, 16, 0), CHANG, TABLET, mended);
    plan.borrows(When(21, 10, 0), WANG, CAMERA, 9);
    plan.borrows(When(6, 9, 0), LI, ATLAS, -8);
    let jam = "The second drum draws the paper in askew. 第二支滾筒進紙歪斜。";
    plan.reports_damage(When(3, 14, 0), LI, RISOGRAPH, jam);
    let texts = &[
        ("client", "The night market association of Keelung. 基隆夜市自治會。"),
        (
            "own-work",
            "A map of the stalls, twelve days in all, at weekends. 攤位地圖，共十二個工作天，利用週末。",
        ),
        (
            "conflict",
            "None: they asked for an offer from the co-op last year and took none. 沒有；他們去年向合作社詢價，但未成案。",
        ),
    ];
    plan.declares(When(2, 20, 0), CHEN, "personal-contract", -19, texts);
}
