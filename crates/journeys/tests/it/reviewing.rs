//! A review, from what another says to what the guide writes.

use rochdale_core::values::MembershipId;
use rochdale_journeys::{
    books::coassembly,
    journey::{Journey, ON_A_LAPTOP, ON_A_PHONE, Way, walk},
};

/// The subjects that the bylaws name, each with what is written under it.
const SUBJECTS: [(&str, &str); 5] = [
    ("collaboration", "Asks early, and hands over before leaving."),
    ("work", "The poster went to print without a correction."),
    ("openness", "Said at once that the estimate was too low."),
    ("policies", "Keeps clients' files where they belong."),
    ("recommendation", "Yes, after the months of participation."),
];

/// The form of a step of the first review of Dee, unfolded.
async fn open_form(journey: &Journey, dees: MembershipId, step: &str) -> String {
    journey.open(&format!("/coassembly/reviews/{dees}")).await;
    let form = format!("form[action='/coassembly/reviews/{dees}/{step}']:has([name=review][value='1'])");
    if !journey.has(&format!("details[open] {form}")).await {
        let folded = format!("details:has([action$='/{step}']):has([name=review][value='1'])");
        journey.click(&format!("{folded} summary")).await;
    }
    form
}

async fn says_and_writes(journey: &Journey) {
    let book = coassembly(&journey.application).await;

    journey.sign_in("coassembly", book.bo).await;
    let form = open_form(journey, book.dees, "feedback").await;
    journey.write(&format!("{form} textarea"), "Dee made the fair possible.").await;
    journey.click(&format!("{form} button[type=submit]")).await;
    assert!(journey.text().await.contains("Dee made the fair possible."));

    // The guide writes nothing but a space on one subject, is told which, and has lost nothing.
    journey.sign_in("coassembly", book.ana).await;
    let form = open_form(journey, book.dees, "write").await;
    let field = |subject: &str| format!("{form} textarea[name='subject-{subject}']");
    for (subject, text) in &SUBJECTS[..4] {
        journey.write(&field(subject), text).await;
    }
    let (subject, text) = SUBJECTS[4];
    journey.write(&field(subject), " ").await;
    let before = journey.application.height("coassembly");
    journey.click(&format!("{form} button[type=submit]")).await;
    let said = journey.text().await;
    assert!(said.contains("review_must_be_complete") && said.contains("MEM-09"), "{said}");
    assert_eq!(journey.application.height("coassembly"), before, "a refusal changes nothing");
    journey.write(&field(subject), text).await;
    journey.click(&format!("{form} button[type=submit]")).await;
    let said = journey.text().await;
    for (_, text) in SUBJECTS {
        assert!(said.contains(text), "{text} in {said}");
    }
    let state = journey.application.state("coassembly");
    let reviews = state.reviews(book.dees).expect("Dee is reviewed");
    assert_eq!(reviews.written.iter().map(|one| (one.review, one.by)).collect::<Vec<_>>(), [(1, book.ana)]);

    // Dee reads what stands in it; Eli, who is in training too, finds none of it.
    journey.sign_in("coassembly", book.dee).await;
    journey.open(&format!("/coassembly/reviews/{}", book.dees)).await;
    assert!(journey.text().await.contains(SUBJECTS[0].1));
    journey.sign_in("coassembly", book.eli).await;
    journey.open(&format!("/coassembly/reviews/{}", book.dees)).await;
    let source = journey.source().await;
    for text in SUBJECTS.iter().map(|(_, text)| *text).chain(["Dee made the fair possible."]) {
        assert!(!source.contains(text), "Eli reads: {text}");
    }
}

async fn along(way: Way) {
    walk(way, says_and_writes).await;
}

#[tokio::test]
async fn a_review_is_written_on_a_laptop() {
    along(ON_A_LAPTOP).await;
}

#[tokio::test]
async fn a_review_is_written_on_a_phone() {
    along(ON_A_PHONE).await;
}
