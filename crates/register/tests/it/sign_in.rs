//! One-time links, passkeys and what browsers are asked: each lets in whom it is for, once.

use jiff::ToSpan;
use rochdale_core::values::{Language, PartyId};
use rochdale_register::{Begun, Kind, LINK_GOOD_FOR, LINK_HERE, Mail, Passkey, Purpose, Question, Secret};

use crate::support::{Scratch, instant, on_every_database, slug};

const ANA: PartyId = PartyId(7);
const BO: PartyId = PartyId(8);

fn passkey(credential: &[u8], party: PartyId, label: &str) -> Passkey {
    Passkey {
        credential: credential.to_vec(),
        organization: slug("mill"),
        party,
        label: label.to_owned(),
        body: "{}".to_owned(),
        created: instant(0),
        last_used: instant(0),
    }
}

on_every_database! {
    async fn a_link_lets_in_whom_it_is_for_and_once(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let secret = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        // Looking at it does not use it up.
        for _ in 0..2 {
            let link = database.link(&secret, Purpose::SignIn, now).await.unwrap().unwrap();
            assert_eq!((link.organization, link.party, link.expires), (mill.clone(), ANA, now + LINK_GOOD_FOR));
        }
        let link = database.redeem_link(&secret, Purpose::SignIn, now).await.unwrap().unwrap();
        assert_eq!((link.organization, link.party), (mill, ANA));
        assert_eq!(database.redeem_link(&secret, Purpose::SignIn, now).await.unwrap(), None);
        assert_eq!(database.link(&secret, Purpose::SignIn, now).await.unwrap(), None);
    }

    async fn a_link_is_good_for_a_quarter_of_an_hour(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let secret = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        let end = now + LINK_GOOD_FOR;
        assert!(database.link(&secret, Purpose::SignIn, end - 1.microsecond()).await.unwrap().is_some());
        assert_eq!(database.link(&secret, Purpose::SignIn, end).await.unwrap(), None);
        assert_eq!(database.redeem_link(&secret, Purpose::SignIn, end).await.unwrap(), None);
    }

    async fn a_new_link_makes_older_ones_of_the_same_person_worthless(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let first = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        let other = database.issue_link(&mill, BO, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        let elsewhere = database.issue_link(&slug("dairy"), ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        let second = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        assert_ne!(first.text(), second.text());
        assert_eq!(database.redeem_link(&first, Purpose::SignIn, now).await.unwrap(), None);
        for (secret, organization, party) in
            [(second, "mill", ANA), (other, "mill", BO), (elsewhere, "dairy", ANA)]
        {
            let link = database.redeem_link(&secret, Purpose::SignIn, now).await.unwrap().unwrap();
            assert_eq!((link.organization, link.party), (slug(organization), party));
        }
    }

    async fn of_many_who_use_one_link_at_the_same_time_one_is_let_in(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let secret = scratch.database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        let tries = (0..24).map(|_| {
            let (database, secret) = (scratch.database.clone(), secret.clone());
            tokio::spawn(async move { database.redeem_link(&secret, Purpose::SignIn, now).await.unwrap() })
        });
        let tries: Vec<_> = tries.collect();
        let mut let_in = 0;
        for one in tries {
            let_in += usize::from(one.await.unwrap().is_some());
        }
        assert_eq!(let_in, 1);
    }

    async fn of_many_links_issued_at_the_same_time_one_is_good(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let issued = (0..12).map(|_| {
            let (database, mill) = (scratch.database.clone(), mill.clone());
            tokio::spawn(async move { database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap() })
        });
        let issued: Vec<_> = issued.collect();
        let mut good = 0;
        for one in issued {
            let secret = one.await.unwrap();
            good += usize::from(scratch.database.link(&secret, Purpose::SignIn, now).await.unwrap().is_some());
        }
        // One that was good when it was looked at may have been replaced since; the last is good.
        assert!((1..=12).contains(&good), "{good}");
        let last = scratch.database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        assert!(scratch.database.redeem_link(&last, Purpose::SignIn, now).await.unwrap().is_some());
    }

    async fn no_secret_is_good_for_anything_else(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let link = database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap();
        let session = database.issue(Kind::Session, &mill, Some(ANA), ("x", Begun::Mail), now, now + 1.hour()).await.unwrap();
        let asked = database.ask(Question::UsePasskey, "body", now).await.unwrap();
        for secret in [&session, &asked, &Secret::from_text(&"0".repeat(64)).unwrap()] {
            assert_eq!(database.redeem_link(secret, Purpose::SignIn, now).await.unwrap(), None);
        }
        for secret in [&link, &asked] {
            assert_eq!(database.who(Kind::Session, secret, now).await.unwrap(), None);
            assert_eq!(database.who(Kind::Token, secret, now).await.unwrap(), None);
        }
        for secret in [&link, &session] {
            assert_eq!(database.answered(Question::UsePasskey, secret, now).await.unwrap(), None);
        }
        assert!(database.redeem_link(&link, Purpose::SignIn, now).await.unwrap().is_some());
    }

    async fn a_browser_answers_what_it_was_asked_once_and_soon(scratch: &Scratch) {
        let now = instant(0);
        let database = &scratch.database;
        let asked = database.ask(Question::MakePasskey, "one", now).await.unwrap();
        assert_eq!(database.answered(Question::UsePasskey, &asked, now).await.unwrap(), None);
        let answered = database.answered(Question::MakePasskey, &asked, now + 4.minutes()).await.unwrap();
        assert_eq!(answered.as_deref(), Some("one"));
        assert_eq!(database.answered(Question::MakePasskey, &asked, now).await.unwrap(), None);
        let late = database.ask(Question::MakePasskey, "two", now).await.unwrap();
        assert_eq!(database.answered(Question::MakePasskey, &late, now + 5.minutes()).await.unwrap(), None);
    }

    async fn a_passkey_is_its_owners_alone(scratch: &Scratch) {
        let mill = slug("mill");
        let database = &scratch.database;
        assert!(database.add_passkey(&passkey(b"one", ANA, "phone")).await.unwrap());
        assert!(database.add_passkey(&passkey(b"two", BO, "laptop")).await.unwrap());
        // Nobody takes over the passkey of another by adding it once more.
        assert!(!database.add_passkey(&passkey(b"one", BO, "stolen")).await.unwrap());
        let ones = database.passkey(b"one").await.unwrap().unwrap();
        assert_eq!((ones.party, ones.label.as_str()), (ANA, "phone"));
        assert_eq!(database.passkey(b"three").await.unwrap(), None);

        assert!(!database.name_passkey(&mill, BO, ones.id(), "mine").await.unwrap());
        assert!(!database.remove_passkey(&mill, BO, ones.id()).await.unwrap());
        assert!(!database.remove_passkey(&slug("dairy"), ANA, ones.id()).await.unwrap());
        assert_eq!(database.passkeys(&mill, ANA).await.unwrap(), std::slice::from_ref(&ones));

        assert!(database.name_passkey(&mill, ANA, ones.id(), "old phone").await.unwrap());
        database.passkey_was_used(b"one", "{\"used\":1}", instant(60)).await.unwrap();
        let used = database.passkey(b"one").await.unwrap().unwrap();
        assert_eq!((used.label.as_str(), used.body.as_str(), used.last_used), ("old phone", "{\"used\":1}", instant(60)));
        assert!(database.remove_passkey(&mill, ANA, ones.id()).await.unwrap());
        assert!(database.passkeys(&mill, ANA).await.unwrap().is_empty());
        assert_eq!(database.passkeys(&mill, BO).await.unwrap().len(), 1);
    }

    async fn a_session_is_ended_by_its_owner_alone(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let mut secrets = Vec::new();
        for (party, kind) in [
            (Some(ANA), Kind::Session), (Some(ANA), Kind::Session), (Some(ANA), Kind::Token),
            (Some(BO), Kind::Session), (None, Kind::Session),
        ] {
            secrets.push((kind, database.issue(kind, &mill, party, ("x", Begun::Mail), now, now + 1.hour()).await.unwrap()));
        }
        let ids: Vec<_> = secrets.iter().map(|(_, secret)| secret.hash()).collect();
        for other in [Some(BO), None] {
            assert!(!database.revoke_of(&mill, other, ids[0]).await.unwrap());
        }
        assert!(!database.revoke_of(&slug("dairy"), Some(ANA), ids[0]).await.unwrap());
        // It was looked up a moment ago, and is over at once all the same.
        assert!(database.who(Kind::Session, &secrets[1].1, now).await.unwrap().is_some());
        assert_eq!(database.end_sessions(&mill, Some(ANA), Some(ids[0]), now).await.unwrap(), 1);
        let mut left = Vec::new();
        for (kind, secret) in &secrets {
            left.push(database.who(*kind, secret, now).await.unwrap().is_some());
        }
        assert_eq!(left, [true, false, true, true, true]);
        assert!(database.revoke_of(&mill, Some(ANA), ids[0]).await.unwrap());
        assert_eq!(database.who(Kind::Session, &secrets[0].1, now).await.unwrap(), None);
    }

    async fn the_language_somebody_chose_last_is_kept(scratch: &Scratch) {
        let mill = slug("mill");
        let database = &scratch.database;
        assert_eq!(database.language_of(&mill, ANA).await.unwrap(), None);
        for language in ["es", "zh-Hant"] {
            database.choose_language(&mill, ANA, &Language::new(language)).await.unwrap();
        }
        assert_eq!(database.language_of(&mill, ANA).await.unwrap(), Some(Language::new("zh-Hant")));
        assert_eq!(database.language_of(&slug("dairy"), ANA).await.unwrap(), None);
    }

    async fn whoever_is_erased_has_no_way_in_and_no_mail(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let mut kept = Vec::new();
        for party in [ANA, BO] {
            database.add_passkey(&passkey(&[u8::try_from(party.0).unwrap()], party, "phone")).await.unwrap();
            database.choose_language(&mill, party, &Language::new("es")).await.unwrap();
            let mail = Mail {
                organization: mill.clone(),
                name: format!("hello/{party}"),
                party: Some(party),
                sender: "Mill".into(),
                recipient: "x@example.org".into(),
                subject: "Hello".into(),
                body: LINK_HERE.into(),
                has_link: true,
                until: now + 1.hour(),
            };
            assert!(database.queue(&mail, now).await.unwrap());
            let session = database.issue(Kind::Session, &mill, Some(party), ("x", Begun::Mail), now, now + 1.hour()).await.unwrap();
            kept.push((database.issue_link(&mill, party, Purpose::SignIn, Begun::Mail, now).await.unwrap(), session));
        }
        database.erase(&mill, ANA).await.unwrap();
        let (ana, bo) = (&kept[0], &kept[1]);
        assert_eq!(database.link(&ana.0, Purpose::SignIn, now).await.unwrap(), None);
        assert_eq!(database.who(Kind::Session, &ana.1, now).await.unwrap(), None);
        assert!(database.passkeys(&mill, ANA).await.unwrap().is_empty());
        assert_eq!(database.language_of(&mill, ANA).await.unwrap(), None);
        assert!(database.link(&bo.0, Purpose::SignIn, now).await.unwrap().is_some());
        assert!(database.who(Kind::Session, &bo.1, now).await.unwrap().is_some());
        assert_eq!(database.passkeys(&mill, BO).await.unwrap().len(), 1);
        let log = database.mail_log(&mill, 0, 10).await.unwrap();
        assert_eq!(log.iter().map(|one| one.mail.party).collect::<Vec<_>>(), [Some(BO)]);
    }
}

/// What stands in the file is of no use to whoever steals it.
#[tokio::test]
async fn no_secret_stands_in_the_database() {
    let scratch = Scratch::sqlite().await;
    let (mill, now) = (slug("mill"), instant(0));
    let database = &scratch.database;
    let secrets = [
        database.issue_link(&mill, ANA, Purpose::SignIn, Begun::Mail, now).await.unwrap(),
        database
            .issue(Kind::Session, &mill, Some(ANA), ("x", Begun::Mail), now, now + 1.hour())
            .await
            .unwrap(),
        database.ask(Question::UsePasskey, "body", now).await.unwrap(),
    ];
    database.close().await;
    let mut bytes = Vec::new();
    for file in std::fs::read_dir(scratch.folder.path()).unwrap() {
        bytes.extend(std::fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    for secret in secrets {
        let text = secret.text();
        let raw: Vec<u8> =
            (0..32).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect();
        assert!(holds(&secret.hash().0), "the hash is there to be found");
        assert!(!holds(text.as_bytes()) && !holds(&raw));
    }
}
