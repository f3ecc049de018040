//! What is kept about people: all of it is told, to them alone, and what is erased is gone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use proptest::prelude::*;
use rochdale_core::{
    applicants::ApplicantStage,
    command::{By, Command, Effect},
    due::{due, next_due},
    fact::{Fact, Happened},
    kept::{Kept, Stands, about},
    personal::{Beside, Personal, Words},
    refusal::Code,
    rulebook::Retained,
    snapshot::{Part, parts},
    state::State,
    values::{AgreementId, ApplicantId, AssetId, CaseId, PartyId, Slug, WordsId},
};
use rochdale_testkit::{
    CoOp, Person, agreed, coassembly, cooperate_connecticut, history, history::fold, terms,
};

use crate::support::{Checked, for_histories};

fn words(subjects: &[&str], said: &str) -> Words {
    let texts = subjects.iter().map(|subject| (Slug::new(subject), said.to_owned())).collect();
    Words { texts, salt: "0123456789abcdef".to_owned() }
}

fn date(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A co-op in which something of every sort was written about somebody.
struct Full {
    co_op: CoOp,
    ana: Person,
    bo: Person,
    chi: Person,
    dee: Person,
    hana: Person,
    kai: Person,
}

const COMPLAINT: &str = "He reads my letters.";
const FEEDBACK: &str = "She listens well.";

fn full() -> Full {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo, chi, dee] = co_op.members("worker-owner", ["Ana", "Bo", "Chi", "Dee"]);
    let [hana] = co_op.members("associate", ["Hana"]);
    let kai = co_op.person("Kai");
    let from = co_op.today();
    for (office, person) in
        [("secretary", &ana), ("treasurer", &bo), ("facilitator", &chi), ("asset-keeper", &chi)]
    {
        co_op
            .desk(Command::GiveOffice { office: Slug::new(office), person: person.party, from, until: None })
            .done();
    }
    let on = co_op.today();
    for (who, command) in [
        (
            &dee,
            Command::OpenCase {
                kind: Slug::new("complaint"),
                about: vec![bo.party],
                words: words(&["text"], COMPLAINT),
            },
        ),
        (&chi, Command::TakeCaseStep { case: CaseId(1), words: words(&["text"], "We met.") }),
        (&ana, Command::NameGuide { membership: hana.membership(), person: ana.party, from }),
        (
            &bo,
            Command::GiveFeedback {
                membership: hana.membership(),
                review: 1,
                words: words(&["text"], FEEDBACK),
            },
        ),
        (
            &bo,
            Command::Declare {
                kind: Slug::new("personal-contract"),
                begins: on,
                words: words(&["client", "own-work", "conflict"], "A poster."),
            },
        ),
        (
            &chi,
            Command::EnterAsset {
                kind: Slug::new("tool"),
                name: "A ladder".to_owned(),
                label: String::new(),
                place: "the studio".to_owned(),
                since: on,
            },
        ),
        (&dee, Command::LendAsset { asset: AssetId(1), to: dee.party, on, due: on }),
        (&dee, Command::ReportDamage { asset: AssetId(1), on, words: words(&["text"], "I fell.") }),
    ] {
        who.asks(command).done();
    }
    let sections = ["participation", "information", "returns", "confidentiality", "exit"];
    let draft = terms(&sections, "salt of the agreement");
    let hash = draft.hash();
    let kind = Slug::new("flying-agreement");
    ana.asks(Command::DraftAgreement { party: kai.party, kind, until: None, words: draft }).done();
    let name = words(&["name"], "Kai of the hills");
    kai.asks(Command::SignAgreement { agreement: AgreementId(1), hash, words: name }).done();
    let van = ana.proposes("Buy a van", "investment");
    dee.objects(van, "The old one still runs.").done();
    Full { co_op, ana, bo, chi, dee, hana, kai }
}

/// Whose words a state holds.
fn owners(state: &State) -> BTreeMap<WordsId, PartyId> {
    let all = parts(state).flat_map(|part| match part {
        Part::Words(words) => words,
        _ => Vec::new(),
    });
    all.map(|(id, party, _)| (id, party)).collect()
}

fn told(full: &Full, person: &Person) -> Vec<Kept> {
    about(&full.co_op.state(), person.party, full.co_op.now())
}

fn texts(kept: &[Kept]) -> String {
    let texts = kept.iter().flat_map(|one| &one.texts).map(|(_, text)| text.as_str());
    texts.collect::<Vec<_>>().join("\n")
}

fn every_word_of_theirs_is_told(state: &State, now: jiff::Timestamp) -> Checked {
    for (id, party) in owners(state) {
        if !state.party(party).is_some_and(|known| known.is_person()) {
            continue;
        }
        let is_told = about(state, party, now).iter().any(|one| one.words == Some(id));
        prop_assert!(is_told, "nobody tells party {} of words {:?}", party, id);
    }
    Ok(())
}

#[test]
fn every_word_is_told() {
    let full = full();
    let owned = owners(&full.co_op.state());
    assert!(owned.len() >= 7, "{owned:?}");
    every_word_of_theirs_is_told(&full.co_op.state(), full.co_op.now()).unwrap();
}

#[test]
fn what_others_wrote_is_given_to_its_readers_only() {
    let full = full();
    for (who, reads) in
        [(&full.dee, true), (&full.bo, true), (&full.chi, true), (&full.ana, false), (&full.hana, false)]
    {
        assert_eq!(texts(&told(&full, who)).contains(COMPLAINT), reads && who.party != full.chi.party);
    }
    assert!(texts(&told(&full, &full.chi)).contains("We met."), "whoever wrote and handles it reads it");
    assert!(texts(&told(&full, &full.hana)).contains(FEEDBACK));
    assert!(!texts(&told(&full, &full.dee)).contains(FEEDBACK));
    // Kai signed, and is in no membership: what the others are and decide is not theirs to see.
    let kai = told(&full, &full.kai);
    assert!(kai.iter().any(|one| one.what.key.id == "kept-signature"), "{kai:?}");
    assert!(!texts(&kai).contains("The old one still runs."));
}

#[test]
fn each_thing_has_readers_and_a_time_and_the_clauses_of_both() {
    let full = full();
    for person in [&full.ana, &full.bo, &full.chi, &full.dee, &full.hana, &full.kai] {
        let kept = told(&full, person);
        assert!(kept.iter().any(|one| one.what.key.id == "kept-name"));
        for one in kept {
            let has_end = one.until.says.key.id != "kept-for-good";
            assert_eq!(has_end, one.stands == Stands::Beside, "{one:?}");
            let is_cited = one.until.cites.is_some() || one.until.says.key.id == "kept-with-another";
            assert!(!has_end || is_cited, "{one:?}");
        }
    }
    let nobody = about(&full.co_op.state(), PartyId(99), full.co_op.now());
    assert_eq!(nobody, []);
}

/// Somebody who left with everything settled.
fn gone() -> (CoOp, [Person; 4]) {
    let co_op = CoOp::founded(&coassembly());
    let [ana, bo] = co_op.members("worker-owner", ["Ana", "Bo"]);
    let ike = co_op.person("Ike Unforgettable");
    let sections = ["scope", "timeline", "payment", "data", "attribution", "termination"];
    co_op.desk(agreed(ike.party, "collaborator-contract", &sections)).done();
    ike.is_admitted("external-collaborator").done();
    let fay = co_op.person("Fay");
    co_op.on("2026-03-01");
    (co_op, [ana, bo, ike, fay])
}

fn everything(state: &State) -> String {
    parts(state).map(|part| serde_json::to_string(&part).expect("a part can be written")).collect()
}

#[test]
fn whoever_is_erased_is_named_nowhere_and_counted_as_before() {
    let (co_op, [ana, bo, ike, _]) = gone();
    let van = ana.proposes("Buy a van", "investment");
    bo.objects(van, "Too dear.").done();
    ike.leaves_on(co_op.today()).done();
    co_op.on("2026-03-21");
    let before = co_op.state();
    let proposal = before.proposals().next().expect("a proposal").clone();
    assert!(everything(&before).contains("Unforgettable"));
    ike.asks(Command::ErasePerson { party: ike.party }).done();

    let after = co_op.state();
    assert!(!everything(&after).contains("Unforgettable"));
    assert_eq!(after.proposals().next().map(|known| &**known), Some(&*proposal));
    assert_eq!(after.memberships().count(), before.memberships().count());
    assert!(about(&after, ike.party, co_op.now()).iter().all(|one| one.stands == Stands::Book));
    assert_eq!(next_due(&after), None, "nothing more comes of it by itself");
}

#[test]
fn what_is_open_holds_an_erasure_back_with_its_clause() {
    let full = full();
    let erase = |party| Command::ErasePerson { party };
    let today = full.co_op.today();
    for person in [&full.bo, &full.dee] {
        person.leaves_on(today).done();
    }
    full.co_op.on("2026-03-02");
    let refusal = full.dee.asks(erase(full.dee.party)).refused();
    let says: Vec<&str> = refusal.because.iter().map(|one| one.says.key.id).collect();
    assert_eq!(refusal.code, Code::NothingMustBeOpen);
    assert_eq!(says, ["exit-is-still-open", "case-is-still-open", "asset-is-still-out"]);
    let cites: Vec<String> =
        refusal.because.iter().filter_map(|one| Some(one.cites.as_ref()?.to_string())).collect();
    assert_eq!(cites, ["DISC-03(1)", "DISC-01", "PROJ-04(2)"]);
    // The desk does not read complaints, and does not learn here that there is one.
    let to_the_desk = full.co_op.desk(erase(full.dee.party)).refused();
    let says: Vec<&str> = to_the_desk.because.iter().map(|one| one.says.key.id).collect();
    assert_eq!(says, ["exit-is-still-open", "something-is-still-open", "asset-is-still-out"]);
    assert!(!format!("{to_the_desk:?}").contains("DISC-01"), "{to_the_desk:?}");
    // An agreement that waits, and something borrowed.
    let kai = full.kai.asks(erase(full.kai.party)).refused();
    assert_eq!(kai.because[0].says.key.id, "agreement-still-waits");
    full.ana.asks(Command::WithdrawAgreement { agreement: AgreementId(1) }).done();
    full.kai.asks(erase(full.kai.party)).done();
}

#[test]
fn what_ends_by_itself_says_from_which_day_on() {
    let (co_op, [_, _, ike, fay]) = gone();
    let on = co_op.today();
    let (kind, until) = (Slug::new("collaborator-contract"), Some(date("2026-09-30")));
    let sections = ["scope", "timeline", "payment", "data", "attribution", "termination"];
    let words = terms(&sections, "salt of what holds on");
    let command =
        Command::RecordAgreement { party: ike.party, kind, signed: Some(on), until, words, paper: None };
    co_op.desk(command).done();
    ike.leaves_on(on).done();
    co_op.on("2026-03-02");
    let refusal = ike.asks(Command::ErasePerson { party: ike.party }).refused();
    assert_eq!(refusal.remedy.key.id, "it-can-be-done-from");
    assert!(format!("{:?}", refusal.remedy).contains("2026-10-01"), "{refusal:?}");
    co_op.on("2026-10-01");
    ike.asks(Command::ErasePerson { party: ike.party }).done();
    // Nobody erases another by their own word.
    let other = fay.asks(Command::ErasePerson { party: ike.party }).refused();
    assert_eq!(other.code, Code::PowerMustBeHeld);
}

#[test]
fn the_clock_erases_on_the_day_and_not_before() {
    let (co_op, [.., ike, _]) = gone();
    ike.leaves_on(date("2026-03-31")).done();
    let name =
        |co_op: &CoOp| co_op.state().party(ike.party).and_then(|known| known.name().map(str::to_owned));
    co_op.at("2028-03-30T23:59");
    assert!(name(&co_op).is_some());
    let noon = co_op.instant("2028-03-31T00:00");
    assert_eq!(next_due(&co_op.state()), Some(noon));
    assert_eq!(due(&co_op.state(), noon), [Command::EraseKept { what: Retained::Details }]);
    co_op.at("2028-03-31T00:00");
    assert_eq!(name(&co_op), None);
    assert_eq!((next_due(&co_op.state()), due(&co_op.state(), co_op.now())), (None, Vec::new()));
    let last = co_op.facts().pop().expect("a fact");
    assert_eq!((last.by, last.recorded.fact), (By::Clock, Fact::PersonErased { party: ike.party }));
}

#[test]
fn a_correction_keeps_the_name_and_takes_what_was_there() {
    let (co_op, [ana, bo, ..]) = gone();
    let details = |email: &str| Personal {
        name: "Bo of the mill".to_owned(),
        email: Some(email.to_owned()),
        place: Some("台北".to_owned()),
        salt: "0123456789abcdef".to_owned(),
    };
    let (party, office) = (bo.party, Slug::new("secretary"));
    let from = co_op.today();
    co_op.desk(Command::GiveOffice { office, person: ana.party, from, until: None }).done();
    let correct = |email: &str| Command::CorrectDetails { party, details: details(email) };
    assert_eq!(ana.asks(correct("ana@example.org")).refused().code, Code::AddressMustBeOnesOwn);
    bo.asks(correct("bo@example.org")).done();
    assert!(bo.asks(correct("bo@example.org")).done().is_empty(), "nothing changes");
    // The address stays, and the rest is hers to correct too.
    let place = Personal { place: None, ..details("bo@example.org") };
    ana.asks(Command::CorrectDetails { party, details: place }).done();
    let state = co_op.state();
    let known = state.party(party).and_then(|known| known.details()).expect("details");
    assert_eq!((known.email.as_deref(), known.place.as_deref()), (Some("bo@example.org"), None));
    let weak = Personal { salt: "short".to_owned(), ..details("x@example.org") };
    assert_eq!(bo.asks(Command::CorrectDetails { party, details: weak }).malformed().field, "details.salt");
}

/// The facts as a book has them from which everything is erased that it says was.
fn without_what_was_erased(facts: &[Happened]) -> Vec<Happened> {
    let goes = |place: usize, happened: &Happened| {
        let Some((owner, beside)) = &happened.recorded.personal else { return false };
        facts[place + 1..].iter().any(|later| match &later.recorded.fact {
            Fact::PersonErased { party } => party == owner,
            Fact::DetailsCorrected { party } => party == owner && matches!(beside, Beside::Person(_)),
            Fact::WordsErased { words, .. } => {
                happened.recorded.fact.words().is_some_and(|id| words.contains(&id))
            }
            _ => false,
        })
    };
    let mut left = facts.to_vec();
    for (place, happened) in facts.iter().enumerate() {
        if goes(place, happened) {
            left[place].recorded.personal = None;
        }
    }
    left
}

#[test]
fn a_book_without_what_was_erased_gives_the_same_state() {
    let seen = std::cell::RefCell::new(BTreeSet::new());
    for_histories(|played| {
        let beginning = history::beginning(&played.terms);
        let played = played.play(|_| Checked::Ok(()))?;
        seen.borrow_mut().extend(played.facts.iter().map(|happened| happened.recorded.fact.kind()));
        let facts = [beginning.facts, played.facts].concat();
        let left = without_what_was_erased(&facts);
        prop_assert_eq!(fold(&State::default(), &left), played.state.clone());
        let now = played.state.last_decided().expect("a fact");
        every_word_of_theirs_is_told(&played.state, now)
    });
    let seen = seen.into_inner();
    assert!(seen.contains("details_corrected") && seen.contains("person_erased"), "{seen:?}");
    let (co_op, [.., ike, _]) = gone();
    ike.leaves_on(date("2026-03-31")).done();
    co_op.on("2030-01-01");
    let left = without_what_was_erased(&co_op.facts());
    assert_ne!(left, co_op.facts());
    assert_eq!(fold(&State::default(), &left), co_op.state());
}

fn stage(co_op: &CoOp) -> ApplicantStage {
    co_op.state().applicants().next().expect("an applicant").stage.0
}

/// An applicant of a network, and who they are in the book.
fn applicant() -> (CoOp, ApplicantId, PartyId) {
    let co_op = CoOp::founded(&cooperate_connecticut());
    let said = words(&["name", "email", "text"], "Dora Unforgettable");
    let interest = Command::SendInterest { class: Slug::new("cooperator"), kind: None, words: said };
    co_op.asks(By::Visitor, interest).done();
    let known = co_op.state().applicants().next().expect("an applicant").clone();
    (co_op, known.id, known.party)
}

fn admits(party: PartyId, class: &str, since: Date) -> Command {
    Command::AdmitMember {
        party,
        class: Slug::new(class),
        kind: None,
        since,
        basis: "the stewards".to_owned(),
    }
}

#[test]
fn whoever_is_erased_asks_for_nothing_any_longer_and_is_not_admitted() {
    let (co_op, applicant, dora) = applicant();
    co_op.on("2024-02-01");
    let unknown = co_op.desk(admits(dora, "cooperator", co_op.today())).malformed();
    assert_eq!((unknown.field, unknown.says.key.id), ("party", "person-has-no-details"));
    let salt = "0123456789abcdef".to_owned();
    co_op.desk(Command::InviteApplicant { applicant, person: None, organization: None, salt }).done();
    assert_eq!(stage(&co_op), ApplicantStage::Invited);
    co_op.asks(By::Party(dora), Command::ErasePerson { party: dora }).done();
    assert_eq!(stage(&co_op), ApplicantStage::Withdrawn);
    let erased = co_op.desk(admits(dora, "cooperator", co_op.today())).malformed();
    assert_eq!((erased.field, erased.says.key.id), ("party", "person-has-no-details"));
    assert_eq!(co_op.state().memberships().count(), 0);
}

/// The form was sent by nobody known, and somebody whom the book has already was invited for it.
#[test]
fn a_form_is_withdrawn_with_whoever_was_invited_for_it() {
    let (co_op, applicant, form) = applicant();
    let dora = co_op.person("Dora Unforgettable");
    let (person, salt) = (Some(dora.party), "0123456789abcdef".to_owned());
    co_op.desk(Command::InviteApplicant { applicant, person, organization: None, salt }).done();
    let facts = dora.asks(Command::ErasePerson { party: dora.party }).done();
    let moved = Fact::ApplicantMoved { applicant, to: ApplicantStage::Withdrawn, words: None };
    let (erased, forgotten) = (dora.party, form);
    let expected = [Fact::PersonErased { party: erased }, moved, Fact::PersonErased { party: forgotten }];
    assert_eq!(facts, expected);
    assert!(!everything(&co_op.state()).contains("Unforgettable"));
}

#[test]
fn nobody_decides_to_admit_whoever_is_erased() {
    let (co_op, [ana, bo, _, fay]) = gone();
    let gil = co_op.person("Gil");
    let admit = |party| Effect::Admit { party };
    let open = ana.proposes_that("Fay comes in", "associate-admission", admit(fay.party));
    ana.drafts("Gil comes in", "associate-admission", admit(gil.party)).done();
    let draft = co_op.state().proposals().next_back().expect("a draft").id;
    for person in [&fay, &gil] {
        person.asks(Command::ErasePerson { party: person.party }).done();
    }
    let refused = ana.asks(Command::OpenProposal { proposal: draft, closes: None }).malformed();
    assert_eq!((refused.field, refused.says.key.id), ("effect.party", "person-has-no-details"));
    let before = co_op.state().memberships().count();
    ana.agrees(open).done();
    bo.agrees(open).done();
    ana.closes_the_round(open).done();
    let facts = ana.concludes(open).done();
    assert!(facts.iter().any(|fact| matches!(fact, Fact::ProposalDecided { resolution: Some(_), .. })));
    assert_eq!(co_op.state().memberships().count(), before);
}
