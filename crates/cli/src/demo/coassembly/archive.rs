//! What CoAssembly has filed in its archive.

use super::{CHANG, HUANG, LI, LIN, Plan, WU, When};
use crate::demo::plan::Filed;

const STATEMENT: &str = "科目 Account,金額 Amount (TWD)\n\
    專案收入 Project income,612000\n\
    固定成本 Fixed costs,-268000\n\
    薪酬 Pay,-297500\n\
    本季盈餘 Gain of the quarter,46500\n";

const MINUTES: &[&str] = &[
    "CoAssembly: minutes of the assembly",
    "",
    "Attendance: seven worker-owners, two associates.",
    "1. The accounts of the quarter were read and questions answered.",
    "2. The pool stands above the reserve line.",
    "3. Next review: in three months.",
    "",
    "Taken by Chang Chia-Hao.",
];

const CONTRACT: &str = "委託契約（摘要） Contract with a client (summary)\n\n\
    客戶 Client: a print shop in Tainan\n\
    範圍 Scope: a catalogue of 48 pages\n\
    報酬 Fee: 180,000 TWD in three parts\n\
    保密 Confidential: prices and drafts, for both sides\n";

const REPORT: &[&str] = &[
    "CoAssembly: what we did last year",
    "",
    "Fourteen projects for nineteen clients.",
    "One new worker-owner, two associates in training.",
    "A fifth of our time went to work that nobody pays for: teaching,",
    "the neighbourhood, and the co-op itself.",
];

/// A statement, minutes, a client's contract and a public report; a class that changed.
pub fn file(plan: &mut Plan) {
    let internal = Some("internal");
    plan.files(
        When(236, 16, 0),
        HUANG,
        Filed { title: "第一季損益表 Statement of the quarter", class: None, named: &[] },
        STATEMENT.as_bytes().to_vec(),
    );
    plan.files(
        When(228, 18, 30),
        CHANG,
        Filed {
            title: "季度檢討會議紀錄 Minutes of the quarterly review", class: internal, named: &[]
        },
        pdf(MINUTES),
    );
    plan.files(
        When(140, 11, 0),
        WU,
        Filed {
            title: "台南印刷廠委託契約 Contract with the print shop",
            class: Some("restricted"),
            named: &[LI, WU],
        },
        CONTRACT.as_bytes().to_vec(),
    );
    let report = Filed { title: "年度報告 Report of the year", class: internal, named: &[] };
    plan.files(When(75, 10, 0), CHANG, report, pdf(REPORT));
    let why =
        "The assembly decided to publish it, without names of clients. 社員大會決議公開，不列客戶名稱。";
    plan.reclassifies(When(61, 9, 30), LIN, report.title, "public", why);
}

/// A page of A4 with these lines, in the plain letters that every reader of PDF has (ISO 32000-1, 9.6.2.2).
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut text = String::from("BT /F1 12 Tf 72 760 Td 18 TL\n");
    for line in lines {
        let line = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        text.push_str(&format!("({line}) Tj T*\n"));
    }
    text.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    let size = objects.len() + 1;
    file.push_str(&format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}
