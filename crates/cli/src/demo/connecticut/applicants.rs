//! Who asked to come in during the year, and how far they have come.

use std::collections::BTreeMap;

use rochdale_core::{
    applicants::{ApplicantStage, EMAIL, NAME, ORGANIZATION, PLACE, REACH, TEXT},
    command::{By, Command},
    personal::Words,
    values::{ApplicantId, Slug},
};

use super::{Plan, When, documents::DOCUMENTS};
use crate::demo::teller::{Teller, Untold};

/// The steward who answers them.
const STEWARD: &str = "Sanjay Bhatt";

/// A form as somebody sent it. No organization for somebody who asks for themselves.
struct Form {
    sent: i32,
    class: &'static str,
    kind: Option<&'static str>,
    organization: &'static str,
    name: &'static str,
    place: &'static str,
    asked: (&'static str, &'static str),
    text: &'static str,
}

const FORMS: [Form; 9] = [
    Form {
        sent: 90,
        class: "cooperator",
        kind: None,
        organization: "",
        name: "Ruth Ansel",
        place: "Norwich",
        asked: ("take-part", "A reading circle, if there is one."),
        text: "I read about you in the Day.",
    },
    Form {
        sent: 75,
        class: "partner",
        kind: Some("mutual-aid"),
        organization: "Shoreline Time Bank",
        name: "Agnes Lindqvist",
        place: "New London",
        asked: ("work", "Hours for hours since 2019: 84 people along the shore."),
        text: "Two of our people came to your Meet Up in New London.",
    },
    Form {
        sent: 50,
        class: "partner",
        kind: Some("other"),
        organization: "Best Deal Marketing",
        name: "Chad Peller",
        place: "Stamford",
        asked: ("give-and-get", "Leads for your members. We would like your list."),
        text: "Call me today!",
    },
    Form {
        sent: 40,
        class: "coop",
        kind: Some("worker"),
        organization: "Bridgeport Bike Kitchen",
        name: "Lena Ortiz",
        place: "Bridgeport",
        asked: ("work", "We repair and build bicycles. Five of us, set up as a worker co-op in spring."),
        text: "We can lend a trailer to anybody who needs one.",
    },
    Form {
        sent: 30,
        class: "cooperator",
        kind: None,
        organization: "",
        name: "Yusuf Demir",
        place: "West Haven",
        asked: ("take-part", "The food group, and the assemblies."),
        text: "I keep the books of a bakery and would help others with theirs.",
    },
    Form {
        sent: 24,
        class: "partner",
        kind: Some("organizing"),
        organization: "Quinnipiac Tenants",
        name: "Imani Brooks",
        place: "New Haven",
        asked: ("give-and-get", "Rooms to meet in. We know how to buy a building together, and how not to."),
        text: "There are three of us who could be the representative. Is one enough?",
    },
    Form {
        sent: 13,
        class: "cooperator",
        kind: None,
        organization: "",
        name: "Pete Wysocki",
        place: "New Britain",
        asked: ("take-part", "I do not know yet."),
        text: "Retired machinist. Have tools, have time.",
    },
    Form {
        sent: 6,
        class: "coop",
        kind: Some("worker"),
        organization: "Naugatuck Valley Repair",
        name: "Theo Marsh",
        place: "Waterbury",
        asked: ("work", "Boilers and stoves. We are four and about to sign our bylaws."),
        text: "",
    },
    Form {
        sent: 2,
        class: "cooperator",
        kind: None,
        organization: "",
        name: "Denise Alvarado",
        place: "Hartford",
        asked: ("take-part", "Me gustaría ayudar con el cuidado de niños en las asambleas."),
        text: "Prefiero que me escriban en español. Gracias.",
    },
];

/// The forms, and what became of them.
pub fn ask(plan: &mut Plan) {
    for form in &FORMS {
        plan.at(When(form.sent, 17, 20), |teller| teller.ask(By::Visitor, sent(teller, form)));
    }
    moves(plan, 85, "Ruth Ansel", ApplicantStage::Talking, "");
    moves(
        plan,
        70,
        "Ruth Ansel",
        ApplicantStage::Withdrawn,
        "Moves to her daughter in Ohio. Wishes us well.",
    );

    moves(plan, 72, "Shoreline Time Bank", ApplicantStage::Talking, "Had tea with two of them.");
    invites(plan, 60, "Shoreline Time Bank");
    commits(plan, 58, "Shoreline Time Bank", &DOCUMENTS);
    admits(plan, 55, "Shoreline Time Bank");

    let reason = "Wants addresses to sell to. I wrote that we do not give them.";
    moves(plan, 48, "Best Deal Marketing", ApplicantStage::Declined, reason);

    moves(plan, 36, "Bridgeport Bike Kitchen", ApplicantStage::Talking, "Saw the shop. They are ready.");
    takes(plan, 36, "Bridgeport Bike Kitchen");
    invites(plan, 9, "Bridgeport Bike Kitchen");
    commits(plan, 8, "Bridgeport Bike Kitchen", &DOCUMENTS[..1]);

    moves(plan, 27, "Yusuf Demir", ApplicantStage::Talking, "");
    takes(plan, 27, "Yusuf Demir");
    invites(plan, 12, "Yusuf Demir");
    commits(plan, 10, "Yusuf Demir", &DOCUMENTS);

    moves(
        plan,
        20,
        "Quinnipiac Tenants",
        ApplicantStage::Talking,
        "One is enough; they want to ask their meeting first.",
    );
    takes(plan, 20, "Quinnipiac Tenants");
    moves(plan, 11, "Pete Wysocki", ApplicantStage::Talking, "");
}

fn sent(teller: &Teller, form: &Form) -> Command {
    let address = format!("{}@example.org", form.name.to_lowercase().replace(' ', "."));
    let answers = [
        (NAME, form.name),
        (ORGANIZATION, form.organization),
        (EMAIL, address.as_str()),
        (REACH, ""),
        (PLACE, form.place),
        form.asked,
        (TEXT, form.text),
    ];
    let said = answers.into_iter().filter(|(_, answer)| !answer.is_empty());
    let texts = said.map(|(asked, answer)| (Slug::new(asked), answer.to_owned())).collect();
    let words = Words { texts, salt: teller.salt() };
    Command::SendInterest { class: Slug::new(form.class), kind: form.kind.map(Slug::new), words }
}

/// The number of the applicant who is called `name`.
fn applicant(teller: &Teller, name: &str) -> Result<ApplicantId, Untold> {
    let known = teller.state.applicants().find(|known| known.called(&teller.state) == Some(name));
    known.map(|known| known.id).ok_or_else(|| Untold(format!("{name} sent no form")))
}

fn said(teller: &Teller, text: &str) -> Words {
    Words { texts: BTreeMap::from([(Slug::new(TEXT), text.to_owned())]), salt: teller.salt() }
}

fn moves(plan: &mut Plan, day: i32, name: &'static str, to: ApplicantStage, why: &'static str) {
    plan.at(When(day, 10, 15), move |teller| {
        let words = (!why.is_empty()).then(|| said(teller, why));
        let command = Command::MoveApplicant { applicant: applicant(teller, name)?, to, words };
        teller.ask_as(STEWARD, command)
    });
}

fn takes(plan: &mut Plan, day: i32, name: &'static str) {
    plan.at(When(day, 10, 20), move |teller| {
        let (applicant, owner) = (applicant(teller, name)?, teller.party(STEWARD)?);
        teller.ask_as(STEWARD, Command::AssignApplicant { applicant, owner })
    });
}

fn invites(plan: &mut Plan, day: i32, name: &'static str) {
    plan.at(When(day, 11, 0), move |teller| {
        let (applicant, salt) = (applicant(teller, name)?, teller.salt());
        let command = Command::InviteApplicant { applicant, person: None, organization: None, salt };
        teller.ask_as(STEWARD, command)
    });
}

/// Whoever is invited commits to the version of each document that is in force.
fn commits(plan: &mut Plan, day: i32, name: &'static str, documents: &'static [&'static str]) {
    for document in documents {
        plan.at(When(day, 20, 30), move |teller| {
            let known = applicant(teller, name)?;
            let invited = teller.state.applicant(known).and_then(|known| known.invited);
            let invited = invited.ok_or_else(|| Untold(format!("{name} is not invited")))?;
            let document = Slug::new(document);
            let today = teller.today();
            let version = teller.state.document(&document).and_then(|known| known.version_on(today));
            let version = version.map_or(0, |version| version.number);
            let command = Command::AcknowledgeDocument { party: invited.party(), document, version };
            teller.ask(By::Party(invited.person), command)
        });
    }
}

fn admits(plan: &mut Plan, day: i32, name: &'static str) {
    plan.at(When(day, 9, 30), move |teller| {
        let known = applicant(teller, name)?;
        let known = teller.state.applicant(known).cloned();
        let (known, invited) = known
            .and_then(|known| known.invited.map(|invited| (known, invited)))
            .ok_or_else(|| Untold(format!("{name} is not invited")))?;
        let command = Command::AdmitMember {
            party: invited.party(),
            class: known.class.clone(),
            kind: known.kind.clone(),
            since: teller.today(),
            basis: format!("Interest form {}", known.id),
        };
        teller.ask_as(STEWARD, command)
    });
}
