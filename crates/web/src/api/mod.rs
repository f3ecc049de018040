//! The JSON interface for programs: every command of the pages, and their questions but those of lists as files and of
//! mail. One file for each domain; each answer is a typed view, and a function of what one reader may see at one
//! instant.

mod agreements;
mod applicants;
mod archive;
mod assets;
mod caller;
mod cases;
mod commands;
mod declarations;
mod documents;
mod done;
mod exits;
mod explain;
mod finding;
mod me;
mod member;
mod members;
mod offices;
mod openapi;
mod organizations;
mod paging;
mod parameters;
mod problem;
mod proposal;
mod proposals;
mod reading;
mod register;
mod resolutions;
mod reviews;
mod rights;
mod rule;
mod rulebook;
mod standing;
mod status;
mod today;

use std::sync::Arc;

use axum::{Router, extract::DefaultBodyLimit};
use rochdale_register::FILE_BYTES_MAX;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

pub(crate) use caller::turned_away;
pub use problem::Problem;

use crate::site::Site;

/// The routes of the interface with their description; one line makes both, so neither can have what
/// the other lacks.
fn described() -> OpenApiRouter<Arc<Site>> {
    OpenApiRouter::with_openapi(openapi::frame())
        .routes(routes!(organizations::list))
        .routes(routes!(organizations::show))
        .routes(routes!(today::show))
        .routes(routes!(me::data))
        .routes(routes!(members::list))
        .routes(routes!(members::show))
        .routes(routes!(rights::list))
        .routes(routes!(standing::show))
        .routes(routes!(standing::list))
        .routes(routes!(standing::channels))
        .routes(routes!(offices::list))
        .routes(routes!(agreements::list))
        .routes(routes!(agreements::show))
        .routes(routes!(exits::list))
        .routes(routes!(exits::show))
        .routes(routes!(applicants::list))
        .routes(routes!(applicants::show))
        .routes(routes!(reviews::list))
        .routes(routes!(reviews::show))
        .routes(routes!(cases::list))
        .routes(routes!(cases::show))
        .routes(routes!(proposals::list))
        .routes(routes!(proposals::show))
        .routes(routes!(resolutions::list))
        .routes(routes!(declarations::list))
        .routes(routes!(assets::list))
        .routes(routes!(assets::show))
        .routes(routes!(archive::list))
        .routes(routes!(archive::show))
        .routes(routes!(archive::file, archive::put).layer(DefaultBodyLimit::max(FILE_BYTES_MAX)))
        .routes(routes!(rulebook::show))
        .routes(routes!(rulebook::clause))
        .routes(routes!(documents::list))
        .routes(routes!(register::head))
        .routes(routes!(register::entries))
        .routes(routes!(commands::submit))
        .routes(routes!(openapi::show))
}

/// The routes below `/api/v1`.
pub fn router() -> Router<Arc<Site>> {
    described().split_for_parts().0
}

/// The pages that explain the interface and its problems.
pub fn pages() -> Router<Arc<Site>> {
    explain::router()
}
