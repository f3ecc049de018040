//! The rulebook's words as members write them: any case, with or without an article, one or several.

use crate::{
    applicants::ApplicantStage,
    membership::Right,
    proposals::Mark,
    rulebook::{Named, Rulebook},
    state::State,
    values::{Names, Slug},
};

/// What a phrase names, or a sentence that says what could be named.
pub(super) type Known<T> = Result<T, String>;

pub(super) fn class(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let classes =
        rulebook.classes().map(|class| (class.rule.id.clone(), in_binding(rulebook, &class.rule.name)));
    find("class", phrase, classes)
}

pub(super) fn phase(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let phases = rulebook.classes().filter_map(|class| rulebook.phases(&class.rule.id)).flat_map(|phases| {
        phases.rule.phases.iter().map(|phase| (phase.id.clone(), in_binding(rulebook, &phase.name)))
    });
    find("phase", phrase, phases)
}

/// A kind of matter, also one that the assembly named.
pub(super) fn matter(state: &State, rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let written =
        rulebook.matters().map(|matter| (matter.rule.id.clone(), in_binding(rulebook, &matter.rule.name)));
    let named = state.named_matters().map(|named| (named.id.clone(), named.name.clone()));
    find("kind of matter", phrase, written.chain(named))
}

pub(super) fn group(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let groups = || rulebook.groups().map(|group| (group.id.clone(), in_binding(rulebook, &group.name)));
    let with_matters = groups().map(|(id, _)| (id.clone(), format!("{id} matters")));
    find("group of matters", phrase, groups().chain(with_matters))
}

pub(super) fn document(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let documents = rulebook.commitments().flat_map(|commitment| &commitment.rule.documents);
    find("document", phrase, named(rulebook, documents))
}

pub(super) fn agreement(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let agreements = rulebook
        .classes()
        .filter_map(|class| rulebook.agreement_for(&class.rule.id))
        .map(|agreement| (agreement.rule.id.clone(), in_binding(rulebook, &agreement.rule.name)));
    find("agreement", phrase, agreements)
}

/// A subject of the review of a class.
pub(super) fn subject(rulebook: &Rulebook, class: &Slug, phrase: &str) -> Known<Slug> {
    let subjects = rulebook.review(class).into_iter().flat_map(|review| &review.rule.subjects);
    find("subject", phrase, named(rulebook, subjects))
}

pub(super) fn declaration(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let kinds =
        rulebook.declarations().map(|rule| (rule.rule.id.clone(), in_binding(rulebook, &rule.rule.name)));
    find("kind of declaration", phrase, kinds)
}

pub(super) fn declaration_subject(rulebook: &Rulebook, kind: &Slug, phrase: &str) -> Known<Slug> {
    let subjects = rulebook.declaration(kind).into_iter().flat_map(|rule| &rule.rule.subjects);
    find("subject", phrase, named(rulebook, subjects))
}

pub(super) fn asset_kind(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let kinds = rulebook.assets().into_iter().flat_map(|register| &register.rule.kinds);
    find("kind of asset", phrase, named(rulebook, kinds))
}

/// A confidentiality class of the archive.
pub(super) fn confidentiality(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let classes = rulebook.confidentiality().into_iter().flat_map(|rule| &rule.rule.classes);
    find("confidentiality class", phrase, named(rulebook, classes.map(|class| &class.named)))
}

/// A duty by its whole name.
pub(super) fn duty(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let duties = rulebook.duties().map(|rule| (rule.rule.id.clone(), in_binding(rulebook, &rule.rule.name)));
    find("duty", phrase, duties)
}

pub(super) fn channel(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let channels = rulebook.channels_of_all().flat_map(|rule| &rule.rule.channels);
    find("channel", phrase, named(rulebook, channels))
}

pub(super) fn office(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let offices =
        rulebook.offices().map(|office| (office.rule.id.clone(), in_binding(rulebook, &office.rule.name)));
    find("office", phrase, offices)
}

pub(super) fn case(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let cases = rulebook.cases().map(|case| (case.rule.id.clone(), in_binding(rulebook, &case.rule.name)));
    find("kind of case", phrase, cases)
}

pub(super) fn outcome(rulebook: &Rulebook, case: &Slug, phrase: &str) -> Known<Slug> {
    let outcomes = rulebook.case(case).into_iter().flat_map(|case| &case.rule.outcomes);
    find("outcome", phrase, named(rulebook, outcomes))
}

/// Something that is settled with whoever leaves.
pub(super) fn settlement(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let lines = rulebook.settlements().flat_map(|rule| &rule.rule.lines);
    find("settlement", phrase, named(rulebook, lines))
}

/// Something that whoever leaves hands over.
pub(super) fn item(rulebook: &Rulebook, phrase: &str) -> Known<Slug> {
    let items = rulebook.handovers().flat_map(|rule| &rule.rule.items);
    find("item to hand over", phrase, named(rulebook, items))
}

pub(super) fn section(rulebook: &Rulebook, agreement: &Slug, phrase: &str) -> Known<Slug> {
    let phrase = phrase.strip_prefix("the section on ").unwrap_or(phrase);
    let sections = rulebook.agreement(agreement).into_iter().flat_map(|agreement| &agreement.rule.sections);
    find("section", phrase, named(rulebook, sections))
}

pub(super) fn right(phrase: &str) -> Known<Right> {
    let rights = Right::ALL.iter().map(|right| (*right, right.id().replace('-', " ")));
    find("right", phrase, rights)
}

pub(super) fn stage(phrase: &str) -> Known<ApplicantStage> {
    find(
        "stage of an applicant",
        phrase,
        ApplicantStage::ALL.iter().map(|stage| (*stage, stage.id().to_owned())),
    )
}

pub(super) fn mark(phrase: &str) -> Known<Mark> {
    let marks = Mark::ALL.iter().map(|mark| (*mark, mark.id().to_owned()));
    find("mark", phrase, marks.chain([(Mark::ProsCons, "pros and cons".to_owned())]))
}

fn named<'a>(
    rulebook: &'a Rulebook,
    things: impl Iterator<Item = &'a Named>,
) -> impl Iterator<Item = (Slug, String)> {
    things.map(|thing| (thing.id.clone(), in_binding(rulebook, &thing.name)))
}

fn in_binding(rulebook: &Rulebook, names: &Names) -> String {
    names.in_language(rulebook.front.binding()).to_owned()
}

/// The thing whose name or id is `phrase`.
fn find<T: Clone + Id>(what: &str, phrase: &str, things: impl Iterator<Item = (T, String)>) -> Known<T> {
    let things: Vec<(T, String)> = things.collect();
    let wanted = plain(phrase);
    let is_meant = |thing: &T, name: &str| {
        [plain(name), plain(thing.id())].iter().any(|known| {
            *known == wanted || format!("{known}s") == wanted || known.strip_suffix('s') == Some(&*wanted)
        })
    };
    if let Some((thing, _)) = things.iter().find(|(thing, name)| is_meant(thing, name)) {
        return Ok(thing.clone());
    }
    let known: Vec<&str> = things.iter().map(|(_, name)| name.as_str()).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    Err(format!("there is no {what} called `{phrase}`; known are: {known}"))
}

/// Things that are joined by a short name.
trait Id {
    fn id(&self) -> &str;
}

impl Id for Slug {
    fn id(&self) -> &str {
        self.as_str()
    }
}

impl Id for Right {
    fn id(&self) -> &str {
        Right::id(*self)
    }
}

impl Id for ApplicantStage {
    fn id(&self) -> &str {
        ApplicantStage::id(*self)
    }
}

impl Id for Mark {
    fn id(&self) -> &str {
        Mark::id(*self)
    }
}

/// In small letters, without articles.
fn plain(phrase: &str) -> String {
    let words = phrase.split_whitespace().map(str::to_lowercase);
    words.filter(|word| !["a", "an", "the"].contains(&word.as_str())).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_letters_and_numbers_do_not_matter() {
        let things = || [(Slug::new("worker-owner"), "Worker-owner".to_owned())].into_iter();
        for phrase in ["a worker-owner", "Worker-Owners", "the worker-owner"] {
            assert_eq!(find("class", phrase, things()), Ok(Slug::new("worker-owner")), "{phrase}");
        }
        let says = find("class", "a wizard", things()).unwrap_err();
        assert_eq!(says, "there is no class called `a wizard`; known are: Worker-owner");
        assert_eq!(right("see the finances"), Ok(Right::SeeFinances));
        assert_eq!(mark("the pros and cons"), Ok(Mark::ProsCons));
    }
}
