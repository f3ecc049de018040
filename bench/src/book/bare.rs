//! The same rows in the same engine with nothing around them: no deciding, no hashing, no state.
//! One task takes what waits and commits it in one transaction, as a registrar does.

use sqlx::{
    AssertSqlSafe, PgPool, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::{mpsc, oneshot};

/// How many rows one transaction holds at most.
const BATCH_MAX: usize = 1024;
/// How many rows one statement holds at most on SQLite.
const ROWS_MAX: usize = 64;

const TABLE: &str = "CREATE TABLE bare (organization TEXT NOT NULL, height BIGINT NOT NULL, \
     at BIGINT NOT NULL, asked_by TEXT NOT NULL, request BYTES NOT NULL, command_hash BYTES NOT NULL, \
     payload TEXT NOT NULL, payload_hash BYTES NOT NULL, previous BYTES NOT NULL, hash BYTES NOT NULL, \
     PRIMARY KEY (organization, height))";
const INSERT: &str = "INSERT INTO bare (organization, height, at, asked_by, request, command_hash, \
     payload, payload_hash, previous, hash) ";

/// What a ballot's row holds, besides its height.
const PAYLOAD: &str = r#"{"ballot_cast":{"proposal":1,"membership":123,"person":123,"choice":"against"}}"#;
const HASH: [u8; 32] = [7; 32];
const REQUEST: [u8; 16] = [7; 16];
const ORGANIZATION: &str = "sample";
const ASKED_BY: &str = "party:123";
const AT: i64 = 1_772_452_800_000_000;

/// The way to the task that inserts. Cloning gives another way to the same one.
#[derive(Clone)]
pub struct Bare(mpsc::Sender<oneshot::Sender<()>>);

impl Bare {
    /// Opens the database at `address`, with a table of its own.
    pub async fn open(address: &str) -> Self {
        let (asking, waiting) = mpsc::channel(4096);
        if address.starts_with("sqlite:") {
            tokio::spawn(keep(Engine::Sqlite(sqlite(address).await), waiting));
        } else {
            let pool = PgPool::connect(address).await.expect("the server can be reached");
            let table = TABLE.replace("BYTES", "BYTEA");
            sqlx::query(AssertSqlSafe(table)).execute(&pool).await.expect("the table can be made");
            tokio::spawn(keep(Engine::Postgres(pool), waiting));
        }
        Self(asking)
    }

    /// Inserts one row; it is on the disk when this is done.
    pub async fn insert(&self) {
        let (answer, answered) = oneshot::channel();
        self.0.send(answer).await.expect("the task inserts for as long as somebody asks");
        answered.await.expect("the row can be inserted");
    }
}

enum Engine {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

async fn sqlite(address: &str) -> SqlitePool {
    let options = SqliteConnectOptions::new()
        .filename(address.trim_start_matches("sqlite:"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new().connect_with(options).await.expect("the file can be opened");
    let table = TABLE.replace("BYTES", "BLOB") + " WITHOUT ROWID";
    sqlx::query(AssertSqlSafe(table)).execute(&pool).await.expect("the table can be made");
    pool
}

async fn keep(engine: Engine, mut waiting: mpsc::Receiver<oneshot::Sender<()>>) {
    let mut height = 0;
    let mut asked = Vec::new();
    while waiting.recv_many(&mut asked, BATCH_MAX).await > 0 {
        let heights: Vec<i64> = (height + 1..).take(asked.len()).collect();
        height += heights.len() as i64;
        match &engine {
            Engine::Sqlite(pool) => into_sqlite(pool, &heights).await,
            Engine::Postgres(pool) => into_postgres(pool, &heights).await,
        }
        .expect("rows can be inserted");
        for answer in asked.drain(..) {
            // Whoever no longer waits needs no answer.
            let _ = answer.send(());
        }
    }
}

async fn into_sqlite(pool: &SqlitePool, heights: &[i64]) -> Result<(), sqlx::Error> {
    if heights.len() <= ROWS_MAX {
        // One statement is a transaction by itself.
        return insert_rows(&mut *pool.acquire().await?, heights).await;
    }
    let mut transaction = pool.begin().await?;
    for rows in heights.chunks(ROWS_MAX) {
        insert_rows(&mut transaction, rows).await?;
    }
    transaction.commit().await
}

async fn insert_rows(connection: &mut sqlx::SqliteConnection, heights: &[i64]) -> Result<(), sqlx::Error> {
    let mut query = sqlx::QueryBuilder::new(INSERT);
    query.push_values(heights, |mut row, height| {
        row.push_bind(ORGANIZATION)
            .push_bind(*height)
            .push_bind(AT)
            .push_bind(ASKED_BY)
            .push_bind(&REQUEST[..])
            .push_bind(&HASH[..])
            .push_bind(PAYLOAD)
            .push_bind(&HASH[..])
            .push_bind(&HASH[..])
            .push_bind(&HASH[..]);
    });
    query.build().execute(connection).await?;
    Ok(())
}

async fn into_postgres(pool: &PgPool, heights: &[i64]) -> Result<(), sqlx::Error> {
    let count = heights.len();
    let sql = format!(
        "{INSERT} SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::bytea[], \
         $6::bytea[], $7::text[], $8::bytea[], $9::bytea[], $10::bytea[])"
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(ORGANIZATION)
        .bind(heights)
        .bind(vec![AT; count])
        .bind(vec![ASKED_BY; count])
        .bind(vec![&REQUEST[..]; count])
        .bind(vec![&HASH[..]; count])
        .bind(vec![PAYLOAD; count])
        .bind(vec![&HASH[..]; count])
        .bind(vec![&HASH[..]; count])
        .bind(vec![&HASH[..]; count])
        .execute(pool)
        .await?;
    Ok(())
}
