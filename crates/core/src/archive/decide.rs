//! Filing a document, giving it another class, and erasing it.

use jiff::civil::Date;

use super::{Document, File, REASON, Reader, TITLE, bearer};
use crate::{
    command::Command,
    decide::{Decided, Denied, Occasion},
    fact::{Fact, Recorded},
    finding::{Answer, Finding},
    membership::decide::known_party,
    message::Argument,
    messages as say,
    offices::holders,
    personal::{Beside, Words, must_be_a_line},
    refusal::{Code, Malformed, Refusal},
    rulebook::{Confidentiality, ConfidentialityClass, Ruled},
    values::{DocumentId, PartyId, Slug},
};

/// Decides a command of the archive.
pub(crate) fn decide(occasion: &Occasion<'_>) -> Decided {
    match &occasion.request.command {
        Command::FileDocument { class, dated, file, named, words } => {
            enter(occasion, class.as_ref(), (*dated, file), (named, words))
        }
        Command::ReclassifyDocument { document, class, named, words } => {
            reclassify(occasion, *document, class, (named, words))
        }
        Command::EraseDocument { document, words } => erase(occasion, *document, words),
        _ => Ok(Vec::new()),
    }
}

/// The rule of the archive, or that the bylaws have none.
fn rule<'a>(occasion: &Occasion<'a>) -> Result<Ruled<'a, Confidentiality>, Denied> {
    let rule = occasion.rulebook.confidentiality();
    rule.ok_or_else(|| Malformed { field: "command", says: say::NO_ARCHIVE.with([]) }.into())
}

/// The person who asks; neither the desk nor the clock files anything.
fn person(occasion: &Occasion<'_>) -> Result<PartyId, Denied> {
    occasion.person().ok_or_else(|| Malformed { field: "by", says: say::PEOPLE_FILE.with([]) }.into())
}

/// What whoever asks may read and do.
fn reader<'a>(occasion: &Occasion<'a>) -> Reader<'a> {
    Reader::of(occasion.state, occasion.rulebook, occasion.viewer(), occasion.today)
}

/// The document with this number, if whoever asks reads it. Whoever does not is told what somebody is told
/// who asks for one that does not exist.
fn readable<'a>(
    occasion: &Occasion<'a>,
    reader: &Reader<'_>,
    id: DocumentId,
) -> Result<&'a Document, Denied> {
    let known = occasion.state.filed_document(id).filter(|known| reader.why(known).is_some());
    let says = || say::NO_SUCH_FILED_DOCUMENT.with([u32::from(id).into()]);
    known.map(|known| &**known).ok_or_else(|| Malformed { field: "document", says: says() }.into())
}

/// Refuses whoever does not keep the archive, with those who do.
fn must_keep(
    occasion: &Occasion<'_>,
    rule: Ruled<'_, Confidentiality>,
    reader: &Reader<'_>,
) -> Result<(), Denied> {
    if reader.keeps() {
        return Ok(());
    }
    let kept_by = &rule.rule.kept_by;
    let offices: Vec<Argument> = kept_by.iter().cloned().map(Argument::Named).collect();
    let known = kept_by.iter().filter_map(|office| occasion.rulebook.office(office));
    let who: Vec<Argument> = known
        .flat_map(|office| holders(occasion.state, office, occasion.today))
        .map(|tenure| tenure.person.into())
        .collect();
    let says = if offices.is_empty() {
        say::NOBODY_KEEPS_THE_ARCHIVE.with([])
    } else {
        say::ARCHIVE_IS_KEPT_BY.with([offices.into()])
    };
    let because = Finding::answer(says, Answer::No);
    let remedy = if who.is_empty() { say::ASK_THE_DESK.with([]) } else { say::ASK_THEM.with([who.into()]) };
    Err(Refusal::new(Code::ArchiveKeeperMustAct, rule.cite, because, remedy).into())
}

fn must_be_kept(rule: Ruled<'_, Confidentiality>, document: &Document) -> Result<(), Denied> {
    let Some(erased) = document.erased else { return Ok(()) };
    let says = say::DOCUMENT_WAS_ERASED.with([u32::from(document.id).into(), erased.at.into()]);
    let because = Finding::answer(says, Answer::Yes);
    let remedy = say::FILE_IT_ANEW.with([]);
    Err(Refusal::new(Code::DocumentMustBeKept, rule.cite, because, remedy).into())
}

/// The confidentiality class of this name.
fn known_class<'a>(
    rule: Ruled<'a, Confidentiality>,
    id: &Slug,
) -> Result<&'a ConfidentialityClass, Malformed> {
    let known =
        || -> Vec<Argument> { rule.rule.classes.iter().map(|one| one.named.name.clone().into()).collect() };
    let says = || say::NO_SUCH_CONFIDENTIALITY.with([id.as_str().into(), known().into()]);
    rule.rule.class(id).ok_or_else(|| Malformed { field: "class", says: says() })
}

/// Those who are named, each once, in order. A class that is not for those named takes none, so that nobody
/// thinks that they read it.
fn those_named(
    occasion: &Occasion<'_>,
    class: &ConfidentialityClass,
    named: &[PartyId],
) -> Result<Vec<PartyId>, Denied> {
    if !class.is_for_named && !named.is_empty() {
        let says = say::CLASS_TAKES_NO_NAMES.with([class.named.name.clone().into()]);
        return Err(Malformed { field: "named", says }.into());
    }
    for party in named {
        known_party(occasion.state, "named", *party)?;
    }
    let mut named = named.to_vec();
    named.sort();
    named.dedup();
    Ok(named)
}

/// A fact with words that go with the document.
fn beside(document: DocumentId, words: &Words, fact: Fact) -> Decided {
    Ok(vec![Recorded { fact, personal: Some((bearer(document), Beside::Words(words.clone()))) }])
}

fn enter(
    occasion: &Occasion<'_>,
    class: Option<&Slug>,
    (dated, file): (Date, &File),
    (named, words): (&[PartyId], &Words),
) -> Decided {
    let rule = rule(occasion)?;
    let by = person(occasion)?;
    let reader = reader(occasion);
    if !reader.may_file() {
        let because =
            Finding::answer(say::FILES_NOTHING.with([by.into(), occasion.today.into()]), Answer::No);
        let remedy = say::ASK_WHO_FILES.with([]);
        return Err(Refusal::new(Code::FilerMustFit, rule.cite, because, remedy).into());
    }
    let class = known_class(rule, class.unwrap_or(&rule.rule.default))?;
    if class.is_public && !reader.may_publish() {
        must_keep(occasion, rule, &reader)?;
    }
    if dated > occasion.today {
        return Err(Malformed { field: "dated", says: say::DAY_IS_TO_COME.with([dated.into()]) }.into());
    }
    must_be_a_line("words.texts", words.on(TITLE))?;
    if file.bytes == 0 {
        return Err(Malformed { field: "file", says: say::FILE_IS_EMPTY.with([]) }.into());
    }
    let named = those_named(occasion, class, named)?;
    words.must_speak_of(TITLE)?;
    let document = DocumentId::after(occasion.state.archive.len());
    let (class, file, next) = (class.named.id.clone(), *file, occasion.state.next_words());
    beside(document, words, Fact::DocumentFiled { document, by, class, dated, file, named, words: next })
}

fn reclassify(
    occasion: &Occasion<'_>,
    id: DocumentId,
    class: &Slug,
    (named, words): (&[PartyId], &Words),
) -> Decided {
    let rule = rule(occasion)?;
    person(occasion)?;
    let reader = reader(occasion);
    let document = readable(occasion, &reader, id)?;
    must_keep(occasion, rule, &reader)?;
    must_be_kept(rule, document)?;
    let class = known_class(rule, class)?;
    let named = those_named(occasion, class, named)?;
    if class.named.id == *document.class() && named == document.named() {
        let says = say::CLASS_IS_THE_SAME.with([class.named.name.clone().into()]);
        return Err(Malformed { field: "class", says }.into());
    }
    words.must_speak_of(REASON)?;
    let (class, next) = (class.named.id.clone(), occasion.state.next_words());
    beside(id, words, Fact::DocumentReclassified { document: id, class, named, words: next })
}

fn erase(occasion: &Occasion<'_>, id: DocumentId, words: &Words) -> Decided {
    let rule = rule(occasion)?;
    person(occasion)?;
    let reader = reader(occasion);
    let document = readable(occasion, &reader, id)?;
    must_keep(occasion, rule, &reader)?;
    must_be_kept(rule, document)?;
    words.must_speak_of(REASON)?;
    let next = occasion.state.next_words();
    beside(id, words, Fact::DocumentErased { document: id, words: next })
}
