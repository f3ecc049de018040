//! A co-op's book, folded without any registrar: to look, nothing need run.

use std::sync::Arc;

use futures_util::TryStreamExt;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use rochdale_core::{apply::apply, rulebook::Rulebook, state::State, values::Slug};
use rochdale_register::{Database, entry::Head};
use rochdale_words::Words;

use crate::{context::Context, failure::Failure};

/// A co-op as its book has it.
pub struct Book {
    /// Where the book is kept.
    pub database: Database,
    /// Whose it is.
    pub organization: Slug,
    /// The state after its last entry.
    pub state: State,
    /// The end of it.
    pub head: Head,
    /// The edition in force today.
    pub rulebook: Arc<Rulebook>,
    /// Today in the co-op's time zone.
    pub today: Date,
    zone: TimeZone,
}

impl Book {
    /// The book of the co-op that is meant, read to its end and checked on the way.
    pub async fn open(context: &Context) -> Result<Self, Failure> {
        let database = context.database().await?;
        let organization = context.organization(&database).await?;
        let (state, head) = fold(&database, &organization, Timestamp::MAX).await?;
        let today = state.date_of(Timestamp::now());
        let rulebook = state.rulebook_on(today).ok_or_else(|| {
            Failure::not_understood(
                "the edition of the bylaws in this book cannot be read",
                database.place(),
                "use the version of the program that wrote the book, or a newer one",
            )
        })?;
        let zone = state.time_zone();
        Ok(Self { database, organization, state, head, rulebook, today, zone })
    }

    /// The state as it stood at the end of `day`: what was decided later is not in it. Not understood where the day is
    /// still to come.
    pub async fn as_of(&self, day: Date) -> Result<State, Failure> {
        let day = self.day(Some(day))?;
        let next = day.checked_add(1.day()).and_then(|next| next.to_zoned(self.zone.clone()));
        match next {
            Ok(next) => {
                let through = next.timestamp() - 1.microsecond();
                Ok(fold(&self.database, &self.organization, through).await?.0)
            }
            Err(_) => Ok(self.state.clone()),
        }
    }

    /// The day that is asked for with `--on`, today where none is; not understood where it is still to come.
    pub fn day(&self, on: Option<Date>) -> Result<Date, Failure> {
        let day = on.unwrap_or(self.today);
        if self.today < day {
            let what = format!("{day} is still to come");
            return Err(Failure::not_understood(what, "--on", "give today or a day before it"));
        }
        Ok(day)
    }

    /// Hands `say` the sentences of the catalogue with the names of this book.
    pub fn said<T>(&self, context: &Context, say: impl FnOnce(&Words<'_>) -> T) -> T {
        context.said(&self.state, say)
    }
}

/// The state after the last entry that was decided at or before `through`, and that entry as the head.
async fn fold(
    database: &Database,
    organization: &Slug,
    through: Timestamp,
) -> Result<(State, Head), Failure> {
    let unread = |error| Failure::unread(error, database.place());
    let (_, mut entries) = database.whole_book(organization).await.map_err(unread)?;
    let (mut state, mut head) = (State::default(), Head::default());
    while let Some(entry) = entries.try_next().await.map_err(unread)? {
        entry.check(&head).map_err(|flaw| unread(flaw.into()))?;
        if entry.at > through {
            break;
        }
        head = entry.head();
        apply(&mut state, &entry.happened().map_err(|flaw| unread(flaw.into()))?);
    }
    Ok((state, head))
}
