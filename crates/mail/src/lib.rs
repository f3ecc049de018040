//! How mail leaves: to a server by SMTP, into a folder, or not at all; and the loop that sends what is
//! queued, tries again, and writes down what became of it.

mod message;
mod outbox;
mod transport;

pub use outbox::{deliver, deliver_for_ever, deliver_one};
pub use transport::{Folder, NoTransport, PATIENCE, Server, Transport};
