//! What is corrected, what is erased when its time is over, and the ways in that others make.

use std::collections::BTreeSet;

use jiff::ToSpan;
use rochdale_core::{
    command::{By, Command},
    fact::{Fact, Recorded},
    personal::{Beside, Personal, Words},
    values::{CaseId, PartyId, WordsId},
};
use rochdale_register::{
    Begun, Database, Digest, Goes, Handed, Kind, LINK_HERE, Mail, Outcome, Purpose, Registrar, Status,
    entry::{Entry, Head, Origin},
    export, import, verify,
};

use crate::{
    export::exported,
    support::{
        Scratch, admit, clock, done, enter_person, instant, mill, network, on_every_database, personal,
        request, slug, workshop,
    },
};

const ANA: PartyId = PartyId(1);
const SALT: &str = "0123456789abcdef";

fn details(name: &str, email: &str) -> Personal {
    Personal { salt: SALT.to_owned(), email: Some(email.to_owned()), ..personal(name) }
}

fn mail(name: &str, has_link: bool) -> Mail {
    Mail {
        organization: slug("mill"),
        name: name.to_owned(),
        party: Some(ANA),
        sender: "Mill".into(),
        recipient: "old@example.org".into(),
        subject: "Hello".into(),
        body: LINK_HERE.into(),
        has_link,
        until: instant(0) + 1.hour(),
    }
}

/// Words of party 1 in the notes of a case, three of them.
fn notes() -> Vec<Entry> {
    let mut head = Head::default();
    let mut entries = Vec::new();
    for number in 1..=3u32 {
        let texts = [(slug("text"), format!("Note {number}"))].into();
        let words = Words { texts, salt: SALT.to_owned() };
        let recorded = Recorded {
            fact: Fact::CaseNoted { case: CaseId(1), by: ANA, words: WordsId(number) },
            personal: Some((ANA, Beside::Words(words))),
        };
        let origin = Origin {
            at: instant(number.into()),
            by: By::Party(ANA),
            request: request(number.into()),
            command_hash: Digest::of(b"a note"),
        };
        let entry = Entry::chained(&slug("mill"), &head, &origin, &recorded).unwrap();
        head = entry.head();
        entries.push(entry);
    }
    entries
}

async fn exports(database: &Database, organization: &str) -> String {
    String::from_utf8(exported(database, organization, true).await).unwrap()
}

on_every_database! {
    async fn a_correction_takes_what_the_details_were(scratch: &Scratch) {
        let (database, now) = (&scratch.database, instant(0));
        let mill = mill(database, &clock()).await;
        let entered = Command::EnterPerson { details: details("Ana Lovelace", "old@example.org") };
        done(mill.submit(By::Desk, request(2), entered).await);
        let link = database.issue_link(&slug("mill"), ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        for (name, has_link) in [("sign-in/1", true), ("arrived/1", false)] {
            assert!(database.queue(&mail(name, has_link), now).await.unwrap());
        }
        let corrected = Command::CorrectDetails { party: ANA, details: details("Ana Lin", "new@example.org") };
        done(mill.submit(By::Party(ANA), request(3), corrected).await);

        let book = exports(database, "mill").await;
        assert!(!book.contains("Lovelace") && !book.contains("old@example.org"), "{book}");
        assert!(book.contains("Ana Lin") && book.contains("new@example.org"));
        assert_eq!(verify(database, &slug("mill")).await.unwrap().without_details, 1);
        // What was on its way to the old address lets nobody in.
        assert_eq!(database.link(&link, Purpose::SignIn, now).await.unwrap(), None);
        let left = database.mail_to(&slug("mill"), ANA).await.unwrap();
        assert_eq!(left.iter().map(|one| one.mail.name.as_str()).collect::<Vec<_>>(), ["arrived/1"]);
        // Whoever reads the book anew finds the new details, and whoever is erased then is gone.
        let again = Registrar::open(database.clone(), &slug("mill"), clock()).await.unwrap();
        assert_eq!(again.state(), mill.state());
        assert_eq!(again.state().party(ANA).unwrap().name(), Some("Ana Lin"));
        done(mill.submit(By::Party(ANA), request(4), Command::ErasePerson { party: ANA }).await);
        assert!(!exports(database, "mill").await.contains("Ana Lin"));
    }

    async fn words_go_by_their_numbers_and_no_others_with_them(scratch: &Scratch) {
        let database = &scratch.database;
        let entries = notes();
        let words = BTreeSet::from([WordsId(1), WordsId(3)]);
        let erasure = rochdale_register::Erasure { party: ANA, before: 3, what: Goes::Words(words) };
        database.append(&slug("mill"), &entries, &[erasure]).await.unwrap();
        let book = exports(database, "mill").await;
        assert!(!book.contains("Note 1") && book.contains("Note 2"));
        assert!(book.contains("Note 3"), "what was written after the erasure stays");
        assert_eq!(verify(database, &slug("mill")).await.unwrap().without_details, 1);
    }

    async fn time_alone_erases_whoever_left(scratch: &Scratch) {
        let clock = clock();
        let workshop = workshop(&scratch.database, &clock).await;
        done(workshop.submit(By::Desk, request(10), enter_person("Bo Unforgettable")).await);
        let network = network(&scratch.database, &clock).await;
        done(network.submit(By::Desk, request(20), enter_person("Bo Unforgettable")).await);
        done(network.submit(By::Desk, request(21), admit(2, "cooperator")).await);
        let (of, until) = (slug("network"), instant(0) + 100_000.hours());
        let session = scratch.database.issue(Kind::Session, &of, Some(PartyId(2)), ("x", Begun::Mail), instant(0), until);
        let session = session.await.unwrap();
        let on = network.state().date_of(instant(0));
        let membership = rochdale_core::values::MembershipId(2);
        let ended = Command::EndMembership { membership, on, basis: "a letter".to_owned() };
        done(network.submit(By::Desk, request(22), ended).await);
        clock.set(instant(0) + (24 * 364).hours());
        network.tick().await.unwrap();
        assert!(exports(&scratch.database, "network").await.contains("Unforgettable"));
        clock.set(instant(0) + (24 * 366).hours());
        network.tick().await.unwrap();
        assert!(!exports(&scratch.database, "network").await.contains("Unforgettable"));
        assert!(exports(&scratch.database, "workshop").await.contains("Unforgettable"), "another co-op's book");
        assert_eq!(scratch.database.who(Kind::Session, &session, instant(0)).await.unwrap(), None);
        verify(&scratch.database, &slug("network")).await.unwrap();
        assert_eq!(network.tick().await.unwrap(), [], "nothing is erased twice");
    }

    async fn mail_is_forgotten_when_its_time_is_over(scratch: &Scratch) {
        let (database, clock, now) = (&scratch.database, clock(), instant(0));
        let network = network(database, &clock).await;
        for name in ["sent", "waits"] {
            let mail = Mail { organization: slug("network"), ..mail(name, false) };
            assert!(database.queue(&mail, now).await.unwrap());
        }
        let taken = database.take_mail(Some((&slug("network"), "sent")), now).await.unwrap().unwrap();
        let outcome = Outcome { status: Status::Sent, said: "250 ok".into(), next: now };
        database.mail_was_tried(&taken, &outcome, now).await.unwrap();
        clock.set(now + (24 * 364).hours());
        network.tick().await.unwrap();
        assert_eq!(database.mail_count(&slug("network")).await.unwrap(), 2);
        clock.set(now + (24 * 367).hours());
        network.tick().await.unwrap();
        let left = database.mail_to(&slug("network"), ANA).await.unwrap();
        assert_eq!(left.iter().map(|one| one.mail.name.as_str()).collect::<Vec<_>>(), ["waits"]);
    }

    async fn a_way_in_that_others_made_stands_where_its_person_sees_it(scratch: &Scratch) {
        let (database, now, mill) = (&scratch.database, instant(0), slug("mill"));
        let by_mail = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        assert_eq!(database.handed(&mill, ANA).await.unwrap(), [], "what the person asked for themselves");
        assert!(database.link(&by_mail, Purpose::SignIn, now).await.unwrap().is_some());
        let made = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Operator, now + 1.second()).await.unwrap();
        database.record_handed(&mill, ANA, Handed::Token, now + 2.seconds()).await.unwrap();
        let link = database.redeem_link(&made, Purpose::SignIn, now + 3.seconds()).await.unwrap().unwrap();
        assert_eq!(link.way, Begun::Operator);
        let session = database.issue(Kind::Session, &mill, Some(ANA), ("Firefox", link.way), now, now + 1.hour());
        let session = session.await.unwrap();
        let account = database.who(Kind::Session, &session, now).await.unwrap().unwrap();
        assert_eq!(account.begun, Some(Begun::Operator));
        // Whoever came in so ends their session, and the trace stays.
        assert!(database.revoke_of(&mill, Some(ANA), account.id).await.unwrap());
        let kept = [(now + 2.seconds(), Handed::Token), (now + 1.second(), Handed::Link(Begun::Operator))];
        assert_eq!(database.handed(&mill, ANA).await.unwrap(), kept);
        assert_eq!(database.handed(&slug("dairy"), ANA).await.unwrap(), []);
        database.erase(&mill, ANA).await.unwrap();
        assert_eq!(database.handed(&mill, ANA).await.unwrap(), []);
    }

    async fn a_file_that_still_has_it_brings_nothing_back(scratch: &Scratch) {
        let mill = mill(&scratch.database, &clock()).await;
        done(mill.submit(By::Desk, request(2), enter_person("Ana Lovelace")).await);
        let before = exports(&scratch.database, "mill").await;
        done(mill.submit(By::Desk, request(3), Command::ErasePerson { party: ANA }).await);
        let after = exports(&scratch.database, "mill").await;
        // Somebody puts the line with the details, which they kept, back into the book of today.
        let old: Vec<&str> = before.lines().collect();
        let forged: Vec<&str> =
            after.lines().enumerate().map(|(place, line)| if place == 2 { old[2] } else { line }).collect();
        let forged = forged.join("\n") + "\n";
        assert!(forged.contains("Lovelace"));
        let other = Scratch::sqlite().await;
        import(&other.database, &mut forged.as_bytes(), "forged").await.unwrap();
        assert_eq!(exports(&other.database, "mill").await, after);
        let again = Registrar::open(other.database.clone(), &slug("mill"), clock()).await.unwrap();
        assert_eq!(again.state().party(ANA).unwrap().name(), None);
        let mut out = Vec::new();
        export(&other.database, &slug("mill"), true, &mut out, "out").await.unwrap();
        assert!(!String::from_utf8(out).unwrap().contains("Lovelace"));
    }
}

/// What was corrected stands in no byte of the file either.
#[tokio::test]
async fn what_was_corrected_is_in_no_byte_of_the_file() {
    let scratch = Scratch::sqlite().await;
    let mill = mill(&scratch.database, &clock()).await;
    let entered = Command::EnterPerson { details: details("Ana Lovelace", "countess@example.org") };
    done(mill.submit(By::Desk, request(2), entered).await);
    mill.keep_snapshot().await.unwrap();
    let found = || {
        let files = std::fs::read_dir(scratch.folder.path()).unwrap();
        let holds = |bytes: &[u8]| bytes.windows(8).any(|window| window == b"countess");
        files.filter(|file| holds(&std::fs::read(file.as_ref().unwrap().path()).unwrap())).count()
    };
    assert!(found() > 0, "it is there to be found");
    let corrected =
        Command::CorrectDetails { party: ANA, details: details("Ana Lovelace", "ada@example.org") };
    done(mill.submit(By::Party(ANA), request(3), corrected).await);
    assert_eq!(found(), 0);
}
