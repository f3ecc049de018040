//! Tests of the register against every kind of database.

mod accounts;
mod book;
mod damage;
mod doubt;
mod export;
mod killed;
mod registers;
mod registrar;
mod snapshots;
mod specification;
mod streams;
mod support;
mod time;
mod vanished;
