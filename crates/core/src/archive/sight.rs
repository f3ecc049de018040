//! Who reads which document, and why.

use jiff::civil::Date;

use super::Document;
use crate::{
    finding::{Answer, Finding},
    membership::{Membership, held_by, phase_on},
    message::Argument,
    messages as say,
    offices::holders,
    rulebook::{Confidentiality, ConfidentialityClass, Readers, Rulebook, Ruled},
    sight::Viewer,
    state::State,
    values::{PartyId, Slug},
};

/// Why somebody reads a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Because {
    /// Everybody does.
    Public,
    /// They keep the archive, by this office.
    Keeper(Slug),
    /// Those who hold this office read its class.
    Office(Slug),
    /// Members of this class do.
    Class(Slug),
    /// They are named on it, or act for somebody who is.
    Named,
    /// They filed it, and may still file.
    Filer,
}

/// What somebody may read in the archive on a day, found out once for all documents.
pub struct Reader<'a> {
    rule: Option<Ruled<'a, Confidentiality>>,
    viewer: Viewer,
    day: Date,
    /// The office by which they keep the archive.
    keeps_by: Option<Slug>,
    /// The offices that they hold, of those that the rule names.
    offices: Vec<Slug>,
    /// The memberships that they hold or act for.
    held: Vec<&'a Membership>,
    rulebook: &'a Rulebook,
}

impl<'a> Reader<'a> {
    /// What a viewer may read on a day, by the rulebook in force on it.
    pub fn of(state: &'a State, rulebook: &'a Rulebook, viewer: Viewer, day: Date) -> Self {
        let rule = rulebook.confidentiality();
        let person = viewer.person();
        let held = person.into_iter().flat_map(|person| held_by(state, person, day));
        let held = held.filter_map(|id| state.membership(id)).map(|held| &**held).collect();
        let holds = |office: &&Slug| {
            let known = rulebook.office(office);
            known.zip(person).is_some_and(|(office, person)| {
                holders(state, office, day).any(|tenure| tenure.person == person)
            })
        };
        let named = rule.into_iter().flat_map(|rule| {
            rule.rule.kept_by.iter().chain(rule.rule.classes.iter().flat_map(|class| &class.offices))
        });
        let offices: Vec<Slug> = named.filter(holds).cloned().collect();
        let keeps_by =
            rule.and_then(|rule| rule.rule.kept_by.iter().find(|office| offices.contains(office)).cloned());
        Self { rule, viewer, day, keeps_by, offices, held, rulebook }
    }

    /// Whether they keep the archive: they read everything, change classes and erase.
    pub fn keeps(&self) -> bool {
        self.keeps_by.is_some()
    }

    /// Whether they may file documents.
    pub fn may_file(&self) -> bool {
        let rule = self.rule;
        self.keeps() || rule.is_some_and(|rule| self.is_one_of(&rule.rule.filed_by).is_some())
    }

    /// Whether they may file what everybody reads: whoever keeps the archive, and whoever files where nobody does.
    pub fn may_publish(&self) -> bool {
        let is_kept = self.rule.is_some_and(|rule| !rule.rule.kept_by.is_empty());
        self.keeps() || (!is_kept && self.may_file())
    }

    /// The membership class by which they are among these.
    fn is_one_of(&self, readers: &[Readers]) -> Option<&'a Slug> {
        self.held.iter().find_map(|held| {
            let (_, class) = held.class_on(self.day)?;
            let phase = || phase_on(self.rulebook, held, self.day).map(|on| on.phase.id.clone());
            let fits = |one: &Readers| {
                one.class == *class && one.phase.as_ref().is_none_or(|asked| phase().as_ref() == Some(asked))
            };
            readers.iter().any(fits).then_some(class)
        })
    }

    /// Whether they are one of those, or act for one; somebody who takes part no longer is nobody's.
    fn is_named(&self, named: &[PartyId]) -> bool {
        let person = self.viewer.person();
        let is_there = |held: &&Membership| {
            named.contains(&held.party) || person.is_some_and(|person| named.contains(&person))
        };
        self.held.iter().any(is_there)
    }

    /// The rule of a class, by the edition in force.
    fn class(&self, id: &Slug) -> Option<&'a ConfidentialityClass> {
        self.rule?.rule.class(id)
    }

    /// Why they read a document; `None` where they do not. The desk, which runs the program, reads what
    /// everybody does. A class that the edition in force does not know is for those who keep the archive.
    pub fn why(&self, document: &Document) -> Option<Because> {
        let class = self.class(document.class());
        if class.is_some_and(|class| class.is_public) {
            return Some(Because::Public);
        }
        let person = self.viewer.person()?;
        if let Some(office) = &self.keeps_by {
            return Some(Because::Keeper(office.clone()));
        }
        let class = class?;
        if let Some(office) = class.offices.iter().find(|office| self.offices.contains(office)) {
            return Some(Because::Office(office.clone()));
        }
        if let Some(by) = self.is_one_of(&class.read_by) {
            return Some(Because::Class(by.clone()));
        }
        if class.is_for_named && self.is_named(document.named()) {
            return Some(Because::Named);
        }
        (document.by == person && self.may_file()).then_some(Because::Filer)
    }

    /// The finding on whether they read a document, with the clause that says so.
    pub fn finding(&self, document: &Document) -> Finding {
        let class: Argument = self
            .class(document.class())
            .map_or_else(|| document.class().as_str().into(), |class| class.named.name.clone().into());
        let person = || self.viewer.person().map_or_else(|| Argument::from(""), Argument::from);
        let (says, answer) = match self.why(document) {
            Some(Because::Public) => (say::DOCUMENT_IS_PUBLIC.with([class]), Answer::Yes),
            Some(Because::Keeper(office)) => {
                (say::READS_AS_KEEPER.with([person(), Argument::Named(office)]), Answer::Yes)
            }
            Some(Because::Office(office)) => {
                (say::READS_BY_OFFICE.with([person(), Argument::Named(office), class]), Answer::Yes)
            }
            Some(Because::Class(by)) => {
                (say::READS_BY_CLASS.with([person(), Argument::Class(by), class]), Answer::Yes)
            }
            Some(Because::Named) => (say::READS_AS_NAMED.with([person(), class]), Answer::Yes),
            Some(Because::Filer) => (say::READS_AS_FILER.with([person()]), Answer::Yes),
            None if self.viewer == Viewer::Public => (say::NOT_SIGNED_IN.with([]), Answer::No),
            None if self.viewer == Viewer::Desk => (say::DESK_READS_THE_PUBLIC.with([]), Answer::No),
            None => (say::READS_NOT.with([person(), class]), Answer::No),
        };
        let finding = Finding::answer(says, answer);
        match self.rule {
            Some(rule) => finding.citing(rule.cite),
            None => finding,
        }
    }
}

/// Calls `ask` with what a viewer may read on a day; `None` before the founding.
fn as_reader<T>(state: &State, viewer: Viewer, day: Date, ask: impl FnOnce(&Reader<'_>) -> T) -> Option<T> {
    let rulebook = state.rulebook_on(day)?;
    Some(ask(&Reader::of(state, &rulebook, viewer, day)))
}

/// Whether a viewer reads a document on a day, and why.
pub fn finding(state: &State, document: &Document, viewer: Viewer, day: Date) -> Option<Finding> {
    as_reader(state, viewer, day, |reader| reader.finding(document))
}

/// Whether a viewer reads a document on a day; [`finding`] says why.
pub fn reads(state: &State, document: &Document, viewer: Viewer, day: Date) -> bool {
    as_reader(state, viewer, day, |reader| reader.why(document).is_some()).unwrap_or(false)
}

/// Whether a viewer keeps the archive on a day.
pub fn keeps(state: &State, viewer: Viewer, day: Date) -> bool {
    as_reader(state, viewer, day, |reader| reader.keeps()).unwrap_or(false)
}

/// Whether a viewer may file documents on a day.
pub fn may_file(state: &State, viewer: Viewer, day: Date) -> bool {
    as_reader(state, viewer, day, |reader| reader.may_file()).unwrap_or(false)
}

/// Whether a viewer may file what everybody reads on a day.
pub fn may_publish(state: &State, viewer: Viewer, day: Date) -> bool {
    as_reader(state, viewer, day, |reader| reader.may_publish()).unwrap_or(false)
}

/// The documents that a viewer reads on a day, the newest first.
pub fn documents_for(state: &State, viewer: Viewer, day: Date) -> Vec<&Document> {
    let all = || state.filed_documents().rev().map(|document| &**document);
    as_reader(state, viewer, day, |reader| all().filter(|document| reader.why(document).is_some()).collect())
        .unwrap_or_default()
}

/// Those of a class, where one is asked for, whose titles have all these words in them, in either case of
/// letters.
pub fn found<'a>(
    state: &'a State,
    viewer: Viewer,
    day: Date,
    (class, words): (Option<&Slug>, &str),
) -> Vec<&'a Document> {
    let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let has_words = |document: &&Document| {
        let title = document.title(state).unwrap_or_default().to_lowercase();
        words.iter().all(|word| title.contains(word))
    };
    let of_class = |document: &&Document| class.is_none_or(|class| document.class() == class);
    let all = documents_for(state, viewer, day);
    all.into_iter().filter(of_class).filter(has_words).collect()
}
