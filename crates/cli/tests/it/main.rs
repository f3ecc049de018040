//! The program as people call it.

mod bad_input;
mod editions;
mod help;
mod journey;
mod mail;
mod serving;
mod support;
