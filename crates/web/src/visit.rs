//! One request as the pages see it: who asks, in which language, for which co-op.

use std::{collections::BTreeMap, convert::Infallible, net::SocketAddr, sync::Arc};

use axum::{
    extract::{ConnectInfo, FromRequestParts, Request, State as Shared},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use axum_extra::extract::cookie::Cookie;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use maud::Markup;
use rochdale_core::{
    command::{By, Command},
    membership::Right,
    message::Key,
    messages::REQUEST_ID_IS_TAKEN,
    rulebook::{ClauseId, Rulebook},
    sight::{Viewer, must_see, sees},
    state::State,
    values::{Language, Names, PartyId, RequestId, Slug},
};
use rochdale_register::{Account, Answer, Done, Kind, Registrar, Secret};
use rochdale_words::{BookNames, NoNames, Words};
use smol_str::{SmolStr, format_smolstr};

use crate::{
    entrance::{Deed, device},
    look::{CoOp, Frame, Place, Reader, Theme, Tried, prose_with},
    names::SeenNames,
    problem::Problem,
    sent::Sent,
    site::Site,
    unknown::Unknown,
};

static FORM_WAS_SENT: Key = Key { id: "form-was-sent", arguments: &[] };

/// The cookie that keeps somebody signed in; [`SESSION_HTTPS`] where the site has HTTPS.
const SESSION: &str = "session";
/// By this name browsers take a cookie only from the very host that it is for, by HTTPS, for all of it.
const SESSION_HTTPS: &str = "__Host-session";
/// The cookie of the chosen language.
pub const LANGUAGE: &str = "language";
/// The cookie of the chosen theme.
pub const THEME: &str = "theme";

/// Below this address stand links, which are secrets.
pub const LINK_PATH: &str = "/sign-in/link/";

/// One request: who asks, in which language, light or dark. It is cheap to clone.
#[derive(Clone)]
pub struct Visit {
    /// What the pages stand on.
    pub site: Arc<Site>,
    /// The language to answer in.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Whether they chose that language, and not merely their browser.
    pub chose_language: bool,
    /// Through what the one who asks is signed in.
    pub account: Option<Account>,
    /// The address they ask from, as far as limits tell addresses apart.
    pub client: SmolStr,
    /// What their browser says that it is.
    pub user_agent: Option<HeaderValue>,
    /// The address asked for, with its query.
    pub path: SmolStr,
    /// The site as the browser calls it, `https://example.org`, for links to hand on.
    pub origin: SmolStr,
}

/// A co-op as a page sees it at one instant. Pages are functions of this and nothing else.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The fold of the register.
    pub state: &'a State,
    /// The edition in force.
    pub rulebook: &'a Rulebook,
    /// The sentences.
    pub words: &'a Words<'a>,
    /// Who looks.
    pub viewer: Viewer,
    /// When.
    pub now: Timestamp,
    /// That day in the co-op's time zone.
    pub today: Date,
    /// The co-op's address, `/coassembly`.
    pub base: &'a str,
    /// The address of its bylaws.
    pub bylaws: &'a str,
    /// The form on it that was tried and not accepted, if any was.
    pub tried: Option<&'a Tried<'a>>,
}

impl<'a> Page<'a> {
    /// For whom the pieces that cite are written.
    pub fn reader(&'a self) -> Reader<'a> {
        Reader { words: self.words, bylaws: self.bylaws, rulebook: self.rulebook }
    }

    /// A name of the rulebook in the reader's language.
    pub fn name<'n>(&self, names: &'n Names) -> &'n str {
        names.in_language(self.words.language())
    }

    /// A text of the rulebook in the reader's language, or else as it binds; with the language it is in.
    pub fn text_of<'t>(&'t self, texts: &'t BTreeMap<Language, String>) -> (&'t Language, &'t str) {
        let binding = self.rulebook.front.binding();
        let own = texts.get_key_value(self.words.language()).or_else(|| texts.get_key_value(binding));
        own.map_or((binding, ""), |(language, text)| (language, text.as_str()))
    }

    /// Words of the bylaws as HTML, with their links led to the pages of the clauses and terms.
    pub fn bylaw_words(&self, text: &str) -> Markup {
        prose_with(text, |address| {
            let name = address.strip_prefix('#')?;
            let clause = match name.strip_prefix("term:") {
                Some(term) => self.rulebook.term(&Slug::new(term))?.cite.clause.clone(),
                None => ClauseId::new(name),
            };
            Some(format!("{}/{clause}", self.bylaws))
        })
    }

    /// Whether the one who looks has a right to see something.
    pub fn sees(&self, right: Right) -> bool {
        sees(self.state, self.viewer, right, self.today)
    }

    /// The person who looks, for what is a person's own: the desk is none, and has none of it.
    pub fn person(&self) -> Result<PartyId, Problem> {
        match self.viewer {
            Viewer::Party(person) => Ok(person),
            Viewer::Desk => Err(Problem::ForPeople),
            Viewer::Public => Err(Problem::NotSignedIn),
        }
    }

    /// Whether the one who looks may open one of the pages that the navigation leads to.
    fn opens(&self, place: Place) -> bool {
        match place {
            Place::Today => self.viewer.person().is_some(),
            Place::Members => self.sees(Right::SeeMembers),
            Place::Proposals => self.sees(Right::Observe),
            Place::Bylaws => true,
            Place::Register => self.sees(Right::SeeRegister),
        }
    }

    /// Stops the page for whoever has no right to see it, with the clause that says so.
    pub fn must_see(&self, right: Right) -> Result<(), Problem> {
        let handle = self.base.trim_start_matches('/');
        must_see(self.state, self.viewer, right, self.today)
            .map_err(|refusal| Problem::refused(handle, *refusal))
    }
}

/// Finds out who asks and in which language, before anything else happens.
pub async fn enter(Shared(site): Shared<Arc<Site>>, mut request: Request, next: Next) -> Response {
    let cookies = Cookies::of(request.headers(), site.entrance.is_https());
    let chosen = cookies.language.as_ref().map(|cookie| Language::new(cookie.value()));
    let chosen = chosen.filter(|chosen| site.catalogue.languages().any(|known| known == chosen));
    let chose_language = chosen.is_some();
    let language = match chosen {
        Some(chosen) => chosen,
        None => site.catalogue.preferred(header(request.headers(), header::ACCEPT_LANGUAGE)).clone(),
    };
    let theme = Theme::from_id(cookies.theme.as_ref().map_or("", Cookie::value));
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let scheme = if site.entrance.is_https() { "https" } else { "http" };
    let origin = format_smolstr!("{scheme}://{}", header(request.headers(), header::HOST));
    let connected = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|connected| connected.0);
    let mut visit = Visit {
        client: site.entrance.client(request.headers(), connected).into(),
        user_agent: request.headers().get(header::USER_AGENT).cloned(),
        path: path.into(),
        site,
        language,
        theme,
        chose_language,
        account: None,
        origin,
    };
    match visit.who(&cookies, request.headers()).await {
        Ok(account) => visit.account = account,
        Err(problem) => {
            request.extensions_mut().insert(Unknown(problem));
        }
    }
    request.extensions_mut().insert(visit.clone());
    let response = next.run(request).await;
    visit.finish(response)
}

/// The cookies of ours that a browser sent.
#[derive(Default)]
struct Cookies<'a> {
    language: Option<Cookie<'a>>,
    theme: Option<Cookie<'a>>,
    session: Option<Cookie<'a>>,
}

impl<'a> Cookies<'a> {
    fn of(headers: &'a HeaderMap, is_https: bool) -> Self {
        let sent = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut cookies = Self::default();
        for cookie in sent.flat_map(Cookie::split_parse).flatten() {
            match cookie.name() {
                LANGUAGE => cookies.language = Some(cookie),
                THEME => cookies.theme = Some(cookie),
                name if name == session_cookie(is_https) => cookies.session = Some(cookie),
                _ => {}
            }
        }
        cookies
    }
}

/// The name of the cookie that keeps somebody signed in.
fn session_cookie(is_https: bool) -> &'static str {
    if is_https { SESSION_HTTPS } else { SESSION }
}

fn header(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

impl FromRequestParts<Arc<Site>> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Infallible> {
        // `enter` has put it there; without it, somebody nobody knows asks.
        Ok(parts.extensions.get::<Visit>().cloned().unwrap_or_else(|| Visit {
            site: Arc::clone(site),
            language: Language::new("en"),
            theme: Theme::Auto,
            chose_language: false,
            account: None,
            client: SmolStr::default(),
            user_agent: None,
            path: "/".into(),
            origin: SmolStr::default(),
        }))
    }
}

impl Visit {
    /// Who asks: by the session's cookie on pages, by a bearer token in the API.
    async fn who(&self, cookies: &Cookies<'_>, headers: &HeaderMap) -> Result<Option<Account>, Problem> {
        let (kind, secret) = if self.is_api() {
            let token = header(headers, header::AUTHORIZATION).strip_prefix("Bearer ");
            (Kind::Token, token.and_then(|token| Secret::from_text(token.trim())))
        } else {
            let session = cookies.session.as_ref();
            (Kind::Session, session.and_then(|session| Secret::from_text(session.value())))
        };
        let Some(secret) = secret else { return Ok(None) };
        let who = self.site.registers.database().who(kind, &secret, self.site.clock.now()).await;
        who.map_err(Problem::Fault)
    }

    /// The family of their browser, as [`device`] tells it.
    pub fn device(&self) -> String {
        device(self.user_agent.as_ref().and_then(|sent| sent.to_str().ok()).unwrap_or_default())
    }

    /// The address asked for, without its query.
    pub fn address(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// The name of the cookie that keeps somebody signed in.
    pub fn session_cookie(&self) -> &'static str {
        session_cookie(self.site.entrance.is_https())
    }

    /// Counts something that is done by whoever asks from this address; too often is a problem.
    pub fn count(&self, deed: Deed) -> Result<(), Problem> {
        self.count_for(deed, &self.client)
    }

    /// Counts something that is done for `whom`.
    pub fn count_for(&self, deed: Deed, whom: &str) -> Result<(), Problem> {
        let now = self.site.clock.now();
        self.site.entrance.limits.take(deed, whom, now).map_err(Problem::TooMany)
    }

    /// The address asked for as it may stand in a log: without the secret of a link, and without a query, in which
    /// somebody looks for a name.
    pub fn path_to_log(&self) -> &str {
        if self.path.starts_with(LINK_PATH) { LINK_PATH } else { self.address() }
    }

    /// Whether a program asks, not a browser.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// The registrar of a co-op, or that there is no such co-op.
    pub fn registrar(&self, handle: &str) -> Result<Registrar, Problem> {
        self.site.registers.registrar(&Slug::new(handle)).ok_or(Problem::NotFound)
    }

    /// Who looks at the pages of a co-op. Whoever is signed in to one co-op is the public in another.
    pub fn viewer(&self, handle: &Slug) -> Viewer {
        match self.account.as_ref().filter(|account| account.organization == *handle) {
            Some(Account { party: Some(party), .. }) => Viewer::Party(*party),
            Some(_) => Viewer::Desk,
            None => Viewer::Public,
        }
    }

    /// Calls `read` with the co-op as it stands now.
    pub fn read<T>(
        &self,
        handle: &str,
        read: impl FnOnce(&Page<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.read_as(handle, self.viewer(&Slug::new(handle)), read)
    }

    /// The same, as `viewer` would see it.
    pub fn read_as<T>(
        &self,
        handle: &str,
        viewer: Viewer,
        read: impl FnOnce(&Page<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let registrar = self.registrar(handle)?;
        let state = registrar.state();
        let now = self.site.clock.now();
        let rulebook = state.rulebook_at(now).ok_or(Problem::NotFound)?;
        let zone = state.time_zone();
        let today = state.date_of(now);
        let naming = SeenNames::new(BookNames { state: &state, rulebook: &rulebook }, viewer, today);
        let words = Words::new(self.site.catalogue.tongue(&self.language), &zone, &naming);
        read(&Page {
            state: &state,
            rulebook: &rulebook,
            words: &words,
            viewer,
            now,
            today,
            base: &format!("/{handle}"),
            bylaws: &format!("/{handle}/bylaws"),
            tried: None,
        })
    }

    /// A page of a co-op: its title and what stands on it.
    pub fn show(
        &self,
        handle: &str,
        here: Option<Place>,
        draw: impl FnOnce(&Page<'_>) -> Result<(String, Markup), Problem>,
    ) -> Result<Html<String>, Problem> {
        self.read(handle, |page| {
            let (title, body) = draw(page)?;
            Ok(self.frame(page, here, &title, &body))
        })
    }

    /// The whole document of a page of a co-op.
    pub fn frame(&self, page: &Page<'_>, here: Option<Place>, title: &str, body: &Markup) -> Html<String> {
        let words = page.words;
        let front = &page.rulebook.front;
        let zone = front.time_zone.iana_name().unwrap_or("UTC");
        let edition = [("edition", front.edition.into()), ("since", front.in_force_from.into())];
        let foot = [
            words.text_with("footer-edition", edition),
            words.text_with("footer-times", [("zone", zone.into())]),
        ];
        let places: Vec<Place> = Place::ALL.into_iter().filter(|place| page.opens(*place)).collect();
        let viewer = match page.viewer {
            Viewer::Party(party) => Some(words.party(party)),
            Viewer::Desk => Some(words.text("the-desk").to_owned()),
            Viewer::Public => None,
        };
        let frame = Frame {
            words,
            catalogue: &self.site.catalogue,
            theme: self.theme,
            co_op: Some(CoOp {
                handle: page.base.trim_start_matches('/'),
                name: front.name.in_language(&self.language),
                places: &places,
                foot: &foot,
            }),
            here,
            viewer: viewer.as_deref(),
            is_demo: self.site.is_demo,
            path: &self.path,
        };
        Html(frame.page(title, body).into_string())
    }

    /// Calls `speak` with the words of pages that belong to no co-op.
    pub fn speak_outside<T>(&self, speak: impl FnOnce(&Words<'_>) -> T) -> T {
        speak(&Words::new(self.site.catalogue.tongue(&self.language), &TimeZone::UTC, &NoNames))
    }

    /// A page that belongs to no co-op.
    pub fn show_outside(&self, draw: impl FnOnce(&Words<'_>) -> (String, Markup)) -> Html<String> {
        self.speak_outside(|words| {
            let (title, body) = draw(words);
            let frame = Frame {
                words,
                catalogue: &self.site.catalogue,
                theme: self.theme,
                co_op: None,
                here: None,
                viewer: None,
                is_demo: self.site.is_demo,
                path: &self.path,
            };
            Html(frame.page(&title, &body).into_string())
        })
    }

    /// Reads as [`Visit::read`] does, away from the threads that answer: printing takes long.
    pub async fn read_apart<T: Send + 'static>(
        self,
        handle: String,
        draw: impl FnOnce(&Page<'_>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        match tokio::task::spawn_blocking(move || self.read(&handle, draw)).await {
            Ok(drawn) => drawn,
            Err(broken) => std::panic::resume_unwind(broken.into_panic()),
        }
    }

    /// Characters that nobody can guess, which hide what somebody wrote in a form behind its hash. The same form
    /// gets the same, so that sending it twice does a thing once.
    pub fn salt(&self, handle: &str, sent: &Sent) -> Result<String, Problem> {
        Ok(self.site.entrance.stamps.salt(handle, sent.request()?))
    }

    /// Asks the registrar for `command` in the name of whoever is signed in.
    pub async fn submit(&self, handle: &str, id: RequestId, command: Command) -> Result<Done, Problem> {
        let by = match self.viewer(self.registrar(handle)?.organization()) {
            Viewer::Party(party) => By::Party(party),
            Viewer::Desk => By::Desk,
            Viewer::Public => return Err(Problem::NotSignedIn),
        };
        self.submit_by(by, handle, id, command).await
    }

    /// The same for a public form, which somebody sends whom nobody knows yet.
    pub async fn submit_as_anybody(
        &self,
        handle: &str,
        id: RequestId,
        command: Command,
    ) -> Result<Done, Problem> {
        let by = match self.viewer(self.registrar(handle)?.organization()) {
            Viewer::Party(party) => By::Party(party),
            Viewer::Desk => By::Desk,
            Viewer::Public => By::Visitor,
        };
        self.submit_by(by, handle, id, command).await
    }

    async fn submit_by(
        &self,
        by: By,
        handle: &str,
        id: RequestId,
        command: Command,
    ) -> Result<Done, Problem> {
        let registrar = self.registrar(handle)?;
        let before = registrar.state();
        match registrar.submit(by, id, command).await {
            Answer::Done(done) => {
                self.site.was_done(&registrar, &before, &done).await;
                Ok(done)
            }
            Answer::Refused(refusal) => Err(Problem::refused(handle, *refusal)),
            // Nobody chose the id: the page drew it, and what it was drawn for was done.
            Answer::Malformed(malformed) if malformed.says.key == &REQUEST_ID_IS_TAKEN => {
                Err(Problem::field("request", &FORM_WAS_SENT))
            }
            Answer::Malformed(malformed) => Err(Problem::malformed(handle, malformed)),
            Answer::Fault(fault) => Err(Problem::Fault(fault)),
        }
    }

    /// What a browser gets after a form did what it says: the page to look at now.
    pub fn then(&self, address: &str) -> Response {
        Redirect::to(address).into_response()
    }
}
