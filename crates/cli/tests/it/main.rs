//! The program as people call it.

mod bad_input;
mod calling;
mod codes;
mod editions;
mod help;
mod journey;
mod killed;
mod lists;
mod logs;
mod mail;
mod moving;
mod readme;
mod serving;
mod support;
mod troubles;
