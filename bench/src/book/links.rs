//! Sign-in links issued and redeemed a second, beside rows inserted and deleted by the same engine with
//! nothing around them: no secret is drawn, nothing hashed, nothing replaced.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use rochdale_core::values::{PartyId, Slug};
use rochdale_register::{Begun, Database, Purpose};
use sqlx::{
    PgPool, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::SAMPLE;
use crate::{
    measure::{median, per_second},
    said,
    table::Row,
};

/// How many people sign in at a time.
const PEOPLE: u32 = 16;
/// How long they do in one turn.
const TURN: Duration = Duration::from_millis(700);
/// How many turns each side has.
const TURNS: usize = 3;

/// The figures for one engine, with the addresses of a database for each side.
pub async fn rows(engine: &str, ours: &str, bare: &str) -> Vec<Row> {
    let database = Database::open(ours).await.expect("the database can be opened");
    let bare = Bare::open(bare).await;
    let (mut links, mut inserts) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        links.push(a_second(|person| sign_in(database.clone(), person)).await);
        inserts.push(a_second(|person| bare.clone().insert_and_delete(person)).await);
    }
    let (links, inserts) = (median(links), median(inserts));
    vec![Row::new(
        format!("sign-in links issued and redeemed, {PEOPLE} people at a time, on {engine}"),
        said::rate(links),
        format!("rows inserted and deleted, bare {engine}: {}", said::rate(inserts)),
        format!("{}; aim: within 2x", said::times(inserts, links)),
    )]
}

/// How many a second all people together do, each one after the other.
async fn a_second<F: Future<Output = ()> + Send + 'static>(doing: impl Fn(u32) -> F) -> u64 {
    let begun = Instant::now();
    let mut count = 0;
    while begun.elapsed() < TURN {
        let all: Vec<_> = (1..=PEOPLE).map(|person| tokio::spawn(doing(person))).collect();
        for one in all {
            one.await.expect("it does not break off");
        }
        count += u64::from(PEOPLE);
    }
    per_second(count, begun.elapsed())
}

async fn sign_in(database: Database, person: u32) {
    let (organization, now) = (Slug::new(SAMPLE), Timestamp::now());
    let secret = database.issue_link(&organization, PartyId(person), Purpose::SignIn, Begun::Mail, now).await;
    let secret = secret.expect("a link can be issued");
    let link = database.redeem_link(&secret, Purpose::SignIn, now).await.expect("a link can be redeemed");
    assert_eq!(link.map(|link| link.party), Some(PartyId(person)));
}

/// The same engine with a table of the same shape.
#[derive(Clone)]
enum Bare {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

const INSERT: &str = "INSERT INTO bare_link (organization, party, purpose, secret_hash, expires) \
    VALUES ($1, $2, 'sign-in', $3, $4)";
const DELETE: &str = "DELETE FROM bare_link WHERE secret_hash = $1 RETURNING party";

impl Bare {
    async fn open(address: &str) -> Self {
        const SQLITE: &str = "CREATE TABLE bare_link (organization TEXT NOT NULL, party BIGINT NOT NULL, \
            purpose TEXT NOT NULL, secret_hash BLOB NOT NULL UNIQUE, expires BIGINT NOT NULL, \
            PRIMARY KEY (organization, party, purpose))";
        const POSTGRES: &str = "CREATE TABLE bare_link (organization TEXT NOT NULL, party BIGINT NOT NULL, \
            purpose TEXT NOT NULL, secret_hash BYTEA NOT NULL UNIQUE, expires BIGINT NOT NULL, \
            PRIMARY KEY (organization, party, purpose))";
        let Some(path) = address.strip_prefix("sqlite:") else {
            let pool = PgPool::connect(address).await.expect("the server can be reached");
            sqlx::query(POSTGRES).execute(&pool).await.expect("the table can be made");
            return Self::Postgres(pool);
        };
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await;
        let pool = pool.expect("the file can be opened");
        sqlx::query(SQLITE).execute(&pool).await.expect("the table can be made");
        Self::Sqlite(pool)
    }

    async fn insert_and_delete(self, person: u32) {
        let hash = [u8::try_from(person).expect("few people"); 32];
        let deleted: Option<i64> = match &self {
            Bare::Sqlite(pool) => {
                let row =
                    sqlx::query(INSERT).bind(SAMPLE).bind(i64::from(person)).bind(&hash[..]).bind(0_i64);
                row.execute(pool).await.expect("a row can be inserted");
                sqlx::query_scalar(DELETE)
                    .bind(&hash[..])
                    .fetch_optional(pool)
                    .await
                    .expect("it can be deleted")
            }
            Bare::Postgres(pool) => {
                let row =
                    sqlx::query(INSERT).bind(SAMPLE).bind(i64::from(person)).bind(&hash[..]).bind(0_i64);
                row.execute(pool).await.expect("a row can be inserted");
                sqlx::query_scalar(DELETE)
                    .bind(&hash[..])
                    .fetch_optional(pool)
                    .await
                    .expect("it can be deleted")
            }
        };
        assert_eq!(deleted, Some(i64::from(person)));
    }
}
