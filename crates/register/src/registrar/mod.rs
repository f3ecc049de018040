//! The registrar: one task an organization, which decides requests in order and commits them in
//! groups. Whoever reads the state waits for nobody.

mod answer;
mod draft;
mod keeper;
mod snapshot;
#[cfg(test)]
mod tests;
mod told;

use std::sync::Arc;

use arc_swap::ArcSwap;
use rochdale_core::{
    command::{By, Command},
    due::due,
    kept::mail_before,
    state::State,
    values::{RequestId, Slug},
};
use tokio::sync::{mpsc, oneshot};

pub use self::answer::{Answer, Done};
use self::keeper::{Asked, Errand, Keeper};
use crate::{clock::Clock, database::Database, entry::Head, fault::Fault, hash::Digest};

/// How many requests may wait; whoever comes then waits at the door.
const WAITING_MAX: usize = 4096;

/// A state and the head that it is the fold of.
struct View {
    state: Arc<State>,
    head: Head,
}

/// The way to one organization's registrar. Cloning gives another way to the same one; when the last
/// is dropped, it stops.
#[derive(Clone)]
pub struct Registrar {
    organization: Slug,
    database: Database,
    clock: Arc<dyn Clock>,
    errands: mpsc::Sender<Errand>,
    view: Arc<ArcSwap<View>>,
}

impl Registrar {
    /// Reads the book of `organization`, checks every entry, folds it and begins to take requests. Where
    /// there is a snapshot, only what came after it is read. A book that is not there yet is empty, and
    /// takes a founding.
    pub async fn open(database: Database, organization: &Slug, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        let view = Arc::new(ArcSwap::from_pointee(View { state: Arc::default(), head: Head::default() }));
        let mut keeper = Keeper::new(database.clone(), organization, Arc::clone(&clock), Arc::clone(&view));
        keeper.begin().await?;
        let (errands, waiting) = mpsc::channel(WAITING_MAX);
        tokio::spawn(keeper.keep(waiting));
        Ok(Self { organization: organization.clone(), database, clock, errands, view })
    }

    /// Whose book.
    pub fn organization(&self) -> &Slug {
        &self.organization
    }

    /// The state after the last commit. A page is a function of it.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.view.load().state)
    }

    /// The head of the book after the last commit.
    pub fn head(&self) -> Head {
        self.view.load().head
    }

    /// Asks for `command`. What is answered as done is on the disk. Asking again with the same id
    /// gives the same answer and does nothing twice.
    pub async fn submit(&self, by: By, id: RequestId, command: Command) -> Answer {
        let (answer, answered) = oneshot::channel();
        let asked = Asked { id, by, command, answer };
        if self.errands.send(Errand::Decide(Box::new(asked))).await.is_err() {
            return Answer::Fault(self.stopped());
        }
        answered.await.unwrap_or_else(|_| Answer::Fault(self.stopped()))
    }

    /// Asks for several commands at once, which are decided in their order; the answers are in it too.
    pub async fn submit_all(
        &self,
        by: By,
        asks: impl IntoIterator<Item = (RequestId, Command)>,
    ) -> Vec<Answer> {
        let mut waiting = Vec::new();
        for (id, command) in asks {
            let (answer, answered) = oneshot::channel();
            let asked = Asked { id, by, command, answer };
            let sent = self.errands.send(Errand::Decide(Box::new(asked))).await;
            waiting.push(sent.ok().map(|()| answered));
        }
        let mut answers = Vec::with_capacity(waiting.len());
        for answered in waiting {
            let answer = match answered {
                Some(answered) => answered.await.ok(),
                None => None,
            };
            answers.push(answer.unwrap_or_else(|| Answer::Fault(self.stopped())));
        }
        answers
    }

    /// Reads what others have appended to the book, where several programs keep it.
    pub async fn catch_up(&self) -> Result<(), Fault> {
        let (answer, answered) = oneshot::channel();
        self.errands.send(Errand::CatchUp(answer)).await.map_err(|_| self.stopped())?;
        answered.await.map_err(|_| self.stopped())?
    }

    /// Keeps a snapshot of the state as it is, so that the next start need not read the whole book. One
    /// is kept without asking whenever many entries have come.
    pub async fn keep_snapshot(&self) -> Result<(), Fault> {
        let (answer, answered) = oneshot::channel();
        self.errands.send(Errand::KeepSnapshot(answer)).await.map_err(|_| self.stopped())?;
        answered.await.map_err(|_| self.stopped())?
    }

    /// Catches up, and submits what time alone brings about; mail that the bylaws keep no longer is forgotten. The
    /// answers are in the order of [`due`].
    pub async fn tick(&self) -> Result<Vec<Answer>, Fault> {
        self.catch_up().await?;
        let mut answers = Vec::new();
        for command in due(&self.state(), self.clock.now()) {
            let id = self.clock_id(&command);
            answers.push(self.submit(By::Clock, id, command).await);
        }
        if let Some(before) = mail_before(&self.state(), self.clock.now()) {
            self.database.forget_mail(&self.organization, before).await?;
        }
        Ok(answers)
    }

    /// The id of a request of the clock. It follows from the head and the command, so that two
    /// programs that keep one book ask for the same thing once.
    fn clock_id(&self, command: &Command) -> RequestId {
        let asked = format!("{} {} {command:?}", self.organization, self.head().hash);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&Digest::of(asked.as_bytes()).0[..16]);
        RequestId(uuid::Builder::from_random_bytes(bytes).into_uuid())
    }

    fn stopped(&self) -> Fault {
        Fault {
            what: "the registrar has stopped; nobody knows whether the request was done".to_owned(),
            place: format!("the book of {}", self.organization),
            mend: "Start the program again and ask again with the same id: it is done only once.".to_owned(),
        }
    }
}
