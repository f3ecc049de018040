//! Mail on its way to a real server: one that takes it, and ones that do not.

mod sending;
mod server;
