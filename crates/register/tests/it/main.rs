//! Tests of the register against every kind of database.

mod accounts;
mod book;
mod damage;
mod doubt;
mod export;
mod files;
mod histories;
mod kept;
mod lists;
mod outbox;
mod papers;
mod registers;
mod registrar;
mod sign_in;
mod snapshots;
mod specification;
mod streams;
mod support;
mod time;
mod vanished;
