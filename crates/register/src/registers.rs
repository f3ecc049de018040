//! All the books of a database, each with its registrar.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use rochdale_core::{
    command::{By, Command},
    rulebook::Bundle,
    state::State,
    values::{RequestId, Slug},
};
use tokio::sync::Mutex;

use crate::{
    clock::Clock,
    database::Database,
    fault::Fault,
    registrar::{Answer, Done, Registrar},
};

/// Something that time alone brought about.
pub struct Passed {
    /// The registrar of the book in which it was done.
    pub registrar: Registrar,
    /// The state before it.
    pub before: Arc<State>,
    /// What was done.
    pub done: Done,
}

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
    /// founded in the meantime are opened first. Refusals and faults are logged; what was done is
    /// returned, for whoever sees to what follows from it outside the books.
    pub async fn tick(&self) -> Vec<Passed> {
        if let Err(fault) = self.open_new().await {
            tracing::error!(%fault, "books cannot be opened");
        }
        let mut passed = Vec::new();
        for registrar in self.all() {
            let before = registrar.state();
            match registrar.tick().await {
                Ok(answers) => {
                    for answer in answers {
                        let organization = registrar.organization();
                        let what = answer.in_a_word();
                        match answer {
                            Answer::Done(done) => passed.push(Passed {
                                registrar: registrar.clone(),
                                before: Arc::clone(&before),
                                done,
                            }),
                            _ => tracing::warn!(%organization, answer = what, "what is due was not done"),
                        }
                    }
                }
                Err(fault) => {
                    let organization = registrar.organization();
                    tracing::error!(%organization, %fault, "time does not pass in a book");
                }
            }
        }
        passed
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
