//! What the reader can do in the archive, each as a form.

use maud::{Markup, html};
use rochdale_core::archive::{Document, keeps, may_publish};

use super::{class_name, file::restores};
use crate::{
    look::{Field, Form, Kind, Part, passage},
    visit::Page,
};

/// The form that files a document, for whoever may. It is sent with a file.
pub(super) fn new(page: &Page<'_>) -> Markup {
    let words = page.words;
    let default = page.rulebook.confidentiality().map_or("", |rule| rule.rule.default.as_str());
    // What everybody reads is offered to those only who may file it.
    let may_publish = may_publish(page.state, page.viewer, page.today);
    let title = Field::new(Kind::Line, "title").called(words.text("document-title"));
    let class =
        Field::new(Kind::OneOf(classes(page, may_publish)), "class").hint(words.text("document-class-hint"));
    let parts = vec![
        Part::Field(Field::new(Kind::File, "file").hint(words.text("document-file-hint"))),
        Part::Field(title.hint(words.text("document-title-hint"))),
        Part::Field(Field::new(Kind::Date, "dated").value(page.today.to_string())),
        Part::Field(class.value(default.to_owned())),
        named(page, None),
    ];
    let form = Form::new(format!("{}/archive", page.base), parts)
        .request()
        .submit(words.text("document-file-button"));
    page.folded(words.text("document-file-it"), false, &form)
}

/// The forms for whoever filed the document, or keeps the archive, as long as it is kept.
pub(super) fn draw(page: &Page<'_>, document: &Document) -> Markup {
    let words = page.words;
    let is_keeper = document.is_kept() && keeps(page.state, page.viewer, page.today);
    if !restores(page, document) {
        return html! {};
    }
    let form = |step: &str, parts, button| {
        Form::new(format!("{}/archive/{}/{step}", page.base, document.id), parts)
            .request()
            .submit(words.text(button))
    };
    let reason = |scope| {
        let field = Field::new(Kind::Lines, "said").called(words.text("document-reason"));
        Part::Field(field.hint(words.text("document-reason-hint")).scope(scope))
    };
    let class = Field::new(Kind::OneOf(classes(page, true)), "class").value(document.class().to_string());
    let reclassify = vec![Part::Field(class), named(page, Some(document)), reason(1)];
    let restore = Field::new(Kind::File, "file").hint(words.text("document-restore-hint"));
    let hint = Part::Plain(html! { p class="small soft" { (words.text("document-erase-hint")) } });
    passage(
        &html! {},
        &html! {
            @if is_keeper {
                (page.folded(words.text("document-reclassify"), false, &form("reclassify", reclassify, "document-reclassify-button")))
                (page.folded(words.text("document-erase"), false, &form("erase", vec![hint, reason(2)], "document-erase-button")))
            }
            (page.folded(words.text("document-restore"), false, &form("file", vec![Part::Field(restore)], "document-restore-button")))
        },
    )
}

/// The confidentiality classes to choose from.
fn classes(page: &Page<'_>, with_public: bool) -> Vec<(String, String)> {
    let all = page.rulebook.confidentiality().into_iter().flat_map(|rule| &rule.rule.classes);
    let offered = all.filter(|class| with_public || !class.is_public);
    offered.map(|class| (class.named.id.to_string(), class_name(page, &class.named.id))).collect()
}

/// Who is named, of everybody who takes part or is represented.
fn named<'a>(page: &Page<'a>, document: Option<&Document>) -> Part<'a> {
    let words = page.words;
    let known = page.state.parties().filter(|party| party.name().is_some());
    let mut offered: Vec<(String, String)> = known
        .filter(|party| !party.memberships.is_empty() || !party.represents.is_empty())
        .map(|party| (party.id.to_string(), words.party(party.id)))
        .collect();
    offered.sort_by(|one, other| one.1.cmp(&other.1));
    let chosen: Vec<String> =
        document.map_or(&[][..], Document::named).iter().map(ToString::to_string).collect();
    let field = Field::new(Kind::AnyOf(offered), "named").hint(words.text("document-named-hint"));
    Part::Field(field.value(chosen.join(",")).required(false))
}
