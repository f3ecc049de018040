//! Mail that is queued once, taken by one, and never forgotten before somebody says what became of it.

use jiff::{Timestamp, ToSpan};
use rochdale_core::values::PartyId;
use rochdale_register::{LINK_HERE, Mail, Outcome, Status};

use crate::support::{Scratch, instant, on_every_database, slug};

fn mail(name: &str) -> Mail {
    Mail {
        organization: slug("mill"),
        name: name.to_owned(),
        party: Some(PartyId(7)),
        sender: "The Mill".to_owned(),
        recipient: "ana@example.org".to_owned(),
        subject: "Your vote is asked".to_owned(),
        body: "Dear Ana,\n\nthe vote on 麵粉 is open.\n".to_owned(),
        has_link: false,
        until: instant(86_400),
    }
}

fn outcome(status: Status, said: &str, next: Timestamp) -> Outcome {
    Outcome { status, said: said.to_owned(), next }
}

on_every_database! {
    async fn the_same_mail_is_queued_once(scratch: &Scratch) {
        let now = instant(0);
        let database = &scratch.database;
        assert!(database.queue(&mail("notice/1"), now).await.unwrap());
        let changed = Mail { body: "another".into(), ..mail("notice/1") };
        assert!(!database.queue(&changed, now + 1.second()).await.unwrap());
        assert!(database.queue(&Mail { organization: slug("dairy"), ..mail("notice/1") }, now).await.unwrap());
        let logged = database.mail(&slug("mill"), "notice/1").await.unwrap().unwrap();
        assert_eq!((logged.mail, logged.queued, logged.status), (mail("notice/1"), now, Status::Queued));
        assert!(logged.attempts.is_empty());
        assert_eq!(database.mail(&slug("mill"), "notice/2").await.unwrap(), None);
        assert_eq!(database.mail_count(&slug("mill")).await.unwrap(), 1);
        // Not even once it has been sent.
        let taken = database.take_mail(Some((&slug("mill"), "notice/1")), now).await.unwrap().unwrap();
        database.mail_was_tried(&taken, &outcome(Status::Sent, "250 ok", now), now).await.unwrap();
        assert!(!database.queue(&mail("notice/1"), now).await.unwrap());
        assert_eq!(database.take_mail(Some((&slug("mill"), "notice/1")), now + 1.hour()).await.unwrap(), None);
    }

    async fn what_became_of_a_mail_is_told(scratch: &Scratch) {
        let (mill, now) = (slug("mill"), instant(0));
        let database = &scratch.database;
        database.queue(&mail("notice/1"), now).await.unwrap();
        let taken = database.take_mail(None, now).await.unwrap().unwrap();
        assert_eq!((taken.mail.clone(), taken.queued, taken.attempt), (mail("notice/1"), now, 1));
        let later = now + 30.seconds();
        database.mail_was_tried(&taken, &outcome(Status::Queued, "451 busy", later), now).await.unwrap();
        assert_eq!(database.take_mail(None, now).await.unwrap(), None, "not before its time");
        let taken = database.take_mail(None, later).await.unwrap().unwrap();
        assert_eq!(taken.attempt, 2);
        database.mail_was_tried(&taken, &outcome(Status::Failed, "550 no such mailbox", later), later).await.unwrap();
        assert_eq!(database.take_mail(None, now + 1.hour()).await.unwrap(), None);

        let logged = database.mail(&mill, "notice/1").await.unwrap().unwrap();
        assert_eq!(logged.status, Status::Failed);
        let told: Vec<_> = logged.attempts.iter().map(|one| (one.at, one.status, one.said.as_str())).collect();
        assert_eq!(told, [(now, Status::Queued, "451 busy"), (later, Status::Failed, "550 no such mailbox")]);
        assert_eq!(database.mail_log(&mill, 0, 10).await.unwrap(), [logged]);
        assert!(database.mail_log(&slug("dairy"), 0, 10).await.unwrap().is_empty());
    }

    async fn a_mail_is_taken_by_one(scratch: &Scratch) {
        let now = instant(0);
        for number in 0..12 {
            scratch.database.queue(&mail(&format!("notice/{number}")), now).await.unwrap();
        }
        let takers: Vec<_> = (0..24).map(|_| {
            let database = scratch.database.clone();
            tokio::spawn(async move { database.take_mail(None, now).await.unwrap() })
        }).collect();
        let mut names = Vec::new();
        for taker in takers {
            names.extend(taker.await.unwrap().map(|taken| taken.mail.name));
        }
        // Whoever waited for another's may find none; but what is left can be taken.
        while let Some(taken) = scratch.database.take_mail(None, now).await.unwrap() {
            names.push(taken.mail.name);
        }
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!((names.len(), all), (12, 12));
    }

    async fn what_a_program_took_and_never_told_of_is_taken_again(scratch: &Scratch) {
        let now = instant(0);
        let database = &scratch.database;
        database.queue(&mail("notice/1"), now).await.unwrap();
        let lost = database.take_mail(None, now).await.unwrap().unwrap();
        assert_eq!(database.take_mail(None, now + 4.minutes()).await.unwrap(), None);
        let later = now + 5.minutes();
        let taken = database.take_mail(None, later).await.unwrap().unwrap();
        assert_eq!(taken.attempt, 2);
        database.mail_was_tried(&taken, &outcome(Status::Sent, "250 ok", later), later).await.unwrap();
        // The first comes back after all: that is in the log, and the mail is not sent a third time.
        database.mail_was_tried(&lost, &outcome(Status::Queued, "timed out", later), later).await.unwrap();
        let logged = database.mail(&slug("mill"), "notice/1").await.unwrap().unwrap();
        assert_eq!((logged.status, logged.attempts.len()), (Status::Sent, 2));
        assert_eq!(database.take_mail(None, later + 1.hour()).await.unwrap(), None);
    }

    async fn mails_with_links_are_forgotten_after_a_month_and_no_others(scratch: &Scratch) {
        let now = instant(0);
        let database = &scratch.database;
        let link = Mail { has_link: true, body: LINK_HERE.into(), ..mail("sign-in/1") };
        database.queue(&link, now).await.unwrap();
        database.queue(&mail("notice/1"), now).await.unwrap();
        let taken = database.take_mail(Some((&slug("mill"), "sign-in/1")), now).await.unwrap().unwrap();
        database.mail_was_tried(&taken, &outcome(Status::Sent, "250 ok", now), now).await.unwrap();
        database.forget_expired(now + (24 * 20).hours()).await.unwrap();
        assert_eq!(database.mail_count(&slug("mill")).await.unwrap(), 2);
        database.forget_expired(now + (24 * 32).hours()).await.unwrap();
        let names: Vec<_> = database.mail_log(&slug("mill"), 0, 10).await.unwrap().into_iter().map(|one| one.mail.name).collect();
        assert_eq!(names, ["notice/1"]);
    }
}
