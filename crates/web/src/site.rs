//! What the pages stand on.

use std::{sync::Arc, time::Duration};

use rochdale_register::{Clock, Registers};
use rochdale_words::Catalogue;

use crate::{entrance::Entrance, lists::Lists};

/// The books, the time and the sentences: everything that a request may touch.
pub struct Site {
    /// The registrars of all co-ops.
    pub registers: Arc<Registers>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// The sentences.
    pub catalogue: Catalogue,
    /// Whether anybody may be anybody: so in the demo, and nowhere else.
    pub is_demo: bool,
    /// The way in.
    pub entrance: Entrance,
    /// Lists that are being brought in.
    pub lists: Lists,
}

impl Site {
    /// Lets time pass in every book, and sees to what follows outside the books from what it brought about.
    pub async fn tick(&self) {
        for passed in self.registers.tick().await {
            self.was_done(&passed.registrar, &passed.before, &passed.done).await;
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
}
