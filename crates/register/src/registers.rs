//! All the books of a database, each with its registrar.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use rochdale_core::{
    command::{By, Command},
    rulebook::Bundle,
    values::{RequestId, Slug},
};
use tokio::sync::Mutex;

use crate::{
    clock::Clock,
    database::Database,
    fault::Fault,
    registrar::{Answer, Registrar},
};

/// The registrars of all organizations in one database.
pub struct Registers {
    database: Database,
    clock: Arc<dyn Clock>,
    registrars: RwLock<BTreeMap<Slug, Registrar>>,
    /// Held while a book is opened, so that no book gets two registrars.
    opening: Mutex<()>,
}

impl Registers {
    /// Opens every book in the database; a damaged one is a fault that names its height.
    pub async fn open(database: Database, clock: Arc<dyn Clock>) -> Result<Self, Fault> {
        let registers = Self { database, clock, registrars: RwLock::default(), opening: Mutex::default() };
        registers.open_new().await?;
        Ok(registers)
    }

    /// The database, for what stays out of the books: accounts, backups, exports.
    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The registrar of the organization with this handle.
    pub fn registrar(&self, handle: &Slug) -> Option<Registrar> {
        self.registrars.read().unwrap_or_else(PoisonError::into_inner).get(handle).cloned()
    }

    /// All registrars, in the order of their handles.
    pub fn all(&self) -> Vec<Registrar> {
        self.registrars.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// Founds a co-op: the first entry of a new book. The desk asks.
    pub async fn found(&self, id: RequestId, handle: Slug, rulebook: Bundle) -> Answer {
        let _opening = self.opening.lock().await;
        let registrar = match self.registrar(&handle) {
            Some(registrar) => registrar,
            None => match Registrar::open(self.database.clone(), &handle, Arc::clone(&self.clock)).await {
                Ok(registrar) => registrar,
                Err(fault) => return Answer::Fault(fault),
            },
        };
        let command = Command::Found { handle: handle.clone(), rulebook };
        let answer = registrar.submit(By::Desk, id, command).await;
        if registrar.state().is_founded() {
            self.keep(registrar);
        }
        answer
    }

    /// Lets time pass in every book: what is due now is submitted. Books that another program has
    /// founded in the meantime are opened first. Refusals and faults are logged.
    pub async fn tick(&self) {
        if let Err(fault) = self.open_new().await {
            tracing::error!(%fault, "books cannot be opened");
        }
        for registrar in self.all() {
            let organization = registrar.organization();
            match registrar.tick().await {
                Ok(answers) => {
                    for answer in answers.iter().filter(|answer| !matches!(answer, Answer::Done(_))) {
                        tracing::warn!(%organization, ?answer, "what is due was not done");
                    }
                }
                Err(fault) => tracing::error!(%organization, %fault, "time does not pass in a book"),
            }
        }
    }

    /// Lets time pass again and again, `every` so often, for as long as the program runs.
    pub async fn keep_time(&self, every: Duration) -> ! {
        let mut interval = tokio::time::interval(every);
        interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            interval.tick().await;
            self.tick().await;
        }
    }

    /// Opens the books that have no registrar yet.
    async fn open_new(&self) -> Result<(), Fault> {
        let _opening = self.opening.lock().await;
        for handle in self.database.organizations().await? {
            if self.registrar(&handle).is_none() {
                let registrar =
                    Registrar::open(self.database.clone(), &handle, Arc::clone(&self.clock)).await?;
                self.keep(registrar);
            }
        }
        Ok(())
    }

    fn keep(&self, registrar: Registrar) {
        let mut registrars = self.registrars.write().unwrap_or_else(PoisonError::into_inner);
        registrars.insert(registrar.organization().clone(), registrar);
    }
}
