//! Who comes to the network, who acts for whom, and who keeps to what they commit to.

use rochdale_core::{
    command::{By, Command},
    personal::Personal,
};

use super::{FOUNDED, Plan, SECOND_CODE, When, documents::DOCUMENTS, lot};

/// Name and city of each cooperator.
const PEOPLE: &str = include_str!("people.txt");
/// Class, kind, name, city, first representative, and who came after them, if anybody did.
const ORGANIZATIONS: &str = include_str!("organizations.txt");

/// Who holds which office from the first day on.
const OFFICES: [(&str, &str); 4] = [
    ("Ama Boateng", "board-member"),
    ("Sokha Le", "board-member"),
    ("Sanjay Bhatt", "steward"),
    ("Hal Roth", "treasurer"),
];

/// How many of the lists were members before the book began; the others came during the year.
const PEOPLE_AT_FIRST: usize = 118;
const EVERY_JOINER: usize = 6;

/// Somebody who left during the year, and asked that their details be erased.
const LEFT: &str = "Harvey Stroud";

/// Somebody who moved, and corrected their town.
const MOVED: &str = "Ama Boateng";

/// The cells of a line.
fn cells(line: &'static str) -> Vec<&'static str> {
    line.split('|').map(str::trim).collect()
}

/// Everybody's coming in.
pub fn come(plan: &mut Plan) {
    for (place, line) in PEOPLE.lines().enumerate() {
        let [name, city] = cells(line)[..] else { continue };
        person(plan, place, name, city);
    }
    for (name, office) in OFFICES {
        plan.gives_office(When(FOUNDED - 1, 9, 0), name, office);
    }
    for (place, line) in ORGANIZATIONS.lines().enumerate() {
        let [class, kind, name, city, first, second] = cells(line)[..] else { continue };
        organization(plan, place, [class, kind, name, city], first, second);
    }
    plan.enters(When(FOUNDED, 9, 58), LEFT, Some("Hartford"));
    plan.admits(When(FOUNDED, 9, 59), LEFT, "cooperator", None, 700, "On the list of the old spreadsheet");
    plan.leaves(When(230, 12, 0), LEFT, "Moved to Oregon, and wrote so");
    // Once the time is over for which the network keeps whoever left (CT-20).
    plan.at(When(130, 12, 0), |teller| {
        let party = teller.party(LEFT)?;
        teller.ask(By::Party(party), Command::ErasePerson { party })
    });
    plan.at(When(75, 12, 0), |teller| {
        let party = teller.party(MOVED)?;
        let before = teller.state.party(party).and_then(|known| known.details()).cloned();
        let Some(before) = before else { return Ok(()) };
        let details = Personal { place: Some("Willimantic".to_owned()), salt: teller.salt(), ..before };
        teller.ask(By::Party(party), Command::CorrectDetails { party, details })
    });
}

/// The people who were cooperators on the first day.
pub fn of_the_first_day() -> Vec<&'static str> {
    PEOPLE.lines().take(PEOPLE_AT_FIRST).filter_map(|line| cells(line).first().copied()).collect()
}

/// The organizations that were members on the first day.
pub fn organizations_of_the_first_day() -> Vec<&'static str> {
    let at_first = |(place, line): (usize, &'static str)| {
        (!comes_later(place)).then(|| cells(line).get(2).copied()).flatten()
    };
    ORGANIZATIONS.lines().enumerate().filter_map(at_first).collect()
}

/// Whether an organization came during the year.
fn comes_later(place: usize) -> bool {
    place % EVERY_JOINER == EVERY_JOINER - 1
}

fn person(plan: &mut Plan, place: usize, name: &'static str, city: &'static str) {
    let number = u32::try_from(place).unwrap_or(0);
    // The desk types them all in on the first morning; representatives may be needed at once.
    plan.enters(When(FOUNDED, 9, 10), name, Some(city));
    if place < PEOPLE_AT_FIRST {
        let since = FOUNDED + 30 + i32::try_from(lot(number, 1) * 8).unwrap_or(0);
        plan.admits(
            When(FOUNDED, 10, 0),
            name,
            "cooperator",
            None,
            since,
            "On the list of the old spreadsheet",
        );
        // Most commit within three weeks, some months later, a few never.
        let late = match lot(number, 2) {
            0..=79 => Some(lot(number, 3) / 5),
            80..=94 => Some(40 + lot(number, 3)),
            _ => None,
        };
        if let Some(late) = late {
            commits_to_all(plan, When(FOUNDED - 1 - i32::try_from(late).unwrap_or(0), 19, 30), name, name);
        }
    } else {
        let joined = FOUNDED - 20 - i32::try_from(place - PEOPLE_AT_FIRST).unwrap_or(0) * 16;
        commits_to_all(plan, When(joined + 2, 20, 0), name, name);
        plan.admits(
            When(joined, 10, 0),
            name,
            "cooperator",
            None,
            joined,
            "Interest form, talked with a steward",
        );
    }
    commits_again(plan, number, name, name);
}

fn organization(
    plan: &mut Plan,
    place: usize,
    [class, kind, name, city]: [&'static str; 4],
    first: &'static str,
    second: &'static str,
) {
    let number = 1000 + u32::try_from(place).unwrap_or(0);
    plan.enters_organization(When(FOUNDED, 9, 30), name, city);
    plan.represents(When(FOUNDED, 9, 40), first, name);
    if !comes_later(place) {
        let since = FOUNDED + 60 + i32::try_from(lot(number, 1) * 7).unwrap_or(0);
        plan.admits(When(FOUNDED, 10, 30), name, class, Some(kind), since, "Founding members of the network");
        let late = i32::try_from(lot(number, 3) / 2).unwrap_or(0);
        commits_to_all(plan, When(FOUNDED - 1 - late, 18, 0), first, name);
    } else {
        let joined = FOUNDED - 60 - i32::try_from(place).unwrap_or(0) * 6;
        commits_to_all(plan, When(joined + 3, 18, 0), first, name);
        plan.admits(
            When(joined, 11, 0),
            name,
            class,
            Some(kind),
            joined,
            "Interest form, visited by a steward",
        );
    }
    // A hand-over in the middle of the year: the one ends a day before the other begins.
    if !second.is_empty() {
        plan.stops_representing(When(101, 12, 0), first, name);
        if second != "nobody" {
            plan.represents(When(100, 9, 0), second, name);
        }
    }
    let speaks = if second.is_empty() { first } else { second };
    commits_again(plan, number, first, name);
    if speaks != first && speaks != "nobody" && lot(number, 4) >= LATE_FROM {
        plan.commits(When(60, 18, 0), speaks, name, "code-of-conduct", 2);
    }
}

/// Commits to the version of each document in force on that day.
fn commits_to_all(plan: &mut Plan, when: When, person: &'static str, party: &'static str) {
    for document in DOCUMENTS {
        let version = if document == "code-of-conduct" && when.0 <= SECOND_CODE { 2 } else { 1 };
        plan.commits(when, person, party, document, version);
    }
}

/// From this lot on somebody has not got round to the second code of conduct in time.
const LATE_FROM: u32 = 82;

/// Most commit to the second code of conduct within seven weeks. Committing twice changes nothing, so
/// that this may also be asked of whoever came after it.
fn commits_again(plan: &mut Plan, number: u32, person: &'static str, party: &'static str) {
    if lot(number, 4) < LATE_FROM {
        let days = i32::try_from(lot(number, 5) / 2).unwrap_or(0);
        plan.commits(When(SECOND_CODE - 1 - days, 20, 15), person, party, "code-of-conduct", 2);
    }
}
