//! The real application, in this process: pages, registrars and a SQLite file, under a clock that
//! the test sets.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use rochdale_core::{
    state::State,
    values::{PartyId, Slug},
};
use rochdale_mail::{Folder, Transport, deliver};
use rochdale_register::{Begun, Clock, Database, Kind, Purpose, Registers, SetClock};
use rochdale_web::{
    Site,
    entrance::{Entrance, MailWay, Origin},
    lists::Lists,
    router,
};
use rochdale_words::Catalogue;
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::addresses::DESK;

/// How often a journey looks for a mail.
const MAIL_TRIES: u32 = 200;

/// The application, serving until it is dropped.
pub struct Application {
    address: SocketAddr,
    site: Arc<Site>,
    clock: Arc<SetClock>,
    serving: JoinHandle<()>,
    folder: TempDir,
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
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let address = listener.local_addr().expect("the port");
        // By name, as people have it: browsers make no passkeys for numbers.
        let origin = Origin::new(&format!("http://localhost:{}", address.port())).expect("an origin");
        let registers = Registers::open(database, Arc::clone(&reads)).await.expect("an empty database");
        let site = Arc::new(Site {
            registers: Arc::new(registers),
            clock: reads,
            catalogue: Catalogue::built_in(),
            is_demo: true,
            entrance: Entrance::new(origin, MailWay::Folder),
            lists: Default::default(),
        });
        let routes = router(Arc::clone(&site)).into_make_service_with_connect_info::<SocketAddr>();
        let serving = tokio::spawn(async move {
            axum::serve(listener, routes).await.expect("serving");
        });
        Self { address, site, clock, serving, folder }
    }

    /// The whole address of a path such as `/coassembly`.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// The lists that are being brought in.
    pub fn lists(&self) -> &Lists {
        &self.site.lists
    }

    /// The registrars.
    pub fn registers(&self) -> &Registers {
        &self.site.registers
    }

    /// The newest mail to an address with a link in it, once it has come; it is delivered into a folder. Several may
    /// be delivered at once, in any order.
    pub async fn mail_with_link_to(&self, address: &str) -> String {
        let folder = self.folder.path().join("mail");
        let way = Folder::new(folder.clone(), "office@example.org").expect("a sender");
        let transport = Transport::Folder(way);
        let origin = self.site.entrance.origin.as_str();
        for _ in 0..MAIL_TRIES {
            let database = self.registers().database();
            deliver(database, &transport, origin, &*self.clock).await.expect("mail is delivered");
            let mails = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            let mails = mails.filter_map(|file| {
                let written = file.metadata().ok()?.modified().ok()?;
                let text = std::fs::read_to_string(file.path()).ok()?.replace("=\r\n", "");
                let is_it = text.contains(&format!("To: {address}\r\n")) && text.contains("/sign-in/link/");
                is_it.then_some((written, text))
            });
            if let Some((_, text)) = mails.max() {
                return text;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("no mail with a link came to {address}");
    }

    /// Makes a sign-in link of somebody; gives its path.
    pub async fn link(&self, co_op: &str, party: PartyId) -> String {
        let database = self.registers().database();
        let secret = database
            .issue_link(&Slug::new(co_op), party, Purpose::SignIn, Begun::Mail, self.clock.now())
            .await;
        format!("/sign-in/link/{}", secret.expect("the database takes links").text())
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

    /// The secret of a new session of somebody, or of [`DESK`], for the `session` cookie.
    pub async fn session(&self, co_op: &str, party: PartyId) -> String {
        let now = self.clock.now();
        let database = self.registers().database();
        let co_op = Slug::new(co_op);
        let expires = now + SignedDuration::from_hours(30 * 24);
        let party = Some(party).filter(|party| *party != DESK);
        let secret =
            database.issue(Kind::Session, &co_op, party, ("a browser", Begun::Mail), now, expires).await;
        secret.expect("the database takes accounts").text()
    }
}
