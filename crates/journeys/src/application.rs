//! The real application, in this process: pages, registrars and a SQLite file, under a clock that
//! the test sets.

use std::{net::SocketAddr, sync::Arc};

use jiff::{SignedDuration, Timestamp};
use rochdale_core::{
    state::State,
    values::{PartyId, Slug},
};
use rochdale_register::{Clock, Database, Kind, Registers, SetClock};
use rochdale_web::{Site, router};
use rochdale_words::Catalogue;
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};

/// The application, serving until it is dropped.
pub struct Application {
    address: SocketAddr,
    site: Arc<Site>,
    clock: Arc<SetClock>,
    serving: JoinHandle<()>,
    _folder: TempDir,
}

impl Drop for Application {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Application {
    /// An application without any co-op, at `now`, with the demo's page for signing in.
    pub async fn start(now: Timestamp) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite:{}", folder.path().join("book.db").display());
        let database = Database::open(&url).await.expect("a new database");
        let clock = Arc::new(SetClock::at(now));
        let reads = Arc::clone(&clock) as Arc<dyn Clock>;
        let registers = Registers::open(database, Arc::clone(&reads)).await.expect("an empty database");
        let site = Arc::new(Site {
            registers: Arc::new(registers),
            clock: reads,
            catalogue: Catalogue::built_in(),
            is_demo: true,
            is_https: false,
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("the port");
        let routes = router(Arc::clone(&site));
        let serving = tokio::spawn(async move {
            axum::serve(listener, routes).await.expect("serving");
        });
        Self { address, site, clock, serving, _folder: folder }
    }

    /// The whole address of a path such as `/coassembly`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The registrars.
    pub fn registers(&self) -> &Registers {
        &self.site.registers
    }

    /// Sets the clock, and lets happen what is due then.
    pub async fn set_time(&self, now: Timestamp) {
        self.clock.set(now);
        self.registers().tick().await;
    }

    /// What the book of a co-op says now.
    pub fn state(&self, co_op: &str) -> Arc<State> {
        self.registers().registrar(&Slug::new(co_op)).expect("a founded co-op").state()
    }

    /// The height of a co-op's book: what a request that changed nothing leaves as it was.
    pub fn height(&self, co_op: &str) -> u64 {
        self.registers().registrar(&Slug::new(co_op)).expect("a founded co-op").head().height
    }

    /// The secret of a new session of somebody, for the `session` cookie.
    pub async fn session(&self, co_op: &str, party: PartyId) -> String {
        let now = self.clock.now();
        let database = self.registers().database();
        let co_op = Slug::new(co_op);
        let expires = now + SignedDuration::from_hours(30 * 24);
        let secret = database.issue(Kind::Session, &co_op, Some(party), "a browser", now, expires).await;
        secret.expect("the database takes accounts").text()
    }
}
