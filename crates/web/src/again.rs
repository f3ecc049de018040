//! A page shown again because a form on it was not accepted, with what was written in it.

use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use rochdale_words::Words;

use crate::{
    look::{Form, Place, Reader, Text, Tried},
    problem::Problem,
    sent::Sent,
    visit::{Page, Visit},
};

impl Problem {
    /// What was tried at `address`, where it is something that whoever sent the form can mend in it. A
    /// refusal cites, so it is told only where there is a `reader` of bylaws.
    fn tried<'a>(
        &self,
        address: &'a str,
        sent: &'a Sent,
        words: &Words<'a>,
        reader: Option<Reader<'a>>,
    ) -> Option<Tried<'a>> {
        match (self, reader) {
            (Problem::Refused { refusal, .. }, Some(reader)) => {
                Some(Tried::refused(address, sent.fields(), reader, refusal))
            }
            (Problem::Malformed { field, says, .. }, _) => {
                Some(Tried::malformed(address, sent.fields(), words, field, words.say(says)))
            }
            _ => None,
        }
    }
}

impl Page<'_> {
    /// A form, with what was written in it where it was tried.
    pub fn form(&self, form: &Form<'_>) -> Markup {
        form.draw(self.words, self.tried)
    }

    /// Whether it was this form that was tried.
    pub fn is_tried(&self, form: &Form<'_>) -> bool {
        self.tried.is_some_and(|tried| tried.is(form))
    }

    /// A form that is folded until somebody asks for it, unless it `is_next` or was tried.
    pub fn folded(&self, summary: &str, is_next: bool, form: &Form<'_>) -> Markup {
        html! {
            details class="more" open[is_next || self.is_tried(form)] {
                summary { (Text(summary)) }
                (self.form(form))
            }
        }
    }
}

impl Visit {
    /// Leads to the page at `address` where what a form on it asked for was done; else shows it again, as
    /// [`Visit::show_again`] does.
    pub fn led_back<T>(
        &self,
        page: (&str, Place, &str),
        sent: &Sent,
        submitted: Result<T, Problem>,
        draw: impl FnOnce(&Page<'_>) -> Result<(String, Markup), Problem>,
    ) -> Response {
        match submitted {
            Ok(_) => self.then(page.2),
            Err(problem) => self.show_again(page, sent, problem, draw),
        }
    }

    /// The page at `address` again, as `draw` draws it, where a form on it was sent and came to `problem`.
    /// Where the form is there no longer, the problem as a page of its own, with the words that were sent.
    pub fn show_again(
        &self,
        (handle, here, address): (&str, Place, &str),
        sent: &Sent,
        problem: Problem,
        draw: impl FnOnce(&Page<'_>) -> Result<(String, Markup), Problem>,
    ) -> Response {
        // Whoever chooses a language here comes back to the page of the form: where it was sent, nothing
        // is to be seen.
        let visit = Visit { path: address.into(), ..self.clone() };
        if !matches!(problem, Problem::Refused { .. } | Problem::Malformed { .. }) {
            return visit.render_with(problem, Some(sent));
        }
        let shown = visit.read(handle, |page| {
            let tried = problem.tried(self.address(), sent, page.words, Some(page.reader()));
            let page = Page { tried: tried.as_ref(), ..*page };
            let (title, body) = draw(&page)?;
            let shown = tried.as_ref().filter(|tried| tried.is_shown());
            Ok(shown.map(|tried| visit.frame(&page, Some(here), &tried.title(&title), &body)))
        });
        match shown {
            Ok(Some(page)) => (problem.status(), page).into_response(),
            _ => visit.render_with(problem, Some(sent)),
        }
    }

    /// The same for a page that belongs to no co-op.
    pub fn show_again_outside(
        &self,
        sent: &Sent,
        problem: Problem,
        draw: impl FnOnce(&Tried<'_>) -> Html<String>,
    ) -> Response {
        let shown = self.speak_outside(|words| {
            let tried = problem.tried(self.address(), sent, words, None)?;
            let page = draw(&tried);
            tried.is_shown().then_some(page)
        });
        match shown {
            Some(page) => (problem.status(), page).into_response(),
            None => problem.into_response(),
        }
    }
}
