//! The frame around every page: masthead, navigation, choices, foot.

use maud::{DOCTYPE, Markup, html};
use rochdale_core::message::Argument;
use rochdale_words::{Catalogue, Words};

use super::{Text, text::Room};
use crate::assets;

/// Light, dark, or as the device has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// The name in the cookie and the form.
    pub fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The one of this name; as the device has it where there is none.
    pub fn from_id(id: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.id() == id).unwrap_or(Theme::Auto)
    }

    fn label(self) -> &'static str {
        match self {
            Theme::Auto => "theme-auto",
            Theme::Light => "theme-light",
            Theme::Dark => "theme-dark",
        }
    }
}

/// The pages of a co-op that the navigation leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// What is asked of the reader, what is open, what is next.
    Today,
    /// Who the members are.
    Members,
    /// What is and was decided.
    Proposals,
    /// The rulebook.
    Bylaws,
    /// The book.
    Register,
}

impl Place {
    /// All of them, in the order in which the navigation shows them.
    pub const ALL: [Place; 5] =
        [Place::Today, Place::Members, Place::Proposals, Place::Bylaws, Place::Register];

    /// The end of its address, and the sentence that it is called by.
    fn address_and_label(self) -> (&'static str, &'static str) {
        match self {
            Place::Today => ("/today", "nav-today"),
            Place::Members => ("/members", "nav-members"),
            Place::Proposals => ("/proposals", "nav-proposals"),
            Place::Bylaws => ("/bylaws", "nav-bylaws"),
            Place::Register => ("/register", "nav-register"),
        }
    }
}

/// The co-op whose page it is.
#[derive(Clone, Copy)]
pub struct CoOp<'a> {
    /// Its short name in addresses.
    pub handle: &'a str,
    /// Its name in the reader's language.
    pub name: &'a str,
    /// The pages of it that the reader may open.
    pub places: &'a [Place],
    /// What the foot says of its edition and of its time zone.
    pub foot: &'a [String],
}

/// More than everything around a page comes to, in bytes.
const AROUND_BYTES: usize = 4 * 1024;

/// Everything around a page that does not depend on what the page is about.
pub struct Frame<'a> {
    /// The sentences in the reader's language.
    pub words: &'a Words<'a>,
    /// The languages to choose from.
    pub catalogue: &'a Catalogue,
    /// Light or dark.
    pub theme: Theme,
    /// The co-op, on its pages.
    pub co_op: Option<CoOp<'a>>,
    /// Where in the navigation the page stands.
    pub here: Option<Place>,
    /// The name of who reads, where they are signed in.
    pub viewer: Option<&'a str>,
    /// Whether one may be anybody: so in the demo, and nowhere else.
    pub is_demo: bool,
    /// The address of the page, to come back to after choosing a language.
    pub path: &'a str,
}

impl Frame<'_> {
    /// The whole document.
    pub fn page(&self, title: &str, body: &Markup) -> Markup {
        let theme = (self.theme != Theme::Auto).then(|| self.theme.id());
        html! {
            (Room(AROUND_BYTES + body.0.len()))
            (DOCTYPE)
            html lang=(Text(self.words.language().as_str())) data-theme=[theme] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (Text(title)) @if let Some(co_op) = self.co_op { " · " (Text(co_op.name)) } }
                    link rel="stylesheet" href=(Text(assets::LOOK.path()));
                    link rel="icon" type="image/svg+xml" href=(Text(assets::SEAL.path()));
                }
                body {
                    a class="skip" href="#page" { (Text(self.words.text("skip-link"))) }
                    (self.masthead())
                    main class="page" id="page" { (body) }
                    (self.foot())
                }
            }
        }
    }

    fn masthead(&self) -> Markup {
        let (address, name) = self.co_op.map_or(("", "Rochdale"), |co_op| (co_op.handle, co_op.name));
        html! {
            header class="masthead" {
                div class="masthead-top" {
                    div class="name" { a href={ "/" (Text(address)) } { (seal()) span { (Text(name)) } } }
                    (self.choices())
                    (self.viewer())
                }
                @if let Some(co_op) = self.co_op {
                    nav aria-label=(Text(self.words.text("nav-label"))) {
                        ul {
                            @for place in co_op.places {
                                @let (address, label) = place.address_and_label();
                                @let current = (self.here == Some(*place)).then_some("page");
                                li { a href={ "/" (Text(co_op.handle)) (Text(address)) } aria-current=[current] { (Text(self.words.text(label))) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn viewer(&self) -> Markup {
        html! {
            div class="viewer" {
                @if let Some(name) = self.viewer {
                    @let you_are = self.words.text_with("you-are", [("name", Argument::Text(name.into()))]);
                    @match self.co_op {
                        Some(co_op) => a href={ "/" (Text(co_op.handle)) "/account" } { (Text(you_are)) },
                        None => span { (you_are) },
                    }
                    @if self.is_demo { a href="/demo" { (Text(self.words.text("switch-person"))) } }
                    form method="post" action="/sign-out" {
                        button type="submit" class="plain" { (Text(self.words.text("sign-out"))) }
                    }
                } @else {
                    a href=(if self.is_demo { "/demo" } else { "/sign-in" }) { (Text(self.words.text("sign-in"))) }
                }
            }
        }
    }

    fn choices(&self) -> Markup {
        let words = self.words;
        html! {
            details class="choices" {
                summary { (Text(words.text("language-name"))) }
                div class="choices-sheet" {
                    form method="post" action="/language" {
                        input type="hidden" name="return" value=(Text(self.path));
                        fieldset {
                            legend { (Text(words.text("language-label"))) }
                            @for language in self.catalogue.languages() {
                                button type="submit" name="language" value=(Text(language.as_str())) lang=(Text(language.as_str()))
                                    aria-pressed=(language == words.language()) {
                                    (Text(self.catalogue.tongue(language).text("language-name")))
                                }
                            }
                        }
                    }
                    form method="post" action="/theme" {
                        input type="hidden" name="return" value=(Text(self.path));
                        fieldset {
                            legend { (Text(words.text("theme-label"))) }
                            @for theme in Theme::ALL {
                                button type="submit" name="theme" value=(Text(theme.id())) aria-pressed=(theme == self.theme) {
                                    (Text(words.text(theme.label())))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn foot(&self) -> Markup {
        html! {
            footer class="foot" {
                div {
                    @for line in self.co_op.map_or(&[][..], |co_op| co_op.foot) { p { (Text(line)) } }
                    p { (Text(self.words.text("footer-rochdale"))) }
                }
            }
        }
    }
}

/// The seal beside the name: a section sign, because the bylaws are the program.
fn seal() -> Markup {
    html! {
        svg class="seal" viewBox="0 0 64 64" aria-hidden="true" focusable="false" {
            circle cx="32" cy="32" r="29" fill="none" stroke="currentColor" stroke-width="3" {}
            g fill="none" stroke="currentColor" stroke-width="5" stroke-linecap="round" {
                path d="M41 19c-2-4-6-6-10-6-6 0-10 3.500-10 8 0 5 5 7 11 10s11 5.500 11 11" {}
                path d="M23 45c2 4 6 6 10 6 6 0 10-3.500 10-8 0-5-5-7-11-10s-11-5.500-11-11" {}
            }
        }
    }
}
