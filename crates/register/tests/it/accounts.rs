//! Secrets that let somebody in, and cease to.

use jiff::ToSpan;
use rochdale_core::values::PartyId;
use rochdale_register::{Begun, Database, Kind, Secret};

use crate::support::{Scratch, instant, on_every_database, slug};

on_every_database! {
    async fn a_secret_lets_its_owner_in_until_it_expires(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let expires = now + 10.hours();
        let secret = database.issue(Kind::Token, &mill, Some(PartyId(7)), ("till", Begun::Token), now, expires).await.unwrap();

        let shown = Secret::from_text(&secret.text()).unwrap();
        let account = database.who(Kind::Token, &shown, now).await.unwrap().unwrap();
        assert_eq!(account.organization, mill);
        assert_eq!(account.party, Some(PartyId(7)));
        assert_eq!((account.label.as_str(), account.created, account.expires), ("till", now, expires));
        let last = expires - 1.microsecond();
        assert!(database.who(Kind::Token, &shown, last).await.unwrap().is_some());
        assert_eq!(database.who(Kind::Token, &shown, expires).await.unwrap(), None);
    }

    async fn a_secret_is_good_for_what_it_was_issued_for(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let session =
            database.issue(Kind::Session, &mill, None, ("phone", Begun::Mail), now, now + 1.hour()).await.unwrap();
        assert_eq!(database.who(Kind::Token, &session, now).await.unwrap(), None);
        assert_eq!(database.who(Kind::Session, &session, now).await.unwrap().unwrap().party, None);
        let other = database.issue(Kind::Session, &mill, None, ("phone", Begun::Mail), now, now + 1.hour()).await.unwrap();
        assert_ne!(session.text(), other.text());
    }

    async fn a_revoked_secret_lets_nobody_in(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let party = Some(PartyId(7));
        let first = database.issue(Kind::Token, &mill, party, ("till", Begun::Token), now, now + 1.hour()).await.unwrap();
        let second = database.issue(Kind::Token, &mill, party, ("phone", Begun::Token), now + 1.second(), now + 1.hour()).await.unwrap();
        database.issue(Kind::Token, &slug("dairy"), party, ("other", Begun::Token), now, now + 1.hour()).await.unwrap();
        database.issue(Kind::Token, &mill, None, ("desk", Begun::Token), now, now + 1.hour()).await.unwrap();

        let listed = database.accounts(&mill, party, now).await.unwrap();
        let labels: Vec<_> = listed.iter().map(|account| account.label.as_str()).collect();
        assert_eq!(labels, ["till", "phone"]);

        assert!(database.revoke(listed[0].id).await.unwrap());
        assert!(!database.revoke(listed[0].id).await.unwrap());
        assert_eq!(database.who(Kind::Token, &first, now).await.unwrap(), None);
        assert!(database.who(Kind::Token, &second, now).await.unwrap().is_some());
        assert_eq!(database.accounts(&mill, None, now).await.unwrap()[0].label, "desk");
    }

    async fn what_another_program_revoked_lets_nobody_in_after_ten_seconds(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let secret = database.issue(Kind::Session, &mill, None, ("phone", Begun::Mail), now, now + 1.hour()).await.unwrap();
        assert!(database.who(Kind::Session, &secret, now).await.unwrap().is_some());
        if scratch.url != "memory:" {
            let other = Database::open(&scratch.url).await.unwrap();
            assert!(other.revoke(secret.hash()).await.unwrap());
            assert_eq!(database.who(Kind::Session, &secret, now + 10.seconds()).await.unwrap(), None);
        }
        assert_eq!(database.who(Kind::Session, &secret, now + 1.hour()).await.unwrap(), None);
        assert_eq!(database.who(Kind::Token, &secret, now).await.unwrap(), None);
    }

    async fn last_seen_follows_and_the_expired_are_forgotten(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        let secret = database.issue(Kind::Token, &mill, None, ("till", Begun::Token), now, now + 10.hours()).await.unwrap();
        database.issue(Kind::Token, &mill, None, ("old", Begun::Token), now, now + 1.hour()).await.unwrap();

        database.who(Kind::Token, &secret, now + 4.minutes()).await.unwrap();
        let seen = database.accounts(&mill, None, now + 2.hours()).await.unwrap()[0].last_seen;
        assert_eq!(seen, now, "not a write for every request");
        database.who(Kind::Token, &secret, now + 2.hours()).await.unwrap();

        assert_eq!(database.forget_expired(now + 2.hours()).await.unwrap(), 1);
        let left = database.accounts(&mill, None, now).await.unwrap();
        assert_eq!(left.len(), 1);
        assert_eq!((left[0].label.as_str(), left[0].last_seen), ("till", now + 2.hours()));
    }
}

#[test]
fn a_secret_shows_in_no_log() {
    let text = "0f".repeat(32);
    assert_eq!(format!("{:?}", Secret::from_text(&text).unwrap()), "Secret(..)");
    assert_eq!(Secret::from_text("0f"), None);
}
