//! What the registrar answered, as a verb hands it on.

use rochdale_core::state::State;
use rochdale_register::{Answer, Done};

use crate::{context::Context, failure::Failure};

/// What was done, or why not, said with the names of `state`.
pub fn done(context: &Context, state: &State, answer: Answer) -> Result<Done, Failure> {
    match answer {
        Answer::Done(done) => Ok(done),
        Answer::Refused(refusal) => Err(Failure::refused(context, state, &refusal)),
        Answer::Malformed(malformed) => Err(Failure::not_understood(
            context.said(state, |words| words.say(&malformed.says)),
            format!("the field {}", malformed.field),
            "mend it and submit it again; nothing has been changed",
        )),
        Answer::Fault(fault) => Err(Failure::Fault(fault)),
    }
}
