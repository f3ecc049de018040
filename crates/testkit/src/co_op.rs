//! A co-op in memory, under a clock that the test sets.

use std::{cell::RefCell, rc::Rc};

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use rochdale_core::{
    apply::apply,
    command::{By, Command, Request},
    decide::{Decided, decide},
    due::due,
    fact::{Fact, Happened},
    personal::Personal,
    rulebook::{Bundle, Rulebook},
    state::State,
    values::{PartyId, RequestId},
};
use uuid::Uuid;

use crate::{Answer, Organization, Person};

/// A co-op. Clones are the same co-op: people hold one each.
#[derive(Debug, Clone)]
pub struct CoOp(Rc<RefCell<Book>>);

#[derive(Debug)]
struct Book {
    state: State,
    facts: Vec<Happened>,
    now: Timestamp,
    asked: u128,
}

impl Book {
    fn ask(&mut self, by: By, command: Command) -> Decided {
        self.asked += 1;
        let request = Request { id: RequestId(Uuid::from_u128(self.asked)), by, at: self.now, command };
        let recorded = decide(&self.state, &request)?;
        for recorded in recorded.clone() {
            let happened = Happened { at: self.now, by, recorded };
            apply(&mut self.state, &happened);
            self.facts.push(happened);
        }
        Ok(recorded)
    }
}

impl CoOp {
    /// A co-op that begins with these bylaws at noon on the first day of the edition.
    #[track_caller]
    pub fn founded(rulebook: &Bundle) -> Self {
        let read = Rulebook::read(rulebook).rulebook.expect("a rulebook that can be read");
        let front = &read.front;
        let noon = front.in_force_from.at(12, 0, 0, 0).to_zoned(front.time_zone.clone());
        let now = noon.expect("a day within range").timestamp();
        let book = Book { state: State::default(), facts: Vec::new(), now, asked: 0 };
        let co_op = Self(Rc::new(RefCell::new(book)));
        let found = Command::Found { handle: front.id.clone(), rulebook: rulebook.clone() };
        co_op.asks(By::Desk, found).done();
        co_op
    }

    /// Asks for something now.
    pub fn asks(&self, by: By, command: Command) -> Answer {
        let mut book = self.0.borrow_mut();
        let decided = book.ask(by, command);
        Answer::new(decided, &book.state)
    }

    /// Lets the desk ask for something now.
    pub fn desk(&self, command: Command) -> Answer {
        self.asks(By::Desk, command)
    }

    /// Sets the clock to noon of a day in the co-op's time zone; what has fallen due happens then.
    #[track_caller]
    pub fn on(&self, day: &str) {
        self.at(&format!("{day}T12:00"));
    }

    /// Sets the clock to a time such as `2026-03-02T18:00` in the co-op's time zone.
    #[track_caller]
    pub fn at(&self, time: &str) {
        let now = self.instant(time);
        self.0.borrow_mut().now = now;
        for command in due(&self.state(), now) {
            self.asks(By::Clock, command).done();
        }
    }

    /// A time such as `2026-03-02T18:00` in the co-op's time zone.
    #[track_caller]
    pub fn instant(&self, time: &str) -> Timestamp {
        let time: DateTime = time.parse().expect("a day and a time");
        time.to_zoned(self.state().time_zone()).expect("a time within range").timestamp()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.borrow().now
    }

    /// Today in the co-op's time zone.
    pub fn today(&self) -> Date {
        let book = self.0.borrow();
        book.state.date_of(book.now)
    }

    /// The register as it is now.
    pub fn state(&self) -> State {
        self.0.borrow().state.clone()
    }

    /// Every fact so far, in order.
    pub fn facts(&self) -> Vec<Happened> {
        self.0.borrow().facts.clone()
    }

    /// Enters a person.
    #[track_caller]
    pub fn person(&self, name: &str) -> Person {
        let details = Personal {
            name: name.to_owned(),
            email: None,
            place: None,
            salt: format!("the salt of {name} in this co-op"),
        };
        let party = entered(&self.desk(Command::EnterPerson { details }).done());
        Person::new(self.clone(), party)
    }

    /// Enters an organization.
    #[track_caller]
    pub fn organization(&self, name: &str) -> Organization {
        let command = Command::EnterOrganization { name: name.to_owned(), place: None };
        Organization::new(self.clone(), entered(&self.desk(command).done()))
    }

    /// Enters people and records on the opening roll that they are of a class since today.
    #[track_caller]
    pub fn members<const N: usize>(&self, class: &str, names: [&str; N]) -> [Person; N] {
        names.map(|name| {
            let person = self.person(name);
            person.is_admitted(class).done();
            person
        })
    }
}

fn entered(facts: &[Fact]) -> PartyId {
    facts
        .iter()
        .find_map(|fact| match fact {
            Fact::PersonEntered { party } | Fact::OrganizationEntered { party, .. } => Some(*party),
            _ => None,
        })
        .expect("an entering makes a party")
}
