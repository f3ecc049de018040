//! Lists as spreadsheets really export them, and what comes of them.

mod entering;
mod going_out;
mod reading;
mod support;
