//! Bylaws of 8 classes with 6 phases each and 12 rights: large for a co-op, and the size at which
//! the other engines are asked.

use std::fmt::Write as _;

use rochdale_core::{membership::Right, rulebook::Bundle, values::Slug};

/// How many classes.
pub const CLASSES: usize = 8;
/// How many phases each class has.
pub const PHASES: usize = 6;
/// How many rights the table speaks of.
pub const RIGHTS: usize = 12;

/// The short name of a class, counted from 0.
pub fn class(number: usize) -> Slug {
    Slug::new(&format!("class-{}", letter(number)))
}

/// The short name of a phase, counted from 0.
pub fn phase(number: usize) -> Slug {
    Slug::new(&format!("phase-{}", letter(number)))
}

/// The rights that the table speaks of; voting is among them.
pub fn rights() -> &'static [Right] {
    &Right::ALL[..RIGHTS]
}

/// Whether a class in a phase has a right: an even spread of three in four, and everybody is
/// counted who votes.
pub fn grants(class: usize, phase: usize, right: usize) -> bool {
    !(class * 7 + phase * 5 + right * 3).is_multiple_of(4)
}

/// The files of the bylaws.
pub fn bylaws() -> Bundle {
    let files = [("00-front.md", front()), ("01-members.md", members()), ("02-decisions.md", decisions())];
    Bundle(files.into_iter().map(|(path, text)| (path.to_owned(), text)).collect())
}

fn letter(number: usize) -> char {
    char::from(b'a' + u8::try_from(number).expect("there are fewer classes and phases than letters"))
}

fn front() -> String {
    "+++\nid = \"sample\"\nedition = 1\nin_force_from = 2015-01-01\nlanguage = \"en\"\nlanguages = [\"en\"]\n\
     currency = \"EUR\"\ntime_zone = \"Europe/Madrid\"\nreviewed_on = 2026-01-01\nname = { en = \"Sample\" }\n+++\n\n\
     A co-op to measure with.\n"
        .to_owned()
}

fn members() -> String {
    let mut text = "# Members\n".to_owned();
    for number in 0..CLASSES {
        let (id, letter) = (class(number), letter(number));
        write!(
            text,
            "\n## Class {letter} {{#MEM-0{}}}\n\n\
             Anybody may join class {letter}. It has 6 phases, each of 6 months.\n\n\
             ```toml rule\nkind = \"class\"\nquote = \"Anybody may join class {letter}\"\nid = \"{id}\"\n\
             name = {{ en = \"Class {letter}\" }}\nof = \"either\"\nmember = true\nadmission = \"office\"\n```\n\n\
             ```toml rule\nkind = \"phases\"\nquote = \"6 phases, each of 6 months\"\nclass = \"{id}\"\n\
             continues = true\nphases = [\n",
            number + 1
        )
        .expect("writing to a text cannot fail");
        for number in 0..PHASES {
            let id = phase(number);
            writeln!(text, "{{ id = \"{id}\", name = {{ en = \"{id}\" }}, months = 6 }},")
                .expect("writing to a text cannot fail");
        }
        text.push_str("]\n```\n");
    }
    text.push_str("\n## What each may do {#MEM-09}\n\nEvery class in every phase may do this:\n\n");
    text.push_str(&rights_table());
    text
}

fn rights_table() -> String {
    let columns: Vec<(usize, usize)> =
        (0..CLASSES).flat_map(|class| (0..PHASES).map(move |phase| (class, phase))).collect();
    let ids: Vec<String> = columns.iter().map(|(of, at)| format!("{}/{}", class(*of), phase(*at))).collect();
    let mut table = format!("| | {} |\n|:--|{}\n", ids.join(" | "), ":--|".repeat(ids.len()));
    for (row, right) in rights().iter().enumerate() {
        let cells: Vec<&str> =
            columns.iter().map(|(of, at)| if grants(*of, *at, row) { "yes" } else { "no" }).collect();
        writeln!(table, "| {} | {} |", right.id(), cells.join(" | ")).expect("writing to a text cannot fail");
    }
    let quoted = |ids: &[String]| ids.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let rows: Vec<String> = rights().iter().map(|right| right.id().to_owned()).collect();
    format!(
        "{table}\n```toml rule\nkind = \"rights\"\nquote = \"Every class in every phase may do this\"\n\
         columns = [{}]\nrows = [{}]\n```\n",
        quoted(&ids),
        quoted(&rows)
    )
}

fn decisions() -> String {
    "# Decisions\n\n## Votes {#DEC-01}\n\n\
     Purchases are decided by a vote. They carry when at least 2/3 of all are in favour. Each membership has one vote.\n\n\
     ```toml rule\nkind = \"matters\"\nquote = \"Purchases are decided by a vote\"\n\
     group = { id = \"ordinary\", name = { en = \"Ordinary\" } }\n\
     matters = [{ id = \"purchase\", name = { en = \"Purchase\" }, decision = \"two-thirds\" }]\n```\n\n\
     ```toml rule\nkind = \"decision\"\nquote = \"at least 2/3 of all are in favour\"\nid = \"two-thirds\"\n\
     name = { en = \"Two thirds\" }\nmethod = \"vote\"\nthreshold = \"2/3\"\nmore_than = false\nbase = \"all\"\n```\n\n\
     ```toml rule\nkind = \"voting-unit\"\nquote = \"Each membership has one vote\"\nunit = \"membership\"\n```\n"
        .to_owned()
}
