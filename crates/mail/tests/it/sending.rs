//! What is queued leaves, once; what does not leave is tried again, and told.

use std::{
    io::Read,
    net::TcpListener,
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::{Timestamp, ToSpan};
use rochdale_core::values::{PartyId, Slug};
use rochdale_mail::{Folder, Server, Transport, deliver, deliver_one};
use rochdale_register::{Clock, Database, LINK_HERE, Logged, Mail, Purpose, Secret, SetClock, Status};

use crate::server::MailServer;

const ORIGIN: &str = "https://members.example.org";

struct Outbox {
    database: Database,
    clock: Arc<SetClock>,
}

impl Outbox {
    async fn new() -> Self {
        let clock = Arc::new(SetClock::at(Timestamp::from_second(1_767_225_600).unwrap()));
        Self { database: Database::open("memory:").await.unwrap(), clock }
    }

    fn mail(&self, name: &str) -> Mail {
        Mail {
            organization: Slug::new("mill"),
            name: name.into(),
            party: Some(PartyId(7)),
            sender: "The Mill".into(),
            recipient: "ana@example.org".into(),
            subject: "Your vote is asked".into(),
            body: "Dear Ana,\n\nthe vote is open.\n".into(),
            has_link: false,
            until: self.clock.now() + (24 * 30).hours(),
        }
    }

    async fn queue(&self, mail: &Mail) {
        assert!(self.database.queue(mail, self.clock.now()).await.unwrap());
    }

    async fn deliver(&self, transport: &Transport) -> usize {
        deliver(&self.database, transport, ORIGIN, &*self.clock).await.unwrap()
    }

    async fn logged(&self, name: &str) -> Logged {
        self.database.mail(&Slug::new("mill"), name).await.unwrap().unwrap()
    }
}

fn server(url: &str) -> Transport {
    let patience = Duration::from_millis(300);
    Transport::Server(Server::new(url, None, "office@mill.example", patience).unwrap())
}

#[tokio::test]
async fn a_mail_leaves_once_and_the_servers_words_are_kept() {
    let Some(real) = MailServer::that("takes", "sending::a_mail_leaves_once_and_the_servers_words_are_kept")
    else {
        return;
    };
    let outbox = Outbox::new().await;
    outbox.queue(&outbox.mail("notice/1")).await;
    let transport = Transport::Server(
        Server::new(&real.url, None, "office@mill.example", Duration::from_secs(10)).unwrap(),
    );
    assert_eq!(outbox.deliver(&transport).await, 1);
    assert_eq!(outbox.deliver(&transport).await, 0);
    let [mail] = &real.mails()[..] else { panic!("one mail") };
    for line in [
        "To: ana@example.org",
        "From: \"The Mill\" <office@mill.example>",
        "Auto-Submitted: auto-generated",
        "the vote is open.",
    ] {
        assert!(mail.contains(line), "{line}: {mail}");
    }
    let logged = outbox.logged("notice/1").await;
    assert_eq!(logged.status, Status::Sent);
    assert_eq!(logged.attempts.len(), 1);
    assert!(logged.attempts[0].said.contains("taken as number 0"), "{logged:?}");
}

#[tokio::test]
async fn a_link_is_drawn_when_the_mail_is_sent() {
    let outbox = Outbox::new().await;
    let mail = Mail { body: format!("Here:\n\n{LINK_HERE}\n"), has_link: true, ..outbox.mail("sign-in/1") };
    outbox.queue(&mail).await;
    let folder = tempfile::tempdir().unwrap();
    let way = Folder::new(folder.path().join("mail"), "office@mill.example").unwrap();
    outbox.deliver(&Transport::Folder(way)).await;
    let files: Vec<_> =
        std::fs::read_dir(folder.path().join("mail")).unwrap().map(|file| file.unwrap().path()).collect();
    let [file] = &files[..] else { panic!("{files:?}") };
    assert!(file.extension().is_some_and(|ending| ending == "eml"));
    let text = std::fs::read_to_string(file).unwrap().replace("=\r\n", "");
    let secret = text.split(&format!("{ORIGIN}/sign-in/link/")).nth(1).unwrap()[..64].to_owned();
    // It stands in the mail and nowhere else: not in the outbox, and not in what is said of it.
    let logged = outbox.logged("sign-in/1").await;
    assert_eq!(logged.mail.body, mail.body);
    assert!(!format!("{logged:?}").contains(&secret));
    let now = outbox.clock.now();
    let secret = Secret::from_text(&secret).unwrap();
    let link = outbox.database.redeem_link(&secret, Purpose::SignIn, now).await.unwrap().unwrap();
    assert_eq!(link.party, PartyId(7));
}

#[tokio::test]
async fn what_is_refused_for_good_has_failed_and_says_why() {
    let Some(real) = MailServer::that("refuses", "sending::what_is_refused_for_good_has_failed_and_says_why")
    else {
        return;
    };
    let outbox = Outbox::new().await;
    outbox.queue(&outbox.mail("notice/1")).await;
    assert_eq!(outbox.deliver(&server(&real.url)).await, 1);
    let logged = outbox.logged("notice/1").await;
    assert_eq!(logged.status, Status::Failed);
    assert!(logged.attempts[0].said.contains("no such mailbox here"), "{logged:?}");
    outbox.clock.set(outbox.clock.now() + 72.hours());
    assert_eq!(outbox.deliver(&server(&real.url)).await, 0, "it is not tried again");
}

#[tokio::test]
async fn what_is_not_taken_now_is_tried_again_later_and_later() {
    let Some(busy) =
        MailServer::that("is-busy", "sending::what_is_not_taken_now_is_tried_again_later_and_later")
    else {
        return;
    };
    let outbox = Outbox::new().await;
    outbox.queue(&outbox.mail("notice/1")).await;
    let mut waits = Vec::new();
    while outbox.logged("notice/1").await.status == Status::Queued {
        let due = outbox.logged("notice/1").await.next;
        outbox.clock.set(due - 1.second());
        assert_eq!(outbox.deliver(&server(&busy.url)).await, 0, "not before its time");
        outbox.clock.set(due);
        assert_eq!(outbox.deliver(&server(&busy.url)).await, 1);
        waits.push(outbox.logged("notice/1").await.next.duration_since(due).as_mins());
    }
    assert_eq!(waits, [1, 2, 5, 15, 60, 180, 360, 720, 1440, 1440, 0]);
    let logged = outbox.logged("notice/1").await;
    assert_eq!((logged.status, logged.attempts.len()), (Status::GivenUp, 11));
    assert!(logged.attempts.iter().all(|one| one.said.contains("come back later")), "{logged:?}");
}

/// A server that answers nothing, and one that hangs up.
#[tokio::test]
async fn a_server_that_hangs_or_hangs_up_holds_up_nobody() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let rude = TcpListener::bind("127.0.0.1:0").unwrap();
    let (hangs, drops) = (silent.local_addr().unwrap(), rude.local_addr().unwrap());
    std::thread::spawn(move || {
        let mut held: Vec<_> = Vec::new();
        for connection in silent.incoming() {
            held.push(connection);
        }
    });
    std::thread::spawn(move || rude.incoming().for_each(drop));
    for address in [hangs, drops] {
        let outbox = Outbox::new().await;
        for number in 0..4 {
            outbox.queue(&outbox.mail(&format!("notice/{number}"))).await;
        }
        let begun = Instant::now();
        assert_eq!(outbox.deliver(&server(&format!("smtp://{address}"))).await, 4);
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        for number in 0..4 {
            let logged = outbox.logged(&format!("notice/{number}")).await;
            assert_eq!((logged.status, logged.attempts.len()), (Status::Queued, 1), "{logged:?}");
            assert!(!logged.attempts[0].said.is_empty());
        }
    }
}

#[tokio::test]
async fn where_there_is_no_server_mail_waits_for_one() {
    let Some(real) = MailServer::that("takes", "sending::where_there_is_no_server_mail_waits_for_one") else {
        return;
    };
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let outbox = Outbox::new().await;
    outbox.queue(&outbox.mail("notice/1")).await;
    outbox.deliver(&server(&format!("smtp://{free}"))).await;
    outbox.clock.set(outbox.clock.now() + 1.minute());
    outbox.deliver(&Transport::None).await;
    outbox.clock.set(outbox.clock.now() + 2.minutes());
    let patient = Server::new(&real.url, None, "office@mill.example", Duration::from_secs(10)).unwrap();
    assert_eq!(outbox.deliver(&Transport::Server(patient)).await, 1);
    let statuses: Vec<_> = outbox.logged("notice/1").await.attempts.iter().map(|one| one.status).collect();
    assert_eq!(statuses, [Status::Queued, Status::Queued, Status::Sent]);
    assert_eq!(real.mails().len(), 1);
}

#[tokio::test]
async fn what_comes_too_late_is_not_sent() {
    let outbox = Outbox::new().await;
    let now = outbox.clock.now();
    outbox.queue(&Mail { until: now + 15.minutes(), ..outbox.mail("sign-in/1") }).await;
    outbox.clock.set(now + 15.minutes());
    let folder = tempfile::tempdir().unwrap();
    let way = Folder::new(folder.path().to_owned(), "office@mill.example").unwrap();
    outbox.deliver(&Transport::Folder(way)).await;
    assert_eq!(outbox.logged("sign-in/1").await.status, Status::GivenUp);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[tokio::test]
async fn a_wrong_password_is_no_reason_to_give_mail_up() {
    let Some(real) = MailServer::that("asks", "sending::a_wrong_password_is_no_reason_to_give_mail_up")
    else {
        return;
    };
    let outbox = Outbox::new().await;
    outbox.queue(&outbox.mail("notice/1")).await;
    let known_as = |password: &str| {
        let account = Some(("office".to_owned(), password.to_owned()));
        Transport::Server(
            Server::new(&real.url, account, "office@mill.example", Duration::from_secs(10)).unwrap(),
        )
    };
    outbox.deliver(&known_as("hunter2")).await;
    let logged = outbox.logged("notice/1").await;
    assert_eq!(logged.status, Status::Queued, "{logged:?}");
    assert!(!format!("{logged:?}").contains("hunter2"));
    outbox.clock.set(outbox.clock.now() + 1.minute());
    outbox.deliver(&known_as("right")).await;
    assert_eq!(outbox.logged("notice/1").await.status, Status::Sent);
    assert_eq!(real.mails().len(), 1);
}

/// Nothing is said in clear to a server that was to speak TLS.
#[tokio::test]
async fn no_password_travels_readable() {
    let plain = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = plain.local_addr().unwrap();
    let heard = std::thread::spawn(move || {
        let (mut connection, _) = plain.accept().unwrap();
        let mut heard = Vec::new();
        // Whatever comes before the other side gives up.
        let _ = connection.read_to_end(&mut heard);
        heard
    });
    let outbox = Outbox::new().await;
    outbox.queue(&outbox.mail("notice/1")).await;
    let account = Some(("office".to_owned(), "right".to_owned()));
    let way = Server::new(
        &format!("smtps://{address}"),
        account,
        "office@mill.example",
        Duration::from_millis(300),
    );
    outbox.deliver(&Transport::Server(way.unwrap())).await;
    assert_eq!(outbox.logged("notice/1").await.status, Status::Queued);
    let heard = heard.join().unwrap();
    for said in ["office", "right", "AUTH", "EHLO", "ana@example.org"] {
        assert!(!heard.windows(said.len()).any(|window| window == said.as_bytes()), "{said}");
    }
}

#[tokio::test]
async fn an_address_that_is_none_fails_at_once() {
    let outbox = Outbox::new().await;
    let evil =
        Mail { recipient: "ana@example.org\r\nBcc: eve@evil.example".into(), ..outbox.mail("notice/1") };
    outbox.queue(&evil).await;
    outbox.queue(&outbox.mail("notice/2")).await;
    let folder = tempfile::tempdir().unwrap();
    let way = Transport::Folder(Folder::new(folder.path().to_owned(), "office@mill.example").unwrap());
    let mill = Slug::new("mill");
    let logged =
        deliver_one(&outbox.database, &way, ORIGIN, (&mill, "notice/1"), &*outbox.clock).await.unwrap();
    assert_eq!(logged.unwrap().status, Status::Failed);
    assert_eq!(outbox.logged("notice/2").await.status, Status::Queued, "the other was not meant");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
