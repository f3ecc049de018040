//! Documents on paper: titles, tables and page numbers as PDF. It knows no co-op and no language; whoever
//! prints hands over every word.
//!
//! A crate of its own, so that the font and what writes PDF are built once and change seldom.

mod document;
mod font;
mod layout;
mod write;

pub use document::{Column, Document, Table};
pub use write::{Unprinted, print};
