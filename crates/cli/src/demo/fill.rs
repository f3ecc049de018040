//! Filling a database with the year.

use std::{collections::BTreeMap, io::Cursor, sync::Arc};

use include_dir::{Dir, DirEntry, include_dir};
use jiff::Timestamp;
use rochdale_core::{
    command::{Command, Request},
    rulebook::{Bundle, Rulebook},
    values::Slug,
};
use rochdale_register::{Answer, Database, Fault, Registers, SetClock, export, import};

use super::{
    coassembly, connecticut,
    plan::Plan,
    teller::{Teller, Told},
};

/// The rulebooks that the program ships with.
static RULEBOOKS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../rulebooks");

/// Fills `database` with both co-ops and a year that ends at `now`; gives how many requests it took.
///
/// The registrar decides and chains in memory, and the books then move into the database as any
/// exported book does: in a few transactions instead of one for each of some thousand requests.
pub async fn fill(database: &Database, now: Timestamp) -> Result<usize, Fault> {
    let memory = Database::open("memory:").await?;
    let clock = Arc::new(SetClock::at(Timestamp::UNIX_EPOCH));
    let registers = Registers::open(memory.clone(), Arc::clone(&clock) as _).await?;
    let mut count = 0;
    let mut files = Vec::new();
    for teller in
        [told("coassembly", coassembly::plan, now)?, told("cooperate-connecticut", connecticut::plan, now)?]
    {
        count += teller.requests.len();
        clock.set(Timestamp::UNIX_EPOCH);
        for request in teller.requests {
            clock.set(request.at);
            perform(&registers, request, teller.state.handle.as_ref()).await?;
        }
        files.extend(teller.state.handle.map(|handle| (handle, teller.files)));
    }
    for organization in memory.organizations().await? {
        let mut book = Vec::new();
        let place = memory.place();
        let written = export(&memory, &organization, true, &mut book, place).await;
        written.map_err(|unread| unread.into_fault(place))?;
        let brought = import(database, &mut Cursor::new(book), place).await;
        brought.map_err(|error| error.into_fault(place))?;
    }
    // A book says which files there are; they stand beside it.
    for (organization, files) in files {
        for (document, bytes) in files {
            database.keep_file(&organization, document, &bytes).await?;
        }
    }
    Ok(count)
}

/// The year of one co-op, told up to now.
fn told(name: &str, tell: fn(&mut Plan, &Bundle) -> Told, now: Timestamp) -> Result<Teller, Fault> {
    told_by(&shipped(name), name, tell, now)
}

/// The same by these bylaws.
fn told_by(
    bundle: &Bundle,
    name: &str,
    tell: fn(&mut Plan, &Bundle) -> Told,
    now: Timestamp,
) -> Result<Teller, Fault> {
    let zone = Rulebook::read(bundle).rulebook.map(|rulebook| rulebook.front.time_zone);
    let zone = zone.ok_or_else(|| misfit(name, "its rulebook cannot be read"))?;
    let mut plan = Plan::until(now, zone);
    tell(&mut plan, bundle).and_then(|()| plan.tell()).map_err(|untold| misfit(name, &untold.to_string()))
}

/// Submits one request and takes nothing but "done".
async fn perform(registers: &Registers, request: Request, handle: Option<&Slug>) -> Result<(), Fault> {
    let Some(handle) = handle else { return Err(misfit("the demo", "it is never founded")) };
    let answer = match request.command {
        Command::Found { handle, rulebook } => registers.found(request.id, handle, rulebook).await,
        command => match registers.registrar(handle) {
            Some(registrar) => registrar.submit(request.by, request.id, command).await,
            None => return Err(misfit(handle.as_str(), "it is never founded")),
        },
    };
    match answer {
        Answer::Done(_) => Ok(()),
        Answer::Fault(fault) => Err(fault),
        Answer::Refused(_) | Answer::Malformed(_) => Err(misfit(handle.as_str(), &format!("{answer:?}"))),
    }
}

fn misfit(name: &str, why: &str) -> Fault {
    Fault {
        what: format!("the demo's story of {name} does not fit its bylaws: {why}"),
        place: "this program".to_owned(),
        mend: "Use another version of the program, and please report this.".to_owned(),
    }
}

/// The files of a rulebook that the program ships with.
fn shipped(name: &str) -> Bundle {
    let mut files = BTreeMap::new();
    if let Some(folder) = RULEBOOKS.get_dir(name) {
        collect(folder, name, &mut files);
    }
    Bundle(files)
}

fn collect(folder: &Dir<'_>, name: &str, files: &mut BTreeMap<String, String>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(folder) => collect(folder, name, files),
            DirEntry::File(file) => {
                let path = file.path().strip_prefix(name).unwrap_or_else(|_| file.path());
                // A path separator is another character on some systems; in a rulebook it is `/`.
                let path: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
                if let Some(text) = file.contents_utf8() {
                    files.insert(path.join("/"), text.to_owned());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::{
        ToSpan,
        civil::{Date, date},
        tz::TimeZone,
    };
    use rochdale_core::{
        apply::apply,
        archive::File,
        decide::decide,
        fact::{Happened, Recorded},
        state::State,
        values::DocumentId,
    };

    use super::{super::BLOCKED, *};

    fn now() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    /// How many are in each class at the end, and how many proposals are at each stage.
    fn counts(teller: &Teller) -> (BTreeMap<String, usize>, BTreeMap<String, usize>) {
        let today = teller.state.date_of(now());
        let (mut classes, mut stages) = (BTreeMap::new(), BTreeMap::new());
        for held in teller.state.memberships_on(today) {
            let (_, class) = held.class_on(today).unwrap();
            *classes.entry(class.to_string()).or_default() += 1;
        }
        for proposal in teller.state.proposals() {
            let stage = match &proposal.decided {
                Some((_, tally)) => {
                    format!("{:?} {}", tally.how, if tally.carried { "carried" } else { "not" })
                }
                None => format!("{:?}", proposal.stage),
            };
            *stages.entry(stage).or_default() += 1;
        }
        (classes, stages)
    }

    fn pairs(counts: &BTreeMap<String, usize>) -> Vec<(&str, usize)> {
        counts.iter().map(|(name, count)| (name.as_str(), *count)).collect()
    }

    #[test]
    fn coassembly_has_a_year_behind_it() {
        let teller = told("coassembly", coassembly::plan, now()).unwrap();
        let (classes, stages) = counts(&teller);
        let expected =
            [("associate", 2), ("external-collaborator", 4), ("flying-member", 3), ("worker-owner", 7)];
        assert_eq!(pairs(&classes), expected);
        let expected = [
            ("Consensus carried", 14),
            ("Draft", 1),
            ("InRound", 3),
            ("Vote carried", 2),
            ("Vote not", 1),
            ("Voting", 1),
            ("Withdrawn", 1),
        ];
        assert_eq!(pairs(&stages), expected);
        let blocked = teller.state.proposal(teller.proposal(BLOCKED).unwrap()).unwrap();
        assert_eq!((blocked.rounds.len(), blocked.complete_rounds()), (2, 1));
    }

    #[test]
    fn connecticut_has_a_year_behind_it() {
        let teller = told("cooperate-connecticut", connecticut::plan, now()).unwrap();
        let (classes, stages) = counts(&teller);
        assert_eq!(pairs(&classes), [("coop", 18), ("cooperator", 140), ("partner", 25)]);
        let mut inbox: BTreeMap<&str, usize> = BTreeMap::new();
        for applicant in teller.state.applicants() {
            *inbox.entry(applicant.stage.0.id()).or_default() += 1;
        }
        let expected =
            [("admitted", 1), ("declined", 1), ("invited", 2), ("new", 2), ("talking", 2), ("withdrawn", 1)];
        assert_eq!(inbox.into_iter().collect::<Vec<_>>(), expected);
        assert_eq!(pairs(&stages), [("Draft", 1), ("Vote carried", 10), ("Vote not", 2), ("Voting", 3)]);
        let today = teller.state.date_of(now());
        let without = teller.state.parties().filter(|party| !party.is_person());
        let without = without.filter(|party| party.representative_on(today).is_none()).count();
        assert_eq!(without, 3, "organizations that nobody acts for");
    }

    /// Days on which calendars do something: years, months and a leap day end and begin, and the clocks of Connecticut
    /// change.
    const PARTICULAR: &[&str] = &[
        "2026-12-31",
        "2027-01-01",
        "2027-02-28",
        "2027-03-01",
        "2027-03-14",
        "2027-03-15",
        "2027-03-31",
        "2027-06-30",
        "2027-11-07",
        "2027-11-08",
        "2027-12-31",
        "2028-01-01",
        "2028-02-28",
        "2028-02-29",
        "2028-03-01",
        "2028-03-12",
        "2028-05-31",
        "2028-11-05",
    ];

    /// Those, and every 17th day of two years; at hours that go around the clock.
    fn any_day() -> Vec<Timestamp> {
        let every = (0..44).map(|n| date(2026, 11, 23).checked_add((17 * n).days()).unwrap());
        let days = PARTICULAR.iter().map(|day| day.parse().unwrap()).chain(every);
        let at = |(n, day): (usize, Date)| {
            let hour = i8::try_from(n * 7 % 24).unwrap();
            day.at(hour, 30, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp()
        };
        (0..).zip(days).map(at).collect()
    }

    /// Whoever starts the demo does so on a day that nobody knows now, and a story that does not fit stops it.
    #[test]
    fn the_year_can_be_told_on_any_day() {
        let days = any_day();
        std::thread::scope(|scope| {
            for (name, tell) in [
                ("coassembly", coassembly::plan as fn(&mut Plan, &Bundle) -> Told),
                ("cooperate-connecticut", connecticut::plan),
            ] {
                for days in days.chunks(days.len().div_ceil(2)) {
                    scope.spawn(move || {
                        for now in days {
                            let teller =
                                told(name, tell, *now).unwrap_or_else(|fault| panic!("on {now}: {fault}"));
                            assert!(
                                teller.requests.iter().all(|request| request.at <= *now),
                                "{name} on {now}"
                            );
                        }
                    });
                }
            }
        });
    }

    #[test]
    fn the_vote_on_the_bylaws_is_told_or_it_is_said_why_not() {
        let mut bylaws = shipped("coassembly");
        let minutes = bylaws.0.get_mut("03-governance.md").unwrap();
        *minutes = minutes
            .replace("within 14 days of the meeting", "within 15 days of the meeting")
            .replace("\ndays = 14", "\ndays = 15");
        let fault = told_by(&bylaws, "coassembly", coassembly::plan, now()).err().unwrap();
        assert!(fault.what.contains("03-governance.md no longer says"), "{fault}");
    }

    /// What the demo is to show of standing: met, due, late and waived, and somebody who was reminded.
    #[test]
    fn both_show_members_in_every_standing() {
        use rochdale_core::standing::{DutyStatus, duties, last_reminded};
        let both = [
            told("coassembly", coassembly::plan, now()).unwrap(),
            told("cooperate-connecticut", connecticut::plan, now()).unwrap(),
        ];
        for teller in both {
            let today = teller.state.date_of(now());
            let held: Vec<_> = teller.state.memberships_on(today).map(|held| held.id).collect();
            let all = || held.iter().flat_map(|id| duties(&teller.state, *id, today));
            let has = |status| all().any(|duty| duty.status == status);
            for status in [DutyStatus::Met, DutyStatus::Late, DutyStatus::Waived, DutyStatus::NotYetKnown] {
                assert!(has(status), "{status:?} in {:?}", teller.state.handle);
            }
            assert!(has(DutyStatus::Due) || has(DutyStatus::Coming), "{:?}", teller.state.handle);
            let reminded = held.iter().filter(|id| last_reminded(&teller.state, **id).is_some());
            assert_eq!(reminded.count(), 1, "{:?}", teller.state.handle);
        }
    }

    /// Two thirds of the kinds of facts happen in these years: what people do most.
    #[test]
    fn every_fact_survives_being_written_down_and_read_again() {
        let mut kinds = BTreeSet::new();
        for (name, teller) in [
            ("coassembly", told("coassembly", coassembly::plan, now())),
            ("cooperate-connecticut", told("cooperate-connecticut", connecticut::plan, now())),
        ] {
            let teller = teller.unwrap();
            let (mut state, mut read_again) = (State::default(), State::default());
            for request in &teller.requests {
                for recorded in decide(&state, request).unwrap() {
                    kinds.insert(recorded.fact.kind());
                    let written = serde_json::to_string(&recorded).unwrap();
                    let read: Recorded = serde_json::from_str(&written).unwrap();
                    assert_eq!(read, recorded, "{written}");
                    let (at, by) = (request.at, request.by);
                    apply(&mut state, &Happened { at, by, recorded });
                    apply(&mut read_again, &Happened { at, by, recorded: read });
                }
            }
            assert_eq!(state, teller.state, "{name}");
            assert_eq!(read_again, state, "{name}");
        }
        assert!(kinds.len() >= 56, "only {}: {kinds:?}", kinds.len());
    }

    /// The registrar takes every request of the story, and the book verifies.
    #[tokio::test]
    async fn the_year_goes_into_a_database() {
        let database = Database::open("memory:").await.unwrap();
        let requests = fill(&database, now()).await.unwrap();
        assert!(requests > 2000, "{requests}");
        for organization in database.organizations().await.unwrap() {
            let verified = rochdale_register::verify(&database, &organization).await.unwrap();
            assert!(verified.head.at.unwrap() <= now(), "{organization} ends in the future");
        }
        let coassembly = Slug::new("coassembly");
        for document in (1..=4).map(DocumentId) {
            let kept = database.file(&coassembly, document).await.unwrap().expect("its file");
            assert!(File::of(&kept).is_some(), "document {document}");
        }
    }
}
