//! The loop behind a registrar: takes what is waiting, drafts it, commits it, publishes the state,
//! answers everybody.

use std::sync::Arc;

use arc_swap::ArcSwap;
use futures_util::{StreamExt, TryStreamExt, stream::TryChunksError};
use jiff::Timestamp;
use rochdale_core::{
    apply::apply,
    command::{By, Command},
    fact::Happened,
    state::State,
    values::{RequestId, Slug},
};
use tokio::sync::{Mutex, mpsc, oneshot};

use super::{
    View,
    answer::Answer,
    draft::{Broken, Draft, Outcome},
    snapshot,
    told::{Told, again},
};
use crate::{
    clock::Clock,
    database::{Database, NotAppended},
    entry::{Entry, Head},
    fault::{Fault, Unread},
};

/// How many requests one transaction holds at most.
const BATCH_MAX: usize = 1024;

/// How many entries are checked in one go when a book is read.
const STRETCH_ENTRIES: usize = 2048;
/// How many such stretches are checked at a time.
const STRETCHES_AT_A_TIME: usize = 4;

/// A request with the way back to whoever waits for its answer.
pub struct Asked {
    pub id: RequestId,
    pub by: By,
    pub command: Command,
    pub answer: oneshot::Sender<Answer>,
}

/// What the loop can be asked for.
pub enum Errand {
    Decide(Box<Asked>),
    CatchUp(oneshot::Sender<Result<(), Fault>>),
    KeepSnapshot(oneshot::Sender<Result<(), Fault>>),
}

/// The entries of a stretch of the book with what happened, once each is sound and follows the one
/// before; the first follows `head`.
fn checked(mut head: Head, entries: Vec<Entry>) -> Result<Vec<(Entry, Happened)>, Unread> {
    let mut checked = Vec::with_capacity(entries.len());
    for entry in entries {
        entry.check(&head)?;
        head = entry.head();
        let happened = entry.happened()?;
        checked.push((entry, happened));
    }
    Ok(checked)
}

/// What the loop keeps: the state and the head of the last commit, and which requests are done.
pub struct Keeper {
    database: Database,
    organization: Slug,
    clock: Arc<dyn Clock>,
    state: State,
    head: Head,
    told: Told,
    /// The height of the newest snapshot that was kept or is being kept.
    snapshot: u64,
    /// Held by whoever keeps a snapshot: two at once would delete each other's parts.
    keeping: Arc<Mutex<()>>,
    view: Arc<ArcSwap<View>>,
}

impl Keeper {
    pub fn new(
        database: Database,
        organization: &Slug,
        clock: Arc<dyn Clock>,
        view: Arc<ArcSwap<View>>,
    ) -> Self {
        let organization = organization.clone();
        let (state, head, told) = (State::default(), Head::default(), Told::default());
        Self { database, organization, clock, state, head, told, snapshot: 0, keeping: Arc::default(), view }
    }

    /// Reads the book to its end, from the newest snapshot on where there is one.
    pub async fn begin(&mut self) -> Result<(), Fault> {
        if let Some(beginning) = snapshot::newest(&self.database, &self.organization).await? {
            self.state = beginning.state;
            self.head = beginning.head;
            self.told = beginning.told;
            self.snapshot = self.head.height;
            self.show();
        }
        self.catch_up().await
    }

    /// Works until nobody can ask any more.
    pub async fn keep(mut self, mut waiting: mpsc::Receiver<Errand>) {
        let mut errands = Vec::new();
        while waiting.recv_many(&mut errands, BATCH_MAX).await > 0 {
            let mut batch = Vec::new();
            let mut behind = Vec::new();
            for errand in errands.drain(..) {
                match errand {
                    Errand::Decide(asked) => batch.push(*asked),
                    Errand::CatchUp(answer) => behind.push(answer),
                    Errand::KeepSnapshot(answer) => {
                        let keeping = self.snapshot();
                        tokio::spawn(async move {
                            let _ = answer.send(keeping.await);
                        });
                    }
                }
            }
            if !behind.is_empty() {
                let caught_up = self.catch_up().await;
                for answer in behind {
                    // Whoever no longer waits needs no answer.
                    let _ = answer.send(caught_up.clone());
                }
            }
            if !batch.is_empty() {
                self.settle(batch).await;
            }
        }
    }

    /// Decides a batch, commits it and answers everybody in it.
    async fn settle(&mut self, mut batch: Vec<Asked>) {
        let answers = loop {
            let mut draft = Draft::on(&self.state, self.head);
            let outcomes = match self.draft(&mut draft, &batch) {
                Ok(outcomes) => outcomes,
                Err((broken, Broken(why))) => {
                    let asked = batch.remove(broken);
                    let _ = asked.answer.send(Answer::Fault(self.broken(&asked.id, &why)));
                    continue;
                }
            };
            match self.commit(&draft).await {
                Ok(()) => {
                    let base = self.head.height;
                    let answers = self.answers(outcomes, &draft, base).await;
                    self.publish(draft);
                    break answers;
                }
                // Somebody else appended: read it, and decide anew on what is so now.
                Err(NotAppended::HeadMoved) => match self.catch_up().await {
                    Ok(()) => continue,
                    Err(fault) => break batch.iter().map(|_| Answer::Fault(fault.clone())).collect(),
                },
                Err(NotAppended::Fault(fault)) => {
                    break batch.iter().map(|_| Answer::Fault(fault.clone())).collect();
                }
            }
        };
        for (asked, answer) in batch.into_iter().zip(answers) {
            let _ = asked.answer.send(answer);
        }
    }

    /// What each request of the batch comes to, in order; or the place of one that broke the program.
    fn draft(&self, draft: &mut Draft, batch: &[Asked]) -> Result<Vec<Outcome>, (usize, Broken)> {
        let decide = |(place, asked): (usize, &Asked)| {
            draft.decide(&self.organization, asked, self.now(), &self.told).map_err(|broken| (place, broken))
        };
        batch.iter().enumerate().map(decide).collect()
    }

    /// The time in whole microseconds, which is what the book keeps: deciding must not see more of it.
    fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// Puts a draft into the book. One that appends nothing is as good as the head it rests on, so
    /// that must still be the book's: a refusal is never given for what was so a while ago.
    async fn commit(&self, draft: &Draft) -> Result<(), NotAppended> {
        if !draft.entries.is_empty() {
            return self.database.append(&self.organization, &draft.entries, &draft.erasures).await;
        }
        match self.database.height(&self.organization).await {
            Ok(height) if height == self.head.height => Ok(()),
            Ok(_) => Err(NotAppended::HeadMoved),
            Err(fault) => Err(NotAppended::Fault(fault)),
        }
    }

    async fn answers(&self, outcomes: Vec<Outcome>, draft: &Draft, base: u64) -> Vec<Answer> {
        let mut answers = Vec::with_capacity(outcomes.len());
        for outcome in outcomes {
            answers.push(match outcome {
                Outcome::Done(done) => Answer::Done(done),
                Outcome::Denied(denied) => denied.into(),
                Outcome::Again { heights, by, command_hash } => {
                    let place = self.database.place();
                    let entries = if heights.start > base {
                        let of_it = draft.entries.iter().filter(|entry| heights.contains(&entry.height));
                        Ok(of_it.cloned().collect())
                    } else {
                        self.database.stretch(&self.organization, heights.start, heights.end - 1).await
                    };
                    match entries {
                        Ok(entries) => again(&entries, by, command_hash, place),
                        Err(unread) => Answer::Fault(unread.into_fault(place)),
                    }
                }
            });
        }
        answers
    }

    /// Makes a committed draft what everybody sees.
    fn publish(&mut self, draft: Draft) {
        if draft.entries.is_empty() {
            return;
        }
        self.state = draft.state;
        self.head = draft.head;
        self.told.take(draft.told);
        self.show();
        self.snapshot_if_long_ago();
    }

    fn show(&self) {
        self.view.store(Arc::new(View { state: Arc::new(self.state.clone()), head: self.head }));
    }

    /// Reads the book from the head that is known to its end, checks it and folds it. If that fails,
    /// all stays as it was.
    pub async fn catch_up(&mut self) -> Result<(), Fault> {
        let (mut state, mut head, mut told) = (self.state.clone(), self.head, Told::default());
        let damaged = |unread: Unread| unread.into_fault(self.database.place());
        // Hashing and reading take most of the time, and need nothing of the state: stretches of the
        // book are checked beside each other, and folded in order.
        let mut before = head;
        let mut stretches = self
            .database
            .entries(&self.organization, head.height + 1, u64::MAX)
            .try_chunks(STRETCH_ENTRIES)
            .map(|stretch| {
                let (entries, broken_off) = match stretch {
                    Ok(entries) => (entries, None),
                    Err(TryChunksError(entries, unread)) => (entries, Some(unread)),
                };
                let after = before;
                before = entries.last().map_or(before, Entry::head);
                (after, entries, broken_off)
            })
            .map(|(after, entries, broken_off)| async move {
                let checked = tokio::task::spawn_blocking(move || checked(after, entries)).await;
                // The first thing wrong is told: one in a stretch before the one that broke it off.
                let checked =
                    checked.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))?;
                broken_off.map_or(Ok(checked), Err)
            })
            .buffered(STRETCHES_AT_A_TIME);
        while let Some(stretch) = stretches.try_next().await.map_err(damaged)? {
            for (entry, happened) in stretch {
                apply(&mut state, &happened);
                head = entry.head();
                told.note(&entry);
            }
        }
        drop(stretches);
        if head.height > self.head.height {
            self.state = state;
            self.head = head;
            self.told.take(told);
            self.show();
            self.snapshot_if_long_ago();
        }
        Ok(())
    }

    /// Keeps a snapshot beside the work, if many entries have come since the last.
    fn snapshot_if_long_ago(&mut self) {
        if self.head.height >= self.snapshot + snapshot::ENTRIES_BETWEEN {
            let keeping = self.snapshot();
            let organization = self.organization.clone();
            tokio::spawn(async move {
                if let Err(fault) = keeping.await {
                    tracing::warn!(%organization, %fault, "no snapshot was kept; the next start takes longer");
                }
            });
        }
    }

    /// Keeps the state as it is now as a snapshot.
    fn snapshot(&mut self) -> impl Future<Output = Result<(), Fault>> + use<> {
        let (database, organization) = (self.database.clone(), self.organization.clone());
        let (state, head, requests) = (self.state.clone(), self.head, self.told.parts());
        self.snapshot = head.height;
        let keeping = Arc::clone(&self.keeping);
        async move {
            let _alone = keeping.lock().await;
            snapshot::keep(&database, &organization, state, head, requests).await
        }
    }

    fn broken(&self, id: &RequestId, why: &str) -> Fault {
        Fault {
            what: format!("the program has a mistake and cannot decide request {id}: {why}"),
            place: format!("the book of {}, after height {}", self.organization, self.head.height),
            mend: "Nothing was changed. Please report it with this text; other requests are decided as ever."
                .to_owned(),
        }
    }
}
