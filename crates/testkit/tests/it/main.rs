//! The core against properties, a slow model, and a table of refusals.

mod against_the_model;
mod archive;
mod editions;
mod histories;
mod kept;
mod late;
mod layout;
mod people;
mod precedence;
mod refusals;
mod representatives;
mod standing;
mod support;
