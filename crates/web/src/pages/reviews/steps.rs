//! What can be done in a review: a guide is named, something is said, it is written, it goes to be confirmed.

use maud::{Markup, html};
use rochdale_core::{
    membership::{Membership, ReviewDue},
    reviews::{Written, confirmed_by, confirms, guide_on},
    values::PartyId,
};

use super::SUBJECT;
use crate::{
    look::{Field, Form, Kind, Part},
    visit::Page,
};

/// The form that names who guides a membership.
pub(super) fn name_guide(page: &Page<'_>, held: &Membership) -> Markup {
    let led_by =
        held.class_on(page.today).and_then(|(_, class)| page.rulebook.review(class)?.rule.led_by.as_ref());
    let options: Vec<(String, String)> = page
        .state
        .memberships_on(page.today)
        .filter(|one| one.class_on(page.today).map(|(_, class)| class) == led_by)
        .map(|one| (one.party.to_string(), page.words.party(one.party)))
        .collect();
    let parts = vec![Part::Field(Field::new(Kind::OneOf(options), "guide"))];
    let form = Form::new(format!("{}/reviews/{}/guide", page.base, held.id), parts)
        .request()
        .submit(page.words.text("review-guide-button"));
    page.folded(page.words.text("review-guide-name"), false, &form)
}

/// What the one who looks can do about a review that is not confirmed.
pub(super) fn steps(
    page: &Page<'_>,
    held: &Membership,
    review: &ReviewDue<'_>,
    (written, is_first): (Option<&Written>, bool),
    person: PartyId,
) -> Markup {
    let words = page.words;
    let class = held.class_on(page.today).map(|(_, class)| class);
    let form = |step: &str, parts, button| {
        Form::new(format!("{}/reviews/{}/{step}", page.base, held.id), parts)
            .request()
            .of("review", review.number.to_string())
            .submit(words.text(button))
    };
    let leads = guide_on(page.state, page.rulebook, held, page.today) == Some(person);
    let is_theirs =
        page.state.party(held.party).is_some_and(|party| party.is_acted_for_by(person, page.today));
    let seen = || vec![Part::Field(Field::new(Kind::Lines, "seen").scope(review.number))];
    let confirming = class.and_then(|class| confirmed_by(page.rulebook, class));
    let may_confirm =
        class.is_some_and(|class| confirms(page.state, page.rulebook, class, person, page.today));
    html! {
        @if leads {
            @let subjects: Vec<(String, &str)> = review.rule.rule.subjects.iter().map(|one| (format!("{SUBJECT}{}", one.id), page.name(&one.name))).collect();
            @let before = written.and_then(|written| page.state.words(written.words));
            @let parts = review.rule.rule.subjects.iter().zip(&subjects).map(|(subject, (name, called))| {
                let value = before.as_ref().map_or(String::new(), |said| said.on(subject.id.as_str()).to_owned());
                Part::Field(Field::new(Kind::Lines, name.clone()).called(*called).scope(review.number).value(value))
            });
            @let heading = if written.is_some() { "review-write-again" } else { "review-write" };
            (page.folded(words.text(heading), is_first && written.is_none(), &form("write", parts.collect(), "review-write-button")))
        }
        @if !leads && !is_theirs {
            (page.folded(words.text("review-feedback-give"), false, &form("feedback", seen(), "review-feedback-button")))
        }
        @if let Some(matter) = confirming.filter(|_| may_confirm && written.is_some()) {
            p { a href={ (page.base) "/proposals/new?matter=" (matter.rule.id) "&confirms=" (held.id) "." (review.number) } { (words.text("review-confirm")) } }
        }
    }
}
