//! The ground that the browser journeys stand on: the application on a free port with small co-ops
//! in it, a real Chromium, and the checkers of pages.

pub mod addresses;
pub mod application;
pub mod books;
pub mod browser;
pub mod checkers;
pub mod journey;
