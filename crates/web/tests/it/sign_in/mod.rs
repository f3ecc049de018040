//! Signing in, and what somebody who means ill tries at its door.

mod hand_over;
mod limits;
mod links;
mod mail;
mod passkeys;
mod sessions;

use std::time::Duration;

use rochdale_core::values::{PartyId, Slug};
use rochdale_mail::{Folder, Transport, deliver};
use rochdale_register::{Begun, Logged, Purpose};

use crate::village::Village;

/// The mails of a co-op, once `count` of them are queued: what a form asks for is done after its answer.
async fn mails(village: &Village, org: &str, count: usize) -> Vec<Logged> {
    for _ in 0..200 {
        let mails = village.site.registers.database().mail_log(&Slug::new(org), 0, 100).await.unwrap();
        if mails.len() >= count {
            return mails;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{count} mails are not queued in {org}");
}

/// The path of a new link of somebody.
async fn link(village: &Village, org: &str, party: PartyId) -> String {
    let now = rochdale_register::Clock::now(&*village.clock);
    let database = village.site.registers.database();
    let secret =
        database.issue_link(&Slug::new(org), party, Purpose::SignIn, Begun::Mail, now).await.unwrap();
    format!("/sign-in/link/{}", secret.text())
}

/// The paths of the links in all mail that is queued, by the address it goes to.
async fn delivered(village: &Village) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let way = Folder::new(folder.path().to_owned(), "office@example.org").unwrap();
    let origin = village.site.entrance.origin.as_str();
    let database = village.site.registers.database();
    deliver(database, &Transport::Folder(way), origin, &*village.clock).await.unwrap();
    let mut links = Vec::new();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let to = text.split("To: ").nth(1).unwrap().split("\r\n").next().unwrap().to_owned();
        let decoded = text.replace("=\r\n", "");
        let path = decoded.split(&format!("{origin}/sign-in/link/")).nth(1).map(|rest| rest[..64].to_owned());
        links.push((to, format!("/sign-in/link/{}", path.unwrap())));
    }
    links.sort();
    links
}
