//! Databases to test on, and books to put into them.

use std::sync::Arc;

use jiff::Timestamp;
use rochdale_core::{
    command::{By, Command, Draft, Effect},
    fact::{Fact, Recorded},
    personal::{Beside, Personal},
    rulebook::Bundle,
    values::{MembershipId, PartyId, RequestId, Slug},
};
use rochdale_register::{
    Answer, Clock, Database, Digest, Done, Registers, Registrar, SetClock,
    entry::{Entry, Head, Origin},
};
use rochdale_testkit::troubles::postgres_server;
use sqlx::Connection;
use tempfile::TempDir;

/// A database of its own for one test; the folder goes when the test ends.
pub struct Scratch {
    pub database: Database,
    pub url: String,
    pub folder: TempDir,
}

impl Scratch {
    pub async fn memory() -> Self {
        Self::at("memory:".to_owned(), tempfile::tempdir().unwrap()).await
    }

    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::at(format!("sqlite:{}", folder.path().join("book.db").display()), folder).await
    }

    /// A schema of its own on the test server; `None`, said aloud, where there is no server.
    pub async fn postgres(test: &str) -> Option<Self> {
        let server = postgres_server(test)?;
        let schema = format!("test_{}", uuid::Uuid::now_v7().simple());
        let mut connection = sqlx::PgConnection::connect(&server).await.unwrap();
        let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
        sqlx::query(create).execute(&mut connection).await.unwrap();
        let joint = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{joint}options=-csearch_path%3D{schema}");
        Some(Self::at(url, tempfile::tempdir().unwrap()).await)
    }

    async fn at(url: String, folder: TempDir) -> Self {
        Self { database: Database::open(&url).await.unwrap(), url, folder }
    }
}

/// Makes three tests of one body: on memory, on SQLite and on PostgreSQL.
macro_rules! on_every_database {
    ($($(#[$meta:meta])* async fn $name:ident($scratch:ident: &Scratch) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$meta])*
            async fn body($scratch: &Scratch) $body

            #[tokio::test]
            async fn memory() {
                body(&Scratch::memory().await).await;
            }

            #[tokio::test]
            async fn sqlite() {
                body(&Scratch::sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(scratch) = Scratch::postgres(concat!(module_path!(), "::postgres")).await {
                    body(&scratch).await;
                }
            }
        }
    )*};
}
pub(crate) use on_every_database;

pub fn slug(text: &str) -> Slug {
    Slug::new(text)
}

pub fn instant(second: i64) -> Timestamp {
    Timestamp::from_second(1_767_225_600 + second).unwrap()
}

pub fn request(number: u128) -> RequestId {
    RequestId(uuid::Uuid::from_u128(number))
}

pub fn personal(name: &str) -> Personal {
    Personal {
        name: name.to_owned(),
        email: None,
        place: Some("New Haven".to_owned()),
        salt: "k3v9".to_owned(),
    }
}

/// A person entered with their details.
pub fn person(number: u32, name: &str) -> Recorded {
    let party = PartyId(number);
    Recorded { fact: Fact::PersonEntered { party }, personal: Some((party, Beside::Person(personal(name)))) }
}

/// The `count` entries after `head`, every third one a person with details, one a second.
pub fn chain(organization: &Slug, mut head: Head, count: u64) -> Vec<Entry> {
    let mut entries = Vec::new();
    for _ in 0..count {
        let number = u32::try_from(head.height + 1).unwrap();
        let recorded = match number % 3 {
            1 => person(number, &format!("Ana \u{9673}\u{8a69} {number}")),
            2 => Fact::OrganizationEntered {
                party: PartyId(number),
                name: format!("Bakery \"{number}\"\n"),
                place: None,
            }
            .into(),
            _ => Fact::CapitalPaid { membership: MembershipId(number) }.into(),
        };
        let by = match number % 4 {
            0 => By::Clock,
            1 => By::Desk,
            _ => By::Party(PartyId(number)),
        };
        let origin = Origin {
            at: instant(i64::from(number)),
            by,
            request: request(number.into()),
            command_hash: Digest::of(&number.to_le_bytes()),
        };
        let entry = Entry::chained(organization, &head, &origin, &recorded).unwrap();
        head = entry.head();
        entries.push(entry);
    }
    entries
}

/// Bylaws of one clause, with no rule: most of these tests are not about rules.
pub fn rulebook() -> Bundle {
    let files = [
        ("00-front.md", include_str!("../mill/00-front.md")),
        ("01-beginning.md", include_str!("../mill/01-beginning.md")),
    ];
    Bundle(files.map(|(path, text)| (path.to_owned(), text.to_owned())).into())
}

/// A clock that stands at the beginning.
pub fn clock() -> Arc<SetClock> {
    Arc::new(SetClock::at(instant(0)))
}

/// Every book of a database, at a clock that stands.
pub async fn registers(database: &Database, clock: &Arc<SetClock>) -> Registers {
    Registers::open(database.clone(), Arc::clone(clock) as Arc<dyn Clock>).await.unwrap()
}

/// The registrar of a co-op called mill, founded with request 1.
pub async fn mill(database: &Database, clock: &Arc<SetClock>) -> Registrar {
    let registers = registers(database, clock).await;
    done(registers.found(request(1), slug("mill"), rulebook()).await);
    registers.registrar(&slug("mill")).unwrap()
}

/// What was done; anything else fails the test.
pub fn done(answer: Answer) -> Done {
    match answer {
        Answer::Done(done) => done,
        other => panic!("not done: {other:?}"),
    }
}

/// The command that enters an organization.
pub fn enter(name: &str) -> Command {
    Command::EnterOrganization { name: name.to_owned(), place: None }
}

/// The command that enters a person.
pub fn enter_person(name: &str) -> Command {
    let details = Personal { salt: "0123456789abcdef".to_owned(), ..personal(name) };
    Command::EnterPerson { details }
}

/// The registrar of a network by Cooperate Connecticut's bylaws, with one cooperator, party 1.
pub async fn network(database: &Database, clock: &Arc<SetClock>) -> Registrar {
    with_one_member(database, clock, "network", "cooperate-connecticut", "cooperator").await
}

/// The registrar of a workshop by CoAssembly's bylaws, with one worker-owner, party 1.
pub async fn workshop(database: &Database, clock: &Arc<SetClock>) -> Registrar {
    with_one_member(database, clock, "workshop", "coassembly", "worker-owner").await
}

async fn with_one_member(
    database: &Database,
    clock: &Arc<SetClock>,
    handle: &str,
    bylaws: &str,
    class: &str,
) -> Registrar {
    let registers = registers(database, clock).await;
    done(registers.found(request(1), slug(handle), rochdale_testkit::shipped(bylaws)).await);
    let registrar = registers.registrar(&slug(handle)).unwrap();
    done(registrar.submit(By::Desk, request(2), enter_person("Ana")).await);
    done(registrar.submit(By::Desk, request(3), admit(1, class)).await);
    registrar
}

/// The command that takes a party into the opening roll.
pub fn admit(party: u32, class: &str) -> Command {
    Command::AdmitMember {
        party: PartyId(party),
        class: slug(class),
        kind: None,
        since: jiff::civil::date(2025, 1, 1),
        basis: "opening roll".to_owned(),
    }
}

/// The command that drafts a proposal of party 1.
pub fn draft(matter: &str) -> Command {
    Command::DraftProposal(Draft {
        title: "A van".to_owned(),
        text: "We buy a van.".to_owned(),
        matter: slug(matter),
        effect: Effect::Nothing,
        owner: Some(PartyId(1)),
        deadline: Some(jiff::civil::date(2027, 1, 1)),
    })
}
