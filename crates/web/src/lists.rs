//! Lists on their way in: what somebody has brought and not confirmed yet, and what of it is being entered.
//!
//! They are kept in memory and nowhere else: a list is full of what people told only this co-op, and nobody
//! should have to remember to delete it. A program that is started again has forgotten them; bringing the
//! file again does no harm, because a row enters once.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use jiff::{SignedDuration, Timestamp};
use rochdale_core::{command::By, decide::Denied, values::Slug};
use rochdale_lists::{Counts, Entering, Failed, Heard, Matching, Plan, Sheet};
use rochdale_register::{Answer, Registrar};
use uuid::Uuid;

/// How long a list is kept after somebody last did something with it.
const KEPT_FOR: SignedDuration = SignedDuration::from_mins(60);

/// How many lists are kept at a time; for one more, the one that was left alone longest is forgotten.
const KEPT_MAX: usize = 4;

/// All lists on their way in.
#[derive(Default)]
pub struct Lists(Mutex<BTreeMap<Uuid, Arc<Brought>>>);

/// A list that somebody has brought.
pub struct Brought {
    /// For which co-op.
    pub organization: Slug,
    /// Who brought it. Nobody else sees it.
    pub by: By,
    /// The name of its file.
    pub name: String,
    /// The file, to be read anew where it was read wrongly.
    pub bytes: Vec<u8>,
    touched: Mutex<Timestamp>,
    step: Mutex<Step>,
}

/// How far a list is.
#[derive(Clone)]
pub enum Step {
    /// It is looked at.
    Read(Reading),
    /// It is being entered.
    Entering {
        /// How many requests that takes.
        of: usize,
        /// How many have been answered.
        heard: Arc<AtomicUsize>,
    },
    /// It is entered.
    Entered(Arc<Ended>),
}

/// A list as it is read.
#[derive(Clone)]
pub struct Reading {
    /// Its rows.
    pub sheet: Arc<Sheet>,
    /// How they are read.
    pub matching: Arc<Matching>,
    /// What would come of it.
    pub plan: Arc<Plan>,
}

/// What came of a list.
pub struct Ended {
    /// What was entered.
    pub done: Counts,
    /// What was not.
    pub failed: Vec<Failed>,
    /// How many rows were left out from the beginning.
    pub left_out: usize,
}

impl Lists {
    fn kept(&self) -> MutexGuard<'_, BTreeMap<Uuid, Arc<Brought>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a list; gives the number by which whoever brought it finds it.
    pub fn keep(&self, brought: Brought) -> Uuid {
        let now = brought.touched();
        let mut kept = self.kept();
        kept.retain(|_, one| one.is_busy() || one.touched() + KEPT_FOR > now);
        while kept.len() >= KEPT_MAX {
            let oldest = kept.iter().filter(|(_, one)| !one.is_busy()).min_by_key(|(_, one)| one.touched());
            let Some(oldest) = oldest.map(|(id, _)| *id) else { break };
            kept.remove(&oldest);
        }
        let id = Uuid::new_v4();
        kept.insert(id, Arc::new(brought));
        id
    }

    /// The list with this number, for whoever brought it to that co-op.
    pub fn of(&self, id: Uuid, organization: &Slug, by: By, now: Timestamp) -> Option<Arc<Brought>> {
        let mut kept = self.kept();
        kept.retain(|_, one| one.is_busy() || one.touched() + KEPT_FOR > now);
        let found = kept.get(&id).filter(|one| one.organization == *organization && one.by == by)?;
        *lock(&found.touched) = now;
        Some(Arc::clone(found))
    }

    /// Forgets a list.
    pub fn forget(&self, id: Uuid) {
        self.kept().remove(&id);
    }

    /// Forgets every list that was brought to a co-op, but for one that is being entered.
    pub fn forget_of(&self, organization: &Slug) {
        self.kept().retain(|_, one| one.is_busy() || one.organization != *organization);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing is half done under these locks, so a panic elsewhere has spoilt nothing.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Brought {
    /// A list that was brought just now.
    pub fn new(
        organization: Slug,
        by: By,
        name: String,
        bytes: Vec<u8>,
        reading: Reading,
        now: Timestamp,
    ) -> Self {
        let (touched, step) = (Mutex::new(now), Mutex::new(Step::Read(reading)));
        Self { organization, by, name, bytes, touched, step }
    }

    fn touched(&self) -> Timestamp {
        *lock(&self.touched)
    }

    fn is_busy(&self) -> bool {
        matches!(*lock(&self.step), Step::Entering { .. })
    }

    /// How far it is.
    pub fn step(&self) -> Step {
        lock(&self.step).clone()
    }

    /// Reads it otherwise, unless it is confirmed already.
    pub fn read(&self, reading: Reading) {
        let mut step = lock(&self.step);
        if let Step::Read(now) = &mut *step {
            *now = reading;
        }
    }

    /// Begins to enter it with `registrar`, once, if the plan that was `seen` is the one it has: somebody who
    /// confirms twice confirms once. Whether it is being entered.
    pub fn confirm(self: &Arc<Self>, registrar: Registrar, seen: &str) -> bool {
        let mut step = lock(&self.step);
        let Step::Read(reading) = &*step else { return true };
        if !reading.plan.is_ready() || reading.plan.digest() != seen {
            return false;
        }
        let plan = Arc::clone(&reading.plan);
        let heard = Arc::new(AtomicUsize::new(0));
        *step = Step::Entering { of: plan.requests(), heard: Arc::clone(&heard) };
        let this = Arc::clone(self);
        tokio::spawn(async move {
            let ended =
                enter(&registrar, this.by, &plan, |count| heard.store(count, Ordering::Relaxed)).await;
            *lock(&this.step) = Step::Entered(Arc::new(ended));
        });
        true
    }
}

/// Enters a plan with `registrar` in the name of `by`; `told` hears after each batch how many requests have
/// been answered.
pub async fn enter(registrar: &Registrar, by: By, plan: &Plan, mut told: impl FnMut(usize)) -> Ended {
    let mut entering = Entering::of(plan);
    loop {
        let asks = entering.asks();
        if asks.is_empty() {
            break;
        }
        let commands: Vec<_> = asks.iter().map(|asked| (asked.id, asked.command.clone())).collect();
        for (asked, answer) in asks.iter().zip(registrar.submit_all(by, commands).await) {
            entering.heard(asked, heard(&answer));
        }
        told(entering.heard);
    }
    Ended {
        done: entering.done,
        failed: entering.failed,
        left_out: plan.left_out().count() + plan.wrong().count(),
    }
}

fn heard(answer: &Answer) -> Heard<'_> {
    match answer {
        Answer::Done(done) => Heard::Done(&done.facts),
        Answer::Refused(refusal) => Heard::Denied(Denied::Refused(refusal.clone())),
        Answer::Malformed(malformed) => Heard::Denied(Denied::Malformed(malformed.clone())),
        Answer::Fault(fault) => Heard::Broke(fault.what.clone()),
    }
}
