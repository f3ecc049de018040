//! The register of members on paper.

use jiff::civil::Date;
use rochdale_core::{
    membership::{Membership, Right},
    refusal::Refusal,
    sight::{Viewer, must_see, sees},
    state::State,
};
use rochdale_paper::{Column, Document, Table, Unprinted, print};
use rochdale_words::Words;

/// The end of the book that the register was printed from.
pub struct Head {
    /// The number of the last entry.
    pub height: u64,
    /// Its hash.
    pub hash: String,
}

/// The register of members on `day` as PDF: who the members are and who has been one, with class, first and
/// last day, and who acts for organizations. At its foot stands the head of the book, by which an auditor
/// finds out that it is printed from a book they have; for whoever may see the register. Refused to whoever may not
/// see the members.
pub fn register_pdf(
    state: &State,
    viewer: Viewer,
    (today, day): (Date, Date),
    head: &Head,
    words: &Words<'_>,
) -> Result<Result<Vec<u8>, Unprinted>, Box<Refusal>> {
    must_see(state, viewer, Right::SeeMembers, today)?;
    let name =
        state.rulebook_on(day).map(|rulebook| rulebook.front.name.in_language(words.language()).to_owned());
    let (current, past): (Vec<_>, Vec<_>) =
        state.memberships().filter(|held| held.since() <= day).partition(|held| held.is_current_on(day));
    let counted = |key, count: usize| words.text_with(key, [("count", (count as u64).into())]);
    let mut tables =
        vec![table(state, words, counted("list-register-members", current.len()), &current, day, false)];
    if !past.is_empty() {
        tables.push(table(state, words, counted("list-register-past", past.len()), &past, day, true));
    }
    let lead = [words.text_with("list-register-as-of", [("day", day.into())])];
    let foot = if sees(state, viewer, Right::SeeRegister, today) {
        let end = words.text_with("list-register-head", [("height", head.height.into())]);
        vec![format!("{} · {end}", lead[0]), head.hash.clone()]
    } else {
        lead.to_vec()
    };
    let number = |n: usize| (n as u64).into();
    let page = |page, pages| words.text_with("page-of", [("page", number(page)), ("pages", number(pages))]);
    let lacking = |signs: &str| {
        words.text_with(
            "list-register-lacking",
            [("sign", Document::LACKING.to_string().into()), ("signs", signs.into())],
        )
    };
    Ok(print(&Document {
        language: words.language().as_str(),
        of: &name.unwrap_or_default(),
        title: words.text("list-register-title"),
        lead: &lead,
        tables,
        foot: &foot,
        page: &page,
        lacking: &lacking,
    }))
}

fn table(
    state: &State,
    words: &Words<'_>,
    heading: String,
    held: &[&std::sync::Arc<Membership>],
    day: Date,
    is_past: bool,
) -> Table {
    let column = |key: &str, share| Column { heading: words.text(key).to_owned(), share };
    let mut columns = vec![
        column("list-membership-number", 9),
        column("list-field-name", 32),
        column("list-field-place", 17),
        column("list-field-class", 23),
        column("list-field-since", 13),
    ];
    let last = if is_past { column("list-field-until", 13) } else { column("list-field-representative", 20) };
    columns.push(last);
    Table { heading, columns, rows: held.iter().map(|held| row(state, words, held, day, is_past)).collect() }
}

fn row(state: &State, words: &Words<'_>, held: &Membership, day: Date, is_past: bool) -> Vec<String> {
    let party = state.party(held.party);
    let class = held.class_on(day).map(|(_, class)| words.class(class)).unwrap_or_default();
    let class = match &held.kind {
        Some(kind) => words
            .text_with("list-register-kind", [("class", class.into()), ("kind", words.named(kind).into())]),
        None => class,
    };
    let last = if is_past {
        held.last_day().map(|day| day.to_string())
    } else {
        party.and_then(|party| party.representative_on(day)).map(|person| words.party(person))
    };
    vec![
        held.id.to_string(),
        words.party(held.party),
        party.and_then(|party| party.place()).unwrap_or_default().to_owned(),
        class,
        held.since().to_string(),
        last.unwrap_or_default(),
    ]
}
