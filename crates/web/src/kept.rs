//! What is kept about a person, as they themselves read it: the page, the files to take along and the interface
//! for programs say the same. The core tells what stands in the state; what stands beside the book comes here.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use rochdale_core::{
    kept::{Kept, Said, Stands, about},
    message::Argument,
    rulebook::{Citation, Retained, Rulebook},
    state::State,
    values::{Language, PartyId, Slug},
};
use rochdale_register::{Account, Database, Fault, GroupExport, Handed, Kind, Logged, Passkey};
use rochdale_words::Words;
use serde::Serialize;
use utoipa::ToSchema;

/// Everything that is kept about whoever asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnData {
    /// Their number, by which the book calls them.
    pub party: PartyId,
    /// As of when.
    #[schema(value_type = String, format = DateTime)]
    pub as_of: Timestamp,
    /// All of it, group by group.
    pub kept: Vec<KeptThing>,
}

/// Something that is kept.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptThing {
    /// What it belongs to: `details`, `membership`, `access` and so on.
    pub group: &'static str,
    /// What it is, in the language of the reader.
    pub what: String,
    /// What was written; empty where nothing was, or where the reader is not among its readers.
    pub texts: Vec<KeptText>,
    /// `book`: in the book for good; `beside`: beside the book, so that it can be erased.
    pub stands: &'static str,
    /// Who sees it today.
    pub seen_by: String,
    /// The clause that says who, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen_by_clause: Option<String>,
    /// Until when it is kept.
    pub until: String,
    /// The first day on which it is kept no longer, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub until_day: Option<Date>,
    /// The clause that says until when, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until_clause: Option<String>,
    /// When it was recorded, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Timestamp>,
    /// The clauses that it cites, for the margin of the page.
    #[serde(skip)]
    pub cites: Vec<Arc<Citation>>,
}

/// Words that somebody wrote.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeptText {
    /// What they speak of, where they speak of one thing of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The words.
    pub text: String,
}

/// The group of what lets somebody in and what was sent to them.
pub const ACCESS: &str = "access";

/// What stands beside the book about a person.
pub struct BesideBook {
    accounts: Vec<Account>,
    passkeys: Vec<Passkey>,
    language: Option<Language>,
    mail: Vec<Logged>,
    handed: Vec<(Timestamp, Handed)>,
    group: Option<GroupExport>,
}

impl BesideBook {
    /// What the database has beside the book about a person of `organization`.
    pub async fn of(
        database: &Database,
        organization: &Slug,
        party: PartyId,
        now: Timestamp,
    ) -> Result<Self, Fault> {
        let groups = database.group_exports(organization).await?;
        Ok(Self {
            accounts: database.accounts(organization, Some(party), now).await?,
            passkeys: database.passkeys(organization, party).await?,
            language: database.language_of(organization, party).await?,
            mail: database.mail_to(organization, party).await?,
            handed: database.handed(organization, party).await?,
            group: groups.into_iter().rev().find(|group| group.people.contains(party)),
        })
    }
}

/// Everything that is kept about a person, with what stands beside the book.
pub fn own_data(
    state: &State,
    rulebook: &Rulebook,
    words: &Words<'_>,
    (person, now): (PartyId, Timestamp),
    beside: &BesideBook,
) -> OwnData {
    let mut kept: Vec<KeptThing> = about(state, person, now).iter().map(|one| thing(words, one)).collect();
    let mut access = Access { words, rulebook, things: Vec::new() };
    access.tell(beside);
    kept.extend(access.things);
    OwnData { party: person, as_of: now, kept }
}

fn thing(words: &Words<'_>, kept: &Kept) -> KeptThing {
    let clause = |said: &Said| said.cites.as_ref().map(|cites| cites.to_string());
    let texts = kept.texts.iter();
    KeptThing {
        group: kept.group.id(),
        what: words.say(&kept.what),
        texts: texts.map(|(on, text)| KeptText { on: called(words, on), text: text.clone() }).collect(),
        stands: kept.stands.id(),
        seen_by: words.say(&kept.seen_by.says),
        seen_by_clause: clause(&kept.seen_by),
        until: words.say(&kept.until.says),
        until_day: kept.until_day,
        until_clause: clause(&kept.until),
        at: kept.at,
        cites: [&kept.seen_by, &kept.until].into_iter().filter_map(|said| said.cites.clone()).collect(),
    }
}

/// What people see a field called; nothing for what is all that was written.
fn called(words: &Words<'_>, on: &Slug) -> Option<String> {
    Some(match on.as_str() {
        "text" | "reason" => return None,
        "title" => words.text("title").to_owned(),
        "interest" => words.text("interest").to_owned(),
        "name" => words.text("correct-name").to_owned(),
        "email" => words.text("correct-email").to_owned(),
        "place" => words.text("correct-place").to_owned(),
        _ => words.named(on),
    })
}

/// What lets somebody in, and what was sent to them.
struct Access<'a> {
    words: &'a Words<'a>,
    rulebook: &'a Rulebook,
    things: Vec<KeptThing>,
}

impl Access<'_> {
    fn tell(&mut self, beside: &BesideBook) {
        for (at, handed) in &beside.handed {
            self.handed(*at, *handed);
        }
        for account in &beside.accounts {
            self.account(account);
        }
        let words = self.words;
        for passkey in &beside.passkeys {
            let said = [
                ("label", passkey.label.as_str().into()),
                ("created", passkey.created.into()),
                ("used", passkey.last_used.into()),
            ];
            let until = words.text("kept-until-changed").to_owned();
            self.put(words.text_with("kept-passkey", said), "seen-by-you", until, Some(passkey.created));
        }
        if let Some(language) = &beside.language {
            let said = [("language", language.as_str().into())];
            let until = words.text("kept-until-changed").to_owned();
            self.put(words.text_with("kept-language", said), "seen-by-you", until, None);
        }
        for mail in &beside.mail {
            self.mail(mail);
        }
        if let Some(group) = &beside.group {
            let said = [("address", group.address.as_str().into()), ("at", group.at.into())];
            let until = words.text("kept-as-number").to_owned();
            self.put(words.text_with("kept-group-address", said), "seen-by-keepers", until, Some(group.at));
        }
    }

    fn put(&mut self, what: String, seen_by: &str, until: String, at: Option<Timestamp>) -> &mut KeptThing {
        self.things.push(KeptThing {
            group: ACCESS,
            what,
            texts: Vec::new(),
            stands: Stands::Beside.id(),
            seen_by: self.words.text(seen_by).to_owned(),
            seen_by_clause: None,
            until,
            until_day: None,
            until_clause: None,
            at,
            cites: Vec::new(),
        });
        let last = self.things.len() - 1;
        &mut self.things[last]
    }

    fn handed(&mut self, at: Timestamp, handed: Handed) {
        let what = handed_over(self.words, at, handed);
        let until = self.words.text("kept-until-erased").to_owned();
        self.put(what, "seen-by-you", until, Some(at));
    }

    fn account(&mut self, account: &Account) {
        let words = self.words;
        let created = ("created", Argument::from(account.created));
        let what = match account.kind {
            Kind::Token => words.text_with("kept-token", [("label", account.label.as_str().into()), created]),
            Kind::Session => {
                let device = match account.label.as_str() {
                    "" => words.text("session-unknown"),
                    known => known,
                };
                let seen = ("seen", account.last_seen.into());
                words.text_with("kept-session", [("device", device.into()), created, seen])
            }
        };
        let until = words.text_with("kept-until-it-ends", [("day", words.day_of(account.expires).into())]);
        self.put(what, "seen-by-you", until, Some(account.created));
    }

    fn mail(&mut self, logged: &Logged) {
        let words = self.words;
        let said = [
            ("address", logged.mail.recipient.as_str().into()),
            ("at", logged.queued.into()),
            ("subject", logged.mail.subject.as_str().into()),
        ];
        let rule = self.rulebook.retention(Retained::Mail);
        let day = rule.map(|rule| {
            rochdale_core::membership::month_of_membership(words.day_of(logged.queued), rule.rule.months)
        });
        let until = match day {
            Some(day) => words.text_with("kept-until-day", [("day", day.into())]),
            None => words.text("kept-until-erased").to_owned(),
        };
        let kept =
            self.put(words.text_with("kept-mail", said), "seen-by-you-and-desk", until, Some(logged.queued));
        kept.until_day = day;
        kept.until_clause = rule.map(|rule| rule.cite.to_string());
        kept.cites.extend(rule.map(|rule| Arc::clone(rule.cite)));
    }
}

/// A way in that somebody else made, as a sentence.
pub fn handed_over(words: &Words<'_>, at: Timestamp, handed: Handed) -> String {
    let key = match handed.id() {
        "link-desk" => "kept-handed-link-desk",
        "link-office" => "kept-handed-link-office",
        "token-operator" => "kept-handed-token-operator",
        _ => "kept-handed-link-operator",
    };
    words.text_with(key, [("at", at.into())])
}
